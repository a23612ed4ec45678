//! One line being typed at the foot of a vote: a name, a text, a reason; where two belong together one after the other.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use crate::{
    app::{Action, Ctx, Typing},
    domain::meeting::{motion::Teller, rule::Outcome},
    locale::{Locale, meeting::teller as teller_words, outcome_words},
    tr,
    ui::{
        theme::Theme,
        widgets::{Field, FieldState},
    },
};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The new text of a motion.
    Text,
    /// Who asks for the new text; may be left empty.
    TextBy,
    /// Who moves the motion.
    Mover,
    /// Who seconds it.
    Seconder,
    /// Who counts; may be left empty.
    Teller(Teller),
    /// Why it is withdrawn; may be left empty.
    Withdrawal,
    /// Who objects.
    Objector,
    /// Why they object.
    Objection,
    /// Why a vote is opened again.
    Reopening,
    /// Why the outcome is set by hand, and to what.
    Override(Outcome),
}

/// What a key did to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKey {
    /// What was typed is to be taken.
    Enter,
    /// It was for the line.
    Here,
    /// It was not.
    Elsewhere,
}

/// A line being typed.
#[derive(Debug)]
pub struct Line {
    /// What is asked for.
    pub asked: Asked,
    /// What was typed.
    pub field: FieldState,
    /// What was typed on the line before this one.
    pub before: String,
    /// Whether Enter was pressed with nothing typed.
    missing: bool,
}

impl Line {
    /// A line that begins with this text.
    pub fn new(asked: Asked, text: &str) -> Self {
        Self { asked, field: FieldState::new(text), before: String::new(), missing: false }
    }

    /// The line that follows another.
    pub fn after(asked: Asked, before: String) -> Self {
        Self { asked, field: FieldState::default(), before, missing: false }
    }

    /// What was typed; nothing when a line is empty that may not be, which it says from now on.
    pub fn entered(&mut self) -> Option<String> {
        let typed = self.field.text().trim().to_owned();
        self.missing = typed.is_empty() && !matches!(self.asked, Asked::TextBy | Asked::Withdrawal | Asked::Teller(_));
        (!self.missing).then_some(typed)
    }

    /// Types on the line.
    pub fn apply(&mut self, typing: &Typing) {
        if self.field.apply(typing) {
            self.missing = false;
        }
    }

    /// The next outcome to set, or the one before.
    pub fn turn(&mut self, forward: bool) {
        if let Asked::Override(outcome) = &mut self.asked {
            *outcome = match (*outcome, forward) {
                (Outcome::Carried, true) | (Outcome::NotValid, false) => Outcome::Lost,
                (Outcome::Lost, true) | (Outcome::Carried, false) => Outcome::NotValid,
                (Outcome::NotValid, true) | (Outcome::Lost, false) => Outcome::Carried,
            };
        }
    }

    /// What a key does while a line may be asked for.
    pub fn key(asked: &mut Option<Self>, action: &Action) -> LineKey {
        match (action, asked) {
            (Action::Input(typing), Some(line)) => line.apply(typing),
            (Action::Save, _) => return LineKey::Enter,
            (Action::Back, asked) => *asked = None,
            (Action::Up | Action::Down, Some(line)) => line.turn(*action == Action::Down),
            _ => return LineKey::Elsewhere,
        }
        LineKey::Here
    }

    /// Rows it takes at this width.
    pub fn height(&self, ctx: &Ctx, width: u16) -> u16 {
        let (label, error) = (self.label(&ctx.locale), self.error(&ctx.locale));
        Field::new(Theme::of(ctx), &self.field).label(&label).error(&error).height(width)
    }

    /// Draws the line, with the cursor on it.
    pub fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let (label, error, hint) = (self.label(l), self.error(l), self.hint(l));
        let field =
            Field::new(Theme::of(ctx), &self.field).label(&label).placeholder(&hint).error(&error).focused(true);
        field.render(area, frame.buffer_mut());
        if let Some(at) = field.cursor(area) {
            frame.set_cursor_position(at);
        }
    }

    fn error(&self, l: &Locale) -> String {
        if self.missing { tr!(l, "vote-line-missing") } else { String::new() }
    }

    fn label(&self, l: &Locale) -> String {
        match self.asked {
            Asked::Text => tr!(l, "vote-ask-text"),
            Asked::TextBy => tr!(l, "vote-ask-text-by"),
            Asked::Mover => tr!(l, "vote-ask-mover"),
            Asked::Seconder => tr!(l, "vote-ask-seconder"),
            Asked::Teller(teller) => teller_words(l, teller),
            Asked::Withdrawal => tr!(l, "vote-ask-withdrawal"),
            Asked::Objector => tr!(l, "vote-ask-objector"),
            Asked::Objection => tr!(l, "vote-ask-objection", who = self.before.as_str()),
            Asked::Reopening => tr!(l, "vote-ask-reopening"),
            Asked::Override(outcome) => tr!(l, "vote-ask-override", outcome = outcome_words(l, outcome)),
        }
    }

    fn hint(&self, l: &Locale) -> String {
        match self.asked {
            Asked::Text => String::new(),
            Asked::TextBy | Asked::Withdrawal => tr!(l, "vote-hint-may-be-empty"),
            Asked::Teller(_) => tr!(l, "vote-hint-names"),
            Asked::Mover | Asked::Seconder | Asked::Objector => tr!(l, "vote-hint-name"),
            Asked::Objection => tr!(l, "vote-hint-objection"),
            Asked::Reopening => tr!(l, "vote-hint-reopening"),
            Asked::Override(_) => tr!(l, "vote-hint-override"),
        }
    }
}
