//! What stands above everything: how many responses over how many sessions, and which ones are counted.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{block::from, conditions, sheet::Sheet, words::kind_short};
use crate::{
    app::Ctx,
    locale::{Counted, Locale, count, width, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Draws the head at the top of an area and gives back what is left below.
pub(super) fn draw(sheet: &Sheet, ctx: &Ctx, area: Rect, buffer: &mut Buffer) -> Rect {
    let theme = Theme::of(ctx);
    let mut y = area.y;
    let mut line = |text: &str, x: u16, meaning, end: bool| {
        let row = Rect { y, height: 1.min(area.bottom().saturating_sub(y)), ..from(area, x) };
        put(buffer, row, text, theme.style(meaning));
        y += u16::from(end);
    };
    let [total, kinds] = figures(&ctx.locale, sheet);
    let beside = width(&total) + width(&kinds) + 3;
    let one_row = beside <= usize::from(area.width);
    line(&total, 0, Meaning::Accent, !one_row);
    let after = u16::try_from(width(&total) + 3).unwrap_or(u16::MAX);
    line(&kinds, if one_row { after } else { 0 }, Meaning::Text, true);

    let label = tr!(ctx.locale, "summary-filter");
    let indent = u16::try_from(width(&label) + 2).unwrap_or(u16::MAX);
    let n = tr!(ctx.locale, "summary-n", count = sheet.summary.submissions);
    let wide = u16::try_from(width(&n)).unwrap_or(u16::MAX).min(area.width);
    line(&label, 0, Meaning::Label, false);
    line(&n, area.width - wide, Meaning::Accent, false);
    let filter = conditions::words(&sheet.summary.filter, sheet, ctx);
    let words = if filter.is_empty() { everything(&ctx.locale, sheet, ctx) } else { filter };
    let room = usize::from(area.width.saturating_sub(indent + wide + 2));
    let meaning =
        if sheet.summary.filter == crate::domain::tally::Filter::default() { Meaning::Muted } else { Meaning::Warn };
    for text in wrap(&words, room).into_iter().take(3) {
        line(text, indent, meaning, true);
    }
    line(&theme.rule().repeat(area.width.into()), 0, Meaning::Border, true);
    Rect { y, height: area.bottom().saturating_sub(y), ..area }
}

/// `135 份答卷  12 场` and `坝坝会 4  龙门阵 3  对话 3  微更新 2`.
fn figures(l: &Locale, sheet: &Sheet) -> [String; 2] {
    let summary = &sheet.summary;
    let responses = count(l, Counted::Responses, summary.submissions);
    let sessions = count(l, Counted::Sessions, summary.sessions.len() as u64);
    let mut kinds: Vec<String> =
        summary.kinds.iter().map(|kind| format!("{} {}", kind_short(l, kind.kind), kind.sessions)).collect();
    if summary.without_session > 0 {
        kinds.push(tr!(l, "summary-without-session", count = summary.without_session));
    }
    [format!("{responses}   {sessions}"), kinds.join("   ")]
}

/// Nothing is left out: from when to when, and of how many doors.
fn everything(l: &Locale, sheet: &Sheet, ctx: &Ctx) -> String {
    let days = sheet.summary.days.map(|(from, to)| super::words::days(l, Some(from), Some(to), ctx.now().date_naive()));
    let doors = count(l, Counted::Households, sheet.summary.doors);
    [Some(tr!(l, "summary-everything")), days, (sheet.summary.doors > 0).then_some(doors)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("   ")
}
