//! What goes of a household that is to be forgotten, and what stays, in plain words.

use super::{Locale, date_short};
use crate::{
    domain::forget::{ByDoor, ForgetCounts},
    tr,
};

/// What goes, a line each.
#[must_use]
pub fn forget_goes(l: &Locale, counts: &ForgetCounts) -> Vec<String> {
    let ForgetCounts { roll, visits, linked, meetings, ledger, others, .. } = *counts;
    let lines = [
        (roll, tr!(l, "forget-roll", count = roll)),
        (visits, tr!(l, "forget-visits", count = visits)),
        (linked, tr!(l, "forget-linked", count = linked)),
        (meetings, tr!(l, "forget-meetings", count = meetings)),
        (ledger, tr!(l, "forget-ledger", count = ledger)),
        (others, tr!(l, "forget-others", count = others)),
    ];
    lines.into_iter().filter(|(count, _)| *count > 0).map(|(_, line)| line).collect()
}

/// What stays and why, a line each.
#[must_use]
pub fn forget_stays(l: &Locale, counts: &ForgetCounts) -> Vec<String> {
    let ForgetCounts { shared, mentioned, members, .. } = *counts;
    let lines = [
        (shared, tr!(l, "forget-shared", count = shared)),
        (mentioned, tr!(l, "forget-mentioned", count = mentioned)),
        (members, tr!(l, "forget-members", count = members)),
        (1, tr!(l, "forget-printed")),
    ];
    lines.into_iter().filter(|(count, _)| *count > 0).map(|(_, line)| line).collect()
}

/// A response that only names the door, in a line.
#[must_use]
pub fn forget_by_door(l: &Locale, found: &ByDoor) -> String {
    let (day, survey, id) = (date_short(found.begun.date_naive()), found.survey.as_str(), found.response.to_string());
    if found.draft {
        tr!(l, "forget-by-door-draft", day = day, survey = survey, id = id)
    } else {
        tr!(l, "forget-by-door-line", day = day, survey = survey, id = id)
    }
}
