//! Money as people type it, exact to the fen.

use super::typed_number::{NumberFault, plain};
use crate::domain::meeting::ledger::MOST;

/// Why what was typed is no amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyFault {
    /// Nothing was typed.
    Empty,
    /// These are not the digits of an amount.
    NotMoney,
    /// Less than nothing.
    Negative,
    /// A part of a fen.
    TooFine,
    /// More than the ledger holds.
    TooLarge,
}

/// An amount of money in fen: `40000`, `4万`, `1,200.50`, `三百`, `¥200`, `200元`, `1.5万元`.
///
/// ```
/// use babahui::locale::typed_money;
/// assert_eq!(typed_money("4万元"), Ok(4_000_000));
/// ```
///
/// # Errors
/// [`MoneyFault`] when it is none.
pub fn typed_money(text: &str) -> Result<i64, MoneyFault> {
    let plain = plain(bare(text)).map_err(|fault| match fault {
        NumberFault::Empty => MoneyFault::Empty,
        NumberFault::TooLarge => MoneyFault::TooLarge,
        NumberFault::NotANumber | NumberFault::NotWhole => MoneyFault::NotMoney,
    })?;
    let (sign, size) = plain.strip_prefix('-').map_or((1, plain.as_str()), |size| (-1, size));
    let (yuan, fraction) = size.split_once('.').unwrap_or((size, ""));
    let (fen, finer) = fraction.split_at(fraction.len().min(2));
    if finer.bytes().any(|b| b != b'0') {
        return Err(MoneyFault::TooFine);
    }
    let fen: i64 = format!("{yuan}{fen:0<2}").parse().map_err(|_| MoneyFault::TooLarge)?;
    match fen {
        1.. if sign < 0 => Err(MoneyFault::Negative),
        0..=MOST => Ok(fen),
        _ => Err(MoneyFault::TooLarge),
    }
}

/// What was typed without the sign or the word of the currency.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let text = text.strip_prefix(['¥', '￥']).unwrap_or(text).trim_start();
    let words = ["元整", "块钱", "元", "圆", "块", "yuan", "RMB"];
    words.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim_end()
}

/// An amount in fen as a person would type it, `1200` or `1200.50`: what a field holds when one comes back to it.
#[must_use]
pub fn money_form(fen: i64) -> String {
    let (sign, size) = (if fen < 0 { "-" } else { "" }, fen.unsigned_abs());
    if size.is_multiple_of(100) {
        format!("{sign}{}", size / 100)
    } else {
        format!("{sign}{}.{:02}", size / 100, size % 100)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn money_is_read_as_it_is_said() {
        use MoneyFault::{Empty, Negative, NotMoney, TooFine, TooLarge};
        let rows = [
            ("40000", Ok(4_000_000)),
            ("4万", Ok(4_000_000)),
            (" 1.5 万元 ", Ok(1_500_000)),
            ("1,200.50", Ok(120_050)),
            ("1 200.5", Ok(120_050)),
            ("１２００", Ok(120_000)),
            ("三百", Ok(30_000)),
            ("两百五十块", Ok(25_000)),
            ("两百五", Ok(25_000)),
            ("一万二", Ok(1_200_000)),
            ("3万5", Ok(3_500_000)),
            ("一百零五元", Ok(10_500)),
            ("¥200", Ok(20_000)),
            ("200块钱", Ok(20_000)),
            ("200 yuan", Ok(20_000)),
            ("0.01", Ok(1)),
            ("0.010", Ok(1)),
            ("0", Ok(0)),
            ("-0", Ok(0)),
            ("", Err(Empty)),
            ("元", Err(Empty)),
            ("-5", Err(Negative)),
            ("0.001", Err(TooFine)),
            ("五张沙发", Err(NotMoney)),
            ("1,20", Err(NotMoney)),
            ("1e5", Err(NotMoney)),
            ("100000000000", Ok(MOST)),
            ("100000000000.01", Err(TooLarge)),
            ("99999999999999999999", Err(TooLarge)),
        ];
        for (typed, fen) in rows {
            assert_eq!(typed_money(typed), fen, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn what_stands_in_the_field_is_the_amount(fen in 0..=MOST) {
            prop_assert_eq!(typed_money(&money_form(fen)), Ok(fen));
        }

        #[test]
        fn whatever_is_typed_is_an_amount_or_a_fault(text in ".{0,12}|[0-9.,万元块一二三百 -]{0,12}") {
            prop_assert!(typed_money(&text).is_ok_and(|fen| (0..=MOST).contains(&fen)) || typed_money(&text).is_err());
        }
    }
}
