//! The agenda as a list: what is done, under way and to come.

use crate::{
    app::Ctx,
    domain::meeting::{
        Meeting,
        agenda::ItemKey,
        course::{ItemState, Stage},
    },
    locale::meeting::item_kind,
    ui::{
        theme::DONE,
        widgets::{Entry, PickerState},
    },
};

/// The items of the agenda, the one under way selected.
pub fn items(meeting: &Meeting, ctx: &Ctx) -> PickerState {
    let entries = meeting.course.items().iter().map(|item| Entry::new(title(meeting, item, ctx)).note(note(item, ctx)));
    let mut list = PickerState::new(entries.collect());
    let current = meeting.course.current().map(|item| &item.item.key);
    if let Some(at) = meeting.course.items().iter().position(|item| Some(&item.item.key) == current) {
        list.go_to_entry(at);
    }
    list
}

/// An item's number, `5` or `5.2`.
pub fn number(meeting: &Meeting, item: &ItemKey) -> String {
    match meeting.course.number(item) {
        Some((of, Some(sub))) => format!("{of}.{sub}"),
        Some((of, None)) => of.to_string(),
        None => String::new(),
    }
}

fn title(meeting: &Meeting, item: &ItemState, ctx: &Ctx) -> String {
    let mark = match item.stage {
        Stage::Done => DONE,
        Stage::UnderWay => "*",
        Stage::Ahead => " ",
        Stage::Skipped { .. } => "-",
    };
    let indent = if item.sub { "  " } else { "" };
    let number = number(meeting, &item.item.key);
    let kind = item_kind(&ctx.locale, &item.item.kind);
    format!("{mark} {indent}{number} {kind}: {}", item.item.title.get(ctx.lang()))
}

fn note(item: &ItemState, ctx: &Ctx) -> String {
    let minutes = item.item.minutes;
    let planned = if minutes == 0 { String::new() } else { crate::tr!(ctx.locale, "live-minutes", count = minutes) };
    match &item.stage {
        Stage::Skipped { reason } if reason.is_empty() => crate::tr!(ctx.locale, "live-skipped"),
        Stage::Skipped { reason } => crate::tr!(ctx.locale, "live-skipped-because", reason = reason.as_str()),
        _ if !item.posted => crate::tr!(ctx.locale, "live-not-posted"),
        _ => planned,
    }
}
