//! Stores of every released schema open, read and verify.

use babahui::{
    domain::{
        meeting::{MeetingRow, MeetingStage},
        survey::ResponseState,
    },
    store::{About, ResponseFilter, Sort},
};
use rusqlite::Connection;

use crate::support::{findings, open};

/// The schema's number and the text that makes a store of it.
const RELEASED: &[(u32, &str)] = &[
    (1, include_str!("../fixtures/schema/v1.sql")),
    (2, include_str!("../fixtures/schema/v2.sql")),
    (3, include_str!("../fixtures/schema/v3.sql")),
];

#[test]
fn every_released_schema_opens_and_nothing_is_lost() {
    for (version, sql) in RELEASED {
        let dir = tempfile::tempdir().unwrap();
        let conn = Connection::open(dir.path().join("babahui.db")).unwrap();
        conn.execute_batch(sql).unwrap();
        let found: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(found, *version);
        drop(conn);
        let store = open(dir.path(), 1).unwrap().into_store();
        assert_eq!(findings(&store), []);
        assert_eq!(store.drafts().unwrap().len(), 1);
        assert_eq!(store.sessions(true).unwrap().len(), 2);
        assert_eq!(store.survey_sources("intake").unwrap().len(), 1);
        let filter =
            ResponseFilter { states: vec![ResponseState::Approved], text: "墙皮".into(), ..Default::default() };
        let page = store.responses(&filter, Sort::Newest, 0, 9).unwrap();
        assert_eq!((page.total, page.rows[0].revisions), (1, 2));
        let stages: Vec<_> = store.meetings().unwrap().iter().map(MeetingRow::stage).collect();
        assert_eq!(stages, if *version < 2 { vec![] } else { vec![MeetingStage::Paused] });
        assert_eq!(store.records_about(About::Register("ledger")).unwrap().0.len(), if *version < 2 { 0 } else { 3 });
        // Of the matter's records one is the retraction of another.
        for (kind, records) in [("place", 2), ("visit", 3), ("matter", 6), ("service", 3)] {
            let found = store.records_about(About::Register(kind)).unwrap().0.len();
            assert_eq!(found, if *version < 3 { 0 } else { records }, "{kind}");
        }
    }
}
