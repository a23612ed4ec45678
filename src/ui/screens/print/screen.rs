//! The reports that fit where one came from, the one chosen as it will be printed, and for whom, as what, on which paper.

use ratatui::{Frame, layout::Rect};

use super::{
    super::{Screen, list::step},
    printers::Printers,
};
use crate::{
    app::{
        Action, Ctx, Fate, Level, Next, Place, Scope, Task,
        printing::{Goal, JobFault, Made, PrintOrder, PrintTask, PrinterState, Wish},
    },
    locale::{Locale, clean_line},
    report::{Class, Document, Format, Paper, Report, Topic},
    tr,
    ui::screens::minutes::Paper as Sight,
};

/// A report, or the pack that is printed after a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// One report.
    One(Report),
    /// 散会一套
    Evening,
}

/// The print screen.
pub struct PrintScreen {
    pub(super) order: PrintOrder,
    pub(super) choices: Vec<Choice>,
    pub(super) at: usize,
    pub(super) format: Format,
    pub(super) sight: Sight,
    /// The report being made to be looked at.
    preview: Option<Task<Result<Document, JobFault>>>,
    /// Why there is nothing to look at.
    pub(super) fault: Option<JobFault>,
    /// The reports being kept, opened or printed.
    job: Option<(Goal, PrintTask)>,
    /// Whether they were told to stop.
    stopping: bool,
    /// What was asked for with a narrower class, until it is agreed to.
    pub(super) asked: Option<Goal>,
    /// Whether a narrower class was agreed to.
    agreed: bool,
    /// How many of each are printed.
    pub(super) copies: u16,
    /// The printers, while one is chosen.
    pub(super) printers: Option<Printers>,
}

impl PrintScreen {
    /// The reports that fit an order, with the one it names chosen.
    pub fn open(order: &PrintOrder, ctx: &mut Ctx) -> Self {
        let choices = fitting(order);
        let at = choices.iter().position(|choice| *choice == Choice::One(order.report)).unwrap_or_default();
        let mut screen = Self {
            order: order.clone(),
            choices,
            at,
            format: Format::Pdf,
            sight: Sight::default(),
            preview: None,
            fault: None,
            job: None,
            stopping: false,
            asked: None,
            agreed: false,
            copies: 1,
            printers: None,
        };
        screen.look(ctx);
        screen
    }

    pub(super) fn choice(&self) -> Choice {
        self.choices.get(self.at).copied().unwrap_or(Choice::Evening)
    }

    /// What is ordered: one report, or those of the pack.
    fn orders(&self) -> Vec<PrintOrder> {
        match self.choice() {
            Choice::One(_) => vec![self.order.clone()],
            Choice::Evening => Report::EVENING.iter().map(|report| self.order.with(*report)).collect(),
        }
    }

    /// Has the chosen report made to be looked at; of a pack its first.
    fn look(&mut self, ctx: &mut Ctx) {
        (self.fault, self.asked) = (None, None);
        self.preview = self.orders().first().map(|order| ctx.preview(order));
    }

    fn choose(&mut self, at: usize, ctx: &mut Ctx) {
        let at = at.min(self.choices.len().saturating_sub(1));
        if at == self.at {
            return;
        }
        self.at = at;
        self.agreed = false;
        let report = match self.choice() {
            Choice::One(report) => report,
            Choice::Evening => Report::Minutes,
        };
        self.order = PrintOrder { class: report.default_class(), report, ..self.order.clone() };
        self.sight.rewind();
        self.look(ctx);
    }

