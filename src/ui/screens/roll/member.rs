//! One member: name, role, teams, the places whose doors they answer for.

use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        Screen,
        form::{Did, Form, Slot, Words},
    },
    undo::undo,
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope},
    domain::{
        MemberId,
        place::{self, Command, Event, Member, Role, Roll, places_named},
    },
    locale::role,
    tr,
    ui::widgets::FieldState,
};

const NAME: usize = 0;
const ROLE: usize = 1;
const PLACES: usize = 2;
const TEAMS: usize = 3;
const PHONE: usize = 4;

const SEPARATORS: [char; 5] = ['、', ';', '；', '，', ','];

/// One member in a form.
pub struct MemberScreen {
    id: MemberId,
    before: Member,
    new: bool,
    form: Form,
}

impl MemberScreen {
    /// The page of a member, or of a new one; nothing when there is no such member, which a notice says.
    pub fn open(id: Option<MemberId>, ctx: &mut Ctx) -> Option<Self> {
        let roll = ctx.hold_register::<Roll>()?;
        let before = match id.map(|id| roll.member(id).cloned()) {
            Some(Some(member)) => member,
            Some(None) => {
                ctx.notice(Level::Warning, |l| tr!(l, "place-unknown"));
                return None;
            }
            None => Member { role: Role::MicroGridMember, ..Member::default() },
        };
        let new = id.is_none();
        let id = id.unwrap_or_else(|| MemberId(ctx.new_id()));
        let form = filled(&before);
        Some(Self { id, before, new, form })
    }

    /// The member as typed; a place nobody knows, or that is not the only one of its name, with what was typed.
    fn typed(&self, ctx: &Ctx) -> Result<Member, String> {
        let text = |slot| self.form.text(slot).trim().to_owned();
        let mut answers_for = Vec::new();
        for part in text(PLACES).split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty()) {
            // A place that is known already stays, also when nobody lives there at the moment.
            let kept = self.before.answers_for.iter().find(|place| written(place) == part).cloned();
            let found = ctx.register::<Roll>().map(|roll| places_named(roll, part)).unwrap_or_default();
            match (kept, found.as_slice()) {
                (Some(place), _) => answers_for.push(place),
                (None, [place]) => answers_for.push(place.clone()),
                _ => return Err(part.to_owned()),
            }
        }
        Ok(Member {
            name: text(NAME),
            role: Role::ALL.get(self.form.choice(ROLE)).copied().unwrap_or_default(),
            teams: parts(&text(TEAMS)),
            phone: text(PHONE),
            answers_for,
        })
    }

    fn keep(&mut self, ctx: &mut Ctx) -> bool {
        let Ok(member) = self.typed(ctx) else {
            self.form.go_to(PLACES);
            return false;
        };
        if member == self.before {
            return true;
        }
        let event = Event::Member { id: self.id, member: member.clone() };
        if ctx.ask_register::<Roll>(Command::Event(event)).is_none() {
            return false;
        }
        let name = member.name.clone();
        ctx.notice(Level::Done, |l| tr!(l, "rolls-saved", door = name));
        self.new = false;
        self.before = member;
        true
    }

    fn undo(&mut self, ctx: &mut Ctx) {
        let last = ctx.register::<Roll>().and_then(|roll| roll.member_history(self.id).last().map(|r| r.id));
        if !undo(last, ctx) {
            return;
        }
        let now = ctx.register::<Roll>().and_then(|roll| roll.member(self.id)).cloned();
        self.new = now.is_none();
        self.before = now.unwrap_or_default();
        self.form = filled(&self.before);
    }

    fn remove(&mut self, ctx: &mut Ctx) -> Next {
        let reason = tr!(ctx.locale, "rolls-member-left");
        let event = Event::MemberRemoved { id: self.id, reason };
        if ctx.ask_register::<Roll>(Command::Event(event)).is_none() {
            return Next::Stay;
        }
        let name = self.before.name.clone();
        ctx.notice(Level::Done, |l| tr!(l, "rolls-removed", door = name));
        self.form = filled(&self.before);
        Next::Back
    }

    fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let row = |label, value, hint, error| Words { label, value, error, hint };
        let line = |label, hint| row(label, String::new(), hint, String::new());
        let wrong = match self.typed(ctx) {
            Err(place) => tr!(l, "rolls-which-place", place = place),
            Ok(_) => String::new(),
        };
        let chosen = role(l, Role::ALL.get(self.form.choice(ROLE)).copied().unwrap_or_default());
        vec![
            line(tr!(l, "rolls-name"), String::new()),
            row(tr!(l, "rolls-role"), chosen, String::new(), String::new()),
            row(tr!(l, "rolls-answers-for"), String::new(), tr!(l, "rolls-hint-places"), wrong),
            line(tr!(l, "rolls-teams"), tr!(l, "rolls-hint-teams")),
            line(tr!(l, "households-phone"), tr!(l, "rolls-hint-personal")),
        ]
    }
}

/// A place as it is typed: its names with `/` between.
fn written(place: &place::Place) -> String {
    place.0.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("/")
}

fn parts(text: &str) -> Vec<String> {
    text.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn filled(member: &Member) -> Form {
    let line = |text: &str| Slot::Text(FieldState::new(text));
    let at = Role::ALL.iter().position(|role| *role == member.role).unwrap_or_default();
    let places = member.answers_for.iter().map(written).collect::<Vec<_>>().join("、");
    Form::new(vec![
        line(&member.name),
        Slot::Choice { at, of: Role::ALL.len() },
        line(&places),
        line(&member.teams.join("、")),
        line(&member.phone),
    ])
}

impl Screen for MemberScreen {
    fn place(&self) -> Place {
        Place::Member { member: (!self.new).then_some(self.id) }
    }

    fn scope(&self) -> Scope {
        Scope::Member
    }

    fn title(&self, ctx: &Ctx) -> String {
        if self.new { tr!(ctx.locale, "rolls-new-member") } else { self.before.name.clone() }
    }

    fn status(&self, ctx: &Ctx) -> String {
        let same = self.typed(ctx).is_ok_and(|member| member == self.before);
        if same { String::new() } else { tr!(ctx.locale, "session-unsaved") }
    }

    fn focus(&self) -> Focus {
        self.form.focus()
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Left | Action::Right | Action::Toggle | Action::Digit(_) => self.form.focus() == Focus::None,
            Action::Remove | Action::Undo => !self.new,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Save => return if self.keep(ctx) { Next::Back } else { Next::Stay },
            Action::Undo => self.undo(ctx),
            Action::Remove => return self.remove(ctx),
            action => match self.form.update(&action) {
                Did::Nothing => return Next::Pass,
                Did::Ended => return if self.keep(ctx) { Next::Back } else { Next::Stay },
                Did::Left(_) | Did::Changed(_) | Did::Done => {}
            },
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.form.view(ctx, frame, area, &self.words(ctx));
    }

    fn text(&self) -> Option<String> {
        self.form.focused_text()
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        self.form.put_text(text.trim_end());
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        ctx.hold_register::<Roll>();
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        let nothing = self.new && self.form.text(NAME).trim().is_empty();
        if nothing {
            return;
        }
        if self.typed(ctx).is_ok() {
            self.keep(ctx);
        } else {
            ctx.notice(Level::Warning, |l| tr!(l, "rolls-not-saved"));
        }
    }
}
