//! 审阅: all answers of a draft on one page, what is still open on top, and the key that finishes it.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{Screen, list::moved};
use crate::{
    app::{Action, Ctx, Filling, Level, Next, NotedVisit, Place, Scope},
    domain::{
        expr::{Model, NodeRef},
        survey::{Draft, Issue, IssueKind, Rows, Standing, Wording},
        visit::Disposition,
    },
    locale::{answer_words, door, store_error, visit_disposition},
    tr,
    ui::{
        theme::{DONE, Theme, WRONG},
        widgets::{Entry, Picker, PickerState},
    },
};

/// Columns a question and half of its answer have at most: the eye has to find the answer.
const FAR: u16 = 110;

/// What a row of the page leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// Finish.
    Finish,
    /// This question.
    Question(NodeRef),
}

/// All answers of a draft.
pub struct ReviewScreen {
    filling: Filling,
    rows: Vec<Row>,
    list: PickerState,
    issues: usize,
}

impl ReviewScreen {
    /// The draft's answers as they stand.
    pub fn open(filling: Filling, ctx: &Ctx) -> Self {
        let mut screen = Self { filling, rows: Vec::new(), list: PickerState::default(), issues: 0 };
        screen.read(ctx);
        screen
    }

    fn read(&mut self, ctx: &Ctx) {
        let draft = self.filling.draft();
        let l = &ctx.locale;
        let issues: Vec<Issue> = draft.open_issues().collect();
        let mut rows = Vec::new();
        let mut entries = Vec::new();
        for issue in &issues {
            rows.push(Row::Question(issue.at));
            let words = format!("{WRONG} {}{}", whose(draft, issue.at), first_line(&draft.label(issue.at)));
            entries.push(Entry::new(words).note(self.why(ctx, *issue)));
        }
        if issues.is_empty() {
            rows.push(Row::Finish);
            entries.push(Entry::new(match self.filling.head().correction {
                Some(_) => tr!(l, "review-finish-correction"),
                None => tr!(l, "review-finish"),
            }));
        }
        for row in draft.rows(Rows::Relevant, 0, usize::MAX) {
            let node = draft.node(row.at);
            let answer = draft.answer(row.at).map(|answer| answer_words(l, draft.form(), row.at.node, answer));
            let indent = "  ".repeat(row.depth.saturating_sub(1));
            let label = first_line(&draft.label(row.at)).to_owned();
            let label = if label.is_empty() { node.name.to_string() } else { label };
            let label =
                if draft.is_instance(row.at) { format!("{} {label}", draft.position(row.at.instance)) } else { label };
            if let Some(progress) = row.progress {
                entries.push(
                    Entry::new(format!("{indent}{label}")).note(format!("{}/{}", progress.answered, progress.asked)),
                );
            } else if node.takes_answers() || answer.is_some() {
                let mark = match row.standing {
                    Standing::Answered | Standing::Refused => DONE,
                    Standing::Invalid => WRONG,
                    Standing::Blank if draft.required(row.at) => "*",
                    Standing::Blank | Standing::Hidden => "-",
                };
                entries.push(Entry::new(format!("{indent}{mark} {label}")).note(answer.unwrap_or_default()));
            } else {
                continue;
            }
            rows.push(Row::Question(row.at));
        }
        self.issues = issues.len();
        self.rows = rows;
        self.list = PickerState::new(entries);
    }

    /// What is the matter with a question, in the survey's own words where it has them.
    fn why(&self, ctx: &Ctx, issue: Issue) -> String {
        let (which, otherwise) = match issue.kind {
            IssueKind::Blank => (Wording::Required, tr!(ctx.locale, "entry-required")),
            IssueKind::Violation => (Wording::Constraint, tr!(ctx.locale, "entry-violated")),
            IssueKind::Warning => (Wording::Warning, tr!(ctx.locale, "entry-warned")),
        };
        let words = self.filling.draft().wording(issue.at, which);
        if words.is_empty() { otherwise } else { words.into_owned() }
    }

