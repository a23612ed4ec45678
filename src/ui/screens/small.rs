//! The page of a terminal too small for the screens.

use ratatui::{Frame, layout::Rect};

use crate::{
    app::Ctx,
    locale::wrap,
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Says how large the terminal is and how large it needs to be.
pub fn small(ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, needed: (u16, u16)) {
    let words = tr!(
        ctx.locale,
        "ui-too-small",
        columns = area.width,
        rows = area.height,
        needed_columns = needed.0,
        needed_rows = needed.1
    );
    let style = Theme::of(ctx).style(Meaning::Text);
    for (y, line) in (area.y..area.bottom()).zip(wrap(&words, area.width.into())) {
        put(frame.buffer_mut(), Rect { y, height: 1, ..area }, line, style);
    }
}
