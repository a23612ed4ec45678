//! What can still become of a vote: the best and the worst that those who have not spoken can make of it.
//!
//! Each of them can say one of the four choices or nothing. A test compares two sums, so what one voice adds to it depends
//! only on what is said, in proportion to what the voice weighs: the extremes of a test are reached when all say the same.
//! Five sums answer for any number of voices.

use super::{Choice, Counts, Prospect, Rule, Taking, Test, Threshold, Voices, Weight};

impl Rule {
    /// What can still become of the vote when voices of this weight are outstanding: those who may still vote and have not.
    /// Takes the strict counting, as [`Rule::judge`] does first.
    ///
    /// Exact for every rule under which a voice for the motion never hurts it ([`Rule::yes_never_hurts`]), as under every
    /// rule that is not written out. For others, `Certain` and `Lost` are still never said wrongly, but `Open` may be said of
    /// a vote that is lost.
    #[must_use]
    pub fn prospect(&self, counts: &Counts, outstanding: Weight, taking: &Taking) -> Prospect {
        let ends = ends(counts, outstanding);
        let passes = |test: &Test, counts: &Counts| test.on(counts, taking).passed;
        if self.tests().all(|test| ends.iter().all(|end| passes(test, end))) {
            return Prospect::Certain;
        }
        let [all_for, ..] = &ends;
        let best = self.tests().all(|test| passes(test, all_for));
        let hopeless =
            || outstanding == Weight::default() || self.tests().any(|test| !test.within_reach(&ends, taking));
        if best || !(self.yes_never_hurts(taking) || hopeless()) { Prospect::Open } else { Prospect::Lost }
    }

    /// What can still become of each test by itself, those of the quorum first: for a light beside each.
    #[must_use]
    pub fn prospects(&self, counts: &Counts, outstanding: Weight, taking: &Taking) -> Vec<Prospect> {
        let ends = ends(counts, outstanding);
        let of = |test: &Test| {
            let passed = ends.iter().filter(|end| test.on(end, taking).passed).count();
            match passed {
                0 => Prospect::Lost,
                n if n == ends.len() => Prospect::Certain,
                _ => Prospect::Open,
            }
        };
        self.tests().map(of).collect()
    }

    /// Whether saying yes is always at least as good for the motion as saying anything else or nothing. A written rule need
    /// not be so: one that asks for at most some share of consent would be turned around.
    #[must_use]
    pub fn yes_never_hurts(&self, taking: &Taking) -> bool {
        self.tests().all(|test| {
            let others = Choice::ALL.into_iter().map(Some).chain([None]);
            // Of a whole that is nothing no share is enough, and only voices against could change that.
            let only_against = test.whole == Voices::Objecting && !matches!(test.threshold, Threshold::AtMost(_));
            let yes = test.gain(Some(Choice::For), taking);
            !only_against && others.into_iter().all(|other| test.gain(other, taking) <= yes)
        })
    }
}

/// The counts when all outstanding voices say the same, all for it first, last nothing.
fn ends(counts: &Counts, outstanding: Weight) -> [Counts; 5] {
    let [yes, no, abstain, spoiled] = Choice::ALL.map(|choice| counts.with(choice, outstanding));
    [yes, no, abstain, spoiled, *counts]
}

impl Test {
    /// What a voice of weight 1 adds to the side of passing.
    fn gain(&self, choice: Option<Choice>, taking: &Taking) -> i64 {
        let counts = choice.map_or_else(Counts::default, |choice| Counts::default().with(choice, Weight::one(1)));
        let heads = |voices| i64::from(counts.voices(voices, taking).heads > 0);
        let f = self.threshold.fraction();
        let gain = heads(self.part) * i64::from(f.den) - heads(self.whole) * i64::from(f.num);
        if matches!(self.threshold, Threshold::AtMost(_)) { -gain } else { gain }
    }

    /// Whether it could pass if the outstanding voices cared for it alone.
    fn within_reach(&self, ends: &[Counts; 5], taking: &Taking) -> bool {
        ends.iter().any(|end| {
            let weight = |voices| end.voices(voices, taking).get(self.measure);
            self.threshold.holds(weight(self.part), weight(self.whole))
        })
    }
}
