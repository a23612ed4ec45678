//! The rows of the key table, scope by scope: which keys, what they do, what that is called, and whether the footer says so.

use super::Scope;
use crate::{
    app::{Action, Booking, BrowseFilter, Code, Doorstep, Key, Place},
    domain::{self, Refusal},
    locale::Locale,
    tr,
};

/// The words of something in a locale's language.
pub type Words = fn(&Locale) -> String;

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys; the first is the one the footer shows.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// What it is called, short: the footer's and the help's word.
    pub words: Words,
    /// Whether the footer shows it (in table order, as far as there is room).
    pub footer: bool,
}

macro_rules! keymap {
    ($($scope:ident { $([$($key:expr),+] $action:expr => $id:literal $($footer:ident)? ;)* })*) => {
        /// The table.
        pub static KEYMAP: &[Binding] = &[$($(
            Binding {
                scope: Scope::$scope,
                keys: &[$($key),+],
                action: $action,
                words: |locale| tr!(locale, $id),
                footer: keymap!(@footer $($footer)?),
            },
        )*)*];
    };
    (@footer footer) => { true };
    (@footer) => { false };
}

const fn plain(code: Code) -> Key {
    Key::plain(code)
}
const fn c(letter: char) -> Key {
    Key::char(letter)
}
const fn f(n: u8) -> Key {
    Key::f(n)
}
const fn ctrl(letter: char) -> Key {
    Key::ctrl(letter)
}

