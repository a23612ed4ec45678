//! Identifiers: one newtype a thing, so that a session can never be passed where a response is meant.
//!
//! All are UUIDv7, made outside the domain (ids are handed in), stored and printed in the hyphenated form.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0.hyphenated())
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(s).map(Self)
            }
        }
    )+};
}

ids! {
    /// One record of the log.
    RecordId,
    /// One filled survey, over all its revisions.
    ResponseId,
    /// One occasion at which responses are collected.
    SessionId,
    /// One laptop (one data directory).
    DeviceId,
}

/// Makes identifiers and random numbers. The program's is seeded by the system, a test's by a number.
pub trait Ids {
    /// A fresh UUIDv7 whose time part is `unix_ms`, milliseconds since 1970-01-01 UTC.
    fn uuid(&mut self, unix_ms: u64) -> Uuid;
    /// A fresh random number, used as the seed of `random()` and `randomize()` in a response.
    fn seed(&mut self) -> u64;
}
