//! What the papers of an evening cost as PDF: those the program makes of the demo's last meeting when it is over, with what
//! they are made of read from the store, and the computer's Chinese font found and read.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and stops at the first surprise")]

use std::{process::ExitCode, time::Instant};

use babahui::{
    app::{
        SystemIds, demo, fonts,
        printing::{Gathering, PrintOrder, Writer},
    },
    domain::Lang,
    import::SurveyLibrary,
    locale::Locale,
    report::{Format, Report},
    store::{OpenOptions, Store},
};
use chrono::DateTime;

const ROUNDS: usize = 9;
/// All papers of an evening, in milliseconds.
const LIMIT: f64 = 300.0;

fn main() -> ExitCode {
    if fonts(None).unwrap().faces.is_empty() {
        println!("no Chinese font here: not measured");
        return ExitCode::SUCCESS;
    }
    let dir = tempfile::tempdir().unwrap();
    demo::build(dir.path()).unwrap();
    let now = DateTime::parse_from_rfc3339("2024-11-12T21:00:00+08:00").unwrap();
    let options = OpenOptions { community: String::new(), ids: &mut SystemIds, now, page_limit: None };
    let store = Store::open(dir.path(), options).unwrap().into_store();
    let (library, locale) = (SurveyLibrary::load(dir.path()), Locale::new(&Lang::new("zh-CN")));
    let meeting = store.meetings().unwrap()[0].id;
    let mut quickest = [f64::MAX; Report::EVENING.len() + 1];
    let mut size = 0;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        // As the program does: what several papers need, and the fonts, are read once.
        let (mut gathering, writer) = (Gathering::new(&store, &library, now, None), Writer::default());
        let mut bytes = 0;
        for (report, quickest) in Report::EVENING.into_iter().zip(&mut quickest[1..]) {
            let start = Instant::now();
            let order = PrintOrder { meeting: Some(meeting), ..PrintOrder::new(report) };
            let document = gathering.document(&order, &locale).unwrap();
            bytes += writer.written(&document, Format::Pdf).unwrap().bytes.len();
            *quickest = quickest.min(start.elapsed().as_secs_f64() * 1000.0);
        }
        quickest[0] = quickest[0].min(start.elapsed().as_secs_f64() * 1000.0);
        size = bytes;
    }
    for (report, took) in Report::EVENING.into_iter().zip(&quickest[1..]) {
        println!("{}: {took:.1} ms", report.word());
    }
    let passed = quickest[0] < LIMIT;
    let verdict = if passed { "PASS" } else { "FAIL" };
    println!("an evening's papers, {} KiB of PDF: {:.1} ms (limit {LIMIT}) {verdict}", size / 1024, quickest[0]);
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
