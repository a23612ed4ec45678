//! Which rows hold on a screen, and what a key press means there.

use super::{Binding, Scope, keymap};
use crate::app::{Action, Code, Focus, Key, Typing};

/// The rows that hold on a screen of this scope, nearest scope first; a row hidden by a nearer one with the same first
/// key or the same action is left out.
pub fn rows(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    let in_order = scope.chain().iter().flat_map(|scope| keymap().filter(move |row| row.scope == *scope));
    let mut seen: Vec<&Binding> = Vec::new();
    in_order.filter(move |row| {
        let hidden = seen
            .iter()
            .any(|near| near.scope != row.scope && (near.keys.contains(&row.keys[0]) || near.action == row.action));
        seen.push(row);
        !hidden
    })
}

/// What a key press does on a screen of this scope and focus; nothing when it does nothing.
#[must_use]
pub fn action(key: Key, scope: Scope, focus: Focus) -> Option<Action> {
    if let Some(input) = input(key, focus) {
        return Some(Action::Input(input));
    }
    let key = key.folded();
    let row = scope
        .chain()
        .iter()
        .find_map(|scope| keymap().find(|row| row.scope == *scope && row.keys.iter().any(|k| k.matches(key))))?;
    match (&row.action, key.types().and_then(|c| c.to_digit(10))) {
        (Action::Digit(_), Some(digit)) => Some(Action::Digit(u8::try_from(digit).unwrap_or_default())),
        (action, _) => Some(action.clone()),
    }
}

/// What the focus takes for itself.
fn input(key: Key, focus: Focus) -> Option<Typing> {
    let typed = key.types();
    match focus {
        Focus::None => None,
        Focus::TypeAhead => match (typed, key.code) {
            (Some(c), _) if c.is_alphabetic() => Some(Typing::Char(c)),
            (None, Code::Backspace) => Some(Typing::Backspace),
            _ => None,
        },
        Focus::Search => match (typed, key.code) {
            (Some(c), _) => Some(Typing::Char(c)),
            (None, Code::Home | Code::End) => None,
            _ => line_key(key),
        },
        Focus::Field => typed.map(Typing::Char).or_else(|| line_key(key)),
        Focus::Notes => typed.map(Typing::Char).or_else(|| line_key(key)).or_else(|| notes_key(key)),
    }
}

fn line_key(key: Key) -> Option<Typing> {
    let word = key.ctrl || key.alt;
    Some(match key.code {
        Code::Char('w') if key.ctrl => Typing::DeleteWord,
        Code::Char('u') if key.ctrl => Typing::DeleteToStart,
        Code::Char('k') if key.ctrl => Typing::DeleteToEnd,
        Code::Char('a') if key.ctrl => Typing::Home,
        Code::Left if word => Typing::WordLeft,
        Code::Right if word => Typing::WordRight,
        Code::Left => Typing::Left,
        Code::Right => Typing::Right,
        Code::Home => Typing::Home,
        Code::End => Typing::End,
        Code::Backspace if word => Typing::DeleteWord,
        Code::Backspace => Typing::Backspace,
        Code::Delete => Typing::Delete,
        _ => return None,
    })
}

fn notes_key(key: Key) -> Option<Typing> {
    Some(match key.code {
        Code::Enter => Typing::NewLine,
        Code::Up => Typing::Up,
        Code::Down => Typing::Down,
        Code::PageUp => Typing::PageUp,
        Code::PageDown => Typing::PageDown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_takes_what_is_typed_and_leaves_the_rest() {
        let typed = |key, focus| action(key, Scope::SessionEdit, focus);
        assert_eq!(typed(Key::char('？'), Focus::Field), Some(Action::Input(Typing::Char('？'))));
        assert_eq!(typed(Key::char('？'), Focus::None), Some(Action::Help));
        assert_eq!(typed(Key::plain(Code::Enter), Focus::Field), Some(Action::NextField));
        assert_eq!(typed(Key::plain(Code::Enter), Focus::Notes), Some(Action::Input(Typing::NewLine)));
        assert_eq!(typed(Key::plain(Code::Left), Focus::Field), Some(Action::Input(Typing::Left)));
        assert_eq!(typed(Key::plain(Code::Left), Focus::None), Some(Action::Left));
        assert_eq!(typed(Key::f(10), Focus::Notes), Some(Action::Language));
        assert_eq!(typed(Key::plain(Code::Esc), Focus::Notes), Some(Action::Back));
    }

    #[test]
    fn digits_pick_also_when_typed_full_width() {
        assert_eq!(action(Key::char('3'), Scope::Home, Focus::None), Some(Action::Digit(3)));
        assert_eq!(action(Key::char('３'), Scope::Home, Focus::None), Some(Action::Digit(3)));
        assert_eq!(action(Key::char('3'), Scope::Home, Focus::TypeAhead), Some(Action::Digit(3)));
        assert_eq!(action(Key::char('王'), Scope::Home, Focus::TypeAhead), Some(Action::Input(Typing::Char('王'))));
    }

    #[test]
    fn a_nearer_row_hides_a_farther_one() {
        let new_response = rows(Scope::Sessions).filter(|row| row.action == Action::NewResponse).count();
        assert_eq!(new_response, 1);
        assert!(rows(Scope::Entry).all(|row| row.scope != Scope::List));
    }
}
