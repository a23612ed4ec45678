//! Rounds of visits: which doors, in which order, what is covered, what is due.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/visits.rs"]
mod support;

use std::collections::{BTreeSet, HashMap, HashSet};

use babahui::domain::{
    AttemptId, HouseholdId, Ids, RecordId, ResponseId, RoundId,
    place::{Household, MustVisit, Place, Standing},
    record::Register,
    visit::{
        Advice, Assignment, Attempt, Cell, Choosing, Command, Coverage, DayPart, Disposition, Doors, Event, Plan,
        Rounds, Sample, Stage, VisitRefusal, due, next_door,
    },
};
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use support::{Log, attempt, household, plan, today};

const NOBODY: Disposition = Disposition::NobodyHome;
const DONE: Disposition = Disposition::Done { response: None };

fn courtyard() -> (Log, Vec<HouseholdId>) {
    use MustVisit::{Dispute, Hardship, PartyMember};
    let mut log = Log::new(3);
    let rows: [(&str, &str, &[MustVisit]); 8] = [
        ("第一微网格", "1-1-1001", &[Hardship]),
        ("第一微网格", "1-1-102", &[]),
        ("第一微网格", "1-2-101", &[PartyMember, Dispute]),
        ("第一微网格", "10-1-101", &[]),
        ("第二微网格", "2-1-101", &[]),
        ("第二微网格", "2-1-201", &[Dispute]),
        ("第二微网格", "2-2-101", &[]),
        ("第二微网格", "3-1-101", &[]),
    ];
    let doors = rows.map(|(grid, door, kinds)| log.household(household(grid, door, kinds))).to_vec();
    (log, doors)
}

fn place(parts: &[&str]) -> Place {
    Place(["游家渡社区", "第二网格"].iter().chain(parts).map(|part| (*part).to_owned()).collect())
}

fn named(log: &Log, doors: &[HouseholdId]) -> Vec<String> {
    let door = |id: &HouseholdId| log.roll.household(*id).unwrap().address.door.clone();
    doors.iter().map(door).map(|d| format!("{}-{}-{}", d.building, d.entrance, d.household)).collect()
}

#[test]
fn doors_are_chosen_by_place_and_kind_and_stand_in_the_order_of_the_way() {
    let (mut log, _) = courtyard();
    log.household(Household { parking: true, ..household("第二微网格", "2-1-P7", &[]) });
    log.household(Household { standing: Standing::Unsold, ..household("第二微网格", "2-1-301", &[]) });
    let chosen = |choosing: &Choosing| named(&log, &choosing.doors(&log.roll, &log.rounds));
    let all = ["1-1-102", "1-1-1001", "1-2-101", "10-1-101", "2-1-101", "2-1-201", "2-2-101", "3-1-101"];
    assert_eq!(chosen(&Choosing::default()), all);
    let second = Choosing { places: vec![place(&["第二微网格"])], ..Choosing::default() };
    assert_eq!(chosen(&second), all[4..]);
    let kinds = BTreeSet::from([MustVisit::Dispute, MustVisit::Hardship]);
    assert_eq!(chosen(&Choosing { kinds: kinds.clone(), ..Choosing::default() }), ["1-1-1001", "1-2-101", "2-1-201"]);
    assert_eq!(chosen(&Choosing { kinds, ..second }), ["2-1-201"]);
}

#[test]
fn a_sample_is_drawn_from_what_was_done_and_the_seed_alone_decides() {
    let mut log = Log::new(5);
    let doors: Vec<_> = (0..40).map(|n| log.household(household("第一微网格", &format!("1-1-{n}"), &[]))).collect();
    let round = log.plan(plan(&doors));
    for door in &doors[..30] {
        log.attempt(Some(round), *door, DONE, 0);
    }
    let sample = |seed, doors| {
        let choosing = Choosing { sample: Some(Sample { of: round, doors, seed }), ..Choosing::default() };
        choosing.doors(&log.roll, &log.rounds)
    };
    let drawn: HashSet<_> = sample(7, 6).into_iter().collect();
    assert_eq!(drawn.len(), 6);
    assert!(drawn.iter().all(|door| doors[..30].contains(door)));
    assert_eq!(sample(7, 6), sample(7, 6));
    assert_ne!(sample(7, 6), sample(8, 6));
    assert_eq!(sample(7, 99).len(), 30);
    // Every door has its chance.
    let ever: HashSet<_> = (0..200).flat_map(|seed| sample(seed, 3)).collect();
    assert_eq!(ever.len(), 30);
}

