//! 开会: agenda, session, who presides, notice and roll on one page; then people can check in.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};
use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    Screen,
    form::{Did, Form, Slot, Words},
    list::step,
    session_edit::fresh,
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope},
    domain::{
        SessionId,
        meeting::{
            agenda::{Agenda, Notice},
            course::{NoticeCheck, NoticeStanding},
            roll::{Voter, entitled, group},
            rule::Regime,
        },
        place::{self, Roll, Voices, entitled_units, places_named},
        session::{Session, SessionKind},
    },
    import::{AgendaFile, Origin, RollFile, RollFileFault, read_roll},
    locale::{
        DateFault, area as area_words, date_fault, date_short, date_weekday, meeting::notice_words, month_day,
        roll_fault, rule_citation, session_kind, time_fault, time_short, typed_date, typed_time,
    },
    tr,
    ui::{
        theme::{DONE, Meaning, Theme, WRONG},
        widgets::{Accepts, FieldState, Page, PageState},
    },
};

const AGENDA: usize = 0;
const SESSION: usize = 1;
const NAME: usize = 2;
const DATE: usize = 3;
const TIME: usize = 4;
const PLACE: usize = 5;
const CHAIR: usize = 6;
const NOTES: usize = 7;
const NOTICE: usize = 8;
const ROLL: usize = 9;
const FILE: usize = 10;

/// Where the roll comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RollFrom {
    /// The households of the roll, those of a place when one is named.
    Households,
    Agenda,
    File,
    Nowhere,
}

/// A meeting about to be set up.
pub struct NewMeetingScreen {
    /// Ids of the agendas one can hold a meeting by.
    agendas: Vec<String>,
    /// Sessions of today and later; after the last stands "a new one".
    sessions: Vec<Session>,
    /// The session a new one begins as.
    fresh: Session,
    form: Form,
    /// What the lines from name to note-taker said before anything was typed.
    given: Vec<String>,
    /// The file that was read last, and what stands in it.
    file: Option<(PathBuf, Result<RollFile, RollFileFault>)>,
    /// Heads and area of the households that would be entitled, when they come from the roll.
    counted: Option<(u64, String)>,
    /// All faults of the file, while they are read.
    faults: Option<PageState>,
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