keymap! {
    Home {
        [plain(Code::Enter)] Action::Open => "key-open" footer;
        [f(2)] Action::NewResponse => "key-new-response" footer;
        [f(3)] Action::Go(Place::Meetings) => "key-meetings" footer;
        [f(4)] Action::Tally => "key-tally" footer;
        [f(5)] Action::Responses => "key-responses" footer;
        [f(6)] Action::Go(Place::Surveys) => "key-surveys" footer;
        [f(8)] Action::Go(Place::Sessions) => "key-sessions" footer;
        [f(7)] Action::Go(Place::Actions) => "key-actions";
        [plain(Code::Digits)] Action::Digit(0) => "key-pick";
        [plain(Code::Delete), ctrl('d')] Action::Discard => "key-discard" footer;
        [ctrl('q'), ctrl('c')] Action::Quit => "key-quit" footer;
    }
    Help {
        [plain(Code::Enter)] Action::Open => "key-do-it" footer;
    }
    Palette {
        [plain(Code::Enter)] Action::Open => "key-do-it" footer;
    }
    Demo {
        [plain(Code::Enter)] Action::Open => "key-go-on" footer;
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
    Cross {
        [c(' ')] Action::Toggle => "key-next-figure" footer;
        [plain(Code::Left)] Action::Left => "key-groups-before";
        [plain(Code::Right)] Action::Right => "key-groups-after" footer;
        [f(7)] Action::Cross => "key-other-groups" footer;
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
    Condition {
        [plain(Code::Enter)] Action::Open => "key-choose" footer;
        [plain(Code::Tab)] Action::Toggle => "key-choose-more" footer;
    }
    Choose {
        [plain(Code::Enter)] Action::Open => "key-choose" footer;
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
    VoteOver {
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
    Result {
        [plain(Code::Enter)] Action::Open => "key-result-next" footer;
        [f(7)] Action::ReopenVote => "key-vote-reopen" footer;
        [f(8)] Action::Override => "key-vote-override" footer;
        [ctrl('z')] Action::Undo => "key-undo" footer;
    }
    Hall {
        [c(' ')] Action::Toggle => "key-next-speaker" footer;
        [plain(Code::Right)] Action::Right => "key-next-item" footer;
        [f(11)] Action::Hall => "key-leave-hall" footer;
    }
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
    LedgerLine {
        [plain(Code::Enter)] Action::Open => "key-record" footer;
        [plain(Code::Tab), plain(Code::Down)] Action::NextField => "key-next-field" footer;
        [plain(Code::BackTab), plain(Code::Up)] Action::PreviousField => "key-previous-field";
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
    Agreement {
    }
    Form {
        [plain(Code::Enter), plain(Code::Down), plain(Code::Tab)] Action::NextField => "key-next-field" footer;
        [plain(Code::Up), plain(Code::BackTab)] Action::PreviousField => "key-previous-field" footer;
        [c(' ')] Action::Toggle => "key-value-after" footer;
        [plain(Code::Right)] Action::Right => "key-value-after";
        [plain(Code::Left)] Action::Left => "key-value-before";
        [plain(Code::Digits)] Action::Digit(0) => "key-pick";
        [plain(Code::Home)] Action::First => "key-first";
        [plain(Code::End)] Action::Last => "key-last";
    }
    List {
        [plain(Code::Up), c('k')] Action::Up => "key-move-up";
        [plain(Code::Down), c('j')] Action::Down => "key-move-down";
        [plain(Code::PageUp)] Action::PageUp => "key-page-up";
        [plain(Code::PageDown)] Action::PageDown => "key-page-down";
        [plain(Code::Home), c('g')] Action::First => "key-first";
        [plain(Code::End), c('G')] Action::Last => "key-last";
    }
    Print {
        [f(9), plain(Code::Enter), ctrl('s')] Action::Save => "key-save" footer;
        [f(5)] Action::OpenFile => "key-open-file" footer;
        [f(4)] Action::ToPrinter => "key-to-printer" footer;
        [f(3)] Action::Printers => "key-printers" footer;
        [f(6)] Action::NextClass => "key-next-class" footer;
        [f(7)] Action::NextFormat => "key-next-format" footer;
        [f(8)] Action::NextPaper => "key-next-paper" footer;
        [c('+'), c('='), plain(Code::Right)] Action::MoreCopies => "key-more-copies" footer;
        [c('-'), c('_'), plain(Code::Left)] Action::FewerCopies => "key-fewer-copies";
    }
    Global {
        [f(2)] Action::NewResponse => "key-new-response";
        [f(3)] Action::Go(Place::Meetings) => "key-meetings";
        [f(8)] Action::Go(Place::Sessions) => "key-sessions";
        [f(4)] Action::Tally => "key-tally";
        [f(5)] Action::Go(Place::Browse { filter: BrowseFilter::all() }) => "key-responses";
        [f(7)] Action::Go(Place::Actions) => "key-actions";
        [ctrl('o')] Action::Go(Place::Services) => "key-services";
        [ctrl('t')] Action::Go(Place::Matters) => "key-matters";
        // In the order of their worth, least first: a narrow footer leaves the palette out, then nothing more of these.
        [ctrl('p')] Action::Palette => "key-palette" footer;
        [plain(Code::Esc)] Action::Back => "key-back" footer;
        [f(12)] Action::Go(Place::Settings) => "key-settings";
        [ctrl('q'), ctrl('c')] Action::Quit => "key-quit";
        [f(1), c('?')] Action::Help => "key-help" footer;
        [f(10)] Action::Language => "key-language" footer;
        [ctrl('u')] Action::Undo => "key-undo-discard";
        [ctrl('x')] Action::Print => "key-print";
        [ctrl('y')] Action::Copy => "key-copy";
        [ctrl('e')] Action::EditOutside => "key-edit-outside";
        [ctrl('z')] Action::Suspend => "key-suspend";
        [ctrl('l')] Action::Redraw => "key-redraw";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_command_hangs_on_a_letter() {
        for row in KEYMAP {
            let reachable = row.keys.iter().any(|key| match key.code {
                Code::Char(c) => key.ctrl || c == ' ',
                _ => true,
            });
            assert!(reachable, "{:?} in {:?}", row.action, row.scope);
        }
    }

    #[test]
    fn no_key_stands_twice_in_a_scope() {
        for (i, row) in KEYMAP.iter().enumerate() {
            for other in KEYMAP[..i].iter().filter(|other| other.scope == row.scope) {
                for key in row.keys {
                    assert!(!other.keys.contains(key), "{key:?} twice in {:?}", row.scope);
                }
            }
        }
    }
}
