//! Meetings and the ledger in the store: what lists show follows from the log, whatever is taken back.

use babahui::{
    domain::{
        ActionId, Ids, MeetingId, RecordId, SessionId,
        meeting::{
            Event, Meeting, MeetingRow, MeetingStage,
            attendance::{AttendanceEvent, Capacity},
            course::CourseEvent,
            ledger::{self, ActionEvent, Ledger, Task},
            minutes::{Minutes, MinutesEvent},
            motion::MotionEvent,
            rule::Choice,
        },
        record::{Body, Finding, Record},
        session::SessionKind,
        survey::Door,
    },
    store::{About, Most, StoreError},
};
use proptest::{prelude::*, sample::Index};

use crate::{
    meeting::{agenda, key, opening},
    support::{World, findings, stamp},
};

impl World {
    fn set_up(&mut self, session: SessionId) -> (MeetingId, Record) {
        let id = MeetingId(self.ids.uuid(1));
        let event = Event::Opened(Box::new(opening(session, agenda(4, 2))));
        (id, self.happens(id, vec![event]).remove(0))
    }

    fn happens(&mut self, meeting: MeetingId, events: Vec<Event>) -> Vec<Record> {
        self.wait(60);
        let bodies = events.into_iter().map(|event| Body::Meeting { meeting, event }).collect();
        self.store.append_events(bodies, stamp!(self)).unwrap()
    }

    fn course(&mut self, meeting: MeetingId, event: CourseEvent) -> RecordId {
        self.happens(meeting, vec![Event::Course(event)])[0].id
    }

    fn stage(&self, id: MeetingId) -> MeetingStage {
        self.store.meeting(id).unwrap().unwrap().stage()
    }

    fn take_back(&mut self, target: RecordId) -> RecordId {
        self.store.retract(target, stamp!(self)).unwrap().id
    }
}

fn voted(n: usize) -> Event {
    let (motion, voter) = (babahui::domain::meeting::agenda::MotionKey::new("m0"), key(n));
    Event::Motion(MotionEvent::Voted { motion, voter, choice: Some(Choice::For) })
}

fn arrived(n: usize, name: &str) -> Event {
    let (person, door) = (key(n).person(), Door::default());
    let (name, capacity) = (name.to_owned(), Capacity::Entitled);
    Event::Attendance(AttendanceEvent::Arrived { person, name, door, capacity })
}

