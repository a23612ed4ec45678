//! Lays the pieces of a document out on a page of so many columns.

use super::line::{LaidLine, Look};
use crate::{
    locale::{Align, clean_line, clean_text, pad, width, wrap},
    report::{Block, Document, Ticks, Wanted},
};

/// Narrowest page lines are laid out for.
const LEAST: usize = 24;
/// Columns of a line to sign on.
const SIGN: usize = 20;
/// Deepest level of heading that is set in further.
const DEEPEST: u8 = 4;

/// The document as plain text, no line wider than `page` columns. A form feed begins a new page.
#[must_use]
pub fn document_text(document: &Document, page: usize) -> String {
    let lines = document_lines(document, page, None);
    let text = |line: &LaidLine| match line.look {
        Look::Break => "\u{c}".to_owned(),
        _ => line.text.trim_end().to_owned(),
    };
    lines.iter().map(text).collect::<Vec<_>>().join("\n") + "\n"
}

/// The document as text to be read aloud: no line is broken, every cell of a table is named, nothing is drawn.
#[must_use]
pub fn document_spoken(document: &Document) -> String {
    // Any page that no line reaches the end of.
    let mut paper = Paper { page: usize::from(u16::MAX) * 4, indent: 0, lines: Vec::new(), blank: None, aloud: true };
    paper.document(document);
    paper.lines.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join("\n") + "\n"
}

/// The lines of a document on a page of so many columns. Places where words are wanted and nothing is written show `blank`;
/// without it they are left out.
#[must_use]
pub fn document_lines(document: &Document, page: usize, blank: Option<&str>) -> Vec<LaidLine> {
    let mut paper = Paper { page: page.max(LEAST), indent: 0, lines: Vec::new(), blank, aloud: false };
    paper.document(document);
    paper.lines
}

/// The page under way.
pub(super) struct Paper<'a> {
    page: usize,
    indent: usize,
    lines: Vec<LaidLine>,
    blank: Option<&'a str>,
    /// Whether it is to be heard, not seen.
    pub(super) aloud: bool,
}

