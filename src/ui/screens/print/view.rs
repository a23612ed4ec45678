//! How the print screen looks: the reports at the left, the page beside them, the choices above it.

use ratatui::{Frame, layout::Rect};

use super::screen::{Choice, PrintScreen};
use crate::{
    app::Ctx,
    locale::{Locale, wrap},
    report::{Class, Format, Paper, Report},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Columns of the list of reports.
const LIST: u16 = 24;
/// Columns of the page at most.
const PAGE: u16 = 80;

/// Draws the screen.
pub(super) fn draw(screen: &PrintScreen, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let list = Rect { width: LIST.min(area.width), ..area };
    draw_list(screen, ctx, frame, list, theme);
    let x = area.x + LIST.min(area.width);
    let beside = Rect { x, width: area.right().saturating_sub(x), ..area };
    let row = Rect { height: beside.height.min(1), ..beside };
    draw_options(screen, &ctx.locale, frame, row, theme);
    let mut rest = Rect { y: beside.y + 2, height: beside.height.saturating_sub(2), ..beside };
    if screen.asked.is_some() {
        let words = tr!(ctx.locale, "print-narrower", class = class_words(&ctx.locale, screen.order.class));
        for line in wrap(&words, usize::from(rest.width)) {
            put(frame.buffer_mut(), Rect { height: rest.height.min(1), ..rest }, line, theme.style(Meaning::Warn));
            rest = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
        }
    }
    if let Some(fault) = &screen.fault {
        let words = fault.words(&ctx.locale);
        for (y, line) in (rest.y..rest.bottom()).zip(wrap(&words, usize::from(rest.width))) {
            put(frame.buffer_mut(), Rect { y, height: 1, ..rest }, line, theme.style(Meaning::Text));
        }
        return;
    }
    let page = Rect { width: rest.width.min(PAGE), ..rest };
    screen.sight.draw(theme, frame.buffer_mut(), page, false);
}

fn draw_list(screen: &PrintScreen, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, theme: Theme) {
    let height = usize::from(area.height.max(1));
    let top = (screen.at + 1).saturating_sub(height);
    for (y, (at, choice)) in (area.y..area.bottom()).zip(screen.choices.iter().enumerate().skip(top)) {
        let here = at == screen.at;
        let words = match choice {
            Choice::One(report) => report.name(&ctx.locale),
            Choice::Evening => tr!(ctx.locale, "print-evening"),
        };
        let style = theme.style(if here { Meaning::Selected } else { Meaning::Text });
        let sign = if here { ">" } else { " " };
        let row = Rect { y, height: 1, width: area.width.saturating_sub(2), ..area };
        put(frame.buffer_mut(), row, &format!("{sign} {words}"), style);
    }
}

fn draw_options(screen: &PrintScreen, l: &Locale, frame: &mut Frame<'_>, area: Rect, theme: Theme) {
    let mut x = area.x;
    let paper = match screen.order.report.page(screen.order.paper).paper {
        Paper::A4 => "A4".to_owned(),
        Paper::A3 => "A3".to_owned(),
        Paper::Letter => tr!(l, "print-letter"),
    };
    let class = match screen.choice() {
        Choice::One(report) => report.class_of(screen.order.class).unwrap_or(screen.order.class),
        Choice::Evening => Report::Minutes.class_of(screen.order.class).unwrap_or_default(),
    };
    let options = [
        (tr!(l, "print-for"), class_words(l, class)),
        (tr!(l, "print-as"), format_words(l, screen.format)),
        (tr!(l, "print-on"), paper),
    ];
    for (label, words) in options {
        for (text, meaning) in [(format!("{label} "), Meaning::Label), (format!("{words}   "), Meaning::Accent)] {
            let row = Rect { x, width: area.right().saturating_sub(x), ..area };
            x += put(frame.buffer_mut(), row, &text, theme.style(meaning));
        }
    }
}

fn class_words(l: &Locale, class: Class) -> String {
    match class {
        Class::Public => tr!(l, "print-public"),
        Class::Office => tr!(l, "print-office"),
        Class::Facilitator => tr!(l, "print-facilitator"),
    }
}

fn format_words(l: &Locale, format: Format) -> String {
    match format {
        Format::Pdf => "PDF".to_owned(),
        Format::Html => "HTML".to_owned(),
        Format::Text => tr!(l, "print-text"),
        Format::Markdown => "Markdown".to_owned(),
        Format::Xlsx => "XLSX".to_owned(),
    }
}
