//! One step of a matter's thread, and what can have happened.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::Step;
use crate::domain::{
    ActionId, MatterId, MeetingId, ResponseId, SessionId, Text,
    meeting::{
        agenda::{FundKey, ItemKey, MotionKey},
        rule::Outcome,
    },
    session::SessionKind,
    survey::Door,
};

/// One step of the thread.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What.
    pub what: Came,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// The matter was raised.
    Raised {
        /// By whom.
        by: String,
        /// The title of the matter it was split from.
        from: Option<String>,
    },
    /// It is now about this.
    Changed {
        /// By whom.
        by: String,
        /// What it is called now.
        title: String,
    },
    /// Its note is now this.
    Noted {
        /// By whom.
        by: String,
        /// The note; empty when it was taken away.
        note: String,
    },
    /// Another matter was merged into it.
    Merged {
        /// By whom.
        by: String,
        /// What that one was called.
        title: String,
    },
    /// Another matter was split from it.
    Split {
        /// What that one is called.
        title: String,
        /// Which.
        into: MatterId,
    },
    /// It was put to a step by hand.
    Put {
        /// By whom.
        by: String,
        /// Which.
        step: Step,
        /// Why.
        note: String,
    },
    /// A household suggested it.
    Suggested {
        /// In which response; nothing in what is public.
        response: Option<ResponseId>,
        /// In these words.
        text: String,
        /// Where; nothing in what is public.
        door: Option<Door>,
        /// In which survey.
        survey: String,
    },
    /// It was talked over at a session.
    TalkedOver {
        /// Which.
        session: SessionId,
        /// Of which kind.
        kind: Option<SessionKind>,
        /// What the session was called.
        title: String,
    },
    /// It was on at a meeting, or is to be.
    Item {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemKey,
        /// What the meeting is called.
        meeting_title: String,
        /// What the item is called.
        title: Text,
        /// Whether it was on already.
        on: bool,
        /// How many points were raised.
        points: usize,
    },
    /// A motion for it was voted on.
    Voted {
        /// The meeting.
        meeting: MeetingId,
        /// The motion.
        motion: MotionKey,
        /// What was put.
        text: Text,
        /// What became of it.
        outcome: Option<Outcome>,
        /// How many for, against, abstaining; nothing where nobody counted.
        counts: Option<(u64, u64, u64)>,
    },
    /// Residents promised to give.
    Pledged {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemKey,
        /// How many of them.
        pledges: usize,
        /// Money pledged, in fen.
        fen: i64,
        /// Money that came in, in fen.
        received: i64,
        /// Hours of labour.
        hours: i64,
        /// Kinds of goods.
        goods: usize,
    },
    /// Somebody granted a sum on top.
    Granted {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemKey,
        /// Who.
        from: Text,
        /// How much, in fen.
        fen: i64,
    },
    /// A partner took a part over.
    Claimed {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemKey,
        /// Who.
        partner: String,
        /// Which part.
        part: Text,
        /// Whether it is there.
        delivered: bool,
    },
    /// A fund pays for it.
    Allocated {
        /// Which; nothing when only an item leads to it.
        fund: Option<FundKey>,
        /// What the fund is called.
        title: Text,
        /// For what.
        purpose: Text,
        /// How much, in fen.
        fen: i64,
    },
    /// Somebody was asked to do something.
    Assigned {
        /// Which action.
        action: ActionId,
        /// What.
        what: String,
        /// Who.
        who: String,
        /// By when.
        due: Option<chrono::NaiveDate>,
    },
    /// It was done.
    Done {
        /// Which action.
        action: ActionId,
        /// What.
        what: String,
        /// By whom.
        by: String,
        /// What is worth knowing.
        note: String,
    },
    /// Somebody looked at what was done.
    Checked {
        /// Which action.
        action: ActionId,
        /// What.
        what: String,
        /// Who looked.
        by: String,
        /// What they found.
        note: String,
    },
}
