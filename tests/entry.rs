//! Answering a survey as a surveyor does: key by key, in Chinese, interrupted, corrected.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use babahui::{
    app::{Ctx, Place, still_there},
    domain::{
        Answer, Refusal, Value,
        survey::{AnswerTree, Response},
    },
    import::SurveyFile,
    store::{ResponseFilter, Sort},
    ui::Driver,
};

/// The intake begun at door 3-2-501.
const BEGIN: &str = "F2 text:3 Enter text:2 Enter text:501 Enter";
/// One household's answers, up to the review.
const HOUSEHOLD: &str = "1 text:张嬢嬢 Enter 2 1 text:3 Enter 1 2 Enter 2 1 text:东门口 Enter 1 Enter text:200 Enter 1 \
                         3 Enter text:13812345678 Enter 2 text:充电桩离远点 Tab";

fn with_survey(mut ctx: Ctx, text: &str) -> Ctx {
    let path = ctx.dir.join("own.ron");
    std::fs::write(&path, text).unwrap();
    ctx.library.put(SurveyFile::open(&path).unwrap());
    let id = ctx.library.all().last().unwrap().id().to_owned();
    ctx.settings.survey = Some(id);
    ctx
}

/// A survey of these questions, begun.
fn begun(dir: &std::path::Path, body: &str, choices: &str) -> Driver {
    let text = format!(
        r#"Survey(id: "own", version: "1", default_language: "en", title: "Own", choices: {{ {choices} }}, body: [ {body} ])"#
    );
    let ctx = with_survey(support::ctx(dir, "en"), &text);
    let place = Place::NewResponse { survey: Some("own".into()), session: None };
    let mut driver = Driver::new(ctx, &place, (80, 24));
    driver.keys("F9");
    assert!(matches!(driver.place(), Place::Entry { .. }), "{}", driver.text());
    driver
}

fn finished(ctx: &Ctx) -> Vec<Response> {
    let page = ctx.store.responses(&ResponseFilter::default(), Sort::default(), 0, 100).unwrap();
    let history = |id| ctx.store.response(id).unwrap().unwrap();
    page.rows.iter().map(|row| history(row.head.id).current().unwrap().response.clone()).collect()
}

fn value(answers: &AnswerTree, name: &str) -> Option<String> {
    answers.answer(name).and_then(Answer::value).map(Value::to_text)
}

#[test]
fn a_household_is_entered_in_chinese_and_the_next_begins_at_its_door() {
    let dir = tempfile::tempdir().unwrap();
    let mut driver = support::driver(dir.path(), "zh-CN", (80, 24));
    driver.keys(BEGIN).keys(HOUSEHOLD);
    assert!(matches!(driver.place(), Place::Review { .. }), "{}", driver.text());
    driver.keys("Enter");
    assert!(matches!(driver.place(), Place::NewResponse { .. }), "{}", driver.text());
    assert!(driver.text().contains("已完成：3栋2单元501"), "{}", driver.text());

    let all = finished(driver.ctx());
    assert_eq!(all.len(), 1);
    let (head, answers) = (&all[0].head, &all[0].answers);
    assert_eq!((head.door.building.as_str(), head.door.household.as_str()), ("3", "501"));
    assert_eq!(head.surveyor, "张三");
    for (name, text) in [
        ("called", "张嬢嬢"),
        ("area", "middle"),
        ("people", "3"),
        ("concerns", "facade ebike"),
        ("most", "ebike"),
        ("spot_detail", "东门口"),
        ("money", "200"),
        ("phone", "13812345678"),
        ("remarks", "充电桩离远点"),
    ] {
        assert_eq!(value(answers, name).as_deref(), Some(text), "{name}");
    }
    assert!(all[0].audit.iter().any(|line| line.old.is_none()), "the trail of answers is kept");

    // The next household: only the door's number is typed, the rest stands from the one before.
    driver.keys("text:502 Enter");
    assert!(driver.text().contains("3栋2单元502"), "{}", driver.text());
    driver.keys("1 text:李老师 Enter");
    assert!(driver.text().contains("(*) 院坝中间"), "last household's part of the courtyard\n{}", driver.text());
}

