//! What stands before and after the value of a file: `#![enable(implicit_some)]` and the like, and what should not.

use super::{SyntaxFault, read::Reader};
use crate::domain::{Fault, Problem, Span, near};

/// The extensions of RON 0.12.
const EXTENSIONS: [&str; 4] = ["unwrap_newtypes", "implicit_some", "unwrap_variant_newtypes", "explicit_struct_names"];

impl Reader<'_> {
    /// `#![enable(implicit_some)]` and the like.
    pub(super) fn attribute(&mut self) {
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
    pub(super) fn trailing(&mut self) {
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
