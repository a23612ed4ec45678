//! The house's one-way rule, kept by reading the source: who may use whom, which crate may stand where, and no visible
//! word outside the locale files.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use syn::{spanned::Spanned, visit::Visit};

/// A layer's folder and the folders it may use besides itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("locale", &["domain"]),
    ("report", &["domain", "locale"]),
    ("import", &["domain", "locale"]),
    ("store", &["domain"]),
    ("sync", &["domain", "store"]),
    ("app", &["domain", "locale", "report", "import", "store", "sync"]),
    ("ui", &["domain", "locale", "report", "import", "store", "sync", "app"]),
    ("cli", &["domain", "locale", "report", "import", "store", "sync", "app", "ui"]),
];

/// A crate and the one layer that may name it.
const CRATES: &[(&str, &str)] = &[
    ("ratatui", "ui"),
    ("crossterm", "ui"),
    ("tui_input", "ui"),
    ("ratatui_textarea", "ui"),
    ("signal_hook", "ui"),
    ("rusqlite", "store"),
    ("i18n_embed", "locale"),
    ("i18n_embed_fl", "locale"),
    ("textwrap", "locale"),
    ("unicode_width", "locale"),
    ("krilla", "report"),
    ("fontdb", "import"),
    ("clap", "cli"),
];

struct File {
    path: PathBuf,
    layer: String,
    syntax: syn::File,
}

fn files() -> Vec<File> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    let file = |path: PathBuf| {
        let below = path.strip_prefix(&root).unwrap().to_path_buf();
        let mut parts = below.components().map(|c| c.as_os_str().to_string_lossy().into_owned());
        let first = parts.next().unwrap();
        let layer = if parts.next().is_some() { first } else { "root".to_owned() };
        let text = fs::read_to_string(&path).unwrap();
        File { syntax: syn::parse_file(&text).unwrap(), path: below, layer }
    };
    let all: Vec<File> = paths.into_iter().map(file).collect();
    // A file that only tests are made of says so where it is named.
    let only_tests: Vec<PathBuf> = all.iter().flat_map(test_modules).collect();
    all.into_iter().filter(|file| !only_tests.contains(&file.path)).collect()
}

/// The files of modules that a `mod.rs` names for tests only.
fn test_modules(file: &File) -> Vec<PathBuf> {
    let folder = file.path.parent().unwrap_or(Path::new("")).to_path_buf();
    let named = file.syntax.items.iter().filter_map(|item| match item {
        syn::Item::Mod(module) if module.content.is_none() && is_test(&module.attrs) => Some(&module.ident),
        _ => None,
    });
    named.map(|name| folder.join(format!("{name}.rs"))).collect()
}

/// Whether an item is compiled for tests only.
fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|a| {
        let text = a.meta.path().get_ident().map(ToString::to_string).unwrap_or_default();
        let args = a.meta.require_list().map(|l| l.tokens.to_string()).unwrap_or_default();
        text == "test" || (text == "cfg" && args.split(|c: char| !c.is_alphanumeric()).any(|w| w == "test"))
    })
}

/// Every path written in a file, as its segments: `use` trees flattened, and paths in code.
#[derive(Default)]
struct Paths {
    prefix: Vec<String>,
    found: Vec<(Vec<String>, usize)>,
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_use_path(&mut self, path: &'ast syn::UsePath) {
        self.prefix.push(path.ident.to_string());
        syn::visit::visit_use_path(self, path);
        self.prefix.pop();
    }

    fn visit_use_name(&mut self, name: &'ast syn::UseName) {
        let mut all = self.prefix.clone();
        all.push(name.ident.to_string());
        self.found.push((all, name.span().start().line));
    }

    fn visit_use_rename(&mut self, name: &'ast syn::UseRename) {
        let mut all = self.prefix.clone();
        all.push(name.ident.to_string());
        self.found.push((all, name.span().start().line));
    }

    fn visit_use_glob(&mut self, glob: &'ast syn::UseGlob) {
        self.found.push((self.prefix.clone(), glob.span().start().line));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let all = path.segments.iter().map(|s| s.ident.to_string()).collect();
        self.found.push((all, path.span().start().line));
        syn::visit::visit_path(self, path);
    }
}

fn paths(file: &File) -> Vec<(Vec<String>, usize)> {
    let mut paths = Paths::default();
    paths.visit_file(&file.syntax);
    paths.found
}