#[test]
fn a_draft_that_was_finished_is_no_place_to_return_to() {
    let dir = tempfile::tempdir().unwrap();
    let mut driver = support::driver(dir.path(), "zh-CN", (80, 24));
    driver.keys(BEGIN);
    let entry = driver.place();
    assert!(still_there(&entry, &driver.ctx().store));
    driver.keys(HOUSEHOLD).keys("Enter");
    assert!(!still_there(&entry, &driver.ctx().store));
    assert!(still_there(&Place::Home, &driver.ctx().store));
}

#[test]
fn twenty_single_choices_take_at_most_twenty_one_keys() {
    let dir = tempfile::tempdir().unwrap();
    let ctx = with_survey(support::ctx(dir.path(), "zh-CN"), include_str!("definitions/twenty.ron"));
    let place = Place::NewResponse { survey: Some("twenty".into()), session: None };
    let mut driver = Driver::new(ctx, &place, (80, 24));
    driver.keys("F9");
    let keys: Vec<String> = (0..20).map(|n| (n % 3 + 1).to_string()).chain(["Enter".to_owned()]).collect();
    assert_eq!(keys.len(), 21);
    driver.keys(&keys.join(" "));
    let all = finished(driver.ctx());
    assert_eq!(all.len(), 1, "{}", driver.text());
    assert_eq!(all[0].answers.0.len(), 20);
    assert_eq!(value(&all[0].answers, "q20").as_deref(), Some("unsure"));
}

#[test]
fn an_interrupted_entry_opens_where_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let mut driver = support::driver(dir.path(), "zh-CN", (80, 24));
    driver.keys(BEGIN).keys("1 text:张嬢嬢 Enter 2 1 text:3");
    // The last answer was typed and not entered: leaving keeps it all the same.
    driver.keys("Esc");
    assert_eq!(driver.place(), Place::Home);
    drop(driver);

    let mut again = support::driver(dir.path(), "zh-CN", (80, 24));
    assert!(again.text().contains("3栋2单元501"), "{}", again.text());
    again.keys("Home Enter");
    assert!(matches!(again.place(), Place::Entry { .. }), "{}", again.text());
    let text = again.text();
    assert!(text.contains("张嬢嬢") && text.contains("平时家里住几个人？"), "{text}");
    again.keys("Enter");
    assert!(again.text().contains("院子里哪些问题您家最关心？"), "{}", again.text());
}

#[test]
fn what_is_wrong_is_said_at_once_and_does_not_lock_the_surveyor_in() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Integer(name: "people", label: "How many?", required: "true", constraint: ". > 0 and . < 30",
        constraint_message: "One to thirty"), Text(name: "more", label: "More?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("Enter");
    assert!(driver.text().contains("An answer is needed"), "{}", driver.text());
    driver.keys("text:x Enter");
    assert!(driver.text().contains("How many?"), "{}", driver.text());
    driver.keys("Backspace text:40 Enter");
    assert!(driver.text().contains("One to thirty"), "{}", driver.text());
    driver.keys("PgDn");
    assert!(driver.text().contains("More?"), "one may go on\n{}", driver.text());
    driver.keys("F9");
    assert!(driver.text().contains("One to thirty"), "the review has it on top\n{}", driver.text());
    driver.keys("C-s");
    assert!(driver.text().contains("still open"), "and does not finish\n{}", driver.text());
    driver.keys("Enter C-u text:4 Enter text:fine Enter Enter");
    assert_eq!(finished(driver.ctx()).len(), 1, "{}", driver.text());
}

