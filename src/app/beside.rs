//! Work on the store away from the screen: over a second opening of it, by the worker.

use super::{Ctx, Progress, Task};
use crate::{domain::record::StoreError, store::Store};

/// As many rows, households or things like them as are read or written before a key press is felt.
pub(super) const AT_ONCE: usize = 1_000;

/// Records of a store for each of them, when all that is in it is to be read.
const RECORDS: u64 = 20;

impl Ctx {
    /// Starts a job with the store opened once more.
    pub fn beside<T: Send + 'static>(
        &mut self,
        job: impl FnOnce(&mut Store, &Progress) -> Result<T, StoreError> + Send + 'static,
    ) -> Task<Result<T, StoreError>> {
        let opened = self.store.beside();
        self.worker.start(move |progress| job(&mut opened?, progress))
    }

    /// Whether the store is so small that whatever is in it can be read before a key press is felt.
    pub fn is_small(&mut self) -> bool {
        let most = self.at_once as u64 * RECORDS;
        self.read(Store::recorded).is_none_or(|records| records <= most)
    }
}
