//! The surveys that come with the program: without a fault, in both languages, asking what they should and no more.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "support/visits.rs"]
mod visits;

use std::collections::BTreeSet;

use babahui::{
    app::Step,
    domain::{
        Lang, Privacy, Text, Value,
        place::{Household, MustVisit, PREFILL_COLUMNS, Resident, prefill_privacy},
        survey::{Door, Draft, Env, Kind, Question, Rows, Survey, Warned},
    },
    import::{SurveyFile, SurveyLibrary},
};

/// Two o'clock in the afternoon of the last day of the story.
fn env() -> Env<'static> {
    Env {
        now: "2024-11-12T14:00:00+08:00".parse().unwrap(),
        lang: Lang::new("zh-CN"),
        device: "laptop".into(),
        username: "小周".into(),
        seed: 1,
        last_saved: None,
        roll: None,
    }
}

/// A draft of a shipped survey after these answers, written `path=answer` (`+path` adds a repeat entry).
fn filled(survey: &str, answers: &[&str]) -> Draft {
    let library = SurveyLibrary::shipped();
    let form = library.find(survey).unwrap_or_else(|| panic!("{survey}")).form().unwrap().clone();
    let (mut draft, _) = Draft::new(form, &env());
    for answer in answers {
        let (path, value) = answer.split_once('=').unwrap_or((answer, ""));
        let taken = Step::read(path, value).take(&mut draft, &env());
        assert!(taken.is_ok(), "{survey}: {answer}: {taken:?}");
    }
    draft
}

/// The names of the questions that are put, in survey order, each once.
fn asked(draft: &Draft) -> Vec<String> {
    let mut names = Vec::new();
    for row in draft.rows(Rows::Relevant, 0, draft.row_count(Rows::Relevant)) {
        let node = draft.node(row.at);
        if node.takes_answers() && !names.iter().any(|n| *n == *node.name) {
            names.push(node.name.to_string());
        }
    }
    names
}

