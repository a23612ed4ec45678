//! What a public summary does not tell of a question, so that nobody can be found in it.

use crate::{
    domain::tally::{Base, ChoiceCount, Detail, Part, Share, Tally, withhold_parts},
    locale::Locale,
    tr,
};

/// Which figures of a question are withheld.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each figure is shown or not for itself")]
pub(super) struct Veil {
    /// How many answered.
    pub given: bool,
    /// How many did not.
    pub silent: bool,
    /// How many were not asked.
    pub not_asked: bool,
    /// The counts of its detail, in their order.
    pub counts: Vec<bool>,
    /// Mean and median.
    pub figures: bool,
}

impl Veil {
    /// Nothing is withheld.
    pub fn none() -> Self {
        Self::default()
    }

    /// What is withheld where counts under `least` are. How many gave no answer tells of nobody and is withheld only on
    /// another count's account.
    pub fn of(tally: &Tally, least: u64) -> Self {
        Self::over(tally, least, false)
    }

    /// The same where the reader may know from another question how many were asked: what is withheld must be safe also
    /// without anything being withheld on the account of those who were not.
    pub fn linked(tally: &Tally, least: u64) -> Self {
        let (mut veil, known) = (Self::over(tally, least, false), Self::over(tally, least, true));
        let either = |own: &mut bool, other: bool| *own |= other;
        either(&mut veil.given, known.given);
        either(&mut veil.silent, known.silent);
        either(&mut veil.figures, known.figures);
        veil.counts.iter_mut().zip(known.counts).for_each(|(own, other)| either(own, other));
        veil
    }

    /// Withholds how many were asked, because that would give away a withheld count of the question that decides it:
    /// everything that tells it, and one more count where all of them together would still add up to it. What is computed
    /// from such a question tells its counts themselves.
    pub fn unsure(&mut self, tally: &Tally, computed: bool) {
        (self.given, self.silent, self.not_asked, self.figures) = (true, true, true, true);
        let counts = counts(&tally.detail);
        self.counts.resize(counts.len(), false);
        if computed {
            self.counts.fill(true);
            return;
        }
        let asked = tally.base.given + silent(&tally.base);
        if matches!(tally.detail, Detail::Set(_)) {
            // Who picked a choice was asked: a choice that all picked tells how many that is.
            self.counts.iter_mut().zip(&counts).for_each(|(hide, count)| *hide |= *count > 0 && *count == asked);
            return;
        }
        let shown = || counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let sum: u64 = shown().filter(|(at, _)| !self.hides(*at)).map(|(_, count)| *count).sum();
        if sum > 0 && sum == asked {
            let least = shown().filter(|(at, _)| !self.hides(*at)).min_by_key(|(_, count)| **count).map(|(at, _)| at);
            if let Some(hide) = least.and_then(|at| self.counts.get_mut(at)) {
                *hide = true;
            }
        }
    }

    fn over(tally: &Tally, least: u64, asked_known: bool) -> Self {
        let (base, n) = (&tally.base, tally.base.given);
        let counts = counts(&tally.detail);
        let alone = matches!(tally.detail, Detail::Set(_));
        let cells = if counts.is_empty() || alone { vec![n] } else { counts.clone() };
        let (silent, not_asked) = ([silent(base)], [base.not_asked]);
        let part = |counts, open| Part { counts, open };
        let mut parts = vec![part(&cells, false), part(&silent, true)];
        parts.extend((!asked_known).then(|| part(&not_asked, false)));
        let found = withhold_parts(&parts, least);
        let row = |at: usize| found.rows.get(at).copied().unwrap_or_default();
        let small = |count: u64| count > 0 && count < least;
        // Who did not pick a choice is a group as well, of those who answered and of all.
        let of_set =
            |count: &u64| small(*count) || small(n - count.min(&n)) || small(base.rows - count.min(&base.rows));
        let counts = match (alone, found.cells.into_iter().next()) {
            (true, _) => counts.iter().map(|count| of_set(count) || n < least && *count > 0).collect(),
            (false, Some(cells)) if !counts.is_empty() => cells,
            _ => Vec::new(),
        };
        // A mean and a count less give the rest of the counts.
        let figures = row(0) || n < least || counts.contains(&true);
        Self { given: row(0), silent: row(1), not_asked: row(2), counts, figures }
    }

    /// Whether anything is.
    pub fn any(&self) -> bool {
        self.given || self.silent || self.not_asked || self.counts.contains(&true)
    }

    /// Whether a count of the detail is.
    pub fn hides(&self, at: usize) -> bool {
        self.counts.get(at).copied().unwrap_or_default()
    }
}

/// Put, and without a value for whatever reason.
pub(super) fn silent(base: &Base) -> u64 {
    base.blank + base.refusals()
}

/// The counts a detail is printed with; none where only n is.
pub(super) fn counts(detail: &Detail) -> Vec<u64> {
    match detail {
        Detail::Choices(all) | Detail::Set(all) => all.iter().map(|ChoiceCount { count, .. }| *count).collect(),
        Detail::Rank(all) => all.iter().map(|rank| rank.first.part).collect(),
        Detail::Numbers(Some(numbers)) => numbers.bins.iter().map(|bin| bin.count).collect(),
        Detail::Days(days) => days.iter().map(|(_, count)| *count).collect(),
        Detail::Times { hours, .. } => hours.clone(),
        Detail::Numbers(None) | Detail::Texts(_) | Detail::Given => Vec::new(),
    }
}

/// What stands in place of a figure that is withheld. The same for all: what was withheld on another's account would
/// give the other away if it looked different.
pub(super) fn withheld(l: &Locale) -> String {
    tr!(l, "report-withheld")
}

/// How long the bar of a count is drawn: of n, or of the longest where n is not told.
pub(super) fn length(count: u64, n: Option<u64>, longest: u64) -> Share {
    Share::new(count, n.unwrap_or(longest).max(1))
}
