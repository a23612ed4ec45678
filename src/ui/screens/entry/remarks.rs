//! Answering in several lines.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::Step;
use crate::{
    app::{Action, Ctx, Typing},
    domain::{Answer, Value, expr::NodeRef, survey::Draft},
    tr,
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
            // Past its first and last line one leaves it, as one leaves every other question.
            Action::Input(Typing::Up) if self.notes.at_edge(false) => Step::Pass,
            Action::Input(Typing::Down) if self.notes.at_edge(true) => Step::Pass,
            Action::Input(Typing::PageUp | Typing::PageDown) => Step::Pass,
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

    /// Takes up what was typed and is no answer yet.
    pub fn take_up(&mut self, text: &str) {
        self.notes.set(text);
        self.touched = true;
    }

    /// What is typed and not entered; nothing when nothing was touched.
    pub fn typed(&self) -> Option<String> {
        self.touched.then(|| self.notes.text())
    }

    /// The text as it stands.
    pub fn text(&self) -> String {
        self.notes.text()
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
        let hint = tr!(ctx.locale, "entry-type-notes");
        let notes = Notes::new(Theme::of(ctx), &self.notes).placeholder(&hint).focused(focused);
        if focused && let Some(cursor) = notes.cursor(area) {
            frame.set_cursor_position(cursor);
        }
        notes.render(area, frame.buffer_mut());
    }
}
