//! The rules a motion is decided by: every boundary of the law, who counts for what, and what can still become of a vote.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use babahui::domain::{
    Lang, Text,
    meeting::{
        roll::{Voter, entitled, group, read_csv},
        rule::{
            Choice, Counts, Discussion, Matter, Measure, Outcome, Prospect, Rule, Silent, Taking, Tested, Verdict,
            Weight,
        },
    },
    survey::Table,
};
#[path = "meeting_rules/properties.rs"]
mod properties;

use Outcome::{Carried, Lost, NotValid};

fn ordinary() -> Rule {
    Rule::owners(Matter::Ordinary)
}

fn special() -> Rule {
    Rule::owners(Matter::Special)
}

/// So many heads with so much area in 0.01 m².
fn w(heads: u64, area: u64) -> Weight {
    Weight { heads, area, ballots: heads }
}

/// An owners' vote: all, for, against. Everybody entitled is present.
fn votes(all: Weight, yes: Weight, no: Weight) -> Counts {
    Counts { entitled: all, present: all, yes, no, ..Counts::default() }
}

fn outcome(rule: &Rule, counts: &Counts) -> Outcome {
    rule.judge(counts, &Taking::default()).strict.outcome
}

/// The figures of a verdict's failed tests: measure and what is missing.
fn missing(verdict: &Verdict) -> Vec<(Measure, u64)> {
    verdict.failed().map(|tested| (tested.test.measure, tested.missing())).collect()
}

#[test]
fn the_courtyard_that_wanted_a_charging_shed() {
    // 60 doors with 4 500.00 m², 41 taking part with 3 102.40 m², 33 for with 2 511.10 m².
    let counts = votes(w(60, 450_000), w(33, 251_110), w(8, 310_240 - 251_110));
    let verdict = special().judge(&counts, &Taking::default()).strict;
    assert_eq!(verdict.outcome, Carried);
    let figures = |tests: &[Tested]| tests.iter().map(|t| (t.part, t.whole, t.needed, t.spare())).collect::<Vec<_>>();
    assert_eq!(figures(&verdict.quorum), [(41, 60, 40, 1), (310_240, 450_000, 300_000, 10_240)]);
    assert_eq!(figures(&verdict.approval), [(33, 41, 31, 2), (251_110, 310_240, 232_680, 18_430)]);
    assert_eq!(verdict.failed().count(), 0);
}

/// What it is about, the rule, for, against, the outcome, and what is missing of the failed tests.
type OwnersRow = (&'static str, Rule, Weight, Weight, Outcome, &'static [(Measure, u64)]);

#[test]
fn owners_at_every_boundary() {
    let all = w(60, 600_000);
    let rows: &[OwnersRow] = &[
        ("exactly two thirds take part", ordinary(), w(40, 400_000), w(0, 0), Carried, &[]),
        ("a head less", ordinary(), w(39, 400_000), w(0, 0), NotValid, &[(Measure::Heads, 1)]),
        ("0.01 m² less", ordinary(), w(40, 399_999), w(0, 0), NotValid, &[(Measure::Area, 1)]),
        (
            "both less",
            ordinary(),
            w(30, 300_000),
            w(8, 68_600),
            NotValid,
            &[(Measure::Heads, 2), (Measure::Area, 31_400)],
        ),
        ("a tie of heads is lost", ordinary(), w(20, 300_000), w(20, 100_000), Lost, &[(Measure::Heads, 1)]),
        ("a tie of area is lost", ordinary(), w(30, 200_000), w(10, 200_000), Lost, &[(Measure::Area, 1)]),
        ("0.01 m² over half", ordinary(), w(21, 200_001), w(19, 200_000), Carried, &[]),
        ("half of an odd area", ordinary(), w(21, 200_000), w(19, 200_001), Lost, &[(Measure::Area, 1)]),
        ("exactly three quarters of both", special(), w(30, 300_000), w(10, 100_000), Carried, &[]),
        ("a head less than three quarters", special(), w(29, 300_000), w(11, 100_000), Lost, &[(Measure::Heads, 1)]),
        ("0.01 m² less than three quarters", special(), w(30, 299_999), w(10, 100_001), Lost, &[(Measure::Area, 1)]),
        (
            "carried ordinarily, lost specially",
            special(),
            w(29, 290_000),
            w(11, 110_000),
            Lost,
            &[(Measure::Heads, 1), (Measure::Area, 10_000)],
        ),
        ("heads carry, area fails", ordinary(), w(50, 100_000), w(10, 500_000), Lost, &[(Measure::Area, 200_001)]),
        ("area carries, heads fail", ordinary(), w(10, 500_000), w(50, 100_000), Lost, &[(Measure::Heads, 21)]),
        ("heads take part, area does not", ordinary(), w(59, 100_000), w(0, 0), NotValid, &[(Measure::Area, 300_000)]),
        ("area takes part, heads do not", ordinary(), w(1, 599_999), w(0, 0), NotValid, &[(Measure::Heads, 39)]),
        (
            "one giant owner alone decides nothing",
            special(),
            w(1, 550_000),
            w(39, 30_000),
            Lost,
            &[(Measure::Heads, 29)],
        ),
        ("nothing passes one giant owner", ordinary(), w(59, 50_000), w(1, 550_000), Lost, &[(Measure::Area, 250_001)]),
        ("nobody", ordinary(), w(0, 0), w(0, 0), NotValid, &[(Measure::Heads, 40), (Measure::Area, 400_000)]),
        ("all against", ordinary(), w(0, 0), w(60, 600_000), Lost, &[(Measure::Heads, 31), (Measure::Area, 300_001)]),
        ("all for", special(), w(60, 600_000), w(0, 0), Carried, &[]),
    ];
    for (name, rule, yes, no, wanted, short) in rows {
        let verdict = rule.judge(&votes(all, *yes, *no), &Taking::default()).strict;
        assert_eq!((verdict.outcome, missing(&verdict).as_slice()), (*wanted, *short), "{name}");
    }
}

