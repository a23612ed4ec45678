//! 新一轮走访: title, survey, which doors, who goes where, until when. How many doors that makes is shown while one types.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        Screen,
        form::{Did, Form, Slot, Words},
        session_edit::fresh,
    },
    due::days,
    pieces,
    places::Places,
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope},
    domain::{
        HouseholdId, RoundId, SessionId,
        place::{MustVisit, Roll},
        session::{Session, SessionKind},
        visit::{Assignment, Choosing, Command, Event, Plan, Rounds, Sample, due},
    },
    locale::{date_fault, month_day, typed_date, visit_kind},
    tr,
    ui::widgets::FieldState,
};

const TITLE: usize = 0;
const SURVEY: usize = 1;
const WHERE: usize = 2;
const KIND: usize = 3;
const SAMPLE: usize = 4;
const WHO: usize = 5;
const UNTIL: usize = 6;
const SESSION: usize = 7;

/// Every door, must-visit doors of any kind, of each kind, those that are due.
const KINDS: usize = 3 + MustVisit::ALL.len();
/// Doors of a back-check, when nothing else is typed.
const CHECKED: &str = "10";

/// A round being planned.
pub struct NewRoundScreen {
    /// The round to check again.
    checks: Option<RoundId>,
    /// Ids of the surveys one can fill; after the last stands none.
    surveys: Vec<String>,
    places: Places,
    form: Form,
    seed: u64,
    /// The doors chosen, and what is wrong where.
    doors: Vec<HouseholdId>,
    wrong: Option<(usize, String)>,
}

impl NewRoundScreen {
    /// A round being planned; a back-check of another, or of the must-visit doors that are due.
    pub fn open(checks: Option<RoundId>, due: bool, ctx: &mut Ctx) -> Option<Self> {
        if !pieces::hold(ctx) {
            return None;
        }
        let checked = checks.and_then(|id| pieces::round(id, ctx)).map(|round| round.plan.clone());
        let surveys: Vec<String> = ctx.library.all().filter(|s| s.faults() == 0).map(|s| s.id().to_owned()).collect();
        let wanted = checked.as_ref().map(|plan| plan.survey.clone()).or_else(|| ctx.settings.survey.clone());
        let at = wanted.and_then(|id| surveys.iter().position(|known| *known == id)).unwrap_or_default();
        let day = month_day(ctx.now().date_naive());
        let title = match &checked {
            Some(plan) => tr!(ctx.locale, "visits-check-of", round = plan.title.as_str()),
            None if due => tr!(ctx.locale, "visits-due-round", day = day),
            None => tr!(ctx.locale, "visits-round-of", day = day),
        };
        let line = |text: &str| Slot::Text(FieldState::new(text));
        let form = Form::new(vec![
            line(&title),
            Slot::Choice { at, of: surveys.len() + 1 },
            line(""),
            Slot::Choice { at: if due { KINDS - 1 } else { 0 }, of: KINDS },
            line(if checks.is_some() { CHECKED } else { "" }),
            line(""),
            line(""),
            Slot::Choice { at: 0, of: 2 },
        ]);
        let (places, seed) = (Places::of(ctx), ctx.ids.seed());
        let mut screen = Self { checks, surveys, places, form, seed, doors: Vec::new(), wrong: None };
        screen.choose(ctx);
        Some(screen)
    }

    fn kinds(&self) -> BTreeSet<MustVisit> {
        match self.form.choice(KIND) {
            0 => BTreeSet::new(),
            at => match MustVisit::ALL.get(at.wrapping_sub(2)) {
                Some(kind) => BTreeSet::from([*kind]),
                None => MustVisit::ALL.into(),
            },
        }
    }

    fn sample(&self) -> Result<Option<Sample>, ()> {
        let text = self.form.text(SAMPLE).trim();
        match (self.checks, crate::locale::typed_integer(text).ok().and_then(|n| usize::try_from(n).ok())) {
            (None, _) => Ok(None),
            (Some(of), Some(doors)) if doors > 0 => Ok(Some(Sample { of, doors, seed: self.seed })),
            (Some(_), _) => Err(()),
        }
    }

