//! A matter on paper: what it is about, where it came from, what became of it, what residents say afterwards.

use super::document::{Class, Column, Document, Table};
use crate::{
    domain::{matter::Thread, meeting::minutes::public_words},
    locale::{Locale, afterwards_words, came_words, date_time, programme_words, raised_by, step_words},
    tr,
};

/// The thread of a matter as a document. `concern` is what its concern is called.
#[must_use]
pub fn matter_document(l: &Locale, thread: &Thread, concern: &str) -> Document {
    let class = if thread.public { Class::Public } else { Class::Office };
    let mut document = Document::new(l, class, thread.about.title.clone());
    let about = &thread.about;
    let step = step_words(l, thread.step);
    document.fact(tr!(l, "matter-document-step"), step);
    if !concern.is_empty() {
        document.fact(tr!(l, "matter-document-concern"), concern);
    }
    if let Some(programme) = about.programme {
        document.fact(tr!(l, "matter-document-programme"), programme_words(l, programme));
    }
    if !about.place.0.is_empty() {
        document.fact(tr!(l, "matter-document-place"), about.place.0.join(" "));
    }
    if thread.suggestions > 0 {
        let (n, raised) = (thread.suggestions, raised_by(l, thread.households, thread.heard));
        document.fact(tr!(l, "matter-document-from"), tr!(l, "matter-document-from-words", n = n, raised = raised));
    }
    if !about.note.is_empty() {
        document.fact(tr!(l, "matter-document-note"), about.note.clone());
    }
    if let Some(after) = &thread.afterwards {
        document.fact(tr!(l, "matter-document-afterwards"), afterwards_words(l, after));
    }
    document.heading(2, tr!(l, "matter-document-thread"));
    for entry in &thread.entries {
        let (kind, words) = came_words(l, &entry.what);
        document.entry(format!("{} {kind}", date_time(entry.at)), words);
    }
    document
}

/// The list of matters as a table: step, title, concern, households, since when.
#[must_use]
pub fn matters_document(l: &Locale, rows: Vec<Vec<String>>) -> Document {
    let mut table = Table::new(vec![
        Column::words(tr!(l, "matters-column-step")),
        Column::words(tr!(l, "matters-column-title")),
        Column::words(tr!(l, "matters-column-concern")),
        Column::number(tr!(l, "matters-column-households")),
        Column::date(tr!(l, "matters-column-since")),
    ]);
    let mut document = Document::new(l, Class::Public, tr!(l, "matters-title"));
    if rows.is_empty() {
        document.line(tr!(l, "matters-none-stored"));
    }
    table.rows = rows.into_iter().map(|row| row.iter().map(|cell| public_words(cell)).collect()).collect();
    document.table(table);
    document
}
