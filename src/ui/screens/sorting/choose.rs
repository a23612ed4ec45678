//! Which questions are sorted: chosen once, all together or some of them.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::questions::{Question, questions};
use crate::{
    app::{Ctx, SortWhat},
    tr,
    ui::{
        theme::{CHECKED, Meaning, Theme, UNCHECKED},
        widgets::{Column, Table, TableCell, TableState, put},
    },
};

/// The questions to choose from.
pub(super) struct Choosing {
    pub list: TableState,
    questions: Vec<Question>,
    picked: Vec<bool>,
}

impl Choosing {
    /// All questions, those sorted now picked.
    pub fn new(now: &[SortWhat], ctx: &mut Ctx) -> Self {
        let questions = questions(ctx);
        let picked = questions.iter().map(|question| now.contains(&question.of)).collect();
        Self { list: TableState::new(questions.len()), questions, picked }
    }

    /// Picks the question the cursor is on, or no longer.
    pub fn toggle(&mut self) {
        if let Some(picked) = self.list.current().and_then(|at| self.picked.get_mut(at)) {
            *picked = !*picked;
        }
    }

    /// Those picked; the one the cursor is on when none is.
    pub fn chosen(&self) -> Vec<SortWhat> {
        let of = |at: usize| self.questions[at].of.clone();
        let picked: Vec<SortWhat> = (0..self.questions.len()).filter(|at| self.picked[*at]).map(of).collect();
        if picked.is_empty() { self.list.current().map(of).into_iter().collect() } else { picked }
    }

    pub fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let head = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
        put(frame.buffer_mut(), head, &tr!(l, "sorting-which"), theme.style(Meaning::Title));
        let columns = [Column::new("", 2), Column::growing(tr!(l, "sorting-question"), 30)];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let (Some(question), Some(picked)) = (self.questions.get(at), self.picked.get(at)) else {
                return Vec::new();
            };
            vec![if *picked { CHECKED } else { UNCHECKED }.into(), question.label.as_str().into()]
        };
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let empty = tr!(l, "sorting-no-questions");
        let table = Table::new(theme, &self.list, &columns, &cells);
        table.empty(&empty).focused(true).render(below, frame.buffer_mut());
    }
}
