//! How the list of responses looks: what it is narrowed by and how many there are, then the responses.

use chrono::{DateTime, Datelike, FixedOffset};
use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    facet::Facet,
    rows::Row,
    screen::{At, BrowseScreen},
};
use crate::{
    app::Ctx,
    domain::survey::{Door, ResponseState},
    locale::{Counted, Locale, count, date_time, month_day, response_state, session_kind, time_short, width, wrap},
    tr,
    ui::{
        theme::{Meaning, SELECTED, Theme},
        widgets::{Column, Field, Picker, Table, TableCell, put},
    },
};

/// From this width on there is room for a surveyor's office beside the name.
const WIDE: u16 = 110;
/// Facets beside each other.
const ACROSS: u16 = 3;
/// Rows of the filter: the facets, the search line, an empty one.
const FILTER_ROWS: u16 = 4;

/// Draws the screen.
pub fn draw(screen: &BrowseScreen, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    facets(screen, ctx, frame, area);
    search_line(screen, ctx, frame, Rect { y: area.y + 2, height: 1, ..area });
    let list = Rect { y: area.y + FILTER_ROWS, height: area.height - FILTER_ROWS, ..area };
    match &screen.at {
        At::Choosing { list: picker, facet, .. } => {
            let placeholder = match facet {
                Facet::Day => tr!(ctx.locale, "browse-day-placeholder"),
                _ => tr!(ctx.locale, "ui-search-placeholder"),
            };
            let empty = match facet {
                Facet::Day => tr!(ctx.locale, "browse-day-typed"),
                _ => tr!(ctx.locale, "ui-nothing-found"),
            };
            let picker = Picker::new(Theme::of(ctx), picker).search(&placeholder).empty(&empty).focused(true);
            picker.render(list, frame.buffer_mut());
            if let Some(at) = picker.cursor(list) {
                frame.set_cursor_position(at);
            }
        }
        _ if screen.rows.len() == 0 => nothing(screen, ctx, frame, list),
        _ => responses(screen, ctx, frame, list),
    }
}

/// What the list is narrowed by, each value in words.
fn facets(screen: &BrowseScreen, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let theme = Theme::of(ctx);
    let names = Facet::ALL.map(|facet| facet.name(ctx));
    let focused = match &screen.at {
        At::List => None,
        At::Facet { facet, .. } | At::Choosing { facet, .. } => Some(*facet),
    };
    let wide = area.width / ACROSS;
    screen.facets.clear();
    for (n, (facet, name)) in (0u16..).zip(Facet::ALL.into_iter().zip(&names)) {
        let (column, line) = (n % ACROSS, n / ACROSS);
        let below = names.iter().skip(usize::from(column)).step_by(usize::from(ACROSS));
        let label = below.map(|name| width(name)).max().unwrap_or_default() + 1;
        let label = u16::try_from(label).unwrap_or(wide).min(wide);
        let cell = Rect { x: area.x + column * wide, y: area.y + line, width: wide.saturating_sub(1), height: 1 };
        let value = Rect { x: cell.x + 2 + label, width: cell.width.saturating_sub(label + 2), ..cell };
        screen.facets.add(cell, usize::from(n));
        let pick = facet.of(&screen.filter);
        let words = pick.words(&screen.sessions, ctx);
        let inner = Rect { x: cell.x + 2, width: label, ..cell };
        put(frame.buffer_mut(), inner, name, theme.style(Meaning::Label));
        if focused == Some(facet) {
            put(frame.buffer_mut(), cell, SELECTED, theme.style(Meaning::Key));
            put(frame.buffer_mut(), value, &format!("< {words} >"), theme.style(Meaning::Selected));
        } else {
            let set = pick != super::facet::Pick::Any;
            put(frame.buffer_mut(), value, &words, theme.style(if set { Meaning::Accent } else { Meaning::Muted }));
        }
    }
}

/// The search line, and how many responses there are.
fn search_line(screen: &BrowseScreen, ctx: &Ctx, frame: &mut Frame<'_>, row: Rect) {
    let theme = Theme::of(ctx);
    let total = totals(screen, &ctx.locale);
    let wide = u16::try_from(width(&total)).unwrap_or(row.width).min(row.width);
    let right = Rect { x: row.right() - wide, width: wide, ..row };
    put(frame.buffer_mut(), right, &total, theme.style(Meaning::Accent));
    let (label, placeholder) = (tr!(ctx.locale, "browse-search"), tr!(ctx.locale, "browse-search-placeholder"));
    let field = Field::new(theme, &screen.search)
        .label(&label)
        .placeholder(&placeholder)
        .focused(matches!(screen.at, At::List));
    let line = Rect { x: row.x + 2, width: row.width.saturating_sub(wide + 4), ..row };
    field.render(line, frame.buffer_mut());
    if let Some(at) = field.cursor(line) {
        frame.set_cursor_position(at);
    }
}

