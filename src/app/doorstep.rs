//! What can be done at a door of a round: one meaning each, bound to keys in the key table.

/// One thing to do at a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doorstep {
    /// Fill the round's survey with whoever opened.
    Fill,
    /// Nobody was at home.
    NobodyHome,
    /// To come back: ask when.
    ComeBack,
    /// They do not want to.
    Refused,
    /// They moved.
    Moved,
    /// It is not safe there.
    Unsafe,
    /// Somebody was met, without a survey.
    Met,
    /// What is worth knowing.
    Note,
    /// On to the next door.
    Next,
}

impl Doorstep {
    /// What a digit stands for.
    #[must_use]
    pub fn of_digit(digit: u8) -> Option<Self> {
        Some(match digit {
            1 => Self::Fill,
            2 => Self::NobodyHome,
            3 => Self::ComeBack,
            4 => Self::Refused,
            5 => Self::Moved,
            6 => Self::Unsafe,
            7 => Self::Met,
            8 => Self::Note,
            0 => Self::Next,
            _ => return None,
        })
    }
}
