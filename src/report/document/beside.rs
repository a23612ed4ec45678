//! Two documents side by side: what stands in both beside each other, what stands in one alone by itself.

use super::{Block, Document};

/// Beyond so many pairs of lines nobody waits for the best way to lay them side by side.
const PAIRS: usize = 4_000_000;

/// A line of two documents laid side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BesideLine {
    /// Headings around it.
    pub depth: usize,
    /// What it is about; a heading's own words.
    pub label: String,
    /// The words in each document, nothing where it has no such line; nothing at all for a heading of both.
    pub sides: Option<[Option<String>; 2]>,
}

/// A line of one document.
#[derive(Debug, PartialEq)]
struct Line {
    depth: usize,
    label: String,
    /// Nothing for a heading.
    words: Option<String>,
}

/// The lines of two documents, in the order of both.
#[must_use]
pub fn documents_beside(before: &Document, after: &Document) -> Vec<BesideLine> {
    let (before, after) = (lines(before), lines(after));
    let mut beside = Vec::new();
    let mut from = (0, 0);
    let same = |a: &Line, b: &Line| a == b;
    for (a, b) in common(&before, &after, same).into_iter().chain([(before.len(), after.len())]) {
        // What differs between two equal lines: first the lines that are about the same, then those left over.
        let (old, new) = (&before[from.0..a], &after[from.1..b]);
        let about =
            |a: &Line, b: &Line| a.label == b.label && a.depth == b.depth && a.words.is_some() == b.words.is_some();
        let mut at = (0, 0);
        for (x, y) in common(old, new, about).into_iter().chain([(old.len(), new.len())]) {
            beside.extend(old[at.0..x].iter().map(|line| put(Some(line), None)));
            beside.extend(new[at.1..y].iter().map(|line| put(None, Some(line))));
            if let (Some(a), Some(b)) = (old.get(x), new.get(y)) {
                beside.push(put(Some(a), Some(b)));
            }
            at = (x + 1, y + 1);
        }
        if let (Some(line), Some(same)) = (before.get(a), after.get(b)) {
            beside.push(put(Some(line), Some(same)));
        }
        from = (a + 1, b + 1);
    }
    beside
}

fn put(before: Option<&Line>, after: Option<&Line>) -> BesideLine {
    let known = after.or(before);
    let (depth, label) = known.map_or((0, String::new()), |line| (line.depth, line.label.clone()));
    let heading = known.is_none_or(|line| line.words.is_none());
    let sides = match (before, after) {
        (Some(_), Some(_)) if heading => None,
        // A heading that stands in one document alone is a difference like any other.
        _ if heading => Some([before, after].map(|line| line.map(|line| line.label.clone()))),
        _ => Some([before, after].map(|line| line.and_then(|line| line.words.clone()))),
    };
    BesideLine { depth, label: if heading && sides.is_some() { String::new() } else { label }, sides }
}

/// The pairs of lines that are the same in both lists, in order, as many as there can be.
fn common(before: &[Line], after: &[Line], same: impl Fn(&Line, &Line) -> bool) -> Vec<(usize, usize)> {
    let head = before.iter().zip(after).take_while(|(a, b)| same(a, b)).count();
    let (rest_a, rest_b) = (&before[head..], &after[head..]);
    let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(a, b)| same(a, b)).count();
    let (mid_a, mid_b) = (&rest_a[..rest_a.len() - tail], &rest_b[..rest_b.len() - tail]);
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|n| (n, n)).collect();
    pairs.extend(longest(mid_a, mid_b, same).into_iter().map(|(a, b)| (head + a, head + b)));
    pairs.extend((0..tail).map(|n| (before.len() - tail + n, after.len() - tail + n)));
    pairs
}

