//! From the terminal's events to ours: releases dropped, pastes put together.

use crossterm::event::{Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

use crate::app::{Code, Key, News};

/// What the loop's core is fed with.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted.
    Paste(String),
    /// The left mouse button was pressed, column and row from 0.
    Click(u16, u16),
    /// The mouse's wheel was turned.
    Wheel {
        /// Towards the end.
        down: bool,
    },
    /// The terminal has another size, or was given back after a pause.
    Resize,
    /// The worker told something.
    News(News),
    /// A minute has passed.
    Tick,
}

/// Our event for one of the terminal's; nothing for those that mean nothing here.
pub fn translate(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) => key_press(key).map(Event::Key),
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::Resize(..) => Some(Event::Resize),
        Raw::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollUp => Some(Event::Wheel { down: false }),
            MouseEventKind::ScrollDown => Some(Event::Wheel { down: true }),
            MouseEventKind::Down(MouseButton::Left) => Some(Event::Click(mouse.column, mouse.row)),
            _ => None,
        },
        Raw::FocusGained | Raw::FocusLost => None,
    }
}

/// Windows tells presses and releases; only presses and repeats are taken.
fn key_press(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let code = match key.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let held = |modifier| key.modifiers.contains(modifier);
    let (ctrl, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    Some(match code {
        // AltGr arrives as Ctrl with Alt on Windows, with the character it types.
        Code::Char(c) if ctrl && alt => Key::char(c),
        Code::Char(c) if ctrl => Key { code: Code::Char(c.to_ascii_lowercase()), ctrl, alt, shift: false },
        Code::Char(_) | Code::BackTab => Key { code, ctrl, alt, shift: false },
        code => Key { code, ctrl, alt, shift: held(KeyModifiers::SHIFT) },
    })
}

/// Puts a burst of key presses that arrived at one moment together as a paste, where the terminal knows no bracketed
/// paste: otherwise the newlines inside a pasted text would submit the form.
///
/// A burst is a paste when an Enter or Tab stands between characters; what a person types, and what an input method
/// commits, ends with it at most.
pub fn coalesce(burst: Vec<Event>) -> Vec<Event> {
    let typed = |event: &Event| match event {
        Event::Key(key) => key.types().or(match key.code {
            Code::Enter => Some('\n'),
            Code::Tab => Some('\t'),
            _ => None,
        }),
        _ => None,
    };
    let Some(text) = burst.iter().map(typed).collect::<Option<String>>() else { return burst };
    let breaks_inside = text.char_indices().any(|(i, c)| matches!(c, '\n' | '\t') && i > 0 && i + 1 < text.len());
    if breaks_inside { vec![Event::Paste(text)] } else { burst }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Raw {
        Raw::Key(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn presses_count_and_releases_do_not() {
        let event = |kind| {
            let key = KeyEvent::new_with_kind(KeyCode::Char('中'), KeyModifiers::NONE, kind);
            translate(Raw::Key(key))
        };
        assert_eq!(event(KeyEventKind::Press), Some(Event::Key(Key::char('中'))));
        assert_eq!(event(KeyEventKind::Repeat), Some(Event::Key(Key::char('中'))));
        assert_eq!(event(KeyEventKind::Release), None);
    }

    #[test]
    fn shift_counts_only_where_the_character_does_not_show_it() {
        let cases = [
            (KeyCode::Char('?'), KeyModifiers::SHIFT, Key::char('?')),
            (KeyCode::Char('G'), KeyModifiers::SHIFT, Key::char('G')),
            (KeyCode::BackTab, KeyModifiers::SHIFT, Key::plain(Code::BackTab)),
            (KeyCode::Up, KeyModifiers::SHIFT, Key::shift(Code::Up)),
            (KeyCode::Char('P'), KeyModifiers::CONTROL.union(KeyModifiers::SHIFT), Key::ctrl('p')),
            (KeyCode::Char('@'), KeyModifiers::CONTROL.union(KeyModifiers::ALT), Key::char('@')),
        ];
        for (code, modifiers, key) in cases {
            assert_eq!(translate(press(code, modifiers)), Some(Event::Key(key)));
        }
    }

    #[test]
    fn a_burst_with_lines_is_a_paste() {
        let burst = |text: &str| {
            let key = |c| if c == '\n' { Key::plain(Code::Enter) } else { Key::char(c) };
            text.chars().map(|c| Event::Key(key(c))).collect::<Vec<_>>()
        };
        assert_eq!(coalesce(burst("1\n2")), [Event::Paste("1\n2".into())]);
        for typed in ["张三\n", "\n", "3", "张三丰"] {
            assert_eq!(coalesce(burst(typed)), burst(typed), "{typed:?}");
        }
        let with_arrow = [burst("1\n2"), vec![Event::Key(Key::plain(Code::Up))]].concat();
        assert_eq!(coalesce(with_arrow.clone()), with_arrow);
    }
}
