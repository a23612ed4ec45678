//! How many are there: entitled, present, by proxy, others; and the lights of the quorum.

use ratatui::{Frame, layout::Rect};

use crate::{
    app::Ctx,
    domain::meeting::{Meeting, attendance::Capacity},
    locale::{Counted, area, count, meeting::capacity, tested_line},
    tr,
    ui::{
        theme::{DONE, Meaning, Theme, WRONG},
        widgets::put,
    },
};

/// The lines at the top.
pub fn lines(meeting: &Meeting, ctx: &Ctx) -> Vec<(Meaning, String)> {
    let l = &ctx.locale;
    let attendance = &meeting.attendance;
    let presence = meeting.presence();
    let areas =
        |amount: u64| if amount == 0 { String::new() } else { area(l, i64::try_from(amount).unwrap_or(i64::MAX)) };
    let mut parts = Vec::new();
    let (entitled, present) = (attendance.entitled(), presence.weight);
    if attendance.roll().is_empty() {
        parts.push(tr!(l, "checkin-present-plain", people = count(l, Counted::People, present.heads)));
    } else {
        parts.push(tr!(l, "checkin-entitled", heads = entitled.heads, area = areas(entitled.area)));
        parts.push(tr!(l, "checkin-present", heads = present.heads, area = areas(present.area)));
        let proxies = presence.by_proxy;
        parts.push(tr!(l, "checkin-by-proxy", count = proxies));
    }
    for other in [Capacity::Resident, Capacity::Observer, Capacity::Staff] {
        let there = attendance.people().filter(|person| person.there() && person.capacity == other).count();
        if there > 0 {
            parts.push(format!("{} {there}", capacity(l, other)));
        }
    }
    let parts: Vec<_> = parts.iter().map(|part| part.trim()).collect();
    let mut lines = vec![(Meaning::Accent, parts.join("   "))];
    let regime = meeting.rule().regime;
    lines.extend(meeting.quorum().iter().map(|tested| {
        let (meaning, mark) = if tested.passed { (Meaning::Good, DONE) } else { (Meaning::Bad, WRONG) };
        (meaning, format!("{mark} {}", tested_line(l, regime, tested)))
    }));
    lines
}

/// Draws them; gives the rows they took.
pub fn draw(meeting: &Meeting, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) -> u16 {
    let lines = lines(meeting, ctx);
    for (y, (meaning, words)) in (area.y..area.bottom()).zip(&lines) {
        put(frame.buffer_mut(), Rect { y, height: 1, ..area }, words, Theme::of(ctx).style(*meaning));
    }
    u16::try_from(lines.len()).unwrap_or(area.height).min(area.height)
}
