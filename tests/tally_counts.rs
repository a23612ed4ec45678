//! Tallies as a reader checks them: by hand on a few responses, and against looking at every response.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod tally_data;

use babahui::domain::{
    Answer, Refusal, SessionId, Value,
    session::SessionKind,
    survey::{AnswerTree, Entry, Kind, Response, ResponseState},
    tally::{
        AnswerFilter, Axis, Base, Change, Columns, Detail, Filter, FilterFault, GroupName, Share, Summary, Tally,
        Wanted,
    },
};
use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;
use tally_data::{
    CONCERNS, answers, at, choice, codebook, columns, en, intake, item, push, refusal, response, responses, session,
    tree, value,
};
use uuid::Uuid;

fn tally(columns: &Columns, filter: &Filter, name: &str) -> Tally {
    let selection = filter.select(columns).unwrap();
    let (id, _) = columns.named(name).next().unwrap();
    columns.tally(id, &selection).unwrap()
}

fn counts(tally: &Tally) -> Vec<(String, u64)> {
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => all.iter().map(|c| (c.name.clone(), c.count)).collect(),
        other => panic!("{other:?}"),
    }
}

fn with(question: &str, wanted: Wanted) -> Filter {
    Filter { answers: vec![AnswerFilter { question: question.to_owned(), wanted }], ..Filter::default() }
}

fn picks(names: &[&str]) -> Entry {
    value(Value::Choices(names.iter().map(|n| (*n).to_owned()).collect()))
}

#[test]
fn every_row_is_a_value_or_one_of_the_reasons_for_none() {
    let all = [
        tree([("first", choice("facade"))]),
        tree([("first", choice("facade"))]),
        tree([("first", choice("other"))]),
        tree([("first", Entry::Blank)]),
        tree([("first", refusal(Refusal::Refused))]),
        tree([("first", refusal(Refusal::DontKnow))]),
        tree([("first", refusal(Refusal::NotApplicable))]),
        tree([]),
    ];
    let all: Vec<Response> = (0..).zip(all).map(|(n, answers)| response(n, answers)).collect();
    let tally = tally(&columns(&all), &Filter::default(), "first");
    let base =
        Base { rows: 8, households: 8, given: 3, blank: 1, refused: 1, dont_know: 1, not_applicable: 1, not_asked: 1 };
    assert_eq!(tally.base, base);
    assert_eq!(counts(&tally), [("facade".into(), 2), ("parking".into(), 0), ("entry".into(), 0), ("other".into(), 1)]);
    let Detail::Choices(choices) = &tally.detail else { panic!() };
    assert_eq!((choices[0].share, &choices[0].label), (Share::new(2, 3), &en("FACADE")));
}

