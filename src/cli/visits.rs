//! `visits [ROUND]`: rounds and their coverage, a surveyor's route, must-visit doors that are due; as text or JSON.
//!
//! Which doors must be visited, and why, is sensitive, and so are notes: they are printed only when asked for by name.

use std::{collections::BTreeSet, io::Write};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{CliFault, Desk};
use crate::{
    domain::{
        Privacy, RoundId,
        place::{Level, Roll},
        record::Register,
        visit::{Advice, Cell, Coverage, DUE_DAYS, Doors, Round, Rounds, due},
    },
    locale::{
        Align, Locale, columns, date_short, visit_address, visit_advice, visit_cell, visit_kind, visit_must_visits,
        visit_place, visit_stage,
    },
    store::{About, Store},
    tr,
};

/// Columns of a cell at most.
const MOST: usize = 40;

/// What to print of which round.
#[derive(Debug, Args)]
pub struct VisitsArgs {
    /// The round: its id, or its title or words only one has; all rounds when left out
    #[arg(value_name = "ROUND")]
    pub round: Option<String>,
    /// The route of this surveyor instead
    #[arg(long, value_name = "SURVEYOR", requires = "round")]
    pub route: Option<String>,
    /// The must-visit doors not seen for so many days instead
    #[arg(long, value_name = "DAYS", num_args = 0..=1, conflicts_with_all = ["round", "route"])]
    pub due: Option<Option<u32>>,
    /// text or json
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: VisitsFormat,
    /// What would stay here otherwise: sensitive
    #[arg(long, value_enum, value_name = "WHAT")]
    pub include: Vec<Included>,
}

/// How visits are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum VisitsFormat {
    /// Lines of text.
    Text,
    /// For programs.
    Json,
}

/// What is printed only when asked for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Included {
    /// Must-visit kinds and notes.
    Sensitive,
}

impl Included {
    /// How far what is asked for may go.
    #[must_use]
    pub fn privacy(self) -> Privacy {
        match self {
            Self::Sensitive => Privacy::Sensitive,
        }
    }
}

/// What is printed from.
struct Printed<'a> {
    roll: Roll,
    rounds: Rounds,
    now: chrono::DateTime<chrono::FixedOffset>,
    sensitive: bool,
    locale: &'a Locale,
}

/// Prints them.
///
/// # Errors
/// When no round, or more than one, is meant; when the store fails.
pub fn visits(desk: &mut Desk<'_>, args: &VisitsArgs, out: &mut impl Write) -> Result<(), CliFault> {
    let store = desk.open()?;
    let printed = Printed {
        roll: Roll::fold(records::<Roll>(&store)?),
        rounds: Rounds::fold(records::<Rounds>(&store)?),
        now: desk.now(),
        sensitive: args.include.iter().any(|included| included.privacy() == Privacy::Sensitive),
        locale: desk.locale,
    };
    let json = args.format == VisitsFormat::Json;
    let text = match (&args.due, &args.round, &args.route) {
        (Some(days), _, _) => printed.due(days.unwrap_or(DUE_DAYS), json),
        (None, None, _) => printed.all(json),
        (None, Some(named), route) => {
            let id = named_round(named, &printed.rounds, desk.locale)?;
            match route {
                Some(who) => printed.route(id, who, json),
                None => printed.coverage(id, json),
            }
        }
    };
    out.write_all(text.as_bytes()).map_err(CliFault::stdout)
}

pub(super) fn records<R: Register>(store: &Store) -> Result<Vec<crate::domain::record::Record>, CliFault> {
    store.records_about(About::Register(R::KIND)).map(|(records, _)| records).map_err(CliFault::Store)
}

/// The round somebody means: by id, by its whole title, else by words only one has.
pub(super) fn named_round(given: &str, rounds: &Rounds, l: &Locale) -> Result<RoundId, CliFault> {
    let all: Vec<(RoundId, &Round)> = rounds.rounds().collect();
    let pick = |fits: &dyn Fn(&(RoundId, &Round)) -> bool| {
        let mut found = all.iter().filter(|round| fits(round));
        found.next().map(|first| first.0).filter(|_| found.next().is_none())
    };
    pick(&|(id, _)| id.to_string() == given)
        .or_else(|| pick(&|(_, round)| round.plan.title == given))
        .or_else(|| pick(&|(_, round)| round.plan.title.contains(given)))
        .ok_or_else(|| {
            let known: Vec<&str> = all.iter().map(|(_, round)| round.plan.title.as_str()).collect();
            CliFault::Usage(tr!(l, "cli-no-round", name = given, known = known.join(", ")))
        })
}

