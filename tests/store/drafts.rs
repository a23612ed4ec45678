//! Drafts: nothing typed is lost.

use babahui::{domain::survey::ResponseState, store::StoreError};

use crate::support::{World, findings, line, response, stamp};

#[test]
fn a_draft_is_there_again_with_every_answer_and_the_cursor() {
    let mut w = World::new();
    let head = w.head("intake", "3-2-501");
    assert!(w.store.begin_draft(&head).unwrap());
    let first = [line(w.now, "/data/name", "王嬢嬢"), line(w.now, "/data/other", "井盖\u{1b}[2J响")];
    w.store.append_edits(head.id, &first, None).unwrap();
    w.wait(5);
    let second = [line(w.now, "/data/home/people", "4")];
    w.store.append_edits(head.id, &second, Some(&"/data/home/age".parse().unwrap())).unwrap();
    w.store.move_cursor(head.id, &"/data/member[2]/age".parse().unwrap()).unwrap();

    let w = w.reopen();
    let draft = w.store.draft(head.id).unwrap().unwrap();
    assert_eq!(draft.head, head);
    assert_eq!(draft.edits, [first.as_slice(), &second].concat());
    assert_eq!(draft.cursor.unwrap().to_string(), "/data/member[2]/age");
    assert_eq!(draft.touched, w.now);
    let listed = w.store.drafts().unwrap();
    assert_eq!((listed.len(), listed[0].edits, &listed[0].head), (1, 3, &head));
}

#[test]
fn beginning_again_keeps_what_was_typed() {
    let mut w = World::new();
    let head = w.head("intake", "3-2-501");
    w.store.begin_draft(&head).unwrap();
    w.store.append_edits(head.id, &[line(w.now, "/data/a", "1")], None).unwrap();
    assert!(!w.store.begin_draft(&head).unwrap());
    assert_eq!(w.store.draft(head.id).unwrap().unwrap().edits.len(), 1);
}

#[test]
fn door_and_session_can_change_while_typing() {
    let mut w = World::new();
    let mut head = w.head("intake", "3-2-501");
    w.store.begin_draft(&head).unwrap();
    head.door.household = "502".into();
    head.surveyor = "李四".into();
    w.store.change_draft(&head).unwrap();
    assert_eq!(w.store.draft(head.id).unwrap().unwrap().head, head);
}

#[test]
fn the_draft_typed_in_last_is_listed_first() {
    let mut w = World::new();
    let (old, new) = (w.head("intake", "1-1-1"), w.head("intake", "1-1-2"));
    w.store.begin_draft(&old).unwrap();
    w.store.begin_draft(&new).unwrap();
    w.wait(60);
    w.store.append_edits(old.id, &[line(w.now, "/data/a", "1")], None).unwrap();
    let order: Vec<_> = w.store.drafts().unwrap().into_iter().map(|d| d.head.id).collect();
    assert_eq!(order, [old.id, new.id]);
}

#[test]
fn a_draft_that_does_not_exist_is_said_to_be_missing() {
    let mut w = World::new();
    let head = w.head("intake", "1-1-1");
    let edit = [line(w.now, "/data/a", "1")];
    let missing = Err(StoreError::Missing { id: head.id.to_string() });
    assert_eq!(w.store.append_edits(head.id, &edit, None), missing);
    assert_eq!(w.store.move_cursor(head.id, &"/data/a".parse().unwrap()), missing);
    assert_eq!(w.store.change_draft(&head), missing);
    assert!(matches!(w.store.discard_draft(head.id, stamp!(w)), Err(StoreError::Missing { .. })));
    assert_eq!(w.store.draft(head.id).unwrap(), None);
}

#[test]
fn a_draft_thrown_away_can_be_brought_back_with_all_its_answers() {
    let mut w = World::new();
    let head = w.head("intake", "3-2-501");
    w.store.begin_draft(&head).unwrap();
    let edits = [line(w.now, "/data/a", "1"), line(w.now, "/data/b", "2")];
    w.store.append_edits(head.id, &edits, Some(&"/data/b".parse().unwrap())).unwrap();
    let record = w.store.discard_draft(head.id, stamp!(w)).unwrap();
    assert_eq!(w.store.drafts().unwrap(), []);
    let gone = w.store.response(head.id).unwrap().unwrap();
    assert_eq!((gone.state, gone.revisions.len(), gone.decided), (ResponseState::Deleted, 0, record));

    w.store.restore(head.id, stamp!(w)).unwrap();
    let draft = w.store.draft(head.id).unwrap().unwrap();
    assert_eq!((draft.edits.as_slice(), draft.cursor), (edits.as_slice(), Some("/data/b".parse().unwrap())));
    assert_eq!(w.store.response(head.id).unwrap(), None);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn undoing_the_undo_of_a_discard_never_throws_away_what_was_typed_since() {
    let mut w = World::new();
    let head = w.head("intake", "3-2-501");
    w.store.begin_draft(&head).unwrap();
    let record = w.store.discard_draft(head.id, stamp!(w)).unwrap();
    let undone = w.store.retract(record, stamp!(w)).unwrap();
    w.store.append_edits(head.id, &[line(w.now, "/data/a", "new")], None).unwrap();
    assert!(matches!(w.store.retract(undone.id, stamp!(w)), Err(StoreError::Fixed { .. })));
    assert_eq!(w.store.draft(head.id).unwrap().unwrap().edits.len(), 1);
}

#[test]
fn finalising_records_the_response_and_removes_the_draft() {
    let mut w = World::new();
    let head = w.head("intake", "3-2-501");
    w.store.begin_draft(&head).unwrap();
    w.store.append_edits(head.id, &[line(w.now, "/data/other", "墙皮脱落")], None).unwrap();
    let done = response(head.clone(), w.now, "墙皮脱落");
    let record = w.store.finalise(&done, stamp!(w)).unwrap();
    assert_eq!(w.store.drafts().unwrap(), []);
    let kept = w.store.response(head.id).unwrap().unwrap();
    assert_eq!(kept.state, ResponseState::Final);
    assert_eq!((kept.revisions.len(), kept.revisions[0].record), (1, record));
    assert_eq!(kept.revisions[0].response, done);
    assert_eq!(w.store.finalise(&done, stamp!(w)).unwrap(), record, "the same again is not recorded again");
    assert_eq!(w.store.records(&head.id.to_string()).unwrap().len(), 1);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn taking_a_finalised_response_back_makes_it_a_draft_again() {
    let mut w = World::new();
    let head = w.head("intake", "3-2-501");
    let done = response(head.clone(), w.now, "墙皮");
    let record = w.store.finalise(&done, stamp!(w)).unwrap();
    w.store.retract(record, stamp!(w)).unwrap();
    assert_eq!(w.store.response(head.id).unwrap(), None);
    let draft = w.store.draft(head.id).unwrap().unwrap();
    assert_eq!((&draft.head, &draft.edits), (&head, &done.audit));
    w.store.finalise(&done, stamp!(w)).unwrap();
    assert_eq!(w.store.draft(head.id).unwrap(), None);
    let again = w.store.response(head.id).unwrap().unwrap();
    assert_eq!(again.current().unwrap().response, done, "the same again counts, the first having been taken back");
}
