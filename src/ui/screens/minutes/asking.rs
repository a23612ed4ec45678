//! What is asked for at the foot of the page, the minutes staying in view: words, a last look before they are final, why
//! they are corrected, the days of the posting.

use chrono::{NaiveDate, TimeDelta};
use ratatui::{Frame, layout::Rect, widgets::Widget};
use serde::{Deserialize, Serialize};

use super::super::form::{Form, Slot, Words};
use crate::{
    app::Ctx,
    domain::meeting::{Meeting, minutes::Posting},
    locale::{date_fault, date_short, date_weekday, typed_date, wrap},
    report::Wanted,
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Accepts, Field, FieldState, Notes, NotesState, put},
    },
};

/// Days a posting stands when nobody says otherwise.
const DAYS: i64 = 7;
/// Most rows of a field for words.
const ROWS: u16 = 8;

const ON: usize = 0;
const UNTIL: usize = 1;
const OBJECTIONS: usize = 2;

/// Where something is typed: what is half typed is kept by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spot {
    /// A person's words.
    Words(Wanted),
    /// Why the minutes are corrected.
    Reason,
    /// How to object to what is posted.
    Objections,
}

/// What is asked for.
#[derive(Debug)]
pub enum Asking {
    /// Nothing.
    Nothing,
    /// A person's words.
    Words {
        /// Where they belong.
        place: Wanted,
        /// What is typed.
        notes: Box<NotesState>,
        /// What was there before.
        before: String,
    },
    /// Whether the minutes are final now; so many places are still without words.
    Finalise {
        /// How many.
        blank: usize,
    },
    /// Why they are corrected.
    Reason {
        /// What is typed.
        field: FieldState,
        /// Whether Enter was pressed with nothing typed.
        missing: bool,
    },
    /// From when to when the result is posted, and how to object.
    Posting(Form),
}

impl Asking {
    /// Words at a place, as they stand.
    pub fn words(place: Wanted, meeting: &Meeting) -> Self {
        let known = &meeting.minutes;
        let before = match &place {
            Wanted::Presented(item) => known.words(Some(item)),
            Wanted::Remarks => known.words(None),
            Wanted::NextMeeting => known.next_meeting(),
        };
        let before = before.to_owned();
        Self::Words { place, notes: Box::new(NotesState::new(&before)), before }
    }

    /// What was being typed when the program ended: asked for again, with what was typed.
    pub fn again(spot: &Spot, typed: &str, meeting: &Meeting, today: NaiveDate) -> Self {
        match spot {
            Spot::Words(place) => {
                let mut asking = Self::words(place.clone(), meeting);
                if let Self::Words { notes, .. } = &mut asking {
                    notes.set(typed);
                }
                asking
            }
            Spot::Reason => Self::Reason { field: FieldState::new(typed), missing: false },
            Spot::Objections => {
                let mut asking = Self::posting(meeting.minutes.posting(), today);
                if let Self::Posting(form) = &mut asking {
                    form.set(OBJECTIONS, Slot::Text(FieldState::new(typed)));
                    form.go_to(OBJECTIONS);
                }
                asking
            }
        }
    }

    /// What is typed and not entered yet, and where; no text where nothing would be lost.
    pub fn half_typed(&self) -> Option<(Spot, Option<String>)> {
        match self {
            Self::Words { place, notes, before } => {
                let text = notes.text();
                Some((Spot::Words(place.clone()), (text != *before).then_some(text)))
            }
            Self::Reason { field, .. } => Some((Spot::Reason, Some(field.text().to_owned()).filter(|t| !t.is_empty()))),
            Self::Posting(form) => {
                let text = form.text(OBJECTIONS);
                Some((Spot::Objections, Some(text.to_owned()).filter(|text| !text.is_empty())))
            }
            Self::Nothing | Self::Finalise { .. } => None,
        }
    }

    /// The posting as noted, else a week from today on.
    pub fn posting(noted: Option<&Posting>, today: NaiveDate) -> Self {
        let on = noted.map_or(today, |posting| posting.on);
        let until = noted.map_or(today + TimeDelta::days(DAYS), |posting| posting.until);
        let date = |day| Slot::Text(FieldState::new(&date_short(day)).accepts(Accepts::Folded));
        let how = noted.map(|posting| posting.objections.as_str()).unwrap_or_default();
        Self::Posting(Form::new(vec![date(on), date(until), Slot::Text(FieldState::new(how))]))
    }

