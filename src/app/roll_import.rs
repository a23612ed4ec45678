//! Taking back the last import of households, from the screen and from the command line alike.

use std::collections::HashSet;

use super::{Ctx, Fate, Held, Level, SystemIds, Task};
use crate::{
    domain::{
        HouseholdId, RecordId,
        place::{Import, ImportKept, Roll, last_import},
        record::{Body, Register, StoreError, effective},
        visit::{self, Rounds},
    },
    locale::import_kept,
    store::{About, Stamp, Store},
    tr,
};

/// Retractions between two words about how far it is.
const TOLD: usize = 500;

/// What became of taking an import back.
#[derive(Debug)]
pub(super) enum TakenBack {
    /// It is off the roll; the roll as it is now, if it could be read.
    Done(Option<Box<Held<Roll>>>),
    /// It stays.
    Kept(ImportKept),
}

/// How far taking an import back has come. It is no screen's, so that it goes on and is told wherever somebody goes meanwhile.
#[derive(Debug, Default)]
pub(super) enum TakingBack {
    /// Nobody asked.
    #[default]
    No,
    /// It is under way.
    UnderWay(Task<Result<TakenBack, StoreError>>),
    /// It is over; whether the import was taken back.
    Over(bool),
}

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

/// The last import that still counts, when it is the one of these records and nothing rests on it yet.
fn import_of(store: &Store, made: &[RecordId]) -> Result<Result<Import, ImportKept>, StoreError> {
    let made: HashSet<RecordId> = made.iter().copied().collect();
    let found = import_to_undo(store)?;
    Ok(found.and_then(|import| {
        let own = import.records.iter().all(|id| made.contains(id));
        if own { Ok(import) } else { Err(ImportKept::Nothing) }
    }))
}

impl Ctx {
    /// Takes the import of these records back, unless something rests on it: a small one at once, a large one in the
    /// background. A notice says what came of it; then [`Ctx::import_taken_back`] tells.
    pub fn take_import_back(&mut self, made: &[RecordId]) {
        if made.len() > self.at_once {
            self.taking_back = TakingBack::UnderWay(self.take_back_beside(made.to_vec()));
            return;
        }
        let done = match self.read(|store| import_of(store, made)) {
            Some(Ok(import)) => self.undo_register::<Roll>(&import.records).map(|_| TakenBack::Done(None)),
            Some(Err(kept)) => Some(TakenBack::Kept(kept)),
            None => None,
        };
        self.taken_back(done);
    }

    fn take_back_beside(&mut self, made: Vec<RecordId>) -> Task<Result<TakenBack, StoreError>> {
        let (now, author) = (self.now(), self.settings.surveyor.clone().unwrap_or_default());
        let job = self.beside(move |store, progress| {
            let import = match import_of(store, &made)? {
                Ok(import) => import,
                Err(kept) => return Ok(TakenBack::Kept(kept)),
            };
            let all = import.records.len() as u64;
            progress.done(0, all);
            let stamp = Stamp { ids: &mut SystemIds, now, author: &author };
            store.retract_all_told(&import.records, stamp, |done| {
                if done % TOLD == 0 {
                    progress.done(done as u64, all);
                }
            })?;
            // It is taken back, whether the roll can be read now or later.
            Ok(TakenBack::Done(Held::read(store).ok().map(Box::new)))
        });
        job.to_the_end()
    }

    /// Says what came of it and holds the roll as it is now; nothing where it failed, which was told already.
    fn taken_back(&mut self, done: Option<TakenBack>) {
        self.taking_back = TakingBack::Over(matches!(done, Some(TakenBack::Done(_))));
        match done {
            Some(TakenBack::Done(roll)) => {
                if let Some(roll) = roll {
                    self.put_newer(*roll);
                }
                self.notice(Level::Done, |l| tr!(l, "rolls-undone"));
            }
            Some(TakenBack::Kept(kept)) => self.notice(Level::Warning, |l| import_kept(l, &kept)),
            None => {}
        }
    }

    /// A job ended: takes in what belongs to no screen. The loop calls it before any screen hears of the end.
    pub fn arrived(&mut self) {
        let TakingBack::UnderWay(task) = &self.taking_back else { return };
        let done = match task.take() {
            Fate::Waiting => return,
            Fate::Done(done) => self.read(|_| done),
            Fate::Lost => None,
        };
        self.taken_back(done);
    }

    /// Whether an import is being taken back at the moment.
    #[must_use]
    pub fn takes_import_back(&self) -> bool {
        matches!(self.taking_back, TakingBack::UnderWay(_))
    }

    /// Whether the import that was to be taken back last was.
    #[must_use]
    pub fn import_taken_back(&self) -> bool {
        matches!(self.taking_back, TakingBack::Over(true))
    }
}
