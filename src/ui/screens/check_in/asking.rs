//! What is asked for while somebody is checked in: a proxy's holder, a reason, a voice, a count, a walk-in.

use crate::{
    app::Ctx,
    domain::meeting::{
        Command,
        agenda::{PersonKey, VoterKey},
        attendance::{AttendanceCommand, Capacity},
    },
    locale::meeting::capacity,
    tr,
    ui::{
        screens::form::{Form, Slot, Words},
        widgets::{Accepts, FieldState},
    },
};

use super::known::typed_door;

/// What is asked for.
pub enum Asking {
    /// Who holds this voter's written proxy: the list is chosen from.
    Holder {
        /// The voter.
        principal: VoterKey,
        /// Who that is.
        name: String,
    },
    /// One line of words.
    Line {
        /// What for.
        what: Line,
        /// The words.
        field: FieldState,
    },
    /// Somebody not on the roll.
    WalkIn(Form),
}

/// What a line of words is for.
pub enum Line {
    /// Why this voter is absent.
    Excuse(VoterKey),
    /// Who speaks for these co-owners.
    Voice(VoterKey),
    /// How many are there.
    Count,
}

const NAME: usize = 0;
const CAPACITY: usize = 1;
const DOOR: usize = 2;

/// The capacities of those not on the roll.
const CAPACITIES: [Capacity; 3] = [Capacity::Resident, Capacity::Observer, Capacity::Staff];

impl Asking {
    /// Somebody not on the roll, of whom this was typed: a name, or a door when it begins with a digit.
    pub fn walk_in(typed: &str) -> Self {
        let typed = typed.trim();
        let is_door = typed.starts_with(|c: char| c.is_numeric());
        let (name, door) = if is_door { ("", typed) } else { (typed, "") };
        let mut form = Form::new(vec![
            Slot::Text(FieldState::new(name)),
            Slot::Choice { at: 0, of: CAPACITIES.len() },
            Slot::Text(FieldState::new(door)),
        ]);
        form.go_to(if name.is_empty() { NAME } else { CAPACITY });
        Self::WalkIn(form)
    }

    /// A line of words.
    pub fn line(what: Line, words: &str) -> Self {
        let field = FieldState::new(words);
        let field = if matches!(what, Line::Count) { field.accepts(Accepts::Digits) } else { field };
        Self::Line { what, field }
    }

    /// What is asked of the meeting when this is done; `chosen` is whom the list's cursor is on. Nothing when something is
    /// still missing.
    pub fn command(&self, chosen: Option<PersonKey>, fresh: PersonKey) -> Option<Command> {
        let command = match self {
            Self::Holder { principal, .. } => {
                AttendanceCommand::GiveProxy { principal: principal.clone(), holder: chosen?, written: true }
            }
            Self::Line { what, field } => {
                let text = field.text().trim().to_owned();
                match what {
                    Line::Excuse(voter) => AttendanceCommand::Excuse { voter: voter.clone(), reason: text },
                    Line::Voice(voter) => AttendanceCommand::NameVoice { voter: voter.clone(), name: text },
                    Line::Count => AttendanceCommand::Count { present: text.parse().ok()? },
                }
            }
            Self::WalkIn(form) => AttendanceCommand::WalkIn {
                person: fresh,
                name: form.text(NAME).trim().to_owned(),
                door: typed_door(form.text(DOOR)),
                capacity: CAPACITIES.get(form.choice(CAPACITY)).copied().unwrap_or(Capacity::Resident),
            },
        };
        Some(Command::Attendance(command))
    }

    /// The question, above the line or list that answers it.
    pub fn question(&self, ctx: &Ctx, who: &str) -> String {
        let l = &ctx.locale;
        let who = who.to_owned();
        match self {
            Self::Holder { name, .. } => {
                let name = name.clone();
                tr!(l, "checkin-ask-holder", who = name)
            }
            Self::Line { what: Line::Excuse(_), .. } => tr!(l, "checkin-ask-excuse", who = who),
            Self::Line { what: Line::Voice(_), .. } => tr!(l, "checkin-ask-voice", who = who),
            Self::Line { what: Line::Count, .. } => tr!(l, "checkin-ask-count"),
            Self::WalkIn(_) => tr!(l, "checkin-ask-walk-in"),
        }
    }
}

/// The words around the fields of a walk-in.
pub fn words(form: &Form, ctx: &Ctx) -> Vec<Words> {
    let l = &ctx.locale;
    let row = |label, value, hint| Words { label, value, error: String::new(), hint };
    let at = CAPACITIES.get(form.choice(CAPACITY)).copied().unwrap_or(Capacity::Resident);
    let means = match at {
        Capacity::Observer => tr!(l, "checkin-observer-hint"),
        Capacity::Staff => tr!(l, "checkin-staff-hint"),
        Capacity::Resident | Capacity::Entitled => tr!(l, "checkin-resident-hint"),
    };
    vec![
        row(tr!(l, "checkin-name"), String::new(), String::new()),
        row(tr!(l, "checkin-capacity"), capacity(l, at), means),
        row(tr!(l, "checkin-door"), tr!(l, "checkin-door-blank"), tr!(l, "checkin-door-hint")),
    ]
}
