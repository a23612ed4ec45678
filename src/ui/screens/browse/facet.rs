//! What the list of responses can be narrowed by, the values each has, and their words.

use chrono::{Days, NaiveDate};

use crate::{
    app::{BrowseFilter, Ctx},
    domain::{
        SessionId,
        survey::{Door, ResponseState},
    },
    locale::{date_short, door, month_day, response_state, typed_date},
    store::{SessionRow, Store},
    tr,
};

/// One thing to narrow by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// 问卷
    Survey,
    /// 场次
    Session,
    /// 状态
    State,
    /// 地点: building, or building and entrance
    Place,
    /// 走访员
    Person,
    /// 日期, on which it was first finalised
    Day,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// 全部
    Any,
    /// The survey with this id.
    Survey(String),
    /// This session.
    Session(SessionId),
    /// This state.
    State(ResponseState),
    /// This building; with an entrance, that entrance of it.
    Place(String, String),
    /// This surveyor.
    Person(String),
    /// From a day, to a day, both included.
    Days(Option<NaiveDate>, Option<NaiveDate>),
}

impl Facet {
    /// All of them, in the order they stand on screen.
    pub const ALL: [Self; 6] = [Self::Survey, Self::Session, Self::State, Self::Place, Self::Person, Self::Day];

    /// Its name.
    pub fn name(self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self {
            Self::Survey => tr!(l, "browse-survey"),
            Self::Session => tr!(l, "browse-session"),
            Self::State => tr!(l, "browse-state"),
            Self::Place => tr!(l, "browse-place"),
            Self::Person => tr!(l, "browse-person"),
            Self::Day => tr!(l, "browse-day"),
        }
    }

    /// The value a filter has.
    pub fn of(self, filter: &BrowseFilter) -> Pick {
        let found = match self {
            Self::Survey => filter.survey.clone().map(Pick::Survey),
            Self::Session => filter.session.map(Pick::Session),
            Self::State => filter.state.map(Pick::State),
            Self::Place => {
                let (building, entrance) = (filter.building.clone(), filter.entrance.clone());
                (!building.is_empty() || !entrance.is_empty()).then_some(Pick::Place(building, entrance))
            }
            Self::Person => filter.surveyor.clone().map(Pick::Person),
            Self::Day => {
                (filter.from.is_some() || filter.until.is_some()).then_some(Pick::Days(filter.from, filter.until))
            }
        };
        found.unwrap_or(Pick::Any)
    }

    /// Gives a filter another value.
    pub fn put(self, pick: Pick, filter: &mut BrowseFilter) {
        match self {
            Self::Survey => filter.survey = None,
            Self::Session => filter.session = None,
            Self::State => filter.state = None,
            Self::Place => (filter.building, filter.entrance) = Default::default(),
            Self::Person => filter.surveyor = None,
            Self::Day => (filter.from, filter.until) = (None, None),
        }
        match pick {
            Pick::Any => {}
            Pick::Survey(id) => filter.survey = Some(id),
            Pick::Session(id) => filter.session = Some(id),
            Pick::State(state) => filter.state = Some(state),
            Pick::Place(building, entrance) => (filter.building, filter.entrance) = (building, entrance),
            Pick::Person(name) => filter.surveyor = Some(name),
            Pick::Days(from, until) => (filter.from, filter.until) = (from, until),
        }
    }

    /// The values to choose from, [`Pick::Any`] first.
    pub fn picks(self, sessions: &[SessionRow], ctx: &mut Ctx) -> Vec<Pick> {
        let mut picks = vec![Pick::Any];
        match self {
            Self::Survey => {
                let counts = ctx.read(Store::survey_counts).unwrap_or_default();
                picks.extend(counts.into_iter().map(|(id, _)| Pick::Survey(id)));
            }
            Self::Session => picks.extend(sessions.iter().map(|row| Pick::Session(row.session.id))),
            Self::State => {
                use ResponseState::{Approved, Deleted, Draft, Final, Returned};
                picks.extend([Draft, Final, Returned, Approved, Deleted].map(Pick::State));
            }
            Self::Place => {
                let mut last = None;
                for (building, entrance) in ctx.read(Store::entrances).unwrap_or_default() {
                    if !building.is_empty() && last.as_ref() != Some(&building) {
                        last = Some(building.clone());
                        picks.push(Pick::Place(building.clone(), String::new()));
                    }
                    if !entrance.is_empty() {
                        picks.push(Pick::Place(building, entrance));
                    }
                }
            }
            Self::Person => {
                picks.extend(ctx.read(Store::surveyors).unwrap_or_default().into_iter().map(Pick::Person));
            }
            Self::Day => {
                let today = ctx.now().date_naive();
                let since = |days| today.checked_sub_days(Days::new(days));
                picks.extend([0, 6, 29].map(|days| Pick::Days(since(days), Some(today))));
            }
        }
        picks
    }
}

