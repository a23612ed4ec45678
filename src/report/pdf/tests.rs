//! PDF files taken apart again: their words, pages, structure and language.

use lopdf::{Dictionary, Object};
use proptest::prelude::*;

use super::{
    Fonts, MoreFaces, Pdf, PdfError, document_pdf,
    fonts::FaceData,
    render::written,
    testfont::{face, fonts, words as all_words},
};
use crate::{
    domain::{Lang, tally::Share},
    report::{
        Bar, Block, Chart, Class, Column, Document, Opinion, Page, Paper, Scale, Table, Ticks, blank,
        document::sample::every_block,
    },
};

#[cfg(test)]
fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "院落议事会纪要".into(),
        class: Class::Public,
        class_words: "公开".into(),
        language: Some(Lang::new("zh-CN")),
        blocks,
        ..Document::default()
    }
}

fn pdf(document: &Document) -> Pdf {
    document_pdf(document, &fonts()).unwrap()
}

fn open(pdf: &Pdf) -> lopdf::Document {
    lopdf::Document::load_mem(&pdf.bytes).unwrap()
}

/// The words of each page, spaces and line ends left out.
fn pages(pdf: &Pdf) -> Vec<String> {
    let file = open(pdf);
    let text = |page: u32| file.extract_text(&[page]).unwrap();
    file.get_pages().into_keys().map(|page| text(page).split_whitespace().collect()).collect()
}

/// How often each kind of structure stands in the file.
fn structure(pdf: &Pdf) -> std::collections::BTreeMap<String, usize> {
    let mut found = std::collections::BTreeMap::new();
    let file = open(pdf);
    let dictionaries = file.objects.values().filter_map(|object| object.as_dict().ok());
    for kind in dictionaries.filter(|dict| dict.has(b"S") && dict.has(b"P")).filter_map(|dict| dict.get(b"S").ok()) {
        *found.entry(String::from_utf8_lossy(kind.as_name().unwrap()).into_owned()).or_insert(0) += 1;
    }
    found
}

fn catalog(file: &lopdf::Document) -> &Dictionary {
    file.catalog().unwrap()
}

#[cfg(test)]
fn rows(count: usize) -> Table {
    let mut table = Table::new(vec![Column::words("表头"), Column::number("合计")]);
    table.rows = (0..count).map(|n| vec![format!("第{n}"), n.to_string()]).collect();
    table
}

#[test]
fn words_can_be_taken_out_again() {
    let pdf = pdf(&document(vec![Block::Line("同意外墙先修，abc 123".into())]));
    assert_eq!(pages(&pdf), ["院落议事会纪要同意外墙先修，abc123公开1/1"]);
    assert_eq!((pdf.missing.as_slice(), pdf.pages), (&[][..], 1));
}

#[test]
fn a_long_table_repeats_its_head_and_numbers_its_pages() {
    let pdf = pdf(&document(vec![Block::Table(rows(300))]));
    let pages = pages(&pdf);
    assert_eq!((pages.len(), pdf.pages), (pages.len(), pages.len()));
    assert!(pages.len() > 5, "{}", pages.len());
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("表头合计第"), "page {at}: {page}");
        assert!(page.ends_with(&format!("公开{}/{}", at + 1, pages.len())), "page {at}: {page}");
    }
    let all = pages.concat();
    assert!((0..300).all(|n| all.contains(&format!("第{n}{n}"))), "a row is missing");
    // The head is read once, whatever is printed.
    assert_eq!(structure(&pdf).get("TH"), Some(&2));
    assert_eq!(structure(&pdf).get("TR"), Some(&301));
}

#[test]
fn forty_pages_of_free_text_lose_nothing() {
    let text = (0..1400)
        .map(|n| format!("{n} 同意外墙先修，同意外墙先修。同意外墙先修，同意外墙先修。\n"))
        .collect::<Vec<_>>()
        .concat();
    let pdf = pdf(&document(vec![Block::Paragraph(text)]));
    assert!(pdf.pages >= 30, "{}", pdf.pages);
    let all = pages(&pdf).concat();
    assert!((0..1400).all(|n| all.contains(&format!("{n}同意"))));
}