#[test]
fn a_roll_without_area_or_without_heads_decides_nothing_by_them() {
    assert_eq!(outcome(&ordinary(), &votes(w(60, 0), w(60, 0), w(0, 0))), NotValid);
    assert_eq!(outcome(&ordinary(), &votes(w(0, 0), w(0, 0), w(0, 0))), NotValid);
    assert_eq!(outcome(&ordinary(), &votes(w(0, 600), w(0, 600), w(0, 0))), NotValid);
    assert_eq!(outcome(&Rule::unanimous(), &votes(w(0, 0), w(0, 0), w(0, 0))), Lost);
    assert_eq!(outcome(&Rule::unanimous(), &votes(w(60, 0), w(60, 0), w(0, 0))), Lost);
    assert_eq!(outcome(&Rule::residents_meeting(), &Counts::default()), NotValid);
    assert_eq!(outcome(&Rule::discussion(Discussion::Majority), &Counts::default()), Lost);
    // Owners whose areas are 0 still have a head each.
    assert_eq!(outcome(&ordinary(), &votes(w(3, 100), w(2, 100), w(1, 0))), Carried);
}

#[test]
fn nothing_overflows_at_a_thousand_million_units() {
    const UNITS: u64 = 1_000_000_000;
    let each = |heads: u64| w(heads, heads * 1_000_000_000);
    let all = each(UNITS);
    let (two_thirds, three_quarters) = (UNITS * 2 / 3 + 1, UNITS / 4 * 3);
    let rows = [
        (ordinary(), each(two_thirds), each(0), Carried),
        (ordinary(), each(two_thirds - 1), each(0), NotValid),
        (ordinary(), each(UNITS / 2), each(UNITS / 2), Lost),
        (ordinary(), each(UNITS / 2 + 1), each(UNITS / 2 - 1), Carried),
        (special(), each(three_quarters), each(UNITS / 4), Carried),
        (special(), each(three_quarters - 1), each(UNITS / 4 + 1), Lost),
        (special(), w(three_quarters, all.area / 4 * 3 - 1), w(UNITS / 4, all.area / 4 + 1), Lost),
        (Rule::unanimous(), all, each(0), Carried),
        (Rule::unanimous(), w(UNITS, all.area - 1), w(0, 1), Lost),
    ];
    for (rule, yes, no, wanted) in rows {
        assert_eq!(outcome(&rule, &votes(all, yes, no)), wanted, "{rule:?} {yes:?}");
    }
    let brim = w(u64::MAX, u64::MAX);
    assert_eq!(outcome(&special(), &votes(brim, brim, brim)), Carried, "sums stay at the greatest number");
    let half = each(UNITS / 2);
    assert_eq!(ordinary().prospect(&votes(all, half, each(0)), half, &Taking::default()), Prospect::Open);
    assert_eq!(ordinary().prospect(&votes(all, half, half), each(0), &Taking::default()), Prospect::Lost);
}

