//! Faults in a file somebody wrote: what is wrong, where, what was expected.
//!
//! A [`Problem`] is data. The sentence is made in `locale/problem.rs`, the caret line in `locale/caret.rs`.

use std::borrow::Cow;

use super::{
    Lang,
    expr::ExprFault,
    meeting::{agenda::AgendaFault, roll::RollFault},
    ron::{Expected, Found, SyntaxFault},
    survey::Kind,
};

/// A range of bytes in a source text, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range `start..end`, in bytes; offsets beyond 4 GiB are cut.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end) }
    }
}

/// A piece of a definition together with where it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spanned<T> {
    /// The piece.
    pub value: T,
    /// Where it stands in the file.
    pub span: Span,
}

/// A text file that was read: what to call it, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name shown to people, usually the path as they gave it.
    pub name: String,
    /// The whole text; borrowed where it is part of the program.
    pub text: Cow<'static, str>,
}

impl Source {
    /// Line and column of a byte offset, both from 1; the column counts characters.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let end = self.text.floor_char_boundary((offset as usize).min(self.text.len()));
        let before = &self.text[..end];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// Whether a problem keeps the file from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used as it is.
    Error,
    /// The file works; a person should look.
    Warning,
}

/// One fault in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Error or warning.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What.
    pub fault: Fault,
}

impl Problem {
    /// A fault that keeps the file from being used.
    #[must_use]
    pub fn error(span: Span, fault: Fault) -> Self {
        Self { severity: Severity::Error, span, fault }
    }

    /// A fault that a person should look at.
    #[must_use]
    pub fn warning(span: Span, fault: Fault) -> Self {
        Self { severity: Severity::Warning, span, fault }
    }
}

