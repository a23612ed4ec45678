//! What is wrong with a survey file, to read beside the editor: place, line, caret, what was probably meant.

use std::{cell::RefCell, path::Path};

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{Screen, list::step};
use crate::{
    app::{Action, Ctx, Level, Next, Place, Scope},
    domain::{Problem, Severity, Source},
    import::problems_at,
    locale::{printed_in, tally},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Page, PageState},
    },
};

/// Columns of the faults as they are copied.
const COPIED: usize = 100;

/// The problems of one file.
pub struct FaultsScreen {
    file: String,
    source: Source,
    problems: Vec<Problem>,
    /// What the system said when the file could not be read.
    unreadable: Option<String>,
    /// The page and the width it was worded for.
    page: RefCell<(u16, PageState)>,
}

impl FaultsScreen {
    /// The problems of a file of the library; nothing when the library knows no such file.
    pub fn open(file: &str, ctx: &mut Ctx) -> Option<Self> {
        let mut screen = Self {
            file: file.to_owned(),
            source: Source { name: file.to_owned(), text: String::new().into() },
            problems: Vec::new(),
            unreadable: None,
            page: RefCell::default(),
        };
        if !screen.read(ctx) {
            ctx.notice(Level::Warning, |l| tr!(l, "faults-gone"));
            return None;
        }
        Some(screen)
    }

    fn read(&mut self, ctx: &Ctx) -> bool {
        self.page = RefCell::default();
        self.unreadable = None;
        if let Some(survey) = ctx.library.all().find(|survey| survey.source.name == self.file) {
            self.source = survey.source.clone();
            self.problems = survey.problems().to_vec();
            return true;
        }
        let surveys = ctx.survey_ids();
        if let Some(agenda) = ctx.agendas().all().find(|agenda| agenda.source.name == self.file) {
            self.source = agenda.source.clone();
            self.problems = agenda.problems_among(&surveys);
            return true;
        }
        let path = Path::new(&self.file);
        if !ctx.library.unreadable.iter().chain(&ctx.agendas().unreadable).any(|(unreadable, _)| unreadable == path) {
            return false;
        }
        match problems_at(path, &surveys) {
            Ok((source, problems)) => (self.source, self.problems) = (source, problems),
            Err(error) => self.unreadable = Some(error.to_string()),
        }
        true
    }

    fn paragraphs(&self, ctx: &Ctx, columns: u16) -> Vec<(Meaning, String)> {
        let l = &ctx.locale;
        let mut page = Vec::new();
        if let Some(error) = self.unreadable.clone() {
            page.push((Meaning::Bad, tr!(l, "faults-unreadable", error = error)));
        } else if self.problems.is_empty() {
            page.push((Meaning::Good, tr!(l, "faults-none")));
        } else {
            page.push((Meaning::Muted, tr!(l, "faults-advice")));
        }
        for problem in &self.problems {
            page.push((Meaning::Text, String::new()));
            let printed = printed_in(l, &self.source, problem, usize::from(columns));
            let headline = if problem.severity == Severity::Error { Meaning::Bad } else { Meaning::Warn };
            for (n, line) in printed.lines().enumerate() {
                page.push((if n == 0 { headline } else { Meaning::Text }, line.to_owned()));
            }
        }
        page
    }
}

impl Screen for FaultsScreen {
    fn place(&self) -> Place {
        Place::Faults { file: self.file.clone() }
    }

    fn scope(&self) -> Scope {
        Scope::Faults
    }

    fn title(&self, ctx: &Ctx) -> String {
        let name = Path::new(&self.file).file_name().unwrap_or_default().to_string_lossy().into_owned();
        tr!(ctx.locale, "faults-title", file = name)
    }

    fn status(&self, ctx: &Ctx) -> String {
        let (errors, warnings) = tally(&self.problems);
        tr!(ctx.locale, "faults-status", errors = errors, warnings = warnings)
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Reload {
            ctx.reload_library();
            if !self.read(ctx) {
                ctx.notice(Level::Warning, |l| tr!(l, "faults-gone"));
                return Next::Back;
            }
            return Next::Stay;
        }
        match step(&action) {
            Some(step) => {
                self.page.borrow_mut().1.apply(&step);
                Next::Stay
            }
            None => Next::Pass,
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let area = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
        let mut page = self.page.borrow_mut();
        if page.0 != area.width {
            *page = (area.width, PageState::of(self.paragraphs(ctx, area.width)));
        }
        Page::new(Theme::of(ctx), &page.1).render(area, frame.buffer_mut());
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        let said = |problem: &Problem| printed_in(&ctx.locale, &self.source, problem, COPIED);
        (!self.problems.is_empty()).then(|| self.problems.iter().map(said).collect::<Vec<_>>().join("\n"))
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.read(ctx);
    }
}
