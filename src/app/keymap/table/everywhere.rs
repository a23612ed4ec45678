//! The keys of every screen, of every list and form, and of the screens that belong to no one job.

use super::row::{c, ctrl, f, keymap, plain};
use crate::app::{Action, BrowseFilter, Code, Place};

keymap! {
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
    List {
        [plain(Code::Up), c('k')] Action::Up => "key-move-up";
        [plain(Code::Down), c('j')] Action::Down => "key-move-down";
        [plain(Code::PageUp)] Action::PageUp => "key-page-up";
        [plain(Code::PageDown)] Action::PageDown => "key-page-down";
        [plain(Code::Home), c('g')] Action::First => "key-first";
        [plain(Code::End), c('G')] Action::Last => "key-last";
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
    Choose {
        [plain(Code::Enter)] Action::Open => "key-choose" footer;
    }
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
}
