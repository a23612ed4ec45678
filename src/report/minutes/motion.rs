//! One motion of the minutes: its text, the way of voting, the counts, the rule, the result.

use super::heading::{weight, with_door};
use crate::{
    domain::meeting::{
        agenda::Way,
        minutes::{BoxLine, Minutes, MotionEnd, MotionMinutes},
        motion::BoxCount,
        rule::{Choice, Counts, Measure, Verdict, Weight},
    },
    locale::{
        Locale, choice_words, date_time, joined_words, measure_words,
        meeting::{tellers, way},
        outcome_words, rule_words, tested_line, verdict_words, weight_figure, weight_words,
    },
    report::{Column, Document, Table},
    tr,
};

/// Writes a motion under a heading of this level; its number counts over the meeting.
pub(super) fn write(l: &Locale, minutes: &Minutes, motion: &MotionMinutes, at: (usize, u8), page: &mut Document) {
    let (number, level) = at;
    let text = motion.text().get(l.lang()).trim().to_owned();
    page.heading(level, tr!(l, "minutes-motion", number = number, text = text));
    if !motion.posted {
        page.line(tr!(l, "minutes-not-posted"));
    }
    wording(l, motion, page);
    match &motion.end {
        MotionEnd::NotPut => page.fact(tr!(l, "minutes-result"), tr!(l, "minutes-not-put")),
        MotionEnd::Withdrawn { reason } if reason.is_empty() => {
            page.fact(tr!(l, "minutes-result"), tr!(l, "minutes-withdrawn"));
        }
        MotionEnd::Withdrawn { reason } => {
            let reason = reason.clone();
            page.fact(tr!(l, "minutes-result"), tr!(l, "minutes-withdrawn-because", reason = reason));
        }
        MotionEnd::Open | MotionEnd::Closed => voted(l, minutes, motion, page),
    }
}

/// Texts it had before, who moved and seconded it.
fn wording(l: &Locale, motion: &MotionMinutes, page: &mut Document) {
    if let [earlier @ .., _] = motion.texts.as_slice() {
        for (at, version) in earlier.iter().enumerate() {
            let text = version.text.get(l.lang()).to_owned();
            let label = if at == 0 { tr!(l, "minutes-first-text") } else { tr!(l, "minutes-amended") };
            page.fact(label, by(l, text, &version.by));
        }
    }
    if let Some(last) = motion.texts.last().filter(|last| motion.texts.len() > 1 && !last.by.is_empty()) {
        page.fact(tr!(l, "minutes-amended-by"), last.by.clone());
    }
    for (label, name) in
        [(tr!(l, "minutes-moved"), &motion.moved_by), (tr!(l, "minutes-seconded"), &motion.seconded_by)]
    {
        if let Some(name) = name {
            page.fact(label, name.clone());
        }
    }
}

fn by(l: &Locale, words: String, by: &str) -> String {
    if by.is_empty() { words } else { tr!(l, "minutes-by", words = words, by = by.to_owned()) }
}