#[test]
fn a_soft_warning_is_passed_with_a_reason() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Integer(name: "people", label: "How many?", warning: ". <= 8", warning_message: "More than eight?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("text:11 Enter");
    assert!(driver.text().contains("More than eight?"), "{}", driver.text());
    driver.keys("Enter");
    assert!(driver.text().contains("Why it stands"), "no reason, no passing\n{}", driver.text());
    driver.keys("text:lodgers Enter");
    assert!(matches!(driver.place(), Place::Review { .. }), "{}", driver.text());
    driver.keys("Enter");
    assert_eq!(value(&finished(driver.ctx())[0].answers, "people").as_deref(), Some("11"));
}

#[test]
fn refusals_are_answers_where_the_question_offers_them() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Integer(name: "age", label: "How old?", required: "true", refusals: [Refused]), Text(name: "b", label: "B?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("F8");
    assert!(driver.text().contains("cannot be noted"), "{}", driver.text());
    driver.keys("F7");
    assert!(driver.text().contains("B?"), "{}", driver.text());
    driver.keys("Enter Enter");
    assert_eq!(finished(driver.ctx())[0].answers.answer("age"), Some(&Answer::Refusal(Refusal::Refused)));
}

#[test]
fn an_answer_hidden_for_a_while_comes_back() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"SelectOne(name: "pet", label: "A pet?", choices: "yn"),
        Text(name: "which", label: "Which?", relevant: "${pet} = 'y'"), Text(name: "end", label: "The end?")"#;
    let mut driver = begun(dir.path(), body, r#""yn": [(name: "y", label: "Yes"), (name: "n", label: "No")]"#);
    driver.keys("1 text:cat Enter PgUp PgUp 2");
    assert!(driver.text().contains("The end?") && !driver.text().contains("Which?"), "{}", driver.text());
    driver.keys("PgUp 1");
    assert!(driver.text().contains("cat"), "{}", driver.text());
}

#[test]
fn instances_are_added_moved_and_removed() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Repeat(name: "member", label: "Member", body: [Text(name: "who", label: "Who?")]), Text(name: "z", label: "Z?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("size:60x16 Enter text:Wang Enter 2");
    assert!(driver.text().contains("2 Member"), "which one it is, also without the tree\n{}", driver.text());
    driver.keys("size:80x24 text:Li Enter 2 text:Chen Enter");
    let text = driver.text();
    assert!(["Wang", "Li", "Chen"].iter().all(|who| text.contains(who)), "{text}");
    driver.keys("End C-Up Home Down*2 Delete");
    let text = driver.text();
    assert!(!text.contains("Wang") && text.find("Chen") < text.find("Li"), "{text}");
    driver.keys("F9");
    assert!(driver.text().contains("2 Member"), "{}", driver.text());
    driver.keys("Esc 1 Enter Enter");
    let all = finished(driver.ctx());
    let members = all[0].answers.instances("member");
    assert_eq!(members.iter().map(|m| value(m, "who").unwrap()).collect::<Vec<_>>(), ["Chen", "Li"]);
}

