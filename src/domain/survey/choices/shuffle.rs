//! The order of shuffled choices.

/// Shuffles the places `0..n` with the generator ODK XForms names for `randomize()`: Park and Miller's minimal standard
/// (multiplier 48271), Fisher and Yates' shuffle from the end. The same seed always gives the same order.
pub(in super::super) fn shuffle(n: u32, seed: u64) -> Vec<u32> {
    const MODULUS: u64 = 2_147_483_647;
    let mut state = seed % MODULUS;
    if state == 0 {
        state = 1;
    }
    let mut order: Vec<u32> = (0..n).collect();
    for last in (1..order.len()).rev() {
        state = state * 48_271 % MODULUS;
        let upto = last as u64 + 1;
        let pick = (state - 1) * upto / (MODULUS - 1);
        order.swap(last, usize::try_from(pick).unwrap_or(last).min(last));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::shuffle;

    #[test]
    fn the_seed_decides_and_nothing_is_lost() {
        for (n, seed) in [(0, 1), (1, 1), (7, 42), (7, 0), (100, u64::MAX)] {
            let mut order = shuffle(n, seed);
            assert_eq!(order, shuffle(n, seed));
            order.sort_unstable();
            assert_eq!(order, (0..n).collect::<Vec<_>>());
        }
        assert_ne!(shuffle(20, 1), shuffle(20, 2));
    }
}
