//! 场次: one session created or changed. Leaving keeps what was typed.

use chrono::{DateTime, FixedOffset};
use ratatui::{Frame, layout::Rect};

use super::{
    Screen,
    form::{Did, Form, Slot, Words},
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope},
    domain::{
        SessionId,
        session::{Session, SessionKind},
    },
    locale::{
        DateFault, date_fault, date_short, date_time, date_weekday, session_kind, time_fault, time_short, typed_date,
        typed_time,
    },
    tr,
    ui::widgets::{Accepts, FieldState},
};

const KIND: usize = 0;
const TITLE: usize = 1;
const DATE: usize = 2;
const TIME: usize = 3;
const COMMUNITY: usize = 4;
const GRID: usize = 5;
const MICRO_GRID: usize = 6;
const BUILDING: usize = 7;
const FACILITATOR: usize = 8;
const RECORDER: usize = 9;
const PRESENT: usize = 10;

/// One session in a form.
pub struct SessionEditScreen {
    /// The session as it is stored, or as a new one begins.
    before: Session,
    new: bool,
    form: Form,
}

impl SessionEditScreen {
    /// The form of a session; nothing when it is not there any more, which a notice says.
    pub fn open(id: Option<SessionId>, ctx: &mut Ctx) -> Option<Self> {
        let before = match id {
            Some(id) => {
                let stored = ctx.read(|store| store.session(id))?;
                if stored.is_none() {
                    ctx.notice(Level::Warning, |l| tr!(l, "sessions-gone"));
                }
                stored?.session
            }
            None => fresh(ctx),
        };
        let line = |text: &str| Slot::Text(FieldState::new(text));
        let folded = |text: &str| Slot::Text(FieldState::new(text).accepts(Accepts::Folded));
        let digits = |text: &str| Slot::Text(FieldState::new(text).accepts(Accepts::Digits));
        let kind = SessionKind::ALL.iter().position(|kind| *kind == before.kind).unwrap_or_default();
        let present = if before.present == 0 { String::new() } else { before.present.to_string() };
        let form = Form::new(vec![
            Slot::Choice { at: kind, of: SessionKind::ALL.len() },
            line(&before.title),
            folded(&date_short(before.starts.date_naive())),
            folded(&time_short(before.starts.time())),
            line(&before.community),
            line(&before.grid),
            line(&before.micro_grid),
            line(&before.building),
            line(&before.facilitator),
            line(&before.recorder),
            digits(&present),
        ]);
        Some(Self { before, new: id.is_none(), form })
    }

    fn kind(&self) -> SessionKind {
        SessionKind::ALL.get(self.form.choice(KIND)).copied().unwrap_or(SessionKind::Other)
    }

    /// When the session begins as typed.
    fn starts(&self, now: DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, (usize, DateFault)> {
        let date = typed_date(self.form.text(DATE), now.date_naive()).map_err(|fault| (DATE, fault))?;
        let time = typed_time(self.form.text(TIME)).map_err(|fault| (TIME, fault))?;
        let starts = date.and_time(time).and_local_timezone(*self.before.starts.offset());
        Ok(starts.single().unwrap_or(self.before.starts))
    }

    /// The session as typed. A day or time that cannot be read stays as it was.
    fn typed(&self, ctx: &Ctx) -> Session {
        let text = |slot| self.form.text(slot).trim().to_owned();
        // A moment typed as it was keeps its seconds, so that an untouched session counts as unchanged.
        let unchanged = text(DATE) == date_short(self.before.starts.date_naive())
            && text(TIME) == time_short(self.before.starts.time());
        let starts = if unchanged { self.before.starts } else { self.starts(ctx.now()).unwrap_or(self.before.starts) };
        Session {
            id: self.before.id,
            kind: self.kind(),
            title: text(TITLE),
            community: text(COMMUNITY),
            grid: text(GRID),
            micro_grid: text(MICRO_GRID),
            building: text(BUILDING),
            starts,
            facilitator: text(FACILITATOR),
            recorder: text(RECORDER),
            present: text(PRESENT).parse().unwrap_or(if text(PRESENT).is_empty() { 0 } else { self.before.present }),
        }
    }

    /// Stores the session when something was typed, a new one also when it is `wanted` as it began; whether all is well.
    fn keep(&mut self, wanted: bool, ctx: &mut Ctx) -> bool {
        let mut session = self.typed(ctx);
        if session == self.before && !(wanted && self.new) {
            return true;
        }
        if session.title.is_empty() {
            session.title = session_kind(&ctx.locale, session.kind);
        }
        if ctx.write(|store, stamp| store.save_session(&session, stamp)).is_none() {
            return false;
        }
        let title = session.title.clone();
        ctx.notice(Level::Done, |l| tr!(l, "sessions-saved", title = title));
        self.new = false;
        self.before = session;
        true
    }

    /// Stores the session and leaves; a day or time that cannot be read gets the focus instead.
    fn save(&mut self, ctx: &mut Ctx) -> Next {
        if let Err((slot, _)) = self.starts(ctx.now()) {
            self.form.go_to(slot);
            return Next::Stay;
        }
        if self.keep(true, ctx) { Next::Back } else { Next::Stay }
    }

    fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let now = ctx.now();
        let fault = self.starts(now).err();
        let error = |slot| match fault {
            Some((at, fault)) if at == slot && slot == TIME => time_fault(l, fault),
            Some((at, fault)) if at == slot => date_fault(l, fault),
            _ => String::new(),
        };
        let day = typed_date(self.form.text(DATE), now.date_naive()).map(|date| date_weekday(l, date));
        let row = |label, value, hint, error| Words { label, value, error, hint };
        let plain = |label, hint| row(label, String::new(), hint, String::new());
        vec![
            row(tr!(l, "session-kind"), session_kind(l, self.kind()), tr!(l, "session-kind-hint"), String::new()),
            row(tr!(l, "session-name"), session_kind(l, self.kind()), tr!(l, "session-name-hint"), String::new()),
            row(
                tr!(l, "session-date"),
                String::new(),
                format!("{}   {}", day.unwrap_or_default(), tr!(l, "session-date-hint")).trim_start().to_owned(),
                error(DATE),
            ),
            row(tr!(l, "session-time"), String::new(), tr!(l, "session-time-hint"), error(TIME)),
            plain(tr!(l, "session-community"), tr!(l, "session-place-hint")),
            plain(tr!(l, "session-grid"), tr!(l, "session-place-hint")),
            plain(tr!(l, "session-micro-grid"), tr!(l, "session-place-hint")),
            plain(tr!(l, "session-building"), tr!(l, "session-place-hint")),
            plain(tr!(l, "session-facilitator"), String::new()),
            plain(tr!(l, "session-recorder"), String::new()),
            plain(tr!(l, "session-present"), tr!(l, "session-present-hint")),
        ]
    }
}

