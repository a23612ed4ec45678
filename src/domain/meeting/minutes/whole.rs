//! The minutes of a meeting as a plain value: nothing of them is in any language but what people wrote.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{ActionLine, Agreed, ItemMinutes, Reopening, SheetLine, Timing, Turnout, agreed, item, sheet};
use crate::domain::{
    MeetingId, Text,
    meeting::{
        Meeting,
        ledger::{Ledger, Scope},
        rule::{Rule, Taking},
    },
    session::{Session, SessionKind},
};

/// Whom minutes are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// Everyone: no phone numbers, no givers who asked not to be named, no timings, no notes of the facilitator, no list of
    /// who voted how.
    Public,
    /// The facilitator: all of it. What is finalised is this.
    Facilitator,
}

/// The minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Minutes {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Whom they are for.
    pub edition: Edition,
    /// What, where, when, who presided.
    pub heading: Heading,
    /// 应到, 实到, 委托, 列席, absent.
    pub turnout: Turnout,
    /// The items in the order they were taken, sub-items after their parents.
    pub items: Vec<ItemMinutes>,
    /// 回访: actions of earlier meetings that were open when this one began, and where they stand.
    pub earlier: Vec<ActionLine>,
    /// What was agreed at this meeting on no item that is still on its agenda.
    pub besides: Agreed,
    /// A person's words on the whole meeting.
    pub remarks: String,
    /// A person's words on when and where the next meeting is.
    pub next_meeting: String,
    /// 签到表: the whole roll in its order, then who came without being on it.
    pub sheet: Vec<SheetLine>,
    /// Planned and spent over all items, breaks left out; nothing before it began and in the public's edition.
    pub timing: Option<Timing>,
}

/// What, where, when, who presided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// What people call the meeting.
    pub title: String,
    /// What its agenda is called.
    pub agenda: Text,
    /// Its form.
    pub kind: SessionKind,
    /// What motions are decided by that name no other rule.
    pub rule: Rule,
    /// Who takes part in a vote.
    pub taking: Taking,
    /// 社区
    pub community: String,
    /// 院落 or 栋
    pub courtyard: String,
    /// Where it was held.
    pub place: String,
    /// When it was to begin, where its session says so.
    pub planned: Option<DateTime<FixedOffset>>,
    /// When it began.
    pub began: Option<DateTime<FixedOffset>>,
    /// When it was closed.
    pub ended: Option<DateTime<FixedOffset>>,
    /// 主持人
    pub chair: String,
    /// 记录人
    pub note_taker: String,
    /// When notice was given.
    pub notice: Option<NaiveDate>,
    /// Each time it was opened again after it was closed.
    pub reopened: Vec<Reopening>,
    /// Each time the laptop's clock was found to have been set back.
    pub clock: Vec<ClockSetBack>,
}

/// The laptop's clock was set back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockSetBack {
    /// What it had said before.
    pub before: DateTime<FixedOffset>,
    /// What it said then.
    pub after: DateTime<FixedOffset>,
}

impl Minutes {
    /// The minutes as they stand after the last event of the meeting, the facilitator's edition.
    ///
    /// The same events give the same minutes, whenever they are assembled.
    #[must_use]
    pub fn of(meeting: &Meeting, ledger: &Ledger, session: Option<&Session>) -> Self {
        let course = &meeting.course;
        let last = meeting.timeline.last();
        let items = course.items().iter().map(|state| item::of(meeting, ledger, state, last)).collect();
        let began = course.started().map_or_else(|| meeting.timeline.opened(), |started| started.wall);
        let earlier = ledger.carried_forward(meeting.id, began);
        let timing = course.overall(last).map(|overall| Timing::of(overall.planned, overall.spent));
        Self {
            meeting: meeting.id,
            edition: Edition::Facilitator,
            heading: Heading::of(meeting, session),
            turnout: Turnout::of(meeting),
            items,
            earlier: earlier.into_iter().map(|(_, action)| ActionLine::of(action)).collect(),
            besides: besides(meeting, ledger),
            remarks: meeting.minutes.words(None).to_owned(),
            next_meeting: meeting.minutes.next_meeting().to_owned(),
            sheet: sheet::of(&meeting.attendance),
            timing,
        }
    }

    /// All that was agreed, item by item.
    pub fn agreed(&self) -> impl Iterator<Item = &Agreed> {
        self.items.iter().map(|item| &item.agreed).chain([&self.besides])
    }
}

impl Heading {
    fn of(meeting: &Meeting, session: Option<&Session>) -> Self {
        let (opening, course) = (&meeting.opening, &meeting.course);
        let (chair, note_taker) = course.presiding().unwrap_or((&opening.chair, &opening.note_taker));
        let of_session = |field: fn(&Session) -> &String| session.map(field).cloned().unwrap_or_default();
        let reopened = course.reopened().iter().map(|(at, reason)| Reopening { at: *at, reason: reason.clone() });
        let clock = meeting.timeline.set_back.iter();
        Self {
            title: opening.title.clone(),
            agenda: opening.agenda.title.clone(),
            kind: session.map_or(opening.agenda.kind, |session| session.kind),
            rule: opening.agenda.rule.clone(),
            taking: opening.agenda.settings.taking.clone(),
            community: of_session(|session| &session.community),
            courtyard: of_session(|session| &session.building),
            place: opening.place.clone(),
            planned: session.map(|session| session.starts),
            began: course.started().map(|moment| moment.wall),
            ended: course.closed().map(|moment| moment.wall),
            chair: chair.to_owned(),
            note_taker: note_taker.to_owned(),
            notice: course.notice().map(|notice| notice.on),
            reopened: reopened.collect(),
            clock: clock.map(|(before, after)| ClockSetBack { before: *before, after: *after }).collect(),
        }
    }
}

/// What came up on an item that was put in on the spot and taken back again.
fn besides(meeting: &Meeting, ledger: &Ledger) -> Agreed {
    agreed::of(ledger, &Scope::Meeting(meeting.id), None, |origin| meeting.course.item(&origin.item).is_none())
}
