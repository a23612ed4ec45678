//! Rules of deciding: exact fractions, weights in heads and area, tests, outcomes. Figures of the law with their articles.

mod counts;
mod judge;
mod prospect;
#[allow(clippy::module_inception, reason = "a rule is what this folder is about")]
mod rule;
mod statute;
mod threshold;
mod verdict;
mod weight;

pub use counts::{Choice, Counts, Silent, Taking};
pub use rule::{Discussion, Matter, Regime, Rule, Test, Voices};
pub use threshold::{Fraction, Threshold};
pub use verdict::{Judgement, Outcome, Prospect, Tested, Verdict};
pub use weight::{Measure, Weight};