#[test]
fn residents_need_more_than_half_present_and_more_than_half_of_those() {
    let rule = Rule::residents_meeting();
    let rows = [
        (100, 50, 50, 0, NotValid),
        (100, 51, 26, 0, Carried),
        (101, 51, 26, 25, Carried),
        (101, 50, 50, 0, NotValid),
        (100, 52, 26, 0, Lost),
        (100, 52, 26, 26, Lost),
        (100, 52, 27, 25, Carried),
        (100, 100, 50, 0, Lost),
        (1, 1, 1, 0, Carried),
    ];
    for (all, present, yes, no, wanted) in rows {
        // The rest abstains or does not answer: both count as present.
        let rest = Weight::counted(present - yes - no);
        let silent = Counts {
            entitled: Weight::counted(all),
            present: Weight::counted(present),
            yes: Weight::counted(yes),
            no: Weight::counted(no),
            ..Counts::default()
        };
        let abstaining = Counts { abstain: rest, ..silent };
        for counts in [silent, abstaining] {
            assert_eq!(outcome(&rule, &counts), wanted, "{present}/{all}, {yes} for, {no} against");
        }
    }
}

#[test]
fn everyone_concerned_must_consent() {
    let all = w(3, 30_000);
    let rows = [
        (w(3, 30_000), w(0, 0), Carried),
        (w(2, 20_000), w(0, 0), Lost),
        (w(2, 20_000), w(1, 10_000), Lost),
        (w(3, 29_999), w(0, 0), Lost),
        (w(2, 30_000), w(1, 0), Lost),
    ];
    for (yes, no, wanted) in rows {
        assert_eq!(outcome(&Rule::unanimous(), &votes(all, yes, no)), wanted, "{yes:?}");
    }
}

#[test]
fn a_discussion_settles_by_heads_without_quorum() {
    use Discussion::{Consent, Majority, TwoThirds};
    let rows = [
        (Majority, 1, 0, 0, Carried),
        (Majority, 10, 10, 0, Lost),
        (Majority, 11, 10, 0, Carried),
        (Majority, 11, 9, 2, Lost),
        (Majority, 0, 0, 0, Lost),
        (TwoThirds, 20, 10, 0, Carried),
        (TwoThirds, 19, 10, 0, Lost),
        (TwoThirds, 20, 9, 2, Lost),
        (Consent, 0, 0, 0, Carried),
        (Consent, 0, 1, 0, Lost),
        (Consent, 40, 1, 0, Lost),
        (Consent, 40, 0, 3, Carried),
        (Consent, 0, 0, 30, Carried),
    ];
    for (discussion, yes, no, abstain, wanted) in rows {
        for present in [0, 43] {
            let [present, yes, no, abstain] = [present, yes, no, abstain].map(Weight::counted);
            let counts = Counts { present, yes, no, abstain, ..Counts::default() };
            assert_eq!(outcome(&Rule::discussion(discussion), &counts), wanted, "{discussion:?} {counts:?}");
        }
    }
    let counts = Counts { no: Weight::counted(2), ..Counts::default() };
    let verdict = Rule::discussion(Consent).judge(&counts, &Taking::default()).strict;
    assert_eq!(missing(&verdict), [(Measure::Heads, 2)], "two too many");
}

#[test]
fn abstaining_takes_part_and_spoiled_does_not_unless_the_settings_say_so() {
    let base = votes(w(60, 600_000), w(25, 250_000), w(5, 50_000));
    let abstaining = Counts { abstain: w(10, 100_000), ..base };
    let spoiled = Counts { spoiled: w(10, 100_000), ..base };
    let takes = |abstain, spoiled| Taking { abstain, spoiled, ..Taking::default() };
    let rows = [
        ("abstaining makes the quorum", abstaining, takes(true, false), ordinary(), Carried),
        ("not where the file says so", abstaining, takes(false, false), ordinary(), NotValid),
        ("abstaining weighs against", abstaining, takes(true, false), special(), Lost),
        ("spoiled stays out", spoiled, takes(true, false), ordinary(), NotValid),
        ("spoiled takes part where the file says so", spoiled, takes(true, true), ordinary(), Carried),
        ("and weighs against", spoiled, takes(true, true), special(), Lost),
    ];
    for (name, counts, taking, rule, wanted) in rows {
        assert_eq!(rule.judge(&counts, &taking).strict.outcome, wanted, "{name}");
    }
}

