//! A resolved expression: what it reads, and its value for given answers.

use super::{
    Model, NodeId, NodeRef, Schema, XValue,
    code::Code,
    eval::{Env, Shared, Val},
};

/// An expression whose names are resolved. Made by [`super::Expr::resolve`]; evaluated any number of times.
#[derive(Debug, Clone)]
pub struct Program {
    pub(super) code: Code,
    pub(super) reads: Vec<NodeId>,
    pub(super) earlier: Vec<(NodeId, u32)>,
    pub(super) effects: Effects,
    /// How many parts are shared between places.
    pub(super) slots: usize,
}

/// What an expression looks at besides answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts, each asked for by name")]
pub(super) struct Effects {
    pub(super) clock: bool,
    /// The time of day, which moves where the day does not.
    pub(super) moment: bool,
    pub(super) random: bool,
    pub(super) keeps: bool,
    pub(super) position: bool,
    pub(super) language: bool,
    pub(super) context: bool,
    pub(super) last_saved: bool,
    /// The node or item a predicate tests; means nothing outside the predicate.
    pub(super) local: bool,
}

impl Effects {
    /// Whether the value is the same wherever it is computed within one evaluation.
    pub(super) fn is_shared(self) -> bool {
        !(self.context || self.local || self.random || self.keeps || self.position)
    }

    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            clock: self.clock || other.clock,
            moment: self.moment || other.moment,
            random: self.random || other.random,
            keeps: self.keeps || other.keeps,
            position: self.position || other.position,
            language: self.language || other.language,
            context: self.context || other.context,
            last_saved: self.last_saved || other.last_saved,
            local: self.local || other.local,
        }
    }
}

impl Program {
    /// The questions whose answers it reads, and the repeats whose instances it goes through; sorted, each once.
    #[must_use]
    pub fn reads(&self) -> &[NodeId] {
        &self.reads
    }

    /// Of these, the questions it reads in earlier instances of its own repeat only: how many back, 0 for all of them.
    #[must_use]
    pub fn reads_earlier(&self) -> &[(NodeId, u32)] {
        &self.earlier
    }

    /// Whether it reads the clock: `now()`, `today()`.
    #[must_use]
    pub fn reads_clock(&self) -> bool {
        self.effects.clock
    }

    /// Whether it reads the time of day: `now()`. What reads `today()` alone stays the same until midnight.
    #[must_use]
    pub fn reads_moment(&self) -> bool {
        self.effects.moment
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

    /// Whether it depends on the language on screen: `jr:choice-name()`, `jr:itext()`, `%a %A %b %B` in a date format.
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
        let shared = Shared::with_slots(self.slots);
        let env = Env::new(schema, model, &shared, context);
        env.finish(env.eval(&self.code))
    }

    /// Its values at several places, in their order, for the same answers.
    ///
    /// What does not depend on the place, such as `sum(/data/member/age)`, is computed once for all of them: the way to
    /// compute a question in all instances of a repeat.
    #[must_use]
    pub fn eval_at(&self, schema: &dyn Schema, model: &dyn Model, places: &[NodeRef]) -> Vec<XValue> {
        let shared = Shared::with_slots(self.slots);
        let value = |place: &NodeRef| {
            let env = Env::new(schema, model, &shared, *place);
            env.finish(env.eval(&self.code))
        };
        match places {
            [first, ..] if self.effects.is_shared() => vec![value(first); places.len()],
            _ => places.iter().map(value).collect(),
        }
    }

    /// Its value as true or false, without making a value of it: for `relevant`, `constraint` and the like.
    #[must_use]
    pub fn holds(&self, schema: &dyn Schema, model: &dyn Model, context: NodeRef) -> bool {
        let shared = Shared::with_slots(self.slots);
        Env::new(schema, model, &shared, context).boolean(&self.code)
    }

    /// Whether a choice filter lets row `row` (0-based) of `list` through. Made by [`super::Expr::resolve_filter`].
    #[must_use]
    pub fn admits(&self, schema: &dyn Schema, model: &dyn Model, context: NodeRef, list: &str, row: usize) -> bool {
        let shared = Shared::with_slots(self.slots);
        let size = model.list_len(list);
        self.admits_item(&Env { size, ..Env::new(schema, model, &shared, context) }, list, row)
    }

    /// All rows of `list` a choice filter lets through, in their order. For long lists: what does not depend on the row is
    /// computed once.
    #[must_use]
    pub fn admitted(&self, schema: &dyn Schema, model: &dyn Model, context: NodeRef, list: &str) -> Vec<usize> {
        let shared = Shared::with_slots(self.slots);
        let size = model.list_len(list);
        let env = Env { size, ..Env::new(schema, model, &shared, context) };
        (0..size).filter(|row| self.admits_item(&env, list, *row)).collect()
    }

    fn admits_item<'a>(&'a self, env: &Env<'a>, list: &'a str, row: usize) -> bool {
        let env = Env { item: Some((list, row)), position: Some(row + 1), ..*env };
        match env.eval(&self.code) {
            // A predicate that is a number is a place (XPath 1.0, 2.4).
            #[allow(clippy::cast_precision_loss, clippy::float_cmp, reason = "a place in memory")]
            Val::Number(n) => n == (row + 1) as f64,
            value => env.boolean_of(&value),
        }
    }
}
