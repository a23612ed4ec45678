//! The expression language: what expressions give, what is wrong with those that cannot be right.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test stops at the first surprise; doubles are compared exactly"
)]

#[path = "vectors/faults.rs"]
mod faults;
#[path = "vectors/properties.rs"]
mod properties;
#[path = "vectors/reads.rs"]
mod reads;
#[path = "vectors/world.rs"]
mod world;

use std::collections::HashMap;

use babahui::domain::{Value, survey::Kind};
use world::{List, SURVEY, World};

/// Two readings of a number are the same, NaN being itself.
fn same(a: f64, b: f64) -> bool {
    a == b || a.is_nan() && b.is_nan()
}

/// The 67 expressions on which two independent evaluators agree.
#[test]
fn agrees_with_other_evaluators() {
    let file: serde_json::Value = serde_json::from_str(include_str!("vectors/expressions.json")).unwrap();
    let kinds = [
        ("age", Kind::Integer),
        ("sel", Kind::SelectMultiple),
        ("d", Kind::Date),
        ("dt", Kind::DateTime),
        ("m", Kind::Repeat),
        ("g", Kind::Integer),
    ];
    let world = World::new(file["instance"].as_str().unwrap(), &kinds);
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 67);
    let mut wrong = Vec::new();
    for case in cases {
        let text = case["expr"].as_str().unwrap();
        let number = match &case["number"] {
            serde_json::Value::Null => f64::INFINITY,
            serde_json::Value::Number(n) => n.as_f64().unwrap(),
            other => other.as_str().unwrap().parse().unwrap(),
        };
        let expected = (case["string"].as_str().unwrap().to_owned(), number, case["boolean"].as_bool().unwrap());
        let value = world.eval(text, SURVEY);
        let got = (value.text(), value.number(), value.boolean());
        if got.0 != expected.0 || !same(got.1, expected.1) || got.2 != expected.2 {
            wrong.push(format!("{text}: {got:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A household: members with their visits, each a repeat.
fn household() -> World {
    let xml = "<data><street>Ping An</street><home><people>3</people></home>\
        <member><name>Bo</name><age>30</age><visit><cost>5</cost></visit><visit><cost>7</cost></visit></member>\
        <member><name>Li</name><age>8</age><visit><cost>2</cost></visit></member>\
        <member><name>No</name><age/></member></data>";
    let kinds = [
        ("people", Kind::Integer),
        ("member", Kind::Repeat),
        ("age", Kind::Integer),
        ("visit", Kind::Repeat),
        ("cost", Kind::Decimal),
    ];
    World::new(xml, &kinds)
}

#[test]
fn a_name_means_the_nearest_instance_or_all_below() {
    let world = household();
    let cases = [
        ("name", &[2][..], "${age}", "8"),
        ("name", &[2], "${street}", "Ping An"),
        ("name", &[1], "sum(${cost})", "12"),
        ("name", &[3], "sum(${cost})", "0"),
        ("street", &[], "sum(${cost})", "14"),
        ("cost", &[1, 2], "concat(${name}, ${cost})", "Bo7"),
        ("cost", &[1, 2], "sum(${cost})", "7"),
        ("cost", &[1, 2], "count(${member})", "3"),
        ("cost", &[1, 2], "position(..)", "2"),
        ("cost", &[1, 2], "position(../..)", "1"),
        ("cost", &[1, 2], "sum(/data/member/visit/cost)", "14"),
        ("cost", &[1, 2], "../../name", "Bo"),
        ("name", &[2], "count(${member}[${age} > current()/../age])", "1"),
        ("street", &[], "join(',', ${member}[${age} >= 8]/name)", "Bo,Li"),
        ("street", &[], "${member}[2]/name", "Li"),
        ("street", &[], "join(',', ${member}/visit[1]/cost)", "5,2"),
        ("street", &[], "count(${visit})", "3"),
    ];
    for (name, places, text, expected) in cases {
        assert_eq!(world.eval(text, world.at(name, places)).text(), expected, "{text} at {name}{places:?}");
    }
}

/// The response the table of cases is evaluated on.
fn courtyard() -> World {
    let xml = "<data><age>30</age><zero>0</zero><half>2.5</half><blank/><nothing/><sel>a b c</sel><one>b</one>\
        <flag>false</flag><d>2026-03-01</d><dt>2026-03-01T10:30:00.000+08:00</dt><t>12:00:00.000</t>\
        <home><people>3</people><who>Bao</who></home>\
        <m><n>Bo</n><g>5</g></m><m><n>Li</n><g>7</g></m><m><n>No</n><g/></m></data>";
    let kinds = [
        ("age", Kind::Integer),
        ("zero", Kind::Integer),
        ("half", Kind::Decimal),
        ("sel", Kind::SelectMultiple),
        ("one", Kind::SelectOne),
        ("d", Kind::Date),
        ("dt", Kind::DateTime),
        ("t", Kind::Time),
        ("people", Kind::Integer),
        ("m", Kind::Repeat),
        ("g", Kind::Integer),
    ];
    with_lists(World::new(xml, &kinds))
}

/// The same, with letters and points, whose text would make that of the whole survey too long to read.
fn courtyard_with_repeats() -> World {
    let letters = ["A", "B", "C", "D", "E", "F"].map(|c| format!("<l><x>{c}</x></l>")).concat();
    let xml = format!(
        "<data><age>30</age><one>b</one><sel>a b c</sel><letters>{letters}</letters><p><at>0 0 0 0</at></p><p><at>0 1 0 0</at></p></data>"
    );
    let kinds = [("l", Kind::Repeat), ("p", Kind::Repeat), ("at", Kind::Geopoint), ("age", Kind::Integer)];
    World::new(&xml, &kinds)
}

fn with_lists(mut world: World) -> World {
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    world.lists.push(List {
        name: "letter",
        columns: &["name", "label", "group", "size"],
        rows: vec![row(["a", "Alpha", "x", "10"]), row(["b", "Beta", "y", "20"]), row(["c", "Gamma", "x", "30"])],
    });
    world.picks = HashMap::from([("one", "letter"), ("sel", "letter")]);
    world.saved = HashMap::from([("one", Value::Choice("c".into())), ("age", Value::Integer(41))]);
    world
}

/// One line of the table, with its number.
fn cases() -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    let lines = include_str!("vectors/cases.txt").lines().enumerate();
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).map(|(i, line)| {
        let parts = line.split(" =>").map(|part| part.strip_prefix(' ').unwrap_or(part)).collect();
        (i + 1, parts)
    })
}

#[test]
fn gives_what_the_table_says() {
    let (plain, repeats) = (courtyard(), courtyard_with_repeats());
    let mut wrong = Vec::new();
    for (line, parts) in cases() {
        let text = parts[0];
        let world = if text.contains("/data/letters") || text.contains("/data/p)") { &repeats } else { &plain };
        let value = world.eval(text, SURVEY);
        let mut got = vec![value.text()];
        if let Some(number) = parts.get(2) {
            assert!(same(number.parse().unwrap(), value.number()), "line {line}: {text} as number {}", value.number());
            got.push((*number).to_owned());
        }
        if parts.len() > 3 {
            got.push(value.boolean().to_string());
        }
        if got != parts[1..] {
            wrong.push(format!("line {line}: {text}\n    gives {got:?}, not {:?}", &parts[1..]));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(cases().count() >= 250);
}
