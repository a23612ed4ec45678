//! Who asks to speak, who speaks, what is said.

use serde::{Deserialize, Serialize};

use crate::domain::{
    OpinionId, TurnId,
    meeting::agenda::{ItemKey, PersonKey},
};

/// Where a speaker stands on the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// 赞成
    For,
    /// 反对
    Against,
}

/// In which order those waiting speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ordering {
    /// As they asked.
    Asked,
    /// Those who have not spoken at this meeting first, then as they asked.
    FirstTimeFirst,
    /// One of each building in turn, then as they asked.
    ByBuilding,
}

/// Somebody who speaks: a name, and who that is when they checked in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// Who, when they checked in.
    pub person: Option<PersonKey>,
    /// Name as called.
    pub name: String,
    /// 栋; empty when not known.
    pub building: String,
}

/// Something that happened on the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FloorEvent {
    /// Somebody asked to speak.
    Queued {
        /// Their turn.
        turn: TurnId,
        /// On which item.
        item: ItemKey,
        /// Who.
        speaker: Speaker,
        /// For or against.
        stance: Option<Stance>,
    },
    /// They do not want to any more, or were passed over.
    Unqueued {
        /// The turn.
        turn: TurnId,
    },
    /// They say where they stand.
    Marked {
        /// The turn.
        turn: TurnId,
        /// For, against, or neither.
        stance: Option<Stance>,
    },
    /// They speak; whoever spoke before has finished.
    Began {
        /// The turn.
        turn: TurnId,
    },
    /// The speaker has finished.
    Ended,
    /// The speaker may go on for longer.
    Extended {
        /// So many seconds.
        seconds: u32,
    },
    /// The order of speaking changed.
    Ordered(Ordering),
    /// A point was raised.
    Raised {
        /// The opinion.
        opinion: OpinionId,
        /// On which item.
        item: ItemKey,
        /// By whom; an empty name when nobody noted it.
        speaker: Speaker,
        /// For or against.
        stance: Option<Stance>,
        /// What was said.
        text: String,
    },
    /// A point was put in other words.
    Reworded {
        /// The opinion.
        opinion: OpinionId,
        /// By whom it was raised.
        speaker: Speaker,
        /// What was said.
        text: String,
    },
    /// The facilitator's notes on an item, whole. Not for the public.
    Noted {
        /// The item.
        item: ItemKey,
        /// The notes.
        text: String,
    },
}

/// What can be asked of the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FloorCommand {
    /// Put somebody into the queue of the item under way.
    Queue {
        /// A fresh id.
        turn: TurnId,
        /// Who.
        speaker: Speaker,
        /// For or against.
        stance: Option<Stance>,
    },
    /// Take somebody out of the queue.
    Unqueue {
        /// The turn.
        turn: TurnId,
    },
    /// Note where somebody stands.
    Mark {
        /// The turn.
        turn: TurnId,
        /// For, against, or neither.
        stance: Option<Stance>,
    },
    /// The next speaker, if one waits; who speaks now has finished.
    NextSpeaker,
    /// This one speaks now.
    Call {
        /// The turn.
        turn: TurnId,
    },
    /// The speaker has finished.
    End,
    /// Let the speaker go on.
    Extend {
        /// So many seconds.
        seconds: u32,
    },
    /// Change the order of speaking.
    Order(Ordering),
    /// Note a point raised on the item under way.
    Raise {
        /// A fresh id.
        opinion: OpinionId,
        /// By whom; nothing for who speaks now.
        speaker: Option<Speaker>,
        /// What was said.
        text: String,
    },
    /// Put a point in other words.
    Reword {
        /// The opinion.
        opinion: OpinionId,
        /// By whom it was raised.
        speaker: Speaker,
        /// What was said.
        text: String,
    },
    /// Keep the facilitator's notes on an item.
    Note {
        /// The item.
        item: ItemKey,
        /// The notes, whole.
        text: String,
    },
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FloorRefusal {
    /// No item is under way.
    NoItem,
    /// A speaker needs a name.
    NoName,
    /// They wait already.
    Waits,
    /// No such turn waits.
    NoTurn,
    /// Nobody waits.
    NobodyWaits,
    /// Nobody speaks.
    NobodySpeaks,
    /// Nothing was typed.
    Empty,
    /// No such point was raised.
    NoOpinion,
}
