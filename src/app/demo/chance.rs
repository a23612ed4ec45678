//! Drawing lots from a seed, so that the demo is the same everywhere.

use crate::domain::{Ids, SeededIds};

/// A sequence of lots that depends on its seed alone.
pub(super) struct Chance(SeededIds);

impl Chance {
    /// The sequence of `seed`.
    pub(super) fn new(seed: u64) -> Self {
        Self(SeededIds::new(seed))
    }

    /// A number below `n`; 0 when `n` is 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.0.seed() % n).unwrap_or(0)
    }

    /// True in `percent` of 100 cases.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list; nothing of an empty one.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }

    /// The place of one of the weights, drawn by weight; 0 when all are 0.
    pub(super) fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (i, weight) in weights.iter().enumerate() {
            if left < *weight {
                return i;
            }
            left -= weight;
        }
        0
    }

    /// The list in drawn order.
    pub(super) fn shuffled<T>(&mut self, mut list: Vec<T>) -> Vec<T> {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_lots() {
        let lots = |seed| {
            let mut chance = Chance::new(seed);
            (chance.below(100), chance.weighted(&[1, 2, 3]), chance.shuffled((0..9).collect::<Vec<_>>()))
        };
        assert_eq!(lots(1), lots(1));
        assert_ne!(lots(1), lots(2));
    }

    #[test]
    fn a_weight_of_zero_is_never_drawn() {
        let mut chance = Chance::new(7);
        assert!((0..500).all(|_| chance.weighted(&[0, 3, 0, 1]) % 2 == 1));
        assert_eq!(chance.weighted(&[]), 0);
        assert_eq!(chance.pick::<u8>(&[]), None);
    }

    #[test]
    fn shuffling_keeps_every_item() {
        let mut list = Chance::new(3).shuffled((0..50).collect::<Vec<_>>());
        assert_ne!(list, (0..50).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..50).collect::<Vec<_>>());
    }
}
