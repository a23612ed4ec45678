//! A large table of households, taken onto the roll away from the screen: all of it or nothing.

use super::{Ctx, Held, Level, SystemIds, Task};
use crate::{
    domain::{
        Ids, RecordId,
        place::{Command, PlaceRefusal, Roll, sheet::SheetPlan},
        record::{Register, StoreError},
    },
    locale::place_refusal,
    store::Stamp,
};

/// Records between two words about how far it is.
const TOLD: usize = 500;

/// What came of it.
#[derive(Debug)]
pub enum TakenIn {
    /// It is on the roll, by these records.
    Done(Vec<RecordId>, Box<Held<Roll>>),
    /// The roll does not take it.
    Refused(PlaceRefusal),
    /// Somebody said stop before anything was written.
    Stopped,
}

impl Ctx {
    /// Takes the households of a file onto the roll in the background, for [`Ctx::taken_in`] when it arrives. Until the first record is
    /// written it can be stopped; what is written is written whole.
    pub fn take_in_households(&mut self, plan: SheetPlan, file: String) -> Task<Result<TakenIn, StoreError>> {
        let (now, author) = (self.now(), self.settings.surveyor.clone().unwrap_or_default());
        self.beside(move |store, progress| {
            let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
            let roll = Held::<Roll>::read(store)?;
            let events = plan.import(&file, || SystemIds.uuid(millis));
            let bodies = match roll.register().decide(Command::All(events)) {
                Ok(bodies) => bodies,
                Err(refusal) => return Ok(TakenIn::Refused(refusal)),
            };
            if progress.nobody_waits() {
                return Ok(TakenIn::Stopped);
            }
            let all = bodies.len() as u64;
            progress.done(0, all);
            let stamp = Stamp { ids: &mut SystemIds, now, author: &author };
            let made = store.append_events_told(bodies, stamp, |done| {
                if done % TOLD == 0 {
                    progress.done(done as u64, all);
                }
            })?;
            Ok(TakenIn::Done(made.iter().map(|record| record.id).collect(), Box::new(Held::read(store)?)))
        })
    }

    /// Holds the roll with what was taken in. The records; nothing when nothing was, and a notice says why.
    pub fn taken_in(&mut self, taken: Result<TakenIn, StoreError>) -> Option<Vec<RecordId>> {
        match self.read(|_| taken)? {
            TakenIn::Done(made, roll) => {
                self.put_newer(*roll);
                Some(made)
            }
            TakenIn::Refused(refusal) => {
                self.notice(Level::Warning, |l| place_refusal(l, &refusal));
                None
            }
            TakenIn::Stopped => {
                self.notice(Level::Info, |l| crate::tr!(l, "rolls-import-stopped"));
                None
            }
        }
    }
}
