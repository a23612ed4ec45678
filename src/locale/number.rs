//! Numbers as people read them. Nothing here decides anything: figures come in exact and are only written.

/// A whole number in groups of three.
///
/// ```
/// use babahui::locale::grouped;
/// assert_eq!(grouped(-1234567), "-1 234 567");
/// ```
#[must_use]
pub fn grouped(number: i64) -> String {
    let digits = group_digits(&number.unsigned_abs().to_string());
    if number < 0 { format!("-{digits}") } else { digits }
}

fn group_digits(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// An amount of hundredths, with two decimals: money from fen, area from hundredths of a square metre.
///
/// ```
/// use babahui::locale::hundredths;
/// assert_eq!(hundredths(450_000), "4 500.00");
/// assert_eq!(hundredths(-5), "-0.05");
/// ```
#[must_use]
pub fn hundredths(amount: i64) -> String {
    let size = amount.unsigned_abs();
    let sign = if amount < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", group_digits(&(size / 100).to_string()), size % 100)
}

/// A share as percent with one decimal, rounded half up from the exact fraction; `-` of nothing.
///
/// ```
/// use babahui::locale::share;
/// assert_eq!(share(89, 131), "67.9%");
/// assert_eq!(share(0, 0), "-");
/// ```
#[must_use]
pub fn share(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    let tenths = (u128::from(part) * 2000 + u128::from(whole)) / (u128::from(whole) * 2);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// A ratio: no decimals where that is exact, or one, else two, rounded half up; `-` over nothing.
///
/// ```
/// use babahui::locale::ratio;
/// assert_eq!(ratio(5, 1), "5");
/// assert_eq!(ratio(7, 2), "3.5");
/// assert_eq!(ratio(10, 3), "3.33");
/// ```
#[must_use]
pub fn ratio(num: u64, den: u64) -> String {
    let (num, den) = (u128::from(num), u128::from(den));
    if den == 0 {
        return "-".to_owned();
    }
    if num.is_multiple_of(den) {
        return (num / den).to_string();
    }
    if (num * 10).is_multiple_of(den) {
        let tenths = num * 10 / den;
        return format!("{}.{}", tenths / 10, tenths % 10);
    }
    let cents = (num * 200 + den) / (den * 2);
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// A number with at most `places` decimals, zeros at the end dropped; `-` when it is not finite. For means and answers,
/// which are no decision.
///
/// ```
/// use babahui::locale::decimal;
/// assert_eq!(decimal(1234.50, 2), "1 234.5");
/// ```
#[must_use]
pub fn decimal(number: f64, places: usize) -> String {
    if !number.is_finite() {
        return "-".to_owned();
    }
    let written = format!("{number:.places$}");
    let (sign, size) = written.strip_prefix('-').map_or(("", written.as_str()), |size| ("-", size));
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let fraction = fraction.trim_end_matches('0');
    let zero = fraction.is_empty() && whole == "0";
    let sign = if zero { "" } else { sign };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", group_digits(whole))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::locale::typed_integer;

    #[test]
    fn numbers_are_grouped_by_three() {
        let rows =
            [(0, "0"), (999, "999"), (1000, "1 000"), (-45_000, "-45 000"), (i64::MIN, "-9 223 372 036 854 775 808")];
        for (number, written) in rows {
            assert_eq!(grouped(number), written);
        }
        assert_eq!(hundredths(310_240), "3 102.40");
        assert_eq!(hundredths(0), "0.00");
    }

    #[test]
    fn shares_are_rounded_from_the_fraction() {
        let rows = [
            (77, 131, "58.8%"),
            (1, 3, "33.3%"),
            (2, 3, "66.7%"),
            (1, 2000, "0.1%"),
            (1, 2001, "0.0%"),
            (1999, 2000, "100.0%"),
            (5, 5, "100.0%"),
            (0, 5, "0.0%"),
            (u64::MAX, u64::MAX, "100.0%"),
        ];
        for (part, whole, written) in rows {
            assert_eq!(share(part, whole), written, "{part}/{whole}");
        }
    }

    #[test]
    fn decimals_drop_zeros_but_not_digits() {
        let rows = [
            (2.0, 1, "2"),
            (2.25, 1, "2.2"),
            (-0.001, 2, "0"),
            (-1.5, 2, "-1.5"),
            (f64::NAN, 2, "-"),
            (12_345.678, 2, "12 345.68"),
            (100.0, 0, "100"),
        ];
        for (number, places, written) in rows {
            assert_eq!(decimal(number, places), written, "{number}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_typed(number: i64) {
            prop_assert_eq!(typed_integer(&grouped(number)), Ok(number));
        }
    }
}
