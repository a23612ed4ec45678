//! What a person does inside a field, apart from the keys they did it with.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

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

impl Typing {
    /// The step a key stands for, or nothing when it is no typing; key releases are nothing.
    ///
    /// `Ctrl-W`, `Ctrl-U`, `Ctrl-K` and `Ctrl-A` do as in a shell; `Ctrl-E` is left for the editor.
    #[must_use]
    pub fn from_key(key: &KeyEvent) -> Option<Self> {
        if key.kind == KeyEventKind::Release {
            return None;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        // AltGr arrives as Ctrl+Alt and types a character.
        let command = control != alt;
        Some(match key.code {
            KeyCode::Char('w') if control && !alt => Self::DeleteWord,
            KeyCode::Char('u') if control && !alt => Self::DeleteToStart,
            KeyCode::Char('k') if control && !alt => Self::DeleteToEnd,
            KeyCode::Char('a') if control && !alt => Self::Home,
            KeyCode::Char(c) if !command => Self::Char(c),
            KeyCode::Enter => Self::NewLine,
            KeyCode::Left if command => Self::WordLeft,
            KeyCode::Right if command => Self::WordRight,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            KeyCode::Backspace if command => Self::DeleteWord,
            KeyCode::Backspace => Self::Backspace,
            KeyCode::Delete => Self::Delete,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_typing() {
        let none = KeyModifiers::NONE;
        let rows = [
            (KeyCode::Char('院'), none, Some(Typing::Char('院'))),
            (KeyCode::Char('W'), KeyModifiers::SHIFT, Some(Typing::Char('W'))),
            (KeyCode::Char('w'), KeyModifiers::CONTROL, Some(Typing::DeleteWord)),
            (KeyCode::Char('p'), KeyModifiers::CONTROL, None),
            (KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT, Some(Typing::Char('@'))),
            (KeyCode::Left, KeyModifiers::ALT, Some(Typing::WordLeft)),
            (KeyCode::Enter, none, Some(Typing::NewLine)),
            (KeyCode::F(1), none, None),
        ];
        for (code, modifiers, typing) in rows {
            assert_eq!(Typing::from_key(&KeyEvent::new(code, modifiers)), typing, "{code:?}");
        }
        let release = KeyEvent::new_with_kind(KeyCode::Char('a'), none, KeyEventKind::Release);
        assert_eq!(Typing::from_key(&release), None);
    }
}
