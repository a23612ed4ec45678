//! The order people count in: door 2 before door 10.

use std::cmp::Ordering;

/// A text ordered as people count. Equal only when written the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Natural(pub String);

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        natural(&self.0, &other.0)
    }
}

/// Compares two texts as people count: runs of digits by their number, all else letter by letter.
///
/// ```
/// use std::cmp::Ordering;
/// use babahui::domain::place::natural;
/// assert_eq!(natural("2", "10"), Ordering::Less);
/// assert_eq!(natural("A2", "A10"), Ordering::Less);
/// assert_eq!(natural("101", "101"), Ordering::Equal);
/// ```
#[must_use]
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut x, mut y) = (a, b);
    loop {
        let ((one, after_x), (other, after_y)) = (piece(x), piece(y));
        let order = match (one, other) {
            ("", "") => return a.cmp(b),
            (one, other) if is_number(one) && is_number(other) => {
                let (one, other) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
                one.len().cmp(&other.len()).then_with(|| one.cmp(other))
            }
            (one, other) => one.cmp(other),
        };
        if order != Ordering::Equal {
            return order;
        }
        (x, y) = (after_x, after_y);
    }
}

/// The first run of digits, or the first letter, and what is behind it.
fn piece(text: &str) -> (&str, &str) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let end = if digits > 0 { digits } else { text.chars().next().map_or(0, char::len_utf8) };
    text.split_at(end)
}

fn is_number(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn doors_stand_as_people_count_them() {
        let mut doors = ["10", "2", "A10", "A2", "", "02", "1-10", "1-9", "东楼", "101", "1"];
        doors.sort_by(|a, b| natural(a, b));
        assert_eq!(doors, ["", "1", "1-9", "1-10", "02", "2", "10", "101", "A2", "A10", "东楼"]);
    }

    #[test]
    fn numbers_are_counted_and_words_compared() {
        let table = [
            ("2", "10", Ordering::Less),
            ("3栋", "12栋", Ordering::Less),
            ("102", "1001", Ordering::Less),
            ("1-2", "1-10", Ordering::Less),
            ("A2", "B1", Ordering::Less),
            ("", "1", Ordering::Less),
            ("01", "1", Ordering::Less),
            ("501", "501", Ordering::Equal),
            ("99999999999999999999999", "100000000000000000000000", Ordering::Less),
        ];
        for (a, b, order) in table {
            assert_eq!(natural(a, b), order, "{a} {b}");
            assert_eq!(natural(b, a), order.reverse(), "{b} {a}");
        }
    }

    proptest! {
        #[test]
        fn it_is_an_order(a in "[0-2a东]{0,5}", b in "[0-2a东]{0,5}", c in "[0-2a东]{0,5}") {
            prop_assert_eq!(natural(&a, &b), natural(&b, &a).reverse());
            prop_assert_eq!(natural(&a, &b) == Ordering::Equal, a == b);
            if natural(&a, &b) != Ordering::Greater && natural(&b, &c) != Ordering::Greater {
                prop_assert_ne!(natural(&a, &c), Ordering::Greater);
            }
        }
    }
}
