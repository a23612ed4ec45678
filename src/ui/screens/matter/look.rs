//! How a matter looks: what it is about on top, its thread below, the selected step in full at the foot.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::{
        ledger::{Foot, Line, Said as Words},
        list::searched,
    },
    choose::Asked,
    screen::{MatterScreen, Reading, concern_label},
};
use crate::{
    app::Ctx,
    domain::matter::{Came, Step},
    locale::{
        afterwards_words, came_words, clean_line, date_short, date_time, door, programme_words, raised_words,
        step_words, wrap,
    },
    tr,
    ui::{
        theme::{CHECKED, Meaning, Theme, UNCHECKED},
        widgets::{Column, Picker, Table, TableCell, put},
    },
};

/// Rows of the selected step in full.
const FOOT: u16 = 4;

impl MatterScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let waits = match &self.reading {
            Reading::Done => None,
            Reading::UnderWay(_) => Some(tr!(ctx.locale, "matters-reading")),
            Reading::Missing => Some(tr!(ctx.locale, "matter-unknown")),
            Reading::Failed => Some(String::new()),
        };
        if let Some(words) = waits {
            let line = Rect { height: area.height.min(1), ..inner };
            put(frame.buffer_mut(), line, &words, Theme::of(ctx).style(Meaning::Muted));
            return;
        }
        let y = self.draw_head(ctx, frame, inner);
        let body = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        match &self.asked {
            None => self.draw_thread(ctx, frame, body),
            Some(asked) => self.draw_asked(asked, ctx, frame, Rect { x: inner.x, width: inner.width, ..body }),
        }
    }

    /// What it is about; gives the row below.
    fn draw_head(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) -> u16 {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let thread = &self.thread;
        let about = &thread.about;
        let mut facts = vec![step_words(l, thread.step), concern_label(&about.concern, ctx)];
        facts.extend(about.programme.map(|programme| programme_words(l, programme)));
        facts.push(about.place.names().join(" "));
        facts.retain(|fact| !fact.is_empty());
        let mut lines = vec![(about.title.clone(), Meaning::Title), (facts.join(" · "), Meaning::Accent)];
        if thread.raised.is_any() {
            let n = thread.suggestions;
            let raised = raised_words(l, &thread.raised, &concern_label(&about.concern, ctx));
            let words = format!("{} · {raised}", tr!(l, "matters-suggestions", n = n));
            lines.push((words, Meaning::Text));
        }
        if !about.note.is_empty() {
            lines.push((about.note.clone(), Meaning::Muted));
        }
        if thread.step == Step::Dropped && !thread.note.is_empty() {
            lines.push((thread.note.clone(), Meaning::Warn));
        }
        if let Some(after) = &thread.afterwards {
            lines.push((afterwards_words(l, after), Meaning::Good));
        }
        let mut y = area.y;
        for (words, meaning) in lines {
            let words = clean_line(&words);
            let parts = wrap(&words, area.width.into());
            let rest = parts.get(1..).unwrap_or_default().join(" ");
            // A second row for what does not fit; what does not fit there either is cut.
            for part in parts.iter().take(1).copied().chain((!rest.is_empty()).then_some(rest.as_str())) {
                put(frame.buffer_mut(), Rect { y, height: 1, ..area }, part, theme.style(meaning));
                y += 1;
            }
        }
        y + 1
    }

    fn draw_thread(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let columns =
            [Column::new(tr!(l, "matter-when"), 16), Column::new("", 13), Column::growing(tr!(l, "matter-what"), 30)];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(entry) = self.thread.entries.get(at) else { return Vec::new() };
            let (kind, words) = came_words(l, &entry.what);
            vec![
                TableCell::new(date_time(entry.at), Meaning::Muted),
                TableCell::new(kind, meaning(&entry.what)),
                words.into(),
            ]
        };
        let foot = if self.thread.entries.is_empty() { 0 } else { FOOT };
        let height = area.height.saturating_sub(foot);
        let table = Table::new(theme, &self.table, &columns, &cells);
        table.focused(true).render(Rect { height, ..area }, frame.buffer_mut());
        let Some(entry) = self.table.current().and_then(|at| self.thread.entries.get(at)) else { return };
        let (_, words) = came_words(l, &entry.what);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let lines = wrap(&words, usize::from(inner.width));
        for (n, line) in (1..foot).zip(lines) {
            let row = Rect { y: area.y + height + n, height: 1, ..inner };
            put(frame.buffer_mut(), row, line, theme.style(Meaning::Text));
        }
    }

    fn draw_asked(&self, asked: &Asked, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let title = |frame: &mut Frame<'_>, words: &str| {
            put(frame.buffer_mut(), Rect { height: 1, ..area }, words, theme.style(Meaning::Title));
        };
        match asked {
            Asked::Edit(line) => {
                let said = [
                    tr!(l, "sorting-new-title"),
                    tr!(l, "matters-column-concern"),
                    tr!(l, "matter-document-programme"),
                    tr!(l, "matter-document-place"),
                ];
                self.draw_line(line, &said, &tr!(l, "matter-edit"), &tr!(l, "matter-edit-hint"), ctx, frame, area);
            }
            Asked::Note(line) => {
                let said = [tr!(l, "matter-document-note")];
                self.draw_line(line, &said, &tr!(l, "matter-note"), &tr!(l, "matter-note-hint"), ctx, frame, area);
            }
            Asked::Reason(step, line) => {
                let step = step_words(l, *step);
                let said = [tr!(l, "matter-reason")];
                self.draw_line(
                    line,
                    &said,
                    &tr!(l, "matter-put-title", step = step),
                    &tr!(l, "matter-put-hint"),
                    ctx,
                    frame,
                    area,
                );
            }
            Asked::Split { title: Some(line), picked, .. } => {
                let n = picked.iter().filter(|picked| **picked).count();
                let said = [tr!(l, "sorting-new-title")];
                self.draw_line(
                    line,
                    &said,
                    &tr!(l, "matter-split-title", n = n),
                    &tr!(l, "matter-split-hint"),
                    ctx,
                    frame,
                    area,
                );
            }
            Asked::Merge { list, .. } => {
                title(frame, &tr!(l, "matter-merge-title"));
                searched(list, &tr!(l, "matters-find-hint"), ctx, frame, below);
            }
            Asked::Step(list) => {
                title(frame, &tr!(l, "matter-step-title"));
                Picker::new(theme, list).focused(true).render(below, frame.buffer_mut());
            }
            Asked::Split { said, picked, list, title: None } => {
                title(frame, &tr!(l, "matter-split-which"));
                let columns = [Column::new("", 2), Column::growing("", 30), Column::new("", 14), Column::new("", 10)];
                let cells = |at: usize| -> Vec<TableCell<'_>> {
                    let (Some(said), Some(picked)) = (said.get(at), picked.get(at)) else { return Vec::new() };
                    vec![
                        if *picked { CHECKED } else { UNCHECKED }.into(),
                        said.text.as_str().into(),
                        TableCell::new(door(l, &said.door), Meaning::Muted),
                        TableCell::new(date_short(said.at.date_naive()), Meaning::Muted),
                    ]
                };
                Table::new(theme, list, &columns, &cells).focused(true).render(below, frame.buffer_mut());
            }
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a line is drawn with its words, where it belongs")]
    fn draw_line(
        &self,
        line: &Line,
        labels: &[String],
        title: &str,
        hint: &str,
        ctx: &Ctx,
        frame: &mut Frame<'_>,
        area: Rect,
    ) {
        let said: Vec<Words> = labels.iter().map(|label| Words::new(label.clone(), String::new())).collect();
        let foot = Foot { title, hint, wrong: &self.wrong };
        line.draw(ctx, frame, Rect { height: 3, ..area }, &said, &foot);
    }
}

/// The colour of a kind of step; its word says the same.
fn meaning(came: &Came) -> Meaning {
    match came {
        Came::Suggested { .. } | Came::TalkedOver { .. } | Came::Item { .. } => Meaning::Text,
        Came::Voted { .. } => Meaning::Accent,
        Came::Pledged { .. }
        | Came::Granted { .. }
        | Came::Claimed { .. }
        | Came::Allocated { .. }
        | Came::Done { .. }
        | Came::Checked { .. } => Meaning::Good,
        Came::Assigned { .. } => Meaning::Warn,
        Came::Raised { .. }
        | Came::Changed { .. }
        | Came::Noted { .. }
        | Came::Merged { .. }
        | Came::Split { .. }
        | Came::Put { .. } => Meaning::Muted,
    }
}
