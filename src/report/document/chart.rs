//! Charts as figures: what is drawn as long as what, with the words that say the same beside it.

use crate::{domain::tally::Share, locale::share};

/// One bar of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What is counted, or from where to where.
    pub label: String,
    /// The figure beside it: `88`; or what stands in its place: `< 5`.
    pub figure: String,
    /// Its share in words, `67.2 %`; may be empty.
    pub share: String,
    /// How long it is drawn: this part of this whole. Nothing when the figure is not told.
    pub length: Option<Share>,
}

impl Bar {
    /// A bar of a count and its share of those it is counted among.
    #[must_use]
    pub fn counted(label: impl Into<String>, count: u64, of: Share) -> Self {
        let words = share(of.part, of.whole);
        Self { label: label.into(), figure: count.to_string(), share: words, length: Some(of) }
    }

    /// A bar whose figure is held back; words such as `< 5` stand in its place.
    #[must_use]
    pub fn held_back(label: impl Into<String>, words: impl Into<String>) -> Self {
        Self { label: label.into(), figure: words.into(), share: String::new(), length: None }
    }
}

/// Bars of one chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chart {
    /// What it shows: often the question; may be empty.
    pub caption: String,
    /// Of how many, and who is left out: `n 131, blank 3`; may be empty.
    pub of: String,
    /// Its bars, in order.
    pub bars: Vec<Bar>,
}

impl Chart {
    /// How long a bar is drawn, 0 to 1 of the longest.
    #[must_use]
    pub fn fraction(&self, bar: &Bar) -> f64 {
        let longest = self.bars.iter().filter_map(|bar| bar.length).map(value).fold(0.0, f64::max);
        let own = bar.length.map_or(0.0, value);
        if longest > 0.0 { (own / longest).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// How long a bar is drawn on a track: the part it is of its whole where all are of one whole, so that a full track
    /// is all of them; else of the longest.
    #[must_use]
    pub fn on_track(&self, bar: &Bar) -> f64 {
        let mut wholes = self.bars.iter().filter_map(|bar| bar.length).map(|length| length.whole);
        match (wholes.next(), bar.length) {
            (Some(whole), Some(own)) if wholes.all(|other| other == whole) => value(own).clamp(0.0, 1.0),
            _ => self.fraction(bar),
        }
    }

    /// The chart in one line of words, for who cannot see it: every label with its figures.
    #[must_use]
    pub fn spoken(&self) -> String {
        let words = |bar: &Bar| format!("{} {} {}", bar.label.trim(), bar.figure, bar.share).trim().to_owned();
        let bars = self.bars.iter().map(words).collect::<Vec<_>>().join("; ");
        [self.caption.trim(), self.of.trim(), &bars]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(". ")
    }
}

#[allow(clippy::cast_precision_loss, reason = "only drawn")]
fn value(length: Share) -> f64 {
    if length.whole == 0 { 0.0 } else { length.part as f64 / length.whole as f64 }
}

/// A sum on its way to another, with what lies on the way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Thermometer {
    /// What it shows; may be empty.
    pub caption: String,
    /// What there is.
    pub have: u64,
    /// What there is, in words: `¥52 300`.
    pub have_words: String,
    /// What is aimed at; nothing when nothing is.
    pub target: Option<u64>,
    /// What is aimed at, in words; empty when nothing is.
    pub target_words: String,
    /// Stretches of the scale with a meaning of their own, such as what a match would add.
    pub marks: Vec<Mark>,
}

impl Thermometer {
    /// The end of its scale; never 0.
    #[must_use]
    pub fn end(&self) -> u64 {
        let marks = self.marks.iter().map(|mark| mark.from.max(mark.to));
        marks.chain([self.have, self.target.unwrap_or(0), 1]).max().unwrap_or(1)
    }

    /// Where an amount lies on the scale, 0 to 1.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "only drawn")]
    pub fn place(&self, amount: u64) -> f64 {
        (amount as f64 / self.end() as f64).clamp(0.0, 1.0)
    }

    /// It in one line of words, for who cannot see it.
    #[must_use]
    pub fn spoken(&self) -> String {
        let mut words = vec![self.caption.trim(), self.have_words.trim(), self.target_words.trim()];
        words.extend(self.marks.iter().map(|mark| mark.words.trim()));
        words.retain(|words| !words.is_empty());
        words.join("; ")
    }
}

/// A stretch of a scale, or a point of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it begins.
    pub from: u64,
    /// Where it ends; the same for a point.
    pub to: u64,
    /// What it is, with its figures.
    pub words: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_track_is_all_of_them_where_all_are_of_one_whole() {
        let chart = |shares: &[(u64, u64)]| Chart {
            bars: shares.iter().map(|(part, whole)| Bar::counted("", *part, Share::new(*part, *whole))).collect(),
            ..Chart::default()
        };
        let tracks = |shares: &[(u64, u64)]| {
            let chart = chart(shares);
            chart.bars.iter().map(|bar| format!("{:.2}", chart.on_track(bar))).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(tracks(&[(35, 135), (34, 135)]), "0.26 0.25", "a quarter is drawn as a quarter");
        assert_eq!(tracks(&[(1, 2), (1, 4)]), "1.00 0.50", "of different wholes: the longest is full");
        assert_eq!(tracks(&[(0, 0)]), "0.00");
    }
}
