//! What stands before a choice to say whether it is picked.

use std::borrow::Cow;

use crate::ui::theme::{CHECKED, PICKED, UNCHECKED, UNPICKED};

/// What stands before a choice to say whether it is picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marks {
    /// Nothing: the list is for going somewhere.
    #[default]
    None,
    /// One may be picked.
    One,
    /// Many may be picked.
    Many,
    /// Many may be picked, and the order says which comes first.
    Ranked,
}

impl Marks {
    /// The mark of a choice picked as such a one, from 1; of one that is not picked.
    #[must_use]
    pub fn mark(self, rank: Option<usize>) -> Cow<'static, str> {
        match (self, rank) {
            (Self::None, _) => "".into(),
            (Self::One, Some(_)) => PICKED.into(),
            (Self::One, None) => UNPICKED.into(),
            (Self::Many, Some(_)) => CHECKED.into(),
            (Self::Many, None) => UNCHECKED.into(),
            (Self::Ranked, Some(rank)) => format!("[{rank:>2}]").into(),
            (Self::Ranked, None) => "[  ]".into(),
        }
    }
}
