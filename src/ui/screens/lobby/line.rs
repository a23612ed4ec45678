//! What is typed before a meeting: who presides and when notice was given, or an item put in.

use crate::{
    app::{Ctx, Level},
    domain::{
        Lang, Text,
        meeting::{
            Command, Meeting,
            agenda::{Item, ItemKey, ItemKind, MotionKey, Notice, PledgeRound, Way},
            course::CourseCommand,
            motion::MotionCommand,
            roll::Voter,
            rule::Measure,
        },
    },
    locale::{DateFault, Locale, date_fault, date_short, meeting::item_kind, typed_date},
    tr,
    ui::{
        screens::{
            form::{Form, Slot, Words},
            roll_file::{is_peopled, typed_households, typed_roll},
        },
        widgets::{Accepts, FieldState},
    },
};

/// What is typed.
pub enum Line {
    /// Chair, note-taker, day of notice; before it begins title and place; before anybody came another roll.
    Roles {
        /// The lines.
        form: Form,
        /// The rolls to choose from; none where somebody came.
        rolls: &'static [NewRoll],
        /// How many came.
        came: usize,
    },
    /// An item put in: kind, title, minutes.
    Item(Form),
}

const CHAIR: usize = 0;
const NOTES: usize = 1;
const NOTICE: usize = 2;
const NAME: usize = 3;
const PLACE: usize = 4;
const ROLL: usize = 5;

const WHERE: usize = 6;

/// Which roll takes the place of the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewRoll {
    /// None: the one before stays, unless a file is typed.
    AsItIs,
    /// The households of the roll of places, all or those of a place.
    Households,
    /// That of a file.
    File,
    /// No roll: heads are counted.
    Nobody,
}

const KIND: usize = 0;
const TITLE: usize = 1;
const MINUTES: usize = 2;

/// Kinds of items one can put in without more than a title.
fn kinds() -> [ItemKind; 7] {
    [
        ItemKind::Discuss,
        ItemKind::Hear,
        ItemKind::Decide { motions: Vec::new() },
        ItemKind::Inform,
        ItemKind::Pledge(PledgeRound { target: None, matching: None }),
        ItemKind::Assign,
        ItemKind::Pause,
    ]
}

impl Line {
    /// Who presides now, and the day of notice.
    pub fn roles(meeting: &Meeting, ctx: &Ctx) -> Self {
        let opening = &meeting.opening;
        let (chair, notes) = meeting.course.presiding().unwrap_or((&opening.chair, &opening.note_taker));
        let on = meeting.course.notice().map(|notice| date_short(notice.on)).unwrap_or_default();
        let mut slots = vec![
            Slot::Text(FieldState::new(chair)),
            Slot::Text(FieldState::new(notes)),
            Slot::Text(FieldState::new(&on).accepts(Accepts::Folded)),
        ];
        let heads = usize::try_from(meeting.attendance.presence().weight.heads).unwrap_or(usize::MAX);
        let came = meeting.attendance.people().count().max(heads);
        let rolls: &[NewRoll] = match is_peopled(ctx) {
            _ if meeting.attendance.anybody_came() => &[],
            true => &[NewRoll::AsItIs, NewRoll::Households, NewRoll::File, NewRoll::Nobody],
            false => &[NewRoll::AsItIs, NewRoll::File, NewRoll::Nobody],
        };
        if meeting.course.started().is_none() {
            slots.extend([&opening.title, &opening.place].map(|text| Slot::Text(FieldState::new(text))));
            slots.push(Slot::Choice { at: 0, of: rolls.len().max(1) });
            if !rolls.is_empty() {
                slots.push(Slot::Text(FieldState::default()));
            }
        }
        Self::Roles { form: Form::new(slots), rolls, came }
    }

    /// An item with nothing in it yet.
    pub fn item() -> Self {
        let mut form = Form::new(vec![
            Slot::Choice { at: 0, of: kinds().len() },
            Slot::Text(FieldState::default()),
            Slot::Text(FieldState::new("10").accepts(Accepts::Digits)),
        ]);
        form.go_to(TITLE);
        Self::Item(form)
    }

    /// The fields.
    pub fn form(&self) -> &Form {
        let (Self::Roles { form, .. } | Self::Item(form)) = self;
        form
    }

    /// The fields, to be typed into.
    pub fn form_mut(&mut self) -> &mut Form {
        let (Self::Roles { form, .. } | Self::Item(form)) = self;
        form
    }