/// For each survey: answers, and the questions that are put after them.
const PATHS: &[(&str, &[&str], &str)] = &[
    ("courtyard-intake", &[], "told called area tenure people concerns give meeting remarks"),
    (
        "courtyard-intake",
        &["concern_group/concerns=facade", "give_group/give=none", "give_group/meeting=no"],
        "told called area tenure people concerns spot give meeting remarks",
    ),
    (
        "courtyard-intake",
        &["concern_group/concerns=facade ebike other"],
        "told called area tenure people concerns concern_other most give meeting remarks",
    ),
    (
        "courtyard-intake",
        &["concern_group/concerns=facade ebike", "concern_group/most=ebike", "concern_group/spot=shed"],
        "told called area tenure people concerns most spot spot_detail give meeting remarks",
    ),
    (
        "courtyard-intake",
        &["concern_group/concerns=manhole", "concern_group/spot=whole"],
        "told called area tenure people concerns spot give meeting remarks",
    ),
    (
        "courtyard-intake",
        &["give_group/give=money goods labour", "give_group/meeting=maybe"],
        "told called area tenure people concerns give money goods labour_hours meeting meeting_when phone remarks",
    ),
    (
        "courtyard-intake",
        &["home/people=2", "list_members=yes"],
        "told called area tenure people concerns give meeting list_members relation age care remarks",
    ),
    ("courtyard-intake", &["home/people=!refused"], "told called area tenure people concerns give meeting remarks"),
    ("household-visit", &[], "micro_grid partner door_code door visit_remarks"),
    ("household-visit", &["arrival/door=away"], "micro_grid partner door_code door next_visit visit_remarks"),
    (
        "household-visit",
        &["arrival/door=later", "next/next_visit=2024-11-14"],
        "micro_grid partner door_code door next_visit best_time visit_remarks",
    ),
    ("household-visit", &["arrival/door=moved"], "micro_grid partner door_code door visit_remarks"),
    (
        "household-visit",
        &["arrival/door=met"],
        "micro_grid partner door_code door who must_visit hazard follow_up visit_remarks",
    ),
    (
        "household-visit",
        &["arrival/door=met", "people/must_visit=hardship party", "next/follow_up=no"],
        "micro_grid partner door_code door who must_visit cause aid income role hazard follow_up visit_remarks",
    ),
    (
        "household-visit",
        &["arrival/door=met", "people/must_visit=special", "safety/hazard=gas", "next/follow_up=yes"],
        "micro_grid partner door_code door who must_visit special carer check_up hazard hazard_photo follow_up \
         next_visit visit_remarks",
    ),
    (
        "household-visit",
        &["arrival/door=met", "people/must_visit=dispute"],
        "micro_grid partner door_code door who must_visit dispute_with dispute_since dispute_story mediate hazard \
         follow_up visit_remarks",
    ),
    (
        "household-visit",
        &[
            "arrival/door=met",
            "people/must_visit=dispute",
            "people/dispute_group/dispute_with=upstairs",
            "people/dispute_group/mediate=yes",
            "+need",
            "safety/hazard=none",
        ],
        "micro_grid partner door_code door who must_visit dispute_with dispute_about dispute_since dispute_story \
         mediate mediate_at need_kind need_what urgency hazard follow_up visit_remarks",
    ),
    ("micro-wish", &[], "wish for_whom programme wanted_by picture wish_phone"),
    (
        "micro-wish",
        &["wish_group/for_whom=neighbour"],
        "wish for_whom neighbour_agrees programme wanted_by picture wish_phone",
    ),
    (
        "micro-wish",
        &["wish_group/for_whom=courtyard", "+item", "item[1]/price=80"],
        "wish for_whom programme matters spot thing quantity price own_money claim wanted_by picture wish_phone",
    ),
    (
        "micro-wish",
        &["+item", "item[1]/price=80", "money/own_money=80"],
        "wish for_whom programme thing quantity price own_money wanted_by picture wish_phone",
    ),
    (
        "micro-wish",
        &["+item", "item[1]/price=80", "money/own_money=20", "money/claim=yes"],
        "wish for_whom programme thing quantity price own_money claim partners wanted_by picture wish_phone",
    ),
    ("service-offer", &[], "side"),
    (
        "service-offer",
        &["side=offer", "what/category=mend", "offer/pay=free"],
        "side category offered provider whom pay comes_home days opens closes valid_until contact",
    ),
    (
        "service-offer",
        &["side=offer", "what/category=food", "offer/pay=cheaper"],
        "side category offered provider whom pay discount comes_home days opens closes valid_until licence contact",
    ),
    (
        "service-offer",
        &["side=request", "what/category=repair"],
        "side category needed asker who_needs wanted_at budget care_about contact",
    ),
    (
        "service-offer",
        &["side=request", "what/category=repair", "what/needed=wiring"],
        "side category needed asker who_needs amount wanted_at budget care_about contact",
    ),
    ("after-renewal", &[], "called works who what take_part next still_wrong"),
    (
        "after-renewal",
        &["works=facade ebike", "upkeep/who=group", "upkeep/how=fee"],
        "called works before after who what how fee take_part next still_wrong",
    ),
    (
        "after-renewal",
        &["works=look", "score[1]/before=4", "score[1]/after=2", "still_wrong=灯不亮"],
        "called works before after worse who what take_part next still_wrong look_again",
    ),
];

#[test]
fn every_survey_is_read_without_a_single_problem() {
    for survey in SurveyLibrary::shipped().all() {
        assert!(survey.problems().is_empty(), "{}: {:?}", survey.id(), survey.problems());
        assert!(survey.form().is_some(), "{}", survey.id());
        assert_eq!(format!("{}.ron", survey.id()), survey.source.name, "the file is called as the survey");
    }
}

#[test]
fn answers_lead_to_the_questions_a_surveyor_would_expect() {
    for (survey, answers, expected) in PATHS {
        assert_eq!(asked(&filled(survey, answers)).join(" "), *expected, "{survey} after {answers:?}");
    }
}

