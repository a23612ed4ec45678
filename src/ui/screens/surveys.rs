//! 问卷: all survey files, those that come with the program and one's own, the bad ones marked as bad.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{Screen, list::moved_in_table};
use crate::{
    app::{Action, BrowseFilter, Ctx, Level, Next, Place, Scope},
    domain::Source,
    import::{Origin, SurveyFile},
    locale::{brief, tally, width, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, TableState, put},
    },
};

/// What there is to say about one file.
#[derive(Debug, Clone, Default)]
struct Row {
    /// Its name as the library has it.
    file: String,
    /// The survey's id; empty when the file cannot be read.
    id: String,
    /// Whether it can be filled.
    good: bool,
    version: String,
    languages: String,
    questions: usize,
    responses: u64,
    own: bool,
    errors: usize,
    warnings: usize,
    /// Another file has this id and is the one used.
    taken: bool,
}

/// The list of surveys.
pub struct SurveysScreen {
    rows: Vec<Row>,
    cursor: TableState,
}

impl SurveysScreen {
    /// The surveys as they stand.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self { rows: Vec::new(), cursor: TableState::default() };
        screen.refresh(ctx);
        screen
    }

    fn current(&self) -> Option<&Row> {
        self.cursor.current().and_then(|at| self.rows.get(at))
    }

    /// Goes where a survey that can be filled leads to, else to what is wrong with it.
    fn of_good(&self, ctx: &mut Ctx, place: impl FnOnce(String) -> Place) -> Next {
        let Some(row) = self.current() else { return Next::Stay };
        if row.taken {
            let (id, file) = (row.id.clone(), row.file.clone());
            ctx.notice(Level::Warning, |l| tr!(l, "surveys-taken", id = id, file = file));
            return Next::Stay;
        }
        if row.good { Next::Go(place(row.id.clone())) } else { self.problems() }
    }

    fn problems(&self) -> Next {
        match self.current() {
            Some(row) => Next::Go(Place::Faults { file: row.file.clone() }),
            None => Next::Stay,
        }
    }

    fn faulty(&self) -> usize {
        self.rows.iter().filter(|row| !row.good || row.taken).count()
    }

    /// What the foot says: what is the matter with the survey under the cursor, and where one's own belong.
    fn foot(&self, ctx: &Ctx) -> Vec<(Meaning, String)> {
        let l = &ctx.locale;
        let mut lines = Vec::new();
        if let Some(row) = self.current() {
            if row.taken {
                let (id, file) = (row.id.clone(), row.file.clone());
                lines.push((Meaning::Bad, tr!(l, "surveys-taken", id = id, file = file)));
            } else if !row.good {
                lines.extend(first_problem(ctx, &row.file).map(|said| (Meaning::Bad, said)));
            } else if row.warnings > 0 {
                let count = row.warnings;
                lines.push((Meaning::Warn, tr!(l, "surveys-warned", count = count)));
            }
        }
        let dir = ctx.dir.join("surveys").display().to_string();
        lines.push((Meaning::Muted, tr!(l, "surveys-folder", dir = dir)));
        lines
    }
}

/// Where the first fault of a file is and what it is.
fn first_problem(ctx: &Ctx, file: &str) -> Option<String> {
    let l = &ctx.locale;
    let said = |source: &Source, problems: &[crate::domain::Problem]| {
        let first = problems.iter().find(|p| p.severity == crate::domain::Severity::Error)?;
        Some(format!("{file}:{}", brief(l, source, first)))
    };
    if let Some(survey) = ctx.library.all().find(|survey| survey.source.name == file) {
        return said(&survey.source, survey.problems());
    }
    Some(file.to_owned())
}

fn row(survey: &SurveyFile, responses: u64, taken: bool) -> Row {
    let (errors, warnings) = tally(survey.problems());
    let form = survey.form();
    let questions = form.map_or(0, |form| form.nodes().iter().filter(|node| node.takes_answers()).count());
    let languages = form.map(|form| form.languages.iter().map(|l| l.as_str().to_owned()).collect::<Vec<_>>());
    Row {
        file: survey.source.name.clone(),
        id: survey.id().to_owned(),
        good: form.is_some(),
        version: survey.reference().version.clone(),
        languages: languages.unwrap_or_default().join(" "),
        questions,
        responses,
        own: survey.origin != Origin::Shipped,
        errors,
        warnings,
        taken,
    }
}

impl Screen for SurveysScreen {
    fn place(&self) -> Place {
        Place::Surveys
    }

    fn scope(&self) -> Scope {
        Scope::Surveys
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "surveys-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "surveys-status", all = self.rows.len(), bad = self.faulty())
    }

