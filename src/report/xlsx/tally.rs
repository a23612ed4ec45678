//! The sheet of counts: every question with its counts and shares, and a chart beside them.

use rust_xlsxwriter::Worksheet;

use super::{
    XlsxFault,
    cell::{Pen, number},
    chart::draw,
    sheet::Widths,
};
use crate::{
    domain::tally::{Detail, Tally},
    locale::{Locale, date_short},
    report::{choice_label, question_label, range, tally_text::base_words},
    tr,
};

/// Counts of one question.
struct Counts {
    rows: Vec<(String, u64)>,
    /// What a share is of; nothing when there is none.
    of: u64,
    upright: bool,
}

/// Writes the counts of these questions; what is only read (texts) has its number alone.
pub(super) fn write<'t>(
    pen: &mut Pen<'_>,
    sheet: &mut Worksheet,
    name: &str,
    tallies: impl Iterator<Item = &'t Tally>,
) -> Result<(), XlsxFault> {
    let locale = pen.locale;
    let mut widths = Widths::default();
    let mut row = 0;
    for tally in tallies.filter(|tally| !tally.is_of_filling()) {
        let title = row;
        pen.words(sheet, title, 0, &question_label(locale, tally), |formats| &formats.title)?;
        let base = base_words(locale, &tally.base);
        pen.text(sheet, title + 1, 0, &base)?;
        widths.see(0, 0, &base);
        let head = title + 2;
        let counts = counts(locale, tally);
        if counts.rows.is_empty() {
            row = head + 1;
            continue;
        }
        for (at, word) in [(0, tally.name.clone()), (1, tr!(locale, "xlsx-count")), (2, tr!(locale, "xlsx-share"))] {
            pen.words(sheet, head, at, &word, |formats| &formats.head)?;
        }
        let mut line = head;
        for (label, count) in &counts.rows {
            line += 1;
            pen.text(sheet, line, 0, label)?;
            widths.see(0, 0, label);
            #[allow(clippy::cast_precision_loss, reason = "counts of responses")]
            let (part, whole) = (*count as f64, counts.of as f64);
            number(sheet, line, 1, part)?;
            if counts.of > 0 {
                sheet.write_number_with_format(line, 2, part / whole, &pen.formats.share)?;
            }
        }
        let below = draw(sheet, name, title, head + 1, line - head, counts.upright)?;
        row = below.max(line + 2);
    }
    for at in [1, 2] {
        widths.see_wide(at, 8);
    }
    widths.set(sheet)
}

fn counts(locale: &Locale, tally: &Tally) -> Counts {
    let of = tally.base.given;
    let (rows, upright) = match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => {
            (all.iter().map(|c| (choice_label(locale, &c.name, &c.label), c.count)).collect(), false)
        }
        Detail::Rank(all) => {
            (all.iter().map(|c| (choice_label(locale, &c.name, &c.label), c.first.part)).collect(), false)
        }
        Detail::Numbers(Some(numbers)) => {
            (numbers.bins.iter().map(|bin| (range(bin.from, bin.to, numbers.whole), bin.count)).collect(), true)
        }
        Detail::Days(days) => (days.iter().map(|(day, count)| (date_short(*day), *count)).collect(), true),
        Detail::Times { hours, .. } => {
            let told = |(hour, count): (usize, &u64)| (*count > 0).then(|| (format!("{hour:02}:00"), *count));
            (hours.iter().enumerate().filter_map(told).collect(), true)
        }
        Detail::Numbers(None) | Detail::Texts(_) | Detail::Given => (Vec::new(), false),
    };
    Counts { rows, of, upright }
}
