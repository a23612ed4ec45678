//! What holds of any rule and any counts, found out by trying every way.

use babahui::domain::{
    Text,
    meeting::{
        Fraction, Threshold,
        rule::{Choice, Counts, Measure, Prospect, Regime, Rule, Taking, Test, Voices, Weight},
    },
};
use proptest::prelude::*;

use super::{Carried, Lost, NotValid, ordinary, outcome, regimes, special, verdict_of, votes, w};

fn any_voices() -> impl Strategy<Value = Voices> {
    use Voices::{Consenting, Entitled, Objecting, Participating, Present, Valid};
    prop::sample::select(vec![Consenting, Objecting, Participating, Valid, Present, Entitled])
}

fn any_test() -> impl Strategy<Value = Test> {
    (prop::sample::select(Measure::ALL.to_vec()), any_voices(), any_voices(), 0u32..5, 1u32..5, 0usize..3).prop_map(
        |(measure, part, whole, num, den, kind)| {
            let fraction = Fraction { num, den };
            let thresholds = [Threshold::MoreThan(fraction), Threshold::AtLeast(fraction), Threshold::AtMost(fraction)];
            Test { measure, part, threshold: thresholds[kind], whole }
        },
    )
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let tests = || prop::collection::vec(any_test(), 0..3);
    let written = (tests(), tests()).prop_map(|(quorum, approval)| Rule {
        regime: Regime::Written,
        quorum,
        approval,
        citation: Text::default(),
    });
    prop_oneof![prop::sample::select(regimes()), written]
}

fn any_taking() -> impl Strategy<Value = Taking> {
    (any::<bool>(), any::<bool>()).prop_map(|(abstain, spoiled)| Taking { abstain, spoiled, ..Taking::default() })
}

fn any_weight() -> impl Strategy<Value = Weight> {
    (0u64..4, 0u64..6, 0u64..4).prop_map(|(heads, area, ballots)| Weight { heads, area, ballots })
}

prop_compose! {
    /// What was counted, with voters who have not spoken: all are on the roll, all are present but a few.
    fn any_vote()(
        yes in any_weight(), no in any_weight(), abstain in any_weight(), spoiled in any_weight(), away in any_weight(),
        areas in prop::collection::vec(0u64..6, 0..5),
    ) -> (Counts, Vec<Weight>) {
        let outstanding: Vec<Weight> = areas.into_iter().map(Weight::one).collect();
        let present = outstanding.iter().fold(yes.plus(no).plus(abstain).plus(spoiled), |sum, one| sum.plus(*one));
        let counts = Counts { entitled: present.plus(away), present, yes, no, abstain, spoiled, silent: Weight::default() };
        (counts, outstanding)
    }
}