#[test]
fn a_heading_never_ends_a_page() {
    for lines in 34..50 {
        let mut blocks = vec![Block::Line("第一".into()); lines];
        blocks.push(Block::Heading(1, "主持人".into()));
        blocks.push(Block::Line("签名".into()));
        for page in pages(&pdf(&document(blocks))) {
            let body = page.split("公开").next().unwrap_or_default();
            assert!(!body.ends_with("主持人"), "{lines}: {page}");
        }
    }
}

#[test]
fn the_structure_says_what_each_piece_is() {
    let bar = |label: &str, n| Bar::counted(label, n, Share::new(n, 3));
    let chart = Chart { caption: "同意".into(), of: "n 3".into(), bars: vec![bar("第一", 1), bar("第二", 2)] };
    let pdf = pdf(&document(vec![
        Block::Heading(1, "主持人".into()),
        Block::Line("同意".into()),
        Block::Facts(vec![("主持人".into(), "签名".into())]),
        Block::Table(Table { totals: Some(vec!["合计".into(), "3".into()]), ..rows(2) }),
        Block::Bars(chart),
    ]));
    let found = structure(&pdf);
    let count = |kind: &str| found.get(kind).copied().unwrap_or(0);
    let kinds = ["H1", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Figure"];
    assert_eq!(kinds.map(count), [1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 2, 6, 1], "{found:?}");
    let file = open(&pdf);
    let figure = file.objects.values().filter_map(|object| object.as_dict().ok()).find(|dict| dict.has(b"Alt"));
    let alt = lopdf::decode_text_string(figure.unwrap().get(b"Alt").unwrap()).unwrap();
    assert_eq!(alt, "同意. n 3. 第一 1 33.3%; 第二 2 66.7%");
}

#[test]
fn the_file_says_its_language_title_and_headings() {
    let pdf = pdf(&document(vec![Block::Heading(1, "主持人".into()), Block::Line("同意".into())]));
    let file = open(&pdf);
    let words = |object: &Object| lopdf::decode_text_string(object).unwrap();
    assert_eq!(words(catalog(&file).get(b"Lang").unwrap()), "zh-CN");
    let marked = catalog(&file).get(b"MarkInfo").and_then(Object::as_dict).and_then(|info| info.get(b"Marked"));
    assert!(matches!(marked, Ok(Object::Boolean(true))), "{marked:?}");
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).and_then(|id| file.get_dictionary(id)).unwrap();
    assert_eq!(words(info.get(b"Title").unwrap()), "院落议事会纪要");
    assert!(file.get_toc().unwrap().toc.iter().any(|entry| entry.title == "主持人"));
}

#[test]
fn every_piece_passes_the_standard_for_who_hears_it() {
    let sample = every_block("同意外墙先修", "主持人");
    let strict = written(&sample, &fonts(), true);
    assert!(strict.is_ok(), "{:?}", strict.map(|pdf| pdf.pages));
    let plain = document(vec![Block::Line("同意".into())]);
    assert!(written(&plain, &fonts(), true).is_ok());
    // What it must refuse, it refuses: a document without any heading to go to.
    let untitled = written(&Document { title: String::new(), ..plain }, &fonts(), true);
    assert!(matches!(untitled, Err(PdfError::Writer(_))));
}

#[test]
fn equal_documents_make_equal_files() {
    let sample = every_block("同意外墙先修", "主持人");
    assert_eq!(pdf(&sample).bytes, pdf(&sample).bytes);
}

#[test]
fn a_page_is_as_large_as_it_is_asked_for() {
    let rows = [
        (Page::default(), (595, 841)),
        (Page { landscape: true, ..Page::default() }, (841, 595)),
        (Page { paper: Paper::Letter, ..Page::default() }, (612, 792)),
        (Page { paper: Paper::A3, scale: Scale::Poster, landscape: false }, (841, 1190)),
    ];
    for (page, size) in rows {
        let pdf = pdf(&Document { page, ..document(vec![Block::Line("同意".into())]) });
        let file = open(&pdf);
        let id = file.get_pages()[&1];
        let page = file.get_dictionary(id).unwrap();
        let edges = page.get(b"MediaBox").and_then(Object::as_array).unwrap();
        #[allow(clippy::cast_possible_truncation, reason = "whole points")]
        let edge = |at: usize| edges[at].as_float().unwrap() as i32;
        assert_eq!((edge(2), edge(3)), size);
    }
}

