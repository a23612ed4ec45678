//! What a tally is drawn from, line by line, so that its height is known before it is drawn.

use ratatui::{buffer::Buffer, layout::Rect, widgets::Widget};

use crate::{
    domain::tally::{Columns, Detail, Tally},
    locale::{Locale, date_weekday, decimal, share},
    report::{choice_label, range},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Bar, Bars, Histogram, put},
    },
};

use super::words;

/// Rows of a histogram: four of bars, their counts, their bounds.
const HISTOGRAM: u16 = 6;

/// A few rows of a tally.
pub(super) enum Piece {
    /// One row of words, cut where the room ends.
    Line(Meaning, String),
    /// Level bars, one a row, with the n their shares are of.
    Bars(Vec<Bar<'static>>, u64),
    /// Upright bars, with the bounds of the classes.
    Histogram(Vec<u64>, Vec<String>),
}

impl Piece {
    /// Rows it takes.
    pub fn height(&self) -> u16 {
        match self {
            Self::Line(..) => 1,
            Self::Bars(bars, _) => u16::try_from(bars.len()).unwrap_or(u16::MAX),
            Self::Histogram(..) => HISTOGRAM,
        }
    }

    /// Draws it from its row `skip` on.
    pub fn draw(&self, theme: Theme, area: Rect, skip: usize, buffer: &mut Buffer) {
        match self {
            Self::Line(meaning, text) => {
                put(buffer, area, text, theme.style(*meaning));
            }
            Self::Bars(bars, base) => Bars::new(theme, bars).base(*base).skip(skip).render(area, buffer),
            Self::Histogram(counts, bounds) if skip == 0 => {
                let area = Rect { height: area.height.min(HISTOGRAM), ..area };
                Histogram::new(theme, counts, bounds).render(area, buffer);
            }
            Self::Histogram(..) => {}
        }
    }
}

/// How much of a tally is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Much {
    /// So many rows of choices or days; numbers as a histogram; a few texts.
    Brief(usize),
    /// Everything but texts, which have a list of their own.
    All,
}

/// The counts of a tally.
pub(super) fn pieces(l: &Locale, columns: &Columns, tally: &Tally, much: Much) -> Vec<Piece> {
    let n = tally.base.given;
    let level = |bars: Vec<Bar<'static>>| cut(l, bars, n, much);
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => {
            let mut bars: Vec<_> = all.iter().map(|c| Bar::new(choice_label(l, &c.name, &c.label), c.count)).collect();
            if let Much::Brief(most) = much
                && bars.len() > most
            {
                // Of a list too long for the room, what was said most is what one looks for.
                bars.sort_by_key(|bar| std::cmp::Reverse(bar.count));
            }
            level(bars)
        }
        Detail::Rank(all) => {
            let mean = |part: u64, whole: u64| mean_place(l, part, whole);
            let bar = |c: &crate::domain::tally::RankCount| {
                let label = choice_label(l, &c.name, &c.label);
                Bar::new(format!("{label}  {}", mean(c.mean.part, c.mean.whole)), c.first.part)
            };
            let mut pieces = vec![Piece::Line(Meaning::Muted, tr!(l, "summary-rank-hint"))];
            pieces.extend(level(all.iter().map(bar).collect()));
            pieces
        }
        Detail::Numbers(None) | Detail::Given => Vec::new(),
        Detail::Numbers(Some(numbers)) => {
            let figures = words::figures(l, numbers).map(|(word, number)| format!("{word} {number}")).join("   ");
            let mut pieces = vec![Piece::Line(Meaning::Accent, figures)];
            if much == Much::All {
                let label = |bin: &crate::domain::tally::Bin| range(bin.from, bin.to, numbers.whole);
                pieces.push(Piece::Line(Meaning::Text, String::new()));
                pieces.extend(level(numbers.bins.iter().map(|bin| Bar::new(label(bin), bin.count)).collect()));
            } else {
                let counts = numbers.bins.iter().map(|bin| bin.count).collect();
                let single = numbers.whole && numbers.bins.iter().all(|bin| bin.to - bin.from <= 1.0);
                let mut bounds: Vec<_> = numbers.bins.iter().map(|bin| decimal(bin.from, 6)).collect();
                bounds.extend(numbers.bins.last().filter(|_| !single).map(|bin| decimal(bin.to, 6)));
                pieces.push(Piece::Histogram(counts, bounds));
            }
            pieces
        }
        Detail::Days(days) => level(days.iter().map(|(day, n)| Bar::new(date_weekday(l, *day), *n)).collect()),
        Detail::Times { hours, .. } => {
            let given = hours.iter().enumerate().filter(|(_, n)| **n > 0);
            level(given.map(|(hour, n)| Bar::new(format!("{hour:02}:00"), *n)).collect())
        }
        Detail::Texts(all) => match much {
            Much::All => Vec::new(),
            Much::Brief(_) => {
                let some = all.iter().take(TEXTS).filter_map(|at| columns.text(tally.column, *at));
                let mut pieces: Vec<_> =
                    some.map(|(_, text)| Piece::Line(Meaning::Text, format!("- {text}"))).collect();
                let left = all.len().saturating_sub(TEXTS);
                if left > 0 {
                    pieces.push(Piece::Line(Meaning::Muted, tr!(l, "summary-more-texts", count = left)));
                }
                pieces
            }
        },
    }
}

/// Texts shown before the list is opened.
const TEXTS: usize = 3;

/// Bars, of which a brief view shows the first, and how many are left.
fn cut(l: &Locale, mut bars: Vec<Bar<'static>>, n: u64, much: Much) -> Vec<Piece> {
    let most = if let Much::Brief(most) = much { most.max(1) } else { usize::MAX };
    if bars.len() <= most {
        return vec![Piece::Bars(bars, n)];
    }
    let left = bars.len() - (most - 1);
    bars.truncate(most - 1);
    vec![Piece::Bars(bars, n), Piece::Line(Meaning::Muted, tr!(l, "summary-more-rows", count = left))]
}

/// The mean place of a choice that was ranked.
fn mean_place(l: &Locale, part: u64, whole: u64) -> String {
    if whole == 0 {
        return String::new();
    }
    let hundredths = i64::try_from((part * 200 + whole) / (whole * 2)).unwrap_or(i64::MAX);
    tr!(l, "summary-place", place = crate::locale::hundredths(hundredths))
}

/// A count with its share of n: `89  67.9%`.
pub(super) fn counted(part: u64, whole: u64) -> String {
    format!("{part} {:>6}", share(part, whole))
}
