//! Words of the summary that more than one of its views uses.

use chrono::{Datelike, NaiveDate};

use crate::{
    domain::{
        session::SessionKind,
        survey::{Door, Kind},
        tally::{Axis, Base, Change, Columns, GroupName, Numbers, Tally, VersionNote},
    },
    locale::{Counted, Locale, clean_line, count, date_short, decimal, door, month_day},
    report::{choice_label, group_name},
    tr,
};

/// A kind of session in few columns: 坝坝会.
pub(super) fn kind_short(l: &Locale, kind: Option<SessionKind>) -> String {
    match kind {
        Some(SessionKind::CourtyardMeeting) => tr!(l, "summary-meetings"),
        Some(SessionKind::CommunityChat) => tr!(l, "summary-chats"),
        Some(SessionKind::NeighboursDialogue) => tr!(l, "summary-dialogues"),
        Some(SessionKind::MicroRenewal) => tr!(l, "summary-renewals"),
        Some(SessionKind::DoorToDoor) => tr!(l, "summary-rounds"),
        Some(SessionKind::Other) => tr!(l, "summary-others"),
        None => tr!(l, "summary-unknown-kind"),
    }
}

/// `答 131  未答 3  拒答 1`: what is 0 is left out, n never.
pub(super) fn base(l: &Locale, base: &Base) -> String {
    let others = [
        (base.blank, tr!(l, "tally-blank")),
        (base.refused, tr!(l, "tally-refused")),
        (base.dont_know, tr!(l, "tally-dont-know")),
        (base.not_applicable, tr!(l, "tally-not-applicable")),
        (base.not_asked, tr!(l, "tally-not-asked")),
    ];
    let mut words = vec![tr!(l, "summary-given", count = base.given)];
    words.extend(others.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{word} {n}")));
    words.join("  ")
}

/// What a tally is of, where that does not go without saying: several choices, an order, entries of a repeat.
pub(super) fn nature(l: &Locale, columns: &Columns, tally: &Tally) -> Vec<String> {
    use crate::domain::tally::Detail;
    let mut words = Vec::new();
    match tally.detail {
        Detail::Set(_) => words.push(tr!(l, "summary-several")),
        Detail::Rank(_) => words.push(tr!(l, "summary-ranked")),
        _ => {}
    }
    if tally.kind == Kind::Calculate {
        words.push(tr!(l, "summary-computed"));
    }
    if !tally.repeat.is_empty() {
        let table = columns.tables().iter().find(|table| table.name == tally.repeat);
        let name = table.map_or_else(|| tally.repeat.clone(), |table| choice_label(l, &table.name, &table.label));
        let (rows, households) = (tally.base.rows, count(l, Counted::Households, tally.base.households));
        words.push(tr!(l, "summary-instances", repeat = name, rows = rows, households = households));
    }
    words
}

/// Mean, median, least, greatest and sum with their words.
pub(super) fn figures(l: &Locale, numbers: &Numbers) -> [(String, String); 5] {
    [
        (tr!(l, "tally-mean"), decimal(numbers.mean, 2)),
        (tr!(l, "tally-median"), decimal(numbers.median, 2)),
        (tr!(l, "tally-min"), decimal(numbers.min, 2)),
        (tr!(l, "tally-max"), decimal(numbers.max, 2)),
        (tr!(l, "tally-sum"), decimal(numbers.sum, 2)),
    ]
}

/// A building as one says it: 3栋.
pub(super) fn building(l: &Locale, name: &str) -> String {
    if name.is_empty() {
        return tr!(l, "tally-unnamed");
    }
    door(l, &Door { building: name.to_owned(), ..Door::default() })
}

/// What a group of an axis is called.
pub(super) fn group(l: &Locale, axis: Axis, name: &GroupName) -> String {
    match (axis, name) {
        (Axis::Building, GroupName::Word(word)) => building(l, word),
        (_, GroupName::Session { title, starts: Some(at), .. }) => {
            format!("{} {}", month_day(at.date_naive()), clean_line(title))
        }
        (_, name) => group_name(l, name),
    }
}

/// Days from the first to the last; the year only where it is not this one.
pub(super) fn days(l: &Locale, from: Option<NaiveDate>, to: Option<NaiveDate>, today: NaiveDate) -> String {
    let day = |date: NaiveDate| if date.year() == today.year() { month_day(date) } else { date_short(date) };
    match (from, to) {
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) => tr!(l, "summary-days", from = day(from), to = day(to)),
        (Some(from), None) => tr!(l, "summary-days-from", from = day(from)),
        (None, Some(to)) => tr!(l, "summary-days-to", to = day(to)),
        (None, None) => String::new(),
    }
}

/// How a version differs from the one before.
pub(super) fn note(l: &Locale, note: &VersionNote, tally: &Tally) -> String {
    let labels = |names: &[String]| {
        let label = |name: &String| label_of(l, tally, name);
        names.iter().map(label).collect::<Vec<_>>().join(&tr!(l, "summary-and"))
    };
    let what = match &note.change {
        Change::Added => tr!(l, "summary-added"),
        Change::Dropped => tr!(l, "summary-dropped"),
        Change::Kind { .. } => tr!(l, "summary-other-kind"),
        Change::Moved => tr!(l, "summary-moved"),
        Change::Reworded => tr!(l, "summary-reworded"),
        Change::Choices { added, dropped, reworded } => {
            let parts = [
                (added, tr!(l, "summary-choices-added", choices = labels(added))),
                (dropped, tr!(l, "summary-choices-dropped", choices = labels(dropped))),
                (reworded, tr!(l, "summary-choices-reworded", choices = labels(reworded))),
            ];
            let said = parts.into_iter().filter(|(names, _)| !names.is_empty()).map(|(_, words)| words);
            said.collect::<Vec<_>>().join(&tr!(l, "summary-and"))
        }
    };
    tr!(l, "summary-version", version = note.version.as_str(), what = what)
}

/// The label of one of a tally's choices by its name.
pub(super) fn label_of(l: &Locale, tally: &Tally, name: &str) -> String {
    use crate::domain::tally::Detail;
    let label = match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => all.iter().find(|c| c.name == name).map(|c| &c.label),
        Detail::Rank(all) => all.iter().find(|c| c.name == name).map(|c| &c.label),
        _ => None,
    };
    label.map_or_else(|| name.to_owned(), |label| choice_label(l, name, label))
}
