//! A survey as its author wrote it, in XLSForm's words, every piece with its place in the file.
//!
//! Nothing here is checked against anything else: `check` does that, `form` compiles the result.

use crate::domain::{Lang, Privacy, Refusal, Span, Spanned, Text};

/// A survey definition, one RON file.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// `id`: what responses are filed under; stays the same over versions.
    pub id: Spanned<String>,
    /// `version`: free text, by custom `yyyymmddnn`.
    pub version: String,
    /// `title`.
    pub title: Text,
    /// `default_language`.
    pub default_language: Lang,
    /// Every language some text of the survey is written in, default first.
    pub languages: Vec<Lang>,
    /// `style`: appearance words of the whole survey, such as `pages`.
    pub style: Vec<String>,
    /// `instance_name`: an expression that names one response.
    pub instance_name: Option<Formula>,
    /// `choices`: the choice lists by name, in file order.
    pub choices: Vec<ChoiceList>,
    /// `body`.
    pub body: Vec<Question>,
}

/// A list of choices, written in the file or named as a CSV file beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceList {
    /// What questions call it.
    pub name: Spanned<String>,
    /// The choices; empty while they still stand in [`ChoiceList::file`].
    pub choices: Vec<Choice>,
    /// The CSV file with columns `name`, `label` or `label::zh-CN`, and any others.
    pub file: Option<Spanned<String>>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What is stored; no spaces.
    pub name: Spanned<String>,
    /// What is shown.
    pub label: Text,
    /// Further columns, which a `choice_filter` may read.
    pub extra: Vec<(String, String)>,
}

/// An expression as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// The expression's text, escapes resolved.
    pub text: String,
    /// The string literal in the file, quotes included.
    pub span: Span,
    /// Whether `text` stands in the file letter by letter from `span.start + prefix`; else a fault is shown at the whole literal.
    pub prefix: Option<u32>,
}

/// One entry of a body: a question, a group or a repeat, with the properties of all kinds.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What it asks for.
    pub kind: Spanned<Kind>,
    /// Unique in the survey; `${name}` in expressions.
    pub name: Spanned<String>,
    /// What is asked. May hold `${name}`, replaced by the answer's text.
    pub label: Text,
    /// Small print below the label.
    pub hint: Text,
    /// Longer guidance, shown on demand.
    pub guidance_hint: Text,
    /// True when a blank keeps the response from being finalised.
    pub required: Option<Formula>,
    /// Shown when a required answer is blank.
    pub required_message: Text,
    /// When it is put at all.
    pub relevant: Option<Formula>,
    /// What an answer must fulfil; `.` is the answer.
    pub constraint: Option<Formula>,
    /// Shown when the constraint is not fulfilled.
    pub constraint_message: Text,
    /// A soft constraint, which the surveyor may pass with a reason.
    pub warning: Option<Formula>,
    /// Shown when the warning's expression is false.
    pub warning_message: Text,
    /// The value to compute.
    pub calculation: Option<Formula>,
    /// `trigger`: recompute the calculation only when this question changes.
    pub trigger: Option<Spanned<String>>,
    /// The first value: a literal or an expression.
    pub default: Option<Formula>,
    /// Shown but not typed.
    pub read_only: Option<Formula>,
    /// Appearance words, in file order.
    pub appearance: Vec<Spanned<String>>,
    /// Name of a choice list.
    pub choices: Option<Spanned<String>>,
    /// `or_other`: adds a choice `other` and a text question `<name>_other`, relevant while it is picked.
    pub or_other: bool,
    /// Which choices are offered; bare names are the choice's columns.
    pub choice_filter: Option<Formula>,
    /// `repeat_count` (also written `count`).
    pub repeat_count: Option<Formula>,
    /// `parameters`: `start end step randomize seed rows`, by name.
    pub parameters: Vec<(Spanned<String>, Spanned<String>)>,
    /// Which refusals the surveyor may choose.
    pub refusals: Vec<Refusal>,
    /// How far its answers may go; nothing when the author did not say. See [`super::Marks`] for what follows from it.
    pub privacy: Option<Spanned<Privacy>>,
    /// `disposition`: what its choices say came of the visit.
    pub disposition: Vec<super::Saying>,
    /// Questions inside a group or repeat.
    pub body: Vec<Question>,
}

/// Kinds of question, in XLSForm's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Kind {
    Text,
    Integer,
    Decimal,
    Range,
    Date,
    Time,
    DateTime,
    Note,
    Calculate,
    Hidden,
    Acknowledge,
    SelectOne,
    SelectMultiple,
    Rank,
    Geopoint,
    Barcode,
    Image,
    Audio,
    Video,
    File,
    Start,
    End,
    Today,
    DeviceId,
    Username,
    Group,
    Repeat,
}

impl Kind {
    /// A group or a repeat.
    #[must_use]
    pub fn holds_questions(self) -> bool {
        matches!(self, Self::Group | Self::Repeat)
    }

    /// Filled by the program and never shown while filling: calculate, hidden and the metadata kinds.
    #[must_use]
    pub fn is_silent(self) -> bool {
        matches!(
            self,
            Self::Calculate | Self::Hidden | Self::Start | Self::End | Self::Today | Self::DeviceId | Self::Username
        )
    }

    /// Answered with a text and nothing else; the path of a file is one.
    #[must_use]
    pub fn holds_text(self) -> bool {
        matches!(self, Self::Text | Self::Barcode | Self::DeviceId | Self::Username) || self.holds_file()
    }

    /// Answered with the path of a file.
    #[must_use]
    pub fn holds_file(self) -> bool {
        matches!(self, Self::Image | Self::Audio | Self::Video | Self::File)
    }

    /// `select_one`, `select_multiple` or `rank`.
    #[must_use]
    pub fn picks_choices(self) -> bool {
        matches!(self, Self::SelectOne | Self::SelectMultiple | Self::Rank)
    }
}