#[test]
fn silent_ballots_join_the_majority_only_beside_the_strict_result() {
    let citation = Text::one(Lang::new("zh-CN"), "本小区议事规则第九条");
    let joining = Taking { silent: Silent::JoinMajority { citation }, ..Taking::default() };
    let all = w(60, 600_000);
    let silent = |yes, no, silent| Counts { silent, ..votes(all, yes, no) };
    let rows = [
        ("makes quorum and carries", silent(w(20, 200_000), w(10, 100_000), w(20, 200_000)), NotValid, Carried),
        ("joins those against", silent(w(21, 150_000), w(22, 260_000), w(17, 190_000)), Lost, Lost),
        ("turns a special matter", silent(w(25, 300_000), w(15, 150_000), w(20, 150_000)), Lost, Carried),
        ("heads decide which side", silent(w(25, 100_000), w(15, 300_000), w(20, 200_000)), Lost, Lost),
        ("nobody joins a tie", silent(w(19, 300_000), w(19, 100_000), w(22, 200_000)), NotValid, NotValid),
        ("no silent ballot, no difference", silent(w(45, 450_000), w(15, 150_000), w(0, 0)), Carried, Carried),
    ];
    for (name, counts, strict, joined) in rows {
        let judgement = special().judge(&counts, &joining);
        assert_eq!(judgement.strict.outcome, strict, "{name}");
        assert_eq!(judgement.joined.unwrap().outcome, joined, "{name}");
        assert_eq!(special().judge(&counts, &Taking::default()).joined, None);
    }
    let counts = silent(w(25, 300_000), w(15, 150_000), w(20, 150_000));
    assert_eq!(counts.majority(), Some(Choice::For));
    assert_eq!(counts.joined().yes, w(45, 450_000));
}

/// The voters of a list and what each says (`+ - o x .`, the last for silence), at a vote where all are present.
fn vote_of(list: &str, said: &str, parking: bool) -> Counts {
    let head =
        "owner,owner_id,building,entrance,household,area_registry,area_survey,area_contract,kind,parking,co_owners";
    let (units, faults) = read_csv(&Table::read(&format!("{head}\n{list}")).unwrap());
    assert_eq!(faults, []);
    let (voters, faults) = group(units, parking);
    assert_eq!(faults, []);
    assert_eq!(voters.len(), said.chars().count(), "{:?}", voters.iter().map(|v| &v.key).collect::<Vec<_>>());
    let all = entitled(&voters, parking);
    let weigh = |counts: Counts, (voter, said): (&Voter, char)| {
        let choice = "+-ox".chars().position(|c| c == said).map(|place| Choice::ALL[place]);
        choice.map_or(counts, |choice| counts.with(choice, voter.weight(parking)))
    };
    voters.iter().zip(said.chars()).fold(Counts { entitled: all, present: all, ..Counts::default() }, weigh)
}

#[test]
fn who_counts_for_what() {
    let flats = "甲,1,1,1,101,50\n乙,2,1,1,102,50\n丙,3,1,1,103,50\n";
    let rows = [
        ("one unit, one head", flats.to_owned(), "++-", true, w(2, 10_000), w(1, 5_000), Carried),
        ("a tie of two is lost", flats.to_owned(), "+-.", true, w(1, 5_000), w(1, 5_000), Lost),
        // Whoever owns three flats outweighs two others by area and is outvoted by heads.
        (
            "several units, one head",
            format!("{flats}甲,1,2,1,101,50\n甲,1,2,1,102,50\n"),
            "+--",
            true,
            w(1, 15_000),
            w(2, 10_000),
            Lost,
        ),
        (
            "the developer is one head",
            format!("{flats},,3,1,1,90,,,developer\n,,3,1,2,90,,,developer\n"),
            "+++-",
            true,
            w(3, 15_000),
            w(1, 18_000),
            Lost,
        ),
        (
            "co-owners are one head",
            format!("{flats}丁,4,1,1,104,,60,,,,戊\n"),
            "+++-",
            true,
            w(3, 15_000),
            w(1, 6_000),
            Carried,
        ),
        ("parking counts", format!("{flats}甲,1,,,P1,100,,,,yes\n"), "+--", true, w(1, 15_000), w(2, 10_000), Lost),
        (
            "parking left out",
            format!("{flats}甲,1,,,P1,100,,,,yes\n庚,7,,,P2,100,,,,yes\n"),
            "-++",
            false,
            w(2, 10_000),
            w(1, 5_000),
            Carried,
        ),
        ("a spoiled paper is no consent", flats.to_owned(), "++x", true, w(2, 10_000), w(0, 0), Carried),
        ("an abstention is no consent", flats.to_owned(), "+oo", true, w(1, 5_000), w(0, 0), Lost),
    ];
    for (name, list, said, parking, yes, no, wanted) in rows {
        let counts = vote_of(&list, said, parking);
        assert_eq!((counts.yes, counts.no), (yes, no), "{name}");
        assert_eq!(outcome(&ordinary(), &counts), wanted, "{name}");
    }
}

