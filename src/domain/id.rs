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
    /// One meeting, over all its events.
    MeetingId,
    /// One turn at speaking.
    TurnId,
    /// One point raised.
    OpinionId,
    /// One thing somebody was asked to do.
    ActionId,
    /// One promise to give money, goods or labour.
    PledgeId,
    /// One part taken over by a partner.
    ClaimId,
    /// One sum granted on top of what residents give.
    GrantId,
    /// One source or allocation of a fund.
    EntryId,
    /// One household of the roll.
    HouseholdId,
    /// One member: somebody who answers for doors.
    MemberId,
    /// One round of visits.
    RoundId,
    /// One attempt to visit a door.
    AttemptId,
    /// One matter.
    MatterId,
    /// One delivery of an offered service, or one service of a team.
    ServiceId,
    /// One upkeep duty.
    DutyId,
}

/// Makes identifiers and random numbers. The program's is seeded by the system, a test's by a number.
pub trait Ids {
    /// A fresh UUIDv7 whose time part is `unix_ms`, milliseconds since 1970-01-01 UTC.
    fn uuid(&mut self, unix_ms: u64) -> Uuid;
    /// A fresh random number, used as the seed of `random()` and `randomize()` in a response.
    fn seed(&mut self) -> u64;
}

/// Identifiers and random numbers that follow from one number alone, for the demo and for tests.
///
/// ```
/// use babahui::domain::{Ids, SeededIds};
/// assert_eq!(SeededIds::new(7).uuid(1_000), SeededIds::new(7).uuid(1_000));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeededIds(u64);

impl SeededIds {
    /// The sequence that belongs to `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number of Vigna's `SplitMix64` sequence.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl Ids for SeededIds {
    fn uuid(&mut self, unix_ms: u64) -> Uuid {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.next().to_le_bytes());
        random[8..].copy_from_slice(&self.next().to_le_bytes()[..2]);
        uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid()
    }

    fn seed(&mut self) -> u64 {
        self.next()
    }
}
