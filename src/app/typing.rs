//! What a person does inside a field, apart from the keys they did it with.

/// One step of typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typing {
    /// A character.
    Char(char),
    /// Several characters at once, pasted; may hold line ends.
    Paste(String),
    /// A line end, in fields of many lines.
    NewLine,
    /// One character left.
    Left,
    /// One character right.
    Right,
    /// One word left.
    WordLeft,
    /// One word right.
    WordRight,
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the start of the line.
    Home,
    /// To the end of the line.
    End,
    /// Delete the character before the cursor.
    Backspace,
    /// Delete the character under the cursor.
    Delete,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Delete from the start of the line to the cursor.
    DeleteToStart,
    /// Delete from the cursor to the end of the line.
    DeleteToEnd,
}
