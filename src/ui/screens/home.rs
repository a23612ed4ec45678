//! 首页: what is under way, the surveys, the sessions, today's figures.

use chrono::Datelike;
use ratatui::{Frame, layout::Rect};

use super::{Screen, list::moved_in_table, meetings::place_of};
use crate::{
    app::{Action, BrowseFilter, Ctx, Fate, Held, Key, Next, Place, Scope, Task},
    domain::{
        matter::{Matters, Step},
        meeting::MeetingRow,
        place::{self, Roll},
        survey::DraftHead,
        visit::Rounds,
    },
    locale::{
        Counted, count, date_time, date_weekday, door, meeting::stage, month_day, relative, session_kind, time_short,
        width,
    },
    store::{DraftSummary, Figures, Most, SessionRow},
    tr,
    ui::{
        theme::{Meaning, SELECTED, Theme},
        widgets::{TableState, put},
    },
};

/// Meetings, drafts and sessions shown; the others are on their own screens.
const SHOWN: Most = Most { meetings: 2, drafts: 4, sessions: 3 };
/// Columns of the list at most: what a line leads to and its figure belong together.
const FAR: u16 = 100;
const SURVEYS: usize = 6;

/// One line one can go to.
struct Line {
    /// The first of a group begins with the group's name.
    group: Group,
    what: What,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Demo,
    Meeting,
    Drafts,
    Surveys,
    AllSurveys,
    Meetings,
    Sessions,
    Actions,
    Roll,
    Visits,
    Matters,
    Responses,
    Summary,
    Settings,
}

enum What {
    /// One that is not closed.
    Meeting(Box<MeetingRow>),
    /// How many meetings there are in all.
    Meetings(u64),
    Draft(DraftSummary),
    Survey {
        id: String,
        responses: u64,
        faults: usize,
    },
    Session(SessionRow),
    /// The group's name says it all.
    Group,
}

/// How far matters have come, counted when they were read: every step of a thread goes into it.
#[derive(Clone, Copy)]
struct MatterFigures {
    all: usize,
    open: usize,
    /// Decided and not done.
    decided: usize,
}

impl MatterFigures {
    /// Counts the matters as they were last held; nothing when there are none.
    fn of(ctx: &Ctx) -> Option<Self> {
        let facts = ctx.facts()?;
        let mut figures = Self { all: 0, open: 0, decided: 0 };
        for (id, _) in facts.matters.matters() {
            let step = facts.step(id);
            figures.all += 1;
            figures.open += usize::from(step < Step::Done);
            figures.decided += usize::from((Step::Decided..Step::Done).contains(&step));
        }
        (figures.all > 0).then_some(figures)
    }

    fn words(self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let Self { all, open, decided } = self;
        let open = if open > 0 { tr!(l, "home-matters-open", n = open) } else { String::new() };
        let decided = if decided > 0 { tr!(l, "home-matters-decided", n = decided) } else { String::new() };
        join(&[&tr!(l, "home-matters", n = all), &open, &decided])
    }
}

/// The screen below all others.
pub struct HomeScreen {
    figures: Figures,
    matters: Option<MatterFigures>,
    /// The roll, while it is read in the background.
    roll: Option<Task<Option<Held<Roll>>>>,
    lines: Vec<Line>,
    cursor: TableState,
}

impl HomeScreen {
    /// Home as the store stands now.
    pub fn open(ctx: &mut Ctx) -> Self {
        let figures = Figures::default();
        let mut screen = Self { figures, matters: None, roll: None, lines: Vec::new(), cursor: TableState::default() };
        screen.refresh(ctx);
        screen
    }

    /// Holds what Home says of the ledger, the roll and matters: with the first key, the first frame does not wait for it.
    /// No key waits for much: a long roll is read in the background, and of many codes nothing is said before somebody
    /// looked at them.
    fn hold(&mut self, ctx: &mut Ctx) {
        ctx.hold_ledger();
        if ctx.holds_at_once::<Roll>() {
            ctx.hold_register::<Roll>();
        } else if self.roll.is_none() {
            self.roll = Some(ctx.fetch_register());
        }
        if ctx.holds_at_once::<Matters>() {
            ctx.hold_matters();
            self.matters = MatterFigures::of(ctx);
        }
    }

