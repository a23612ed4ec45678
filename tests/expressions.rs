//! The expression language: what expressions give, what is wrong with those that cannot be right.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test stops at the first surprise; doubles are compared exactly"
)]

#[path = "vectors/world.rs"]
mod world;

use babahui::domain::survey::Kind;
use world::{SURVEY, World};

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
