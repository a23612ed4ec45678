//! Where the running program's identifiers and random numbers come from: the system.

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
    fn ids_sort_by_their_time() {
        let mut ids = SystemIds;
        let (early, late) = (ids.uuid(1_700_000_000_000), ids.uuid(1_700_000_000_001));
        assert!(early < late);
        assert_eq!(early.get_version_num(), 7);
        assert_ne!(ids.seed(), ids.seed());
    }
}
