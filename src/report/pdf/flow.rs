//! The strips of a document, one piece after the other.

use super::{
    row::{Cell, Standing},
    shape::Shaper,
    strip::Strip,
    tags::{Kind, NodeId, Tags},
    theme::{Style, Theme},
};
use crate::{
    locale::{Align, clean_line},
    report::{Block, Document},
};

/// Everything that becomes pages.
pub(super) struct Flow<'a> {
    pub(super) theme: Theme,
    pub(super) shaper: Shaper<'a>,
    pub(super) strips: Vec<Strip>,
    /// The heads of tables, to be repeated.
    pub(super) heads: Vec<Vec<Strip>>,
    pub(super) tags: Tags,
    /// Width of the labels before facts and words, the same all over the document.
    pub(super) label: f32,
}

impl<'a> Flow<'a> {
    pub(super) fn new(theme: Theme, shaper: Shaper<'a>) -> Self {
        Self { theme, shaper, strips: Vec::new(), heads: Vec::new(), tags: Tags::default(), label: 0.0 }
    }

    /// Lays the whole document out.
    pub(super) fn document(&mut self, document: &Document) {
        self.label = self.label_width(document);
        self.head(document);
        let mut headed = false;
        for block in &document.blocks {
            self.block(block);
            let note = matches!(block, Block::Note(_));
            // A remark under a heading goes with what it introduces.
            if note
                && headed
                && let Some(strip) = self.strips.last_mut()
            {
                strip.keep = true;
            }
            headed = matches!(block, Block::Heading(..)) || (note && headed);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, words) => self.heading(*level, words),
            Block::Appendix(words) => {
                self.new_page();
                self.heading(1, words);
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Line(words) => self.paragraph(words, self.theme.body(), 3.0),
            Block::Paragraph(words) => self.paragraph(words, self.theme.body(), 7.0),
            Block::Note(words) => {
                // A remark stays with what it remarks on.
                if let Some(strip) = self.strips.last_mut() {
                    strip.keep = true;
                }
                self.paragraph(words, self.theme.small(), 4.0);
            }
            Block::List(entries) => self.entries(entries, self.theme.body()),
            Block::Words { text, .. } if text.trim().is_empty() => {}
            Block::Words { label, text, .. } if label.trim().is_empty() => {
                self.paragraph(text.trim(), self.theme.body(), 5.0);
            }
            Block::Words { label, text, .. } => self.facts(&[(label.clone(), text.trim().to_owned())]),
            Block::Opinions(opinions) => self.opinions(opinions),
            Block::KeyFigures(figures) => self.key_figures(figures),
            Block::Table(table) => self.table(table),
            Block::Bars(chart) => self.bars(chart),
            Block::Histogram(chart) => self.histogram(chart),
            Block::Thermometer(thermometer) => self.thermometer(thermometer),
            Block::Timeline(moments) => self.timeline(moments),
            Block::Ticks(ticks) => self.ticks(ticks),
            Block::Room(lines) => self.writing_lines(*lines),
            Block::CutLine => self.cut_line(),
            Block::Signatures(names) => {
                // Nobody signs a page on which nothing else stands.
                if let Some(strip) = self.strips.last_mut() {
                    strip.keep = true;
                }
                self.signatures(names);
            }
            Block::Footnotes(notes) => self.footnotes(notes),
            Block::PageBreak => self.new_page(),
        }
    }

    /// Whether nothing stands on the page yet but the title.
    pub(super) fn at_start(&self) -> bool {
        self.strips.is_empty()
    }

    fn new_page(&mut self) {
        if !self.at_start() {
            self.strips.push(Strip { new_page: true, ..Strip::default() });
        }
    }

    pub(super) fn heading(&mut self, level: u8, words: &str) {
        let words = clean_line(words);
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let style = self.theme.heading(level);
        let node = self.tags.top(Kind::Heading(level.max(1), words.to_owned()));
        let before = self.theme.gap(match level {
            0 | 1 => 20.0,
            2 => 14.0,
            _ => 10.0,
        });
        let under = self.theme.gap(2.0);
        let cell = self.cell(words, style, node);
        let strips = self.row(&[cell], Standing { before, under, whole: true, keep: true, ..Standing::default() });
        if let Some(strip) = self.strips.get_mut(strips.start) {
            strip.outline = Some((level.max(1), words.to_owned()));
        }
    }

    /// Words over the whole width.
    pub(super) fn cell<'t>(&self, words: &'t str, style: Style, node: NodeId) -> Cell<'t> {
        Cell { words, x: 0.0, width: self.theme.width(), align: Align::Left, style, node: Some(node) }
    }

    pub(super) fn paragraph(&mut self, words: &str, style: Style, before: f32) {
        if words.trim().is_empty() {
            return;
        }
        let node = self.tags.top(Kind::Paragraph);
        let before = self.theme.gap(before);
        let cell = self.cell(words, style, node);
        self.row(&[cell], Standing { before, ..Standing::default() });
    }

    /// What a table or chart shows, over it.
    pub(super) fn caption(&mut self, words: &str, node: NodeId) {
        if words.trim().is_empty() {
            return;
        }
        let words = clean_line(words);
        let style = self.theme.heading(3);
        let after_heading = self.strips.last().is_some_and(|strip| strip.outline.is_some());
        let before = self.theme.gap(if after_heading { 6.0 } else { 14.0 });
        let cell = self.cell(&words, style, node);
        self.row(&[cell], Standing { before, whole: true, keep: true, ..Standing::default() });
    }

    fn label_width(&mut self, document: &Document) -> f32 {
        let size = self.theme.body().size;
        let mut widest: f32 = 0.0;
        for block in &document.blocks {
            match block {
                Block::Facts(facts) => {
                    for (label, _) in facts {
                        widest = widest.max(self.natural(label, size));
                    }
                }
                Block::Words { label, .. } => widest = widest.max(self.natural(label, size)),
                _ => {}
            }
        }
        widest.min(self.theme.width() * 0.24)
    }
}