    /// The survey of the line the cursor is on, else of the draft or survey first on the list.
    fn survey(&self) -> Option<String> {
        let of = |line: &Line| match (&line.place, &line.what) {
            (Place::NewResponse { survey, .. }, _) => survey.clone(),
            (_, What::Draft(draft)) => Some(draft.head.survey.id.clone()),
            _ => None,
        };
        self.current().and_then(of).or_else(|| self.lines.iter().find_map(of))
    }

    fn current(&self) -> Option<&Line> {
        self.cursor.current().and_then(|at| self.lines.get(at))
    }

    /// The draft the cursor is on.
    fn draft(&self) -> Option<&DraftHead> {
        match &self.current()?.what {
            What::Draft(draft) => Some(&draft.head),
            _ => None,
        }
    }

    fn is_empty(&self) -> bool {
        self.figures == Figures::default()
    }

    fn words(&self, line: &Line, ctx: &Ctx) -> (String, String) {
        let l = &ctx.locale;
        match &line.what {
            What::Meeting(row) => {
                let since = row.started.unwrap_or(row.opened);
                (join(&[&row.title, &stage(l, row.stage())]), relative(l, since, ctx.now()))
            }
            What::Meetings(meetings) => {
                let meetings = *meetings;
                // Agenda files are looked at with the first key, as the ledger is.
                if ctx.ledger().is_none() {
                    return (tr!(l, "home-meetings-only", meetings = meetings), String::new());
                }
                let agendas = ctx.agendas().all().count();
                (tr!(l, "home-meetings", agendas = agendas, meetings = meetings), String::new())
            }
            What::Draft(draft) => {
                let survey = ctx.survey_title(&draft.head.survey.id);
                let door = door(l, &draft.head.door);
                let answered = tr!(l, "home-steps", count = draft.edits);
                (join(&[survey, &door, &answered]), relative(l, draft.touched, ctx.now()))
            }
            What::Survey { id, faults: 0, responses } => {
                (ctx.survey_title(id).to_owned(), count(l, Counted::Responses, *responses))
            }
            What::Survey { id, faults, .. } => {
                let faults = *faults;
                (join(&[ctx.survey_title(id), &tr!(l, "home-faults", count = faults)]), String::new())
            }
            What::Session(row) => {
                let (session, counts) = (&row.session, row.counts.submissions());
                let kind = session_kind(l, session.kind);
                let name = if session.title == kind { kind } else { join(&[&session.title, &kind]) };
                let when = if session.starts.year() == ctx.now().year() {
                    format!("{} {}", month_day(session.starts.date_naive()), time_short(session.starts.time()))
                } else {
                    date_time(session.starts)
                };
                (join(&[&when, &name]), count(l, Counted::Responses, counts))
            }
            What::Group => (self.group_words(line.group, ctx), String::new()),
        }
    }

    fn group_words(&self, group: Group, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match group {
            Group::Demo if ctx.demo => tr!(l, "home-in-demo"),
            Group::Demo => tr!(l, "home-demo"),
            Group::Sessions => tr!(l, "home-new-session"),
            Group::Actions => actions(ctx),
            Group::Roll => roll(ctx),
            Group::Visits => visits(ctx),
            Group::Matters => self.matters.map_or_else(|| tr!(l, "home-matters-all"), |figures| figures.words(ctx)),
            Group::Responses if self.figures.returned > 0 => {
                let all = count(l, Counted::Responses, self.figures.responses);
                join(&[&all, &tr!(l, "home-returned", count = self.figures.returned)])
            }
            Group::Responses => count(l, Counted::Responses, self.figures.responses),
            Group::AllSurveys => all_surveys(ctx),
            Group::Summary => tr!(l, "home-summary"),
            Group::Settings => tr!(l, "home-settings"),
            Group::Meeting | Group::Meetings | Group::Drafts | Group::Surveys => String::new(),
        }
    }

