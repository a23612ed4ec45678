//! The head of minutes: when, where, who presided, who was there, what was on the agenda.

use chrono::{DateTime, FixedOffset};

use crate::{
    domain::{
        meeting::{
            minutes::{Absent, ItemMinutes, Minutes, Timing},
            rule::{Measure, Regime, Weight},
        },
        survey::Door,
    },
    locale::{
        Counted, Locale, count, date_long, date_time, date_weekday, door, duration, lead, meeting::item_kind,
        rule_words, session_kind, time_short, weight_words,
    },
    report::Document,
    tr,
};

/// Writes the head.
pub(super) fn write(l: &Locale, minutes: &Minutes, page: &mut Document) {
    let heading = &minutes.heading;
    page.fact(tr!(l, "minutes-time"), time(l, minutes));
    let mut parts = vec![heading.community.trim(), heading.courtyard.trim(), heading.place.trim()];
    parts.retain(|part| !part.is_empty());
    // A session's courtyard is often all that was said of the place.
    parts.dedup();
    let place = parts.join(" ");
    let given = [
        (tr!(l, "minutes-place"), place),
        (tr!(l, "minutes-form"), session_kind(l, heading.kind)),
        (tr!(l, "minutes-rule"), rule_words(l, &heading.rule)),
        (tr!(l, "minutes-chair"), heading.chair.clone()),
        (tr!(l, "minutes-note-taker"), heading.note_taker.clone()),
        (tr!(l, "minutes-notice"), heading.notice.map(|day| date_weekday(l, day)).unwrap_or_default()),
    ];
    for (label, words) in given.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
        page.fact(label, words);
    }
    turnout(l, minutes, page);
    page.fact(tr!(l, "minutes-agenda"), agenda(l, &minutes.items));
    if let Some(Timing { planned, spent }) = minutes.timing {
        let behind = lead((spent - planned) / 1000);
        let (planned, spent) = (duration(planned / 1000), duration(spent / 1000));
        page.fact(tr!(l, "minutes-spent"), tr!(l, "minutes-timing", planned = planned, spent = spent, behind = behind));
    }
    for reopened in &heading.reopened {
        let reason = reopened.reason.clone();
        page.fact(tr!(l, "minutes-reopened"), tr!(l, "minutes-at", at = date_time(reopened.at), words = reason));
    }
    for clock in &heading.clock {
        let (before, after) = (date_time(clock.before), date_time(clock.after));
        page.fact(tr!(l, "minutes-clock"), tr!(l, "minutes-clock-set-back", before = before, after = after));
    }
}

fn time(l: &Locale, minutes: &Minutes) -> String {
    let heading = &minutes.heading;
    let day = |at: DateTime<FixedOffset>| format!("{} {}", date_long(l, at.date_naive()), time_short(at.time()));
    match (heading.began, heading.ended, heading.planned) {
        (Some(began), Some(ended), _) => {
            let same = began.date_naive() == ended.date_naive();
            let to = if same { time_short(ended.time()) } else { day(ended) };
            tr!(l, "minutes-from-to", from = day(began), to = to)
        }
        (Some(began), None, _) => tr!(l, "minutes-under-way", from = day(began)),
        (None, _, Some(planned)) => tr!(l, "minutes-planned", at = day(planned)),
        (None, ..) => tr!(l, "minutes-not-begun"),
    }
}

/// A weight in heads, and in area where there is some.
pub(super) fn weight(l: &Locale, regime: Regime, weight: Weight) -> String {
    let heads = weight_words(l, regime, Measure::Heads, weight.heads);
    if weight.area == 0 {
        return heads;
    }
    let area = weight_words(l, regime, Measure::Area, weight.area);
    tr!(l, "minutes-heads-area", heads = heads, area = area)
}

fn turnout(l: &Locale, minutes: &Minutes, page: &mut Document) {
    let (turnout, regime) = (&minutes.turnout, minutes.heading.rule.regime);
    let present = weight(l, regime, turnout.present);
    if turnout.roll {
        page.fact(tr!(l, "minutes-entitled"), weight(l, regime, turnout.entitled));
    }
    page.fact(tr!(l, "minutes-present"), present);
    if turnout.roll {
        let proxies = weight_words(l, regime, Measure::Heads, u64::from(turnout.by_proxy));
        page.fact(tr!(l, "minutes-by-proxy"), proxies);
        if turnout.residents > 0 {
            page.fact(tr!(l, "minutes-residents"), count(l, Counted::People, u64::from(turnout.residents)));
        }
    }
    let names = |names: &[String]| names.join(&tr!(l, "minutes-comma"));
    if !turnout.observers.is_empty() {
        page.fact(tr!(l, "minutes-observers"), names(&turnout.observers));
    }
    if !turnout.staff.is_empty() {
        page.fact(tr!(l, "minutes-staff"), names(&turnout.staff));
    }
    if turnout.absent_heads > 0 {
        let heads = weight_words(l, regime, Measure::Heads, turnout.absent_heads);
        let told: Vec<String> = turnout.absent.iter().map(|absent| absent_words(l, absent)).collect();
        let words =
            if told.is_empty() { heads } else { tr!(l, "minutes-absent-named", heads = heads, names = names(&told)) };
        page.fact(tr!(l, "minutes-absent"), words);
    }
    if !turnout.unresolved.is_empty() {
        let told: Vec<String> = turnout.unresolved.iter().map(|absent| absent_words(l, absent)).collect();
        let (who, reason) = (names(&told), tr!(l, "minutes-unresolved"));
        page.fact(tr!(l, "minutes-not-counted"), tr!(l, "minutes-because", who = who, reason = reason));
    }
}

fn absent_words(l: &Locale, absent: &Absent) -> String {
    let who = with_door(l, &absent.name, &absent.door);
    if absent.reason.is_empty() {
        return who;
    }
    let reason = absent.reason.clone();
    tr!(l, "minutes-because", who = who, reason = reason)
}

/// A name with its door.
pub(super) fn with_door(l: &Locale, name: &str, at: &Door) -> String {
    format!("{name} {}", door(l, at)).trim().to_owned()
}

/// The number an item is called by, `3` or `3.2`.
pub(super) fn number(item: &ItemMinutes) -> String {
    match item.number {
        (main, None) => main.to_string(),
        (main, Some(sub)) => format!("{main}.{sub}"),
    }
}

fn agenda(l: &Locale, items: &[ItemMinutes]) -> String {
    let title = |item: &ItemMinutes| match item.title.get(l.lang()).trim() {
        "" => item_kind(l, &item.kind),
        title => title.to_owned(),
    };
    let word = |item: &ItemMinutes| format!("{} {}", number(item), title(item));
    items.iter().map(word).collect::<Vec<_>>().join(&tr!(l, "minutes-semicolon"))
}
