//! The thread of a matter as everyone may read it.

use super::{
    About, {Came, Entry},
};
use crate::domain::{
    Text,
    meeting::minutes::{public_name, public_words},
};

/// What everyone may read of what a matter is about.
pub(super) fn about(about: &About) -> About {
    About { title: public_words(&about.title), note: public_words(&about.note), ..about.clone() }
}

/// What everyone may read of an entry: no phone numbers, of doors only the building, and of a suggestion neither where nor
/// in which response it was made. What answers a marked question has been left out before.
pub(super) fn entry(entry: Entry) -> Entry {
    let what = match entry.what {
        Came::Suggested { text, survey, .. } => {
            Came::Suggested { response: None, text: public_words(&text), door: None, survey }
        }
        Came::Raised { by, from } => Came::Raised { by: public_name(&by), from: from.map(|from| public_words(&from)) },
        Came::Changed { by, title } => Came::Changed { by: public_name(&by), title: public_words(&title) },
        Came::Noted { by, note } => Came::Noted { by: public_name(&by), note: public_words(&note) },
        Came::Merged { by, title } => Came::Merged { by: public_name(&by), title: public_words(&title) },
        Came::Split { title, into } => Came::Split { title: public_words(&title), into },
        Came::Put { by, step, note } => Came::Put { by: public_name(&by), step, note: public_words(&note) },
        Came::TalkedOver { session, kind, title } => Came::TalkedOver { session, kind, title: public_words(&title) },
        Came::Item { meeting, item, meeting_title, title, on, points } => {
            let (meeting_title, title) = (public_words(&meeting_title), text(title));
            Came::Item { meeting, item, meeting_title, title, on, points }
        }
        Came::Voted { meeting, motion, text: put, outcome, counts } => {
            Came::Voted { meeting, motion, text: text(put), outcome, counts }
        }
        Came::Granted { meeting, item, from, fen } => Came::Granted { meeting, item, from: text(from), fen },
        Came::Claimed { meeting, item, partner, part, delivered } => {
            Came::Claimed { meeting, item, partner: public_name(&partner), part: text(part), delivered }
        }
        Came::Allocated { fund, title, purpose, fen } => {
            Came::Allocated { fund, title: text(title), purpose: text(purpose), fen }
        }
        Came::Assigned { action, what, who, due } => {
            Came::Assigned { action, what: public_words(&what), who: public_name(&who), due }
        }
        Came::Done { action, what, by, note } => {
            Came::Done { action, what: public_words(&what), by: public_name(&by), note: public_words(&note) }
        }
        Came::Checked { action, what, by, note } => {
            Came::Checked { action, what: public_words(&what), by: public_name(&by), note: public_words(&note) }
        }
        sums @ Came::Pledged { .. } => sums,
    };
    Entry { at: entry.at, what }
}

fn text(text: Text) -> Text {
    Text(text.0.into_iter().map(|(lang, words)| (lang, public_words(&words))).collect())
}
