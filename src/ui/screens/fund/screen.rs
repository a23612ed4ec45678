//! One fund: its sources, its allocations, and those the agenda proposes, one row each.

use ratatui::{Frame, layout::Rect};

use super::super::{
    Screen,
    ledger::{Asking, Keyed, Line, Steps, Subject},
    list::moved_in_table,
};
use crate::{
    app::{Action, Booking, Ctx, Focus, Level, Next, Place, Scope},
    domain::{
        EntryId, MeetingId, Text,
        meeting::{
            agenda::{FundKey, FundPlan, ItemKey, ItemKind},
            ledger::{Allocation, Command, Event, Fund, FundEvent, Origin},
        },
    },
    locale::{money, money_fault, money_form, typed_money},
    tr,
    ui::widgets::TableState,
};

/// One row, with its place among its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// What somebody put in.
    Source(usize),
    /// What is set aside, or was.
    Allocation(usize),
    /// What the agenda proposes and nobody has set aside yet.
    Planned(usize),
}

/// What a line is filled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Who puts in how much.
    Source,
    /// For what, how much.
    Allocate,
    /// The same of an allocation.
    Change(EntryId),
    /// How much is paid out of an allocation, for what.
    Spend(EntryId),
    /// Why an allocation is given up.
    Drop(EntryId),
}

/// A fund.
pub struct FundScreen {
    pub(super) key: FundKey,
    at: Option<(MeetingId, ItemKey)>,
    pub(super) plan: Option<FundPlan>,
    pub(super) rows: Vec<Row>,
    pub(super) table: TableState,
    pub(super) asking: Asking<Asked>,
    steps: Steps,
}

impl FundScreen {
    /// A fund, set up as the agenda plans it when it is not there yet; nothing when nobody speaks of it, which a notice
    /// says.
    pub fn open(key: &FundKey, at: Option<&(MeetingId, ItemKey)>, ctx: &mut Ctx) -> Option<Self> {
        let plan = at.and_then(|(meeting, item)| match &ctx.hold(*meeting)?.course.item(item)?.item.kind {
            ItemKind::Fund { fund } if fund.key == key.0 => Some(fund.clone()),
            _ => None,
        });
        let there = ctx.hold_ledger().is_some_and(|ledger| ledger.fund(key).is_some());
        if !there && plan.is_none() {
            ctx.notice(Level::Warning, |l| tr!(l, "fund-gone"));
            return None;
        }
        let mut screen = Self {
            key: key.clone(),
            at: at.cloned(),
            plan,
            rows: Vec::new(),
            table: TableState::default(),
            asking: Asking::default(),
            steps: Steps::default(),
        };
        if !there {
            screen.set_up(ctx);
        }
        screen.read(ctx);
        // The first thing to do is what the agenda proposes.
        screen.table.go_to(screen.planned().unwrap_or_default());
        Some(screen)
    }

    /// Sets the fund up with the sources of the plan.
    fn set_up(&mut self, ctx: &mut Ctx) {
        let Some(plan) = self.plan.clone() else { return };
        let sources = plan.sources.iter().map(|(from, fen)| (EntryId(ctx.new_id()), from.clone(), *fen)).collect();
        let total = plan.sources.iter().fold(0_i64, |sum, (_, fen)| sum.saturating_add(*fen));
        let title = plan.title.get(ctx.lang()).to_owned();
        let what = tr!(ctx.locale, "fund-set-up", title = title, sum = money(&ctx.locale, total));
        let command = Command::OpenFund { fund: self.key.clone(), title: plan.title, origin: self.origin(), sources };
        if self.send(command, what.clone(), ctx) {
            ctx.notice(Level::Done, |_| what);
        }
    }

    fn origin(&self) -> Option<Origin> {
        self.at.as_ref().map(|(meeting, item)| Origin { meeting: *meeting, item: item.clone(), motion: None })
    }