#[test]
fn every_question_is_reached_by_some_answers() {
    for survey in SurveyLibrary::shipped().all() {
        let reached: BTreeSet<String> = PATHS
            .iter()
            .filter(|(of, ..)| *of == survey.id())
            .flat_map(|(of, answers, _)| asked(&filled(of, answers)))
            .collect();
        let all: BTreeSet<String> =
            survey.form().unwrap().nodes().iter().filter(|n| n.takes_answers()).map(|n| n.name.to_string()).collect();
        let missed: Vec<_> = all.difference(&reached).collect();
        assert!(missed.is_empty(), "{}: never put: {missed:?}", survey.id());
    }
}

/// Answers, the question looked at, and how it stands: `ok`, `violated`, `warned`, `required`.
const CHECKS: &[(&str, &[&str], &str, &str)] = &[
    ("courtyard-intake", &["concern_group/concerns=facade ebike access"], "concern_group/concerns", "ok"),
    ("courtyard-intake", &["concern_group/concerns=facade ebike access look"], "concern_group/concerns", "violated"),
    ("courtyard-intake", &["concern_group/concerns=other"], "concern_group/concern_other", "required"),
    ("courtyard-intake", &[], "told", "required"),
    ("courtyard-intake", &[], "home/people", "required"),
    ("courtyard-intake", &["home/people=!refused"], "home/people", "ok"),
    ("courtyard-intake", &["home/people=0"], "home/people", "violated"),
    ("courtyard-intake", &["home/people=12"], "home/people", "warned"),
    ("courtyard-intake", &["give_group/give=money none"], "give_group/give", "violated"),
    ("courtyard-intake", &["give_group/give=money", "give_group/money=6000"], "give_group/money", "warned"),
    ("courtyard-intake", &["give_group/give=money", "give_group/money=500"], "give_group/money", "ok"),
    ("courtyard-intake", &["give_group/meeting=yes", "give_group/phone=13900001234"], "give_group/phone", "ok"),
    ("courtyard-intake", &["give_group/meeting=yes", "give_group/phone=028-87654321"], "give_group/phone", "ok"),
    ("courtyard-intake", &["give_group/meeting=yes", "give_group/phone=1390000123"], "give_group/phone", "violated"),
    ("courtyard-intake", &["give_group/meeting=yes"], "give_group/phone", "ok"),
    ("courtyard-intake", &["home/people=2", "list_members=yes", "member[1]/age=7"], "member[1]/age", "warned"),
    ("courtyard-intake", &["home/people=2", "list_members=yes"], "member[1]/relation", "ok"),
    ("courtyard-intake", &["home/people=2", "list_members=yes"], "member[2]/relation", "required"),
    ("courtyard-intake", &["home/people=2", "list_members=yes", "member[2]/care=alone"], "member[2]/care", "violated"),
    ("household-visit", &["arrival/door=away", "next/next_visit=2024-11-12"], "next/next_visit", "violated"),
    ("household-visit", &["arrival/door=away", "next/next_visit=2024-11-13"], "next/next_visit", "ok"),
    ("household-visit", &["arrival/door=away", "next/next_visit=2025-06-01"], "next/next_visit", "warned"),
    (
        "household-visit",
        &["arrival/door=away", "next/next_visit=2024-11-13", "next/best_time=23:00"],
        "next/best_time",
        "warned",
    ),
    (
        "household-visit",
        &["arrival/door=met", "people/must_visit=hardship", "people/hardship_group/income=!refused"],
        "people/hardship_group/income",
        "ok",
    ),
    (
        "household-visit",
        &["arrival/door=met", "people/must_visit=special", "people/special_group/check_up=2024-12-01"],
        "people/special_group/check_up",
        "violated",
    ),
    ("household-visit", &["arrival/door=met", "+need", "need[1]/need_kind=other"], "need[1]/need_what", "required"),
    ("household-visit", &["arrival/door=met", "+need", "need[1]/need_kind=meal"], "need[1]/need_what", "ok"),
    ("micro-wish", &["+item", "item[1]/price=80", "money/own_money=90"], "money/own_money", "violated"),
    ("micro-wish", &["wanted_by=2024-11-11"], "wanted_by", "violated"),
    ("micro-wish", &["wanted_by=2026-01-01"], "wanted_by", "warned"),
    ("service-offer", &["side=offer", "offer/hours/closes=08:00"], "offer/hours/closes", "violated"),
    ("service-offer", &["side=offer", "offer/hours/closes=18:00"], "offer/hours/closes", "ok"),
    ("service-offer", &["side=request"], "contact", "required"),
    ("service-offer", &["side=request", "contact=!refused"], "contact", "ok"),
    ("after-renewal", &["upkeep/what=clean parking gate green"], "upkeep/what", "violated"),
    ("after-renewal", &["works=look", "score[1]/before=4", "score[1]/after=2"], "score[1]/worse", "required"),
    ("after-renewal", &["upkeep/who=group", "upkeep/how=fee", "upkeep/fee=240"], "upkeep/fee", "warned"),
];

