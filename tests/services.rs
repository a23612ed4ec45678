//! 便民服务 by keys: a request finds an offer and is served, a team's hours add up, a duty is done before it is late.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fs, path::Path, sync::LazyLock};

use babahui::{
    app::{Place, demo},
    domain::service::Services,
    ui::Driver,
};

mod support;

/// The demo, made once; each test works on a copy.
static DEMO: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    demo::build(dir.path()).unwrap();
    dir
});

fn services(lang: &str, size: (u16, u16)) -> (tempfile::TempDir, Driver) {
    let dir = tempfile::tempdir().unwrap();
    for file in fs::read_dir(DEMO.path()).unwrap().flatten().filter(|file| file.path().is_file()) {
        fs::copy(file.path(), dir.path().join(file.file_name())).unwrap();
    }
    let driver = at(dir.path(), lang, size);
    (dir, driver)
}

fn at(dir: &Path, lang: &str, size: (u16, u16)) -> Driver {
    Driver::new(support::ctx(dir, lang), &Place::Services, size)
}

#[test]
fn a_request_is_matched_and_served_and_taken_back() {
    let (dir, mut d) = services("zh-CN", (100, 30));
    assert!(d.text().contains("! 还没找到人"), "{}", d.text());
    // The haircut waits: it stands first. Nobody offers that, so all are muted, but somebody can still be asked.
    d.keys("Enter");
    assert!(d.text().contains("熊先生"), "{}", d.text());
    d.keys("Enter");
    assert!(d.text().contains("牵给"), "{}", d.text());
    d.keys("Enter text:40 Enter Enter");
    assert!(d.text().contains("1 次"), "{}", d.text());
    let served = |d: &Driver| d.ctx().register::<Services>().unwrap().given().count();
    assert_eq!(served(&d), 8);
    d.keys("C-z");
    assert_eq!(served(&d), 7);
    d.keys("C-z");
    assert!(d.text().contains("! 还没找到人"), "{}", d.text());
    drop(d);
    let d = at(dir.path(), "zh-CN", (100, 30));
    assert_eq!(served(&d), 7, "what was taken back stays so");
}

#[test]
fn what_a_team_does_counts_hours_for_each_of_them() {
    let (_dir, mut d) = services("zh-CN", (100, 30));
    d.keys("Tab Tab");
    assert!(d.text().contains("暖心小队 35.0 小时"), "{}", d.text());
    d.keys("C-n text:修楼道灯 Enter text:罗师傅、母师傅 Enter Enter text:30 Enter Enter");
    assert!(d.text().contains("暖心小队 36.0 小时"), "{}", d.text());
}

#[test]
fn a_duty_is_set_up_done_and_ended() {
    let (_dir, mut d) = services("zh-CN", (100, 30));
    d.keys("Tab Tab Tab C-n");
    d.keys("text:擦宣传栏 Enter text:卢大爷 Enter C-u text:14 Enter C-u text:2024-11-01 Enter");
    assert!(d.text().contains("擦宣传栏") && d.text().contains("逾期 11 天"), "{}", d.text());
    d.keys("Enter Enter Enter Enter");
    assert!(d.text().contains("11-26"), "14 days after today: {}", d.text());
    d.keys("text:擦宣传栏 Delete");
    d.keys("Enter");
    assert!(d.text().contains("写几个字：为啥不做了"), "{}", d.text());
    d.keys("text:换电子屏了 Enter");
    assert!(d.text().contains("不做了"), "{}", d.text());
}

#[test]
fn wrong_numbers_are_said_and_nothing_typed_is_lost() {
    let (_dir, mut d) = services("en", (100, 30));
    d.keys("Tab Tab C-n text:\"mended a chair\" Enter text:Ma Enter Enter text:long Enter Enter");
    assert!(d.text().contains("Minutes as a number") && d.text().contains("mended a chair"), "{}", d.text());
}

#[test]
fn every_view_in_both_languages_and_sizes() {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            let (_dir, mut d) = services(lang, size);
            for (view, keys) in [("requests", "C-l"), ("offers", "Tab"), ("given", "Tab"), ("duties", "Tab")] {
                d.keys(keys);
                insta::assert_snapshot!(format!("{view}-{lang}-{}x{}", size.0, size.1), d.text());
            }
            d.keys("Tab F5");
            insta::assert_snapshot!(format!("match-{lang}-{}x{}", size.0, size.1), d.text());
        }
    }
}
