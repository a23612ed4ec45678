//! A tally as rows for a spreadsheet: one row a count.

use super::{Section, choice_label, group_name, question_label, tally_text::quotient, words::range};
use crate::{
    domain::{
        exchange::safe_cell,
        tally::{Columns, Detail, Tally},
    },
    locale::Locale,
};

/// The rows of a report, headings first. `part` says what a row counts: `base` (n and the reasons for no value), `choice`,
/// `first` and `place` (of a rank), `figure` and `bin` (of numbers), `day`, `hour`, `text`; `of` is what a share is of.
#[must_use]
pub fn tally_csv(locale: &Locale, columns: &Columns, sections: &[Section]) -> Vec<Vec<String>> {
    let headings = ["question", "question_label", "repeat", "group", "part", "key", "label", "value", "of"];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    for section in sections {
        match section {
            Section::Tally(tally) => add(locale, columns, tally, "", &mut rows),
            Section::Cross(cross) => {
                add(locale, columns, &cross.total, "", &mut rows);
                for group in &cross.groups {
                    add(locale, columns, &group.tally, &group_name(locale, &group.name), &mut rows);
                }
            }
        }
    }
    rows
}

fn add(locale: &Locale, columns: &Columns, tally: &Tally, group: &str, rows: &mut Vec<Vec<String>>) {
    let question = question_label(locale, tally);
    let mut row = |part: &str, key: &str, label: &str, value: String, of: String| {
        let words = [&tally.name, &question, &tally.repeat, group, part, key, label].map(safe_cell);
        rows.push(words.into_iter().chain([value, of]).collect());
    };
    let base = &tally.base;
    let all = base.rows.to_string();
    let counts = [
        ("n", base.given),
        ("blank", base.blank),
        ("refused", base.refused),
        ("dont_know", base.dont_know),
        ("not_applicable", base.not_applicable),
        ("not_asked", base.not_asked),
    ];
    for (key, count) in counts {
        row("base", key, "", count.to_string(), all.clone());
    }
    let n = base.given.to_string();
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => {
            for c in all {
                row("choice", &c.name, &choice_label(locale, &c.name, &c.label), c.count.to_string(), n.clone());
            }
        }
        Detail::Rank(all) => {
            for c in all {
                let label = choice_label(locale, &c.name, &c.label);
                row("first", &c.name, &label, c.first.part.to_string(), n.clone());
                if c.ranked > 0 {
                    row("place", &c.name, &label, quotient(c.mean).to_string(), c.ranked.to_string());
                }
            }
        }
        Detail::Numbers(None) | Detail::Given => {}
        Detail::Numbers(Some(numbers)) => {
            let figures = [
                ("mean", numbers.mean),
                ("median", numbers.median),
                ("min", numbers.min),
                ("max", numbers.max),
                ("sum", numbers.sum),
            ];
            for (key, value) in figures {
                row("figure", key, "", value.to_string(), n.clone());
            }
            for bin in &numbers.bins {
                let label = range(bin.from, bin.to, numbers.whole);
                row("bin", &bin.from.to_string(), &label, bin.count.to_string(), n.clone());
            }
        }
        Detail::Days(days) => {
            for (day, count) in days {
                row("day", &day.to_string(), "", count.to_string(), n.clone());
            }
        }
        Detail::Times { hours, .. } => {
            for (hour, count) in hours.iter().enumerate().filter(|(_, count)| **count > 0) {
                row("hour", &format!("{hour:02}:00"), "", count.to_string(), n.clone());
            }
        }
        Detail::Texts(all) => {
            for (number, (_, text)) in (1..).zip(all.iter().filter_map(|at| columns.text(tally.column, *at))) {
                row("text", &number.to_string(), text, String::new(), n.clone());
            }
        }
    }
}
