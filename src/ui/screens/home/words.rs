//! What the lines of Home say.

use chrono::Datelike;

use super::{Group, HomeScreen, Line, What};
use crate::{
    app::{Ctx, Key},
    domain::{
        place::{self, Roll},
        visit::Rounds,
    },
    locale::{Counted, count, date_time, door, meeting::stage, month_day, relative, session_kind, time_short},
    tr,
};

impl HomeScreen {
    pub(super) fn words(&self, line: &Line, ctx: &Ctx) -> (String, String) {
        let l = &ctx.locale;
        match &line.what {
            What::Meeting(row) => {
                let since = row.started.unwrap_or(row.opened);
                (join(&[&row.title, &stage(l, row.stage())]), relative(l, since, ctx.now()))
            }
            What::Meetings(meetings) => {
                let meetings = *meetings;
                // Agenda files are looked at with the first key, as the ledger is.
                if ctx.ledger().is_none() {
                    return (tr!(l, "home-meetings-only", meetings = meetings), String::new());
                }
                let agendas = ctx.agendas().all().count();
                (tr!(l, "home-meetings", agendas = agendas, meetings = meetings), String::new())
            }
            What::Draft(draft) => {
                let survey = ctx.survey_title(&draft.head.survey.id);
                let door = door(l, &draft.head.door);
                let answered = tr!(l, "home-steps", count = draft.edits);
                (join(&[survey, &door, &answered]), relative(l, draft.touched, ctx.now()))
            }
            What::Survey { id, faults: 0, responses } => {
                (ctx.survey_title(id).to_owned(), count(l, Counted::Responses, *responses))
            }
            What::Survey { id, faults, .. } => {
                let faults = *faults;
                (join(&[ctx.survey_title(id), &tr!(l, "home-faults", count = faults)]), String::new())
            }
            What::Session(row) => {
                let (session, counts) = (&row.session, row.counts.submissions());
                let kind = session_kind(l, session.kind);
                // A title that says the kind says enough.
                let name =
                    if session.title.contains(&kind) { session.title.clone() } else { join(&[&session.title, &kind]) };
                let when = if session.starts.year() == ctx.now().year() {
                    format!("{} {}", month_day(session.starts.date_naive()), time_short(session.starts.time()))
                } else {
                    date_time(session.starts)
                };
                (join(&[&when, &name]), count(l, Counted::Responses, counts))
            }
            What::Group => (self.group_words(line.group, ctx), String::new()),
        }
    }

    fn group_words(&self, group: Group, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match group {
            Group::Demo if ctx.demo => tr!(l, "home-in-demo"),
            Group::Demo => tr!(l, "home-demo"),
            Group::Sessions => tr!(l, "home-new-session"),
            Group::Actions => actions(ctx),
            Group::Roll => roll(ctx),
            Group::Visits => visits(ctx),
            Group::Matters => self.matters.map_or_else(|| tr!(l, "home-matters-all"), |figures| figures.words(ctx)),
            Group::Responses if self.figures.returned > 0 => {
                let all = count(l, Counted::Responses, self.figures.responses);
                join(&[&all, &tr!(l, "home-returned", count = self.figures.returned)])
            }
            Group::Responses => count(l, Counted::Responses, self.figures.responses),
            Group::AllSurveys => all_surveys(ctx),
            Group::Summary => tr!(l, "home-summary"),
            Group::Settings => tr!(l, "home-settings"),
            Group::Meeting | Group::Meetings | Group::Drafts | Group::Surveys => String::new(),
        }
    }

    pub(super) fn group_name(group: Group, ctx: &Ctx) -> (String, Option<Key>) {
        let l = &ctx.locale;
        match group {
            Group::Demo if ctx.demo => (tr!(l, "home-group-in-demo"), None),
            Group::Demo => (tr!(l, "home-group-demo"), None),
            Group::Meeting => (tr!(l, "home-group-meeting"), None),
            Group::Meetings => (tr!(l, "home-group-meetings"), Some(Key::f(3))),
            Group::Drafts => (tr!(l, "home-group-drafts"), None),
            Group::Surveys => (tr!(l, "home-group-new"), Some(Key::f(2))),
            Group::AllSurveys => (tr!(l, "home-group-surveys"), Some(Key::f(6))),
            Group::Sessions => (tr!(l, "home-group-sessions"), Some(Key::f(8))),
            Group::Actions => (tr!(l, "home-group-actions"), Some(Key::f(7))),
            Group::Roll => (tr!(l, "rolls-title"), None),
            Group::Visits => (tr!(l, "home-group-visits"), None),
            Group::Matters => (tr!(l, "home-group-matters"), None),
            Group::Responses => (tr!(l, "home-group-responses"), Some(Key::f(5))),
            Group::Summary => (tr!(l, "home-group-summary"), Some(Key::f(4))),
            Group::Settings => (tr!(l, "home-group-settings"), Some(Key::f(12))),
        }
    }
}

/// How many surveys there are, and how many of them have faults.
fn all_surveys(ctx: &Ctx) -> String {
    let l = &ctx.locale;
    let bad = ctx.library.all().filter(|survey| survey.faults() > 0).count() + ctx.library.unreadable.len();
    let count = ctx.library.all().count() + ctx.library.unreadable.len();
    let all = tr!(l, "home-surveys", count = count);
    let faulty = if bad > 0 { tr!(l, "home-surveys-faulty", count = bad) } else { String::new() };
    join(&[&all, &faulty])
}

/// How many actions are open, and how many of them overdue.
fn actions(ctx: &Ctx) -> String {
    let Some(ledger) = ctx.ledger() else { return tr!(ctx.locale, "home-actions-all") };
    let (open, overdue) = (ledger.open_actions().len(), ledger.overdue(ctx.now().date_naive()));
    let late = if overdue > 0 { tr!(ctx.locale, "home-actions-overdue", count = overdue) } else { String::new() };
    join(&[&tr!(ctx.locale, "home-actions", count = open), &late])
}

/// How many households there are, and how many of them must be visited, once the roll is held.
fn roll(ctx: &Ctx) -> String {
    let Some(roll) = ctx.register::<Roll>() else { return tr!(ctx.locale, "home-roll") };
    let count = roll.count(&place::Place::default());
    let (households, must) = (count.households, count.must);
    tr!(ctx.locale, "rolls-status", households = households, must = must)
}

/// How many rounds of visits are under way, once they were looked at: rounds can be long, and Home does not wait for them.
fn visits(ctx: &Ctx) -> String {
    let Some(rounds) = ctx.register::<Rounds>() else { return tr!(ctx.locale, "home-visits") };
    let open = rounds.rounds().filter(|(_, round)| round.ended.is_none()).count();
    join(&[&tr!(ctx.locale, "home-visits-open", rounds = open), &tr!(ctx.locale, "home-visits")])
}

/// Parts that are not empty, two spaces between.
pub(super) fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("  ")
}