#[test]
fn answers_are_checked_as_a_surveyor_would_expect() {
    for (survey, answers, path, expected) in CHECKS {
        let draft = filled(survey, answers);
        let at = draft.resolve(&format!("/data/{path}").parse().unwrap()).unwrap_or_else(|| panic!("{survey} {path}"));
        assert!(draft.relevant(at), "{survey}: {path} is not put after {answers:?}");
        let stands = if draft.violation(at) {
            "violated"
        } else if draft.warning(at) == Warned::Raised {
            "warned"
        } else if draft.required(at) && !draft.is_answered(at) {
            "required"
        } else {
            "ok"
        };
        assert_eq!(stands, *expected, "{survey}: {path} after {answers:?}");
    }
}

#[test]
fn choices_follow_earlier_answers() {
    let cases: &[(&str, &[&str], &str, &str)] = &[
        ("courtyard-intake", &["concern_group/concerns=facade access"], "concern_group/most", "facade access"),
        ("courtyard-intake", &["concern_group/concerns=leisure"], "concern_group/spot", "yard road whole"),
        ("service-offer", &["side=request", "what/category=food"], "what/needed", "meal breakfast groceries water"),
        ("after-renewal", &["upkeep/who=turns"], "upkeep/how", "rules rota meeting"),
        (
            "household-visit",
            &["arrival/door=met", "people/must_visit=dispute", "people/dispute_group/dispute_with=property"],
            "people/dispute_group/dispute_about",
            "fee repair other",
        ),
    ];
    for (survey, answers, path, expected) in cases {
        let draft = filled(survey, answers);
        let at = draft.resolve(&format!("/data/{path}").parse().unwrap()).unwrap();
        let offered: Vec<_> = draft.options(at).unwrap().iter().map(|o| o.name.to_owned()).collect();
        assert_eq!(offered.join(" "), *expected, "{survey}: {path}");
    }
}

#[test]
fn the_place_stays_from_one_household_to_the_next() {
    for (survey, answer, path) in [
        ("courtyard-intake", "home/area=back", "home/area"),
        ("household-visit", "arrival/micro_grid=14号院微网格", "arrival/micro_grid"),
    ] {
        let mut before = filled(survey, &[answer]);
        let saved = before.finish(&env());
        let (next, _) = Draft::new(before.form().clone(), &Env { last_saved: Some(&saved), ..env() });
        let at = next.resolve(&format!("/data/{path}").parse().unwrap()).unwrap();
        assert_eq!(format!("{path}={}", next.value_at(at).unwrap().to_text()), answer);
    }
}

