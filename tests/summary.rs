//! 汇总: the demo's 135 responses over 12 sessions on screen, filtered, by groups, read through and saved.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use std::{fs, path::Path, sync::OnceLock};

use babahui::{
    app::{BrowseFilter, Place, demo},
    store::{ResponseFilter, Sort},
    ui::Driver,
};

/// The summary of the demo's survey, in a copy of the demo of its own.
fn summary(lang: &str, size: (u16, u16), keys: &str) -> (tempfile::TempDir, Driver) {
    static BUILT: OnceLock<tempfile::TempDir> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        demo::build(dir.path()).unwrap();
        dir
    });
    let dir = tempfile::tempdir().unwrap();
    copy(built.path(), dir.path());
    let place = Place::Summary { survey: Some("courtyard-intake".into()), filter: BrowseFilter::all() };
    let mut driver = Driver::new(support::ctx(dir.path(), lang), &place, size);
    driver.keys(keys).settle();
    (dir, driver)
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_figure_of_the_story_stands_first() {
    for size in [(80, 24), (120, 40)] {
        let chinese = summary("zh-CN", size, "").1.text();
        assert!(chinese.contains("135 份答卷   12 场"), "{chinese}");
        assert!(chinese.contains("坝坝会 4   龙门阵 3   对话 3   微更新 2"), "{chinese}");
        let english = summary("en", size, "").1.text();
        assert!(english.contains("135 responses   12 sessions"), "{english}");
        assert!(english.contains("meetings 4   chats 3   dialogues 3   renewals 2"), "{english}");
    }
}

#[test]
fn pictures() {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            for (name, keys) in PICTURES {
                let (_dir, driver) = summary(lang, size, keys);
                insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
            }
        }
    }
}

const PICTURES: [(&str, &str); 9] = [
    ("first", ""),
    ("concerns", "Down*5"),
    ("question", "Down*4 Enter"),
    ("texts", "Down Enter text:李 Down*2"),
    ("filter", "F6"),
    ("filter-days", "F6 text:\"10-08 10-20\""),
    ("axes", "Down*5 F7"),
    ("cross", "Down*5 F7 Enter"),
    ("cross-sessions", "Down*5 F7 Down*2 Enter Right*3 Space"),
];

#[test]
fn a_few_keys_filter_and_as_few_take_it_back() {
    let (_dir, mut driver) = summary("zh-CN", (80, 24), "F6 text:坝坝会 Enter");
    let text = driver.text();
    assert!(text.contains("场次类型 院落坝坝会") && text.contains("4 场   坝坝会 4"), "{text}");
    assert!(!text.contains("135 份"), "{text}");
    driver.keys("F6 text:外墙脱落 Enter");
    let text = driver.text();
    assert!(text.contains("外墙脱落") && text.contains("院落坝坝会"), "{text}");
    driver.keys("Delete");
    assert!(driver.text().contains("n = 54"), "the answer went, the kind stays: {}", driver.text());
    assert!(driver.text().contains("场次类型 院落坝坝会"));
    driver.keys("F8");
    assert!(driver.text().contains("135 份答卷   12 场"));
}

#[test]
fn an_answer_filters_to_exactly_those_who_gave_it() {
    let (_dir, mut driver) = summary("en", (80, 24), "F6 text:facade Enter");
    assert!(driver.text().contains("n = 89"), "{}", driver.text());
    driver.keys("F6 Enter");
    assert!(driver.text().contains("n = 135"), "the conditions in force come first: {}", driver.text());
}

#[test]
fn days_are_typed_and_several_conditions_ticked() {
    let (_dir, mut driver) = summary("en", (80, 24), "F6 text:\"10-08 10-20\" Enter");
    assert!(driver.text().contains("Day 10-08 to 10-20"), "{}", driver.text());
    driver.keys("F8 F6 text:meeting Tab Esc F6 text:chat Tab Esc");
    let text = driver.text();
    assert!(text.contains("Kind of session courtyard meeting or community chat"), "{text}");
    assert!(text.contains("7 sessions   meetings 4   chats 3"), "{text}");
}

