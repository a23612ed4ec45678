//! Text as Markdown and HTML take for text.

use crate::locale::clean_line;

/// The words as text of one line: every sign Markdown or HTML could take for its own has a backslash before it.
pub(super) fn line(words: &str) -> String {
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
