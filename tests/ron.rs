//! The reader against tables of faults, and against the `ron` crate.

use proptest::prelude::*;

use babahui::domain::{
    Fault, Problem,
    ron::{SyntaxFault, Value, read},
};

/// Each fault as `offset name`, with what it names.
fn faults(text: &str) -> Vec<String> {
    let show = |p: &Problem| {
        let Fault::Syntax(fault) = &p.fault else { return format!("{p:?}") };
        let what = match fault {
            SyntaxFault::Unclosed { open, .. } => format!("unclosed {open}"),
            SyntaxFault::StrayClosing { found, .. } => format!("stray {found}"),
            SyntaxFault::Stray { found } => format!("stray {found}"),
            SyntaxFault::Lookalike { found, meant } => format!("{found} for {meant}"),
            SyntaxFault::BadEscape { found } => format!("escape {found}"),
            SyntaxFault::BadNumber { found } => format!("number {found}"),
            SyntaxFault::UnknownExtension { found, near } => format!("extension {found} {near:?}"),
            SyntaxFault::Unquoted { found } => format!("unquoted {found}"),
            SyntaxFault::QuotedName { name } => format!("quoted {name}"),
            other => format!("{other:?}"),
        };
        format!("{}-{} {what}", p.span.start, p.span.end)
    };
    read(text).problems.iter().map(show).collect()
}

