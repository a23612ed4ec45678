//! Why the demo could not be made.

use std::path::PathBuf;

use super::StoryFault;
use crate::{
    domain::record::StoreError,
    locale::{Locale, store_error},
    tr,
};

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

impl DemoFault {
    /// The sentence for people.
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        match self {
            Self::Occupied { dir } => tr!(locale, "demo-occupied", dir = dir.display().to_string()),
            Self::Store(error) => store_error(locale, error),
            Self::Story(place) => tr!(locale, "demo-broken", place = place.as_str()),
        }
    }
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
