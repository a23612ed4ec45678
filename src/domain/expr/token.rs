//! Text of an expression -> tokens with their places.

use super::{ExprFault, ExprFaultKind};
use crate::domain::Span;

/// One token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Token<'t> {
    /// A literal number.
    Number(f64),
    /// A literal text, quotation marks taken off.
    Text(&'t str),
    /// A name, possibly with a prefix: `jr:itext`. Also `and`, `or`, `div`, `mod`: the parser tells them apart.
    Name(&'t str),
    /// `${name}`.
    Reference(&'t str),
    /// `${last-saved#name}`.
    LastSaved(&'t str),
    /// A sign: one of `( ) [ ] , / // . .. :: * | + - = != < <= > >=`.
    Sign(&'static str),
}

/// A token and where it stands.
pub type Placed<'t> = (Token<'t>, Span);

/// The sign a text begins with, the longer of two.
fn sign(text: &str) -> Option<&'static str> {
    Some(match text.as_bytes() {
        [b'/', b'/', ..] => "//",
        [b'.', b'.', ..] => "..",
        [b':', b':', ..] => "::",
        [b'!', b'=', ..] => "!=",
        [b'<', b'=', ..] => "<=",
        [b'>', b'=', ..] => ">=",
        [b'(', ..] => "(",
        [b')', ..] => ")",
        [b'[', ..] => "[",
        [b']', ..] => "]",
        [b',', ..] => ",",
        [b'/', ..] => "/",
        [b'.', ..] => ".",
        [b'*', ..] => "*",
        [b'|', ..] => "|",
        [b'+', ..] => "+",
        [b'-', ..] => "-",
        [b'=', ..] => "=",
        [b'<', ..] => "<",
        [b'>', ..] => ">",
        _ => return None,
    })
}

/// Cuts a text into tokens.
///
/// # Errors
/// The first character that begins no token, or a text or `${` that does not end.
pub fn tokens(text: &str) -> Result<Vec<Placed<'_>>, ExprFault> {
    let mut out = Vec::with_capacity(text.len() / 3 + 1);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (token, length) = token(&text[at..], c)
            .map_err(|(kind, length)| ExprFault::new(Span::new(at, (at + length).min(text.len())), kind))?;
        out.push((token, Span::new(at, at + length)));
        at += length;
    }
    Ok(out)
}

/// The token `rest` begins with and its length in bytes.
fn token(rest: &str, first: char) -> Result<(Token<'_>, usize), (ExprFaultKind, usize)> {
    if first == '\'' || first == '"' {
        let inner = &rest[1..];
        let end = inner.find(first).ok_or((ExprFaultKind::OpenText, rest.len()))?;
        return Ok((Token::Text(&inner[..end]), end + 2));
    }
    if let Some(inner) = rest.strip_prefix("${") {
        return reference(inner);
    }
    let second_is_digit = rest[first.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
    if first.is_ascii_digit() || (first == '.' && second_is_digit) {
        let length = number_length(rest);
        // Digits with at most one point always parse; a number too large becomes infinity, which no literal is.
        let value = rest[..length].parse::<f64>().unwrap_or(f64::MAX).min(f64::MAX);
        return Ok((Token::Number(value), length));
    }
    if starts_name(first) {
        let length = qualified_length(rest);
        return Ok((Token::Name(&rest[..length]), length));
    }
    match sign(rest) {
        Some(sign) => Ok((Token::Sign(sign), sign.len())),
        None => Err((ExprFaultKind::BadCharacter { found: first }, first.len_utf8())),
    }
}

/// `name}` or `last-saved#name}`, after `${`.
fn reference(inner: &str) -> Result<(Token<'_>, usize), (ExprFaultKind, usize)> {
    let end = inner.find('}').ok_or((ExprFaultKind::OpenName, inner.len() + 2))?;
    let name = inner[..end].trim();
    let bad = || (ExprFaultKind::BadName { text: inner[..end].to_owned() }, end + 3);
    let token = match name.strip_prefix("last-saved#") {
        Some(saved) if is_name(saved) => Token::LastSaved(saved),
        None if is_name(name) => Token::Reference(name),
        _ => return Err(bad()),
    };
    Ok((token, end + 3))
}

/// Bytes of the number `text` begins with.
fn number_length(text: &str) -> usize {
    let digits = |from: usize| from + text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(0);
    if text[whole..].starts_with('.') { digits(whole + 1) } else { whole }
}

/// Bytes of the name with optional prefix that `text` begins with. `child::` is a name before `::`.
fn qualified_length(text: &str) -> usize {
    let first = name_length(text);
    match text[first..].strip_prefix(':') {
        Some(local) if local.starts_with(starts_name) => first + 1 + name_length(local),
        _ => first,
    }
}

fn name_length(text: &str) -> usize {
    text.find(|c: char| !continues_name(c)).unwrap_or(text.len())
}

/// Whether a name can begin with this letter.
#[must_use]
pub fn starts_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn continues_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// Whether the whole text is a name without prefix.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.starts_with(starts_name) && text.chars().all(continues_name)
}
