//! Two sets of minutes side by side: a version and the one before it, or the public's edition and the facilitator's.

use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        list::step,
        sheet::{Cell, Item, Sheet},
    },
    screen::MinutesScreen,
};
use crate::{
    app::{Action, Ctx, Next, Typing},
    domain::meeting::minutes::Drafting,
    report::{BesideLine, Document, MinutesStatus, documents_beside, minutes_document},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// What stands side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    /// The version before, and this one.
    Versions,
    /// What everyone may read, and all of it.
    Editions,
}

/// Minutes side by side.
#[derive(Debug)]
pub struct Beside {
    /// What stands side by side.
    pub pair: Pair,
    /// Only lines that differ.
    only_changes: bool,
    sheet: Sheet,
}

impl Beside {
    /// Versions where there is one before this, else editions.
    pub fn open(before: bool) -> Self {
        let pair = if before { Pair::Versions } else { Pair::Editions };
        Self { pair, only_changes: false, sheet: Sheet::default() }
    }

    /// The other pair, where there is one.
    pub fn turn(&mut self, before: bool) {
        self.pair = if self.pair == Pair::Editions && before { Pair::Versions } else { Pair::Editions };
    }

    /// Only what differs, or all of it.
    pub fn toggle(&mut self) {
        self.only_changes = !self.only_changes;
    }

    /// Lays out both, the older or shorter one on the left. How far one has read stays.
    pub fn put(&mut self, documents: [&Document; 2], heads: [String; 2], ctx: &Ctx) {
        let items = documents_beside(documents[0], documents[1]).into_iter().map(item).collect();
        let absent = tr!(ctx.locale, "minutes-beside-nothing");
        let sheet = Sheet::new(items, String::new(), absent).heads(heads.into()).only_changes(self.only_changes);
        self.sheet = sheet.at(&self.sheet);
    }

    /// Scrolls.
    pub fn scroll(&mut self, typing: &Typing) {
        self.sheet.apply(typing);
    }

    /// All of it as text.
    pub fn text(&self) -> String {
        self.sheet.text()
    }

    /// Draws it, with how much differs above.
    pub fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let theme = Theme::of(ctx);
        let changes = self.sheet.changes() as u64;
        let mut words = tr!(ctx.locale, "minutes-beside-changes", count = changes);
        if let Some((last, total)) = self.sheet.position() {
            words = format!("{words}   {last}/{total}");
        }
        let line = Rect { x: area.x + 2, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        put(frame.buffer_mut(), line, &words, theme.style(Meaning::Muted));
        let rest = Rect { y: area.y + line.height, height: area.height - line.height, ..area };
        self.sheet.draw(theme, frame.buffer_mut(), rest);
    }
}

impl MinutesScreen {
    /// The number of the version before the one on view; nothing for the first.
    pub(super) fn version_before(&self, known: &Drafting) -> Option<u32> {
        let numbers = known.versions().iter().map(|version| version.number);
        numbers.take_while(|number| self.version.is_none_or(|here| *number < here)).last()
    }

    /// Lays what stands side by side out anew.
    pub(super) fn lay_beside(&mut self, ctx: &Ctx) {
        let Some(mut beside) = self.beside.take() else { return };
        let Some(meeting) = ctx.meeting(self.meeting) else { return };
        let (l, known) = (&ctx.locale, &meeting.minutes);
        let here = self.version.and_then(|number| known.version(number));
        let status = here.map_or_else(|| MinutesStatus::of(known), MinutesStatus::Final);
        let before = self.version_before(known).and_then(|number| known.version(number));
        if let Some(before) = before.filter(|_| beside.pair == Pair::Versions) {
            let heads = [Some(before.number), self.version].map(|number| version_words(number, known, ctx));
            let older = minutes_document(l, &before.minutes, MinutesStatus::Final(before));
            beside.put([&older, &minutes_document(l, &self.minutes, status)], heads, ctx);
        } else {
            beside.pair = Pair::Editions;
            let heads = [tr!(l, "minutes-print-public"), tr!(l, "minutes-print-facilitator")];
            let public = minutes_document(l, &self.minutes.public(), status);
            beside.put([&public, &minutes_document(l, &self.minutes, status)], heads, ctx);
        }
        self.beside = Some(beside);
    }

    /// What the keys do while two stand side by side; nothing for those that are not for there.
    pub(super) fn on_beside(&mut self, action: &Action, ctx: &Ctx) -> Option<Next> {
        let before = ctx.meeting(self.meeting).is_some_and(|m| self.version_before(&m.minutes).is_some());
        let beside = self.beside.as_mut()?;
        match action {
            Action::Compare | Action::Back => {
                self.beside = None;
                return Some(Next::Stay);
            }
            Action::NextField => beside.turn(before),
            Action::Toggle => beside.toggle(),
            Action::Left => self.turn(false, ctx),
            Action::Right => self.turn(true, ctx),
            action => {
                beside.scroll(&step(action)?);
                return Some(Next::Stay);
            }
        }
        self.lay_beside(ctx);
        Some(Next::Stay)
    }
}

/// The words for a version, or for the minutes as they stand.
fn version_words(version: Option<u32>, minutes: &Drafting, ctx: &Ctx) -> String {
    match version {
        Some(number) => tr!(ctx.locale, "minutes-version", version = number),
        None if minutes.correcting().is_some() => tr!(ctx.locale, "minutes-working"),
        None => tr!(ctx.locale, "minutes-status-draft"),
    }
}

fn item(line: BesideLine) -> Item {
    let cell = |words: Option<String>| words.map_or(Cell::Absent, Cell::Words);
    Item {
        depth: line.depth,
        label: line.label,
        cells: line.sides.map(|sides| sides.map(cell).into()).unwrap_or_default(),
    }
}
