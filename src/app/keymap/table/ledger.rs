//! The keys of what was promised, paid and taken on.

use super::row::{ctrl, f, keymap, plain};
use crate::app::{Action, Booking, Code};

keymap! {
    Pledges {
        [plain(Code::Enter)] Action::Open => "key-record" footer;
        [f(5)] Action::Book(Booking::Received) => "key-received" footer;
        [f(9)] Action::Book(Booking::Granted) => "key-granted" footer;
        [f(2)] Action::Edit => "key-change" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [f(6)] Action::Book(Booking::Refunded) => "key-refunded" footer;
        [f(4)] Action::Book(Booking::Withdrawn) => "key-withdrawn" footer;
        // These two stand beside the line, each with its key.
        [f(7)] Action::Book(Booking::Anonymous) => "key-anonymous";
        [f(8)] Action::Book(Booking::InHand) => "key-in-hand";
        [f(3)] Action::Book(Booking::Part) => "key-part-received";
        [plain(Code::Tab)] Action::NextField => "key-next-field";
        [plain(Code::BackTab)] Action::PreviousField => "key-previous-field";
    }
    Claims {
        [plain(Code::Enter)] Action::Open => "key-claim" footer;
        [f(5)] Action::Book(Booking::Delivered) => "key-delivered" footer;
        [f(2)] Action::Edit => "key-change" footer;
        [f(4), plain(Code::Delete)] Action::Book(Booking::Released) => "key-released" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-other-part" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    Fund {
        [plain(Code::Enter)] Action::Open => "key-allocate" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-new-allocation" footer;
        [f(3)] Action::Book(Booking::Source) => "key-source" footer;
        [f(5)] Action::Book(Booking::Spent) => "key-spent" footer;
        [f(2)] Action::Edit => "key-change" footer;
        [f(4), plain(Code::Delete)] Action::Book(Booking::Dropped) => "key-give-up" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    Actions {
        [f(5)] Action::Book(Booking::Done) => "key-done" footer;
        [f(8)] Action::Book(Booking::Checked) => "key-checked" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-new-action" footer;
        [f(2)] Action::Edit => "key-change" footer;
        [plain(Code::Tab), f(6)] Action::NextField => "key-which-actions" footer;
        [f(4), plain(Code::Delete)] Action::Book(Booking::Dropped) => "key-drop" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [f(7)] Action::Book(Booking::Reopened) => "key-reopen";
        [plain(Code::Enter)] Action::Open => "key-done-or-checked";
        [plain(Code::BackTab)] Action::PreviousField => "key-which-actions-before";
    }
    LedgerLine {
        [plain(Code::Enter)] Action::Open => "key-record" footer;
        [plain(Code::Tab), plain(Code::Down)] Action::NextField => "key-next-field" footer;
        [plain(Code::BackTab), plain(Code::Up)] Action::PreviousField => "key-previous-field";
    }
    Services {
        [plain(Code::Enter)] Action::Open => "key-services-next" footer;
        [plain(Code::Tab), f(6)] Action::NextField => "key-services-view" footer;
        [ctrl('n'), plain(Code::Insert)] Action::New => "key-services-new" footer;
        [f(5)] Action::Compare => "key-services-match" footer;
        [f(2)] Action::Edit => "key-change" footer;
        [f(4), plain(Code::Delete)] Action::Delete => "key-services-end" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [plain(Code::BackTab)] Action::PreviousField => "key-services-view-before";
    }
    Offers {
        [plain(Code::Enter)] Action::Open => "key-services-match" footer;
        [plain(Code::Digits)] Action::Digit(0) => "key-pick" footer;
        [f(4), plain(Code::Delete)] Action::Delete => "key-services-unmatch" footer;
    }
}
