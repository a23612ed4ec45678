//! Finished responses, sessions, lists and figures.

use babahui::{
    domain::{
        ResponseId,
        session::SessionKind,
        survey::{Door, Response, ResponseState, SurveyRef},
    },
    store::{Figures, Imported, ResponseFilter, Sort, StoreError},
};
use chrono::TimeDelta;

use crate::support::{World, answers, findings, response, stamp};

fn ids(w: &World, filter: &ResponseFilter, sort: Sort) -> Vec<ResponseId> {
    w.store.responses(filter, sort, 0, 100).unwrap().rows.into_iter().map(|r| r.head.id).collect()
}

#[test]
fn a_correction_is_a_new_revision_beside_the_old_one() {
    let mut w = World::new();
    let first = w.finish("intake", None, "3-2-501", "墙皮");
    w.wait(60);
    let draft = w.store.begin_correction(first.head.id, "听错了", &[]).unwrap();
    assert_eq!((draft.head.correction.as_deref(), &draft.edits), (Some("听错了"), &first.audit));
    let second = response(draft.head, w.now, "井盖");
    w.store.finalise(&second, stamp!(w)).unwrap();
    let now = w.store.response(first.head.id).unwrap().unwrap();
    let texts: Vec<_> = now.revisions.iter().map(|r| &r.response).collect();
    assert_eq!(texts, [&first, &second]);
    assert_eq!((now.state, now.submitted), (ResponseState::Final, first.finished));
    let page = w.store.responses(&ResponseFilter::default(), Sort::Newest, 0, 9).unwrap();
    assert_eq!((page.total, page.rows[0].revisions, page.rows[0].name.as_str()), (1, 2, "户 井盖"));
}

#[test]
fn returned_approved_deleted_and_back() {
    let mut w = World::new();
    let id = w.finish("intake", None, "3-2-501", "墙皮").head.id;
    let state = |w: &World| {
        let now = w.store.response(id).unwrap().unwrap();
        let listed = w
            .store
            .responses(&ResponseFilter { states: vec![now.state], ..ResponseFilter::default() }, Sort::Newest, 0, 9)
            .unwrap();
        assert_eq!(listed.rows[0].comment, now.comment);
        (now.state, now.comment)
    };
    w.store.return_response(id, "缺户主电话", stamp!(w)).unwrap();
    assert_eq!(state(&w), (ResponseState::Returned, "缺户主电话".into()));
    w.store.approve(id, stamp!(w)).unwrap();
    assert_eq!(state(&w), (ResponseState::Approved, String::new()));
    w.store.delete_response(id, "填重了", stamp!(w)).unwrap();
    assert_eq!(state(&w), (ResponseState::Deleted, "填重了".into()));
    assert_eq!(w.store.responses(&ResponseFilter::default(), Sort::Newest, 0, 9).unwrap().total, 0);
    let back = w.store.restore(id, stamp!(w)).unwrap();
    assert_eq!(state(&w), (ResponseState::Approved, String::new()));
    w.store.retract(back.id, stamp!(w)).unwrap();
    assert_eq!(state(&w).0, ResponseState::Deleted, "redo");
    assert_eq!(findings(&w.store), []);
}

#[test]
fn nothing_is_decided_about_a_response_that_is_not_there() {
    let mut w = World::new();
    let head = w.head("intake", "1-1-1");
    let (id, missing) = (head.id, StoreError::Missing { id: head.id.to_string() });
    assert_eq!(w.store.approve(id, stamp!(w)).unwrap_err(), missing);
    assert_eq!(w.store.return_response(id, "", stamp!(w)).unwrap_err(), missing);
    assert_eq!(w.store.delete_response(id, "", stamp!(w)).unwrap_err(), missing);
    assert_eq!(w.store.restore(id, stamp!(w)).unwrap_err(), missing);
    assert_eq!(w.store.begin_correction(id, "", &[]).unwrap_err(), missing);
    w.store.begin_draft(&head).unwrap();
    w.store.discard_draft(id, stamp!(w)).unwrap();
    assert_eq!(w.store.approve(id, stamp!(w)).unwrap_err(), missing, "a draft thrown away was never finished");
}

