//! Every report of the demo as text, Markdown and a web page, in both languages.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{path::Path, sync::OnceLock};

use babahui::{
    app::{
        demo,
        printing::{Gathering, PrintOrder},
    },
    domain::{Lang, SeededIds, matter::Matters, record::Register, visit::Rounds},
    import::SurveyLibrary,
    locale::{LANGUAGES, Locale, width},
    report::{Class, Document, Report, document_html, document_markdown, document_text},
    store::{About, OpenOptions, ResponseFilter, Sort, Store},
};
use chrono::DateTime;

/// The demo, built once: what it holds is the same in every language.
fn dir() -> &'static Path {
    static BUILT: OnceLock<tempfile::TempDir> = OnceLock::new();
    let dir = BUILT.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        demo::build(dir.path()).unwrap();
        dir
    });
    dir.path()
}

fn store() -> Store {
    let mut ids = SeededIds::new(1);
    let now = DateTime::parse_from_rfc3339("2024-11-21T09:00:00+08:00").unwrap();
    let options = OpenOptions { community: String::new(), ids: &mut ids, now, page_limit: None };
    Store::open(dir(), options).unwrap().into_store()
}

/// What is printed, by the name of its golden file: every report for whom it is made when nothing is asked for, then the
/// editions for narrower circles that look different.
fn orders(store: &Store) -> Vec<(String, PrintOrder)> {
    let rows = store.meetings().unwrap();
    let meeting = rows.iter().find(|row| row.title.contains("第四次")).map(|row| row.id);
    let filter = ResponseFilter { survey: Some("courtyard-intake".into()), ..ResponseFilter::default() };
    let page = store.responses(&filter, Sort::default(), 0, 1).unwrap();
    let response = page.rows.first().map(|row| row.head.id);
    let rounds = Rounds::fold(store.records_about(About::Register(Rounds::KIND)).unwrap().0);
    let round = rounds.rounds().find(|(_, round)| round.plan.title.contains("逐户")).map(|(id, _)| id);
    let matters = Matters::fold(store.records_about(About::Register(Matters::KIND)).unwrap().0);
    let matter = matters.matters().find(|(_, matter)| matter.about.title.contains("外墙")).map(|(id, _)| id);
    let of = |report: Report| PrintOrder {
        survey: Some("courtyard-intake".into()),
        meeting,
        response,
        round,
        matter,
        ..PrintOrder::new(report)
    };
    let mut orders: Vec<_> = Report::ALL.iter().map(|report| (report.word().to_owned(), of(*report))).collect();
    for (report, class) in [
        (Report::Summary, Class::Office),
        (Report::Minutes, Class::Facilitator),
        (Report::ResultSheet, Class::Facilitator),
        (Report::Fund, Class::Office),
        (Report::Route, Class::Facilitator),
        (Report::Coverage, Class::Office),
        (Report::Matters, Class::Office),
        (Report::Matter, Class::Office),
    ] {
        let word = match class {
            Class::Public => "public",
            Class::Office => "office",
            Class::Facilitator => "facilitator",
        };
        orders.push((format!("{}-{word}", report.word()), PrintOrder { class, ..of(report) }));
    }
    orders
}

/// The demo's reports in one language, with their names.
fn reports(lang: &str) -> Vec<(String, Document)> {
    let store = store();
    let now = DateTime::parse_from_rfc3339("2024-11-21T09:00:00+08:00").unwrap();
    let library = SurveyLibrary::load(dir());
    let mut gathering = Gathering::new(&store, &library, now, None);
    let locale = Locale::new(&Lang::new(lang));
    let orders = orders(&store);
    orders.into_iter().map(|(name, order)| (name, gathering.document(&order, &locale).unwrap())).collect()
}

/// A web page without the style sheet that is the same in all; the rules of its own sheet stay.
fn without_style(page: &str) -> String {
    let style = include_str!("../src/report/html/style.css");
    let (before, after) = page.split_once(style).unwrap();
    format!("{before}{after}")
}

#[test]
fn every_report_reads_alike_in_both_languages() {
    for lang in LANGUAGES {
        for (name, document) in reports(lang) {
            let text = document_text(&document, 80);
            assert!(text.lines().all(|line| width(line) <= 80), "{name}: {text}");
            insta::assert_snapshot!(format!("{name}-{lang}"), text);
            // The other editions differ in what they tell, not in how it is written down.
            if !name.ends_with("-office") && !name.ends_with("-facilitator") {
                insta::assert_snapshot!(format!("{name}-markdown-{lang}"), document_markdown(&document));
                insta::assert_snapshot!(format!("{name}-html-{lang}"), without_style(&document_html(&document)));
            }
        }
    }
}

/// The words of a web page, without what marks them up.
fn words_of_page(page: &str) -> String {
    let (_, body) = page.split_once("<body").unwrap();
    let mut words = String::new();
    for piece in body.split('<') {
        words.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    signs.into_iter().fold(words, |words, (escaped, sign)| words.replace(escaped, sign))
}

/// A text without blanks, lines to write on and what Markdown escapes with.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !['\\', '_'].contains(c)).collect()
}

#[test]
fn every_way_of_writing_a_report_down_says_all_of_it() {
    for lang in LANGUAGES {
        for (name, document) in reports(lang) {
            let page = bare(&words_of_page(&document_html(&document)));
            let markdown = bare(&document_markdown(&document));
            for text in document.texts().map(bare).filter(|text| text.contains(char::is_alphanumeric)) {
                assert!(page.contains(&text), "{name} {lang}: the page lacks {text}");
                assert!(markdown.contains(&text), "{name} {lang}: Markdown lacks {text}");
            }
        }
    }
}

/// Signs that only stand beside each other by mistake.
const SLIPS: [&str; 17] = [
    "。：", "：。", "，，", "、、", "。。", "；；", "：：", "， ", " ，", " 。", "（）", "()", " ,", ",,", ": .", "..",
    "““",
];

#[test]
fn no_report_has_a_slip_of_the_pen() {
    for lang in LANGUAGES {
        for (name, document) in reports(lang) {
            for text in document.texts().filter(|text| !text.contains("...")) {
                let slip = SLIPS.iter().find(|slip| text.contains(*slip));
                assert!(slip.is_none(), "{name} {lang}: {slip:?} in {text}");
                let counted = text.split(' ').zip(text.split(' ').skip(1));
                let one =
                    |(n, of): &(&str, &str)| *n == "1" && (of.starts_with("responses") || of.starts_with("households"));
                assert!(counted.clone().find(one).is_none(), "{name}: {text}");
            }
        }
    }
}

#[test]
fn what_everyone_may_read_has_no_door_and_no_phone() {
    // A form holds its author's words only.
    let public = |(name, document): &(String, Document)| document.class == Class::Public && name != "form";
    for (word, document) in reports("zh-CN").into_iter().filter(public) {
        let text = document_text(&document, 100);
        let digits = text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 11);
        assert!(!digits, "{word}: {text}");
        let door = text.split("单元").any(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        assert!(!door, "{word}: {text}");
    }
}
