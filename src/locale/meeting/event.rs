//! What happened at a meeting, in a few words: for the trail, and to say what was taken back.

use crate::{
    domain::{
        Text, TurnId,
        meeting::{
            Event, Meeting,
            agenda::{ItemKey, MotionKey, PersonKey, VoterKey},
            attendance::AttendanceEvent,
            course::CourseEvent,
            floor::{FloorEvent, Stance},
            minutes::MinutesEvent,
            motion::MotionEvent,
        },
    },
    locale::{
        Locale, choice_words, clean_line, date_long, door, meeting::teller as teller_words, outcome_words, truncate,
    },
    tr,
};

/// Columns that words of other people may take.
const ROOM: usize = 30;

/// What happened. `meeting` is the one it happened at, as it is after that: it knows the names.
#[must_use]
pub fn event_words(locale: &Locale, meeting: &Meeting, event: &Event) -> String {
    let said = Said { locale, meeting };
    match event {
        Event::Opened(_) => tr!(locale, "meeting-event-opened"),
        Event::Attendance(event) => said.attendance(event),
        Event::Course(event) => said.course(event),
        Event::Floor(event) => said.floor(event),
        Event::Motion(event) => said.motion(event),
        Event::Minutes(MinutesEvent::Worded { item: None, .. }) => tr!(locale, "meeting-event-worded"),
        Event::Minutes(MinutesEvent::Worded { item: Some(item), .. }) => {
            let item = said.item(item);
            tr!(locale, "meeting-event-worded-item", item = item)
        }
        Event::Minutes(MinutesEvent::NextNamed { text }) => {
            let text = short(text);
            tr!(locale, "meeting-event-next-named", text = text)
        }
        Event::Minutes(MinutesEvent::Finalised { version, .. }) => {
            let version = *version;
            tr!(locale, "meeting-event-finalised", version = version)
        }
        Event::Minutes(MinutesEvent::Correcting { .. }) => tr!(locale, "meeting-event-correcting"),
        Event::Minutes(MinutesEvent::Posted { on, until, .. }) => {
            let (on, until) = (date_long(locale, *on), date_long(locale, *until));
            tr!(locale, "meeting-event-posted", on = on, until = until)
        }
    }
}

struct Said<'a> {
    locale: &'a Locale,
    meeting: &'a Meeting,
}