    fn agenda_file<'a>(&self, ctx: &'a Ctx) -> Option<&'a AgendaFile> {
        ctx.agendas().find(self.agendas.get(self.form.choice(AGENDA))?)
    }

    fn agenda<'a>(&self, ctx: &'a Ctx) -> Option<&'a Agenda> {
        self.agenda_file(ctx)?.agenda()
    }

    fn kind(&self, ctx: &Ctx) -> SessionKind {
        self.agenda_file(ctx).map_or(SessionKind::Other, AgendaFile::kind)
    }

    fn session(&self) -> Option<&Session> {
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

    /// The rolls one can choose from, the likeliest first.
    fn rolls(&self, ctx: &Ctx) -> &'static [RollFrom] {
        use RollFrom::{Agenda as Listed, File, Households, Nowhere};
        let everywhere = place::Place::default();
        let peopled = ctx.register::<Roll>().is_some_and(|roll| roll.count(&everywhere).households > 0);
        match self.agenda(ctx) {
            Some(agenda) if peopled && !agenda.roll.is_empty() => &[Listed, Households, File, Nowhere],
            Some(agenda) if peopled && matches!(agenda.rule.regime, Regime::Discussion(_)) => {
                &[Nowhere, Households, File]
            }
            _ if peopled => &[Households, File, Nowhere],
            Some(agenda) if !agenda.roll.is_empty() => &[RollFrom::Agenda, RollFrom::File, RollFrom::Nowhere],
            Some(agenda) if matches!(agenda.rule.regime, Regime::Discussion(_)) => &[RollFrom::Nowhere, RollFrom::File],
            _ => &[RollFrom::File, RollFrom::Nowhere],
        }
    }

    fn offer_rolls(&mut self, ctx: &Ctx) {
        let of = self.rolls(ctx).len();
        self.form.set(ROLL, Slot::Choice { at: 0, of });
    }

    fn roll_from(&self, ctx: &Ctx) -> RollFrom {
        self.rolls(ctx).get(self.form.choice(ROLL)).copied().unwrap_or(RollFrom::Nowhere)
    }

    /// When the meeting begins as typed.
    fn starts(&self, now: DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, (usize, DateFault)> {
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
    fn notice(&self, today: NaiveDate) -> Result<Option<Notice>, DateFault> {
        match self.form.text(NOTICE).trim() {
            "" => Ok(None),
            text => typed_date(text, today).map(|on| Some(Notice { on })),
        }
    }

    /// The notice as typed, against the days the agenda asks for.
    fn check(&self, ctx: &Ctx) -> Option<NoticeCheck> {
        let now = ctx.now();
        let held = self.starts(now).ok()?.date_naive();
        let notice = self.notice(now.date_naive()).ok()?;
        Some(NoticeCheck::new(notice, held, self.agenda(ctx)?.settings.notice_days))
    }

    /// Where the file is as typed: quotes and `file://` that come with a file dragged here are passed over, and a name
    /// alone is looked for in the data directory too.
    fn path(&self, ctx: &Ctx) -> Option<PathBuf> {
        let text = self.form.text(FILE).trim();
        let text = text.trim_matches(['"', '\'']);
        let path = Path::new(text.strip_prefix("file://").unwrap_or(text));
        let own = ctx.dir.join(path);
        (!text.is_empty()).then(|| if path.exists() || !own.exists() { path.to_path_buf() } else { own })
    }

    /// Reads the file that was typed.
    fn read_file(&mut self, ctx: &Ctx) {
        let parking = self.agenda(ctx).is_none_or(|agenda| agenda.settings.parking);
        self.file = self.path(ctx).map(|path| {
            let read = read_roll(&path, parking);
            (path, read)
        });
    }

    /// The place of the roll as typed; nothing when there is none of that name, or several.
    fn roll_place(&self, ctx: &Ctx) -> Option<place::Place> {
        let text = self.form.text(FILE).trim();
        if text.is_empty() {
            return Some(place::Place::default());
        }
        match ctx.register::<Roll>().map(|roll| places_named(roll, text)).unwrap_or_default().as_slice() {
            [place] => Some(place.clone()),
            _ => None,
        }
    }

    /// The households of the roll as voters: owners under the owners' rules, else one voice a household.
    fn households(&self, ctx: &Ctx) -> Option<Vec<Voter>> {
        let agenda = self.agenda(ctx)?;
        let owners = matches!(agenda.rule.regime, Regime::Owners(_) | Regime::Unanimous);
        let voices = if owners { Voices::Owners } else { Voices::Residents };
        let units = entitled_units(ctx.register::<Roll>()?, &self.roll_place(ctx)?, voices);
        Some(group(units, agenda.settings.parking).0)
    }

    /// A file was named: it is read, and the roll comes from it.
    fn left_file(&mut self, ctx: &Ctx) {
        if self.roll_from(ctx) == RollFrom::Households && self.roll_place(ctx).is_some() {
            self.file = None;
            return;
        }
        self.read_file(ctx);
        if self.file.is_some()
            && let Some(at) = self.rolls(ctx).iter().position(|from| *from == RollFrom::File)
        {
            let of = self.rolls(ctx).len();
            self.form.set(ROLL, Slot::Choice { at, of });
        }
    }

    /// The roll to hold the meeting with; nothing when it cannot be had, and then the file's line has the focus.
    fn roll(&mut self, agenda: &Agenda, ctx: &mut Ctx) -> Option<Vec<Voter>> {
        match self.roll_from(ctx) {
            RollFrom::Agenda => return Some(agenda.roll.clone()),
            RollFrom::Households => {
                let found = self.households(ctx).filter(|voters| !voters.is_empty());
                if found.is_none() {
                    let place = self.form.text(FILE).trim().to_owned();
                    ctx.notice(Level::Warning, |l| tr!(l, "rolls-which-place", place = place));
                    self.form.go_to(FILE);
                }
                return found;
            }
            RollFrom::Nowhere => return Some(Vec::new()),
            RollFrom::File => self.read_file(ctx),
        }
        if let Some((_, Ok(file))) = &self.file
            && file.is_sound()
        {
            return Some(file.voters.clone());
        }
        let why = self.file_fault(ctx).unwrap_or_else(|| tr!(ctx.locale, "newmeeting-file-missing"));
        ctx.notice(Level::Warning, |_| why);
        self.form.go_to(FILE);
        None
    }

    /// Why the file cannot be taken.
    fn file_fault(&self, ctx: &Ctx) -> Option<String> {
        let l = &ctx.locale;
        match &self.file.as_ref()?.1 {
            Ok(file) if file.is_sound() => None,
            Ok(file) => {
                let count = file.errors();
                Some(tr!(l, "newmeeting-file-faults", count = count))
            }
            Err(RollFileFault::Io(error)) => {
                let why = error.to_string();
                Some(tr!(l, "newmeeting-file-unreadable", why = why))
            }
            Err(RollFileFault::NotUtf8 { line }) => {
                let line = *line;
                Some(tr!(l, "newmeeting-file-encoding", line = line))
            }
            Err(RollFileFault::NoTable { line }) => {
                let line = *line;
                Some(tr!(l, "newmeeting-file-no-table", line = line))
            }
            Err(RollFileFault::Empty) => Some(tr!(l, "newmeeting-file-empty")),
        }
    }

    /// Shows every fault of the file.
    fn show_faults(&mut self, ctx: &Ctx) {
        let l = &ctx.locale;
        let Some((_, Ok(file))) = &self.file else { return };
        let count = file.errors();
        let mut lines = Vec::new();
        let of = |severe: bool| {
            let faults = file.faults.iter().filter(move |f| (f.severity() == crate::domain::Severity::Error) == severe);
            faults.map(|fault| roll_fault(l, fault)).collect::<Vec<_>>()
        };
        if count > 0 {
            lines.push((Meaning::Label, tr!(l, "newmeeting-faults-errors", count = count)));
            lines.extend(of(true).into_iter().map(|words| (Meaning::Bad, words)));
            lines.push((Meaning::Text, String::new()));
        }
        let warnings = of(false);
        if !warnings.is_empty() {
            lines.push((Meaning::Label, tr!(l, "newmeeting-faults-warnings")));
            lines.extend(warnings.into_iter().map(|words| (Meaning::Warn, words)));
        }
        self.faults = Some(PageState::of(lines));
    }

    fn has_faults(&self) -> bool {
        matches!(&self.file, Some((_, Ok(file))) if !file.faults.is_empty())
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

    fn agenda_words(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let Some(file) = self.agenda_file(ctx) else { return String::new() };
        let items = file.agenda().map_or(0, |agenda| agenda.items.len());
        let (title, kind) = (file.title().get(ctx.lang()), session_kind(l, file.kind()));
        // A kind that says what the title says needs not be read twice.
        let said = title.to_lowercase() == kind.to_lowercase() || file.kind() == SessionKind::Other;
        let kind = if said { String::new() } else { kind };
        let items = tr!(l, "newmeeting-agenda-items", items = items);
        let own = if file.origin == Origin::Shipped { String::new() } else { tr!(l, "newmeeting-agenda-own") };
        let parts = [title.to_owned(), kind, items, own];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("   ")
    }

    fn session_words(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self.session() {
            Some(s) => {
                let name = if s.title.is_empty() { session_kind(l, s.kind) } else { s.title.clone() };
                format!("{} {} {name}", month_day(s.starts.date_naive()), time_short(s.starts.time()))
            }
            None => tr!(l, "newmeeting-new-session", kind = session_kind(l, self.kind(ctx))),
        }
    }

    fn roll_words(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match (self.roll_from(ctx), &self.file) {
            (RollFrom::Agenda, _) => {
                let heads = self.agenda(ctx).map_or(0, |agenda| agenda.roll.len());
                tr!(l, "newmeeting-roll-agenda", heads = heads)
            }
            (RollFrom::Nowhere, _) => tr!(l, "newmeeting-roll-none"),
            (RollFrom::Households, _) => match &self.counted {
                Some((heads, area)) => {
                    let (heads, area) = (*heads, area.clone());
                    tr!(l, "rolls-meeting", heads = heads, area = area)
                }
                None => tr!(l, "rolls-meeting-no-place"),
            },
            (RollFrom::File, Some((_, Ok(file)))) if file.is_sound() => {
                let (heads, area) = self.figures(file, ctx);
                tr!(l, "newmeeting-roll-read", heads = heads, area = area)
            }
            (RollFrom::File, _) => tr!(l, "newmeeting-roll-file"),
        }
    }

    fn figures(&self, file: &RollFile, ctx: &Ctx) -> (u64, String) {
        self.weighed(&file.voters, ctx)
    }

    fn weighed(&self, voters: &[Voter], ctx: &Ctx) -> (u64, String) {
        let parking = self.agenda(ctx).is_none_or(|agenda| agenda.settings.parking);
        let all = entitled(voters, parking);
        (all.heads, area_words(&ctx.locale, i64::try_from(all.area).unwrap_or(i64::MAX)))
    }

    /// What the file's line says at the foot.
    fn file_hint(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match &self.file {
            Some((_, Ok(file))) if file.is_sound() => {
                let ((heads, area), count) = (self.figures(file, ctx), file.faults.len());
                if count > 0 {
                    tr!(l, "newmeeting-file-warned", heads = heads, area = area, count = count)
                } else {
                    tr!(l, "newmeeting-file-sound", heads = heads, area = area)
                }
            }
            _ => tr!(l, "newmeeting-file-hint"),
        }
    }

    fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let now = ctx.now();
        let today = now.date_naive();
        let wrong = self.starts(now).err();
        let error = |slot| match wrong {
            Some((at, fault)) if at == slot && slot == TIME => time_fault(l, fault),
            Some((at, fault)) if at == slot => date_fault(l, fault),
            _ => String::new(),
        };
        let day = |slot| typed_date(self.form.text(slot), today).map(|on| date_weekday(l, on)).unwrap_or_default();
        let row = |label, value, hint, error| Words { label, value, error, hint };
        let chosen = |label, value, hint| row(label, value, hint, String::new());
        let line = |label, hint| row(label, String::new(), hint, String::new());
        let agenda = self.agenda(ctx);
        let source = agenda.map(|agenda| rule_citation(l, &agenda.rule)).unwrap_or_default();
        let regime = agenda.map(|agenda| agenda.rule.regime);
        let said = |check: NoticeCheck, regime| {
            let mark = match check.standing() {
                NoticeStanding::Short | NoticeStanding::Missing => WRONG,
                NoticeStanding::Exact => "!",
                NoticeStanding::Ample => DONE,
                NoticeStanding::NotAsked => "",
            };
            format!("{mark} {}", notice_words(l, regime, &check)).trim_start().to_owned()
        };
        let notice = self.check(ctx).zip(regime).map(|(check, regime)| said(check, regime)).unwrap_or_default();
        let notice_error = self.notice(today).err().map(|fault| date_fault(l, fault)).unwrap_or_default();
        vec![
            chosen(
                tr!(l, "newmeeting-agenda"),
                self.agenda_words(ctx),
                tr!(l, "newmeeting-agenda-hint", rule = source),
            ),
            chosen(tr!(l, "newmeeting-session"), self.session_words(ctx), tr!(l, "newmeeting-session-hint")),
            line(tr!(l, "newmeeting-name"), tr!(l, "newmeeting-name-hint")),
            row(
                tr!(l, "newmeeting-date"),
                String::new(),
                format!("{}   {}", day(DATE), tr!(l, "session-date-hint")).trim_start().to_owned(),
                error(DATE),
            ),
            row(tr!(l, "newmeeting-time"), String::new(), tr!(l, "session-time-hint"), error(TIME)),
            line(tr!(l, "newmeeting-place"), String::new()),
            line(tr!(l, "newmeeting-chair"), String::new()),
            line(tr!(l, "newmeeting-note-taker"), String::new()),
            row(tr!(l, "newmeeting-notice"), tr!(l, "newmeeting-notice-none"), notice, notice_error),
            chosen(tr!(l, "newmeeting-roll"), self.roll_words(ctx), tr!(l, "newmeeting-roll-hint")),
            if self.roll_from(ctx) == RollFrom::Households {
                line(tr!(l, "rolls-meeting-place"), tr!(l, "rolls-meeting-place-hint"))
            } else {
                row(
                    tr!(l, "newmeeting-file"),
                    tr!(l, "newmeeting-file-none"),
                    self.file_hint(ctx),
                    self.file_fault(ctx).unwrap_or_default(),
                )
            },
        ]
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