    /// The doors that are chosen now.
    fn choose(&mut self, ctx: &Ctx) {
        self.wrong = None;
        let l = &ctx.locale;
        let places = self.places.typed(self.form.text(WHERE)).unwrap_or_else(|word| {
            self.wrong = Some((WHERE, tr!(l, "visits-no-such-place", word = word)));
            Vec::new()
        });
        let sample = self.sample().unwrap_or_else(|()| {
            self.wrong = Some((SAMPLE, tr!(l, "visits-no-number")));
            None
        });
        self.doors.clear();
        let (Some(rounds), Some(roll)) = (ctx.register::<Rounds>(), ctx.register::<Roll>()) else { return };
        if self.wrong.is_some() {
            return;
        }
        let choosing = Choosing { places, kinds: self.kinds(), sample };
        self.doors = choosing.doors(roll, rounds);
        if self.form.choice(KIND) == KINDS - 1 {
            let due = due(roll, rounds, &BTreeSet::new(), ctx.now().date_naive(), days(ctx));
            let due: BTreeSet<HouseholdId> = due.into_iter().map(|due| due.id).collect();
            self.doors.retain(|door| due.contains(door));
        }
    }

    /// Who goes where: as typed, else each member to the doors they answer for.
    fn assignments(&self, ctx: &Ctx) -> Result<Vec<Assignment>, String> {
        let typed = self.places.assignments(self.form.text(WHO))?;
        if !typed.is_empty() {
            return Ok(typed);
        }
        let members = ctx.register::<Roll>().into_iter().flat_map(Roll::members);
        let goes = members.flat_map(|(_, member)| {
            member.answers_for.iter().map(|place| Assignment { who: member.name.clone(), place: place.clone() })
        });
        Ok(goes.collect())
    }

    fn until(&self, ctx: &Ctx) -> Result<Option<NaiveDate>, String> {
        match self.form.text(UNTIL).trim() {
            "" => Ok(None),
            text => typed_date(text, ctx.now().date_naive()).map(Some).map_err(|fault| date_fault(&ctx.locale, fault)),
        }
    }

    fn save(&mut self, ctx: &mut Ctx) -> Next {
        self.choose(ctx);
        let assignments =
            self.assignments(ctx).map_err(|word| (WHO, tr!(ctx.locale, "visits-no-such-place", word = word)));
        let until = self.until(ctx).map_err(|said| (UNTIL, said));
        let (assignments, until) = match (self.wrong.take(), assignments, until) {
            (None, Ok(assignments), Ok(until)) => (assignments, until),
            (Some(wrong), _, _) | (_, Err(wrong), _) | (_, _, Err(wrong)) => {
                self.form.go_to(wrong.0);
                self.wrong = Some(wrong);
                return Next::Stay;
            }
        };
        let title = self.form.text(TITLE).trim().to_owned();
        let survey = self.surveys.get(self.form.choice(SURVEY)).cloned().unwrap_or_default();
        if title.is_empty() || self.doors.is_empty() {
            let at = if title.is_empty() { TITLE } else { WHERE };
            self.form.go_to(at);
            let said = if at == TITLE { tr!(ctx.locale, "visit-untitled") } else { tr!(ctx.locale, "visit-no-doors") };
            self.wrong = Some((at, said));
            return Next::Stay;
        }
        // A visit without a survey has no responses to hold together.
        let own = !survey.is_empty() && self.form.choice(SESSION) == 0;
        let session = if own { session(&title, ctx) } else { None };
        if own && session.is_none() {
            return Next::Stay;
        }
        let round = RoundId(ctx.new_id());
        let (doors, checks) = (self.doors.clone(), self.checks);
        let plan = Plan { title, survey, session, doors, assignments, until, checks };
        if ctx.ask_register::<Rounds>(Command::Event(Event::Planned { round, plan })).is_none() {
            return Next::Stay;
        }
        let count = self.doors.len();
        ctx.notice(Level::Done, |l| tr!(l, "visits-planned", count = count));
        Next::Become(Place::Coverage { round })
    }

