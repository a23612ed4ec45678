//! Charts in plain text, drawn with signs that every terminal and printer shows one column wide; the figures always stand
//! beside them.

use super::{line::Look, paper::Paper};
use crate::{
    locale::{Align, clean_line, pad, width, wrap},
    report::{Bar, Chart, KeyFigure, Moment, Thermometer},
};

/// Columns of a full bar at most.
const BAR: usize = 30;
/// Columns of a full bar at least; on a page with less room there are none.
const SHORT: usize = 6;
/// Widest a label stands beside its bar before it is wrapped.
const LABEL: usize = 36;
/// Narrowest a label is wrapped.
const NARROW: usize = 8;

impl Paper<'_> {
    pub(super) fn key_figures(&mut self, figures: &[KeyFigure]) {
        self.space_after_title();
        let widest = figures.iter().map(|figure| width(&clean_line(&figure.figure))).max().unwrap_or(0);
        for KeyFigure { figure, words } in figures {
            let figure = clean_line(figure);
            let figure = if self.aloud { figure.into_owned() } else { pad(&figure, widest, Align::Right) };
            self.hung(&(figure + "  "), words, Look::Plain);
        }
    }

    /// A chart, a line a bar. Bars that stand on paper lie here too: a line is what everyone can read.
    pub(super) fn chart(&mut self, chart: &Chart) {
        if !chart.caption.trim().is_empty() {
            self.space();
            self.hung("", &chart.caption, Look::Head);
        }
        if !chart.of.trim().is_empty() {
            self.hung("", &chart.of, Look::Note);
        }
        let rows: Vec<[String; 3]> = chart
            .bars
            .iter()
            .map(|bar| [&bar.label, &bar.figure, &bar.share].map(|s| clean_line(s).into_owned()))
            .collect();
        let widest = |n: usize| rows.iter().map(|row| width(&row[n])).max().unwrap_or(0);
        let (figures, shares) = (widest(1), widest(2));
        let numbers = figures + if shares > 0 { shares + 2 } else { 0 };
        let room = self.room().saturating_sub(numbers + 6);
        let label = widest(0).min(LABEL).min(room.saturating_sub(SHORT));
        if self.aloud || label < NARROW.min(widest(0)) || numbers + 6 + label > self.room() {
            for [label, figure, share] in rows {
                self.hung("- ", &format!("{label}  {figure}  {share}"), Look::Plain);
            }
            return;
        }
        let longest = room.saturating_sub(label).min(BAR);
        for (bar, [words, figure, share]) in chart.bars.iter().zip(&rows) {
            let mut beside = format!("  {}", pad(figure, figures, Align::Right));
            if shares > 0 {
                beside = format!("{beside}  {}", pad(share, shares, Align::Right));
            }
            beside = format!("{beside}  {}", "#".repeat(drawn(chart, bar, longest)));
            for (at, line) in wrap(words, label.max(1)).into_iter().enumerate() {
                let line = pad(line, label, Align::Left);
                self.indented(&if at == 0 { format!("  {line}{beside}") } else { format!("  {line}") }, Look::Plain);
            }
        }
    }

    pub(super) fn thermometer(&mut self, it: &Thermometer) {
        if !it.caption.trim().is_empty() {
            self.space();
            self.hung("", &it.caption, Look::Head);
        }
        let long = self.room().min(BAR * 2);
        let words = [&it.have_words, &it.target_words].map(|words| clean_line(words).trim().to_owned());
        let words = words.iter().filter(|words| !words.is_empty()).map(String::as_str).collect::<Vec<_>>().join("  ");
        self.hung("", &words, Look::Plain);
        if self.aloud {
            it.marks.iter().for_each(|mark| self.hung("- ", &mark.words, Look::Plain));
            return;
        }
        let have = cells(it.place(it.have), long);
        let mut scale: Vec<u8> = (0..long).map(|cell| if cell < have { b'#' } else { b'.' }).collect();
        let target = it.target.map(|target| cells(it.place(target), long).saturating_sub(1));
        if let Some(cell) = target.and_then(|at| scale.get_mut(at)) {
            *cell = b'|';
        }
        self.indented(&String::from_utf8_lossy(&scale), Look::Plain);
        for mark in &it.marks {
            let (from, to) = (mark.from.min(mark.to), mark.from.max(mark.to));
            let from = cells(it.place(from), long).saturating_sub(1);
            let to = cells(it.place(to), long).max(from + 1);
            self.indented(&format!("{}{}", " ".repeat(from), "=".repeat(to - from)), Look::Plain);
            self.hung("", &mark.words, Look::Note);
        }
    }

    pub(super) fn timeline(&mut self, moments: &[Moment]) {
        let clean = |words: &str| clean_line(words).trim().to_owned();
        let widest = moments.iter().map(|moment| width(&clean(&moment.when))).max().unwrap_or(0);
        for Moment { when, kind, what, ahead } in moments {
            let when = if self.aloud { clean(when) } else { pad(&clean(when), widest, Align::Left) };
            let sign = format!("{} {when}  ", if *ahead { "o" } else { "*" });
            let kind = clean(kind);
            let words = if kind.is_empty() { clean(what) } else { format!("{kind}  {}", clean(what)) };
            self.hung(&sign, &words, Look::Plain);
        }
    }
}

fn drawn(chart: &Chart, bar: &Bar, longest: usize) -> usize {
    cells(chart.fraction(bar), longest)
}

/// So many of `all` cells as a fraction of 0 to 1 fills.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "only drawn")]
fn cells(fraction: f64, all: usize) -> usize {
    ((fraction * all as f64).round() as usize).min(all)
}
