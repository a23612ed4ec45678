//! The registers of the community: what the store has of them, folded once and kept in step.
//!
//! As with meetings: a command is decided, what follows is committed, and only then taken in. A register is folded when it
//! is first asked for, and anew only when the store has got records of it from elsewhere.

use super::{Ctx, Level, Task};
use crate::{
    domain::{
        RecordId,
        matter::Matters,
        meeting::ledger::{self, Ledger},
        place::Roll,
        record::{Body, Record, Register, StoreError},
        service::Services,
        visit::Rounds,
    },
    locale::{Locale, ledger_refusal, matter_refusal, place_refusal, service_refusal, visit_refusal},
    store::{About, Store},
};

/// Events of a register for each of what is read at once: they are small.
const EVENTS: usize = 5;

/// A register, and where the log stood when nothing of it was missing here.
#[derive(Debug)]
pub struct Held<R> {
    register: R,
    position: u64,
}

impl<R: Register> Held<R> {
    /// Reads a register.
    ///
    /// # Errors
    /// As every read of the store.
    pub fn read(store: &Store) -> Result<Self, StoreError> {
        let (records, position) = store.records_about(About::Register(R::KIND))?;
        Ok(Self { register: R::fold(records), position })
    }

    /// The register.
    #[must_use]
    pub fn register(&self) -> &R {
        &self.register
    }
}

/// The registers asked for since the program began.
#[derive(Debug, Default)]
pub struct Registers {
    ledger: Option<Held<Ledger>>,
    roll: Option<Held<Roll>>,
    rounds: Option<Held<Rounds>>,
    matters: Option<Held<Matters>>,
    services: Option<Held<Services>>,
}

/// A register the program holds.
pub trait Holdable: Register {
    /// Where it is held.
    fn slot(registers: &mut Registers) -> &mut Option<Held<Self>>;
    /// The same, to read.
    fn held(registers: &Registers) -> Option<&Held<Self>>;
    /// Why it did not take a command, for people.
    fn said(locale: &Locale, refusal: &Self::Refusal) -> String;
}

macro_rules! holdable {
    ($($register:ty => $slot:ident, $said:path;)+) => {$(
        impl Holdable for $register {
            fn slot(registers: &mut Registers) -> &mut Option<Held<Self>> {
                &mut registers.$slot
            }

            fn held(registers: &Registers) -> Option<&Held<Self>> {
                registers.$slot.as_ref()
            }

            fn said(locale: &Locale, refusal: &Self::Refusal) -> String {
                $said(locale, refusal)
            }
        }
    )+};
}

holdable! {
    Ledger => ledger, ledger_refusal;
    Roll => roll, place_refusal;
    Rounds => rounds, visit_refusal;
    Matters => matters, matter_refusal;
    Services => services, service_refusal;
}

impl Ctx {
    /// A register, read when it is first asked for or when the store has got records of it from elsewhere. Screens ask so
    /// when they open and refresh, then draw what [`Ctx::register`] gives.
    pub fn hold_register<R: Holdable>(&mut self) -> Option<&R> {
        let about = About::Register(R::KIND);
        let stale = match R::held(&self.registers).map(|held| held.position) {
            Some(position) => self.read(|store| store.has_newer(about, position))?,
            None => true,
        };
        if stale {
            let (records, position) = self.read(|store| store.records_about(about))?;
            *R::slot(&mut self.registers) = Some(Held { register: R::fold(records), position });
        }
        self.register()
    }

    /// Whether a register can be held without anybody waiting for it: it is held already, or does not have many events.
    pub fn holds_at_once<R: Holdable>(&mut self) -> bool {
        let most = u32::try_from(self.at_once * EVENTS).unwrap_or(u32::MAX);
        self.register::<R>().is_some() || self.read(|store| store.has_at_most(R::KIND, most)).unwrap_or(false)
    }