#[test]
fn sets_ranks_numbers_days_times_and_texts_are_counted_each_in_their_way() {
    let time = |h, m| value(Value::Time(NaiveTime::from_hms_opt(h, m, 0).unwrap()));
    let date = |d| value(Value::Date(NaiveDate::from_ymd_opt(2024, 11, d).unwrap()));
    let one = |concerns: &[&str], order: &[&str], people, since, home, note: &str| {
        tree([
            ("concerns", picks(concerns)),
            ("order", picks(order)),
            ("people", value(Value::Integer(people))),
            ("since", date(since)),
            ("home", home),
            ("note", value(Value::Text(note.to_owned()))),
        ])
    };
    let all = [
        one(&["facade", "entry"], &["entry", "facade"], 1, 12, time(8, 30), "充电桩太少"),
        one(&["entry"], &["entry", "facade", "other"], 2, 11, time(8, 59), "nothing"),
        one(&["facade", "parking", "entry"], &["facade"], 6, 12, time(19, 0), "Charging posts"),
    ];
    let all: Vec<Response> = (0..).zip(all).map(|(n, answers)| response(n, answers)).collect();
    let columns = columns(&all);
    let get = |name| tally(&columns, &Filter::default(), name);

    assert_eq!(
        counts(&get("concerns")),
        [("facade".into(), 2), ("parking".into(), 1), ("entry".into(), 3), ("other".into(), 0)]
    );
    let Detail::Rank(ranks) = get("order").detail else { panic!() };
    let entry = &ranks[2];
    assert_eq!(
        (entry.name.as_str(), entry.ranked, entry.first, entry.mean),
        ("entry", 2, Share::new(2, 3), Share::new(2, 2))
    );
    let facade = &ranks[0];
    assert_eq!((facade.ranked, facade.first, facade.mean), (3, Share::new(1, 3), Share::new(5, 3)));
    let Detail::Numbers(Some(people)) = get("people").detail else { panic!() };
    assert_eq!((people.count, people.sum, people.mean, people.median), (3, 9.0, 3.0, 2.0));
    assert_eq!((people.min, people.max, people.whole), (1.0, 6.0, true));
    assert_eq!(people.bins.iter().map(|b| b.count).collect::<Vec<_>>(), [1, 1, 0, 0, 0, 1]);
    let november = |d| NaiveDate::from_ymd_opt(2024, 11, d).unwrap();
    assert_eq!(get("since").detail, Detail::Days(vec![(november(11), 1), (november(12), 2)]));
    let Detail::Times { hours, first, last } = get("home").detail else { panic!() };
    assert_eq!((hours[8], hours[19], first, last), (2, 1, Some(8 * 3600 + 1800), Some(19 * 3600)));
    assert_eq!(get("note").detail, Detail::Texts(vec![0, 1, 2]));
    let (id, _) = columns.named("note").next().unwrap();
    let selection = Filter::default().select(&columns).unwrap();
    assert_eq!(columns.search_texts(id, &selection, "CHARGING"), [2]);
    assert_eq!(columns.text(id, columns.search_texts(id, &selection, "充电")[0]), Some((0, "充电桩太少")));
}

