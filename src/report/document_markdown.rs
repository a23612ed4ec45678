//! A document as Markdown: what people typed stays text, whatever signs are in it.

use super::{Block, Document, Table};
use crate::locale::{Align, clean_line, clean_text};

/// The document as Markdown.
#[must_use]
pub fn document_markdown(document: &Document) -> String {
    let pieces = document.blocks.iter().map(block).filter(|piece| !piece.is_empty());
    pieces.collect::<Vec<_>>().join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(words) => format!("# {}", line(words)),
        Block::Subtitle(words) | Block::Line(words) => line(words),
        Block::Heading(level, words) => format!("{} {}", "#".repeat(usize::from(*level) + 1), line(words)),
        Block::Facts(facts) => {
            let fact = |(label, words): &(String, String)| format!("- **{}** {}", line(label), line(words));
            facts.iter().map(fact).collect::<Vec<_>>().join("\n")
        }
        Block::List(list) => {
            let entry = |(sign, words): &(String, String)| match sign.as_str() {
                "" | "-" => format!("- {}", line(words)),
                sign => format!("- {} {}", line(sign), line(words)),
            };
            list.iter().map(entry).collect::<Vec<_>>().join("\n")
        }
        Block::Words { text, .. } if text.trim().is_empty() => String::new(),
        Block::Words { label, text, .. } => {
            let text = clean_text(text);
            let lines = text.trim().lines().map(line).collect::<Vec<_>>().join("\\\n");
            if label.is_empty() { lines } else { format!("**{}** {lines}", line(label)) }
        }
        Block::Table(table) => rows(table),
        Block::Signatures(names) => {
            let line = |name: &String| format!("{} \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_", line(name));
            names.iter().map(line).collect::<Vec<_>>().join("\n\n")
        }
    }
}

fn rows(table: &Table) -> String {
    let row = |cells: &Vec<String>| {
        let cells = (0..table.head.len()).map(|n| cells.get(n).map(|cell| line(cell)).unwrap_or_default());
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let aligns = (0..table.head.len()).map(|n| match table.aligns.get(n) {
        Some(Align::Right) => "---:",
        _ => "---",
    });
    let mut lines = vec![row(&table.head), format!("| {} |", aligns.collect::<Vec<_>>().join(" | "))];
    lines.extend(table.rows.iter().map(row));
    lines.join("\n")
}

/// The words as text of one line: every sign Markdown or HTML could take for its own has a backslash before it.
fn line(words: &str) -> String {
    let words = clean_line(words);
    let words = words.trim();
    let mut text = String::with_capacity(words.len());
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in words.char_indices() {
        let special =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '$' | '{' | '}' | '!');
        // Only at the start of a line do these begin a list or underline a heading.
        let alone = words[at + c.len_utf8()..].chars().next().is_none_or(|next| matches!(next, ' ' | '-' | '='));
        let begins = match c {
            '.' | ')' => at == digits && digits > 0 && alone,
            '-' | '+' | '=' => at == 0 && alone,
            _ => false,
        };
        if special || begins {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(document_markdown(&Document { blocks: vec![words] }), "**介绍** 第一行\\\n\\- 第二行\n");
    }

    #[test]
    fn a_table_keeps_its_columns_whatever_is_in_its_cells() {
        let table = Table {
            head: vec!["谁".into(), "票".into()],
            aligns: vec![Align::Left, Align::Right],
            rows: vec![vec!["王|李\n陈".into()], vec!["周".into(), "3".into()]],
        };
        assert_eq!(rows(&table), "| 谁 | 票 |\n| --- | ---: |\n| 王\\|李 陈 |  |\n| 周 | 3 |");
    }
}
