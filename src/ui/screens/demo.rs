//! 演示: loads the demo and opens it; in the demo, the way back to one's own data.

use ratatui::{Frame, layout::Rect};

use super::Screen;
use crate::{
    app::{
        Action, Ctx, Fate, Level, Next, Place, Scope, Task,
        demo::{self, Built, DemoFault},
    },
    locale::{store_error, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Name of the demo's directory in one's own data directory.
const DIR: &str = "demo";

/// The page before the demo, and the page out of it.
pub struct DemoScreen {
    /// Whether Enter leads out of the demo; nothing when the demo is all there is.
    leads_out: Option<bool>,
    task: Option<Task<Result<Built, DemoFault>>>,
}

impl DemoScreen {
    /// The page as it is now.
    pub fn open(ctx: &Ctx) -> Self {
        let leads_out = (!ctx.demo || ctx.dir != ctx.own_dir).then_some(ctx.demo);
        Self { leads_out, task: None }
    }

    fn start(&mut self, ctx: &mut Ctx) {
        let dir = ctx.own_dir.join(DIR);
        self.task = Some(ctx.worker.start(move |_| demo::build(&dir)));
    }

    /// Opens the demo once it is there.
    fn arrived(&mut self, ctx: &mut Ctx) -> Next {
        let dir = ctx.own_dir.join(DIR);
        match self.task.as_ref().map(Task::take) {
            None | Some(Fate::Waiting) => return Next::Stay,
            Some(Fate::Done(Ok(_))) => {
                self.task = None;
                if ctx.work_on(&dir) {
                    ctx.notice(Level::Done, |l| tr!(l, "demo-open"));
                    return Next::Go(Place::Home);
                }
            }
            Some(Fate::Done(Err(DemoFault::Store(error)))) => ctx.notice(Level::Error, |l| store_error(l, &error)),
            Some(Fate::Done(Err(fault))) => {
                tracing::error!(?fault, "demo");
                ctx.notice(Level::Error, |l| tr!(l, "demo-failed", dir = dir.display().to_string()));
            }
            Some(Fate::Lost) => {}
        }
        self.task = None;
        Next::Stay
    }
}

impl Screen for DemoScreen {
    fn place(&self) -> Place {
        Place::Demo
    }

    fn scope(&self) -> Scope {
        Scope::Demo
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "demo-title")
    }

    fn allows(&self, action: &Action) -> bool {
        *action != Action::Open || (self.leads_out.is_some() && self.task.is_none())
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Open if self.task.is_some() || self.leads_out.is_none() => Next::Stay,
            Action::Open if self.leads_out == Some(true) => {
                let own = ctx.own_dir.clone();
                if !ctx.work_on(&own) {
                    return Next::Stay;
                }
                ctx.notice(Level::Done, |l| tr!(l, "demo-own"));
                Next::Go(Place::Home)
            }
            Action::Open => {
                self.start(ctx);
                Next::Stay
            }
            Action::Arrived => self.arrived(ctx),
            _ => Next::Pass,
        }
    }

    /// Nobody waits any more: the demo is still made, but one's data is not exchanged behind another screen.
    fn leave(&mut self, _: &mut Ctx) {
        self.task = None;
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let about = tr!(l, "demo-about", dir = ctx.own_dir.join(DIR).display().to_string());
        let next = match (self.task.is_some(), self.leads_out) {
            (true, _) => tr!(l, "demo-working"),
            (false, Some(true)) => tr!(l, "demo-leave"),
            (false, Some(false)) => tr!(l, "demo-enter"),
            (false, None) => tr!(l, "demo-open"),
        };
        let columns = usize::from(area.width.saturating_sub(4));
        let lines = wrap(&about, columns).into_iter().map(|line| (line, Meaning::Text));
        let lines = lines.chain([("", Meaning::Text)]);
        let lines = lines.chain(wrap(&next, columns).into_iter().map(|line| (line, Meaning::Accent)));
        for (y, (line, meaning)) in (area.y + 1..area.bottom()).zip(lines) {
            let place = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 };
            put(frame.buffer_mut(), place, line, theme.style(meaning));
        }
    }
}
