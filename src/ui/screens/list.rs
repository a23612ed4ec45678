//! What every list does with the actions that move in it and type into its search line.

use crate::{
    app::{Action, Next, Typing},
    ui::widgets::PickerState,
};

/// Rows a page key moves, about half a screen of 24 rows.
const PAGE: usize = 10;

/// Moves in a list or changes what it searches for; passes other actions on.
pub fn moved(list: &mut PickerState, action: &Action) -> Next {
    let typing = match action {
        Action::Up => Typing::Up,
        Action::Down => Typing::Down,
        Action::PageUp => Typing::PageUp,
        Action::PageDown => Typing::PageDown,
        Action::First => {
            list.go_to(0);
            return Next::Stay;
        }
        Action::Last => {
            list.go_to(usize::MAX);
            return Next::Stay;
        }
        Action::Input(typing) => typing.clone(),
        _ => return Next::Pass,
    };
    list.apply(&typing, PAGE);
    Next::Stay
}
