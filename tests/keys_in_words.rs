//! A sentence that names a key names one that does there what the sentence says.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use babahui::{
    app::{Action, Booking, Focus, Key, Place, Scope, keymap},
    domain::Lang,
    locale::Locale,
};

/// Sentences, where they are read, the key they name and what it does there.
fn sentences() -> Vec<(&'static str, Scope, Key, Action)> {
    let import = Action::Go(Place::RollImport { file: String::new() });
    vec![
        ("actions-not-done", Scope::Actions, Key::f(5), Action::Book(Booking::Done)),
        ("actions-not-open", Scope::Actions, Key::f(7), Action::Book(Booking::Reopened)),
        ("agreement-none", Scope::Sorting, Key::f(8), Action::Voice),
        ("browse-none-found", Scope::Browse, Key::f(5), Action::All),
        ("checkin-nobody-known", Scope::CheckIn, Key::f(9), Action::CountHeads),
        ("claims-none", Scope::Claims, Key::ctrl('n'), Action::New),
        ("live-all-done", Scope::Live, Key::ctrl('s'), Action::Close),
        ("live-no-matters", Scope::Live, Key::ctrl('k'), Action::Matters),
        ("live-no-matters", Scope::Matters, Key::ctrl('n'), Action::New),
        ("live-no-motion", Scope::Live, Key::ctrl('n'), Action::MoveMotion),
        ("lobby-lacks-chair", Scope::Lobby, Key::f(6), Action::Edit),
        ("matters-none", Scope::Matters, Key::f(6), Action::Work),
        ("matters-none-stored", Scope::Matters, Key::f(6), Action::Work),
        ("matters-widen", Scope::Matters, Key::f(5), Action::ClearFilters),
        ("minutes-read-only", Scope::Minutes, Key::f(9), Action::Finalise),
        ("newmeeting-no-agenda", Scope::Meetings, Key::f(7), Action::Problems),
        ("pledges-grant-hint", Scope::Pledges, Key::f(4), Action::Book(Booking::Withdrawn)),
        ("response-correcting", Scope::Response, Key::f(6), Action::Edit),
        ("rolls-no-members", Scope::Members, Key::ctrl('n'), Action::New),
        ("rolls-nobody-hint", Scope::Roll, Key::f(9), import),
        ("summary-none-chosen", Scope::Summary, Key::f(8), Action::All),
        ("visits-no-rounds", Scope::Rounds, Key::ctrl('n'), Action::New),
        ("visits-rounds-hint", Scope::Rounds, Key::f(8), Action::Cross),
        ("vote-narrowed", Scope::Vote, Key::f(7), Action::Missing),
        ("vote-no-objection", Scope::VoteConsent, Key::f(6), Action::Object),
    ]
}

#[test]
fn a_key_that_is_named_does_what_is_said() {
    let texts =
        [("en", include_str!("../locales/en/babahui.ftl")), ("zh-CN", include_str!("../locales/zh-CN/babahui.ftl"))];
    for (id, scope, key, action) in sentences() {
        assert_eq!(keymap::action(key, scope, Focus::None), Some(action), "{id}");
        for (lang, text) in texts {
            let label = key.label(&Locale::new(&Lang::new(lang)));
            let start = format!("{id} = ");
            let sentence = text.lines().find_map(|line| line.strip_prefix(&start)).unwrap();
            assert!(sentence.contains(&label), "{lang} {id}: {label} is not in: {sentence}");
        }
    }
}
