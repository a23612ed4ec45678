//! The keys of a vote: each way of voting has its own.

use super::row::{c, ctrl, f, keymap, plain};
use crate::app::{Action, Code};

keymap! {
    VotePut {
        [plain(Code::Enter)] Action::Open => "key-vote-put" footer;
        [f(7)] Action::Sponsor => "key-vote-sponsor" footer;
        [f(8)] Action::Second => "key-vote-second" footer;
        [plain(Code::Right), plain(Code::Down), c(' ')] Action::Right => "key-vote-way" footer;
        [plain(Code::Left), plain(Code::Up)] Action::Left => "key-vote-way-before";
        [f(6)] Action::Edit => "key-vote-amend" footer;
        [f(4)] Action::Tellers => "key-vote-tellers" footer;
        [plain(Code::Delete)] Action::Withdraw => "key-vote-withdraw" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    Vote {
        [plain(Code::Digits)] Action::Digit(0) => "key-vote-say" footer;
        [plain(Code::Delete), plain(Code::Backspace)] Action::Delete => "key-vote-unsay";
        [plain(Code::Enter)] Action::NextOpen => "key-vote-next";
        [plain(Code::Tab), f(6), c('/')] Action::NextField => "key-vote-search" footer;
        [f(7), c(' ')] Action::Missing => "key-vote-missing" footer;
        [f(9), ctrl('s')] Action::Close => "key-vote-close" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [f(4)] Action::Tellers => "key-vote-tellers";
        [f(8)] Action::Deliver => "key-vote-deliver";
        [ctrl('d')] Action::DeliverAll => "key-vote-deliver-all";
        [plain(Code::Left)] Action::Left => "key-vote-column-left";
        [plain(Code::Right)] Action::Right => "key-vote-column-right";
    }
    VoteFigures {
        [f(9), ctrl('s')] Action::Close => "key-vote-close" footer;
        [f(6)] Action::ClearFor => "key-vote-clear-for" footer;
        [f(7)] Action::ClearAgainst => "key-vote-clear-against" footer;
        [plain(Code::Enter), plain(Code::Tab)] Action::NextField => "key-next-field" footer;
        [plain(Code::BackTab)] Action::PreviousField => "key-previous-field";
        [plain(Code::Up)] Action::Up => "key-move-up";
        [plain(Code::Down)] Action::Down => "key-move-down";
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [f(4)] Action::Tellers => "key-vote-tellers" footer;
    }
    VoteConsent {
        [plain(Code::Enter), f(9), ctrl('s')] Action::Close => "key-vote-consent" footer;
        [f(6), plain(Code::Tab)] Action::Object => "key-vote-object" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    VoteSearch {
        [plain(Code::Enter)] Action::Open => "key-vote-found" footer;
    }
    VoteLine {
        [plain(Code::Enter)] Action::Save => "key-reason-done" footer;
        [plain(Code::Down)] Action::Down => "key-value-after";
        [plain(Code::Up)] Action::Up => "key-value-before";
    }
    VoteOver {
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    Result {
        [plain(Code::Enter)] Action::Open => "key-result-next" footer;
        [f(7)] Action::ReopenVote => "key-vote-reopen" footer;
        [f(8)] Action::Override => "key-vote-override" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
}
