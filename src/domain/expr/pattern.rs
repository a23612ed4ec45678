//! Regular expressions as form authors write them.

use regex::Regex;

/// Compiles a pattern. It need not match the whole text.
///
/// `\d` and `\w` mean the letters and digits of ASCII, as in the other evaluators of this language: a telephone number in
/// full-width digits is none.
///
/// # Errors
/// What the regular expression reader says, in English.
pub(super) fn compile(pattern: &str) -> Result<Regex, String> {
    // The first lines of the message quote the pattern; the last says what is wrong with it.
    let reason =
        |e: regex::Error| e.to_string().lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
    Regex::new(&ascii_classes(pattern)).map_err(reason)
}

/// The pattern with `\d`, `\D`, `\w`, `\W` written out; classes may stand inside classes.
fn ascii_classes(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut letters = pattern.chars();
    while let Some(c) = letters.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match letters.next() {
            Some('d') => out.push_str("[0-9]"),
            Some('D') => out.push_str("[^0-9]"),
            Some('w') => out.push_str("[0-9A-Za-z_]"),
            Some('W') => out.push_str("[^0-9A-Za-z_]"),
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}
