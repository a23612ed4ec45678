//! How many terminal columns text takes, and cutting, padding and wrapping it by columns: the only place that measures.
//!
//! A column is counted the way the screen draws: grapheme cluster by grapheme cluster, a Chinese character is two
//! columns, an emoji family is one cluster of two. Control characters take none, they are never drawn.

use std::borrow::Cow;
use std::ops::Range;

use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What is written where text was cut. Not `…`, whose width terminals disagree about.
pub const CUT: &str = "..";

/// On which side of its column text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left, spaces after it: words.
    #[default]
    Left,
    /// At the right, spaces before it: numbers.
    Right,
    /// In the middle, the odd space after it.
    Centre,
}

/// Columns of one grapheme cluster.
fn cluster_width(cluster: &str) -> usize {
    if let [byte] = cluster.as_bytes() {
        return usize::from(!byte.is_ascii_control());
    }
    if cluster.contains(char::is_control) {
        return 0;
    }
    // The screen gives each half-width voicing mark a cell of its own beside its width; to agree is what matters.
    let marks = cluster.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    cluster.width() + marks
}

/// Columns of a character that is a cluster of its own beside any other such character, and is shown as it is: letters
/// and signs of the keyboard, Chinese characters and punctuation, box lines. Most text is of nothing else, and need not be
/// taken apart by the rules for all scripts.
#[inline]
fn lone_width(c: char) -> Option<usize> {
    match c {
        ' '..='~' | '·' | '×' | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{259F}' => Some(1),
        '\u{3001}'..='\u{3020}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}' => Some(2),
        _ => None,
    }
}

/// The characters of a text with their columns, when each is a cluster of its own and shown as it is.
#[must_use]
pub fn lone(text: &str) -> Option<impl Iterator<Item = (char, usize)>> {
    text.chars().all(|c| lone_width(c).is_some()).then(|| text.chars().map(|c| (c, lone_width(c).unwrap_or(1))))
}

/// The grapheme clusters of a text, each with its columns.
pub fn clusters(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|cluster| (cluster, cluster_width(cluster)))
}

/// Columns a text takes on one line.
///
/// ```
/// use babahui::locale::width;
/// assert_eq!(width("外墙脱落"), 8);
/// assert_eq!(width("3栋2单元"), 8);
/// ```
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|b| !b.is_ascii_control()).count();
    }
    if let Some(lone) = lone(text) {
        return lone.map(|(_, columns)| columns).sum();
    }
    clusters(text).map(|(_, columns)| columns).sum()
}

/// Columns a text may take beyond [`width()`] on a terminal that draws ambiguous characters (`“` `—` `①`) wide.
///
/// Whoever puts something after authored text on the same line leaves this many columns free.
#[must_use]
pub fn spare(text: &str) -> usize {
    if text.is_ascii() { 0 } else { text.width_cjk().saturating_sub(text.width()) }
}

/// The longest start of a text that takes at most `columns`, cut between clusters.
#[must_use]
pub fn take(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let mut end = 0;
    for (cluster, wide) in clusters(text) {
        if used + wide > columns {
            break;
        }
        used += wide;
        end += cluster.len();
    }
    &text[..end]
}

/// The text, or as much of its start as fits into `columns` with `..` after it.
///
/// ```
/// use babahui::locale::truncate;
/// assert_eq!(truncate("非机动车停车、充电", 9), "非机动..");
/// assert_eq!(truncate("外墙", 9), "外墙");
/// ```
#[must_use]
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    match columns {
        0 => Cow::Borrowed(""),
        1 => Cow::Borrowed("."),
        _ => Cow::Owned(format!("{}{CUT}", take(text, columns - width(CUT)))),
    }
}

/// The text in exactly `columns`: cut with `..` when too wide, else filled with spaces.
///
/// ```
/// use babahui::locale::{Align, pad};
/// assert_eq!(pad("3栋", 6, Align::Right), "   3栋");
/// ```
#[must_use]
pub fn pad(text: &str, columns: usize, align: Align) -> String {
    let text = truncate(text, columns);
    let room = columns.saturating_sub(width(&text));
    let before = match align {
        Align::Left => 0,
        Align::Right => room,
        Align::Centre => room / 2,
    };
    format!("{:before$}{text}{:after$}", "", "", after = room - before)
}

