//! 会前: what keys do, and how agenda and facts stand on the screen.

use chrono::{DateTime, FixedOffset, TimeDelta};
use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    facts::{Fact, facts},
    line::Line,
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope},
    domain::{
        MeetingId,
        meeting::{
            Command, Meeting,
            agenda::ItemKey,
            course::{CourseCommand, ItemState, Stage},
        },
        place::Roll,
    },
    locale::{clean_line, meeting::item_kind, time_short, width, wrap},
    tr,
    ui::{
        screens::{Screen, form::Did, list::moved_in_table},
        theme::{Meaning, Theme},
        widgets::{Column, Page, PageState, Table, TableCell, TableState, put},
    },
};

/// From this width on, agenda and facts stand side by side.
const WIDE: u16 = 110;

/// A meeting before it begins.
pub struct LobbyScreen {
    meeting: MeetingId,
    /// When its session begins.
    starts: DateTime<FixedOffset>,
    items: TableState,
    line: Option<Line>,
    /// Everything there is to say, while it is read as a page.
    all: Option<PageState>,
}

impl LobbyScreen {
    /// The meeting as it stands; nothing when it is not there, which a notice says.
    pub fn open(meeting: MeetingId, ctx: &mut Ctx) -> Option<Self> {
        ctx.hold(meeting)?;
        let items = TableState::default();
        let mut screen = Self { meeting, starts: ctx.now(), items, line: None, all: None };
        screen.refresh(ctx);
        Some(screen)
    }

