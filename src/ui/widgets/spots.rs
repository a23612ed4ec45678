//! Where the rows of a list stood when it was drawn last: what the mouse clicks on.

use std::cell::RefCell;

use ratatui::layout::{Position, Rect};

/// Rows on screen, each with its place in the list.
#[derive(Debug, Clone, Default)]
pub struct Spots(RefCell<Vec<(Rect, usize)>>);

/// What a click in a list did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click {
    /// Nothing: there is no row.
    Nowhere,
    /// The cursor went to the row.
    Moved,
    /// The cursor was there already: the row is to be opened.
    Again,
}

impl Spots {
    /// Forgets all rows: a list is about to be drawn.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// A row was drawn here.
    pub fn add(&self, area: Rect, place: usize) {
        self.0.borrow_mut().push((area, place));
    }

    /// The row at this column and row of the terminal.
    #[must_use]
    pub fn at(&self, column: u16, row: u16) -> Option<usize> {
        let spots = self.0.borrow();
        spots.iter().find(|(area, _)| area.contains(Position::new(column, row))).map(|(_, place)| *place)
    }
}
