//! Draws a question that is a row of a table, or heads one.

use ratatui::{Frame, layout::Rect, style::Style};

use super::{Editor, ItemView, Matrix, MatrixRow};
use crate::{
    app::Ctx,
    domain::{Answer, survey::Wording},
    locale::{clean_text, wrap},
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

impl ItemView<'_> {
    /// The table it is part of, with the names of its choices; nothing where that has no room.
    fn matrix(&self, width: u16) -> Option<(Matrix, Vec<String>)> {
        let heads = self.item.heads()?;
        Some((Matrix::of(&heads, width)?, heads))
    }

    /// What is asked, in the first column.
    fn asked(&self, ctx: &Ctx, matrix: Matrix) -> Vec<String> {
        let label = self.label(ctx);
        let clean = clean_text(&label);
        clean.lines().flat_map(|line| wrap(line, matrix.question().into())).map(str::to_owned).collect()
    }

    /// Rows under the marks: a refusal that stands instead of them, the hint of the question the keys go to.
    fn below(&self, ctx: &Ctx, width: u16) -> Vec<(String, Style)> {
        let theme = Theme::of(ctx);
        let mut rows = Vec::new();
        if matches!(self.draft.answer(self.item.at), Some(Answer::Refusal(_))) {
            rows.extend(self.answer(ctx).map(|words| (words, theme.style(Meaning::Good))));
        }
        let mut add = |which, meaning| {
            let words = self.draft.wording(self.item.at, which);
            let lines = words.lines().flat_map(|line| wrap(line, usize::from(width.saturating_sub(2))));
            rows.extend(lines.map(|line| (line.to_owned(), theme.style(meaning))));
        };
        if self.focused {
            add(Wording::Hint, Meaning::Muted);
            if self.guidance {
                add(Wording::Guidance, Meaning::Accent);
            }
        }
        rows
    }

    /// Rows it takes in its table; nothing when it is part of none.
    pub(super) fn table_height(&self, ctx: &Ctx, width: u16) -> Option<u16> {
        let (matrix, heads) = self.matrix(width)?;
        let rows = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let asked = rows(self.asked(ctx, matrix).len()).max(1);
        if matches!(self.item.editor, Editor::Heading(_)) {
            return Some(asked.max(matrix.head_height(&heads)));
        }
        let head = if self.table.begins { matrix.head_height(&heads) } else { 0 };
        let foot = rows(self.below(ctx, width).len() + self.foot(ctx, width.into()).len());
        Some(head + asked + foot + u16::from(self.item.reason.is_some()) + u16::from(!self.table.goes_on))
    }

    /// Draws it in its table; says whether it is part of one.
    pub(super) fn view_table(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) -> bool {
        let Some((matrix, heads)) = self.matrix(area.width) else { return false };
        let theme = Theme::of(ctx);
        let from = |y: u16| Rect { y: area.y + y.min(area.height), height: area.height.saturating_sub(y), ..area };
        let asked = self.asked(ctx, matrix);
        let Editor::Choices(choices) = &self.item.editor else {
            matrix.draw_head(&heads, theme, area, frame.buffer_mut());
            let style = theme.style(Meaning::Text);
            for (y, line) in (area.y..area.bottom()).zip(&asked) {
                put(frame.buffer_mut(), Rect { y, width: matrix.question() + 2, height: 1, ..area }, line, style);
            }
            return true;
        };
        let mut y = 0;
        if self.table.begins {
            y = matrix.head_height(&heads);
            matrix.draw_head(&heads, theme, Rect { height: y.min(area.height), ..area }, frame.buffer_mut());
        }
        let style = theme.style(if self.focused { Meaning::Title } else { Meaning::Text });
        let editing = self.focused && self.item.reason.is_none();
        let row = MatrixRow { lines: &asked, style, list: choices.list(), marks: choices.marks(), focused: editing };
        matrix.draw_row(&row, theme, from(y), frame.buffer_mut());
        y += u16::try_from(asked.len()).unwrap_or(u16::MAX).max(1);
        for (line, style) in self.below(ctx, area.width) {
            let place = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..from(y) };
            put(frame.buffer_mut(), place, &line, style);
            y += 1;
        }
        self.view_foot(ctx, frame, from(y));
        true
    }
}
