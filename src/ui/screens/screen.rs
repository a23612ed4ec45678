//! What every screen is to the loop.

use ratatui::{Frame, layout::Rect};

use super::ledger::Line;
use crate::app::{Action, Ctx, Focus, Next, Place, Scope};

/// How often a screen's clocks go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beat {
    /// With the minute.
    Minute,
    /// With the second.
    Second,
}

/// One screen. It holds what is on view and where the cursor is, and no rules: those are the domain's.
pub trait Screen {
    /// Where this is, with what was chosen on it, so that it can be opened again.
    fn place(&self) -> Place;

    /// Which rows of the key table hold here.
    fn scope(&self) -> Scope;

    /// The header's left side: where am I.
    fn title(&self, ctx: &Ctx) -> String;

    /// The header's right side: saved or not, question 8 of 20, how many.
    fn status(&self, ctx: &Ctx) -> String {
        let _ = ctx;
        String::new()
    }

    /// What the keyboard types into.
    fn focus(&self) -> Focus {
        Focus::None
    }

    /// How often its clocks go on. Never while a field has the cursor: they stand until the next key.
    fn beat(&self) -> Beat {
        Beat::Minute
    }

    /// Whether an action means something here and now; footer, help and palette leave out those that do not.
    fn allows(&self, action: &Action) -> bool {
        let _ = action;
        true
    }

    /// Does an action. [`Next::Pass`] for those that are not this screen's.
    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next;

    /// Draws the screen into `area`; called whenever something changed. A field that has the focus sets the real cursor
    /// with `frame.set_cursor_position`, because input methods put their candidates there.
    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect);

    /// Reads anew what is shown: called when one comes back here and when the language changed.
    fn refresh(&mut self, ctx: &mut Ctx) {
        let _ = ctx;
    }

    /// The text of what the cursor is on, for the clipboard; nothing where there is none.
    fn copied(&self, ctx: &Ctx) -> Option<String> {
        let _ = ctx;
        None
    }

    /// The text of the field the keyboard types into, to be changed in an editor; nothing where there is none.
    fn text(&self) -> Option<String> {
        self.line().map(Line::focused_text)
    }

    /// The text comes back from the editor.
    fn put_text(&mut self, text: &str, ctx: &mut Ctx) {
        let _ = ctx;
        if let Some(line) = self.line_mut() {
            line.put_text(text);
        }
    }

    /// The line that is typed into, where the screen has such a one.
    fn line(&self) -> Option<&Line> {
        None
    }

    /// The same, to be changed.
    fn line_mut(&mut self) -> Option<&mut Line> {
        None
    }

    /// The hands rest for a moment: time for what a key press should not wait for.
    fn idle(&mut self) {}

    /// Keeps what is half typed: called before anything covers or ends this screen.
    fn leave(&mut self, ctx: &mut Ctx) {
        let _ = ctx;
    }
}
