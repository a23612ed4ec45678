//! What tests of surveys and agendas share: a folder of bad files, what is told about one, texts with accidents.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::{Path, PathBuf};

use babahui::{
    domain::{Lang, Problem, Source},
    locale::{LANGUAGES, Locale, printed},
};
use proptest::prelude::*;

/// The definitions in a folder of the tests, by name.
pub fn files_in(folder: &str) -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "ron"));
    paths.sort();
    paths
}

/// Everything a person reads about a file, in every language.
pub fn told(source: &Source, problems: &[Problem]) -> String {
    let in_language = |lang: &&str| {
        let locale = Locale::new(&Lang::new(*lang));
        let all: Vec<String> = problems.iter().map(|p| printed(&locale, source, p)).collect();
        all.join("\n\n")
    };
    LANGUAGES.iter().map(in_language).collect::<Vec<_>>().join("\n\n----\n\n")
}

/// One of these texts with some bytes put in, taken out or swapped.
pub fn mutated(texts: Vec<String>) -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "(", ")", "[", "]", "{", "}", "\"", "'", ",", ":", "\\", "${", "，", "“", "r#\"", "/*", "\n", "9", "0/0",
        "items: [",
    ]);
    let change = (any::<prop::sample::Index>(), 0_usize..30, piece);
    (prop::sample::select(texts), prop::collection::vec(change, 1..6)).prop_map(|(mut text, changes)| {
        for (at, length, piece) in changes {
            let start = text.floor_char_boundary(at.index(text.len()));
            let end = text.floor_char_boundary((start + length).min(text.len())).max(start);
            text.replace_range(start..end, piece);
        }
        text
    })
}
