//! What the papers of an evening cost as PDF: minutes, posting and both sign-in sheets of a meeting rich in everything,
//! with the computer's Chinese font found and read.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and stops at the first surprise")]

#[path = "../tests/support/rich.rs"]
mod rich;

use std::{process::ExitCode, time::Instant};

use babahui::{
    app::fonts,
    domain::Lang,
    locale::Locale,
    report::{MinutesStatus, SheetForm, document_pdf, minutes_document, posting_document, sheet_document},
};

const ROUNDS: usize = 9;
/// All papers of an evening, in milliseconds.
const LIMIT: f64 = 300.0;

fn main() -> ExitCode {
    let locale = Locale::new(&Lang::new("zh-CN"));
    let minutes = rich::minutes();
    if fonts(None).unwrap().faces.is_empty() {
        println!("no Chinese font here: not measured");
        return ExitCode::SUCCESS;
    }
    let mut quickest = f64::MAX;
    let mut pages = 0;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let fonts = fonts(None).unwrap();
        let pack = [
            minutes_document(&locale, &minutes, MinutesStatus::Draft),
            minutes_document(&locale, &minutes.public(), MinutesStatus::Draft),
            posting_document(&locale, &minutes, None),
            sheet_document(&locale, &minutes, SheetForm::Blank),
            sheet_document(&locale, &minutes, SheetForm::Filled),
        ];
        pages = pack.iter().map(|document| document_pdf(document, &fonts).unwrap().pages).sum();
        quickest = quickest.min(start.elapsed().as_secs_f64() * 1000.0);
    }
    let passed = quickest < LIMIT;
    let verdict = if passed { "PASS" } else { "FAIL" };
    println!("an evening's papers, {pages} pages of PDF: {quickest:.1} ms (limit {LIMIT}) {verdict}");
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