    pub(super) fn fund<'a>(&self, ctx: &'a Ctx) -> Option<&'a Fund> {
        ctx.ledger()?.fund(&self.key)
    }

    fn read(&mut self, ctx: &Ctx) {
        self.rows.clear();
        let fund = self.fund(ctx);
        let (sources, allocations) = fund.map_or((0, 0), |fund| (fund.sources.len(), fund.allocations.len()));
        self.rows.extend((0..sources).map(Row::Source));
        self.rows.extend((0..allocations).map(Row::Allocation));
        let made = |purpose: &Text| {
            fund.is_some_and(|fund| fund.allocations.iter().any(|a| a.dropped.is_none() && a.purpose == *purpose))
        };
        let planned = self.plan.iter().flat_map(|plan| plan.allocations.iter().enumerate());
        self.rows.extend(planned.filter(|(_, (purpose, _))| !made(purpose)).map(|(at, _)| Row::Planned(at)));
        self.table.set_len(self.rows.len());
    }

    pub(super) fn current(&self) -> Option<Row> {
        self.rows.get(self.table.current()?).copied()
    }

    /// The allocation the cursor is on.
    fn selected<'a>(&self, ctx: &'a Ctx) -> Option<&'a Allocation> {
        match self.current()? {
            Row::Allocation(at) => self.fund(ctx)?.allocations.get(at),
            Row::Source(_) | Row::Planned(_) => None,
        }
    }

    /// An allocation in words, `铁路墙彩绘 12 000 元`.
    pub(super) fn named(&self, entry: EntryId, ctx: &Ctx) -> String {
        let found = self.fund(ctx).and_then(|fund| fund.allocations.iter().find(|a| a.entry == entry));
        found.map(|a| format!("{} {}", a.purpose.get(ctx.lang()), money(&ctx.locale, a.fen))).unwrap_or_default()
    }

    /// Sets aside what the agenda proposes on this row; sets the fund up when it is not there.
    fn accept(&mut self, ctx: &mut Ctx) {
        if self.fund(ctx).is_none() {
            return self.set_up(ctx);
        }
        let Some(Row::Planned(at)) = self.current() else { return };
        let planned = self.plan.as_ref().and_then(|plan| plan.allocations.get(at)).cloned();
        let Some((purpose, fen)) = planned else { return };
        let what = format!("{} {}", purpose.get(ctx.lang()), money(&ctx.locale, fen));
        let event = FundEvent::Allocated { entry: EntryId(ctx.new_id()), purpose, fen, origin: self.origin() };
        if self.event(event, what, ctx)
            && let Some(next) = self.planned()
        {
            self.table.go_to(next);
        }
    }

    /// The first row the agenda proposes and nobody has set aside yet.
    fn planned(&self) -> Option<usize> {
        self.rows.iter().position(|row| matches!(row, Row::Planned(_)))
    }

    fn book(&mut self, booking: Booking, ctx: &mut Ctx) {
        if booking == Booking::Source {
            return self.asking.open(Asked::Source, Line::new().field("", 3).field("", 2));
        }
        let found = self.selected(ctx).map(|a| (a.entry, a.left()));
        let Some((entry, left)) = found else {
            return ctx.notice(Level::Info, |l| tr!(l, "fund-none-selected"));
        };
        match booking {
            Booking::Spent => {
                let line = Line::new().field(&money_form(left), 2).field("", 4);
                self.asking.open(Asked::Spend(entry), line);
            }
            Booking::Dropped => self.asking.open(Asked::Drop(entry), Line::new().field("", 1)),
            _ => {}
        }
    }

    fn change(&mut self, ctx: &mut Ctx) {
        let lang = ctx.lang().clone();
        let found = self.selected(ctx).map(|a| (a.entry, a.purpose.get(&lang).to_owned(), a.fen));
        match found {
            Some((entry, purpose, fen)) => {
                let line = Line::new().field(&purpose, 3).field(&money_form(fen), 2).begin_at(1);
                self.asking.open(Asked::Change(entry), line);
            }
            None => ctx.notice(Level::Info, |l| tr!(l, "fund-none-selected")),
        }
    }

    /// Records what the line says, when it can be read.
    fn record(&mut self, ctx: &mut Ctx) {
        let Some((asked, line)) = self.asking.get().cloned() else { return };
        let amount_at = usize::from(!matches!(asked, Asked::Spend(_)));
        let fen = match asked {
            Asked::Drop(_) => Ok(0),
            _ => typed_money(line.text(amount_at)),
        };
        let fen = match fen {
            Ok(fen) => fen,
            Err(fault) => {
                self.asking.refuse(amount_at, money_fault(&ctx.locale, fault));
                return;
            }
        };
        let l = &ctx.locale;
        let text = |typed: &str| Text::one(ctx.lang().clone(), typed);
        let of_line = format!("{} {}", line.text(0), money(l, fen));
        let (event, what) = match asked {
            Asked::Source => {
                let from = text(line.text(0));
                (FundEvent::SourceAdded { entry: EntryId(ctx.new_id()), from, fen }, of_line)
            }
            Asked::Allocate => {
                let purpose = text(line.text(0));
                let origin = self.origin();
                (FundEvent::Allocated { entry: EntryId(ctx.new_id()), purpose, fen, origin }, of_line)
            }
            Asked::Change(entry) => {
                let known = self.fund(ctx).and_then(|fund| fund.allocations.iter().find(|a| a.entry == entry));
                // Words left as they are stay in all their languages.
                let same = known.map(|a| a.purpose.clone()).filter(|purpose| purpose.get(ctx.lang()) == line.text(0));
                let purpose = same.unwrap_or_else(|| text(line.text(0)));
                let what = tr!(l, "pledges-change", what = self.named(entry, ctx));
                (FundEvent::AllocationChanged { entry, purpose, fen }, what)
            }
            Asked::Spend(entry) => {
                let what = tr!(l, "fund-spend", what = self.named(entry, ctx));
                (FundEvent::Spent { entry, fen, note: line.text(1).to_owned() }, what)
            }
            Asked::Drop(entry) => {
                let reason = match line.text(0) {
                    "" => tr!(l, "fund-drop-usual"),
                    typed => typed.to_owned(),
                };
                let what = tr!(l, "fund-drop", what = self.named(entry, ctx));
                (FundEvent::AllocationDropped { entry, reason }, what)
            }
        };
        if self.event(event, what, ctx) {
            self.asking.close();
        }
    }

    fn event(&mut self, event: FundEvent, what: String, ctx: &mut Ctx) -> bool {
        self.send(Event::Fund { fund: self.key.clone(), event }.into(), what, ctx)
    }

    fn send(&mut self, command: Command, what: String, ctx: &mut Ctx) -> bool {
        let done = self.steps.ask(ctx, command, what);
        self.read(ctx);
        done
    }

    fn update_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        match self.asking.key(action) {
            Keyed::Record => self.record(ctx),
            Keyed::Elsewhere => return Next::Pass,
            Keyed::Typed | Keyed::Left | Keyed::Moved => {}
        }
        Next::Stay
    }
}

