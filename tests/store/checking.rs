//! Checking finds every change to the log and every table that does not follow from it, and names the place.

use babahui::{
    domain::{Ids, SeededIds, session::SessionKind},
    store::{Finding, ResponseFilter, Sort},
};
use rusqlite::{Connection, types::Value};

use crate::support::{World, findings, response, stamp};

/// A store with one record of each kind that people make.
fn busy() -> World {
    let mut w = World::new();
    let meeting = w.session(SessionKind::CourtyardMeeting, "坝坝会").id;
    let a = w.finish("intake", Some(meeting), "3-2-501", "墙皮").head.id;
    let b = w.finish("intake", None, "3-2-502", "井盖").head.id;
    let head = w.head("intake", "3-2-503");
    w.store.begin_draft(&head).unwrap();
    w.store.discard_draft(head.id, stamp!(w)).unwrap();
    w.store.return_response(a, "缺电话", stamp!(w)).unwrap();
    let draft = w.store.begin_correction(a, "补电话", &[]).unwrap();
    let again = response(draft.head, w.now, "墙皮，电话已补");
    w.store.finalise(&again, stamp!(w)).unwrap();
    w.store.approve(a, stamp!(w)).unwrap();
    let gone = w.store.delete_response(b, "重复", stamp!(w)).unwrap();
    w.store.retract(gone.id, stamp!(w)).unwrap();
    w
}

/// The file as a vandal has it: without the guards of the log.
fn vandal(w: &World) -> Connection {
    let conn = Connection::open(w.store.file()).unwrap();
    conn.execute_batch(
        "DROP TRIGGER log_keeps_values; DROP TRIGGER log_keeps_rows; DROP TRIGGER response_counted;
        DROP TRIGGER response_recounted; DROP TRIGGER response_uncounted; PRAGMA foreign_keys = OFF;",
    )
    .unwrap();
    conn
}

#[test]
fn a_sound_store_has_no_findings() {
    assert_eq!(findings(&busy().store), []);
    assert_eq!(findings(&World::new().store), []);
}

#[test]
fn the_log_refuses_to_be_changed() {
    let w = busy();
    let conn = Connection::open(w.store.file()).unwrap();
    for sql in [
        "UPDATE log SET author = 'x' WHERE pos = 2",
        "UPDATE log SET body = '{}' WHERE pos = 2",
        "UPDATE log SET body = NULL, author = 'x' WHERE pos = 2",
        "UPDATE log SET prev = 'x' WHERE pos = 1",
        "DELETE FROM log WHERE pos = 2",
        "DELETE FROM log",
    ] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(findings(&w.store), []);
}

#[test]
fn a_changed_byte_anywhere_in_a_record_is_found_and_the_record_named() {
    let w = busy();
    let conn = vandal(&w);
    let records: i64 = conn.query_row("SELECT count(*) FROM log", [], |r| r.get(0)).unwrap();
    let columns = [
        "id",
        "community",
        "device",
        "seq",
        "hlc",
        "at",
        "at_offset",
        "author",
        "kind",
        "entity",
        "prev",
        "body",
        "body_hash",
        "chain_hash",
    ];
    let mut random = SeededIds::new(9);
    let mut flipped = 0;
    for pos in 1..=records {
        for column in columns.iter().flat_map(|c| [c; 3]) {
            let select = format!("SELECT {column} FROM log WHERE pos = {pos}");
            let old: Value = conn.query_row(&select, [], |r| r.get(0)).unwrap();
            let bit = random.seed();
            let flip = |bytes: &[u8]| {
                let mut bytes = bytes.to_vec();
                let place = usize::try_from(bit >> 8).unwrap() % bytes.len();
                bytes[place] ^= 1 << (bit % 8);
                bytes
            };
            let text = matches!(old, Value::Text(_));
            let new = match &old {
                Value::Integer(n) => Value::Integer(n ^ (1 << (bit % 40))),
                Value::Text(text) => Value::Blob(flip(text.as_bytes())),
                Value::Blob(bytes) => Value::Blob(flip(bytes)),
                _ => continue,
            };
            let cast = if text { "CAST(? AS TEXT)" } else { "?" };
            let update = format!("UPDATE log SET {column} = {cast} WHERE pos = {pos}");
            if conn.execute(&update, [&new]).is_err() {
                continue; // another record has that number already
            }
            let found = findings(&w.store);
            let named = |f: &Finding| matches!(f, Finding::Record { place, .. } if place.position == pos);
            assert!(found.iter().any(named), "{column} of {pos}: {found:?}");
            if !["device", "seq"].contains(column) {
                assert!(found.iter().all(named), "{column} of {pos} alone: {found:?}");
            }
            conn.execute(&format!("UPDATE log SET {column} = ? WHERE pos = {pos}"), [&old]).unwrap();
            flipped += 1;
        }
    }
    assert!(flipped > 300, "{flipped}");
    assert_eq!(findings(&w.store), []);
}

