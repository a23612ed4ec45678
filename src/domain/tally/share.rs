//! Part of a whole, exactly.

/// `part` of `whole`. Compared by cross-multiplication; made a decimal only to be shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Share {
    /// How many.
    pub part: u64,
    /// Of how many. A share of nothing is equal to no part of something.
    pub whole: u64,
}

impl Share {
    /// `part` of `whole`.
    #[must_use]
    pub fn new(part: u64, whole: u64) -> Self {
        Self { part, whole }
    }

    /// How many of `cells` a bar of this share fills, rounded half up.
    #[must_use]
    pub fn cells(self, cells: u16) -> u16 {
        let (part, whole) = (u128::from(self.part), u128::from(self.whole));
        if whole == 0 {
            return 0;
        }
        u16::try_from((part * u128::from(cells) * 2 + whole) / (whole * 2)).unwrap_or(u16::MAX).min(cells)
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Share {}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let sides = |a: &Self, b: &Self| u128::from(a.part) * u128::from(b.whole.max(1));
        sides(self, other).cmp(&sides(other, self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact_and_rounded_only_to_cells() {
        assert_eq!(Share::new(1, 3), Share::new(2, 6));
        assert!(Share::new(1, 3) < Share::new(334, 1000));
        assert_eq!(Share::new(1, 2).cells(25), 13);
        assert_eq!(Share::new(3, 2).cells(25), 25);
    }
}
