//! The parts of one item and their claims: one row each.

use ratatui::{Frame, layout::Rect};

use super::super::{
    Screen,
    ledger::{Asking, Keyed, Line, Steps, Subject, item_of},
    list::moved_in_table,
};
use crate::{
    app::{Action, Booking, Ctx, Focus, Level, Next, Place, Scope},
    domain::{
        ClaimId, MeetingId, Text,
        meeting::{
            agenda::{ItemKey, ItemKind, Part},
            ledger::{self, Claim, ClaimEvent, ClaimState, ClaimedPart, Command, Event, Origin, Undertaking},
        },
    },
    tr,
    ui::widgets::TableState,
};

/// One row: a part, or one of the claims on it.
#[derive(Debug, Clone)]
pub struct Row {
    /// The part.
    pub part: ClaimedPart,
    /// What it costs in fen, when known.
    pub cost: Option<i64>,
    /// Who takes it over; nothing while it is on offer.
    pub claim: Option<ClaimId>,
    /// How many take it over.
    pub shared: usize,
    /// Whether it is the first row of its part.
    pub first: bool,
}

/// What a line is filled for.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Who takes this part over.
    Claim(ClaimedPart),
    /// Which part nobody had planned, and who takes it over.
    Other,
    /// Who it is, or what they promise.
    Change(ClaimId, ClaimedPart),
    /// Why it is released.
    Release(ClaimId),
}

/// The claims of an item.
pub struct ClaimsScreen {
    meeting: MeetingId,
    item: ItemKey,
    titles: (String, Text),
    parts: Vec<Part>,
    /// Names of those at the meeting.
    people: Vec<String>,
    pub(super) rows: Vec<Row>,
    pub(super) table: TableState,
    pub(super) asking: Asking<Asked>,
    steps: Steps,
}

impl ClaimsScreen {
    /// The parts of an item; nothing when there is no such meeting or item, which a notice says.
    pub fn open(meeting: MeetingId, item: &ItemKey, ctx: &mut Ctx) -> Option<Self> {
        let (title, found) = item_of(meeting, item, ctx)?;
        let parts = match found.kind {
            ItemKind::Claim { parts } => parts,
            _ => Vec::new(),
        };
        let mut screen = Self {
            meeting,
            item: item.clone(),
            titles: (title, found.title),
            parts,
            people: Vec::new(),
            rows: Vec::new(),
            table: TableState::default(),
            asking: Asking::default(),
            steps: Steps::default(),
        };
        screen.refresh(ctx);
        Some(screen)
    }

    fn read(&mut self, ctx: &Ctx) {
        let Some(ledger) = ctx.ledger() else { return };
        let scope = ledger::Scope::Item(self.meeting, self.item.clone());
        self.rows.clear();
        for part in ledger.parts(&self.parts, &scope) {
            let row = |claim, first| Row {
                part: ClaimedPart { key: part.key.to_owned(), title: part.title.clone() },
                cost: part.cost,
                claim,
                shared: part.claims.len(),
                first,
            };
            if part.claims.is_empty() {
                self.rows.push(row(None, true));
            }
            let claims = part.claims.iter().enumerate();
            self.rows.extend(claims.map(|(at, (id, _))| row(Some(*id), at == 0)));
        }
        self.table.set_len(self.rows.len());
    }

    fn current(&self) -> Option<&Row> {
        self.rows.get(self.table.current()?)
    }

