//! All questions under each other, the one the keys act on in view; beside them, where there is room, their list.

use std::cell::Cell;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    block::{Block, from},
    pieces::Much,
    sheet::Sheet,
};
use crate::{
    app::{Action, Ctx},
    locale::{Align, pad, truncate},
    report::question_label,
    ui::{
        theme::{Meaning, SELECTED, Theme},
        widgets::{Click, Spots, put},
    },
};

/// From this width on the list of questions stands beside them.
const WIDE: u16 = 100;
/// Columns of the list.
const LIST: u16 = 32;

/// Which question the keys act on, and what is in view.
#[derive(Default)]
pub(super) struct Overview {
    at: usize,
    len: usize,
    top: Cell<usize>,
    list_top: Cell<usize>,
    /// Questions wholly in view when last drawn: what a page key moves.
    page: Cell<usize>,
    spots: Spots,
}

impl Overview {
    /// Another number of questions.
    pub fn set_len(&mut self, len: usize) {
        self.len = len;
        self.go_to(self.at);
    }

    /// The question the keys act on.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Acts on another question, the last one when there are fewer.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.len.saturating_sub(1));
    }

    /// Moves; says whether the action is one that moves.
    pub fn moved(&mut self, action: &Action) -> bool {
        let page = self.page.get().max(1);
        let to = match action {
            Action::Up => self.at.saturating_sub(1),
            Action::Down => self.at + 1,
            Action::PageUp => self.at.saturating_sub(page),
            Action::PageDown => self.at + page,
            Action::First => 0,
            Action::Last => usize::MAX,
            _ => return false,
        };
        self.go_to(to);
        true
    }

    /// A click on a question, in their list or below each other.
    pub fn click(&mut self, column: u16, row: u16) -> Click {
        match self.spots.at(column, row) {
            None => Click::Nowhere,
            Some(at) if at == self.at => Click::Again,
            Some(at) => {
                self.go_to(at);
                Click::Moved
            }
        }
    }

    /// Draws the questions.
    pub fn draw(&self, sheet: &Sheet, ctx: &Ctx, area: Rect, buffer: &mut Buffer) {
        self.spots.clear();
        if area.width < WIDE {
            self.draw_blocks(sheet, ctx, area, buffer);
            return;
        }
        let theme = Theme::of(ctx);
        self.draw_list(sheet, ctx, Rect { width: LIST, ..area }, buffer);
        for y in area.top()..area.bottom() {
            let bar = Rect { x: area.x + LIST + 1, y, width: 1, height: 1 };
            put(buffer, bar, theme.border().vertical_left, theme.style(Meaning::Border));
        }
        self.draw_blocks(sheet, ctx, from(area, LIST + 3), buffer);
    }

    fn draw_list(&self, sheet: &Sheet, ctx: &Ctx, area: Rect, buffer: &mut Buffer) {
        let theme = Theme::of(ctx);
        let height = usize::from(area.height);
        let least = (self.at + 1).saturating_sub(height);
        let top = self.list_top.get().clamp(least, self.at.max(least));
        self.list_top.set(top);
        for (y, at) in (area.top()..area.bottom()).zip(top..self.len) {
            let Some(tally) = sheet.tally(at) else { return };
            let row = Rect { y, height: 1, ..area };
            self.spots.add(row, at);
            let selected = at == self.at;
            let look = |meaning| theme.in_row(selected, meaning);
            buffer.set_style(row, look(Meaning::Text));
            if selected {
                put(buffer, row, SELECTED, look(Meaning::Text));
            }
            let number = pad(&tally.base.given.to_string(), 5, Align::Right);
            let room = area.width - 2 - 6;
            let label = question_label(&ctx.locale, tally);
            put(buffer, Rect { x: row.x + 2, width: room, ..row }, &truncate(&label, room.into()), look(Meaning::Text));
            put(buffer, from(row, area.width - 5), &number, look(Meaning::Muted));
        }
    }

    fn draw_blocks(&self, sheet: &Sheet, ctx: &Ctx, area: Rect, buffer: &mut Buffer) {
        let theme = Theme::of(ctx);
        let most = usize::from(area.height.saturating_sub(4)).max(3);
        let block = |at: usize| {
            sheet.tally(at).map(|tally| Block::new(&ctx.locale, sheet, tally, Much::Brief(most), area.width))
        };
        let height = |at: usize| block(at).map_or(0, |block| block.height());
        let (mut least, mut rows) = (self.at, height(self.at));
        while least > 0 {
            rows = rows.saturating_add(1 + height(least - 1));
            if rows > area.height {
                break;
            }
            least -= 1;
        }
        let top = self.top.get().clamp(least, self.at);
        self.top.set(top);
        let (mut y, mut whole) = (area.y, 0);
        for at in top..self.len {
            let Some(block) = block(at) else { break };
            let left = Rect { y, height: area.bottom().saturating_sub(y), ..area };
            if left.height == 0 {
                break;
            }
            block.draw(theme, left, 0, at == self.at, buffer);
            self.spots.add(Rect { height: left.height.min(block.height()), ..left }, at);
            whole += usize::from(block.height() <= left.height);
            y = y.saturating_add(block.height() + 1);
        }
        self.page.set(whole);
    }
}
