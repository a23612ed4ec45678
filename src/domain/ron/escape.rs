//! What stands after a backslash.

use super::{SyntaxFault, cursor::Cursor};
use crate::domain::Span;

impl Cursor<'_> {
    /// Reads the escape that starts here, at its backslash, into `out`; a bad one is a fault and is left out.
    /// In a character (`single`) several `\x` do not join and a line cannot be continued.
    pub fn escape(&mut self, out: &mut String, single: bool) {
        let start = self.at;
        self.at += 1;
        let simple = match self.byte(0) {
            b'n' => Some('\n'),
            b'r' => Some('\r'),
            b't' => Some('\t'),
            b'0' => Some('\0'),
            b @ (b'\'' | b'"' | b'\\') => Some(char::from(b)),
            _ => None,
        };
        if let Some(c) = simple {
            self.at += 1;
            out.push(c);
            return;
        }
        let read = match self.byte(0) {
            b'x' => {
                self.at -= 1;
                self.byte_escapes(single)
            }
            b'u' => self.unicode_escape(),
            b'\n' | b'\r' if !single && (self.byte(0) == b'\n' || self.byte(1) == b'\n') => {
                while matches!(self.byte(0), b' ' | b'\t' | b'\n' | b'\r') {
                    self.at += 1;
                }
                return;
            }
            _ => {
                self.at += self.rest().chars().next().map_or(0, char::len_utf8);
                None
            }
        };
        if let Some(c) = read {
            out.push(c);
        } else {
            let found = self.text[start..self.at].to_owned();
            self.fault(Span::new(start, self.at), SyntaxFault::BadEscape { found });
        }
    }

    /// `\x41`, or the bytes of one character as `\xe4\xb8\xad`. Stands at the backslash.
    fn byte_escapes(&mut self, single: bool) -> Option<char> {
        let mut bytes = [0; 4];
        for n in 0..if single { 1 } else { 4 } {
            if self.byte(0) != b'\\' || self.byte(1) != b'x' {
                return None;
            }
            self.at += 2;
            for _ in 0..2 {
                let digit = char::from(self.byte(0)).to_digit(16)?;
                bytes[n] = bytes[n] << 4 | u8::try_from(digit).ok()?;
                self.at += 1;
            }
            if let Ok(text) = std::str::from_utf8(&bytes[..=n]) {
                return text.chars().next();
            }
        }
        None
    }

    /// `\u{9662}`, one to six digits. Stands at the `u`.
    fn unicode_escape(&mut self) -> Option<char> {
        self.at += 1;
        if self.byte(0) != b'{' {
            return None;
        }
        self.at += 1;
        let mut code = 0;
        let mut digits = 0;
        while let Some(digit) = char::from(self.byte(0)).to_digit(16).filter(|_| digits < 6) {
            code = code << 4 | digit;
            digits += 1;
            self.at += 1;
        }
        if digits == 0 || self.byte(0) != b'}' {
            return None;
        }
        self.at += 1;
        char::from_u32(code)
    }
}
