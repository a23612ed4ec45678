//! What stands above the answers: survey, session, surveyor, times, state, and what one should know first.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{facts::Facts, screen::View};
use crate::{
    app::Ctx,
    domain::survey::ResponseState,
    locale::{Counted, count, date_time, month_day, time_short, width},
    tr,
    ui::{
        screens::browse::when,
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// The lines above the answers.
pub fn lines(facts: &Facts, ctx: &Ctx) -> Vec<(Meaning, String)> {
    let mut lines = vec![(Meaning::Text, survey(facts, ctx)), (Meaning::Text, filled(facts, ctx))];
    lines.extend(decided(facts, ctx));
    lines.extend(corrected(facts, ctx));
    lines.extend(twins(facts, ctx));
    if facts.correcting {
        lines.push((Meaning::Warn, format!("! {}", tr!(ctx.locale, "response-correcting"))));
    }
    if facts.read_only {
        lines.push((Meaning::Warn, format!("! {}", tr!(ctx.locale, "response-read-only"))));
    }
    lines
}

/// Survey, version and session.
fn survey(facts: &Facts, ctx: &Ctx) -> String {
    let head = &facts.history.head;
    let form = facts.forms.last().and_then(Option::as_ref);
    let title = form.map_or_else(|| ctx.survey_title(&head.survey.id), |form| form.title.get(ctx.lang()));
    let version = tr!(ctx.locale, "response-version", version = head.survey.version.as_str());
    let session = facts.session.as_ref().map(|session| {
        let day = month_day(session.starts.date_naive());
        format!("{day} {}", session.title)
    });
    join(&[title.to_owned(), version, session.unwrap_or_default()])
}

/// Surveyor, times and what it is called.
fn filled(facts: &Facts, ctx: &Ctx) -> String {
    let l = &ctx.locale;
    let head = &facts.history.head;
    let begun = tr!(l, "response-begun", time = date_time(head.created));
    let submitted = facts.history.submitted;
    let same_day = submitted.date_naive() == head.created.date_naive();
    let at = if same_day { time_short(submitted.time()) } else { date_time(submitted) };
    let finished = if facts.revisions() == 0 { String::new() } else { tr!(l, "response-finished", time = at) };
    let name = facts.history.current().map(|r| r.response.name.clone()).unwrap_or_default();
    // What the answers say themselves comes last: it is cut first.
    join(&[head.surveyor.clone(), begun, finished, name])
}

/// Who decided on it, when and why; nothing while it is as it was finalised.
fn decided(facts: &Facts, ctx: &Ctx) -> Option<(Meaning, String)> {
    let l = &ctx.locale;
    let history = &facts.history;
    let (who, at) = (history.decided_by.as_str(), when(history.decided_at, ctx));
    let why = history.comment.as_str();
    Some(match history.state {
        ResponseState::Returned => {
            (Meaning::Warn, format!("! {}", tr!(l, "response-was-returned", who = who, at = at, why = why)))
        }
        ResponseState::Approved => (Meaning::Good, tr!(l, "response-was-approved", who = who, at = at)),
        ResponseState::Deleted if facts.revisions() == 0 => {
            (Meaning::Warn, format!("! {}", tr!(l, "response-was-discarded", at = at)))
        }
        ResponseState::Deleted => {
            (Meaning::Warn, format!("! {}", tr!(l, "response-was-deleted", who = who, at = at, why = why)))
        }
        ResponseState::Final | ResponseState::Draft => return None,
    })
}

/// That it was corrected, by whom and why.
fn corrected(facts: &Facts, ctx: &Ctx) -> Option<(Meaning, String)> {
    let last = facts.history.current().filter(|_| facts.revisions() > 1)?;
    let (n, who, at) = (facts.revisions() as u64, last.author.as_str(), when(last.at, ctx));
    let why = last.response.head.correction.as_deref().unwrap_or_default();
    Some((Meaning::Text, tr!(ctx.locale, "response-was-corrected", n = n, who = who, at = at, why = why)))
}

/// That others stand at the same door.
fn twins(facts: &Facts, ctx: &Ctx) -> Option<(Meaning, String)> {
    let first = facts.twins.first()?;
    let others = count(&ctx.locale, Counted::Responses, facts.twins.len() as u64);
    let (who, at) = (first.head.surveyor.as_str(), when(first.submitted, ctx));
    Some((Meaning::Warn, format!("! {}", tr!(ctx.locale, "response-twins", others = others, who = who, at = at))))
}

/// The names of the ways to look at it, the one on screen marked.
pub fn tabs(view: View, views: &[View], words: &str, ctx: &Ctx, buffer: &mut Buffer, row: Rect) {
    let theme = Theme::of(ctx);
    let mut x = row.x;
    for other in views {
        let name = other.name(ctx);
        let shown = if *other == view { format!("[{name}]") } else { format!(" {name} ") };
        let look = if *other == view { Meaning::Title } else { Meaning::Muted };
        let left = Rect { x, width: row.right().saturating_sub(x), ..row };
        put(buffer, left, &shown, theme.style(look));
        x += u16::try_from(width(&shown) + 1).unwrap_or(row.width);
    }
    let wide = u16::try_from(width(words)).unwrap_or(row.width).min(row.width);
    let right = Rect { x: row.right() - wide, width: wide, ..row };
    put(buffer, right, words, theme.style(Meaning::Muted));
}

/// Parts that are not empty, three spaces between.
fn join(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("   ")
}
