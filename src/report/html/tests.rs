//! What a page is made of, and what no word in it can become.

use proptest::prelude::*;

use super::document_html;
use crate::{
    domain::tally::Share,
    report::{Bar, Block, Chart, Class, Column, Document, Page, Paper, Table, document::sample::every_block},
};

fn page(block: Block) -> String {
    let whole = document_html(&Document { blocks: vec![block], ..Document::default() });
    let (_, after) = whole.split_once("</header>").unwrap();
    after.split_once("</main>").unwrap().0.trim().to_owned()
}

/// The elements of a page, each as it is written between its angles; nothing else in it may look like one.
fn elements(page: &str) -> Vec<String> {
    page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default().to_owned()).collect()
}

fn body(document: &Document) -> String {
    document_html(document).split_once("<body").unwrap().1.replace("><", ">\n<")
}

#[test]
fn every_piece_in_chinese() {
    insta::assert_snapshot!(body(&every_block("先修外墙，再说电梯", "王家")));
}

#[test]
fn every_piece_in_english() {
    insta::assert_snapshot!(body(&every_block("The outer wall first", "The Wangs")));
}

#[test]
fn the_head_says_language_title_page_and_who_may_see_it() {
    let whole = document_html(&Document {
        title: "议外墙".into(),
        language: Some(crate::domain::Lang::new("zh-CN")),
        class: Class::Public,
        class_words: "公开".into(),
        page: Page { paper: Paper::A3, landscape: true, ..Page::default() },
        ..Document::default()
    });
    for part in [
        "<!DOCTYPE html><html lang=\"zh-CN\">",
        "<meta charset=\"utf-8\">",
        "name=\"viewport\"",
        "<title>议外墙</title>",
        "size:A3 landscape;@top-left{content:\"议外墙\"}@top-right{content:\"公开\"}",
        "<p class=\"class\">公开</p>",
    ] {
        assert!(whole.contains(part), "{part} in {whole}");
    }
    assert!(document_html(&Document::default()).starts_with("<!DOCTYPE html><html><head>"));
}

#[test]
fn nothing_in_a_page_leads_or_runs_anywhere() {
    let whole = document_html(&every_block("<script src=//evil>", "http://evil/\"onload=x"));
    for barred in
        ["<script", "<link", "<img", "<iframe", "<a ", "@import", "url(", " on", "javascript:", "href", " src="]
    {
        let found = elements(&whole).into_iter().find(|element| element.contains(barred));
        let styled = whole.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        assert!(found.is_none() && !(barred != " on" && styled.contains(barred)), "{barred}: {found:?}");
    }
}

#[test]
fn a_title_cannot_leave_the_style_it_is_printed_by() {
    let whole = document_html(&Document { title: "\"}</style><b>\\".into(), ..Document::default() });
    assert!(whole.contains("content:\"\\22 \\7d \\3c \\2f style\\3e \\3c b\\3e \\5c \""), "{whole}");
    assert_eq!(whole.matches("</style>").count(), 1);
}

#[test]
fn a_table_names_its_columns_and_rows_and_leaves_room_to_write() {
    let table = Table {
        caption: "认捐".into(),
        columns: vec![Column::words("谁"), Column::money("元"), Column::words("")],
        rows: vec![vec!["王家".into(), "20".into(), "____________".into()], vec![]],
        totals: Some(vec!["合计".into(), "20".into()]),
    };
    let expected = [
        "<div class=\"scroll\"><table><caption>认捐</caption>",
        "<thead><tr><th scope=\"col\">谁</th><th scope=\"col\" class=\"n\">元</th><td></td></tr></thead>",
        "<tbody><tr><th scope=\"row\">王家</th><td class=\"n\">20</td><td class=\"blank\"></td></tr>",
        "<tr><td></td><td class=\"n\"></td><td></td></tr>",
        "</tbody><tfoot><tr><th scope=\"row\">合计</th><td class=\"n\">20</td><td></td></tr>",
        "</tfoot></table></div>",
    ];
    assert_eq!(page(Block::Table(table)), expected.join("\n"));
}

#[test]
fn a_histogram_whose_labels_do_not_fit_lies_down() {
    let chart = |label: &str, count: usize| Chart {
        bars: (0..count).map(|_| Bar::counted(label, 3, Share::new(3, 9))).collect(),
        ..Chart::default()
    };
    let rows =
        [("20-29", 8, true), ("11月30日", 30, true), ("2024-11-12", 52, false), ("很长很长的一段话占了地方", 9, false)];
    for (label, count, stands) in rows {
        assert_eq!(page(Block::Histogram(chart(label, count))).contains("class=\"histogram\""), stands, "{label}");
    }
    assert!(page(Block::Histogram(Chart::default())).contains("bars"));
}

#[test]
fn text_keeps_its_lines_and_paragraphs() {
    let rows = [
        ("一\n二", "<p>一<br>二</p>"),
        ("\n\n一\r\n\r\n\r\n二\u{b}三\n", "<p>一</p><p>二<br>三</p>"),
        (" \n ", ""),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    ];
    for (text, written) in rows {
        assert_eq!(page(Block::Paragraph(text.into())), written, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_words_change_what_a_page_is_made_of(words in "\\PC{0,60}|[<>\"'&/=a-z \\-!\\]]{0,60}|\u{1b}.*", label in "\\PC{1,9}") {
        let plain = every_block("王", "王");
        let names = |page: &str| -> Vec<String> {
            // Words may be empty, and then an element is left out; what stays is of the names the sample has.
            elements(page).iter().map(|e| e.split([' ', '/']).next().unwrap_or_default().to_owned()).collect()
        };
        let known: std::collections::BTreeSet<String> = names(&document_html(&plain)).into_iter().collect();
        let page = document_html(&every_block(&words, &label));
        for name in names(&page) {
            prop_assert!(known.contains(&name) || name.is_empty(), "{} of {:?}", name, words);
        }
        let unseen = page.contains(['\u{1b}', '\u{202e}']);
        prop_assert!(!unseen);
    }
}
