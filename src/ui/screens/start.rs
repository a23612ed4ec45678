//! 新答卷: which survey, at which session, at which door. Building and entrance stay from the household before, so that one
//! number and Enter begin the next.

use ratatui::{Frame, layout::Rect};

use super::{
    Screen,
    form::{Did, Form, Slot, Words},
    session_edit::fresh,
};
use crate::{
    app::{Action, Beginning, Ctx, Filling, Focus, Level, Next, Place, Scope},
    domain::{
        ResponseId, SessionId,
        place::{self, Roll},
        record::StoreError,
        session::{Session, SessionKind},
        survey::Door,
    },
    locale::{address, date_short, month_day, session_kind, store_error, time_short},
    tr,
    ui::widgets::FieldState,
};

const SURVEY: usize = 0;
const SESSION: usize = 1;
const SURVEYOR: usize = 2;
const BUILDING: usize = 3;
const ENTRANCE: usize = 4;
const HOUSEHOLD: usize = 5;

/// Sessions offered, the latest first; earlier ones are reached from the list of sessions.
const OFFERED: usize = 9;

/// A response about to begin.
pub struct StartScreen {
    /// Ids and titles of the surveys one can fill.
    surveys: Vec<String>,
    /// Sessions to choose from; after the last stands "a new round today".
    sessions: Vec<Session>,
    form: Form,
    /// Another response of this door in this session, once it was pointed out.
    pointed_out: Option<ResponseId>,
}

impl StartScreen {
    /// The page before a response. Nothing when there is no survey to fill, which a notice says.
    pub fn open(survey: Option<&str>, session: Option<SessionId>, ctx: &mut Ctx) -> Option<Self> {
        let surveys: Vec<String> = ctx.library.all().filter(|s| s.faults() == 0).map(|s| s.id().to_owned()).collect();
        if surveys.is_empty() {
            ctx.notice(Level::Warning, |l| tr!(l, "start-no-survey"));
            return None;
        }
        ctx.hold_register::<Roll>();
        let rows = ctx.read(|store| store.sessions(false)).unwrap_or_default();
        let mut sessions: Vec<Session> = rows.into_iter().map(|row| row.session).collect();
        // The one asked for is always among those offered.
        if let Some(at) = session.and_then(|id| sessions.iter().position(|s| s.id == id)) {
            sessions[..=at].rotate_right(1);
        }
        sessions.truncate(OFFERED);
        let last_survey = survey.map(str::to_owned).or_else(|| ctx.settings.survey.clone());
        let survey_at = last_survey.and_then(|id| surveys.iter().position(|s| *s == id)).unwrap_or_default();
        let last = ctx.read(|store| store.last_saved(&surveys[survey_at])).flatten();
        let today = ctx.now().date_naive();
        let wanted = session.or_else(|| last.as_ref().and_then(|last| last.session));
        let at = wanted.and_then(|id| sessions.iter().position(|s| s.id == id));
        let todays = sessions.iter().position(|s| s.starts.date_naive() == today);
        let is_today = |at: usize| session.is_some() || sessions[at].starts.date_naive() == today;
        let session_at = at.filter(|at| is_today(*at)).or(todays).unwrap_or(sessions.len());
        let door = last.map(|last| last.door).unwrap_or_default();
        let surveyor = ctx.settings.surveyor.clone().unwrap_or_default();
        let line = |text: &str| Slot::Text(FieldState::new(text));
        let mut form = Form::new(vec![
            Slot::Choice { at: survey_at, of: surveys.len() },
            Slot::Choice { at: session_at, of: sessions.len() + 1 },
            line(&surveyor),
            line(&door.building),
            line(&door.entrance),
            line(""),
        ]);
        let first = if surveyor.is_empty() {
            SURVEYOR
        } else if door.building.is_empty() && door.entrance.is_empty() {
            BUILDING
        } else {
            HOUSEHOLD
        };
        form.go_to(if surveys.len() > 1 && survey.is_none() { SURVEY } else { first });
        Some(Self { surveys, sessions, form, pointed_out: None })
    }

    fn survey(&self) -> &str {
        self.surveys.get(self.form.choice(SURVEY)).map_or("", String::as_str)
    }

    fn session(&self) -> Option<&Session> {
        self.sessions.get(self.form.choice(SESSION))
    }

    fn door(&self) -> Door {
        let text = |slot| self.form.text(slot).trim().to_owned();
        Door { building: text(BUILDING), entrance: text(ENTRANCE), household: text(HOUSEHOLD) }
    }

    /// What the roll says of the door as typed; nothing without a roll.
    fn known(&self, ctx: &Ctx) -> Option<String> {
        let l = &ctx.locale;
        let (roll, wanted) = (ctx.register::<Roll>()?, self.door());
        if wanted.household.is_empty() || roll.count(&place::Place::default()).households == 0 {
            return None;
        }
        let found: Vec<_> = roll.at_door(&wanted).collect();
        let [(_, household)] = found.as_slice() else { return Some(tr!(l, "rolls-start-unknown")) };
        let owners = household.owners.iter().map(|owner| owner.name.clone()).collect::<Vec<_>>().join("、");
        Some(tr!(l, "rolls-start-known", door = address(l, &household.address), owners = owners))
    }

