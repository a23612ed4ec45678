//! What is filled in by hand: boxes, lines to write on, signatures, where to cut.

use super::{
    flow::Flow,
    row::{Cell, Standing, to_f32},
    strip::{Ink, Strip},
    tags::Kind,
    theme::Shade,
};
use crate::{
    locale::{Align, clean_line},
    report::Ticks,
};

/// Lines to write on that stay on one page.
const FEW: u8 = 6;
/// Boxes that stay on one page.
const TOGETHER: usize = 12;

impl Flow<'_> {
    pub(super) fn ticks(&mut self, ticks: &Ticks) {
        let style = self.theme.body();
        let side = style.size * 0.95;
        let x = side + self.theme.gap(9.0);
        let list = self.tags.top(Kind::List);
        for (at, (words, ticked)) in ticks.boxes.iter().enumerate() {
            let entry = self.tags.under(list, Kind::Entry);
            let body = self.tags.under(entry, Kind::Body);
            let width = self.theme.width() - x;
            let words = clean_line(words);
            let cell = Cell { words: words.trim(), x, width, align: Align::Left, style, node: Some(body) };
            let over = self.theme.gap(if at == 0 { 6.0 } else { 3.0 });
            // What is picked from is seen at one glance.
            let keep = ticks.boxes.len() <= TOGETHER && at + 1 < ticks.boxes.len();
            let strips = self.row(&[cell], Standing { over, whole: true, keep, ..Standing::default() });
            let Some(strip) = self.strips.get_mut(strips.start) else { continue };
            let top = over + (style.lead - side) / 2.0;
            let thick = self.theme.gap(0.8);
            let inner = side / 2.0;
            if ticks.one {
                let (y, radius) = (top + inner, inner);
                strip.adorn(Ink::Circle { x: inner, y, radius, shade: Shade::Grey, filled: false });
                if *ticked {
                    strip.adorn(Ink::Circle { x: inner, y, radius: radius * 0.5, shade: Shade::Ink, filled: true });
                }
            } else {
                let square = vec![(0.0, top), (side, top), (side, top + side), (0.0, top + side)];
                strip.adorn(Ink::Path { points: square, closed: true, thick, shade: Shade::Grey, dash: 0.0 });
                if *ticked {
                    let check =
                        [(0.2, 0.55), (0.42, 0.78), (0.82, 0.22)].map(|(x, y)| (x * side, top + y * side)).to_vec();
                    strip.adorn(Ink::Path {
                        points: check,
                        closed: false,
                        thick: thick * 2.0,
                        shade: Shade::Ink,
                        dash: 0.0,
                    });
                }
            }
        }
    }

    pub(super) fn writing_lines(&mut self, lines: u8) {
        let (tall, thick) = (self.theme.gap(25.0), self.theme.gap(0.5));
        for line in 1..=lines {
            let keep = line < lines && lines <= FEW;
            let mut strip = Strip { keep, ..Strip::tall(tall) };
            strip.adorn(Ink::hair(0.0, self.theme.width(), tall, thick, Shade::Rule));
            self.strips.push(strip);
        }
    }

    pub(super) fn cut_line(&mut self) {
        let gap = self.theme.gap(22.0);
        let mut strip = Strip { before: gap, ..Strip::tall(gap) };
        let dash = self.theme.gap(4.0);
        let points = vec![(0.0, 0.0), (self.theme.width(), 0.0)];
        strip.adorn(Ink::Path { points, closed: false, thick: self.theme.gap(0.6), shade: Shade::Rule, dash });
        self.strips.push(strip);
    }

    /// Names with a line to sign on behind each, side by side while there is room.
    pub(super) fn signatures(&mut self, names: &[String]) {
        let style = self.theme.body();
        let names: Vec<String> = names.iter().map(|name| clean_line(name).trim().to_owned()).collect();
        let mut widest: f32 = 0.0;
        for name in &names {
            widest = widest.max(self.natural(name, style.size));
        }
        let (width, gap, line) = (self.theme.width(), self.theme.gap(22.0), self.theme.gap(84.0));
        let fits = (1..=3).rev().find(|n| (width + gap) / to_f32(*n) - gap >= widest + line).unwrap_or(1);
        let columns = fits.min(names.len()).max(1);
        let one = (width + gap) / to_f32(columns) - gap;
        let label = widest.min((one - line).max(one / 2.0));
        let rows = names.len().div_ceil(columns);
        for (at, row) in names.chunks(columns).enumerate() {
            let nodes: Vec<_> = row.iter().map(|_| self.tags.top(Kind::Paragraph)).collect();
            let x = |n: usize| to_f32(n) * (one + gap);
            let cells = row.iter().zip(nodes).enumerate().map(|(n, (words, node))| Cell {
                words,
                x: x(n),
                width: label,
                align: Align::Left,
                style,
                node: Some(node),
            });
            let cells: Vec<Cell<'_>> = cells.collect();
            let over = self.theme.gap(if at == 0 { 34.0 } else { 22.0 });
            let strips = self.row(&cells, Standing { over, whole: true, keep: at + 1 < rows, ..Standing::default() });
            let Some(strip) = self.strips.get_mut(strips.start) else { continue };
            for n in 0..row.len() {
                let from = x(n) + label + 6.0 * self.theme.scale;
                let y = over + style.lead * 0.82;
                strip.adorn(Ink::hair(from, x(n) + one, y, 0.6 * self.theme.scale, Shade::Rule));
            }
        }
    }
}
