//! Agenda files: what is read from them, what a person reads about one with faults, and that no file whatever crashes
//! the reader.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use babahui::domain::{
    Severity,
    meeting::{
        agenda::{Agenda, Item, ItemKind, MatchBase, Way},
        rule::{Discussion, Matter, Measure, Regime, Silent},
    },
    session::SessionKind,
};

/// An agenda around these items.
fn agenda(rule: &str, items: &str) -> String {
    format!(r#"Agenda(id: "x", title: "会", kind: CourtyardMeeting, rule: {rule}, roll: Later, items: [{items}])"#)
}

fn read(text: &str) -> Agenda {
    let (agenda, problems) = Agenda::read(text);
    assert_eq!(problems, [], "{text}");
    agenda.unwrap()
}

fn first(rule: &str, item: &str) -> Item {
    read(&agenda(rule, item)).items.remove(0)
}

#[test]
fn everything_an_agenda_can_say_is_read() {
    let text = r#"Agenda(
        id: "courtyard", version: 3, default_language: "zh-CN",
        title: {"en": "Courtyard", "zh-CN": "坝坝会"}, kind: MicroRenewal, rule: Owners(Special),
        settings: (
            abstain: DoesNotTakePart, spoiled: TakesPart, silent: JoinMajority(citation: {"zh-CN": "规约", "en": "Bylaw"}),
            max_principals: 2, staff_proxies: true, parking: false, notice_days: 20, speaking: "2:30",
            first_time_first: false, seconded: true, live_counts: true,
        ),
        roll: [
            Owner(name: "张三", units: [(door: "1-2-301", area: "72.40"), (door: "1-2-302", area_contract: 60)]),
            Owner(name: "李四", id: "7", co_owners: ["王五"], units: [(building: "2", entrance: 1, household: "101", area: "80")]),
            Developer(name: "建设公司", units: [(door: "3-1-101", area: "100.01")]),
            Owner(name: "赵六", units: [(door: "0-0-5", area: "12", parking: true)]),
        ],
        script: [{"zh-CN": "现在开会。", "en": "We begin."}],
        items: [
            Inform(name: "opening", title: {"zh-CN": "开场", "en": "Opening"}, minutes: 3, speaking: "1:00", items: [
                Hear(name: "hear", title: {"zh-CN": "征询", "en": "Hear"}, minutes: 5),
            ]),
            Pause(minutes: 10),
            Pause(),
        ],
    )"#;
    let agenda = read(text);
    assert_eq!(
        (agenda.id.as_str(), agenda.version.as_str(), agenda.kind),
        ("courtyard", "3", SessionKind::MicroRenewal)
    );
    assert_eq!(agenda.title.0[0].1, "坝坝会", "the default language stands first");
    assert_eq!(agenda.rule.regime, Regime::Owners(Matter::Special));
    let settings = &agenda.settings;
    assert!(!settings.taking.abstain && settings.taking.spoiled && settings.staff_proxies && !settings.parking);
    assert!(matches!(&settings.taking.silent, Silent::JoinMajority { citation } if citation.0.len() == 2));
    assert_eq!((settings.max_principals, settings.notice_days, settings.speaking), (2, 20, 150));
    assert!(!settings.first_time_first && settings.seconded && settings.live_counts);
    let roll: Vec<(&str, usize, u64)> = agenda
        .roll
        .iter()
        .map(|voter| (voter.name.as_str(), voter.units.len(), voter.units.iter().map(|unit| unit.area).sum()))
        .collect();
    assert_eq!(roll, [("张三", 2, 13_240), ("李四", 1, 8000), ("建设公司", 1, 10_001)]);
    assert_eq!(agenda.script.len(), 1);
    let keys: Vec<&str> = agenda.all_items().map(|item| item.key.0.as_str()).collect();
    assert_eq!(keys, ["opening", "hear", "pause", "pause-2"]);
    assert_eq!(agenda.items[0].speaking, Some(60));
}

