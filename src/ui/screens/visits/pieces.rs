//! What the screens of visits share: the figures of a coverage in a line, and the registers held together.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use crate::{
    app::{Ctx, Level},
    domain::{
        RoundId,
        place::Roll,
        visit::{Cell, Doors, Round, Rounds},
    },
    locale::{visit_cell, width},
    tr,
    ui::{
        theme::{Meaning, Theme, WRONG},
        widgets::{Progress, put},
    },
};

/// Holds rounds and roll, read anew where another program wrote. Whether both are there.
pub fn hold(ctx: &mut Ctx) -> bool {
    ctx.hold_register::<Roll>().is_some() && ctx.hold_register::<Rounds>().is_some()
}

/// A round, held; a notice says when there is none.
pub fn held(id: RoundId, ctx: &mut Ctx) -> Option<Round> {
    if !hold(ctx) {
        return None;
    }
    let found = round(id, ctx).cloned();
    if found.is_none() {
        ctx.notice(Level::Warning, |l| tr!(l, "visit-unknown"));
    }
    found
}

/// A round as it was last held.
pub fn round(id: RoundId, ctx: &Ctx) -> Option<&Round> {
    ctx.register::<Rounds>()?.round(id)
}

/// What a round is called, as it was last held.
pub fn title(id: RoundId, ctx: &Ctx) -> String {
    round(id, ctx).map(|round| round.plan.title.clone()).unwrap_or_default()
}

/// How far it is, and in a second row every column that counts anything.
pub fn draw_progress(doors: &Doors, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let row = |n: u16| Rect { y: area.y + n, height: 1.min(area.height.saturating_sub(n)), ..area };
    let settled = doors.all() - doors.open();
    let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    (&Progress::new(theme, number(settled), number(doors.all()))).render(row(0), frame.buffer_mut());
    let mut x = area.x;
    let mut say = |text: &str, meaning| {
        let wide = u16::try_from(width(text)).unwrap_or(u16::MAX);
        if x + wide <= area.right() {
            let at = Rect { x, width: wide, ..row(1) };
            put(frame.buffer_mut(), at, text, theme.style(meaning));
            x = x.saturating_add(wide + 2);
        }
    };
    if doors.overdue > 0 {
        say(&overdue(doors, ctx), Meaning::Bad);
    }
    for cell in Cell::ALL {
        let count = doors.of(cell);
        if count > 0 {
            let meaning = if cell == Cell::Done { Meaning::Good } else { Meaning::Text };
            say(&format!("{} {count}", visit_cell(&ctx.locale, cell)), meaning);
        }
    }
}

/// How many are late, with the sign that says so without colour.
pub fn overdue(doors: &Doors, ctx: &Ctx) -> String {
    let count = doors.overdue;
    format!("{WRONG} {}", tr!(ctx.locale, "visits-overdue", count = count))
}
