//! Money, area, ratios, shares and durations as people write them, read exactly.

use super::FractionFault;
use crate::domain::meeting::Fraction;

/// A decimal of at most two places in hundredths, `"72.4"` is 7240: yuan in fen, square metres in 0.01 m². Commas or
/// underscores may stand between the thousands.
pub(super) fn hundredths(text: &str) -> Option<u64> {
    let plain: String = text.trim().chars().filter(|c| !matches!(c, ',' | '_')).collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let figures = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !figures(whole) || !figures(part) || part.len() > 2 || plain.ends_with('.') {
        return None;
    }
    format!("{whole}{part:0<2}").parse().ok()
}

/// A whole number.
pub(super) fn whole(text: &str) -> Option<u32> {
    let text = text.trim();
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Minutes and seconds, `"3:00"`, in seconds.
pub(super) fn seconds(text: &str) -> Option<u32> {
    let (minutes, seconds) = text.trim().split_once([':', '：'])?;
    let (minutes, seconds) = (whole(minutes)?, (seconds.len() == 2).then(|| whole(seconds)).flatten()?);
    (seconds < 60).then(|| minutes.checked_mul(60)?.checked_add(seconds)).flatten()
}

/// `"3"`, `"2.5"` or `"5/2"`.
pub(super) fn ratio(text: &str) -> Option<Fraction> {
    if let Some((num, den)) = text.split_once('/') {
        return Some(Fraction { num: whole(num)?, den: whole(den).filter(|den| *den > 0)? });
    }
    let num = u32::try_from(hundredths(text)?).ok()?;
    let shared = gcd(num, 100);
    Some(Fraction { num: num / shared, den: 100 / shared })
}

/// A share of votes, `"2/3"`: at most the whole.
pub(super) fn share(text: &str) -> Result<Fraction, FractionFault> {
    let (num, den) = text.split_once('/').ok_or(FractionFault::Notation)?;
    let (num, den) = whole(num).zip(whole(den)).ok_or(FractionFault::Notation)?;
    match (num, den) {
        (_, 0) => Err(FractionFault::ByZero),
        (num, den) if num > den => Err(FractionFault::OverOne),
        (num, den) => Ok(Fraction { num, den }),
    }
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_are_exact() {
        for (text, read) in [
            ("60000", Some(6_000_000)),
            ("60,000.5", Some(6_000_050)),
            (" 72.40 ", Some(7240)),
            ("0.01", Some(1)),
            ("0", Some(0)),
            ("1.005", None),
            ("1.", None),
            (".5", None),
            ("-3", None),
            ("1e3", None),
            ("六万", None),
            ("", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(hundredths(text), read, "{text}");
        }
    }

    #[test]
    fn durations_are_minutes_and_seconds() {
        for (text, read) in
            [("3:00", Some(180)), ("0:45", Some(45)), ("3：30", Some(210)), ("3:5", None), ("3:75", None), ("3", None)]
        {
            assert_eq!(seconds(text), read, "{text}");
        }
    }

    #[test]
    fn ratios_keep_what_is_written() {
        for (text, read) in [
            ("3", Some((3, 1))),
            ("2.5", Some((5, 2))),
            ("0.25", Some((1, 4))),
            ("10/3", Some((10, 3))),
            ("1/0", None),
            ("three", None),
            ("0", Some((0, 1))),
        ] {
            assert_eq!(ratio(text).map(|f| (f.num, f.den)), read, "{text}");
        }
    }

    #[test]
    fn shares_are_at_most_all() {
        for (text, fault) in [
            ("2/3", None),
            ("1/1", None),
            ("0/1", None),
            ("2/0", Some(FractionFault::ByZero)),
            ("0/0", Some(FractionFault::ByZero)),
            ("4/3", Some(FractionFault::OverOne)),
            ("0.5", Some(FractionFault::Notation)),
            ("-1/2", Some(FractionFault::Notation)),
            ("9999999999/2", Some(FractionFault::Notation)),
        ] {
            assert_eq!(share(text).err(), fault, "{text}");
        }
    }
}
