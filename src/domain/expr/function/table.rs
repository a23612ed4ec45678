//! What a row of the function table holds, and the table itself.

use super::super::{
    Shape,
    code::Code,
    eval::{Env, Val},
};
use super::{boolean, date, digest, geo, nodeset, number, random, repeat, select, string};

/// A function of the language.
pub(in super::super) struct Function {
    /// As it is written.
    pub(in super::super) name: &'static str,
    /// Fewest arguments.
    pub(in super::super) least: usize,
    /// Most arguments; nothing when there is no limit.
    pub(in super::super) most: Option<usize>,
    /// What the arguments are; the last kind holds for all further ones.
    pub(in super::super) args: &'static [Arg],
    /// What it gives.
    pub(in super::super) gives: Shape,
    /// What it looks at besides its arguments.
    pub(in super::super) effect: Effect,
    /// How: evaluates the arguments it needs.
    pub(in super::super) code: Run,
}

/// A function's code.
pub(in super::super) type Run = for<'a> fn(&Env<'a>, &'a [Code]) -> Val<'a>;

/// What an argument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Arg {
    /// Anything.
    Any,
    /// A number, or text that reads as one.
    Number,
    /// A date, or text or a day number that reads as one.
    Date,
    /// A path; its nodes are read one by one.
    Nodes,
    /// A path of which only the existence of nodes matters.
    Places,
}

/// What a function looks at besides its arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Effect {
    /// Nothing: same arguments, same value.
    None,
    /// `now()` and `today()`.
    Clock,
    /// The response's random sequence.
    Random,
    /// The random sequence, unless a seed is given as second argument.
    RandomUnseeded,
    /// The place among siblings.
    Position,
    /// The language on screen.
    Language,
    /// The value the node has already: `once()`.
    Kept,
    /// Lists and attached files, which do not change while a response is open, and the predicate it stands in.
    World,
}

impl std::fmt::Debug for Function {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// A row without effects.
pub(super) const fn row(
    name: &'static str,
    arity: (usize, Option<usize>),
    args: &'static [Arg],
    gives: Shape,
    code: Run,
) -> Function {
    Function { name, least: arity.0, most: arity.1, args, gives, effect: Effect::None, code }
}

impl Function {
    /// The row with an effect.
    pub(super) const fn with(mut self, effect: Effect) -> Self {
        self.effect = effect;
        self
    }

    /// Whether it goes through all nodes of its arguments.
    pub(in super::super) fn aggregates(&self) -> bool {
        matches!(self.name, "sum" | "min" | "max" | "count" | "count-non-empty" | "join" | "concat")
    }

    /// Kind of the argument at `index`, from 0.
    pub(in super::super) fn arg(&self, index: usize) -> Arg {
        self.args.get(index).or(self.args.last()).copied().unwrap_or(Arg::Any)
    }
}

/// Arity: exactly `n`.
pub(super) const fn exactly(n: usize) -> (usize, Option<usize>) {
    (n, Some(n))
}

/// Arity: from `least` to `most`.
pub(super) const fn between(least: usize, most: usize) -> (usize, Option<usize>) {
    (least, Some(most))
}

/// Arity: `least` or more.
pub(super) const fn from(least: usize) -> (usize, Option<usize>) {
    (least, None)
}

/// All families.
static FAMILIES: [&[Function]; 10] = [
    string::ROWS,
    boolean::ROWS,
    number::ROWS,
    nodeset::ROWS,
    date::ROWS,
    select::ROWS,
    geo::ROWS,
    digest::ROWS,
    random::ROWS,
    repeat::ROWS,
];

/// The function of that name.
pub(in super::super) fn find(name: &str) -> Option<&'static Function> {
    FAMILIES.iter().flat_map(|rows| rows.iter()).find(|f| f.name == name)
}

/// All names, for "did you mean".
pub(in super::super) fn names() -> impl Iterator<Item = &'static str> {
    FAMILIES.iter().flat_map(|rows| rows.iter()).map(|f| f.name)
}