impl Printed<'_> {
    fn all(&self, json: bool) -> String {
        let found = self.rounds.rounds().map(|(id, round)| (id, round, self.covered(id)));
        if json {
            let rounds: Vec<Value> = found
                .map(|(id, round, coverage)| {
                    let plan = &round.plan;
                    json!({
                        "id": id.to_string(), "title": plan.title, "survey": plan.survey, "until": plan.until,
                        "ended": round.ended.is_some(), "back_check_of": plan.checks.map(|id| id.to_string()),
                        "doors": counts(&coverage.all),
                    })
                })
                .collect();
            return pretty(&json!({ "rounds": rounds }));
        }
        let l = self.locale;
        let mut rows = vec![self.head(&tr!(l, "visits-round"))];
        for (_, round, coverage) in found {
            let title = if round.ended.is_some() {
                format!("{} ({})", round.plan.title, tr!(l, "visits-over"))
            } else {
                round.plan.title.clone()
            };
            rows.push(row(title, &coverage.all));
        }
        if rows.len() == 1 { format!("{}\n", tr!(l, "cli-visits-none")) } else { table(&rows) }
    }

    fn coverage(&self, id: RoundId, json: bool) -> String {
        let l = self.locale;
        let coverage = self.covered(id);
        let places = |rows: Vec<(&crate::domain::place::Place, &Doors)>| -> Vec<(String, Doors)> {
            rows.into_iter().map(|(place, doors)| (visit_place(l, place), *doors)).collect()
        };
        let surveyors = coverage
            .surveyors()
            .iter()
            .map(|(who, doors)| (if who.is_empty() { tr!(l, "visits-nobody-assigned") } else { who.clone() }, *doors));
        let mut groups = vec![
            ("micro_grids", tr!(l, "visits-by-micro-grid"), places(coverage.micro_grids())),
            ("buildings", tr!(l, "visits-by-building"), places(coverage.buildings())),
            ("surveyors", tr!(l, "visits-by-surveyor"), surveyors.collect()),
        ];
        if self.sensitive {
            let kinds = coverage.kinds().map(|(kind, doors)| (visit_kind(l, kind), *doors));
            groups.push(("must_visit_kinds", tr!(l, "visits-by-kind"), kinds.to_vec()));
        }
        if json {
            let mut all = json!({ "id": id.to_string(), "doors": counts(&coverage.all) });
            for (key, _, rows) in groups {
                let rows = rows.into_iter().map(|(name, doors)| json!({ "name": name, "doors": counts(&doors) }));
                all[key] = rows.collect();
            }
            return pretty(&all);
        }
        let title = self.rounds.round(id).map(|round| round.plan.title.clone()).unwrap_or_default();
        let mut text = table(&[self.head(&title), row(tr!(l, "visits-all-doors"), &coverage.all)]);
        for (_, name, rows) in groups {
            let mut lines = vec![self.head(&name)];
            lines.extend(rows.into_iter().map(|(name, doors)| row(name, &doors)));
            text.push('\n');
            text.push_str(&table(&lines));
        }
        text
    }

    fn route(&self, id: RoundId, who: &str, json: bool) -> String {
        let l = self.locale;
        let Some(round) = self.rounds.round(id) else { return String::new() };
        let doors = round.plan.route(&self.roll, Some(who)).into_iter().map(|door| {
            let household = self.roll.household(door);
            let state = self.rounds.at_door(id, door);
            let advice = visit_advice(l, Advice::of(state.stage, self.rounds.attempts_in(id, door)));
            let at = household.map_or_else(|| tr!(l, "visits-gone-from-roll"), |h| visit_address(l, &h.address));
            let kinds = household.map(|h| visit_must_visits(l, &h.must_visit)).unwrap_or_default();
            let notes = household.map(|h| h.notes.clone()).unwrap_or_default();
            (at, visit_stage(l, state.stage), state.tries, advice, kinds, notes)
        });
        if json {
            let doors: Vec<Value> = doors
                .map(|(at, stage, tries, advice, kinds, notes)| {
                    let mut door = json!({ "door": at, "stands": stage, "tries": tries, "next_try": advice });
                    if self.sensitive {
                        door["must_visit"] = kinds.into();
                        door["notes"] = notes.into();
                    }
                    door
                })
                .collect();
            return pretty(&json!({ "round": round.plan.title, "surveyor": who, "doors": doors }));
        }
        let mut rows = vec![vec![
            tr!(l, "visits-door"),
            tr!(l, "visits-stands"),
            tr!(l, "visits-tries"),
            tr!(l, "visits-next-try"),
        ]];
        for (at, stage, tries, advice, kinds, notes) in doors {
            let mut cells = vec![at, stage, tries.to_string(), advice];
            if self.sensitive {
                cells.extend([kinds, notes]);
            }
            rows.push(cells);
        }
        let mut text = format!("{}\n", tr!(l, "visits-route-of", round = round.plan.title.as_str(), who = who));
        for line in columns(&rows, &[Align::Left, Align::Left, Align::Right], MOST) {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    /// The doors that are due; how many there are in each micro-grid, when the doors themselves may not be named.
    fn due(&self, days: u32, json: bool) -> String {
        let l = self.locale;
        let found = due(&self.roll, &self.rounds, &BTreeSet::new(), self.now.date_naive(), days);
        if self.sensitive {
            if json {
                let doors = found.iter().map(|due| {
                    json!({
                        "door": visit_address(l, &due.household.address), "last_met": due.last.map(|at| at.to_rfc3339()),
                        "days": due.days, "must_visit": due.household.must_visit,
                    })
                });
                return pretty(&json!({ "days": days, "count": found.len(), "doors": doors.collect::<Vec<_>>() }));
            }
            let mut text = format!("{}  {}\n", tr!(l, "visits-due-title", days = days), found.len());
            let rows: Vec<Vec<String>> = found
                .iter()
                .map(|due| {
                    let last = due.last.map_or_else(|| tr!(l, "visits-never"), |at| date_short(at.date_naive()));
                    let ago = due.days.map(|days| days.to_string()).unwrap_or_default();
                    let kinds = visit_must_visits(l, &due.household.must_visit);
                    vec![visit_address(l, &due.household.address), last, ago, kinds]
                })
                .collect();
            text.push_str(&table(&rows));
            return text;
        }
        let mut grids: Vec<(String, usize)> = Vec::new();
        for due in &found {
            let name = visit_place(l, &due.household.address.place(Level::MicroGrid));
            match grids.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => grids.push((name, 1)),
            }
        }
        if json {
            let grids = grids.iter().map(|(name, count)| json!({ "name": name, "count": count }));
            return pretty(&json!({ "days": days, "count": found.len(), "micro_grids": grids.collect::<Vec<_>>() }));
        }
        let mut text = format!("{}  {}\n", tr!(l, "visits-due-title", days = days), found.len());
        text.push_str(&table(&grids.into_iter().map(|(name, n)| vec![name, n.to_string()]).collect::<Vec<_>>()));
        text.push_str(&tr!(l, "cli-visits-due-doors"));
        text.push('\n');
        text
    }

    fn covered(&self, id: RoundId) -> Coverage {
        Coverage::of(&self.rounds, id, &self.roll, self.now)
    }

    fn head(&self, first: &str) -> Vec<String> {
        let l = self.locale;
        let mut cells = vec![first.to_owned(), tr!(l, "visits-doors")];
        cells.extend(Cell::ALL.map(|cell| visit_cell(l, cell)));
        cells.push(tr!(l, "visits-late"));
        cells
    }
}

fn row(name: String, doors: &Doors) -> Vec<String> {
    let mut cells = vec![name, doors.all().to_string()];
    cells.extend(Cell::ALL.map(|cell| doors.of(cell).to_string()));
    cells.push(doors.overdue.to_string());
    cells
}

fn table(rows: &[Vec<String>]) -> String {
    let aligns: Vec<Align> = std::iter::once(Align::Left).chain([Align::Right; 9]).collect();
    columns(rows, &aligns, MOST).into_iter().map(|line| line + "\n").collect()
}

fn counts(doors: &Doors) -> Value {
    json!({
        "all": doors.all(), "done": doors.of(Cell::Done), "refused": doors.of(Cell::Refused),
        "moved": doors.of(Cell::Moved), "unsafe": doors.of(Cell::Unsafe), "come_back": doors.of(Cell::ComeBack),
        "nobody_home": doors.of(Cell::NobodyHome), "not_visited": doors.of(Cell::NotVisited), "overdue": doors.overdue,
    })
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
