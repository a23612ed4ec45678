//! 会中: the item under way and its clock stand out; below them the floor, the points, what is being typed.

use chrono::TimeDelta;
use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::matter_pick::matter_title,
    course::number,
    line::Line,
    proposal::{self, Proposal},
};
use crate::{
    app::{Action, Ctx, Scope, keymap},
    domain::{
        OpinionId,
        meeting::{
            Meeting, Moment,
            agenda::ItemKind,
            course::ItemState,
            floor::{Opinion, Stance, Turn},
            motion::Stage,
            rule::Measure,
        },
    },
    locale::{
        duration, lead,
        meeting::{item_kind, ordering},
        outcome_words, width, wrap,
    },
    tr,
    ui::{
        screens::{form::Words, list::searched_or},
        theme::{DONE, Meaning, SELECTED, Theme, WRONG},
        widgets::{Field, Notes, Picker, PickerState, put},
    },
};

/// The whole meeting ahead of or behind its plan, for the header.
pub fn overall(meeting: &Meeting, ctx: &Ctx) -> String {
    let l = &ctx.locale;
    if meeting.course.is_paused() {
        return tr!(l, "live-paused");
    }
    let Some(overall) = meeting.course.overall(meeting.moment(ctx.now())) else { return tr!(l, "live-not-begun") };
    let seconds = overall.behind.num_seconds();
    let by = duration(seconds.abs());
    match seconds {
        0 => tr!(l, "live-on-time"),
        ..0 => tr!(l, "live-ahead", by = by),
        _ => tr!(l, "live-behind", by = by),
    }
}

/// A row that is filled from both ends.
struct Row<'a> {
    frame: &'a mut ratatui::buffer::Buffer,
    area: Rect,
    theme: Theme,
}

impl Row<'_> {
    fn left(&mut self, text: &str, meaning: Meaning) {
        let took = put(self.frame, self.area, text, self.theme.style(meaning));
        self.area = Rect { x: self.area.x + took, width: self.area.width - took, ..self.area };
    }

    fn right(&mut self, text: &str, meaning: Meaning) {
        let wide = u16::try_from(width(text)).unwrap_or(u16::MAX).min(self.area.width);
        let place = Rect { x: self.area.right() - wide, width: wide, ..self.area };
        put(self.frame, place, text, self.theme.style(meaning));
        self.area.width -= wide;
    }
}

/// Rows of what is to be read out: the floor needs the others.
const SCRIPT_ROWS: usize = 3;

/// Whether the item has a page of its own: pledges, parts, a fund, a survey, tasks.
fn has_work(item: &ItemState) -> bool {
    use ItemKind::{Assign, Claim, FollowUp, Fund, Pledge, Survey};
    matches!(item.item.kind, Pledge(_) | Claim { .. } | Fund { .. } | Survey { .. } | FollowUp | Assign)
}

/// Draws the meeting.
pub fn draw(
    meeting: &Meeting,
    line: Option<&Line>,
    selected: Option<OpinionId>,
    ctx: &Ctx,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let theme = Theme::of(ctx);
    let now = meeting.moment(ctx.now());
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut y = inner.y;
    let mut row = |frame: &mut Frame<'_>, write: &mut dyn FnMut(&mut Row<'_>)| {
        if y < inner.bottom() {
            let area = Rect { y, height: 1, ..inner };
            write(&mut Row { frame: frame.buffer_mut(), area, theme });
        }
        y += 1;
    };
    row(frame, &mut |row| presence(meeting, ctx, row));
    row(frame, &mut |_| {});
    match meeting.course.current() {
        Some(item) => row(frame, &mut |row| head(meeting, item, now, ctx, row)),
        None => row(frame, &mut |row| row.left(&idle(meeting, ctx), Meaning::Title)),
    }
    if let Some(item) = meeting.course.current() {
        let titles = ctx.matters_at(meeting.id, &item.item.key).into_iter().filter_map(|id| matter_title(id, ctx));
        let titles: Vec<String> = titles.collect();
        if !titles.is_empty() {
            row(frame, &mut |row| {
                row.left(&tr!(ctx.locale, "live-matter"), Meaning::Label);
                row.left(&format!("  {}", titles.join(" · ")), Meaning::Accent);
            });
        }
        let words = script(item, ctx);
        for line in wrap(&words, usize::from(inner.width)).into_iter().take(SCRIPT_ROWS) {
            row(frame, &mut |row| row.left(line, Meaning::Muted));
        }
        row(frame, &mut |_| {});
        row(frame, &mut |row| speaking(meeting, now, ctx, row));
        row(frame, &mut |row| waiting(meeting, item, ctx, row));
        row(frame, &mut |_| {});
        if has_work(item) {
            let words = item_kind(&ctx.locale, &item.item.kind);
            row(frame, &mut |row| {
                row.left(&key(&Action::Work, ctx), Meaning::Key);
                row.left(&format!("  {words}"), Meaning::Label);
            });
            row(frame, &mut |_| {});
        }
        if meeting.motions.on(&item.item.key).next().is_some() {
            row(frame, &mut |row| motions(meeting, item, ctx, row));
            row(frame, &mut |_| {});
        }
    }
    let foot = Rect { y: inner.bottom().saturating_sub(1), height: inner.height.min(1), ..inner };
    next(meeting, ctx, &mut Row { frame: frame.buffer_mut(), area: foot, theme });
    let y = y.min(inner.bottom());
    let rest = Rect { y, height: inner.bottom().saturating_sub(y + 2), ..inner };
    below(meeting, line, selected, ctx, frame, rest);
}