#[test]
fn what_is_not_written_is_what_the_rules_say() {
    for (rule, days) in
        [("Discussion(TwoThirds)", 0), ("ResidentsMeeting", 0), ("Owners(Ordinary)", 15), ("Unanimous", 0)]
    {
        let settings = read(&agenda(rule, r#"Assign(name: "a", title: "分工", minutes: 1)"#)).settings;
        assert_eq!((settings.notice_days, settings.max_principals, settings.speaking), (days, 3, 180), "{rule}");
        assert!(settings.taking.abstain && !settings.taking.spoiled && settings.parking && settings.first_time_first);
    }
}

#[test]
fn a_motion_has_its_own_rule_and_way_or_the_usual_ones() {
    use Discussion::{Consent, Majority};
    let secret = |boxes: usize| Way::Secret { boxes: vec![babahui::domain::Text::one(lang(), "1 栋"); boxes] };
    let cases = [
        ("Discussion(Majority)", "", None, Way::ShowOfHands),
        ("Discussion(Consent)", "", None, Way::Consent),
        ("ResidentsMeeting", "way: Secret", None, secret(0)),
        ("ResidentsMeeting", r#"way: Secret(boxes: ["1 栋"])"#, None, secret(1)),
        ("Owners(Ordinary)", "", None, Way::RollCall),
        ("Discussion(Majority)", "way: Consent", Some(Regime::Discussion(Consent)), Way::Consent),
        ("Discussion(Majority)", "rule: Owners(Special)", Some(Regime::Owners(Matter::Special)), Way::RollCall),
        ("Unanimous", "rule: Discussion(Majority)", Some(Regime::Discussion(Majority)), Way::ShowOfHands),
    ];
    for (rule, more, own, way) in cases {
        let text = format!(
            r#"Decide(name: "v", title: "表决", minutes: 5, motions: [Motion(name: "m", text: "甲", {more})])"#
        );
        let ItemKind::Decide { motions } = first(rule, &text).kind else { unreachable!("{text}") };
        assert_eq!((motions[0].rule.as_ref().map(|r| r.regime), &motions[0].way), (own, &way), "{rule} {more}");
    }
}

fn lang() -> babahui::domain::Lang {
    babahui::domain::Lang::new("zh-CN")
}

#[test]
fn a_rule_is_written_out_in_exact_fractions() {
    let rule = r#"Rule(quorum: [AtLeast("2/3", Heads, Participating, Entitled)],
        approval: [MoreThan("1/2", Ballots, Consenting, Valid), AtMost("0/1", Heads, Objecting, Present)], citation: "本院公约")"#;
    let rule = read(&agenda(rule, r#"Hear(name: "a", title: "甲", minutes: 1)"#)).rule;
    assert_eq!((rule.regime, rule.citation.get(&lang())), (Regime::Written, "本院公约"));
    assert!(rule.quorum[0].threshold.reached(2, 3) && !rule.approval[0].threshold.reached(1, 2));
    assert_eq!((rule.quorum[0].measure, rule.approval[0].measure), (Measure::Heads, Measure::Ballots));
}

#[test]
fn money_is_exact_to_the_fen() {
    let item = r#"Pledge(name: "p", title: "认捐", minutes: 1, target: "60,000.05",
        match: Match(from: "街道", min: "2.5", max: 5, cap: "200000", base: Pledged))"#;
    let ItemKind::Pledge(round) = first("Discussion(Majority)", item).kind else { unreachable!() };
    let matching = round.matching.unwrap();
    assert_eq!((round.target, matching.cap, matching.base), (Some(6_000_005), Some(20_000_000), MatchBase::Pledged));
    assert_eq!((matching.min.num, matching.min.den, matching.max.num, matching.max.den), (5, 2, 5, 1));
    let item = r#"Fund(name: "f", title: "奖金", minutes: 1, fund: (name: "prize", title: "奖金",
        sources: [(from: "街道", amount: "20000")], allocations: [(for: "墙", amount: "8000.5"), (for: "球场", amount: 11999.5)]))"#;
    let ItemKind::Fund { fund } = first("Discussion(Majority)", item).kind else { unreachable!() };
    assert_eq!((fund.sources[0].1, fund.allocations[0].1, fund.allocations[1].1), (2_000_000, 800_050, 1_199_950));
}

#[test]
fn a_file_with_faults_still_gives_what_can_be_read() {
    let (agenda, problems) =
        Agenda::read("Agenda(id: \"tea\", title: \"茶\", items: [Discuss(name: \"a\", title: \"甲\"");
    assert!(problems.iter().any(|p| p.severity == Severity::Error));
    assert_eq!(agenda.unwrap().items.len(), 1);
}
