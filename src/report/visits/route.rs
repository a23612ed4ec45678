//! 走访路线: the doors of a surveyor in the order of the way, with boxes to tick at each.

use chrono::{DateTime, FixedOffset};

use crate::{
    domain::{
        HouseholdId, RoundId,
        place::{Household, Level, Place, Roll},
        visit::{Advice, Cell, Round, Rounds, Stage},
    },
    locale::{
        Counted, Locale, clean_line, count, date_short, visit_address, visit_advice, visit_cell, visit_kind,
        visit_place, visit_stage,
    },
    report::{Block, Class, Column, Document, TICK, Table, blank, words::capital},
    tr,
};

/// Columns to write in.
const ROOM: usize = 16;
/// Before the door of a must-visit household.
const MUST: &str = "*";
/// What can come of an attempt, in the order of the boxes.
const BOXES: [Cell; 6] = [Cell::Done, Cell::NobodyHome, Cell::ComeBack, Cell::Refused, Cell::Moved, Cell::Unsafe];

/// What a route is made of.
#[derive(Debug, Clone, Copy)]
pub struct RouteSheet<'a> {
    /// All rounds.
    pub rounds: &'a Rounds,
    /// The households.
    pub roll: &'a Roll,
    /// Which round.
    pub round: RoundId,
    /// Whose ways, each on sheets of its own; everybody's when empty.
    pub who: &'a [String],
    /// What is to be filled at each door; empty for nothing.
    pub survey: &'a str,
}

/// A surveyor and the doors on the way.
type Way = (Option<String>, Vec<HouseholdId>);

/// The ways of a round. Must-visit doors are marked; why they are is told to the facilitator only, on a page of its own.
#[must_use]
pub fn route_document(locale: &Locale, sheet: &RouteSheet<'_>, class: Class, now: DateTime<FixedOffset>) -> Document {
    let l = locale;
    let Some(round) = sheet.rounds.round(sheet.round) else {
        return Document::new(l, class, tr!(l, "report-name-route"));
    };
    let plan = &round.plan;
    let title = clean_line(&plan.title).into_owned();
    let mut page = Document::new(l, class, tr!(l, "report-route-title", round = title));
    page.made = Some(now);
    if !sheet.survey.is_empty() {
        page.based_on(tr!(l, "visits-survey"), sheet.survey);
    }
    if let Some(until) = plan.until {
        page.based_on(capital(&tr!(l, "visits-until")), date_short(until));
    }
    if round.ended.is_some() {
        page.subtitle(tr!(l, "visits-over"));
    }
    let ways = ways(sheet, round);
    let several = ways.len() > 1;
    for (at, (who, doors)) in ways.iter().enumerate() {
        if at > 0 {
            page.put(Block::PageBreak);
        }
        let name = who.clone().unwrap_or_else(|| tr!(l, "visits-nobody-assigned"));
        if several {
            page.heading(1, clean_line(&name));
        } else if who.is_some() {
            page.subtitle(clean_line(&name));
        }
        way(l, sheet, doors, &mut page);
    }
    if ways.iter().all(|(_, doors)| doors.is_empty()) {
        page.line(tr!(l, "visits-no-doors-here"));
        return page;
    }
    page.note(tr!(l, "visits-try-rule"));
    if class == Class::Facilitator {
        must_visits(l, sheet, &ways, &mut page);
    }
    page
}

/// The ways that are asked for, in the order surveyors were named; then the doors nobody goes to.
fn ways(sheet: &RouteSheet<'_>, round: &Round) -> Vec<Way> {
    let plan = &round.plan;
    let of = |who: &str| (Some(who.to_owned()), plan.route(sheet.roll, Some(who)));
    if !sheet.who.is_empty() {
        return sheet.who.iter().map(|who| of(who)).collect();
    }
    if plan.assignments.is_empty() {
        return vec![(None, plan.route(sheet.roll, None))];
    }
    let mut ways: Vec<Way> = plan.surveyors().into_iter().map(of).filter(|(_, doors)| !doors.is_empty()).collect();
    let assigned = |id: &HouseholdId| sheet.roll.household(*id).is_some_and(|h| plan.assigned(&h.address).is_some());
    let mut rest = plan.route(sheet.roll, None);
    rest.retain(|id| !assigned(id));
    if !rest.is_empty() {
        ways.push((None, rest));
    }
    ways
}

