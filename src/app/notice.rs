//! Short messages to the person at the keyboard, shown above the footer until they were seen.

use chrono::{DateTime, FixedOffset, TimeDelta};

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Something to know.
    Info,
    /// Something was done.
    Done,
    /// Something to look at.
    Warning,
    /// Something went wrong.
    Error,
}

/// One message, in the language that was on screen when it came up.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// How much it matters.
    pub level: Level,
    /// The sentence.
    pub text: String,
    /// When it came up.
    pub at: DateTime<FixedOffset>,
}

/// The messages not yet seen, newest last.
#[derive(Debug, Default)]
pub struct Notices(Vec<Notice>);

impl Notices {
    /// Adds a message; one that is already waiting is not repeated.
    pub fn push(&mut self, level: Level, text: impl Into<String>, at: DateTime<FixedOffset>) {
        let text = text.into();
        match level {
            Level::Error => tracing::error!(%text, "notice"),
            Level::Warning => tracing::warn!(%text, "notice"),
            Level::Info | Level::Done => tracing::info!(%text, "notice"),
        }
        self.0.retain(|n| n.text != text);
        self.0.push(Notice { level, text, at });
    }

    /// The message to show: the gravest, of these the newest.
    #[must_use]
    pub fn shown(&self) -> Option<&Notice> {
        self.0.iter().max_by_key(|n| (n.level, n.at))
    }

    /// How many messages wait behind the one shown.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    /// A key was pressed at `now`: the message shown goes once it has stood long enough to be read.
    pub fn key_pressed(&mut self, now: DateTime<FixedOffset>) {
        let Some(shown) = self.shown().cloned() else { return };
        let seconds = match shown.level {
            Level::Info | Level::Done => 3,
            Level::Warning | Level::Error => 6,
        };
        if now - shown.at >= TimeDelta::seconds(seconds) {
            self.0.retain(|n| *n != shown);
        }
    }

    /// Takes the message shown away. Whether there was one.
    pub fn dismiss(&mut self) -> bool {
        let Some(shown) = self.shown().cloned() else { return false };
        self.0.retain(|n| *n != shown);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<FixedOffset> {
        DateTime::UNIX_EPOCH.fixed_offset() + TimeDelta::seconds(second)
    }

    #[test]
    fn a_message_stays_until_it_could_be_read() {
        let mut notices = Notices::default();
        notices.push(Level::Done, "saved", at(0));
        notices.key_pressed(at(1));
        assert!(notices.shown().is_some());
        notices.key_pressed(at(4));
        assert!(notices.shown().is_none());
    }

    #[test]
    fn the_gravest_message_is_shown_first_and_none_twice() {
        let mut notices = Notices::default();
        notices.push(Level::Error, "disk full", at(0));
        notices.push(Level::Info, "hello", at(1));
        notices.push(Level::Info, "hello", at(2));
        assert_eq!(notices.shown().map(|n| n.text.as_str()), Some("disk full"));
        assert_eq!(notices.waiting(), 1);
    }
}
