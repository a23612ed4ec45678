//! How the actions look: what was typed to find some, the table, and the whole story of the selected one.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    ask::words,
    screen::{ActionsScreen, Which},
};
use crate::{
    app::Ctx,
    domain::meeting::ledger::{Action, ActionState, Said},
    locale::{action_state, date_short, date_time, month_day, width},
    tr,
    ui::{
        theme::{DONE, Meaning, Theme},
        widgets::{Column, Field, Table, TableCell, put},
    },
};

/// Rows below the table for the selected action.
const STORY: u16 = 4;

impl ActionsScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let mut y = inner.y;
        if self.asking.is_open() {
            self.draw_line(ctx, frame, Rect { height: 3, ..inner });
            y += 4;
        } else {
            self.draw_search(ctx, frame, Rect { height: 1, ..inner });
            y += 2;
        }
        let foot = if self.rows.is_empty() { 0 } else { STORY };
        let height = area.bottom().saturating_sub(y + foot);
        self.draw_table(ctx, frame, Rect { y, height, ..area });
        if foot > 0 {
            self.draw_story(ctx, frame, Rect { y: y + height, height: foot, ..inner });
        }
    }

    fn draw_search(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let (label, hint) = (tr!(l, "actions-find"), tr!(l, "actions-find-hint"));
        let area = Rect { width: area.width.min(60), ..area };
        let field = Field::new(Theme::of(ctx), &self.search).label(&label).placeholder(&hint).focused(true);
        field.render(area, frame.buffer_mut());
        if let Some(at) = field.cursor(area) {
            frame.set_cursor_position(at);
        }
    }

    fn draw_table(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let today = ctx.now().date_naive();
        let action = |at: usize| self.rows.get(at).and_then(|id| ctx.ledger()?.action(*id));
        let states = self.rows.iter().filter_map(|id| ctx.ledger()?.action(*id)).map(|action| state_width(action, ctx));
        let states = states.max().unwrap_or_default().max(width(&tr!(l, "pledges-state")));
        // The first row is the longest overdue.
        let late =
            action(0).map_or(0, |first| width(&lateness(first, today, ctx).0)).max(width(&tr!(l, "actions-today")));
        let columns_of = |wide: usize| u16::try_from(wide).unwrap_or(12);
        let columns = [
            Column::new(tr!(l, "actions-due"), 10),
            Column::new("", columns_of(late)),
            Column::growing(tr!(l, "actions-who"), 8).up_to(14),
            Column::growing(tr!(l, "actions-what"), 16).up_to(48),
            Column::new(tr!(l, "pledges-state"), columns_of(states)),
            // Last, so that it is what a narrow window leaves out.
            Column::growing(tr!(l, "actions-from"), 12).up_to(28),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(action) = action(at) else { return Vec::new() };
            let (late, meaning) = lateness(action, today, ctx);
            let state = match action.state {
                ActionState::Open => Meaning::Text,
                ActionState::Done(_) => Meaning::Accent,
                ActionState::Checked { .. } => Meaning::Good,
                ActionState::Dropped { .. } => Meaning::Muted,
            };
            let whole = if action.is_closed() { Meaning::Muted } else { Meaning::Text };
            let from = action.origin.as_ref().and_then(|origin| self.meetings.get(&origin.meeting));
            vec![
                TableCell::new(action.task.due.map(date_short).unwrap_or_default(), whole),
                TableCell::new(late, meaning),
                TableCell::new(action.task.who.as_str(), whole),
                TableCell::new(action.task.what.as_str(), whole),
                TableCell::new(marked(action, ctx), state),
                TableCell::new(from.map_or("", String::as_str), Meaning::Muted),
            ]
        };
        let empty = match (self.search.is_empty(), self.which) {
            (false, _) => tr!(l, "ui-nothing-found"),
            (true, Which::Mine) => tr!(l, "actions-none-mine"),
            (true, _) => tr!(l, "actions-none"),
        };
        let table = Table::new(Theme::of(ctx), &self.table, &columns, &cells);
        table.empty(&empty).focused(!self.asking.is_open()).render(area, frame.buffer_mut());
    }

    /// What the selected action is in full, where it comes from, who said what about it.
    fn draw_story(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let Some((_, action)) = self.selected(ctx) else { return };
        let theme = Theme::of(ctx);
        let mut lines: Vec<(String, Meaning)> = Vec::new();
        lines.push((words(action), Meaning::Title));
        lines.push((self.origin_words(action, ctx), Meaning::Muted));
        lines.push((story(action, ctx), Meaning::Text));
        for (n, (words, meaning)) in (1..area.height).zip(lines) {
            put(frame.buffer_mut(), Rect { y: area.y + n, height: 1, ..area }, &words, theme.style(meaning));
        }
    }

    /// Who recorded it when, at which meeting and item.
    fn origin_words(&self, action: &Action, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let (at, author) = (date_time(action.opened.at), action.opened.author.clone());
        let Some(origin) = &action.origin else { return tr!(l, "actions-from-nowhere", at = at, who = author) };
        let meeting = self.meetings.get(&origin.meeting).cloned().unwrap_or_default();
        let item = ctx.meeting(origin.meeting).and_then(|meeting| meeting.course.item(&origin.item));
        let item = item.map(|state| state.item.title.get(ctx.lang()).to_owned()).unwrap_or_default();
        tr!(l, "actions-from-meeting", at = at, meeting = meeting, item = item)
    }
}

/// Where an action stands; one that is closed out has a mark.
fn marked(action: &Action, ctx: &Ctx) -> String {
    let words = action_state(&ctx.locale, &action.state);
    if matches!(action.state, ActionState::Checked { .. }) { format!("{DONE} {words}") } else { words }
}

fn state_width(action: &Action, ctx: &Ctx) -> usize {
    width(&marked(action, ctx))
}

/// How late an action is, in words and with a mark: the colour alone says nothing.
fn lateness(action: &Action, today: chrono::NaiveDate, ctx: &Ctx) -> (String, Meaning) {
    let l = &ctx.locale;
    match action.days_overdue(today) {
        0 if action.state == ActionState::Open && action.task.due == Some(today) => {
            (tr!(l, "actions-today"), Meaning::Warn)
        }
        0 => (String::new(), Meaning::Text),
        days => (format!("! {}", tr!(l, "actions-overdue", days = days)), Meaning::Bad),
    }
}

/// Who did it and who looked; why it was dropped.
fn story(action: &Action, ctx: &Ctx) -> String {
    let l = &ctx.locale;
    let words = |said: &Said| {
        let note = if said.note.is_empty() { String::new() } else { format!("  {}", said.note) };
        (said.by.clone(), month_day(said.mark.at.date_naive()), note)
    };
    match &action.state {
        ActionState::Open => String::new(),
        ActionState::Done(done) => {
            let (by, on, note) = words(done);
            format!("{}{note}", tr!(l, "actions-story-done", by = by, on = on))
        }
        ActionState::Checked { done, checked } => {
            let ((by, on, note), (who, when, found)) = (words(done), words(checked));
            let done = tr!(l, "actions-story-done", by = by, on = on);
            let checked = tr!(l, "actions-story-checked", by = who, on = when);
            format!("{done}{note}   {checked}{found}")
        }
        ActionState::Dropped { reason, mark } => {
            let (on, reason) = (month_day(mark.at.date_naive()), reason.clone());
            tr!(l, "actions-story-dropped", on = on, reason = reason)
        }
    }
}