#[test]
fn one_slip_is_one_fault() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        ("", "0-0 Empty"),
        ("  // nothing", "12-12 Empty"),
        (r#"(a: "x" b: 1)"#, "7-7 MissingComma"),
        (r#"["x" "y"]"#, "4-4 MissingComma"),
        (r#"{"x": 1 "y": 2}"#, "7-7 MissingComma"),
        ("[(a: 1) (a: 2)]", "7-7 MissingComma"),
        (r#"(a "x", b: 1)"#, "2-2 MissingColon"),
        (r#"{"x" 1}"#, "4-4 MissingColon"),
        ("(a: , b: 1)", "3-3 MissingValue"),
        ("(a: 1, b:)", "9-9 MissingValue"),
        ("(a: 1, b)", "7-8 MissingValue"),
        (r#"(a = "x")"#, "3-4 = for :"),
        (r#"(a: "x"; b: 1)"#, "7-8 ; for ,"),
        (r#"(a: "x"，b: 1)"#, "7-10 ， for ,"),
        (r#"(a："x")"#, "2-5 ： for :"),
        ("（a: 1）", "0-3 （ for (|7-10 ） for )"),
        ("(a: “院落”)", "4-7 “ for \""),
        ("(a:\u{3000}1)", "3-6 \u{3000} for  "),
        ("(a: 1,, b: 2)", "6-7 stray ,"),
        ("(a: $x + 1, b: 2)", "4-10 stray $x + 1"),
        ("(a: 'x y', b: 2)", "4-9 BadCharacter"),
        (r#"(a: "x\q", b: "\u{zz}")"#, "6-8 escape \\q|15-18 escape \\u{"),
        ("(a: 1x, b: 0b12)", "4-6 number 1x|11-15 number 0b12"),
        (r#"("a": 1)"#, "1-4 quoted a"),
        ("{zh-CN: 1}", "1-6 unquoted zh-CN"),
        ("(a: 1, 2)", "7-8 MixedFields"),
        ("(1, a: 2)", "4-5 MixedFields"),
        ("(a: 1", "0-1 unclosed ("),
        ("(a: [1, 2)", "4-5 unclosed ["),
        ("(a: [1, 2\n)", "4-5 unclosed ["),
        ("(a: [\n 1,\n b: 2)", "4-5 unclosed ["),
        ("(a: {\"x\": 1, b: 2)", "4-5 unclosed {"),
        ("(a: [\n T(n: 1,\n T(n: 2),\n])", "8-9 unclosed ("),
        ("(a: [\n T(n: 1\n T(n: 2),\n])", "8-9 unclosed ("),
        ("(a: [\n T(n: 1)),\n T(n: 2),\n])", "14-15 stray )"),
        ("(a: [\n (n: 1,\n (n: 2),\n])", "7-8 unclosed ("),
        ("(a: 1))", "6-7 stray )"),
        ("(a: 1) b", "7-8 Trailing"),
        ("(a: \"x,\n b: \"y\",\n c: \"z\")", "4-6 UnclosedText"),
        ("(a: \"x)", "4-6 UnclosedText"),
        ("(a: r#\"x\")", "0-1 unclosed (|4-7 UnclosedText"),
        ("(a: 1 /* b)", "0-1 unclosed (|6-8 UnclosedComment"),
        ("#![enable(implicit_sone)]\n()", "10-23 extension implicit_sone Some(\"implicit_some\")"),
        ("#![allow(x)]\n()", "0-12 BadAttribute"),
    ] {
        let found = faults(text).join("|");
        if found != expected {
            wrong.push(format!("{text}\n  found    {found}\n  expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn many_faults_come_out_of_one_reading() {
    let text = "S(\n  a: \"x\"\n  b = 2,\n  c: [\n    T(n: \"\\q\"),\n    T(n: \"y),\n    T(n: 1_x)；\n  ],\n  d: 1))";
    assert_eq!(
        faults(text),
        [
            "11-11 MissingComma",
            "16-17 = for :",
            "38-40 escape \\q",
            "53-55 UnclosedText",
            "67-70 number 1_x",
            "71-74 ； for ,",
            "87-88 stray )"
        ]
    );
}

#[test]
fn texts_say_what_was_written_and_where_it_stands() {
    for (text, said, prefix) in [
        (r#""院落""#, "院落", Some(1)),
        (r#""a\n\"b\" \u{9662}\x41\xe4\xb8\xad""#, "a\n\"b\" 院A中", None),
        ("\"a\\\n   b\"", "ab", None),
        ("\"a\nb\"", "a\nb", Some(1)),
        (r##"r#"a\"b"#"##, "a\\\"b", Some(3)),
        (r#"r"x""#, "x", Some(2)),
    ] {
        let document = read(text);
        assert!(document.problems.is_empty(), "{text}");
        let Value::Text(literal) = document.root.value else { panic!("{text}") };
        assert_eq!((&*literal.text, literal.prefix), (said, prefix), "{text}");
    }
}

/// Text that is nearly RON: its own tokens, thrown together.
fn nearly_ron() -> impl Strategy<Value = String> {
    let tokens =
        "( ) [ ] { } , : true 1 -2.5 0xf Some(2) \"x\" \"\\n\" r#\"y\"# 'c' .. b\"z\" \" \\ ， 院 $ T( /*/**/*/ a:1,";
    let mut tokens: Vec<_> = tokens.split(' ').collect();
    tokens.extend([" ", "\n", "a ", "// c\n", "\"k\": 2,", "#![enable(implicit_some)]"]);
    let token = prop::sample::select(tokens);
    prop::collection::vec(token, 0..24).prop_map(|tokens| tokens.concat())
}

/// Text that is RON.
fn sound_ron() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "1",
        "-2.5",
        "1_000",
        "0b1",
        "true",
        "None",
        "\"院落\"",
        "\"a\\t\"",
        "r#\"y\"#",
        "'c'",
        "()",
        "[]",
        "{}",
        "inf",
        "\"l1\nl2\"",
    ])
    .prop_map(str::to_owned);
    leaf.prop_recursive(4, 40, 5, |inner| {
        let several = prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            several.clone().prop_map(|v| format!("[{}]", v.join(", "))),
            several.clone().prop_map(|v| {
                let entries = v.iter().enumerate().map(|(n, v)| format!("\"k{n}\" : {v}"));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(",\n"))
            }),
            several.prop_map(|v| {
                let fields = v.iter().enumerate().map(|(n, v)| format!("f{n}: {v}, // c\n"));
                format!("T({})", fields.collect::<String>())
            }),
            inner.prop_map(|v| format!("Some({v})")),
        ]
    })
}

/// A value of any shape, so that `ron` checks the notation only.
fn ron_reads(text: &str) -> bool {
    ron::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

proptest! {
    #[test]
    fn what_is_accepted_ron_reads_too(text in nearly_ron()) {
        if read(&text).problems.is_empty() {
            prop_assert!(ron_reads(&text), "{:?}: {:?}", text, ron::from_str::<serde::de::IgnoredAny>(&text));
        }
    }

    #[test]
    fn sound_text_has_no_faults(text in sound_ron()) {
        prop_assert!(ron_reads(&text), "{}", text);
        prop_assert_eq!(read(&text).problems, vec![]);
    }

    #[test]
    fn any_text_is_read_to_its_end(text in "\\PC{0,60}") {
        let document = read(&text);
        for problem in &document.problems {
            prop_assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some());
        }
    }

    #[test]
    fn nearly_ron_is_read_to_its_end(text in nearly_ron()) {
        for problem in read(&text).problems {
            prop_assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some());
        }
    }
}

#[test]
fn deep_nesting_is_a_fault_and_no_crash() {
    let text = "[".repeat(100_000);
    assert!(faults(&text).contains(&"64-65 TooDeep".to_owned()));
    let text = format!("{}{}", "(a: [".repeat(100), "])".repeat(100));
    assert_eq!(faults(&text), ["160-161 TooDeep"]);
}
