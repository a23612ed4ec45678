//! `babahui tally`: what an organiser sees without opening the screen.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod tally_store;

use tally_store::{babahui, fill, in_language, stderr, stdout};

#[test]
fn the_tally_stands_in_lines_with_bars() {
    let dir = tempfile::tempdir().unwrap();
    fill(dir.path());
    insta::assert_snapshot!("tally_text_en", stdout(dir.path(), &["tally", "intake"]));
    let chinese = in_language(dir.path(), "zh-CN", &["tally", "intake"]).assert().success();
    insta::assert_snapshot!("tally_text_zh", String::from_utf8_lossy(&chinese.get_output().stdout));
    let by_building = ["tally", "intake", "--by", "building", "--question", "first", "--question", "people"];
    insta::assert_snapshot!("tally_by_building", stdout(dir.path(), &by_building));
}

#[test]
fn filters_choose_responses() {
    let dir = tempfile::tempdir().unwrap();
    fill(dir.path());
    let cases: [(&[&str], u64); 10] = [
        (&[], 10),
        (&["--session", "第100场"], 5),
        (&["--kind", "community-chat"], 5),
        (&["--kind", "Community chat"], 5),
        (&["--building", "1", "--building", "2"], 7),
        (&["--from", "2024-11-11"], 5),
        (&["--to", "2024-11-09"], 0),
        (&["--where", "first=facade"], 4),
        (&["--where", "people>=3", "--where", "note~充电"], 2),
        (&["--where", "first=[refused]"], 1),
    ];
    for (filter, expected) in cases {
        let json = stdout(dir.path(), &[&["tally", "intake", "--format", "json"], filter].concat());
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["submissions"], expected, "{filter:?}");
        let first = &json["questions"][1];
        assert_eq!(first["question"], "first");
        assert_eq!(first["base"]["rows"], expected);
    }
}

#[test]
fn json_and_csv_hold_the_same_counts() {
    let dir = tempfile::tempdir().unwrap();
    fill(dir.path());
    let json = stdout(dir.path(), &["tally", "intake", "--format", "json", "--by", "kind"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let csv = stdout(dir.path(), &["tally", "intake", "--format", "csv", "--by", "kind"]);
    let choice = |group: &str, name: &str| {
        let row = format!("first,What first,,{group},choice,{name},");
        csv.lines().find(|line| line.starts_with(&row)).map(|line| line.rsplit(',').nth(1).unwrap().to_owned())
    };
    let first = &json["questions"][1];
    assert_eq!(choice("", "facade").unwrap(), first["counts"]["choices"][0]["count"].to_string());
    for group in first["groups"].as_array().unwrap() {
        let count = group["tally"]["counts"]["choices"][0]["count"].to_string();
        assert_eq!(choice(group["group"].as_str().unwrap(), "facade"), Some(count));
    }
    assert!(csv.contains("note,Anything else,,,text,1,'=充电桩0,"), "no cell is a formula");
}

#[test]
fn what_is_not_known_is_told_with_the_likeliest_name() {
    let dir = tempfile::tempdir().unwrap();
    fill(dir.path());
    let cases: [(&[&str], &str); 8] = [
        (&["tally", "intaek"], "Did you mean intake?"),
        (&["tally", "intake", "--question", "frist"], "Did you mean first?"),
        (&["tally", "intake", "--by", "frist"], "Did you mean first?"),
        (&["tally", "intake", "--where", "first=facede"], "Did you mean facade?"),
        (&["tally", "intake", "--where", "first"], "is not a condition"),
        (&["tally", "intake", "--kind", "tea"], "Community chat"),
        (&["tally", "intake", "--session", "第100"], "第100场"),
        (&["tally", "intake", "--from", "soon"], "is not a date"),
    ];
    for (arguments, expected) in cases {
        let said = stderr(&mut babahui(dir.path(), arguments), 2);
        assert!(said.to_lowercase().contains(&expected.to_lowercase()), "{arguments:?}: {said}");
    }
}
