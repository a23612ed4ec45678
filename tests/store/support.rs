//! A store in a directory of its own, a clock that is told, and short ways to say answers.

use std::path::Path;

use babahui::{
    domain::{
        Answer, Ids, ResponseId, SeededIds, SessionId, Value,
        session::{Session, SessionKind},
        survey::{AnswerTree, AuditLine, Door, DraftHead, Edit, Entry, Response, SurveyRef},
    },
    store::{OpenOptions, Opened, Store, StoreError},
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use tempfile::TempDir;

/// A store, its directory, and the world around it.
pub struct World {
    pub store: Store,
    pub dir: TempDir,
    pub ids: SeededIds,
    pub now: DateTime<FixedOffset>,
}

/// A stamp of the world `$w`, made so that the store stays free to be written.
macro_rules! stamp {
    ($w:ident) => {
        babahui::store::Stamp { ids: &mut $w.ids, now: $w.now, author: "张三" }
    };
}
pub(crate) use stamp;

pub fn noon() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-12T12:00:00+08:00").unwrap()
}

/// Opens a directory's store.
pub fn open(dir: &Path, seed: u64) -> Result<Opened, StoreError> {
    let community = "游家渡社区".to_owned();
    Store::open(dir, OpenOptions { community, ids: &mut SeededIds::new(seed), now: noon(), page_limit: None })
}

impl World {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = open(&dir.path().join("data"), 1).unwrap().into_store();
        Self { store, dir, ids: SeededIds::new(2), now: noon() }
    }

    /// Lets time pass.
    pub fn wait(&mut self, seconds: i64) {
        self.now += TimeDelta::seconds(seconds);
    }

    /// Closes the store and opens it again.
    pub fn reopen(self) -> Self {
        let Self { store, dir, ids, now } = self;
        let path = store.dir().to_path_buf();
        drop(store);
        Self { store: open(&path, 3).unwrap().into_store(), dir, ids, now }
    }

    pub fn head(&mut self, survey: &str, door: &str) -> DraftHead {
        head(&mut self.ids, self.now, survey, door)
    }

    /// A response with one line of text, finished now.
    pub fn finish(&mut self, survey: &str, session: Option<SessionId>, door: &str, text: &str) -> Response {
        let mut head = self.head(survey, door);
        head.session = session;
        let response = response(head, self.now, text);
        self.store.finalise(&response, stamp!(self)).unwrap();
        response
    }

    pub fn session(&mut self, kind: SessionKind, title: &str) -> Session {
        let session = Session {
            id: SessionId(self.ids.uuid(1)),
            kind,
            title: title.into(),
            community: "游家渡社区".into(),
            grid: "第三网格".into(),
            micro_grid: "2".into(),
            building: "14号院".into(),
            starts: self.now,
            facilitator: "李嬢嬢".into(),
            recorder: "王师傅".into(),
            present: 43,
        };
        self.store.save_session(&session, stamp!(self)).unwrap();
        session
    }
}

pub fn head(ids: &mut SeededIds, now: DateTime<FixedOffset>, survey: &str, door: &str) -> DraftHead {
    let mut parts = door.split('-').map(str::to_owned);
    let mut part = || parts.next().unwrap_or_default();
    DraftHead {
        id: ResponseId(ids.uuid(1)),
        survey: SurveyRef { id: survey.into(), version: "1".into(), hash: "a".repeat(64) },
        session: None,
        door: Door { building: part(), entrance: part(), household: part() },
        surveyor: "张三".into(),
        created: now,
        seed: ids.seed(),
        correction: None,
    }
}

pub fn line(now: DateTime<FixedOffset>, path: &str, text: &str) -> AuditLine {
    let answer = Some(Answer::Value(Value::Text(text.into())));
    AuditLine { started: now, ended: now, edit: Edit::Set { path: path.parse().unwrap(), answer }, old: None }
}

pub fn answers(text: &str) -> AnswerTree {
    let answer = |value| Entry::Answer(Answer::Value(value));
    let entries = [
        ("other".to_owned(), answer(Value::Text(text.into()))),
        ("concerns".to_owned(), answer(Value::Choices(vec!["facade".into(), "parking".into()]))),
        ("people".to_owned(), answer(Value::Integer(3))),
        ("area".to_owned(), answer(Value::Decimal(0.1 + 0.2))),
    ];
    AnswerTree(entries.into_iter().collect())
}

pub fn response(head: DraftHead, finished: DateTime<FixedOffset>, text: &str) -> Response {
    let audit = vec![line(finished, "/data/other", text)];
    Response { head, finished, name: format!("户 {text}"), answers: answers(text), audit }
}

/// What a store says is wrong with it.
pub fn findings(store: &Store) -> Vec<babahui::store::Finding> {
    store.verify().unwrap()
}
