//! All conditions there are to pick from, those in force, and a filter in words.

use super::{condition::Condition, sheet::Sheet};
use crate::{
    app::{BrowseFilter, Ctx},
    domain::{
        session::SessionKind,
        survey::ResponseState,
        tally::{AnswerFilter, Detail, Filter, Tally, Wanted},
    },
    locale::truncate,
    tr,
};

/// Columns a question's words take in a filter's words.
const QUESTION: usize = 24;

/// The conditions in force, in the order they are offered.
pub(super) fn active(filter: &Filter) -> Vec<Condition> {
    let mut all: Vec<Condition> = filter.kinds.iter().copied().map(Condition::Kind).collect();
    all.extend(filter.buildings.iter().cloned().map(Condition::Building));
    all.extend(filter.sessions.iter().copied().map(Condition::Session));
    if filter.from.is_some() || filter.to.is_some() {
        all.push(Condition::Days(filter.from, filter.to));
    }
    all.extend(filter.surveyors.iter().cloned().map(Condition::Surveyor));
    all.extend(filter.states.iter().copied().map(Condition::State));
    all.extend(filter.answers.iter().cloned().map(Condition::Answer));
    all
}

/// Every condition one may pick, with how many of the responses now chosen fulfil it where that is known; those in force
/// first.
pub(super) fn offered(sheet: &Sheet) -> Vec<(Condition, Option<u64>)> {
    use ResponseState::{Approved, Deleted, Final, Returned};
    let filter = &sheet.summary.filter;
    let known = sheet.columns.dimensions();
    let mut all: Vec<(Condition, Option<u64>)> = active(filter).into_iter().map(|c| (c, None)).collect();
    let kind = |kind: SessionKind| {
        let met = known.occasions.iter().any(|occasion| occasion.kind == Some(kind));
        let count = sheet.summary.kinds.iter().find(|k| k.kind == Some(kind)).map_or(0, |k| k.submissions);
        met.then_some((Condition::Kind(kind), Some(count)))
    };
    let mut rest: Vec<(Condition, Option<u64>)> = SessionKind::ALL.into_iter().filter_map(kind).collect();
    let mut buildings: Vec<&String> = known.building.names().iter().collect();
    buildings.sort_by_key(|name| (name.parse::<u64>().unwrap_or(u64::MAX), name.as_str()));
    rest.extend(buildings.into_iter().map(|name| (Condition::Building(name.clone()), None)));
    let mut sessions: Vec<_> = known.occasions.iter().collect();
    sessions.sort_by_key(|occasion| (occasion.starts, occasion.id));
    rest.extend(sessions.into_iter().map(|occasion| {
        let counted = sheet.summary.sessions.iter().find(|s| s.session.id == occasion.id);
        (Condition::Session(occasion.id), Some(counted.map_or(0, |s| s.submissions)))
    }));
    let mut surveyors = known.surveyor.names().to_vec();
    surveyors.sort();
    rest.extend(surveyors.into_iter().map(|name| (Condition::Surveyor(name), None)));
    rest.extend([Final, Approved, Returned, Deleted].map(|state| (Condition::State(state), None)));
    rest.extend(sheet.tallies().flat_map(answers));
    all.extend(rest.into_iter().filter(|(condition, _)| !condition.is_in(filter)));
    all
}

/// The answers to a question that one may pick.
fn answers(tally: &Tally) -> Vec<(Condition, Option<u64>)> {
    let one = |wanted, count| (Condition::Answer(AnswerFilter { question: tally.name.clone(), wanted }), Some(count));
    let mut all: Vec<_> = match &tally.detail {
        Detail::Choices(choices) | Detail::Set(choices) => {
            choices.iter().map(|c| one(Wanted::Choice(c.name.clone()), c.count)).collect()
        }
        Detail::Rank(choices) => choices.iter().map(|c| one(Wanted::Choice(c.name.clone()), c.first.part)).collect(),
        Detail::Numbers(Some(numbers)) if numbers.whole => {
            let bins = numbers.bins.iter().filter(|bin| bin.count > 0);
            bins.map(|b| one(Wanted::Number { from: Some(b.from), to: Some(b.to - 1.0) }, b.count)).collect()
        }
        _ => Vec::new(),
    };
    let reasons = [(Wanted::Blank, tally.base.blank), (Wanted::Refused(None), tally.base.refusals())];
    all.extend(reasons.into_iter().filter(|(_, count)| *count > 0).map(|(wanted, count)| one(wanted, count)));
    all
}

