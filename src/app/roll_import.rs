//! Taking back the last import of households, from the screen and from the command line alike.

use std::collections::HashSet;

use crate::{
    domain::{
        HouseholdId,
        place::{Import, ImportKept, Roll, last_import},
        record::{Body, Register, StoreError, effective},
        visit::{self, Rounds},
    },
    store::{About, Store},
};

/// The last import that still counts, when nothing rests on it yet.
///
/// # Errors
/// As every read of the store.
pub fn import_to_undo(store: &Store) -> Result<Result<Import, ImportKept>, StoreError> {
    let Some(import) = last_import(&store.records_about(About::Register(Roll::KIND))?.0) else {
        return Ok(Err(ImportKept::Nothing));
    };
    if !import.touched.is_empty() {
        return Ok(Err(ImportKept::Touched(import.at, import.touched.len())));
    }
    let visits = store.records_about(About::Register(Rounds::KIND))?.0;
    let new: HashSet<HouseholdId> = import.new.iter().copied().collect();
    let seen = effective(&visits).into_iter().filter_map(|record| match &record.body {
        Body::Visit(visit::Event::Attempted { attempt, .. }) => Some(attempt.household),
        _ => None,
    });
    let visited = seen.filter(|id| new.contains(id)).collect::<HashSet<_>>().len();
    Ok(if visited > 0 { Err(ImportKept::Visited(import.at, visited)) } else { Ok(import) })
}
