//! What compiling finds wrong: all of it at once, each at its place.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use babahui::domain::{
    Fault, Problem,
    expr::ExprFaultKind,
    survey::{Attachments, Form, Survey},
};

/// The faults of a survey with this body, and the text each of them points at.
fn faults(body: &str) -> Vec<(Fault, String)> {
    let text = format!(
        "Survey(id: \"t\", version: \"1\", default_language: \"zh-CN\", title: \"t\", choices: {{\"c\": [(name: \"facade\", label: \"f\")]}}, body: [{body}])"
    );
    let (survey, problems) = Survey::read(&text);
    assert!(problems.is_empty(), "{problems:?}");
    let problems: Vec<Problem> = Form::compile(&survey.unwrap(), &Attachments::default()).err().unwrap_or_default();
    let pointed = |problem: &Problem| text[problem.span.start as usize..problem.span.end as usize].to_owned();
    problems.iter().map(|problem| (problem.fault.clone(), pointed(problem))).collect()
}

#[test]
fn an_unknown_name_is_pointed_at() {
    let found =
        faults(r#"Integer(name: "people", label: "p"), Text(name: "t", label: "t", relevant: "${poeple} > 1")"#);
    let [(Fault::Expr(fault), pointed)] = &found[..] else { unreachable!("{found:?}") };
    assert_eq!(fault.kind, ExprFaultKind::UnknownName { name: "poeple".into(), near: Some("people".into()) });
    assert!(pointed.contains("poeple") && !pointed.contains('>'), "{pointed}");
}

#[test]
fn all_faults_come_at_once() {
    let found = faults(
        r#"Integer(name: "a", label: "a", required: "${nobody}", relevant: "1 +", constraint: "nofunction(.)"),
           Calculate(name: "x", calculation: "${y}"), Calculate(name: "y", calculation: "${x}"),
           Integer(name: "b", label: "b", default: "vier"), SelectOne(name: "s", label: "s", choices: "c", default: "facede")"#,
    );
    let words: Vec<String> = found.iter().map(|(fault, _)| format!("{fault:?}")).collect();
    for part in ["nobody", "Expected", "nofunction", "Cycle", "BadDefault", "facede"] {
        assert!(words.iter().any(|word| word.contains(part)), "{part} in {words:#?}");
    }
    assert_eq!(found.len(), 6, "{words:#?}");
}

#[test]
fn a_cycle_names_its_members_in_order() {
    for (body, members) in [
        (r#"Calculate(name: "x", calculation: "${x} + 1")"#, vec!["x"]),
        (
            r#"Calculate(name: "a", calculation: "${c}"), Calculate(name: "b", calculation: "${a}"), Calculate(name: "c", calculation: "${b} + ${d}"), Integer(name: "d", label: "d")"#,
            vec!["a", "b", "c"],
        ),
        (
            r#"Integer(name: "a", label: "a", relevant: "${b} > 1"), Integer(name: "b", label: "b", relevant: "${a} > 1")"#,
            vec!["a", "b"],
        ),
        (
            r#"Group(name: "g", label: "g", relevant: "${a} > 1", body: [Integer(name: "a", label: "a")])"#,
            vec!["g", "a"],
        ),
        (r#"Repeat(name: "r", label: "r", count: "sum(${n})", body: [Integer(name: "n", label: "n")])"#, vec!["r"]),
        (r#"SelectOne(name: "s", label: "s", choices: "c", choice_filter: "name != ${s}")"#, vec!["s"]),
        // The one after, itself, one of another repeat around, and all of them through a question outside.
        (
            r#"Repeat(name: "r", label: "r", body: [Calculate(name: "x", calculation: "indexed-repeat(${x}, ${r}, position(..) + 1)")])"#,
            vec!["x"],
        ),
        (
            r#"Repeat(name: "r", label: "r", body: [Calculate(name: "x", calculation: "indexed-repeat(${x}, ${r}, position(..) - 0)")])"#,
            vec!["x"],
        ),
        (
            r#"Repeat(name: "r", label: "r", body: [Calculate(name: "x", calculation: "sum(/data/r[position() <= position(current()/..)]/x)")])"#,
            vec!["x"],
        ),
        (
            r#"Repeat(name: "o", label: "o", body: [Repeat(name: "r", label: "r", body: [
                Calculate(name: "x", calculation: "sum(/data/o/r[position() < position(current()/..)]/x)")])])"#,
            vec!["x"],
        ),
        (
            r#"Repeat(name: "r", label: "r", body: [Calculate(name: "x", calculation: "${y} + indexed-repeat(${x}, ${r}, position(..) - 1)")]), Calculate(name: "y", calculation: "sum(${x})")"#,
            vec!["x", "y"],
        ),
        (
            r#"Repeat(name: "r", label: "r", body: [Calculate(name: "x", calculation: "count(${in})"), Repeat(name: "in", label: "i", count: "indexed-repeat(${x}, ${r}, position(..) - 1)", body: [Note(name: "n", label: "n")])])"#,
            vec!["x", "in"],
        ),
    ] {
        let found = faults(body);
        let [(Fault::Cycle { members: named, .. }, _)] = &found[..] else { unreachable!("{body}: {found:?}") };
        let mut turned = named.clone();
        if let Some(first) = turned.iter().position(|name| name == members[0]) {
            turned.rotate_left(first);
        }
        assert_eq!(turned, members, "{body}");
    }
}

#[test]
fn what_only_looks_like_a_cycle_is_none() {
    for body in [
        r#"Integer(name: "a", label: "a ${a}", constraint: ". > 1 or ${a} = 0", warning: "${a} < 9")"#,
        r#"Calculate(name: "a", calculation: "once(random())")"#,
        r#"Integer(name: "a", label: "a", required: "${b} = ''"), Integer(name: "b", label: "b", required: "${a} = ''")"#,
        r#"Integer(name: "a", label: "a", default: "${b}"), Integer(name: "b", label: "b", relevant: "${a} > 1", default: "${a}")"#,
        r#"Integer(name: "a", label: "a"), Calculate(name: "n", calculation: "${n} + 1", trigger: "${a}")"#,
        r#"Repeat(name: "r", label: "r", body: [Integer(name: "x", label: "x"), Calculate(name: "before", calculation: "indexed-repeat(${x}, ${r}, position(..) - 1)")])"#,
        r#"Repeat(name: "r", label: "r", body: [Calculate(name: "x", calculation: "1 + coalesce(indexed-repeat(${x}, ${r}, position(..) - 1), 0)")])"#,
        r#"Repeat(name: "r", label: "r", body: [Integer(name: "x", label: "x", relevant: "position(..) = 1 or indexed-repeat(${x}, ${r}, position(..) - 1) > 0")])"#,
        r#"Repeat(name: "o", label: "o", body: [Repeat(name: "r", label: "r", body: [
            Calculate(name: "x", calculation: "1 + coalesce(indexed-repeat(${x}, ${r}, position(..) - 1), 0)")]), Calculate(name: "all", calculation: "max(../r/x)")])"#,
    ] {
        assert_eq!(faults(body), [], "{body}");
    }
}