impl Said<'_> {
    fn attendance(&self, event: &AttendanceEvent) -> String {
        let locale = self.locale;
        match event {
            AttendanceEvent::Arrived { name, door: at, .. } => {
                let who = format!("{} {}", door(locale, at), short(name));
                let who = who.trim().to_owned();
                tr!(locale, "meeting-event-arrived", who = who)
            }
            AttendanceEvent::Left { person } => {
                let who = self.person(person);
                tr!(locale, "meeting-event-left", who = who)
            }
            AttendanceEvent::Counted { present } => {
                let present = *present;
                tr!(locale, "meeting-event-counted-heads", present = present)
            }
            AttendanceEvent::ProxyGiven { principal, holder } => {
                let (principal, holder) = (self.voter(principal), self.person(holder));
                tr!(locale, "meeting-event-proxy-given", principal = principal, holder = holder)
            }
            AttendanceEvent::ProxyEnded { principal } => {
                let principal = self.voter(principal);
                tr!(locale, "meeting-event-proxy-ended", principal = principal)
            }
            AttendanceEvent::Excused { voter, reason } => {
                let who = self.voter(voter);
                if reason.is_empty() {
                    tr!(locale, "meeting-event-not-excused", who = who)
                } else {
                    let reason = short(reason);
                    tr!(locale, "meeting-event-excused", who = who, reason = reason)
                }
            }
            AttendanceEvent::VoiceDisputed { voter } => {
                let who = self.voter(voter);
                tr!(locale, "meeting-event-disputed", who = who)
            }
            AttendanceEvent::VoiceNamed { voter, name } => {
                let (who, name) = (self.voter(voter), short(name));
                tr!(locale, "meeting-event-voice-named", who = who, name = name)
            }
        }
    }

    fn course(&self, event: &CourseEvent) -> String {
        let locale = self.locale;
        match event {
            CourseEvent::Started => tr!(locale, "meeting-event-started"),
            CourseEvent::Began { item } => {
                let item = self.item(item);
                tr!(locale, "meeting-event-item-began", item = item)
            }
            CourseEvent::Done { item } => {
                let item = self.item(item);
                tr!(locale, "meeting-event-item-done", item = item)
            }
            CourseEvent::Skipped { item, .. } => {
                let item = self.item(item);
                tr!(locale, "meeting-event-item-skipped", item = item)
            }
            CourseEvent::Moved { item, .. } => {
                let item = self.item(item);
                tr!(locale, "meeting-event-item-moved", item = item)
            }
            CourseEvent::Inserted { item, .. } => {
                let item = self.text(&item.title);
                tr!(locale, "meeting-event-item-inserted", item = item)
            }
            CourseEvent::Concerns { item, matters } => {
                let (item, count) = (self.item(item), matters.len());
                match count {
                    0 => tr!(locale, "meeting-event-no-matter", item = item),
                    _ => tr!(locale, "meeting-event-matters", item = item, count = count),
                }
            }
            CourseEvent::Paused => tr!(locale, "meeting-event-paused"),
            CourseEvent::Resumed => tr!(locale, "meeting-event-resumed"),
            CourseEvent::Closed => tr!(locale, "meeting-event-closed"),
            CourseEvent::Reopened { .. } => tr!(locale, "meeting-event-reopened"),
            CourseEvent::Noticed(notice) => {
                let on = date_long(locale, notice.on);
                tr!(locale, "meeting-event-noticed", on = on)
            }
            CourseEvent::Unnoticed => tr!(locale, "meeting-event-unnoticed"),
            CourseEvent::Named { title, place } => {
                let (title, place) = (short(title), short(place));
                tr!(locale, "meeting-event-named", title = title, place = place)
            }
            CourseEvent::Enrolled { roll } => {
                let count = roll.len();
                tr!(locale, "meeting-event-enrolled", count = count)
            }
            CourseEvent::Presiding { chair, note_taker } => {
                let (chair, notes) = (short(chair), short(note_taker));
                tr!(locale, "meeting-event-presiding", chair = chair, notes = notes)
            }
        }
    }

    fn floor(&self, event: &FloorEvent) -> String {
        let locale = self.locale;
        match event {
            FloorEvent::Queued { speaker, .. } => {
                let who = short(&speaker.name);
                tr!(locale, "meeting-event-queued", who = who)
            }
            FloorEvent::Unqueued { turn } => match self.speaker(*turn) {
                Some(who) => tr!(locale, "meeting-event-unqueued", who = who),
                None => tr!(locale, "meeting-event-unqueued-somebody"),
            },
            FloorEvent::Marked { stance, .. } => match stance {
                Some(Stance::For) => tr!(locale, "meeting-event-marked-for"),
                Some(Stance::Against) => tr!(locale, "meeting-event-marked-against"),
                None => tr!(locale, "meeting-event-marked-neither"),
            },
            FloorEvent::Began { turn } => match self.speaker(*turn) {
                Some(who) => tr!(locale, "meeting-event-speaks", who = who),
                None => tr!(locale, "meeting-event-somebody-speaks"),
            },
            FloorEvent::Ended => tr!(locale, "meeting-event-speech-ended"),
            FloorEvent::Extended { seconds } => {
                let seconds = *seconds;
                tr!(locale, "meeting-event-extended", seconds = seconds)
            }
            FloorEvent::Ordered(_) => tr!(locale, "meeting-event-ordered"),
            FloorEvent::Raised { text, .. } => {
                let text = short(text);
                tr!(locale, "meeting-event-raised", text = text)
            }
            FloorEvent::Reworded { text, .. } => {
                let text = short(text);
                tr!(locale, "meeting-event-reworded", text = text)
            }
            FloorEvent::Noted { item, .. } => {
                let item = self.item(item);
                tr!(locale, "meeting-event-noted", item = item)
            }
        }
    }

    fn motion(&self, event: &MotionEvent) -> String {
        let locale = self.locale;
        let motion = self.motion_text(event.motion());
        match event {
            MotionEvent::Moved { text, .. } => {
                let motion = self.text(text);
                tr!(locale, "meeting-event-moved", motion = motion)
            }
            MotionEvent::Sponsored { by, .. } => {
                let by = short(by);
                tr!(locale, "meeting-event-sponsored", by = by, motion = motion)
            }
            MotionEvent::Seconded { by, .. } => {
                let by = short(by);
                tr!(locale, "meeting-event-seconded", by = by, motion = motion)
            }
            MotionEvent::Amended { text, .. } => {
                let motion = self.text(text);
                tr!(locale, "meeting-event-amended", motion = motion)
            }
            MotionEvent::Withdrawn { .. } => tr!(locale, "meeting-event-withdrawn", motion = motion),
            MotionEvent::Appointed { teller, names, .. } => {
                let teller = teller_words(locale, *teller);
                if names.is_empty() {
                    return tr!(locale, "meeting-event-nobody-appointed", teller = teller);
                }
                let names = short(&names.join(&tr!(locale, "meeting-names-between")));
                tr!(locale, "meeting-event-appointed", teller = teller, names = names)
            }
            MotionEvent::Put { .. } => tr!(locale, "meeting-event-put", motion = motion),
            MotionEvent::Delivered { voters, .. } => {
                let papers = voters.len();
                tr!(locale, "meeting-event-delivered", papers = papers)
            }
            MotionEvent::Voted { voter, choice, .. } => {
                let who = self.voter(voter);
                match choice {
                    Some(choice) => {
                        let choice = choice_words(locale, *choice);
                        tr!(locale, "meeting-event-voted", who = who, choice = choice)
                    }
                    None => tr!(locale, "meeting-event-vote-cleared", who = who),
                }
            }
            MotionEvent::Counted { hands, .. } => {
                let (yes, no, abstain) = (hands.yes, hands.no, hands.abstain);
                tr!(locale, "meeting-event-hands", yes = yes, no = no, abstain = abstain)
            }
            MotionEvent::BoxCounted { at, .. } => {
                let number = at + 1;
                tr!(locale, "meeting-event-box", number = number)
            }
            MotionEvent::Dotted { at, dots, .. } => {
                let (number, dots) = (at + 1, *dots);
                tr!(locale, "meeting-event-dots", number = number, dots = dots)
            }
            MotionEvent::Objected { by, .. } => {
                let by = short(by);
                tr!(locale, "meeting-event-objected", by = by)
            }
            MotionEvent::Clear { outcome, .. } => {
                let outcome = outcome_words(locale, *outcome);
                tr!(locale, "meeting-event-clear", outcome = outcome)
            }
            MotionEvent::Closed { .. } => tr!(locale, "meeting-event-vote-closed", motion = motion),
            MotionEvent::Reopened { .. } => tr!(locale, "meeting-event-vote-reopened", motion = motion),
            MotionEvent::Overridden { outcome, .. } => {
                let outcome = outcome_words(locale, *outcome);
                tr!(locale, "meeting-event-overridden", outcome = outcome)
            }
        }
    }

    /// A voter's door; the name of one without a door.
    fn voter(&self, key: &VoterKey) -> String {
        let Some(voter) = self.meeting.attendance.voter(key) else { return short(&key.0) };
        let at = door(self.locale, &voter.door());
        if at.is_empty() { short(&voter.name) } else { short(&at) }
    }

    fn person(&self, key: &PersonKey) -> String {
        match self.meeting.attendance.person(key) {
            Some(person) => short(&person.name),
            None => self.voter(&VoterKey::new(key.0.clone())),
        }
    }

    /// Who has a turn that is on or over; one still waiting is not looked for.
    fn speaker(&self, turn: TurnId) -> Option<String> {
        let floor = &self.meeting.floor;
        let found = floor.speaker().into_iter().chain(floor.spoken()).find(|known| known.id == turn);
        found.map(|turn| short(&turn.speaker.name))
    }

    fn item(&self, key: &ItemKey) -> String {
        self.meeting.course.item(key).map_or_else(|| short(&key.0), |item| self.text(&item.item.title))
    }

    fn motion_text(&self, key: &MotionKey) -> String {
        self.meeting.motions.get(key).map_or_else(|| short(&key.0), |motion| self.text(motion.text()))
    }

    fn text(&self, text: &Text) -> String {
        short(text.get(self.locale.lang()))
    }
}

/// Words of other people, on one line and cut to what a notice has room for.
fn short(text: &str) -> String {
    truncate(&clean_line(text), ROOM).into_owned()
}
