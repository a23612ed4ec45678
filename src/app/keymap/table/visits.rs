//! The keys of visits from door to door.

use super::row::{c, ctrl, f, keymap, plain};
use crate::app::{Action, Code, Doorstep, Place};

keymap! {
    Rounds {
        [plain(Code::Enter)] Action::Open => "key-visit-route" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-visit-new" footer;
        [f(4), f(6)] Action::Tally => "key-visit-coverage" footer;
        [f(7)] Action::Go(Place::Due) => "key-visit-due" footer;
        [f(9)] Action::Review => "key-visit-quality" footer;
        [f(8)] Action::Cross => "key-visit-check" footer;
        [plain(Code::Delete)] Action::Delete => "key-visit-end" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    NewRound {
        [f(9), ctrl('s')] Action::Save => "key-save" footer;
    }
    Route {
        [plain(Code::Enter), f(9)] Action::Doorstep(Doorstep::Fill) => "key-visit-open" footer;
        [f(2)] Action::Doorstep(Doorstep::NobodyHome) => "key-visit-nobody" footer;
        [f(3)] Action::Doorstep(Doorstep::ComeBack) => "key-visit-come-back" footer;
        [f(4)] Action::Doorstep(Doorstep::Refused) => "key-visit-refused" footer;
        [f(5)] Action::Doorstep(Doorstep::Moved) => "key-visit-moved" footer;
        [f(6)] Action::Doorstep(Doorstep::Unsafe) => "key-visit-unsafe" footer;
        [c(' '), plain(Code::Insert)] Action::Doorstep(Doorstep::Next) => "key-visit-next" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [f(7)] Action::Doorstep(Doorstep::Met) => "key-visit-met";
        [f(8)] Action::Doorstep(Doorstep::Note) => "key-visit-note";
        [plain(Code::Digits)] Action::Digit(0) => "key-visit-say";
        [plain(Code::Tab)] Action::NextField => "key-visit-whose";
    }
    Coverage {
        [plain(Code::Tab), f(6)] Action::NextField => "key-visit-grouping" footer;
        [plain(Code::Enter)] Action::Open => "key-visit-route" footer;
        [f(7)] Action::Go(Place::Due) => "key-visit-due" footer;
        [f(9)] Action::Review => "key-visit-quality" footer;
        [plain(Code::BackTab)] Action::PreviousField => "key-visit-grouping-before";
    }
    Quality {
        [plain(Code::Tab), f(6)] Action::NextField => "key-visit-view" footer;
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [plain(Code::BackTab)] Action::PreviousField => "key-visit-view-before";
    }
    Due {
        [plain(Code::Right)] Action::Right => "key-visit-more-days" footer;
        [plain(Code::Left)] Action::Left => "key-visit-fewer-days" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-visit-round-of-these" footer;
    }
}
