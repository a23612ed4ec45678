//! Exact fractions, and the two ways the law compares with them.

use serde::{Deserialize, Serialize};

/// A fraction of whole numbers, such as 2/3. Never a decimal: shares of votes are compared by cross-multiplication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fraction {
    /// Above the line.
    pub num: u32,
    /// Below the line; not 0.
    pub den: u32,
}

/// How much of a whole is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// 过: the fraction itself is not enough.
    MoreThan(Fraction),
    /// 以上: the fraction itself is enough (Civil Code art. 1259).
    AtLeast(Fraction),
    /// 不超过: at most so much, for counting objections. `0/1` is none at all.
    AtMost(Fraction),
}

impl Threshold {
    /// The fraction.
    #[must_use]
    pub fn fraction(self) -> Fraction {
        let (Self::MoreThan(f) | Self::AtLeast(f) | Self::AtMost(f)) = self;
        f
    }

    /// Whether `part` of `whole` reaches it; for [`Self::AtMost`], stays within it. Nothing of nothing is never enough, and
    /// never too much.
    ///
    /// ```
    /// use babahui::domain::meeting::{Fraction, Threshold};
    /// let two_thirds = Threshold::AtLeast(Fraction { num: 2, den: 3 });
    /// assert!(two_thirds.reached(40, 60) && !two_thirds.reached(39, 60));
    /// ```
    #[must_use]
    pub fn reached(self, part: u64, whole: u64) -> bool {
        self.holds(part, whole) && (whole > 0 || matches!(self, Self::AtMost(_)))
    }

    /// The comparison alone, also of nothing with nothing.
    pub(super) fn holds(self, part: u64, whole: u64) -> bool {
        let f = self.fraction();
        // 64 bits times 32 stays within 128.
        let (part, whole) = (u128::from(part) * u128::from(f.den), u128::from(whole) * u128::from(f.num));
        match self {
            Self::MoreThan(_) => part > whole,
            Self::AtLeast(_) => part >= whole,
            Self::AtMost(_) => part <= whole,
        }
    }

    /// The smallest part of `whole` that reaches it, 1 when the whole is nothing, since then nothing does; for
    /// [`Self::AtMost`] the greatest part that stays within it.
    #[must_use]
    pub fn needed(self, whole: u64) -> u64 {
        let f = self.fraction();
        let wanted = u128::from(whole) * u128::from(f.num);
        let den = u128::from(f.den.max(1));
        let needed = match self {
            Self::MoreThan(_) => wanted / den + 1,
            Self::AtLeast(_) => wanted.div_ceil(den).max(1),
            Self::AtMost(_) => wanted / den,
        };
        u64::try_from(needed).unwrap_or(u64::MAX)
    }
}
