//! 走访: the rounds, how far each is, and what can be done with them.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::{Screen, list::moved_in_table},
    pieces,
};
use crate::{
    app::{Action, Ctx, Level, Next, Place, Scope, printing::PrintOrder},
    domain::{
        RecordId, RoundId,
        place::Roll,
        visit::{Command, Coverage, Doors, Event, Rounds},
    },
    locale::date_short,
    tr,
    ui::{
        theme::{Meaning, Theme, WRONG},
        widgets::{Column, Table, TableCell, TableState, put},
    },
};

/// One round on the list.
struct Row {
    id: RoundId,
    doors: Doors,
    must_visit: Doors,
    ended: bool,
}

/// The list of rounds.
pub struct RoundsScreen {
    rows: Vec<Row>,
    table: TableState,
    /// What was recorded here, newest last.
    steps: Vec<Vec<RecordId>>,
}

impl RoundsScreen {
    /// The rounds as they stand.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self { rows: Vec::new(), table: TableState::default(), steps: Vec::new() };
        screen.refresh(ctx);
        screen
    }

    fn current(&self) -> Option<&Row> {
        self.rows.get(self.table.current()?)
    }

    fn go(&self, place: impl FnOnce(RoundId) -> Place) -> Next {
        self.current().map_or(Next::Stay, |row| Next::Go(place(row.id)))
    }

    /// The way of who types here when they go anywhere in the round, else all of it.
    fn route(&self, ctx: &Ctx) -> Next {
        let Some(row) = self.current() else { return Next::Stay };
        let me = ctx.settings.surveyor.clone().unwrap_or_default();
        let mine = pieces::round(row.id, ctx).is_some_and(|round| round.plan.surveyors().contains(&me.as_str()));
        Next::Go(Place::Route { round: row.id, who: mine.then_some(me), door: None })
    }

    fn end(&mut self, ctx: &mut Ctx) {
        let Some(round) = self.current().map(|row| row.id) else { return };
        let event = Event::Ended { round, reason: String::new() };
        if let Some(made) = ctx.ask_register::<Rounds>(Command::Event(event)) {
            self.steps.push(made);
            let title = pieces::round(round, ctx).map(|round| round.plan.title.clone()).unwrap_or_default();
            ctx.notice(Level::Done, |l| tr!(l, "visits-ended", round = title));
            self.refresh(ctx);
        }
    }

    fn undo(&mut self, ctx: &mut Ctx) {
        let Some(records) = self.steps.pop() else {
            ctx.notice(Level::Info, |l| tr!(l, "visits-nothing-to-undo"));
            return;
        };
        if ctx.undo_register::<Rounds>(&records).is_none() {
            self.steps.push(records);
        }
        self.refresh(ctx);
    }
}

impl Screen for RoundsScreen {
    fn place(&self) -> Place {
        Place::Rounds
    }

    fn scope(&self) -> Scope {
        Scope::Rounds
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "visits-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        let open = self.rows.iter().filter(|row| !row.ended).count();
        tr!(ctx.locale, "visits-open-rounds", count = open)
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Open | Action::Tally | Action::Cross | Action::Review => !self.rows.is_empty(),
            Action::Delete => self.current().is_some_and(|row| !row.ended),
            Action::Undo => !self.steps.is_empty(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Open => self.route(ctx),
            Action::New => Next::Go(Place::NewRound { checks: None, due: false }),
            Action::Cross => self.go(|id| Place::NewRound { checks: Some(id), due: false }),
            Action::Review => self.go(|round| Place::Quality { round }),
            Action::Tally => self.go(|round| Place::Coverage { round }),
            // The round the cursor is on.
            Action::Print if !self.rows.is_empty() => {
                self.go(|round| Place::Print { order: Box::new(PrintOrder::at(&Place::Coverage { round })) })
            }
            Action::Delete => {
                self.end(ctx);
                Next::Stay
            }
            Action::Undo => {
                self.undo(ctx);
                Next::Stay
            }
            action => moved_in_table(&mut self.table, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let columns = [
            Column::growing(tr!(l, "visits-round"), 16).up_to(32),
            Column::number(tr!(l, "visits-settled"), 9),
            Column::number(tr!(l, "visits-done"), 6),
            Column::number(tr!(l, "visits-must-done"), 9),
            Column::new(tr!(l, "visits-late"), 6),
            Column::new(tr!(l, "visits-until"), 10),
            Column::growing(tr!(l, "visits-survey"), 10),
        ];
        let cells = |at: usize| {
            let row = &self.rows[at];
            let plan = pieces::round(row.id, ctx).map(|round| &round.plan);
            let title = plan.map(|plan| plan.title.clone()).unwrap_or_default();
            let survey = plan.map(|plan| ctx.survey_title(&plan.survey).to_owned()).unwrap_or_default();
            let settled = row.doors.all() - row.doors.open();
            let late = if row.doors.overdue > 0 { format!("{WRONG} {}", row.doors.overdue) } else { String::new() };
            let until = plan.and_then(|plan| plan.until).map(date_short).unwrap_or_default();
            let meaning = if row.ended { Meaning::Muted } else { Meaning::Text };
            vec![
                TableCell::new(title, meaning),
                TableCell::new(format!("{settled}/{}", row.doors.all()), meaning),
                TableCell::new(row.doors.done().to_string(), Meaning::Good),
                TableCell::new(format!("{}/{}", row.must_visit.done(), row.must_visit.all()), meaning),
                TableCell::new(late, Meaning::Bad),
                TableCell::new(if row.ended { tr!(l, "visits-over") } else { until }, meaning),
                TableCell::new(survey, Meaning::Muted),
            ]
        };
        let empty = tr!(l, "visits-no-rounds");
        let list = Rect { height: area.height.saturating_sub(2), ..area };
        (&Table::new(Theme::of(ctx), &self.table, &columns, &cells).focused(true).empty(&empty))
            .render(list, frame.buffer_mut());
        let foot = Rect { x: area.x + 2, y: list.bottom(), width: area.width.saturating_sub(4), height: 1 };
        put(frame.buffer_mut(), foot, &tr!(l, "visits-rounds-hint"), Theme::of(ctx).style(Meaning::Muted));
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        pieces::hold(ctx);
        let (Some(rounds), Some(roll)) = (ctx.register::<Rounds>(), ctx.register::<Roll>()) else { return };
        let mut rows: Vec<Row> = rounds
            .rounds()
            .map(|(id, round)| {
                let coverage = Coverage::of(rounds, id, roll, ctx.now());
                let ended = round.ended.is_some();
                let mut doors = coverage.all;
                if ended {
                    // What is over is late no more.
                    doors.overdue = 0;
                }
                Row { id, doors, must_visit: coverage.must_visit, ended }
            })
            .collect();
        // Those under way first, the newest of them on top.
        rows.reverse();
        rows.sort_by_key(|row| row.ended);
        self.rows = rows;
        self.table.set_len(self.rows.len());
    }
}
