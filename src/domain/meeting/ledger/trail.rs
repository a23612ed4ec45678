//! How a thing of the ledger follows from its events, and the trail of these events it keeps.

use chrono::{DateTime, FixedOffset};

use super::{Kept, LedgerRefusal};
use crate::domain::{RecordId, record::Record};

/// The most an amount can be, and what amounts of one thing can add up to: fen, pieces or hours. A hundred thousand
/// million yuan: more is a slip of the finger, and thousands of such sums still add up exactly.
pub const MOST: i64 = 10_000_000_000_000;

/// Which record said something, when and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The record: what is retracted to take it back.
    pub record: RecordId,
    /// Its place in the order of the log.
    pub hlc: u64,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who recorded it.
    pub author: String,
}

impl Mark {
    pub(super) fn of(record: &Record) -> Self {
        Self { record: record.id, hlc: record.hlc, at: record.at, author: record.author.clone() }
    }

    /// The mark of an event that is only tried out.
    pub(super) fn trial() -> Self {
        Self { record: RecordId(uuid::Uuid::nil()), hlc: 0, at: DateTime::default(), author: String::new() }
    }
}

/// One event in a thing's trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace<E> {
    /// Which record says so.
    pub mark: Mark,
    /// What happened.
    pub event: E,
    /// Whether it changed anything. One that makes no sense after what counts before it, because something was taken
    /// back or two laptops did not know of each other, stays to be seen but does nothing.
    pub counts: bool,
}

/// A thing that follows from its events. What an event may do is asked in one place only: a command is refused for what
/// would keep its event from counting.
pub(super) trait Thing: Sized + Clone {
    /// What can happen to it.
    type Event: Clone;
    /// What it is called when there is none.
    const KEPT: Kept;

    /// The thing an event brings about; nothing for an event about one that is there already.
    fn begun(event: &Self::Event, mark: &Mark) -> Option<Self>;

    /// Whether the event makes sense now.
    fn check(&self, event: &Self::Event) -> Result<(), LedgerRefusal>;

    /// What the event changes; asked only when it makes sense.
    fn change(&mut self, event: &Self::Event, mark: &Mark);

    /// Its events.
    fn trail(&mut self) -> &mut Vec<Trace<Self::Event>>;
}

/// Whether what an event says is complete, whatever the thing it is about.
pub(super) trait Complete {
    /// What is missing or out of bounds.
    fn complete(&self) -> Result<(), LedgerRefusal>;
}

/// Whether an event makes sense, about a thing that may not be there.
pub(super) fn check<T: Thing>(slot: Option<&T>, event: &T::Event) -> Result<(), LedgerRefusal>
where
    T::Event: Complete,
{
    event.complete()?;
    match (slot, T::begun(event, &Mark::trial())) {
        (None, Some(_)) => Ok(()),
        (None, None) => Err(LedgerRefusal::Unknown(T::KEPT)),
        (Some(_), Some(_)) => Err(LedgerRefusal::Exists(T::KEPT)),
        (Some(thing), None) => thing.check(event),
    }
}

/// Takes an event in.
pub(super) fn take<T: Thing>(slot: Option<T>, event: &T::Event, mark: &Mark) -> Option<T>
where
    T::Event: Complete,
{
    let counts = check(slot.as_ref(), event).is_ok();
    let mut thing = match slot {
        Some(mut thing) => {
            if counts {
                thing.change(event, mark);
            }
            thing
        }
        None if counts => T::begun(event, mark)?,
        None => return None,
    };
    thing.trail().push(Trace { mark: mark.clone(), event: event.clone(), counts });
    Some(thing)
}

/// Nothing wrong when something is written.
pub(super) fn written(text: &str, blank: super::Blank) -> Result<(), LedgerRefusal> {
    if text.trim().is_empty() { Err(LedgerRefusal::Blank(blank)) } else { Ok(()) }
}

/// Nothing wrong with an amount from 1 to [`MOST`].
pub(super) fn amount(amount: i64) -> Result<(), LedgerRefusal> {
    match amount {
        ..=0 => Err(LedgerRefusal::NotPositive),
        1..=MOST => Ok(()),
        _ => Err(LedgerRefusal::TooLarge { most: MOST }),
    }
}

/// Nothing wrong when both together are at most [`MOST`].
pub(super) fn together(a: i64, b: i64) -> Result<(), LedgerRefusal> {
    if a.saturating_add(b) > MOST { Err(LedgerRefusal::TooLarge { most: MOST }) } else { Ok(()) }
}
