//! A document as lines of plain text, aligned also with Chinese words.

use super::{Block, Document, Table, Wanted};
use crate::locale::{Align, clean_line, clean_text, pad, width, wrap};

/// Narrowest page lines are laid out for.
const LEAST: usize = 24;
/// Columns between two columns of a table.
const GAP: usize = 2;
/// Narrowest a column of a table becomes to fit on the page.
const NARROW: usize = 8;
/// Columns of a line to sign on.
const SIGN: usize = 20;

/// What a line of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Its title.
    Title,
    /// A line under the title.
    Subtitle,
    /// A heading.
    Heading,
    /// The head of a table.
    Head,
    /// A person's words.
    Words,
    /// Nothing is written yet where a person's words belong.
    Blank,
    /// Anything else.
    Plain,
}

/// A line of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidLine {
    /// Its text, clean, no wider than the page unless one character is.
    pub text: String,
    /// What it is.
    pub look: Look,
    /// The place for a person's words it belongs to.
    pub wanted: Option<Wanted>,
}

/// The document as plain text, no line wider than `page` columns.
#[must_use]
pub fn document_text(document: &Document, page: usize) -> String {
    let lines = document_lines(document, page, None);
    lines.iter().map(|line| line.text.trim_end()).collect::<Vec<_>>().join("\n") + "\n"
}

/// The lines of a document on a page of so many columns. Places where words are wanted and nothing is written show `blank`;
/// without it they are left out.
#[must_use]
pub fn document_lines(document: &Document, page: usize, blank: Option<&str>) -> Vec<LaidLine> {
    let mut paper = Paper { page: page.max(LEAST), indent: 0, lines: Vec::new(), blank };
    document.blocks.iter().for_each(|block| paper.block(block));
    paper.lines
}

struct Paper<'a> {
    page: usize,
    indent: usize,
    lines: Vec<LaidLine>,
    blank: Option<&'a str>,
}

impl Paper<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(words) => self.centred(words, Look::Title),
            Block::Subtitle(words) => self.centred(words, Look::Subtitle),
            Block::Heading(level, words) => {
                self.indent = usize::from(level.saturating_sub(1)) * 2;
                self.space();
                self.hung("", words, Look::Heading);
                self.indent += 2;
            }
            Block::Line(words) => self.hung("", words, Look::Plain),
            Block::Facts(facts) => {
                self.space_after_title();
                let widest = facts.iter().map(|(label, _)| width(&clean_line(label))).max().unwrap_or(0);
                for (label, words) in facts {
                    self.hung(&(pad(&clean_line(label), widest, Align::Left) + "  "), words, Look::Plain);
                }
            }
            Block::List(list) => {
                let widest = list.iter().map(|(sign, _)| width(&clean_line(sign))).max().unwrap_or(0);
                for (sign, words) in list {
                    self.hung(&(pad(&clean_line(sign), widest, Align::Right) + " "), words, Look::Plain);
                }
            }
            Block::Words { label, text, wanted } => self.words(label, text, wanted.as_ref()),
            Block::Table(table) => self.table(table),
            Block::Signatures(names) => {
                self.indent = 0;
                self.space();
                for name in names {
                    self.put(format!("{}  {}", clean_line(name), "_".repeat(SIGN)), Look::Plain);
                    self.space();
                }
            }
        }
    }

    fn put(&mut self, text: String, look: Look) {
        self.lines.push(LaidLine { text, look, wanted: None });
    }

    fn space(&mut self) {
        if self.lines.last().is_some_and(|line| !line.text.is_empty()) {
            self.put(String::new(), Look::Plain);
        }
    }

    fn space_after_title(&mut self) {
        if self.lines.last().is_some_and(|line| matches!(line.look, Look::Title | Look::Subtitle)) {
            self.space();
        }
    }

    fn centred(&mut self, words: &str, look: Look) {
        for line in wrap(&clean_line(words), self.page) {
            let left = self.page.saturating_sub(width(line)) / 2;
            self.put(" ".repeat(left) + line, look);
        }
    }

    /// Words after a sign, the lines after the first under the first.
    fn hung(&mut self, sign: &str, words: &str, look: Look) {
        let words = clean_line(words);
        self.hung_lines(sign, &words, look);
    }

    fn hung_lines(&mut self, sign: &str, words: &str, look: Look) {
        let before = " ".repeat(self.indent);
        let hang = self.indent + width(sign);
        // A label that leaves no room stands on a line of its own.
        let alone = hang + LEAST / 2 > self.page;
        let hang = if alone { self.indent + 2 } else { hang };
        if alone {
            self.put(format!("{before}{}", sign.trim_end()), look);
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
            ("", Some(blank)) => self.hung_lines(&sign, blank, Look::Blank),
            (text, _) => self.hung_lines(&sign, text, Look::Words),
        }
        for line in &mut self.lines[from..] {
            line.wanted = wanted.cloned();
        }
    }

    fn table(&mut self, table: &Table) {
        let clean = |row: &Vec<String>| row.iter().map(|cell| clean_line(cell).into_owned()).collect::<Vec<_>>();
        let mut rows = vec![clean(&table.head)];
        rows.extend(table.rows.iter().map(clean));
        let room = self.page.saturating_sub(self.indent);
        if let Some(widths) = column_widths(&rows, room) {
            for (at, row) in rows.iter().enumerate() {
                let look = if at == 0 { Look::Head } else { Look::Plain };
                for line in row_lines(row, &widths, &table.aligns) {
                    self.put(format!("{}{line}", " ".repeat(self.indent)).trim_end().to_owned(), look);
                }
            }
            return;
        }
        // Too many columns for the page: every row becomes a line.
        let head = rows.remove(0);
        for row in rows {
            let cells = row.iter().zip(&head).filter(|(cell, _)| !cell.is_empty());
            let named = cells.map(|(cell, name)| if name.is_empty() { cell.clone() } else { format!("{name} {cell}") });
            self.hung("- ", &named.collect::<Vec<_>>().join("  "), Look::Plain);
        }
    }
}