/// 应到, 实到, 委托, and whether that is enough.
fn presence(meeting: &Meeting, ctx: &Ctx, row: &mut Row<'_>) {
    let l = &ctx.locale;
    let (presence, entitled) = (meeting.presence(), meeting.attendance.entitled());
    let there = presence.weight.heads;
    let by_proxy = presence.by_proxy;
    let words = if entitled.heads > 0 {
        let all = entitled.heads;
        tr!(l, "live-presence", entitled = all, present = there, proxies = by_proxy)
    } else {
        tr!(l, "live-there", present = there)
    };
    row.left(&words, Meaning::Text);
    for tested in meeting.quorum() {
        let (mark, meaning) = if tested.passed { (DONE, Meaning::Good) } else { (WRONG, Meaning::Bad) };
        let name = match tested.test.measure {
            Measure::Area => tr!(l, "live-quorum-area"),
            Measure::Heads | Measure::Ballots => tr!(l, "live-quorum-heads"),
        };
        row.left(&format!("   {mark} {name}"), meaning);
    }
    if !meeting.timeline.set_back.is_empty() {
        row.right(&tr!(l, "live-clock-set-back"), Meaning::Warn);
    }
}

/// The number, kind and title of the item, and its clock.
fn head(meeting: &Meeting, item: &ItemState, now: Moment, ctx: &Ctx, row: &mut Row<'_>) {
    let top = meeting.course.items().iter().filter(|item| !item.sub).count();
    if let Some(clock) = meeting.course.spent(&item.item.key, now) {
        let spent = duration(clock.spent.num_seconds());
        let (text, meaning) = match clock.over() {
            Some(over) => (format!("{spent} {}", lead(over.num_seconds())), Meaning::Warn),
            None if clock.planned > TimeDelta::zero() => {
                (format!("{spent} / {}", duration(clock.planned.num_seconds())), Meaning::Accent)
            }
            None => (spent, Meaning::Accent),
        };
        row.right(&format!("  {text}"), meaning);
    }
    let number = number(meeting, &item.item.key);
    let kind = item_kind(&ctx.locale, &item.item.kind);
    row.left(&format!("{number}/{top}  "), Meaning::Muted);
    row.left(&format!("{kind}  "), Meaning::Accent);
    row.left(item.item.title.get(ctx.lang()), Meaning::Title);
    if !item.posted {
        row.left(&format!("  {}", tr!(ctx.locale, "live-not-posted")), Meaning::Warn);
    }
}

/// The key that does this here.
fn key(action: &Action, ctx: &Ctx) -> String {
    let row = keymap::rows(Scope::Live).find(|row| row.action == *action);
    row.map_or_else(String::new, |row| row.keys[0].label(&ctx.locale))
}

/// What stands there while no item is under way.
fn idle(meeting: &Meeting, ctx: &Ctx) -> String {
    let l = &ctx.locale;
    if meeting.course.closed().is_some() {
        tr!(l, "live-is-closed")
    } else if meeting.course.started().is_none() {
        tr!(l, "live-to-begin")
    } else {
        tr!(l, "live-all-done")
    }
}

fn script(item: &ItemState, ctx: &Ctx) -> String {
    let lines: Vec<_> = item.item.script.iter().map(|text| text.get(ctx.lang())).collect();
    lines.join("  ")
}

