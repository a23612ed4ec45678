//! Numbers of RON: signs, bases, underscores, exponents, suffixes, ranges.

use super::{SyntaxFault, Value, cursor::Cursor};
use crate::domain::Span;

impl<'a> Cursor<'a> {
    /// Reads the number, range or stray sign that starts here.
    pub fn number(&mut self) -> Value<'a> {
        let start = self.at;
        let first = self.one_number();
        if !self.rest().starts_with("..") {
            return if let Some(text) = first {
                if !valid(text) {
                    self.fault(Span::new(start, self.at), SyntaxFault::BadNumber { found: text.to_owned() });
                    return Value::Nothing;
                }
                Value::Number(text)
            } else {
                let span = self.skip_stray();
                let found = self.text[span.start as usize..span.end as usize].to_owned();
                self.fault(span, SyntaxFault::Stray { found });
                Value::Nothing
            };
        }
        self.at += 2;
        if self.byte(0) == b'=' {
            self.at += 1;
        }
        let last = self.one_number();
        if !first.is_none_or(valid) || !last.is_none_or(valid) {
            let found = self.text[start..self.at].to_owned();
            self.fault(Span::new(start, self.at), SyntaxFault::BadNumber { found });
        }
        Value::Range
    }

    /// The letters and digits of one number, before any `..`.
    fn one_number(&mut self) -> Option<&'a str> {
        let start = self.at;
        if matches!(self.byte(0), b'+' | b'-') {
            self.at += 1;
        }
        let digits = self.at;
        let based = self.byte(0) == b'0' && matches!(self.byte(1), b'x' | b'o' | b'b');
        loop {
            match self.byte(0) {
                b'.' if self.byte(1) == b'.' => break,
                b'+' | b'-' if !based && self.at > digits && matches!(self.bytes[self.at - 1], b'e' | b'E') => {
                    self.at += 1;
                }
                b'.' | b'_' => self.at += 1,
                b if b.is_ascii_alphanumeric() => self.at += 1,
                _ => break,
            }
        }
        if self.at == digits {
            self.at = start;
            return None;
        }
        Some(&self.text[start..self.at])
    }
}

/// Whether RON reads the text as one number.
pub(super) fn valid(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, "inf" | "NaN" | "inff32" | "inff64" | "NaNf32" | "NaNf64") {
        return true;
    }
    for (prefix, base) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = unsigned.strip_prefix(prefix) {
            let digits = without_suffix(digits);
            return !digits.starts_with('_') && digits.chars().any(|c| c != '_') && is_digits(digits, base);
        }
    }
    if unsigned.starts_with(['_', '+', '-']) {
        return false;
    }
    let whole = without_suffix(unsigned);
    if is_digits(whole, 10) {
        return whole.len() == unsigned.len() || fits(text, whole, &unsigned[whole.len()..]);
    }
    let float = unsigned.strip_suffix("f32").or_else(|| unsigned.strip_suffix("f64")).unwrap_or(unsigned);
    let mut before = ' ';
    for c in float.chars() {
        if c == '_' && !(before.is_ascii_digit() || matches!(before, 'e' | 'E' | '_')) {
            return false;
        }
        before = c;
    }
    float.chars().all(|c| c.is_ascii_digit() || matches!(c, 'e' | 'E' | '.' | '+' | '-' | '_'))
        && float.replace('_', "").parse::<f64>().is_ok()
}

fn without_suffix(digits: &str) -> &str {
    ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"]
        .iter()
        .find_map(|suffix| digits.strip_suffix(suffix))
        .unwrap_or(digits)
}

fn is_digits(text: &str, base: u32) -> bool {
    !text.is_empty() && text.chars().all(|c| c == '_' || c.is_digit(base))
}

/// Whether a whole number fits the size its suffix names.
fn fits(signed: &str, digits: &str, suffix: &str) -> bool {
    let Ok(magnitude) = digits.replace('_', "").parse::<i128>() else { return false };
    let n = if signed.starts_with('-') { -magnitude } else { magnitude };
    match suffix {
        "i8" => i8::try_from(n).is_ok(),
        "i16" => i16::try_from(n).is_ok(),
        "i32" => i32::try_from(n).is_ok(),
        "i64" => i64::try_from(n).is_ok(),
        "u8" => u8::try_from(n).is_ok(),
        "u16" => u16::try_from(n).is_ok(),
        "u32" => u32::try_from(n).is_ok(),
        _ => u64::try_from(n).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::valid;

    #[test]
    fn numbers_ron_reads() {
        for good in [
            "0", "12", "-3", "+4", "1_000", "0xFF", "0b1010", "0o17", "1.5", ".5", "1.", "1e3", "-1.5E-3", "7u8",
            "1f32", "1e1_0",
        ] {
            assert!(valid(good), "{good}");
            assert!(ron::from_str::<ron::Value>(good).is_ok(), "{good} by ron");
        }
        for bad in ["0x", "0b12", "1.2.3", "1a", "300u8", "0xG", "1._5", "1e", "--1", "0x_1"] {
            assert!(!valid(bad), "{bad}");
            assert!(ron::from_str::<ron::Value>(bad).is_err(), "{bad} by ron");
        }
    }
}
