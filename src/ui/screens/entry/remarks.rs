//! Answering in several lines.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::Step;
use crate::{
    app::{Action, Ctx},
    domain::{Answer, Value, expr::NodeRef, survey::Draft},
    ui::{
        theme::Theme,
        widgets::{Notes, NotesState},
    },
};

/// Rows when the survey does not say.
const ROWS: u16 = 4;

/// Notes being answered.
#[derive(Debug)]
pub struct Remarks {
    notes: NotesState,
    rows: u16,
    touched: bool,
}

impl Remarks {
    /// The notes of a question, with what was answered.
    pub fn open(draft: &Draft, at: NodeRef) -> Self {
        let text = draft.answer(at).and_then(Answer::value).map(Value::to_text).unwrap_or_default();
        let rows = draft.node(at).rows.and_then(|rows| u16::try_from(rows).ok()).unwrap_or(ROWS);
        Self { notes: NotesState::new(&text), rows: rows.max(2), touched: false }
    }

    /// What the notes do with an action.
    pub fn update(&mut self, action: &Action) -> Step {
        match action {
            Action::Input(typing) => {
                self.touched |= self.notes.apply(typing);
                Step::Stay
            }
            Action::NextField => match self.committed() {
                Step::Answer(answer) => Step::AnswerAndGo(answer),
                _ => Step::Go,
            },
            _ => Step::Pass,
        }
    }

    /// What was typed as an answer; [`Step::Stay`] when nothing was touched.
    pub fn committed(&self) -> Step {
        if !self.touched {
            return Step::Stay;
        }
        let text = self.notes.text();
        Step::Answer((!text.trim().is_empty()).then(|| Value::Text(text).into()))
    }

    /// Rows it takes.
    pub fn height(&self) -> u16 {
        self.rows
    }

    /// Draws it.
    pub fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, focused: bool) {
        let notes = Notes::new(Theme::of(ctx), &self.notes).focused(focused);
        if focused && let Some(cursor) = notes.cursor(area) {
            frame.set_cursor_position(cursor);
        }
        notes.render(area, frame.buffer_mut());
    }
}
