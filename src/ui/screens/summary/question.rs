//! One question with everything that was answered to it.

use std::cell::Cell;

use ratatui::{Frame, layout::Rect};

use super::{block::Block, pieces::Much, sheet::Sheet, texts::Texts};
use crate::{
    app::{Action, Ctx, Focus, Next},
    domain::{ResponseId, tally::Tally},
    ui::theme::Theme,
};

/// The full tally of a question; of texts, their list.
pub(super) struct QuestionView {
    texts: Option<Texts>,
    top: Cell<u16>,
    room: Cell<u16>,
}

impl QuestionView {
    /// The view of a tally.
    pub fn new(tally: &Tally) -> Self {
        Self { texts: Texts::of(tally), top: Cell::new(0), room: Cell::new(1) }
    }

    /// Shows another tally of the same question.
    pub fn renew(&mut self, sheet: &Sheet, tally: &Tally) {
        match &mut self.texts {
            Some(texts) => texts.renew(sheet, tally),
            None => self.texts = Texts::of(tally),
        }
    }

    /// What the keyboard types into.
    pub fn focus(&self) -> Focus {
        if self.texts.is_some() { Focus::Search } else { Focus::None }
    }

    /// The response whose text the cursor is on.
    pub fn response(&self, sheet: &Sheet) -> Option<ResponseId> {
        self.texts.as_ref().and_then(|texts| texts.response(sheet))
    }

    /// The text the cursor is on.
    pub fn text<'a>(&self, sheet: &'a Sheet) -> Option<&'a str> {
        self.texts.as_ref().and_then(|texts| texts.current(sheet))
    }

    /// Scrolls, or moves and searches in the texts.
    pub fn update(&mut self, action: &Action, sheet: &Sheet) -> Next {
        if let Some(texts) = &mut self.texts {
            return texts.update(action, sheet);
        }
        let (top, page) = (self.top.get(), self.room.get().saturating_sub(1).max(1));
        self.top.set(match action {
            Action::Up => top.saturating_sub(1),
            Action::Down => top.saturating_add(1),
            Action::PageUp => top.saturating_sub(page),
            Action::PageDown => top.saturating_add(page),
            Action::First => 0,
            Action::Last => u16::MAX,
            _ => return Next::Pass,
        });
        Next::Stay
    }

    /// Draws the question.
    pub fn view(&self, sheet: &Sheet, tally: &Tally, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let block = Block::new(&ctx.locale, sheet, tally, Much::All, area.width);
        let theme = Theme::of(ctx);
        if let Some(texts) = &self.texts {
            let height = block.height().min(area.height / 2);
            block.draw(theme, Rect { height, ..area }, 0, false, frame.buffer_mut());
            let rest = Rect { y: area.y + height, height: area.height - height, ..area };
            texts.view(sheet, ctx, frame, rest);
            return;
        }
        let top = self.top.get().min(block.height().saturating_sub(area.height));
        self.top.set(top);
        self.room.set(area.height);
        block.draw(theme, area, top, false, frame.buffer_mut());
    }
}
