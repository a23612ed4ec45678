//! The columns of an export that are not questions. A slash, which no question's name may hold, keeps the two apart.

use crate::domain::Privacy;

/// Heading of the column with the response's id, or the repeat instance's.
pub const KEY: &str = "KEY";
/// Heading of the column with the key of the response, or repeat instance, around a repeat instance.
pub const PARENT_KEY: &str = "PARENT_KEY";

/// What is known of a response besides its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Meta {
    Survey,
    Version,
    Hash,
    State,
    /// What a returned response was sent back with.
    Comment,
    Session,
    SessionKind,
    SessionTitle,
    SessionStarts,
    Building,
    Entrance,
    Household,
    Surveyor,
    Created,
    Finished,
    Seed,
    Correction,
    Name,
    /// The headings of the columns that were left out of this table, so that it is not taken for the whole.
    LeftOut,
    /// Names of the questions put and left blank, which an empty cell alone would not tell from those not put.
    Blank,
}

/// All of them that stand in a whole table, in the order of the columns. [`Meta::Blank`] also stands in the tables of
/// repeats.
pub const META: [Meta; 19] = [
    Meta::Survey,
    Meta::Version,
    Meta::Hash,
    Meta::State,
    Meta::Comment,
    Meta::Session,
    Meta::SessionKind,
    Meta::SessionTitle,
    Meta::SessionStarts,
    Meta::Building,
    Meta::Entrance,
    Meta::Household,
    Meta::Surveyor,
    Meta::Created,
    Meta::Finished,
    Meta::Seed,
    Meta::Correction,
    Meta::Name,
    Meta::Blank,
];

impl Meta {
    /// How far it may go: a door names a household, and what was noted about a response may name anybody. What responses
    /// are called by is marked in each survey, see [`crate::domain::survey::Marks::of_name`].
    #[must_use]
    pub fn privacy(self) -> Privacy {
        match self {
            Self::Household | Self::Name | Self::Comment | Self::Correction => Privacy::Personal,
            _ => Privacy::Open,
        }
    }

    /// The column's heading.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Survey => "meta/survey",
            Self::Version => "meta/version",
            Self::Hash => "meta/hash",
            Self::State => "meta/state",
            Self::Comment => "meta/comment",
            Self::Session => "meta/session",
            Self::SessionKind => "meta/session_kind",
            Self::SessionTitle => "meta/session_title",
            Self::SessionStarts => "meta/session_starts",
            Self::Building => "meta/building",
            Self::Entrance => "meta/entrance",
            Self::Household => "meta/household",
            Self::Surveyor => "meta/surveyor",
            Self::Created => "meta/created",
            Self::Finished => "meta/finished",
            Self::Seed => "meta/seed",
            Self::Correction => "meta/correction",
            Self::Name => "meta/name",
            Self::LeftOut => "meta/left_out",
            Self::Blank => "meta/blank",
        }
    }
}
