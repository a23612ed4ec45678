//! What the chair reads out when a vote is closed, sentence by sentence.
//!
//! A discussion is never said to have decided by law, and of an obvious majority no number is said.

use super::way;
use crate::{
    domain::meeting::{
        Meeting,
        agenda::Way,
        motion::{Motion, Vote},
        rule::{Choice, Counts, Measure, Outcome, Regime, Voices},
    },
    locale::{Locale, choice_words, joined_words, outcome_words, rule_words, share, verdict_words, weight_words},
    tr,
};

/// The sentences of a closed vote, in the order they are read; none while there is no result.
#[must_use]
pub fn read_out(locale: &Locale, meeting: &Meeting, motion: &Motion) -> Vec<String> {
    let Some(vote) = motion.vote.as_ref().filter(|vote| vote.closed.is_some()) else { return Vec::new() };
    let reading = Reading { locale, meeting, motion, vote, counts: vote.counts() };
    let mut said = vec![reading.opening()];
    match &vote.way {
        Way::Dots { options, .. } => {
            for (option, dots) in options.iter().zip(&vote.dots) {
                let (option, dots) = (option.get(locale.lang()), dots.unwrap_or_default());
                said.push(tr!(locale, "result-dots", option = option, count = dots));
            }
            said.push(tr!(locale, "result-dots-decide-nothing"));
        }
        Way::Consent => said.push(reading.objections()),
        _ if vote.clear.is_some() => said.push(reading.clear()),
        _ => {
            said.push(reading.turnout());
            said.push(reading.said());
            said.extend(reading.area());
        }
    }
    said.extend(reading.rule());
    said.extend(reading.outcome());
    said.extend(reading.joined());
    said.extend(reading.overridden());
    said
}

struct Reading<'a> {
    locale: &'a Locale,
    meeting: &'a Meeting,
    motion: &'a Motion,
    vote: &'a Vote,
    counts: Counts,
}

impl Reading<'_> {
    fn is_discussion(&self) -> bool {
        matches!(self.motion.rule.regime, Regime::Discussion(_))
    }

    /// A number of heads, or of papers where nobody knows whose they are.
    fn heads(&self, heads: u64) -> String {
        let papers = matches!(self.vote.way, Way::Secret { .. });
        let measure = if papers { Measure::Ballots } else { Measure::Heads };
        weight_words(self.locale, self.motion.rule.regime, measure, heads)
    }

    /// A number of heads, also where papers are counted.
    fn people(&self, heads: u64) -> String {
        weight_words(self.locale, self.motion.rule.regime, Measure::Heads, heads)
    }

    fn opening(&self) -> String {
        let l = self.locale;
        let text = self.motion.text().get(l.lang());
        if self.is_discussion() {
            tr!(l, "result-opening-discussion", text = text)
        } else {
            tr!(l, "result-opening", text = text)
        }
    }

    fn turnout(&self) -> String {
        let l = self.locale;
        let taking = self.meeting.motions.taking();
        let part = self.heads(self.counts.voices(Voices::Participating, taking).heads);
        let of_roll = matches!(self.motion.rule.regime, Regime::Owners(_) | Regime::Unanimous);
        let way = way(l, &self.vote.way);
        let (entitled, present) = (self.people(self.counts.entitled.heads), self.people(self.counts.present.heads));
        match self.meeting.attendance.entitled().heads {
            0 => tr!(l, "result-turnout-present", way = way, present = present, part = part),
            _ if of_roll => tr!(l, "result-turnout-roll", way = way, entitled = entitled, part = part),
            _ => tr!(l, "result-turnout", way = way, entitled = entitled, present = present, part = part),
        }
    }

    fn said(&self) -> String {
        let l = self.locale;
        let figure = |choice| {
            let heads = self.heads(self.counts.of(choice).heads);
            tr!(l, "result-figure", choice = choice_words(l, choice), heads = heads)
        };
        let spoiled = self.counts.spoiled.heads > 0 || matches!(self.vote.way, Way::Secret { .. });
        let choices = Choice::ALL.into_iter().filter(|choice| *choice != Choice::Spoiled || spoiled).map(figure);
        let words = choices.reduce(|first, second| tr!(l, "result-figures", first = first, second = second));
        let words = words.unwrap_or_default();
        if self.counts.silent.heads == 0 {
            return tr!(l, "result-said", figures = words);
        }
        tr!(l, "result-said-silent", figures = words, silent = self.heads(self.counts.silent.heads))
    }

    /// Areas, where the rule weighs them.
    fn area(&self) -> Option<String> {
        let l = self.locale;
        if !self.motion.rule.needs(Measure::Area) {
            return None;
        }
        let words = |area| weight_words(l, self.motion.rule.regime, Measure::Area, area);
        let part = self.counts.voices(Voices::Participating, self.meeting.motions.taking()).area;
        let (entitled, yes) = (self.counts.entitled.area, self.counts.yes.area);
        Some(tr!(
            l,
            "result-area",
            entitled = words(entitled),
            part = words(part),
            part_share = share(part, entitled),
            yes = words(yes),
            yes_share = share(yes, part)
        ))
    }

    fn objections(&self) -> String {
        let l = self.locale;
        let present = self.people(self.counts.present.heads);
        match self.vote.objections.len() {
            0 => tr!(l, "result-no-objection", present = present),
            count => tr!(l, "result-objections", present = present, count = self.people(count as u64)),
        }
    }

    fn clear(&self) -> String {
        let l = self.locale;
        match self.vote.clear {
            Some(Outcome::Lost) => tr!(l, "result-clear-against"),
            _ => tr!(l, "result-clear-for"),
        }
    }

    /// The rule, for what it decides.
    fn rule(&self) -> Option<String> {
        let rule = rule_words(self.locale, &self.motion.rule);
        let decides = self.vote.clear.is_some() || self.vote.judgement.is_some();
        let said = if self.is_discussion() { rule } else { tr!(self.locale, "result-rule", rule = rule) };
        decides.then_some(said)
    }

    fn outcome(&self) -> Option<String> {
        let l = self.locale;
        let regime = self.motion.rule.regime;
        let words = match (self.vote.clear, &self.vote.judgement) {
            (Some(outcome), _) => outcome_words(l, outcome),
            (None, Some(judgement)) => verdict_words(l, regime, &judgement.strict),
            (None, None) => return None,
        };
        Some(if self.is_discussion() {
            tr!(l, "result-outcome-discussion", outcome = words)
        } else {
            tr!(l, "result-outcome", outcome = words)
        })
    }

    /// The result under a rule for silent ballots, beside the strict one.
    fn joined(&self) -> Option<String> {
        let l = self.locale;
        let regime = self.motion.rule.regime;
        let joined = self.vote.judgement.as_ref()?.joined.as_ref()?;
        let why = joined_words(l, regime, &self.counts, self.meeting.motions.taking())?;
        Some(tr!(l, "result-joined", why = why, outcome = verdict_words(l, regime, joined)))
    }

    /// An outcome set by hand, with the computed one.
    fn overridden(&self) -> Option<String> {
        let l = self.locale;
        let (outcome, reason) = self.motion.overridden.as_ref()?;
        let outcome = outcome_words(l, *outcome);
        Some(match self.motion.computed() {
            Some(computed) => {
                let computed = outcome_words(l, computed);
                tr!(l, "result-overridden", outcome = outcome, reason = reason.as_str(), computed = computed)
            }
            None => tr!(l, "result-set", outcome = outcome, reason = reason.as_str()),
        })
    }
}
