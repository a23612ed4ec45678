//! The door the cursor of a route is on: who lives there, what came of earlier visits, when to try again.

use ratatui::{Frame, layout::Rect};

use crate::{
    app::Ctx,
    domain::{
        HouseholdId, RoundId,
        place::Roll,
        visit::{Advice, Rounds, Stage},
    },
    locale::{truncate, visit_address, visit_advice, visit_day_time, visit_disposition, visit_must_visits},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Rows the part about a door takes.
pub const HEIGHT: u16 = 8;

/// Attempts told, the last first.
const TOLD: usize = 2;

/// Draws what is known of a door of a round.
pub fn draw(round: RoundId, door: HouseholdId, note: &str, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let (Some(rounds), Some(roll)) = (ctx.register::<Rounds>(), ctx.register::<Roll>()) else { return };
    let l = &ctx.locale;
    let theme = Theme::of(ctx);
    let mut lines: Vec<(Meaning, String)> = Vec::new();
    let household = roll.household(door);
    match household {
        Some(found) => {
            let kinds = visit_must_visits(l, &found.must_visit);
            let people: Vec<&str> = found.residents.iter().map(|resident| resident.name.as_str()).collect();
            let people = if people.is_empty() {
                found.owners.iter().map(|owner| owner.name.as_str()).collect::<Vec<_>>().join(" ")
            } else {
                people.join(" ")
            };
            lines.push((Meaning::Title, join(&[&visit_address(l, &found.address), &people, &found.phone])));
            let language = found.language.as_ref().map_or("", |lang| lang.as_str());
            let must = if kinds.is_empty() { kinds } else { tr!(l, "visits-must", kinds = kinds) };
            lines.push((Meaning::Warn, join(&[&must, language, &found.notes])));
        }
        None => lines.push((Meaning::Title, tr!(l, "visits-gone-from-roll"))),
    }
    let attempts: Vec<_> = rounds.attempts_in(round, door).collect();
    for attempt in attempts.iter().rev().take(TOLD) {
        let what = visit_disposition(l, attempt.disposition);
        let said = join(&[&visit_day_time(attempt.at), &what, &attempt.visitor, &attempt.note]);
        lines.push((Meaning::Text, said));
    }
    if attempts.is_empty() {
        lines.push((Meaning::Muted, tr!(l, "visits-never-tried")));
    }
    let advice = visit_advice(l, Advice::of(rounds.at_door(round, door).stage, attempts.iter().copied()));
    if !advice.is_empty() {
        lines.push((Meaning::Accent, advice));
    }
    if rounds.at_door(round, door).stage == Stage::NobodyHome {
        lines.push((Meaning::Muted, tr!(l, "visits-try-rule")));
    }
    if !note.is_empty() {
        lines.push((Meaning::Text, tr!(l, "visits-note-waits", note = note)));
    }
    lines.retain(|(_, said)| !said.is_empty());
    let row = |n: u16| Rect { y: area.y + n, height: 1, ..area };
    for (n, (meaning, said)) in (0..area.height.saturating_sub(1)).zip(&lines) {
        put(frame.buffer_mut(), row(n), &truncate(said, area.width.into()), theme.style(*meaning));
    }
    if area.height > 0 {
        put(frame.buffer_mut(), row(area.height - 1), &tr!(l, "visits-digits"), theme.style(Meaning::Key));
    }
}

/// Parts that are not empty, two spaces between.
fn join(parts: &[&str]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}
