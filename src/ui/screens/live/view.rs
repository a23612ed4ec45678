//! 会中: the item under way and its clock stand out; below them the floor, the points, what is being typed.

use std::borrow::Cow;

use chrono::TimeDelta;
use ratatui::{Frame, layout::Rect};

use super::{super::matter_pick::matter_title, below::below, course::number, line::Line};
use crate::{
    app::{Action, Ctx, Scope, keymap},
    domain::{
        OpinionId,
        meeting::{
            Meeting, Moment,
            agenda::ItemKind,
            course::ItemState,
            floor::{Stance, Turn},
            motion::Stage,
            rule::Measure,
        },
    },
    locale::{
        duration, lead,
        meeting::{item_kind, ordering},
        outcome_words, truncate, width, wrap,
    },
    tr,
    ui::{
        theme::{DONE, Meaning, Theme, WRONG},
        widgets::put,
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

/// Rows of what is to be read out that are always there; more of them where the floor leaves room.
const SCRIPT_ROWS: usize = 3;
/// Rows of the meeting, the item, the floor and the next item, with the blank ones between.
const STANDING_ROWS: usize = 9;
/// Rows a list needs that something is chosen from.
const LIST_ROWS: usize = 8;

/// Whether the item has a page of its own: pledges, parts, a fund, a survey, tasks.
fn has_work(item: &ItemState) -> bool {
    use ItemKind::{Assign, Claim, FollowUp, Fund, Pledge, Survey};
    matches!(item.item.kind, Pledge(_) | Claim { .. } | Fund { .. } | Survey { .. } | FollowUp | Assign)
}

/// What is on view of a meeting under way.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// What is being typed.
    pub line: Option<&'a Line>,
    /// The point that is selected.
    pub selected: Option<OpinionId>,
}

/// Draws the meeting.
pub fn draw(seen: Seen<'_>, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let Seen { meeting, line, .. } = seen;
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
        let above = usize::from(!titles.is_empty());
        let room = usize::from(inner.height).saturating_sub(above + rows_below(meeting, item, line));
        for line in read_out(&script(item, ctx), inner.width.into(), room.max(SCRIPT_ROWS)) {
            row(frame, &mut |row| row.left(&line, Meaning::Muted));
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
    below(seen, ctx, frame, rest);
}

/// Rows that are needed besides what is to be read out.
fn rows_below(meeting: &Meeting, item: &ItemState, line: Option<&Line>) -> usize {
    let work = if has_work(item) { 2 } else { 0 };
    let motions = if meeting.motions.on(&item.item.key).next().is_some() { 2 } else { 0 };
    let points = meeting.floor.opinions_on(&item.item.key).count().max(1);
    let floor = match line {
        None => points,
        Some(Line::Point { .. }) => points + 1,
        Some(_) => points.max(LIST_ROWS),
    };
    STANDING_ROWS + work + motions + floor
}

/// The lines of what is to be read out; where there is more than so many, the last one says so.
fn read_out(words: &str, columns: usize, most: usize) -> Vec<Cow<'_, str>> {
    let lines = wrap(words, columns);
    let Some(rest) = lines.get(most.saturating_sub(1)..).filter(|rest| rest.len() > 1) else {
        return lines.into_iter().map(Cow::Borrowed).collect();
    };
    let last = truncate(&rest.join(" "), columns).into_owned();
    lines[..most.saturating_sub(1)].iter().map(|line| Cow::Borrowed(*line)).chain([Cow::Owned(last)]).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_out_is_whole_where_there_is_room_and_says_where_it_is_cut() {
        let words = "一条一条说清楚，哪家先说都可以。不打断别人，不扯旧账。";
        let whole = read_out(words, 10, 9);
        assert_eq!(whole.concat(), words);
        let cut = read_out(words, 10, 2);
        assert_eq!((cut.len(), cut[0] == whole[0], cut[1].ends_with("..")), (2, true, true), "{cut:?}");
    }
}
