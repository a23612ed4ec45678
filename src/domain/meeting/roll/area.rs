//! Areas as people write them, read exactly.

/// The greatest area of one unit, in 0.01 m²: ten square kilometres.
pub const AREA_LIMIT: u64 = 1_000_000_000;

/// Why a text is no area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AreaFault {
    /// Not a number of square metres.
    NotANumber,
    /// Below 0.
    Negative,
    /// Finer than 0.01 m².
    TooFine,
    /// Beyond [`AREA_LIMIT`].
    TooLarge,
}

/// The area a text says, in 0.01 m²; nothing for a blank one. Read digit by digit, never through a float. A unit after it
/// and full-width digits are passed over, and so are commas and spaces between groups of three digits.
///
/// ```
/// use babahui::domain::meeting::roll::{AreaFault, read_area};
/// assert_eq!(read_area("72.4"), Ok(Some(7240)));
/// assert_eq!(read_area("1,072.40 m²"), Ok(Some(107_240)));
/// assert_eq!(read_area("72.405"), Err(AreaFault::TooFine));
/// assert_eq!(read_area(""), Ok(None));
/// ```
///
/// # Errors
/// Why it is no area.
pub fn read_area(text: &str) -> Result<Option<u64>, AreaFault> {
    let plain: String = text.trim().chars().map(half_width).collect();
    let number = without_unit(&plain);
    if number.is_empty() {
        return if plain.is_empty() { Ok(None) } else { Err(AreaFault::NotANumber) };
    }
    if let Some(rest) = number.strip_prefix(['-', '\u{2212}']) {
        let negative = rest.starts_with(|c: char| c.is_ascii_digit());
        return Err(if negative { AreaFault::Negative } else { AreaFault::NotANumber });
    }
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let whole = without_groups(whole).ok_or(AreaFault::NotANumber)?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !digits(&whole) || !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(AreaFault::NotANumber);
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > 2 {
        return Err(AreaFault::TooFine);
    }
    let hundredths = format!("{whole}{fraction:0<2}");
    let area = hundredths.trim_start_matches('0');
    let area = if area.is_empty() { Ok(0) } else { area.parse() };
    match area {
        Ok(area) if area <= AREA_LIMIT => Ok(Some(area)),
        _ => Err(AreaFault::TooLarge),
    }
}

/// Full-width digits and signs as a Chinese input method leaves them.
fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

fn without_unit(text: &str) -> &str {
    let units = ["\u{33a1}", "m²", "m2", "M2", super::heading::SQUARE_METRES];
    units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end()
}

/// The digits without what separates groups of three; nothing when a separator stands elsewhere.
fn without_groups(whole: &str) -> Option<String> {
    if !whole.contains([',', ' ', '\u{a0}']) {
        return Some(whole.to_owned());
    }
    let mut groups = whole.split([',', ' ', '\u{a0}']);
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
    (first && groups.all(|group| group.len() == 3)).then(|| whole.replace([',', ' ', '\u{a0}'], ""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn areas_are_read_to_the_hundredth() {
        use AreaFault::{Negative, NotANumber, TooFine, TooLarge};
        let rows = [
            ("", Ok(None)),
            ("  ", Ok(None)),
            ("0", Ok(Some(0))),
            ("0.00", Ok(Some(0))),
            ("72", Ok(Some(7200))),
            ("72.", Ok(Some(7200))),
            (".5", Ok(Some(50))),
            ("0.07", Ok(Some(7))),
            ("72.4", Ok(Some(7240))),
            ("72.4000", Ok(Some(7240))),
            ("072.40", Ok(Some(7240))),
            ("72.40㎡", Ok(Some(7240))),
            ("72.40 平方米", Ok(Some(7240))),
            ("７２．４０", Ok(Some(7240))),
            ("3 102.40", Ok(Some(310_240))),
            ("1,072.40", Ok(Some(107_240))),
            ("10000000", Ok(Some(AREA_LIMIT))),
            ("72.401", Err(TooFine)),
            ("72,40", Err(NotANumber)),
            ("7,2,40", Err(NotANumber)),
            ("10000000.01", Err(TooLarge)),
            ("99999999999999999999999", Err(TooLarge)),
            ("-1", Err(Negative)),
            ("-", Err(NotANumber)),
            ("+1", Err(NotANumber)),
            ("1e3", Err(NotANumber)),
            ("1.2.3", Err(NotANumber)),
            (".", Err(NotANumber)),
            ("㎡", Err(NotANumber)),
            ("约70", Err(NotANumber)),
        ];
        for (text, area) in rows {
            assert_eq!(read_area(text), area, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(area in 0..=AREA_LIMIT) {
            prop_assert_eq!(read_area(&format!("{}.{:02}", area / 100, area % 100)), Ok(Some(area)));
        }

        #[test]
        fn any_text_is_answered(text in "\\PC*") {
            let _ = read_area(&text);
        }
    }
}
