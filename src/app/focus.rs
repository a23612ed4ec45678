//! What the keyboard types into at the moment.

/// What a screen does with keys that type a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// Nothing: every key is a command. Full-width forms are folded to ASCII.
    #[default]
    None,
    /// A list that searches as one types: letters (of any script) and Backspace are input, all other keys are
    /// commands.
    TypeAhead,
    /// The search line above a list: as [`Focus::Field`], but Home and End move in the list.
    Search,
    /// A field of one line: characters and the keys that edit a line are input.
    Field,
    /// A field of many lines: as [`Focus::Field`], and Enter, Up, Down and the page keys are input too.
    Notes,
}

impl Focus {
    /// Whether a field has the cursor, so that nothing may be drawn but for a key: a redraw would wipe what an input
    /// method is composing.
    #[must_use]
    pub fn holds_cursor(self) -> bool {
        self != Self::None
    }
}