    /// A draft of this survey at this door, left unfinished: that one is gone on with.
    fn unfinished(&self, ctx: &mut Ctx) -> Option<ResponseId> {
        let door = self.door();
        if door.household.is_empty() {
            return None;
        }
        let session = self.session().map(|s| s.id);
        let drafts = ctx.read(crate::store::Store::drafts)?;
        let same = drafts.into_iter().find(|draft| {
            let head = &draft.head;
            head.survey.id == self.survey() && head.door == door && head.session == session && head.correction.is_none()
        });
        same.map(|draft| draft.head.id)
    }

    /// Says when this door has answered this survey in this session before. Enter again begins all the same.
    fn is_duplicate(&mut self, ctx: &mut Ctx) -> bool {
        let Some(session) = self.session().map(|s| s.id) else { return false };
        let (survey, door) = (self.survey().to_owned(), self.door());
        let nobody = ResponseId(uuid::Uuid::nil());
        let found = ctx.read(|store| store.duplicates(&survey, Some(session), &door, nobody)).unwrap_or_default();
        let Some(first) = found.first() else { return false };
        if self.pointed_out == Some(first.head.id) {
            return false;
        }
        self.pointed_out = Some(first.head.id);
        let (who, when) = (first.head.surveyor.clone(), time_short(first.submitted.time()));
        ctx.notice(Level::Warning, |l| tr!(l, "start-duplicate", who = who, time = when));
        true
    }

    fn begin(&mut self, ctx: &mut Ctx) -> Next {
        if let Some(response) = self.unfinished(ctx) {
            ctx.notice(Level::Info, |l| tr!(l, "start-unfinished"));
            return Next::Become(Place::Entry { response, at: None });
        }
        if self.is_duplicate(ctx) {
            return Next::Stay;
        }
        let surveyor = self.form.text(SURVEYOR).trim().to_owned();
        let survey = self.survey().to_owned();
        ctx.settings.surveyor = Some(surveyor.clone()).filter(|name| !name.is_empty());
        ctx.settings.survey = Some(survey.clone());
        ctx.keep_settings();
        match self.begun(ctx, &survey, surveyor) {
            Ok(response) => Next::Become(Place::Entry { response, at: None }),
            Err(error) => {
                ctx.notice(Level::Error, |l| store_error(l, &error));
                Next::Stay
            }
        }
    }

    fn begun(&self, ctx: &mut Ctx, survey: &str, surveyor: String) -> Result<ResponseId, StoreError> {
        let session = match self.session() {
            Some(session) => session.id,
            None => new_round(ctx)?,
        };
        let (survey, form) = ctx.survey_to_fill(survey)?;
        let with = Beginning { survey, form, session: Some(session), door: self.door(), surveyor };
        Ok(Filling::begin(ctx, with)?.head().id)
    }

    fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let row = |label, value, hint| Words { label, value, error: String::new(), hint };
        let title = ctx.library.find(self.survey()).map(|s| s.title().get(ctx.lang()).to_owned()).unwrap_or_default();
        let session = match self.session() {
            Some(s) => {
                let name = if s.title.is_empty() { session_kind(l, s.kind) } else { s.title.clone() };
                format!("{} {name}", month_day(s.starts.date_naive()))
            }
            None => tr!(l, "start-new-round", date = date_short(ctx.now().date_naive())),
        };
        let choose = tr!(l, "start-choose-hint");
        let door = tr!(l, "start-door-hint");
        vec![
            row(tr!(l, "start-survey"), title, choose.clone()),
            row(tr!(l, "start-session"), session, choose),
            row(tr!(l, "start-surveyor"), String::new(), tr!(l, "start-surveyor-hint")),
            row(tr!(l, "start-building"), String::new(), door.clone()),
            row(tr!(l, "start-entrance"), String::new(), door.clone()),
            row(tr!(l, "start-household"), String::new(), self.known(ctx).unwrap_or(door)),
        ]
    }
}

/// A door-to-door round beginning now, recorded.
fn new_round(ctx: &mut Ctx) -> Result<SessionId, StoreError> {
    let title = session_kind(&ctx.locale, SessionKind::DoorToDoor);
    let session = Session { kind: SessionKind::DoorToDoor, title, starts: ctx.now(), ..fresh(ctx) };
    let (now, author) = (ctx.now(), ctx.settings.surveyor.clone().unwrap_or_default());
    ctx.store.save_session(&session, crate::store::Stamp { ids: &mut *ctx.ids, now, author: &author })?;
    Ok(session.id)
}

impl Screen for StartScreen {
    fn place(&self) -> Place {
        Place::NewResponse { survey: Some(self.survey().to_owned()), session: self.session().map(|s| s.id) }
    }

    fn scope(&self) -> Scope {
        Scope::NewResponse
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "start-title")
    }

    fn focus(&self) -> Focus {
        self.form.focus()
    }

    fn allows(&self, action: &Action) -> bool {
        self.form.allows(action) && *action != Action::NewResponse
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if matches!(action, Action::Save | Action::NewResponse) {
            return self.begin(ctx);
        }
        match self.form.update(&action) {
            Did::Nothing => Next::Pass,
            Did::Ended => self.begin(ctx),
            Did::Changed(_) => {
                self.pointed_out = None;
                Next::Stay
            }
            Did::Left(_) | Did::Done => Next::Stay,
        }
    }

    fn text(&self) -> Option<String> {
        self.form.focused_text()
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        self.form.put_text(text);
        self.pointed_out = None;
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.form.view(ctx, frame, area, &self.words(ctx));
    }
}