fn way(l: &Locale, sheet: &RouteSheet<'_>, doors: &[HouseholdId], page: &mut Document) {
    let state = |id: &HouseholdId| sheet.rounds.at_door(sheet.round, *id);
    let left = doors.iter().filter(|id| state(id).stage.is_open()).count();
    let all = count(l, Counted::Households, doors.len() as u64);
    page.line(tr!(l, "report-route-left", doors = all, left = left));
    let mut marked = false;
    let mut rest = doors;
    while let Some(first) = rest.first() {
        let here = entrance(sheet, *first);
        let end = rest.iter().position(|id| entrance(sheet, *id) != here).unwrap_or(rest.len());
        let (own, others) = rest.split_at(end);
        rest = others;
        let place = here.map_or_else(|| tr!(l, "visits-gone-from-roll"), |place| visit_place(l, &place));
        page.heading(2, clean_line(&place));
        let mut table = Table::new(heads(l));
        let mut settled: Vec<(Cell, Vec<String>)> = Vec::new();
        for id in own {
            let household = sheet.roll.household(*id);
            let must = household.is_some_and(|h| !h.must_visit.is_empty());
            marked |= must;
            let door = household.map(door).unwrap_or_default();
            let door = if must { format!("{door}{MUST}") } else { door };
            let come = state(id).stage;
            if come.is_open() {
                table.rows.push(row(l, sheet, *id, door));
                continue;
            }
            match settled.iter_mut().find(|(cell, _)| *cell == come.cell()) {
                Some((_, doors)) => doors.push(door),
                None => settled.push((come.cell(), vec![door])),
            }
        }
        page.table(table);
        // Where nobody has to go again, the doors are named and take no room.
        settled.sort_by_key(|(cell, _)| *cell);
        for (cell, doors) in settled {
            page.fact(capital(&visit_cell(l, cell)), doors.join(&tr!(l, "minutes-comma")));
        }
    }
    if marked {
        page.put(Block::Footnotes(vec![(MUST.to_owned(), tr!(l, "report-route-must"))]));
    }
    if !doors.is_empty() {
        page.signatures(vec![capital(&tr!(l, "visits-by-surveyor")), tr!(l, "minutes-date")]);
    }
}

/// The entrance a door is at; nothing when it is on the roll no more.
fn entrance(sheet: &RouteSheet<'_>, id: HouseholdId) -> Option<Place> {
    Some(sheet.roll.household(id)?.address.place(Level::Entrance))
}

fn door(household: &Household) -> String {
    clean_line(&household.address.door.household).into_owned()
}

fn heads(l: &Locale) -> Vec<Column> {
    let mut columns = vec![Column::words(tr!(l, "visits-door")), Column::words(tr!(l, "visits-stands"))];
    columns.extend(BOXES.map(|cell| Column::words(capital(&visit_cell(l, cell)))));
    columns.push(Column::words(tr!(l, "report-route-room")));
    columns
}

fn row(l: &Locale, sheet: &RouteSheet<'_>, id: HouseholdId, door: String) -> Vec<String> {
    let state = sheet.rounds.at_door(sheet.round, id);
    let tries = state.tries;
    let stands = match state.stage {
        Stage::NotVisited => String::new(),
        // Once is what one reads from the word alone.
        Stage::NobodyHome => {
            let nobody = visit_stage(l, state.stage);
            let nobody = if tries > 1 { tr!(l, "report-route-tries", stands = nobody, tries = tries) } else { nobody };
            let advice = Advice::of(state.stage, sheet.rounds.attempts_in(sheet.round, id));
            [nobody, visit_advice(l, advice)].join(&tr!(l, "minutes-semicolon"))
        }
        other => visit_stage(l, other),
    };
    let mut cells = vec![door, stands];
    cells.extend(BOXES.map(|_| TICK.to_owned()));
    cells.push(blank(ROOM));
    cells
}

/// Why doors must be visited, and what is known of them, apart from the sheets that are carried from door to door.
fn must_visits(l: &Locale, sheet: &RouteSheet<'_>, ways: &[Way], page: &mut Document) {
    let found = ways.iter().flat_map(|(_, doors)| doors).filter_map(|id| Some((*id, sheet.roll.household(*id)?)));
    let mut table = Table::new(vec![
        Column::words(tr!(l, "visits-door")),
        Column::words(tr!(l, "visits-must-column")),
        Column::date(tr!(l, "visits-last-met")),
        Column::words(tr!(l, "visits-note")),
    ]);
    table.rows = found
        .filter(|(_, household)| !household.must_visit.is_empty())
        .map(|(id, household)| {
            let met = sheet.rounds.last_met(id);
            let kinds: Vec<String> = household.must_visit.iter().map(|kind| visit_kind(l, *kind)).collect();
            vec![
                visit_address(l, &household.address),
                kinds.join(&tr!(l, "minutes-comma")),
                met.map_or_else(|| tr!(l, "visits-never"), |at| date_short(at.date_naive())),
                clean_line(&household.notes).into_owned(),
            ]
        })
        .collect();
    if !table.rows.is_empty() {
        page.put(Block::Appendix(tr!(l, "report-route-must-doors")));
        page.table(table);
    }
}