fn voted(l: &Locale, minutes: &Minutes, motion: &MotionMinutes, page: &mut Document) {
    let regime = motion.rule.regime;
    page.fact(tr!(l, "minutes-way"), way(l, &motion.way));
    for (teller, names) in tellers(l, &motion.tellers) {
        page.fact(teller, names);
    }
    if !matches!(motion.way, Way::Dots { .. }) {
        page.fact(tr!(l, "minutes-rule"), rule_words(l, &motion.rule));
    }
    if let Some(counts) = &motion.counts {
        if counts.present.heads > 0 {
            let (there, by_proxy) = (weight(l, regime, counts.present), u64::from(motion.by_proxy));
            let by_proxy = weight_words(l, regime, Measure::Heads, by_proxy);
            page.fact(tr!(l, "minutes-there"), tr!(l, "minutes-there-by-proxy", there = there, by_proxy = by_proxy));
        }
        page.table(count_table(l, motion, counts));
    }
    boxes(l, motion, page);
    if let Way::Dots { each, .. } = &motion.way {
        let each = *each;
        page.line(tr!(l, "minutes-dots-each", each = each));
        let mut table =
            Table::new(vec![Column::words(tr!(l, "minutes-option")), Column::number(tr!(l, "minutes-dots"))]);
        let figure = |dots: Option<u32>| dots.map_or_else(|| "-".to_owned(), |dots| dots.to_string());
        let row = |line: &crate::domain::meeting::minutes::DotLine| {
            vec![line.option.get(l.lang()).to_owned(), figure(line.dots)]
        };
        table.rows = motion.dots.iter().map(row).collect();
        page.table(table);
    }
    for objection in &motion.objections {
        page.fact(tr!(l, "minutes-objection"), by(l, objection.reason.clone(), &objection.by));
    }
    for reopened in &motion.reopened {
        let reason = reopened.reason.clone();
        page.fact(tr!(l, "minutes-vote-reopened"), tr!(l, "minutes-at", at = date_time(reopened.at), words = reason));
    }
    result(l, minutes, motion, page);
    named(l, motion, page);
}

/// The measures in which anything was counted.
fn measures(motion: &MotionMinutes, counts: &Counts) -> Vec<Measure> {
    let counted = |measure: Measure| {
        let mut voices = Choice::ALL.map(|choice| counts.of(choice)).into_iter().chain([counts.silent]);
        voices.any(|weight| weight.get(measure) > 0) || motion.rule.needs(measure)
    };
    let same = |weight: Weight| weight.heads == weight.ballots;
    // Papers and hands of one each say nothing that heads do not.
    let papers = motion.rule.needs(Measure::Ballots) || !Choice::ALL.iter().all(|choice| same(counts.of(*choice)));
    // Who consents by silence has an area, who objects by name has none that is known.
    let areas = motion.rule.needs(Measure::Area) || motion.way == Way::RollCall;
    let known = Measure::ALL.into_iter().filter(|measure| match measure {
        Measure::Heads => counted(*measure),
        Measure::Area => areas && counted(*measure),
        Measure::Ballots => papers && counted(*measure),
    });
    let known: Vec<Measure> = known.collect();
    if known.is_empty() { vec![Measure::Heads] } else { known }
}

fn count_table(l: &Locale, motion: &MotionMinutes, counts: &Counts) -> Table {
    let silent = counts.silent != Weight::default();
    let mut head = vec![String::new()];
    head.extend(Choice::ALL.map(|choice| choice_words(l, choice)));
    head.extend(silent.then(|| tr!(l, "minutes-silent")));
    let row = |measure: Measure| {
        let mut row = vec![measure_words(l, measure)];
        row.extend(Choice::ALL.map(|choice| weight_figure(measure, counts.of(choice).get(measure))));
        row.extend(silent.then(|| weight_figure(measure, counts.silent.get(measure))));
        row
    };
    let mut table = counted(head);
    table.rows = measures(motion, counts).into_iter().map(row).collect();
    table
}

/// A table of numbers, the first column of words.
fn counted(head: Vec<String>) -> Table {
    let column = |(at, head)| if at == 0 { Column::words(head) } else { Column::number(head) };
    Table::new(head.into_iter().enumerate().map(column).collect())
}