/// A new session: today at the next full hour, at the place of the settings and of the session before.
pub fn fresh(ctx: &mut Ctx) -> Session {
    let now = ctx.now();
    let id = SessionId(ctx.new_id());
    let last = ctx.read(|store| store.sessions(false)).unwrap_or_default().into_iter().next().map(|row| row.session);
    let kept = |setting: &Option<String>| setting.clone().unwrap_or_default();
    let settings = &ctx.settings;
    let of_last = |part: fn(&Session) -> &String| last.as_ref().map(|s| part(s).clone()).unwrap_or_default();
    let or = |first: String, second: String| if first.is_empty() { second } else { first };
    let hour = now.date_naive().and_hms_opt(chrono::Timelike::hour(&now), 0, 0);
    let next_hour = hour.and_then(|hour| hour.checked_add_signed(chrono::TimeDelta::hours(1)));
    let starts = next_hour.and_then(|at| at.and_local_timezone(*now.offset()).single()).unwrap_or(now);
    Session {
        id,
        kind: last.as_ref().map_or(SessionKind::CourtyardMeeting, |s| s.kind),
        title: String::new(),
        community: or(kept(&settings.community), of_last(|s| &s.community)),
        grid: of_last(|s| &s.grid),
        micro_grid: of_last(|s| &s.micro_grid),
        building: or(kept(&settings.courtyard), of_last(|s| &s.building)),
        starts,
        facilitator: of_last(|s| &s.facilitator),
        recorder: or(kept(&settings.surveyor), of_last(|s| &s.recorder)),
        present: 0,
    }
}

impl Screen for SessionEditScreen {
    fn place(&self) -> Place {
        Place::SessionEdit { session: (!self.new).then_some(self.before.id) }
    }

    fn scope(&self) -> Scope {
        Scope::SessionEdit
    }

    fn title(&self, ctx: &Ctx) -> String {
        let title = self.form.text(TITLE).trim();
        let name = if title.is_empty() { session_kind(&ctx.locale, self.kind()) } else { title.to_owned() };
        if self.new {
            tr!(ctx.locale, "session-new-title", name = name)
        } else {
            tr!(ctx.locale, "session-title", name = name)
        }
    }

    fn status(&self, ctx: &Ctx) -> String {
        if self.typed(ctx) == self.before { String::new() } else { tr!(ctx.locale, "session-unsaved") }
    }

    fn focus(&self) -> Focus {
        self.form.focus()
    }

    fn allows(&self, action: &Action) -> bool {
        self.form.allows(action)
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Save {
            return self.save(ctx);
        }
        match self.form.update(&action) {
            Did::Nothing => Next::Pass,
            Did::Ended => self.save(ctx),
            Did::Left(_) | Did::Changed(_) | Did::Done => Next::Stay,
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.form.view(ctx, frame, area, &self.words(ctx));
    }

    fn text(&self) -> Option<String> {
        self.form.focused_text()
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        self.form.put_text(text);
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        if self.starts(ctx.now()).is_err() {
            let starts = date_time(self.before.starts);
            ctx.notice(Level::Warning, |l| tr!(l, "session-date-kept", starts = starts));
        }
        self.keep(false, ctx);
    }
}
