//! Reads RON by descent. After a fault it goes on where the author most likely did, so that one slip is one fault.

use std::borrow::Cow;

use super::{
    Document, Field, Literal, Name, Node, SyntaxFault, Value,
    cursor::{Cursor, begins_value},
};
use crate::domain::{Fault, Problem, Span, near};

/// Brackets inside each other; a group takes two.
const DEEPEST: usize = 64;

/// The extensions of RON 0.12.
const EXTENSIONS: [&str; 4] = ["unwrap_newtypes", "implicit_some", "unwrap_variant_newtypes", "explicit_struct_names"];

/// Reads a whole file. There is always a tree; what could not be read is [`Value::Nothing`].
#[must_use]
pub fn read(text: &str) -> Document<'_> {
    let mut reader = Reader { cursor: Cursor::new(text), open: Vec::new(), cut_short: false };
    reader.cursor.skip_space();
    while reader.cursor.byte(0) == b'#' {
        reader.attribute();
        reader.cursor.skip_space();
    }
    let root = if reader.cursor.ended() {
        let span = Span::new(text.len(), text.len());
        reader.cursor.fault(span, SyntaxFault::Empty);
        Node { span, value: Value::Nothing }
    } else {
        reader.value()
    };
    reader.trailing();
    let mut problems = reader.cursor.problems;
    problems.sort_by_key(|p| p.span);
    Document { root, problems }
}

/// A bracket that is open.
#[derive(Clone, Copy)]
struct Frame {
    open: u8,
    at: usize,
    length: usize,
    fields: bool,
}

impl Frame {
    fn close(self) -> u8 {
        match self.open {
            b'(' => b')',
            b'[' => b']',
            _ => b'}',
        }
    }
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    open: Vec<Frame>,
    /// A bracket was just found unclosed: the comma after it is part of what is missing, not a fault of its own.
    cut_short: bool,
}

/// What to do before the next item of a bracket.
enum Next {
    Item,
    Again,
    Closed,
}

impl<'a> Reader<'a> {
    fn node(&self, start: usize, value: Value<'a>) -> Node<'a> {
        Node { span: Span::new(start, self.cursor.at), value }
    }

    fn value(&mut self) -> Node<'a> {
        let start = self.cursor.at;
        let (b, _) = self.cursor.peek();
        let value = match b {
            b'(' => return self.parentheses(None, start),
            b'[' => self.list(),
            b'{' => self.map(),
            b'"' => self.cursor.text(),
            b'\'' => self.cursor.character(),
            b'r' if self.cursor.at_raw(0) => self.cursor.raw(),
            b'b' if matches!(self.cursor.byte(1), b'\'' | b'"') || self.cursor.at_raw(1) => self.cursor.bytes(),
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.cursor.number(),
            _ => return self.named(start),
        };
        self.node(start, value)
    }

