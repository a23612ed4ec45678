//! A tally as lines of text: numbers beside bars, aligned also with Chinese words.

use super::{Section, choice_label, group_name, question_label, words::range};
use crate::{
    domain::tally::{Base, Bin, ChoiceCount, Columns, Cross, Detail, Numbers, RankCount, Share, Summary, Tally},
    locale::{
        Align, Counted, Locale, clean_line, count, date_short, decimal, pad, session_kind, share, truncate, width,
    },
    tr,
};

/// Widest a label is written before it is cut.
const LABEL: usize = 36;
/// Columns of a full bar.
const BAR: u16 = 30;
/// Columns of a page; a wider cross-table goes on below.
const PAGE: usize = 100;

/// The report of a summary's sections.
#[must_use]
pub fn tally_text(locale: &Locale, columns: &Columns, summary: &Summary, sections: &[Section]) -> String {
    let mut lines = heading(locale, summary);
    for section in sections {
        lines.push(String::new());
        match section {
            Section::Tally(tally) => tally_lines(locale, columns, tally, &mut lines),
            Section::Cross(cross) => cross_lines(locale, cross, &mut lines),
        }
    }
    if !summary.notes.is_empty() {
        lines.push(String::new());
        let mut names: Vec<&str> = summary.notes.iter().map(|note| note.question.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        lines.push(tr!(locale, "tally-versions-differ", questions = names.join(", ")));
    }
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n") + "\n"
}

fn heading(locale: &Locale, summary: &Summary) -> Vec<String> {
    let title = clean_line(summary.title.get(locale.lang())).into_owned();
    let responses = count(locale, Counted::Responses, summary.submissions);
    let sessions = count(locale, Counted::Sessions, summary.sessions.len() as u64);
    let kind = |k: &crate::domain::tally::KindCount| {
        let name = k.kind.map_or_else(|| tr!(locale, "tally-no-session"), |kind| session_kind(locale, kind));
        format!("{name} {}", k.sessions)
    };
    let kinds: Vec<String> = summary.kinds.iter().map(kind).collect();
    let days = summary.days.map(|(first, last)| format!("{} - {}", date_short(first), date_short(last)));
    let mut lines = vec![title, format!("{responses}  {sessions}  {}", kinds.join("  "))];
    lines.extend(days);
    lines
}

/// `n 131  blank 3  refused 1`: what is 0 is left out, n never.
pub(super) fn base_words(locale: &Locale, base: &Base) -> String {
    let mut words = vec![format!("n {}", base.given)];
    let others = [
        (base.blank, tr!(locale, "tally-blank")),
        (base.refused, tr!(locale, "tally-refused")),
        (base.dont_know, tr!(locale, "tally-dont-know")),
        (base.not_applicable, tr!(locale, "tally-not-applicable")),
        (base.not_asked, tr!(locale, "tally-not-asked")),
    ];
    words.extend(others.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{word} {n}")));
    words.join("  ")
}

fn tally_lines(locale: &Locale, columns: &Columns, tally: &Tally, lines: &mut Vec<String>) {
    lines.push(format!("{}  [{}]", question_label(locale, tally), tally.name));
    let mut base = base_words(locale, &tally.base);
    if !tally.repeat.is_empty() {
        base += "  ";
        base +=
            &tr!(locale, "tally-in-households", households = count(locale, Counted::Households, tally.base.households));
    }
    lines.push(format!("  {base}"));
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => {
            let label = |c: &ChoiceCount| choice_label(locale, &c.name, &c.label);
            bars(all.iter().map(|c| (label(c), c.count, c.share)).collect(), lines);
        }
        Detail::Rank(all) => rank_lines(locale, all, lines),
        Detail::Numbers(None) | Detail::Given => {}
        Detail::Numbers(Some(numbers)) => {
            lines.push(format!("  {}", figures(locale, numbers).map(|(word, n)| format!("{word} {n}")).join("  ")));
            let label = |bin: &Bin| range(bin.from, bin.to, numbers.whole);
            bars(numbers.bins.iter().map(|bin| (label(bin), bin.count, bin.share)).collect(), lines);
        }
        Detail::Days(days) => {
            let row = |(day, n): &(chrono::NaiveDate, u64)| (date_short(*day), *n, Share::new(*n, tally.base.given));
            bars(days.iter().map(row).collect(), lines);
        }
        Detail::Times { hours, .. } => {
            let row = |(hour, n): (usize, &u64)| (format!("{hour:02}:00"), *n, Share::new(*n, tally.base.given));
            bars(hours.iter().enumerate().filter(|(_, n)| **n > 0).map(row).collect(), lines);
        }
        Detail::Texts(all) => {
            lines.extend(columns.counted_texts(tally.column, all).into_iter().map(|(text, n)| match n {
                1 => format!("  - {}", clean_line(text)),
                n => format!("  - {} ({n})", clean_line(text)),
            }));
        }
    }
}

/// Mean, median, least, greatest and sum with their words.
fn figures(locale: &Locale, numbers: &Numbers) -> [(String, String); 5] {
    [
        (tr!(locale, "tally-mean"), decimal(numbers.mean, 2)),
        (tr!(locale, "tally-median"), decimal(numbers.median, 2)),
        (tr!(locale, "tally-min"), decimal(numbers.min, 2)),
        (tr!(locale, "tally-max"), decimal(numbers.max, 2)),
        (tr!(locale, "tally-sum"), decimal(numbers.sum, 2)),
    ]
}

/// Label, count, share and bar of each row. A full bar is the greatest share.
fn bars(rows: Vec<(String, u64, Share)>, lines: &mut Vec<String>) {
    let labels = rows.iter().map(|(label, ..)| width(label)).max().unwrap_or(0).min(LABEL);
    let digits = rows.iter().map(|(_, n, _)| n.to_string().len()).max().unwrap_or(1);
    let greatest = rows.iter().map(|(_, n, _)| *n).max().unwrap_or(0);
    for (label, n, part) in rows {
        let label = pad(&truncate(&label, labels), labels, Align::Left);
        let bar = "#".repeat(usize::from(Share::new(n, greatest).cells(BAR)));
        lines.push(format!("    {label}  {n:>digits$}  {:>6}  {bar}", share(part.part, part.whole)));
    }
}

fn rank_lines(locale: &Locale, ranks: &[RankCount], lines: &mut Vec<String>) {
    let label = |rank: &RankCount| choice_label(locale, &rank.name, &rank.label);
    let labels = ranks.iter().map(|rank| width(&label(rank))).max().unwrap_or(0).min(LABEL);
    for rank in ranks {
        let label = pad(&truncate(&label(rank), labels), labels, Align::Left);
        let first =
            tr!(locale, "tally-first", count = rank.first.part, share = share(rank.first.part, rank.first.whole));
        let mean = if rank.ranked == 0 { "-".to_owned() } else { decimal(quotient(rank.mean), 2) };
        lines.push(format!("    {label}  {first}  {}", tr!(locale, "tally-mean-place", place = mean)));
    }
}

/// A quotient as a decimal, to be shown.
#[allow(clippy::cast_precision_loss, reason = "only shown")]
pub(super) fn quotient(share: Share) -> f64 {
    share.part as f64 / share.whole as f64
}

fn cross_lines(locale: &Locale, cross: &Cross, lines: &mut Vec<String>) {
    lines.push(format!("{}  [{}]", question_label(locale, &cross.total), cross.total.name));
    if cross.overlapping {
        lines.push(format!("  {}", tr!(locale, "tally-overlapping")));
    }
    let rows = row_names(locale, &cross.total);
    let labels = rows.iter().map(|row| width(row)).max().unwrap_or(0).min(LABEL);
    let total = std::iter::once((tr!(locale, "tally-total"), &cross.total));
    let groups = total.chain(cross.groups.iter().map(|group| (group_name(locale, &group.name), &group.tally)));
    let columns: Vec<Vec<String>> = groups.map(|(name, tally)| column(&name, tally, rows.len())).collect();
    let widths: Vec<usize> = columns.iter().map(|c| c.iter().map(|cell| width(cell)).max().unwrap_or(0)).collect();
    let mut from = 0;
    while from < columns.len() {
        let mut taken = labels + 2;
        let fits = widths[from..].iter().take_while(|w| {
            taken += **w + 2;
            taken <= PAGE
        });
        let to = from + fits.count().max(1);
        for at in 0..=rows.len() {
            let name = at.checked_sub(1).and_then(|row| rows.get(row)).map_or("", String::as_str);
            let mut line = format!("  {}", pad(&truncate(name, labels), labels, Align::Left));
            for (cells, width) in columns[from..to].iter().zip(&widths[from..to]) {
                line += "  ";
                line += &pad(cells.get(at).map_or("", String::as_str), *width, Align::Right);
            }
            lines.push(line);
        }
        from = to;
        if from < columns.len() {
            lines.push(String::new());
        }
    }
}

/// What stands in front of the rows of a cross-table, below its headings.
fn row_names(locale: &Locale, tally: &Tally) -> Vec<String> {
    let mut names = vec!["n".to_owned()];
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => {
            names.extend(all.iter().map(|c| choice_label(locale, &c.name, &c.label)));
        }
        Detail::Rank(all) => names.extend(all.iter().map(|c| choice_label(locale, &c.name, &c.label))),
        Detail::Numbers(_) => {
            names.extend(
                ["tally-mean", "tally-median", "tally-min", "tally-max", "tally-sum"]
                    .map(|id| locale.loader(id).get(id)),
            );
        }
        _ => {}
    }
    names
}

/// Heading and cells of one group.
fn column(name: &str, tally: &Tally, rows: usize) -> Vec<String> {
    let mut cells = vec![truncate(name, 20).into_owned(), tally.base.given.to_string()];
    let cell = |n: u64, part: Share| format!("{n} {:>6}", share(part.part, part.whole));
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => cells.extend(all.iter().map(|c| cell(c.count, c.share))),
        Detail::Rank(all) => cells.extend(all.iter().map(|c| cell(c.first.part, c.first))),
        Detail::Numbers(Some(n)) => {
            cells.extend([n.mean, n.median, n.min, n.max, n.sum].map(|n| decimal(n, 2)));
        }
        _ => cells.resize(rows + 1, "-".to_owned()),
    }
    cells
}
