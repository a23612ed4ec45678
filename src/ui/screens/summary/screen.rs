//! The summary of one survey: all questions, one of them, or one by groups, under a filter that is changed at any time.

use std::sync::Arc;

use ratatui::{Frame, layout::Rect};

use super::{
    conditions::{self, of_list, to_list},
    cross::CrossView,
    head,
    load::{Loaded, load},
    overview::Overview,
    panel::{Panel, Picked},
    question::QuestionView,
    save::text,
    sheet::Sheet,
};
use crate::{
    app::{Action, BrowseFilter, Ctx, Fate, Focus, Level, Next, Place, Scope, Task},
    domain::{
        record::StoreError,
        tally::{Columns, Filter},
    },
    locale::{filter_fault, store_error, wrap},
    store::Store,
    tr,
    ui::{
        screens::{Screen, list::clicked},
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// What is on view below the head.
pub(super) enum View {
    All,
    Question(QuestionView),
    /// A question by groups; where one came from stays open below it.
    Cross(Box<CrossView>, Option<QuestionView>),
}

/// The summary of one survey.
pub struct SummaryScreen {
    pub(super) survey: String,
    pub(super) filter: Filter,
    pub(super) sheet: Option<Sheet>,
    /// The columns being read, of a survey with many responses, and how many records the store had then.
    task: Option<(u64, Task<Result<Columns, StoreError>>)>,
    /// How much the store had recorded when the columns were read.
    recorded: Option<u64>,
    pub(super) questions: Overview,
    pub(super) view: View,
    panel: Option<Panel>,
}

impl SummaryScreen {
    /// The summary of a survey over the responses that a list was asked for.
    pub fn open(survey: &str, filter: &BrowseFilter, ctx: &mut Ctx) -> Self {
        let mut screen = Self {
            survey: survey.to_owned(),
            filter: of_list(filter),
            sheet: None,
            task: None,
            recorded: None,
            questions: Overview::default(),
            view: View::All,
            panel: None,
        };
        screen.read(ctx);
        if !filter.text.is_empty() || !filter.entrance.is_empty() {
            ctx.notice(Level::Warning, |l| tr!(l, "summary-not-by-text"));
        }
        screen
    }

    /// Reads the columns, now or by the worker.
    fn read(&mut self, ctx: &mut Ctx) {
        self.recorded = ctx.read(Store::recorded);
        // Let go of, so that the columns that were kept can be brought up to date in place.
        self.sheet = None;
        match load(&self.survey, ctx) {
            Some(Loaded::Now(columns)) => self.take(columns, ctx),
            Some(Loaded::Later(seen, task)) => self.task = Some((seen, task)),
            None => {}
        }
    }

    /// Sums up columns that were read.
    fn take(&mut self, columns: Arc<Columns>, ctx: &mut Ctx) {
        let (sheet, fault) = Sheet::new(columns, &self.filter);
        if let Some(fault) = fault {
            ctx.notice(Level::Warning, |l| filter_fault(l, &fault));
            self.filter = Filter::default();
        }
        self.sheet = sheet;
        self.renew(ctx);
    }

    /// Counts anew what is on view.
    fn renew(&mut self, ctx: &Ctx) {
        let Some(sheet) = &self.sheet else { return };
        self.questions.set_len(sheet.len());
        let tally = sheet.tally(self.questions.at());
        match (&mut self.view, tally) {
            (View::Question(view), Some(tally)) => view.renew(sheet, tally),
            (View::Cross(cross, below), Some(tally)) => {
                cross.renew(sheet);
                if let Some(view) = below {
                    view.renew(sheet, tally);
                }
            }
            (_, None) => self.view = View::All,
            (View::All, _) => {}
        }
        if let Some(panel) = &mut self.panel {
            panel.word(sheet, ctx);
        }
    }

    /// Puts another filter in force.
    fn filter_by(&mut self, filter: Filter, ctx: &mut Ctx) {
        let Some(sheet) = &mut self.sheet else { return };
        match sheet.refilter(&filter) {
            Ok(()) => {
                self.filter = filter;
                self.renew(ctx);
            }
            Err(fault) => ctx.notice(Level::Warning, |l| filter_fault(l, &fault)),
        }
    }

    /// Takes out the condition that was put in last, as they stand on screen.
    fn drop_last(&mut self, ctx: &mut Ctx) {
        let mut filter = self.filter.clone();
        if let Some(last) = conditions::active(&filter).last() {
            last.toggle(&mut filter);
            self.filter_by(filter, ctx);
        }
    }

    fn arrived(&mut self, ctx: &mut Ctx) {
        let Some((seen, task)) = &self.task else { return };
        match task.take() {
            Fate::Waiting => return,
            Fate::Done(Ok(columns)) => {
                let columns = ctx.keep_tallied(&self.survey, *seen, columns);
                self.take(columns, ctx);
            }
            Fate::Done(Err(error)) => ctx.notice(Level::Error, |l| store_error(l, &error)),
            Fate::Lost => {}
        }
        self.task = None;
    }

    fn update_panel(&mut self, mut panel: Panel, action: &Action, ctx: &mut Ctx) -> Next {
        if *action == Action::Back {
            return Next::Stay;
        }
        match panel.update(action, ctx) {
            Picked::Nothing(next) => {
                self.panel = Some(panel);
                return next;
            }
            Picked::Condition(condition, stays) => {
                let mut filter = self.filter.clone();
                condition.toggle(&mut filter);
                self.panel = stays.then_some(panel);
                self.filter_by(filter, ctx);
            }
            Picked::Axis(question, axis) => {
                let cross = self.sheet.as_ref().and_then(|sheet| CrossView::new(question, axis, sheet));
                if let Some(cross) = cross {
                    let below = match std::mem::replace(&mut self.view, View::All) {
                        View::Question(view) => Some(view),
                        View::Cross(_, below) => below,
                        View::All => None,
                    };
                    self.view = View::Cross(Box::new(cross), below);
                }
            }
        }
        Next::Stay
    }

    /// Enter: a question opens, then the response a text stands in.
    fn open_current(&mut self) -> Next {
        let Some(sheet) = &self.sheet else { return Next::Stay };
        let tally = sheet.tally(self.questions.at());
        match (&self.view, tally) {
            (View::All, Some(tally)) => self.view = View::Question(QuestionView::new(tally)),
            (View::Question(view), _) => {
                if let Some(response) = view.response(sheet) {
                    return Next::Go(Place::Response { response });
                }
            }
            _ => {}
        }
        Next::Stay
    }

    fn back(&mut self) -> Next {
        self.view = match std::mem::replace(&mut self.view, View::All) {
            View::All => return Next::Pass,
            View::Question(_) | View::Cross(_, None) => View::All,
            View::Cross(_, Some(below)) => View::Question(below),
        };
        Next::Stay
    }

    /// The question before or after the one on view.
    fn step(&mut self, forward: bool) -> Next {
        let at = self.questions.at();
        self.questions.go_to(if forward { at + 1 } else { at.saturating_sub(1) });
        if let (View::Question(_), Some(tally)) =
            (&self.view, self.sheet.as_ref().and_then(|sheet| sheet.tally(self.questions.at())))
        {
            self.view = View::Question(QuestionView::new(tally));
        }
        Next::Stay
    }

    fn move_in(&mut self, action: &Action) -> Next {
        let Some(sheet) = &self.sheet else { return Next::Pass };
        match &mut self.view {
            View::Cross(cross, _) => cross.update(action),
            View::Question(view) => match view.update(action, sheet) {
                Next::Pass if matches!(action, Action::Left | Action::Right) => self.step(*action == Action::Right),
                next => next,
            },
            View::All if let Action::Click(column, row) = action => clicked(self.questions.click(*column, *row)),
            View::All if self.questions.moved(action) => Next::Stay,
            View::All if matches!(action, Action::Left | Action::Right) => self.step(*action == Action::Right),
            View::All => Next::Pass,
        }
    }

    fn draw_waiting(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let words =
            if self.task.is_some() { tr!(ctx.locale, "summary-reading") } else { tr!(ctx.locale, "summary-unread") };
        let row = Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(2), height: 1 };
        put(frame.buffer_mut(), row, &words, Theme::of(ctx).style(Meaning::Text));
    }
}

impl Screen for SummaryScreen {
    fn place(&self) -> Place {
        Place::Summary { survey: Some(self.survey.clone()), filter: to_list(&self.survey, &self.filter).0 }
    }

    fn scope(&self) -> Scope {
        match (&self.panel, &self.view) {
            (Some(Panel::Filter { .. }), _) => Scope::Condition,
            (Some(Panel::Axes { .. }), _) => Scope::Choose,
            (None, View::Cross(..)) => Scope::Cross,
            (None, _) => Scope::Summary,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        format!("{}  {}", tr!(ctx.locale, "summary-title"), ctx.survey_title(&self.survey))
    }

    fn status(&self, ctx: &Ctx) -> String {
        match &self.sheet {
            Some(sheet) if sheet.len() > 0 => {
                let (at, all) = (self.questions.at() + 1, sheet.len());
                tr!(ctx.locale, "summary-question-of", at = at, all = all)
            }
            _ => String::new(),
        }
    }

    fn focus(&self) -> Focus {
        match (&self.panel, &self.view) {
            (Some(_), _) => Focus::Search,
            (None, View::Question(view)) => view.focus(),
            _ => Focus::None,
        }
    }

    fn allows(&self, action: &Action) -> bool {
        let read = self.sheet.is_some();
        match action {
            Action::Delete | Action::All => self.filter != Filter::default(),
            Action::Open => match &self.view {
                _ if self.panel.is_some() => true,
                View::All => read,
                View::Question(view) => view.focus() != Focus::None,
                View::Cross(..) => false,
            },
            Action::NextField | Action::Cross | Action::Save => read,
            Action::Left | Action::Right => match &self.view {
                View::Cross(cross, _) => cross.more(*action == Action::Right),
                _ => true,
            },
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Arrived {
            self.arrived(ctx);
            return Next::Stay;
        }
        if let Some(panel) = self.panel.take() {
            return self.update_panel(panel, &action, ctx);
        }
        match action {
            Action::Open => self.open_current(),
            Action::Back => self.back(),
            Action::NextField => {
                self.panel = self.sheet.as_ref().map(|sheet| Panel::filter(sheet, ctx));
                Next::Stay
            }
            Action::Cross => {
                let of = |sheet| Some(Panel::axes(Sheet::tally(sheet, self.questions.at())?.column, sheet, ctx));
                self.panel = self.sheet.as_ref().and_then(of);
                Next::Stay
            }
            Action::Delete => {
                self.drop_last(ctx);
                Next::Stay
            }
            Action::All => {
                self.filter_by(Filter::default(), ctx);
                Next::Stay
            }
            Action::Save => {
                self.save(ctx);
                Next::Stay
            }
            Action::Print => self.print(),
            Action::Responses => self.responses(ctx),
            Action::Tally => Next::Become(Place::Summary { survey: None, filter: BrowseFilter::default() }),
            action => self.move_in(&action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let Some(sheet) = &self.sheet else {
            self.draw_waiting(ctx, frame, area);
            return;
        };
        let rest = head::draw(sheet, ctx, area, frame.buffer_mut());
        if let Some(panel) = &self.panel {
            panel.view(ctx, frame, rest);
            return;
        }
        if sheet.summary.submissions == 0 {
            let words = if self.filter == Filter::default() {
                tr!(ctx.locale, "summary-none")
            } else {
                tr!(ctx.locale, "summary-none-chosen")
            };
            for (y, line) in (rest.y + 1..rest.bottom()).zip(wrap(&words, usize::from(rest.width.saturating_sub(4)))) {
                let row = Rect { x: rest.x + 2, y, width: rest.width.saturating_sub(2), height: 1 };
                put(frame.buffer_mut(), row, line, Theme::of(ctx).style(Meaning::Text));
            }
            return;
        }
        match (&self.view, sheet.tally(self.questions.at())) {
            (View::Cross(cross, _), _) => cross.draw(sheet, ctx, rest, frame.buffer_mut()),
            (View::Question(view), Some(tally)) => view.view(sheet, tally, ctx, frame, rest),
            _ => self.questions.draw(sheet, ctx, rest, frame.buffer_mut()),
        }
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        let sheet = self.sheet.as_ref().filter(|_| self.panel.is_none())?;
        if let View::Question(view) = &self.view
            && let Some(words) = view.text(sheet)
        {
            return Some(words.to_owned());
        }
        let (question, by) = self.reported(sheet);
        Some(text(sheet, question, by, ctx))
    }

    /// Reads anew only when something was recorded since; else the words may have changed, as with the language.
    fn refresh(&mut self, ctx: &mut Ctx) {
        let recorded = ctx.read(Store::recorded);
        if self.sheet.is_some() && recorded == self.recorded {
            self.renew(ctx);
        } else {
            self.read(ctx);
        }
    }
}
