//! Gifts as people say them: money, goods with how many, hours of work.

use super::{MoneyFault, fold_typed, money_form, typed_integer, typed_money};
use crate::domain::meeting::ledger::Gift;

/// Why what was typed is no gift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GiftFault {
    /// Nothing was typed.
    Empty,
    /// Money that cannot be.
    Money(MoneyFault),
    /// Goods, but not how many.
    HowMany,
    /// Nothing at all, or less.
    NotPositive,
    /// More pieces or hours than anybody gives.
    TooMany,
    /// Hours are counted in whole ones.
    WholeHours,
}

/// Bytes of a gift at most.
const LONGEST: usize = 300;

/// Words after a number of hours, the longer ones first.
const HOURS: [&str; 12] =
    ["个工时", "工时", "个小时", "小时", "个钟头", "钟头", "hours", "hour", "hrs", "hr", "h", "个钟"];

/// Words before a number of hours.
const WORK: [&str; 5] = ["出工", "出力", "帮工", "劳动", "义工"];

/// Measure words of goods, the longer ones first.
const UNITS: [&str; 52] = [
    "平方米",
    "公斤",
    "千克",
    "平方",
    "立方",
    "个",
    "张",
    "把",
    "台",
    "套",
    "件",
    "袋",
    "箱",
    "桶",
    "根",
    "块",
    "片",
    "盆",
    "株",
    "棵",
    "瓶",
    "包",
    "卷",
    "副",
    "对",
    "双",
    "组",
    "辆",
    "只",
    "条",
    "扇",
    "盏",
    "吨",
    "斤",
    "米",
    "部",
    "份",
    "床",
    "幅",
    "面",
    "车",
    "捆",
    "盒",
    "本",
    "支",
    "枝",
    "口",
    "座",
    "架",
    "罐",
    "方",
    "升",
];

/// A gift: `500`, `2000元`, `4万` is money, `2张旧沙发`, `旧沙发 2张`, `2 sofas` goods, `3小时`, `3h` labour.
///
/// ```
/// use babahui::{domain::meeting::ledger::Gift, locale::typed_gift};
/// assert_eq!(typed_gift("3小时"), Ok(Gift::Labour { hours: 3 }));
/// ```
///
/// # Errors
/// [`GiftFault`] when it is none.
pub fn typed_gift(text: &str) -> Result<Gift, GiftFault> {
    let folded = fold_typed(text.trim());
    let text = folded.trim();
    if text.is_empty() {
        return Err(GiftFault::Empty);
    }
    // Nobody says a gift in so many words; every split of them is tried below.
    if text.len() > LONGEST {
        return Err(GiftFault::HowMany);
    }
    if let Some(hours) = labour(text) {
        return hours;
    }
    match typed_money(text) {
        Ok(0) | Err(MoneyFault::Negative) => return Err(GiftFault::NotPositive),
        Ok(fen) => return Ok(Gift::Money { fen }),
        Err(MoneyFault::NotMoney) => {}
        Err(MoneyFault::Empty) => return Err(GiftFault::Empty),
        Err(fault) => return Err(GiftFault::Money(fault)),
    }
    let (quantity, unit, what) = counted_last(text).or_else(|| counted_first(text)).ok_or(GiftFault::HowMany)?;
    let what: String = what.split_whitespace().collect::<Vec<_>>().join(" ");
    if what.is_empty() {
        return Err(GiftFault::HowMany);
    }
    let quantity = pieces(quantity)?;
    Ok(Gift::Goods { what, quantity, unit: unit.to_owned() })
}

/// Hours of work, when the words say so.
fn labour(text: &str) -> Option<Result<Gift, GiftFault>> {
    let lower = text.to_lowercase();
    let after_work = WORK.iter().find_map(|word| lower.strip_prefix(word));
    let rest = after_work.unwrap_or(&lower).trim();
    let number = HOURS.iter().find_map(|word| rest.strip_suffix(word));
    let number = number.or(after_work.map(|_| rest))?.trim();
    let fraction = number.contains('.') || number.contains('半');
    match typed_integer(number) {
        Ok(hours) => Some(pieces(hours).map(|hours| Gift::Labour { hours })),
        Err(_) if fraction => Some(Err(GiftFault::WholeHours)),
        Err(_) => None,
    }
}

fn pieces(quantity: i64) -> Result<u32, GiftFault> {
    match quantity {
        ..=0 => Err(GiftFault::NotPositive),
        _ => u32::try_from(quantity).map_err(|_| GiftFault::TooMany),
    }
}