/// The longest common sequence of two lists; nothing for lists too long to look for it.
fn longest(before: &[Line], after: &[Line], same: impl Fn(&Line, &Line) -> bool) -> Vec<(usize, usize)> {
    let wide = after.len() + 1;
    if before.len().saturating_mul(after.len()) > PAIRS {
        return Vec::new();
    }
    let mut lengths = vec![0_u32; (before.len() + 1) * wide];
    for a in (0..before.len()).rev() {
        for b in (0..after.len()).rev() {
            lengths[a * wide + b] = if same(&before[a], &after[b]) {
                lengths[(a + 1) * wide + b + 1] + 1
            } else {
                lengths[(a + 1) * wide + b].max(lengths[a * wide + b + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < before.len() && b < after.len() {
        if same(&before[a], &after[b]) {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if lengths[(a + 1) * wide + b] >= lengths[a * wide + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

/// A document as lines that are about something.
fn lines(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut depth = 0;
    let mut put = |depth, label: &str, words: Option<&str>| {
        lines.push(Line { depth, label: label.to_owned(), words: words.map(str::to_owned) });
    };
    let heads = std::iter::once(&document.title).chain(&document.subtitles).chain([&document.class_words]);
    for words in heads.filter(|words| !words.trim().is_empty()) {
        put(depth, "", Some(words));
    }
    for (label, words) in &document.base {
        put(depth, label, Some(words));
    }
    for block in &document.blocks {
        match block {
            Block::Heading(level, words) => {
                depth = usize::from(level.saturating_sub(1));
                put(depth, words, None);
                depth += 1;
            }
            Block::Appendix(words) => {
                put(0, words, None);
                depth = 1;
            }
            Block::Line(words) | Block::Paragraph(words) | Block::Note(words) => put(depth, "", Some(words)),
            Block::Facts(facts) | Block::List(facts) | Block::Footnotes(facts) => {
                for (label, words) in facts {
                    put(depth, label, Some(words));
                }
            }
            Block::Words { label, text, .. } if !text.trim().is_empty() => put(depth, label, Some(text)),
            Block::Opinions(opinions) => {
                for opinion in opinions {
                    let words = [opinion.about.as_str(), opinion.text.as_str()].join("\n");
                    put(depth, &opinion.number, Some(words.trim()));
                }
            }
            Block::Table(table) => {
                for row in table.all_rows() {
                    let cells = table.columns.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
                    let words: Vec<String> = cells.map(|(column, cell)| format!("{} {cell}", column.head)).collect();
                    put(depth, row.first().map_or("", |label| label.trim()), Some(&words.join("   ")));
                }
            }
            // Who signs is the same in all of them; charts and forms stand in other documents.
            _ => {}
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(lines: &[(&str, &str)]) -> Document {
        let mut document = Document::default();
        for (label, words) in lines {
            match *label {
                "#" => document.heading(1, *words),
                label => document.fact(label, *words),
            }
        }
        document
    }

    fn told(before: &[(&str, &str)], after: &[(&str, &str)]) -> Vec<String> {
        let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "-".into());
        let beside = documents_beside(&document(before), &document(after));
        let line = |line: BesideLine| match &line.sides {
            None => format!("# {}", line.label),
            Some([a, b]) => format!("{}: {} | {}", line.label, side(a), side(b)),
        };
        beside.into_iter().map(line).collect()
    }

    #[test]
    fn what_is_about_the_same_stands_beside_each_other() {
        let before = [("#", "修车棚"), ("规则", "过半数"), ("结果", "通过"), ("备注", "无"), ("#", "其他")];
        let after =
            [("#", "修车棚"), ("监票人", "周大爷"), ("规则", "过半数"), ("结果", "没通过"), ("#", "其他"), ("#", "附")];
        assert_eq!(
            told(&before, &after),
            [
                "# 修车棚",
                "监票人: - | 周大爷",
                "规则: 过半数 | 过半数",
                "结果: 通过 | 没通过",
                "备注: 无 | -",
                "# 其他",
                ": - | 附",
            ]
        );
        assert_eq!(told(&before, &before).len(), 5);
        assert_eq!(told(&[], &after).len(), after.len());
        assert_eq!(told(&before, &[]).len(), before.len());
    }
}
