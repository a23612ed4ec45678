//! Which choices of a picker match what was typed.
//!
//! Each further letter searches only what matched before it, and taking a letter back returns to the set from before:
//! ten thousand choices narrow as one types.

use std::cell::OnceCell;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32String};

use super::Entry;
use crate::locale::{clean_line, fold_typed};

/// The sets of choices on the way to the present query.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// One set for each start of the query that was searched; empty while all choices show.
    found: Vec<Found>,
    /// Folded choices, made at the first letter typed.
    haystacks: Vec<Haystack>,
}

/// The choices that match a start of the query, best first.
#[derive(Debug, Clone, Default)]
struct Found {
    query: String,
    matches: Vec<u32>,
}

impl Search {
    /// The places of the choices that match, best first; nothing while all show.
    pub(super) fn matches(&self) -> Option<&[u32]> {
        self.found.last().map(|found| found.matches.as_slice())
    }

    /// All choices show again.
    pub(super) fn clear(&mut self) {
        self.found.clear();
    }

    /// The choices are others, or say something else.
    pub(super) fn forget(&mut self) {
        self.found.clear();
        self.haystacks.clear();
    }

    /// Folds the choices.
    pub(super) fn make_ready(&mut self, entries: &[Entry]) {
        if self.haystacks.is_empty() {
            self.haystacks = entries.iter().map(Haystack::new).collect();
        }
    }

    /// Searches among what matched the longest start of `typed` searched before.
    pub(super) fn search(&mut self, typed: &str, entries: &[Entry]) {
        let query = folded(typed).to_lowercase();
        while self.found.last().is_some_and(|found| !query.starts_with(&found.query)) {
            self.found.pop();
        }
        if query.is_empty() || self.found.last().is_some_and(|found| found.query == query) {
            return;
        }
        self.make_ready(entries);
        let matches = match self.found.last() {
            Some(found) => rank(&query, &self.haystacks, found.matches.iter().copied()),
            None => rank(&query, &self.haystacks, 0..u32::try_from(self.haystacks.len()).unwrap_or(u32::MAX)),
        };
        self.found.push(Found { query, matches });
    }
}

/// How queries and entries are compared: full-width as ASCII, spaces at the ends aside.
fn folded(text: &str) -> String {
    fold_typed(&clean_line(text)).trim().to_owned()
}

/// An entry as it is searched.
#[derive(Debug)]
struct Haystack {
    /// Folded and in lower case.
    text: String,
    /// The same for the fuzzy matcher, made when it is first asked.
    letters: OnceCell<Utf32String>,
}

impl Haystack {
    fn new(entry: &Entry) -> Self {
        let text = if entry.note.is_empty() {
            folded(&entry.label)
        } else {
            folded(&format!("{} {}", entry.label, entry.note))
        };
        Self { text: text.to_lowercase(), letters: OnceCell::new() }
    }
}

/// A text for the fuzzy matcher, letter by letter: finding out which of them stand in one place takes longer than the match.
fn letters_of(text: &str) -> Utf32String {
    if text.is_ascii() { Utf32String::Ascii(text.into()) } else { Utf32String::Unicode(text.chars().collect()) }
}

/// Those of `among` that match, best first: those that begin with the query, those that hold it, in list order, then
/// those that hold its letters in order, by the matcher's score.
///
/// What matches a query matches every start of it, so a longer query may search among the matches of a shorter one.
fn rank(query: &str, haystacks: &[Haystack], among: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let letters: String = query.split_whitespace().collect();
    // One letter that is not held is not matched either, but for accents that are passed over.
    let only = query.chars().count() == 1 && !query.is_ascii();
    let fuzzy = Atom::new(&letters, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy, false);
    let mut ranked: Vec<(u8, u16, u32)> = among
        .filter_map(|index| {
            let haystack = haystacks.get(index as usize)?;
            if haystack.text.starts_with(query) {
                Some((0, 0, index))
            } else if haystack.text.contains(query) {
                Some((1, 0, index))
            } else if only {
                None
            } else {
                let letters = haystack.letters.get_or_init(|| letters_of(&haystack.text));
                let score = fuzzy.score(letters.slice(..), &mut matcher)?;
                Some((2, u16::MAX - score, index))
            }
        })
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, _, index)| index).collect()
}