#[test]
fn a_missing_record_is_found() {
    let w = busy();
    let conn = vandal(&w);
    conn.execute("DELETE FROM log WHERE pos = 4", []).unwrap();
    assert!(
        matches!(&findings(&w.store)[0], Finding::Record { place, .. } if (place.position, place.seq) == (5, 5)),
        "{:?}",
        findings(&w.store)
    );
}

#[test]
fn a_missing_newest_record_is_found() {
    let w = busy();
    let last: i64 = {
        let conn = vandal(&w);
        let last = conn.query_row("SELECT max(pos) FROM log", [], |r| r.get(0)).unwrap();
        conn.execute("DELETE FROM log WHERE pos = ?", [last]).unwrap();
        last
    };
    let device = w.store.device().to_string();
    assert_eq!(findings(&w.store), [Finding::Truncated { device, expected: last, found: last - 1 }]);
}

#[test]
fn a_body_taken_out_without_a_record_of_it_is_found() {
    let w = busy();
    vandal(&w).execute("UPDATE log SET body = NULL WHERE pos = 3", []).unwrap();
    assert!(matches!(&findings(&w.store)[..], [Finding::Record { place, .. }] if place.position == 3));
}

#[test]
fn tables_that_do_not_follow_from_the_log_are_found_and_mended() {
    let cases = [
        ("response", "UPDATE response SET name = 'x' WHERE row = 1"),
        ("response", "UPDATE response SET door_key = 'x' WHERE row = 1"),
        ("response", "UPDATE response_search SET search = 'x' WHERE row = 2"),
        ("response", "UPDATE response_answers SET answers = '{}' WHERE row = 2"),
        ("response", "DELETE FROM response_answers WHERE row = 1"),
        ("response", "DELETE FROM response_search WHERE row = 1"),
        ("response", "DELETE FROM response WHERE row = 1"),
        ("response", "UPDATE response SET id = 'stray' WHERE row = 1"),
        ("session", "UPDATE session SET starts = 0"),
        ("session", "DELETE FROM session"),
        ("survey", "INSERT INTO survey_source VALUES ('x', 'x', 'x', 'x')"),
        ("count", "UPDATE response_count SET n = n + 1"),
        ("count", "DELETE FROM response_count"),
        ("device", "UPDATE device SET hlc = hlc + 1"),
    ];
    for (table, sql) in cases {
        let mut w = busy();
        let list = |w: &World| w.store.responses(&ResponseFilter::default(), Sort::Newest, 0, 99).unwrap();
        let before = (list(&w), w.store.sessions(true).unwrap());
        Connection::open(w.store.file()).unwrap().execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}")).unwrap();
        let found = findings(&w.store);
        assert!(
            found.iter().any(|f| matches!(f, Finding::Projection { table: t, .. } if *t == table)),
            "{sql}: {found:?}"
        );
        w.store.rebuild().unwrap();
        assert_eq!(findings(&w.store), [], "{sql}");
        assert_eq!((list(&w), w.store.sessions(true).unwrap()), before, "{sql}");
    }
}

#[test]
fn a_clock_set_back_does_not_change_the_order_of_what_happened() {
    let mut w = World::new();
    let id = w.finish("intake", None, "1-1-1", "x").head.id;
    w.store.return_response(id, "first", stamp!(w)).unwrap();
    w.wait(-86_400 * 400);
    w.store.approve(id, stamp!(w)).unwrap();
    w.wait(-86_400);
    w.store.return_response(id, "last", stamp!(w)).unwrap();
    assert_eq!(w.store.response(id).unwrap().unwrap().comment, "last");
    let records = w.store.records(&id.to_string()).unwrap();
    assert!(records.windows(2).all(|r| r[0].hlc < r[1].hlc && r[0].seq + 1 == r[1].seq));
    assert!(records.windows(2).all(|r| r[1].prev == Some(r[0].id)));
    assert_eq!(findings(&w.store), []);
}
