//! The pledges of one item: a line to type into, what it adds up to, and the table.

use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        Screen,
        ledger::{Enter, Line, Steps, item_of},
        list::moved_in_table,
    },
    ask::{Asked, pledge_line},
};
use crate::{
    app::{Action, Booking, Ctx, Focus, Next, Place, Scope},
    domain::{
        MeetingId, PledgeId,
        meeting::{
            agenda::{ItemKey, ItemKind, MatchBase, PledgeRound},
            ledger::{self, MatchRange, Origin, Pledge, Totals},
        },
        survey::Door,
    },
    locale::money,
    tr,
    ui::widgets::TableState,
};

/// The pledges of an item.
pub struct PledgesScreen {
    meeting: MeetingId,
    item: ItemKey,
    /// The meeting's and the item's titles.
    titles: (String, crate::domain::Text),
    /// Target and match rule.
    pub(super) round: PledgeRound,
    /// Those at the meeting, and where they live.
    people: Vec<(String, Door)>,
    /// The pledges, the latest first.
    pub(super) rows: Vec<PledgeId>,
    pub(super) table: TableState,
    pub(super) totals: Totals,
    /// The next pledge.
    pub(super) fresh: Line,
    pub(super) anonymous: bool,
    pub(super) in_hand: bool,
    /// Something else that is asked first.
    pub(super) asked: Option<(Asked, Line)>,
    /// What is wrong with the line.
    pub(super) wrong: String,
    pub(super) steps: Steps,
}

impl PledgesScreen {
    /// The pledges of an item; nothing when there is no such meeting or item, which a notice says.
    pub fn open(meeting: MeetingId, item: &ItemKey, ctx: &mut Ctx) -> Option<Self> {
        let (title, found) = item_of(meeting, item, ctx)?;
        let round = match found.kind {
            ItemKind::Pledge(round) => round,
            _ => PledgeRound { target: None, matching: None },
        };
        let mut screen = Self {
            meeting,
            item: item.clone(),
            titles: (title, found.title),
            round,
            people: Vec::new(),
            rows: Vec::new(),
            table: TableState::default(),
            totals: Totals::default(),
            fresh: pledge_line(None),
            anonymous: false,
            in_hand: false,
            asked: None,
            wrong: String::new(),
            steps: Steps::default(),
        };
        screen.refresh(ctx);
        Some(screen)
    }

    /// Which part of the ledger is on view.
    pub(super) fn item_scope(&self) -> ledger::Scope {
        ledger::Scope::Item(self.meeting, self.item.clone())
    }

    /// Where what is recorded here comes up.
    pub(super) fn origin(&self) -> Origin {
        Origin { meeting: self.meeting, item: self.item.clone(), motion: None }
    }

    /// Reads what is on view from the ledger as it was last held.
    pub(super) fn read(&mut self, ctx: &Ctx) {
        let Some(ledger) = ctx.ledger() else { return };
        let scope = self.item_scope();
        self.rows = ledger.pledges(&scope).into_iter().rev().map(|(id, _)| id).collect();
        self.totals = ledger.totals(&scope);
        self.table.set_len(self.rows.len());
    }

