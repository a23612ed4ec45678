//! Rules of deciding in words, with where they come from.

use super::Locale;
use crate::{
    domain::meeting::{
        Fraction, Threshold,
        rule::{Discussion, Matter, Measure, Regime, Rule, Test, Voices},
    },
    tr,
};

/// What a rule is called, with its source: `民法典第278条 特别事项`. For a written rule its citation, as the file has it.
#[must_use]
pub fn rule_citation(locale: &Locale, rule: &Rule) -> String {
    match rule.regime {
        Regime::Discussion(_) => tr!(locale, "rule-source-discussion"),
        Regime::ResidentsMeeting => tr!(locale, "rule-source-residents"),
        Regime::Owners(Matter::Ordinary) => tr!(locale, "rule-source-ordinary"),
        Regime::Owners(Matter::Special) => tr!(locale, "rule-source-special"),
        Regime::Unanimous => tr!(locale, "rule-source-unanimous"),
        Regime::Written => rule.citation.get(locale.lang()).to_owned(),
    }
}

/// A rule in words after its source: what must be reached, and of what.
#[must_use]
pub fn rule_words(locale: &Locale, rule: &Rule) -> String {
    let words = match rule.regime {
        Regime::Discussion(Discussion::Majority) => tr!(locale, "rule-majority"),
        Regime::Discussion(Discussion::TwoThirds) => tr!(locale, "rule-two-thirds"),
        Regime::Discussion(Discussion::Consent) => tr!(locale, "rule-consent"),
        Regime::ResidentsMeeting => tr!(locale, "rule-residents"),
        Regime::Owners(Matter::Ordinary) => tr!(locale, "rule-ordinary"),
        Regime::Owners(Matter::Special) => tr!(locale, "rule-special"),
        Regime::Unanimous => tr!(locale, "rule-unanimous"),
        Regime::Written => tests_words(locale, rule),
    };
    let source = rule_citation(locale, rule);
    if source.is_empty() { words } else { tr!(locale, "rule-cited", source = source, words = words) }
}

/// All tests as one sentence; those that differ only in what they measure are said together.
fn tests_words(locale: &Locale, rule: &Rule) -> String {
    let mut said: Vec<(&Test, Vec<Measure>)> = Vec::new();
    for tests in [&rule.quorum, &rule.approval] {
        let since = said.len();
        for test in tests {
            let same =
                |other: &Test| (other.part, other.threshold, other.whole) == (test.part, test.threshold, test.whole);
            match said[since..].iter_mut().find(|(other, _)| same(other)) {
                Some((_, measures)) => measures.push(test.measure),
                None => said.push((test, vec![test.measure])),
            }
        }
    }
    let sentences = said.iter().map(|(test, measures)| test_words(locale, test, measures));
    sentences.reduce(|first, second| tr!(locale, "rule-then", first = first, second = second)).unwrap_or_default()
}

fn test_words(locale: &Locale, test: &Test, measures: &[Measure]) -> String {
    let part = doing(locale, test.part);
    if test.threshold.fraction().num == 0 && matches!(test.threshold, Threshold::AtMost(_)) {
        return tr!(locale, "rule-none", part = part);
    }
    let each = if measures.len() > 1 { "many" } else { "one" };
    let names = measures.iter().map(|measure| measure_words(locale, *measure));
    let measures = names.reduce(|a, b| tr!(locale, "rule-and", a = a, b = b)).unwrap_or_default();
    let share = threshold_words(locale, test.threshold);
    tr!(
        locale,
        "rule-test",
        whole = voices_words(locale, test.whole),
        measures = measures,
        each = each,
        share = share,
        part = part
    )
}

/// What is weighed: heads, area, ballots.
#[must_use]
pub fn measure_words(locale: &Locale, measure: Measure) -> String {
    match measure {
        Measure::Heads => tr!(locale, "rule-heads"),
        Measure::Area => tr!(locale, "rule-area"),
        Measure::Ballots => tr!(locale, "rule-ballots"),
    }
}

/// Which voices, as they are named before a figure: `赞成的`, `voting for`.
#[must_use]
pub fn voices_words(locale: &Locale, voices: Voices) -> String {
    match voices {
        Voices::Consenting => tr!(locale, "rule-of-consenting"),
        Voices::Objecting => tr!(locale, "rule-of-objecting"),
        Voices::Participating => tr!(locale, "rule-of-participating"),
        Voices::Valid => tr!(locale, "rule-of-valid"),
        Voices::Present => tr!(locale, "rule-of-present"),
        Voices::Entitled => tr!(locale, "rule-of-entitled"),
    }
}

