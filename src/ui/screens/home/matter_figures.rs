//! What Home says of matters.

use super::words::join;
use crate::{app::Ctx, domain::matter::Step, tr};

/// How far matters have come, counted when they were read: every step of a thread goes into it.
#[derive(Clone, Copy)]
pub(super) struct MatterFigures {
    all: usize,
    open: usize,
    /// Decided and not done.
    decided: usize,
}

impl MatterFigures {
    /// Counts the matters as they were last held; nothing when there are none.
    pub(super) fn of(ctx: &Ctx) -> Option<Self> {
        let facts = ctx.facts()?;
        let mut figures = Self { all: 0, open: 0, decided: 0 };
        for (id, _) in facts.matters.matters() {
            let step = facts.step(id);
            figures.all += 1;
            figures.open += usize::from(step < Step::Done);
            figures.decided += usize::from((Step::Decided..Step::Done).contains(&step));
        }
        (figures.all > 0).then_some(figures)
    }

    pub(super) fn words(self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let Self { all, open, decided } = self;
        let open = if open > 0 { tr!(l, "home-matters-open", n = open) } else { String::new() };
        let decided = if decided > 0 { tr!(l, "home-matters-decided", n = decided) } else { String::new() };
        join(&[&tr!(l, "home-matters", n = all), &open, &decided])
    }
}
