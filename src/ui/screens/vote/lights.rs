//! Where a vote stands: a light for each test of quorum and approval, and what can still become of it.
//!
//! A light is a mark and a colour: `✓` reached, `!` not yet, `✗` not any more.

use super::pieces::{Piece, columns};
use crate::{
    domain::meeting::{
        agenda::Way,
        motion::{Motion, Vote},
        rule::{Choice, Counts, Measure, Outcome, Prospect, Rule, Taking, Tested, Threshold},
    },
    locale::{
        Align, Locale, choice_words, margin, measure_words, outcome_words, pad, prospect_words, tested_name,
        voices_words, weight_figure, weight_words, width,
    },
    tr,
    ui::theme::{DONE, Meaning, WRONG},
};

/// A vote as it stands.
pub struct Standing {
    /// The figures so far.
    pub counts: Counts,
    /// Each test with what can still become of it.
    tests: Vec<(Tested, Prospect)>,
    /// Nothing while nothing was counted.
    outcome: Option<Outcome>,
    joined: Option<Outcome>,
    prospect: Option<Prospect>,
}

impl Standing {
    /// Of the figures so far.
    pub fn of(motion: &Motion, vote: &Vote, taking: &Taking) -> Self {
        Self::with(&motion.rule, vote, vote.counts(), taking)
    }

    /// Of other figures than those entered, such as figures being typed.
    pub fn with(rule: &Rule, vote: &Vote, counts: Counts, taking: &Taking) -> Self {
        let judgement = rule.judge(&counts, taking);
        let open = vote.way == Way::RollCall;
        let outstanding = vote.outstanding();
        let mut prospects = rule.prospects(&counts, outstanding, taking);
        if matches!(vote.way, Way::ShowOfHands | Way::Secret { .. }) {
            // Figures still being counted have settled nothing.
            prospects.fill(Prospect::Open);
        }
        let heads = Choice::ALL.map(|choice| counts.of(choice).heads);
        let begun = vote.way == Way::Consent || heads.iter().any(|heads| *heads > 0);
        let strict = judgement.strict;
        let tested = strict.quorum.iter().chain(&strict.approval).copied();
        Self {
            counts,
            tests: tested.zip(prospects).collect(),
            outcome: begun.then_some(strict.outcome),
            joined: judgement.joined.map(|verdict| verdict.outcome),
            prospect: open.then(|| rule.prospect(&counts, outstanding, taking)),
        }
    }

