//! From matters to a meeting: an agenda with their motions and figures, as a file and as a meeting set up, in one step.

use std::{fs::OpenOptions, io::Write, path::PathBuf};

use chrono::{Days, NaiveTime};

use super::{Ctx, Level};
use crate::{
    domain::{
        Lang, MatterId, MeetingId, SessionId, Text,
        matter::{Facts, Raised},
        meeting::Opening,
        session::{Session, SessionKind},
    },
    import::AgendaFile,
    locale::{LANGUAGES, Locale, clean_line, raised_words},
    tr,
};

/// Half past seven in the evening: when courtyards meet unless somebody says otherwise.
const EVENING: Option<NaiveTime> = NaiveTime::from_hms_opt(19, 30, 0);

/// Names tried for the file, the first of them without a number.
const NAMES: u32 = 99;

/// A matter as the agenda has it.
struct Line {
    id: MatterId,
    title: String,
    raised: Raised,
    concern: Text,
}

/// Writes an agenda in all languages.
struct Pen {
    locales: Vec<(&'static str, Locale)>,
    text: String,
}

impl Pen {
    fn new() -> Self {
        let locales = LANGUAGES.iter().map(|code| (*code, Locale::new(&Lang::new(*code)))).collect();
        Self { locales, text: String::new() }
    }

    /// A text in all languages, as a file has it.
    fn said(&self, words: impl Fn(&Locale) -> String) -> String {
        let quoted = |text: &str| serde_json::Value::from(clean_line(text).as_ref()).to_string();
        let all = self.locales.iter().map(|(code, locale)| format!("\"{code}\": {}", quoted(&words(locale))));
        format!("{{{}}}", all.collect::<Vec<_>>().join(", "))
    }

    fn line(&mut self, deep: usize, text: &str) {
        self.text.push_str(&" ".repeat(deep * 4));
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// An item with one line to read out.
    fn item(&mut self, kind: &str, name: &str, minutes: u32, words: (String, String), matters: &[MatterId]) {
        let (title, script) = words;
        self.line(2, &format!("{kind}("));
        self.line(3, &format!("name: \"{name}\","));
        self.line(3, &format!("title: {title},"));
        self.line(3, &format!("minutes: {minutes},"));
        if !matters.is_empty() {
            self.line(3, &format!("matters: [{}],", ids(matters)));
        }
        self.line(3, &format!("script: [{script}],"));
        self.line(2, "),");
    }
}

fn ids(matters: &[MatterId]) -> String {
    matters.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ")
}

/// What an agenda on these matters is called.
fn title(l: &Locale, lines: &[Line]) -> String {
    let (first, n) = (lines.first().map(|line| line.title.clone()).unwrap_or_default(), lines.len());
    if n == 1 {
        tr!(l, "matter-agenda-title", title = first)
    } else {
        tr!(l, "matter-agenda-titles", title = first, n = n)
    }
}

/// The text of an agenda on these matters.
fn agenda_text(id: &str, version: &str, lines: &[Line]) -> String {
    let mut pen = Pen::new();
    let all: Vec<MatterId> = lines.iter().map(|line| line.id).collect();
    let said = pen.said(|l| title(l, lines));
    pen.line(0, "Agenda(");
    pen.line(1, &format!("id: \"{id}\","));
    pen.line(1, &format!("version: \"{version}\","));
    pen.line(1, &format!("title: {said},"));
    pen.line(1, "default_language: \"zh-CN\",");
    pen.line(1, "kind: CourtyardMeeting,");
    pen.line(1, "rule: Discussion(Majority),");
    pen.line(1, "settings: (speaking: \"3:00\", first_time_first: true),");
    pen.line(1, "items: [");
    let words = (pen.said(|l| tr!(l, "matter-agenda-sign-in")), pen.said(|l| tr!(l, "matter-agenda-sign-in-script")));
    pen.item("Inform", "sign-in", 5, words, &[]);
    let words =
        (pen.said(|l| tr!(l, "matter-agenda-follow-up")), pen.said(|l| tr!(l, "matter-agenda-follow-up-script")));
    pen.item("FollowUp", "follow-up", 5, words, &[]);
    for (n, line) in (1..).zip(lines) {
        let script = pen.said(|l| {
            if line.raised.is_any() {
                raised_words(l, &line.raised, line.concern.get(l.lang()))
            } else {
                tr!(l, "matter-agenda-matter-script")
            }
        });
        let words = (pen.said(|_| line.title.clone()), script);
        pen.item("Discuss", &format!("matter-{n}"), 10, words, &[line.id]);
    }
    let title = pen.said(|l| tr!(l, "matter-agenda-vote"));
    pen.line(2, "Decide(");
    pen.line(3, "name: \"vote\",");
    pen.line(3, &format!("title: {title},"));
    pen.line(3, &format!("minutes: {},", 3 * lines.len()));
    pen.line(3, "motions: [");
    for (n, line) in (1..).zip(lines) {
        let title = &line.title;
        let text = pen.said(|l| tr!(l, "matter-agenda-motion", title = title.clone()));
        pen.line(4, "Motion(");
        pen.line(5, &format!("name: \"motion-{n}\","));
        pen.line(5, &format!("text: {text},"));
        pen.line(5, "way: ShowOfHands,");
        pen.line(5, &format!("matters: [{}],", ids(&[line.id])));
        pen.line(4, "),");
    }
    pen.line(3, "],");
    let script = pen.said(|l| tr!(l, "matter-agenda-vote-script"));
    pen.line(3, &format!("script: [{script}],"));
    pen.line(2, "),");
    let words = (pen.said(|l| tr!(l, "matter-agenda-pledges")), pen.said(|l| tr!(l, "matter-agenda-pledges-script")));
    pen.item("Pledge", "pledges", 10, words, &all);
    let words = (pen.said(|l| tr!(l, "matter-agenda-tasks")), pen.said(|l| tr!(l, "matter-agenda-tasks-script")));
    pen.item("Assign", "tasks", 8, words, &all);
    pen.line(1, "],");
    pen.line(0, ")");
    pen.text
}

impl Ctx {
    /// Makes an agenda of these matters, keeps it as a file in the data directory's folder of agendas, and sets a meeting up
    /// for it at the next evening. Nothing when that was not possible; a notice says why.
    pub fn meeting_from_matters(&mut self, matters: &[MatterId]) -> Option<MeetingId> {
        if !self.gather() {
            return None;
        }
        let lines = self.facts().map(|facts| lines(&facts, matters)).unwrap_or_default();
        if lines.is_empty() {
            self.notice(Level::Info, |l| tr!(l, "matter-agenda-none"));
            return None;
        }
        let now = self.now();
        let (path, text) = self.keep_agenda(&lines)?;
        let file = AgendaFile::open(&path).ok();
        let Some(agenda) = file.as_ref().and_then(AgendaFile::agenda).cloned() else {
            tracing::error!(%text, "agenda of matters");
            self.notice(Level::Error, |l| tr!(l, "matter-agenda-not-kept"));
            return None;
        };
        self.reload_library();
        let starts = now.date_naive().checked_add_days(Days::new(1)).zip(EVENING).map(|(day, time)| day.and_time(time));
        let starts = starts.and_then(|at| at.and_local_timezone(now.timezone()).single()).unwrap_or(now);
        let words = title(&self.locale, &lines);
        let session = Session {
            id: SessionId(self.new_id()),
            kind: SessionKind::CourtyardMeeting,
            title: words.clone(),
            community: self.settings.community.clone().unwrap_or_default(),
            grid: String::new(),
            micro_grid: String::new(),
            building: self.settings.courtyard.clone().unwrap_or_default(),
            starts,
            facilitator: self.settings.surveyor.clone().unwrap_or_default(),
            recorder: String::new(),
            present: 0,
        };
        self.write(|store, stamp| store.save_session(&session, stamp))?;
        let opening = Opening {
            session: session.id,
            title: words,
            place: session.building,
            chair: session.facilitator,
            note_taker: session.recorder,
            agenda,
            notice: None,
        };
        let meeting = self.open_meeting(opening)?;
        let path = path.display().to_string();
        self.notice(Level::Done, |l| tr!(l, "matter-agenda-kept", path = path));
        Some(meeting)
    }

