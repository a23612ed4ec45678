//! The words an agenda file may use, and what people mean by others.

use super::Vocabulary;
use crate::domain::{
    meeting::{
        Fraction, Threshold,
        rule::{Discussion, Matter, Measure, Voices},
    },
    session::SessionKind,
};

/// Kinds of item.
pub(super) const ITEMS: [&str; 11] =
    ["Inform", "Hear", "Discuss", "Decide", "Pledge", "Claim", "Assign", "FollowUp", "Survey", "Fund", "Pause"];

/// Kinds of session.
pub(super) const SESSIONS: [(&str, SessionKind); 6] = [
    ("CourtyardMeeting", SessionKind::CourtyardMeeting),
    ("CommunityChat", SessionKind::CommunityChat),
    ("NeighboursDialogue", SessionKind::NeighboursDialogue),
    ("MicroRenewal", SessionKind::MicroRenewal),
    ("DoorToDoor", SessionKind::DoorToDoor),
    ("Other", SessionKind::Other),
];

/// Rules.
pub(super) const RULES: [&str; 5] = ["Discussion", "ResidentsMeeting", "Owners", "Unanimous", "Rule"];

/// `Discussion(..)`.
pub(super) const DISCUSSIONS: [(&str, Discussion); 3] =
    [("Majority", Discussion::Majority), ("TwoThirds", Discussion::TwoThirds), ("Consent", Discussion::Consent)];

/// `Owners(..)`.
pub(super) const MATTERS: [(&str, Matter); 2] = [("Ordinary", Matter::Ordinary), ("Special", Matter::Special)];

/// Comparisons.
pub(super) const TESTS: [(&str, Compare); 3] =
    [("MoreThan", Threshold::MoreThan), ("AtLeast", Threshold::AtLeast), ("AtMost", Threshold::AtMost)];

/// A comparison without its fraction.
pub(super) type Compare = fn(Fraction) -> Threshold;

/// What a test measures.
pub(super) const MEASURES: [(&str, Measure); 3] =
    [("Heads", Measure::Heads), ("Area", Measure::Area), ("Ballots", Measure::Ballots)];

/// Voices.
pub(super) const VOICES: [(&str, Voices); 6] = [
    ("Consenting", Voices::Consenting),
    ("Objecting", Voices::Objecting),
    ("Participating", Voices::Participating),
    ("Valid", Voices::Valid),
    ("Present", Voices::Present),
    ("Entitled", Voices::Entitled),
];

/// Ways of voting.
pub(super) const WAYS: [&str; 5] = ["ShowOfHands", "RollCall", "Secret", "Consent", "Dots"];

/// What people mean by other words, in small letters and without separators.
const MEANT: [(Vocabulary, &str, &str); 33] = [
    (Vocabulary::Item, "report", "Inform"),
    (Vocabulary::Item, "opening", "Inform"),
    (Vocabulary::Item, "note", "Inform"),
    (Vocabulary::Item, "ask", "Hear"),
    (Vocabulary::Item, "consult", "Hear"),
    (Vocabulary::Item, "discussion", "Discuss"),
    (Vocabulary::Item, "talk", "Discuss"),
    (Vocabulary::Item, "vote", "Decide"),
    (Vocabulary::Item, "motion", "Decide"),
    (Vocabulary::Item, "decision", "Decide"),
    (Vocabulary::Item, "donate", "Pledge"),
    (Vocabulary::Item, "actions", "Assign"),
    (Vocabulary::Item, "tasks", "Assign"),
    (Vocabulary::Item, "review", "FollowUp"),
    (Vocabulary::Item, "questionnaire", "Survey"),
    (Vocabulary::Item, "break", "Pause"),
    (Vocabulary::Item, "group", "Inform"),
    (Vocabulary::Rule, "majority", "Discussion"),
    (Vocabulary::Rule, "twothirds", "Discussion"),
    (Vocabulary::Rule, "consent", "Discussion"),
    (Vocabulary::Rule, "residents", "ResidentsMeeting"),
    (Vocabulary::Rule, "ordinary", "Owners"),
    (Vocabulary::Rule, "special", "Owners"),
    (Vocabulary::Rule, "everyone", "Unanimous"),
    (Vocabulary::Way, "hands", "ShowOfHands"),
    (Vocabulary::Way, "named", "RollCall"),
    (Vocabulary::Way, "bydoor", "RollCall"),
    (Vocabulary::Way, "ballot", "Secret"),
    (Vocabulary::Way, "paper", "Secret"),
    (Vocabulary::Way, "stickers", "Dots"),
    (Vocabulary::Session, "meeting", "CourtyardMeeting"),
    (Vocabulary::Session, "chat", "CommunityChat"),
    (Vocabulary::Session, "dialogue", "NeighboursDialogue"),
];

/// The likeliest meant of the known words.
pub(super) fn near(which: Vocabulary, word: &str, known: &[&'static str]) -> Option<String> {
    let folded: String = word.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).flat_map(char::to_lowercase).collect();
    let meant = MEANT.iter().find(|(w, old, _)| *w == which && *old == folded).map(|(_, _, new)| *new);
    meant.or_else(|| crate::domain::near(word, known.iter().copied())).map(ToOwned::to_owned)
}
