//! How choices stand on screen: scales, columns, marks, tables, closed lists; and how each is answered by keys and mouse.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;

use babahui::{
    app::Place,
    domain::{
        Answer, Value,
        survey::{Edit, NodePath},
    },
    import::SurveyFile,
    ui::Driver,
};

/// The survey of all appearances, begun.
fn begun(dir: &std::path::Path, lang: &str, size: (u16, u16)) -> Driver {
    let mut ctx = support::ctx(dir, lang);
    let path = format!("{}/tests/definitions/appearances.ron", env!("CARGO_MANIFEST_DIR"));
    ctx.library.put(SurveyFile::open(path.as_ref()).unwrap());
    ctx.settings.survey = Some("appearances".into());
    let place = Place::NewResponse { survey: Some("appearances".into()), session: None };
    let mut driver = Driver::new(ctx, &place, size);
    driver.keys("F9");
    driver
}

/// The question the keys go to.
fn at(driver: &Driver) -> String {
    match driver.place() {
        Place::Entry { at: Some(NodePath(steps)), .. } => steps.last().unwrap().name.clone(),
        place => format!("{place:?}"),
    }
}

/// Keys from the first question to one, passing over the others blank.
const TO: [(&str, &str); 9] = [
    ("likert", ""),
    ("short", "Enter"),
    ("columns", "Enter*2"),
    ("two", "Enter*3"),
    ("pack", "Enter*4"),
    ("rating", "Enter*5"),
    ("ten", "Enter*6"),
    ("light", "Enter*7"),
    ("day", "PgDn*8"),
];

fn keys_to(name: &str) -> &'static str {
    TO.iter().find(|(at, _)| *at == name).unwrap().1
}

fn shown(name: &str, at: &str, keys: &str) {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            let dir = tempfile::tempdir().unwrap();
            let mut driver = begun(dir.path(), lang, size);
            driver.keys(keys_to(at)).keys(keys);
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
        }
    }
}

/// The answer last given to a question by these keys, and where the keys go then.
fn answered(name: &str, from: &str, keys: &str) -> (Option<String>, String) {
    let dir = tempfile::tempdir().unwrap();
    let mut driver = begun(dir.path(), "zh-CN", (80, 24));
    driver.keys(keys_to(from)).keys(keys);
    (answer(&driver, name), at(&driver))
}

fn answer(driver: &Driver, name: &str) -> Option<String> {
    let store = &driver.ctx().store;
    let draft = store.draft(store.drafts().unwrap()[0].head.id).unwrap().unwrap();
    let given = draft.edits.iter().rev().find_map(|stored| match &stored.edit {
        Edit::Set { path, answer } if path.0.last().unwrap().name == name => Some(answer.clone()),
        _ => None,
    });
    given.flatten().as_ref().and_then(Answer::value).map(Value::to_text)
}

#[test]
fn a_likert_scale_stands_on_one_line() {
    shown("likert", "likert", "Right*3");
    shown("likert-short", "short", "Right");
}

#[test]
fn columns_fill_the_width() {
    shown("columns", "columns", "2 Down Space");
    shown("columns-two", "two", "Right Down");
    shown("columns-pack", "pack", "1 3 Right");
}

#[test]
fn a_rating_is_a_row_of_marks() {
    shown("rating", "rating", "4 Up");
    shown("rating-ten", "ten", "7 Up Right");
}

#[test]
fn questions_with_the_same_choices_are_a_table() {
    shown("table", "light", "2");
    shown("table-list", "day", "1 2 Enter");
}

#[test]
fn a_closed_list_opens() {
    shown("minimal", "light", "1 1 1");
    shown("minimal-open", "light", "1 1 1 Space");
}

#[test]
fn keys_answer_whatever_the_choices_look_like() {
    let cases: [(&str, &str, &str, Option<&str>, &str); 16] = [
        ("likert", "likert", "4", Some("4"), "short"),
        ("likert", "likert", "Right Right Enter", Some("3"), "short"),
        ("likert", "likert", "Right Left Space", Some("1"), "likert"),
        ("columns", "columns", "2 Down Space", Some("shoes appliances"), "columns"),
        ("columns", "columns", "1 Enter", Some("hair"), "columns"),
        ("columns", "columns", "1 2", Some("other"), "columns"),
        ("two", "two", "Right Down Enter", Some("appliances"), "pack"),
        ("rating", "rating", "4", Some("4"), "ten"),
        ("ten", "ten", "1 0", Some("10"), "light"),
        ("ten", "ten", "1 Enter", Some("1"), "light"),
        ("ten", "ten", "7", Some("7"), "light"),
        ("light", "light", "3", Some("good"), "paths"),
        ("paths", "light", "Down Right Enter", Some("fair"), "bins"),
        ("day", "day", "1 3", Some("now later"), "day"),
        ("minimal", "light", "1 1 1 Space Down*3 Enter", Some("appliances"), "why"),
        ("minimal", "light", "1 1 1 Enter", None, "why"),
    ];
    for (name, from, keys, wanted, then) in cases {
        let (given, at) = answered(name, from, keys);
        assert_eq!((given.as_deref(), at.as_str()), (wanted, then), "{name}: {keys}");
    }
}

#[test]
fn a_quick_question_goes_on_after_the_choice() {
    let dir = tempfile::tempdir().unwrap();
    let mut driver = begun(dir.path(), "zh-CN", (80, 24));
    driver.keys("PgDn*9");
    assert_eq!(at(&driver), "quick");
    driver.keys("Down Space");
    assert!(matches!(driver.place(), Place::Review { .. }), "{}", driver.text());
    assert_eq!(answer(&driver, "quick").as_deref(), Some("month"));
}

#[test]
fn a_click_picks_a_choice_goes_to_a_question_and_to_a_row_of_the_tree() {
    let dir = tempfile::tempdir().unwrap();
    let mut driver = begun(dir.path(), "zh-CN", (80, 24));
    let find = |driver: &Driver, words: &str| {
        let text = driver.text();
        let (row, line) = text.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap();
        (babahui::locale::width(&line[..line.find(words).unwrap()]), row)
    };
    let click = |driver: &mut Driver, words: &str| {
        let (column, row) = find(driver, words);
        driver.keys(&format!("click:{column},{row}"));
    };
    click(&mut driver, "非常满意");
    assert_eq!((answer(&driver, "likert").as_deref(), at(&driver).as_str()), (Some("5"), "short"));
    click(&mut driver, "- 打几分");
    assert_eq!(at(&driver), "rating");
    driver.keys("PgDn*2");
    let (column, row) = find(&driver, "2 一般");
    let paths = find(&driver, "院里的路，下雨").1.max(row + 2);
    driver.keys(&format!("click:{},{paths}", column + 1));
    assert_eq!(answer(&driver, "paths").as_deref(), Some("fair"), "{}", driver.text());
    click(&mut driver, "为什么？");
    assert_eq!(at(&driver), "why");
}