    /// Writes the agenda to a file nobody has yet; where it is and what stands in it.
    fn keep_agenda(&mut self, lines: &[Line]) -> Option<(PathBuf, String)> {
        let day = self.now().format("%Y%m%d").to_string();
        let folder = self.dir.join("agendas");
        let written = (1..=NAMES).find_map(|n| {
            let id = if n == 1 { format!("matters-{day}") } else { format!("matters-{day}-{n}") };
            let path = folder.join(format!("{id}.ron"));
            let text = agenda_text(&id, &format!("{day}01"), lines);
            let write = || {
                std::fs::create_dir_all(&folder)?;
                let mut file = OpenOptions::new().write(true).create_new(true).open(&path)?;
                file.write_all(text.as_bytes())?;
                file.sync_all()
            };
            match write() {
                Ok(()) => Some(Ok((path, text))),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => None,
                Err(error) => Some(Err(error)),
            }
        });
        match written {
            Some(Ok(kept)) => Some(kept),
            Some(Err(error)) => {
                tracing::error!(%error, "agenda of matters");
                self.notice(Level::Error, |l| tr!(l, "matter-agenda-not-kept"));
                None
            }
            None => {
                self.notice(Level::Error, |l| tr!(l, "matter-agenda-not-kept"));
                None
            }
        }
    }
}

/// What the agenda says of each matter.
fn lines(facts: &Facts<'_>, matters: &[MatterId]) -> Vec<Line> {
    let found = matters.iter().filter_map(|id| {
        let id = facts.matters.stands_for(*id);
        let about = &facts.matters.matter(id)?.about;
        let concern = facts.matters.concerns().find(|concern| concern.name == about.concern);
        let concern = concern
            .map_or_else(|| Text::one(Lang::new("zh-CN"), about.concern.as_str()), |concern| concern.label.clone());
        Some(Line { id, title: about.title.clone(), raised: facts.raised(id), concern })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, SeededIds, Source};
    use crate::import::Origin;

    #[test]
    fn the_agenda_of_matters_is_sound_whatever_they_are_called() {
        let titles = ["电瓶车车棚", "a \"quoted\" \\ title", "行\n两行\u{1b}[31m"];
        let mut ids = SeededIds::new(1);
        let line = |title: &&str| {
            let raised = Raised { households: 37, heard: 135, named: Some((77, 135)) };
            let concern = Text::one(Lang::new("en"), "Parking \"here\"");
            Line { id: MatterId(ids.uuid(0)), title: (*title).to_owned(), raised, concern }
        };
        let lines: Vec<Line> = titles.iter().map(line).collect();
        let text = agenda_text("matters-20241112", "2024111201", &lines);
        let file = AgendaFile::new(Origin::Shipped, Source { name: "a.ron".into(), text: text.clone().into() });
        assert_eq!(file.problems(), [], "{text}");
        let agenda = file.agenda().unwrap();
        assert_eq!(agenda.all_items().filter(|item| item.matters == [lines[0].id]).count(), 1);
        assert!(text.contains("37 of 135 households raised this in their own words; 77 of 135 picked"), "{text}");
        assert!(text.contains("135 户中 37 户在意见里提出；135 户中 77 户选了"), "{text}");
    }
}
