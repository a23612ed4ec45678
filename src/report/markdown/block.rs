//! The pieces of a document in Markdown; what Markdown has no sign for becomes a list or a table.

use super::escape::line;
use crate::{
    locale::{Align, clean_text},
    report::{Bar, Block, Chart, Document, Moment, Opinion, Table, Thermometer},
};

/// The document as Markdown.
#[must_use]
pub fn document_markdown(document: &Document) -> String {
    let mut pieces = vec![heading(0, &document.title)];
    pieces.extend(document.subtitles.iter().chain([&document.class_words]).map(|words| line(words)));
    pieces.push(facts(&document.base));
    pieces.extend(document.blocks.iter().map(block));
    pieces.retain(|piece| !piece.is_empty());
    pieces.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(level, words) => heading(*level, words),
        Block::Appendix(words) => heading(1, words),
        Block::Line(words) => line(words),
        Block::Paragraph(words) => lines(words),
        Block::Note(words) => emphasis(words),
        Block::Facts(list) => facts(list),
        Block::List(list) | Block::Footnotes(list) => {
            let entry = |(sign, words): &(String, String)| match sign.as_str() {
                "" | "-" => format!("- {}", line(words)),
                sign => format!("- {} {}", line(sign), line(words)),
            };
            list.iter().map(entry).collect::<Vec<_>>().join("\n")
        }
        Block::Words { text, .. } if text.trim().is_empty() => String::new(),
        Block::Words { label, text, .. } => {
            let text = lines(text);
            if label.is_empty() { text } else { format!("**{}** {text}", line(label)) }
        }
        Block::Opinions(opinions) => opinions.iter().map(opinion).collect::<Vec<_>>().join("\n"),
        Block::KeyFigures(figures) => {
            facts(&figures.iter().map(|key| (key.figure.clone(), key.words.clone())).collect::<Vec<_>>())
        }
        Block::Table(table) => captioned(&table.caption, "", rows(table)),
        Block::Bars(chart) | Block::Histogram(chart) => captioned(&chart.caption, &chart.of, bars(chart)),
        Block::Thermometer(it) => captioned(&it.caption, "", thermometer(it)),
        Block::Timeline(moments) => moments.iter().map(moment).collect::<Vec<_>>().join("\n"),
        Block::Ticks(ticks) => {
            let tick =
                |(words, ticked): &(String, bool)| format!("- [{}] {}", if *ticked { 'x' } else { ' ' }, line(words));
            ticks.boxes.iter().map(tick).collect::<Vec<_>>().join("\n")
        }
        Block::Room(count) => vec![room(); usize::from(*count)].join("\n\n"),
        Block::CutLine | Block::PageBreak => "---".to_owned(),
        Block::Signatures(names) => {
            names.iter().map(|name| format!("{} {}", line(name), room())).collect::<Vec<_>>().join("\n\n")
        }
    }
}

fn heading(level: u8, words: &str) -> String {
    let words = line(words);
    if words.is_empty() { words } else { format!("{} {words}", "#".repeat(usize::from(level.min(5)) + 1)) }
}

fn facts(facts: &[(String, String)]) -> String {
    let fact = |(label, words): &(String, String)| format!("- **{}** {}", line(label), line(words));
    facts.iter().map(fact).collect::<Vec<_>>().join("\n")
}

/// Text of several lines that stays one paragraph.
fn lines(text: &str) -> String {
    let text = clean_text(text);
    text.trim().lines().map(line).collect::<Vec<_>>().join("\\\n")
}

fn emphasis(words: &str) -> String {
    let words = line(words);
    if words.is_empty() { words } else { format!("*{words}*") }
}