    /// A name, with or without brackets after it.
    fn named(&mut self, start: usize) -> Node<'a> {
        let Some(name) = self.name() else {
            self.stray();
            return self.node(start, Value::Nothing);
        };
        match name.text {
            "true" => return self.node(start, Value::Bool(true)),
            "false" => return self.node(start, Value::Bool(false)),
            "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64" => {
                return self.node(start, Value::Number(name.text));
            }
            _ => {}
        }
        let end = self.cursor.at;
        if name.text.bytes().any(|b| matches!(b, b'.' | b'+' | b'-')) && !self.cursor.text[start..].starts_with("r#") {
            self.cursor.fault(name.span, SyntaxFault::Unquoted { found: name.text.to_owned() });
            let literal = Literal { text: Cow::Borrowed(name.text), prefix: None };
            return self.node(start, Value::Text(literal));
        }
        self.cursor.skip_space();
        if self.cursor.peek().0 == b'(' {
            return self.parentheses(Some(name), start);
        }
        self.cursor.at = end;
        self.node(start, Value::Name(name.text))
    }

    fn name(&mut self) -> Option<Name<'a>> {
        let text = self.cursor.name()?;
        let start = self.cursor.at;
        let raw = if self.cursor.rest().starts_with("r#") { 2 } else { 0 };
        self.cursor.at = start + raw + text.len();
        Some(Name { text, span: Span::new(start, self.cursor.at) })
    }

    /// Passes something that has no place here.
    fn stray(&mut self) {
        let span = self.cursor.skip_stray();
        let text = self.cursor.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        let found: String = text.chars().take(40).collect();
        self.cursor.fault(span, SyntaxFault::Stray { found });
    }

    /// Opens a bracket. Too many inside each other are passed over as one value.
    fn enter(&mut self, fields: bool) -> bool {
        let (open, length) = self.cursor.peek();
        let at = self.cursor.at;
        if self.open.len() >= DEEPEST {
            self.cursor.fault(Span::new(at, at + length), SyntaxFault::TooDeep);
            self.pass_over();
            return false;
        }
        self.cursor.pass(open, length);
        self.open.push(Frame { open, at, length, fields });
        true
    }

    /// Goes past a bracket and everything in it without reading it.
    fn pass_over(&mut self) {
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

    fn list(&mut self) -> Value<'a> {
        let mut items = Vec::new();
        if !self.enter(false) {
            return Value::Nothing;
        }
        loop {
            match self.next(Self::list_left_open) {
                Next::Closed => return Value::List(items),
                Next::Again => {}
                Next::Item => {
                    items.push(self.value());
                    self.separator(|b| b != b':');
                }
            }
        }
    }

    fn map(&mut self) -> Value<'a> {
        let mut entries: Vec<(Node<'a>, Node<'a>)> = Vec::new();
        if !self.enter(false) {
            return Value::Nothing;
        }
        loop {
            let quoted = entries.last().is_some_and(|(key, _)| matches!(key.value, Value::Text(_)));
            match self.next(|reader| quoted && reader.encloses_fields() && reader.at_field()) {
                Next::Closed => return Value::Map(entries),
                Next::Again => {}
                Next::Item => {
                    let key = self.value();
                    let value = self.after_colon(key.span.end as usize);
                    if !matches!((&key.value, &value.value), (Value::Nothing, Value::Nothing)) {
                        entries.push((key, value));
                    }
                    self.separator(|_| true);
                }
            }
        }
    }

    /// Tuple or fields: the first thing inside decides.
    fn parentheses(&mut self, name: Option<Name<'a>>, start: usize) -> Node<'a> {
        if !self.enter(false) {
            return self.node(start, Value::Nothing);
        }
        self.cursor.skip_space();
        let value = if self.at_field() || self.at_quoted_field() || self.at_field_without_colon() {
            if let Some(frame) = self.open.last_mut() {
                frame.fields = true;
            }
            Value::Fields(name, self.fields())
        } else {
            let items = self.tuple();
            if items.is_empty() && name.is_none() { Value::Unit } else { Value::Tuple(name, items) }
        };
        self.node(start, value)
    }

    fn tuple(&mut self) -> Vec<Node<'a>> {
        let mut items = Vec::new();
        loop {
            match self.next(|_| false) {
                Next::Closed => return items,
                Next::Again => {}
                Next::Item => {
                    if self.at_field() {
                        let start = self.cursor.at;
                        self.name();
                        self.cursor.fault(Span::new(start, self.cursor.at), SyntaxFault::MixedFields);
                        self.after_colon(self.cursor.at);
                    } else {
                        items.push(self.value());
                    }
                    self.separator(|b| b != b':');
                }
            }
        }
    }

    fn fields(&mut self) -> Vec<Field<'a>> {
        let mut fields = Vec::new();
        loop {
            match self.next(Self::struct_left_open) {
                Next::Closed => return fields,
                Next::Again => {}
                Next::Item => {
                    if let Some(field) = self.field() {
                        fields.push(field);
                    }
                    self.separator(|_| true);
                }
            }
        }
    }

    /// `name: value`, or a fault.
    fn field(&mut self) -> Option<Field<'a>> {
        let start = self.cursor.at;
        if let Some(text) = self.cursor.plain_name()
            && self.cursor.byte(text.len()) == b':'
        {
            self.cursor.at += text.len();
            let name = Name { text, span: Span::new(start, self.cursor.at) };
            let value = self.after_colon(self.cursor.at);
            return Some(Field { name, value });
        }
        if self.at_quoted_field() {
            let key = self.value();
            if let Value::Text(literal) = &key.value {
                let name = literal.text.clone().into_owned();
                self.cursor.fault(key.span, SyntaxFault::QuotedName { name });
            }
            let end = key.span.end as usize;
            let text = self.cursor.text.get(start + 1..end.saturating_sub(1)).unwrap_or_default();
            let value = self.after_colon(end);
            return Some(Field { name: Name { text, span: key.span }, value });
        }
        if self.at_field() || self.at_field_without_colon() {
            let name = self.name()?;
            let value = self.after_colon(self.cursor.at);
            return Some(Field { name, value });
        }
        let lone = self.cursor.name().is_some();
        if !lone && !begins_value(self.cursor.peek().0) {
            self.stray();
            return None;
        }
        let value = self.value();
        self.cursor.skip_space();
        let fault = match (value.value, self.cursor.peek().0) {
            (Value::Name(_), b',' | b')') => SyntaxFault::MissingValue,
            (Value::Nothing, _) => return None,
            _ => SyntaxFault::MixedFields,
        };
        self.cursor.fault(value.span, fault);
        None
    }

    /// The colon and what follows it; `end` is where the name or key ends.
    fn after_colon(&mut self, end: usize) -> Node<'a> {
        self.cursor.skip_space();
        let (b, length) = self.cursor.peek();
        match b {
            b':' => self.cursor.pass(b, length),
            b'=' => {
                let span = Span::new(self.cursor.at, self.cursor.at + length);
                let found = if length == 1 { '=' } else { '＝' };
                self.cursor.fault(span, SyntaxFault::Lookalike { found, meant: ':' });
                self.cursor.at += length;
            }
            _ if length > 0 && begins_value(b) => {
                self.cursor.fault(Span::new(end, end), SyntaxFault::MissingColon);
            }
            _ => {
                self.cursor.fault(Span::new(end, end), SyntaxFault::MissingValue);
                return self.node(self.cursor.at, Value::Nothing);
            }
        }
        self.cursor.skip_space();
        let (b, length) = self.cursor.peek();
        let field_follows = self.cursor.starts_line(self.cursor.at) && self.at_field();
        if length == 0 || matches!(b, b',' | b')' | b']' | b'}') || field_follows {
            let end = self.before_space();
            self.cursor.fault(Span::new(end, end), SyntaxFault::MissingValue);
            return self.node(self.cursor.at, Value::Nothing);
        }
        self.value()
    }

    /// The end of what was read last, white space left out.
    fn before_space(&self) -> usize {
        self.cursor.text[..self.cursor.at].trim_end().len()
    }

    /// What stands before the next item of the innermost bracket: its end, a comma too many, a bracket of another.
    fn next(&mut self, left_open: impl Fn(&mut Self) -> bool) -> Next {
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
    fn encloses_fields(&self) -> bool {
        self.open.len().checked_sub(2).is_some_and(|n| self.open[n].fields)
    }

    /// A field at the start of a line inside a list: the list was not closed.
    fn list_left_open(&mut self) -> bool {
        self.cursor.starts_line(self.cursor.at) && self.encloses_fields() && self.at_field()
    }

    /// The next question begins where a field should: the question before it was not closed.
    fn struct_left_open(&mut self) -> bool {
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
    fn at_field(&self) -> bool {
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
    fn at_quoted_field(&self) -> bool {
        let Some(rest) = self.cursor.rest().strip_prefix('"') else { return false };
        let name = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        name > 0 && rest[name..].strip_prefix('"').is_some_and(|rest| skip_plain_space(rest).starts_with(':'))
    }

    /// Whether `name "..` stands here, all in one line.
    fn at_field_without_colon(&self) -> bool {
        if self.cursor.at_raw(0) {
            return false;
        }
        self.cursor.name().is_some_and(|name| {
            let rest = self.cursor.text[self.cursor.at + name.len()..].trim_start_matches([' ', '\t']);
            rest.starts_with(['"', '[', '{', '“'])
        })
    }

    /// The comma after an item, or a fault. What may follow instead is for [`Reader::next`] to judge.
    fn separator(&mut self, fits: impl Fn(u8) -> bool) {
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

    /// `#![enable(implicit_some)]` and the like.
    fn attribute(&mut self) {
        let start = self.cursor.at;
        if self.attribute_parts().is_none() {
            self.cursor.at = self.cursor.line_end_after(start);
            let end = start + self.cursor.text[start..self.cursor.at].trim_end().len();
            self.cursor.fault(Span::new(start, end), SyntaxFault::BadAttribute);
        }
    }

    fn attribute_parts(&mut self) -> Option<()> {
        for wanted in [b'#', b'!', b'['] {
            self.expect(wanted)?;
        }
        let name = self.name()?;
        match name.text {
            "enable" => {
                self.expect(b'(')?;
                self.extensions()?;
                self.expect(b')')?;
            }
            "type" | "schema" => {
                self.expect(b'=')?;
                if self.cursor.byte(0) != b'"' && !self.cursor.at_raw(0) {
                    return None;
                }
                self.value();
            }
            _ => return None,
        }
        self.expect(b']')
    }

    /// The names inside `enable(..)`, at least one.
    fn extensions(&mut self) -> Option<()> {
        loop {
            let name = self.name()?;
            if !EXTENSIONS.contains(&name.text) {
                let near = near(name.text, EXTENSIONS).map(ToOwned::to_owned);
                self.cursor.fault(name.span, SyntaxFault::UnknownExtension { found: name.text.to_owned(), near });
            }
            self.cursor.skip_space();
            if !self.cursor.take(b',') {
                return Some(());
            }
            self.cursor.skip_space();
            if self.cursor.peek().0 == b')' {
                return Some(());
            }
        }
    }

    fn expect(&mut self, wanted: u8) -> Option<()> {
        self.cursor.skip_space();
        let taken = self.cursor.take(wanted);
        self.cursor.skip_space();
        taken.then_some(())
    }

    /// Whatever stands after the value.
    fn trailing(&mut self) {
        self.cursor.skip_space();
        if self.cursor.ended() {
            return;
        }
        let (b, length) = self.cursor.peek();
        let start = self.cursor.at;
        let fault = if matches!(b, b')' | b']' | b'}') {
            self.cursor.at += length;
            SyntaxFault::StrayClosing { found: char::from(b), wanted: None }
        } else {
            self.cursor.at = self.cursor.line_end();
            SyntaxFault::Trailing
        };
        let end = start + self.cursor.text[start..self.cursor.at].trim_end().len();
        self.cursor.problems.push(Problem::error(Span::new(start, end), Fault::Syntax(fault)));
    }
}

fn skip_plain_space(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\n', '\r'])
}