    /// The claim the cursor is on.
    fn selected<'a>(&self, ctx: &'a Ctx) -> Option<(ClaimId, &'a Claim)> {
        let id = self.current()?.claim?;
        Some((id, ctx.ledger()?.claim(id)?))
    }

    /// How many parts there are, how many are claimed, and how many are there.
    pub(super) fn counts(&self, ctx: &Ctx) -> (usize, usize, usize) {
        let first = |row: &&Row| row.first;
        let delivered = |row: &Row| {
            let claim = row.claim.and_then(|id| ctx.ledger()?.claim(id));
            claim.is_some_and(|claim| matches!(claim.state, ClaimState::Delivered { .. }))
        };
        let whole = |row: &&Row| {
            let mut claims = self.rows.iter().filter(|other| other.part.is_same(&row.part)).peekable();
            claims.peek().is_some() && claims.all(delivered)
        };
        let parts = self.rows.iter().filter(first).count();
        let claimed = self.rows.iter().filter(first).filter(|row| row.claim.is_some()).count();
        (parts, claimed, self.rows.iter().filter(first).filter(whole).count())
    }

    fn none_selected(ctx: &mut Ctx) {
        ctx.notice(Level::Info, |l| tr!(l, "claims-none-selected"));
    }

    fn change(&mut self, ctx: &mut Ctx) {
        let found = self.selected(ctx).map(|(id, claim)| (id, claim.undertaking.clone()));
        match found {
            Some((id, known)) => {
                let line = Line::new().field(&known.partner, 2).field(&known.promise, 3);
                self.asking.open(Asked::Change(id, known.part), line);
            }
            None => Self::none_selected(ctx),
        }
    }

    fn book(&mut self, booking: Booking, ctx: &mut Ctx) {
        let found = self.selected(ctx).map(|(id, claim)| (id, words(ctx, claim)));
        let Some((id, what)) = found else { return Self::none_selected(ctx) };
        match booking {
            Booking::Delivered => {
                let what = tr!(ctx.locale, "claims-did-deliver", what = what);
                self.send(id, ClaimEvent::Delivered { note: String::new() }, what, ctx);
            }
            Booking::Released => self.asking.open(Asked::Release(id), Line::new().field("", 1)),
            _ => {}
        }
    }

    /// Records what the line says.
    fn record(&mut self, ctx: &mut Ctx) {
        let Some((asked, line)) = self.asking.get().cloned() else { return };
        let said = |from: usize, part: ClaimedPart| Undertaking {
            part,
            partner: line.text(from).to_owned(),
            promise: line.text(from + 1).to_owned(),
        };
        let what = |undertaking: &Undertaking, ctx: &Ctx| {
            format!("{} {}", undertaking.partner, undertaking.part.title.get(ctx.lang()))
        };
        let origin = Some(Origin { meeting: self.meeting, item: self.item.clone(), motion: None });
        let done = match asked {
            Asked::Claim(part) => {
                let undertaking = said(0, part);
                let (id, what) = (ClaimId(ctx.new_id()), what(&undertaking, ctx));
                self.send(id, ClaimEvent::Claimed { undertaking, origin }, what, ctx)
            }
            Asked::Other => {
                let title = Text::one(ctx.lang().clone(), line.text(0));
                let undertaking = said(1, ClaimedPart { key: String::new(), title });
                let (id, what) = (ClaimId(ctx.new_id()), what(&undertaking, ctx));
                self.send(id, ClaimEvent::Claimed { undertaking, origin }, what, ctx)
            }
            Asked::Change(id, part) => {
                let undertaking = said(0, part);
                let what = tr!(ctx.locale, "pledges-change", what = what(&undertaking, ctx));
                self.send(id, ClaimEvent::Changed { undertaking }, what, ctx)
            }
            Asked::Release(id) => {
                let reason = match line.text(0) {
                    "" => tr!(ctx.locale, "claims-release-usual"),
                    typed => typed.to_owned(),
                };
                let what = tr!(ctx.locale, "claims-release", what = Self::named(id, ctx));
                self.send(id, ClaimEvent::Released { reason }, what, ctx)
            }
        };
        if done {
            self.asking.close();
        }
    }

    /// A claim in words, `幼儿园 文化墙`.
    pub(super) fn named(id: ClaimId, ctx: &Ctx) -> String {
        ctx.ledger().and_then(|ledger| ledger.claim(id)).map(|claim| words(ctx, claim)).unwrap_or_default()
    }

    fn send(&mut self, claim: ClaimId, event: ClaimEvent, what: String, ctx: &mut Ctx) -> bool {
        let at = self.current().map(|row| row.part.clone());
        let done = self.steps.ask(ctx, Command::Event(Event::Claim { claim, event }), what);
        self.read(ctx);
        // The cursor stays on what was just recorded, else on its part.
        let row = |row: &Row| row.claim == Some(claim);
        let found = self.rows.iter().position(row);
        let found =
            found.or_else(|| self.rows.iter().position(|row| at.as_ref().is_some_and(|at| row.part.is_same(at))));
        if let Some(found) = found {
            self.table.go_to(found);
        }
        done
    }

    /// Takes the name offered for the partner; whether there was one.
    fn take_offer(&mut self) -> bool {
        let Some(name) = self.offered().map(str::to_owned) else { return false };
        self.asking.complete(&name);
        true
    }

    /// Somebody at the meeting whose name begins with what is typed for the partner.
    pub(super) fn offered(&self) -> Option<&str> {
        let (asked, line) = self.asking.get()?;
        let partner = match asked {
            Asked::Claim(_) | Asked::Change(..) => 0,
            Asked::Other => 1,
            Asked::Release(_) => return None,
        };
        let typed = line.text(partner);
        let begins = |name: &&String| name.starts_with(typed) && *name != typed;
        (line.at() == partner && !typed.is_empty()).then(|| self.people.iter().find(begins))?.map(String::as_str)
    }

    fn update_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        if *action == Action::NextField && self.take_offer() {
            return Next::Stay;
        }
        match self.asking.key(action) {
            Keyed::Record => self.record(ctx),
            Keyed::Elsewhere => return Next::Pass,
            Keyed::Typed | Keyed::Left | Keyed::Moved => {}
        }
        Next::Stay
    }
}

