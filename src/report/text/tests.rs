//! What plain text looks like, piece by piece, and what it never does.

use proptest::prelude::*;

use super::{Look, document_lines, document_spoken, document_text};
use crate::{
    domain::tally::Share,
    locale::{clean_line, clusters, width},
    report::{
        Bar, Block, Chart, Column, Document, KeyFigure, Mark, Moment, Opinion, Table, Thermometer, Ticks, Wanted,
        document::sample::every_block,
    },
};

fn text(block: Block, page: usize) -> String {
    document_text(&Document { blocks: vec![block], ..Document::default() }, page)
}

#[test]
fn words_hang_under_their_label_and_wide_tables_are_not_cut() {
    let mut document = Document { title: "纪要".into(), ..Document::default() };
    document.fact("主持人", "李嬢嬢");
    document.fact("地点", "十四号院坝子里，老槐树底下，大家自带板凳来坐");
    document.heading(1, "1 讨论");
    let row = vec!["一栋一单元的全体住户".to_owned(), "赞成这个方案".to_owned()];
    document.table(Table {
        columns: vec![Column::words("谁"), Column::words("说")],
        rows: vec![row],
        ..Table::default()
    });
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

#[test]
fn every_piece_reads_at_a_glance() {
    let bar = |label: &str, n| Bar::counted(label, n, Share::new(n, 20));
    let chart = Chart {
        caption: "您家最关心哪些问题".into(),
        of: "n 20".into(),
        bars: vec![bar("非机动车停车、充电", 10), bar("外墙", 5), Bar::held_back("其他", "< 5")],
    };
    let fund = Thermometer {
        caption: "外墙基金".into(),
        have: 50,
        have_words: "已到 50 元".into(),
        target: Some(100),
        target_words: "目标 100 元".into(),
        marks: vec![Mark { from: 50, to: 75, words: "街道配套".into() }],
    };
    let money = Table {
        caption: "认捐".into(),
        columns: vec![Column::words("谁"), Column::money("元")],
        rows: vec![vec!["王家".into(), "20".into()], vec!["不留名".into(), "1 000".into()]],
        totals: Some(vec!["合计".into(), "1 020".into()]),
    };
    let moment = |when: &str, ahead| Moment { when: when.into(), kind: "会".into(), what: "议外墙".into(), ahead };
    let opinion = Opinion { number: "12".into(), text: "东门太黑\n装盏灯".into(), about: "3栋".into() };
    let figures = vec![
        KeyFigure { figure: "135".into(), words: "份答卷".into() },
        KeyFigure { figure: "8".into(), words: "场".into() },
    ];
    let ticks = |one| Ticks { boxes: vec![("同意".into(), true), ("不同意".into(), false)], one };
    let rows: Vec<(Block, &[&str])> = vec![
        (Block::KeyFigures(figures), &["135  份答卷", "  8  场"]),
        (
            Block::Bars(chart.clone()),
            &[
                "您家最关心哪些问题",
                "n 20",
                "  非机动车停车、充电   10  50.0%  ######",
                "  外墙                  5  25.0%  ###",
                "  其他                < 5",
            ],
        ),
        (
            Block::Thermometer(fund),
            &[
                "外墙基金",
                "已到 50 元  目标 100 元",
                "####################...................|",
                "                   ===========",
                "街道配套",
            ],
        ),
        (
            Block::Table(money),
            &["认捐", "谁         元", "王家       20", "不留名  1 000", "-------------", "合计    1 020"],
        ),
        (
            Block::Timeline(vec![moment("11月3日", false), moment("12日", true)]),
            &["* 11月3日  会  议外墙", "o 12日     会  议外墙"],
        ),
        (Block::Opinions(vec![opinion]), &["12 东门太黑", "   装盏灯", "   3栋"]),
        (Block::Ticks(ticks(true)), &["(x) 同意", "( ) 不同意"]),
        (Block::Ticks(ticks(false)), &["[x] 同意", "[ ] 不同意"]),
        (Block::Signatures(vec!["主持人".into()]), &["主持人  ____________________", ""]),
        (Block::Paragraph("一\n二".into()), &["一", "二", ""]),
    ];
    for (block, lines) in rows {
        assert_eq!(text(block, 40), lines.join("\n") + "\n");
    }
    let narrow = text(Block::Bars(chart), 24);
    assert_eq!(narrow.lines().nth(2), Some("- 非机动车停车、充电  10"), "{narrow}");
}

#[test]
fn a_new_page_is_a_form_feed_in_a_file_and_an_empty_line_on_a_screen() {
    let mut document = Document { title: "小结".into(), ..Document::default() };
    document.put(Block::Appendix("附表".into()));
    assert_eq!(document_text(&document, 24), "          小结\n\n\u{c}\n附表\n");
    assert!(document_lines(&document, 24, None).iter().all(|line| !line.text.contains(char::is_control)));
}

#[test]
fn what_is_heard_has_no_drawing_and_names_every_cell() {
    let heard = document_spoken(&every_block("同意外墙先修", "王家"));
    for drawn in ["##", "==", "- - "] {
        assert!(!heard.contains(drawn), "{drawn} in {heard}");
    }
    assert!(heard.contains("- 王家 同意外墙先修  王家 12  王家 ¥1 200"), "{heard}");
}

#[cfg(test)]
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,90}",
        any::<String>(),
        Just("\u{1b}[2J\u{202e}王\u{0}家\u{feff}".to_owned()),
        Just("a".repeat(200)),
        Just("长".repeat(200)),
        Just("👨\u{200d}👩\u{200d}👧".repeat(30)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn no_line_is_wider_than_the_page(words in hostile(), label in hostile(), page in 0..120_usize) {
        let document = every_block(&words, &label);
        for line in document_lines(&document, page, Some(&label)) {
            let text = line.text.trim();
            let one = clusters(text).filter(|(_, wide)| *wide > 0).count() <= 1;
            prop_assert!(width(line.text.trim_end()) <= page.max(24) || one, "{} {:?}", page, line);
            prop_assert_eq!(&*clean_line(&line.text), &*line.text);
        }
        let heard = document_spoken(&document);
        prop_assert!(!heard.contains(char::from(27)), "{}", heard);
    }
}