    fn allows(&self, action: &Action) -> bool {
        let here = self.current();
        match action {
            Action::Problems => here.is_some_and(|row| row.errors + row.warnings > 0 || !row.good),
            Action::NewResponse => here.is_some_and(|row| row.good && !row.taken),
            Action::Tally | Action::Responses => here.is_some_and(|row| !row.id.is_empty()),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        let of = |survey| BrowseFilter { survey, ..BrowseFilter::default() };
        match action {
            Action::Open | Action::NewResponse => {
                self.of_good(ctx, |id| Place::NewResponse { survey: Some(id), session: None })
            }
            Action::Tally => match self.current().filter(|row| !row.id.is_empty()) {
                Some(row) => Next::Go(Place::Summary { survey: Some(row.id.clone()), filter: BrowseFilter::default() }),
                None => Next::Stay,
            },
            Action::Responses => match self.current().filter(|row| !row.id.is_empty()) {
                Some(row) => Next::Go(Place::Browse { filter: of(Some(row.id.clone())) }),
                None => Next::Stay,
            },
            Action::Problems => self.problems(),
            Action::Reload => {
                ctx.reload_library();
                self.refresh(ctx);
                let (all, bad) = (self.rows.len(), self.faulty());
                ctx.notice(Level::Done, |l| tr!(l, "surveys-reloaded", all = all, bad = bad));
                Next::Stay
            }
            action => moved_in_table(&mut self.cursor, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let columns = usize::from(area.width.saturating_sub(4));
        let mut foot: Vec<(Meaning, String)> = Vec::new();
        for (meaning, text) in self.foot(ctx) {
            foot.extend(wrap(&text, columns).into_iter().map(|line| (meaning, line.to_owned())));
        }
        let below = u16::try_from(foot.len()).unwrap_or(u16::MAX).min(area.height / 2);
        let list = Rect { height: area.height - below - 1, ..area };
        let number = |head: String, least: u16| {
            let columns = u16::try_from(width(&head)).unwrap_or(least).max(least);
            Column::number(head, columns)
        };
        let heads = [
            Column::growing(tr!(l, "surveys-name"), 20).up_to(44),
            number(tr!(l, "surveys-responses"), 4),
            number(tr!(l, "surveys-questions"), 4),
            Column::new(tr!(l, "surveys-from"), 11),
            Column::new(tr!(l, "surveys-version"), 10),
            Column::new(tr!(l, "surveys-languages"), 9),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(row) = self.rows.get(at) else { return Vec::new() };
            let title = if row.id.is_empty() { row.file.as_str() } else { ctx.survey_title(&row.id) };
            let count = row.errors;
            let state = match (row.good, row.own) {
                (false, _) if row.id.is_empty() => TableCell::new(tr!(l, "surveys-unreadable"), Meaning::Bad),
                (false, _) => TableCell::new(tr!(l, "surveys-bad", count = count), Meaning::Bad),
                (true, true) => tr!(l, "surveys-own").into(),
                (true, false) => tr!(l, "surveys-shipped").into(),
            };
            let figure = |n: String| if row.good { n } else { String::new() };
            vec![
                TableCell::new(title, if row.good && !row.taken { Meaning::Text } else { Meaning::Bad }),
                row.responses.to_string().into(),
                figure(row.questions.to_string()).into(),
                state,
                row.version.as_str().into(),
                row.languages.as_str().into(),
            ]
        };
        Table::new(theme, &self.cursor, &heads, &cells).focused(true).render(list, frame.buffer_mut());
        for (y, (meaning, line)) in (area.bottom() - below..area.bottom()).zip(&foot) {
            let place = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 };
            put(frame.buffer_mut(), place, line, theme.style(*meaning));
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let at = self.current().map(|row| row.file.clone());
        let counts = ctx.read(crate::store::Store::survey_counts).unwrap_or_default();
        let of = |id: &str| counts.iter().find(|(of, _)| of == id).map_or(0, |(_, counts)| counts.submissions());
        let mut rows: Vec<Row> = Vec::new();
        for survey in ctx.library.all() {
            let taken = rows.iter().any(|row| row.id == survey.id());
            rows.push(row(survey, of(survey.id()), taken));
        }
        let unreadable = ctx.library.unreadable.iter().map(|(path, _)| path.display().to_string());
        rows.extend(unreadable.map(|file| Row { file, own: true, ..Row::default() }));
        self.rows = rows;
        self.cursor.set_len(self.rows.len());
        if let Some(at) = self.rows.iter().position(|row| Some(&row.file) == at.as_ref()) {
            self.cursor.go_to(at);
        }
    }
}
