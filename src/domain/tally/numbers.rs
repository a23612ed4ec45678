//! The tally of numbers and times from how often each distinct value was given.

use super::{Detail, Share};

/// The tally of a question about a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers {
    /// How many.
    pub count: u64,
    /// Their sum.
    pub sum: f64,
    /// Their mean.
    pub mean: f64,
    /// The middle one, of an even number the mean of the middle two.
    pub median: f64,
    /// The least.
    pub min: f64,
    /// The greatest.
    pub max: f64,
    /// Whether all are whole.
    pub whole: bool,
    /// Counts between round limits, ascending, empty ones between kept.
    pub bins: Vec<Bin>,
}

/// How many numbers lie from `from` (included) to `to` (left out).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// Lower limit, included.
    pub from: f64,
    /// Upper limit, left out.
    pub to: f64,
    /// How many.
    pub count: u64,
    /// Of n.
    pub share: Share,
}

/// Round limits for bins: `from`, `from + step`, ..
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Which multiple of the step the first limit is.
    first: f64,
    /// 1, 2 or 5 times `10^exponent`.
    mantissa: f64,
    exponent: i32,
    /// How many bins.
    bins: usize,
}

/// Distinct values, ascending, with their counts. There is at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    pairs: Vec<(f64, u64)>,
    count: u64,
}

impl Spread {
    /// From distinct values with their counts, each above 0, in any order.
    #[must_use]
    pub fn of(pairs: impl Iterator<Item = (f64, u64)>) -> Option<Self> {
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let count = pairs.iter().map(|p| p.1).sum();
        (!pairs.is_empty()).then_some(Self { pairs, count })
    }

    /// The value at a place of the ascending order, from 0.
    fn at(&self, place: u64) -> f64 {
        let mut before = 0;
        for (value, count) in &self.pairs {
            before += count;
            if place < before {
                return *value;
            }
        }
        self.pairs.last().map_or(0.0, |p| p.0)
    }

    /// Least and greatest.
    #[must_use]
    pub fn ends(&self) -> (f64, f64) {
        (self.pairs.first().map_or(0.0, |p| p.0), self.pairs.last().map_or(0.0, |p| p.0))
    }

    /// Whether all values are whole.
    #[must_use]
    pub fn whole(&self) -> bool {
        self.pairs.iter().all(|(value, _)| value.fract() == 0.0)
    }

    /// The tally.
    #[must_use]
    pub fn numbers(self) -> Numbers {
        let sum = sum(self.pairs.iter().map(|(value, count)| value * decimal(*count)));
        let (min, max) = self.ends();
        let whole = self.whole();
        let limits = Limits::round(min, max, whole);
        let mut bins: Vec<Bin> = (0..limits.bins)
            .map(|i| Bin { from: limits.at(i), to: limits.at(i + 1), count: 0, share: Share::new(0, self.count) })
            .collect();
        for (value, count) in &self.pairs {
            if let Some(bin) = bins.get_mut(limits.bin(*value)) {
                bin.count += count;
                bin.share.part += count;
            }
        }
        let middle = |place| self.at(place) / 2.0;
        let median = if self.count % 2 == 1 {
            self.at(self.count / 2)
        } else {
            middle(self.count / 2 - 1) + middle(self.count / 2)
        };
        Numbers { count: self.count, sum, mean: sum / decimal(self.count), median, min, max, whole, bins }
    }
}

impl Limits {
    /// At most twelve bins of 1, 2 or 5 times a power of ten that hold `min` and `max`; whole numbers never share less than 1.
    #[must_use]
    pub fn round(min: f64, max: f64, whole: bool) -> Self {
        let width = (max / 10.0 - min / 10.0).abs();
        let least = if whole { 1.0 } else { f64::MIN_POSITIVE };
        let (mut mantissa, mut exponent) = (1.0, exponent(if width > 0.0 { width } else { 1.0 }));
        if whole {
            exponent = exponent.max(0);
        }
        while scaled(mantissa, exponent) < width.max(least) {
            (mantissa, exponent) = match mantissa {
                1.0 => (2.0, exponent),
                2.0 => (5.0, exponent),
                _ => (1.0, exponent + 1),
            };
        }
        let step = scaled(mantissa, exponent);
        let first = (min / step).floor();
        let mut limits = Self { first, mantissa, exponent, bins: 1 };
        while limits.at(limits.bins) <= max && limits.bins < 13 {
            limits.bins += 1;
        }
        limits
    }

