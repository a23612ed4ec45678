//! Below the floor: the points raised, or what is being typed.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    line::Line,
    proposal::{self, Proposal},
    view::Seen,
};
use crate::{
    app::Ctx,
    domain::{
        OpinionId,
        meeting::{Meeting, floor::Opinion},
    },
    locale::wrap,
    tr,
    ui::{
        screens::{form::Words, list::searched_or},
        theme::{Meaning, SELECTED, Theme},
        widgets::{Field, Notes, Picker, PickerState, put},
    },
};

/// Draws the points with the line being typed, or what else is being typed.
pub(super) fn below(seen: Seen<'_>, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let Seen { meeting, line, selected } = seen;
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
