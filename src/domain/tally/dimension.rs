//! What is known of each response besides its answers, as columns.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, FixedOffset};

use super::Bits;
use crate::domain::{
    ResponseId, SessionId,
    session::{Session, SessionKind},
    survey::{Door, DraftHead, ResponseState},
};

/// Words that repeat over responses, such as building names, by entry number.
#[derive(Debug, Clone, Default)]
pub struct Names {
    words: Vec<String>,
    index: HashMap<String, u32>,
    rows: Vec<u32>,
}

impl Names {
    fn push(&mut self, name: &str) {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let entry = self.index.get(name).copied().unwrap_or_else(|| {
            self.words.push(name.to_owned());
            self.index.insert(name.to_owned(), next);
            next
        });
        self.rows.push(entry);
    }

    /// The distinct words, in the order they were first met.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.words
    }

    /// Entry number by row.
    #[must_use]
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }
}

/// A session as tallies know it.
#[derive(Debug, Clone, PartialEq)]
pub struct Occasion {
    /// Its id.
    pub id: SessionId,
    /// Its kind; nothing while only its id is known.
    pub kind: Option<SessionKind>,
    /// What people call it.
    pub title: String,
    /// When it begins.
    pub starts: Option<DateTime<FixedOffset>>,
}

/// One row a response, in the order they were pushed.
#[derive(Debug, Clone, Default)]
pub struct Dimensions {
    /// The responses.
    pub ids: Vec<ResponseId>,
    /// Sessions met, by entry number.
    pub occasions: Vec<Occasion>,
    /// Entry of `occasions` plus one by row, 0 for none.
    pub occasion: Vec<u32>,
    /// 栋
    pub building: Names,
    /// 单元, with its building.
    pub entrance: Names,
    /// Building, entrance and household.
    pub door: Names,
    /// Who typed.
    pub surveyor: Names,
    /// Day number of the day the response was begun, by the clock where it was begun.
    pub day: Vec<i32>,
    /// Where the response stands.
    pub state: Vec<ResponseState>,
    /// Version of the survey, index into [`super::Columns::versions`], by row; past their end when the version is unknown.
    pub version: Vec<usize>,
    /// Rows that count: all but those a later revision replaced.
    pub live: Bits,
    row_of: HashMap<ResponseId, usize>,
    session_of: HashMap<SessionId, u32>,
}

impl Dimensions {
    /// How many rows there are, replaced ones included.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ids.len()
    }

    /// The row of a response, its newest revision.
    #[must_use]
    pub fn row_of(&self, response: ResponseId) -> Option<usize> {
        self.row_of.get(&response).copied()
    }

    /// Adds the row of a response; an earlier row of the same response counts no more.
    pub(super) fn push(&mut self, head: &DraftHead, state: ResponseState, version: usize) {
        let row = self.rows();
        let occasion = head.session.map_or(0, |id| self.occasion_entry(id) + 1);
        if let Some(old) = self.row_of.insert(head.id, row) {
            self.live.remove(old);
        }
        self.live.insert(row);
        self.ids.push(head.id);
        self.occasion.push(occasion);
        let Door { building, entrance, household } = &head.door;
        self.building.push(building);
        self.entrance.push(&place(&[building, entrance]));
        self.door.push(&place(&[building, entrance, household]));
        self.surveyor.push(&head.surveyor);
        self.day.push(head.created.date_naive().num_days_from_ce());
        self.state.push(state);
        self.version.push(version);
    }

    /// Takes over what is known of a session, now or when it changes.
    pub fn set_session(&mut self, session: &Session) {
        let entry = self.occasion_entry(session.id) as usize;
        if let Some(occasion) = self.occasions.get_mut(entry) {
            occasion.kind = Some(session.kind);
            occasion.title.clone_from(&session.title);
            occasion.starts = Some(session.starts);
        }
    }

    fn occasion_entry(&mut self, id: SessionId) -> u32 {
        let next = u32::try_from(self.occasions.len()).unwrap_or(u32::MAX);
        *self.session_of.entry(id).or_insert_with(|| {
            self.occasions.push(Occasion { id, kind: None, title: String::new(), starts: None });
            next
        })
    }

    /// The session of a row.
    #[must_use]
    pub fn occasion_of(&self, row: usize) -> Option<&Occasion> {
        let entry = *self.occasion.get(row)? as usize;
        self.occasions.get(entry.checked_sub(1)?)
    }

    /// Notes that a response now stands elsewhere. False when there is no such response.
    pub fn set_state(&mut self, response: ResponseId, state: ResponseState) -> bool {
        match self.row_of(response).and_then(|row| self.state.get_mut(row)) {
            Some(slot) => {
                *slot = state;
                true
            }
            None => false,
        }
    }
}

impl Dimensions {
    /// Takes a response out: its row counts no more.
    pub(super) fn remove(&mut self, response: ResponseId) {
        if let Some(row) = self.row_of.remove(&response) {
            self.live.remove(row);
        }
    }
}

/// `3-2-501`; empty when every part is.
fn place(parts: &[&String]) -> String {
    if parts.iter().all(|p| p.is_empty()) {
        return String::new();
    }
    parts.iter().map(|p| p.as_str()).collect::<Vec<_>>().join("-")
}
