//! What leaves as tables or JSON comes back as it was, and what is wrong with a file is told in full.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod tally_data;

use std::collections::BTreeMap;

use babahui::domain::{
    Refusal, Value,
    exchange::{
        Archive, CellFault, Difference, KeptResponse, Layout, Meta, ReadFault, RowFault, Table, plan, read_tables,
        write_tables,
    },
    survey::{Entry, Kind, Response, ResponseState},
    tally::Codebook,
};
use chrono::Duration;
use proptest::prelude::*;
use tally_data::{choice, codebook, intake, item, refusal, response, responses, tree, value, words};

fn archive(all: &[Response]) -> Archive {
    let states = [ResponseState::Final, ResponseState::Approved, ResponseState::Returned];
    let kept = |(n, r): (usize, &Response)| {
        let state = states[n % 3];
        let comment = if state == ResponseState::Returned { format!("=补{n}") } else { String::new() };
        KeptResponse { state, comment, response: r.clone() }
    };
    Archive { survey: "intake".into(), responses: all.iter().enumerate().map(kept).collect(), ..Archive::default() }
}

/// The tables of an export as the files would hold them.
fn tables(versions: &[Codebook], archive: &Archive) -> Vec<Table> {
    let layout = Layout::new(versions, &archive.responses);
    let written = write_tables(&layout, archive);
    let table = |(sheet, rows): (&babahui::domain::exchange::Sheet, Vec<Vec<String>>)| {
        let mut rows = rows.into_iter();
        Table {
            file: format!("intake{}.csv", sheet.name),
            repeat: sheet.name.clone(),
            headings: rows.next().unwrap(),
            rows: (2..).zip(rows).collect(),
        }
    };
    layout.sheets.iter().zip(written).map(table).collect()
}

fn cell<'a>(table: &'a Table, row: usize, heading: &str) -> &'a str {
    let at = table.headings.iter().position(|h| h == heading).unwrap_or_else(|| panic!("{heading}"));
    &table.rows[row].1[at]
}

fn faults(versions: &[Codebook], tables: &[Table]) -> Vec<(u64, Option<String>, ReadFault)> {
    let found = read_tables(versions, tables).unwrap_err();
    found.into_iter().map(|RowFault { line, column, fault, .. }| (line, column, fault)).collect()
}

#[test]
fn a_row_stands_as_a_reader_of_the_spreadsheet_expects() {
    let member = tree([("age", value(Value::Integer(70))), ("tie", Entry::Blank)]);
    let mut one = response(
        0,
        tree([
            ("first", choice("facade")),
            ("concerns", value(Value::Choices(vec!["facade".into(), "other".into()]))),
            ("people", value(Value::Integer(-2))),
            ("area", refusal(Refusal::Refused)),
            ("note", value(Value::Text("=HYPERLINK(\"x\")".into()))),
            ("since", Entry::Blank),
            ("member", Entry::Repeat(vec![member])),
        ]),
    );
    one.head.door.building = "-3".into();
    let tables = tables(&[intake()], &archive(&[one]));
    let (main, members) = (&tables[0], &tables[1]);
    let cells = [
        ("KEY", "00000000-0000-0000-0000-000000000001"),
        ("meta/building", "'-3"),
        ("meta/created", "2024-10-08T14:30:00+08:00"),
        ("meta/state", "final"),
        ("meta/blank", "since"),
        ("first", "facade"),
        ("concerns", "facade other"),
        ("concerns/facade", "1"),
        ("concerns/parking", "0"),
        ("people", "-2"),
        ("area", "[refused]"),
        ("note", "'=HYPERLINK(\"x\")"),
        ("since", ""),
        ("order", ""),
    ];
    for (heading, expected) in cells {
        assert_eq!(cell(main, 0, heading), expected, "{heading}");
    }
    assert_eq!(members.headings, ["KEY", "PARENT_KEY", "meta/blank", "age", "tie"]);
    let expected =
        ["00000000-0000-0000-0000-000000000001/member[1]", "00000000-0000-0000-0000-000000000001", "tie", "70", ""];
    assert_eq!(members.rows[0].1, expected);
}

