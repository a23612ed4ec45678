//! What it costs to say what a round has covered and which must-visit doors are due, over a plain pass over the same rows.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and stops at the first surprise")]

#[path = "../tests/support/visits.rs"]
mod visits;

use std::{
    collections::{BTreeSet, HashMap},
    hint::black_box,
    process::ExitCode,
    time::Instant,
};

use babahui::domain::{
    HouseholdId,
    place::MustVisit,
    visit::{Attempt, Coverage, Disposition, due},
};
use chrono::TimeDelta;
use visits::{Log, household, plan, today};

const HOUSEHOLDS: usize = 20_000;
const ATTEMPTS: usize = 200_000;
const ROUNDS: usize = 20;
/// A frame, in milliseconds.
const FRAME: f64 = 16.0;

fn main() -> ExitCode {
    let mut log = Log::new(1);
    let doors: Vec<HouseholdId> = (0..HOUSEHOLDS).map(|n| log.household(made(n))).collect();
    let round = log.plan(plan(&doors));
    let mut plain: Vec<Attempt> = Vec::with_capacity(ATTEMPTS);
    for n in 0..ATTEMPTS {
        let door = doors[n * 7919 % HOUSEHOLDS];
        let what = match n % 9 {
            0 => Disposition::Done { response: None },
            1 => Disposition::Refused,
            2 => Disposition::ComeBack { at: today() + TimeDelta::hours(2) },
            _ => Disposition::NobodyHome,
        };
        let hours = -i64::try_from(n % 2000).unwrap();
        log.attempt(Some(round), door, what, hours);
        plain.push(visits::attempt(Some(round), door, what, hours));
        log.records.clear();
    }
    let coverage = quickest(|| Coverage::of(&log.rounds, round, &log.roll, today()));
    let due_list = quickest(|| due(&log.roll, &log.rounds, &BTreeSet::new(), today().date_naive(), 30).len());
    let mut kept = Coverage::of(&log.rounds, round, &log.roll, today());
    let one = quickest(|| {
        let state = log.rounds.at_door(round, doors[77]);
        kept.set(doors[77], &state, false);
    });
    let baseline = quickest(|| counted(&plain));
    println!("{HOUSEHOLDS} households, {ATTEMPTS} attempts; a plain pass over the attempts: {baseline:.2} ms");
    let mut fine = true;
    for (name, took) in [("coverage", coverage), ("due list", due_list), ("one attempt more", one)] {
        let passed = took < FRAME;
        fine &= passed;
        let verdict = if passed { "PASS" } else { "FAIL" };
        println!("{name}: {took:.3} ms, {:.2} of the plain pass (limit {FRAME} ms) {verdict}", took / baseline);
    }
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn made(n: usize) -> babahui::domain::place::Household {
    let kinds: &[MustVisit] = match n % 20 {
        0 => &[MustVisit::Hardship],
        1 => &[MustVisit::PartyMember, MustVisit::SpecialNeeds],
        2 => &[MustVisit::Dispute],
        _ => &[],
    };
    let door = format!("{}-{}-{}", n / 72, n / 12 % 6, n % 12);
    household(&format!("微网格{}", n / 286), &door, kinds)
}

/// The least there is to do with the rows: each read once, counted by what came of it, the last at each door found.
fn counted(attempts: &[Attempt]) -> (usize, usize) {
    let mut last: HashMap<HouseholdId, &Attempt> = HashMap::new();
    let mut done = 0;
    for attempt in attempts {
        done += usize::from(matches!(attempt.disposition, Disposition::Done { .. }));
        let known = last.entry(attempt.household).or_insert(attempt);
        if known.at < attempt.at {
            *known = attempt;
        }
    }
    (done, last.len())
}

/// The quickest of some runs, in milliseconds.
fn quickest<T>(mut work: impl FnMut() -> T) -> f64 {
    let runs = (0..ROUNDS).map(|_| {
        let begun = Instant::now();
        black_box(work());
        begun.elapsed().as_secs_f64() * 1000.0
    });
    runs.fold(f64::INFINITY, f64::min)
}