/// The lines of a text in `columns`, as pieces of the text.
///
/// Breaks at `\n` and where Unicode line breaking (UAX 14) allows, so a Chinese run fills the line and `，` never begins
/// one; a word longer than a line is cut between clusters. Spaces at a break are dropped, spaces that indent are kept.
/// No line is wider than `columns` unless it is a single cluster that is. An empty text is one empty line.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    wrap_ranges(text, columns).into_iter().map(|range| &text[range]).collect()
}

/// The lines of [`wrap()`] as ranges of bytes, for drawing a cursor into wrapped text.
#[must_use]
pub fn wrap_ranges(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let shown = line.trim_end_matches([' ', '\r']);
        if width(shown) <= columns {
            lines.push(at..at + shown.len());
        } else {
            wrap_line(shown, at, columns, &mut lines);
        }
        at += line.len() + 1;
    }
    lines
}

/// Whether a line broken here would tear a figure apart: `40 | 000`.
#[must_use]
pub fn tears_figure(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let figure = before.strip_suffix(' ').is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    figure && digits == 3
}

/// Words of a line, each with what stands between it and the next; a figure is one word.
fn words_of(line: &str) -> Vec<(&str, usize)> {
    let mut words: Vec<(usize, usize, usize)> = Vec::new();
    let mut at = 0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(line) {
        let (end, space) = (at + word.word.len(), word.whitespace.len());
        match words.last_mut() {
            Some(last) if tears_figure(line, at) => (last.1, last.2) = (end, space),
            _ => words.push((at, end, space)),
        }
        at = end + space;
    }
    words.into_iter().map(|(from, to, space)| (&line[from..to], space)).collect()
}

