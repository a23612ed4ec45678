//! One row of an imported table: its cells by heading, and the head of a response in them.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use serde_json::Value as Json;

use super::{Meta, ReadFault, cell::read_word, read::Table};
use crate::domain::{
    ResponseId,
    survey::{Door, DraftHead, ResponseState, SurveyRef},
    tally::Codebook,
};

/// Where the columns of a table stand.
pub(super) struct Columns<'a> {
    at: HashMap<&'a str, usize>,
    count: usize,
}

impl<'a> Columns<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        let at = table.headings.iter().enumerate().rev().map(|(at, heading)| (heading.as_str(), at)).collect();
        Self { at, count: table.headings.len() }
    }
}

/// The cells of a row. A row shorter than the headings reads as if filled up with empty cells.
pub(super) struct Row<'a> {
    columns: &'a Columns<'a>,
    cells: &'a [String],
}

/// State, head, end and name of a response.
type Head = (ResponseState, DraftHead, DateTime<FixedOffset>, String);

impl<'a> Row<'a> {
    pub(super) fn new(columns: &'a Columns<'a>, cells: &'a [String]) -> Self {
        Self { columns, cells }
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, heading: &str) -> bool {
        self.columns.at.contains_key(heading)
    }

    /// The cell under a heading; empty when there is no such column.
    pub(super) fn cell(&self, heading: &str) -> &'a str {
        self.columns.at.get(heading).and_then(|at| self.cells.get(*at)).map_or("", String::as_str)
    }

    /// Whether there are cells without a heading.
    pub(super) fn too_long(&self) -> bool {
        self.cells.len() > self.columns.count
    }

    /// The head of the response, or every fault in it.
    pub(super) fn head(&self, id: ResponseId, version: &Codebook) -> Result<Head, Vec<(Meta, ReadFault)>> {
        let mut faults = Vec::new();
        let word = |meta: Meta| read_word(self.cell(meta.heading())).to_owned();
        let survey = word(Meta::Survey);
        if !survey.is_empty() && survey != version.survey {
            faults.push((Meta::Survey, ReadFault::OtherSurvey));
        }
        let state = match word(Meta::State).as_str() {
            "" => Some(ResponseState::Final),
            other => serde_json::from_value(Json::String(other.to_owned())).ok().filter(|state| is_kept(*state)),
        };
        if state.is_none() {
            faults.push((Meta::State, ReadFault::State));
        }
        let session = match word(Meta::Session).as_str() {
            "" => None,
            id => {
                let read = id.parse().ok();
                if read.is_none() {
                    faults.push((Meta::Session, ReadFault::Session));
                }
                read
            }
        };
        let seed = match word(Meta::Seed).as_str() {
            "" => 0,
            text => text.strip_prefix("0x").and_then(|hex| u64::from_str_radix(hex, 16).ok()).unwrap_or_else(|| {
                faults.push((Meta::Seed, ReadFault::Seed));
                0
            }),
        };
        let created = moment(&word(Meta::Created));
        let finished = if word(Meta::Finished).is_empty() { created } else { moment(&word(Meta::Finished)) };
        for (meta, found) in [(Meta::Created, created), (Meta::Finished, finished)] {
            if found.is_none() {
                faults.push((meta, ReadFault::Moment));
            }
        }
        let (Some(state), Some(created), Some(finished), true) = (state, created, finished, faults.is_empty()) else {
            return Err(faults);
        };
        let head = DraftHead {
            id,
            survey: SurveyRef {
                id: version.survey.clone(),
                version: version.version.clone(),
                hash: version.hash.clone(),
            },
            session,
            door: Door {
                building: word(Meta::Building),
                entrance: word(Meta::Entrance),
                household: word(Meta::Household),
            },
            surveyor: word(Meta::Surveyor),
            created,
            seed,
            correction: Some(word(Meta::Correction)).filter(|reason| !reason.is_empty()),
        };
        Ok((state, head, finished, word(Meta::Name)))
    }
}

fn is_kept(state: ResponseState) -> bool {
    matches!(state, ResponseState::Final | ResponseState::Returned | ResponseState::Approved)
}

fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text.trim()).ok()
}
