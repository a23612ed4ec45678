//! The hybrid logical clock: time that never runs backwards, so that the order of records survives a clock set back.

/// The clock value of the next record, after `last` (the greatest value known here, 0 for none), at `now_ms`.
///
/// Milliseconds since 1970 UTC stand in the upper 48 bits, a counter in the lower 16. When the laptop's clock has not
/// moved past the last record, the counter grows and runs over into the milliseconds rather than repeat a value
/// (Kulkarni et al., "Logical Physical Clocks", 2014).
///
/// ```
/// use babahui::domain::record::tick;
/// assert_eq!(tick(0, 5), 5 << 16);
/// assert_eq!(tick(5 << 16, 3), (5 << 16) + 1, "a clock set back");
/// ```
#[must_use]
pub fn tick(last: u64, now_ms: u64) -> u64 {
    (now_ms << 16).max(last.saturating_add(1))
}

/// The clock value of the first of some records made in one go: the tick after `last` is left out, so that
/// [`Record::goes_with`](super::Record::goes_with) can tell one go from the next.
///
/// ```
/// use babahui::domain::record::tick_apart;
/// assert_eq!(tick_apart(5 << 16, 5), (5 << 16) + 2);
/// assert_eq!(tick_apart(5 << 16, 6), 6 << 16);
/// ```
#[must_use]
pub fn tick_apart(last: u64, now_ms: u64) -> u64 {
    tick(last.saturating_add(1), now_ms)
}
