//! Names from right to left, emoji, and words that another program would take for its own: whole in every format.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "../src/report/pdf/boxes.rs"]
mod boxes;

use std::{io::Cursor, sync::Arc};

use babahui::{
    domain::{Lang, tally::Share},
    report::{
        Bar, Block, Chart, Column, Document, FaceData, Fonts, Opinion, Table, document_html, document_markdown,
        document_pdf, document_text, document_xlsx,
    },
};
use calamine::{Data, Reader, Xlsx};

const NAMES: [&str; 8] = [
    "محمد بن علي",
    "מוחמד 3",
    "👨\u{200d}👩\u{200d}👧 一家",
    "👍\u{1F3FD}",
    "=1+HYPERLINK(2)",
    "| a | b |",
    "<b>王</b>&amp;",
    "[甲](javascript:x) *乙* `丙` # 丁",
];

fn document() -> Document {
    let mut page = Document { title: "名单".into(), language: Some(Lang::new("zh-CN")), ..Document::default() };
    let mut table = Table::new(vec![Column::words("姓名"), Column::number("户")]);
    table.rows = NAMES.iter().map(|name| vec![(*name).to_owned(), "1".to_owned()]).collect();
    page.table(table);
    let bars = NAMES.iter().map(|name| Bar::counted(*name, 1, Share::new(1, 8))).collect();
    page.bars(Chart { caption: "数".into(), bars, ..Chart::default() });
    let opinion = |name: &&str| Opinion { number: "1".into(), text: (*name).to_owned(), about: String::new() };
    page.put(Block::Opinions(NAMES.iter().map(opinion).collect()));
    for name in NAMES {
        page.fact(name, name);
    }
    page
}

/// The letters of a text in an order that no direction of writing changes.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && !is_mark(*c)).collect();
    letters.sort_unstable();
    letters
}

/// Marks that say how to write and are not written.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn text_and_markdown_and_pages_of_the_web_keep_every_name() {
    let text = document_text(&document(), 80);
    let markdown = document_markdown(&document()).replace('\\', "");
    let html = document_html(&document());
    for name in NAMES {
        let times = text.matches(name).count();
        assert!(times >= 4, "{name}: {times} times in\n{text}");
        let plain = name.replace('<', "&lt;").replace('>', "&gt;").replace("&amp;", "&amp;amp;");
        assert!(html.matches(&plain).count() >= 4, "{name}");
        assert!(markdown.contains(name) || markdown.contains(&plain), "{name} in\n{markdown}");
    }
    assert!(!html.contains("<b>王") && !html.contains("href"), "words stay words");
    assert!(!document_markdown(&document()).contains("[甲](javascript"), "and make no link");
}

#[test]
fn pages_keep_every_name_and_its_letters() {
    let mut characters: Vec<char> = (' '..='~').chain(NAMES.iter().flat_map(|name| name.chars())).collect();
    characters.extend("名单姓户数第页公开仅限主持人不外传，".chars());
    characters.retain(|c| !is_mark(*c) && *c != '\u{1F3FD}');
    characters.sort_unstable();
    characters.dedup();
    let face = FaceData { bytes: Arc::new(boxes::font(&characters)), index: 0 };
    let pdf = document_pdf(&document(), &Fonts::of(face)).unwrap();
    assert!(pdf.missing.is_empty(), "{:?}", pdf.missing);
    let file = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    let numbers: Vec<u32> = file.get_pages().keys().copied().collect();
    let all = letters(&file.extract_text(&numbers).unwrap());
    let count = |among: &[char], c: char| among.iter().filter(|other| **other == c).count();
    for name in NAMES {
        for c in letters(name).into_iter().filter(|c| !c.is_ascii() && *c != '\u{1F3FD}') {
            assert!(count(&all, c) >= 4, "{c} of {name}: {} times", count(&all, c));
        }
    }
}

#[test]
fn a_spreadsheet_keeps_every_name_as_words() {
    let bytes = document_xlsx(&document()).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = book.sheet_names();
    let mut cells: Vec<String> = Vec::new();
    for sheet in &sheets {
        let range = book.worksheet_range(sheet).unwrap();
        cells.extend(range.used_cells().filter_map(|(_, _, cell)| match cell {
            Data::String(words) => Some(words.clone()),
            _ => None,
        }));
        assert!(book.worksheet_formula(sheet).is_ok_and(|formulas| formulas.used_cells().next().is_none()), "{sheet}");
    }
    for name in NAMES {
        assert!(cells.iter().any(|cell| cell == name), "{name} in {cells:?}");
    }
}
