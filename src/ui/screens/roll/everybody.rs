//! Everybody on the roll as entries to search in: made in the background where there are many, and kept until the roll changes.

use crate::{
    app::{Ctx, Fate, Held, Task},
    domain::{
        HouseholdId,
        place::{Place, Roll, sheet::SheetColumn},
        record::StoreError,
    },
    locale::clean_line,
    ui::widgets::{Entry, PickerState},
};

/// Everybody, ready to be searched in.
type Ready = (Vec<HouseholdId>, PickerState);

/// Everybody on the roll, ready to be searched in or soon.
#[derive(Default)]
pub(super) struct Everybody {
    /// Where the log stood that the roll was read at.
    at: Option<u64>,
    ready: Option<Ready>,
    coming: Option<Task<Result<Ready, StoreError>>>,
}

impl Everybody {
    /// Makes entries of the roll as it is now, where there are many.
    pub fn prepare(&mut self, ctx: &mut Ctx) {
        let most = ctx.at_once;
        let many = ctx.hold_register::<Roll>().is_some_and(|roll| roll.households().nth(most).is_some());
        *self = Self { at: ctx.held_at::<Roll>(), ..Self::default() };
        if many {
            self.coming = Some(ctx.beside(|store, _| {
                let (ids, entries) = entries(Held::<Roll>::read(store)?.register());
                let mut picker = PickerState::new(entries);
                picker.make_ready();
                Ok((ids, picker))
            }));
        }
    }

    /// Whether the roll has changed since.
    pub fn is_old(&self, ctx: &Ctx) -> bool {
        self.at != ctx.held_at::<Roll>()
    }

    /// What was made in the background, if it is there and the roll is still the same.
    pub fn take(&mut self, ctx: &Ctx) -> Option<Ready> {
        if let Some(Fate::Done(Ok(ready))) = self.coming.as_ref().map(Task::take) {
            (self.coming, self.ready) = (None, Some(ready));
        }
        self.ready.take().filter(|_| !self.is_old(ctx))
    }

    /// Keeps what was searched in for the next search.
    pub fn keep(&mut self, searched: Option<Ready>) {
        self.ready = searched;
    }
}

/// Everybody with door and names.
pub(super) fn entries(roll: &Roll) -> (Vec<HouseholdId>, Vec<Entry>) {
    let (mut ids, mut entries) = (Vec::new(), Vec::new());
    for (id, household) in roll.within(&Place::default()) {
        let door = household.cell(SheetColumn::Door);
        let owners = household.owners.iter().map(|owner| owner.name.as_str());
        let residents = household.residents.iter().map(|one| one.name.as_str());
        let mut names: Vec<&str> = owners.chain(residents).filter(|name| !name.is_empty()).collect();
        names.dedup();
        let address = &household.address;
        let places = [&address.community, &address.micro_grid, &address.courtyard].map(String::as_str);
        let note: Vec<&str> = places.into_iter().filter(|part| !part.is_empty()).collect();
        ids.push(id);
        entries.push(Entry::new(clean_line(&format!("{door}  {}", names.join("、")))).note(note.join(" ")));
    }
    (ids, entries)
}