/// What is wrong. Each variant has one sentence in the locale files, `fault-*`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A fault of notation.
    Syntax(SyntaxFault),
    /// A fault inside an expression; the problem's span is already that of the file.
    Expr(ExprFault),
    /// A fault of an agenda.
    Agenda(AgendaFault),
    /// A row of a meeting's roll.
    Roll {
        /// The CSV file it stands in, when it stands in one.
        file: Option<String>,
        /// The earlier row it has to do with, when both stand in the agenda itself.
        first: Option<Span>,
        /// What.
        fault: RollFault,
    },
    /// The file is not UTF-8 text.
    NotUtf8,
    /// A field nobody knows.
    UnknownField {
        /// As written.
        field: String,
        /// The likeliest meant.
        near: Option<String>,
        /// Every field that may stand here.
        known: Vec<&'static str>,
    },
    /// A field or a map key written twice.
    RepeatedField {
        /// The field.
        field: String,
        /// Where it stands first.
        first: Span,
    },
    /// A field that must be there.
    MissingField {
        /// The field.
        field: &'static str,
    },
    /// A field that holds the wrong sort of thing.
    WrongType {
        /// What would be right.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// A kind of question nobody knows.
    UnknownKind {
        /// As written.
        kind: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// An appearance nobody knows.
    UnknownAppearance {
        /// As written.
        word: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// A parameter the kind does not have.
    UnknownParameter {
        /// As written.
        parameter: String,
        /// The likeliest meant.
        near: Option<String>,
        /// Those the kind has.
        known: Vec<&'static str>,
    },
    /// A parameter whose value makes no sense.
    BadParameter {
        /// The parameter.
        parameter: String,
        /// As written.
        value: String,
        /// What it must be.
        rule: ParameterRule,
    },
    /// A refusal nobody knows.
    UnknownRefusal {
        /// As written.
        refusal: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// A privacy mark nobody knows.
    UnknownPrivacy {
        /// As written.
        word: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// What came of a visit, in a word nobody knows.
    UnknownDisposition {
        /// As written.
        word: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// A question inside a repeat that is to say what came of the visit, or when to come back.
    DispositionInRepeat,
    /// Choices that say nothing of what came of the visit, while others of the question do: they count as done.
    UnsaidDisposition {
        /// Their names, in list order.
        choices: Vec<String>,
    },
    /// When to come back is to be said by a question that is not there.
    UnknownAppointment {
        /// As written.
        name: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// When to come back is to be said by a question that does not ask for it.
    BadAppointment {
        /// `day` or `time`.
        field: &'static str,
        /// The question.
        name: String,
        /// Its kind.
        kind: Kind,
    },
    /// A property that means nothing on this kind of question.
    Misplaced {
        /// The property.
        field: &'static str,
        /// The kind.
        kind: Kind,
    },
    /// A property this program keeps but cannot show, such as a picture beside a label.
    NotShown {
        /// The property.
        field: String,
    },
    /// Two questions of one name.
    DuplicateName {
        /// The name.
        name: String,
        /// The first of them.
        first: Span,
    },
    /// A name that cannot stand in an expression.
    BadName {
        /// As written.
        name: String,
        /// A name like it that can.
        near: Option<String>,
    },
    /// A choice list that is not in the file.
    MissingList {
        /// As written.
        list: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// A choice list no question uses.
    UnusedList {
        /// Its name.
        list: String,
    },
    /// A choice list without choices.
    EmptyList {
        /// Its name.
        list: String,
    },
    /// Two choices of one name in one list.
    DuplicateChoice {
        /// The name.
        choice: String,
        /// The first of them.
        first: Span,
    },
    /// A choice name with a space in it: answers to select-multiple separate names by spaces.
    BadChoiceName {
        /// As written.
        choice: String,
        /// A name like it that works.
        near: Option<String>,
    },
    /// A text that lacks languages other texts of the survey have.
    MissingLanguage {
        /// Those missing.
        languages: Vec<Lang>,
    },
    /// A group or repeat with nothing in it.
    EmptyGroup,
    /// A survey without questions.
    EmptySurvey,
    /// A question people see without words to see.
    MissingLabel,
    /// A `repeat_count` that is no count.
    BadCount {
        /// As written.
        value: String,
    },
    /// A question no answer whatever can lead to.
    Unreachable {
        /// The comparison with a choice the list does not have, when that is the cause.
        choice: Option<UnknownChoice>,
    },
    /// A select question compared with a choice its list does not have.
    UnknownChoice(UnknownChoice),
    /// `trigger` names no question.
    UnknownTrigger {
        /// As written.
        name: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// Questions that are computed from each other.
    Cycle {
        /// Whether one of them stands in a repeat, where it may read the entries before its own.
        in_repeat: bool,
        /// Their names, each reading the one before it, the first the last.
        members: Vec<String>,
    },
    /// A default that is no answer to the question.
    BadDefault {
        /// The question's kind.
        kind: Kind,
        /// As written.
        value: String,
    },
    /// A CSV file that is not beside the survey.
    MissingFile {
        /// As written.
        file: String,
        /// The likeliest meant.
        near: Option<String>,
    },
    /// A CSV file that cannot be read as a table.
    BadTable {
        /// The file.
        file: String,
        /// Its line, from 1.
        line: u64,
        /// What is wrong there.
        fault: TableFault,
    },
}

/// A comparison of a select question with a choice its list does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownChoice {
    /// The question.
    pub question: String,
    /// The choice as written.
    pub choice: String,
    /// The likeliest meant.
    pub near: Option<String>,
}

/// What a parameter must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterRule {
    /// A number.
    Number,
    /// A whole number from 1.
    Count,
    /// A number other than 0, of the sign that leads from `start` to `end`.
    Step,
    /// Another number than `start`.
    OtherThanStart,
    /// A whole number of steps away from `start`.
    WholeSteps,
    /// `true` or `false`.
    Bool,
    /// A number or `${question}`.
    Seed,
}

/// What is wrong with a CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {
    /// It is empty.
    Empty,
    /// It is not UTF-8 text.
    NotUtf8,
    /// A column that must be there.
    MissingColumn(&'static str),
    /// Two columns of one name.
    RepeatedColumn(String),
    /// A row has more cells than there are columns.
    LongRow,
    /// Two rows of one choice name.
    DuplicateChoice(String),
    /// A choice name with a space in it, or none.
    BadChoiceName(String),
}
