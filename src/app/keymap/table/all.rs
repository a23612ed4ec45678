//! All rows of the key table, and what must hold of each.

use super::{Binding, everywhere, ledger, matters, meetings, roll, surveys, visits, votes};

const TABLES: &[&[Binding]] = &[
    everywhere::ROWS,
    surveys::ROWS,
    meetings::ROWS,
    votes::ROWS,
    ledger::ROWS,
    visits::ROWS,
    roll::ROWS,
    matters::ROWS,
];

/// All rows; those of one scope stand together, in the order the footer shows them.
pub fn keymap() -> impl Iterator<Item = &'static Binding> {
    TABLES.iter().copied().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Code;

    #[test]
    fn no_command_hangs_on_a_letter() {
        for row in keymap() {
            let reachable = row.keys.iter().any(|key| match key.code {
                Code::Char(c) => key.ctrl || c == ' ',
                _ => true,
            });
            assert!(reachable, "{:?} in {:?}", row.action, row.scope);
        }
    }

    #[test]
    fn no_key_stands_twice_in_a_scope() {
        for (i, row) in keymap().enumerate() {
            for other in keymap().take(i).filter(|other| other.scope == row.scope) {
                for key in row.keys {
                    assert!(!other.keys.contains(key), "{key:?} twice in {:?}", row.scope);
                }
            }
        }
    }
}
