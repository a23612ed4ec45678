//! How a meeting goes through its agenda.

use serde::{Deserialize, Serialize};

use crate::domain::{
    MatterId,
    meeting::{
        agenda::{Item, ItemKey, Notice},
        roll::Voter,
    },
};

/// Something that happened to the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourseEvent {
    /// The meeting began.
    Started,
    /// An item began; the one under way before is done, if it was not left open.
    Began {
        /// The item.
        item: ItemKey,
    },
    /// An item is done.
    Done {
        /// The item.
        item: ItemKey,
    },
    /// An item is left out.
    Skipped {
        /// The item.
        item: ItemKey,
        /// Why.
        reason: String,
    },
    /// An item moved to before another of its level, or to the end of the agenda.
    Moved {
        /// The item.
        item: ItemKey,
        /// Which it comes before.
        before: Option<ItemKey>,
    },
    /// An item was put in on the spot.
    Inserted {
        /// The item; not on the posted agenda.
        item: Box<Item>,
        /// Which it comes before; nothing for the end.
        before: Option<ItemKey>,
    },
    /// An item is, from now on, about these matters.
    Concerns {
        /// The item.
        item: ItemKey,
        /// All of them.
        matters: Vec<MatterId>,
    },
    /// A break began: every clock stands.
    Paused,
    /// The break is over.
    Resumed,
    /// The meeting is closed.
    Closed,
    /// It goes on after all.
    Reopened {
        /// Why.
        reason: String,
    },
    /// When notice was given.
    Noticed(Notice),
    /// No day of notice is known after all.
    Unnoticed,
    /// What people call the meeting, and where it is held.
    Named {
        /// The title.
        title: String,
        /// The place.
        place: String,
    },
    /// Another roll takes the place of the one the meeting was set up with.
    Enrolled {
        /// Who is entitled; nobody where the meeting has no roll.
        roll: Vec<Voter>,
    },
    /// Who presides and who takes notes from now on.
    Presiding {
        /// 主持人
        chair: String,
        /// 记录人
        note_taker: String,
    },
}

/// What can be asked of the agenda.
#[derive(Debug, Clone, PartialEq)]
pub enum CourseCommand {
    /// Begin the meeting, with its first item.
    Start,
    /// On to the next item that is neither done nor skipped; after the last one nothing is under way.
    Next,
    /// To this item: forward, or back to one that was done or skipped.
    Go {
        /// The item.
        item: ItemKey,
    },
    /// Leave an item out.
    Skip {
        /// The item.
        item: ItemKey,
        /// Why; may be empty.
        reason: String,
    },
    /// Move an item that has not begun.
    Move {
        /// The item.
        item: ItemKey,
        /// Which it comes before; nothing for the end.
        before: Option<ItemKey>,
    },
    /// Put an item in.
    Insert {
        /// The item, with a fresh key.
        item: Box<Item>,
        /// Which it comes before; nothing for the end.
        before: Option<ItemKey>,
    },
    /// Let an item be about these matters, also after it was done and after the meeting: how that went does not change by it.
    Concern {
        /// The item.
        item: ItemKey,
        /// All of them.
        matters: Vec<MatterId>,
    },
    /// Take a break.
    Pause,
    /// Go on.
    Resume,
    /// Close the meeting.
    Close,
    /// Open it again.
    Reopen {
        /// Why.
        reason: String,
    },
    /// Note when notice was given.
    Notice(Notice),
    /// No day of notice is known after all.
    Unnotice,
    /// Another title or place, before it begins.
    Name {
        /// The title.
        title: String,
        /// The place; may be empty.
        place: String,
    },
    /// Another roll, before it begins and before anybody came.
    Enrol {
        /// Who is entitled.
        roll: Vec<Voter>,
    },
    /// Note who presides and who takes notes.
    Preside {
        /// 主持人
        chair: String,
        /// 记录人
        note_taker: String,
    },
}

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CourseRefusal {
    /// It has not begun.
    NotStarted,
    /// It has begun already.
    Started,
    /// It is not closed.
    NotClosed,
    /// There is no such item.
    NoItem,
    /// There is no item after this.
    NoNext,
    /// The item is under way.
    UnderWay,
    /// The item has begun already.
    Begun,
    /// There is a break already.
    Paused,
    /// There is no break.
    NotPaused,
    /// A vote is open: close it first.
    VoteOpen,
    /// A reason is asked for.
    NoReason,
    /// A title is asked for.
    NoTitle,
    /// Somebody came already: who is entitled is settled.
    CheckedIn,
}