#[test]
fn a_character_no_face_has_is_named_and_printed_as_a_question_mark() {
    let pdf = pdf(&document(vec![Block::Line("同意𠮷家，🙂 同意𠮷".into())]));
    assert_eq!(pdf.missing, ['𠮷', '家', '🙂']);
    // What was written is still found: it stands beside the glyph that was drawn.
    let file = open(&pdf);
    let content = file.get_page_content(file.get_pages()[&1]);
    assert!(content.windows(10).any(|piece| piece == b"ActualText"));
}

#[test]
fn without_a_chinese_face_a_chinese_document_is_refused() {
    let latin = Fonts::of(face(""));
    let chinese = document(vec![]);
    assert_eq!(document_pdf(&chinese, &latin), Err(PdfError::NoChinese));
    assert_eq!(document_pdf(&chinese, &Fonts::default()), Err(PdfError::NoChinese));
    let junk = FaceData { bytes: std::sync::Arc::new(vec![7_u8; 64]), index: 3 };
    assert_eq!(document_pdf(&chinese, &Fonts::of(junk)), Err(PdfError::NoChinese));
    let english = Document { title: "Minutes".into(), ..Document::default() };
    assert_eq!(document_pdf(&english, &Fonts::default()), Err(PdfError::NoFont));
    assert!(document_pdf(&english, &latin).is_ok());
    let rare = Document { title: "𠮷".into(), ..Document::default() };
    assert_eq!(document_pdf(&rare, &fonts()).map(|pdf| pdf.missing), Ok(vec!['𠮷']));
}

struct Elsewhere;

#[cfg(test)]
impl MoreFaces for Elsewhere {
    fn face_with(&self, character: char) -> Option<FaceData> {
        let more = ['家', 'م', 'ح', 'د'];
        more.contains(&character).then(|| face(&String::from_iter(more)))
    }
}

#[test]
fn more_faces_are_asked_for_what_the_first_lacks() {
    let fonts = Fonts { more: Some(std::sync::Arc::new(Elsewhere)), ..fonts() };
    let pdf = document_pdf(&document(vec![Block::Line("同意家🙂".into())]), &fonts).unwrap();
    assert_eq!(pdf.missing, ['🙂']);
    assert!(pages(&pdf)[0].contains("同意家"));
}

struct Pictures;

impl MoreFaces for Pictures {
    fn face_with(&self, character: char) -> Option<FaceData> {
        match character {
            // A face that is found and has nothing of it after all.
            '𠮷' => Some(face("")),
            '👍' | '\u{20E3}' => Some(face("👍\u{20E3}\u{1F3FD}")),
            _ => None,
        }
    }
}

#[test]
fn emoji_are_drawn_by_a_face_that_has_them_without_the_tone_of_a_skin() {
    let fonts = Fonts { more: Some(std::sync::Arc::new(Pictures)), ..fonts() };
    let words = "同意 𠮷 👍\u{1F3FD} 1\u{FE0F}\u{20E3} 👨\u{200D}👩 同意";
    let pdf = document_pdf(&document(vec![Block::Line(words.into())]), &fonts).unwrap();
    assert_eq!(pdf.missing, ['𠮷', '👨', '👩'], "what nobody has keeps nothing from the others");
    let page = pages(&pdf).concat();
    assert!(page.contains("👍") && page.contains("同意"), "{page}");
    let plain = document_pdf(&document(vec![Block::Line("1\u{20E3}".into())]), &self::fonts()).unwrap();
    assert_eq!(plain.missing, ['\u{20E3}'], "the digit is there and is drawn");
    assert!(pages(&plain).concat().contains('1'));
}

#[test]
fn names_written_right_to_left_stand_whole_among_others() {
    let fonts = Fonts { more: Some(std::sync::Arc::new(Elsewhere)), ..fonts() };
    let pdf = document_pdf(&document(vec![Block::Line("同意 محمد 同意".into())]), &fonts).unwrap();
    assert!(pdf.missing.is_empty());
    // Taken out as it stands on paper, from left to right.
    let page = pages(&pdf).concat();
    assert!(page.contains("同意دمحم同意") || page.contains("同意محمد同意"), "{page}");
}