impl Paper<'_> {
    fn document(&mut self, document: &Document) {
        self.centred(&document.title, Look::Title);
        document.subtitles.iter().for_each(|words| self.centred(words, Look::Subtitle));
        self.centred(&document.class_words, Look::Subtitle);
        self.space_after_title();
        if !document.base.is_empty() {
            self.facts(&document.base);
            self.space();
        }
        for block in &document.blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, words) => self.heading(*level, words),
            Block::Appendix(words) => {
                self.new_page();
                self.heading(1, words);
            }
            Block::Line(words) => self.hung("", words, Look::Plain),
            Block::Paragraph(words) => {
                self.space();
                self.hung_lines("", clean_text(words).trim(), Look::Plain);
                self.space();
            }
            Block::Note(words) => self.hung("", words, Look::Note),
            Block::Facts(facts) => self.facts(facts),
            Block::List(list) => self.list(list, Look::Plain),
            Block::Words { label, text, wanted } => self.words(label, text, wanted.as_ref()),
            Block::Opinions(opinions) => {
                let widest = opinions.iter().map(|opinion| width(&clean_line(&opinion.number))).max().unwrap_or(0);
                for opinion in opinions {
                    let sign = pad(&clean_line(&opinion.number), widest, Align::Right) + " ";
                    self.hung_lines(&sign, clean_text(&opinion.text).trim(), Look::Words);
                    if !opinion.about.trim().is_empty() {
                        self.hung(&" ".repeat(width(&sign)), &opinion.about, Look::Note);
                    }
                }
            }
            Block::KeyFigures(figures) => self.key_figures(figures),
            Block::Table(table) => self.table(table),
            Block::Bars(chart) | Block::Histogram(chart) => self.chart(chart),
            Block::Thermometer(thermometer) => self.thermometer(thermometer),
            Block::Timeline(moments) => self.timeline(moments),
            Block::Ticks(ticks) => self.ticks(ticks),
            Block::Room(_) | Block::CutLine if self.aloud => {}
            Block::Room(lines) => (0..*lines).for_each(|_| {
                self.space();
                self.indented(&"_".repeat(self.room()), Look::Plain);
            }),
            Block::CutLine => {
                self.space();
                self.put("- ".repeat(self.page / 2), Look::Plain);
                self.space();
            }
            Block::Signatures(names) => self.signatures(names),
            Block::Footnotes(notes) => {
                self.indent = 0;
                self.space();
                self.list(notes, Look::Note);
            }
            Block::PageBreak => self.new_page(),
        }
    }

    /// Columns beside the indent.
    pub(super) fn room(&self) -> usize {
        self.page.saturating_sub(self.indent).max(1)
    }

    fn put(&mut self, text: String, look: Look) {
        self.lines.push(LaidLine { text, look, wanted: None });
    }

    /// A ready line under the heading it belongs to.
    pub(super) fn indented(&mut self, text: &str, look: Look) {
        self.put(format!("{}{text}", " ".repeat(self.indent)).trim_end().to_owned(), look);
    }

    pub(super) fn space(&mut self) {
        if self.lines.last().is_some_and(|line| !line.text.is_empty()) {
            self.put(String::new(), Look::Plain);
        }
    }

    pub(super) fn space_after_title(&mut self) {
        if self.lines.last().is_some_and(|line| matches!(line.look, Look::Title | Look::Subtitle)) {
            self.space();
        }
    }

    fn new_page(&mut self) {
        self.indent = 0;
        if !self.lines.is_empty() {
            self.put(String::new(), Look::Break);
        }
    }

    fn centred(&mut self, words: &str, look: Look) {
        let words = clean_line(words);
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        for line in wrap(words, self.page) {
            let left = if self.aloud { 0 } else { self.page.saturating_sub(width(line)) / 2 };
            self.put(" ".repeat(left) + line, look);
        }
    }

    fn heading(&mut self, level: u8, words: &str) {
        self.indent = usize::from(level.clamp(1, DEEPEST) - 1) * 2;
        self.space();
        self.hung("", words, Look::Heading);
        self.indent += 2;
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        // What is said keeps at least a third of the page: a longer label stands on lines of its own.
        let most = self.room() * 2 / 3;
        let widths = facts.iter().map(|(label, _)| width(&clean_line(label)));
        let widest = widths.filter(|wide| *wide <= most).max().unwrap_or(0);
        for (label, words) in facts {
            let label = clean_line(label);
            if !self.aloud && width(&label) > most {
                self.hung("", &label, Look::Plain);
                self.hung(&" ".repeat(widest + 2), words, Look::Plain);
                continue;
            }
            let label = if self.aloud { label.into_owned() } else { pad(&label, widest, Align::Left) };
            self.hung(&(label + "  "), words, Look::Plain);
        }
    }

    fn list(&mut self, list: &[(String, String)], look: Look) {
        let widest = list.iter().map(|(sign, _)| width(&clean_line(sign))).max().unwrap_or(0);
        for (sign, words) in list {
            self.hung(&(pad(&clean_line(sign), widest, Align::Right) + " "), words, look);
        }
    }

    /// Words after a sign, the lines after the first under the first.
    pub(super) fn hung(&mut self, sign: &str, words: &str, look: Look) {
        let words = clean_line(words);
        self.hung_lines(sign, &words, look);
    }

    fn hung_lines(&mut self, sign: &str, words: &str, look: Look) {
        let before = " ".repeat(self.indent);
        let hang = self.indent + width(sign);
        // A label that leaves no room stands on lines of its own.
        let alone = hang + LEAST / 2 > self.page;
        let hang = if alone { self.indent + 2 } else { hang };
        if alone {
            for line in wrap(sign.trim_end(), self.room()) {
                self.put(format!("{before}{line}"), look);
            }
        }
        for (at, line) in wrap(words, self.page.saturating_sub(hang).max(1)).into_iter().enumerate() {
            let begins = at == 0 && !alone;
            let start = if begins { format!("{before}{sign}") } else { " ".repeat(hang) };
            self.put(format!("{start}{line}").trim_end().to_owned(), look);
        }
    }

    fn words(&mut self, label: &str, text: &str, wanted: Option<&Wanted>) {
        let from = self.lines.len();
        let text = clean_text(text);
        let sign = if label.is_empty() { String::new() } else { format!("{}  ", clean_line(label)) };
        match (text.trim(), self.blank.filter(|_| wanted.is_some())) {
            ("", None) => {}
            ("", Some(blank)) => self.hung(&sign, blank, Look::Blank),
            (text, _) => self.hung_lines(&sign, text, Look::Words),
        }
        for line in &mut self.lines[from..] {
            line.wanted = wanted.cloned();
        }
    }

    fn ticks(&mut self, ticks: &Ticks) {
        for (words, ticked) in &ticks.boxes {
            let sign = match (ticks.one, ticked) {
                (true, false) => "( ) ",
                (true, true) => "(x) ",
                (false, false) => "[ ] ",
                (false, true) => "[x] ",
            };
            self.hung(sign, words, Look::Plain);
        }
    }

    fn signatures(&mut self, names: &[String]) {
        self.indent = 0;
        self.space();
        for name in names {
            let name = clean_line(name);
            let lines = wrap(name.trim(), self.page.saturating_sub(SIGN + 2));
            let (last, before) = lines.split_last().map_or(("", &[][..]), |(last, before)| (*last, before));
            for line in before {
                self.put((*line).to_owned(), Look::Plain);
            }
            self.put(format!("{last}  {}", "_".repeat(SIGN)), Look::Plain);
            self.space();
        }
    }
}
