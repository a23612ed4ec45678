//! Choosing the survey to sum up: those with responses first, each with how many.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use crate::{
    app::{Action, BrowseFilter, Ctx, Next, Place, Scope},
    store::Store,
    tr,
    ui::{
        screens::{Screen, list::moved_in_table},
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, TableState},
    },
};

/// A survey with its counts.
struct Row {
    survey: String,
    submissions: u64,
    returned: u64,
}

/// The surveys to choose from.
pub struct ChooseScreen {
    filter: BrowseFilter,
    rows: Vec<Row>,
    cursor: TableState,
}

impl ChooseScreen {
    /// The surveys there are; the filter goes on to the summary.
    pub fn open(filter: BrowseFilter, ctx: &mut Ctx) -> Self {
        let mut screen = Self { filter, rows: Vec::new(), cursor: TableState::default() };
        screen.refresh(ctx);
        screen
    }
}

impl Screen for ChooseScreen {
    fn place(&self) -> Place {
        Place::Summary { survey: None, filter: self.filter.clone() }
    }

    fn scope(&self) -> Scope {
        Scope::Choose
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "summary-title")
    }

    fn allows(&self, action: &Action) -> bool {
        *action != Action::Open || !self.rows.is_empty()
    }

    fn update(&mut self, action: Action, _: &mut Ctx) -> Next {
        match action {
            Action::Open => match self.cursor.current().and_then(|at| self.rows.get(at)) {
                Some(row) => {
                    let survey = Some(row.survey.clone());
                    Next::Become(Place::Summary { survey, filter: self.filter.clone() })
                }
                None => Next::Stay,
            },
            action => moved_in_table(&mut self.cursor, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let columns = [
            Column::growing(tr!(l, "summary-survey"), 30).up_to(44),
            Column::number(tr!(l, "summary-submitted"), 12),
            Column::number(tr!(l, "summary-returned"), 12),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(row) = self.rows.get(at) else { return Vec::new() };
            let returned = if row.returned == 0 { String::new() } else { row.returned.to_string() };
            let meaning = if row.submissions == 0 { Meaning::Muted } else { Meaning::Accent };
            vec![
                ctx.survey_title(&row.survey).into(),
                TableCell::new(row.submissions.to_string(), meaning),
                TableCell::new(returned, Meaning::Muted),
            ]
        };
        let empty = tr!(l, "summary-no-surveys");
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let table = Table::new(Theme::of(ctx), &self.cursor, &columns, &cells).focused(true).empty(&empty);
        table.render(area, frame.buffer_mut());
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let at = self.cursor.current().and_then(|at| self.rows.get(at)).map(|row| row.survey.clone());
        let counts = ctx.read(Store::survey_counts).unwrap_or_default();
        let mut rows: Vec<Row> = counts
            .into_iter()
            .map(|(survey, counts)| Row { survey, submissions: counts.submissions(), returned: counts.returned })
            .collect();
        for file in ctx.library.all() {
            if file.form().is_some() && rows.iter().all(|row| row.survey != file.id()) {
                rows.push(Row { survey: file.id().to_owned(), submissions: 0, returned: 0 });
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.submissions));
        self.rows = rows;
        self.cursor.set_len(self.rows.len());
        if let Some(at) = self.rows.iter().position(|row| Some(&row.survey) == at.as_ref()) {
            self.cursor.go_to(at);
        }
    }
}
