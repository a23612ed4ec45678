//! Running counts over the nodes of one instance: pages, questions, answers, rows; each asked for and changed in
//! logarithmic time.

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(in super::super) enum Lane {
    /// Pages that can be turned to.
    Page,
    /// Questions that are put.
    Asked,
    /// Questions that are put and answered.
    Answered,
    /// Answers that violate a constraint or raise a warning that was not passed.
    Invalid,
    /// What keeps the response from being finalised.
    Issue,
    /// Rows of the tree, hidden ones too.
    Row,
    /// Rows of the tree that are relevant.
    Live,
    /// Questions shown on a `field-list` page of their own instance; not passed on to the instance around.
    Listed,
}

impl Lane {
    pub(in super::super) const COUNT: usize = 8;

    pub(in super::super) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A count in every lane. Differences wrap around.
pub(in super::super) type Weight = [u32; Lane::COUNT];

/// A Fenwick tree over the slots of one instance.
#[derive(Debug, Default)]
pub(in super::super) struct Weights {
    /// `tree[i]` is the sum of slots `i + 1 - lowbit(i + 1) ..= i`.
    tree: Vec<Weight>,
}

impl Weights {
    pub(super) fn build(mut slots: Vec<Weight>) -> Self {
        for at in 1..=slots.len() {
            let next = at + (at & at.wrapping_neg());
            if next <= slots.len() {
                let low = slots[at - 1];
                add(&mut slots[next - 1], &low);
            }
        }
        Self { tree: slots }
    }

    pub(super) fn add(&mut self, slot: usize, delta: &Weight) {
        let mut at = slot + 1;
        while let Some(sum) = self.tree.get_mut(at - 1) {
            add(sum, delta);
            at += at & at.wrapping_neg();
        }
    }

    /// The sum of all slots before `slot`.
    pub(in super::super) fn before(&self, slot: usize) -> Weight {
        let mut sum = Weight::default();
        let mut at = slot.min(self.tree.len());
        while at > 0 {
            add(&mut sum, &self.tree[at - 1]);
            at &= at - 1;
        }
        sum
    }

    pub(in super::super) fn total(&self) -> Weight {
        self.before(self.tree.len())
    }

    /// The slot that holds the `nth` (from 0) of what `of` counts, and how many of them that slot has before it.
    pub(in super::super) fn find(&self, nth: u32, of: impl Fn(&Weight) -> u32) -> Option<(usize, u32)> {
        let mut left = nth;
        let mut at = 0;
        let mut step = self.tree.len().checked_next_power_of_two()?;
        while step > 0 {
            if let Some(sum) = self.tree.get(at + step - 1) {
                let here = of(sum);
                if here <= left {
                    left -= here;
                    at += step;
                }
            }
            step /= 2;
        }
        (at < self.tree.len()).then_some((at, left))
    }
}

pub(super) fn add(sum: &mut Weight, delta: &Weight) {
    for (sum, delta) in sum.iter_mut().zip(delta) {
        *sum = sum.wrapping_add(*delta);
    }
}

/// `new - old` in every lane.
pub(in super::super) fn difference(new: &Weight, old: &Weight) -> Weight {
    std::array::from_fn(|lane| new[lane].wrapping_sub(old[lane]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_like_a_plain_list(
            mut plain in prop::collection::vec(0u32..4, 0..40),
            adds in prop::collection::vec((0usize..40, 0u32..3), 0..20),
        ) {
            let weight = |n: u32| -> Weight { std::array::from_fn(|lane| n * u32::from(lane == 0)) };
            let mut weights = Weights::build(plain.iter().map(|n| weight(*n)).collect());
            for (slot, n) in adds {
                if let Some(at) = plain.get_mut(slot) {
                    *at += n;
                    weights.add(slot, &weight(n));
                }
            }
            for slot in 0..=plain.len() {
                prop_assert_eq!(weights.before(slot)[0], plain[..slot].iter().sum::<u32>());
            }
            let mut nth = 0;
            for (slot, n) in plain.iter().enumerate() {
                for inside in 0..*n {
                    prop_assert_eq!(weights.find(nth, |w| w[0]), Some((slot, inside)));
                    nth += 1;
                }
            }
            prop_assert_eq!(weights.find(nth, |w| w[0]), None);
        }
    }
}
