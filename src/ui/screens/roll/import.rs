//! Households from a table: which file, what its columns are, what would change, done.

use std::path::Path;

use ratatui::{Frame, layout::Rect};

use super::super::{
    Screen,
    form::{Did, Form, Slot},
    list::step,
    roll_file::typed_path,
};
use crate::{
    app::{Action, Ctx, Fate, Focus, Level, Next, Place, Scope, TakenIn, Task, household_file_fault},
    domain::{
        RecordId,
        place::{
            Command, Roll,
            sheet::{Mapping, SheetColumn, SheetPlan, guess, plan},
        },
        record::StoreError,
    },
    import::{HouseholdFile, HouseholdFileFault, read_households},
    tr,
    ui::widgets::{FieldState, PageState},
};

/// How far one is.
pub(super) enum Stage {
    /// Which file.
    File,
    /// What its columns are.
    Map,
    /// What would change.
    Checked { plan: SheetPlan, page: PageState },
    /// It was imported, by these records.
    Done {
        made: Vec<RecordId>,
        /// New and changed households.
        figures: (usize, usize),
        /// Whether it was taken back.
        undone: bool,
    },
}

/// A table of households being imported.
pub struct RollImportScreen {
    pub(super) stage: Stage,
    pub(super) file_form: Form,
    pub(super) map_form: Form,
    pub(super) file: Option<HouseholdFile>,
    /// Why the file cannot be taken.
    pub(super) wrong: String,
    reading: Option<Task<Result<HouseholdFile, HouseholdFileFault>>>,
    checking: Option<Task<SheetPlan>>,
    /// A large table being taken in, and whether somebody said stop.
    pub(super) saving: Option<(Task<Result<TakenIn, StoreError>>, bool)>,
    /// Whether what was imported is being taken back.
    pub(super) undoing: bool,
}

impl RollImportScreen {
    /// The line for a file.
    pub fn open(file: &str, ctx: &mut Ctx) -> Self {
        ctx.hold_register::<Roll>();
        Self {
            stage: Stage::File,
            file_form: Form::new(vec![Slot::Text(FieldState::new(file))]),
            map_form: Form::default(),
            file: None,
            wrong: String::new(),
            reading: None,
            checking: None,
            saving: None,
            undoing: false,
        }
    }

    pub(super) fn is_busy(&self) -> bool {
        self.reading.is_some() || self.checking.is_some() || self.saving.is_some() || self.undoing
    }

    /// The file is read in the background.
    fn read(&mut self, ctx: &mut Ctx) {
        let Some(path) = typed_path(self.file_form.text(0), ctx) else {
            self.wrong = tr!(ctx.locale, "rolls-which-file");
            return;
        };
        self.wrong.clear();
        self.reading = Some(ctx.worker.start(move |_| read_households(&path)));
    }

    fn arrived(&mut self, ctx: &mut Ctx) {
        match self.reading.as_ref().map(Task::take) {
            Some(Fate::Done(Ok(file))) => {
                self.reading = None;
                let choice = |column: &Option<SheetColumn>| {
                    let known = column.and_then(|column| SheetColumn::ALL.iter().position(|known| *known == column));
                    Slot::Choice { at: known.map_or(0, |at| at + 1), of: SheetColumn::ALL.len() + 1 }
                };
                self.map_form = Form::new(guess(&file.table.headings).iter().map(choice).collect());
                self.file = Some(file);
                self.stage = Stage::Map;
            }
            Some(Fate::Done(Err(fault))) => {
                self.reading = None;
                self.wrong = household_file_fault(&ctx.locale, self.file_form.text(0).trim(), &fault);
            }
            Some(Fate::Lost) => self.reading = None,
            Some(Fate::Waiting) | None => {}
        }
        match self.checking.as_ref().map(Task::take) {
            Some(Fate::Done(plan)) => {
                self.checking = None;
                let page = super::import_view::faults(&ctx.locale, &plan);
                self.stage = Stage::Checked { plan, page };
            }
            Some(Fate::Lost) => self.checking = None,
            Some(Fate::Waiting) | None => {}
        }
        match self.saving.as_ref().map(|(task, _)| task.take()) {
            Some(Fate::Done(taken)) => {
                self.saving = None;
                let Stage::Checked { plan, .. } = &self.stage else { return };
                let figures = (plan.new, plan.changed);
                if let Some(made) = ctx.taken_in(taken) {
                    self.stage = Stage::Done { made, figures, undone: false };
                }
            }
            Some(Fate::Lost) => self.saving = None,
            Some(Fate::Waiting) | None => {}
        }
        self.follow_undo(ctx);
    }

    /// What each column is taken for.
    pub(super) fn mapping(&self) -> Mapping {
        let columns = self.file.as_ref().map_or(0, |file| file.table.headings.len());
        (0..columns).map(|slot| SheetColumn::ALL.get(self.map_form.choice(slot).wrapping_sub(1)).copied()).collect()
    }

    /// The dry run, in the background on a copy of the roll.
    fn check(&mut self, ctx: &mut Ctx) {
        let (Some(roll), Some(file)) = (ctx.hold_register::<Roll>().cloned(), self.file.clone()) else { return };
        let mapping = self.mapping();
        self.checking = Some(ctx.worker.start(move |_| {
            let mut planned = plan(&file.table, &mapping, &roll);
            file.bar(&mapping, &mut planned);
            planned
        }));
    }

