//! The survey as a tree beside the question: what is answered, blank, wrong, and where one is.

use ratatui::{Frame, layout::Rect};

use crate::{
    app::Ctx,
    domain::{
        expr::NodeRef,
        survey::{Draft, Row, Rows, Standing},
    },
    locale::{Align, pad, truncate, width},
    tr,
    ui::{
        theme::{DONE, Meaning, SELECTED, Theme, WRONG},
        widgets::{Spots, put},
    },
};

/// Draws the rows around the question on screen, and notes in `spots` which row of the tree is where.
pub fn tree(ctx: &Ctx, draft: &Draft, here: NodeRef, spots: &Spots, frame: &mut Frame<'_>, area: Rect) {
    let height = usize::from(area.height);
    let at = draft.row_of(Rows::Relevant, here);
    let count = draft.row_count(Rows::Relevant);
    let first = at.saturating_sub(height / 2).min(count.saturating_sub(height));
    for (nth, (y, row)) in (area.y..area.bottom()).zip(draft.rows(Rows::Relevant, first, height)).enumerate() {
        spots.add(Rect { y, height: 1, ..area }, first + nth);
        draw(ctx, draft, &row, row.at == here, frame, Rect { y, height: 1, ..area });
    }
}

fn draw(ctx: &Ctx, draft: &Draft, row: &Row, here: bool, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let (mark, meaning) = mark(draft, row);
    let style = theme.style(if here { Meaning::Selected } else { meaning });
    let figure = row.progress.map_or_else(String::new, |p| format!(" {}/{}", p.answered, p.asked));
    let indent = " ".repeat(row.depth.saturating_sub(1).min(4));
    let pointer = if here { SELECTED } else { " " };
    let left = format!("{pointer}{indent}{mark} ");
    let room = usize::from(area.width).saturating_sub(width(&left) + width(&figure));
    let label = label(ctx, draft, row);
    let line = label.lines().next().unwrap_or_default();
    let text = format!("{left}{}{figure}", pad(&truncate(line, room), room, Align::Left));
    frame.buffer_mut().set_style(area, style);
    put(frame.buffer_mut(), area, &text, style);
}

fn label(ctx: &Ctx, draft: &Draft, row: &Row) -> String {
    let node = draft.node(row.at);
    let label = draft.label(row.at);
    if draft.is_instance(row.at) {
        let place = crate::domain::expr::Model::position(draft, row.at.instance);
        return format!("{place} {label}");
    }
    if node.specifies_other {
        return tr!(ctx.locale, "entry-specify-other");
    }
    if label.is_empty() { node.name.to_string() } else { label.into_owned() }
}

/// What stands before a row: never colour alone.
fn mark(draft: &Draft, row: &Row) -> (&'static str, Meaning) {
    if let Some(progress) = row.progress {
        return if progress.invalid > 0 {
            (WRONG, Meaning::Bad)
        } else if progress.asked > 0 && progress.answered == progress.asked {
            (DONE, Meaning::Good)
        } else {
            (" ", Meaning::Label)
        };
    }
    match row.standing {
        Standing::Invalid => (WRONG, Meaning::Bad),
        Standing::Answered => (DONE, Meaning::Good),
        Standing::Refused => ("~", Meaning::Good),
        Standing::Blank if !draft.node(row.at).takes_answers() => (" ", Meaning::Muted),
        Standing::Blank if draft.required(row.at) => ("*", Meaning::Text),
        Standing::Blank | Standing::Hidden => ("-", Meaning::Muted),
    }
}