impl Pick {
    /// Its words on the filter line.
    pub fn words(&self, sessions: &[SessionRow], ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self {
            Self::Any => tr!(l, "browse-any"),
            Self::Survey(id) => ctx.survey_title(id).to_owned(),
            Self::Session(id) => match sessions.iter().find(|row| row.session.id == *id) {
                Some(SessionRow { session, .. }) => {
                    format!("{} {}", month_day(session.starts.date_naive()), session.title)
                }
                None => tr!(l, "browse-session-gone"),
            },
            Self::State(state) => response_state(l, *state),
            Self::Place(building, entrance) => {
                let place = Door { building: building.clone(), entrance: entrance.clone(), household: String::new() };
                door(l, &place)
            }
            Self::Person(name) => name.clone(),
            Self::Days(from, until) => days(*from, *until, ctx),
        }
    }

    /// Words that stand behind it in a list of values: when a session was, which days are meant.
    pub fn note(&self, ctx: &Ctx) -> String {
        let today = ctx.now().date_naive();
        match self {
            Self::Days(Some(from), Some(until)) if *until == today => match (today - *from).num_days() {
                0 => String::new(),
                before => {
                    let days = before + 1;
                    tr!(ctx.locale, "browse-last-days", days = days)
                }
            },
            _ => String::new(),
        }
    }
}

/// Days in words; the year only when it is another one.
fn days(from: Option<NaiveDate>, until: Option<NaiveDate>, ctx: &Ctx) -> String {
    use chrono::Datelike;
    let l = &ctx.locale;
    let today = ctx.now().date_naive();
    let day = |date: NaiveDate| if date.year() == today.year() { month_day(date) } else { date_short(date) };
    match (from, until) {
        (Some(from), Some(until)) if from == until && from == today => tr!(l, "browse-today"),
        (Some(from), Some(until)) if from == until => day(from),
        (Some(from), Some(until)) => tr!(l, "browse-days", from = day(from), until = day(until)),
        (Some(from), None) => tr!(l, "browse-days-from", from = day(from)),
        (None, Some(until)) => tr!(l, "browse-days-until", until = day(until)),
        (None, None) => tr!(l, "browse-any"),
    }
}

/// One or two days as typed, `11-12` or `11-01 11-12`; the earlier one is the first whatever the order.
pub fn typed_days(text: &str, today: NaiveDate) -> Option<Pick> {
    let mut typed = text.split_whitespace().map(|part| typed_date(part, today).ok());
    let first = typed.next()??;
    let second = typed.next().unwrap_or(Some(first))?;
    typed.next().is_none().then(|| Pick::Days(Some(first.min(second)), Some(first.max(second))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_facet_gives_back_what_was_put() {
        let day = NaiveDate::from_ymd_opt(2024, 11, 12);
        let session = SessionId(uuid::Uuid::nil());
        let picks = [
            Pick::Survey("intake".into()),
            Pick::Session(session),
            Pick::State(ResponseState::Returned),
            Pick::Place("3".into(), "2".into()),
            Pick::Person("张三".into()),
            Pick::Days(day, None),
        ];
        let mut filter = BrowseFilter { text: "外墙".into(), ..BrowseFilter::all() };
        for (facet, pick) in Facet::ALL.into_iter().zip(&picks) {
            facet.put(pick.clone(), &mut filter);
        }
        for (facet, pick) in Facet::ALL.into_iter().zip(&picks) {
            assert_eq!(facet.of(&filter), *pick);
            facet.put(Pick::Any, &mut filter);
            assert_eq!(facet.of(&filter), Pick::Any);
        }
        assert_eq!(filter, BrowseFilter { text: "外墙".into(), ..BrowseFilter::all() });
    }

    #[test]
    fn days_are_typed_alone_or_in_pairs() {
        let day = |m, d| NaiveDate::from_ymd_opt(2024, m, d).unwrap();
        let today = day(11, 12);
        for (typed, expected) in [
            ("11-05", Some((day(11, 5), day(11, 5)))),
            ("今天", Some((today, today))),
            ("11-08 11-01", Some((day(11, 1), day(11, 8)))),
            ("11-08 -", None),
            ("1 2 3", None),
            ("", None),
        ] {
            let expected = expected.map(|(from, until)| Pick::Days(Some(from), Some(until)));
            assert_eq!(typed_days(typed, today), expected, "{typed}");
        }
    }
}