#[test]
fn who_goes_where_is_said_by_the_narrowest_place() {
    let (log, doors) = courtyard();
    let go = |who: &str, parts: &[&str]| Assignment { who: who.into(), place: place(parts) };
    let plan = Plan {
        assignments: vec![
            go("张三", &["第一微网格"]),
            go("李四", &["第一微网格", "14号院", "1", "2"]),
            go("王五", &["第一微网格"]),
        ],
        ..plan(&doors)
    };
    let route = |who| named(&log, &plan.route(&log.roll, who));
    assert_eq!(route(Some("张三")), ["1-1-102", "1-1-1001", "10-1-101"]);
    assert_eq!(route(Some("李四")), ["1-2-101"]);
    assert_eq!(route(Some("王五")), Vec::<String>::new());
    assert_eq!(route(None).len(), 8);
    assert_eq!(plan.surveyors(), ["张三", "李四", "王五"]);
}

#[test]
fn the_next_door_is_along_the_way_unless_somebody_was_told_a_time() {
    let (mut log, _) = courtyard();
    let doors = Choosing::default().doors(&log.roll, &log.rounds);
    let round = log.plan(plan(&doors));
    let next = |log: &Log, after| next_door(&doors, after, today(), |door| log.rounds.at_door(round, door));
    assert_eq!(next(&log, None), Some(0));
    log.attempt(Some(round), doors[0], NOBODY, 0);
    log.attempt(Some(round), doors[1], Disposition::Refused, 0);
    log.attempt(Some(round), doors[2], NOBODY, -24);
    assert_eq!(next(&log, Some(0)), Some(2));
    assert_eq!(next(&log, Some(7)), Some(2));
    let soon = Disposition::ComeBack { at: today() + TimeDelta::minutes(5) };
    let evening = Disposition::ComeBack { at: today() + TimeDelta::hours(5) };
    log.attempt(Some(round), doors[6], soon, -1);
    log.attempt(Some(round), doors[4], evening, -1);
    assert_eq!(next(&log, Some(2)), Some(6));
    log.attempt(Some(round), doors[6], DONE, 0);
    for at in [2, 3, 5] {
        log.attempt(Some(round), doors[at], NOBODY, 0);
    }
    assert_eq!(next(&log, Some(6)), Some(7));
    log.attempt(Some(round), doors[7], Disposition::Moved, 0);
    assert_eq!(next(&log, Some(7)), None);
    let advice = |door| Advice::of(log.rounds.at_door(round, door).stage, log.rounds.attempts_in(round, door));
    assert_eq!(advice(doors[2]), Advice::Try { part: DayPart::Evening, weekend: false });
}

#[test]
fn a_door_once_done_stays_done_and_undo_gives_the_attempt_before() {
    let (mut log, doors) = courtyard();
    let round = log.plan(plan(&doors));
    log.attempt(Some(round), doors[0], Disposition::Refused, 0);
    let done = log.attempt(Some(round), doors[0], DONE, 1);
    log.attempt(Some(round), doors[0], NOBODY, 2);
    let state = log.rounds.at_door(round, doors[0]);
    assert_eq!((state.stage, state.tries), (Stage::Done { response: None }, 3));
    assert_eq!(log.rounds.last_met(doors[0]), Some(today() + TimeDelta::hours(1)));
    log.retract(done);
    let state = log.rounds.at_door(round, doors[0]);
    assert_eq!((state.stage, state.tries), (Stage::NobodyHome, 2));
    assert_eq!(log.rounds.last_met(doors[0]), None);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let (mut log, doors) = courtyard();
    let round = log.plan(plan(&doors[..2]));
    let mut ask = |round, door| {
        let id = AttemptId(uuid::Uuid::nil());
        log.ask(Event::Attempted { id, attempt: attempt(round, door, NOBODY, 0) })
    };
    assert_eq!(ask(Some(round), doors[5]), Err(VisitRefusal::NotInRound));
    assert!(ask(None, doors[5]).is_ok());
    assert!(ask(Some(round), doors[1]).is_ok());
}

#[test]
fn a_door_is_late_when_the_round_or_the_agreed_time_is_over() {
    let (mut log, doors) = courtyard();
    let until = NaiveDate::from_ymd_opt(2024, 11, 12);
    let round = log.plan(Plan { until, ..plan(&doors) });
    log.attempt(Some(round), doors[0], DONE, 0);
    log.attempt(Some(round), doors[1], Disposition::ComeBack { at: today() - TimeDelta::minutes(1) }, -3);
    let overdue = |days| Coverage::of(&log.rounds, round, &log.roll, today() + TimeDelta::days(days)).all.overdue;
    assert_eq!((overdue(0), overdue(1)), (1, 7));
}

