//! A place in RON text: white space, comments, and the characters that look like notation but are not.

use super::SyntaxFault;
use crate::domain::{Fault, Problem, Span};

/// A place in the text and the faults found so far.
pub(super) struct Cursor<'a> {
    pub text: &'a str,
    pub bytes: &'a [u8],
    pub at: usize,
    pub problems: Vec<Problem>,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Self { text, bytes: text.as_bytes(), at, problems: Vec::new() }
    }

    pub fn fault(&mut self, span: Span, fault: SyntaxFault) {
        self.problems.push(Problem::error(span, Fault::Syntax(fault)));
    }

    /// The text from here on.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The byte `ahead` places on, 0 past the end.
    pub fn byte(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// Whether everything has been read.
    pub fn ended(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Goes past white space and comments.
    pub fn skip_space(&mut self) {
        loop {
            match self.bytes.get(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c) => self.at += 1,
                Some(b'/') if self.byte(1) == b'/' => self.at = self.line_end(),
                Some(b'/') if self.byte(1) == b'*' => self.skip_block_comment(),
                Some(0x80..) => match self.rest().chars().next() {
                    Some(c @ ('\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')) => {
                        self.at += c.len_utf8();
                    }
                    Some(c @ ('\u{3000}' | '\u{a0}' | '\u{feff}' | '\u{200b}')) => {
                        let span = Span::new(self.at, self.at + c.len_utf8());
                        self.fault(span, SyntaxFault::Lookalike { found: c, meant: ' ' });
                        self.at += c.len_utf8();
                    }
                    _ => return,
                },
                _ => return,
            }
        }
    }

    /// The end of the line the cursor is in.
    pub fn line_end(&self) -> usize {
        self.line_end_after(self.at)
    }

    /// The end of the line `place` is in, before its line feed.
    pub fn line_end_after(&self, place: usize) -> usize {
        self.bytes[place..].iter().position(|b| *b == b'\n').map_or(self.bytes.len(), |n| place + n)
    }

    /// Whether only spaces and tabs stand before `place` in its line. Looks back no further than those, so that a file
    /// written in one line is read in time linear in its length.
    pub fn starts_line(&self, place: usize) -> bool {
        let before = self.bytes[..place].iter().rfind(|b| !matches!(b, b' ' | b'\t'));
        before.is_none_or(|b| *b == b'\n')
    }

    fn skip_block_comment(&mut self) {
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(b) = self.bytes.get(self.at) {
            match (b, self.byte(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return;
                    }
                }
                _ => self.at += 1,
            }
        }
        self.fault(Span::new(start, start + 2), SyntaxFault::UnclosedComment);
    }

    /// The notation character here and its length, a look-alike read as what was meant; 0 at the end of the text.
    ///
    /// Call after [`Cursor::skip_space`]. Other characters outside ASCII are returned as 0x80.
    pub fn peek(&self) -> (u8, usize) {
        match self.bytes.get(self.at) {
            None => (0, 0),
            Some(b) if b.is_ascii() => (*b, 1),
            Some(_) => {
                let c = self.rest().chars().next().unwrap_or('\0');
                (lookalike(c).unwrap_or(0x80), c.len_utf8())
            }
        }
    }

    /// Whether the notation character `wanted` stands here, which is then passed. A look-alike is a fault, and is passed too.
    pub fn take(&mut self, wanted: u8) -> bool {
        let (found, length) = self.peek();
        if found == wanted && length > 0 {
            self.pass(found, length);
            return true;
        }
        false
    }

    /// Passes the character [`Cursor::peek`] found.
    pub fn pass(&mut self, meant: u8, length: usize) {
        if length > 1 {
            let found = self.rest().chars().next().unwrap_or('\0');
            self.fault(
                Span::new(self.at, self.at + length),
                SyntaxFault::Lookalike { found, meant: char::from(meant) },
            );
        }
        self.at += length;
    }

    /// The name that starts here, not passed: letters, digits, `_`, and `.` `+` `-` inside, which no known name has.
    pub fn name(&self) -> Option<&'a str> {
        self.plain_name().or_else(|| self.any_name())
    }

    /// The name that starts here when it is of ASCII letters alone, as nearly all are.
    pub fn plain_name(&self) -> Option<&'a str> {
        let bytes = self.bytes.get(self.at..)?;
        let begins = |b: &u8| *b == b'_' || b.is_ascii_alphabetic();
        if !bytes.first().is_some_and(begins) {
            return None;
        }
        let goes_on = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'+' | b'-');
        let length = bytes.iter().position(|b| !goes_on(b)).unwrap_or(bytes.len());
        let ends = bytes.get(length).is_none_or(|b| b.is_ascii() && *b != b'#');
        if ends { self.text.get(self.at..self.at + length) } else { None }
    }

    fn any_name(&self) -> Option<&'a str> {
        let rest = self.rest();
        let rest = if rest.starts_with("r#") && rest[2..].starts_with(is_name_start) { &rest[2..] } else { rest };
        if !rest.starts_with(is_name_start) {
            return None;
        }
        let end = rest.find(|c| !is_name_part(c)).unwrap_or(rest.len());
        Some(&rest[..end])
    }

    /// A stretch that makes no sense, passed: up to a comma or closing bracket outside its own brackets, or the line's end.
    pub fn skip_stray(&mut self) -> Span {
        let start = self.at;
        let end = self.line_end();
        let mut depth = 0_usize;
        let mut quoted = false;
        for (place, b) in self.bytes[start..end].iter().enumerate() {
            match b {
                b'"' => quoted = !quoted,
                _ if quoted => {}
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' | b',' if depth == 0 => {
                    self.at = start + place;
                    break;
                }
                b')' | b']' | b'}' => depth -= 1,
                _ => {}
            }
            self.at = start + place + 1;
        }
        if self.at == start {
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        }
        let end = start + self.text[start..self.at].trim_end().len();
        Span::new(start, end.max(start))
    }
}

/// What people meant who typed a full-width or typographic character where notation stands.
fn lookalike(c: char) -> Option<u8> {
    Some(match c {
        '，' | '、' | '；' => b',',
        '：' => b':',
        '（' => b'(',
        '）' => b')',
        '［' | '【' => b'[',
        '］' | '】' => b']',
        '｛' => b'{',
        '｝' => b'}',
        '“' | '”' | '„' | '＂' | '「' | '」' | '‘' | '’' => b'"',
        '＝' => b'=',
        _ => return None,
    })
}

fn is_name_start(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

fn is_name_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-')
}

/// Whether a value can begin with this byte.
pub(super) fn begins_value(b: u8) -> bool {
    matches!(b, b'(' | b'[' | b'{' | b'"' | b'\'' | b'+' | b'-' | b'.' | b'_') || b.is_ascii_alphanumeric()
}
