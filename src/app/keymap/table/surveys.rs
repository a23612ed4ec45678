//! The keys of surveys: sessions, entry, responses and what they add up to.

use super::row::{c, ctrl, f, keymap, plain};
use crate::{
    app::{Action, Code, Key},
    domain::Refusal,
};

keymap! {
    Surveys {
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [f(2)] Action::NewResponse => "key-new-response" footer;
        [f(4)] Action::Tally => "key-tally";
        [f(5)] Action::Responses => "key-responses";
        [f(7)] Action::Problems => "key-problems" footer;
        [ctrl('r'), c('r')] Action::Reload => "key-reload" footer;
    }
    Faults {
        [ctrl('r'), c('r')] Action::Reload => "key-reload" footer;
    }
    Sessions {
        [plain(Code::Enter)] Action::Open => "key-change" footer;
        [ctrl('n'), plain(Code::Insert), c('n')] Action::New => "key-new-session" footer;
        [f(2)] Action::NewResponse => "key-new-response" footer;
        [plain(Code::Delete), c('d')] Action::Delete => "key-delete" footer;
        [ctrl('u'), c('u')] Action::Undo => "key-undo" footer;
        [f(5)] Action::Responses => "key-its-responses" footer;
        [f(4)] Action::Tally => "key-its-tally" footer;
    }
    SessionEdit {
        [f(9), ctrl('s')] Action::Save => "key-save" footer;
    }
    NewResponse {
        [plain(Code::Left)] Action::Left => "key-value-before";
        [plain(Code::Right)] Action::Right => "key-value-after";
        [c(' ')] Action::Toggle => "key-value-after";
        [plain(Code::Digits)] Action::Digit(0) => "key-pick";
        [f(9), ctrl('s')] Action::Save => "key-begin" footer;
    }
    Entry {
        [plain(Code::Digits)] Action::Digit(0) => "key-pick" footer;
        [c(' ')] Action::Toggle => "key-tick";
        [plain(Code::Enter)] Action::NextField => "key-next-question" footer;
        [plain(Code::BackTab)] Action::PreviousField => "key-previous-question";
        [plain(Code::Up)] Action::Up => "key-move-up";
        [plain(Code::Down)] Action::Down => "key-move-down";
        [plain(Code::Left)] Action::Left => "key-choice-left";
        [plain(Code::Right)] Action::Right => "key-choice-right";
        [plain(Code::PageUp)] Action::PageUp => "key-page-before";
        [plain(Code::PageDown)] Action::PageDown => "key-page-after";
        [plain(Code::Home)] Action::First => "key-first";
        [plain(Code::End)] Action::Last => "key-last";
        [plain(Code::Tab)] Action::NextOpen => "key-next-open" footer;
        [f(7)] Action::Refuse(Refusal::Refused) => "key-refuse";
        [f(8)] Action::Refuse(Refusal::DontKnow) => "key-dont-know";
        [f(6)] Action::Refuse(Refusal::NotApplicable) => "key-not-applicable";
        [plain(Code::Delete)] Action::Delete => "key-clear";
        [ctrl('g')] Action::Guidance => "key-guidance";
        [plain(Code::Insert), ctrl('n')] Action::New => "key-add-instance";
        [Key { ctrl: true, ..plain(Code::Up) }] Action::MoveUp => "key-move-instance-up";
        [Key { ctrl: true, ..plain(Code::Down) }] Action::MoveDown => "key-move-instance-down";
        [f(4)] Action::NextWrong => "key-next-wrong";
        [f(9), ctrl('s')] Action::Review => "key-review" footer;
        [ctrl('d')] Action::Discard => "key-discard";
    }
    Review {
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [f(9), ctrl('s')] Action::Save => "key-finish" footer;
        [plain(Code::Tab), f(4)] Action::NextWrong => "key-next-wrong" footer;
        [ctrl('d'), plain(Code::Delete)] Action::Discard => "key-discard";
    }
    Browse {
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [plain(Code::Tab), f(6)] Action::NextField => "key-narrow" footer;
        [plain(Code::BackTab)] Action::PreviousField => "key-narrow-last";
        [f(5)] Action::All => "key-all-responses" footer;
        [f(2)] Action::NewResponse => "key-new-response" footer;
        [plain(Code::Delete), ctrl('d')] Action::Discard => "key-discard" footer;
        [f(4)] Action::Tally => "key-tally-these" footer;
    }
    Narrow {
        [plain(Code::Right), c(' ')] Action::Right => "key-value-after" footer;
        [plain(Code::Left)] Action::Left => "key-value-before";
        [plain(Code::Enter)] Action::Open => "key-values" footer;
        [plain(Code::Delete), plain(Code::Backspace)] Action::Delete => "key-any-value" footer;
        [plain(Code::Tab), f(6)] Action::NextField => "key-next-field" footer;
        [plain(Code::BackTab)] Action::PreviousField => "key-previous-field";
        [plain(Code::Down)] Action::Down => "key-to-list";
        [f(5)] Action::All => "key-all-responses";
    }
    Response {
        [plain(Code::Enter)] Action::Open => "key-open-twin" footer;
        [c(' ')] Action::Toggle => "key-only-changes" footer;
        [f(6)] Action::Edit => "key-correct" footer;
        [f(7)] Action::Return => "key-return" footer;
        [f(8)] Action::Approve => "key-approve" footer;
        [plain(Code::Tab)] Action::NextField => "key-next-view" footer;
        [ctrl('u')] Action::Undo => "key-undo" footer;
        [plain(Code::Delete)] Action::Delete => "key-delete";
        [plain(Code::BackTab)] Action::PreviousField => "key-previous-view";
        [f(9)] Action::Compare => "key-compare";
        [ctrl('t')] Action::Trail => "key-trail";
        [plain(Code::Left)] Action::Left => "key-revision-before";
        [plain(Code::Right)] Action::Right => "key-revision-after";
    }
    Reason {
        [plain(Code::Enter)] Action::Save => "key-reason-done" footer;
    }
    Summary {
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [f(6), plain(Code::Tab)] Action::NextField => "key-filter" footer;
        [f(8)] Action::All => "key-no-filter" footer;
        [f(7)] Action::Cross => "key-cross" footer;
        [f(9), ctrl('s')] Action::Save => "key-save-report" footer;
        [plain(Code::Delete), plain(Code::Backspace)] Action::Delete => "key-drop-condition";
        [plain(Code::Left)] Action::Left => "key-previous-question";
        [plain(Code::Right)] Action::Right => "key-next-question";
        [f(5)] Action::Responses => "key-these-responses";
        [f(4)] Action::Tally => "key-other-survey";
    }
    Cross {
        [c(' ')] Action::Toggle => "key-next-figure" footer;
        [plain(Code::Left)] Action::Left => "key-groups-before";
        [plain(Code::Right)] Action::Right => "key-groups-after" footer;
        [f(7)] Action::Cross => "key-other-groups" footer;
    }
    Condition {
        [plain(Code::Enter)] Action::Open => "key-choose" footer;
        [plain(Code::Tab)] Action::Toggle => "key-choose-more" footer;
    }
}