/// A filter in words: `楼栋 1栋 或 2栋  类型 院落坝坝会`; empty when it asks for nothing.
pub(super) fn words(filter: &Filter, sheet: &Sheet, ctx: &Ctx) -> String {
    let or = tr!(ctx.locale, "summary-or");
    let mut said: Vec<(String, String, bool)> = Vec::new();
    for condition in active(filter) {
        let (what, value) = condition.words(sheet, ctx);
        let what = truncate(&what, QUESTION).into_owned();
        // Several answers must all be given; of everything else one is enough.
        let all = matches!(condition, Condition::Answer(_));
        match said.last_mut().filter(|(before, _, answer)| *before == what && !all && !answer) {
            Some((_, values, _)) => *values = format!("{values}{or}{value}"),
            None => said.push((what, value, all)),
        }
    }
    said.into_iter().map(|(what, value, _)| format!("{what} {value}")).collect::<Vec<_>>().join("   ")
}

/// The filter of a tally that asks for what a list of responses was asked for.
pub(super) fn of_list(list: &BrowseFilter) -> Filter {
    Filter {
        sessions: list.session.into_iter().collect(),
        buildings: Some(list.building.clone()).filter(|b| !b.is_empty()).into_iter().collect(),
        surveyors: list.surveyor.clone().into_iter().collect(),
        states: list.state.into_iter().collect(),
        from: list.from,
        to: list.until,
        ..Filter::default()
    }
}

/// What of a filter a list of responses can be asked for, and whether that is all of it.
pub(super) fn to_list(survey: &str, filter: &Filter) -> (BrowseFilter, bool) {
    let list = BrowseFilter {
        survey: Some(survey.to_owned()),
        session: one(&filter.sessions).copied(),
        state: one(&filter.states).copied(),
        building: one(&filter.buildings).cloned().unwrap_or_default(),
        surveyor: one(&filter.surveyors).cloned(),
        from: filter.from,
        until: filter.to,
        ..BrowseFilter::all()
    };
    let all = of_list(&list) == *filter;
    (list, all)
}

fn one<T>(values: &[T]) -> Option<&T> {
    if let [value] = values { Some(value) } else { None }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn a_condition_goes_in_and_out() {
        let day = NaiveDate::from_ymd_opt(2024, 11, 12);
        let mut filter = Filter::default();
        let all = [
            Condition::Kind(SessionKind::CommunityChat),
            Condition::Building("3".into()),
            Condition::Days(day, None),
            Condition::Surveyor("张三".into()),
            Condition::State(ResponseState::Returned),
            Condition::Answer(AnswerFilter { question: "q".into(), wanted: Wanted::Blank }),
        ];
        for condition in &all {
            condition.toggle(&mut filter);
        }
        assert_eq!(active(&filter), all);
        for condition in &all {
            assert!(condition.is_in(&filter));
            condition.toggle(&mut filter);
        }
        assert_eq!(filter, Filter::default());
    }

    #[test]
    fn a_list_is_asked_for_what_it_can_be_asked() {
        let mut filter = Filter { buildings: vec!["3".into()], ..Filter::default() };
        let (list, all) = to_list("intake", &filter);
        assert!(all && of_list(&list) == filter && list.survey.as_deref() == Some("intake"));
        filter.kinds.push(SessionKind::CommunityChat);
        assert!(!to_list("intake", &filter).1);
    }
}