#[test]
fn a_meeting_is_listed_from_its_opening_to_its_end() {
    let mut w = World::new();
    assert_eq!(w.store.meetings().unwrap(), []);
    let session = w.session(SessionKind::CourtyardMeeting, "坝坝会").id;
    let (early, _) = w.set_up(session);
    let (id, opened) = w.set_up(session);
    assert_eq!(w.store.meetings().unwrap().iter().map(|row| row.id).collect::<Vec<_>>(), [id, early]);
    let row = w.store.meeting_of(session).unwrap().unwrap();
    assert_eq!((row.id, row.opened, row.decided), (id, opened.at, opened.id));
    assert_eq!(
        (row.title.as_str(), row.agenda.as_str(), row.kind),
        ("第9次院落坝坝会", "courtyard", SessionKind::CourtyardMeeting)
    );
    assert_eq!(w.store.meeting_of(SessionId(w.ids.uuid(1))).unwrap(), None);
    // The session turns out to be of another kind: lists say what the minutes will say.
    let mut changed = w.store.session(session).unwrap().unwrap().session;
    changed.kind = SessionKind::NeighboursDialogue;
    w.store.save_session(&changed, stamp!(w)).unwrap();
    assert!(w.store.meetings().unwrap().iter().all(|row| row.kind == SessionKind::NeighboursDialogue));
    assert_eq!(w.store.meeting(id).unwrap().unwrap().kind, SessionKind::NeighboursDialogue);

    assert_eq!(w.stage(id), MeetingStage::SetUp);
    let started = w.course(id, CourseEvent::Started);
    assert_eq!(w.stage(id), MeetingStage::UnderWay);
    w.course(id, CourseEvent::Paused);
    assert_eq!(w.stage(id), MeetingStage::Paused);
    w.course(id, CourseEvent::Closed);
    assert_eq!(w.stage(id), MeetingStage::Closed);
    w.course(id, CourseEvent::Reopened { reason: "漏了一项".into() });
    assert_eq!(w.stage(id), MeetingStage::UnderWay);
    w.course(id, CourseEvent::Presiding { chair: "赵叔".into(), note_taker: "小陈".into() });
    assert_eq!(w.store.meeting(id).unwrap().unwrap().chair, "赵叔");

    let undo = w.take_back(started);
    assert_eq!(w.stage(id), MeetingStage::SetUp);
    w.take_back(undo);
    assert_eq!(w.stage(id), MeetingStage::UnderWay);
    let before = w.store.meetings().unwrap();
    assert_eq!(findings(&w.store), []);
    w.store.rebuild().unwrap();
    assert_eq!(w.store.meetings().unwrap(), before);
    let undo = w.take_back(opened.id);
    assert_eq!(w.store.meeting(id).unwrap(), None);
    w.take_back(undo);
    let w = w.reopen();
    assert_eq!(w.store.meetings().unwrap(), before);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn the_first_screen_shows_meetings_that_are_not_over_and_those_being_held_first() {
    let mut w = World::new();
    let session = w.session(SessionKind::CourtyardMeeting, "坝坝会").id;
    let front = |w: &World, meetings| {
        let front = w.store.front(w.now, Most { meetings, drafts: 1, sessions: 1 }).unwrap();
        (front.figures.meetings, front.meetings.into_iter().map(|row| row.id).collect::<Vec<_>>())
    };
    assert_eq!(front(&w, 9), (0, vec![]));
    let [held, over, planned, later] = [(); 4].map(|()| w.set_up(session).0);
    w.course(held, CourseEvent::Started);
    w.course(over, CourseEvent::Started);
    w.course(over, CourseEvent::Closed);
    assert_eq!(front(&w, 9), (4, vec![held, later, planned]));
    assert_eq!(front(&w, 2), (4, vec![held, later]));
    w.course(held, CourseEvent::Paused);
    assert_eq!(front(&w, 1), (4, vec![held]));
    let (minutes, reason) = (Box::new(minutes()), String::new());
    w.happens(held, vec![Event::Minutes(MinutesEvent::Finalised { version: 1, minutes, replaces: None, reason })]);
    assert_eq!(front(&w, 9), (4, vec![later, planned]));
    // What lists say of a meeting and what is asked of the store are the same.
    for row in w.store.meetings().unwrap() {
        let over = matches!(row.stage(), MeetingStage::Closed | MeetingStage::Final);
        assert_eq!(front(&w, 9).1.contains(&row.id), !over, "{row:?}");
    }
}

#[test]
fn a_vote_leaves_the_row_alone_also_when_it_is_taken_back() {
    let mut w = World::new();
    let (id, _) = w.set_up(SessionId(uuid::Uuid::nil()));
    w.course(id, CourseEvent::Started);
    let before = w.store.meeting(id).unwrap();
    let vote = w.happens(id, vec![voted(1)])[0].id;
    let undo = w.take_back(vote);
    w.take_back(undo);
    assert_eq!(w.store.meeting(id).unwrap(), before);
    assert_eq!(w.store.records(&id.to_string()).unwrap().len(), 5);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn the_events_of_one_command_are_kept_together_or_not_at_all() {
    let mut w = World::new();
    let (id, opened) = w.set_up(SessionId(uuid::Uuid::nil()));
    let all = w.store.record_count().unwrap();
    let bodies = vec![Body::Meeting { meeting: id, event: voted(1) }, Body::Retracted { record: opened.id }];
    assert!(matches!(w.store.append_events(bodies, stamp!(w)), Err(StoreError::Fixed { .. })));
    assert_eq!(w.store.record_count().unwrap(), all);

    // Three commands within one millisecond of a clock that stands still.
    let mut made = Vec::new();
    for events in [vec![voted(1), voted(2)], vec![voted(3)], vec![voted(1), voted(2), voted(3)]] {
        let bodies = events.into_iter().map(|event| Body::Meeting { meeting: id, event }).collect();
        made.extend(w.store.append_events(bodies, stamp!(w)).unwrap());
    }
    let together: Vec<bool> = made.windows(2).map(|pair| pair[1].goes_with(&pair[0])).collect();
    assert_eq!(together, [true, false, false, true, true]);

    let ids: Vec<RecordId> = made[3..].iter().map(|record| record.id).collect();
    w.store.retract_all(&ids, stamp!(w)).unwrap();
    assert_eq!(w.store.records(&id.to_string()).unwrap().len(), 10);
    let nobody = RecordId(uuid::Uuid::nil());
    assert!(w.store.retract_all(&[ids[0], nobody], stamp!(w)).is_err());
    assert_eq!(w.store.records(&id.to_string()).unwrap().len(), 10);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn who_is_to_be_forgotten_is_gone_from_meeting_and_ledger() {
    let mut w = World::new();
    let (id, _) = w.set_up(SessionId(uuid::Uuid::nil()));
    let started = w.course(id, CourseEvent::Started);
    let came = w.happens(id, vec![arrived(1, "周某某")])[0].id;
    let action = ActionId(w.ids.uuid(1));
    let assigned = w.store.append(assigned(action, "周某某"), stamp!(w)).unwrap().id;
    for target in [came, assigned] {
        w.store.erase(target, "应本人要求", stamp!(w)).unwrap();
    }
    assert!(matches!(w.store.erase(started, "", stamp!(w)), Err(StoreError::Fixed { .. })));
    let bytes = std::fs::read(w.store.file()).unwrap();
    assert!(!bytes.windows(9).any(|part| part == "周某某".as_bytes()));
    let meeting = Meeting::fold(&w.store.records(&id.to_string()).unwrap()).unwrap();
    assert_eq!(meeting.attendance.people().count(), 0);
    let left = w.store.records_about(About::Register("ledger")).unwrap().0;
    assert!(matches!(left[..], [Record { body: Body::Erased { .. }, .. }]));
    assert_eq!((w.stage(id), findings(&w.store)), (MeetingStage::UnderWay, vec![]));
}

fn assigned(action: ActionId, who: &str) -> Body {
    let task = Task { what: "修路灯".into(), who: who.into(), due: None };
    Body::Ledger(ledger::Event::Action { action, event: ActionEvent::Assigned { task, origin: None } })
}

#[test]
fn the_ledger_is_read_whole_and_nothing_else_with_it() {
    let mut w = World::new();
    let (id, _) = w.set_up(SessionId(uuid::Uuid::nil()));
    let session = w.session(SessionKind::Other, "x").id;
    let deleted = w.store.delete_session(session, stamp!(w)).unwrap().id;
    w.take_back(deleted);
    let about = [About::Meeting(id), About::Register("ledger")];
    let newer = |w: &World, at| about.map(|about| w.store.has_newer(about, at).unwrap());
    let (records, at) = w.store.records_about(About::Register("ledger")).unwrap();
    assert_eq!((records.len(), at, newer(&w, at)), (0, w.store.position().unwrap(), [false, false]));
    let action = ActionId(w.ids.uuid(1));
    let first = w.store.append(assigned(action, "李嬢嬢"), stamp!(w)).unwrap().id;
    assert_eq!(newer(&w, at), [false, true]);
    let at = w.store.position().unwrap();
    w.take_back(first);
    assert_eq!(newer(&w, at), [false, true]);
    let (records, at) = w.store.records_about(About::Register("ledger")).unwrap();
    assert_eq!((records.len(), newer(&w, at)), (2, [false, false]));
    w.session(SessionKind::Other, "y");
    w.happens(id, vec![voted(1)]);
    assert_eq!(newer(&w, at), [true, false]);
    assert_eq!(findings(&w.store), []);
}

#[test]
fn a_row_that_does_not_follow_from_the_log_is_found_and_mended() {
    let mut w = World::new();
    let (id, _) = w.set_up(SessionId(uuid::Uuid::nil()));
    let file = w.store.file().to_path_buf();
    let before = w.store.meetings().unwrap();
    for change in ["UPDATE meeting SET paused = 1", "DELETE FROM meeting"] {
        rusqlite::Connection::open(&file).unwrap().execute_batch(change).unwrap();
        assert_eq!(findings(&w.store), [Finding::Projection { table: "meeting", id: id.to_string() }]);
        w.store.rebuild().unwrap();
        assert_eq!((w.store.meetings().unwrap(), findings(&w.store)), (before.clone(), vec![]));
    }
}

/// Minutes of a meeting that was only set up.
fn minutes() -> Minutes {
    let nil = uuid::Uuid::nil();
    let opening = opening(SessionId(nil), agenda(2, 1));
    let meeting = Meeting::open(MeetingId(nil), RecordId(nil), crate::support::noon(), opening);
    Minutes::of(&meeting, &Ledger::default(), None)
}

/// What can happen to the row, and what it does not heed.
fn event() -> impl Strategy<Value = Event> {
    let course = prop::sample::select(vec![
        CourseEvent::Started,
        CourseEvent::Paused,
        CourseEvent::Resumed,
        CourseEvent::Closed,
        CourseEvent::Reopened { reason: "x".into() },
        CourseEvent::Presiding { chair: "赵叔".into(), note_taker: String::new() },
    ]);
    let minutes = prop_oneof![
        (1..3_u32).prop_map(|version| {
            let (replaces, reason) = (None, String::new());
            MinutesEvent::Finalised { version, minutes: Box::new(minutes()), replaces, reason }
        }),
        Just(MinutesEvent::Correcting { reason: "错字".into() }),
    ];
    prop_oneof![
        5 => course.prop_map(Event::Course),
        2 => minutes.prop_map(Event::Minutes),
        2 => (0..4_usize).prop_map(voted),
        1 => Just(Event::Opened(Box::new(opening(SessionId(uuid::Uuid::nil()), agenda(1, 1))))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_row_kept_event_by_event_is_the_fold_of_all_of_them(
        steps in prop::collection::vec((event(), any::<Option<Index>>()), 1..24),
    ) {
        let mut w = World::new();
        let (id, opened) = w.set_up(SessionId(uuid::Uuid::nil()));
        let mut made = vec![opened.id];
        for (event, target) in steps {
            match target {
                Some(target) => {
                    let target = *target.get(&made);
                    made.push(w.take_back(target));
                }
                None => made.extend(w.happens(id, vec![event]).iter().map(|record| record.id)),
            }
            let row = w.store.meeting(id).unwrap();
            let records = w.store.records(&id.to_string()).unwrap();
            prop_assert_eq!(&row, &MeetingRow::fold(&records));
            let meeting = Meeting::fold(&records);
            prop_assert_eq!(row.is_some(), meeting.is_some());
            if let (Some(row), Some(meeting)) = (row, meeting) {
                prop_assert_eq!(row.started, meeting.course.started().map(|at| at.wall));
                prop_assert_eq!(row.closed, meeting.course.closed().map(|at| at.wall));
                prop_assert_eq!(row.paused, meeting.course.is_paused());
                prop_assert_eq!(row.minutes, meeting.minutes.versions().last().map(|version| version.number));
                prop_assert_eq!(row.stage() == MeetingStage::Final, meeting.minutes.is_final());
            }
        }
        prop_assert_eq!(findings(&w.store), vec![]);
    }
}