#[test]
fn lists_filter_by_everything_a_person_asks_for() {
    let mut w = World::new();
    let meeting = w.session(SessionKind::CourtyardMeeting, "第一场").id;
    let a = w.finish("intake", Some(meeting), "3-2-501", "外墙脱落，掉过两次").head.id;
    w.wait(3600);
    let b = w.finish("intake", None, "10-1-101", "Facade ＰＥＥＬＩＮＧ 100%").head.id;
    w.wait(3600);
    let c = w.finish("visit", Some(meeting), "3-1-102", "没有意见").head.id;
    w.store.approve(c, stamp!(w)).unwrap();
    let all = ResponseFilter::default();
    let door = |b: &str, e: &str, h: &str| Door { building: b.into(), entrance: e.into(), household: h.into() };
    let text = |t: &str| ResponseFilter { text: t.into(), ..all.clone() };
    let cases = [
        (all.clone(), vec![a, b, c]),
        (ResponseFilter { survey: Some("intake".into()), ..all.clone() }, vec![a, b]),
        (ResponseFilter { session: Some(meeting), ..all.clone() }, vec![a, c]),
        (ResponseFilter { states: vec![ResponseState::Approved], ..all.clone() }, vec![c]),
        (ResponseFilter { states: vec![ResponseState::Final, ResponseState::Deleted], ..all.clone() }, vec![a, b]),
        (ResponseFilter { door: door("3", "", ""), ..all.clone() }, vec![a, c]),
        (ResponseFilter { door: door("3", "2", "501"), ..all.clone() }, vec![a]),
        (ResponseFilter { surveyor: Some("张三".into()), ..all.clone() }, vec![a, b, c]),
        (ResponseFilter { surveyor: Some("张".into()), ..all.clone() }, vec![]),
        (ResponseFilter { from: Some(w.now), ..all.clone() }, vec![c]),
        (ResponseFilter { until: Some(w.now), ..all.clone() }, vec![a, b]),
        (text("墙"), vec![a]),
        (text("脱落"), vec![a]),
        (text("意见"), vec![c]),
        (text("peeling"), vec![b]),
        (text("ｐｅｅｌ facade"), vec![b]),
        (text("0%"), vec![b]),
        (text("%"), vec![b]),
        (text("_"), vec![]),
        (text("'; DROP TABLE log; --"), vec![]),
        (text("3-2-501"), vec![a]),
        (text("501"), vec![a]),
        (text("落，掉"), vec![a]),
        (text("  "), vec![a, b, c]),
        (ResponseFilter { survey: Some("intake".into()), ..text("意见") }, vec![]),
    ];
    for (filter, wanted) in cases {
        assert_eq!(ids(&w, &filter, Sort::Oldest), wanted, "{filter:?}");
        assert_eq!(w.store.responses(&filter, Sort::Newest, 0, 0).unwrap().total, wanted.len() as u64);
    }
    assert_eq!(ids(&w, &all, Sort::Newest), [c, b, a]);
    assert_eq!(ids(&w, &all, Sort::Door), [c, a, b], "building 10 after building 3");
    assert_eq!(ids(&w, &all, Sort::State), [c, b, a]);
    assert_eq!(ids(&w, &all, Sort::Survey), [b, a, c]);
    assert_eq!(ids(&w, &all, Sort::Surveyor), [c, b, a]);
}

