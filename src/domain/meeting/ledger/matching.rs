//! What a match rule promises on top of the residents' own share, and the ratio a grant came to. Exact: rounded once,
//! down to the fen.

use super::{GrantTerms, Totals};
use crate::domain::meeting::{Fraction, agenda::MatchRule};

/// Between which sums a match lies, as things stand. Sums are fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatchRange {
    /// The residents' own share it is taken of.
    pub own: i64,
    /// The least that is added.
    pub low: i64,
    /// The most that is added.
    pub high: i64,
    /// Whether the cap lowers one of them: more own money adds no more there.
    pub capped: bool,
}

impl MatchRange {
    /// What the rule adds to these totals.
    #[must_use]
    pub fn of(rule: &MatchRule, totals: &Totals) -> Self {
        let own = totals.own.base(rule.base).max(0);
        let most = rule.cap.map_or(i64::MAX, |cap| cap.max(0));
        let (low, high) = (times(own, rule.min), times(own, rule.max));
        Self { own, low: low.min(most), high: high.min(most), capped: low.max(high) > most }
    }

    /// Own share and the least that is added.
    #[must_use]
    pub fn total_low(&self) -> i64 {
        self.own.saturating_add(self.low)
    }

    /// Own share and the most that is added.
    #[must_use]
    pub fn total_high(&self) -> i64 {
        self.own.saturating_add(self.high)
    }

    /// Whether a grant keeps within the rule.
    #[must_use]
    pub fn holds(&self, fen: i64) -> bool {
        (self.low..=self.high).contains(&fen)
    }
}

/// An amount times a fraction, rounded down. More than can be held is the most that can.
fn times(amount: i64, ratio: Fraction) -> i64 {
    let exact = i128::from(amount) * i128::from(ratio.num) / i128::from(ratio.den.max(1));
    i64::try_from(exact).unwrap_or(i64::MAX)
}

/// A ratio of two sums in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Above the line.
    pub num: u64,
    /// Below the line; not 0.
    pub den: u64,
}

impl Ratio {
    /// One sum over another; nothing when there is no ratio because the other is nothing, or either is negative.
    #[must_use]
    pub fn of(part: i64, whole: i64) -> Option<Self> {
        let (num, den) = (u64::try_from(part).ok()?, u64::try_from(whole).ok()?);
        let common = (den > 0).then(|| divisor(num, den))?;
        Some(Self { num: num / common, den: den / common })
    }
}

impl GrantTerms {
    /// How many times the own share was granted; nothing when there was none.
    #[must_use]
    pub fn ratio(&self) -> Option<Ratio> {
        Ratio::of(self.fen, self.own)
    }
}

/// The greatest common divisor; of 0 and a number that number.
fn divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Text, meeting::agenda::MatchBase, meeting::ledger::Sum};

    fn range(own: i64, min: (u32, u32), max: (u32, u32), cap: Option<i64>) -> MatchRange {
        let fraction = |(num, den)| Fraction { num, den };
        let (min, max) = (fraction(min), fraction(max));
        let rule = MatchRule { from: Text::default(), min, max, cap, base: MatchBase::Received };
        let totals = Totals { own: Sum { pledged: 1, received: own, refunded: 0 }, ..Totals::default() };
        MatchRange::of(&rule, &totals)
    }

    #[test]
    fn a_match_is_exact_and_rounded_down() {
        let rows = [
            (4_000_000, (3, 1), (5, 1), None, (12_000_000, 20_000_000, false)),
            (0, (3, 1), (5, 1), None, (0, 0, false)),
            (4_000_000, (3, 1), (5, 1), Some(15_000_000), (12_000_000, 15_000_000, true)),
            (4_000_000, (3, 1), (5, 1), Some(20_000_000), (12_000_000, 20_000_000, false)),
            (4_000_000, (3, 1), (5, 1), Some(10_000_000), (10_000_000, 10_000_000, true)),
            (1_001, (1, 2), (2, 3), None, (500, 667, false)),
            (i64::MAX, (3, 1), (5, 1), None, (i64::MAX, i64::MAX, false)),
            (100, (1, 0), (1, 1), Some(-5), (0, 0, true)),
        ];
        for (own, min, max, cap, (low, high, capped)) in rows {
            assert_eq!(range(own, min, max, cap), MatchRange { own, low, high, capped }, "{own} {min:?} {max:?}");
        }
    }

    #[test]
    fn the_story_s_match_lies_within_the_rule() {
        let range = range(4_000_000, (3, 1), (5, 1), None);
        assert_eq!((range.total_low(), range.total_high()), (16_000_000, 24_000_000));
        assert!(range.holds(20_000_000) && range.holds(12_000_000));
        assert!(!range.holds(20_000_001) && !range.holds(11_999_999));
    }

    #[test]
    fn a_ratio_is_kept_in_lowest_terms() {
        let rows = [
            (20_000_000, 4_000_000, Some((5, 1))),
            (14_000_000, 4_000_000, Some((7, 2))),
            (0, 5, Some((0, 1))),
            (5, 0, None),
            (-1, 5, None),
        ];
        for (part, whole, ratio) in rows {
            assert_eq!(Ratio::of(part, whole), ratio.map(|(num, den)| Ratio { num, den }), "{part}/{whole}");
        }
    }
}
