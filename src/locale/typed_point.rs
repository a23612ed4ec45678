//! Coordinates as people type them: `30.66 104.06`, `30.66, 104.06`, with altitude and accuracy behind if they are known.

use super::fold::fold_typed;
use crate::domain::Point;

/// Why what was typed is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointFault {
    /// Nothing was typed.
    Empty,
    /// Not two to four numbers.
    Unreadable,
    /// Latitude lies between -90 and 90, longitude between -180 and 180.
    OutOfRange,
    /// The numbers are a place when they are exchanged: longitude was typed first.
    Exchanged,
}

/// The place that was typed: latitude, longitude, and if they are known altitude and accuracy in metres.
///
/// # Errors
/// [`PointFault`] when it is none.
pub fn typed_point(text: &str) -> Result<Point, PointFault> {
    let folded = fold_typed(text).replace([',', ';', '、'], " ");
    let read: Option<Vec<f64>> = folded.split_whitespace().map(number).collect();
    let (latitude, longitude, rest) = match read.ok_or(PointFault::Unreadable)?.as_slice() {
        [] => return Err(PointFault::Empty),
        [latitude, longitude, rest @ ..] if rest.len() <= 2 => (*latitude, *longitude, rest.to_vec()),
        _ => return Err(PointFault::Unreadable),
    };
    let on_earth = |latitude: f64, longitude: f64| latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    if !on_earth(latitude, longitude) {
        return Err(if on_earth(longitude, latitude) { PointFault::Exchanged } else { PointFault::OutOfRange });
    }
    let known = |n: usize| rest.get(n).copied().unwrap_or(0.0);
    if known(1) < 0.0 {
        return Err(PointFault::OutOfRange);
    }
    Ok(Point { latitude, longitude, altitude: known(0), accuracy: known(1) })
}

fn number(digits: &str) -> Option<f64> {
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_latitude_first() {
        let place = |latitude, longitude, altitude, accuracy| Ok(Point { latitude, longitude, altitude, accuracy });
        let rows = [
            ("30.66 104.06", place(30.66, 104.06, 0.0, 0.0)),
            ("３０.６６，１０４.０６", place(30.66, 104.06, 0.0, 0.0)),
            ("-30.5, -104 512.5 8", place(-30.5, -104.0, 512.5, 8.0)),
            ("", Err(PointFault::Empty)),
            ("30.66", Err(PointFault::Unreadable)),
            ("北纬 30", Err(PointFault::Unreadable)),
            ("1 2 3 4 5", Err(PointFault::Unreadable)),
            ("inf nan", Err(PointFault::Unreadable)),
            ("104.06 30.66", Err(PointFault::Exchanged)),
            ("200 200", Err(PointFault::OutOfRange)),
            ("30 104 0 -1", Err(PointFault::OutOfRange)),
        ];
        for (typed, point) in rows {
            assert_eq!(typed_point(typed), point, "{typed:?}");
        }
    }
}
