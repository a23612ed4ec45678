//! The minutes on screen: read, written into, made final, corrected, posted, saved.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/rich.rs"]
mod rich;

use std::{path::Path, sync::Arc};

use babahui::{
    app::{Ctx, FixedClock, Parts, Place, Settings},
    domain::{Lang, SeededIds},
    store::{OpenOptions, Store},
    ui::Driver,
};

/// The program at the minutes, after the meeting.
fn driver(dir: &Path, lang: &str, size: (u16, u16)) -> Driver {
    let mut ids = SeededIds::new(1);
    let options = OpenOptions { community: String::new(), ids: &mut ids, now: rich::at(-40_000), page_limit: None };
    let mut store = Store::open(dir, options).unwrap().into_store();
    rich::keep(&mut store);
    Driver::new(ctx(dir, lang, store, ids), &Place::Minutes { meeting: rich::MEETING }, size)
}

/// The program started again on what another left behind.
fn reopened(dir: &Path) -> Driver {
    let mut ids = SeededIds::new(2);
    let options = OpenOptions { community: String::new(), ids: &mut ids, now: rich::at(91), page_limit: None };
    let store = Store::open(dir, options).unwrap().into_store();
    Driver::new(ctx(dir, "zh-CN", store, ids), &Place::Minutes { meeting: rich::MEETING }, (80, 24))
}

fn ctx(dir: &Path, lang: &str, store: Store, ids: SeededIds) -> Ctx {
    Ctx::new(Parts {
        dir: dir.to_path_buf(),
        lang: Lang::new(lang),
        no_color: false,
        settings: Settings { surveyor: Some("张三".into()), ..Settings::default() },
        clock: Box::new(Arc::new(FixedClock::new(rich::at(90)))),
        ids: Box::new(ids),
        store,
    })
}

fn shown(name: &str, keys: &str) {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            let dir = tempfile::tempdir().unwrap();
            let mut driver = driver(dir.path(), lang, size);
            driver.keys(keys).settle();
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
        }
    }
}

#[test]
fn the_minutes() {
    shown("minutes", "");
}

#[test]
fn a_vote_and_its_result() {
    shown("minutes-votes", "PgDn PgDn PgDn");
}

#[test]
fn words_being_written() {
    shown("minutes-words", "Tab Tab Enter text:王主任讲了垃圾分类 Enter text:下周试行");
}

#[test]
fn a_last_look_before_they_are_final() {
    shown("minutes-final", "F9");
}

#[test]
fn a_correction_with_its_reason() {
    shown("minutes-correction", "F9 F9 F9 text:漏记一户 Enter End");
}

#[test]
fn the_posting() {
    shown("minutes-posting", "F6 Enter Enter text:到社区办公室 Enter");
}

#[test]
fn the_days_of_the_posting() {
    shown("minutes-posting-days", "F6 Enter C-u text:32日");
}

#[test]
fn what_is_written_stands_in_the_minutes_and_final_ones_are_only_read() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = driver(dir.path(), "zh-CN", (100, 30));
    assert_eq!(d.cursor(), None);
    d.keys("Tab Enter text:先念规则 Enter text:再念纪律");
    assert!(d.cursor().is_some(), "an input method needs the cursor");
    d.keys("Esc");
    assert!(d.text().contains("先念规则") && d.text().contains("再念纪律"), "{}", d.text());
    d.keys("F9");
    assert!(d.text().contains("再按 F9"), "{}", d.text());
    d.keys("Esc");
    assert!(!d.text().contains("再按 F9"), "{}", d.text());
    d.keys("F9 F9");
    assert!(d.text().contains("第 1 版，"), "{}", d.text());
    d.keys("Enter");
    assert_eq!(d.cursor(), None, "nothing to write in what is final");
    d.keys("F9 Enter");
    assert!(d.text().contains("请写更正的原因"), "{}", d.text());
    d.keys("text:漏记一户 Enter Tab Enter text:，补一户 C-s F9 F9 Home");
    assert!(d.text().contains("更正第 1 版：漏记一户"), "{}", d.text());
    d.keys("Left Tab");
    assert!(d.text().contains("第 1 版，") && !d.text().contains("补一户"), "{}", d.text());
    d.keys("Right C-s");
    assert!(d.text().contains("已保存"), "{}", d.text());
    let saved = std::fs::read_dir(dir.path().join("reports")).unwrap().count();
    assert_eq!(saved, 2, "text and Markdown");
}