#[test]
fn a_repeat_is_counted_by_instances_and_says_in_how_many_households() {
    let member = |age| tree([("age", value(Value::Integer(age))), ("tie", choice("self"))]);
    let all = [
        tree([("first", choice("facade")), ("member", Entry::Repeat(vec![member(70), member(8)]))]),
        tree([("first", choice("entry")), ("member", Entry::Repeat(vec![member(30)]))]),
        tree([("first", choice("entry"))]),
    ];
    let all: Vec<Response> = (0..).zip(all).map(|(n, answers)| response(n, answers)).collect();
    let columns = columns(&all);
    let ages = tally(&columns, &Filter::default(), "age");
    assert_eq!((ages.base.rows, ages.base.households, ages.repeat.as_str()), (3, 2, "member"));
    let old = with("age", Wanted::Number { from: Some(60.0), to: None });
    assert_eq!(tally(&columns, &old, "age").base.rows, 2, "all members of the households chosen");
    assert_eq!(counts(&tally(&columns, &old, "first"))[0], ("facade".into(), 1));

    let selection = Filter::default().select(&columns).unwrap();
    let id = |name| columns.named(name).next().unwrap().0;
    let by_first = columns.cross(id("age"), Axis::Question(id("first")), &selection).unwrap();
    let rows: Vec<u64> = by_first.groups.iter().map(|g| g.tally.base.rows).collect();
    assert_eq!((rows, by_first.overlapping), (vec![2, 0, 1, 0], false));
    let by_age = columns.cross(id("first"), Axis::Question(id("age")), &selection).unwrap();
    assert!(by_age.overlapping);
    assert_eq!(by_age.groups.iter().map(|g| g.tally.base.rows).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn the_summary_names_submissions_sessions_and_their_kinds() {
    let sessions = [
        (SessionKind::CourtyardMeeting, 4),
        (SessionKind::CommunityChat, 3),
        (SessionKind::NeighboursDialogue, 3),
        (SessionKind::MicroRenewal, 2),
    ];
    let mut columns = Columns::default();
    columns.add_version(&intake());
    let mut number = 0;
    for (kind, count) in sessions {
        for _ in 0..count {
            number += 1;
            columns.set_session(&session(number, kind));
        }
    }
    for n in 0..135_u128 {
        let mut response = response(n, tree([("first", choice("facade"))]));
        response.head.session = Some(SessionId(Uuid::from_u128(n % 12 + 1)));
        response.head.door.household = n.to_string();
        response.head.created = at(u64::try_from(n % 36).unwrap());
        push(&mut columns, &response, ResponseState::Final);
    }
    let summary = Summary::new(&columns, &Filter::default()).unwrap();
    assert_eq!(
        (summary.submissions, summary.sessions.len(), summary.doors, summary.without_session),
        (135, 12, 135, 0)
    );
    let kinds: Vec<_> = summary.kinds.iter().map(|k| (k.kind.unwrap(), k.sessions)).collect();
    assert_eq!(kinds, sessions);
    assert_eq!(summary.kinds.iter().map(|k| k.submissions).sum::<u64>(), 135);
    let day = |m, d| NaiveDate::from_ymd_opt(2024, m, d).unwrap();
    assert_eq!(summary.days, Some((day(10, 8), day(11, 12))));

    let chats = Filter { kinds: vec![SessionKind::CommunityChat], ..Filter::default() };
    let summary = Summary::new(&columns, &chats).unwrap();
    assert_eq!((summary.sessions.len(), summary.submissions), (3, 33));
    let (first, _) = columns.named("first").next().unwrap();
    let by_kind = columns.cross(first, Axis::Kind, &Filter::default().select(&columns).unwrap()).unwrap();
    assert_eq!(by_kind.groups.iter().map(|g| g.tally.base.rows).sum::<u64>(), 135);
    assert_eq!(by_kind.groups[1].name, GroupName::Kind(SessionKind::CommunityChat));
}

#[test]
fn a_correction_replaces_its_response_and_a_deleted_one_is_not_counted() {
    let mut columns =
        columns(&[response(0, tree([("first", choice("facade"))])), response(1, tree([("first", choice("entry"))]))]);
    push(&mut columns, &response(0, tree([("first", choice("other"))])), ResponseState::Final);
    let first = |columns: &Columns, filter: &Filter| {
        counts(&tally(columns, filter, "first")).iter().map(|c| c.1).collect::<Vec<_>>()
    };
    assert_eq!(first(&columns, &Filter::default()), [0, 0, 1, 1]);
    let gone = response(1, AnswerTree::default()).head.id;
    assert!(columns.set_state(gone, ResponseState::Deleted));
    assert_eq!(first(&columns, &Filter::default()), [0, 0, 0, 1]);
    let deleted = Filter { states: vec![ResponseState::Deleted], ..Filter::default() };
    assert_eq!(first(&columns, &deleted), [0, 0, 1, 0]);
    assert!(columns.set_state(gone, ResponseState::Final));
    assert_eq!(first(&columns, &Filter::default()), [0, 0, 1, 1]);
}

#[test]
fn versions_line_up_by_name_and_their_differences_are_noted() {
    let old = codebook(
        "v1",
        vec![
            item("first", Kind::SelectOne, &["facade", "manhole", "other"]),
            item("people", Kind::Integer, &[]),
            item("note", Kind::Text, &[]),
        ],
    );
    let mut new = codebook(
        "v2",
        vec![
            item("since", Kind::Date, &[]),
            item("people", Kind::Text, &[]),
            item("first", Kind::SelectOne, &["other", "parking", "facade"]),
        ],
    );
    new.items[2].choices[2].1 = en("Peeling facade");
    let mut columns = Columns::default();
    columns.add_version(&old);
    push(
        &mut columns,
        &response(0, tree([("first", choice("manhole")), ("people", value(Value::Integer(4)))])),
        ResponseState::Final,
    );
    columns.add_version(&new);
    columns.add_version(&new);
    let second = |n, answers| {
        let mut response = response(n, answers);
        response.head.survey.hash = "v2".into();
        response
    };
    let text = value(Value::Text("four".into()));
    push(&mut columns, &second(1, tree([("first", choice("parking")), ("people", text)])), ResponseState::Final);
    push(&mut columns, &second(2, tree([("people", Entry::Blank), ("first", choice("stray"))])), ResponseState::Final);

    let order: Vec<_> = columns.iter().map(|(_, c)| (c.name.as_str(), c.kind)).collect();
    let expected = [
        ("since", Kind::Date),
        ("people", Kind::Text),
        ("first", Kind::SelectOne),
        ("people", Kind::Integer),
        ("note", Kind::Text),
    ];
    assert_eq!(order, expected, "a column of each kind, none dropped");
    let first = tally(&columns, &Filter::default(), "first");
    let shown: Vec<_> = counts(&first);
    assert_eq!(
        shown,
        [("other".into(), 0), ("parking".into(), 1), ("facade".into(), 0), ("manhole".into(), 1), ("stray".into(), 1)]
    );
    let Detail::Choices(choices) = &first.detail else { panic!() };
    assert_eq!((&choices[2].label, &choices[3].label), (&en("Peeling facade"), &en("MANHOLE")));
    let selection = Filter::default().select(&columns).unwrap();
    let people: Vec<_> = columns.named("people").map(|(id, _)| columns.tally(id, &selection).unwrap().base).collect();
    assert_eq!((people[0].given, people[0].blank, people[0].not_asked), (1, 1, 1), "text, asked from v2 on");
    assert_eq!((people[1].given, people[1].blank, people[1].not_asked), (1, 0, 2), "number, asked in v1");

    let notes: Vec<_> = columns.notes().iter().map(|n| (n.question.as_str(), n.change.clone())).collect();
    let list = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    let choices =
        Change::Choices { added: list(&["parking"]), dropped: list(&["manhole"]), reworded: list(&["facade"]) };
    assert_eq!(
        notes,
        [
            ("since", Change::Added),
            ("people", Change::Kind { before: Kind::Integer, now: Kind::Text }),
            ("first", choices),
            ("note", Change::Dropped),
        ]
    );
}

#[test]
fn a_computed_question_is_counted_as_what_it_computes() {
    let mut columns = Columns::default();
    columns.add_version(&codebook("v1", vec![item("adults", Kind::Calculate, &[])]));
    push(&mut columns, &response(0, tree([])), ResponseState::Final);
    for (n, adults) in [(1, 2), (2, 3)] {
        push(&mut columns, &response(n, tree([("adults", value(Value::Integer(adults)))])), ResponseState::Final);
    }
    let mut again = codebook("v2", vec![item("adults", Kind::Calculate, &[])]);
    again.items[0].label = en("Adults");
    columns.add_version(&again);
    assert_eq!(columns.iter().count(), 1);
    let tally = tally(&columns, &Filter::default(), "adults");
    assert!(matches!(tally.detail, Detail::Numbers(Some(n)) if n.count == 2 && n.whole));
    assert_eq!(tally.base.not_asked, 1);
}

#[test]
fn a_filter_that_names_nothing_says_what_was_likely_meant() {
    let columns = columns(&[]);
    let question = with("frist", Wanted::Given).select(&columns);
    assert_eq!(question, Err(FilterFault::Question { name: "frist".into(), near: Some("first".into()) }));
    let choice = with("first", Wanted::Choice("facede".into())).select(&columns);
    let fault = FilterFault::Choice { question: "first".into(), name: "facede".into(), near: Some("facade".into()) };
    assert_eq!(choice, Err(fault));
}

/// Whether a response fulfils a filter, by looking at it alone.
fn fulfils(filter: &Filter, response: &Response) -> bool {
    let head = &response.head;
    let kind = head.session.map(|s| SessionKind::ALL[usize::try_from(s.0.as_u128()).unwrap()]);
    let day = head.created.date_naive();
    let answer = |a: &AnswerFilter| match response.answers.0.get(&a.question) {
        None => a.wanted == Wanted::NotAsked,
        Some(Entry::Blank) => a.wanted == Wanted::Blank,
        Some(Entry::Answer(Answer::Refusal(r))) => {
            a.wanted == Wanted::Refused(None) || a.wanted == Wanted::Refused(Some(*r))
        }
        Some(Entry::Answer(Answer::Value(v))) => match (&a.wanted, v) {
            (Wanted::Given, _) => true,
            (Wanted::Choice(c), Value::Choice(own)) => c == own,
            (Wanted::Choice(c), Value::Choices(own)) if a.question == "order" => own.first() == Some(c),
            (Wanted::Choice(c), Value::Choices(own)) => own.contains(c),
            (Wanted::Number { from, to }, Value::Integer(n)) => {
                let n = f64::from(i32::try_from(*n).unwrap());
                from.is_none_or(|f| f <= n) && to.is_none_or(|t| n <= t)
            }
            (Wanted::Day { from, to }, Value::Date(d)) => from.is_none_or(|f| f <= *d) && to.is_none_or(|t| *d <= t),
            (Wanted::Contains(part), Value::Text(text)) => text.to_lowercase().contains(&part.to_lowercase()),
            _ => false,
        },
        Some(Entry::Repeat(_)) => false,
    };
    (filter.sessions.is_empty() || head.session.is_some_and(|s| filter.sessions.contains(&s)))
        && (filter.kinds.is_empty() || kind.is_some_and(|k| filter.kinds.contains(&k)))
        && (filter.buildings.is_empty() || filter.buildings.contains(&head.door.building))
        && (filter.surveyors.is_empty() || filter.surveyors.contains(&head.surveyor))
        && filter.from.is_none_or(|from| from <= day)
        && filter.to.is_none_or(|to| day <= to)
        && filter.answers.iter().all(answer)
}

fn condition() -> impl Strategy<Value = AnswerFilter> {
    let day = |n: u64| NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + Days::new(n);
    let reasons = prop_oneof![
        Just(Wanted::Given),
        Just(Wanted::Blank),
        Just(Wanted::NotAsked),
        Just(Wanted::Refused(None)),
        Just(Wanted::Refused(Some(Refusal::DontKnow))),
    ];
    let names = ["first", "concerns", "order", "people", "area", "since", "home", "note"];
    let choice =
        (proptest::sample::select(&["first", "concerns", "order"][..]), proptest::sample::select(&CONCERNS[..]));
    prop_oneof![
        (proptest::sample::select(names.to_vec()), reasons).prop_map(|(q, w)| (q, w)),
        choice.prop_map(|(q, c)| (q, Wanted::Choice(c.to_owned()))),
        (-3..20).prop_map(|n| ("people", Wanted::Number { from: Some(f64::from(n)), to: Some(f64::from(n + 5)) })),
        (0_u64..400).prop_map(move |n| ("since", Wanted::Day { from: Some(day(n)), to: None })),
        Just(("note", Wanted::Contains("A".into()))),
    ]
    .prop_map(|(question, wanted)| AnswerFilter { question: question.to_owned(), wanted })
}

fn filters() -> impl Strategy<Value = Filter> {
    let few = |n| proptest::collection::vec(0_usize..6, 0..n);
    let date = proptest::option::weighted(0.3, (0_u64..40).prop_map(|n| at(n).date_naive()));
    (few(3), few(3), few(2), few(2), date.clone(), date, proptest::collection::vec(condition(), 0..2)).prop_map(
        |(sessions, kinds, buildings, surveyors, from, to, answers)| Filter {
            sessions: sessions.into_iter().map(|n| SessionId(Uuid::from_u128(n as u128))).collect(),
            kinds: kinds.into_iter().map(|n| SessionKind::ALL[n]).collect(),
            buildings: buildings.into_iter().map(|n| ["", "1", "2", "3", "9", "x"][n].to_owned()).collect(),
            surveyors: surveyors.into_iter().map(|n| ["", "王", "李", "张", "", "王"][n].to_owned()).collect(),
            states: Vec::new(),
            from,
            to,
            answers,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_filter_chooses_what_looking_at_every_response_chooses(all in responses(), filter in filters()) {
        let columns = columns(&all);
        let selection = filter.select(&columns).unwrap();
        let expected: Vec<usize> = (0..all.len()).filter(|n| fulfils(&filter, &all[*n])).collect();
        prop_assert_eq!(selection.rows(0).iter().collect::<Vec<_>>(), expected.clone());
        let chosen: Vec<Response> = expected.iter().map(|n| all[*n].clone()).collect();
        let of_chosen = self::columns(&chosen);
        let everything = Filter::default().select(&of_chosen).unwrap();
        for ((id, _), (same, _)) in columns.iter().zip(of_chosen.iter()) {
            let (mut one, mut two) = (columns.tally(id, &selection).unwrap(), of_chosen.tally(same, &everything).unwrap());
            if let (Detail::Texts(a), Detail::Texts(b)) = (&mut one.detail, &mut two.detail) {
                prop_assert_eq!(a.len(), b.len());
                b.clone_from(a);
            }
            prop_assert_eq!(one, two);
        }
    }

    #[test]
    fn counts_and_reasons_add_up_to_all_rows(all in responses(), filter in filters()) {
        let columns = columns(&all);
        let selection = filter.select(&columns).unwrap();
        for tally in columns.tally_all(&selection) {
            let b = tally.base;
            prop_assert_eq!(b.given + b.blank + b.refusals() + b.not_asked, b.rows);
            if tally.repeat.is_empty() {
                prop_assert_eq!(b.rows, selection.responses());
            }
            let sum = match &tally.detail {
                Detail::Choices(all) => all.iter().map(|c| c.count).sum(),
                Detail::Set(all) => {
                    prop_assert!(all.iter().all(|c| c.count <= b.given));
                    b.given
                }
                Detail::Rank(all) => all.iter().map(|c| c.first.part).sum(),
                Detail::Numbers(None) => 0,
                Detail::Numbers(Some(n)) => n.bins.iter().map(|b| b.count).sum(),
                Detail::Days(days) => days.iter().map(|d| d.1).sum(),
                Detail::Times { hours, .. } => hours.iter().sum(),
                Detail::Texts(all) => all.len() as u64,
                Detail::Given => b.given,
            };
            prop_assert_eq!(sum, b.given, "{}", tally.name);
        }
    }

    #[test]
    fn groups_of_a_cross_table_add_up_to_its_total(all in responses()) {
        let columns = columns(&all);
        let selection = Filter::default().select(&columns).unwrap();
        let (first, _) = columns.named("first").next().unwrap();
        let dimensions = [Axis::Session, Axis::Kind, Axis::Building, Axis::Entrance, Axis::Surveyor, Axis::Day, Axis::State, Axis::Version];
        let questions = columns.iter().map(|(id, _)| Axis::Question(id));
        for axis in dimensions.into_iter().chain(questions) {
            let cross = columns.cross(first, axis, &selection).unwrap();
            let sum: u64 = cross.groups.iter().map(|g| g.tally.base.rows).sum();
            if cross.overlapping {
                continue;
            }
            prop_assert_eq!(sum, cross.total.base.rows, "{:?}", axis);
            for (at, (name, total)) in counts(&cross.total).iter().enumerate() {
                let column: u64 = cross.groups.iter().map(|g| counts(&g.tally)[at].1).sum();
                prop_assert_eq!(column, *total, "{:?} {}", axis, name);
            }
        }
    }

    #[test]
    fn the_order_of_responses_does_not_matter(tree in answers(), all in responses()) {
        let mut forth = all.clone();
        forth.push(response(1000, tree));
        let back: Vec<Response> = forth.iter().rev().cloned().collect();
        let of = |all: &[Response]| {
            let columns = columns(all);
            let mut tallies = columns.tally_all(&Filter::default().select(&columns).unwrap());
            for tally in &mut tallies {
                if let Detail::Texts(texts) = &mut tally.detail {
                    texts.clear();
                }
            }
            tallies
        };
        prop_assert_eq!(of(&forth), of(&back));
    }
}
