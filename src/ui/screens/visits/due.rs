//! 到期必访: must-visit doors where nobody was met for too long.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::{Screen, list::moved_in_table},
    pieces,
};
use crate::{
    app::{Action, Ctx, Next, Place, Scope},
    domain::{
        HouseholdId,
        place::{Address, Roll},
        visit::{DUE_DAYS, Rounds, due},
    },
    locale::{Locale, date_short, door, visit_address, visit_must_visits},
    tr,
    ui::{
        theme::{Meaning, Theme, WRONG},
        widgets::{Column, Table, TableCell, TableState, put},
    },
};

/// Days one can choose with the arrow keys.
const STEPS: [u32; 8] = [7, 14, 21, 30, 45, 60, 90, 180];

/// Doors that are due.
pub struct DueScreen {
    rows: Vec<(HouseholdId, Option<DateTime<FixedOffset>>, Option<i64>)>,
    /// Whether they are all of one courtyard, which then goes without saying.
    one_courtyard: bool,
    table: TableState,
}

impl DueScreen {
    /// The doors due by the days of the settings.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self { rows: Vec::new(), one_courtyard: false, table: TableState::default() };
        screen.refresh(ctx);
        screen
    }

    fn read(&mut self, ctx: &Ctx) {
        let (Some(rounds), Some(roll)) = (ctx.register::<Rounds>(), ctx.register::<Roll>()) else { return };
        let found = due(roll, rounds, &BTreeSet::new(), ctx.now().date_naive(), days(ctx));
        let courtyards: BTreeSet<&str> =
            found.iter().filter_map(|due| Some(roll.household(due.id)?.address.courtyard.as_str())).collect();
        self.one_courtyard = courtyards.len() < 2;
        self.rows = found.into_iter().map(|due| (due.id, due.last, due.days)).collect();
        self.table.set_len(self.rows.len());
    }

    fn door(&self, l: &Locale, address: &Address) -> String {
        if self.one_courtyard { door(l, &address.door) } else { visit_address(l, address) }
    }

    /// More or fewer days, kept.
    fn step(&mut self, more: bool, ctx: &mut Ctx) {
        let now = days(ctx);
        let next = if more {
            STEPS.into_iter().find(|step| *step > now)
        } else {
            STEPS.into_iter().rev().find(|step| *step < now)
        };
        if let Some(next) = next {
            ctx.settings.due_days = Some(next);
            ctx.keep_settings();
            self.read(ctx);
        }
    }
}

/// After how many days a must-visit door is due here.
pub fn days(ctx: &Ctx) -> u32 {
    ctx.settings.due_days.unwrap_or(DUE_DAYS)
}

impl Screen for DueScreen {
    fn place(&self) -> Place {
        Place::Due
    }

    fn scope(&self) -> Scope {
        Scope::Due
    }

    fn title(&self, ctx: &Ctx) -> String {
        let days = days(ctx);
        tr!(ctx.locale, "visits-due-title", days = days)
    }

    fn status(&self, ctx: &Ctx) -> String {
        let count = self.rows.len();
        tr!(ctx.locale, "visits-due-count", count = count)
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Right => self.step(true, ctx),
            Action::Left => self.step(false, ctx),
            Action::New if !self.rows.is_empty() => return Next::Go(Place::NewRound { checks: None, due: true }),
            action => return moved_in_table(&mut self.table, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let roll = ctx.register::<Roll>();
        let columns = [
            Column::growing(tr!(l, "visits-door"), 18).up_to(30),
            Column::growing(tr!(l, "visits-must-column"), 17).up_to(30),
            Column::new(tr!(l, "visits-last-met"), 10),
            Column::number(tr!(l, "visits-days-ago"), 8),
            Column::growing(tr!(l, "visits-people"), 6),
        ];
        let cells = |at: usize| {
            let (id, last, ago) = self.rows[at];
            let found = roll.and_then(|roll| roll.household(id));
            let last = last.map(|last| date_short(last.date_naive()));
            let ago = ago.map(|days| days.to_string()).unwrap_or_default();
            // Where nobody is said to live, the owners are asked.
            let people = found.map(|h| {
                let residents: Vec<&str> = h.residents.iter().map(|r| r.name.as_str()).collect();
                let owners = || h.owners.iter().map(|owner| owner.name.as_str()).collect();
                if residents.is_empty() { owners() } else { residents }.join(" ")
            });
            vec![
                TableCell::new(found.map(|h| self.door(l, &h.address)).unwrap_or_default(), Meaning::Text),
                TableCell::new(found.map(|h| visit_must_visits(l, &h.must_visit)).unwrap_or_default(), Meaning::Warn),
                TableCell::new(last.unwrap_or_else(|| format!("{WRONG} {}", tr!(l, "visits-never"))), Meaning::Bad),
                TableCell::new(ago, Meaning::Text),
                TableCell::new(people.unwrap_or_default(), Meaning::Text),
            ]
        };
        let empty = tr!(l, "visits-none-due");
        let list = Rect { height: area.height.saturating_sub(2), ..area };
        (&Table::new(Theme::of(ctx), &self.table, &columns, &cells).focused(true).empty(&empty))
            .render(list, frame.buffer_mut());
        let foot = Rect { x: area.x + 2, y: list.bottom(), width: area.width.saturating_sub(4), height: 1 };
        put(frame.buffer_mut(), foot, &tr!(l, "visits-due-hint"), Theme::of(ctx).style(Meaning::Muted));
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        pieces::hold(ctx);
        self.read(ctx);
    }
}
