//! How far two coders agree: Cohen's kappa (1960), in whole numbers.

use std::collections::BTreeMap;

use super::{Code, Matters};

/// How two coders sorted the suggestions both of them coded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreement {
    /// How many suggestions both coded.
    pub both: u64,
    /// How many of them to the same.
    pub same: u64,
    /// What the first took them for, what the second did, and how many; the most first.
    pub pairs: Vec<(String, String, u64)>,
    /// The sum over everything of how often the first chose it times how often the second did.
    chance: u64,
}

/// Cohen's kappa.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kappa {
    /// Agreement beyond chance over what is possible beyond chance: at most 1, below 0 when chance would do better.
    Ratio {
        /// Above the line.
        numerator: i128,
        /// Below the line, more than 0.
        denominator: i128,
    },
    /// No suggestion was coded by both.
    NothingInCommon,
    /// Both took everything for the same one thing: chance alone explains that.
    AllTheSame,
}

impl Kappa {
    /// In thousandths, rounded towards 0; nothing where it is not defined.
    #[must_use]
    pub fn thousandths(self) -> Option<i64> {
        match self {
            Self::Ratio { numerator, denominator } => i64::try_from(numerator.saturating_mul(1000) / denominator).ok(),
            Self::NothingInCommon | Self::AllTheSame => None,
        }
    }
}

impl Agreement {
    /// Counts pairs of what the first and what the second said of the same suggestion.
    #[must_use]
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut counted: BTreeMap<(&str, &str), u64> = BTreeMap::new();
        for pair in pairs {
            *counted.entry(pair).or_default() += 1;
        }
        let (mut first, mut second) = (BTreeMap::<&str, u64>::new(), BTreeMap::<&str, u64>::new());
        for ((a, b), n) in &counted {
            *first.entry(a).or_default() += n;
            *second.entry(b).or_default() += n;
        }
        let mut found: Vec<(String, String, u64)> =
            counted.iter().map(|((a, b), n)| ((*a).to_owned(), (*b).to_owned(), *n)).collect();
        found.sort_by_key(|(_, _, n)| std::cmp::Reverse(*n));
        Self {
            both: counted.values().sum(),
            same: counted.iter().filter(|((a, b), _)| a == b).map(|(_, n)| n).sum(),
            pairs: found,
            chance: first.iter().map(|(what, n)| n * second.get(what).copied().unwrap_or_default()).sum(),
        }
    }

    /// The coefficient.
    #[must_use]
    pub fn kappa(&self) -> Kappa {
        let (n, chance) = (i128::from(self.both), i128::from(self.chance));
        match n * n - chance {
            _ if n == 0 => Kappa::NothingInCommon,
            0 => Kappa::AllTheSame,
            denominator => Kappa::Ratio { numerator: n * i128::from(self.same) - chance, denominator },
        }
    }
}

impl Matters {
    /// Everybody who coded a suggestion, in the order of their names.
    #[must_use]
    pub fn coders(&self) -> Vec<&str> {
        let mut coders: Vec<&str> =
            self.codings().flat_map(|(_, coding)| coding.by_coder.iter().map(|(coder, _)| coder.as_str())).collect();
        coders.sort_unstable();
        coders.dedup();
        coders
    }

    /// What a code comes down to when two coders are compared: its foremost concern, that of its foremost matter when it
    /// names none; empty when it was set aside.
    #[must_use]
    pub fn foremost<'a>(&'a self, code: &'a Code) -> &'a str {
        if let Some(concern) = code.concerns.first() {
            return concern;
        }
        let matter = code.matters.first().and_then(|id| self.matter(self.stands_for(*id)));
        matter.map_or("", |matter| matter.about.concern.as_str())
    }

    /// How far two coders agree on the concern, over the suggestions both coded.
    #[must_use]
    pub fn agreement(&self, first: &str, second: &str) -> Agreement {
        let by = |codes: &'_ [(String, Code)], who: &str| codes.iter().position(|(coder, _)| coder == who);
        Agreement::of(self.codings().filter_map(|(_, coding)| {
            let codes = &coding.by_coder;
            let (a, b) = (&codes[by(codes, first)?].1, &codes[by(codes, second)?].1);
            Some((self.foremost(a), self.foremost(b)))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(table: &[(&'static str, &'static str, usize)]) -> Agreement {
        Agreement::of(table.iter().flat_map(|(a, b, n)| std::iter::repeat_n((*a, *b), *n)))
    }

    #[test]
    fn kappa_of_tables_counted_by_hand() {
        // 50 grants read by two: 20 yes yes, 5 yes no, 10 no yes, 15 no no. Observed 0.7, by chance 0.5: 0.4.
        let table = counted(&[("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)]);
        assert_eq!((table.both, table.same), (50, 35));
        assert_eq!(table.kappa(), Kappa::Ratio { numerator: 500, denominator: 1250 });
        assert_eq!(table.kappa().thousandths(), Some(400));
        assert_eq!(counted(&[("a", "a", 3), ("b", "b", 2)]).kappa().thousandths(), Some(1000));
        assert_eq!(counted(&[("a", "b", 2), ("b", "a", 2)]).kappa().thousandths(), Some(-1000));
        assert_eq!(counted(&[]).kappa(), Kappa::NothingInCommon);
        assert_eq!(counted(&[("a", "a", 9)]).kappa(), Kappa::AllTheSame);
        assert_eq!(counted(&[("a", "b", 9)]).kappa().thousandths(), Some(0));
    }
}
