//! Texts in quotes: plain, raw, of one character, of bytes; and where an unclosed one was meant to end.

use std::borrow::Cow;

use super::{Literal, SyntaxFault, Value, cursor::Cursor};
use crate::domain::Span;

impl<'a> Cursor<'a> {
    /// Reads `"..."`, or `“...”` which is a fault.
    pub fn text(&mut self) -> Value<'a> {
        let start = self.at;
        let (_, quote) = self.peek();
        self.pass(b'"', quote);
        if quote > 1 {
            return self.typographic(start);
        }
        let begin = self.at;
        let problems = self.problems.len();
        let mut resolved: Option<String> = None;
        let mut copied = begin;
        let mut lines = false;
        loop {
            match self.bytes.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    let out = resolved.get_or_insert_default();
                    out.push_str(&self.text[copied..self.at]);
                    self.escape(out, false);
                    copied = self.at;
                }
                Some(b) => {
                    lines |= *b == b'\n';
                    self.at += 1;
                }
                None => return self.unclosed(start, begin, problems),
            }
        }
        let end = self.at;
        self.at += 1;
        if lines && self.runs_on() {
            return self.unclosed(start, begin, problems);
        }
        let literal = match resolved {
            Some(mut text) => {
                text.push_str(&self.text[copied..end]);
                Literal { text: Cow::Owned(text), prefix: None }
            }
            None => Literal { text: Cow::Borrowed(&self.text[begin..end]), prefix: Some(1) },
        };
        Value::Text(literal)
    }

    /// Whether the text just closed goes on as if it had not: then the quote that closed it was the next one's opening.
    fn runs_on(&self) -> bool {
        let line = &self.text[self.at..self.line_end()];
        let next = line.trim_start_matches([' ', '\t', '\r']).chars().next();
        !matches!(next, None | Some(',' | ')' | ']' | '}' | ':' | '/' | '，' | '）' | '］' | '｝' | '：'))
    }

    /// An unclosed text ends with its line, closing brackets and the comma left outside.
    fn unclosed(&mut self, start: usize, begin: usize, problems: usize) -> Value<'a> {
        // Faults inside what was wrongly taken for the text are not faults.
        self.problems.truncate(problems);
        let line = &self.text[start..self.line_end_after(start)];
        let kept = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ')' | ']' | '}' | '，'));
        let end = begin.max(start + kept.len());
        self.at = end;
        self.fault(Span::new(start, end), SyntaxFault::UnclosedText);
        Value::Text(Literal { text: Cow::Borrowed(&self.text[begin..end]), prefix: None })
    }

    /// `“...”`: up to the closing one or the end of the line.
    fn typographic(&mut self, start: usize) -> Value<'a> {
        let begin = self.at;
        let end = self.line_end();
        let quotes = ['”', '“', '"', '」', '＂', '’'];
        if let Some(length) = self.text[begin..end].find(quotes) {
            self.at = begin + length;
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            return Value::Text(Literal { text: Cow::Borrowed(&self.text[begin..begin + length]), prefix: None });
        }
        let problems = self.problems.len();
        self.unclosed(start, begin, problems)
    }

    /// Whether a raw text starts here: `r"`, `r#"`, after `skip` bytes.
    pub fn at_raw(&self, skip: usize) -> bool {
        let Some(rest) = self.bytes.get(self.at + skip..) else { return false };
        rest.first() == Some(&b'r') && rest.get(1 + rest[1..].iter().take_while(|b| **b == b'#').count()) == Some(&b'"')
    }

    /// Reads `r#"..."#`; stands at the `r`.
    pub fn raw(&mut self) -> Value<'a> {
        let start = self.at;
        let hashes = self.bytes[start + 1..].iter().take_while(|b| **b == b'#').count();
        let begin = start + 2 + hashes;
        let close: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
        let Some(length) = self.text[begin..].find(&close) else {
            self.at = self.line_end();
            self.fault(Span::new(start, begin), SyntaxFault::UnclosedText);
            return Value::Text(Literal { text: Cow::Borrowed(&self.text[begin..self.at.max(begin)]), prefix: None });
        };
        self.at = begin + length + close.len();
        let prefix = u32::try_from(begin - start).ok();
        Value::Text(Literal { text: Cow::Borrowed(&self.text[begin..begin + length]), prefix })
    }

    /// Reads `'x'`. Longer text in single quotes is a fault, and is read as the text that was meant.
    pub fn character(&mut self) -> Value<'a> {
        let start = self.at;
        let problems = self.problems.len();
        self.at += 1;
        let mut out = String::new();
        match self.rest().chars().next() {
            Some('\\') => self.escape(&mut out, true),
            Some(c) if c != '\'' => {
                self.at += c.len_utf8();
                out.push(c);
            }
            _ => {}
        }
        if self.byte(0) == b'\'' && !(out.is_empty() && self.problems.len() == problems) {
            self.at += 1;
            return out.chars().next().map_or(Value::Nothing, Value::Character);
        }
        self.problems.truncate(problems);
        let line = self.line_end_after(start);
        let length = self.text[start + 1..line].find('\'');
        let text = if let Some(length) = length {
            self.at = start + length + 2;
            &self.text[start + 1..=start + length]
        } else {
            self.at = start + 1;
            self.skip_stray();
            &self.text[start + 1..self.at]
        };
        self.fault(Span::new(start, self.at), SyntaxFault::BadCharacter);
        Value::Text(Literal { text: Cow::Borrowed(text), prefix: None })
    }

    /// Reads `b"..."`, `br"..."` or `b'x'`; stands at the `b`.
    pub fn bytes(&mut self) -> Value<'a> {
        self.at += 1;
        match self.byte(0) {
            b'\'' => self.character(),
            b'"' => self.text(),
            _ => self.raw(),
        };
        Value::Bytes
    }
}