    fn group_name(group: Group, ctx: &Ctx) -> (String, Option<Key>) {
        let l = &ctx.locale;
        match group {
            Group::Demo if ctx.demo => (tr!(l, "home-group-in-demo"), None),
            Group::Demo => (tr!(l, "home-group-demo"), None),
            Group::Meeting => (tr!(l, "home-group-meeting"), None),
            Group::Meetings => (tr!(l, "home-group-meetings"), Some(Key::f(3))),
            Group::Drafts => (tr!(l, "home-group-drafts"), None),
            Group::Surveys => (tr!(l, "home-group-new"), Some(Key::f(2))),
            Group::AllSurveys => (tr!(l, "home-group-surveys"), Some(Key::f(6))),
            Group::Sessions => (tr!(l, "home-group-sessions"), Some(Key::f(8))),
            Group::Actions => (tr!(l, "home-group-actions"), Some(Key::f(7))),
            Group::Roll => (tr!(l, "rolls-title"), None),
            Group::Visits => (tr!(l, "home-group-visits"), None),
            Group::Matters => (tr!(l, "home-group-matters"), None),
            Group::Responses => (tr!(l, "home-group-responses"), Some(Key::f(5))),
            Group::Summary => (tr!(l, "home-group-summary"), Some(Key::f(4))),
            Group::Settings => (tr!(l, "home-group-settings"), Some(Key::f(12))),
        }
    }

    fn draw_figures(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let Figures { today, drafts, responses, sessions, .. } = self.figures;
        let left = tr!(l, "home-today", responses = count(l, Counted::Responses, today), drafts = drafts);
        let all = (count(l, Counted::Responses, responses), count(l, Counted::Sessions, sessions));
        let right = tr!(l, "home-all", responses = all.0, sessions = all.1);
        let wide = u16::try_from(width(&right)).unwrap_or(u16::MAX).min(area.width);
        put(frame.buffer_mut(), area, &left, theme.style(Meaning::Accent));
        // In a narrow window today matters more than all.
        if width(&left) + 2 + usize::from(wide) > usize::from(area.width) {
            return;
        }
        let right_area = Rect { x: area.right() - wide, width: wide, ..area };
        put(frame.buffer_mut(), right_area, &right, theme.style(Meaning::Accent));
    }

    fn draw_line(&self, at: usize, ctx: &Ctx, frame: &mut Frame<'_>, row: Rect, columns: u16) {
        let Some(line) = self.lines.get(at) else { return };
        let theme = Theme::of(ctx);
        let selected = self.cursor.current() == Some(at);
        let base = theme.style(if selected { Meaning::Selected } else { Meaning::Text });
        if selected {
            frame.buffer_mut().set_style(row, base);
            put(frame.buffer_mut(), row, SELECTED, base);
        }
        let (mut name, key) = Self::group_name(line.group, ctx);
        let first = at == 0 || self.lines[at - 1].group != line.group;
        if !first {
            name.clear();
        }
        let part = |x: u16, width: u16| Rect { x: row.x + x, width: width.min(row.width.saturating_sub(x)), ..row };
        let label = base.patch(theme.style(Meaning::Label));
        put(frame.buffer_mut(), part(2, columns), &name, label);
        let (words, note) = self.words(line, ctx);
        let key = key.filter(|_| first).map(|key| key.label(&ctx.locale)).unwrap_or_default();
        // The key and the note stand at the right, the note in a column of its own.
        let key_columns = 5;
        let note_columns = u16::try_from(width(&note)).unwrap_or(u16::MAX);
        let note_at = row.width.saturating_sub(key_columns + note_columns + 2);
        let words_at = 2 + columns;
        let room =
            if note.is_empty() { row.width.saturating_sub(key_columns) } else { note_at }.saturating_sub(words_at + 2);
        put(frame.buffer_mut(), part(words_at, room), fitting(&words, room), base);
        put(frame.buffer_mut(), part(note_at, note_columns), &note, base.patch(theme.style(Meaning::Muted)));
        put(
            frame.buffer_mut(),
            part(row.width.saturating_sub(key_columns), key_columns),
            &key,
            theme.style(Meaning::Key),
        );
    }
}

