//! Words side by side: the one way everything with words becomes strips. A paragraph is a row of one cell, a fact a row of
//! two, a table's row a row of many.

use std::rc::Rc;

use super::{
    flow::Flow,
    lines::{Line, break_lines},
    shape::Text,
    strip::{Ink, Strip},
    tags::NodeId,
    theme::Style,
};
use crate::locale::{Align, clean_text};

/// Words in a column.
#[derive(Debug, Clone)]
pub(super) struct Cell<'t> {
    pub(super) words: &'t str,
    /// Its left edge and its width.
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) align: Align,
    pub(super) style: Style,
    pub(super) node: Option<NodeId>,
}

/// How a row stands among the others.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Standing {
    /// Empty space over and under its words; `before` goes at the start of a page, `under` and `over` stay.
    pub(super) before: f32,
    pub(super) over: f32,
    pub(super) under: f32,
    /// Whether the whole row stays on one page, if it can.
    pub(super) whole: bool,
    /// Whether what follows stays with it.
    pub(super) keep: bool,
    /// The table it belongs to.
    pub(super) table: Option<usize>,
    /// How tall it is at least.
    pub(super) least: f32,
}

/// A text broken into lines, with the text each line is of.
pub(super) type Broken = Vec<(Rc<Text>, Line)>;

impl Flow<'_> {
    /// Words on lines of a width; what is not there has no lines.
    pub(super) fn broken(&mut self, words: &str, width: f32, size: f32) -> Broken {
        let clean = clean_text(words);
        let clean = clean.trim_end();
        let mut lines = Vec::new();
        if clean.trim().is_empty() {
            return lines;
        }
        for line in clean.split('\n') {
            let text = self.shaper.text(line.trim_end());
            lines.extend(break_lines(&text, (width / size).max(0.1)).into_iter().map(|line| (text.clone(), line)));
        }
        lines
    }

    /// The width words take on one line.
    pub(super) fn natural(&mut self, words: &str, size: f32) -> f32 {
        let clean = clean_text(words);
        clean.lines().map(|line| self.shaper.text(line.trim_end()).width() * size).fold(0.0, f32::max)
    }

    /// The width of the widest word.
    pub(super) fn widest_word(&mut self, words: &str, size: f32) -> f32 {
        let clean = clean_text(words);
        clean.lines().map(|line| self.shaper.text(line.trim_end()).widest_word() * size).fold(0.0, f32::max)
    }

    /// Adds a row. Its first strip can be drawn into further with the index that comes back.
    pub(super) fn row(&mut self, cells: &[Cell<'_>], standing: Standing) -> std::ops::Range<usize> {
        let broken: Vec<Broken> =
            cells.iter().map(|cell| self.broken(cell.words, cell.width, cell.style.size)).collect();
        let lead = cells.iter().map(|cell| cell.style.lead).fold(0.0, f32::max);
        let size = cells.iter().map(|cell| cell.style.size).fold(0.0, f32::max);
        let count = broken.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let start = self.strips.len();
        for at in 0..count {
            let (first, last) = (at == 0, at + 1 == count);
            let over = if first { standing.over } else { 0.0 };
            let under = if last { standing.under } else { 0.0 };
            let mut strip = Strip::tall(over + lead + under);
            if last {
                let so_far = over + under + lead * to_f32(count);
                strip.height += (standing.least - so_far).max(0.0);
            }
            strip.before = if first { standing.before } else { 0.0 };
            strip.table = standing.table;
            // No line of a paragraph stands alone on a page.
            let widow = at == 0 || at + 2 == count;
            strip.keep = if last { standing.keep } else { standing.whole || widow };
            for (cell, lines) in cells.iter().zip(&broken) {
                let Some((text, line)) = lines.get(at) else {
                    if let Some(node) = cell.node.filter(|_| first && lines.is_empty()) {
                        strip.draw(Ink::Nothing, node);
                    }
                    continue;
                };
                let room = cell.width - line.width * cell.style.size;
                let x = match cell.align {
                    Align::Left => cell.x,
                    Align::Centre => cell.x + room / 2.0,
                    Align::Right => cell.x + room,
                };
                // The middle of a Chinese character stands in the middle of its line; smaller words share its base line.
                let y = over + lead / 2.0 + size * 0.36;
                let ink = Ink::Words { text: text.clone(), from: line.from, to: line.to, x, y, style: cell.style };
                match cell.node {
                    Some(node) => strip.draw(ink, node),
                    None => strip.adorn(ink),
                }
            }
            self.strips.push(strip);
        }
        start..self.strips.len()
    }
}

/// A count as a measure.
#[allow(clippy::cast_precision_loss, reason = "counts of lines and columns are small")]
pub(super) fn to_f32(count: usize) -> f32 {
    count as f32
}