#[test]
fn what_was_made_final_by_mistake_is_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = driver(dir.path(), "zh-CN", (100, 30));
    d.keys("F9 F9");
    assert!(d.text().contains("第 1 版，"), "{}", d.text());
    d.keys("C-z Tab Enter text:还要改 Esc");
    assert!(d.text().contains("还要改"), "{}", d.text());
}

#[test]
fn what_is_private_is_not_on_the_public_print() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = driver(dir.path(), "zh-CN", (100, 200));
    assert!(d.text().contains("情绪大") && d.text().contains("不愿留名的陈家"), "{}", d.text());
    d.keys("F7");
    assert!(!d.text().contains("情绪大") && !d.text().contains("不愿留名的陈家"), "{}", d.text());
    d.keys("F7 F7");
    assert!(d.text().contains("代赵家"), "{}", d.text());
}

#[test]
fn two_versions_stand_side_by_side() {
    shown(
        "minutes-beside",
        "Tab Tab Enter text:讲了修车棚 Esc F9 Enter F9 text:漏记一户 Enter Tab Enter text:，也讲了路灯 Esc F8 Space",
    );
}

#[test]
fn the_public_edition_stands_beside_the_facilitators() {
    shown("minutes-editions", "F8");
    let dir = tempfile::tempdir().unwrap();
    let mut d = driver(dir.path(), "zh-CN", (120, 40));
    d.keys("F8 Space");
    assert!(d.text().contains("* "), "something differs\n{}", d.text());
    assert!(!d.text().contains("有 0 处不同"));
    d.keys("Esc");
    assert!(matches!(d.place(), Place::Minutes { .. }), "Esc leads back to the page first");
    assert!(!d.text().contains("处不同"));
}

#[test]
fn a_line_being_typed_outlives_a_crash() {
    let typed = |keys: &str| {
        let dir = tempfile::tempdir().unwrap();
        let mut d = driver(dir.path(), "zh-CN", (80, 24));
        d.keys(keys);
        // Not a word is told to the program before it is gone.
        std::mem::forget(d);
        dir
    };
    let again = |dir: &Path| {
        std::fs::remove_file(dir.join("lock")).ok();
        let copy = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(dir).unwrap().map(Result::unwrap) {
            if entry.path().is_file() {
                std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
            }
        }
        std::fs::create_dir_all(copy.path().join("typed")).unwrap();
        for entry in std::fs::read_dir(dir.join("typed")).unwrap().map(Result::unwrap) {
            std::fs::copy(entry.path(), copy.path().join("typed").join(entry.file_name())).unwrap();
        }
        copy
    };
    let dir = typed("Tab Tab Enter text:王主任讲了垃圾分类 Enter text:下周试");
    let copy = again(dir.path());
    let mut d = reopened(copy.path());
    assert!(d.text().contains("下周试"), "{}", d.text());
    d.keys("text:行 Esc");
    assert!(d.text().contains("下周试行"), "{}", d.text());
    assert_eq!(std::fs::read_dir(copy.path().join("typed")).unwrap().count(), 0, "nothing is half typed any more");

    let dir = typed("F9 Enter F9 text:漏记一");
    let copy = again(dir.path());
    let mut d = reopened(copy.path());
    d.keys("text:户 Enter");
    assert!(d.text().contains("更正"), "{}", d.text());
}