/// As many of the parts of a line, two spaces between them, as fit; the first two are cut rather than left out.
fn fitting(words: &str, room: u16) -> &str {
    let mut shown = words;
    while width(shown) > usize::from(room)
        && let Some((before, _)) = shown.rsplit_once("  ")
        && before.contains("  ")
    {
        shown = before;
    }
    shown
}

/// Goes where a line leads.
fn opened(line: &Line) -> Next {
    Next::Go(line.place.clone())
}

/// How many surveys there are, and how many of them have faults.
fn all_surveys(ctx: &Ctx) -> String {
    let l = &ctx.locale;
    let bad = ctx.library.all().filter(|survey| survey.faults() > 0).count() + ctx.library.unreadable.len();
    let count = ctx.library.all().count() + ctx.library.unreadable.len();
    let all = tr!(l, "home-surveys", count = count);
    let faulty = if bad > 0 { tr!(l, "home-surveys-faulty", count = bad) } else { String::new() };
    join(&[&all, &faulty])
}

/// How many actions are open, and how many of them overdue.
fn actions(ctx: &Ctx) -> String {
    let Some(ledger) = ctx.ledger() else { return tr!(ctx.locale, "home-actions-all") };
    let (open, overdue) = (ledger.open_actions().len(), ledger.overdue(ctx.now().date_naive()));
    let late = if overdue > 0 { tr!(ctx.locale, "home-actions-overdue", count = overdue) } else { String::new() };
    join(&[&tr!(ctx.locale, "home-actions", count = open), &late])
}

/// How many households there are, and how many of them must be visited, once the roll is held.
fn roll(ctx: &Ctx) -> String {
    let Some(roll) = ctx.register::<Roll>() else { return tr!(ctx.locale, "home-roll") };
    let count = roll.count(&place::Place::default());
    let (households, must) = (count.households, count.must);
    tr!(ctx.locale, "rolls-status", households = households, must = must)
}

/// How many rounds of visits are under way, once they were looked at: rounds can be long, and Home does not wait for them.
fn visits(ctx: &Ctx) -> String {
    let Some(rounds) = ctx.register::<Rounds>() else { return tr!(ctx.locale, "home-visits") };
    let open = rounds.rounds().filter(|(_, round)| round.ended.is_none()).count();
    join(&[&tr!(ctx.locale, "home-visits-open", rounds = open), &tr!(ctx.locale, "home-visits")])
}

/// Parts that are not empty, two spaces between.
fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("  ")
}

impl Screen for HomeScreen {
    fn place(&self) -> Place {
        Place::Home
    }

    fn scope(&self) -> Scope {
        Scope::Home
    }

    fn title(&self, ctx: &Ctx) -> String {
        let place = [&ctx.settings.community, &ctx.settings.courtyard];
        let place: Vec<_> = place.into_iter().flatten().map(String::as_str).collect();
        join(&[&tr!(ctx.locale, "home-title"), &place.join(" ")])
    }

