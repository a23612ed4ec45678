//! Whether notice was given in time.

use chrono::NaiveDate;

use crate::domain::meeting::agenda::Notice;

/// How a notice stands against the days asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoticeStanding {
    /// No days are asked for.
    NotAsked,
    /// Days are asked for, and no day of notice is known.
    Missing,
    /// Too few days.
    Short,
    /// Exactly as many as asked for: enough only if the day of the meeting counts, which not everybody grants.
    Exact,
    /// More than asked for.
    Ample,
}

/// The notice of a meeting, checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeCheck {
    /// When notice was given.
    pub on: Option<NaiveDate>,
    /// The day of the meeting.
    pub held: NaiveDate,
    /// How many days are asked for.
    pub asked: u32,
}

impl NoticeCheck {
    /// The check of this notice for a meeting on that day.
    #[must_use]
    pub fn new(notice: Option<Notice>, held: NaiveDate, asked: u32) -> Self {
        Self { on: notice.map(|notice| notice.on), held, asked }
    }

    /// Days from notice to meeting, the day of notice not counted (Civil Code art. 201), the day of the meeting counted.
    /// Negative when notice came after it.
    #[must_use]
    pub fn days(&self) -> Option<i64> {
        self.on.map(|on| (self.held - on).num_days())
    }

    /// How it stands.
    #[must_use]
    pub fn standing(&self) -> NoticeStanding {
        let asked = i64::from(self.asked);
        match self.days() {
            _ if asked == 0 => NoticeStanding::NotAsked,
            None => NoticeStanding::Missing,
            Some(days) if days < asked => NoticeStanding::Short,
            Some(days) if days == asked => NoticeStanding::Exact,
            Some(_) => NoticeStanding::Ample,
        }
    }

    /// The last day on which notice is given in time beyond doubt.
    #[must_use]
    pub fn latest(&self) -> Option<NaiveDate> {
        self.held.checked_sub_days(chrono::Days::new(u64::from(self.asked) + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_notice_does_not_count_and_exactly_fifteen_is_doubtful() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let held = day("2024-11-17");
        let rows = [
            (None, 15, None, NoticeStanding::Missing),
            (None, 0, None, NoticeStanding::NotAsked),
            (Some("2024-11-01"), 15, Some(16), NoticeStanding::Ample),
            (Some("2024-11-02"), 15, Some(15), NoticeStanding::Exact),
            (Some("2024-11-03"), 15, Some(14), NoticeStanding::Short),
            (Some("2024-11-17"), 15, Some(0), NoticeStanding::Short),
            (Some("2024-11-18"), 1, Some(-1), NoticeStanding::Short),
            (Some("2024-02-28"), 15, Some(263), NoticeStanding::Ample),
            (Some("2024-11-18"), 0, Some(-1), NoticeStanding::NotAsked),
        ];
        for (on, asked, days, standing) in rows {
            let check = NoticeCheck::new(on.map(|on| Notice { on: day(on) }), held, asked);
            assert_eq!((check.days(), check.standing()), (days, standing), "{on:?}");
        }
        assert_eq!(NoticeCheck::new(None, held, 15).latest(), Some(day("2024-11-01")));
    }
}
