//! Whatever people do, in whatever order, the store verifies and rebuilding changes nothing.

use babahui::{
    app::{catch_up, columns},
    domain::{RecordId, ResponseId, session::SessionKind, survey::ResponseState, tally::Columns},
    import::SurveyLibrary,
    store::{Page, ResponseFilter, SessionRow, Sort, Store, StoreError},
};
use proptest::{prelude::*, sample::Index, test_runner::RngSeed};

use crate::support::{World, findings, line, response, stamp};

#[derive(Debug, Clone)]
enum Step {
    Begin(u8),
    Type(Index),
    Finalise(Index),
    Discard(Index),
    Correct(Index),
    Return(Index),
    Approve(Index),
    Delete(Index),
    Restore(Index),
    Retract(Index),
    Erase(Index),
    Session,
    DeleteSession(Index),
    Wait(i16),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let i = any::<Index>;
    prop_oneof![
        4 => (0..4_u8).prop_map(Step::Begin),
        4 => i().prop_map(Step::Type),
        4 => i().prop_map(Step::Finalise),
        1 => i().prop_map(Step::Discard),
        2 => i().prop_map(Step::Correct),
        1 => i().prop_map(Step::Return),
        1 => i().prop_map(Step::Approve),
        1 => i().prop_map(Step::Delete),
        1 => i().prop_map(Step::Restore),
        3 => i().prop_map(Step::Retract),
        1 => i().prop_map(Step::Erase),
        1 => Just(Step::Session),
        1 => i().prop_map(Step::DeleteSession),
        1 => any::<i16>().prop_map(Step::Wait),
        1 => Just(Step::Reopen),
    ]
}

fn seen(store: &Store) -> (Page, Vec<SessionRow>, usize) {
    let states = vec![ResponseState::Final, ResponseState::Returned, ResponseState::Approved, ResponseState::Deleted];
    let page = store.responses(&ResponseFilter { states, ..Default::default() }, Sort::Oldest, 0, 999).unwrap();
    (page, store.sessions(true).unwrap(), store.drafts().unwrap().len())
}

/// What columns count: responses, where they stand, their sessions, and what each answered.
fn counted(columns: &Columns) -> Vec<String> {
    let known = columns.dimensions();
    let told = |row: usize| {
        let session = known.occasion_of(row).map(|occasion| (occasion.id, occasion.title.clone(), occasion.kind));
        let texts = columns.iter().flat_map(|(id, _)| (0..).map_while(move |n| columns.text(id, n)));
        let answers: Vec<_> = texts.filter(|(at, _)| *at == row).map(|(_, text)| text).collect();
        format!("{} {:?} {session:?} {answers:?}", known.ids[row], known.state[row])
    };
    let mut all: Vec<String> = known.live.iter().map(told).collect();
    all.sort();
    all
}

/// Either done, or refused because it makes no sense now.
fn sensible<T>(done: Result<T, StoreError>) -> Option<T> {
    match done {
        Ok(done) => Some(done),
        Err(StoreError::Missing { .. } | StoreError::Fixed { .. }) => None,
        Err(error) => panic!("{error:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn the_store_verifies_and_rebuilding_changes_nothing(steps in prop::collection::vec(step(), 1..60)) {
        let mut w = World::new();
        let mut ids: Vec<ResponseId> = Vec::new();
        let mut sessions = vec![w.session(SessionKind::Other, "first").id];
        let mut records: Vec<RecordId> = Vec::new();
        let (mut kept, mut seen_so_far) = (Columns::default(), 0);
        for step in steps {
            let pick = |i: Index| if ids.is_empty() { None } else { Some(*i.get(&ids)) };
            let made = match step {
                Step::Begin(n) => {
                    let mut head = w.head("intake", &format!("1-1-{n}"));
                    head.session = (n > 1).then_some(sessions[0]);
                    w.store.begin_draft(&head).unwrap();
                    ids.push(head.id);
                    None
                }
                Step::Type(i) => pick(i).and_then(|id| {
                    sensible(w.store.append_edits(id, &[line(w.now, "/data/other", "x")], None));
                    None
                }),
                Step::Finalise(i) => pick(i).and_then(|id| {
                    let draft = w.store.draft(id).unwrap()?;
                    let text = format!("{}", draft.edits.len());
                    let done = response(draft.head, w.now, &text);
                    sensible(w.store.finalise(&done, stamp!(w)))
                }),
                Step::Discard(i) => pick(i).and_then(|id| sensible(w.store.discard_draft(id, stamp!(w)))),
                Step::Correct(i) => pick(i).and_then(|id| {
                    sensible(w.store.begin_correction(id, "why", &[]));
                    None
                }),
                Step::Return(i) =>
                    pick(i).and_then(|id| sensible(w.store.return_response(id, "look", stamp!(w)))).map(|r| r.id),
                Step::Approve(i) => pick(i).and_then(|id| sensible(w.store.approve(id, stamp!(w)))).map(|r| r.id),
                Step::Delete(i) =>
                    pick(i).and_then(|id| sensible(w.store.delete_response(id, "", stamp!(w)))).map(|r| r.id),
                Step::Restore(i) => pick(i).and_then(|id| sensible(w.store.restore(id, stamp!(w)))).map(|r| r.id),
                Step::Retract(i) if !records.is_empty() =>
                    sensible(w.store.retract(*i.get(&records), stamp!(w))).map(|r| r.id),
                Step::Erase(i) if !records.is_empty() =>
                    sensible(w.store.erase(*i.get(&records), "", stamp!(w))).map(|r| r.id),
                Step::Session => {
                    sessions.push(w.session(SessionKind::CourtyardMeeting, "next").id);
                    None
                }
                Step::DeleteSession(i) =>
                    sensible(w.store.delete_session(*i.get(&sessions), stamp!(w))).map(|r| r.id),
                Step::Wait(seconds) => {
                    w.wait(i64::from(seconds));
                    None
                }
                Step::Reopen => {
                    w = w.reopen();
                    None
                }
                Step::Retract(_) | Step::Erase(_) => None,
            };
            records.extend(made);
            seen_so_far = catch_up(&mut kept, &w.store, "intake", seen_so_far).unwrap().unwrap();
        }
        let anew = columns(&w.store, &SurveyLibrary::default(), "intake").unwrap();
        prop_assert_eq!(counted(&kept), counted(&anew));
        prop_assert_eq!(findings(&w.store), []);
        let before = seen(&w.store);
        w.store.rebuild().unwrap();
        prop_assert_eq!(findings(&w.store), []);
        prop_assert_eq!(seen(&w.store), before);
        let submissions = w.store.survey_counts().unwrap().iter().map(|(_, c)| c.submissions()).sum::<u64>();
        let mut fed = 0;
        w.store.submissions("intake", |_| fed += 1).unwrap();
        prop_assert_eq!(fed, submissions);
        prop_assert_eq!(w.store.figures(w.now).unwrap().responses, submissions);
        for id in ids {
            // Nobody's response is nowhere, unless it was erased.
            let somewhere = w.store.draft(id).unwrap().is_some() || w.store.response(id).unwrap().is_some();
            let recorded = w.store.records(&id.to_string()).unwrap();
            let erased = recorded.iter().any(|r| r.body.kind() == "erased");
            prop_assert!(somewhere || erased, "{:?}", recorded);
        }
    }
}