    fn status(&self, ctx: &Ctx) -> String {
        date_weekday(&ctx.locale, ctx.now().date_naive())
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Back => false,
            Action::Discard => self.draft().is_some(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if ctx.ledger().is_none() {
            self.hold(ctx);
        }
        match action {
            Action::Arrived => {
                if let Some(Fate::Done(Some(read))) = self.roll.as_ref().map(Task::take) {
                    ctx.put_register(read);
                }
                Next::Stay
            }
            Action::Discard => {
                if let Some(head) = self.draft().cloned()
                    && ctx.discard(&head)
                {
                    self.refresh(ctx);
                }
                Next::Stay
            }
            Action::Open => self.current().map_or(Next::Stay, opened),
            Action::NewResponse => {
                let session = match self.current().map(|line| &line.what) {
                    Some(What::Session(row)) => Some(row.session.id),
                    _ => None,
                };
                Next::Go(Place::NewResponse { survey: self.survey(), session })
            }
            Action::Digit(digit) => {
                let at = usize::from(digit).wrapping_sub(1);
                self.lines.get(at).map_or(Next::Stay, opened)
            }
            action => moved_in_table(&mut self.cursor, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let figures = Rect { x: area.x + 2, width: area.width.min(FAR) - 3, height: 1, ..area };
        self.draw_figures(ctx, frame, figures);
        let columns = self.lines.iter().map(|line| width(&Self::group_name(line.group, ctx).0)).max();
        let columns = u16::try_from(columns.unwrap_or_default() + 2).unwrap_or(12);
        let list = Rect { y: area.y + 2, height: area.height - 2, width: area.width.min(FAR), ..area };
        // The last groups are a line each and stand together.
        let apart = |at: usize| {
            let group = self.lines[at].group;
            at > 0
                && group != self.lines[at - 1].group
                && !matches!(
                    group,
                    Group::AllSurveys | Group::Meetings | Group::Roll | Group::Summary | Group::Settings
                )
        };
        let groups = (0..self.lines.len()).filter(|at| apart(*at)).count();
        let airy = self.lines.len() + groups <= usize::from(list.height);
        let shown = usize::from(list.height);
        let first = self.cursor.current().unwrap_or_default().saturating_sub(shown.saturating_sub(1));
        let mut y = list.y;
        self.cursor.spots().clear();
        for at in first..self.lines.len() {
            if airy && apart(at) {
                y += 1;
            }
            if y >= list.bottom() {
                break;
            }
            let row = Rect { y, height: 1, ..list };
            self.draw_line(at, ctx, frame, row, columns);
            self.cursor.spots().add(row, at);
            y += 1;
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let now = ctx.now();
        if ctx.ledger().is_some() {
            self.hold(ctx);
        }
        let front = ctx.read(|store| store.front(now, SHOWN)).unwrap_or_default();
        self.figures = front.figures;
        let mut lines = Vec::new();
        let mut line = |group, what, place| lines.push(Line { group, what, place });
        if self.is_empty() || ctx.demo {
            line(Group::Demo, What::Group, Place::Demo);
        }
        let all = self.figures.meetings;
        for row in front.meetings {
            let place = place_of(row.id, row.stage());
            line(Group::Meeting, What::Meeting(Box::new(row)), place);
        }
        for draft in front.drafts {
            let place = Place::Entry { response: draft.head.id, at: None };
            line(Group::Drafts, What::Draft(draft), place);
        }
        for survey in ctx.library.all().take(SURVEYS) {
            let id = survey.id().to_owned();
            let responses = front.surveys.get(&id).map_or(0, crate::store::Counts::submissions);
            let faults = survey.faults();
            let place = match faults {
                0 => Place::NewResponse { survey: Some(id.clone()), session: None },
                _ => Place::Faults { file: survey.source.name.clone() },
            };
            line(Group::Surveys, What::Survey { id, responses, faults }, place);
        }
        line(Group::AllSurveys, What::Group, Place::Surveys);
        line(Group::Meetings, What::Meetings(all), Place::Meetings);
        if front.sessions.is_empty() {
            line(Group::Sessions, What::Group, Place::SessionEdit { session: None });
        }
        for row in front.sessions {
            let place = Place::SessionEdit { session: Some(row.session.id) };
            line(Group::Sessions, What::Session(row), place);
        }
        // The ledger is read with the first key: the first frame does not wait for it.
        if all > 0 || ctx.ledger().is_some_and(|ledger| !ledger.open_actions().is_empty()) {
            line(Group::Actions, What::Group, Place::Actions);
        }
        line(Group::Roll, What::Group, Place::Roll { at: place::Place::default() });
        line(Group::Visits, What::Group, Place::Rounds);
        if self.figures.responses > 0 {
            line(Group::Matters, What::Group, Place::Matters);
        }
        line(Group::Responses, What::Group, Place::Browse { filter: BrowseFilter::default() });
        line(Group::Summary, What::Group, Place::Summary { survey: None, filter: BrowseFilter::default() });
        line(Group::Settings, What::Group, Place::Settings);
        self.lines = lines;
        self.cursor.set_len(self.lines.len());
    }
}