/// The counts of every way these voters may fall: any choice, or none.
fn every_way(counts: Counts, outstanding: &[Weight]) -> Vec<Counts> {
    let mut ways = vec![counts];
    for one in outstanding {
        ways = ways
            .iter()
            .flat_map(|way| Choice::ALL.map(|choice| way.with(choice, *one)).into_iter().chain([*way]))
            .collect();
    }
    ways
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_prospect_is_what_trying_every_way_finds(rule in any_rule(), (counts, outstanding) in any_vote(), taking in any_taking()) {
        let weight = outstanding.iter().fold(Weight::default(), |sum, one| sum.plus(*one));
        let ways = every_way(counts, &outstanding);
        let carried = ways.iter().filter(|way| rule.verdict(way, &taking).outcome == Carried).count();
        let found = if carried == ways.len() { Prospect::Certain } else if carried == 0 { Prospect::Lost } else { Prospect::Open };
        let said = rule.prospect(&counts, weight, &taking);
        if rule.yes_never_hurts(&taking) || said != Prospect::Open {
            prop_assert_eq!(said, found);
        } else {
            prop_assert_ne!(found, Prospect::Certain);
        }
        prop_assert!(rule.regime == Regime::Written || rule.yes_never_hurts(&taking));
    }

    #[test]
    fn each_light_is_what_trying_every_way_finds(test in any_test(), (counts, outstanding) in any_vote(), taking in any_taking()) {
        prop_assume!(test.whole != Voices::Objecting && test.whole != Voices::Consenting);
        let weight = outstanding.iter().fold(Weight::default(), |sum, one| sum.plus(*one));
        let rule = Rule { regime: Regime::Written, quorum: vec![test], approval: Vec::new(), citation: Text::default() };
        let ways = every_way(counts, &outstanding);
        let passed = ways.iter().filter(|way| test.on(way, &taking).passed).count();
        let found = if passed == ways.len() { Prospect::Certain } else if passed == 0 { Prospect::Lost } else { Prospect::Open };
        prop_assert_eq!(rule.prospects(&counts, weight, &taking), [found]);
    }

    #[test]
    fn a_yes_more_never_loses_what_was_carried(
        rule in prop::sample::select(regimes()), (counts, _) in any_vote(), taking in any_taking(), more in any_weight(), from in 0usize..5,
    ) {
        // From those against, abstaining, spoiled, silent, or from among the present who did not vote.
        let mut counts = counts;
        let from = [&mut counts.no, &mut counts.abstain, &mut counts.spoiled, &mut counts.silent].into_iter().nth(from);
        let more = from.map_or(more, |from| {
            let moved = from.minus(from.minus(more));
            *from = from.minus(moved);
            moved
        });
        let after = counts.with(Choice::For, more);
        let before = Counts { present: after.present.plus(more), entitled: after.entitled.plus(more), ..counts };
        let after = Counts { present: before.present, entitled: before.entitled, ..after };
        if verdict_of(&rule, &before, &taking) == Carried {
            prop_assert_eq!(verdict_of(&rule, &after, &taking), Carried);
        }
    }

    #[test]
    fn without_a_quorum_nobody_helps_by_voting_no(
        rule in prop::sample::select(regimes()), (counts, _) in any_vote(), taking in any_taking(), one in any_weight(),
    ) {
        prop_assume!(rule.quorum.is_empty() && verdict_of(&rule, &counts, &taking) != Carried);
        prop_assert_ne!(verdict_of(&rule, &counts.with(Choice::Against, one), &taking), Carried);
    }

    #[test]
    fn what_is_needed_passes_and_one_less_does_not(num in 0u32..9, den in 1u32..9, whole in prop_oneof![0u64..50, 0..=u64::MAX / 16]) {
        let fraction = Fraction { num: num.min(den), den };
        for threshold in [Threshold::MoreThan(fraction), Threshold::AtLeast(fraction)] {
            let needed = threshold.needed(whole);
            prop_assert_eq!(threshold.reached(needed, whole), whole > 0);
            prop_assert!(!threshold.reached(needed - 1, whole) || (num == 0 && needed == 1));
        }
        let most = Threshold::AtMost(fraction);
        prop_assert!(most.reached(most.needed(whole), whole));
        prop_assert!(most.needed(whole).checked_add(1).is_none_or(|more| !most.reached(more, whole)));
    }

    #[test]
    fn the_formulas_of_the_law(heads in [0u64..40, 0..40, 0..40], area in [0u64..40, 0..40, 0..40]) {
        let [yes, no, rest] = [0, 1, 2].map(|n| w(heads[n], area[n]));
        let counts = votes(yes.plus(no).plus(rest), yes, no);
        let (all, taking) = (counts.entitled, yes.plus(no));
        let valid = all.area > 0 && all.heads > 0 && 3 * taking.area >= 2 * all.area && 3 * taking.heads >= 2 * all.heads;
        let by = |carried| if !valid { NotValid } else if carried { Carried } else { Lost };
        prop_assert_eq!(outcome(&ordinary(), &counts), by(2 * yes.area > taking.area && 2 * yes.heads > taking.heads));
        prop_assert_eq!(outcome(&special(), &counts), by(4 * yes.area >= 3 * taking.area && 4 * yes.heads >= 3 * taking.heads));
    }
}
