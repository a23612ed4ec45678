//! What is chosen and typed before a meeting, and how it is set up.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::super::{
    Screen,
    form::{Did, Form, Slot},
    list::step,
    new_meeting::whose::RollFrom,
    session_edit::fresh,
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope},
    domain::{
        SessionId,
        meeting::{
            agenda::{Agenda, Notice},
            course::NoticeCheck,
        },
        place::Roll,
        session::{Session, SessionKind},
    },
    import::{AgendaFile, RollFile, RollFileFault},
    locale::{DateFault, date_short, time_short, typed_date, typed_time},
    tr,
    ui::{
        theme::Theme,
        widgets::{Accepts, FieldState, Page, PageState},
    },
};

const AGENDA: usize = 0;
const SESSION: usize = 1;
const NAME: usize = 2;
pub(super) const DATE: usize = 3;
pub(super) const TIME: usize = 4;
const PLACE: usize = 5;
const CHAIR: usize = 6;
const NOTES: usize = 7;
const NOTICE: usize = 8;
pub(super) const ROLL: usize = 9;
pub(super) const FILE: usize = 10;

/// A meeting about to be set up.
pub struct NewMeetingScreen {
    /// Ids of the agendas one can hold a meeting by.
    pub(super) agendas: Vec<String>,
    /// Sessions of today and later; after the last stands "a new one".
    pub(super) sessions: Vec<Session>,
    /// The session a new one begins as.
    pub(super) fresh: Session,
    pub(super) form: Form,
    /// What the lines from name to note-taker said before anything was typed.
    pub(super) given: Vec<String>,
    /// The file that was read last, and what stands in it.
    pub(super) file: Option<(PathBuf, Result<RollFile, RollFileFault>)>,
    /// Heads and area of the households that would be entitled, when they come from the roll.
    pub(super) counted: Option<(u64, String)>,
    /// All faults of the file, while they are read.
    pub(super) faults: Option<PageState>,
}

impl NewMeetingScreen {
    /// The page before a meeting. Nothing when there is no agenda to hold it by, which a notice says.
    pub fn open(agenda: Option<&str>, session: Option<SessionId>, ctx: &mut Ctx) -> Option<Self> {
        let agendas: Vec<String> =
            ctx.agendas().all().filter(|file| file.faults() == 0).map(|file| file.id().to_owned()).collect();
        if agendas.is_empty() {
            ctx.notice(Level::Warning, |l| tr!(l, "newmeeting-no-agenda"));
            return None;
        }
        ctx.hold_register::<Roll>();
        let meetings = ctx.read(crate::store::Store::meetings).unwrap_or_default();
        let last = agenda.map(str::to_owned).or_else(|| meetings.first().map(|row| row.agenda.clone()));
        let at = last.and_then(|id| agendas.iter().position(|known| *known == id)).unwrap_or_default();
        let today = ctx.now().date_naive();
        let rows = ctx.read(|store| store.sessions(false)).unwrap_or_default();
        let taken = |id: SessionId| meetings.iter().any(|row| row.session == id);
        let mut sessions: Vec<Session> = rows.into_iter().map(|row| row.session).collect();
        sessions.retain(|s| Some(s.id) == session || (s.starts.date_naive() >= today && !taken(s.id)));
        sessions.sort_by_key(|s| s.starts);
        let fresh = fresh(ctx);
        let line = Slot::Text(FieldState::default());
        let of = agendas.len();
        let mut form = Form::new(vec![line; FILE + 1]);
        form.set(AGENDA, Slot::Choice { at, of });
        let mut screen =
            Self { agendas, sessions, fresh, form, given: Vec::new(), file: None, counted: None, faults: None };
        let kind = screen.kind(ctx);
        let of_kind = |s: &Session| s.starts.date_naive() == today && (session.is_some() || s.kind == kind);
        let wanted = |s: &Session| session.map_or_else(|| of_kind(s), |id| s.id == id);
        let at = screen.sessions.iter().position(wanted).unwrap_or(screen.sessions.len());
        screen.form.set(SESSION, Slot::Choice { at, of: screen.sessions.len() + 1 });
        screen.form.set(NOTICE, Slot::Text(FieldState::default().accepts(Accepts::Folded)));
        screen.suggest(ctx);
        screen.offer_rolls(ctx);
        screen.counted = screen.households(ctx).map(|voters| screen.weighed(&voters, ctx));
        screen.form.go_to(if agenda.is_some() { NAME } else { AGENDA });
        Some(screen)
    }

