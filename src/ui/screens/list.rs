//! What every list does with the actions that move in it and type into its search line.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use crate::{
    app::{Action, Ctx, Next, Typing},
    tr,
    ui::{
        theme::Theme,
        widgets::{Click, Picker, PickerState, TableState},
    },
};

/// Rows a page key moves, about half a screen of 24 rows.
const PAGE: usize = 10;

/// The step of a list an action stands for.
pub fn step(action: &Action) -> Option<Typing> {
    Some(match action {
        Action::Up => Typing::Up,
        Action::Down => Typing::Down,
        Action::PageUp => Typing::PageUp,
        Action::PageDown => Typing::PageDown,
        Action::First => Typing::Home,
        Action::Last => Typing::End,
        Action::Input(typing) => typing.clone(),
        _ => return None,
    })
}

/// Draws a list with its search line, and puts the cursor there.
pub fn searched(list: &PickerState, placeholder: &str, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let empty = tr!(ctx.locale, "ui-nothing-found");
    searched_or(list, placeholder, &empty, ctx, frame, area);
}

/// The same, with what to do about it where nothing is found.
pub fn searched_or(list: &PickerState, placeholder: &str, empty: &str, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let picker = Picker::new(Theme::of(ctx), list).search(placeholder).empty(empty).focused(true);
    picker.render(area, frame.buffer_mut());
    if let Some(at) = picker.cursor(area) {
        frame.set_cursor_position(at);
    }
}

/// A click on the row the cursor is on opens it, as Enter does.
pub fn clicked(click: Click) -> Next {
    if click == Click::Again { Next::Act(Action::Open) } else { Next::Stay }
}

/// Moves in a list or changes what it searches for; passes other actions on.
pub fn moved(list: &mut PickerState, action: &Action) -> Next {
    match (action, step(action)) {
        (Action::Click(column, row), _) => return clicked(list.click(*column, *row)),
        // In a list the search line leaves these keys to the list.
        (Action::First, _) => list.go_to(0),
        (Action::Last, _) => list.go_to(usize::MAX),
        (_, Some(step)) => {
            list.apply(&step, PAGE);
        }
        (_, None) => return Next::Pass,
    }
    Next::Stay
}

/// Moves in a table; passes other actions on.
pub fn moved_in_table(table: &mut TableState, action: &Action) -> Next {
    match step(action) {
        None if let Action::Click(column, row) = action => clicked(table.click(*column, *row)),
        Some(step) => {
            table.apply(&step, PAGE);
            Next::Stay
        }
        None => Next::Pass,
    }
}
