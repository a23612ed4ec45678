//! The expression language: what expressions give, what is wrong with those that cannot be right.

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