#[test]
fn must_visit_doors_are_due_by_how_long_nobody_was_met() {
    let (mut log, doors) = courtyard();
    let round = log.plan(plan(&doors));
    log.attempt(Some(round), doors[0], DONE, -24 * 31);
    log.attempt(None, doors[2], DONE, -24 * 40);
    log.attempt(Some(round), doors[5], NOBODY, -24);
    let listed = |kinds: &[MustVisit], days| {
        let kinds = kinds.iter().copied().collect();
        let found = due(&log.roll, &log.rounds, &kinds, today().date_naive(), days);
        found.iter().map(|due| (named(&log, &[due.id]).remove(0), due.days)).collect::<Vec<_>>()
    };
    let (never, forty, month) =
        (("2-1-201".to_owned(), None), ("1-2-101".to_owned(), Some(40)), ("1-1-1001".to_owned(), Some(31)));
    assert_eq!(listed(&[], 30), [never.clone(), forty.clone(), month]);
    assert_eq!(listed(&[], 31), [never.clone(), forty.clone()]);
    assert_eq!(listed(&[MustVisit::PartyMember], 30), [forty]);
    assert_eq!(listed(&[], 90), [never]);
}

#[derive(Debug, Clone)]
enum Deed {
    Go {
        door: usize,
        what: u8,
        hours: i64,
        elsewhere: bool,
    },
    /// A response finished at the door says so.
    Answer {
        door: usize,
        what: u8,
        hours: i64,
    },
    /// The response is corrected, or brought back, and says this.
    Correct {
        response: usize,
        what: u8,
    },
    Delete(usize),
    TakeBack(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let went = (0..12_usize, 0..6_u8, -50..50_i64, any::<bool>());
    prop_oneof![
        4 => went.prop_map(|(door, what, hours, elsewhere)| Deed::Go { door, what, hours, elsewhere }),
        3 => (0..10_usize, 0..6_u8, -50..50_i64).prop_map(|(door, what, hours)| Deed::Answer { door, what, hours }),
        2 => (0..12_usize, 0..6_u8).prop_map(|(response, what)| Deed::Correct { response, what }),
        1 => (0..12_usize).prop_map(Deed::Delete),
        1 => (0..30_usize).prop_map(Deed::TakeBack),
    ]
}

fn disposition(what: u8, hours: i64) -> Disposition {
    match what {
        0 => DONE,
        1 => NOBODY,
        2 => Disposition::Refused,
        3 => Disposition::ComeBack { at: today() + TimeDelta::hours(hours / 2) },
        4 => Disposition::Moved,
        _ => Disposition::Unsafe,
    }
}

fn cells(doors: &Doors) -> Vec<usize> {
    Cell::ALL.into_iter().map(|cell| doors.of(cell)).collect()
}

/// The doors among these that are wanted, by column: the plain way, from the attempts alone.
fn recount(log: &Log, round: RoundId, doors: &[HouseholdId], wanted: impl Fn(&Household) -> bool) -> Vec<usize> {
    let mut counts = vec![0; Cell::ALL.len()];
    for id in doors.iter().filter(|id| wanted(log.roll.household(**id).unwrap())) {
        let deleted = |attempt: &Attempt| matches!(attempt.disposition, Disposition::ResponseDeleted { .. });
        let here = log.rounds.attempts(*id).filter(|attempt| attempt.round == Some(round) && !deleted(attempt));
        let mut attempts: Vec<&Attempt> = here.collect();
        attempts.sort_by_key(|attempt| attempt.at);
        let done = attempts.iter().any(|attempt| matches!(attempt.disposition, Disposition::Done { .. }));
        let cell = match attempts.last().map(|attempt| attempt.disposition) {
            _ if done => Cell::Done,
            None | Some(Disposition::ResponseDeleted { .. }) => Cell::NotVisited,
            Some(Disposition::Done { .. }) => Cell::Done,
            Some(Disposition::NobodyHome) => Cell::NobodyHome,
            Some(Disposition::Refused) => Cell::Refused,
            Some(Disposition::ComeBack { .. }) => Cell::ComeBack,
            Some(Disposition::Moved) => Cell::Moved,
            Some(Disposition::Unsafe) => Cell::Unsafe,
        };
        counts[Cell::ALL.iter().position(|known| *known == cell).unwrap()] += 1;
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn coverage_always_adds_up_and_keeps_up(deeds in proptest::collection::vec(deed(), 0..40)) {
        let mut log = Log::new(11);
        let kinds = |n: usize| MustVisit::ALL.into_iter().filter(|kind| n >> (*kind as usize) & 1 == 1).collect();
        let doors: Vec<_> = (0..12).map(|n| {
            let grid = ["第一微网格", "第二微网格", ""][n % 3];
            let found = household(grid, &format!("{}-{}-{n}", n % 4, n % 2), &[]);
            log.household(Household { must_visit: kinds(n), ..found })
        }).collect();
        let assignments = vec![Assignment { who: "张三".into(), place: place(&["第一微网格"]) }];
        let until = Some(today().date_naive());
        let round = log.plan(Plan { assignments, until, ..plan(&doors[..10]) });
        let mut kept = Coverage::of(&log.rounds, round, &log.roll, today());
        let mut made: Vec<(RecordId, HouseholdId)> = Vec::new();
        let mut responses: Vec<(ResponseId, HouseholdId)> = Vec::new();
        let says = |what, response| match disposition(what, 7) {
            Disposition::Done { .. } => Disposition::Done { response: Some(response) },
            other => other,
        };
        for deed in deeds {
            let door = match deed {
                Deed::Go { door, what, hours, elsewhere } => {
                    let door = doors[door];
                    let here = Some(round).filter(|round| !elsewhere && log.rounds.is_in(*round, door));
                    made.push((log.attempt(here, door, disposition(what, hours), hours), door));
                    door
                }
                Deed::Answer { door, what, hours } => {
                    let (door, id) = (doors[door], ResponseId(uuid::Uuid::from_u128(1 + responses.len() as u128)));
                    let read = attempt(Some(round), door, NOBODY, hours).said(says(what, id), id);
                    prop_assert_eq!(read.response(), Some(id));
                    let event = Event::Attempted { id: AttemptId(log.ids.uuid(0)), attempt: read };
                    made.push((log.ask(event).unwrap()[0], door));
                    responses.push((id, door));
                    door
                }
                Deed::Correct { response, what } => {
                    let Some((id, door)) = responses.get(response).copied() else { continue };
                    let wanted = says(what, id);
                    log.command(Command::ResponseSays(id, wanted)).unwrap();
                    let mut read = log.rounds.attempts(door).filter(|attempt| attempt.response() == Some(id));
                    prop_assert!(read.all(|attempt| attempt.disposition == wanted));
                    door
                }
                Deed::Delete(response) => {
                    let Some((id, door)) = responses.get(response).copied() else { continue };
                    log.command(Command::ResponseDeleted(id)).unwrap();
                    door
                }
                Deed::TakeBack(at) => {
                    let Some((record, door)) = made.get(at).copied() else { continue };
                    log.retract(record);
                    door
                }
            };
            let state = log.rounds.at_door(round, door);
            kept.set(door, &state, state.is_overdue(until, today()));
        }
        let made_anew = Coverage::of(&log.rounds, round, &log.roll, today());
        prop_assert_eq!(&kept, &made_anew);
        let sum = |doors: &Doors| Cell::ALL.into_iter().map(|cell| doors.of(cell)).sum::<usize>();
        prop_assert_eq!(sum(&kept.all), 10);
        prop_assert_eq!(kept.micro_grids().iter().map(|(_, d)| sum(d)).sum::<usize>(), 10);
        prop_assert_eq!(kept.buildings().iter().map(|(_, d)| sum(d)).sum::<usize>(), 10);
        prop_assert_eq!(kept.surveyors().iter().map(|(_, d)| sum(d)).sum::<usize>(), 10);
        for (kind, counted) in kept.kinds() {
            let of_kind = doors[..10].iter().filter(|id| log.roll.household(**id).unwrap().must_visit.contains(&kind));
            prop_assert_eq!(sum(counted), of_kind.count());
        }
        let must = |found: &Household| !found.must_visit.is_empty();
        prop_assert_eq!(cells(&kept.all), recount(&log, round, &doors[..10], |_| true));
        prop_assert_eq!(cells(&kept.must_visit), recount(&log, round, &doors[..10], must));
        for (place, counted) in kept.micro_grids().into_iter().chain(kept.buildings()) {
            prop_assert_eq!(cells(counted), recount(&log, round, &doors[..10], |found| place.holds(&found.address)));
        }
        for (who, counted) in kept.surveyors() {
            let theirs = |found: &Household| (found.address.micro_grid == "第一微网格") == (who == "张三");
            prop_assert_eq!(cells(counted), recount(&log, round, &doors[..10], theirs));
        }
        for (kind, counted) in kept.kinds() {
            prop_assert_eq!(cells(counted), recount(&log, round, &doors[..10], |found| found.must_visit.contains(&kind)));
        }
        // Record by record or all at once, in whatever order.
        let mut records = log.records.clone();
        records.reverse();
        prop_assert_eq!(&Rounds::fold(records), &log.rounds);
        // What is kept of each door is what its attempts add up to.
        let by_hand: HashMap<_, _> = doors.iter().map(|door| {
            let state = babahui::domain::visit::DoorState::of(log.rounds.attempts_in(round, *door));
            (*door, state)
        }).collect();
        for (door, state) in by_hand {
            prop_assert_eq!(log.rounds.at_door(round, door), state);
        }
    }
}
