//! Folds what a Chinese input method types full-width into the ASCII it stands for.
//!
//! Used for keys pressed outside fields and for typed numbers, dates and times; never for answers in words.

use std::borrow::Cow;

/// The ASCII key a character was meant as, when an input method turned it full-width or into Chinese punctuation.
///
/// ```
/// use babahui::locale::fold_key;
/// assert_eq!(fold_key('？'), '?');
/// assert_eq!(fold_key('１'), '1');
/// assert_eq!(fold_key('、'), '/');
/// assert_eq!(fold_key('院'), '院');
/// ```
#[must_use]
pub fn fold_key(c: char) -> char {
    match c {
        '、' => '/',
        '《' => '<',
        '》' => '>',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '￥' => '$',
        '·' => '`',
        _ => fold_char(c),
    }
}

/// The full-width forms, the ideographic space and stop, brackets, and the dashes people type for a minus.
fn fold_char(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' | '\u{2009}' | '\u{202F}' => ' ',
        '。' => '.',
        '【' => '[',
        '】' => ']',
        '—' | '–' | '−' | '‐' => '-',
        _ => c,
    }
}

/// A typed number, date or time with full-width digits and signs as ASCII. Borrowed when there are none.
///
/// ```
/// use babahui::locale::fold_typed;
/// assert_eq!(fold_typed("２０２４－１１－１２　１４：３０"), "2024-11-12 14:30");
/// ```
#[must_use]
pub fn fold_typed(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| fold_char(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(fold_char).collect())
    }
}