    /// Rows it takes of a page of so many.
    pub fn height(&self, page: u16) -> u16 {
        let wanted = match self {
            Self::Nothing => 0,
            Self::Words { .. } => ROWS + 1,
            Self::Finalise { .. } => 4,
            Self::Reason { missing, .. } => 3 + u16::from(*missing),
            Self::Posting(_) => 7,
        };
        wanted.min(page / 2)
    }

    /// Draws it, with the cursor on it.
    pub fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let (l, theme) = (&ctx.locale, Theme::of(ctx));
        let head = |frame: &mut Frame<'_>, words: &str| {
            put(frame.buffer_mut(), Rect { height: area.height.min(1), ..area }, words, theme.style(Meaning::Title));
            Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
        };
        match self {
            Self::Nothing => {}
            Self::Words { place, notes, .. } => {
                let label = match place {
                    Wanted::Presented(_) => tr!(l, "minutes-write-presented"),
                    Wanted::Remarks => tr!(l, "minutes-write-remarks"),
                    Wanted::NextMeeting => tr!(l, "minutes-write-next"),
                };
                let area = head(frame, &label);
                let hint = tr!(l, "minutes-write-hint");
                let notes = Notes::new(theme, notes).placeholder(&hint).focused(true);
                if let Some(at) = notes.cursor(area) {
                    frame.set_cursor_position(at);
                }
                notes.render(area, frame.buffer_mut());
            }
            Self::Finalise { blank } => {
                let area = head(frame, &tr!(l, "minutes-finalise"));
                let blank = *blank;
                let words = if blank == 0 {
                    tr!(l, "minutes-finalise-ready")
                } else {
                    tr!(l, "minutes-finalise-blank", count = blank)
                };
                let how = tr!(l, "minutes-finalise-how");
                let lines = wrap(&words, area.width.into()).into_iter().map(|line| (line, Meaning::Warn));
                for (y, (line, meaning)) in (area.y..area.bottom()).zip(lines.chain([(how.as_str(), Meaning::Text)])) {
                    put(frame.buffer_mut(), Rect { y, height: 1, ..area }, line, theme.style(meaning));
                }
            }
            Self::Reason { field, missing } => {
                let area = head(frame, &tr!(l, "minutes-correct"));
                let (label, hint) = (tr!(l, "minutes-correct-why"), tr!(l, "minutes-correct-hint"));
                let error = if *missing { tr!(l, "minutes-correct-missing") } else { String::new() };
                let field = Field::new(theme, field).label(&label).placeholder(&hint).error(&error).focused(true);
                if let Some(at) = field.cursor(area) {
                    frame.set_cursor_position(at);
                }
                field.render(area, frame.buffer_mut());
            }
            Self::Posting(form) => {
                let area = head(frame, &tr!(l, "minutes-posting"));
                form.view(ctx, frame, area, &posting_words(ctx, form));
            }
        }
    }
}

/// What is typed of a posting, days as they are read on this one; the field that cannot be read otherwise.
pub fn typed_posting(form: &Form, today: NaiveDate) -> Result<Posting, usize> {
    let day = |slot| typed_date(form.text(slot), today).map_err(|_| slot);
    Ok(Posting { on: day(ON)?, until: day(UNTIL)?, objections: form.text(OBJECTIONS).trim().to_owned() })
}

fn posting_words(ctx: &Ctx, form: &Form) -> Vec<Words> {
    let l = &ctx.locale;
    let day = |slot, label| {
        let (hint, error) = match typed_date(form.text(slot), ctx.now().date_naive()) {
            Ok(day) => (date_weekday(l, day), String::new()),
            Err(fault) => (String::new(), date_fault(l, fault)),
        };
        Words { label, value: String::new(), error, hint }
    };
    vec![
        day(ON, tr!(l, "minutes-posting-on")),
        day(UNTIL, tr!(l, "minutes-posting-until")),
        Words {
            label: tr!(l, "minutes-posting-objections"),
            value: tr!(l, "minutes-posting-objections-hint"),
            error: String::new(),
            hint: tr!(l, "minutes-posting-done"),
        },
    ]
}
