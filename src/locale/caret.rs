//! A problem as it is printed: place, sentence, the line itself with carets under what is meant.

use super::{CUT, Locale, clean_line, clusters, problem, severity, truncate, width};
use crate::{
    domain::{Problem, Source, Span},
    tr,
};

/// Columns of a line that is shown whole.
const WHOLE: usize = 110;

/// Columns of a longer line shown before, at and after what is meant.
const BEFORE: usize = 48;
const MEANT: usize = 60;
const AFTER: usize = 32;

/// A line of the file, and the carets below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Line of the file, from 1.
    pub line: usize,
    /// Its text, made harmless and cut to what matters.
    pub text: String,
    /// Spaces before the carets, in terminal columns.
    pub indent: usize,
    /// Carets, at least one.
    pub carets: usize,
}

/// The line a place begins in, with the columns to mark. What goes on in later lines is marked to the end of the first.
#[must_use]
pub fn shown(source: &Source, span: Span) -> Shown {
    shown_in(source, span, WHOLE)
}

/// The same, the line cut to this many columns at most.
fn shown_in(source: &Source, span: Span, columns: usize) -> Shown {
    let text = &source.text;
    let start = text.floor_char_boundary((span.start as usize).min(text.len()));
    let end = text.ceil_char_boundary((span.end as usize).clamp(start, text.len()));
    let line_start = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    let before = clean_line(text[line_start..start].trim_start_matches('\u{feff}'));
    let meant = clean_line(text[start..end.min(line_end)].trim_end_matches('\r'));
    let after = clean_line(text[end.min(line_end)..line_end].trim_end_matches('\r'));
    let whole = width(&before) + width(&meant) + width(&after) <= columns;
    let [most_before, most_meant, most_after] = match columns {
        _ if whole => [columns; 3],
        WHOLE => [BEFORE, MEANT, AFTER],
        _ => [columns * 2 / 5, columns * 2 / 5, columns / 5],
    };
    let before = last_columns(&before, most_before);
    let meant = truncate(&meant, most_meant);
    let indent = width(&before);
    Shown {
        line: text[..start].matches('\n').count() + 1,
        text: format!("{before}{meant}{}", truncate(&after, most_after)).trim_end().to_owned(),
        indent,
        carets: width(&meant).max(1),
    }
}

/// The end of a text that takes at most `columns`, marked where it was cut.
fn last_columns(text: &str, columns: usize) -> String {
    let mut spare = width(text).saturating_sub(columns);
    if spare == 0 {
        return text.to_owned();
    }
    spare += width(CUT);
    let rest = clusters(text).skip_while(|(_, columns)| {
        let cut = spare > 0;
        spare = spare.saturating_sub(*columns);
        cut
    });
    CUT.chars().chain(rest.flat_map(|(cluster, _)| cluster.chars())).collect()
}

/// A problem as `babahui check` prints it, several lines, without a line end after the last.
#[must_use]
pub fn printed(locale: &Locale, source: &Source, p: &Problem) -> String {
    told_in(locale, source, p, WHOLE)
}

/// The same for a window of this many columns: lines of the file are cut so that the carets stay under what is meant.
#[must_use]
pub fn printed_in(locale: &Locale, source: &Source, p: &Problem, columns: usize) -> String {
    // The number of the line and the bar after it.
    told_in(locale, source, p, columns.saturating_sub(8).clamp(20, WHOLE - 1))
}

fn told_in(locale: &Locale, source: &Source, p: &Problem, columns: usize) -> String {
    let shown = |source, span| shown_in(source, span, columns);
    let told = problem(locale, p);
    let mut lines = vec![headline(source, p.span, &severity(locale, p.severity), &told.what)];
    let gutter = |line: usize| line.to_string().len().max(3);
    let room = gutter(shown(source, p.span).line);
    lines.extend(snippet(&shown(source, p.span), room));
    if let Some(expected) = &told.expected {
        lines.push(format!("{:room$}   {}", "", tr!(locale, "fault-expected", expected = expected.as_str())));
    }
    if let Some(near) = &told.near {
        lines.push(format!("{:room$}   {}", "", tr!(locale, "fault-near", near = near.as_str())));
    }
    if let Some((span, why)) = &told.also {
        lines.push(headline(source, *span, &tr!(locale, "fault-note"), why));
        let shown = shown(source, *span);
        lines.extend(snippet(&shown, gutter(shown.line)));
    }
    lines.join("\n")
}

fn headline(source: &Source, span: Span, severity: &str, what: &str) -> String {
    let (line, column) = source.line_column(span.start);
    format!("{}:{line}:{column}: {severity}: {what}", clean_line(&source.name))
}

fn snippet(shown: &Shown, room: usize) -> [String; 2] {
    [
        format!("{:>room$} | {}", shown.line, shown.text),
        format!("{:room$} | {:indent$}{}", "", "", "^".repeat(shown.carets), indent = shown.indent),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, marked: &str) -> Shown {
        let start = text.find(marked).unwrap();
        let source = Source { name: "a.ron".into(), text: text.to_owned().into() };
        shown(&source, Span::new(start, start + marked.len()))
    }

    #[test]
    fn carets_stand_under_what_is_meant() {
        for (text, marked, line, shown, indent, carets) in [
            ("a: 1", "1", 1, "a: 1", 3, 1),
            ("x\n  lable: \"院落\"\ny", "lable", 2, "  lable: \"院落\"", 2, 5),
            ("label: \"院落\", q: 2", "q", 1, "label: \"院落\", q: 2", 15, 1),
            ("label: \"院落\"", "\"院落\"", 1, "label: \"院落\"", 7, 6),
            ("\tname: x", "x", 1, " name: x", 7, 1),
            ("a\r\nbad\r\n", "bad", 2, "bad", 0, 3),
            ("\"one\ntwo\" x", "\"one\ntwo\"", 1, "\"one", 0, 4),
            ("\u{202e}a\u{1b}[2Jb", "b", 1, "a[2Jb", 4, 1),
        ] {
            let found = at(text, marked);
            assert_eq!(
                (found.line, &*found.text, found.indent, found.carets),
                (line, shown, indent, carets),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_meant() {
        let text = format!("{}bad{}", "院".repeat(200), "落".repeat(200));
        let found = at(&text, "bad");
        assert!(found.text.starts_with("..院") && found.text.ends_with("落.."), "{}", found.text);
        assert!(found.indent <= BEFORE && found.carets == 3);
        assert_eq!(width(&found.text[..found.text.find("bad").unwrap()]), found.indent);
    }

    #[test]
    fn a_narrow_window_keeps_carets_and_line_together() {
        let text = format!("{}bad{}", "院".repeat(40), "落".repeat(40));
        let source = Source { name: "a.ron".into(), text: text.clone().into() };
        let span = Span::new(text.find("bad").unwrap(), text.find("bad").unwrap() + 3);
        for columns in [20, 41, 60] {
            let found = shown_in(&source, span, columns);
            assert!(width(&found.text) <= columns && found.indent + found.carets <= columns, "{columns}: {found:?}");
            assert_eq!(width(&found.text[..found.text.find("bad").unwrap()]), found.indent);
        }
    }

    #[test]
    fn a_place_past_the_end_is_the_end() {
        let source = Source { name: String::new(), text: "ab".into() };
        assert_eq!(shown(&source, Span::new(9, 12)), Shown { line: 1, text: "ab".into(), indent: 2, carets: 1 });
    }
}