    fn kind_words(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self.form.choice(KIND) {
            0 => tr!(l, "visits-all-doors"),
            1 => tr!(l, "visits-must-doors"),
            at => {
                let days = days(ctx);
                let due = || tr!(l, "visits-due-doors", days = days);
                MustVisit::ALL.get(at - 2).map_or_else(due, |kind| visit_kind(l, *kind))
            }
        }
    }

    fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let survey = self.surveys.get(self.form.choice(SURVEY));
        let survey = survey.map_or_else(|| tr!(l, "visits-no-survey"), |id| ctx.survey_title(id).to_owned());
        let sample = match self.checks {
            Some(_) => tr!(l, "visits-sample-hint"),
            None => tr!(l, "visits-sample-none"),
        };
        let session = match self.form.choice(SESSION) {
            0 => tr!(l, "visits-session-own"),
            _ => tr!(l, "visits-session-of-day"),
        };
        let rows = [
            (tr!(l, "visits-round-title"), String::new(), tr!(l, "visits-round-title-hint")),
            (tr!(l, "visits-survey"), survey, tr!(l, "visits-survey-hint")),
            (tr!(l, "visits-where"), tr!(l, "visits-everywhere"), tr!(l, "visits-where-hint")),
            (tr!(l, "visits-which"), self.kind_words(ctx), tr!(l, "visits-which-hint")),
            (tr!(l, "visits-sample"), tr!(l, "visits-sample-off"), sample),
            (tr!(l, "visits-who"), tr!(l, "visits-who-roll"), tr!(l, "visits-who-hint")),
            (tr!(l, "visits-until-when"), String::new(), tr!(l, "visits-until-hint")),
            (tr!(l, "visits-session"), session, tr!(l, "visits-session-hint")),
        ];
        let wrong = |slot| self.wrong.as_ref().filter(|(at, _)| *at == slot).map(|(_, said)| said.clone());
        let rows = rows.into_iter().enumerate();
        rows.map(|(slot, (label, value, hint))| Words { label, value, hint, error: wrong(slot).unwrap_or_default() })
            .collect()
    }
}

/// The session the round's responses belong to. Nothing when it could not be saved.
fn session(title: &str, ctx: &mut Ctx) -> Option<SessionId> {
    let session = Session { kind: SessionKind::DoorToDoor, title: title.to_owned(), starts: ctx.now(), ..fresh(ctx) };
    ctx.write(|store, stamp| store.save_session(&session, stamp))?;
    Some(session.id)
}

impl Screen for NewRoundScreen {
    fn place(&self) -> Place {
        Place::NewRound { checks: self.checks, due: self.form.choice(KIND) == KINDS - 1 }
    }

    fn scope(&self) -> Scope {
        Scope::NewRound
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "visits-new-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        let count = self.doors.len();
        tr!(ctx.locale, "visits-chosen", count = count)
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
            Did::Nothing => return Next::Pass,
            Did::Ended => return self.save(ctx),
            // The doors are chosen when a line is left, not with every letter: the roll is long.
            Did::Changed(KIND) | Did::Left(WHERE | SAMPLE) => self.choose(ctx),
            Did::Changed(slot) => {
                if self.wrong.as_ref().is_some_and(|(at, _)| *at == slot) {
                    self.wrong = None;
                }
            }
            Did::Left(_) | Did::Done => {}
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.form.view(ctx, frame, area, &self.words(ctx));
    }

    fn text(&self) -> Option<String> {
        self.form.focused_text()
    }

    fn put_text(&mut self, text: &str, ctx: &mut Ctx) {
        self.form.put_text(text);
        self.choose(ctx);
    }
}
