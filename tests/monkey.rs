//! Every page in both languages and sizes, on empty and full stores, under keys pressed at random: nothing panics.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use std::path::Path;

use babahui::{
    app::{BrowseFilter, Code, Ctx, Key, Place, keymap::keymap},
    domain::ResponseId,
    store::{ResponseFilter, Sort},
    ui::Driver,
};

const PRESSES: usize = 2_000;

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// Every key the table knows, and what people type.
fn keys() -> Vec<Key> {
    let mut keys: Vec<Key> = keymap().flat_map(|row| row.keys.iter().copied()).collect();
    keys.retain(|key| {
        key.code != Code::Digits && *key != Key::ctrl('q') && *key != Key::ctrl('c') && *key != Key::ctrl('z')
    });
    keys.extend("0123456789".chars().map(Key::char));
    keys.extend("张三 ab3.,-/：１\u{202e}".chars().map(Key::char));
    keys.extend([Code::Backspace, Code::Delete, Code::Left, Code::Right].map(Key::plain));
    // People mostly go on.
    keys.extend([Key::plain(Code::Enter); 12]);
    keys.extend([Key::plain(Code::Down); 4]);
    keys
}

/// Everything there is to go to: the pages that stand for themselves, and those of what the store holds.
fn places(ctx: &Ctx) -> Vec<Place> {
    let filter = BrowseFilter::default;
    let mut places = vec![
        Place::Home,
        Place::Settings,
        Place::Sessions,
        Place::Surveys,
        Place::SessionEdit { session: None },
        Place::NewResponse { survey: None, session: None },
        Place::Browse { filter: filter() },
        Place::Summary { survey: None, filter: filter() },
        Place::Summary { survey: Some("courtyard-intake".into()), filter: filter() },
        Place::Help { over: babahui::app::Scope::Home },
        Place::Palette { over: babahui::app::Scope::Home },
        Place::Response { response: ResponseId(uuid::Uuid::nil()) },
        Place::Entry { response: ResponseId(uuid::Uuid::nil()), at: None },
        Place::Review { response: ResponseId(uuid::Uuid::nil()) },
        Place::Faults { file: "nowhere.ron".into() },
    ];
    let all = ctx.store.responses(&ResponseFilter::default(), Sort::default(), 0, 3).unwrap();
    places.extend(all.rows.iter().map(|row| Place::Response { response: row.head.id }));
    let drafts = ctx.store.drafts().unwrap();
    places.extend(drafts.iter().map(|draft| Place::Entry { response: draft.head.id, at: None }));
    places.extend(drafts.iter().map(|draft| Place::Review { response: draft.head.id }));
    let sessions = ctx.store.sessions(false).unwrap();
    places.extend(sessions.iter().take(1).map(|row| Place::SessionEdit { session: Some(row.session.id) }));
    places
}

fn demo(dir: &Path) {
    let mut driver = support::driver(dir, "en", (80, 24));
    driver.keys("Enter Enter").settle();
    assert!(driver.ctx().demo, "{}", driver.text());
}

/// A copy of the demo, so that each run begins with the same.
fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            copied(&entry.path(), &to.join(entry.file_name()));
        } else {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn every_place_opens_in_both_languages_on_an_empty_and_on_a_full_store() {
    let full = tempfile::tempdir().unwrap();
    demo(full.path());
    for lang in ["zh-CN", "en"] {
        for size in [(60, 16), (80, 24), (120, 40)] {
            let empty = tempfile::tempdir().unwrap();
            let places_there = places(&support::ctx(empty.path(), lang));
            for place in places_there {
                let driver = Driver::new(support::ctx(empty.path(), lang), &place, size);
                assert!(!driver.text().trim().is_empty(), "{place:?}");
            }
        }
        let demo = full.path().join("demo");
        for place in places(&support::ctx(&demo, lang)) {
            let mut driver = Driver::new(support::ctx(&demo, lang), &place, (80, 24));
            driver.settle();
            assert!(!driver.text().trim().is_empty(), "{place:?}");
        }
    }
}

/// Presses at each place; comes back to it whenever it was left for good.
fn pressed(ctx: Ctx, place: &Place, seed: u64, presses: usize) {
    let keys = keys();
    let mut chance = Chance(seed);
    let mut driver = Driver::new(ctx, place, (80, 24));
    let mut trail: Vec<Key> = Vec::new();
    for press in 0..presses {
        if press % 97 == 0 {
            let size = [(60, 16), (80, 24), (120, 40), (100, 30), (59, 15)][chance.below(5)];
            driver.keys(&format!("size:{}x{}", size.0, size.1));
        }
        let key = keys[chance.below(keys.len())];
        trail.push(key);
        let last: Vec<String> = trail.iter().rev().take(12).rev().map(|key| format!("{key:?}")).collect();
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            driver.press(key);
        }));
        assert!(done.is_ok(), "{place:?} seed {seed} press {press}: {last:#?}");
    }
}

#[test]
fn keys_at_random_never_panic() {
    let full = tempfile::tempdir().unwrap();
    demo(full.path());
    let demo = full.path().join("demo");
    let names = places(&support::ctx(&demo, "en"));
    for (at, place) in names.iter().enumerate() {
        for lang in ["zh-CN", "en"] {
            let own = tempfile::tempdir().unwrap();
            copied(&demo, own.path());
            pressed(support::ctx(own.path(), lang), place, at as u64 + 1, PRESSES / names.len().max(1) + 60);
        }
    }
}
