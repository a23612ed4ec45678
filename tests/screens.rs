//! Every screen as a picture in words, in both languages, at 80x24 and 120x40.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use babahui::{app::Place, ui::Driver};

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// A picture of a place after some keys, with what `fill` put into the store.
fn shown(name: &str, place: &Place, keys: &str, fill: impl Fn(&mut babahui::app::Ctx)) {
    for lang in ["zh-CN", "en"] {
        for size in SIZES {
            let dir = tempfile::tempdir().unwrap();
            let mut ctx = support::ctx(dir.path(), lang);
            fill(&mut ctx);
            let mut driver = Driver::new(ctx, place, size);
            driver.keys(keys).settle();
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
        }
    }
}

fn with_sessions(ctx: &mut babahui::app::Ctx) {
    support::sessions(ctx);
}

#[test]
fn home_of_an_empty_store() {
    shown("home-empty", &Place::Home, "", |_| ());
}

#[test]
fn home_with_sessions() {
    shown("home-sessions", &Place::Home, "Down", with_sessions);
}

#[test]
fn help() {
    shown("help", &Place::Sessions, "F1", with_sessions);
}

#[test]
fn palette() {
    shown("palette", &Place::Sessions, "C-p", with_sessions);
}

#[test]
fn settings() {
    shown("settings", &Place::Settings, "Down*4", |_| ());
}

#[test]
fn demo() {
    // The directory's own name changes from run to run.
    for lang in ["zh-CN", "en"] {
        let dir = tempfile::tempdir().unwrap();
        let mut driver = support::driver(dir.path(), lang, (80, 24));
        driver.keys("Enter");
        assert!(driver.text().contains("135"), "{}", driver.text());
        driver.keys("Enter").settle();
        insta::assert_snapshot!(format!("home-demo-{lang}"), driver.text());
    }
}

#[test]
fn sessions() {
    shown("sessions", &Place::Sessions, "Down", with_sessions);
}

#[test]
fn sessions_before_the_first() {
    shown("sessions-none", &Place::Sessions, "", |_| ());
}

#[test]
fn a_new_session() {
    shown(
        "session-new",
        &Place::SessionEdit { session: None },
        "Enter text:第10次院落坝坝会 Enter C-u text:32日",
        |_| (),
    );
}

#[test]
fn a_window_too_small() {
    let dir = tempfile::tempdir().unwrap();
    for lang in ["zh-CN", "en"] {
        let driver = support::driver(dir.path(), lang, (40, 10));
        insta::assert_snapshot!(format!("small-{lang}"), driver.text());
    }
}
