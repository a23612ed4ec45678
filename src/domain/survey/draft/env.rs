//! The world around a draft while something happens to it.

use chrono::{DateTime, FixedOffset};

use crate::domain::{
    Lang,
    survey::{AnswerTree, Table},
};

/// The world around a draft while something happens to it. Everything a survey may ask of it is handed in here.
#[derive(Debug, Clone)]
pub struct Env<'a> {
    /// The moment; `now()` and `today()` do not move while one change is worked out.
    pub now: DateTime<FixedOffset>,
    /// The language on screen.
    pub lang: Lang,
    /// The laptop's name: `deviceid`.
    pub device: String,
    /// Who types: `username`.
    pub username: String,
    /// Seed of `random()` and of shuffled choices in this response.
    pub seed: u64,
    /// The response saved last for this survey: `${last-saved#name}`.
    pub last_saved: Option<&'a AnswerTree>,
    /// The household it is about, as the table `roll` of `pulldata()`; nothing when it is not on the roll.
    pub roll: Option<&'a Table>,
}
