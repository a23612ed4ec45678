//! Makes stored text harmless on a terminal: no control, direction or invisible character reaches the screen.
//!
//! Text that is already harmless is handed back as it is, without a copy.

use std::borrow::Cow;

use super::width::lone;

/// Combining marks one character may carry; more only pile up over the lines above.
const MARKS: usize = 4;

/// What to do about line ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineEnds {
    Keep,
    Space,
}

/// The text on one line: line ends and tabs become spaces, everything else that would not be seen goes.
///
/// ```
/// use babahui::locale::clean_line;
/// assert_eq!(clean_line("王\u{202e}家\u{1b}[2J\n三口"), "王家[2J 三口");
/// ```
#[must_use]
pub fn clean_line(text: &str) -> Cow<'_, str> {
    clean(text, LineEnds::Space)
}

/// The text on its lines: `\r\n`, a lone `\r` and the Unicode line ends become `\n`, tabs become spaces, everything else
/// that would not be seen goes.
#[must_use]
pub fn clean_text(text: &str) -> Cow<'_, str> {
    clean(text, LineEnds::Keep)
}

/// Whether a typed character may enter a one-line field: it shows, or it joins what shows.
#[must_use]
pub fn may_be_typed(c: char) -> bool {
    c == JOINER || !(c.is_control() || is_line_end(c) || is_unseen(c))
}

const JOINER: char = '\u{200D}';

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that change or hide what stands around them: direction marks, overrides and isolates, zero-width spaces
/// and joiners, invisible operators, annotation marks, fillers, tags, soft hyphens, the byte order mark.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Characters a joiner may join: pictures, their skin tones and the selector that makes them pictures.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{FE0F}' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_mark(c: char) -> bool {
    c > '\u{2FF}' && unicode_width::UnicodeWidthChar::width(c) == Some(0)
}

/// Looks at one character after another and says what each becomes.
#[derive(Default)]
struct Judge {
    /// The character kept last.
    before: Option<char>,
    /// Marks since the last character that is none.
    marks: usize,
    /// Whether the last character read was `\r`.
    returned: bool,
}

impl Judge {
    /// What `c` becomes: itself, another character, or nothing.
    fn judge(&mut self, c: char, next: Option<char>, ends: LineEnds) -> Option<char> {
        let returned = std::mem::replace(&mut self.returned, c == '\r');
        // A joiner counts as a mark; one whose picture would then be a mark too many joins nothing.
        let joins = |next: char| is_picture(next) && (!is_mark(next) || self.marks + 1 < MARKS);
        let kept = match c {
            '\n' if returned => None,
            '\t' => Some(' '),
            c if is_line_end(c) => Some(if ends == LineEnds::Keep { '\n' } else { ' ' }),
            JOINER if self.marks < MARKS && self.before.is_some_and(is_picture) && next.is_some_and(joins) => Some(c),
            c if c.is_control() || is_unseen(c) => None,
            c if is_mark(c) && self.marks >= MARKS => None,
            c => Some(c),
        };
        if let Some(c) = kept {
            self.marks = if is_mark(c) { self.marks + 1 } else { 0 };
            self.before = kept;
        }
        kept
    }
}

fn clean(text: &str, ends: LineEnds) -> Cow<'_, str> {
    if lone(text).is_some() {
        return Cow::Borrowed(text);
    }
    let mut judge = Judge::default();
    let mut cleaned: Option<String> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let kept = judge.judge(c, chars.peek().map(|(_, next)| *next), ends);
        match &mut cleaned {
            Some(cleaned) => cleaned.extend(kept),
            None if kept == Some(c) => {}
            None => {
                let mut start = String::with_capacity(text.len());
                start.push_str(&text[..at]);
                start.extend(kept);
                cleaned = Some(start);
            }
        }
    }
    cleaned.map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hostile_text_becomes_harmless() {
        let rows = [
            ("院落", "院落"),
            ("\u{1b}[31mred", "[31mred"),
            ("a\u{9b}31m", "a31m"),
            ("a\tb", "a b"),
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("\u{202e}evil\u{2066}x\u{2069}", "evilx"),
            ("a\u{200b}b\u{feff}c\u{2060}d", "abcd"),
            ("a\u{200d}b", "ab"),
            ("👨\u{200d}👩\u{200d}👧", "👨\u{200d}👩\u{200d}👧"),
            ("❤\u{fe0f}", "❤\u{fe0f}"),
            ("z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}y", "z\u{301}\u{301}\u{301}\u{301}y"),
            ("a\u{2028}b", "a\nb"),
            ("\u{e0041}\u{7f}\0", ""),
        ];
        for (hostile, harmless) in rows {
            assert_eq!(clean_text(hostile), harmless, "{hostile:?}");
        }
        assert_eq!(clean_line("一\r\n二\n三"), "一 二 三");
    }

    #[test]
    fn harmless_text_is_not_copied() {
        for text in ["plain", "院落改造，外墙脱落。", "👨\u{200d}👩\u{200d}👧", "e\u{301}"] {
            assert!(matches!(clean_text(text), Cow::Borrowed(_)), "{text}");
        }
    }

    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>(),
            prop::sample::select(vec![
                '\r', '\n', '\t', '\u{200d}', '\u{202e}', '\u{fe0f}', '👩', '\u{301}', 'a', '院', '\u{9b}', '\u{200b}',
            ]),
        ];
        prop::collection::vec(piece, 0..40).prop_map(|chars| chars.into_iter().collect())
    }

    #[test]
    fn a_joiner_without_room_for_what_it_joins_goes_too() {
        assert_eq!(clean_line("\u{fe0f}\u{fe0f}\u{fe0f}\u{200d}\u{fe0f}"), "\u{fe0f}\u{fe0f}\u{fe0f}\u{fe0f}");
        assert_eq!(clean_line("👩\u{200d}👩"), "👩\u{200d}👩");
    }

    proptest! {
        #[test]
        fn nothing_unseen_is_left(text in hostile()) {
            for c in clean_line(&text).chars() {
                prop_assert!(!c.is_control());
                prop_assert!(c == JOINER || !is_unseen(c), "{:?}", c);
            }
            prop_assert!(clean_text(&text).chars().all(|c| c == '\n' || !c.is_control()));
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(text in hostile()) {
            for ends in [LineEnds::Keep, LineEnds::Space] {
                let once = clean(&text, ends).into_owned();
                prop_assert_eq!(clean(&once, ends).into_owned(), once.clone());
            }
        }
    }
}
