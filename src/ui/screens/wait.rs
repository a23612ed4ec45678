//! On the way to a place whose register is large and not read yet: says that it is being read, and goes on when it is.

use ratatui::{Frame, layout::Rect};

use super::Screen;
use crate::{
    app::{Action, Ctx, Fate, Held, Holdable, Next, Place, Scope, Task},
    domain::{matter::Matters, place::Roll, visit::Rounds},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// A register being read.
type Coming<R> = Option<Task<Option<Held<R>>>>;

/// Before a place.
pub struct WaitScreen {
    place: Place,
    roll: Coming<Roll>,
    rounds: Coming<Rounds>,
    matters: Coming<Matters>,
    /// Brings this screen back to mind once it is on view again.
    nudge: Option<Task<()>>,
    /// Whether it was gone on from here; who is still here then found nothing there.
    gone_on: bool,
}

impl WaitScreen {
    /// Begins to read what a place is made of; nothing where that is held, or so little that no key waits for it.
    pub fn before(place: &Place, ctx: &mut Ctx) -> Option<Self> {
        let visits = matches!(
            place,
            Place::Rounds
                | Place::NewRound { .. }
                | Place::Route { .. }
                | Place::Coverage { .. }
                | Place::Quality { .. }
                | Place::Due
        );
        let roll = matches!(
            place,
            Place::Roll { .. }
                | Place::Household { .. }
                | Place::Members
                | Place::Member { .. }
                | Place::RollImport { .. }
                | Place::RollExport { .. }
        );
        let roll = if roll || visits { begun(ctx) } else { None };
        let rounds = if visits { begun(ctx) } else { None };
        let matters = if matches!(place, Place::Agreement) { begun(ctx) } else { None };
        let waits = roll.is_some() || rounds.is_some() || matters.is_some();
        waits.then(|| Self { place: place.clone(), roll, rounds, matters, nudge: None, gone_on: false })
    }

    fn arrived(&mut self, ctx: &mut Ctx) -> Next {
        let read = [taken(&mut self.roll, ctx), taken(&mut self.rounds, ctx), taken(&mut self.matters, ctx)];
        if read.contains(&None) {
            return Next::Back;
        }
        if self.gone_on || read.contains(&Some(false)) {
            return Next::Stay;
        }
        self.gone_on = true;
        Next::Become(self.place.clone())
    }
}

/// Begins to read a register, unless it is held or small.
fn begun<R: Holdable + Send + 'static>(ctx: &mut Ctx) -> Coming<R> {
    if ctx.holds_at_once::<R>() { None } else { Some(ctx.fetch_register()) }
}

/// Whether a register is there; nothing when it could not be read, and a notice says why.
fn taken<R: Holdable>(coming: &mut Coming<R>, ctx: &mut Ctx) -> Option<bool> {
    let fate = coming.as_ref().map(Task::take);
    match fate {
        None => return Some(true),
        Some(Fate::Done(Some(read))) => ctx.put_register(read),
        Some(Fate::Done(None) | Fate::Lost) => {
            ctx.hold_register::<R>()?;
        }
        // Another screen was quicker to have it read.
        Some(Fate::Waiting) if ctx.register::<R>().is_some() => {}
        Some(Fate::Waiting) => return Some(false),
    }
    *coming = None;
    Some(true)
}

impl Screen for WaitScreen {
    fn place(&self) -> Place {
        self.place.clone()
    }

    fn scope(&self) -> Scope {
        Scope::Global
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "wait-title")
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Arrived { self.arrived(ctx) } else { Next::Pass }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let words = if self.gone_on { tr!(ctx.locale, "ui-no-such-place") } else { tr!(ctx.locale, "wait-reading") };
        let line = Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), height: 1 };
        put(frame.buffer_mut(), line.intersection(area), &words, Theme::of(ctx).style(Meaning::Muted));
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        // What arrived while another screen was on view was followed by nobody.
        self.gone_on = false;
        self.nudge = Some(ctx.worker.start(|_| ()));
    }
}
