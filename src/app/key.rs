//! One key press, free of any terminal library.

use std::str::FromStr;

use crate::{
    locale::{Locale, fold_key},
    tr,
};

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A key that types a character.
    Char(char),
    /// Any of `0` to `9`; stands in the key table only, a press is a `Char`.
    Digits,
    /// A function key, from 1.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift with Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key with what was held down. Shift is kept only where the terminal reports it apart (arrows, function keys).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Ctrl was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
    /// Shift was held.
    pub shift: bool,
}

impl Key {
    /// The key alone.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character key alone.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A function key alone.
    #[must_use]
    pub const fn f(n: u8) -> Self {
        Self::plain(Code::F(n))
    }

    /// Ctrl with a letter.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false, shift: false }
    }

    /// Ctrl with any key.
    #[must_use]
    pub const fn with_ctrl(code: Code) -> Self {
        Self { code, ctrl: true, alt: false, shift: false }
    }

    /// Shift with a key that reports it.
    #[must_use]
    pub const fn shift(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: true }
    }

    /// Whether a press of `pressed` is a press of this key of the table.
    #[must_use]
    pub fn matches(self, pressed: Self) -> bool {
        match (self.code, pressed.code) {
            (Code::Digits, Code::Char(c)) => c.is_ascii_digit() && !pressed.ctrl && !pressed.alt,
            _ => self == pressed,
        }
    }

    /// Whether the press types a character.
    #[must_use]
    pub fn types(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The same press with full-width forms folded to ASCII, as a Chinese input method types them.
    #[must_use]
    pub fn folded(self) -> Self {
        let Code::Char(c) = self.code else { return self };
        Self { code: Code::Char(fold_key(c)), ..self }
    }

    /// What the key is called on screen: `F2`, `Ctrl-P`, `空格`.
    #[must_use]
    pub fn label(self, locale: &Locale) -> String {
        let name = match self.code {
            Code::Char(' ') => tr!(locale, "key-space"),
            Code::Char(c) if self.ctrl => c.to_uppercase().to_string(),
            Code::Char(c) => c.to_string(),
            Code::Digits => tr!(locale, "key-digits"),
            Code::F(n) => format!("F{n}"),
            Code::Enter => tr!(locale, "key-enter"),
            Code::Esc => "Esc".to_owned(),
            Code::Tab => "Tab".to_owned(),
            Code::BackTab => "Shift-Tab".to_owned(),
            Code::Backspace => tr!(locale, "key-backspace"),
            Code::Delete => "Del".to_owned(),
            Code::Insert => "Ins".to_owned(),
            Code::Left => tr!(locale, "key-left"),
            Code::Right => tr!(locale, "key-right"),
            Code::Up => tr!(locale, "key-up"),
            Code::Down => tr!(locale, "key-down"),
            Code::Home => "Home".to_owned(),
            Code::End => "End".to_owned(),
            Code::PageUp => "PgUp".to_owned(),
            Code::PageDown => "PgDn".to_owned(),
        };
        let held = [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")];
        held.iter().rev().filter(|(on, _)| *on).fold(name, |name, (_, word)| format!("{word}{name}"))
    }
}

impl FromStr for Key {
    type Err = String;

    /// Reads a key as key scripts write it: `F2`, `Enter`, `C-p`, `S-Up`, `q`, `Space`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut key = Self::plain(Code::Enter);
        let mut rest = text;
        loop {
            rest = if let Some(after) = rest.strip_prefix("C-").filter(|s| !s.is_empty()) {
                key.ctrl = true;
                after
            } else if let Some(after) = rest.strip_prefix("M-").filter(|s| !s.is_empty()) {
                key.alt = true;
                after
            } else if let Some(after) = rest.strip_prefix("S-").filter(|s| !s.is_empty()) {
                key.shift = true;
                after
            } else {
                break;
            };
        }
        key.code = match rest {
            "Space" => Code::Char(' '),
            "Enter" => Code::Enter,
            "Esc" => Code::Esc,
            "Tab" => Code::Tab,
            "BackTab" => Code::BackTab,
            "Backspace" => Code::Backspace,
            "Delete" => Code::Delete,
            "Insert" => Code::Insert,
            "Left" => Code::Left,
            "Right" => Code::Right,
            "Up" => Code::Up,
            "Down" => Code::Down,
            "Home" => Code::Home,
            "End" => Code::End,
            "PgUp" => Code::PageUp,
            "PgDn" => Code::PageDown,
            _ => {
                let mut chars = rest.chars();
                match (chars.next(), chars.next()) {
                    (Some(c), None) => Code::Char(c),
                    (Some('F'), Some(_)) => Code::F(rest[1..].parse().map_err(|_| text.to_owned())?),
                    _ => return Err(text.to_owned()),
                }
            }
        };
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_write_keys_as_people_call_them() {
        let cases = [
            ("F10", Key::f(10)),
            ("C-p", Key::ctrl('p')),
            ("S-Up", Key::shift(Code::Up)),
            ("C-Left", Key::with_ctrl(Code::Left)),
            ("-", Key::char('-')),
            ("中", Key::char('中')),
            ("F", Key::char('F')),
            ("Space", Key::char(' ')),
        ];
        for (text, key) in cases {
            assert_eq!(text.parse(), Ok(key), "{text}");
        }
        assert!("Fx".parse::<Key>().is_err());
        assert!("".parse::<Key>().is_err());
    }

    #[test]
    fn full_width_presses_are_folded() {
        for (typed, meant) in
            [('？', '?'), ('／', '/'), ('：', ':'), ('１', '1'), ('、', '/'), ('　', ' '), ('中', '中')]
        {
            assert_eq!(Key::char(typed).folded(), Key::char(meant));
        }
    }

    #[test]
    fn the_digits_of_the_table_are_any_digit_pressed() {
        let table = Key::plain(Code::Digits);
        assert!(table.matches(Key::char('7')));
        assert!(!table.matches(Key::ctrl('7')));
        assert!(!table.matches(Key::char('x')));
    }
}
