//! A resolved expression: what it reads, and its value for given answers.

use super::{
    Model, NodeId, NodeRef, Schema, XValue,
    code::Code,
    eval::{Env, Val},
};

/// An expression whose names are resolved. Made by [`super::Expr::resolve`]; evaluated any number of times.
#[derive(Debug, Clone)]
pub struct Program {
    pub(super) code: Code,
    pub(super) reads: Vec<NodeId>,
    pub(super) effects: Effects,
}

/// What an expression looks at besides answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts, each asked for by name")]
pub(super) struct Effects {
    pub(super) clock: bool,
    pub(super) random: bool,
    pub(super) keeps: bool,
    pub(super) position: bool,
    pub(super) language: bool,
    pub(super) context: bool,
    pub(super) last_saved: bool,
}

impl Program {
    /// The questions whose answers it reads, and the repeats whose instances it goes through; sorted, each once.
    #[must_use]
    pub fn reads(&self) -> &[NodeId] {
        &self.reads
    }

    /// Whether it reads the clock: `now()`, `today()`.
    #[must_use]
    pub fn reads_clock(&self) -> bool {
        self.effects.clock
    }

    /// Whether it draws random numbers: `random()`, `uuid()`, `randomize()` without a seed.
    #[must_use]
    pub fn reads_random(&self) -> bool {
        self.effects.random
    }

    /// Whether it keeps the value its question has already: `once()`. Such a question is computed when first blank, then
    /// kept, and reading its own value is not in [`Program::reads`].
    #[must_use]
    pub fn keeps_first(&self) -> bool {
        self.effects.keeps
    }

    /// Whether it reads a place among repeat instances: `position(..)`. Moving an instance changes it.
    #[must_use]
    pub fn reads_position(&self) -> bool {
        self.effects.position
    }

    /// Whether it depends on the language on screen: `jr:choice-name()`, `jr:itext()`, `%a` and `%b` in a date format.
    #[must_use]
    pub fn reads_language(&self) -> bool {
        self.effects.language
    }

    /// Whether it reads the response saved last: `${last-saved#name}`.
    #[must_use]
    pub fn reads_last_saved(&self) -> bool {
        self.effects.last_saved
    }

    /// Whether its value depends on where it stands. If not, all instances of a repeat have the same value of it, and it
    /// need be computed only once for them.
    #[must_use]
    pub fn reads_context(&self) -> bool {
        self.effects.context
    }

    /// Its value, when it depends on nothing at all.
    #[must_use]
    pub fn constant(&self) -> Option<&XValue> {
        match &self.code {
            Code::Constant(value) => Some(value),
            _ => None,
        }
    }

    /// Its value for the answers of `model`, seen from `context`.
    ///
    /// `schema` must be the one it was resolved with. Never fails: what cannot be computed is blank or NaN.
    #[must_use]
    pub fn eval(&self, schema: &dyn Schema, model: &dyn Model, context: NodeRef) -> XValue {
        let env = Env::new(schema, model, context);
        env.finish(env.eval(&self.code))
    }

    /// Its value as true or false, without making a value of it: for `relevant`, `constraint` and the like.
    #[must_use]
    pub fn holds(&self, schema: &dyn Schema, model: &dyn Model, context: NodeRef) -> bool {
        Env::new(schema, model, context).boolean(&self.code)
    }

    /// Whether a choice filter lets row `row` (0-based) of `list` through. Made by [`super::Expr::resolve_filter`].
    #[must_use]
    pub fn admits(&self, schema: &dyn Schema, model: &dyn Model, context: NodeRef, list: &str, row: usize) -> bool {
        let size = model.list_len(list);
        let env = Env { item: Some((list, row)), position: Some(row + 1), size, ..Env::new(schema, model, context) };
        match env.eval(&self.code) {
            // A predicate that is a number is a place (XPath 1.0, 2.4).
            #[allow(clippy::cast_precision_loss, clippy::float_cmp, reason = "a place in memory")]
            Val::Number(n) => n == (row + 1) as f64,
            value => env.boolean_of(&value),
        }
    }
}
