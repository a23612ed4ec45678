//! 走访质量: what an organiser should look at twice, each with the rule it was found by; a back-check beside the first visit.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::{Screen, list::moved_in_table},
    pieces,
};
use crate::{
    app::{Action, Ctx, Fate, Level, Next, Place, Quality, Scope, Task},
    domain::{
        Answer, ResponseId, RoundId,
        expr::NodeId,
        record::StoreError,
        survey::{Form, Wording},
        visit::quality::{Disagreement, LEAST_RUN},
    },
    locale::{answer_words, door, duration, refusal_words, share, store_error, visit_day_time, width, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, TableState, put},
    },
};

/// What is on view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Times,
    Same,
    Repeated,
    Differing,
    Disagreement,
}

impl View {
    const ALL: [Self; 5] = [Self::Times, Self::Same, Self::Repeated, Self::Differing, Self::Disagreement];

    fn next(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|known| *known == self).unwrap_or_default();
        Self::ALL[(at + by) % Self::ALL.len()]
    }

    fn words(self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self {
            Self::Times => tr!(l, "visits-q-times"),
            Self::Same => tr!(l, "visits-q-same"),
            Self::Repeated => tr!(l, "visits-q-repeated"),
            Self::Differing => tr!(l, "visits-q-check"),
            Self::Disagreement => tr!(l, "visits-q-share"),
        }
    }

    fn rule(self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self {
            Self::Times => tr!(l, "visits-q-times-rule"),
            Self::Same => tr!(l, "visits-q-same-rule", least = LEAST_RUN),
            Self::Repeated => tr!(l, "visits-q-repeated-rule"),
            Self::Differing => tr!(l, "visits-q-check-rule"),
            Self::Disagreement => tr!(l, "visits-q-share-rule"),
        }
    }
}

/// One row: its cells, and the response it leads to.
struct Row {
    cells: Vec<(String, Meaning)>,
    response: Option<ResponseId>,
}

/// The quality of a round.
pub struct QualityScreen {
    round: RoundId,
    view: View,
    found: Quality,
    rows: Vec<Row>,
    table: TableState,
    task: Option<Task<Result<Quality, StoreError>>>,
}

impl QualityScreen {
    /// Begins to look. Nothing when there is no such round.
    pub fn open(round: RoundId, ctx: &mut Ctx) -> Option<Self> {
        pieces::held(round, ctx)?;
        let task = Some(ctx.look_at_quality(round));
        let (view, found, table) = (View::Times, Quality::default(), TableState::default());
        Some(Self { round, view, found, rows: Vec::new(), table, task })
    }

    fn show(&mut self, view: View, ctx: &Ctx) {
        if view != self.view {
            self.table = TableState::default();
        }
        self.view = view;
        self.rows = match view {
            View::Times => self.times(ctx),
            View::Same => self.same(ctx),
            View::Repeated => self.repeated(ctx),
            View::Differing => self.differing(ctx),
            View::Disagreement => self.disagreement(ctx),
        };
        self.table.set_len(self.rows.len());
    }

    fn arrived(&mut self, ctx: &mut Ctx) {
        match self.task.as_ref().map(Task::take) {
            Some(Fate::Done(Ok(found))) => {
                self.found = found;
                self.task = None;
                self.show(self.view, ctx);
            }
            Some(Fate::Done(Err(error))) => {
                self.task = None;
                ctx.notice(Level::Error, |l| store_error(l, &error));
            }
            _ => {}
        }
    }

    fn where_(&self, id: ResponseId, ctx: &Ctx) -> String {
        self.found.named.get(&id).map(|named| door(&ctx.locale, &named.door)).unwrap_or_default()
    }

    fn who(&self, id: ResponseId) -> String {
        self.found.named.get(&id).map(|named| named.surveyor.clone()).unwrap_or_default()
    }

    fn times(&self, ctx: &Ctx) -> Vec<Row> {
        let l = &ctx.locale;
        let row = |slow: &crate::domain::visit::quality::Slow| {
            let what = match &slow.question {
                Some(name) => self.question(name, ctx),
                None => tr!(l, "visits-q-whole"),
            };
            let sign = if slow.is_quick() { tr!(l, "visits-q-quick") } else { tr!(l, "visits-q-slow") };
            Row {
                cells: vec![
                    (self.where_(slow.response, ctx), Meaning::Text),
                    (sign, Meaning::Warn),
                    (seconds(slow.took), Meaning::Accent),
                    (seconds(slow.usual), Meaning::Muted),
                    (slow.surveyor.clone(), Meaning::Text),
                    (what, Meaning::Text),
                ],
                response: Some(slow.response),
            }
        };
        self.found.slow.iter().map(row).collect()
    }

