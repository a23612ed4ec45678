//! Results of votes in words: outcome, figures, margins, what can still become of it.

use super::{Counted, Locale, count, hundredths, measure_words, voices_words};
use crate::{
    domain::meeting::rule::{
        Choice, Counts, Measure, Outcome, Prospect, Regime, Silent, Taking, Tested, Threshold, Verdict,
    },
    tr,
};

/// What an outcome is called.
#[must_use]
pub fn outcome_words(locale: &Locale, outcome: Outcome) -> String {
    match outcome {
        Outcome::NotValid => tr!(locale, "verdict-not-valid"),
        Outcome::Carried => tr!(locale, "verdict-carried"),
        Outcome::Lost => tr!(locale, "verdict-lost"),
    }
}

/// What a choice is called.
#[must_use]
pub fn choice_words(locale: &Locale, choice: Choice) -> String {
    match choice {
        Choice::For => tr!(locale, "verdict-for"),
        Choice::Against => tr!(locale, "verdict-against"),
        Choice::Abstain => tr!(locale, "verdict-abstain"),
        Choice::Spoiled => tr!(locale, "verdict-spoiled"),
    }
}

/// Whether the vote can still turn.
#[must_use]
pub fn prospect_words(locale: &Locale, prospect: Prospect) -> String {
    match prospect {
        Prospect::Certain => tr!(locale, "verdict-certain"),
        Prospect::Open => tr!(locale, "verdict-open"),
        Prospect::Lost => tr!(locale, "verdict-hopeless"),
    }
}

/// A figure of one measure without its unit: `3 102.40` of area, `41` of heads.
#[must_use]
pub fn weight_figure(measure: Measure, amount: u64) -> String {
    match measure {
        Measure::Area => hundredths(i64::try_from(amount).unwrap_or(i64::MAX)),
        Measure::Heads | Measure::Ballots => amount.to_string(),
    }
}

/// A figure of one measure with its unit: `2 户`, `31.40 ㎡`, `5 票`. Heads are owners where owners decide, else people.
#[must_use]
pub fn weight_words(locale: &Locale, regime: Regime, measure: Measure, amount: u64) -> String {
    match measure {
        Measure::Area => tr!(locale, "number-area", amount = weight_figure(measure, amount)),
        Measure::Ballots => tr!(locale, "verdict-ballots", count = amount),
        Measure::Heads if matches!(regime, Regime::Owners(_) | Regime::Unanimous) => {
            tr!(locale, "verdict-owners", count = amount)
        }
        Measure::Heads => count(locale, Counted::People, amount),
    }
}

/// By how much a test passed or failed: `还差 31.40 ㎡`, `多 2 户`, `刚好达到`.
#[must_use]
pub fn margin(locale: &Locale, regime: Regime, tested: &Tested) -> String {
    let amount = |amount| weight_words(locale, regime, tested.test.measure, amount);
    let most = matches!(tested.test.threshold, Threshold::AtMost(_));
    match (most, tested.passed) {
        (true, true) => tr!(locale, "verdict-within"),
        (true, false) => tr!(locale, "verdict-over", amount = amount(tested.missing())),
        (false, false) => tr!(locale, "verdict-missing", amount = amount(tested.missing())),
        (false, true) if tested.spare() == 0 => tr!(locale, "verdict-exact"),
        (false, true) => tr!(locale, "verdict-spare", amount = amount(tested.spare())),
    }
}

/// What a test weighs: `赞成的面积`, `area voting for`.
#[must_use]
pub fn tested_name(locale: &Locale, tested: &Tested) -> String {
    let measure = measure_words(locale, tested.test.measure);
    tr!(locale, "verdict-what", part = voices_words(locale, tested.test.part), measure = measure)
}

/// A test with its figures on one line: `赞成的面积 2 511.10 / 3 102.40 ㎡，要 2 326.80 ㎡，多 184.30 ㎡`.
#[must_use]
pub fn tested_line(locale: &Locale, regime: Regime, tested: &Tested) -> String {
    let measure = tested.test.measure;
    let words = |amount| weight_words(locale, regime, measure, amount);
    let most = matches!(tested.test.threshold, Threshold::AtMost(_));
    let needed = words(tested.needed);
    let needed =
        if most { tr!(locale, "verdict-most", amount = needed) } else { tr!(locale, "verdict-least", amount = needed) };
    tr!(
        locale,
        "verdict-line",
        what = tested_name(locale, tested),
        part = weight_figure(measure, tested.part),
        whole = words(tested.whole),
        needed = needed,
        margin = margin(locale, regime, tested)
    )
}

