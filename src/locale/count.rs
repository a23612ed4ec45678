//! Counted things with the measure word or plural the language wants, and amounts with their unit.

use super::bundle::Locale;
use super::number::{grouped, hundredths};
use crate::tr;

/// Things that are counted all over the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counted {
    /// 份答卷
    Responses,
    /// 份草稿
    Drafts,
    /// 场
    Sessions,
    /// 户
    Households,
    /// 人
    People,
    /// 题
    Questions,
    /// 项
    Choices,
    /// 份问卷
    Surveys,
    /// 天
    Days,
}

/// A count of things, `135 份答卷`, `1 response`.
#[must_use]
pub fn count(locale: &Locale, thing: Counted, count: u64) -> String {
    match thing {
        Counted::Responses => tr!(locale, "count-responses", count = count),
        Counted::Drafts => tr!(locale, "count-drafts", count = count),
        Counted::Sessions => tr!(locale, "count-sessions", count = count),
        Counted::Households => tr!(locale, "count-households", count = count),
        Counted::People => tr!(locale, "count-people", count = count),
        Counted::Questions => tr!(locale, "count-questions", count = count),
        Counted::Choices => tr!(locale, "count-choices", count = count),
        Counted::Surveys => tr!(locale, "count-surveys", count = count),
        Counted::Days => tr!(locale, "count-days", count = count),
    }
}

/// An amount of money in fen with its unit, `4 500 元`; fen only where there are some, `4 500.50 元`.
#[must_use]
pub fn money(locale: &Locale, fen: i64) -> String {
    let amount = if fen % 100 == 0 { grouped(fen / 100) } else { hundredths(fen) };
    tr!(locale, "number-money", amount = amount)
}

/// An area in hundredths of a square metre with its unit, `72.40 ㎡`.
#[must_use]
pub fn area(locale: &Locale, hundredths_of_square_metre: i64) -> String {
    tr!(locale, "number-area", amount = hundredths(hundredths_of_square_metre))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    #[test]
    fn counts_take_measure_words_and_plurals() {
        let (zh, en) = (Locale::new(&Lang::new("zh-CN")), Locale::new(&Lang::new("en")));
        assert_eq!(count(&zh, Counted::Responses, 135), "135 份答卷");
        assert_eq!(count(&en, Counted::Responses, 1), "1 response");
        assert_eq!(count(&en, Counted::Responses, 135), "135 responses");
        assert_eq!(count(&en, Counted::People, 1), "1 person");
        assert_eq!(count(&zh, Counted::Sessions, 12), "12 场");
        assert_eq!(money(&zh, 450_000), "4 500 元");
        assert_eq!(money(&zh, 450_050), "4 500.50 元");
        assert_eq!(money(&en, -5), "-0.05 yuan");
        assert_eq!(area(&en, 7240), "72.40 m²");
    }
}
