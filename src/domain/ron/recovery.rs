//! After a fault the reader goes on where the author most likely did, so that one slip is one fault.

use super::{
    SyntaxFault,
    cursor::begins_value,
    read::{Frame, Reader},
};
use crate::domain::Span;

/// What to do before the next item of a bracket.
pub(super) enum Next {
    Item,
    Again,
    Closed,
}

impl Reader<'_> {
    /// Passes something that has no place here.
    pub(super) fn stray(&mut self) {
        let span = self.cursor.skip_stray();
        let text = self.cursor.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        let found: String = text.chars().take(40).collect();
        self.cursor.fault(span, SyntaxFault::Stray { found });
    }

    /// Goes past a bracket and everything in it without reading it.
    pub(super) fn pass_over(&mut self) {
        let mut depth = 0_usize;
        while let (b @ 1.., length) = self.cursor.peek() {
            match b {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => depth -= 1,
                b'"' if length == 1 => {
                    self.cursor.text();
                    continue;
                }
                _ => {}
            }
            self.cursor.at += length;
            if depth == 0 {
                return;
            }
            self.cursor.skip_space();
        }
    }

    /// The end of what was read last, white space left out.
    pub(super) fn before_space(&self) -> usize {
        self.cursor.text[..self.cursor.at].trim_end().len()
    }

    /// What stands before the next item of the innermost bracket: its end, a comma too many, a bracket of another.
    pub(super) fn next(&mut self, left_open: impl Fn(&mut Self) -> bool) -> Next {
        self.cursor.skip_space();
        let Some(frame) = self.open.last().copied() else { return Next::Closed };
        let (b, length) = self.cursor.peek();
        let here = Span::new(self.cursor.at, self.cursor.at + length);
        match b {
            b if length > 0 && b == frame.close() => {
                self.cursor.pass(b, length);
                self.open.pop();
                Next::Closed
            }
            b')' | b']' | b'}' if self.belongs_outside(b) => self.unclosed(frame, here),
            b')' | b']' | b'}' => {
                let wanted = Some(char::from(frame.close()));
                self.cursor.fault(here, SyntaxFault::StrayClosing { found: char::from(b), wanted });
                self.cursor.at += length;
                self.cursor.skip_space();
                self.cursor.take(b',');
                Next::Again
            }
            b',' => {
                self.cursor.fault(here, SyntaxFault::Stray { found: ",".to_owned() });
                self.cursor.at += length;
                Next::Again
            }
            _ if length == 0 || left_open(self) => self.unclosed(frame, here),
            _ => Next::Item,
        }
    }

    fn unclosed(&mut self, frame: Frame, noticed: Span) -> Next {
        let span = Span::new(frame.at, frame.at + frame.length);
        self.cursor.fault(span, SyntaxFault::Unclosed { open: char::from(frame.open), noticed });
        self.open.pop();
        self.cut_short = true;
        Next::Closed
    }

    /// Whether a closing bracket that does not fit the innermost one belongs to one further out, which is then what was
    /// not closed; else it stands there by mistake. At the start of a line people mean what they write; within a line
    /// it belongs to a bracket of the same line.
    fn belongs_outside(&self, close: u8) -> bool {
        let Some(place) = self.open.iter().rposition(|frame| frame.close() == close) else { return false };
        let frame = self.open[place];
        let first = self.cursor.starts_line(self.cursor.at);
        let same_line = self.cursor.line_end_after(frame.at) == self.cursor.line_end();
        let last = self.cursor.text[self.cursor.at + 1..].trim().is_empty();
        if place == 0 { last || self.open.len() > 1 && same_line } else { first || same_line || last }
    }

    /// Whether the bracket around the innermost one holds fields.
    pub(super) fn encloses_fields(&self) -> bool {
        self.open.len().checked_sub(2).is_some_and(|n| self.open[n].fields)
    }

    /// A field at the start of a line inside a list: the list was not closed.
    pub(super) fn list_left_open(&mut self) -> bool {
        self.cursor.starts_line(self.cursor.at) && self.encloses_fields() && self.at_field()
    }

    /// The next question begins where a field should: the question before it was not closed.
    pub(super) fn struct_left_open(&mut self) -> bool {
        let in_list = self.open.len().checked_sub(2).is_some_and(|n| self.open[n].open == b'[');
        if !in_list {
            return false;
        }
        if self.cursor.peek().0 == b'(' {
            return self.cursor.starts_line(self.cursor.at);
        }
        // A field's name, which is what nearly always stands here, begins with a small letter.
        if self.cursor.byte(0).is_ascii_lowercase() && self.cursor.byte(1) != b'#' {
            return false;
        }
        self.cursor.name().is_some_and(|name| {
            let end = self.cursor.at + name.len();
            name.starts_with(char::is_uppercase) && self.cursor.text[end..].trim_start().starts_with(['(', '（'])
        })
    }

    /// Whether `name:` (or `name =`) stands here.
    pub(super) fn at_field(&self) -> bool {
        if let Some(name) = self.cursor.plain_name()
            && self.cursor.byte(name.len()) == b':'
        {
            return true;
        }
        self.cursor.name().is_some_and(|name| {
            let end = self.cursor.at + name.len() + if self.cursor.rest().starts_with("r#") { 2 } else { 0 };
            let rest = &self.cursor.text[end..];
            skip_plain_space(rest).starts_with([':', '：', '=', '＝'])
        })
    }

    /// Whether `"name":` stands here.
    pub(super) fn at_quoted_field(&self) -> bool {
        let Some(rest) = self.cursor.rest().strip_prefix('"') else { return false };
        let name = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        name > 0 && rest[name..].strip_prefix('"').is_some_and(|rest| skip_plain_space(rest).starts_with(':'))
    }

    /// Whether `name "..` stands here, all in one line.
    pub(super) fn at_field_without_colon(&self) -> bool {
        if self.cursor.at_raw(0) {
            return false;
        }
        self.cursor.name().is_some_and(|name| {
            let rest = self.cursor.text[self.cursor.at + name.len()..].trim_start_matches([' ', '\t']);
            rest.starts_with(['"', '[', '{', '“'])
        })
    }

    /// The comma after an item, or a fault. What may follow instead is for [`Reader::next`] to judge.
    pub(super) fn separator(&mut self, fits: impl Fn(u8) -> bool) {
        let end = self.cursor.at;
        let cut_short = std::mem::take(&mut self.cut_short);
        self.cursor.skip_space();
        if self.cursor.take(b',') {
            return;
        }
        let (b, length) = self.cursor.peek();
        if length == 0 || matches!(b, b')' | b']' | b'}') {
            return;
        }
        if b == b';' {
            let span = Span::new(self.cursor.at, self.cursor.at + 1);
            self.cursor.fault(span, SyntaxFault::Lookalike { found: ';', meant: ',' });
            self.cursor.at += 1;
            return;
        }
        let Some(frame) = self.open.last().copied() else { return };
        let item_follows = if frame.fields {
            if self.struct_left_open() {
                return;
            }
            self.at_field() || self.at_quoted_field() || self.at_field_without_colon()
        } else {
            if self.list_left_open() {
                return;
            }
            fits(b) && (begins_value(b) || self.cursor.name().is_some())
        };
        if item_follows {
            // A map closed too late is one fault, not two.
            if !(cut_short || frame.open == b'{' && self.encloses_fields() && self.at_field()) {
                self.cursor.fault(Span::new(end, end), SyntaxFault::MissingComma);
            }
        } else {
            self.stray();
            self.cursor.skip_space();
            if self.cursor.peek().0 == b',' {
                self.cursor.take(b',');
            }
        }
    }
}

fn skip_plain_space(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\n', '\r'])
}