    /// Takes the households in, all or none.
    fn take_in(&mut self, ctx: &mut Ctx) {
        let Stage::Checked { plan, .. } = &self.stage else { return };
        if !plan.is_sound() {
            return ctx.notice(Level::Warning, |l| tr!(l, "rolls-import-faulty"));
        }
        if plan.changes_nothing() {
            return ctx.notice(Level::Info, |l| tr!(l, "rolls-import-nothing"));
        }
        let file = typed_path(self.file_form.text(0), ctx);
        let file = file.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let file = file.unwrap_or_default();
        if plan.rows.len() > ctx.at_once {
            let plan = plan.clone();
            self.saving = Some((ctx.take_in_households(plan, file), false));
            return;
        }
        let figures = (plan.new, plan.changed);
        let events = plan.clone().import(&file, || ctx.new_id());
        if let Some(made) = ctx.ask_register::<Roll>(Command::All(events)) {
            self.stage = Stage::Done { made, figures, undone: false };
        }
    }

    fn undo(&mut self, ctx: &mut Ctx) {
        let Stage::Done { made, undone: false, .. } = &self.stage else { return };
        ctx.take_import_back(made);
        self.undoing = true;
        self.follow_undo(ctx);
    }

    /// Takes notice of how far the undo is.
    fn follow_undo(&mut self, ctx: &Ctx) {
        if self.undoing && !ctx.takes_import_back() {
            self.undoing = false;
            if let Stage::Done { undone, .. } = &mut self.stage {
                *undone = ctx.import_taken_back();
            }
        }
    }
}

impl Screen for RollImportScreen {
    fn place(&self) -> Place {
        Place::RollImport { file: self.file_form.text(0).to_owned() }
    }

    fn scope(&self) -> Scope {
        match &self.stage {
            Stage::File => Scope::RollFile,
            Stage::Map => Scope::RollMap,
            Stage::Checked { .. } => Scope::RollChecked,
            Stage::Done { .. } => Scope::RollDone,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let name = self.file.as_ref().map(|file| file.table.file.clone()).unwrap_or_default();
        match &self.stage {
            Stage::File => tr!(l, "rolls-import-file"),
            Stage::Map => tr!(l, "rolls-import-map", file = name),
            Stage::Checked { .. } => tr!(l, "rolls-import-check", file = name),
            Stage::Done { .. } => tr!(l, "rolls-import-done", file = name),
        }
    }

    fn status(&self, ctx: &Ctx) -> String {
        match &self.saving {
            Some((_, true)) => tr!(ctx.locale, "rolls-import-stopping"),
            None if self.is_busy() && !self.undoing => tr!(ctx.locale, "rolls-import-busy"),
            Some(_) | None => String::new(),
        }
    }

    fn focus(&self) -> Focus {
        match &self.stage {
            Stage::File => self.file_form.focus(),
            Stage::Map => self.map_form.focus(),
            Stage::Checked { .. } | Stage::Done { .. } => Focus::None,
        }
    }

    fn allows(&self, action: &Action) -> bool {
        match (action, &self.stage) {
            (Action::Save, Stage::Checked { plan, .. }) => plan.is_sound() && !plan.changes_nothing(),
            (Action::Undo, Stage::Done { undone, .. }) => !*undone && !self.undoing,
            (Action::Save, Stage::Done { .. })
            | (Action::Left | Action::Right | Action::Toggle | Action::Digit(_), Stage::File) => false,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Arrived {
            self.arrived(ctx);
            return Next::Stay;
        }
        if let Some((task, stopped)) = &mut self.saving
            && action == Action::Back
        {
            task.stop();
            // Once more: elsewhere. What is being written is written whole.
            return if std::mem::replace(stopped, true) { Next::Back } else { Next::Stay };
        }
        if self.is_busy() && action != Action::Back {
            return if action == Action::Save { Next::Stay } else { Next::Pass };
        }
        match (&mut self.stage, action) {
            (Stage::File, Action::Save) => self.read(ctx),
            (Stage::File, action) => match self.file_form.update(&action) {
                Did::Nothing => return Next::Pass,
                Did::Ended => self.read(ctx),
                Did::Changed(_) => self.wrong.clear(),
                Did::Left(_) | Did::Done => {}
            },
            (Stage::Map, Action::Back) => self.stage = Stage::File,
            (Stage::Map, Action::Save) => self.check(ctx),
            (Stage::Map, action) => match self.map_form.update(&action) {
                Did::Nothing => return Next::Pass,
                Did::Ended => self.check(ctx),
                Did::Left(_) | Did::Changed(_) | Did::Done => {}
            },
            (Stage::Checked { .. }, Action::Back) => self.stage = Stage::Map,
            (Stage::Checked { .. }, Action::Save) => self.take_in(ctx),
            (Stage::Checked { page, .. }, action) => match step(&action) {
                Some(typing) => {
                    page.apply(&typing);
                }
                None => return Next::Pass,
            },
            (Stage::Done { .. }, Action::Undo) => self.undo(ctx),
            (Stage::Done { .. }, Action::Open) => return Next::Back,
            (Stage::Done { .. }, _) => return Next::Pass,
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        if let Stage::Checked { plan, page } = &mut self.stage {
            *page = super::import_view::faults(&ctx.locale, plan);
        }
    }

    fn text(&self) -> Option<String> {
        matches!(self.stage, Stage::File).then(|| self.file_form.text(0).to_owned())
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        self.file_form.put_text(text.trim_end());
    }
}
