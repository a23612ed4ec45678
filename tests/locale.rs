//! Both languages say the same things, nothing is left unsaid or unused, and the Chinese is Chinese.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::{Path, PathBuf},
};

use babahui::{
    domain::Lang,
    locale::{LANGUAGES, Locale},
};
use regex::Regex;

/// Words of other languages that Chinese sentences may hold: names of programs, keys, formats and commands. Words in
/// backticks, file names, flags and words in capitals need not stand here.
const NAMES: &[&str] = &[
    "Alt",
    "Backspace",
    "Ctrl",
    "Delete",
    "End",
    "English",
    "Enter",
    "Esc",
    "Excel",
    "Home",
    "PgDn",
    "PgUp",
    "SQLite",
    "Shift",
    "Tab",
    "babahui",
    "en",
    "fg",
    "shell",
];

/// One message of a Fluent file: what it says, and the arguments it uses.
#[derive(Default)]
struct Message {
    text: String,
    arguments: BTreeSet<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn file_of(language: &str) -> String {
    fs::read_to_string(root().join("locales").join(language).join("babahui.ftl")).unwrap()
}

/// The messages of a Fluent file's text.
fn messages(text: &str) -> BTreeMap<String, Message> {
    let mut found: BTreeMap<String, Message> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut said = line;
        if line.starts_with(|c: char| c.is_ascii_alphabetic())
            && let Some((id, rest)) = line.split_once('=')
        {
            id.trim().clone_into(&mut current);
            assert!(!found.contains_key(&current), "{current} stands twice");
            said = rest;
        }
        if said.trim().is_empty() {
            continue;
        }
        let message = found.entry(current.clone()).or_default();
        message.text.push_str(said.trim());
        message.text.push('\n');
        for piece in line.split('$').skip(1) {
            let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
            message.arguments.insert(name);
        }
    }
    found
}

/// The text of every source file.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(dir: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join("src"), &mut found);
    found
}

#[test]
fn every_language_has_every_message_with_the_same_arguments() {
    let english = messages(&file_of("en"));
    assert!(!english.is_empty());
    for language in LANGUAGES {
        let other = messages(&file_of(language));
        let ids = |messages: &BTreeMap<String, Message>| messages.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(ids(&english), ids(&other), "message ids of {language} differ");
        for (id, message) in &english {
            assert_eq!(message.arguments, other[id].arguments, "arguments of {id} in {language} differ");
        }
    }
}

#[test]
fn every_folder_of_words_is_a_language_the_program_speaks() {
    let folders: BTreeSet<String> = fs::read_dir(root().join("locales"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(folders, LANGUAGES.into_iter().map(str::to_owned).collect());
}

#[test]
fn every_message_can_be_said() {
    for language in LANGUAGES {
        let locale = Locale::new(&Lang::new(language));
        assert_eq!(locale.lang().as_str(), language);
        for (id, message) in messages(&file_of(language)) {
            let arguments: HashMap<&str, i64> = message.arguments.iter().map(|name| (name.as_str(), 2)).collect();
            let said = locale.loader(&id).get_args(&id, arguments);
            assert!(!said.trim().is_empty() && said != id, "{id} says nothing in {language}");
            assert!(!said.contains("No localization for id") && !said.contains("{$"), "{id} in {language}: {said}");
        }
    }
}

#[test]
fn a_language_the_program_does_not_speak_falls_back() {
    let rows = [("zh-TW", "zh-CN"), ("zh", "zh-CN"), ("en-GB", "en"), ("fr", "en"), ("", "en")];
    for (asked, spoken) in rows {
        assert_eq!(Locale::new(&Lang::new(asked)).lang().as_str(), spoken, "{asked}");
    }
}

#[test]
fn no_message_is_unused() {
    let sources = sources();
    let files: Vec<String> = LANGUAGES.iter().map(|language| file_of(language)).collect();
    // Ids put together from parts, as `format!("cli-{name}")`: their fixed beginning.
    let built = Regex::new(r#"format!\("([a-z0-9-]+-)\{"#).unwrap();
    let beginnings: BTreeSet<&str> = sources
        .iter()
        .flat_map(|(_, text)| built.captures_iter(text))
        .filter_map(|found| found.get(1).map(|beginning| beginning.as_str()))
        .collect();
    let used = |id: &str| {
        let quoted = format!("\"{id}\"");
        let referred = format!("{{ {id} }}");
        beginnings.iter().any(|beginning| id.starts_with(beginning))
            || sources.iter().any(|(_, text)| text.contains(&quoted))
            || files.iter().any(|text| text.contains(&referred))
    };
    let unused: Vec<String> = messages(&file_of("en")).into_keys().filter(|id| !used(id)).collect();
    assert!(unused.is_empty(), "no source file names these messages: {unused:?}");
}

#[test]
fn no_message_is_missing() {
    let known = messages(&file_of("en"));
    let named = Regex::new(r#"(?s)\btr!\(\s*[^,]+?,\s*"([a-z0-9-]+)""#).unwrap();
    let mut count = 0;
    for (path, text) in sources() {
        for found in named.captures_iter(&text).filter(|found| &found[1] != "home-responses") {
            count += 1;
            assert!(known.contains_key(&found[1]), "{} names {}, which no file has", path.display(), &found[1]);
        }
    }
    assert!(count > 20, "the search found only {count}");
}

/// What a Chinese message says, without placeables, variant keys, words in backticks and double quotes.
fn chinese_words(text: &str) -> String {
    let aside = Regex::new(r#"\{[^{}]*\}|\{\s*\$[^>]*->|^\s*\*?\[[^\]]*\]|`[^`]*`|"[^"]*""#).unwrap();
    text.lines().map(|line| aside.replace_all(line, " ").into_owned() + "\n").collect()
}

#[test]
fn chinese_holds_no_leftover_english() {
    let token = Regex::new(r"[A-Za-z0-9_./-]*[A-Za-z][A-Za-z0-9_./-]*").unwrap();
    let mut leftover = Vec::new();
    for (id, message) in messages(&file_of("zh-CN")) {
        for word in token.find_iter(&chinese_words(&message.text)) {
            let word = word.as_str().trim_end_matches(['.', '/', '-']);
            let code = word.contains(['.', '-', '_', '/']) || word.contains(|c: char| c.is_ascii_digit());
            let capitals = !word.contains(|c: char| c.is_ascii_lowercase());
            if !(code || capitals || word.len() == 1 || NAMES.contains(&word)) {
                leftover.push(format!("{id}: {word}"));
            }
        }
    }
    assert!(leftover.is_empty(), "in backticks if it is to be typed, else in Chinese: {leftover:#?}");
}

#[test]
fn chinese_punctuation_stands_by_chinese() {
    let half = Regex::new(r"\p{Han}\s?[,;:!?]|[,;!?]\s?\p{Han}|\p{Han}[.()]|[()]\p{Han}").unwrap();
    let mut found = Vec::new();
    for (id, message) in messages(&file_of("zh-CN")) {
        found.extend(half.find_iter(&chinese_words(&message.text)).map(|place| format!("{id}: {}", place.as_str())));
    }
    assert!(found.is_empty(), "half-width punctuation: {found:#?}");
}

#[test]
fn sentences_hold_no_character_that_is_not_seen() {
    for language in LANGUAGES {
        for (id, message) in messages(&file_of(language)) {
            let clean = babahui::locale::clean_text(&message.text);
            assert_eq!(clean, message.text, "{id} in {language}");
        }
    }
}
