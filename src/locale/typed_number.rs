//! Numbers as people type them.

use std::fmt::Write as _;

use super::fold::fold_typed;
use super::numeral::ascii_numerals;

/// Why what was typed is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// Nothing was typed.
    Empty,
    /// These are not the digits of a number.
    NotANumber,
    /// A number, but not a whole one.
    NotWhole,
    /// More than the program can hold.
    TooLarge,
}

/// A whole number: `12`, `-3`, `１２`, `4 500`, `4,500`, `十二`, `3万`, `12.0`.
///
/// # Errors
/// [`NumberFault`] when it is none.
pub fn typed_integer(text: &str) -> Result<i64, NumberFault> {
    let plain = plain(text)?;
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if fraction.bytes().any(|b| b != b'0') {
        return Err(NumberFault::NotWhole);
    }
    whole.parse().map_err(|_| NumberFault::TooLarge)
}

/// A decimal number: whatever [`typed_integer`] takes, and `2.5`, `.5`, `2。5`, `1.5万`.
///
/// # Errors
/// [`NumberFault`] when it is none.
pub fn typed_decimal(text: &str) -> Result<f64, NumberFault> {
    let number: f64 = plain(text)?.parse().map_err(|_| NumberFault::NotANumber)?;
    if number.is_finite() { Ok(number) } else { Err(NumberFault::TooLarge) }
}

/// The typed number as sign, digits and at most one point.
pub(super) fn plain(text: &str) -> Result<String, NumberFault> {
    let folded = fold_typed(text.trim());
    let (sign, rest) = match folded.trim() {
        "" => return Err(NumberFault::Empty),
        t => match (t.strip_prefix(['-', '负']), t.strip_prefix('+')) {
            (Some(rest), _) => ("-", rest),
            (None, Some(rest)) => ("", rest),
            (None, None) => ("", t),
        },
    };
    // `1.5万`: the point moves, the numerals before a point are no number of their own.
    let (rest, shift) = match rest.trim().strip_suffix('万') {
        Some(before) if before.contains('.') => (before.trim_end(), 4),
        _ => (rest.trim(), 0),
    };
    let rest = ascii_numerals(rest);
    let (whole, fraction) = rest.split_once('.').unwrap_or((&rest, ""));
    let whole = ungrouped(whole).ok_or(NumberFault::NotANumber)?;
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !digits(&whole) || !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(NumberFault::NotANumber);
    }
    let mut plain = format!("{sign}{}", if whole.is_empty() { "0" } else { &whole });
    let moved = fraction.len().min(shift);
    let _ = write!(plain, "{}{:0<rest$}", &fraction[..moved], "", rest = shift - moved);
    if fraction.len() > moved {
        let _ = write!(plain, ".{}", &fraction[moved..]);
    }
    Ok(plain)
}

/// The digits before the point without the spaces or commas between groups of three; nothing when they stand elsewhere.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split([' ', ',']);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 || first.is_empty() {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers() {
        use NumberFault::{Empty, NotANumber, NotWhole, TooLarge};
        let rows = [
            ("12", Ok(12)),
            (" １２ ", Ok(12)),
            ("－3", Ok(-3)),
            ("+7", Ok(7)),
            ("4 500", Ok(4500)),
            ("4，500", Ok(4500)),
            ("1,234,567", Ok(1_234_567)),
            ("十二", Ok(12)),
            ("负三", Ok(-3)),
            ("3万", Ok(30_000)),
            ("1.5万", Ok(15_000)),
            ("12.00", Ok(12)),
            ("", Err(Empty)),
            ("　", Err(Empty)),
            ("12.5", Err(NotWhole)),
            ("45 00", Err(NotANumber)),
            ("1,2", Err(NotANumber)),
            (",123", Err(NotANumber)),
            ("3栋", Err(NotANumber)),
            ("--3", Err(NotANumber)),
            ("1e5", Err(NotANumber)),
            (".", Err(NotANumber)),
            ("99999999999999999999", Err(TooLarge)),
        ];
        for (typed, number) in rows {
            assert_eq!(typed_integer(typed), number, "{typed:?}");
        }
    }

    #[test]
    fn decimal_numbers() {
        let rows = [
            ("2.5", 2.5),
            ("２。５", 2.5),
            (".5", 0.5),
            ("-0.25", -0.25),
            ("1.5万", 15_000.0),
            ("1.23456万", 12_345.6),
            ("68", 68.0),
        ];
        for (typed, number) in rows {
            assert_eq!(typed_decimal(typed), Ok(number), "{typed:?}");
        }
        for typed in ["NaN", "inf", "1.2.3", "", "2,5"] {
            assert!(typed_decimal(typed).is_err(), "{typed:?}");
        }
        assert_eq!(typed_decimal(&"9".repeat(400)), Err(NumberFault::TooLarge));
    }
}