/// Wraps a line that is too wide and begins at byte `base`.
fn wrap_line(line: &str, base: usize, columns: usize, lines: &mut Vec<Range<usize>>) {
    let unindented = line.trim_start_matches(' ');
    // An indent that leaves no room for words is given up.
    let indent = line.len() - unindented.len();
    let (line, base) = if indent + 2 > columns { (unindented, base + indent) } else { (line, base) };
    let (mut start, mut end, mut used, mut at) = (0, 0, 0, 0);
    for (word, space) in words_of(line) {
        let wide = width(word);
        if used + wide > columns && end > start {
            lines.push(base + start..base + end);
            (start, used) = (at, 0);
        }
        if used + wide <= columns {
            used += wide;
        } else {
            let mut place = at;
            for (cluster, wide) in clusters(word) {
                if used + wide > columns && place > start {
                    lines.push(base + start..base + place);
                    (start, used) = (place, 0);
                }
                used += wide;
                place += cluster.len();
            }
        }
        end = at + word.len();
        at = end + space;
        used += space;
    }
    if end > start {
        lines.push(base + start..base + end);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_lone_character_is_a_cluster_between_any_others() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|c| lone_width(*c).is_some()).collect();
        for c in &all {
            let text = c.to_string();
            assert_eq!(lone_width(*c), Some(cluster_width(&text)), "{c:?}");
            assert_eq!(crate::locale::clean_line(&text), text);
            for other in ['a', ' ', '·', '院', '，', '─', '（', *c] {
                assert_eq!(format!("{other}{c}{other}").graphemes(true).count(), 3, "{other:?} {c:?}");
            }
        }
        assert!(all.len() > 20_000 && lone("e\u{301}").is_none());
    }

    #[test]
    fn a_figure_is_never_torn_apart() {
        assert_eq!(wrap("合计 160 000 元至 240 000 元", 24), ["合计 160 000 元至", "240 000 元"]);
        assert_eq!(wrap("own share of 1 040 000 yuan", 18), ["own share of", "1 040 000 yuan"]);
        assert_eq!(wrap("in 12 1234 and 5", 6), ["in 12", "1234", "and 5"], "no groups of three");
    }

    #[test]
    fn columns_are_counted_by_cluster() {
        let rows = [
            ("", 0),
            ("abc", 3),
            ("院落", 4),
            ("é", 1),
            ("e\u{301}", 1),
            ("👨\u{200d}👩\u{200d}👧", 2),
            ("☑", 1),
            ("，", 2),
            ("a\u{7}b", 2),
            ("𠮷", 2),
        ];
        for (text, columns) in rows {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn ambiguous_characters_ask_for_room() {
        assert_eq!(spare("“院落”"), 2);
        assert_eq!(spare("院落 abc"), 0);
    }

    #[test]
    fn chinese_fills_the_line_and_punctuation_stays_behind() {
        let rows: [(&str, usize, &[&str]); 8] = [
            ("This is 一个很长的句子", 16, &["This is 一个很长", "的句子"]),
            ("外墙脱落，窨井盖破损", 8, &["外墙脱", "落，窨井", "盖破损"]),
            ("您家最关心哪些问题？", 18, &["您家最关心哪些问", "题？"]),
            ("abcdefghij", 4, &["abcd", "efgh", "ij"]),
            ("one two  three", 7, &["one two", "three"]),
            ("第一行\n\n第三行", 20, &["第一行", "", "第三行"]),
            ("  indented words", 10, &["  indented", "words"]),
            ("院", 1, &["院"]),
        ];
        for (text, columns, lines) in rows {
            assert_eq!(wrap(text, columns), lines, "{text:?} in {columns}");
        }
    }

    #[test]
    fn dates_and_doors_stay_whole() {
        assert_eq!(wrap("日期 2024-11-12 周二", 12), ["日期", "2024-11-12", "周二"]);
    }

    #[test]
    fn text_is_cut_and_filled_to_the_column() {
        let rows = [
            ("非机动车", 8, Align::Left, "非机动车"),
            ("非机动车", 7, Align::Left, "非机.. "),
            ("非机动车", 1, Align::Left, "."),
            ("非机动车", 0, Align::Left, ""),
            ("12", 5, Align::Right, "   12"),
            ("院落", 7, Align::Centre, " 院落  "),
        ];
        for (text, columns, align, padded) in rows {
            assert_eq!(pad(text, columns, align), padded);
        }
    }

    fn any_text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[a-z]{1,12}",
            Just(" ".to_owned()),
            Just("  ".to_owned()),
            Just("\n".to_owned()),
            "[一-龥]{1,9}",
            "[，。？！、：（）“”《》…—]",
            Just("👨\u{200d}👩\u{200d}👧".to_owned()),
            Just("e\u{301}".to_owned()),
            "[0-9]{4}-[0-9]{2}",
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn no_wrapped_line_is_too_wide(text in any_text(), columns in 1usize..30) {
            for line in wrap(&text, columns) {
                prop_assert!(width(line) <= columns || clusters(line).filter(|(_, w)| *w > 0).count() <= 1, "{:?}", line);
            }
        }

        #[test]
        fn wrapping_loses_no_character(text in any_text(), columns in 1usize..30) {
            let kept = |s: &str| s.chars().filter(|c| !matches!(c, ' ' | '\n' | '\r')).collect::<String>();
            prop_assert_eq!(kept(&wrap(&text, columns).concat()), kept(&text));
        }

        #[test]
        fn no_full_stop_begins_a_line(words in prop::collection::vec("[一-龥]{1,4}[，。？！、：）》]", 1..12), columns in 4usize..30) {
            let text = words.concat();
            for line in wrap(&text, columns) {
                prop_assert!(!line.starts_with(['，', '。', '？', '！', '、', '：', '）', '》']), "{}", line);
            }
        }

        #[test]
        fn padding_hits_the_column(text in any_text(), columns in 0usize..30) {
            prop_assert!(width(&truncate(&text, columns)) <= columns);
            for align in [Align::Left, Align::Right, Align::Centre] {
                prop_assert_eq!(width(&pad(&text, columns, align)), columns);
            }
        }

        #[test]
        fn taking_gives_a_start_of_the_text(text in any_text(), columns in 0usize..30) {
            let start = take(&text, columns);
            prop_assert!(text.starts_with(start));
            prop_assert!(width(start) <= columns);
        }
    }
}