    /// The pledge the cursor is on.
    pub(super) fn selected<'a>(&self, ctx: &'a Ctx) -> Option<(PledgeId, &'a Pledge)> {
        let id = *self.rows.get(self.table.current()?)?;
        Some((id, ctx.ledger()?.pledge(id)?))
    }

    /// The line that is typed into.
    pub(super) fn line(&self) -> &Line {
        self.asked.as_ref().map_or(&self.fresh, |(_, line)| line)
    }

    pub(super) fn line_mut(&mut self) -> &mut Line {
        self.asked.as_mut().map_or(&mut self.fresh, |(_, line)| line)
    }

    /// Asks something first; the pledge half typed waits.
    pub(super) fn ask(&mut self, asked: Asked, line: Line) {
        self.asked = Some((asked, line));
        self.wrong.clear();
    }

    /// What the match rule adds, when there is one.
    pub(super) fn range(&self) -> Option<MatchRange> {
        self.round.matching.as_ref().map(|rule| MatchRange::of(rule, &self.totals))
    }

    /// The own share a match is taken of, in fen.
    pub(super) fn own(&self) -> i64 {
        let base = self.round.matching.as_ref().map_or(MatchBase::Received, |rule| rule.base);
        self.totals.own.base(base)
    }

    /// Somebody at the meeting whose name begins with what is typed.
    pub(super) fn offered(&self) -> Option<&(String, Door)> {
        let typed = self.line().text(0);
        let begins = |name: &str| !typed.is_empty() && name.starts_with(typed) && name != typed;
        self.people.iter().find(|(name, _)| begins(name))
    }

    /// Takes the name offered; whether there was one.
    fn take_offer(&mut self) -> bool {
        let pledge = matches!(self.asked, None | Some((Asked::Change(..), _)));
        if !pledge || self.line().at() != 0 {
            return false;
        }
        let Some((name, door)) = self.offered().cloned() else { return false };
        let line = self.line_mut();
        line.set(0, &name);
        line.set(2, &crate::locale::door_form(&door));
        line.go_to(1);
        true
    }

    /// Leaves what is asked, or empties the line; nothing to do when both are so already.
    fn step_back(&mut self) -> bool {
        self.wrong.clear();
        if self.asked.take().is_some() {
            return true;
        }
        if self.fresh.is_empty() {
            return false;
        }
        self.fresh = pledge_line(None);
        true
    }
}

impl Screen for PledgesScreen {
    fn place(&self) -> Place {
        Place::Pledges { meeting: self.meeting, item: self.item.clone() }
    }

    fn scope(&self) -> Scope {
        match self.asked {
            None | Some((Asked::Change(..) | Asked::Grant(Some(_)), _)) => Scope::Pledges,
            Some(_) => Scope::LedgerLine,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let item = self.titles.1.get(ctx.lang()).to_owned();
        tr!(ctx.locale, "pledges-title", item = item, meeting = self.titles.0.clone())
    }

    fn status(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let held = money(l, self.totals.own.held());
        let count = self.totals.pledges;
        tr!(l, "pledges-status", count = count, held = held)
    }

    fn focus(&self) -> Focus {
        Focus::Field
    }

    fn allows(&self, action: &Action) -> bool {
        match (&self.asked, action) {
            (Some((Asked::Grant(_), _)), Action::Book(booking)) => *booking == Booking::Withdrawn,
            (Some((Asked::Change(..), _)), Action::Book(booking)) => *booking == Booking::Anonymous,
            (Some(_), Action::Edit) => false,
            (None, Action::Book(Booking::Anonymous | Booking::InHand | Booking::Granted)) => true,
            (None, Action::Book(_) | Action::Edit) => !self.rows.is_empty(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Open => {
                if self.line_mut().enter() == Enter::Record {
                    self.record(ctx);
                }
            }
            Action::Input(typing) => {
                self.wrong.clear();
                self.line_mut().type_in(&typing);
            }
            Action::NextField if self.take_offer() => {}
            Action::Book(booking) if self.allows(&action) => self.book(booking, ctx),
            Action::Edit if self.asked.is_none() => self.change(ctx),
            Action::Undo => self.undo(ctx),
            Action::Back if self.step_back() => {}
            Action::Book(_) | Action::Edit => {}
            action if self.line_mut().moved(&action) => {}
            // What is asked is about the selected row: it stays.
            Action::Up | Action::Down | Action::PageUp | Action::PageDown if self.asked.is_some() => {}
            Action::Click(column, row) => {
                if self.asked.is_none() {
                    self.table.click(column, row);
                }
            }
            action => return moved_in_table(&mut self.table, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.wrong.clear();
        if let Some(meeting) = ctx.hold(self.meeting) {
            let there = meeting.attendance.people().filter(|person| person.there());
            self.people = there.map(|person| (person.name.clone(), person.door.clone())).collect();
        }
        ctx.hold_ledger();
        self.read(ctx);
    }

    fn text(&self) -> Option<String> {
        Some(self.line().focused_text())
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        self.line_mut().put_text(text);
    }
}
