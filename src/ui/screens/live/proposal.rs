//! What is put in on the spot, an item or a motion: its words, and which open matter it is about. Enter alone records the
//! words about none; Tab goes to the matters and back.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::super::matter_pick::{MatterPick, matter_title};
use crate::{
    app::{Action, Ctx, Focus, Next},
    domain::MatterId,
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Field, FieldState, put},
    },
};

/// Rows of the words and the matter.
pub const ROWS: u16 = 2;

/// An item or a motion being put in.
pub struct Proposal {
    pub words: FieldState,
    matters: Option<MatterPick>,
    choosing: bool,
}

impl Proposal {
    /// Nothing typed yet, about no matter.
    pub fn new(ctx: &mut Ctx) -> Self {
        Self { words: FieldState::default(), matters: MatterPick::one(ctx), choosing: false }
    }

    /// The matter it is about.
    pub fn matter(&self) -> Option<MatterId> {
        self.matters.as_ref().and_then(MatterPick::current)
    }

    /// The words; those of the matter where none were typed.
    pub fn text(&self, ctx: &Ctx) -> String {
        let typed = self.words.text().trim().to_owned();
        if typed.is_empty() { self.matter().and_then(|id| matter_title(id, ctx)).unwrap_or_default() } else { typed }
    }

    pub fn focus(&self) -> Focus {
        if self.choosing { Focus::Search } else { Focus::Field }
    }

    /// Whether there is a matter it could be about.
    pub fn has_matters(&self) -> bool {
        self.matters.is_some()
    }

    /// Whether the matters are being looked through.
    pub fn is_choosing(&self) -> bool {
        self.choosing
    }

    /// Leaves the matters for the words, and the words about none.
    pub fn unchoose(&mut self) {
        self.choosing = false;
        if let Some(matters) = &mut self.matters {
            matters.clear();
        }
    }

    /// What keys do; passes on what is not for it.
    pub fn update(&mut self, action: &Action) -> Next {
        match (action, &mut self.matters) {
            (Action::NextField, Some(_)) => self.choosing = !self.choosing,
            (action, Some(matters)) if self.choosing => return matters.update(action),
            (Action::Input(typing), _) => {
                self.words.apply(typing);
            }
            _ => return Next::Pass,
        }
        Next::Stay
    }

    /// Draws the words and the matter, and below them the matters while they are looked through.
    pub fn draw(&self, label: &str, hint: &str, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let (l, theme) = (&ctx.locale, Theme::of(ctx));
        let first = Rect { height: area.height.min(1), ..area };
        let words = Field::new(theme, &self.words).label(label).placeholder(hint).focused(!self.choosing);
        words.render(first, frame.buffer_mut());
        if let Some(at) = words.cursor(first).filter(|_| !self.choosing) {
            frame.set_cursor_position(at);
        }
        if !self.has_matters() || area.height < ROWS {
            return;
        }
        let mut row = Rect { y: area.y + 1, height: 1, ..area };
        let none = || tr!(l, "matter-pick-none");
        let title = self.matter().and_then(|id| matter_title(id, ctx));
        let key = tr!(l, "live-matter-key");
        let meaning = if title.is_some() { Meaning::Accent } else { Meaning::Muted };
        for (words, meaning) in [
            (format!("{}  ", tr!(l, "live-matter")), Meaning::Label),
            (title.unwrap_or_else(none), meaning),
            (if self.choosing { String::new() } else { format!("   {key}") }, Meaning::Muted),
        ] {
            let took = put(frame.buffer_mut(), row, &words, theme.style(meaning));
            row = Rect { x: row.x + took, width: row.width.saturating_sub(took), ..row };
        }
        if let Some(matters) = self.matters.as_ref().filter(|_| self.choosing) {
            let below = Rect { y: area.y + ROWS + 1, height: area.height.saturating_sub(ROWS + 1), ..area };
            matters.draw(ctx, frame, below);
        }
    }
}
