//! Facts, lists, opinions, key figures, footnotes: words with a sign or a label beside them.

use super::{
    flow::Flow,
    row::{Cell, Standing, to_f32},
    strip::{Ink, Strip},
    tags::{Kind, NodeId},
    theme::{Shade, Style},
};
use crate::{
    locale::{Align, clean_line},
    report::{KeyFigure, Opinion, is_blank},
};

/// Key figures side by side at most.
const ABREAST: usize = 4;
/// Sizes of type key figures are tried in to stand in one row.
const SMALLER: [f32; 3] = [1.0, 0.85, 0.7];
/// Columns that short opinions stand in at most.
const COLUMNS: usize = 3;

impl Flow<'_> {
    pub(super) fn facts(&mut self, facts: &[(String, String)]) {
        let style = self.theme.body();
        let x = self.label + self.theme.gap(14.0);
        let list = self.tags.top(Kind::List);
        for (at, (label, words)) in facts.iter().enumerate() {
            let entry = self.tags.under(list, Kind::Entry);
            let (lbl, body) = (self.tags.under(entry, Kind::Label), self.tags.under(entry, Kind::Body));
            let label = clean_line(label);
            let width = self.theme.width() - x;
            // Room to write on is drawn, not typed.
            let blank = is_blank(words.trim());
            let cells = [
                Cell {
                    words: &label,
                    x: 0.0,
                    width: self.label,
                    align: Align::Left,
                    style: style.grey(),
                    node: Some(lbl),
                },
                Cell { words: if blank { "" } else { words }, x, width, align: Align::Left, style, node: Some(body) },
            ];
            let before = self.theme.gap(if at == 0 { 5.0 } else { 2.5 });
            let strips = self.row(&cells, Standing { before, ..Standing::default() });
            if let Some(strip) = self.strips.get_mut(strips.start).filter(|_| blank) {
                let y = strip.height - 3.0 * self.theme.scale;
                strip.adorn(Ink::hair(x, x + width / 2.0, y, 0.5 * self.theme.scale, Shade::Rule));
            }
        }
    }

    /// Words with a sign before them, the signs in a column of their own.
    pub(super) fn entries(&mut self, entries: &[(String, String)], style: Style) {
        let list = self.tags.top(Kind::List);
        let mut signs: f32 = 0.0;
        for (sign, _) in entries {
            signs = signs.max(self.natural(sign, style.size));
        }
        let indent = self.theme.gap(8.0);
        let signs = signs.min(self.theme.width() / 4.0);
        let x = indent + signs + self.theme.gap(7.0);
        for (at, (sign, words)) in entries.iter().enumerate() {
            let entry = self.tags.under(list, Kind::Entry);
            let (lbl, body) = (self.tags.under(entry, Kind::Label), self.tags.under(entry, Kind::Body));
            let width = self.theme.width() - x;
            let cells = [
                Cell {
                    words: sign,
                    x: indent,
                    width: signs,
                    align: Align::Right,
                    style: style.grey(),
                    node: Some(lbl),
                },
                Cell { words, x, width, align: Align::Left, style, node: Some(body) },
            ];
            let before = self.theme.gap(if at == 0 { 4.0 } else { 2.0 });
            self.row(&cells, Standing { before, ..Standing::default() });
        }
    }

    pub(super) fn opinions(&mut self, opinions: &[Opinion]) {
        let style = self.theme.body();
        let list = self.tags.top(Kind::List);
        let mut numbers: f32 = 0.0;
        for opinion in opinions {
            numbers = numbers.max(self.natural(&opinion.number, style.size));
        }
        let numbers = numbers.min(self.theme.width() / 4.0);
        if self.short_opinions(opinions, list, numbers) {
            return;
        }
        let x = numbers + self.theme.gap(10.0);
        let width = self.theme.width() - x;
        for (at, Opinion { number, text, about }) in opinions.iter().enumerate() {
            let entry = self.tags.under(list, Kind::Entry);
            let (lbl, body) = (self.tags.under(entry, Kind::Label), self.tags.under(entry, Kind::Body));
            let cells = [
                Cell {
                    words: number,
                    x: 0.0,
                    width: numbers,
                    align: Align::Right,
                    style: style.grey(),
                    node: Some(lbl),
                },
                Cell { words: text.trim(), x, width, align: Align::Left, style, node: Some(body) },
            ];
            let more = !about.trim().is_empty();
            let before = self.theme.gap(if at == 0 { 6.0 } else { 5.0 });
            self.row(&cells, Standing { before, keep: more, ..Standing::default() });
            if more {
                let style = self.theme.small();
                let cell = Cell { words: about, x, width, align: Align::Left, style, node: Some(body) };
                self.row(&[cell], Standing::default());
            }
        }
    }

    /// Opinions of a word or two, such as names, stand in columns; whether they did.
    fn short_opinions(&mut self, opinions: &[Opinion], list: NodeId, numbers: f32) -> bool {
        let style = self.theme.body();
        let (gap, apart) = (self.theme.gap(10.0), self.theme.gap(18.0));
        let told: Vec<String> =
            opinions.iter().map(|it| format!("{}  {}", it.text.trim(), it.about.trim()).trim().to_owned()).collect();
        let mut widest: f32 = 0.0;
        for words in &told {
            if words.contains('\n') {
                return false;
            }
            widest = widest.max(self.natural(words, style.size));
        }
        let room = |columns: usize| (self.theme.width() + apart) / to_f32(columns) - apart - numbers - gap;
        let Some(columns) = (2..=COLUMNS).rev().find(|columns| widest <= room(*columns)) else { return false };
        let (one, width) = (numbers + gap + room(columns) + apart, room(columns));
        for (at, (row, words)) in opinions.chunks(columns).zip(told.chunks(columns)).enumerate() {
            let mut cells = Vec::new();
            for (n, (opinion, words)) in row.iter().zip(words).enumerate() {
                let entry = self.tags.under(list, Kind::Entry);
                let (lbl, body) = (self.tags.under(entry, Kind::Label), self.tags.under(entry, Kind::Body));
                let x = to_f32(n) * one;
                let grey = style.grey();
                let cell =
                    |words, x, width, align, style, node| Cell { words, x, width, align, style, node: Some(node) };
                cells.push(cell(opinion.number.as_str(), x, numbers, Align::Right, grey, lbl));
                cells.push(cell(words.as_str(), x + numbers + gap, width, Align::Left, style, body));
            }
            let before = self.theme.gap(if at == 0 { 6.0 } else { 2.0 });
            self.row(&cells, Standing { before, ..Standing::default() });
        }
        true
    }

    pub(super) fn key_figures(&mut self, figures: &[KeyFigure]) {
        let (large, words) = (self.theme.figure(), self.theme.small());
        let gap = self.theme.gap(24.0);
        let mut widest: f32 = 0.0;
        for figure in figures {
            widest = widest.max(self.natural(&figure.figure, large.size));
        }
        let width = self.theme.width();
        let all = figures.len().clamp(1, ABREAST);
        let room = |columns: usize| (width + gap) / to_f32(columns) - gap;
        // All in one row, in smaller type if need be; else two by two.
        let factor = SMALLER.into_iter().find(|factor| room(all) >= widest * factor);
        let large = large.times(factor.unwrap_or(1.0));
        let fits = if factor.is_some() { all } else { (1..=2).rev().find(|n| room(*n) >= widest).unwrap_or(1) };
        let columns = fits.min(figures.len()).max(1);
        let one = (width + gap) / to_f32(columns) - gap;
        let list = self.tags.top(Kind::List);
        for row in figures.chunks(columns) {
            let nodes: Vec<_> = row.iter().map(|_| self.tags.under(list, Kind::Entry)).collect();
            let pairs: Vec<_> = nodes
                .iter()
                .map(|entry| (self.tags.under(*entry, Kind::Label), self.tags.under(*entry, Kind::Body)))
                .collect();
            let x = |at: usize| to_f32(at) * (one + gap);
            let cell = |at, words, style, node| Cell {
                words,
                x: x(at),
                width: one,
                align: Align::Left,
                style,
                node: Some(node),
            };
            let top: Vec<Cell<'_>> =
                row.iter().enumerate().map(|(at, it)| cell(at, it.figure.as_str(), large, pairs[at].0)).collect();
            let below: Vec<Cell<'_>> =
                row.iter().enumerate().map(|(at, it)| cell(at, it.words.as_str(), words, pairs[at].1)).collect();
            let before = self.theme.gap(12.0);
            self.row(&top, Standing { before, whole: true, keep: true, ..Standing::default() });
            let under = self.theme.gap(4.0);
            self.row(&below, Standing { under, whole: true, ..Standing::default() });
        }
    }

    pub(super) fn footnotes(&mut self, notes: &[(String, String)]) {
        let mut rule = Strip { before: self.theme.gap(16.0), keep: true, ..Strip::tall(self.theme.gap(3.0)) };
        rule.adorn(Ink::hair(0.0, self.theme.gap(70.0), 0.0, self.theme.gap(0.5), Shade::Rule));
        self.strips.push(rule);
        let style = self.theme.small();
        for (sign, words) in notes {
            let node = self.tags.top(Kind::Note);
            let (lbl, body) = (self.tags.under(node, Kind::Label), self.tags.under(node, Kind::Paragraph));
            let signs = self.theme.gap(12.0).max(self.natural(sign, style.size).min(self.theme.gap(60.0)));
            let x = signs + self.theme.gap(5.0);
            let width = self.theme.width() - x;
            let cells = [
                Cell { words: sign, x: 0.0, width: signs, align: Align::Right, style, node: Some(lbl) },
                Cell { words, x, width, align: Align::Left, style, node: Some(body) },
            ];
            self.row(&cells, Standing { before: self.theme.gap(1.0), ..Standing::default() });
        }
    }
}