    fn meeting<'a>(&self, ctx: &'a Ctx) -> Option<&'a Meeting> {
        ctx.meeting(self.meeting)
    }

    fn course(&mut self, ctx: &mut Ctx, command: CourseCommand) -> bool {
        let done = ctx.ask(self.meeting, Command::Course(command));
        self.refresh(ctx);
        done
    }

    fn current<'a>(&self, ctx: &'a Ctx) -> Option<&'a ItemState> {
        self.meeting(ctx)?.course.items().get(self.items.current()?)
    }

    /// Begins the meeting, or goes on with it.
    fn begin(&mut self, ctx: &mut Ctx) -> Next {
        let meeting = self.meeting;
        let Some(held) = self.meeting(ctx) else { return Next::Back };
        let (started, closed) = (held.course.started().is_some(), held.course.closed().is_some());
        if closed {
            return Next::Go(Place::Minutes { meeting });
        }
        if started || self.course(ctx, CourseCommand::Start) {
            Next::Become(Place::Live { meeting })
        } else {
            Next::Stay
        }
    }

    /// Moves the item under the cursor past its neighbour of the same level.
    fn shift(&mut self, up: bool, ctx: &mut Ctx) {
        let Some((item, Target { before })) = self.current(ctx).zip(self.meeting(ctx)).and_then(|(item, meeting)| {
            Some((item.item.key.clone(), neighbour(meeting.course.items(), self.items.current()?, up)?))
        }) else {
            return;
        };
        if self.course(ctx, CourseCommand::Move { item: item.clone(), before }) {
            self.go_to(&item, ctx);
        }
    }

    fn go_to(&mut self, item: &ItemKey, ctx: &Ctx) {
        let at = self.meeting(ctx).and_then(|m| m.course.items().iter().position(|known| known.item.key == *item));
        if let Some(at) = at {
            self.items.go_to(at);
        }
    }

    /// Does what was typed; a field that is not right gets the focus instead.
    fn done(&mut self, ctx: &mut Ctx) {
        let Some(line) = &self.line else { return };
        let Some(meeting) = ctx.meeting(self.meeting).cloned() else { return };
        // Put in after the item under the cursor, its sub-items with it.
        let items = meeting.course.items();
        let after = self.items.current().map_or(0, |at| at + 1);
        let before = items.get(after..).and_then(|rest| rest.iter().find(|item| !item.sub));
        let before = before.map(|item| item.item.key.clone());
        match line.commands(&meeting, before, ctx) {
            Err(slot) => {
                if let Some(line) = &mut self.line {
                    line.form_mut().go_to(slot);
                }
            }
            Ok(commands) => {
                let changed = !commands.is_empty();
                let enrols = commands.iter().any(|it| matches!(it, Command::Course(CourseCommand::Enrol { .. })));
                if commands.into_iter().all(|command| ctx.ask(self.meeting, command)) {
                    self.line = None;
                    if enrols {
                        self.say_roll(&meeting, ctx);
                    } else if changed {
                        ctx.notice(Level::Done, |l| tr!(l, "lobby-noted"));
                    }
                }
                self.refresh(ctx);
            }
        }
    }

    /// Says what another roll changed: how many it names, and what was noted of voters who do not stand on it.
    fn say_roll(&self, before: &Meeting, ctx: &mut Ctx) {
        let noted = |meeting: &Meeting| meeting.attendance.proxies().count() + meeting.attendance.excused().count();
        let Some(after) = self.meeting(ctx) else { return };
        let (count, gone) = (after.attendance.roll().len(), noted(before).saturating_sub(noted(after)));
        match gone {
            0 => ctx.notice(Level::Done, |l| tr!(l, "lobby-enrolled", count = count)),
            gone => ctx.notice(Level::Warning, |l| tr!(l, "lobby-enrolled-without", count = count, gone = gone)),
        }
    }

    fn facts(&self, ctx: &Ctx) -> Vec<Fact> {
        self.meeting(ctx).map(|meeting| facts(meeting, self.starts, ctx)).unwrap_or_default()
    }

    fn show_all(&mut self, ctx: &Ctx) {
        let lines = self.facts(ctx).into_iter().flat_map(|fact| {
            let head = if fact.label.is_empty() { None } else { Some((Meaning::Label, fact.label.clone())) };
            let words = format!("{} {}", fact.mark(), fact.words);
            head.into_iter().chain([(fact.meaning(), words.trim_start().to_owned()), (Meaning::Text, String::new())])
        });
        self.all = Some(PageState::of(lines.collect()));
    }

    fn draw_facts(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) -> usize {
        let theme = Theme::of(ctx);
        let rows = laid_out(&self.facts(ctx), area.width);
        let left = rows.len().saturating_sub(area.height.into());
        for (y, row) in (area.y..area.bottom()).zip(&rows) {
            let part = |x: u16| Rect { x: area.x + x, y, width: area.width.saturating_sub(x), height: 1 };
            put(frame.buffer_mut(), part(0), &row.label, theme.style(Meaning::Label));
            put(frame.buffer_mut(), part(row.indent.saturating_sub(2)), row.mark, theme.style(row.meaning));
            put(frame.buffer_mut(), part(row.indent), &row.words, theme.style(row.meaning));
        }
        left
    }

    fn draw_items(&self, ctx: &Ctx, left: usize, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let Some(meeting) = self.meeting(ctx) else { return };
        let items = meeting.course.items();
        let begins = meeting.course.started().map_or(self.starts, |at| at.wall);
        let mut at = begins;
        let mut plan = Vec::with_capacity(items.len());
        let mut planned = 0;
        for item in items {
            plan.push(at);
            if !matches!(item.stage, Stage::Skipped { .. }) {
                at += TimeDelta::minutes(item.item.minutes.into());
                planned += u64::from(item.item.minutes);
            }
        }
        let count = items.iter().filter(|item| !item.sub).count();
        let (from, to) = (time_short(begins.time()), time_short(at.time()));
        let head = tr!(l, "lobby-agenda", count = count, minutes = planned, from = from, to = to);
        let took = put(frame.buffer_mut(), Rect { height: 1, ..area }, &head, theme.style(Meaning::Accent));
        if left > 0 {
            let more = tr!(l, "lobby-more-facts", count = left);
            let wide = u16::try_from(width(&more)).unwrap_or(area.width);
            if took + 2 + wide <= area.width {
                let place = Rect { x: area.right() - wide, width: wide, height: 1, ..area };
                put(frame.buffer_mut(), place, &more, theme.style(Meaning::Muted));
            }
        }
        let kinds = items.iter().map(|item| width(&item_kind(l, &item.item.kind))).max().unwrap_or(4);
        let states = items.iter().any(|item| !item.posted || matches!(item.stage, Stage::Skipped { .. }));
        let columns = [
            Column::new(String::new(), 4),
            Column::new(tr!(l, "lobby-kind"), u16::try_from(kinds).unwrap_or(8)),
            Column::growing(tr!(l, "lobby-title"), 20),
            Column::number(tr!(l, "lobby-minutes"), u16::try_from(width(&tr!(l, "lobby-minutes"))).unwrap_or(4).max(4)),
            Column::new(tr!(l, "lobby-at"), 5),
            Column::new(String::new(), 10),
        ];
        let columns = &columns[..columns.len() - usize::from(!states)];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(item) = items.get(at) else { return Vec::new() };
            let number = match meeting.course.number(&item.item.key) {
                Some((of, Some(sub))) => format!("{of}.{sub}"),
                Some((of, None)) => of.to_string(),
                None => String::new(),
            };
            let title = item.item.title.get(ctx.lang());
            let title = if item.sub { format!("  {title}") } else { title.to_owned() };
            let skipped = matches!(item.stage, Stage::Skipped { .. });
            let (meaning, state) = match &item.stage {
                Stage::Skipped { .. } => (Meaning::Muted, tr!(l, "lobby-skipped")),
                _ if !item.posted => (Meaning::Text, tr!(l, "lobby-not-posted")),
                _ => (Meaning::Text, String::new()),
            };
            let when = if skipped { String::new() } else { time_short(plan[at].time()) };
            let minutes = if item.item.minutes == 0 || skipped { String::new() } else { item.item.minutes.to_string() };
            [number, item_kind(l, &item.item.kind), title, minutes, when, state]
                .map(|text| TableCell::new(text, meaning))
                .to_vec()
        };
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        Table::new(theme, &self.items, columns, &cells).focused(true).render(body, frame.buffer_mut());
    }
}