#[test]
fn ten_thousand_choices_narrow_as_one_types() {
    let dir = tempfile::tempdir().unwrap();
    let rows: Vec<String> = (0..10_000).map(|n| format!(r#"(name: "c{n}", label: "Lane {n}")"#)).collect();
    let body = r#"SelectOne(name: "lane", label: "Which lane?", choices: "lane"), Text(name: "z", label: "Z?")"#;
    let mut driver = begun(dir.path(), body, &format!(r#""lane": [{}]"#, rows.join(",")));
    driver.keys("text:9876");
    assert!(driver.text().contains("Lane 9876"), "{}", driver.text());
    driver.keys("Enter Enter Enter");
    assert_eq!(value(&finished(driver.ctx())[0].answers, "lane").as_deref(), Some("c9876"));
}

#[test]
fn dates_are_typed_short_and_shown_in_full_before_one_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Date(name: "day", label: "When?"), Text(name: "z", label: "Z?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("text:+3");
    assert!(driver.text().contains("2024-11-15"), "{}", driver.text());
    driver.keys("Enter Enter Enter");
    assert_eq!(value(&finished(driver.ctx())[0].answers, "day").as_deref(), Some("2024-11-15"));
}

#[test]
fn the_language_changes_in_the_middle_and_keeps_every_answer() {
    let dir = tempfile::tempdir().unwrap();
    let mut driver = support::driver(dir.path(), "zh-CN", (80, 24));
    driver.keys(BEGIN).keys("1 text:张嬢嬢 F10");
    let text = driver.text();
    assert!(text.contains("张嬢嬢") && text.contains("What may I call you?"), "{text}");
    driver.keys("F10");
    assert!(driver.text().contains("怎么称呼您？"), "{}", driver.text());
}

#[test]
fn the_same_door_twice_is_pointed_out_and_not_blocked() {
    let dir = tempfile::tempdir().unwrap();
    let mut driver = support::driver(dir.path(), "zh-CN", (80, 24));
    driver.keys(BEGIN).keys(HOUSEHOLD).keys("Enter text:501 Enter");
    assert!(driver.text().contains("这户这一场已经填过了"), "{}", driver.text());
    driver.keys("Enter");
    assert!(matches!(driver.place(), Place::Entry { .. }), "{}", driver.text());
}

#[test]
fn hostile_answers_stay_words_on_screen() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Text(name: "a", label: "A?"), Text(name: "b", label: "So ${a}?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("\"paste:x\u{1b}[2J\u{202e}y\" Enter");
    let text = driver.text();
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}') && text.contains("So x"), "{text}");
}

/// Pictures of entry and review in both languages and sizes.
#[test]
fn pictures() {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            let dir = tempfile::tempdir().unwrap();
            let mut driver = support::driver(dir.path(), lang, size);
            let mut shot = |name: &str, keys: &str| {
                driver.keys(keys);
                insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
            };
            shot("start", "F2 text:3 Enter text:2 Enter text:501");
            shot("entry-confirm", "Enter");
            shot("entry-page", "1 text:张嬢嬢 Enter");
            shot("entry-many-wrong", "2 1 text:3 Enter 1 2 3 4");
            shot("review-open", "4 3 Enter F9");
            shot("entry-last", "Home Enter End Tab text:充电桩离远点");
        }
    }
}

/// A survey of these questions, begun and left in the middle of typing by a crash, and opened again.
fn crashed(driver: Driver, dir: &std::path::Path) -> Driver {
    let place = driver.place();
    drop(driver);
    Driver::new(support::ctx(dir, "en"), &place, (80, 24))
}

#[test]
fn a_crash_in_the_middle_of_typing_loses_no_word() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Date(name: "day", label: "When?"), Text(name: "story", label: "What?", appearance: "multiline"), Text(name: "z", label: "Z?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("text:11-");
    let mut driver = crashed(driver, dir.path());
    assert!(driver.text().contains("11-"), "{}", driver.text());
    driver.keys("text:15 Enter text:\"The pump broke\\nand\"");
    let mut driver = crashed(driver, dir.path());
    assert!(driver.text().contains("The pump broke"), "{}", driver.text());
    driver.keys("text:\" water came\" PgDn Enter Enter");
    let all = finished(driver.ctx());
    assert_eq!(all.len(), 1, "{}", driver.text());
    assert_eq!(value(&all[0].answers, "day").as_deref(), Some("2024-11-15"));
    assert_eq!(value(&all[0].answers, "story").as_deref(), Some("The pump broke\nand water came"));
    assert_eq!(all[0].audit.len(), 2, "half a text is no answer and leaves no trail");
    assert_eq!(std::fs::read_dir(dir.path().join("typed")).unwrap().count(), 0);
}

#[test]
fn what_is_half_typed_stays_when_the_language_changes_or_help_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Date(name: "day", label: "When?"), Text(name: "z", label: "Z?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("text:12- F10");
    assert!(driver.text().contains("12-"), "{}", driver.text());
    driver.keys("F1 Esc");
    assert!(driver.text().contains("12-"), "{}", driver.text());
    driver.keys("PgDn PgUp text:3 Enter Enter Enter");
    assert_eq!(value(&finished(driver.ctx())[0].answers, "day").as_deref(), Some("2024-12-03"), "{}", driver.text());
}