/// `旧沙发 2张`: the number stands last, with at most a measure word behind it.
fn counted_last(text: &str) -> Option<(i64, &str, &str)> {
    for (at, _) in text.char_indices().skip(1) {
        let (what, rest) = text.split_at(at);
        let bare = what.trim_end();
        if bare.ends_with(|c: char| c.is_ascii_digit()) && !rest.starts_with(' ') {
            continue;
        }
        if let Ok(quantity) = typed_integer(rest) {
            // A name may end like a numeral; only digits stand without a measure word.
            if rest.trim().bytes().all(|b| b.is_ascii_digit()) {
                return Some((quantity, "", bare));
            }
            continue;
        }
        let unit = UNITS.iter().find(|unit| rest.ends_with(**unit));
        if let Some(unit) = unit
            && let Ok(quantity) = typed_integer(&rest[..rest.len() - unit.len()])
        {
            return Some((quantity, unit, bare));
        }
    }
    None
}

/// `2张旧沙发`, `2 sofas`: a number first, then a measure word, then what it is. The longest number with a measure word
/// behind it: `1千克` is one kilogram, `1千块` a thousand pieces.
fn counted_first(text: &str) -> Option<(i64, &str, &str)> {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
    let numbers =
        || ends.iter().rev().filter_map(|at| Some((typed_integer(&text[..*at]).ok()?, text[*at..].trim_start())));
    let measured = numbers().find_map(|(quantity, rest)| {
        let unit = UNITS.iter().find(|unit| rest.starts_with(**unit) && rest.len() > unit.len())?;
        Some((quantity, *unit, rest[unit.len()..].trim_start()))
    });
    let digits = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'));
    measured.or_else(|| numbers().next().filter(|_| digits).map(|(quantity, rest)| (quantity, "", rest)))
}

/// A gift as a person would type it: what a field holds when one comes back to it.
#[must_use]
pub fn gift_form(gift: &Gift) -> String {
    match gift {
        Gift::Money { fen } => money_form(*fen),
        Gift::Goods { what, quantity, unit } => format!("{quantity}{unit} {what}"),
        Gift::Labour { hours } => format!("{hours}h"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn goods(quantity: u32, unit: &str, what: &str) -> Gift {
        Gift::Goods { what: what.into(), quantity, unit: unit.into() }
    }

    #[test]
    fn gifts_are_read_as_they_are_said() {
        let money = |fen| Gift::Money { fen };
        let hours = |hours| Gift::Labour { hours };
        let rows = [
            ("500", money(50_000)),
            ("2000元", money(200_000)),
            ("4万", money(4_000_000)),
            ("５００块", money(50_000)),
            ("两百五", money(25_000)),
            ("3小时", hours(3)),
            ("3h", hours(3)),
            ("3 Hours", hours(3)),
            ("出工 6 小时", hours(6)),
            ("出工两个小时", hours(2)),
            ("2张 旧沙发", goods(2, "张", "旧沙发")),
            ("两张旧沙发", goods(2, "张", "旧沙发")),
            ("旧沙发2张", goods(2, "张", "旧沙发")),
            ("旧沙发 两张", goods(2, "张", "旧沙发")),
            ("100块砖", goods(100, "块", "砖")),
            ("一百块砖", goods(100, "块", "砖")),
            ("三轮车1辆", goods(1, "辆", "三轮车")),
            ("1辆三轮车", goods(1, "辆", "三轮车")),
            ("2 sofas", goods(2, "", "sofas")),
            ("sofas 2", goods(2, "", "sofas")),
            ("50公斤水泥", goods(50, "公斤", "水泥")),
            ("12 盆花", goods(12, "盆", "花")),
            ("1千克 腻子", goods(1, "千克", "腻子")),
            ("2千块砖", goods(2_000, "块", "砖")),
        ];
        for (typed, gift) in rows {
            assert_eq!(typed_gift(typed), Ok(gift), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_gift_is_said() {
        let rows = [
            ("", GiftFault::Empty),
            ("  ", GiftFault::Empty),
            ("旧沙发", GiftFault::HowMany),
            ("三轮车", GiftFault::HowMany),
            ("0", GiftFault::NotPositive),
            ("-5", GiftFault::NotPositive),
            ("0张沙发", GiftFault::NotPositive),
            ("1.5小时", GiftFault::WholeHours),
            ("0.001", GiftFault::Money(MoneyFault::TooFine)),
            ("99999999999999", GiftFault::Money(MoneyFault::TooLarge)),
            ("5000000000张桌子", GiftFault::TooMany),
        ];
        for (typed, fault) in rows {
            assert_eq!(typed_gift(typed), Err(fault), "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_a_gift_or_a_fault(text in ".{0,12}|[0-9.张块小时h元万两三 -]{0,10}") {
            prop_assert!(typed_gift(&text).is_ok_and(|gift| gift.amount() > 0) || typed_gift(&text).is_err());
        }

        #[test]
        fn what_stands_in_the_field_is_the_gift(quantity in 1..10_000u32, unit in 0..UNITS.len(), what in "旧沙发|椅子|水泥") {
            for gift in [goods(quantity, UNITS[unit], &what), Gift::Labour { hours: quantity }] {
                prop_assert_eq!(typed_gift(&gift_form(&gift)), Ok(gift));
            }
        }
    }
}
