//! The names of items and motions: those of the agenda file, or an id for what came up on the spot.

use serde::{Deserialize, Serialize};

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The key of this name.
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

keys! {
    /// An item's `name`; a hyphenated UUID for one put in on the spot.
    ItemKey,
    /// A motion's `name`; a hyphenated UUID for one moved on the spot.
    MotionKey,
    /// An entitled owner or resident on the roll: one head.
    VoterKey,
    /// Somebody who came: a voter's key for one on the roll, else a hyphenated UUID.
    PersonKey,
    /// A fund's `name`: the same name is the same fund at every meeting.
    FundKey,
}

impl VoterKey {
    /// The key under which this voter checks in.
    #[must_use]
    pub fn person(&self) -> PersonKey {
        PersonKey(self.0.clone())
    }
}