#[test]
fn a_layer_uses_only_what_stands_to_its_left() {
    let mut wrong = Vec::new();
    for file in files() {
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == file.layer) else {
            assert!(file.layer == "root", "{}: a folder of src without a place in the house", file.path.display());
            continue;
        };
        for (path, line) in paths(&file) {
            let [first, second, ..] = path.as_slice() else { continue };
            let ours = first == "crate" || first == "babahui";
            let layer = LAYERS.iter().any(|(name, _)| name == second);
            if ours && layer && *second != file.layer && !allowed.contains(&second.as_str()) {
                wrong.push(format!("{}:{line}: {} uses {second}", file.path.display(), file.layer));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn widgets_know_no_screen_and_no_app() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|f| f.path.starts_with("ui/widgets")) {
        for (path, line) in paths(file) {
            let path = path.join("::");
            let barred = ["crate::app", "crate::store", "crate::import", "crate::ui::screens"];
            if barred.iter().any(|p| path.starts_with(p)) && path != "crate::app::Typing" {
                wrong.push(format!("{}:{line}: a widget uses {path}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn terminal_database_and_language_crates_stay_in_their_room() {
    let mut wrong = Vec::new();
    for file in files() {
        for (path, line) in paths(&file) {
            let Some(first) = path.first() else { continue };
            if let Some((name, room)) = CRATES.iter().find(|(name, _)| name == first)
                && file.layer != *room
                && !(file.layer == "root" && *room == "cli")
            {
                wrong.push(format!("{}:{line}: {name} outside {room}/", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn mod_files_hold_no_types() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|f| f.path.ends_with("mod.rs")) {
        for item in &file.syntax.items {
            if matches!(item, syn::Item::Struct(_) | syn::Item::Enum(_) | syn::Item::Trait(_) | syn::Item::Impl(_)) {
                wrong.push(format!("{}:{}", file.path.display(), item.span().start().line));
            }
        }
    }
    assert!(wrong.is_empty(), "mod.rs says what the folder is and re-exports:\n{}", wrong.join("\n"));
}

/// String literals of code that a person could come to see.
#[derive(Default)]
struct Words {
    found: Vec<(String, usize)>,
}

impl<'ast> Visit<'ast> for Words {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            syn::visit::visit_item_fn(self, item);
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.found.push((literal.value(), literal.span().start().line));
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        let name = item.path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default();
        let logged = ["trace", "debug", "info", "warn", "error", "tr", "fl", "concat", "include_str"];
        let in_log = item.path.segments.first().is_some_and(|s| s.ident == "tracing");
        if !in_log && !logged.contains(&name.as_str()) {
            self.tokens(item.tokens.clone());
        }
    }
}

impl Words {
    /// Literals inside a macro's arguments, doc comments and other attributes left out.
    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        let mut attribute = false;
        for token in tokens {
            let after_hash = std::mem::replace(&mut attribute, false);
            match token {
                proc_macro2::TokenTree::Punct(p) => attribute = p.as_char() == '#',
                proc_macro2::TokenTree::Group(_) if after_hash => {}
                proc_macro2::TokenTree::Group(group) => self.tokens(group.stream()),
                proc_macro2::TokenTree::Literal(literal) => {
                    if let Ok(syn::Lit::Str(text)) = syn::parse_str::<syn::Lit>(&literal.to_string()) {
                        self.found.push((text.value(), literal.span().start().line));
                    }
                }
                proc_macro2::TokenTree::Ident(_) => {}
            }
        }
    }
}

/// Two words of letters in a row, or any Chinese.
fn reads_as_language(text: &str) -> bool {
    let chinese = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let sql = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "PRAGMA ", "WITH ", "BEGIN", "DROP "];
    let plain: String = text.split('{').map(|p| p.split_once('}').map_or(p, |(_, rest)| rest)).collect();
    let words = |t: &str| {
        let is_word = |w: &str| w.len() > 1 && w.chars().all(|c| c.is_ascii_alphabetic() || c == ',' || c == '.');
        t.split_whitespace().collect::<Vec<_>>().windows(2).any(|w| is_word(w[0]) && is_word(w[1]))
    };
    chinese || (!sql.iter().any(|s| text.trim_start().starts_with(s)) && words(&plain))
}

/// Files whose words are read by programs, not people, each with the reason.
const NOT_SEEN: &[(&str, &str)] = &[
    ("domain/exchange/trail.rs", "the events of ODK's audit.csv, which other programs read"),
    (
        "domain/expr/function/date_names.rs",
        "names in the language of the survey, which need not be one of the program's",
    ),
    ("domain/place/sheet/words.rs", "headings and words of people's own lists, which are read"),
    ("domain/meeting/roll/heading.rs", "headings and words of people's own lists, which are read"),
    ("domain/meeting/minutes/door.rs", "words of doors as people write them, which are found"),
    ("domain/expr/value.rs", "the expression language's own word for a date that is none"),
    ("import/fonts.rs", "names of font families, which are looked for"),
    ("app/printing/lpstat.rs", "what the printing service says, which is read"),
    ("store/changed.rs", "SQL put together from pieces"),
    ("store/list.rs", "SQL put together from pieces"),
    ("store/meeting.rs", "SQL put together from pieces"),
    ("store/response.rs", "SQL put together from pieces"),
    ("store/row.rs", "SQL put together from pieces"),
    ("store/said.rs", "SQL put together from pieces"),
];

#[test]
fn visible_words_stand_in_the_locale_files() {
    let mut wrong = Vec::new();
    for file in files() {
        let seen = ["app", "ui", "cli", "root", "report", "store", "import", "domain"].contains(&file.layer.as_str());
        if !seen || NOT_SEEN.iter().any(|(path, _)| file.path == Path::new(path)) {
            continue;
        }
        let mut words = Words::default();
        words.visit_file(&file.syntax);
        for (text, line) in words.found {
            if reads_as_language(&text) {
                wrong.push(format!("{}:{line}: {text:?}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
