//! What stands below the large figures of a result: the sentences to read out, then every test, then what was done by hand.

use crate::{
    domain::meeting::{Meeting, motion::Motion},
    locale::{
        Locale,
        meeting::{read_out, tellers},
        tested_line, time_short,
    },
    tr,
    ui::theme::{DONE, Meaning, WRONG},
};

/// Paragraphs with their meanings.
pub fn facts(l: &Locale, meeting: &Meeting, motion: &Motion) -> Vec<(Meaning, String)> {
    let sentences = read_out(l, meeting, motion).into_iter();
    // One sentence a line: a chair who looks up finds the next one again.
    let mut facts: Vec<_> = sentences.map(|sentence| (Meaning::Text, sentence)).collect();
    let Some(vote) = &motion.vote else { return facts };
    if let Some(judgement) = &vote.judgement {
        facts.push((Meaning::Text, String::new()));
        for tested in judgement.strict.quorum.iter().chain(&judgement.strict.approval) {
            let (mark, meaning) = if tested.passed { (DONE, Meaning::Good) } else { (WRONG, Meaning::Bad) };
            facts.push((meaning, format!("{mark} {}", tested_line(l, motion.rule.regime, tested))));
        }
    }
    if let Some(joined) = vote.judgement.as_ref().and_then(|judgement| judgement.joined.as_ref()) {
        facts.push((Meaning::Label, tr!(l, "result-joined-tests")));
        for tested in joined.quorum.iter().chain(&joined.approval) {
            let (mark, meaning) = if tested.passed { (DONE, Meaning::Good) } else { (WRONG, Meaning::Bad) };
            facts.push((meaning, format!("{mark} {}", tested_line(l, motion.rule.regime, tested))));
        }
    }
    for (teller, names) in tellers(l, &motion.tellers) {
        facts.push((Meaning::Label, tr!(l, "vote-teller", teller = teller, names = names)));
    }
    for (number, objection) in (1..).zip(&vote.objections) {
        let number: u32 = number;
        let who = if objection.by.is_empty() { tr!(l, "vote-somebody") } else { objection.by.clone() };
        let words = tr!(l, "vote-objection", number = number, who = who, reason = objection.reason.as_str());
        facts.push((Meaning::Text, words));
    }
    for (at, reason) in &motion.reopened {
        let words = tr!(l, "result-reopened", time = time_short(at.wall.time()), reason = reason.as_str());
        facts.push((Meaning::Warn, words));
    }
    if !motion.posted {
        facts.push((Meaning::Warn, format!("! {}", tr!(l, "vote-not-posted"))));
    }
    facts
}

/// A text whose figures are not torn from each other or from their units at the end of a line.
pub fn together(text: &str) -> String {
    let mut figure = false;
    let keep = |c: char| {
        let kept = if c == ' ' && figure { '\u{a0}' } else { c };
        figure = c.is_ascii_digit();
        kept
    };
    text.chars().map(keep).collect()
}
