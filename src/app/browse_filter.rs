//! Which responses are meant: what the list of responses and the tally are asked for, as plain data that can be kept.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        SessionId,
        survey::{Door, ResponseState},
    },
    store::ResponseFilter,
};

/// Which responses are meant. An empty filter means all that are not deleted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct BrowseFilter {
    /// The survey's id.
    pub survey: Option<String>,
    /// The session.
    pub session: Option<SessionId>,
    /// The state.
    pub state: Option<ResponseState>,
    /// 栋; empty for any.
    pub building: String,
    /// 单元; empty for any.
    pub entrance: String,
    /// The surveyor, exactly.
    pub surveyor: Option<String>,
    /// The first day on which it was first finalised.
    pub from: Option<NaiveDate>,
    /// The last day on which it was first finalised, that day included.
    pub until: Option<NaiveDate>,
    /// Text that stands in the door, the name or an answer.
    pub text: String,
}

impl BrowseFilter {
    /// All responses.
    #[must_use]
    pub const fn all() -> Self {
        Self {
            survey: None,
            session: None,
            state: None,
            building: String::new(),
            entrance: String::new(),
            surveyor: None,
            from: None,
            until: None,
            text: String::new(),
        }
    }

    /// What the store is asked for. Days begin at midnight at the offset `here`.
    #[must_use]
    pub fn to_store(&self, here: FixedOffset) -> ResponseFilter {
        let midnight = |day: NaiveDate| -> Option<DateTime<FixedOffset>> {
            day.and_time(NaiveTime::MIN).and_local_timezone(here).single()
        };
        ResponseFilter {
            survey: self.survey.clone(),
            session: self.session,
            states: self.state.into_iter().collect(),
            door: Door { building: self.building.clone(), entrance: self.entrance.clone(), household: String::new() },
            surveyor: self.surveyor.clone(),
            from: self.from.and_then(midnight),
            until: self.until.and_then(|day| midnight(day.checked_add_days(Days::new(1))?)),
            text: self.text.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_part_of_it() {
        let here = FixedOffset::east_opt(8 * 3600).unwrap();
        let day = NaiveDate::from_ymd_opt(2024, 11, 12);
        let asked = BrowseFilter { from: day, until: day, ..BrowseFilter::all() }.to_store(here);
        let moments = [asked.from, asked.until].map(|moment| moment.unwrap().to_rfc3339());
        assert_eq!(moments, ["2024-11-12T00:00:00+08:00", "2024-11-13T00:00:00+08:00"]);
        assert_eq!(BrowseFilter::default().to_store(here), ResponseFilter::default());
        assert_eq!(BrowseFilter::default(), BrowseFilter::all());
    }

    #[test]
    fn a_filter_kept_by_an_older_version_still_reads() {
        let kept: BrowseFilter = ron::from_str(r#"(survey: Some("intake"), text: "外墙")"#).unwrap();
        assert_eq!(kept, BrowseFilter { survey: Some("intake".into()), text: "外墙".into(), ..BrowseFilter::all() });
    }
}