#[test]
fn every_bad_row_is_told_at_once() {
    let all: Vec<Response> = (0..3)
        .map(|n| response(n, tree([("first", choice("facade")), ("member", Entry::Repeat(vec![tree([])]))])))
        .collect();
    let good = tables(&[intake()], &archive(&all));
    let set = |tables: &mut Vec<Table>, table: usize, row: usize, heading: &str, text: &str| {
        let at = tables[table].headings.iter().position(|h| h == heading).unwrap();
        tables[table].rows[row].1[at] = text.to_owned();
    };
    let mut bad = good.clone();
    set(&mut bad, 0, 0, "first", "facede");
    set(&mut bad, 0, 0, "people", "two");
    set(&mut bad, 0, 1, "KEY", "no id");
    set(&mut bad, 0, 2, "meta/hash", "v9");
    set(&mut bad, 1, 0, "KEY", "00000000-0000-0000-0000-000000000001/member[x]");
    let choice = CellFault::Choice { name: "facede".into(), near: Some("facade".into()) };
    let column = |name: &str| Some(name.to_owned());
    assert_eq!(
        faults(&[intake()], &bad),
        [
            (2, column("first"), ReadFault::Cell(choice)),
            (2, column("people"), ReadFault::Cell(CellFault::Integer)),
            (3, column("KEY"), ReadFault::Key),
            (4, column("meta/hash"), ReadFault::UnknownVersion),
            (2, column("KEY"), ReadFault::Key),
            (3, column("PARENT_KEY"), ReadFault::Parent),
        ]
    );

    let mut bad = good.clone();
    set(&mut bad, 0, 0, "concerns", "entry");
    set(&mut bad, 0, 0, "concerns/facade", "1");
    set(&mut bad, 0, 1, "meta/blank", "first");
    set(&mut bad, 0, 1, "meta/state", "draft");
    set(&mut bad, 0, 2, "KEY", "00000000-0000-0000-0000-000000000002");
    bad[1].rows.remove(2);
    bad[0].rows[2].1.push("more".into());
    assert_eq!(
        faults(&[intake()], &bad),
        [
            (2, column("concerns/facade"), ReadFault::Disagree),
            (3, column("meta/blank"), ReadFault::Blank { name: "first".into() }),
            (3, column("meta/state"), ReadFault::State),
            (4, column("KEY"), ReadFault::DoubleKey { first: 3 }),
            (4, None, ReadFault::TooManyCells),
        ]
    );

    let mut bad = good;
    bad[0].headings[20] = "frist".into();
    bad.remove(1);
    assert_eq!(
        faults(&[intake()], &bad),
        [
            (1, None, ReadFault::MissingTable { repeat: "member".into() }),
            (1, column("frist"), ReadFault::UnknownColumn { near: Some("first".into()) }),
        ]
    );
}

#[test]
fn a_table_typed_by_hand_needs_little() {
    let table = Table {
        file: "typed.csv".into(),
        repeat: String::new(),
        headings: ["KEY", "meta/created", "first", "concerns/facade", "concerns/entry"].map(str::to_owned).into(),
        rows: vec![(
            2,
            ["uuid:00000000-0000-0000-0000-000000000001", "2024-11-12T14:30:00+08:00", "entry", "1", "0"]
                .map(str::to_owned)
                .into(),
        )],
    };
    let version = codebook(
        "v1",
        vec![item("first", Kind::SelectOne, &["entry"]), item("concerns", Kind::SelectMultiple, &["facade", "entry"])],
    );
    let rows = read_tables(&[version], &[table]).unwrap();
    let kept = &rows[0].kept;
    assert_eq!(kept.state, ResponseState::Final);
    assert_eq!(kept.response.head.survey.hash, "v1");
    let expected = tree([("first", choice("entry")), ("concerns", value(Value::Choices(vec!["facade".into()])))]);
    assert_eq!(kept.response.answers, expected);
}

