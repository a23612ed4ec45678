//! Visits in words: places, kinds of must-visit, what came of an attempt, when to try again.

use chrono::{DateTime, FixedOffset};

use super::{Locale, door, month_day, time_short};
use crate::{
    domain::{
        place::{Address, MustVisit, Place},
        survey::Door,
        visit::{Advice, Cell, DayPart, Disposition, Stage, is_whole_day},
    },
    tr,
};

/// What a kind of must-visit household is called.
#[must_use]
pub fn must_visit(l: &Locale, kind: MustVisit) -> String {
    match kind {
        MustVisit::Hardship => tr!(l, "visits-kind-hardship"),
        MustVisit::PartyMember => tr!(l, "visits-kind-party"),
        MustVisit::Dispute => tr!(l, "visits-kind-dispute"),
        MustVisit::SpecialNeeds => tr!(l, "visits-kind-needs"),
    }
}

/// Several kinds in a line.
#[must_use]
pub fn must_visits<'a>(l: &Locale, kinds: impl IntoIterator<Item = &'a MustVisit>) -> String {
    kinds.into_iter().map(|kind| must_visit(l, *kind)).collect::<Vec<_>>().join(" ")
}

/// What a column of a coverage is called.
#[must_use]
pub fn cell(l: &Locale, cell: Cell) -> String {
    match cell {
        Cell::Done => tr!(l, "visits-done"),
        Cell::Refused => tr!(l, "visits-refused"),
        Cell::Moved => tr!(l, "visits-moved"),
        Cell::Unsafe => tr!(l, "visits-unsafe"),
        Cell::ComeBack => tr!(l, "visits-come-back"),
        Cell::NobodyHome => tr!(l, "visits-nobody"),
        Cell::NotVisited => tr!(l, "visits-not-yet"),
    }
}

/// Where a door stands; an agreed time is named.
#[must_use]
pub fn stage(l: &Locale, stage: Stage) -> String {
    match stage {
        Stage::ComeBack { at } => tr!(l, "visits-come-back-at", time = agreed(at)),
        stage => cell(l, stage.cell()),
    }
}

/// What came of an attempt; an agreed time is named.
#[must_use]
pub fn disposition(l: &Locale, disposition: Disposition) -> String {
    match disposition {
        Disposition::ResponseDeleted { .. } => tr!(l, "visits-response-deleted"),
        other => stage(l, other.into()),
    }
}

/// When to try again.
#[must_use]
pub fn advice(l: &Locale, advice: Advice) -> String {
    match advice {
        Advice::Settled => String::new(),
        Advice::AnyTime => tr!(l, "visits-try-any"),
        Advice::Agreed(at) => tr!(l, "visits-try-agreed", time = agreed(at)),
        Advice::Try { part, weekend } => match (part, weekend) {
            (DayPart::Morning, false) => tr!(l, "visits-try-morning"),
            (DayPart::Afternoon, false) => tr!(l, "visits-try-afternoon"),
            (DayPart::Evening, false) => tr!(l, "visits-try-evening"),
            (DayPart::Morning, true) => tr!(l, "visits-try-weekend-morning"),
            (DayPart::Afternoon, true) => tr!(l, "visits-try-weekend-afternoon"),
            (DayPart::Evening, true) => tr!(l, "visits-try-weekend-evening"),
        },
    }
}

/// A household's door with the courtyard before it, as `14号院 3栋2单元501`.
#[must_use]
pub fn address(l: &Locale, address: &Address) -> String {
    joined(&address.courtyard, &door(l, &address.door))
}

/// A place by its narrowest parts; nowhere is said to be so.
#[must_use]
pub fn place(l: &Locale, place: &Place) -> String {
    let part = |at: usize| place.0.get(at).map_or("", |part| part.trim()).to_owned();
    let at = Door { building: part(4), entrance: part(5), household: String::new() };
    let inside = door(l, &at);
    let wide = if inside.is_empty() {
        place.0.iter().rev().find(|part| !part.trim().is_empty()).cloned().unwrap_or_default()
    } else {
        part(3)
    };
    let said = joined(&wide, &inside);
    if said.is_empty() { tr!(l, "visits-no-place") } else { said }
}

/// When to come back: a day, and a time where one was said.
fn agreed(at: DateTime<FixedOffset>) -> String {
    if is_whole_day(at) { month_day(at.date_naive()) } else { day_time(at) }
}

/// A day and a time, short.
#[must_use]
pub fn day_time(at: DateTime<FixedOffset>) -> String {
    format!("{} {}", month_day(at.date_naive()), time_short(at.time()))
}

fn joined(wide: &str, narrow: &str) -> String {
    [wide.trim(), narrow.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
