//! What the roll knows of the household a response is about.

use super::Ctx;
use crate::domain::{
    place::Roll,
    survey::{Door, Table},
};

impl Ctx {
    /// The household of a door as the table `roll` of `pulldata()`, by the roll as it was last held; nothing when it is not
    /// on it.
    #[must_use]
    pub fn prefill(&self, door: &Door) -> Option<Table> {
        if door.household.is_empty() { None } else { self.register::<Roll>()?.prefill(door) }
    }
}
