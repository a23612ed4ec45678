//! The demo: the story's figures, through the real forms and the real store, the same every time.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;
#[path = "support/told.rs"]
mod told;

use std::{collections::BTreeMap, path::Path};

use babahui::{
    app::demo,
    domain::{
        Answer, SeededIds, Value,
        record::{Body, Record},
        survey::Entry,
    },
    store::{OpenOptions, ResponseFilter, Sort, Store},
};

fn open(dir: &Path) -> Store {
    let mut ids = SeededIds::new(99);
    let now = "2026-01-01T08:00:00+08:00".parse().unwrap();
    let options = OpenOptions { community: "别处".into(), ids: &mut ids, now, page_limit: None };
    Store::open(dir, options).unwrap().into_store()
}

/// A demo in a directory of its own.
fn built() -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    assert!(demo::build(dir.path()).unwrap().fresh);
    let store = open(dir.path());
    (dir, store)
}

/// Every record about a response, session, meeting or what was agreed, in a fixed order.
fn log(store: &Store) -> Vec<Record> {
    let page = store.responses(&ResponseFilter::default(), Sort::Oldest, 0, 1000).unwrap();
    let responses = page.rows.iter().map(|row| row.head.id.to_string());
    let sessions = store.sessions(true).unwrap().into_iter().map(|row| row.session.id.to_string());
    let meetings = store.meetings().unwrap().into_iter().map(|row| row.id.to_string());
    let held = responses.chain(sessions).chain(meetings);
    let mut records: Vec<Record> = held.flat_map(|entity| store.records(&entity).unwrap()).collect();
    records.extend(store.records_about(babahui::store::About::Register("ledger")).unwrap().0);
    records
}

#[test]
fn holds_135_submissions_over_12_sessions_of_four_kinds() {
    let (_dir, store) = built();
    let sessions = store.sessions(false).unwrap();
    assert_eq!(sessions.len(), 12);
    let mut kinds = BTreeMap::new();
    for row in &sessions {
        *kinds.entry(format!("{:?}", row.session.kind)).or_insert(0) += 1;
        assert!(row.counts.submissions() >= 8, "{}", row.session.title);
    }
    assert_eq!(kinds.into_values().collect::<Vec<_>>(), [3, 4, 2, 3]);
    assert_eq!(sessions.iter().map(|row| row.counts.submissions()).sum::<u64>(), 135);
    let mut submissions = 0;
    store.submissions("courtyard-intake", |s| submissions += usize::from(s.session.is_some())).unwrap();
    assert_eq!(submissions, 135);
}

#[test]
fn the_concerns_come_in_the_order_of_the_story() {
    let (_dir, store) = built();
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    let (mut blank, mut refused, mut yuan) = (0, 0, 0);
    store
        .submissions("courtyard-intake", |s| {
            match s.answers.0.get("concerns") {
                Some(Entry::Answer(Answer::Value(Value::Choices(picked)))) => {
                    for concern in picked {
                        *named.entry(concern.clone()).or_default() += 1;
                    }
                }
                Some(Entry::Answer(Answer::Refusal(_))) => refused += 1,
                Some(Entry::Blank) => blank += 1,
                other => panic!("{other:?}"),
            }
            if let Some(Answer::Value(Value::Integer(n))) = s.answers.answer("money") {
                yuan += n;
            }
        })
        .unwrap();
    let mut order: Vec<(&str, usize)> = named.iter().map(|(concern, n)| (concern.as_str(), *n)).collect();
    order.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    assert_eq!(
        order,
        [("facade", 89), ("ebike", 77), ("access", 62), ("leisure", 44), ("look", 39), ("manhole", 28), ("other", 11)]
    );
    assert_eq!((blank, refused), (3, 1));
    assert_eq!(yuan, 40_000, "what households would give is what the story says they gave");
}

#[test]
fn tells_the_story_that_the_journey_by_keys_ends_with() {
    let (dir, store) = built();
    drop(store);
    assert_eq!(told::told(dir.path()), told::story());
}

#[test]
fn holds_some_of_everything_else_too() {
    let (_dir, store) = built();
    let counts: BTreeMap<_, _> = store.survey_counts().unwrap().into_iter().collect();
    for survey in ["household-visit", "micro-wish", "service-offer", "after-renewal"] {
        assert!(counts[survey].submissions() >= 4, "{survey}");
    }
    assert!(counts["courtyard-intake"].approved > 50 && counts["courtyard-intake"].finished > 50);
    let drafts = store.drafts().unwrap();
    assert_eq!(drafts.len(), 1);
    assert_eq!((drafts[0].head.door.building.as_str(), drafts[0].head.door.household.as_str()), ("3", "501"));
    assert!(drafts[0].cursor.is_some() && drafts[0].edits >= 6);
    let corrected =
        log(&store).iter().filter(|r| matches!(&r.body, Body::Response(r) if r.head.correction.is_some())).count();
    assert_eq!(corrected, 1);
}

#[test]
fn is_the_same_every_time_and_verifies() {
    let ((_a, first), (_b, second)) = (built(), built());
    let (one, other) = (log(&first), log(&second));
    assert!(one.len() > 200, "{}", one.len());
    // The chain hash of the last record covers everything recorded before it.
    assert_eq!(one, other);
    assert_eq!(first.drafts().unwrap(), second.drafts().unwrap());
    assert!(first.verify().unwrap().is_empty());
}

#[test]
fn a_demo_that_is_there_is_found_and_left_as_it_is() {
    let (dir, store) = built();
    let before = log(&store);
    drop(store);
    assert!(!demo::build(dir.path()).unwrap().fresh);
    let store = open(dir.path());
    assert_eq!(log(&store), before);
    assert!(demo::is_demo(&store));
}

#[test]
fn another_store_is_refused_and_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(dir.path()));
    let refused = demo::build(dir.path());
    assert!(matches!(refused, Err(demo::DemoFault::Occupied { .. })), "{refused:?}");
    let store = open(dir.path());
    assert!(!demo::is_demo(&store) && log(&store).is_empty());
}