    /// What is asked of the meeting when this is done; the field and what is wrong with it when it is not right.
    pub fn commands(&self, meeting: &Meeting, before: Option<ItemKey>, ctx: &mut Ctx) -> Result<Vec<Command>, usize> {
        match self {
            Self::Roles { form, rolls, .. } => {
                let today = ctx.now().date_naive();
                let mut commands = Vec::new();
                let (chair, note_taker) = (form.text(CHAIR).trim().to_owned(), form.text(NOTES).trim().to_owned());
                let opening = &meeting.opening;
                let now = meeting.course.presiding().unwrap_or((&opening.chair, &opening.note_taker));
                if now != (chair.as_str(), note_taker.as_str()) {
                    commands.push(Command::Course(CourseCommand::Preside { chair, note_taker }));
                }
                match notice(form, today) {
                    Err(_) => return Err(NOTICE),
                    Ok(Some(notice)) if meeting.course.notice() != Some(notice) => {
                        commands.push(Command::Course(CourseCommand::Notice(notice)));
                    }
                    Ok(None) if meeting.course.notice().is_some() => {
                        commands.push(Command::Course(CourseCommand::Unnotice));
                    }
                    Ok(_) => {}
                }
                if form.len() > NAME {
                    let (title, place) = (form.text(NAME).trim().to_owned(), form.text(PLACE).trim().to_owned());
                    if (&title, &place) != (&opening.title, &opening.place) {
                        commands.push(Command::Course(CourseCommand::Name { title, place }));
                    }
                }
                match rolls.get(form.choice(ROLL)).map_or(Ok(None), |from| from.roll(form.text(WHERE), meeting, ctx)) {
                    Ok(None) => {}
                    Ok(Some(roll)) => commands.push(Command::Course(CourseCommand::Enrol { roll })),
                    Err(why) => {
                        ctx.notice(Level::Warning, |_| why);
                        return Err(WHERE);
                    }
                }
                Ok(commands)
            }
            Self::Item(form) => {
                let title = form.text(TITLE).trim();
                if title.is_empty() {
                    return Err(TITLE);
                }
                let title = Text::one(Lang::new(ctx.lang().as_str()), title);
                let key = ItemKey::new(ctx.new_id().to_string());
                let kind = kinds().into_iter().nth(form.choice(KIND)).unwrap_or(ItemKind::Discuss);
                let decides = matches!(kind, ItemKind::Decide { .. });
                let item = Item {
                    key: key.clone(),
                    kind,
                    title: title.clone(),
                    minutes: form.text(MINUTES).parse().unwrap_or_default(),
                    script: Vec::new(),
                    speaking: None,
                    matters: Vec::new(),
                    items: Vec::new(),
                };
                let mut commands = vec![Command::Course(CourseCommand::Insert { item: Box::new(item), before })];
                if decides {
                    // What is put to the vote is what the item says; the vote's own screen can word it anew.
                    let motion = MotionKey::new(ctx.new_id().to_string());
                    let area = meeting.motions.rule().needs(Measure::Area);
                    let way = if area { Way::RollCall } else { Way::ShowOfHands };
                    let by = String::new();
                    commands.push(Command::Motion(MotionCommand::Move {
                        motion,
                        item: key,
                        text: title,
                        by,
                        rule: None,
                        way,
                        matters: Vec::new(),
                    }));
                }
                Ok(commands)
            }
        }
    }

    /// The words around the fields.
    pub fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let row = |label, value, hint, error| Words { label, value, error, hint };
        let none = String::new;
        match self {
            Self::Roles { form, rolls, came } => {
                let wrong = notice(form, ctx.now().date_naive()).err();
                let error = wrong.map(|fault| date_fault(l, fault)).unwrap_or_default();
                let mut rows = vec![
                    row(tr!(l, "newmeeting-chair"), none(), none(), none()),
                    row(tr!(l, "newmeeting-note-taker"), none(), none(), none()),
                    row(
                        tr!(l, "newmeeting-notice"),
                        tr!(l, "newmeeting-notice-none"),
                        tr!(l, "session-date-hint"),
                        error,
                    ),
                    row(tr!(l, "newmeeting-name"), none(), none(), none()),
                    row(tr!(l, "newmeeting-place"), none(), none(), none()),
                ];
                if let Some(from) = rolls.get(form.choice(ROLL)) {
                    rows.push(row(tr!(l, "lobby-roll-other"), from.words(l), tr!(l, "lobby-roll-other-hint"), none()));
                    rows.push(match from {
                        NewRoll::Households => {
                            row(tr!(l, "rolls-meeting-place"), none(), tr!(l, "rolls-meeting-place-hint"), none())
                        }
                        _ => row(tr!(l, "lobby-roll-file"), none(), tr!(l, "lobby-roll-hint"), none()),
                    });
                } else {
                    let n = *came;
                    let (words, hint) = (tr!(l, "lobby-roll-settled", n = n), tr!(l, "lobby-roll-settled-hint"));
                    rows.push(row(tr!(l, "lobby-roll-other"), words, hint, none()));
                }
                rows.truncate(form.len());
                rows
            }
            Self::Item(form) => {
                let kind = kinds().get(form.choice(KIND)).map(|kind| item_kind(l, kind)).unwrap_or_default();
                vec![
                    row(tr!(l, "lobby-item-kind"), kind, tr!(l, "lobby-item-kind-hint"), none()),
                    row(tr!(l, "lobby-item-title"), none(), tr!(l, "lobby-item-title-hint"), none()),
                    row(tr!(l, "lobby-item-minutes"), none(), none(), none()),
                ]
            }
        }
    }
}

impl NewRoll {
    /// What it is called.
    fn words(self, l: &Locale) -> String {
        match self {
            Self::AsItIs => tr!(l, "lobby-roll-as-it-is"),
            Self::Households => tr!(l, "lobby-roll-households"),
            Self::File => tr!(l, "newmeeting-roll-file"),
            Self::Nobody => tr!(l, "newmeeting-roll-none"),
        }
    }

    /// The roll it is; nothing when the one before stays. A file that is typed is meant also where nothing was chosen.
    fn roll(self, typed: &str, meeting: &Meeting, ctx: &Ctx) -> Result<Option<Vec<Voter>>, String> {
        let agenda = &meeting.opening.agenda;
        match self {
            Self::AsItIs => typed_roll(typed, agenda.settings.parking, ctx),
            Self::Households => typed_households(typed, agenda, ctx).map(Some),
            Self::File => match typed_roll(typed, agenda.settings.parking, ctx)? {
                Some(roll) => Ok(Some(roll)),
                None => Err(tr!(ctx.locale, "newmeeting-file-missing")),
            },
            Self::Nobody => Ok(Some(Vec::new())),
        }
    }
}

fn notice(form: &Form, today: chrono::NaiveDate) -> Result<Option<Notice>, DateFault> {
    match form.text(NOTICE).trim() {
        "" => Ok(None),
        text => typed_date(text, today).map(|on| Some(Notice { on })),
    }
}
