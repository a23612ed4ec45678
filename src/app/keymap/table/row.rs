//! A row of the key table, and how the tables beside are written.

use crate::{
    app::{Action, Code, Key, keymap::Scope},
    locale::Locale,
};

/// The words of something in a locale's language.
pub type Words = fn(&Locale) -> String;

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys; the first is the one the footer shows.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// What it is called, short: the footer's and the help's word.
    pub words: Words,
    /// Whether the footer shows it (in table order, as far as there is room).
    pub footer: bool,
}

/// The rows of some scopes as `ROWS`: keys, what they do, what that is called, and `footer` where the footer says so.
macro_rules! keymap {
    ($($scope:ident { $([$($key:expr),+] $action:expr => $id:literal $($footer:ident)? ;)* })*) => {
        /// The rows, scope by scope.
        pub static ROWS: &[$crate::app::keymap::Binding] = &[$($(
            $crate::app::keymap::Binding {
                scope: $crate::app::keymap::Scope::$scope,
                keys: &[$($key),+],
                action: $action,
                words: |locale| $crate::tr!(locale, $id),
                footer: keymap!(@footer $($footer)?),
            },
        )*)*];
    };
    (@footer footer) => { true };
    (@footer) => { false };
}
pub(super) use keymap;

pub const fn plain(code: Code) -> Key {
    Key::plain(code)
}
pub const fn c(letter: char) -> Key {
    Key::char(letter)
}
pub const fn f(n: u8) -> Key {
    Key::f(n)
}
pub const fn ctrl(letter: char) -> Key {
    Key::ctrl(letter)
}