/// A claim in words.
fn words(ctx: &Ctx, claim: &Claim) -> String {
    format!("{} {}", claim.undertaking.partner, claim.undertaking.part.title.get(ctx.lang()))
}

impl Screen for ClaimsScreen {
    fn place(&self) -> Place {
        Place::Claims { meeting: self.meeting, item: self.item.clone() }
    }

    fn scope(&self) -> Scope {
        if self.asking.is_open() { Scope::LedgerLine } else { Scope::Claims }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let item = self.titles.1.get(ctx.lang()).to_owned();
        let meeting = self.titles.0.clone();
        // An item that is called so says itself what it is.
        if item.trim_start().starts_with(&tr!(ctx.locale, "claims-word")) {
            return tr!(ctx.locale, "claims-title-plain", item = item, meeting = meeting);
        }
        tr!(ctx.locale, "claims-title", item = item, meeting = meeting)
    }

    fn status(&self, ctx: &Ctx) -> String {
        let (parts, claimed, delivered) = self.counts(ctx);
        tr!(ctx.locale, "claims-status", parts = parts, claimed = claimed, delivered = delivered)
    }

    fn focus(&self) -> Focus {
        if self.asking.is_open() { Focus::Field } else { Focus::None }
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Open if !self.asking.is_open() => !self.rows.is_empty(),
            Action::Book(_) | Action::Edit => self.current().is_some_and(|row| row.claim.is_some()),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if self.asking.is_open() {
            return self.update_line(&action, ctx);
        }
        match action {
            Action::Open => match self.current() {
                Some(row) => {
                    let part = row.part.clone();
                    self.asking.open(Asked::Claim(part), Line::new().field("", 2).field("", 3));
                }
                None => Self::none_selected(ctx),
            },
            Action::New => self.asking.open(Asked::Other, Line::new().field("", 2).field("", 2).field("", 3)),
            Action::Edit => self.change(ctx),
            Action::Book(booking) => self.book(booking, ctx),
            Action::Undo => {
                let selected = self.selected(ctx).map(|(id, claim)| (Subject::Claim(id), words(ctx, claim)));
                let about = self.steps.undo(ctx, selected);
                self.read(ctx);
                let is = |row: &Row| row.claim.is_some_and(|id| about == Some(Subject::Claim(id)));
                let row = self.rows.iter().position(is);
                self.table.go_to(row.or(self.table.current()).unwrap_or_default());
            }
            action => return moved_in_table(&mut self.table, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        if let Some(meeting) = ctx.hold(self.meeting) {
            let there = meeting.attendance.people().filter(|person| person.there());
            self.people = there.map(|person| person.name.clone()).collect();
        }
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
