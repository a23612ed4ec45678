//! What changed since a reader read: the work of keeping up is that of the changes.

use rusqlite::types::Value as Column;

use super::{
    feed::{Submission, submissions},
    open::Store,
    row::{parsed, signed},
};
use crate::domain::{ResponseId, record::StoreError};

/// What changed besides the responses there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    /// Whether another text of the survey was kept.
    pub survey: bool,
    /// Whether sessions may have changed.
    pub sessions: bool,
    /// What was recorded of and is no finished response any more, whether it ever was one or not.
    pub gone: Vec<ResponseId>,
}

impl Store {
    /// Hands each response of a survey that changed after the first `seen` records to `each`, whatever its state, and says
    /// what else changed. The work is that of the changes, however much was recorded before.
    ///
    /// # Errors
    /// As every read.
    pub fn changed_since(
        &self,
        survey: &str,
        seen: u64,
        mut each: impl FnMut(Submission<'_>),
    ) -> Result<Changed, StoreError> {
        self.read(|conn| {
            let mut changed = Changed::default();
            let mut query = conn.prepare_cached(
                "SELECT DISTINCT kind, entity, r.row IS NOT NULL here FROM log LEFT JOIN response r ON r.id = entity
                 WHERE pos > ?1",
            )?;
            let mut rows = query.query([signed(seen)])?;
            while let Some(row) = rows.next()? {
                let (kind, here): (String, bool) = (row.get("kind")?, row.get("here")?);
                match kind.as_str() {
                    "survey" => changed.survey |= row.get_ref("entity")?.as_str().is_ok_and(|id| id == survey),
                    "session" => changed.sessions = true,
                    // Records of other kinds may be about sessions too; what is no response then is not looked for.
                    _ if !here => {
                        changed.sessions = true;
                        changed.gone.extend(parsed::<ResponseId>(row, "entity"));
                    }
                    _ => {}
                }
            }
            // The plus keeps SQLite from going through all of the survey's responses instead.
            let wanted =
                "+survey = ? AND row IN (SELECT r.row FROM log JOIN response r ON r.id = entity WHERE pos > ?)";
            let values = [Column::Text(survey.to_owned()), Column::Integer(signed(seen))];
            submissions(conn, wanted, &values, &mut each)?;
            Ok(changed)
        })
    }
}