#[test]
fn pages_hold_every_row_once() {
    let mut w = World::new();
    for i in 0..23 {
        w.finish("intake", None, &format!("1-1-{i}"), "x");
    }
    for sort in [Sort::Newest, Sort::Oldest, Sort::Door, Sort::Surveyor, Sort::State, Sort::Survey] {
        let mut seen = Vec::new();
        for skip in [0, 5, 10, 15, 20, 25] {
            let page = w.store.responses(&ResponseFilter::default(), sort, skip, 5).unwrap();
            assert_eq!(page.total, 23);
            seen.extend(page.rows.into_iter().map(|r| r.head.id));
        }
        assert_eq!(seen.len(), 23, "{sort:?}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 23, "{sort:?}");
    }
}

#[test]
fn a_second_response_at_the_same_door_is_pointed_out() {
    let mut w = World::new();
    let meeting = Some(w.session(SessionKind::DoorToDoor, "入户").id);
    let first = w.finish("intake", meeting, "3-2-501", "x").head;
    w.finish("intake", None, "3-2-501", "another session");
    w.finish("visit", meeting, "3-2-501", "another survey");
    w.finish("intake", meeting, "", "no door");
    let next = w.head("intake", "3-2-501");
    let found = |w: &World, door: &Door, except| {
        let rows = w.store.duplicates("intake", meeting, door, except).unwrap();
        rows.into_iter().map(|r| r.head.id).collect::<Vec<_>>()
    };
    assert_eq!(found(&w, &next.door, next.id), [first.id]);
    assert_eq!(found(&w, &next.door, first.id), []);
    assert_eq!(found(&w, &Door::default(), next.id), [], "no door is no duplicate");
    w.store.delete_response(first.id, "", stamp!(w)).unwrap();
    assert_eq!(found(&w, &next.door, next.id), []);
}

#[test]
fn lists_mark_what_stands_twice_at_a_door() {
    let mut w = World::new();
    let meeting = Some(w.session(SessionKind::DoorToDoor, "入户").id);
    let first = w.finish("intake", meeting, "3-2-501", "first").head.id;
    let second = w.finish("intake", meeting, "3-2-501", "second").head.id;
    for (door, session) in [("3-2-502", meeting), ("3-2-501", None), ("", meeting), (" - - ", meeting)] {
        w.finish("intake", session, door, "alone");
        w.finish("visit", session, door, "alone");
    }
    let marked = |w: &World| -> Vec<_> {
        let page = w.store.responses(&ResponseFilter::default(), Sort::Oldest, 0, 100).unwrap();
        page.rows.iter().filter(|row| row.duplicate).map(|row| row.head.id).collect()
    };
    assert_eq!(marked(&w), [first, second]);
    w.store.delete_response(second, "", stamp!(w)).unwrap();
    assert_eq!(marked(&w), []);
}

#[test]
fn surveyors_are_named_once_whatever_the_responses_are_called() {
    let mut w = World::new();
    for (surveyor, name) in [("张三", "一"), ("李四", ""), ("张三", "龙"), ("", "a")] {
        let mut head = w.head("intake", "1-1-1");
        head.surveyor = surveyor.into();
        let response = Response { name: name.into(), ..response(head, w.now, "x") };
        w.store.finalise(&response, stamp!(w)).unwrap();
    }
    assert_eq!(w.store.surveyors().unwrap(), ["张三", "李四"]);
}

#[test]
fn entrances_are_named_once_in_the_order_of_their_numbers() {
    let mut w = World::new();
    for door in ["10-1-101", "2-2-101", "2-1-101", "2-1-102", "", "--5"] {
        w.finish("intake", None, door, "x");
    }
    let pair = |building: &str, entrance: &str| (building.to_owned(), entrance.to_owned());
    assert_eq!(w.store.entrances().unwrap(), [pair("2", "1"), pair("2", "2"), pair("10", "1")]);
}

#[test]
fn sessions_are_listed_with_their_submissions() {
    let mut w = World::new();
    let first = w.session(SessionKind::CourtyardMeeting, "坝坝会");
    w.wait(86_400);
    let second = w.session(SessionKind::CommunityChat, "龙门阵");
    let a = w.finish("intake", Some(first.id), "1-1-1", "x").head.id;
    let b = w.finish("visit", Some(first.id), "1-1-2", "x").head.id;
    let c = w.finish("intake", Some(first.id), "1-1-3", "x").head.id;
    w.finish("intake", None, "1-1-4", "x");
    w.store.approve(a, stamp!(w)).unwrap();
    w.store.return_response(b, "", stamp!(w)).unwrap();
    w.store.delete_response(c, "", stamp!(w)).unwrap();
    let rows = w.store.sessions(false).unwrap();
    assert_eq!(rows.iter().map(|r| &r.session).collect::<Vec<_>>(), [&second, &first]);
    let counts = rows[1].counts;
    assert_eq!((counts.finished, counts.approved, counts.returned, counts.deleted), (0, 1, 1, 1));
    assert_eq!((counts.submissions(), rows[0].counts.submissions()), (1, 0));
    assert_eq!(w.store.session(first.id).unwrap().unwrap(), rows[1]);

    let mut changed = first.clone();
    changed.present = 60;
    w.store.save_session(&changed, stamp!(w)).unwrap();
    w.store.save_session(&changed, stamp!(w)).unwrap();
    assert_eq!(w.store.records(&first.id.to_string()).unwrap().len(), 2, "unchanged is not recorded");
    assert_eq!(w.store.session(first.id).unwrap().unwrap().session, changed);

    w.store.delete_session(first.id, stamp!(w)).unwrap();
    assert_eq!(w.store.sessions(false).unwrap().len(), 1);
    assert_eq!(w.store.sessions(true).unwrap().len(), 2);
    assert_eq!(w.store.figures(w.now).unwrap().sessions, 1);
    w.store.restore_session(first.id, stamp!(w)).unwrap();
    assert_eq!(w.store.session(first.id).unwrap().unwrap().session, changed);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn the_figures_are_those_of_the_day_where_one_is() {
    let mut w = World::new();
    w.session(SessionKind::CourtyardMeeting, "坝坝会");
    w.wait(-4 * 3600 - 60);
    w.finish("intake", None, "1-1-0", "just before noon minus four hours");
    w.wait(60);
    w.finish("intake", None, "1-1-1", "x");
    let returned = w.finish("intake", None, "1-1-2", "x").head.id;
    w.store.return_response(returned, "", stamp!(w)).unwrap();
    let head = w.head("intake", "1-1-3");
    w.store.begin_draft(&head).unwrap();
    let all = Figures { today: 3, drafts: 1, responses: 2, returned: 1, sessions: 1, meetings: 0 };
    assert_eq!(w.store.figures(w.now).unwrap(), all);
    // Noon minus four hours in Chengdu is midnight UTC: there the first one was yesterday.
    let utc = w.now.with_timezone(&chrono::FixedOffset::east_opt(0).unwrap());
    assert_eq!(w.store.figures(utc).unwrap().today, 2);
    assert_eq!(w.store.figures(w.now + TimeDelta::days(1)).unwrap().today, 0);
}

#[test]
fn the_next_household_starts_from_the_one_saved_last() {
    let mut w = World::new();
    assert_eq!(w.store.last_saved("intake").unwrap(), None);
    let first = w.finish("intake", None, "3-2-501", "first");
    let second = w.finish("intake", None, "3-2-502", "second");
    w.finish("visit", None, "9-9-9", "other survey");
    let last = w.store.last_saved("intake").unwrap().unwrap();
    assert_eq!((last.door, last.answers), (second.head.door, answers("second")));
    w.store.delete_response(second.head.id, "", stamp!(w)).unwrap();
    assert_eq!(w.store.last_saved("intake").unwrap().unwrap().door, first.head.door);
}

#[test]
fn taking_in_the_same_file_twice_changes_nothing() {
    let mut w = World::new();
    let file: Vec<_> = (0..5).map(|i| response(w.head("intake", &format!("1-1-{i}")), w.now, "x")).collect();
    assert_eq!(w.store.import(file.clone(), stamp!(w)).unwrap(), Imported { added: 5, ..Imported::default() });
    assert_eq!(w.store.import(file.clone(), stamp!(w)).unwrap(), Imported { known: 5, ..Imported::default() });
    let mut newer = file.clone();
    newer[0].answers = answers("changed");
    assert_eq!(w.store.import(newer, stamp!(w)).unwrap(), Imported { revised: 1, known: 4, ..Imported::default() });
    assert_eq!(w.store.import(file, stamp!(w)).unwrap().known, 5, "an older file does not undo a newer one");
    let page = w.store.responses(&ResponseFilter::default(), Sort::Newest, 0, 9).unwrap();
    assert_eq!(page.total, 5);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn survey_texts_are_kept_once_each_and_found_by_hash() {
    let mut w = World::new();
    let text =
        |version: &str, hash: &str| SurveyRef { id: "intake".into(), version: version.into(), hash: hash.into() };
    let files = [("streets.csv".to_owned(), "name,label\n".to_owned())];
    assert!(w.store.keep_survey(&text("1", "aa"), "Survey(1)", &files, stamp!(w)).unwrap());
    assert!(!w.store.keep_survey(&text("1", "aa"), "Survey(1)", &files, stamp!(w)).unwrap());
    assert!(w.store.keep_survey(&text("1", "bb"), "Survey(2)", &[], stamp!(w)).unwrap());
    let found = w.store.survey_source("aa").unwrap().unwrap();
    assert_eq!((found.source.as_str(), found.files.as_slice()), ("Survey(1)", files.as_slice()));
    let all: Vec<_> = w.store.survey_sources("intake").unwrap().into_iter().map(|s| s.hash).collect();
    assert_eq!(all, ["aa", "bb"]);
    assert_eq!(w.store.survey_source("cc").unwrap(), None);
    w.finish("visit", None, "1-1-1", "x");
    let counts: Vec<_> = w.store.survey_counts().unwrap().into_iter().map(|(id, c)| (id, c.submissions())).collect();
    assert_eq!(counts, [("intake".to_owned(), 0), ("visit".to_owned(), 1)]);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn tallies_are_fed_every_submission_with_its_session() {
    let mut w = World::new();
    let meeting = w.session(SessionKind::CourtyardMeeting, "坝坝会");
    let a = w.finish("intake", Some(meeting.id), "1-1-1", "a");
    let b = w.finish("intake", None, "1-1-2", "b");
    let deleted = w.finish("intake", None, "1-1-3", "c").head.id;
    let returned = w.finish("intake", None, "1-1-4", "d").head.id;
    w.finish("visit", None, "1-1-5", "e");
    w.store.delete_response(deleted, "", stamp!(w)).unwrap();
    w.store.return_response(returned, "", stamp!(w)).unwrap();
    w.store.approve(b.head.id, stamp!(w)).unwrap();
    w.store.delete_session(meeting.id, stamp!(w)).unwrap();
    let mut seen = Vec::new();
    w.store
        .submissions("intake", |s| seen.push((s.head.clone(), s.session.cloned(), s.state, s.answers.clone())))
        .unwrap();
    assert_eq!(
        seen,
        [(a.head, Some(meeting), ResponseState::Final, a.answers), (b.head, None, ResponseState::Approved, b.answers)]
    );
}
