//! Chinese numerals as ASCII digits, inside typed numbers, dates and times.

use std::borrow::Cow;

/// The text with each run of Chinese numerals as digits: `十一月十二日` is `11月12日`, `二〇二四` is `2024`, `一百零五` is
/// `105`. `万` after digits counts too: `3万` is `30000`. A last digit without `零` is of the next smaller unit, as people say
/// it: `两百五` is `250`. Borrowed when there are none.
pub(super) fn ascii_numerals(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_numeral) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().map(Some).chain([None]) {
        match c {
            Some(c) if is_numeral(c) || c.is_ascii_digit() => run.push(c),
            c => {
                match read(&run) {
                    Some(number) => out.push_str(&number),
                    None => out.push_str(&run),
                }
                run.clear();
                out.extend(c);
            }
        }
    }
    Cow::Owned(out)
}

fn is_numeral(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some()
}

fn digit(c: char) -> Option<u64> {
    "零一二三四五六七八九".chars().position(|d| d == c).map(|n| n as u64).or(match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => None,
    })
}

fn unit(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' => Some(10_000),
        _ => None,
    }
}

/// A run of numerals and digits: its number, or its digits as they stand when there is no unit in it.
fn read(run: &str) -> Option<String> {
    if !run.chars().any(|c| unit(c).is_some()) {
        let digits = run.chars().map(|c| digit(c).map_or(c, |n| char::from(b'0' + u8::try_from(n).unwrap_or(0))));
        return Some(digits.collect());
    }
    // `section` is what stands below the next 万, `number` the digits not yet given a unit.
    // `short` is the unit a single last digit has when nothing stands between it and the unit before.
    let (mut total, mut section, mut number) = (0u64, 0u64, None::<u64>);
    let mut short = 1;
    let mut before = None;
    for c in run.chars() {
        short = match before {
            Some(unit) if digit(c).is_none_or(|n| n > 0) => unit / 10,
            _ => 1,
        };
        before = unit(c).filter(|unit| *unit > 10);
        if let Some(n) = digit(c).or_else(|| c.to_digit(10).map(u64::from)) {
            number = Some(if c.is_ascii_digit() { number.unwrap_or(0).checked_mul(10)?.checked_add(n)? } else { n });
        } else if let Some(unit) = unit(c) {
            if unit == 10_000 {
                section = section.checked_add(number.unwrap_or(0))?;
                total = total.checked_add(section.max(1).checked_mul(unit)?)?;
                section = 0;
            } else {
                section = section.checked_add(number.unwrap_or(1).checked_mul(unit)?)?;
            }
            number = None;
        }
    }
    total.checked_add(section)?.checked_add(number.unwrap_or(0).checked_mul(short)?).map(|n| n.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_become_digits() {
        let rows = [
            ("12", "12"),
            ("十二", "12"),
            ("二十", "20"),
            ("三十五", "35"),
            ("一百零五", "105"),
            ("两千三百", "2300"),
            ("二〇二四年十一月十二日", "2024年11月12日"),
            ("一万二千", "12000"),
            ("3万", "30000"),
            ("两百五", "250"),
            ("一万二", "12000"),
            ("三千零五", "3005"),
            ("3万5", "35000"),
            ("3万5000", "35000"),
            ("十五", "15"),
            ("万", "10000"),
            ("院落", "院落"),
            ("99999999999999999999万", "99999999999999999999万"),
        ];
        for (typed, digits) in rows {
            assert_eq!(ascii_numerals(typed), digits, "{typed}");
        }
    }
}
