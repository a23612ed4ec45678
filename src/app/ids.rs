//! Where identifiers and random numbers come from: the system, or a number for tests and the demo.

use uuid::{Builder, Uuid};

use crate::domain::Ids;

/// Identifiers from the system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemIds;

impl SystemIds {
    #[allow(clippy::disallowed_methods, reason = "this is where the randomness of ids is taken from")]
    fn random() -> u128 {
        // The version and variant of a v4 UUID are fixed bits; a second one fills them.
        Uuid::new_v4().as_u128() ^ Uuid::new_v4().as_u128().rotate_left(37)
    }
}

impl Ids for SystemIds {
    fn uuid(&mut self, unix_ms: u64) -> Uuid {
        v7(unix_ms, Self::random())
    }

    fn seed(&mut self) -> u64 {
        low_half(Self::random())
    }
}

/// Identifiers that depend on a number alone.
#[derive(Debug, Clone)]
pub struct SeededIds(u64);

impl SeededIds {
    /// The sequence of `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }
}

impl Ids for SeededIds {
    fn uuid(&mut self, unix_ms: u64) -> Uuid {
        let random = (u128::from(self.seed()) << 64) | u128::from(self.seed());
        v7(unix_ms, random)
    }

    fn seed(&mut self) -> u64 {
        // SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

fn v7(unix_ms: u64, random: u128) -> Uuid {
    let bytes = random.to_be_bytes();
    let mut tail = [0; 10];
    tail.copy_from_slice(&bytes[..10]);
    Builder::from_unix_timestamp_millis(unix_ms, &tail).into_uuid()
}

fn low_half(n: u128) -> u64 {
    u64::try_from(n & u128::from(u64::MAX)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_ids_and_another_seed_others() {
        let ids = |seed| (0..4).map(|_| SeededIds::new(seed).uuid(1000)).collect::<Vec<_>>();
        assert_eq!(ids(1), ids(1));
        assert_ne!(ids(1), ids(2));
    }

    #[test]
    fn ids_sort_by_their_time() {
        let mut ids = SystemIds;
        let (early, late) = (ids.uuid(1_700_000_000_000), ids.uuid(1_700_000_000_001));
        assert!(early < late);
        assert_eq!(early.get_version_num(), 7);
        assert_ne!(ids.seed(), ids.seed());
    }
}
