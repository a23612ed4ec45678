//! The keys of matters and of sorting suggestions into them.

use super::row::{c, ctrl, f, keymap, plain};
use crate::app::{Action, Code};

keymap! {
    Matters {
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [f(6)] Action::Work => "key-sort" footer;
        [c(' ')] Action::Toggle => "key-matter-pick" footer;
        [f(9)] Action::Vote => "key-matter-agenda" footer;
        [plain(Code::Tab)] Action::NextField => "key-matter-which" footer;
        [f(4)] Action::Narrow => "key-matter-place" footer;
        [f(5)] Action::ClearFilters => "key-matter-widen" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-matter-new" footer;
        [f(8)] Action::Order => "key-matter-board" footer;
        [plain(Code::Right)] Action::Right => "key-matter-concern";
        [plain(Code::Left)] Action::Left => "key-matter-concern-before";
        [plain(Code::BackTab)] Action::PreviousField => "key-value-before";
        [f(2)] Action::All => "key-matter-programme";
        [ctrl('z')] Action::Undo => "key-undo";
    }
    Matter {
        [plain(Code::Enter)] Action::Open => "key-matter-jump" footer;
        [f(2)] Action::Edit => "key-matter-edit" footer;
        [f(4)] Action::Guidance => "key-matter-note" footer;
        [f(6)] Action::Compare => "key-matter-merge" footer;
        [f(7)] Action::Cross => "key-matter-split" footer;
        [f(8)] Action::Override => "key-matter-step" footer;
        [f(9)] Action::Vote => "key-matter-agenda" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    Sorting {
        [plain(Code::Digits)] Action::Digit(0) => "key-sort-assign" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-matter-new" footer;
        [c(' '), plain(Code::Tab)] Action::Toggle => "key-sort-several" footer;
        [plain(Code::Left)] Action::Left => "key-sort-before" footer;
        [plain(Code::Right)] Action::Right => "key-sort-next" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [f(4)] Action::NextOpen => "key-sort-open" footer;
        [plain(Code::Enter)] Action::Open => "key-sort-assign";
        [f(6)] Action::Review => "key-sort-questions";
        [f(8)] Action::Voice => "key-sort-blind";
        [f(7)] Action::Compare => "key-sort-agreement";
    }
    Questions {
        [plain(Code::Enter)] Action::Open => "key-go-on" footer;
        [c(' ')] Action::Toggle => "key-tick" footer;
    }
}