    /// The limit of that number.
    #[must_use]
    pub fn at(&self, number: usize) -> f64 {
        let steps = self.first + u32::try_from(number).map_or(0.0, f64::from);
        scaled(steps * self.mantissa, self.exponent)
    }

    /// How many bins there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bins
    }

    /// Whether there is no bin; there always is one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bins == 0
    }

    /// The bin of a value between the ends.
    #[must_use]
    pub fn bin(&self, value: f64) -> usize {
        (1..self.bins).take_while(|i| self.at(*i) <= value).count()
    }
}

/// The tally of times by hour.
pub(super) fn seconds(pairs: impl Iterator<Item = (u32, u64)>) -> Detail {
    let mut hours = vec![0; 24];
    let (mut first, mut last) = (None, None);
    for (second, count) in pairs.filter(|(_, count)| *count > 0) {
        if let Some(hour) = hours.get_mut(second as usize / 3600) {
            *hour += count;
        }
        first = Some(first.map_or(second, |f: u32| f.min(second)));
        last = Some(last.map_or(second, |l: u32| l.max(second)));
    }
    Detail::Times { hours, first, last }
}

/// `mantissa * 10^exponent`, dividing by the power where it is below one, so that 0.3 comes out as 0.3.
fn scaled(mantissa: f64, exponent: i32) -> f64 {
    if exponent >= 0 { mantissa * 10_f64.powi(exponent) } else { mantissa / 10_f64.powi(-exponent) }
}

/// The power of ten at or below a positive number.
#[allow(clippy::cast_possible_truncation, reason = "the logarithm of a finite number lies between -324 and 309")]
fn exponent(n: f64) -> i32 {
    n.log10().floor().clamp(-300.0, 300.0) as i32
}

/// A count as a decimal, to be shown.
#[allow(clippy::cast_precision_loss, reason = "only shown")]
fn decimal(n: u64) -> f64 {
    n as f64
}

/// Sum that carries what rounding loses (Neumaier), so that the order of answers does not show in the last digit.
fn sum(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0);
    for value in values {
        let next = sum + value;
        lost += if sum.abs() >= value.abs() { (sum - next) + value } else { (value - next) + sum };
        sum = next;
    }
    sum + lost
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbers(values: &[f64]) -> Numbers {
        let mut counts = std::collections::BTreeMap::new();
        for v in values {
            counts.entry(v.to_bits()).and_modify(|(_, n)| *n += 1).or_insert((*v, 1));
        }
        Spread::of(counts.into_values()).unwrap().numbers()
    }

    #[test]
    fn mean_median_and_bins_of_small_sets() {
        let cases: [(&[f64], f64, f64, &[f64]); 5] = [
            (&[3.0], 3.0, 3.0, &[3.0]),
            (&[1.0, 2.0, 2.0, 5.0], 2.5, 2.0, &[1.0, 2.0, 3.0, 4.0, 5.0]),
            (&[0.0, 95.0], 47.5, 47.5, &[0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0]),
            (&[0.1, 0.2, 0.3], 0.2, 0.2, &[0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3]),
            (&[-15.0, 5.0], -5.0, -5.0, &[-16.0, -14.0, -12.0, -10.0, -8.0, -6.0, -4.0, -2.0, 0.0, 2.0, 4.0]),
        ];
        for (values, mean, median, limits) in cases {
            let n = numbers(values);
            assert!((n.mean - mean).abs() < 1e-12, "{values:?}");
            assert!((n.median - median).abs() < 1e-12, "{values:?}");
            assert_eq!(n.bins.iter().map(|b| b.from).collect::<Vec<_>>(), limits, "{values:?}");
        }
    }

    proptest! {
        #[test]
        fn every_finite_number_lies_in_one_of_a_few_bins(
            values in proptest::collection::vec(prop_oneof![-1e6..1e6, any::<f64>().prop_filter("finite", |n| n.is_finite())], 1..40),
        ) {
            let n = numbers(&values);
            prop_assert_eq!(n.bins.iter().map(|b| b.count).sum::<u64>(), values.len() as u64);
            prop_assert!(n.bins.len() <= 13);
            prop_assert!(n.min <= n.median && n.median <= n.max);
        }
    }
}