#[test]
fn what_is_computed_is_right() {
    let cases: &[(&str, &[&str], &str, &str)] = &[
        ("courtyard-intake", &["concern_group/concerns=look"], "top", "look"),
        ("courtyard-intake", &["concern_group/concerns=look facade", "concern_group/most=facade"], "top", "facade"),
        (
            "courtyard-intake",
            &["home/people=3", "list_members=yes", "member[1]/age=71", "member[2]/age=40", "member[3]/age=9"],
            "elders",
            "1",
        ),
        (
            "courtyard-intake",
            &["home/people=3", "list_members=yes", "member[1]/age=71", "member[3]/age=9"],
            "children",
            "1",
        ),
        ("household-visit", &["arrival/door=away"], "soonest", "2024-11-19"),
        (
            "micro-wish",
            &["+item", "item[1]/quantity=4", "item[1]/price=680", "+item", "item[2]/price=500.5"],
            "total",
            "3220.5",
        ),
        ("micro-wish", &["+item", "item[1]/price=80", "money/own_money=30"], "missing", "50"),
        ("service-offer", &["side=request", "what/category=food", "what/needed=water"], "unit", "桶"),
        (
            "after-renewal",
            &["works=facade look", "score[1]/before=1", "score[1]/after=4", "score[2]/before=2", "score[2]/after=3"],
            "gain",
            "4",
        ),
    ];
    for (survey, answers, name, expected) in cases {
        let draft = filled(survey, answers);
        let value = draft.value_at(draft.named(name).unwrap()).unwrap_or_else(|| panic!("{survey}: {name} is blank"));
        assert_eq!(value.to_text(), *expected, "{survey}: {name} after {answers:?}");
    }
}

/// All entries of a body, groups and what they hold.
fn walk<'q>(body: &'q [Question], each: &mut dyn FnMut(&'q Question)) {
    for question in body {
        each(question);
        walk(&question.body, each);
    }
}

fn definition(file: &SurveyFile) -> Survey {
    Survey::read(&file.source.text).0.unwrap()
}

#[test]
fn every_text_is_complete_in_both_languages() {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || "，。？：；（）".contains(c);
    let complete = |text: &Text, at: &str| {
        if text.is_empty() {
            return;
        }
        let (zh, en) = (text.get(&Lang::new("zh-CN")), text.get(&Lang::new("en")));
        assert!(text.has(&Lang::new("zh-CN")) && text.has(&Lang::new("en")), "{at}: {zh} / {en}");
        assert!(zh.chars().any(chinese), "{at}: no Chinese: {zh}");
        assert!(!en.chars().any(chinese) && en.chars().any(|c| c.is_ascii_alphabetic()), "{at}: no English: {en}");
        let holes = |t: &str| t.matches("${").count();
        assert!(holes(zh) >= holes(en), "{at}: answers filled in differ: {zh} / {en}");
        assert!(!zh.contains("  ") && zh.trim() == zh && en.trim() == en, "{at}: spaces");
    };
    for file in SurveyLibrary::shipped().all() {
        let survey = definition(file);
        complete(&survey.title, file.id());
        for list in &survey.choices {
            for choice in &list.choices {
                complete(&choice.label, &format!("{} {} {}", file.id(), list.name.value, choice.name.value));
            }
        }
        walk(&survey.body, &mut |q| {
            let at = format!("{} {}", file.id(), q.name.value);
            assert!(!q.label.is_empty() || q.kind.value.is_silent(), "{at} says nothing");
            for text in
                [&q.label, &q.hint, &q.guidance_hint, &q.required_message, &q.constraint_message, &q.warning_message]
            {
                complete(text, &at);
            }
        });
    }
}

#[test]
fn whatever_is_held_up_says_why() {
    for file in SurveyLibrary::shipped().all() {
        walk(&definition(file).body, &mut |q| {
            let at = format!("{} {}", file.id(), q.name.value);
            assert_eq!(q.required.is_some(), !q.required_message.is_empty(), "{at}: required");
            assert_eq!(q.constraint.is_some(), !q.constraint_message.is_empty(), "{at}: constraint");
            assert_eq!(q.warning.is_some(), !q.warning_message.is_empty(), "{at}: warning");
        });
    }
}

