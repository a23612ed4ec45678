//! Why the demo could not be made.

use std::path::PathBuf;

use super::StoryFault;
use crate::domain::record::StoreError;

/// Why the demo could not be made.
#[derive(Debug)]
pub enum DemoFault {
    /// The directory holds a store that is not the demo's.
    Occupied {
        /// The directory.
        dir: PathBuf,
    },
    /// The directory cannot be used.
    Store(StoreError),
    /// The story does not fit the surveys: a mistake of the program's own, with the place.
    Story(String),
}

impl From<StoreError> for DemoFault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<StoryFault> for DemoFault {
    fn from(fault: StoryFault) -> Self {
        Self::Story(fault.to_string())
    }
}
