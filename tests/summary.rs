//! 汇总: the demo's 135 responses over 12 sessions on screen, filtered, by groups, read through and saved.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use std::{fs, path::Path, sync::OnceLock};

use babahui::{
    app::{BrowseFilter, Place, demo},
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

const PICTURES: [(&str, &str); 2] = [("first", ""), ("concerns", "Down*5")];
