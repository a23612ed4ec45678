//! Asking why: one line above the answers, which stay in view.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use crate::{
    app::Ctx,
    tr,
    ui::{
        theme::Theme,
        widgets::{Field, FieldState},
    },
};

/// What a reason is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Correcting it.
    Correction,
    /// Sending it back.
    Return,
    /// Deleting it.
    Deletion,
}

/// A reason being typed.
#[derive(Debug)]
pub struct Reason {
    /// What it is asked for.
    pub to: For,
    /// What was typed.
    pub field: FieldState,
    /// Whether Enter was pressed with nothing typed.
    pub missing: bool,
}

impl Reason {
    /// Nothing typed yet.
    pub fn new(to: For) -> Self {
        Self { to, field: FieldState::default(), missing: false }
    }

    /// Rows it takes.
    pub fn height(&self) -> u16 {
        2 + u16::from(self.missing)
    }

    /// Draws the line, with the cursor on it.
    pub fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let label = match self.to {
            For::Correction => tr!(l, "response-why-correct"),
            For::Return => tr!(l, "response-why-return"),
            For::Deletion => tr!(l, "response-why-delete"),
        };
        let placeholder = match self.to {
            For::Correction => tr!(l, "response-why-correct-hint"),
            For::Return => tr!(l, "response-why-return-hint"),
            For::Deletion => tr!(l, "response-why-delete-hint"),
        };
        let error = if self.missing { tr!(l, "response-why-missing") } else { String::new() };
        let field =
            Field::new(Theme::of(ctx), &self.field).label(&label).placeholder(&placeholder).error(&error).focused(true);
        field.render(area, frame.buffer_mut());
        if let Some(at) = field.cursor(area) {
            frame.set_cursor_position(at);
        }
    }
}