/// How wide each column is so that all fit into `room`, two spaces between them; the widest give way, but none below
/// [`NARROW`]. Nothing when they do not fit even so.
fn column_widths(rows: &[Vec<String>], room: usize) -> Option<Vec<usize>> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |n: usize| rows.iter().filter_map(|row| row.get(n)).map(|cell| width(cell)).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..count).map(widest).collect();
    let gaps = count.saturating_sub(1) * GAP;
    while widths.iter().sum::<usize>() + gaps > room {
        let give = widths.iter_mut().max().filter(|widest| **widest > NARROW)?;
        *give -= 1;
    }
    Some(widths)
}

/// The lines of a row whose cells are wrapped in their columns.
fn row_lines(row: &[String], widths: &[usize], aligns: &[Align]) -> Vec<String> {
    let cells: Vec<Vec<&str>> = row.iter().zip(widths).map(|(cell, wide)| wrap(cell, (*wide).max(1))).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let padded = cells.iter().zip(widths).enumerate().map(|(n, (lines, wide))| {
            let align = aligns.get(n).copied().unwrap_or_default();
            pad(lines.get(at).copied().unwrap_or_default(), *wide, align)
        });
        padded.collect::<Vec<_>>().join(&" ".repeat(GAP))
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_hang_under_their_label_and_wide_tables_are_not_cut() {
        let mut document = Document { blocks: vec![Block::Title("纪要".into())] };
        document.fact("主持人", "李嬢嬢");
        document.fact("地点", "十四号院坝子里，老槐树底下，大家自带板凳来坐");
        document.heading(1, "1 讨论");
        let row = vec!["一栋一单元的全体住户".to_owned(), "赞成这个方案".to_owned()];
        document.table(Table { head: vec!["谁".into(), "说".into()], aligns: Vec::new(), rows: vec![row] });
        let wanted = Some(Wanted::Remarks);
        document.blocks.push(Block::Words { label: "补充".into(), text: String::new(), wanted });
        let text = document_text(&document, 30);
        let lines = [
            "             纪要",
            "",
            "主持人  李嬢嬢",
            "地点    十四号院坝子里，老槐树",
            "        底下，大家自带板凳来坐",
            "",
            "1 讨论",
            "  谁              说",
            "  一栋一单元的全  赞成这个方案",
            "  体住户",
        ];
        assert_eq!(text, lines.join("\n") + "\n");
        let shown = document_lines(&document, 30, Some("补写"));
        assert_eq!(shown.last().map(|line| (&*line.text, line.look)), Some(("  补充  补写", Look::Blank)));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_page(words in "\\PC{0,90}", label in "\\PC{0,30}", page in 24..90_usize) {
            let mut document = Document { blocks: vec![Block::Title(words.clone())] };
            document.heading(2, words.clone());
            document.fact(label.clone(), words.clone());
            document.entry("1", words.clone());
            document.table(Table {
                head: vec![label.clone(), label.clone()], aligns: Vec::new(), rows: vec![vec![words.clone(), label.clone()]] });
            document.blocks.push(Block::Words { label: String::new(), text: words, wanted: None });
            for line in document_lines(&document, page, None) {
                prop_assert!(width(line.text.trim_end()) <= page.max(width(&clean_line(&label)) + 6), "{:?}", line);
            }
        }
    }
}
