//! The keys of the roll: households, members, and reading and writing tables of them.

use super::row::{ctrl, f, keymap, plain};
use crate::{
    app::{Action, Code, Place},
    domain,
};

keymap! {
    Roll {
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [plain(Code::Tab)] Action::NextField => "key-roll-side" footer;
        [f(9)] Action::Go(Place::RollImport { file: String::new() }) => "key-roll-import" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-roll-new" footer;
        [f(6)] Action::Go(Place::Members) => "key-roll-members" footer;
        [ctrl('s')] Action::Go(Place::RollExport { at: domain::place::Place(Vec::new()) }) => "key-roll-export" footer;
    }
    Household {
        [f(9), ctrl('s')] Action::Save => "key-save" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [f(6)] Action::Trail => "key-roll-history" footer;
        [f(8)] Action::Remove => "key-roll-remove" footer;
        [f(4)] Action::Erase => "key-roll-erase";
    }
    Members {
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-roll-new-member" footer;
    }
    Member {
        [f(9), ctrl('s')] Action::Save => "key-save" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [f(8)] Action::Remove => "key-roll-remove" footer;
    }
    RollFile {
        [f(9), ctrl('s')] Action::Save => "key-roll-read" footer;
    }
    RollMap {
        [f(9), ctrl('s')] Action::Save => "key-roll-check" footer;
    }
    RollChecked {
        [f(9), ctrl('s')] Action::Save => "key-roll-take-in" footer;
    }
    RollDone {
        [plain(Code::Enter)] Action::Open => "key-roll-done" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    RollExport {
        [f(9), ctrl('s')] Action::Save => "key-roll-export" footer;
    }
}