impl Screen for FundScreen {
    fn place(&self) -> Place {
        Place::Fund { fund: self.key.clone(), at: self.at.clone() }
    }

    fn scope(&self) -> Scope {
        if self.asking.is_open() { Scope::LedgerLine } else { Scope::Fund }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let title = self.fund(ctx).map(|fund| &fund.title).or(self.plan.as_ref().map(|plan| &plan.title));
        let title = title.map(|title| title.get(ctx.lang()).to_owned()).unwrap_or_default();
        tr!(ctx.locale, "fund-title", title = title)
    }

    fn status(&self, ctx: &Ctx) -> String {
        let left = self.fund(ctx).map_or(0, Fund::left);
        tr!(ctx.locale, "fund-status", left = money(&ctx.locale, left))
    }

    fn focus(&self) -> Focus {
        if self.asking.is_open() { Focus::Field } else { Focus::None }
    }

    fn allows(&self, action: &Action) -> bool {
        let on = self.current();
        match action {
            Action::Open if !self.asking.is_open() => matches!(on, None | Some(Row::Planned(_))),
            Action::Book(Booking::Spent | Booking::Dropped) | Action::Edit => matches!(on, Some(Row::Allocation(_))),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if self.asking.is_open() {
            return self.update_line(&action, ctx);
        }
        match action {
            Action::Open => self.accept(ctx),
            Action::New => self.asking.open(Asked::Allocate, Line::new().field("", 3).field("", 2)),
            Action::Edit => self.change(ctx),
            Action::Book(booking) => self.book(booking, ctx),
            Action::Undo => {
                let title = self.title(ctx);
                self.steps.undo(ctx, Some((Subject::Fund(self.key.clone()), title)));
                self.read(ctx);
            }
            action => return moved_in_table(&mut self.table, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.asking.forgive();
        ctx.hold_ledger();
        self.read(ctx);
    }

    fn line(&self) -> Option<&Line> {
        self.asking.line()
    }

    fn line_mut(&mut self) -> Option<&mut Line> {
        self.asking.line_mut()
    }
}
