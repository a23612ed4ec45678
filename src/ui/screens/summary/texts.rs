//! Free texts as a list to read, with search; the one the cursor is on stands below in full.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{block::from, sheet::Sheet, words};
use crate::{
    app::{Action, Ctx, Next},
    domain::{
        ResponseId,
        tally::{ColumnId, Detail, Tally},
    },
    locale::wrap,
    tr,
    ui::{
        screens::list::moved_in_table,
        theme::{Meaning, Theme},
        widgets::{Column, Field, FieldState, Table, TableCell, TableState, put},
    },
};

/// Rows of the text in full.
const FULL: u16 = 4;

/// The texts that hold what was typed.
pub(super) struct Texts {
    column: ColumnId,
    search: FieldState,
    /// Numbers of the texts found.
    found: Vec<usize>,
    all: usize,
    list: TableState,
}

impl Texts {
    /// All texts of a tally; nothing when it has none.
    pub fn of(tally: &Tally) -> Option<Self> {
        let Detail::Texts(all) = &tally.detail else { return None };
        Some(Self {
            column: tally.column,
            search: FieldState::default(),
            found: all.clone(),
            all: all.len(),
            list: TableState::new(all.len()),
        })
    }

    /// Searches again, under another filter too.
    pub fn renew(&mut self, sheet: &Sheet, tally: &Tally) {
        if let Detail::Texts(all) = &tally.detail {
            self.all = all.len();
        }
        self.column = tally.column;
        self.found = sheet.columns.search_texts(self.column, &sheet.summary.selection, self.search.text().trim());
        self.list.set_len(self.found.len());
    }

    /// Types into the search, or moves in the list.
    pub fn update(&mut self, action: &Action, sheet: &Sheet) -> Next {
        let Action::Input(typing) = action else { return moved_in_table(&mut self.list, action) };
        let before = self.search.text().trim().to_lowercase();
        if self.search.apply(typing) {
            let wanted = self.search.text().trim().to_lowercase();
            if wanted.starts_with(&before) {
                // A longer word can only stand in texts that hold the shorter one.
                let text = |at: &usize| sheet.columns.text(self.column, *at).map(|(_, text)| text.to_lowercase());
                self.found.retain(|at| text(at).is_some_and(|text| text.contains(&wanted)));
            } else {
                self.found = sheet.columns.search_texts(self.column, &sheet.summary.selection, &wanted);
            }
            self.list.set_len(self.found.len());
            self.list.go_to(0);
        }
        Next::Stay
    }

    /// The response of the text the cursor is on.
    pub fn response(&self, sheet: &Sheet) -> Option<ResponseId> {
        let row = self.row(*self.found.get(self.list.current()?)?, sheet)?;
        sheet.columns.dimensions().ids.get(row).copied()
    }

    /// The text the cursor is on.
    pub fn current<'a>(&self, sheet: &'a Sheet) -> Option<&'a str> {
        let number = *self.found.get(self.list.current()?)?;
        Some(sheet.columns.text(self.column, number)?.1)
    }

    /// The row of the response a text stands in.
    fn row(&self, number: usize, sheet: &Sheet) -> Option<usize> {
        let (mut row, _) = sheet.columns.text(self.column, number)?;
        let mut table = sheet.columns.get(self.column)?.table;
        while table > 0 {
            let own = sheet.columns.tables().get(table)?;
            row = *own.parent_rows.get(row)?;
            table = own.parent?;
        }
        Some(row)
    }

    /// Building of the door a text was given at, and the day.
    fn place(&self, number: usize, sheet: &Sheet, ctx: &Ctx) -> (String, String) {
        let known = sheet.columns.dimensions();
        let Some(row) = self.row(number, sheet) else { return Default::default() };
        let door = known.door.rows().get(row).and_then(|at| known.door.names().get(*at as usize));
        let session = known.occasion_of(row).and_then(|occasion| occasion.starts);
        let day = session
            .map(|at| words::days(&ctx.locale, Some(at.date_naive()), Some(at.date_naive()), ctx.now().date_naive()));
        (door.cloned().unwrap_or_default(), day.unwrap_or_default())
    }

    /// Draws search line, list, and the text the cursor is on.
    pub fn view(&self, sheet: &Sheet, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let (l, theme) = (&ctx.locale, Theme::of(ctx));
        let (found, all) = (self.found.len(), self.all);
        let count = tr!(l, "summary-texts-found", found = found, all = all);
        let wide = u16::try_from(crate::locale::width(&count)).unwrap_or(u16::MAX).min(area.width / 2);
        let top = Rect { height: 1.min(area.height), ..area };
        put(frame.buffer_mut(), top, "/", theme.style(Meaning::Key));
        put(frame.buffer_mut(), from(top, area.width - wide), &count, theme.style(Meaning::Accent));
        let placeholder = tr!(l, "summary-search-texts");
        let line = Rect { width: area.width.saturating_sub(wide + 4), ..from(top, 2) };
        let field = Field::new(theme, &self.search).placeholder(&placeholder).focused(true);
        field.render(line, frame.buffer_mut());
        if let Some(at) = field.cursor(line) {
            frame.set_cursor_position(at);
        }
        let foot = FULL.min(area.height / 3);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(foot + 2), ..area };
        let columns = [
            Column::growing(tr!(l, "summary-text"), 20),
            Column::new(tr!(l, "summary-by-door"), 12),
            Column::new(tr!(l, "summary-by-session"), 10),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(number) = self.found.get(at).copied() else { return Vec::new() };
            let text = sheet.columns.text(self.column, number).map_or("", |(_, text)| text);
            let (door, day) = self.place(number, sheet, ctx);
            vec![text.into(), TableCell::new(door, Meaning::Muted), TableCell::new(day, Meaning::Muted)]
        };
        let empty = tr!(l, "summary-no-texts");
        Table::new(theme, &self.list, &columns, &cells).focused(true).empty(&empty).render(list, frame.buffer_mut());
        let rule = Rect { y: list.bottom(), height: 1, ..area };
        put(frame.buffer_mut(), rule, &theme.rule().repeat(area.width.into()), theme.style(Meaning::Border));
        let clean = crate::locale::clean_text(self.current(sheet).unwrap_or_default());
        for (y, line) in (rule.y + 1..area.bottom()).zip(wrap(&clean, usize::from(area.width.saturating_sub(2)))) {
            put(frame.buffer_mut(), Rect { y, height: 1, ..from(area, 2) }, line, theme.style(Meaning::Text));
        }
    }
}
