//! Taking back the last change of a household or a member.

use crate::{
    app::{Ctx, Level},
    domain::{RecordId, place::Roll},
    tr,
};

/// Takes a change of the roll back and says so; whether there was one and it could be.
pub(super) fn undo(last: Option<RecordId>, ctx: &mut Ctx) -> bool {
    let Some(last) = last else {
        ctx.notice(Level::Info, |l| tr!(l, "rolls-nothing-to-undo"));
        return false;
    };
    let undone = ctx.undo_register::<Roll>(&[last]).is_some();
    if undone {
        ctx.notice(Level::Done, |l| tr!(l, "rolls-undone"));
    }
    undone
}