#[test]
fn a_text_is_changed_in_an_editor() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Text(name: "who", label: "Who?"), Acknowledge(name: "ok", label: "Sure?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("text:李");
    assert!(driver.edit(|text| format!("{text}𠮷")));
    assert!(driver.text().contains("李𠮷"), "{}", driver.text());
    driver.keys("Enter");
    assert!(!driver.edit(str::to_owned), "a choice has no text");
    driver.keys("Enter Enter");
    assert_eq!(value(&finished(driver.ctx())[0].answers, "who").as_deref(), Some("李𠮷"));
}

#[test]
fn a_ranking_shows_places_and_is_put_in_order() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Rank(name: "r", label: "What first?", choices: "c"), Text(name: "z", label: "Z?")"#;
    let choices = r#""c": [(name: "a", label: "Walls"), (name: "b", label: "Bikes"), (name: "d", label: "Doors")]"#;
    let mut driver = begun(dir.path(), body, choices);
    driver.keys("2 3 1");
    assert!(driver.text().contains("[ 1] Bikes") && driver.text().contains("[ 3] Walls"), "{}", driver.text());
    driver.keys("C-Up");
    assert!(driver.text().contains("[ 2] Walls") && driver.text().contains("[ 3] Doors"), "{}", driver.text());
    driver.keys("C-Up C-Up Enter Enter Enter");
    assert_eq!(value(&finished(driver.ctx())[0].answers, "r").as_deref(), Some("a b d"), "{}", driver.text());
}