    pub(super) fn agenda_file<'a>(&self, ctx: &'a Ctx) -> Option<&'a AgendaFile> {
        ctx.agendas().find(self.agendas.get(self.form.choice(AGENDA))?)
    }

    pub(super) fn agenda<'a>(&self, ctx: &'a Ctx) -> Option<&'a Agenda> {
        self.agenda_file(ctx)?.agenda()
    }

    pub(super) fn kind(&self, ctx: &Ctx) -> SessionKind {
        self.agenda_file(ctx).map_or(SessionKind::Other, AgendaFile::kind)
    }

    pub(super) fn session(&self) -> Option<&Session> {
        self.sessions.get(self.form.choice(SESSION))
    }

    /// What the lines say while nothing is typed into them.
    fn suggestions(&self, ctx: &Ctx) -> Vec<String> {
        let session = self.session().unwrap_or(&self.fresh);
        let title = self.agenda_file(ctx).map(|file| file.title().get(ctx.lang()).to_owned()).unwrap_or_default();
        let title = if session.title.is_empty() { title } else { session.title.clone() };
        let (date, time) = (date_short(session.starts.date_naive()), time_short(session.starts.time()));
        vec![title, date, time, session.building.clone(), session.facilitator.clone(), session.recorder.clone()]
    }

    /// Another agenda or session was chosen: what was not typed over follows it.
    fn suggest(&mut self, ctx: &Ctx) {
        let given = self.suggestions(ctx);
        for (n, words) in given.iter().enumerate() {
            let slot = NAME + n;
            if self.given.get(n).is_none_or(|before| before == self.form.text(slot)) {
                let field = FieldState::new(words);
                let folded = matches!(slot, DATE | TIME);
                self.form.set(slot, Slot::Text(if folded { field.accepts(Accepts::Folded) } else { field }));
            }
        }
        self.given = given;
    }

    /// When the meeting begins as typed.
    pub(super) fn starts(&self, now: DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, (usize, DateFault)> {
        let before = self.session().unwrap_or(&self.fresh).starts;
        let text = |slot| self.form.text(slot).trim();
        if text(DATE) == date_short(before.date_naive()) && text(TIME) == time_short(before.time()) {
            return Ok(before);
        }
        let date = typed_date(text(DATE), now.date_naive()).map_err(|fault| (DATE, fault))?;
        let time = typed_time(text(TIME)).map_err(|fault| (TIME, fault))?;
        Ok(date.and_time(time).and_local_timezone(*before.offset()).single().unwrap_or(before))
    }

    /// The day of notice as typed; nothing when none is.
    pub(super) fn notice(&self, today: NaiveDate) -> Result<Option<Notice>, DateFault> {
        match self.form.text(NOTICE).trim() {
            "" => Ok(None),
            text => typed_date(text, today).map(|on| Some(Notice { on })),
        }
    }

    /// The notice as typed, against the days the agenda asks for.
    pub(super) fn check(&self, ctx: &Ctx) -> Option<NoticeCheck> {
        let now = ctx.now();
        let held = self.starts(now).ok()?.date_naive();
        let notice = self.notice(now.date_naive()).ok()?;
        Some(NoticeCheck::new(notice, held, self.agenda(ctx)?.settings.notice_days))
    }

    /// Sets the meeting up, with its session.
    fn begin(&mut self, ctx: &mut Ctx) -> Next {
        let now = ctx.now();
        let starts = match self.starts(now) {
            Ok(starts) => starts,
            Err((slot, _)) => {
                self.form.go_to(slot);
                return Next::Stay;
            }
        };
        let Ok(notice) = self.notice(now.date_naive()) else {
            self.form.go_to(NOTICE);
            return Next::Stay;
        };
        let Some(mut agenda) = self.agenda(ctx).cloned() else { return Next::Stay };
        let Some(roll) = self.roll(&agenda, ctx) else { return Next::Stay };
        agenda.roll = roll;
        let text = |slot| self.form.text(slot).trim().to_owned();
        let (old, kind) = match self.session() {
            Some(session) => (session.clone(), session.kind),
            None => (self.fresh.clone(), agenda.kind),
        };
        let title = match text(NAME) {
            blank if blank.is_empty() => agenda.title.get(ctx.lang()).to_owned(),
            title => title,
        };
        let (building, facilitator, recorder) = (text(PLACE), text(CHAIR), text(NOTES));
        let session = Session { kind, title, building, starts, facilitator, recorder, ..old };
        if ctx.write(|store, stamp| store.save_session(&session, stamp)).is_none() {
            return Next::Stay;
        }
        let Some(mut opening) = ctx.opening(&agenda, session.id) else { return Next::Stay };
        opening.notice = notice;
        match ctx.open_meeting(opening) {
            Some(meeting) => Next::Become(Place::Lobby { meeting }),
            None => Next::Stay,
        }
    }
}

