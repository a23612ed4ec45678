//! The keys of a meeting, from setting it up to its minutes.

use super::row::{c, ctrl, f, keymap, plain};
use crate::app::{Action, Code, Key, Place};

keymap! {
    Meetings {
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [ctrl('n'), plain(Code::Insert), c('n')] Action::New => "key-new-meeting" footer;
        [f(8)] Action::Go(Place::Sessions) => "key-sessions" footer;
        [f(7)] Action::Problems => "key-problems" footer;
        [ctrl('r'), c('r')] Action::Reload => "key-reload";
    }
    NewMeeting {
        [f(9), ctrl('s')] Action::Save => "key-set-up" footer;
        [f(7)] Action::Problems => "key-problems" footer;
    }
    Lobby {
        [plain(Code::Enter)] Action::Open => "key-begin-meeting" footer;
        [f(4)] Action::CheckIn => "key-check-in" footer;
        [f(6)] Action::Edit => "key-roles" footer;
        [plain(Code::Insert), ctrl('n')] Action::New => "key-insert-item" footer;
        [Key { ctrl: true, ..plain(Code::Up) }] Action::MoveUp => "key-item-up";
        [Key { ctrl: true, ..plain(Code::Down) }] Action::MoveDown => "key-item-down";
        [plain(Code::Delete)] Action::Delete => "key-skip-item";
        [plain(Code::Tab)] Action::NextField => "key-all-facts" footer;
        [ctrl('z'), ctrl('u')] Action::Undo => "key-undo" footer;
    }
    CheckIn {
        [plain(Code::Enter)] Action::Open => "key-check-in" footer;
        [ctrl('d')] Action::CheckOut => "key-check-out" footer;
        [f(2)] Action::New => "key-walk-in" footer;
        [f(6)] Action::Proxy => "key-proxy" footer;
        [f(7)] Action::Excuse => "key-excuse" footer;
        [f(8)] Action::Voice => "key-voice";
        [f(9)] Action::CountHeads => "key-count-heads";
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    Live {
        [c(' ')] Action::Toggle => "key-next-speaker" footer;
        [plain(Code::Enter)] Action::Open => "key-point" footer;
        [plain(Code::Tab), plain(Code::Insert)] Action::New => "key-queue" footer;
        [plain(Code::Right)] Action::Right => "key-next-item" footer;
        [f(5)] Action::Vote => "key-vote" footer;
        [f(6)] Action::Work => "key-work" footer;
        [f(8)] Action::Assign => "key-assign" footer;
        [f(11)] Action::Hall => "key-hall" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
        [plain(Code::Left)] Action::Left => "key-previous-item";
        [plain(Code::Up)] Action::Up => "key-point-before";
        [plain(Code::Down)] Action::Down => "key-point-after";
        [c('+'), ctrl('f')] Action::SpeaksFor => "key-speaks-for";
        [c('-'), ctrl('g')] Action::SpeaksAgainst => "key-speaks-against";
        [ctrl('t')] Action::MoreTime => "key-more-time";
        [ctrl('b')] Action::Order => "key-speaking-order";
        [ctrl('d')] Action::Delete => "key-unqueue";
        [ctrl('n')] Action::MoveMotion => "key-move-motion";
        [f(3)] Action::Pause => "key-break";
        [f(4)] Action::CheckIn => "key-check-in";
        [f(7)] Action::Agenda => "key-agenda";
        [f(9)] Action::Minutes => "key-minutes";
        [ctrl('o')] Action::Guidance => "key-item-notes";
        [ctrl('k')] Action::Matters => "key-to-matter";
        [ctrl('s')] Action::Close => "key-close-meeting";
    }
    Agenda {
        [plain(Code::Enter)] Action::Open => "key-go-item" footer;
        [plain(Code::Delete)] Action::Delete => "key-skip-item" footer;
        [Key { ctrl: true, ..plain(Code::Up) }] Action::MoveUp => "key-move-item-up" footer;
        [Key { ctrl: true, ..plain(Code::Down) }] Action::MoveDown => "key-move-item-down";
        [plain(Code::Insert), ctrl('n')] Action::New => "key-insert-item" footer;
        [ctrl('t')] Action::Matters => "key-item-matter" footer;
    }
    Proposal {
        [plain(Code::Enter)] Action::Open => "key-record" footer;
        [plain(Code::Tab), plain(Code::BackTab)] Action::NextField => "key-for-matter" footer;
    }
    Task {
        [plain(Code::Enter), plain(Code::Down), plain(Code::Tab)] Action::NextField => "key-next-field" footer;
        [plain(Code::Up), plain(Code::BackTab)] Action::PreviousField => "key-previous-field" footer;
    }
    Hall {
        [c(' ')] Action::Toggle => "key-next-speaker" footer;
        [plain(Code::Right)] Action::Right => "key-next-item" footer;
        [f(11)] Action::Hall => "key-leave-hall" footer;
    }
    Minutes {
        [plain(Code::Enter)] Action::Open => "key-minutes-write" footer;
        [f(9)] Action::Finalise => "key-minutes-final" footer;
        [f(7), c(' ')] Action::Toggle => "key-minutes-print" footer;
        [f(6)] Action::Post => "key-minutes-posting" footer;
        [f(8)] Action::Compare => "key-minutes-beside" footer;
        [ctrl('s')] Action::Save => "key-save-report" footer;
        [plain(Code::Tab)] Action::NextField => "key-minutes-place" footer;
        [plain(Code::BackTab)] Action::PreviousField => "key-minutes-place-before";
        [ctrl('z')] Action::Undo => "key-undo";
        [plain(Code::Left)] Action::Left => "key-minutes-version-before";
        [plain(Code::Right)] Action::Right => "key-minutes-version-after";
    }
    MinutesBeside {
        [f(8)] Action::Compare => "key-minutes-page" footer;
        [plain(Code::Tab), f(7)] Action::NextField => "key-minutes-pair" footer;
        [c(' '), f(6)] Action::Toggle => "key-only-changes" footer;
        [plain(Code::Left)] Action::Left => "key-minutes-version-before" footer;
        [plain(Code::Right)] Action::Right => "key-minutes-version-after";
    }
    MinutesWords {
        [ctrl('s'), plain(Code::Tab)] Action::Save => "key-minutes-keep" footer;
    }
    Posting {
        [f(9), ctrl('s')] Action::Save => "key-save" footer;
    }
}