/// The outcome, and for one that was not carried which tests failed and by how much: `未通过：赞成的面积还差 31.40 ㎡`.
#[must_use]
pub fn verdict_words(locale: &Locale, regime: Regime, verdict: &Verdict) -> String {
    let failed = verdict.failed().map(|tested| {
        let margin = margin(locale, regime, tested);
        tr!(locale, "verdict-failed", what = tested_name(locale, tested), margin = margin)
    });
    let outcome = outcome_words(locale, verdict.outcome);
    match failed.reduce(|first, second| tr!(locale, "verdict-and", first = first, second = second)) {
        Some(why) => tr!(locale, "verdict-because", outcome = outcome, why = why),
        None => outcome,
    }
}

/// Why there is a second result beside the strict one: what became of the silent ballots, and by which rule. Nothing where
/// silent ballots simply take no part.
#[must_use]
pub fn joined_words(locale: &Locale, regime: Regime, counts: &Counts, taking: &Taking) -> Option<String> {
    let Silent::JoinMajority { citation } = &taking.silent else { return None };
    let heads = weight_words(locale, regime, Measure::Heads, counts.silent.heads);
    let source = citation.get(locale.lang()).to_owned();
    Some(match counts.majority() {
        Some(side) => tr!(locale, "verdict-joined", source = source, heads = heads, side = choice_words(locale, side)),
        None => tr!(locale, "verdict-joined-nobody", source = source, heads = heads),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Lang, Text,
        meeting::rule::{Discussion, Matter, Rule, Weight},
    };

    fn w(heads: u64, area: u64) -> Weight {
        Weight { heads, area, ballots: heads }
    }

    fn said(rule: &Rule, yes: Weight, no: Weight) -> [String; 2] {
        let counts = Counts { entitled: w(60, 450_000), yes, no, ..Counts::default() };
        let verdict = rule.judge(&counts, &Taking::default()).strict;
        ["zh-CN", "en"].map(|lang| verdict_words(&Locale::new(&Lang::new(lang)), rule.regime, &verdict))
    }

    #[test]
    fn an_outcome_says_what_failed_and_by_how_much() {
        let rule = Rule::owners(Matter::Ordinary);
        let rows = [
            (w(33, 251_110), w(8, 59_130), "通过", "carried"),
            (
                w(38, 296_860),
                w(0, 0),
                "无效，参与的不够：参与表决的人数还差 2 户，参与表决的面积还差 31.40 ㎡",
                "not valid, too few took part: heads taking part 2 owners short, area taking part 31.40 m² short",
            ),
            (w(20, 250_000), w(20, 100_000), "未通过：赞成的人数还差 1 户", "lost: heads voting for 1 owner short"),
        ];
        for (yes, no, zh, en) in rows {
            assert_eq!(said(&rule, yes, no), [zh, en]);
        }
        let consent = said(&Rule::discussion(Discussion::Consent), w(9, 0), w(2, 0));
        assert_eq!(consent, ["未通过：反对的人数多出 2 人", "lost: heads voting against 2 people too many"]);
    }

    #[test]
    fn figures_stand_on_one_line() {
        let rule = Rule::owners(Matter::Special);
        let counts = Counts { entitled: w(60, 450_000), yes: w(30, 251_110), no: w(10, 59_130), ..Counts::default() };
        let verdict = rule.judge(&counts, &Taking::default()).strict;
        let zh = Locale::new(&Lang::new("zh-CN"));
        let lines: Vec<_> =
            verdict.quorum.iter().chain(&verdict.approval).map(|t| tested_line(&zh, rule.regime, t)).collect();
        assert_eq!(
            lines,
            [
                "参与表决的人数 40 / 60 户，要 40 户，刚好达到",
                "参与表决的面积 3 102.40 / 4 500.00 ㎡，要 3 000.00 ㎡，多 102.40 ㎡",
                "赞成的人数 30 / 40 户，要 30 户，刚好达到",
                "赞成的面积 2 511.10 / 3 102.40 ㎡，要 2 326.80 ㎡，多 184.30 ㎡",
            ]
        );
    }

    #[test]
    fn silent_ballots_are_said_with_their_rule() {
        let citation = Text::one(Lang::new("zh-CN"), "议事规则第九条");
        let taking = Taking { silent: Silent::JoinMajority { citation }, ..Taking::default() };
        let regime = Regime::Owners(Matter::Ordinary);
        let zh = Locale::new(&Lang::new("zh-CN"));
        let counts = Counts { yes: w(25, 1), no: w(15, 1), silent: w(20, 1), ..Counts::default() };
        assert_eq!(
            joined_words(&zh, regime, &counts, &taking).unwrap(),
            "另按议事规则第九条算：没交回的 20 户随多数，计入赞成。这种规定各地法院看法不一，所以两种结果都列出"
        );
        let tie = Counts { no: w(25, 1), ..counts };
        assert_eq!(
            joined_words(&zh, regime, &tie, &taking).unwrap(),
            "另按议事规则第九条算：赞成和反对一样多，没有多数可随，没交回的 20 户仍不算参与"
        );
        assert_eq!(joined_words(&zh, regime, &counts, &Taking::default()), None);
    }
}
