//! What goes of a household that is to be forgotten and what stays, above the line that asks whether it is meant.

use ratatui::{Frame, layout::Rect};

use crate::{
    app::{Ctx, Forgetting},
    locale::{forget_by_door, forget_goes, forget_stays, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Rows below the words: the line that is asked for, and the foot of the screen.
const BELOW: u16 = 5;

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// The responses that only name the door.
    ByDoor,
    /// All that goes and stays.
    All {
        /// Whether the responses that only name the door go too.
        by_door: bool,
    },
}

/// Draws it, as far as there is room; gives the row after it.
pub(super) fn draw_plan(plan: &Forgetting, told: Told, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) -> u16 {
    let (l, theme) = (&ctx.locale, Theme::of(ctx));
    let lines: Vec<String> = match told {
        Told::ByDoor => plan.by_door.iter().map(|found| forget_by_door(l, found)).collect(),
        Told::All { by_door } => {
            let mut lines = forget_goes(l, &plan.counts);
            let count = plan.by_door.len();
            match (count, by_door) {
                (0, _) => {}
                (_, true) => lines.push(tr!(l, "forget-by-door-goes", count = count)),
                (_, false) => lines.push(tr!(l, "forget-by-door-left", count = count)),
            }
            lines.push(tr!(l, "forget-stays"));
            lines.extend(forget_stays(l, &plan.counts));
            lines
        }
    };
    let last = frame.area().bottom().saturating_sub(BELOW);
    let mut y = area.y;
    for words in lines.iter().flat_map(|line| wrap(line, usize::from(area.width))) {
        if y >= last {
            break;
        }
        put(frame.buffer_mut(), Rect { y, height: 1, ..area }, words, theme.style(Meaning::Text));
        y += 1;
    }
    y
}
