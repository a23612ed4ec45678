//! Which of the open matters something is about, found by typing: the live meeting asks so for what comes up there.

use ratatui::{Frame, layout::Rect};

use super::list::{moved, searched};
use crate::{
    app::{Action, Ctx, Next},
    domain::{MatterId, matter::Matters},
    locale::{place_name, step_words},
    tr,
    ui::{
        theme::CHECKED,
        widgets::{Entry, PickerState},
    },
};

/// The open matters in a list.
pub struct MatterPick {
    list: PickerState,
    /// The matters, in the order of the list; nothing stands for none of them.
    ids: Vec<Option<MatterId>>,
}

impl MatterPick {
    /// None of them first, then those open longest; nothing when no matter is open.
    pub fn one(ctx: &mut Ctx) -> Option<Self> {
        let open = Self::open(&[], ctx);
        let none = Entry::new(tr!(ctx.locale, "matter-pick-none"));
        let (ids, entries): (Vec<_>, Vec<_>) = open.into_iter().map(|(id, entry)| (Some(id), entry)).unzip();
        let list = PickerState::new(std::iter::once(none).chain(entries).collect());
        let ids: Vec<_> = std::iter::once(None).chain(ids).collect();
        (ids.len() > 1).then_some(Self { list, ids })
    }

    /// Those that something is about already, marked, then the others; nothing when there are none at all.
    pub fn of(about: &[MatterId], ctx: &mut Ctx) -> Option<Self> {
        let (ids, entries): (Vec<_>, Vec<_>) =
            Self::open(about, ctx).into_iter().map(|(id, entry)| (Some(id), entry)).unzip();
        (!ids.is_empty()).then(|| Self { list: PickerState::new(entries), ids })
    }

    fn open(about: &[MatterId], ctx: &mut Ctx) -> Vec<(MatterId, Entry)> {
        ctx.hold_matters();
        let Some(facts) = ctx.facts() else { return Vec::new() };
        let known = about.iter().map(|id| (*id, facts.step(*id)));
        let others = facts.open().into_iter().filter(|(id, _)| !about.contains(id));
        let entry = |(id, step)| {
            let known = &facts.matters.matter(id)?.about;
            let mark = if about.contains(&id) { format!("{CHECKED} ") } else { String::new() };
            let concern = facts.matters.concerns().find(|concern| concern.name == known.concern);
            let concern = concern.map(|concern| concern.label.get(ctx.lang()).to_owned()).unwrap_or_default();
            let place = known.place.level().map(|_| place_name(&ctx.locale, &known.place)).unwrap_or_default();
            let mut facts = vec![step_words(&ctx.locale, step), concern, place];
            facts.retain(|fact| !fact.is_empty());
            Some((id, Entry::new(format!("{mark}{}", known.title)).note(facts.join(" · "))))
        };
        known.chain(others).filter_map(entry).collect()
    }

    /// The one the cursor is on.
    pub fn current(&self) -> Option<MatterId> {
        self.ids.get(self.list.current()?).copied().flatten()
    }

    /// Back to none of them.
    pub fn clear(&mut self) {
        self.list.clear_query();
        self.list.go_to(0);
    }

    /// Moves in the list or changes what it searches for; passes other actions on.
    pub fn update(&mut self, action: &Action) -> Next {
        moved(&mut self.list, action)
    }

    /// Draws the list with its search line.
    pub fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        searched(&self.list, &tr!(ctx.locale, "matters-find-hint"), ctx, frame, area);
    }
}

/// What a matter is called; nothing when it was not read.
pub fn matter_title(id: MatterId, ctx: &Ctx) -> Option<String> {
    let matters = ctx.register::<Matters>()?;
    Some(matters.matter(matters.stands_for(id))?.about.title.clone())
}
