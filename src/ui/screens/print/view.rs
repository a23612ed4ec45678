//! How the print screen looks: the reports at the left, the page beside them, the choices above it.

use ratatui::{Frame, layout::Rect};

use super::screen::{Choice, PrintScreen};
use crate::{
    app::Ctx,
    locale::{Locale, clean_line, truncate, width, wrap},
    report::{Class, Format, Paper, Report},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Columns of the list of reports at most.
const LIST: usize = 32;
/// Columns of the page at most.
const PAGE: u16 = 80;

/// Columns of a printer's name.
const PRINTER: usize = 28;

/// Draws the screen.
pub(super) fn draw(screen: &PrintScreen, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let names: Vec<String> = screen.choices.iter().map(|choice| name(*choice, &ctx.locale)).collect();
    // A sign before the longest name, and room after it.
    let longest = names.iter().map(|name| width(name)).max().unwrap_or_default();
    let columns = u16::try_from((longest + 4).min(LIST)).unwrap_or_default().min(area.width);
    let list = Rect { width: columns, ..area };
    draw_list(screen, &names, frame, list, theme);
    let x = area.x + columns;
    let beside = Rect { x, width: area.right().saturating_sub(x), ..area };
    let row = Rect { height: beside.height.min(1), ..beside };
    draw_options(screen, &ctx.locale, frame, row, theme);
    let row = Rect { y: beside.y + 1, height: beside.height.saturating_sub(1).min(1), ..beside };
    draw_printer(screen, ctx, frame, row, theme);
    let mut rest = Rect { y: beside.y + 3, height: beside.height.saturating_sub(3), ..beside };
    if let Some(printers) = &screen.printers {
        printers.draw(&ctx.locale, theme, frame, rest);
        return;
    }
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

fn name(choice: Choice, l: &Locale) -> String {
    match choice {
        Choice::One(report) => report.name(l),
        Choice::Evening => tr!(l, "print-evening"),
    }
}

fn draw_list(screen: &PrintScreen, names: &[String], frame: &mut Frame<'_>, area: Rect, theme: Theme) {
    let height = usize::from(area.height.max(1));
    let top = (screen.at + 1).saturating_sub(height);
    for (y, (at, words)) in (area.y..area.bottom()).zip(names.iter().enumerate().skip(top)) {
        let here = at == screen.at;
        let style = theme.style(if here { Meaning::Selected } else { Meaning::Text });
        let sign = if here { ">" } else { " " };
        let row = Rect { y, height: 1, width: area.width.saturating_sub(2), ..area };
        put(frame.buffer_mut(), row, &format!("{sign} {words}"), style);
    }
}

fn draw_options(screen: &PrintScreen, l: &Locale, frame: &mut Frame<'_>, area: Rect, theme: Theme) {
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
    put_options(&options, frame, area, theme);
}

/// Which printer, and how many of each.
fn draw_printer(screen: &PrintScreen, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, theme: Theme) {
    let l = &ctx.locale;
    let printer = match &ctx.settings.printer {
        Some(name) => truncate(&clean_line(name), PRINTER).into_owned(),
        None => tr!(l, "print-usual-printer"),
    };
    let options = [(tr!(l, "print-to"), printer), (tr!(l, "print-copies"), screen.copies.to_string())];
    put_options(&options, frame, area, theme);
}

fn put_options(options: &[(String, String)], frame: &mut Frame<'_>, area: Rect, theme: Theme) {
    let mut x = area.x;
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