    fn arrived(&mut self, ctx: &mut Ctx) {
        if let Some(printers) = &mut self.printers {
            printers.arrived(ctx.settings.printer.as_deref());
        }
        if let Some(task) = &self.preview {
            match task.take() {
                Fate::Waiting => {}
                Fate::Done(Ok(document)) => {
                    self.sight.put(document, None);
                    self.preview = None;
                }
                Fate::Done(Err(fault)) => (self.fault, self.preview) = (Some(fault), None),
                Fate::Lost => self.preview = None,
            }
        }
        let Some((goal, task)) = &self.job else { return };
        match task.take() {
            Fate::Waiting => return,
            Fate::Done(Ok(made)) => {
                let waits = made.printer.as_ref().is_some_and(|printer| printer.state == PrinterState::Paused);
                let goal = goal.clone();
                ctx.notice(if waits { Level::Warning } else { Level::Done }, |l| done(l, &goal, &made));
            }
            Fate::Done(Err(fault)) => ctx.notice(Level::Warning, |l| fault.words(l)),
            // It was stopped before it began.
            Fate::Lost if self.stopping => ctx.notice(Level::Info, |l| tr!(l, "print-stopped")),
            Fate::Lost => {}
        }
        (self.job, self.stopping) = (None, false);
    }

    /// Does it, once a class narrower than the report's own was agreed to by a second press.
    fn go(&mut self, goal: Goal, ctx: &mut Ctx) {
        if self.job.is_some() {
            return;
        }
        let orders = self.orders();
        if !self.agreed && orders.iter().any(PrintOrder::tells_more) && self.asked.as_ref() != Some(&goal) {
            self.asked = Some(goal);
            return;
        }
        self.agreed |= self.asked.take().is_some();
        self.job = ctx.print(&orders, self.format, &goal).map(|task| (goal, task));
    }

    /// Pages for the printer chosen last, or the usual one.
    fn send_to_printer(&mut self, ctx: &mut Ctx) {
        let wish = Wish { printer: ctx.settings.printer.clone(), copies: self.copies, two_sided: false };
        self.go(Goal::Print(wish), ctx);
    }

    /// What a key does while a printer is chosen. The choice is kept for next time.
    fn choose_printer(&mut self, action: &Action, ctx: &mut Ctx) -> bool {
        let Some(printers) = &mut self.printers else { return false };
        match action {
            Action::Up => printers.up(),
            Action::Down => printers.down(),
            Action::Save | Action::Open | Action::ToPrinter => {
                if let Some(printer) = printers.here() {
                    ctx.settings.printer = Some(printer.name.clone());
                    ctx.keep_settings();
                    self.printers = None;
                    if *action == Action::ToPrinter {
                        self.send_to_printer(ctx);
                    }
                }
            }
            Action::Back | Action::Printers => self.printers = None,
            _ => return false,
        }
        true
    }

    /// Stops what is under way; what was made until then is told when it has stopped. Whether there was anything to stop:
    /// a second press leaves.
    fn stop(&mut self) -> bool {
        let Some((_, task)) = self.job.as_ref().filter(|_| !self.stopping) else { return false };
        task.stop();
        self.stopping = true;
        true
    }

    fn next_class(&mut self, ctx: &mut Ctx) {
        let next = |report: Report| {
            let classes = report.classes();
            let here = classes.iter().position(|class| *class == self.order.class).unwrap_or_default();
            classes.get((here + 1) % classes.len().max(1)).copied().unwrap_or_default()
        };
        self.order.class = match self.choice() {
            Choice::One(report) => next(report),
            Choice::Evening if self.order.class == Class::Public => Class::Facilitator,
            Choice::Evening => Class::Public,
        };
        self.agreed = false;
        self.look(ctx);
    }

    fn next_paper(&mut self, ctx: &mut Ctx) {
        let now = self.order.report.page(self.order.paper).paper;
        self.order.paper = Some(match now {
            Paper::A4 => Paper::A3,
            Paper::A3 => Paper::Letter,
            Paper::Letter => Paper::A4,
        });
        self.look(ctx);
    }

    fn next_format(&mut self) {
        let formats = self.order.report.formats();
        let here = formats.iter().position(|format| *format == self.format).unwrap_or_default();
        self.format = formats.get((here + 1) % formats.len().max(1)).copied().unwrap_or(Format::Text);
    }
}