    fn same(&self, ctx: &Ctx) -> Vec<Row> {
        let row = |run: &crate::domain::visit::quality::SameRun| Row {
            cells: vec![
                (self.where_(run.response, ctx), Meaning::Text),
                (run.answers.to_string(), Meaning::Warn),
                (run.surveyor.clone(), Meaning::Text),
                (self.question(&run.from, ctx), Meaning::Text),
                (self.question(&run.to, ctx), Meaning::Text),
            ],
            response: Some(run.response),
        };
        self.found.same.iter().map(row).collect()
    }

    fn repeated(&self, ctx: &Ctx) -> Vec<Row> {
        let rows = self.found.repeated.iter().flat_map(|repeated| {
            repeated.responses.iter().map(|id| Row {
                cells: vec![
                    (door(&ctx.locale, &repeated.door), Meaning::Text),
                    (repeated.responses.len().to_string(), Meaning::Warn),
                    (self.who(*id), Meaning::Text),
                    (self.found.named.get(id).map(|n| visit_day_time(n.finished)).unwrap_or_default(), Meaning::Text),
                ],
                response: Some(*id),
            })
        });
        rows.collect()
    }

    fn differing(&self, ctx: &Ctx) -> Vec<Row> {
        let rows = self.found.check.doors.iter().flat_map(|compared| {
            compared.differing.iter().map(|differing| Row {
                cells: vec![
                    (self.where_(compared.first.0, ctx), Meaning::Text),
                    (self.question(&differing.question, ctx), Meaning::Label),
                    (self.answer(&differing.question, differing.first.as_ref(), ctx), Meaning::Text),
                    (self.answer(&differing.question, differing.again.as_ref(), ctx), Meaning::Warn),
                    (format!("{} / {}", compared.first.1, compared.again.1), Meaning::Muted),
                ],
                response: Some(compared.again.0),
            })
        });
        rows.collect()
    }

    fn disagreement(&self, ctx: &Ctx) -> Vec<Row> {
        let row = |what: String, name: String, d: &Disagreement| Row {
            cells: vec![
                (name, Meaning::Text),
                (what, Meaning::Muted),
                (format!("{}/{}", d.differing, d.compared), Meaning::Accent),
                (percent(d), if d.differing > 0 { Meaning::Warn } else { Meaning::Good }),
            ],
            response: None,
        };
        let l = &ctx.locale;
        let check = &self.found.check;
        let surveyors = check.surveyors.iter().map(|(who, d)| row(tr!(l, "visits-by-surveyor"), who.clone(), d));
        let questions =
            check.questions.iter().map(|(name, d)| row(tr!(l, "visits-q-question"), self.question(name, ctx), d));
        surveyors.chain(questions).collect()
    }

    /// The words of a question; its name when its text is not at hand.
    fn question(&self, name: &str, ctx: &Ctx) -> String {
        let Some((form, node)) = self.node(name) else { return name.to_owned() };
        let label = form.node(node).wording(Wording::Label);
        if label.is_empty() { name.to_owned() } else { label.text().get(ctx.lang()).to_owned() }
    }

    fn answer(&self, name: &str, answer: Option<&Answer>, ctx: &Ctx) -> String {
        match (answer, self.node(name)) {
            (Some(answer), Some((form, node))) => answer_words(&ctx.locale, form, node, answer),
            (Some(Answer::Value(value)), None) => value.to_text(),
            (Some(Answer::Refusal(refusal)), None) => refusal_words(&ctx.locale, *refusal),
            (None, _) => tr!(ctx.locale, "visits-q-blank"),
        }
    }

    fn node(&self, name: &str) -> Option<(&Form, NodeId)> {
        let form = self.found.form.as_deref()?;
        form.ids().find(|id| &*form.node(*id).name == name).map(|id| (form, id))
    }