#[test]
fn taking_in_the_same_again_changes_nothing_and_another_content_is_a_conflict() {
    let all: Vec<Response> = (0..3).map(|n| response(n, tree([("first", choice("facade"))]))).collect();
    let kept = archive(&all).responses;
    let mut here: BTreeMap<_, _> = kept.iter().map(|k| (k.response.head.id, k.clone())).collect();
    let again = plan(kept.clone(), &here);
    assert_eq!((again.new.len(), again.same, again.approved.len(), again.conflicts.len()), (0, 3, 0, 0));

    here.get_mut(&kept[1].response.head.id).unwrap().state = ResponseState::Final;
    here.remove(&kept[2].response.head.id);
    let mut changed = kept.clone();
    changed[0].response.answers = tree([("first", choice("entry")), ("note", Entry::Blank)]);
    changed[0].response.head.door.building = "3".into();
    let done = plan(changed, &here);
    assert_eq!((done.new.len(), done.same, done.approved), (1, 1, vec![kept[1].response.head.id]));
    let differences =
        [Difference::Meta(Meta::Building), Difference::Answer("first".into()), Difference::Answer("note".into())];
    assert_eq!(done.conflicts[0].differences, differences);
}

#[test]
fn versions_share_columns_and_read_back_each_in_its_own() {
    let old = codebook("v1", vec![item("people", Kind::Integer, &[]), item("first", Kind::SelectOne, &["manhole"])]);
    let new = codebook("v2", vec![item("first", Kind::SelectOne, &["facade"]), item("people", Kind::Text, &[])]);
    let one = response(0, tree([("people", value(Value::Integer(4))), ("first", choice("manhole"))]));
    let mut two = response(1, tree([("people", value(Value::Text("4".into()))), ("first", choice("facade"))]));
    two.head.survey =
        babahui::domain::survey::SurveyRef { id: "intake".into(), version: "v2".into(), hash: "v2".into() };
    let archive = archive(&[one, two]);
    let versions = [old, new];
    let tables = tables(&versions, &archive);
    assert!(tables[0].headings.ends_with(&["first".to_owned(), "people".to_owned()]));
    let back: Vec<KeptResponse> = read_tables(&versions, &tables).unwrap().into_iter().map(|r| r.kept).collect();
    assert_eq!(back, archive.responses);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn tables_read_back_as_they_were_written(
        all in responses(), typed in proptest::collection::vec((words(), words(), words(), any::<u64>(), 0_i64..2_000_000_000), 90),
    ) {
        let mut all = all;
        for (response, (building, surveyor, name, seed, nanoseconds)) in all.iter_mut().zip(typed) {
            response.head.door.building = building;
            response.head.surveyor = surveyor;
            response.name = name;
            response.head.seed = seed;
            response.finished += Duration::nanoseconds(nanoseconds);
        }
        let archive = archive(&all);
        let versions = [intake()];
        let first = tables(&versions, &archive);
        for (_, cells) in first.iter().flat_map(|t| &t.rows) {
            for cell in cells {
                prop_assert!(!cell.starts_with(['=', '+', '@', '\t', '\r']), "{cell}");
                prop_assert!(!cell.starts_with('-') || cell.parse::<f64>().is_ok(), "{cell}");
            }
        }
        let back: Vec<KeptResponse> = read_tables(&versions, &first).unwrap().into_iter().map(|r| r.kept).collect();
        prop_assert_eq!(&back, &archive.responses);
        let again = tables(&versions, &Archive { responses: back, ..archive });
        prop_assert_eq!(again, first);
    }

    #[test]
    fn json_reads_back_as_it_was_written(all in responses()) {
        let archive = archive(&all);
        let text = serde_json::to_string_pretty(&archive).unwrap();
        prop_assert_eq!(serde_json::from_str::<Archive>(&text).unwrap(), archive);
    }
}
