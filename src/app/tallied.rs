//! The columns of the survey summed up last: kept while the program runs, and brought up to date instead of read anew.

use std::{path::PathBuf, sync::Arc};

use super::{Ctx, catch_up};
use crate::{domain::tally::Columns, store::Store};

/// Columns, and what they were read from.
#[derive(Debug)]
pub struct Tallied {
    dir: PathBuf,
    survey: String,
    /// How many records the store had.
    seen: u64,
    columns: Arc<Columns>,
}

impl Ctx {
    /// The columns of a survey as the store is now, if they were kept and at most so many records were made since. Brought up
    /// to date in place, as long as nobody else holds them.
    pub fn tallied(&mut self, survey: &str, most: u64) -> Option<Arc<Columns>> {
        let mut kept = self.tallied.take().filter(|kept| kept.survey == survey && kept.dir == self.dir)?;
        let now = self.read(Store::recorded)?;
        if now.checked_sub(kept.seen)? > most {
            return None;
        }
        if now > kept.seen {
            let columns = Arc::make_mut(&mut kept.columns);
            kept.seen = self.read(|store| catch_up(columns, store, survey, kept.seen))??;
        }
        Some(Arc::clone(&self.tallied.insert(kept).columns))
    }

    /// Keeps the columns of a survey, read when the store had `seen` records.
    pub fn keep_tallied(&mut self, survey: &str, seen: u64, columns: Columns) -> Arc<Columns> {
        let columns = Arc::new(columns);
        let kept = Tallied { dir: self.dir.clone(), survey: survey.to_owned(), seen, columns: Arc::clone(&columns) };
        self.tallied = Some(kept);
        columns
    }
}