    /// Lines of lights: tests of the same voices beside each other where there is room.
    pub fn lights(&self, l: &Locale, motion: &Motion, room: u16) -> Vec<Vec<Piece>> {
        let mut rows: Vec<(&Tested, Vec<Piece>)> = Vec::new();
        let labels = self.tests.iter().map(|(tested, _)| width(&voices_words(l, tested.test.part)));
        let label_columns = labels.max().unwrap_or_default() + 2;
        for (tested, prospect) in &self.tests {
            let light = light(l, motion, tested, *prospect);
            let same = |other: &Tested| {
                let key = |tested: &Tested| (tested.test.part, tested.test.whole, tested.test.threshold);
                key(other) == key(tested)
            };
            match rows.last_mut() {
                Some((other, row)) if same(other) && columns(row) + columns(&light) + 3 <= room.into() => {
                    row.push(("   ".to_owned(), Meaning::Text));
                    row.extend(light);
                }
                Some((other, _)) if same(other) => {
                    let mut row = vec![(" ".repeat(label_columns), Meaning::Text)];
                    row.extend(light);
                    rows.push((tested, row));
                }
                _ => {
                    let label = voices_words(l, tested.test.part);
                    let mut row = vec![(pad(&label, label_columns, Align::Left), Meaning::Label)];
                    row.extend(light);
                    rows.push((tested, row));
                }
            }
        }
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// What it is now, and what can still become of it.
    pub fn now(&self, l: &Locale, motion: &Motion) -> Vec<Piece> {
        let mut pieces = vec![(format!("{}  ", tr!(l, "vote-now")), Meaning::Label)];
        let Some(outcome) = self.outcome else {
            pieces.push((tr!(l, "vote-nothing-yet"), Meaning::Muted));
            return pieces;
        };
        let (mark, meaning) = outcome_look(outcome);
        pieces.push((format!("{mark} {}", outcome_words(l, outcome)), meaning));
        if let Some(outcome) = self.joined {
            let words = tr!(l, "vote-now-joined", outcome = outcome_words(l, outcome));
            pieces.push((format!("   {words}"), outcome_look(outcome).1));
        }
        if let Some(prospect) = self.prospect {
            let meaning = match prospect {
                Prospect::Certain => Meaning::Good,
                Prospect::Open => Meaning::Warn,
                Prospect::Lost => Meaning::Bad,
            };
            pieces.push((format!("   {}", prospect_words(l, prospect)), meaning));
        }
        // Of several that fail the first is said; the lights show the others.
        if let Some((tested, _)) = self.tests.iter().find(|(tested, _)| !tested.passed) {
            let missing = margin(l, motion.rule.regime, tested);
            pieces.push((format!("   {} {missing}", tested_name(l, tested)), Meaning::Text));
        }
        pieces
    }

    /// What was said so far, and how many have not spoken.
    pub fn said(&self, l: &Locale, waiting: Option<usize>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (digit, choice) in (1..).zip(Choice::ALL) {
            let heads = self.counts.of(choice).heads;
            let digit: u8 = digit;
            if waiting.is_some() {
                // The key that says so stands beside it.
                pieces.push((format!("{digit} "), Meaning::Key));
            }
            pieces.push((format!("{} ", choice_words(l, choice)), Meaning::Label));
            pieces.push((format!("{heads}   "), choice_look(choice).1));
        }
        if let Some(waiting) = waiting {
            pieces.push((format!("{} ", tr!(l, "vote-waiting")), Meaning::Label));
            pieces.push((waiting.to_string(), if waiting == 0 { Meaning::Good } else { Meaning::Warn }));
        }
        pieces
    }
}

/// One test: what is measured, part and whole, its mark, what is needed.
fn light(l: &Locale, motion: &Motion, tested: &Tested, prospect: Prospect) -> Vec<Piece> {
    let measure = tested.test.measure;
    let (mark, meaning) = match (tested.passed, prospect) {
        (true, _) => (DONE, Meaning::Good),
        (false, Prospect::Lost) => (WRONG, Meaning::Bad),
        (false, _) => ("!", Meaning::Warn),
    };
    let whole = match measure {
        Measure::Area => weight_words(l, motion.rule.regime, measure, tested.whole),
        Measure::Heads | Measure::Ballots => tested.whole.to_string(),
    };
    let sign = if matches!(tested.test.threshold, Threshold::AtMost(_)) { "<=" } else { ">=" };
    vec![
        (format!("{} ", measure_words(l, measure)), Meaning::Label),
        (weight_figure(measure, tested.part), Meaning::Accent),
        (format!("/{whole} "), Meaning::Text),
        (mark.to_owned(), meaning),
        (format!(" {sign}{}", weight_figure(measure, tested.needed)), Meaning::Muted),
    ]
}

/// The mark of an outcome and its meaning.
pub fn outcome_look(outcome: Outcome) -> (&'static str, Meaning) {
    match outcome {
        Outcome::Carried => (DONE, Meaning::Good),
        Outcome::Lost => (WRONG, Meaning::Bad),
        Outcome::NotValid => ("!", Meaning::Warn),
    }
}

/// The mark of what somebody said and its meaning.
pub fn choice_look(choice: Choice) -> (&'static str, Meaning) {
    match choice {
        Choice::For => (DONE, Meaning::Good),
        Choice::Against => (WRONG, Meaning::Bad),
        Choice::Abstain => ("-", Meaning::Warn),
        Choice::Spoiled => ("x", Meaning::Muted),
    }
}
