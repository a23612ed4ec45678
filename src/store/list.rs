//! Lists of finished responses: filtered, sorted, a page at a time; and the figures of the day.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, Row, params_from_iter, types::Value as Column};

use super::{
    fault::Raw,
    open::Store,
    row::{count, parsed, signed, state_of, state_word, time, unsigned},
    search::words,
};
use crate::domain::{
    ResponseId, SessionId,
    record::StoreError,
    survey::{Door, DraftHead, ResponseState, SurveyRef},
};

/// Which responses are wanted. The default is all that are not deleted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ResponseFilter {
    /// Of this survey, by its `id`.
    pub survey: Option<String>,
    /// Of this session.
    pub session: Option<SessionId>,
    /// In one of these states; none named: all but deleted.
    pub states: Vec<ResponseState>,
    /// At this door; empty parts match any.
    pub door: Door,
    /// By this surveyor, exactly.
    pub surveyor: Option<String>,
    /// First finalised at this moment or later.
    pub from: Option<DateTime<FixedOffset>>,
    /// First finalised before this moment.
    pub until: Option<DateTime<FixedOffset>>,
    /// All words of this somewhere in name, door, surveyor or typed answers; no matter the case or width of letters.
    pub text: String,
}

/// In which order responses are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Finalised last first.
    #[default]
    Newest,
    /// Finalised first first.
    Oldest,
    /// By building, entrance, household, numbers by size.
    Door,
    /// By surveyor, then newest.
    Surveyor,
    /// By state, then newest.
    State,
    /// By survey, then newest.
    Survey,
}

/// A finished response as lists show it. Times are kept to the millisecond.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseRow {
    /// What is known besides the answers.
    pub head: DraftHead,
    /// Where it stands.
    pub state: ResponseState,
    /// The comment it was returned with or the reason it was deleted for; else empty.
    pub comment: String,
    /// Its `instance_name`.
    pub name: String,
    /// When it was first finalised.
    pub submitted: DateTime<FixedOffset>,
    /// When the revision that stands was finalised.
    pub finished: DateTime<FixedOffset>,
    /// How many revisions it has; 0 for a draft thrown away.
    pub revisions: u64,
    /// Whether another response that is not deleted stands at the same door, for the same survey and session.
    pub duplicate: bool,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The rows of this page.
    pub rows: Vec<ResponseRow>,
    /// Rows on all pages together.
    pub total: u64,
}

/// The start of every statement that reads [`ResponseRow`]s.
pub(super) const SELECT_ROW: &str =
    "SELECT id, survey, survey_version, survey_hash, session, building, entrance, household,
    surveyor, created, created_offset, seed, correction, state, comment, name, submitted, submitted_offset, finished,
    finished_offset, revisions, trim(household) <> '' AND state <> 'deleted' AND EXISTS (
        SELECT 1 FROM response o WHERE o.household = response.household AND o.building = response.building
        AND o.entrance = response.entrance AND o.survey = response.survey AND o.session = response.session
        AND o.id <> response.id AND o.state <> 'deleted') duplicate FROM response";

impl Store {
    /// Finished responses that pass a filter: `limit` of them after the first `skip`, and how many there are in all.
    ///
    /// # Errors
    /// As every read.
    pub fn responses(&self, filter: &ResponseFilter, sort: Sort, skip: u64, limit: u64) -> Result<Page, StoreError> {
        let (wanted, mut values) = filter.to_sql();
        let order = sort.to_sql();
        self.read(|conn| {
            // What is counted by the triggers is looked up; else all that pass are found once, counted, and cut.
            let counted = filter.only_counted_columns();
            let page = if counted { " LIMIT ? OFFSET ?" } else { "" };
            let sql = format!("SELECT row FROM response WHERE {wanted} ORDER BY {order}{page}");
            let mut query = conn.prepare_cached(&sql)?;
            let total = if counted {
                let sql = format!("SELECT coalesce(sum(n), 0) FROM response_count WHERE {wanted}");
                let total = conn.prepare_cached(&sql)?.query_row(params_from_iter(&values), |row| row.get(0))?;
                values.extend([limit, skip].map(|n| Column::Integer(signed(n))));
                Some(unsigned("total", total)?)
            } else {
                None
            };
            let found: Vec<i64> =
                query.query_map(params_from_iter(&values), |row| row.get(0))?.collect::<Result<_, _>>()?;
            let index = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
            let (total, page): (u64, &[i64]) = if let Some(total) = total {
                (total, &found)
            } else {
                let from = index(skip).min(found.len());
                let to = from.saturating_add(index(limit)).min(found.len());
                (found.len() as u64, &found[from..to])
            };
            Ok(Page { rows: page_of(conn, page)?, total })
        })
    }

    /// The surveyors of all finished responses, each once.
    ///
    /// # Errors
    /// As every read.
    pub fn surveyors(&self) -> Result<Vec<String>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(
                "WITH RECURSIVE each (person) AS (
                     SELECT min(surveyor) FROM response
                     UNION ALL SELECT (SELECT min(surveyor) FROM response WHERE surveyor > each.person) FROM each
                         WHERE person IS NOT NULL)
                 SELECT person FROM each WHERE person <> ''",
            )?;
            Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        })
    }

    /// The buildings and entrances of all finished responses, each pair once, numbers by size.
    ///
    /// # Errors
    /// As every read.
    pub fn entrances(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(
                "SELECT building, entrance FROM response WHERE building <> '' OR entrance <> ''
                 GROUP BY building, entrance ORDER BY min(door_key)",
            )?;
            Ok(query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
        })
    }
}

