//! One item of the minutes.

use super::{agreed, heading::number, motion};
use crate::{
    domain::{
        meeting::{
            agenda::ItemKind,
            minutes::{ItemEnd, ItemMinutes, Minutes, Point, Timing},
        },
        survey::Door,
    },
    locale::{
        Locale, door, duration, lead,
        meeting::{item_kind, stance},
    },
    report::{Block, Document, Wanted},
    tr,
};

/// Writes an item; `motions` counts them over the meeting.
pub(super) fn write(l: &Locale, minutes: &Minutes, item: &ItemMinutes, motions: &mut usize, page: &mut Document) {
    let (kind, title) = (item_kind(l, &item.kind), item.title.get(l.lang()).trim().to_owned());
    let level = if item.number.1.is_some() { 2 } else { 1 };
    // A break may have no title; one that only repeats what the item is for is not said twice.
    let heading = if title.is_empty() || title == kind {
        format!("{} {kind}", number(item))
    } else {
        tr!(l, "minutes-item", number = number(item), kind = kind, title = title)
    };
    page.heading(level, heading);
    if !item.posted {
        page.line(tr!(l, "minutes-not-posted"));
    }
    match &item.end {
        ItemEnd::Done => {}
        ItemEnd::Ahead => page.line(tr!(l, "minutes-item-ahead")),
        ItemEnd::UnderWay => page.line(tr!(l, "minutes-item-under-way")),
        ItemEnd::Skipped { reason } if reason.is_empty() => page.line(tr!(l, "minutes-item-skipped")),
        ItemEnd::Skipped { reason } => {
            let reason = reason.clone();
            page.line(tr!(l, "minutes-item-skipped-because", reason = reason));
        }
    }
    page.blocks.push(Block::Words {
        label: tr!(l, "minutes-presented"),
        text: item.presented.clone(),
        wanted: Some(Wanted::Presented(item.key.clone())),
    });
    if !item.points.is_empty() {
        page.line(tr!(l, "minutes-points"));
        for point in &item.points {
            page.entry(point.number.to_string(), point_words(l, point));
        }
    }
    for each in &item.motions {
        *motions += 1;
        motion::write(l, minutes, each, (*motions, level + 1), page);
    }
    agreed::write(l, &item.agreed, minutes.edition, page);
    if item.kind != ItemKind::Assign {
        agreed::actions(l, &item.agreed, page);
    }
    if let Some(Timing { planned, spent }) = item.timing.filter(|timing| timing.spent > 0) {
        let took = duration(spent / 1000);
        let words = if planned == 0 {
            took
        } else {
            let (planned, behind) = (duration(planned / 1000), lead((spent - planned) / 1000));
            tr!(l, "minutes-timing", planned = planned, spent = took, behind = behind)
        };
        page.fact(tr!(l, "minutes-spent"), words);
    }
    if !item.notes.trim().is_empty() {
        let (label, text) = (tr!(l, "minutes-notes"), item.notes.clone());
        page.blocks.push(Block::Words { label, text, wanted: None });
    }
}

/// `李嬢嬢（2栋，赞成）：充电桩放在东门`
fn point_words(l: &Locale, point: &Point) -> String {
    let building = door(l, &Door { building: point.building.clone(), ..Door::default() });
    let side = point.stance.map(|side| stance(l, side)).unwrap_or_default();
    let about: Vec<String> = [building, side].into_iter().filter(|word| !word.is_empty()).collect();
    let about = about.join(&tr!(l, "minutes-comma"));
    let (speaker, words) = (point.speaker.trim().to_owned(), point.text.clone());
    match (speaker.is_empty(), about.is_empty()) {
        (true, true) => words,
        (false, true) => tr!(l, "minutes-said", speaker = speaker, words = words),
        (true, false) => tr!(l, "minutes-said", speaker = about, words = words),
        (false, false) => {
            let speaker = tr!(l, "minutes-because", who = speaker, reason = about);
            tr!(l, "minutes-said", speaker = speaker, words = words)
        }
    }
}