fn captioned(caption: &str, of: &str, what: String) -> String {
    let caption = line(caption);
    let caption = if caption.is_empty() { caption } else { format!("**{caption}**") };
    [caption, emphasis(of), what].into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn opinion(Opinion { number, text, about }: &Opinion) -> String {
    let about = emphasis(about);
    let about = if about.is_empty() { about } else { format!(" {about}") };
    // Lines of an entry hang together without being indented.
    format!("- {} {}{about}", line(number), lines(text))
}

fn bars(chart: &Chart) -> String {
    let shares = chart.bars.iter().any(|bar| !bar.share.is_empty());
    let row = |bar: &Bar| {
        let mut cells = vec![line(&bar.label), line(&bar.figure)];
        cells.extend(shares.then(|| line(&bar.share)));
        format!("| {} |", cells.join(" | "))
    };
    let head = if shares { "| | | |\n| --- | ---: | ---: |" } else { "| | |\n| --- | ---: |" };
    let rows = chart.bars.iter().map(row).collect::<Vec<_>>().join("\n");
    format!("{head}\n{rows}")
}

fn thermometer(it: &Thermometer) -> String {
    let words = [&it.have_words, &it.target_words].into_iter().chain(it.marks.iter().map(|mark| &mark.words));
    let words = words.map(|words| line(words)).filter(|words| !words.is_empty());
    words.map(|words| format!("- {words}")).collect::<Vec<_>>().join("\n")
}

fn moment(Moment { when, kind, what, ahead }: &Moment) -> String {
    let kind = emphasis(kind);
    let words =
        [line(when), kind, line(what)].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
    format!("- {}{words}", if *ahead { "[ ] " } else { "" })
}

fn room() -> String {
    "\\_".repeat(12)
}

fn rows(table: &Table) -> String {
    let columns = table.all_rows().map(Vec::len).chain([table.columns.len()]).max().unwrap_or(0);
    let cells =
        |row: &dyn Fn(usize) -> String| format!("| {} |", (0..columns).map(row).collect::<Vec<_>>().join(" | "));
    let row = |given: &Vec<String>| cells(&|n| given.get(n).map(|cell| line(cell)).unwrap_or_default());
    let sum = |given: &Vec<String>| {
        cells(&|n| {
            given
                .get(n)
                .map(|cell| line(cell))
                .filter(|s| !s.is_empty())
                .map(|s| format!("**{s}**"))
                .unwrap_or_default()
        })
    };
    let head = cells(&|n| table.columns.get(n).map(|column| line(&column.head)).unwrap_or_default());
    let align = cells(&|n| if table.align(n) == Align::Right { "---:" } else { "---" }.to_owned());
    let mut lines = vec![head, align];
    lines.extend(table.rows.iter().map(row));
    lines.extend(table.totals.iter().map(sum));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Column, document::sample::every_block};

    #[test]
    fn what_people_typed_stays_text() {
        let rows = [
            ("# 大标题", "\\# 大标题"),
            ("- 一条", "\\- 一条"),
            ("3. 三", "3\\. 三"),
            ("2024-11-12", "2024-11-12"),
            ("357.60", "357.60"),
            ("---", "\\---"),
            ("+03:00", "+03:00"),
            ("a|b <script>*x*</script> [x](http://y)", "a\\|b \\<script\\>\\*x\\*\\</script\\> \\[x\\](http://y)"),
            ("一行\n## 又一行", "一行 \\#\\# 又一行"),
            ("\u{1b}[2J&lt;", "\\[2J\\&lt;"),
            ("    代码", "代码"),
        ];
        for (typed, written) in rows {
            assert_eq!(line(typed), written, "{typed}");
        }
        let words = Block::Words { label: "介绍".into(), text: "第一行\n- 第二行\n".into(), wanted: None };
        assert_eq!(
            document_markdown(&Document { blocks: vec![words], ..Document::default() }),
            "**介绍** 第一行\\\n\\- 第二行\n"
        );
    }

    #[test]
    fn no_piece_lets_signs_through() {
        let written = document_markdown(&every_block("<b>*王*</b>|\n# 家\u{1b}[2J", "[x](y) `z`"));
        for raw in ["<b>", "*王*", "\n# 家", "\u{1b}", "[x](", "`z`"] {
            assert!(!written.replace("\\`", "").contains(raw), "{raw} in {written}");
        }
        assert!(written.contains("| **\\[x\\](y) \\`z\\`** | **36** |"), "{written}");
    }

    #[test]
    fn a_table_keeps_its_columns_whatever_is_in_its_cells() {
        let table = Table {
            columns: vec![Column::words("谁"), Column::number("票")],
            rows: vec![vec!["王|李\n陈".into()], vec!["周".into(), "3".into()]],
            ..Table::default()
        };
        assert_eq!(rows(&table), "| 谁 | 票 |\n| --- | ---: |\n| 王\\|李 陈 |  |\n| 周 | 3 |");
    }
}
