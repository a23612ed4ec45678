//! When something happened: the wall clock's word, and a time that never runs backwards.

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};

/// A moment of a meeting.
///
/// Clocks of items and speakers are differences of `ran`, so that a laptop clock set back never gives a negative time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since the meeting was opened, never less than at an event before.
    pub ran: i64,
    /// What the laptop's clock said.
    pub wall: DateTime<FixedOffset>,
}

/// Turns what the laptop's clock says into moments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    opened: DateTime<FixedOffset>,
    last: Moment,
    /// Milliseconds the clock was set back in all.
    back: i64,
    /// Each time the clock was found earlier than the event before: that event's time, and what it said then.
    pub set_back: Vec<(DateTime<FixedOffset>, DateTime<FixedOffset>)>,
}

impl Timeline {
    /// The timeline of a meeting opened at this time.
    #[must_use]
    pub fn new(opened: DateTime<FixedOffset>) -> Self {
        Self { opened, last: Moment { ran: 0, wall: opened }, back: 0, set_back: Vec::new() }
    }

    /// When the meeting was opened.
    #[must_use]
    pub fn opened(&self) -> DateTime<FixedOffset> {
        self.opened
    }

    /// The moment of the last event.
    #[must_use]
    pub fn last(&self) -> Moment {
        self.last
    }

    /// The moment of `wall`, without noting it.
    #[must_use]
    pub fn moment(&self, wall: DateTime<FixedOffset>) -> Moment {
        let ran = (wall - self.opened).num_milliseconds().saturating_add(self.back);
        Moment { ran: ran.max(self.last.ran), wall }
    }

    /// The moment of an event, after which no event lies before it. A clock set back is noted.
    pub fn pass(&mut self, wall: DateTime<FixedOffset>) -> Moment {
        if wall < self.last.wall {
            self.back = self.back.saturating_add((self.last.wall - wall).num_milliseconds());
            self.set_back.push((self.last.wall, wall));
        }
        self.last = self.moment(wall);
        self.last
    }
}

impl Moment {
    /// The time from `earlier` to here.
    #[must_use]
    pub fn since(self, earlier: Self) -> TimeDelta {
        TimeDelta::milliseconds(self.ran.saturating_sub(earlier.ran))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_set_back_is_noticed_and_no_time_is_lost() {
        let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
        let mut line = Timeline::new(at("2024-11-12T19:30:00+08:00"));
        let begun = line.pass(at("2024-11-12T19:40:00+08:00"));
        let back = line.pass(at("2024-11-12T18:40:00+08:00"));
        assert_eq!(back.since(begun), TimeDelta::zero());
        let later = line.pass(at("2024-11-12T18:45:00+08:00"));
        assert_eq!(later.since(begun), TimeDelta::minutes(5));
        assert_eq!(line.set_back.len(), 1);
        assert_eq!(line.moment(at("2024-11-12T18:46:00+08:00")).since(begun), TimeDelta::minutes(6));
    }
}