/// Who speaks, for how long.
fn speaking(meeting: &Meeting, now: Moment, ctx: &Ctx, row: &mut Row<'_>) {
    let l = &ctx.locale;
    let Some(turn) = meeting.floor.speaker() else {
        row.left(&tr!(l, "live-nobody-speaks"), Meaning::Muted);
        return;
    };
    let spoken = meeting.floor.spoken_for(&meeting.course, turn, now);
    let allowed = meeting.floor.allowed(&meeting.course, turn);
    let over = spoken > allowed;
    let clock = if over {
        format!("{} {}", duration(spoken.num_seconds()), lead((spoken - allowed).num_seconds()))
    } else {
        format!("{} / {}", duration(spoken.num_seconds()), duration(allowed.num_seconds()))
    };
    row.right(&format!("  {clock}"), if over { Meaning::Warn } else { Meaning::Accent });
    row.left(&tr!(l, "live-speaking"), Meaning::Label);
    row.left(&format!("  {}", name(turn, ctx)), Meaning::Title);
    if meeting.floor.is_first_time(&turn.speaker) {
        row.left(&format!("  {}", tr!(l, "live-first-time")), Meaning::Good);
    }
}

/// Who waits, in the order they will speak.
fn waiting(meeting: &Meeting, item: &ItemState, ctx: &Ctx, row: &mut Row<'_>) {
    let l = &ctx.locale;
    let queue = meeting.floor.queue(&item.item.key);
    if queue.is_empty() {
        row.left(&tr!(l, "live-nobody-waits"), Meaning::Muted);
        return;
    }
    row.right(&format!("  {}", ordering(l, meeting.floor.ordering())), Meaning::Muted);
    row.left(&tr!(l, "live-waiting"), Meaning::Label);
    let names: Vec<_> = queue.iter().map(|turn| name(turn, ctx)).collect();
    row.left(&format!("  {}", names.join(" · ")), Meaning::Text);
}

/// A speaker with building and stance, `李嬢嬢 (2栋) +`.
fn name(turn: &Turn, ctx: &Ctx) -> String {
    let speaker = &turn.speaker;
    let building = speaker.building.trim();
    let bare = !building.is_empty() && building.chars().all(|c| c.is_ascii_alphanumeric());
    let building = if bare { tr!(ctx.locale, "term-building", n = building) } else { building.to_owned() };
    let place = if building.is_empty() { String::new() } else { format!(" ({building})") };
    let stance = match turn.stance {
        Some(Stance::For) => " +",
        Some(Stance::Against) => " -",
        None => "",
    };
    format!("{}{place}{stance}", speaker.name)
}

/// The motions on the item: how many, and the next one or the last result.
fn motions(meeting: &Meeting, item: &ItemState, ctx: &Ctx, row: &mut Row<'_>) {
    let l = &ctx.locale;
    let all: Vec<_> = meeting.motions.on(&item.item.key).collect();
    let done = all.iter().filter(|motion| motion.outcome().is_some()).count();
    let of = all.len();
    row.left(&tr!(l, "live-motions", done = done, of = of), Meaning::Label);
    let open = all.iter().find(|motion| motion.stage == Stage::Open);
    let ahead = all.iter().find(|motion| motion.stage == Stage::Ahead);
    if let Some(motion) = open.or(ahead) {
        let words = if open.is_some() { tr!(l, "live-vote-open") } else { tr!(l, "live-vote-next") };
        row.left(&format!("  {}", key(&Action::Vote, ctx)), Meaning::Key);
        row.left(&format!(" {words}  "), if open.is_some() { Meaning::Warn } else { Meaning::Muted });
        row.left(motion.text().get(ctx.lang()), Meaning::Text);
    } else if let Some((motion, outcome)) = all.last().and_then(|motion| Some((motion, motion.outcome()?))) {
        row.left(&format!("  {}  ", outcome_words(l, outcome)), Meaning::Good);
        row.left(motion.text().get(ctx.lang()), Meaning::Text);
    }
}

/// The next item.
fn next(meeting: &Meeting, ctx: &Ctx, row: &mut Row<'_>) {
    let l = &ctx.locale;
    if meeting.course.closed().is_some() {
        return;
    }
    let Some(item) = meeting.course.next() else {
        row.left(&tr!(l, "live-no-next"), Meaning::Muted);
        return;
    };
    row.left(&tr!(l, "live-next"), Meaning::Label);
    row.right(&format!("  {}", key(&Action::Right, ctx)), Meaning::Key);
    let number = number(meeting, &item.item.key);
    let kind = item_kind(l, &item.item.kind);
    row.left(&format!("  {number} {kind}  {}", item.item.title.get(ctx.lang())), Meaning::Text);
}

