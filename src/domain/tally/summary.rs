//! Everything the summary shows for one filter, computed once when the filter changes.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{Columns, Filter, FilterFault, Occasion, Selection, Tally, VersionNote, column::day};
use crate::domain::{Text, session::SessionKind};

/// The summary of one survey under one filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The survey's title in its newest version.
    pub title: Text,
    /// The filter it stands under.
    pub filter: Filter,
    /// The chosen rows, for cross-tables and text searches under the same filter.
    pub selection: Selection,
    /// Responses chosen.
    pub submissions: u64,
    /// Different doors among them; responses without a door are not in it.
    pub doors: u64,
    /// Sessions that the responses come from, by when they began.
    pub sessions: Vec<SessionCount>,
    /// The same by kind, in the order kinds are offered; kinds without a session are left out.
    pub kinds: Vec<KindCount>,
    /// Responses that belong to no session.
    pub without_session: u64,
    /// Days the first and the last response were begun.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The tally of every question, in survey order.
    pub tallies: Vec<Tally>,
    /// Where versions of the survey differ.
    pub notes: Vec<VersionNote>,
}

/// Responses of one session.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionCount {
    /// The session.
    pub session: Occasion,
    /// Its responses.
    pub submissions: u64,
}

/// Sessions and responses of one kind of session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindCount {
    /// The kind; nothing for sessions of which only the id is known.
    pub kind: Option<SessionKind>,
    /// Sessions that have a chosen response.
    pub sessions: u64,
    /// Their responses.
    pub submissions: u64,
}

impl Summary {
    /// The summary of `columns` under `filter`.
    ///
    /// # Errors
    /// A question or choice in the filter that the survey never had.
    pub fn new(columns: &Columns, filter: &Filter) -> Result<Self, FilterFault> {
        let selection = filter.select(columns)?;
        let known = columns.dimensions();
        let mut of_session = vec![0_u64; known.occasions.len() + 1];
        let mut doors = HashSet::new();
        let mut days: Option<(i32, i32)> = None;
        for row in selection.rows(0).iter() {
            if let Some(count) = known.occasion.get(row).and_then(|entry| of_session.get_mut(*entry as usize)) {
                *count += 1;
            }
            doors.extend(known.door.rows().get(row).copied());
            if let Some(number) = known.day.get(row) {
                let (first, last) = days.unwrap_or((*number, *number));
                days = Some((first.min(*number), last.max(*number)));
            }
        }
        let nowhere = known.door.names().iter().position(String::is_empty).and_then(|at| u32::try_from(at).ok());
        doors.retain(|entry| Some(*entry) != nowhere);
        let without_session = of_session.first().copied().unwrap_or(0);
        let counted = known.occasions.iter().zip(of_session.iter().skip(1)).filter(|(_, n)| **n > 0);
        let mut sessions: Vec<SessionCount> =
            counted.map(|(session, n)| SessionCount { session: session.clone(), submissions: *n }).collect();
        sessions.sort_by(|a, b| {
            let key = |s: &SessionCount| (s.session.starts, s.session.id);
            key(a).cmp(&key(b))
        });
        Ok(Self {
            title: columns.versions().last().map(|v| v.title.clone()).unwrap_or_default(),
            filter: filter.clone(),
            submissions: selection.responses(),
            doors: doors.len() as u64,
            kinds: kinds(&sessions),
            sessions,
            without_session,
            days: days.and_then(|(first, last)| Some((day(first)?, day(last)?))),
            tallies: columns.tally_all(&selection),
            notes: columns.notes().to_vec(),
            selection,
        })
    }
}

fn kinds(sessions: &[SessionCount]) -> Vec<KindCount> {
    let all = SessionKind::ALL.into_iter().map(Some).chain([None]);
    let count = |kind| {
        let own: Vec<_> = sessions.iter().filter(|s| s.session.kind == kind).collect();
        KindCount { kind, sessions: own.len() as u64, submissions: own.iter().map(|s| s.submissions).sum() }
    };
    all.map(count).filter(|k| k.sessions > 0).collect()
}