impl Screen for NewMeetingScreen {
    fn place(&self) -> Place {
        Place::NewMeeting {
            agenda: self.agendas.get(self.form.choice(AGENDA)).cloned(),
            session: self.session().map(|s| s.id),
        }
    }

    fn scope(&self) -> Scope {
        if self.faults.is_some() { Scope::Faults } else { Scope::NewMeeting }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match (&self.faults, &self.file) {
            (Some(_), Some((path, _))) => {
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                tr!(l, "newmeeting-faults-title", file = file)
            }
            _ => tr!(l, "newmeeting-title"),
        }
    }

    fn focus(&self) -> Focus {
        if self.faults.is_some() { Focus::None } else { self.form.focus() }
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Left | Action::Right | Action::Toggle | Action::Digit(_) => self.form.focus() == Focus::None,
            Action::Problems => self.has_faults(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if let Some(page) = &mut self.faults {
            match action {
                Action::Back => self.faults = None,
                Action::Reload => {
                    self.read_file(ctx);
                    if self.has_faults() { self.show_faults(ctx) } else { self.faults = None }
                }
                action => match step(&action) {
                    Some(typing) => {
                        page.apply(&typing);
                    }
                    None => return Next::Pass,
                },
            }
            return Next::Stay;
        }
        match action {
            Action::Save => {
                if self.form.at() == FILE {
                    self.left_file(ctx);
                }
                return self.begin(ctx);
            }
            Action::Problems => {
                if self.form.at() == FILE {
                    self.left_file(ctx);
                }
                if self.has_faults() {
                    self.show_faults(ctx);
                }
                return Next::Stay;
            }
            _ => {}
        }
        let did = self.form.update(&action);
        if !matches!(did, Did::Nothing | Did::Done) && self.roll_from(ctx) == RollFrom::Households {
            self.counted = self.households(ctx).map(|voters| self.weighed(&voters, ctx));
        }
        match did {
            Did::Nothing => return Next::Pass,
            Did::Ended => {
                if !self.form.text(FILE).trim().is_empty() {
                    self.left_file(ctx);
                }
                return self.begin(ctx);
            }
            Did::Changed(AGENDA) => {
                self.suggest(ctx);
                self.offer_rolls(ctx);
            }
            Did::Changed(SESSION) => self.suggest(ctx),
            Did::Changed(FILE) => self.file = None,
            Did::Left(FILE) => self.left_file(ctx),
            Did::Changed(_) | Did::Left(_) | Did::Done => {}
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        match &self.faults {
            Some(page) => {
                let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
                Page::new(Theme::of(ctx), page).render(inner, frame.buffer_mut());
            }
            None => self.form.view(ctx, frame, area, &self.words(ctx)),
        }
    }

    fn text(&self) -> Option<String> {
        self.form.focused_text()
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        self.form.put_text(text.trim_end());
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.suggest(ctx);
        if self.faults.is_some() {
            self.show_faults(ctx);
        }
    }
}
