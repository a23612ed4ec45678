//! What a screen wants to happen after an action.

use super::{Action, Place};

/// What happens next.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// The action was dealt with; the screen stays.
    Stay,
    /// The action is not this screen's: the loop does what it does everywhere (Back leaves, Help opens help ..).
    Pass,
    /// Open a place on top; Back returns here.
    Go(Place),
    /// Open a place instead of this one; Back returns to what was before.
    Become(Place),
    /// Leave this screen.
    Back,
    /// Do this here: what a click on the selected row stands for.
    Act(Action),
    /// Leave this screen, then do this on the one below.
    Do(Action),
    /// End the program.
    Quit,
}