    fn finish(&mut self, ctx: &mut Ctx) -> Next {
        if self.issues > 0 {
            let count = self.issues;
            ctx.notice(Level::Warning, |l| tr!(l, "review-open", count = count));
            self.list.go_to(0);
            return Next::Stay;
        }
        let door = door(&ctx.locale, &self.filling.head().door);
        match self.filling.finalise(ctx) {
            Ok(noted) => {
                ctx.notice(Level::Done, |l| match noted {
                    Some(NotedVisit { round, disposition: Disposition::Done { .. } }) => {
                        tr!(l, "review-finished-visit", door = door, round = round)
                    }
                    Some(NotedVisit { round, disposition }) => {
                        let what = visit_disposition(l, disposition);
                        tr!(l, "review-finished-said", door = door, round = round, what = what)
                    }
                    None => tr!(l, "review-finished", door = door),
                });
                let head = self.filling.head();
                if head.correction.is_some() {
                    return Next::Become(Place::Response { response: head.id });
                }
                // Whoever is on a route goes on along it.
                if ctx.visiting.is_some_and(|visiting| visiting.response == head.id) {
                    return Next::Back;
                }
                Next::Become(Place::NewResponse { survey: Some(head.survey.id.clone()), session: head.session })
            }
            Err(error) => {
                ctx.notice(Level::Error, |l| store_error(l, &error));
                Next::Stay
            }
        }
    }

    fn to(&self, at: Option<NodeRef>) -> Next {
        let at = at.and_then(|at| self.filling.draft().path_of(at));
        Next::Become(Place::Entry { response: self.filling.head().id, at })
    }
}

/// Which instance of a repeat a question is about, as it is called where all answers stand; empty outside of repeats.
fn whose(draft: &Draft, at: NodeRef) -> String {
    if draft.parent_instance(at.instance).is_none() || draft.is_instance(at) {
        return String::new();
    }
    let own = NodeRef { node: draft.repeat_of(at.instance), ..at };
    let label = draft.label(own);
    let name = if label.is_empty() { draft.node(own).name.as_ref() } else { first_line(&label) };
    format!("{} {name}  ", draft.position(at.instance))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

impl Screen for ReviewScreen {
    fn place(&self) -> Place {
        Place::Review { response: self.filling.head().id }
    }

    fn scope(&self) -> Scope {
        Scope::Review
    }

    fn title(&self, ctx: &Ctx) -> String {
        let form = self.filling.draft().form();
        let door = door(&ctx.locale, &self.filling.head().door);
        format!("{door}  {}", form.title.get(ctx.lang())).trim_start().to_owned()
    }

    fn status(&self, ctx: &Ctx) -> String {
        let progress = self.filling.draft().total_progress();
        tr!(ctx.locale, "review-status", answered = progress.answered, asked = progress.asked, open = self.issues)
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Save => self.finish(ctx),
            Action::Open => match self.list.current().and_then(|at| self.rows.get(at)) {
                Some(Row::Finish) => self.finish(ctx),
                Some(Row::Question(at)) => self.to(Some(*at)),
                None => Next::Stay,
            },
            Action::NextWrong => match self.filling.draft().open_issues().next() {
                Some(issue) => self.to(Some(issue.at)),
                None => Next::Stay,
            },
            Action::Discard => {
                if ctx.discard(self.filling.head()) {
                    return Next::Back;
                }
                Next::Stay
            }
            Action::Back => self.to(None),
            action => moved(&mut self.list, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let column = area.width.min(FAR) / 2;
        Picker::new(Theme::of(ctx), &self.list).focused(true).notes_at(column).render(area, frame.buffer_mut());
    }

    fn copied(&self, ctx: &Ctx) -> Option<String> {
        let Row::Question(at) = *self.rows.get(self.list.current()?)? else { return None };
        let draft = self.filling.draft();
        Some(answer_words(&ctx.locale, draft.form(), at.node, draft.answer(at)?))
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.filling.speak(ctx);
        let row = self.list.row();
        self.read(ctx);
        self.list.go_to(row);
    }
}
