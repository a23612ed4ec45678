//! Agendas: what a meeting is planned to be. Read from RON, checked with all faults at once.

mod amount;
mod around;
mod definition;
mod fault;
mod head;
mod key;
mod read;
mod read_item;
mod read_means;
mod read_motion;
mod read_roll;
mod read_rule;
mod read_settings;
mod read_word;
mod words;

pub use around::Around;
pub use definition::{
    Agenda, FundPlan, Item, ItemKind, MatchBase, MatchRule, MotionPlan, Notice, Part, PledgeRound, Settings, Way,
};
pub use fault::{AgendaFault, Amount, FractionFault, Named, Unfit, Vocabulary};
pub use head::AgendaHead;
pub use key::{FundKey, ItemKey, MotionKey, PersonKey, VoterKey};
