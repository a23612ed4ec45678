//! Phone numbers in what people typed: not for everyone to read.

/// The text with the digits of every phone number made `*`: mobile numbers (11 digits from 13 to 19, with or without +86)
/// and fixed ones with their area code. Sums of money, dates and areas are left alone.
#[must_use]
pub fn without_phones(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut hidden = vec![false; chars.len()];
    let mut at = 0;
    while at < chars.len() {
        let begins = digit(chars[at]).is_some() && (at == 0 || digit(chars[at - 1]).is_none());
        match begins.then(|| phone(&chars[at..])).flatten() {
            Some(length) => {
                hidden[at..at + length].fill(true);
                at += length;
            }
            None => at += 1,
        }
    }
    let shown = |(c, hidden): (&char, &bool)| if *hidden && digit(*c).is_some() { '*' } else { *c };
    chars.iter().zip(&hidden).map(shown).collect()
}

/// How many characters of the start are a phone number.
fn phone(chars: &[char]) -> Option<usize> {
    let (digits, ends) = run(chars);
    let number = digits.strip_prefix(&[8, 6]).filter(|rest| rest.len() >= 11).unwrap_or(&digits);
    let country = digits.len() - number.len();
    // How many digits it may have, and after how many of them there may be a space or a hyphen.
    let (lengths, gaps): (&[usize], &[usize]) = match number {
        [1, 3..=9, ..] => (&[11], &[3, 4, 7]),
        [0, 1..=2, ..] => (&[11, 10], &[3, 7]),
        [0, ..] => (&[12, 11], &[4, 8]),
        _ => (&[], &[]),
    };
    let joined = |n: usize| ends[country + n - 1].1;
    let fits = |length: usize| {
        number.len() >= length && !joined(length) && (1..length).all(|n| joined(n) || gaps.contains(&n))
    };
    let length = lengths.iter().find(|length| fits(**length))?;
    Some(ends[country + *length - 1].0)
}

/// The digits from the start on, single spaces and hyphens between them passed over; for each where it ends and whether
/// another digit follows it directly.
fn run(chars: &[char]) -> (Vec<u8>, Vec<(usize, bool)>) {
    let (mut digits, mut ends) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(value) = chars.get(at).copied().and_then(digit) {
        digits.push(value);
        at += 1;
        ends.push((at, chars.get(at).copied().and_then(digit).is_some()));
        let joins = chars.get(at).is_some_and(|c| matches!(c, ' ' | '-' | '－' | '\u{a0}'));
        if joins && chars.get(at + 1).copied().and_then(digit).is_some() {
            at += 1;
        }
    }
    (digits, ends)
}

/// The value of a digit, full-width ones too.
pub(super) fn digit(c: char) -> Option<u8> {
    let folded = match c {
        '０'..='９' => u32::from(c) - u32::from('０'),
        _ => c.to_digit(10)?,
    };
    u8::try_from(folded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_to_call_are_hidden_and_no_others() {
        let rows = [
            ("电话13800138000，晚上打", "电话***********，晚上打"),
            ("138 0013 8000", "*** **** ****"),
            ("+86 138-0013-8000 王", "+** ***-****-**** 王"),
            ("１３８００１３８０００", "***********"),
            ("028-85551234", "***-********"),
            ("0838 5551234", "**** *******"),
            ("12 13800138000", "12 ***********"),
            ("3栋13800138000李", "3栋***********李"),
            ("40000元 2024-11-12 72.40", "40000元 2024-11-12 72.40"),
            ("2024-11-12 19:30", "2024-11-12 19:30"),
            ("18 2024-11-12 9", "18 2024-11-12 9"),
            ("138001380001", "138001380001"),
            ("510105199001011234", "510105199001011234"),
            ("", ""),
        ];
        for (typed, shown) in rows {
            assert_eq!(without_phones(typed), shown, "{typed}");
        }
    }
}