#[test]
fn a_show_of_hands_cannot_decide_where_area_counts() {
    let needs = |rule: Rule| rule.measures().collect::<Vec<_>>();
    assert_eq!(needs(ordinary()), [Measure::Heads, Measure::Area]);
    assert_eq!(needs(Rule::unanimous()), [Measure::Heads, Measure::Area]);
    assert_eq!(needs(Rule::residents_meeting()), [Measure::Heads]);
    for discussion in [Discussion::Majority, Discussion::TwoThirds, Discussion::Consent] {
        assert_eq!(needs(Rule::discussion(discussion)), [Measure::Heads]);
    }
}

#[test]
fn the_light_turns_when_nothing_can_change_it_any_more() {
    let all = w(60, 600_000);
    let rows = [
        ("nobody has spoken", w(0, 0), w(0, 0), Prospect::Open),
        ("carried for now, but twenty could still say no", w(40, 400_000), w(0, 0), Prospect::Open),
        ("the rest could still say no", w(30, 300_000), w(10, 100_000), Prospect::Open),
        ("the rest cannot turn it", w(46, 460_000), w(10, 100_000), Prospect::Certain),
        ("the rest could still say yes", w(26, 260_000), w(14, 140_000), Prospect::Open),
        ("a sixteenth against, and it is lost", w(30, 300_000), w(16, 150_000), Prospect::Lost),
        ("0.01 m² too much against", w(40, 400_000), w(15, 150_001), Prospect::Lost),
        ("exactly a quarter against leaves a way", w(40, 400_000), w(15, 150_000), Prospect::Open),
    ];
    for (name, yes, no, wanted) in rows {
        let counts = votes(all, yes, no);
        let outstanding = all.minus(yes).minus(no);
        let said = special().prospect(&counts, outstanding, &Taking::default());
        assert_eq!(said, wanted, "{name}");
    }
}

#[test]
fn staying_away_can_do_what_voting_no_cannot() {
    // 39 of 60 for, nobody else comes: too few take part. One more comes to vote against, and it is carried.
    let all = w(60, 600_000);
    let without = votes(all, w(39, 390_000), w(0, 0));
    let with = without.with(Choice::Against, w(1, 10_000));
    assert_eq!(outcome(&ordinary(), &without), NotValid);
    assert_eq!(outcome(&ordinary(), &with), Carried);
    // That is the law's, not the program's: presence at a residents' meeting does the same.
    let present = |present| Counts {
        entitled: Weight::counted(100),
        present: Weight::counted(present),
        yes: Weight::counted(50),
        ..Counts::default()
    };
    assert_eq!(outcome(&Rule::residents_meeting(), &present(50)), NotValid);
    assert_eq!(outcome(&Rule::residents_meeting(), &present(51)), Carried);
}

fn regimes() -> Vec<Rule> {
    let discussions = [Discussion::Majority, Discussion::TwoThirds, Discussion::Consent];
    let mut rules = discussions.map(Rule::discussion).to_vec();
    rules.extend([Rule::residents_meeting(), ordinary(), special(), Rule::unanimous()]);
    rules
}

fn verdict_of(rule: &Rule, counts: &Counts, taking: &Taking) -> Outcome {
    rule.verdict(counts, taking).outcome
}
