//! 公示: what was decided, by which figures and which rule, and how to object until when.

use crate::{
    domain::meeting::{
        agenda::Way,
        minutes::{Minutes, MotionEnd, MotionMinutes, Posting},
        rule::{Counts, Measure, Voices},
    },
    locale::{
        Locale, date_long, joined_words, outcome_words, rule_words, share, verdict_words, weight_figure, weight_words,
    },
    report::{Class, Document, blank},
    tr,
};

/// Columns where a day or words are still to be written by hand.
const OPEN: usize = 12;

/// The posting of what a meeting decided.
#[must_use]
pub fn posting_document(locale: &Locale, minutes: &Minutes, posting: Option<&Posting>) -> Document {
    let l = locale;
    let minutes = &minutes.public();
    let heading = &minutes.heading;
    let mut page = Document::new(l, Class::Public, tr!(l, "posting-title", title = heading.title.clone()));
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| blank(OPEN), |day| date_long(l, day));
    let (on, until) = (day(posting.map(|p| p.on)), day(posting.map(|p| p.until)));
    page.fact(tr!(l, "posting-period"), tr!(l, "minutes-from-to", from = on, to = until.clone()));
    if let Some(began) = heading.began {
        page.fact(tr!(l, "posting-held"), date_long(l, began.date_naive()));
    }
    let decided = minutes.items.iter().flat_map(|item| &item.motions).filter(|motion| motion.end == MotionEnd::Closed);
    let mut number = 0;
    for motion in decided.filter(|motion| !matches!(motion.way, Way::Dots { .. })) {
        number += 1;
        matter(l, minutes, motion, number, &mut page);
    }
    if number == 0 {
        page.line(tr!(l, "posting-nothing"));
    }
    page.heading(1, tr!(l, "posting-objections"));
    let how = posting.map(|p| p.objections.trim().to_owned()).filter(|how| !how.is_empty());
    let how = how.unwrap_or_else(|| blank(OPEN));
    page.line(tr!(l, "posting-object", until = until, how = how));
    page.signatures(vec![tr!(l, "posting-by"), tr!(l, "minutes-date")]);
    page
}

fn matter(l: &Locale, minutes: &Minutes, motion: &MotionMinutes, number: usize, page: &mut Document) {
    let regime = motion.rule.regime;
    let text = motion.text().get(l.lang()).trim().to_owned();
    page.heading(1, tr!(l, "posting-matter", number = number, text = text));
    page.fact(tr!(l, "minutes-rule"), rule_words(l, &motion.rule));
    if let Some(counts) = &motion.counts {
        figures(l, minutes, motion, counts, page);
    }
    let outcome = motion.outcome.map(|outcome| outcome_words(l, outcome)).unwrap_or_default();
    let result = match (&motion.overridden, motion.clear, &motion.judgement) {
        (Some(reason), ..) => tr!(l, "minutes-overridden", outcome = outcome, reason = reason.clone()),
        (None, Some(_), _) => tr!(l, "minutes-clear", outcome = outcome),
        (None, None, Some(judgement)) => verdict_words(l, regime, &judgement.strict),
        (None, None, None) => outcome,
    };
    page.fact(tr!(l, "minutes-result"), result);
    if let Some(computed) = motion.computed {
        page.fact(tr!(l, "minutes-computed"), outcome_words(l, computed));
    }
    let joined = motion.judgement.as_ref().and_then(|judgement| judgement.joined.as_ref());
    if let Some((joined, counts)) = joined.zip(motion.counts.as_ref()).filter(|(_, counts)| counts.silent.heads > 0) {
        page.line(joined_words(l, regime, counts, &minutes.heading.taking).unwrap_or_default());
        page.fact(tr!(l, "minutes-joined"), verdict_words(l, regime, joined));
    }
}

/// All, participating with their share of all, consenting with their share of the participating; in heads, and in area
/// where the vote knows it.
fn figures(l: &Locale, minutes: &Minutes, motion: &MotionMinutes, counts: &Counts, page: &mut Document) {
    let regime = motion.rule.regime;
    let taking = &minutes.heading.taking;
    let (all, part) = (counts.voices(Voices::Entitled, taking), counts.voices(Voices::Participating, taking));
    let yes = counts.voices(Voices::Consenting, taking);
    let knows_area = all.area > 0 && (motion.rule.needs(Measure::Area) || motion.way == Way::RollCall);
    let measures = [Some(Measure::Heads), knows_area.then_some(Measure::Area)];
    for measure in measures.into_iter().flatten() {
        let (all, part, yes) = (all.get(measure), part.get(measure), yes.get(measure));
        let label = match measure {
            Measure::Area => tr!(l, "posting-area"),
            Measure::Heads | Measure::Ballots => tr!(l, "posting-heads"),
        };
        let words = tr!(
            l,
            "posting-figures",
            all = weight_words(l, regime, measure, all),
            part = weight_figure(measure, part),
            part_share = share(part, all),
            yes = weight_figure(measure, yes),
            yes_share = share(yes, part)
        );
        page.fact(label, words);
    }
}
