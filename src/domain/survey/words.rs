//! The words a definition may use: kinds, appearances, parameters, refusals, and what older forms called them.

use super::Kind;
use crate::domain::Refusal;

/// Every kind by the name it has in a definition, in the order they are explained.
pub const KINDS: [(&str, Kind); 27] = [
    ("Text", Kind::Text),
    ("Integer", Kind::Integer),
    ("Decimal", Kind::Decimal),
    ("Range", Kind::Range),
    ("Date", Kind::Date),
    ("Time", Kind::Time),
    ("DateTime", Kind::DateTime),
    ("Note", Kind::Note),
    ("Calculate", Kind::Calculate),
    ("Hidden", Kind::Hidden),
    ("Acknowledge", Kind::Acknowledge),
    ("SelectOne", Kind::SelectOne),
    ("SelectMultiple", Kind::SelectMultiple),
    ("Rank", Kind::Rank),
    ("Geopoint", Kind::Geopoint),
    ("Barcode", Kind::Barcode),
    ("Image", Kind::Image),
    ("Audio", Kind::Audio),
    ("Video", Kind::Video),
    ("File", Kind::File),
    ("Start", Kind::Start),
    ("End", Kind::End),
    ("Today", Kind::Today),
    ("DeviceId", Kind::DeviceId),
    ("Username", Kind::Username),
    ("Group", Kind::Group),
    ("Repeat", Kind::Repeat),
];

/// Kinds under the names they have, or had, elsewhere. They are suggested, not accepted.
const OLD_KINDS: [(&str, &str); 31] = [
    ("select", "SelectOne"),
    ("select1", "SelectOne"),
    ("selectonefrom", "SelectOne"),
    ("selectonefromfile", "SelectOne"),
    ("selectoneexternal", "SelectOne"),
    ("radio", "SelectOne"),
    ("choice", "SelectOne"),
    ("selectallthatapply", "SelectMultiple"),
    ("selectallthatapplyfrom", "SelectMultiple"),
    ("selectmultiplefrom", "SelectMultiple"),
    ("selectmultiplefromfile", "SelectMultiple"),
    ("selectmany", "SelectMultiple"),
    ("checkbox", "SelectMultiple"),
    ("multiselect", "SelectMultiple"),
    ("int", "Integer"),
    ("number", "Decimal"),
    ("float", "Decimal"),
    ("string", "Text"),
    ("geotrace", "Text"),
    ("geoshape", "Text"),
    ("phonenumber", "Text"),
    ("gps", "Geopoint"),
    ("location", "Geopoint"),
    ("photo", "Image"),
    ("trigger", "Acknowledge"),
    ("bool", "Acknowledge"),
    ("begingroup", "Group"),
    ("section", "Group"),
    ("beginrepeat", "Repeat"),
    ("calculation", "Calculate"),
    ("backgroundaudio", "Audio"),
];

/// The kind of that name.
pub fn kind(word: &str) -> Option<Kind> {
    KINDS.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
}

/// The kind's name in a definition.
#[must_use]
pub fn kind_name(kind: Kind) -> &'static str {
    KINDS.iter().find(|(_, k)| *k == kind).map_or("", |(name, _)| name)
}

/// The kind somebody meant who wrote `word`.
pub fn near_kind(word: &str) -> Option<&'static str> {
    let folded: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let old = OLD_KINDS.iter().find(|(name, _)| *name == folded).map(|(_, name)| *name);
    old.or_else(|| crate::domain::near(word, KINDS.iter().map(|(name, _)| *name)))
}

/// What XLSForm writes for true and false.
pub const TRUTH: [(&str, bool); 10] = [
    ("yes", true),
    ("Yes", true),
    ("YES", true),
    ("true", true),
    ("TRUE", true),
    ("no", false),
    ("No", false),
    ("NO", false),
    ("false", false),
    ("FALSE", false),
];

/// The refusals by name.
pub const REFUSALS: [(&str, Refusal); 3] =
    [("refused", Refusal::Refused), ("dont_know", Refusal::DontKnow), ("not_applicable", Refusal::NotApplicable)];

/// Appearances that mean something in a terminal.
pub const APPEARANCES: [&str; 26] = [
    "multiline",
    "numbers",
    "masked",
    "thousands-sep",
    "no-calendar",
    "month-year",
    "year",
    "minimal",
    "search",
    "autocomplete",
    "quick",
    "likert",
    "columns",
    "list-nolabel",
    "list",
    "label",
    "table-list",
    "field-list",
    "vertical",
    "horizontal",
    "compact",
    "rating",
    "picker",
    "counter",
    "no-ticks",
    "hidden-answer",
];

/// Appearances other programs know, which change nothing here.
const ELSEWHERE: [&str; 33] = [
    "annotate",
    "bearing",
    "bikram-sambat",
    "buddhist",
    "columns-pack",
    "coptic",
    "distress",
    "draw",
    "ethiopian",
    "front",
    "hidden",
    "horizontal-compact",
    "image-map",
    "islamic",
    "inline",
    "map",
    "maps",
    "myanmar",
    "new",
    "new-front",
    "new-rear",
    "no-buttons",
    "no-collapse",
    "pages",
    "persian",
    "placement-map",
    "printer",
    "selfie",
    "signature",
    "spinner",
    "summary",
    "theme-grid",
    "url",
];

/// Whether an appearance is one this or another program knows.
pub fn known_appearance(word: &str) -> bool {
    let numbered =
        |stem: &str| word.strip_prefix(stem).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    APPEARANCES.contains(&word)
        || ELSEWHERE.contains(&word)
        || numbered("columns-")
        || numbered("compact-")
        || numbered("quickcompact-")
        || numbered("w")
        || word == "quickcompact"
        || word.starts_with("ex:")
        || word.starts_with("search(")
}

/// The parameters of a kind; the second list is of those that are kept and change nothing here.
pub fn parameters(kind: Kind) -> (&'static [&'static str], &'static [&'static str]) {
    match kind {
        Kind::Range => (&["start", "end", "step"], &["tick_interval", "placeholder", "tick_labelset"]),
        Kind::SelectOne | Kind::SelectMultiple | Kind::Rank => (&["randomize", "seed"], &["value", "label"]),
        Kind::Text => (&["rows"], &[]),
        Kind::Image => (&[], &["max-pixels", "app"]),
        Kind::Audio => (&[], &["quality"]),
        Kind::Geopoint => (&[], &["capture-accuracy", "warning-accuracy", "allow-mock-accuracy"]),
        _ => (&[], &[]),
    }
}