    /// Reads a register in the background, for [`Ctx::put_register`] when it arrives.
    pub fn fetch_register<R: Holdable + Send + 'static>(&mut self) -> Task<Option<Held<R>>> {
        let opened = self.store.beside();
        self.worker.start(move |_| Held::read(&opened.ok()?).ok())
    }

    /// Holds a register that was read in the background, unless it is held already.
    pub fn put_register<R: Holdable>(&mut self, read: Held<R>) {
        R::slot(&mut self.registers).get_or_insert(read);
    }

    /// Holds a register that was read in the background, unless what is held is newer.
    pub(super) fn put_newer<R: Holdable>(&mut self, read: Held<R>) {
        let slot = R::slot(&mut self.registers);
        if slot.as_ref().is_none_or(|held| held.position < read.position) {
            *slot = Some(read);
        }
    }

    /// Where the log stood when a register was held last; nothing before.
    #[must_use]
    pub fn held_at<R: Holdable>(&self) -> Option<u64> {
        R::held(&self.registers).map(|held| held.position)
    }

    /// A register as it was last held; nothing before [`Ctx::hold_register`].
    #[must_use]
    pub fn register<R: Holdable>(&self) -> Option<&R> {
        R::held(&self.registers).map(|held| &held.register)
    }

    /// Asks something of a register. The records that were made, saved, none when everything was so already; nothing when it
    /// was not done, and a notice says why.
    pub fn ask_register<R: Holdable>(&mut self, command: R::Command) -> Option<Vec<RecordId>> {
        let bodies = match self.hold_register::<R>()?.decide(command) {
            Ok(bodies) => bodies,
            Err(refusal) => {
                self.notice(Level::Warning, |l| R::said(l, &refusal));
                return None;
            }
        };
        if bodies.is_empty() { Some(Vec::new()) } else { self.record_in::<R>(bodies) }
    }

    /// Takes records of a register back, or retractions of them, to do it again. The retractions; nothing when that could
    /// not be saved.
    pub fn undo_register<R: Holdable>(&mut self, targets: &[RecordId]) -> Option<Vec<RecordId>> {
        self.hold_register::<R>()?;
        let made = self.write(|store, stamp| store.retract_all(targets, stamp))?;
        Some(self.take_in::<R>(made))
    }

    /// Destroys the bodies of records of a register for good. Whether that was saved; it cannot be taken back.
    pub fn erase_register<R: Holdable>(&mut self, targets: &[RecordId], reason: &str) -> bool {
        if self.hold_register::<R>().is_none() {
            return false;
        }
        let Some(made) = self.write(|store, stamp| store.erase_all(targets, reason, stamp)) else { return false };
        self.take_in::<R>(made);
        true
    }

    fn record_in<R: Holdable>(&mut self, bodies: Vec<Body>) -> Option<Vec<RecordId>> {
        let made = self.write(|store, stamp| store.append_events(bodies, stamp))?;
        Some(self.take_in::<R>(made))
    }

    /// Takes in records that were just saved, when nothing was missing before them.
    pub(super) fn take_in<R: Holdable>(&mut self, made: Vec<Record>) -> Vec<RecordId> {
        let position = self.read(Store::position);
        let ids = made.iter().map(|record| record.id).collect();
        if let Some(held) = R::slot(&mut self.registers) {
            for record in made {
                held.register.apply(record);
            }
            held.position = position.unwrap_or(held.position);
        }
        ids
    }

    /// The ledger, as [`Ctx::hold_register`].
    pub fn hold_ledger(&mut self) -> Option<&Ledger> {
        self.hold_register()
    }

    /// The ledger as it was last held.
    #[must_use]
    pub fn ledger(&self) -> Option<&Ledger> {
        self.register()
    }

    /// Asks something of the ledger. Whether it was done and saved; a notice says why not.
    pub fn ask_ledger(&mut self, command: ledger::Command) -> bool {
        self.ask_register::<Ledger>(command).is_some()
    }

    /// Takes records of the ledger back, such as the one a [`ledger::Mark`] names, or retractions of it, to do it again.
    /// Whether that was saved.
    pub fn undo_ledger(&mut self, targets: &[RecordId]) -> bool {
        self.undo_register::<Ledger>(targets).is_some()
    }
}
