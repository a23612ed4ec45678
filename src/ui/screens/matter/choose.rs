//! What is chosen about a matter from a list: another matter, suggestions, a step.

use super::super::ledger::Line;
use crate::{
    app::Ctx,
    domain::{
        MatterId,
        matter::{Matters, Said, Step},
    },
    locale::step_words,
    ui::widgets::{Entry, PickerState, TableState},
};

/// What is asked about the matter on view.
pub(super) enum Asked {
    /// Its title, concern, programme, place, note.
    Edit(Line),
    /// Its note.
    Note(Line),
    /// Which matter it is the same as.
    Merge {
        /// The matters, in the order of the list.
        ids: Vec<MatterId>,
        list: PickerState,
    },
    /// Which suggestions go to a new matter, then what that is called.
    Split { said: Vec<Said>, picked: Vec<bool>, list: TableState, title: Option<Line> },
    /// To which step.
    Step(PickerState),
    /// Why it is put to a step.
    Reason(Step, Line),
}

impl Asked {
    pub fn edit(matter: MatterId, ctx: &Ctx) -> Option<Self> {
        let about = &ctx.register::<Matters>()?.matter(matter)?.about;
        let concern = super::screen::concern_label(&about.concern, ctx);
        let programme = about.programme.map(|p| crate::locale::programme_words(&ctx.locale, p)).unwrap_or_default();
        let line = Line::new().field(&about.title, 4).field(&concern, 3).field(&programme, 2);
        Some(Self::Edit(line.field(&about.place.names().join(" "), 2)))
    }

    pub fn merge(matter: MatterId, ctx: &Ctx) -> Option<Self> {
        let matters = ctx.register::<Matters>()?;
        let others: Vec<_> = matters.matters().filter(|(id, _)| *id != matter).collect();
        let entries = others.iter().map(|(_, other)| {
            Entry::new(other.about.title.clone()).note(super::screen::concern_label(&other.about.concern, ctx))
        });
        let list = PickerState::new(entries.collect());
        Some(Self::Merge { ids: others.iter().map(|(id, _)| *id).collect(), list })
    }

    pub fn split(matter: MatterId, ctx: &Ctx) -> Option<Self> {
        let facts = ctx.facts()?;
        let said: Vec<Said> = facts.said_of(matter).into_iter().cloned().collect();
        let (picked, list) = (vec![false; said.len()], TableState::new(said.len()));
        Some(Self::Split { said, picked, list, title: None })
    }

    pub fn step(ctx: &Ctx) -> Self {
        let entries = Step::ALL.iter().map(|step| Entry::new(step_words(&ctx.locale, *step)));
        Self::Step(PickerState::new(entries.collect()))
    }

    /// The line being typed, if one is.
    pub fn line(&self) -> Option<&Line> {
        match self {
            Self::Edit(line) | Self::Note(line) | Self::Reason(_, line) | Self::Split { title: Some(line), .. } => {
                Some(line)
            }
            Self::Merge { .. } | Self::Split { .. } | Self::Step(_) => None,
        }
    }

    pub fn line_mut(&mut self) -> Option<&mut Line> {
        match self {
            Self::Edit(line) | Self::Note(line) | Self::Reason(_, line) | Self::Split { title: Some(line), .. } => {
                Some(line)
            }
            Self::Merge { .. } | Self::Split { .. } | Self::Step(_) => None,
        }
    }
}
