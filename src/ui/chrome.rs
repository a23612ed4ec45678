//! The frame around every screen: header, notices, the footer's keys.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    screens::Screen,
    theme::{DONE, Meaning, Theme, WRONG},
    widgets::{Footer, put},
};
use crate::{
    app::{Ctx, Level, keymap},
    locale::width,
    tr,
};

/// Draws the frame and says what is left for the screen.
pub fn draw(ctx: &Ctx, screen: &dyn Screen, progress: Option<(u64, u64)>, frame: &mut Frame<'_>) -> Rect {
    let all = frame.area();
    let inner = Rect { x: all.x + 1, width: all.width.saturating_sub(2), ..all };
    let row = |y: u16| Rect { y, height: 1, ..inner };
    header(ctx, screen, frame, row(all.y));
    rule(ctx, frame, row(all.y + 1));
    rule(ctx, frame, row(all.bottom() - 2));
    notice(ctx, progress, frame, row(all.bottom() - 2));
    footer(ctx, screen, frame, row(all.bottom() - 1));
    Rect { y: all.y + 2, height: all.height - 4, ..inner }
}

fn header(ctx: &Ctx, screen: &dyn Screen, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let status = screen.status(ctx);
    let lang = ctx.lang().to_string();
    let right = if status.is_empty() { lang } else { format!("{status}   {lang}") };
    let wide = u16::try_from(width(&right)).unwrap_or(u16::MAX).min(area.width);
    let left = Rect { width: area.width.saturating_sub(wide + 2), ..area };
    put(frame.buffer_mut(), left, &screen.title(ctx), theme.style(Meaning::Title));
    let right_area = Rect { x: area.right() - wide, width: wide, ..area };
    put(frame.buffer_mut(), right_area, &right, theme.style(Meaning::Muted));
}

fn rule(ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let line = theme.rule().repeat(area.width.into());
    put(frame.buffer_mut(), area, &line, theme.style(Meaning::Border));
}

fn notice(ctx: &Ctx, progress: Option<(u64, u64)>, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let (mark, meaning, text) = if let Some(notice) = ctx.notices.shown() {
        let (mark, meaning) = match notice.level {
            Level::Info => (" ", Meaning::Accent),
            Level::Done => (DONE, Meaning::Good),
            Level::Warning => ("!", Meaning::Warn),
            Level::Error => (WRONG, Meaning::Bad),
        };
        let more = match ctx.notices.waiting() {
            0 => String::new(),
            n => tr!(ctx.locale, "ui-more-notices", count = n),
        };
        (mark, meaning, format!("{}{more}", notice.text))
    } else if let Some((done, total)) = progress {
        (" ", Meaning::Accent, tr!(ctx.locale, "ui-progress", done = done, total = total))
    } else {
        return;
    };
    let line = format!("{mark} {text}  ");
    put(frame.buffer_mut(), area, &line, theme.style(meaning));
}

fn footer(ctx: &Ctx, screen: &dyn Screen, frame: &mut Frame<'_>, area: Rect) {
    let hints: Vec<(String, String)> = keymap::rows(screen.scope())
        .filter(|row| row.footer && screen.allows(&row.action))
        .map(|row| (row.keys[0].label(&ctx.locale), (row.words)(&ctx.locale)))
        .collect();
    Footer::new(Theme::of(ctx), &hints).keep_last(3).render(area, frame.buffer_mut());
}