#[test]
fn together_they_use_every_kind_that_makes_sense_in_a_terminal() {
    use Kind::{
        Acknowledge, Barcode, Calculate, Date, DateTime, Decimal, DeviceId, End, File, Geopoint, Group, Hidden, Image,
        Integer, Note, Range, Rank, Repeat, SelectMultiple, SelectOne, Start, Text, Time, Today, Username,
    };
    let wanted = [
        Acknowledge,
        Barcode,
        Calculate,
        Date,
        DateTime,
        Decimal,
        DeviceId,
        End,
        File,
        Geopoint,
        Group,
        Hidden,
        Image,
        Integer,
        Note,
        Range,
        Rank,
        Repeat,
        SelectMultiple,
        SelectOne,
        Start,
        Text,
        Time,
        Today,
        Username,
    ];
    let mut used = Vec::new();
    for file in SurveyLibrary::shipped().all() {
        walk(&definition(file).body, &mut |q| used.push(q.kind.value));
    }
    for kind in wanted {
        assert!(used.contains(&kind), "{kind:?}");
    }
}

#[test]
fn the_intake_has_about_twenty_questions_and_a_plain_household_answers_a_dozen() {
    let library = SurveyLibrary::shipped();
    let form = library.find("courtyard-intake").unwrap().form().unwrap();
    let questions = form.nodes().iter().filter(|n| n.takes_answers()).count();
    assert!((18..=24).contains(&questions), "{questions}");
    let plain = filled(
        "courtyard-intake",
        &["home/people=3", "concern_group/concerns=ebike", "give_group/give=none", "give_group/meeting=no"],
    );
    assert!(asked(&plain).len() <= 12, "{:?}", asked(&plain));
}

#[test]
fn the_plain_form_of_twenty_questions_asks_twenty() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/definitions/twenty.ron");
    let file = SurveyFile::open(path.as_ref()).unwrap();
    assert!(file.problems().is_empty(), "{:?}", file.problems());
    let questions = file.form().unwrap().nodes().iter().filter(|n| n.kind == Kind::SelectOne).count();
    assert_eq!(questions, 20);
}

#[test]
fn what_tells_of_a_person_is_marked() {
    // What is said in people's own words about the courtyard, the works or a wish is talked over in public.
    let open = [
        "concern_other",
        "spot_detail",
        "goods",
        "remarks",
        "worse",
        "still_wrong",
        "wish",
        "thing",
        "micro_grid",
        "picture",
    ];
    let typed = |kind: Kind| kind.holds_text() && !kind.is_silent();
    for file in SurveyLibrary::shipped().all() {
        let survey = definition(file);
        let marks = survey.marks();
        walk(&survey.body, &mut |question| {
            let name = question.name.value.as_str();
            let marked = marks.of(name) > Privacy::Open;
            assert!(!typed(question.kind.value) || marked != open.contains(&name), "{}: {name}", file.id());
        });
    }
    let visit = SurveyLibrary::shipped();
    let marks = definition(visit.find("household-visit").unwrap()).marks();
    for name in ["must_visit", "cause", "income", "role", "special", "check_up", "dispute_about", "urgent"] {
        assert_eq!(marks.of(name), Privacy::Sensitive, "{name}");
    }
    assert_eq!((marks.of("who"), marks.of_name()), (Privacy::Personal, Privacy::Personal));
    assert_eq!(marks.of("hazard"), Privacy::Open);
}

#[test]
fn files_are_written_in_one_style() {
    for file in SurveyLibrary::shipped().all() {
        let (name, text) = (&file.source.name, &file.source.text);
        assert!(text.starts_with("// ") && text.ends_with(")\n") && !text.ends_with("\n\n"), "{name}: begin and end");
        for (n, line) in text.lines().enumerate() {
            let at = format!("{name}:{}", n + 1);
            assert!(!line.contains('\t') && !line.contains('\r') && line.trim_end() == line, "{at}: white space");
            let indent = line.len() - line.trim_start().len();
            assert!(indent.is_multiple_of(4), "{at}: indented by {indent}");
            assert!(line.chars().count() <= 190, "{at}: too long");
            assert!(!line.ends_with([')', ']', '}', '"']) || line == ")", "{at}: no comma at the end");
        }
    }
}