/// One row of the facts.
struct Row {
    label: String,
    mark: &'static str,
    indent: u16,
    meaning: Meaning,
    words: String,
}

/// The facts in rows of this width: labels in a column of their own, warnings over the whole width.
fn laid_out(facts: &[Fact], columns: u16) -> Vec<Row> {
    let label = facts.iter().map(|fact| width(&fact.label)).max().unwrap_or_default();
    let label = u16::try_from(label).unwrap_or(8) + 2;
    let mut rows = Vec::new();
    let mut warnings = true;
    for fact in facts {
        warnings &= fact.label.is_empty();
        let indent = if warnings { 2 } else { label + 2 };
        let clean = clean_line(&fact.words);
        for (n, line) in wrap(&clean, columns.saturating_sub(indent + 1).into()).into_iter().enumerate() {
            let first = n == 0;
            rows.push(Row {
                label: if first { fact.label.clone() } else { String::new() },
                mark: if first { fact.mark() } else { "" },
                indent,
                meaning: fact.meaning(),
                words: line.to_owned(),
            });
        }
    }
    rows
}

/// Where an item moved up or down goes.
struct Target {
    /// What it comes before; nothing for the end.
    before: Option<ItemKey>,
}

/// Where an item goes that moves up or down past its neighbour; nothing when it cannot. Sub-items stay under their parent.
fn neighbour(items: &[ItemState], at: usize, up: bool) -> Option<Target> {
    let sub = items.get(at)?.sub;
    let before = |at: usize| Target { before: items.get(at).map(|item| item.item.key.clone()) };
    let level = |to: &usize| items.get(*to).is_some_and(|item| item.sub == sub);
    let inside = |to: &usize| !sub || items.get(*to).is_some_and(|item| item.sub);
    if up {
        return (0..at).rev().take_while(inside).find(level).map(before);
    }
    let next = (at + 1..items.len()).take_while(inside).find(level)?;
    match (next + 1..items.len()).take_while(inside).find(level) {
        Some(after) => Some(before(after)),
        // The last sub-item has nothing to come before: the end of the agenda is for items.
        None => (!sub).then_some(Target { before: None }),
    }
}

impl Screen for LobbyScreen {
    fn place(&self) -> Place {
        Place::Lobby { meeting: self.meeting }
    }

    fn scope(&self) -> Scope {
        if self.line.is_some() { Scope::SessionEdit } else { Scope::Lobby }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let title = self.meeting(ctx).map(|meeting| meeting.opening.title.clone()).unwrap_or_default();
        match &self.line {
            Some(Line::Item(_)) => tr!(ctx.locale, "lobby-item-new"),
            Some(Line::Roles { .. }) => tr!(ctx.locale, "lobby-roles"),
            None => tr!(ctx.locale, "lobby-title-of", title = title),
        }
    }

