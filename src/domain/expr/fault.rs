//! What can be wrong with an expression, and where in its text.

use crate::domain::Span;

/// One fault of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExprFault {
    /// Bytes of the expression's text.
    pub span: Span,
    /// What is wrong.
    pub kind: ExprFaultKind,
}

impl ExprFault {
    /// A fault at a place.
    #[must_use]
    pub fn new(span: Span, kind: ExprFaultKind) -> Self {
        Self { span, kind }
    }
}

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExprFaultKind {
    /// Nothing is written.
    Empty,
    /// A character that stands nowhere in the language.
    BadCharacter {
        /// The character.
        found: char,
    },
    /// A text that begins with a quotation mark and never ends.
    OpenText,
    /// `${` without its `}`.
    OpenName,
    /// What stands between `${` and `}` is no name.
    BadName {
        /// As written.
        text: String,
    },
    /// Something else was expected here.
    Expected {
        /// What could stand here.
        expected: Expected,
        /// What stands here; nothing at the end of the expression.
        found: Option<String>,
    },
    /// Parentheses, predicates or calls are nested deeper than `limit`.
    TooDeep {
        /// Levels allowed.
        limit: usize,
    },
    /// `name::` is not one of the axes `child`, `parent`, `self`.
    UnknownAxis {
        /// As written.
        name: String,
    },
    /// `${name}` or a path names no question. `near` is the likeliest name meant; when it equals `name`, the question
    /// exists in another place, and `${name}` would reach it.
    UnknownName {
        /// As written.
        name: String,
        /// The likeliest name meant.
        near: Option<String>,
    },
    /// A function that does not exist.
    UnknownFunction {
        /// As written.
        name: String,
        /// The likeliest name meant.
        near: Option<String>,
    },
    /// A choice list or attached file that does not exist.
    UnknownList {
        /// As written.
        name: String,
        /// The likeliest name meant.
        near: Option<String>,
    },
    /// A choice list or attached file has no such column.
    UnknownColumn {
        /// The list.
        list: String,
        /// As written.
        name: String,
        /// The likeliest name meant.
        near: Option<String>,
    },
    /// A path that climbs above the survey, or goes into something that holds no questions.
    NoSuchStep {
        /// The step as written.
        step: String,
    },
    /// Too few or too many arguments.
    WrongArity {
        /// The function.
        function: String,
        /// Fewest arguments.
        least: usize,
        /// Most arguments, nothing when there is no limit.
        most: Option<usize>,
        /// Arguments written.
        given: usize,
    },
    /// The arguments after the first `first` come in pairs, and one is left over.
    UnpairedArgument {
        /// The function.
        function: String,
    },
    /// The argument must be a path (a question, group or repeat), not a value.
    NeedsPath {
        /// The function.
        function: String,
        /// Which argument, from 1.
        argument: usize,
    },
    /// The argument must be a repeat that holds the question.
    NeedsRepeat {
        /// The function.
        function: String,
        /// Which argument, from 1.
        argument: usize,
    },
    /// The argument must be a text written in quotation marks, since it names a list.
    NeedsLiteral {
        /// The function.
        function: String,
        /// Which argument, from 1.
        argument: usize,
    },
    /// Arithmetic with something that is never a number.
    NeedsNumber {
        /// What it is.
        found: Shape,
    },
    /// Two things compared or combined that have nothing in common, such as a date and arithmetic on text.
    TypeClash {
        /// What stands left.
        left: Shape,
        /// What stands right.
        right: Shape,
    },
    /// A text that should be a regular expression and is none.
    BadRegex {
        /// The text.
        pattern: String,
        /// What the regular expression reader says, in English.
        reason: String,
    },
    /// A text that should be a date and is none; dates are written `2026-03-01`.
    BadDate {
        /// The text.
        text: String,
    },
    /// A date format with an unknown `%` letter.
    BadFormat {
        /// The directive, such as `%Q`.
        directive: String,
    },
    /// `digest()` knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512.
    UnknownAlgorithm {
        /// As written.
        name: String,
    },
    /// `digest()` encodes as `hex` or `base64`.
    UnknownEncoding {
        /// As written.
        name: String,
    },
}

/// What the grammar allows at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A number, text, path, `${name}`, function or parenthesis.
    Operand,
    /// An operator or the end.
    Operator,
    /// A name after `/` or an axis.
    Step,
    /// `)`.
    CloseParenthesis,
    /// `]`.
    CloseBracket,
    /// `,` or `)` in a call.
    CommaOrClose,
}

/// What an expression gives, as far as it can be told without answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// Text.
    Text,
    /// A date or a moment.
    Date,
    /// A time of day.
    Time,
    /// Arithmetic whose operand is text.
    TextArithmetic,
    /// Several choices.
    Choices,
    /// Coordinates.
    Point,
    /// A picture, recording or file.
    File,
    /// Cannot be told.
    Any,
}