/// Below the floor: points with the line being typed, or what else is being typed.
fn below(
    meeting: &Meeting,
    line: Option<&Line>,
    selected: Option<OpinionId>,
    ctx: &Ctx,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let l = &ctx.locale;
    let theme = Theme::of(ctx);
    match line {
        Some(Line::Speaker { list, .. }) => {
            let nobody = tr!(l, "live-speaker-new");
            searched_or(list, &tr!(l, "live-who-speaks"), &nobody, ctx, frame, area);
        }
        Some(Line::Agenda { list, new }) => agenda(list, new.as_deref(), ctx, frame, area),
        Some(Line::Notes { notes, .. }) => {
            let words = tr!(l, "live-notes-hint");
            let widget = Notes::new(theme, notes).placeholder(&words).focused(true);
            widget.render(area, frame.buffer_mut());
            if let Some(at) = widget.cursor(area) {
                frame.set_cursor_position(at);
            }
        }
        Some(Line::Task(form)) => {
            let words = |label, hint| Words { label, hint, ..Words::default() };
            let all = [
                words(tr!(l, "live-task-what"), String::new()),
                words(tr!(l, "live-task-who"), String::new()),
                words(tr!(l, "live-task-due"), tr!(l, "live-task-due-hint")),
            ];
            form.view(ctx, frame, area, &all);
        }
        Some(Line::Motion(new)) => new.draw(&tr!(l, "live-motion"), &tr!(l, "live-motion-hint"), ctx, frame, area),
        Some(Line::Matters { item, pick }) => {
            let title = meeting.course.item(item).map_or("", |item| item.item.title.get(ctx.lang()));
            let words = tr!(l, "live-matters-of", item = title);
            put(frame.buffer_mut(), Rect { height: area.height.min(1), ..area }, &words, theme.style(Meaning::Title));
            let y = area.y + area.height.min(1);
            pick.draw(ctx, frame, Rect { y, height: area.bottom().saturating_sub(y), ..area });
        }
        Some(Line::Point { field, of }) => {
            let label = if of.is_some() { tr!(l, "live-reword") } else { tr!(l, "live-point") };
            let widget = Field::new(theme, field).label(&label).focused(true);
            let place = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
            points(meeting, *of, ctx, frame, Rect { height: area.height.saturating_sub(1), ..area });
            widget.render(place, frame.buffer_mut());
            if let Some(at) = widget.cursor(place) {
                frame.set_cursor_position(at);
            }
        }
        None => points(meeting, selected, ctx, frame, area),
    }
}

fn agenda(list: &PickerState, new: Option<&Proposal>, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let picker = Picker::new(Theme::of(ctx), list);
    let Some(new) = new else {
        picker.focused(true).render(area, frame.buffer_mut());
        return;
    };
    // While the matters are looked through they have the agenda's room.
    let rows = if new.is_choosing() { area.height } else { proposal::ROWS.min(area.height) };
    let above = Rect { height: area.height - rows, ..area };
    picker.render(above, frame.buffer_mut());
    let label = tr!(ctx.locale, "live-insert");
    new.draw(&label, "", ctx, frame, Rect { y: above.bottom(), height: rows, ..area });
}

/// The points on the item under way, the last ones in view, the one selected always.
fn points(meeting: &Meeting, selected: Option<OpinionId>, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let Some(item) = meeting.course.current().map(|item| &item.item.key) else { return };
    let columns = usize::from(area.width.saturating_sub(2));
    let mut lines: Vec<(String, Meaning)> = Vec::new();
    let mut last = 0;
    for (n, opinion) in meeting.floor.opinions_on(item) {
        let chosen = Some(opinion.id) == selected;
        let mark = if chosen { SELECTED } else { " " };
        let text = said(n, opinion);
        for (i, part) in wrap(&text, columns).into_iter().enumerate() {
            let mark = if i == 0 { mark } else { " " };
            lines.push((format!("{mark} {part}"), if chosen { Meaning::Selected } else { Meaning::Text }));
        }
        if chosen {
            last = lines.len();
        }
    }
    if lines.is_empty() {
        put(frame.buffer_mut(), area, &tr!(ctx.locale, "live-no-points"), theme.style(Meaning::Muted));
        return;
    }
    let rows = usize::from(area.height);
    let end = if last == 0 { lines.len() } else { last.max(rows.min(lines.len())) };
    let shown = &lines[end.saturating_sub(rows)..end];
    for (y, (text, meaning)) in (area.y..area.bottom()).zip(shown) {
        put(frame.buffer_mut(), Rect { y, height: 1, ..area }, text, theme.style(*meaning));
    }
}

/// A point as it is read out: `1 李嬢嬢: 充电桩放在东门`.
fn said(n: usize, opinion: &Opinion) -> String {
    let name = opinion.speaker.name.trim();
    if name.is_empty() { format!("{n} {}", opinion.text) } else { format!("{n} {name}: {}", opinion.text) }
}
