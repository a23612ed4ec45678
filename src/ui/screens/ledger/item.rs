//! The item of a meeting a screen of the ledger is about.

use crate::{
    app::{Ctx, Level},
    domain::{
        MeetingId,
        meeting::agenda::{Item, ItemKey},
    },
    tr,
};

/// What the meeting is called, and the item; nothing when there is no such meeting or item, which a notice says.
pub fn item_of(meeting: MeetingId, item: &ItemKey, ctx: &mut Ctx) -> Option<(String, Item)> {
    let held = ctx.hold(meeting)?;
    let found = held.course.item(item).map(|state| (held.opening.title.clone(), state.item.clone()));
    if found.is_none() {
        ctx.notice(Level::Warning, |l| tr!(l, "followup-no-item"));
    }
    found
}
