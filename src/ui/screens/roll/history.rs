//! What became of a household: who changed what, when.

use crate::{
    domain::{
        place::{Event, Household, sheet::SheetColumn},
        record::{Body, Record},
    },
    locale::{Locale, column_name, date_time},
    tr,
    ui::{theme::Meaning, widgets::PageState},
};

/// The revisions, the newest first, each with the fields that changed.
pub(super) fn history(l: &Locale, records: &[&Record]) -> PageState {
    let mut lines: Vec<Vec<(Meaning, String)>> = Vec::new();
    let mut before = Household::default();
    for record in records {
        let (at, who) = (date_time(record.at), record.author.clone());
        let mut revision = vec![(Meaning::Label, tr!(l, "rolls-revision", at = at, who = who))];
        match &record.body {
            Body::Place(Event::Household { household, .. }) => {
                for column in SheetColumn::WRITTEN {
                    let (was, is) = (before.cell(column), household.cell(column));
                    if was != is {
                        let column = column_name(l, column);
                        revision.push((Meaning::Text, tr!(l, "rolls-change", column = column, was = was, is = is)));
                    }
                }
                before.clone_from(household);
            }
            Body::Place(Event::HouseholdRemoved { reason, .. }) => {
                revision.push((Meaning::Warn, tr!(l, "rolls-left", reason = reason.clone())));
                before = Household::default();
            }
            _ => continue,
        }
        revision.push((Meaning::Text, String::new()));
        lines.push(revision);
    }
    lines.reverse();
    PageState::of(lines.into_iter().flatten().collect())
}