    fn status(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let Some(meeting) = self.meeting(ctx) else { return String::new() };
        let entitled = meeting.attendance.entitled().heads;
        let here = meeting.attendance.presence().weight.heads;
        match entitled {
            0 => tr!(l, "lobby-status-no-roll", present = here),
            _ => tr!(l, "lobby-status", entitled = entitled, present = here),
        }
    }

    fn focus(&self) -> Focus {
        self.line.as_ref().map_or(Focus::None, |line| line.form().focus())
    }

    fn allows(&self, action: &Action) -> bool {
        self.line.as_ref().is_none_or(|line| line.form().allows(action))
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if let Some(line) = &mut self.line {
            match action {
                Action::Back => self.line = None,
                Action::Save => self.done(ctx),
                action => match line.form_mut().update(&action) {
                    Did::Nothing => return Next::Pass,
                    Did::Ended => self.done(ctx),
                    Did::Left(_) | Did::Changed(_) | Did::Done => {}
                },
            }
            return Next::Stay;
        }
        if let Some(page) = &mut self.all {
            match (&action, super::super::list::step(&action)) {
                (Action::Back | Action::NextField, _) => self.all = None,
                (_, Some(typing)) => {
                    page.apply(&typing);
                }
                (_, None) => {
                    self.all = None;
                    return self.update(action, ctx);
                }
            }
            return Next::Stay;
        }
        match action {
            Action::Open => return self.begin(ctx),
            Action::CheckIn => return Next::Go(Place::CheckIn { meeting: self.meeting }),
            Action::Edit => {
                ctx.hold_register::<Roll>();
                self.line = self.meeting(ctx).map(|meeting| Line::roles(meeting, ctx));
            }
            Action::New => self.line = Some(Line::item()),
            Action::NextField => self.show_all(ctx),
            Action::MoveUp => self.shift(true, ctx),
            Action::MoveDown => self.shift(false, ctx),
            Action::Delete => {
                if let Some(item) = self.current(ctx).map(|item| item.item.key.clone()) {
                    self.course(ctx, CourseCommand::Skip { item, reason: String::new() });
                }
            }
            Action::Undo => {
                ctx.undo_meeting(self.meeting);
                self.refresh(ctx);
            }
            action => return moved_in_table(&mut self.items, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
        if let Some(line) = &self.line {
            line.form().view(ctx, frame, area, &line.words(ctx));
            return;
        }
        if let Some(page) = &self.all {
            Page::new(Theme::of(ctx), page).render(inner, frame.buffer_mut());
            return;
        }
        if area.width >= WIDE {
            let half = area.width / 2;
            let right = Rect { x: area.x + half + 2, width: area.width - half - 3, ..area };
            let left = self.draw_facts(ctx, frame, right);
            self.draw_items(ctx, left, frame, Rect { width: half, ..area });
            return;
        }
        let rows = u16::try_from(laid_out(&self.facts(ctx), inner.width).len()).unwrap_or(u16::MAX);
        let items = u16::try_from(self.items.len()).unwrap_or(u16::MAX).saturating_add(3);
        let room = area.height.saturating_sub(items).max(area.height / 2);
        let top = rows.min(room);
        let left = self.draw_facts(ctx, frame, Rect { height: top, ..inner });
        let below = Rect { y: area.y + top + 1, height: area.height.saturating_sub(top + 1), ..area };
        self.draw_items(ctx, left, frame, below);
    }

    fn text(&self) -> Option<String> {
        self.line.as_ref().and_then(|line| line.form().focused_text())
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        if let Some(line) = &mut self.line {
            line.form_mut().put_text(text.trim_end());
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        ctx.hold(self.meeting);
        let session = self.meeting(ctx).map(|meeting| meeting.opening.session);
        let row = session.and_then(|id| ctx.read(|store| store.session(id)).flatten());
        if let Some(row) = row {
            self.starts = row.session.starts;
        }
        self.items.set_len(self.meeting(ctx).map_or(0, |meeting| meeting.course.items().len()));
        if self.all.is_some() {
            self.show_all(ctx);
        }
    }
}