/// The reports that can be made of what an order names.
fn fitting(order: &PrintOrder) -> Vec<Choice> {
    let nothing_named = order.survey.is_none()
        && order.response.is_none()
        && order.meeting.is_none()
        && order.round.is_none()
        && order.matter.is_none();
    let fits = |report: &&Report| match report.topic() {
        Topic::Response => order.response.is_some(),
        Topic::Meeting => order.meeting.is_some() || nothing_named,
        Topic::Round => order.round.is_some() || nothing_named,
        Topic::Matter => order.matter.is_some(),
        Topic::Survey => order.meeting.is_none() && order.round.is_none() && order.matter.is_none(),
        Topic::Community => order.response.is_none(),
    };
    let mut found: Vec<Choice> = Report::ALL.iter().filter(fits).map(|report| Choice::One(*report)).collect();
    if order.meeting.is_some() {
        found.insert(0, Choice::Evening);
    }
    found
}

fn done(l: &Locale, goal: &Goal, made: &Made) -> String {
    let paths = &made.paths;
    let path = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
    let count = paths.len();
    match (goal, &made.printer, count) {
        (Goal::Print(wish), Some(printer), _) => {
            let (name, copies) = (clean_line(&printer.name).into_owned(), wish.copies);
            match printer.state {
                PrinterState::Paused => tr!(l, "print-done-waits", count = count, printer = name),
                _ if copies > 1 => tr!(l, "print-done-copies", count = count, printer = name, copies = copies),
                _ => tr!(l, "print-done-printed", count = count, printer = name),
            }
        }
        (_, _, 1) => tr!(l, "print-done-one", path = path),
        _ => {
            let folder = paths.first().and_then(|path| path.parent()).map(|dir| dir.display().to_string());
            tr!(l, "print-done-many", count = count, folder = folder.unwrap_or_default())
        }
    }
}

impl Screen for PrintScreen {
    fn place(&self) -> Place {
        Place::Print { order: Box::new(self.order.clone()) }
    }

    fn scope(&self) -> Scope {
        Scope::Print
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "print-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        match (&self.job, &self.preview) {
            (Some(_), _) if self.stopping => tr!(ctx.locale, "print-stopping"),
            (Some(_), _) => tr!(ctx.locale, "print-under-way"),
            (None, Some(_)) => tr!(ctx.locale, "print-being-made"),
            (None, None) => String::new(),
        }
    }

    fn allows(&self, action: &Action) -> bool {
        *action != Action::NextClass || self.choice() == Choice::Evening || self.order.report.classes().len() > 1
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if self.choose_printer(&action, ctx) {
            return Next::Stay;
        }
        match action {
            Action::Arrived => self.arrived(ctx),
            Action::Printers => self.printers = Some(Printers::ask(ctx)),
            Action::MoreCopies => self.copies = (self.copies + 1).min(Wish::MOST),
            Action::FewerCopies => self.copies = (self.copies - 1).max(1),
            Action::Up => self.choose(self.at.saturating_sub(1), ctx),
            Action::Down => self.choose(self.at + 1, ctx),
            Action::Save | Action::Open => self.go(Goal::Save, ctx),
            Action::OpenFile => self.go(Goal::Open, ctx),
            Action::ToPrinter => self.send_to_printer(ctx),
            Action::NextClass => self.next_class(ctx),
            Action::NextFormat => self.next_format(),
            Action::NextPaper => self.next_paper(ctx),
            // What is under way is stopped before one leaves.
            Action::Back if self.stop() => {}
            Action::Back if self.asked.take().is_some() => {}
            action => match step(&action) {
                Some(typing) => self.sight.scroll(&typing),
                None => return Next::Pass,
            },
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        super::view::draw(self, ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.look(ctx);
    }
}
