//! A person who is to be forgotten is gone from the file, and the chain still verifies.

use std::fs;

use babahui::{
    domain::{record::Body, session::SessionKind},
    store::{Imported, StoreError},
};

use crate::support::{World, findings, response, stamp};

/// Whether the bytes of `text` stand anywhere in the data directory.
fn on_disk(w: &World, text: &str) -> bool {
    let files = fs::read_dir(w.store.dir()).unwrap();
    files.map(|f| fs::read(f.unwrap().path()).unwrap()).any(|b| b.windows(text.len()).any(|w| w == text.as_bytes()))
}

#[test]
fn nothing_of_an_erased_response_is_left_and_it_does_not_come_back() {
    let mut w = World::new();
    let secret = "李家的秘密心愿";
    let head = w.head("intake", "3-2-501");
    w.store.begin_draft(&head).unwrap();
    let done = response(head.clone(), w.now, secret);
    w.store.append_edits(head.id, &done.audit, None).unwrap();
    let record = w.store.finalise(&done, stamp!(w)).unwrap();
    w.finish("intake", None, "3-2-502", "别家");
    assert!(on_disk(&w, secret));

    w.store.erase(record, "应本人要求", stamp!(w)).unwrap();
    assert!(!on_disk(&w, secret));
    assert_eq!(w.store.response(head.id).unwrap(), None);
    assert_eq!(findings(&w.store), []);
    assert_eq!(w.store.import(vec![done], stamp!(w)).unwrap(), Imported { known: 1, ..Imported::default() });
    assert_eq!(w.store.response(head.id).unwrap(), None);
    w.store.rebuild().unwrap();
    assert_eq!(findings(&w.store), []);
    assert!(matches!(w.store.erase(record, "", stamp!(w)), Err(StoreError::Fixed { .. })));
    assert!(matches!(w.store.retract(record, stamp!(w)), Err(StoreError::Fixed { .. })));
}

#[test]
fn erasing_one_revision_leaves_the_other() {
    let mut w = World::new();
    let first = w.finish("intake", None, "3-2-501", "first");
    let draft = w.store.begin_correction(first.head.id, "typo", &[]).unwrap();
    let second = response(draft.head, w.now, "second");
    let record = w.store.finalise(&second, stamp!(w)).unwrap();
    w.store.erase(record, "", stamp!(w)).unwrap();
    let now = w.store.response(first.head.id).unwrap().unwrap();
    assert_eq!(now.revisions.iter().map(|r| &r.response).collect::<Vec<_>>(), [&first]);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn what_is_not_about_a_person_or_not_there_is_not_erased() {
    let mut w = World::new();
    let session = w.session(SessionKind::Other, "x").id;
    let deleted = w.store.delete_session(session, stamp!(w)).unwrap();
    assert!(matches!(w.store.erase(deleted.id, "", stamp!(w)), Err(StoreError::Fixed { .. })));
    let nobody = "01930000-0000-7000-8000-000000000000".parse().unwrap();
    assert!(matches!(w.store.erase(nobody, "", stamp!(w)), Err(StoreError::Missing { .. })));
    assert!(matches!(w.store.retract(nobody, stamp!(w)), Err(StoreError::Missing { .. })));
    let body = Body::Retracted { record: deleted.id };
    assert!(matches!(w.store.append(body, stamp!(w)), Err(StoreError::Fixed { .. })));
    assert_eq!(findings(&w.store), []);
}