/// Papers box by box, where there is more than one.
fn boxes(l: &Locale, motion: &MotionMinutes, page: &mut Document) {
    if motion.boxes.len() < 2 {
        return;
    }
    let mut head = vec![tr!(l, "minutes-box"), tr!(l, "minutes-given"), tr!(l, "minutes-found")];
    head.extend(Choice::ALL.map(|choice| choice_words(l, choice)));
    let row = |line: &BoxLine| {
        let BoxCount { given, found, yes, no, abstain, spoiled } = line.count.unwrap_or_default();
        let mut row = vec![line.name.get(l.lang()).to_owned()];
        let figures = [given.ballots, found, yes.ballots, no.ballots, abstain.ballots, spoiled.ballots];
        row.extend(figures.map(|figure| if line.count.is_some() { figure.to_string() } else { "-".to_owned() }));
        row
    };
    let areas = |line: &BoxLine| {
        let BoxCount { given, yes, no, abstain, spoiled, .. } = line.count?;
        let figure = |voices: Weight| weight_figure(Measure::Area, voices.area);
        let mut row = vec![format!("  {}", measure_words(l, Measure::Area)), figure(given), String::new()];
        row.extend([yes, no, abstain, spoiled].map(figure));
        Some(row)
    };
    let by_area = motion.rule.needs(Measure::Area);
    let rows = motion.boxes.iter().flat_map(|line| [Some(row(line)), areas(line).filter(|_| by_area)]);
    let mut table = counted(head);
    table.rows = rows.flatten().collect();
    page.table(table);
}

fn result(l: &Locale, minutes: &Minutes, motion: &MotionMinutes, page: &mut Document) {
    let regime = motion.rule.regime;
    let label = tr!(l, "minutes-result");
    let Some(outcome) = motion.outcome else {
        let words = if motion.end == MotionEnd::Open { tr!(l, "minutes-vote-open") } else { tr!(l, "minutes-sounded") };
        page.fact(label, words);
        return;
    };
    match (&motion.overridden, motion.clear, &motion.judgement) {
        (Some(reason), ..) => {
            let (outcome, reason) = (outcome_words(l, outcome), reason.clone());
            page.fact(label, tr!(l, "minutes-overridden", outcome = outcome, reason = reason));
            if let Some(computed) = motion.computed {
                page.fact(tr!(l, "minutes-computed"), outcome_words(l, computed));
            }
        }
        (None, Some(_), _) => page.fact(label, tr!(l, "minutes-clear", outcome = outcome_words(l, outcome))),
        (None, None, Some(judgement)) => page.fact(label, verdict_words(l, regime, &judgement.strict)),
        (None, None, None) => page.fact(label, outcome_words(l, outcome)),
    }
    let Some(judgement) = &motion.judgement else { return };
    tests(l, motion, &judgement.strict, page);
    let Some((joined, counts)) = judgement.joined.as_ref().zip(motion.counts.as_ref()) else { return };
    if counts.silent == Weight::default() {
        return;
    }
    page.line(joined_words(l, regime, counts, &minutes.heading.taking).unwrap_or_default());
    page.fact(tr!(l, "minutes-joined"), verdict_words(l, regime, joined));
    tests(l, motion, joined, page);
}

fn tests(l: &Locale, motion: &MotionMinutes, verdict: &Verdict, page: &mut Document) {
    for tested in verdict.quorum.iter().chain(&verdict.approval) {
        page.entry("-", tested_line(l, motion.rule.regime, tested));
    }
}

/// Who said what, in the facilitator's edition.
fn named(l: &Locale, motion: &MotionMinutes, page: &mut Document) {
    if motion.named.is_empty() {
        return;
    }
    let comma = tr!(l, "minutes-comma");
    for choice in Choice::ALL.map(Some).into_iter().chain([None]) {
        let of = motion.named.iter().filter(|vote| vote.choice == choice).map(|vote| {
            let who = with_door(l, &vote.name, &vote.door);
            match &vote.proxy {
                None => who,
                Some(proxy) => tr!(l, "minutes-spoken-for", who = who, proxy = proxy.clone()),
            }
        });
        let names = of.collect::<Vec<_>>().join(&comma);
        if !names.is_empty() {
            let word = choice.map_or_else(|| tr!(l, "minutes-silent"), |choice| choice_words(l, choice));
            page.fact(tr!(l, "minutes-named", choice = word), names);
        }
    }
}
