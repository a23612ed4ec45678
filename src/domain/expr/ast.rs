//! The tree an expression is read into. Every piece knows where it stood; two trees are equal when they say the same.

use crate::domain::Span;

/// A piece of an expression with its place. Places do not take part in comparison.
#[derive(Debug, Clone)]
pub struct At<T> {
    /// Bytes of the expression's text.
    pub span: Span,
    /// The piece.
    pub it: T,
}

impl<T: PartialEq> PartialEq for At<T> {
    fn eq(&self, other: &Self) -> bool {
        self.it == other.it
    }
}

/// An expression or a part of one.
pub type Ast = At<AstKind>;

/// What a part of an expression is.
#[derive(Debug, Clone, PartialEq)]
pub enum AstKind {
    /// A literal number, never negative.
    Number(f64),
    /// A literal text; it holds at most one of the two quotation marks.
    Text(String),
    /// `-e`.
    Negate(Box<Ast>),
    /// Operands joined by operators of one precedence, read from the left.
    Chain(Box<Ast>, Vec<(At<BinaryOp>, Ast)>),
    /// `name(..)`.
    Call(Call),
    /// A path.
    Path(Box<Path>),
}

/// A function call.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The function's name.
    pub name: At<String>,
    /// What stands in the parentheses.
    pub args: Vec<Ast>,
}

/// A path: where it starts, and the steps from there.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Where it starts.
    pub start: At<Start>,
    /// Predicates on the start itself: `${member}[..]`.
    pub predicates: Vec<Ast>,
    /// The steps.
    pub steps: Vec<Step>,
}

/// Where a path starts.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// `/`: the document above `/data`.
    Root,
    /// `//`: anywhere in the survey.
    Anywhere,
    /// The node in whose place the expression stands.
    Here,
    /// `${name}`.
    Name(String),
    /// `${last-saved#name}`.
    LastSaved(String),
    /// A call or an expression in parentheses that gives nodes.
    Nodes(Box<Ast>),
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Which way.
    pub axis: Axis,
    /// To what.
    pub test: At<Test>,
    /// Which of those.
    pub predicates: Vec<Ast>,
}

/// Direction of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Down.
    Child,
    /// Up: `..`.
    Parent,
    /// In place: `.`.
    Itself,
}

/// What a step accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// `node()`, `.`, `..`.
    Node,
    /// `*`.
    Any,
    /// A name.
    Name(String),
}

/// Binary operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is its own name")]
pub enum BinaryOp {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Union,
}

impl BinaryOp {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Or,
        Self::And,
        Self::Equal,
        Self::NotEqual,
        Self::Less,
        Self::LessEqual,
        Self::Greater,
        Self::GreaterEqual,
        Self::Add,
        Self::Subtract,
        Self::Multiply,
        Self::Divide,
        Self::Modulo,
        Self::Union,
    ];

    /// Binding strength (`XPath` 1.0, 3.5 and 3.3): a higher one binds tighter. Unary minus stands at [`UNARY`].
    #[must_use]
    pub fn precedence(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Equal | Self::NotEqual => 3,
            Self::Less | Self::LessEqual | Self::Greater | Self::GreaterEqual => 4,
            Self::Add | Self::Subtract => 5,
            Self::Multiply | Self::Divide | Self::Modulo => 6,
            Self::Union => 8,
        }
    }

    /// The operator that is written so.
    #[must_use]
    pub fn of(sign: &str) -> Option<Self> {
        Some(match sign {
            "or" => Self::Or,
            "and" => Self::And,
            "=" => Self::Equal,
            "!=" => Self::NotEqual,
            "<" => Self::Less,
            "<=" => Self::LessEqual,
            ">" => Self::Greater,
            ">=" => Self::GreaterEqual,
            "+" => Self::Add,
            "-" => Self::Subtract,
            "*" => Self::Multiply,
            "div" => Self::Divide,
            "mod" => Self::Modulo,
            "|" => Self::Union,
            _ => return None,
        })
    }

    /// As it is written.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Or => "or",
            Self::And => "and",
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "div",
            Self::Modulo => "mod",
            Self::Union => "|",
        }
    }
}

/// Binding strength of unary minus: tighter than `*`, looser than `|`.
pub const UNARY: u8 = 7;

#[cfg(test)]
mod tests {
    use super::BinaryOp;

    #[test]
    fn every_operator_is_known_by_its_sign() {
        for op in BinaryOp::ALL {
            assert_eq!(BinaryOp::of(op.sign()), Some(op), "{}", op.sign());
        }
        assert_eq!(BinaryOp::of("("), None);
    }
}