#[test]
fn hostile_words_and_shapes_stay_whole() {
    let long = "外".repeat(400);
    let word = "W".repeat(600);
    for words in [
        "",
        " ",
        "\u{1b}[2J\u{202e}同\u{0}意\u{feff}",
        "👨\u{200d}👩\u{200d}👧",
        "e\u{301}\u{301}\u{301}",
        &long,
        &word,
    ] {
        for page in [Page::default(), Page::poster(), Page { landscape: true, ..Page::default() }] {
            let document = Document { page, ..every_block(words, "同意") };
            let file = pdf(&document);
            assert_eq!(open(&file).get_pages().len(), file.pages, "{words:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn any_words_at_all_become_whole_pages(words in any::<String>(), label in "\\PC{0,60}") {
        let file = pdf(&every_block(&words, &label));
        prop_assert_eq!(open(&file).get_pages().len(), file.pages);
    }
}

#[test]
fn tables_too_wide_for_a_page_become_lists() {
    let wide = Table {
        columns: (0..60).map(|n| Column::number(format!("第{n}"))).collect(),
        rows: vec![(0..60).map(|n| format!("{n}000000")).collect()],
        ..Table::default()
    };
    let all = pages(&pdf(&document(vec![Block::Table(wide)]))).concat();
    assert!((0..60).all(|n| all.contains(&format!("第{n}{n}000000"))), "{all}");
}

#[test]
fn short_opinions_stand_side_by_side_and_keep_their_order() {
    let opinion = |n: usize| Opinion { number: n.to_string(), text: "同意".into(), about: String::new() };
    let pdf = pdf(&document(vec![Block::Opinions((1..=90).map(opinion).collect())]));
    assert_eq!(pdf.pages, 1);
    let all: String = (1..=90).map(|n| format!("{n}同意")).collect::<Vec<_>>().concat();
    assert!(pages(&pdf)[0].contains(&all), "{:?}", pages(&pdf));
}

#[test]
fn a_short_chart_or_table_is_not_torn_apart() {
    for lines in 20..30 {
        let bar = |n| Bar::counted("第一", n, Share::new(n, 12));
        let chart = Chart { caption: "主持人".into(), of: "n 12".into(), bars: (1..12).map(bar).collect() };
        let mut blocks = vec![Block::Line("同意".into()); lines];
        blocks.extend([Block::Bars(chart), Block::Table(rows(8))]);
        for page in pages(&pdf(&document(blocks))) {
            assert_eq!(page.contains("第一18.3%"), page.contains("第一1191.7%"), "{lines}: {page}");
            assert_eq!(page.contains("第00"), page.contains("第77"), "{lines}: {page}");
        }
    }
}

#[test]
fn nobody_signs_a_page_on_which_nothing_else_stands() {
    for lines in 30..40 {
        let mut blocks = vec![Block::Line("意见".to_owned()); lines];
        blocks.push(Block::Signatures(vec!["主持人".to_owned(), "日期".to_owned()]));
        let pages = pages(&pdf(&document(blocks)));
        let signed = pages.iter().find(|page| page.contains("主持人")).unwrap();
        assert!(signed.contains("意见"), "{lines} lines: {signed}");
    }
}

#[test]
fn a_row_taller_than_a_page_goes_on_over_it() {
    let mut table = rows(2);
    table.rows[0][0] = (0..900).map(|n| format!("{n}、")).collect::<Vec<_>>().concat();
    let pdf = pdf(&document(vec![Block::Table(table)]));
    assert!(pdf.pages > 1);
    let all = pages(&pdf).concat();
    assert!((0..900).all(|n| all.contains(&format!("{n}、"))), "{all}");
}

#[test]
fn room_to_write_is_drawn_and_boxes_need_no_glyphs() {
    let mut table = rows(1);
    table.rows.push(vec![blank(14), String::new()]);
    let long = "同意外墙先修".repeat(10);
    let ticks = |one| Block::Ticks(Ticks { boxes: vec![(long.clone(), true), ("同意".into(), false)], one });
    let pdf = pdf(&document(vec![Block::Table(table), ticks(true), ticks(false), Block::Room(3)]));
    let all = pages(&pdf).concat();
    assert!(!all.contains('_') && all.contains(&long), "{all}");
    assert!(pdf.missing.is_empty());
}

#[test]
fn the_words_of_tests_are_all_in_the_font_of_tests() {
    assert!(document_pdf(&document(vec![Block::Line(all_words().into())]), &fonts()).unwrap().missing.is_empty());
}
