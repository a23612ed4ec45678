//! When to try a door again: a rule of thumb, shown beside the door.
//!
//! An agreed time comes first. Where nobody was at home, the part of the day that was tried least is best, the evening
//! before the morning before the afternoon: so nobody home in the afternoon, once or twice, says evening. In that part of the
//! day, workday or weekend, whichever was tried less; at a tie the one that was not tried last.

use chrono::{DateTime, Datelike, FixedOffset, Timelike, Weekday};

use super::{Attempt, Disposition, Stage};

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// 上午: before noon.
    Morning,
    /// 下午: from noon until six.
    Afternoon,
    /// 晚上: from six.
    Evening,
}

impl DayPart {
    /// The part of the day a time lies in.
    #[must_use]
    pub fn of(at: DateTime<FixedOffset>) -> Self {
        match at.hour() {
            0..12 => Self::Morning,
            12..18 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

/// What to do next about a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Nothing more: somebody was met, or it makes no sense to go.
    Settled,
    /// Nobody went yet: any time is good.
    AnyTime,
    /// At the time that was agreed.
    Agreed(DateTime<FixedOffset>),
    /// Nobody was at home: try then.
    Try {
        /// In this part of the day.
        part: DayPart,
        /// On a Saturday or Sunday rather than a workday.
        weekend: bool,
    },
}

impl Advice {
    /// The advice that these attempts in a round, oldest first, lead to.
    #[must_use]
    pub fn of<'a>(stage: Stage, attempts: impl IntoIterator<Item = &'a Attempt>) -> Self {
        match stage {
            Stage::NotVisited => Self::AnyTime,
            Stage::ComeBack { at } => Self::Agreed(at),
            Stage::NobodyHome => again(attempts),
            Stage::Done { .. } | Stage::Refused | Stage::Moved | Stage::Unsafe => Self::Settled,
        }
    }
}

fn again<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> Advice {
    // By part of the day: workdays, weekends.
    let mut tried = [[0_u32; 2]; 3];
    let mut last_on_weekend = false;
    for attempt in attempts {
        if attempt.disposition == Disposition::NobodyHome {
            last_on_weekend = is_weekend(attempt.at);
            tried[DayPart::of(attempt.at) as usize][usize::from(last_on_weekend)] += 1;
        }
    }
    let parts = [DayPart::Evening, DayPart::Morning, DayPart::Afternoon];
    let part =
        parts.into_iter().min_by_key(|part| tried[*part as usize].iter().sum::<u32>()).unwrap_or(DayPart::Evening);
    let [workdays, weekends] = tried[part as usize];
    let weekend = match workdays.cmp(&weekends) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        // Somebody who works on workdays is at home in a workday's evening all the same.
        std::cmp::Ordering::Equal => part != DayPart::Evening && !last_on_weekend,
    };
    Advice::Try { part, weekend }
}

fn is_weekend(at: DateTime<FixedOffset>) -> bool {
    matches!(at.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::HouseholdId;

    fn nobody_home(at: &str) -> Attempt {
        Attempt {
            round: None,
            household: HouseholdId(uuid::Uuid::nil()),
            disposition: Disposition::NobodyHome,
            visitor: "张三".into(),
            at: DateTime::parse_from_rfc3339(&format!("{at}:00+08:00")).unwrap(),
            note: String::new(),
            said_in: None,
        }
    }

    #[test]
    fn the_next_try_is_when_nobody_tried_yet() {
        // 2024-11-12 is a Tuesday, the 16th a Saturday.
        let table: &[(&[&str], DayPart, bool)] = &[
            (&["2024-11-12T15:00"], DayPart::Evening, false),
            (&["2024-11-12T15:00", "2024-11-13T16:00"], DayPart::Evening, false),
            (&["2024-11-12T19:00"], DayPart::Morning, true),
            (&["2024-11-12T15:00", "2024-11-13T19:00"], DayPart::Morning, true),
            (&["2024-11-12T15:00", "2024-11-13T19:00", "2024-11-16T09:00"], DayPart::Evening, true),
            (&["2024-11-16T09:00"], DayPart::Evening, false),
            (&["2024-11-16T19:00", "2024-11-16T09:00", "2024-11-16T15:00"], DayPart::Evening, false),
        ];
        for (tries, part, weekend) in table {
            let attempts: Vec<_> = tries.iter().map(|at| nobody_home(at)).collect();
            let advice = Advice::of(Stage::NobodyHome, &attempts);
            assert_eq!(advice, Advice::Try { part: *part, weekend: *weekend }, "{tries:?}");
        }
    }

    #[test]
    fn an_agreed_time_comes_first_and_what_is_settled_stays_so() {
        let tried = [nobody_home("2024-11-12T15:00")];
        let at = tried[0].at;
        assert_eq!(Advice::of(Stage::ComeBack { at }, &tried), Advice::Agreed(at));
        assert_eq!(Advice::of(Stage::NotVisited, &[]), Advice::AnyTime);
        for stage in [Stage::Done { response: None }, Stage::Refused, Stage::Moved, Stage::Unsafe] {
            assert_eq!(Advice::of(stage, &tried), Advice::Settled);
        }
    }
}
