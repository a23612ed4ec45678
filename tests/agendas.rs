//! Agenda files: what is read from them, what a person reads about one with faults, and that no file whatever crashes
//! the reader.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/definitions.rs"]
mod definitions;

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use babahui::{
    domain::{
        Lang, Severity, Text,
        meeting::{
            agenda::{Agenda, Item, ItemKind, MatchBase, Way},
            rule::{Discussion, Matter, Measure, Regime, Silent},
        },
        session::SessionKind,
    },
    import::{AgendaFile, AgendaLibrary, SurveyLibrary, problems_at},
};
use predicates::prelude::*;
use proptest::prelude::*;

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
    let secret = |boxes: usize| Way::Secret { boxes: vec![Text::one(lang(), "1 栋"); boxes] };
    let cases = [
        ("Discussion(Majority)", "", None, Way::ShowOfHands),
        ("Discussion(Consent)", "", None, Way::Consent),
        ("ResidentsMeeting", "way: Secret", None, secret(0)),
        ("ResidentsMeeting", r#"way: Secret(boxes: ["1 栋"])"#, None, secret(1)),
        ("Owners(Ordinary)", "", None, Way::RollCall),
        // Papers carry their owner's area.
        ("Owners(Special)", r#"way: Secret(boxes: ["1 栋"])"#, None, secret(1)),
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

fn lang() -> Lang {
    Lang::new("zh-CN")
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

fn surveys() -> Vec<String> {
    SurveyLibrary::shipped().all().map(|survey| survey.id().to_owned()).collect()
}

#[test]
fn every_shipped_agenda_is_sound_and_names_surveys_there_are() {
    for file in AgendaLibrary::shipped().all() {
        assert_eq!(file.problems_among(&surveys()), [], "{}", file.id());
        assert_eq!(format!("{}.ron", file.id()), file.source.name, "the file is called as the agenda");
    }
}

/// Every text of an agenda.
fn texts(agenda: &Agenda) -> Vec<&Text> {
    let mut texts = vec![&agenda.title];
    texts.extend(&agenda.script);
    if agenda.rule.regime == Regime::Written {
        texts.push(&agenda.rule.citation);
    }
    for item in agenda.all_items() {
        texts.push(&item.title);
        texts.extend(&item.script);
        match &item.kind {
            ItemKind::Decide { motions } => {
                for motion in motions {
                    texts.push(&motion.text);
                    if let Way::Secret { boxes: more } | Way::Dots { options: more, .. } = &motion.way {
                        texts.extend(more);
                    }
                }
            }
            ItemKind::Pledge(round) => texts.extend(round.matching.iter().map(|matching| &matching.from)),
            ItemKind::Claim { parts } => texts.extend(parts.iter().map(|part| &part.title)),
            ItemKind::Fund { fund } => {
                texts.push(&fund.title);
                texts.extend(fund.sources.iter().chain(&fund.allocations).map(|(text, _)| text));
            }
            _ => {}
        }
    }
    texts
}

#[test]
fn every_shipped_agenda_is_complete_in_both_languages() {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || "，。？：；（）「」《》".contains(c);
    for file in AgendaLibrary::shipped().all() {
        for text in texts(file.agenda().unwrap()) {
            let (zh, en) = (text.get(&Lang::new("zh-CN")), text.get(&Lang::new("en")));
            // A pause may go without a title.
            assert_eq!(zh.is_empty(), en.is_empty(), "{}: {zh} / {en}", file.id());
            if zh.is_empty() {
                continue;
            }
            assert!(zh.chars().any(chinese), "{}: no Chinese: {zh}", file.id());
            assert!(!en.chars().any(chinese) && en.chars().any(|c| c.is_ascii_alphabetic()), "{}: {en}", file.id());
            assert!(zh.trim() == zh && en.trim() == en && !en.contains("  "), "{}: spaces: {zh} / {en}", file.id());
        }
    }
}

#[test]
fn shipped_agendas_hold_what_the_story_needs() {
    let library = AgendaLibrary::shipped();
    let agenda = |id: &str| library.find(id).unwrap().agenda().unwrap();
    let renewal = agenda("micro-renewal");
    let motions: usize = renewal
        .all_items()
        .map(|item| if let ItemKind::Decide { motions } = &item.kind { motions.len() } else { 0 })
        .sum();
    assert_eq!(motions, 7);
    let round = renewal.all_items().find_map(|item| match &item.kind {
        ItemKind::Pledge(round) => round.matching.as_ref(),
        _ => None,
    });
    let round = round.unwrap();
    assert_eq!((round.min.num, round.max.num, round.cap), (3, 5, Some(20_000_000)));
    let fund = agenda("prize-fund").all_items().find_map(|item| match &item.kind {
        ItemKind::Fund { fund } => Some(fund),
        _ => None,
    });
    let fund = fund.unwrap();
    assert_eq!((fund.sources[0].1, fund.allocations.len()), (2_000_000, 2));
    assert_eq!(agenda("owners-special").rule.regime, Regime::Owners(Matter::Special));
    assert_eq!(agenda("owners-ordinary").settings.notice_days, 15);
    let order = agenda("courtyard-meeting").all_items().map(|item| item.key.0.as_str()).collect::<Vec<_>>().join(" ");
    assert_eq!(
        order,
        "sign-in opening follow-up matters floor summing-up vote pledges claims tasks closing results signatures posting"
    );
}

#[test]
fn files_are_written_in_one_style() {
    for file in AgendaLibrary::shipped().all() {
        let (name, text) = (&file.source.name, &file.source.text);
        assert!(text.starts_with("// ") && text.ends_with(")\n") && !text.ends_with("\n\n"), "{name}: begin and end");
        for (n, line) in text.lines().enumerate() {
            let at = format!("{name}:{}", n + 1);
            assert!(!line.contains('\t') && !line.contains('\r') && line.trim_end() == line, "{at}: white space");
            assert!((line.len() - line.trim_start().len()).is_multiple_of(4), "{at}: indent");
            assert!(line.chars().count() <= 190, "{at}: too long");
            assert!(!line.ends_with([')', ']', '}', '"']) || line == ")", "{at}: no comma at the end");
        }
    }
}

fn bad_files() -> Vec<PathBuf> {
    definitions::files_in("tests/agendas/bad")
}

#[test]
fn every_fault_is_told_in_both_languages() {
    for path in bad_files() {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (mut source, problems) = problems_at(&path, &surveys()).unwrap();
        source.name = format!("{stem}.ron");
        assert!(!problems.is_empty(), "{stem} has no fault");
        insta::assert_snapshot!(stem, definitions::told(&source, &problems));
    }
}

#[test]
fn a_file_with_an_error_gives_no_agenda_and_one_with_warnings_does() {
    for path in bad_files() {
        let file = AgendaFile::open(&path).unwrap();
        let errors = file.problems().iter().any(|p| p.severity == Severity::Error);
        assert_eq!(file.agenda().is_none(), errors, "{}", path.display());
    }
}

/// A shipped agenda with some bytes put in, taken out or swapped.
fn mutated() -> impl Strategy<Value = String> {
    definitions::mutated(AgendaLibrary::shipped().all().map(|file| String::from(&*file.source.text)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_crashes_the_reader(text in mutated()) {
        let (_, problems) = Agenda::read(&text);
        for p in &problems {
            prop_assert!(text.get(p.span.start as usize..p.span.end as usize).is_some(), "{:?}", p);
        }
        let _ = Agenda::head(&text);
    }

    #[test]
    fn no_characters_crash_the_reader(text in "\\PC{0,80}") {
        let _ = Agenda::read(&agenda("Owners(Special)", &text));
        let _ = Agenda::read(&agenda(&text, ""));
    }
}

fn babahui(arguments: &[&str], dir: &Path) -> Command {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.args(arguments).current_dir(dir).env("LANG", "C.UTF-8").env("BABAHUI_DATA", dir.join("data"));
    command
}

#[test]
fn a_new_agenda_is_checked_beside_a_survey_it_names() {
    let dir = tempfile::tempdir().unwrap();
    babahui(&["new", "agenda", "tea"], dir.path()).assert().success();
    let path = dir.path().join("tea.ron");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("id: \"tea\"") && text.lines().filter(|l| l.trim_start().starts_with("//")).count() > 40);
    babahui(&["check", "tea.ron", "--lang", "en"], dir.path()).assert().success().stdout("1 file is good.\n");
    std::fs::write(&path, text.replace("courtyard-intake", "tea-house")).unwrap();
    let failed = babahui(&["check", ".", "--lang", "en"], dir.path()).assert().code(1);
    failed
        .stdout(predicate::str::contains("There is no survey \"tea-house\"").and(predicate::str::contains("tea.ron:")));
    babahui(&["new", "survey", "tea-house"], dir.path()).assert().success();
    babahui(&["check", ".", "--lang", "en"], dir.path()).assert().success().stdout("2 files are good.\n");
    babahui(&["new", "agenda", "tea"], dir.path()).assert().failure();
}