    fn columns(&self, ctx: &Ctx) -> Vec<Column> {
        let l = &ctx.locale;
        let place = || Column::growing(tr!(l, "visits-door"), 12).up_to(18);
        let who = || Column::new(tr!(l, "visits-by-surveyor"), 12);
        match self.view {
            View::Times => vec![
                place(),
                Column::new(tr!(l, "visits-q-what"), 6),
                Column::number(tr!(l, "visits-q-took"), 7),
                Column::number(tr!(l, "visits-q-usual"), 7),
                who(),
                Column::growing(tr!(l, "visits-q-question"), 10),
            ],
            View::Same => vec![
                place(),
                Column::number(tr!(l, "visits-q-answers"), 7),
                who(),
                Column::growing(tr!(l, "visits-q-from"), 10),
                Column::growing(tr!(l, "visits-q-to"), 10),
            ],
            View::Repeated => vec![
                place(),
                Column::number(tr!(l, "visits-q-times-answered"), 7),
                who(),
                Column::new(tr!(l, "visits-q-finished"), 12),
            ],
            View::Differing => vec![
                place(),
                Column::growing(tr!(l, "visits-q-question"), 14).up_to(30),
                Column::growing(tr!(l, "visits-q-first"), 12),
                Column::growing(tr!(l, "visits-q-again"), 12),
                Column::new(tr!(l, "visits-by-surveyor"), 14),
            ],
            View::Disagreement => vec![
                Column::growing(tr!(l, "visits-q-what"), 20).up_to(50),
                Column::new(tr!(l, "visits-q-of"), 10),
                Column::number(tr!(l, "visits-q-differ"), 9),
                Column::number(tr!(l, "visits-q-percent"), 8),
            ],
        }
    }
}

fn seconds(millis: i64) -> String {
    duration(millis / 1000)
}

fn percent(d: &Disagreement) -> String {
    let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    share(number(d.differing), number(d.compared))
}

impl Screen for QualityScreen {
    fn place(&self) -> Place {
        Place::Quality { round: self.round }
    }

    fn scope(&self) -> Scope {
        Scope::Quality
    }

    fn title(&self, ctx: &Ctx) -> String {
        let title = pieces::title(self.round, ctx);
        tr!(ctx.locale, "visits-quality-title", round = title)
    }

    fn status(&self, ctx: &Ctx) -> String {
        if self.task.is_some() {
            return tr!(ctx.locale, "visits-q-looking");
        }
        let count = self.found.responses;
        tr!(ctx.locale, "visits-q-looked", count = count)
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Arrived => self.arrived(ctx),
            Action::NextField => self.show(self.view.next(1), ctx),
            Action::PreviousField => self.show(self.view.next(View::ALL.len() - 1), ctx),
            Action::Open => {
                let response = self.table.current().and_then(|at| self.rows.get(at)?.response);
                return response.map_or(Next::Stay, |response| Next::Go(Place::Response { response }));
            }
            action => return moved_in_table(&mut self.table, &action),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let head = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
        let mut x = head.x;
        for view in View::ALL {
            let words = format!(" {} ", view.words(ctx));
            let wide = u16::try_from(width(&words)).unwrap_or(u16::MAX);
            if x + wide > head.right() {
                break;
            }
            let look = if view == self.view { Meaning::Selected } else { Meaning::Label };
            put(frame.buffer_mut(), Rect { x, width: wide, ..head }, &words, theme.style(look));
            x += wide + 1;
        }
        let rule = self.view.rule(ctx);
        let lines = wrap(&rule, head.width.into());
        let mut y = head.y + 1;
        for line in lines.iter().take(2) {
            put(frame.buffer_mut(), Rect { y, ..head }, line, theme.style(Meaning::Muted));
            y += 1;
        }
        let empty = if self.task.is_some() { tr!(l, "visits-q-looking") } else { tr!(l, "visits-q-none") };
        let columns = self.columns(ctx);
        let cells = |at: usize| {
            self.rows[at].cells.iter().map(|(text, meaning)| TableCell::new(text.clone(), *meaning)).collect()
        };
        let list = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 2), ..area };
        (&Table::new(theme, &self.table, &columns, &cells).focused(true).empty(&empty))
            .render(list, frame.buffer_mut());
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        pieces::hold(ctx);
        // Rows are worded anew; a response may have been corrected meanwhile.
        self.show(self.view, ctx);
        self.task = Some(ctx.look_at_quality(self.round));
    }
}