/// The responses of these rows, in their order.
pub(super) fn page_of(conn: &Connection, rows: &[i64]) -> Result<Vec<ResponseRow>, Raw> {
    let sql =
        format!("{SELECT_ROW} JOIN (SELECT key place, value wanted FROM json_each(?1)) ON wanted = row ORDER BY place");
    let mut query = conn.prepare_cached(&sql)?;
    query.query_and_then([serde_json::to_string(rows)?], response_row)?.collect()
}

impl Sort {
    /// What comes after ORDER BY.
    pub(super) fn to_sql(self) -> &'static str {
        match self {
            Self::Newest => "submitted DESC, id DESC",
            Self::Oldest => "submitted, id",
            Self::Door => "door_key, submitted, id",
            Self::Surveyor => "surveyor, submitted DESC, id DESC",
            Self::State => "state, submitted DESC, id DESC",
            Self::Survey => "survey, submitted DESC, id DESC",
        }
    }
}

impl ResponseFilter {
    /// Whether it asks only for what `response_count` counts by.
    fn only_counted_columns(&self) -> bool {
        let Self { survey, session, states, .. } = self.clone();
        *self == Self { survey, session, states, ..Self::default() }
    }

    /// The condition and its values in order.
    pub(super) fn to_sql(&self) -> (String, Vec<Column>) {
        let mut conditions = Vec::new();
        let mut values = Vec::new();
        let mut text = |condition: &str, value: &str| {
            conditions.push(condition.to_owned());
            values.push(Column::Text(value.to_owned()));
        };
        if let Some(survey) = &self.survey {
            text("survey = ?", survey);
        }
        if let Some(session) = &self.session {
            text("session = ?", &session.to_string());
        }
        if let Some(surveyor) = &self.surveyor {
            text("surveyor = ?", surveyor);
        }
        let door =
            [("building", &self.door.building), ("entrance", &self.door.entrance), ("household", &self.door.household)];
        for (column, part) in door {
            if !part.is_empty() {
                text(&format!("{column} = ?"), part);
            }
        }
        let words = words(&self.text);
        if !words.is_empty() {
            let found = vec!["instr(search, ?)"; words.len()].join(" AND ");
            conditions.push(format!("row IN (SELECT row FROM response_search WHERE {found})"));
            values.extend(words.into_iter().map(Column::Text));
        }
        for (condition, at) in [("submitted >= ?", self.from), ("submitted < ?", self.until)] {
            if let Some(at) = at {
                conditions.push(condition.to_owned());
                values.push(Column::Integer(at.timestamp_millis()));
            }
        }
        if self.states.is_empty() {
            conditions.push("state <> 'deleted'".to_owned());
        } else {
            let marks = vec!["?"; self.states.len()].join(", ");
            conditions.push(format!("state IN ({marks})"));
            values.extend(self.states.iter().map(|s| Column::Text(state_word(*s).to_owned())));
        }
        (conditions.join(" AND "), values)
    }
}

/// Reads what [`SELECT_ROW`] selects.
pub(super) fn response_row(row: &Row<'_>) -> Result<ResponseRow, Raw> {
    Ok(ResponseRow {
        head: head(row)?,
        state: state_of(row.get_ref("state")?.as_str().unwrap_or_default())?,
        comment: row.get("comment")?,
        name: row.get("name")?,
        submitted: time(row, "submitted", "submitted_offset")?,
        finished: time(row, "finished", "finished_offset")?,
        revisions: count(row, "revisions")?,
        duplicate: row.get("duplicate")?,
    })
}

/// Reads the head out of a response's row.
pub(super) fn head(row: &Row<'_>) -> Result<DraftHead, Raw> {
    let session = row.get_ref("session")?.as_str().unwrap_or_default();
    Ok(DraftHead {
        id: parsed::<ResponseId>(row, "id")?,
        survey: SurveyRef {
            id: row.get("survey")?,
            version: row.get("survey_version")?,
            hash: row.get("survey_hash")?,
        },
        session: if session.is_empty() { None } else { Some(parsed(row, "session")?) },
        door: Door { building: row.get("building")?, entrance: row.get("entrance")?, household: row.get("household")? },
        surveyor: row.get("surveyor")?,
        created: time(row, "created", "created_offset")?,
        seed: row.get::<_, i64>("seed")?.cast_unsigned(),
        correction: row.get("correction")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_condition_has_its_value() {
        let moment = DateTime::parse_from_rfc3339("2024-11-12T09:00:00+08:00").unwrap();
        let filter = ResponseFilter {
            survey: Some("s".into()),
            session: Some(SessionId(uuid::Uuid::nil())),
            states: vec![ResponseState::Final, ResponseState::Approved],
            door: Door { building: "3".into(), entrance: "2".into(), household: "501".into() },
            surveyor: Some("张三".into()),
            from: Some(moment),
            until: Some(moment),
            text: "外墙 ?".into(),
        };
        let (sql, values) = filter.to_sql();
        assert_eq!(sql.matches('?').count(), values.len());
        assert!(ResponseFilter::default().to_sql().1.is_empty());
    }
}