fn totals(screen: &BrowseScreen, l: &Locale) -> String {
    let (finished, drafts) = (screen.rows.finished() as u64, screen.rows.drafts() as u64);
    match drafts {
        0 => count(l, Counted::Responses, finished),
        _ if finished == 0 => count(l, Counted::Drafts, drafts),
        _ => format!("{}   {}", count(l, Counted::Drafts, drafts), count(l, Counted::Responses, finished)),
    }
}

/// Why the list is empty, and what to do.
fn nothing(screen: &BrowseScreen, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let words = if screen.filter == crate::app::BrowseFilter::all() {
        tr!(ctx.locale, "browse-none")
    } else {
        tr!(ctx.locale, "browse-none-found")
    };
    let style = Theme::of(ctx).style(Meaning::Text);
    for (y, line) in (area.y..area.bottom()).zip(wrap(&words, usize::from(area.width.saturating_sub(4)))) {
        let place = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 };
        put(frame.buffer_mut(), place, line, style);
    }
}

fn responses(screen: &BrowseScreen, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let l = &ctx.locale;
    let states = [ResponseState::Draft, ResponseState::Final, ResponseState::Returned, ResponseState::Approved];
    let state_columns = states.map(|state| width(&response_state(l, state))).into_iter().max().unwrap_or_default();
    let marked = tr!(l, "browse-duplicate");
    let twice = screen.rows.has_duplicates();
    // What the filter says of all of them needs no column.
    let survey = screen.filter.survey.is_none();
    let session = screen.filter.session.is_none();
    let fixed = |head: String, columns: usize| Column::new(head, u16::try_from(columns).unwrap_or(u16::MAX));
    let mut columns = vec![
        fixed(tr!(l, "browse-when"), if screen.rows.all_of(ctx.now().year()) { 11 } else { 16 }),
        fixed(tr!(l, "browse-door"), 9),
        fixed(tr!(l, "browse-state"), state_columns),
        Column::growing(tr!(l, "browse-name"), 8),
        fixed(tr!(l, "browse-person"), if area.width < WIDE { 8 } else { 12 }),
    ];
    if twice {
        columns.insert(3, fixed(String::new(), width(&marked)));
    }
    if session {
        columns.push(Column::growing(tr!(l, "browse-session"), 7));
    }
    if survey {
        columns.push(Column::growing(tr!(l, "browse-survey"), 7));
    }
    let cells = |at: usize| -> Vec<TableCell<'_>> {
        let Some(row) = screen.rows.get(at) else { return Vec::new() };
        let head = row.head();
        let (name, duplicate) = match row {
            Row::Draft(draft) => (under_way(draft.head.correction.as_deref(), l), false),
            Row::Finished(found) => (found.name.trim().to_owned(), found.duplicate),
        };
        let mut cells = vec![
            when(row.at(), ctx).into(),
            number(&head.door).into(),
            TableCell::new(response_state(l, row.state()), look_of(row.state())),
            name.into(),
            head.surveyor.as_str().into(),
        ];
        if twice {
            cells.insert(3, TableCell::new(if duplicate { marked.clone() } else { String::new() }, Meaning::Warn));
        }
        if session {
            cells.push(occasion(screen, row, l).into());
        }
        if survey {
            cells.push(ctx.survey_title(&head.survey.id).into());
        }
        cells
    };
    let focused = matches!(screen.at, At::List);
    Table::new(Theme::of(ctx), &screen.cursor, &columns, &cells).focused(focused).render(area, frame.buffer_mut());
}

/// What a draft is, where a finished response has its name.
fn under_way(correction: Option<&str>, l: &Locale) -> String {
    correction.map(|_| tr!(l, "browse-correcting")).unwrap_or_default()
}

/// The session's title, or its kind when it has none.
fn occasion(screen: &BrowseScreen, row: Row<'_>, l: &Locale) -> String {
    let found = screen.sessions.iter().find(|other| Some(other.session.id) == row.head().session);
    found.map_or_else(String::new, |row| match row.session.title.trim() {
        "" => session_kind(l, row.session.kind),
        title => title.to_owned(),
    })
}

/// How a state looks; its word says it as well.
pub fn look_of(state: ResponseState) -> Meaning {
    match state {
        ResponseState::Approved => Meaning::Good,
        ResponseState::Returned | ResponseState::Draft => Meaning::Warn,
        ResponseState::Deleted => Meaning::Bad,
        ResponseState::Final => Meaning::Text,
    }
}

/// A day and time; with the year when it is not this one.
pub fn when(moment: DateTime<FixedOffset>, ctx: &Ctx) -> String {
    let date = moment.date_naive();
    if date.year() == ctx.now().year() {
        format!("{} {}", month_day(date), time_short(moment.time()))
    } else {
        date_time(moment)
    }
}

/// A door as it stands on a list, `3-2-501`.
pub fn number(door: &Door) -> String {
    let parts = [&door.building, &door.entrance, &door.household].map(|part| part.trim());
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
