//! Where versions of a survey differ: noted, so that a reader of a tally knows, while every column stays.

use super::{Codebook, Item};
use crate::domain::survey::Kind;

/// One difference between a version and the one before it.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionNote {
    /// The question.
    pub question: String,
    /// The `version` in which it differs from the version before.
    pub version: String,
    /// How.
    pub change: Change,
}

/// How a question differs from the version before.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It is new: responses of earlier versions were not asked.
    Added,
    /// It is gone: responses from this version on are not asked.
    Dropped,
    /// Another kind of question under the same name.
    Kind {
        /// Kind before.
        before: Kind,
        /// Kind now.
        now: Kind,
    },
    /// It moved into, out of or between repeats: its answers stand in two columns.
    Moved,
    /// Other words are asked.
    Reworded,
    /// Choices by name.
    Choices {
        /// New ones.
        added: Vec<String>,
        /// Those no longer offered; they keep their label and their counts.
        dropped: Vec<String>,
        /// Those with another label.
        reworded: Vec<String>,
    },
}

/// The differences of `now` from `before`, in the order of `now`, dropped questions at the end.
#[must_use]
pub fn differences(before: &Codebook, now: &Codebook) -> Vec<VersionNote> {
    let mut notes = Vec::new();
    let old = flat(&before.items, "");
    let new = flat(&now.items, "");
    let mut note = |item: &Item, change| {
        notes.push(VersionNote { question: item.name.clone(), version: now.version.clone(), change });
    };
    for (repeat, item) in &new {
        let Some((repeat_before, earlier)) = old.iter().find(|(_, o)| o.name == item.name) else {
            note(item, Change::Added);
            continue;
        };
        if earlier.kind != item.kind {
            note(item, Change::Kind { before: earlier.kind, now: item.kind });
        }
        if repeat_before != repeat {
            note(item, Change::Moved);
        }
        if earlier.label != item.label {
            note(item, Change::Reworded);
        }
        if let Some(change) = choices(earlier, item) {
            note(item, change);
        }
    }
    for (_, item) in old.iter().filter(|(_, o)| !new.iter().any(|(_, n)| n.name == o.name)) {
        note(item, Change::Dropped);
    }
    notes
}

fn choices(before: &Item, now: &Item) -> Option<Change> {
    if before.choices == now.choices {
        return None;
    }
    let missing = |from: &Item, other: &Item| -> Vec<String> {
        let has = |name: &String| other.choices.iter().any(|(n, _)| n == name);
        from.choices.iter().map(|(n, _)| n).filter(|n| !has(n)).cloned().collect()
    };
    let relabelled = |(name, label): &&(String, _)| before.choices.iter().any(|(n, l)| n == name && l != label);
    let reworded: Vec<String> = now.choices.iter().filter(relabelled).map(|(n, _)| n.clone()).collect();
    let (added, dropped) = (missing(now, before), missing(before, now));
    let same = added.is_empty() && dropped.is_empty() && reworded.is_empty();
    (!same).then_some(Change::Choices { added, dropped, reworded })
}

/// All items with the name of the innermost repeat around each.
fn flat<'a>(items: &'a [Item], repeat: &'a str) -> Vec<(&'a str, &'a Item)> {
    items.iter().flat_map(|i| std::iter::once((repeat, i)).chain(flat(&i.body, &i.name))).collect()
}