/// What these voices do: `赞成`, `vote for`.
fn doing(locale: &Locale, voices: Voices) -> String {
    match voices {
        Voices::Consenting => tr!(locale, "rule-consenting"),
        Voices::Objecting => tr!(locale, "rule-objecting"),
        Voices::Participating => tr!(locale, "rule-participating"),
        Voices::Valid => tr!(locale, "rule-valid"),
        Voices::Present => tr!(locale, "rule-present"),
        Voices::Entitled => tr!(locale, "rule-entitled"),
    }
}

/// A share in words where there are such words, `四分之三以上`; else with its figures.
#[must_use]
pub fn threshold_words(locale: &Locale, threshold: Threshold) -> String {
    let f = lowest(threshold.fraction());
    let fraction = fraction_words(locale, f);
    match (threshold, f.num, f.den) {
        (Threshold::MoreThan(_), 1, 2) => tr!(locale, "rule-more-than-half"),
        (Threshold::MoreThan(_), ..) => tr!(locale, "rule-more-than", fraction = fraction),
        (Threshold::AtLeast(_), 1, 1) => tr!(locale, "rule-all"),
        (Threshold::AtLeast(_), ..) => tr!(locale, "rule-at-least", fraction = fraction),
        (Threshold::AtMost(_), ..) => tr!(locale, "rule-at-most", fraction = fraction),
    }
}

fn fraction_words(locale: &Locale, f: Fraction) -> String {
    match (f.num, f.den) {
        (1, 2) => tr!(locale, "rule-half"),
        (1, 3) => tr!(locale, "rule-third"),
        (2, 3) => tr!(locale, "rule-two-of-three"),
        (1, 4) => tr!(locale, "rule-quarter"),
        (3, 4) => tr!(locale, "rule-three-of-four"),
        (1, 5) => tr!(locale, "rule-fifth"),
        (4, 5) => tr!(locale, "rule-four-of-five"),
        (num, den) => format!("{num}/{den}"),
    }
}

fn lowest(f: Fraction) -> Fraction {
    let (mut a, mut b) = (f.num, f.den);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    Fraction { num: f.num / a.max(1), den: f.den / a.max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lang, Text};

    fn both(rule: &Rule) -> [String; 2] {
        ["zh-CN", "en"].map(|lang| rule_words(&Locale::new(&Lang::new(lang)), rule))
    }

    #[test]
    fn the_law_is_said_with_its_article() {
        let [zh, en] = both(&Rule::owners(Matter::Special));
        assert_eq!(
            zh,
            "民法典第278条 特别事项：面积和人数各三分之二以上参与表决，参与表决的面积和人数各四分之三以上同意"
        );
        assert_eq!(
            en,
            "Civil Code art. 278, special matter: at least two thirds of heads and of area take part, and of these at least three quarters by heads and by area consent"
        );
        let [zh, en] = both(&Rule::discussion(Discussion::Consent));
        assert_eq!(zh, "院落商议，不是法定决定：没有人坚决反对就通过");
        assert_eq!(en, "By custom, not a statutory decision: carried when nobody firmly objects");
    }

    #[test]
    fn a_written_rule_is_said_test_by_test() {
        let test = |measure, part, threshold, whole| Test { measure, part, threshold, whole };
        let f = |num, den| Fraction { num, den };
        let two_thirds = Threshold::AtLeast(f(4, 6));
        let citation = Text(vec![(Lang::new("zh-CN"), "议事规则第八条".into()), (Lang::new("en"), "By-law 8".into())]);
        let mut rule = Rule {
            regime: Regime::Written,
            quorum: vec![
                test(Measure::Heads, Voices::Present, two_thirds, Voices::Entitled),
                test(Measure::Area, Voices::Present, two_thirds, Voices::Entitled),
            ],
            approval: vec![
                test(Measure::Ballots, Voices::Consenting, Threshold::MoreThan(f(1, 2)), Voices::Valid),
                test(Measure::Heads, Voices::Objecting, Threshold::AtMost(f(3, 20)), Voices::Present),
            ],
            citation,
        };
        let [zh, en] = both(&rule);
        assert_eq!(
            zh,
            "议事规则第八条：全体的人数和面积各三分之二以上到场，有效票的票数过半数赞成，到场的人数至多3/20反对"
        );
        assert_eq!(
            en,
            "By-law 8: at least two thirds of the heads and of the area on the roll are present, more than half of the ballots validly cast vote for, at most 3/20 of the heads present vote against"
        );
        rule.quorum.clear();
        rule.approval = vec![test(Measure::Heads, Voices::Objecting, Threshold::AtMost(f(0, 1)), Voices::Present)];
        rule.citation = Text::default();
        assert_eq!(both(&rule), ["没有人反对", "none vote against"]);
        rule.approval =
            vec![test(Measure::Heads, Voices::Consenting, Threshold::AtLeast(f(2, 2)), Voices::Participating)];
        assert_eq!(both(&rule), ["参与表决的人数全部赞成", "all of the heads taking part vote for"]);
    }
}