#[test]
fn a_filter_nobody_fulfils_says_so() {
    let (_dir, mut driver) = summary("en", (80, 24), "F6 text:\"2020-01-01\" Enter");
    assert!(driver.text().contains("No response fulfils all of this"), "{}", driver.text());
    driver.keys("Enter F7 Enter Down Esc F9 F8");
    assert!(driver.text().contains("135 responses"), "{}", driver.text());
}

#[test]
fn a_question_stands_by_groups_with_shares_of_column_or_row() {
    let (_dir, mut driver) = summary("en", (120, 40), "Down*5 F7 text:kind Enter");
    let by_column = driver.text();
    assert!(by_column.contains("by: Kind of session") && by_column.contains("community"), "{by_column}");
    assert!(by_column.contains("89  67.9%"), "{by_column}");
    driver.keys("Space");
    assert!(driver.text().contains("89 100.0%"), "{}", driver.text());
    driver.keys("Esc");
    assert!(driver.text().contains("> Which problems"), "{}", driver.text());
}

#[test]
fn texts_are_read_and_searched() {
    let (_dir, mut driver) = summary("zh-CN", (80, 24), "Down Enter");
    assert!(driver.text().contains("124 条，共 124 条"), "{}", driver.text());
    driver.keys("text:李");
    let text = driver.text();
    let rows: Vec<&str> = text.lines().filter(|line| line.contains("李")).collect();
    assert!(rows.len() > 3 && !text.contains("124 条，共"), "{text}");
    driver.keys("Backspace");
    assert!(driver.text().contains("124 条，共 124 条"));
    driver.keys("Enter");
    assert!(matches!(driver.place(), Place::Response { .. }));
    driver.keys("Esc");
    assert!(matches!(driver.place(), Place::Summary { .. }));
}

#[test]
fn what_is_on_view_is_saved_as_text_and_table() {
    let (dir, mut driver) = summary("en", (120, 40), "F6 text:facade Enter Down*5 Enter F9");
    assert!(driver.text().contains("Saved"), "{}", driver.text());
    let saved = dir.path().join("reports/courtyard-intake-20241112-140321");
    let text = fs::read_to_string(saved.with_extension("txt")).unwrap();
    assert!(text.starts_with("Counted ") && text.contains("89 responses") && text.contains("Facade peeling"), "{text}");
    assert!(!text.contains("[people]"), "one question is on view: {text}");
    assert!(fs::read_to_string(saved.with_extension("csv")).unwrap().contains("concerns,"));
    driver.keys("F5");
    assert!(matches!(driver.place(), Place::Browse { .. }));
}

#[test]
fn a_survey_is_chosen_by_its_counts() {
    let (_dir, mut driver) = summary("en", (80, 24), "F4");
    let text = driver.text();
    assert!(text.contains("> Courtyard renewal intake") && text.contains("135"), "{text}");
    driver.keys("Down Enter").settle();
    assert!(matches!(driver.place(), Place::Summary { survey: Some(id), .. } if id != "courtyard-intake"));
}

#[test]
fn nothing_answered_yet_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let place = Place::Summary { survey: Some("courtyard-intake".into()), filter: BrowseFilter::all() };
    let mut driver = Driver::new(support::ctx(dir.path(), "zh-CN"), &place, (80, 24));
    assert!(driver.text().contains("0 份答卷"), "{}", driver.text());
    assert!(driver.text().contains("还没有提交的答卷"), "{}", driver.text());
    driver.keys("Enter F7 Enter F6 Enter Esc F9 Delete F8 End");
    assert!(matches!(driver.place(), Place::Summary { .. }));
}

#[test]
fn what_was_recorded_meanwhile_is_counted_on_coming_back() {
    let (_dir, mut driver) = summary("en", (80, 24), "F6 text:facade Enter F10");
    assert!(driver.text().contains("n = 89") && driver.text().contains("89 份答卷"), "{}", driver.text());
    let ctx = driver.ctx_mut();
    let filter = ResponseFilter { survey: Some("courtyard-intake".into()), ..ResponseFilter::default() };
    let page = ctx.read(|store| store.responses(&filter, Sort::Oldest, 0, 200)).unwrap();
    for row in &page.rows {
        ctx.write(|store, stamp| store.delete_response(row.head.id, "", stamp)).unwrap();
    }
    driver.keys("F12 Esc");
    assert!(driver.text().contains("0 份答卷"), "{}", driver.text());
}
