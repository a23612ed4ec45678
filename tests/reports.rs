//! Every report of the demo as text and Markdown in both languages.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use babahui::{
    app::{
        demo,
        printing::{Gathering, PrintOrder},
    },
    domain::{Lang, SeededIds},
    import::SurveyLibrary,
    locale::{LANGUAGES, Locale, width},
    report::{Class, Document, Report, document_markdown, document_text},
    store::{OpenOptions, ResponseFilter, Sort, Store},
};
use chrono::DateTime;

/// The demo's reports in one language, with the words for them.
fn reports(lang: &str) -> Vec<(&'static str, Document)> {
    let dir = tempfile::tempdir().unwrap();
    demo::build(dir.path()).unwrap();
    let mut ids = SeededIds::new(1);
    let now = DateTime::parse_from_rfc3339("2024-11-21T09:00:00+08:00").unwrap();
    let options = OpenOptions { community: String::new(), ids: &mut ids, now, page_limit: None };
    let store = Store::open(dir.path(), options).unwrap().into_store();
    let library = SurveyLibrary::load(dir.path());
    let mut gathering = Gathering::new(&store, &library, now, None);
    let locale = Locale::new(&Lang::new(lang));
    let rows = store.meetings().unwrap();
    let meeting = rows.iter().find(|row| row.title.contains("第四次")).unwrap().id;
    let filter = ResponseFilter { survey: Some("courtyard-intake".into()), ..ResponseFilter::default() };
    let page = store.responses(&filter, Sort::default(), 0, 1).unwrap();
    let response = page.rows.first().map(|row| row.head.id);
    let made = |report: &Report| {
        let order = PrintOrder {
            survey: Some("courtyard-intake".into()),
            meeting: Some(meeting),
            response,
            ..PrintOrder::new(*report)
        };
        (report.word(), gathering.document(&order, &locale).unwrap())
    };
    Report::ALL.iter().map(made).collect()
}

#[test]
fn every_report_reads_alike_in_both_languages() {
    for lang in LANGUAGES {
        for (word, document) in reports(lang) {
            let text = document_text(&document, 80);
            assert!(text.lines().all(|line| width(line) <= 80), "{word}: {text}");
            insta::assert_snapshot!(format!("{word}-{lang}"), text);
            insta::assert_snapshot!(format!("{word}-markdown-{lang}"), document_markdown(&document));
        }
    }
}

#[test]
fn what_everyone_may_read_has_no_door_and_no_phone() {
    // A form holds its author's words only.
    let public = |(word, document): &(&str, Document)| document.class == Class::Public && *word != "form";
    for (word, document) in reports("zh-CN").into_iter().filter(public) {
        let text = document_text(&document, 100);
        let digits = text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 11);
        assert!(!digits, "{word}: {text}");
        let door = text.split("单元").any(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        assert!(!door, "{word}: {text}");
    }
}
