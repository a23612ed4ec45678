//! What a person reads about a survey file with faults, in both languages, and that no file whatever crashes the reader.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/definitions.rs"]
mod definitions;

use std::path::PathBuf;

use babahui::{
    domain::{
        Severity,
        survey::{Attachments, load},
    },
    import::{SurveyFile, SurveyLibrary},
};
use proptest::prelude::*;

fn bad_files() -> Vec<PathBuf> {
    definitions::files_in("tests/definitions/bad")
}

#[test]
fn every_fault_is_told_in_both_languages() {
    for path in bad_files() {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut file = SurveyFile::open(&path).unwrap();
        let problems = file.problems().to_vec();
        file.source.name = format!("{stem}.ron");
        assert!(!problems.is_empty(), "{stem} has no fault");
        insta::assert_snapshot!(stem, definitions::told(&file.source, &problems));
    }
}

#[test]
fn a_file_with_an_error_gives_no_survey_and_one_with_warnings_does() {
    for path in bad_files() {
        let file = SurveyFile::open(&path).unwrap();
        let errors = file.problems().iter().any(|p| p.severity == Severity::Error);
        assert_eq!(file.form().is_none(), errors, "{}", path.display());
    }
}

#[test]
fn sound_snippets_have_no_problems() {
    for body in [
        r#"Text(name: "a", label: "甲", required: "yes", read_only: "1")"#,
        r#"Text(name: "a", label: {"zh-CN": "甲", "en": "A"}, appearance: ["multiline"], parameters: "rows=3")"#,
        r#"Text(name: "a", hint: r"只有小字")"#,
        r#"Integer(name: "a", label: "甲", default: 5, constraint: ". > 0", refusals: ["refused", DontKnow])"#,
        r#"Decimal(name: "a", label: "甲", appearance: "thousands-sep", default: "1 + 1")"#,
        r#"Range(name: "a", label: "甲", parameters: (start: 1.5, end: 5.5, step: 0.5), appearance: "vertical no-ticks")"#,
        r#"Range(name: "a", label: "甲", parameters: "start=10;end=1;step=-1", appearance: "picker")"#,
        r#"Date(name: "a", label: "甲", appearance: "month-year", default: "2024-11-12")"#,
        r#"Date(name: "a", label: "甲", default: "today()")"#,
        r#"SelectOne(name: "a", label: "甲", choices: [(name: 1, label: "一", grid: "x"), (name: "b", label: "二")])"#,
        r#"SelectMultiple(name: "a", label: "甲", choices: [(name: "b", label: "乙")], or_other: true, appearance: "columns-2")"#,
        r#"Rank(name: "a", label: "甲", choices: [(name: "b", label: "乙")], parameters: "randomize=true, seed=3")"#,
        r#"Acknowledge(name: "a", label: "甲"), Barcode(name: "b", label: "乙"), Geopoint(name: "c", label: "丙")"#,
        r#"Image(name: "a", label: "甲", parameters: "max-pixels=1000", appearance: "signature")"#,
        r#"Start(name: "s"), End(name: "e"), Today(name: "t"), DeviceId(name: "d"), Username(name: "u")"#,
        r#"Hidden(name: "a", default: "x"), Calculate(name: "b", calculation: "${a}"), Note(name: "c", label: "${b}")"#,
        r#"Group(name: "g", body: [Repeat(name: "r", count: 2, body: [Text(name: "a", label: "甲")])])"#,
        r#"Text(name: "a", label: "甲"), Calculate(name: "b", calculation: "now()", trigger: "${a}")"#,
        r#"Integer(name: "a", label: "甲", warning: ". < 9", warning_message: "多", default: "${last-saved#a}")"#,
    ] {
        let loaded = load(&format!("Survey(id: \"x\", body: [{body}])"), &Attachments::default());
        assert_eq!(loaded.problems, [], "{body}");
        assert!(loaded.form.is_some(), "{body}");
    }
}

#[test]
fn languages_named_complete_are_the_only_ones_asked_for() {
    let survey = |languages: &str| {
        let text = format!(
            r#"Survey(id: "x", {languages} body: [Text(name: "a", label: {{"zh-CN": "甲", "en": "A"}}, hint: "小字")])"#
        );
        load(&text, &Attachments::default()).problems.len()
    };
    assert_eq!(survey(""), 1);
    assert_eq!(survey(r#"languages: ["zh-CN"],"#), 0);
}

/// A shipped survey with some bytes put in, taken out or swapped.
fn mutated() -> impl Strategy<Value = String> {
    definitions::mutated(SurveyLibrary::shipped().all().map(|file| String::from(&*file.source.text)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_crashes_the_reader(text in mutated()) {
        let loaded = load(&text, &Attachments::default());
        let (form, problems) = (loaded.form, loaded.problems);
        let errors = problems.iter().any(|p| p.severity == Severity::Error);
        prop_assert_eq!(form.is_none(), errors);
        for p in &problems {
            prop_assert!(text.get(p.span.start as usize..p.span.end as usize).is_some(), "{:?}", p);
        }
    }

    #[test]
    fn no_characters_crash_the_reader(text in "\\PC{0,80}") {
        let _ = load(&format!("Survey(id: \"x\", body: [{text}])"), &Attachments::default());
    }
}
