//! Agendas: what a meeting is planned to be. Read from RON, checked with all faults at once.

mod definition;
mod key;

pub use definition::{
    Agenda, FundPlan, Item, ItemKind, MatchBase, MatchRule, MotionPlan, Notice, Part, PledgeRound, Settings, Way,
};
pub use key::{FundKey, ItemKey, MotionKey, PersonKey, VoterKey};