#[test]
fn what_the_roll_knows_of_a_household_stands_there_already() {
    let mut log = visits::Log::new(1);
    let resident = |name: &str| Resident { name: name.into(), relation: "户主".into() };
    let alone = visits::household("第一微网格", "3-2-501", &[MustVisit::PartyMember, MustVisit::SpecialNeeds]);
    log.household(Household { residents: vec![resident("周婆婆")], ..alone });
    let two = visits::household("第二微网格", "3-2-502", &[]);
    log.household(Household { residents: vec![resident("何勇"), resident("陈芳")], ..two });
    let library = SurveyLibrary::shipped();
    let before = Draft::new(library.find("household-visit").unwrap().form().unwrap().clone(), &env()).0;
    let last_saved = {
        let mut draft = before;
        Step::read("arrival/micro_grid", "第九微网格").take(&mut draft, &env()).unwrap();
        draft.finish(&env())
    };
    let begun = |survey: &str, door: &str, names: &[&str]| {
        let roll = log.roll.prefill(&Door::read(door));
        let last_saved = (survey == "household-visit").then_some(&last_saved);
        let env = Env { roll: roll.as_ref(), last_saved, ..env() };
        let (draft, _) = Draft::new(library.find(survey).unwrap().form().unwrap().clone(), &env);
        let text = |name: &&str| draft.given(draft.named(name).unwrap()).and_then(|answer| answer.value());
        names.iter().map(|name| text(name).map(Value::to_text).unwrap_or_default()).collect::<Vec<_>>()
    };
    let visit = ["micro_grid", "who", "must_visit"];
    assert_eq!(begun("household-visit", "3-2-501", &visit), ["第一微网格", "周婆婆", "party special"]);
    assert_eq!(begun("household-visit", "3-2-502", &visit), ["第二微网格", "", ""], "who is met of two is to be asked");
    assert_eq!(
        begun("household-visit", "9-9-999", &visit),
        ["第九微网格", "", ""],
        "the last household's without a roll"
    );
    assert_eq!(begun("courtyard-intake", "3-2-502", &["people"]), ["2"]);
    assert_eq!(begun("courtyard-intake", "9-9-999", &["people"]), [""]);
}

#[test]
fn authors_find_every_column_of_the_roll_with_who_may_see_it() {
    let page = include_str!("../docs/roll-in-surveys.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")).map(|row| {
        let (name, rest) = row.split_once('`').unwrap();
        (name, rest.trim_end_matches(" |").rsplit(" | ").next().unwrap())
    });
    let seen = |name| match prefill_privacy(name) {
        Privacy::Open => "everybody",
        Privacy::Personal => "personal",
        Privacy::Sensitive => "sensitive",
    };
    assert_eq!(rows.collect::<Vec<_>>(), PREFILL_COLUMNS.map(|name| (name, seen(name))));
    assert!(include_str!("../README.md").contains("(docs/roll-in-surveys.md)"));
}

/// A changed text gets another version: what stands here is changed together with it.
#[test]
fn every_text_that_is_shipped_has_its_own_version() {
    let library = SurveyLibrary::shipped();
    let found = library.all().map(|file| {
        let reference = file.reference();
        let same_file = include_shipped(&reference.id);
        // Line ends are those of the checkout.
        let hash = babahui::domain::survey::content_hash(&same_file.replace("\r\n", "\n"), file.files());
        format!("{} {} {}", reference.id, reference.version, &hash[..12])
    });
    let mut found: Vec<String> = found.collect();
    found.sort();
    assert_eq!(
        found,
        [
            "after-renewal 2024111202 9268fed0d947",
            "courtyard-intake 2024100802 a3cace231dc0",
            "household-visit 2024100802 b2bd488d46d5",
            "micro-wish 2024100802 81e10be777d2",
            "service-offer 2024100802 8e693625e721",
        ]
    );
}

fn include_shipped(id: &str) -> String {
    std::fs::read_to_string(format!("{}/surveys/{id}.ron", env!("CARGO_MANIFEST_DIR"))).unwrap()
}