#[test]
fn many_of_a_long_list_are_ticked_and_let_go() {
    let dir = tempfile::tempdir().unwrap();
    let rows: Vec<String> = (1..=30).map(|n| format!(r#"(name: "c{n}", label: "Lane {n}")"#)).collect();
    let body = r#"SelectMultiple(name: "lanes", label: "Which?", choices: "l"), Text(name: "z", label: "Z?")"#;
    let mut driver = begun(dir.path(), body, &format!(r#""l": [{}]"#, rows.join(",")));
    driver.keys("Space Down Space text:29 Enter Home Space");
    driver.keys("Enter Enter Enter");
    assert_eq!(value(&finished(driver.ctx())[0].answers, "lanes").as_deref(), Some("c2 c29"), "{}", driver.text());
}

#[test]
fn a_scale_of_many_steps_is_stepped_with_the_arrows() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Range(name: "m", label: "How much?", parameters: (start: 0, end: 500, step: 50)),
        Decimal(name: "d", label: "Area?", appearance: "thousands-sep"), Text(name: "z", label: "Z?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("Right*4 Left Enter text:12345.5");
    assert!(driver.text().contains("12 345.5"), "{}", driver.text());
    driver.keys("Enter Enter Enter");
    let all = finished(driver.ctx());
    assert_eq!(value(&all[0].answers, "m").as_deref(), Some("100"), "{}", driver.text());
}

#[test]
fn a_picture_is_copied_beside_the_data() {
    let dir = tempfile::tempdir().unwrap();
    let photo = dir.path().join("wall.jpg");
    std::fs::write(&photo, "picture").unwrap();
    let mut driver = begun(dir.path(), r#"Image(name: "p", label: "A picture?"), Text(name: "z", label: "Z?")"#, "");
    driver.keys("text:/no/such.jpg Enter");
    assert!(driver.text().contains("There is no file /no/such.jpg"), "{}", driver.text());
    driver.keys(&format!("C-u paste:{} Enter Enter Enter", photo.display()));
    let all = finished(driver.ctx());
    assert_eq!(value(&all[0].answers, "p").as_deref(), Some("wall.jpg"), "{}", driver.text());
    let copy = dir.path().join("files").join(all[0].head.id.to_string()).join("wall.jpg");
    assert_eq!(std::fs::read_to_string(copy).unwrap(), "picture");
}

#[test]
fn a_refusal_of_a_text_is_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Text(name: "who", label: "Who?", refusals: [Refused]), Text(name: "z", label: "Z?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("F7 PgUp");
    assert!(driver.text().contains("Refused"), "{}", driver.text());
    driver.keys("Delete Enter Enter Enter");
    assert_eq!(finished(driver.ctx())[0].answers.answer("who"), None, "{}", driver.text());
}

#[test]
fn instances_inside_a_page_of_several_questions() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Group(name: "g", label: "Home", appearance: "field-list", body: [
            Text(name: "who", label: "Who?"),
            Repeat(name: "kid", label: "Child", body: [Text(name: "name", label: "Name?")]),
            Text(name: "tail", label: "Tail?"),
        ]), Text(name: "z", label: "Z?")"#;
    let mut driver = begun(dir.path(), body, "");
    driver.keys("text:Wang Enter text:end Enter");
    assert!(driver.text().contains("Add: Child"), "the repeat has a page of its own\n{}", driver.text());
    driver.keys("Enter text:Li Enter 1");
    assert!(driver.text().contains("Z?"), "{}", driver.text());
    driver.keys("Enter Enter");
    let all = finished(driver.ctx());
    assert!(format!("{:?}", all[0].answers).contains("Li"), "{}", driver.text());
}

#[test]
fn a_long_text_is_scrolled_and_leaves_room_for_the_answer() {
    let dir = tempfile::tempdir().unwrap();
    let long: Vec<String> = (1..=60).map(|n| format!("Line {n}.")).collect();
    let body = format!(
        r#"Note(name: "n", label: "{0}"), Text(name: "t", label: "{0}"), SelectOne(name: "s", label: "{0}", choices: "c")"#,
        long.join("\\n")
    );
    let mut driver = begun(dir.path(), &body, r#""c": [(name: "a", label: "A"), (name: "b", label: "B")]"#);
    assert!(driver.text().contains("Line 1.") && !driver.text().contains("Line 60."), "{}", driver.text());
    driver.keys("Down*80");
    assert!(driver.text().contains("Line 60."), "{}", driver.text());
    driver.keys("Enter text:typed");
    assert!(driver.text().contains("typed") && driver.cursor().is_some(), "{}", driver.text());
    driver.keys("Enter");
    assert!(driver.text().contains("1 ( ) A"), "{}", driver.text());
}

#[test]
fn a_heading_of_a_table_asks_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let body = r#"Group(name: "page", label: "Page", appearance: "field-list", body: [
        SelectOne(name: "head", label: "How is it?", choices: "grade", appearance: "label", required: "true"),
        SelectOne(name: "light", label: "Lights", choices: "grade", appearance: "list-nolabel"),
        SelectOne(name: "walk", label: "Paths", choices: "grade", appearance: "list-nolabel") ])"#;
    let mut driver =
        begun(dir.path(), body, r#""grade": [(name: "bad", label: "Bad"), (name: "good", label: "Good")]"#);
    assert!(driver.text().contains("question 1 of 2"), "{}", driver.text());
    driver.keys("2 1 F9");
    let all = finished(driver.ctx());
    assert_eq!((value(&all[0].answers, "light").as_deref(), all[0].answers.answer("head")), (Some("good"), None));
}

#[test]
fn an_answer_goes_to_the_clipboard() {
    let dir = tempfile::tempdir().unwrap();
    let mut driver = support::driver(dir.path(), "zh-CN", (80, 24));
    driver.keys(BEGIN).keys("C-y");
    assert_eq!(driver.copied(), None);
    assert!(driver.text().contains("没有可复制的"), "{}", driver.text());
    driver.keys("1 text:张嬢嬢 C-y");
    assert_eq!(driver.copied(), Some("张嬢嬢"));
    assert!(driver.text().contains("已复制"), "{}", driver.text());
}
