//! What can be wrong with RON as such, before anybody asks what it means.

use crate::domain::{Span, meeting::agenda::Vocabulary};

/// One fault of notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// The file holds no value at all.
    Empty,
    /// Two neighbours without a comma between them; the problem's span is the end of the first.
    MissingComma,
    /// A field or map entry without its colon.
    MissingColon,
    /// A name or map key without a value.
    MissingValue,
    /// A bracket that is never closed.
    Unclosed {
        /// The bracket, `(`, `[` or `{`.
        open: char,
        /// Where it was clear that it had not been closed.
        noticed: Span,
    },
    /// A closing bracket that closes nothing.
    StrayClosing {
        /// The bracket.
        found: char,
        /// The bracket that would have closed what is open.
        wanted: Option<char>,
    },
    /// Something that has no place here.
    Stray {
        /// The text as written, cut to a few words.
        found: String,
    },
    /// A character that looks like notation and is none, such as the full-width comma.
    Lookalike {
        /// As written.
        found: char,
        /// What RON reads.
        meant: char,
    },
    /// A text without its closing quote.
    UnclosedText,
    /// A `/*` without `*/`.
    UnclosedComment,
    /// A backslash followed by something that is no escape.
    BadEscape {
        /// The escape as written.
        found: String,
    },
    /// A character in single quotes that is not one character.
    BadCharacter,
    /// Digits that make no number.
    BadNumber {
        /// As written.
        found: String,
    },
    /// `#![..]` that is not `enable(..)`, `type = ".."` or `schema = ".."`.
    BadAttribute,
    /// `#![enable(..)]` names something RON does not have.
    UnknownExtension {
        /// As written.
        found: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// A text without quotes, such as `zh-CN`.
    Unquoted {
        /// As written.
        found: String,
    },
    /// A field's name in quotes.
    QuotedName {
        /// The name.
        name: String,
    },
    /// Fields with names and values without in one pair of brackets.
    MixedFields,
    /// More brackets inside each other than anybody writes.
    TooDeep,
    /// Something after the end of the value.
    Trailing,
}

/// What kind of thing stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing that could be read.
    Nothing,
    /// `()`
    Unit,
    /// `true` or `false`.
    Bool,
    /// `12`, `1.5`.
    Number,
    /// `'x'`
    Character,
    /// `".."`
    Text,
    /// `b".."`
    Bytes,
    /// `[..]`
    List,
    /// `{..}`
    Map,
    /// `(a, b)`
    Tuple,
    /// `(a: 1)`
    Fields,
    /// A bare name.
    Name,
    /// `1..2`
    Range,
}

/// What a field wants to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A text, or `{"zh-CN": "..", "en": ".."}`.
    Words,
    /// `true`, `false` or an expression in quotes.
    Condition,
    /// An expression in quotes, or a number.
    Formula,
    /// A number, `true`, `false`, or a text that is a value or an expression.
    Default,
    /// `true` or `false`.
    Bool,
    /// Words in one text, separated by spaces, or a list of texts.
    WordList,
    /// `{"start": 1, "end": 10}` or `"start=1 end=10"`.
    Parameters,
    /// A list of `refused`, `dont_know`, `not_applicable`.
    Refusals,
    /// `Open`, `Personal` or `Sensitive`.
    Privacy,
    /// `{"met": Done, "away": NobodyHome, ..}`.
    Disposition,
    /// A list of questions.
    Questions,
    /// One question, `Text(name: "..", label: "..")`.
    Question,
    /// The name of a choice list, a list of choices, or `File("name.csv")`.
    ChoicesOfQuestion,
    /// `{"list": [..], ..}`.
    ChoiceLists,
    /// A list of choices or `File("name.csv")`.
    ChoiceList,
    /// One choice, `(name: "..", label: "..")`.
    Choice,
    /// A text or a number.
    Cell,
    /// `Survey(..)`.
    Survey,
    /// A list of language codes.
    Languages,
    /// `Agenda(..)`.
    Agenda,
    /// A rule, `Discussion(Majority)`.
    Rule,
    /// A list of tests.
    Tests,
    /// A test, `AtLeast("2/3", Heads, Participating, Entitled)`.
    Test,
    /// `(abstain: TakesPart, ..)`.
    Settings,
    /// A word without quotation marks, of those that name this.
    Word(Vocabulary),
    /// A list of texts in languages.
    Texts,
    /// A list of names in quotation marks.
    Names,
    /// A list of items.
    Items,
    /// One item, `Discuss(name: "..", title: ..)`.
    Item,
    /// A list of motions.
    Motions,
    /// One motion, `Motion(name: "..", text: ..)`.
    Motion,
    /// A way of voting.
    Way,
    /// `"roll.csv"`, a list of voters, or `Later`.
    Roll,
    /// One voter, `Owner(name: "..", units: [..])`.
    Voter,
    /// A list of units.
    Units,
    /// One unit, `(door: "1-1-101", area: "72.40")`.
    Unit,
    /// `Match(from: .., min: "3", max: "5")`.
    Match,
    /// A list of parts.
    Parts,
    /// One part, `Part(name: "seats", title: ..)`.
    Part,
    /// `(name: "..", title: .., sources: [..], allocations: [..])`.
    Fund,
    /// A fund's sources.
    Sources,
    /// A fund's allocations.
    Allocations,
}
