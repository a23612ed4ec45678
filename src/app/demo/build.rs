//! The demo's store: made once in a directory of its own, the same everywhere.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};

use super::{
    DemoFault, Story,
    chance::Chance,
    fill::Filling,
    intake,
    meetings::{Told, hold},
    neighbourhood::{self, Before, settle},
    story,
};
use crate::{
    app::{Settings, Step},
    domain::{
        DeviceId, Ids, ResponseId, SeededIds, SessionId,
        record::Body,
        session::Session,
        survey::{AuditLine, Door, DraftHead, Response},
    },
    import::{SurveyFile, SurveyLibrary},
    store::{OpenOptions, Opened, Store},
};

/// What the demo holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Built {
    /// Submissions of the courtyard intake.
    pub submissions: usize,
    /// Sessions.
    pub sessions: usize,
    /// Meetings, closed and with final minutes.
    pub meetings: usize,
    /// Responses to the other surveys.
    pub others: usize,
    /// Whether it was made now, rather than found.
    pub fresh: bool,
}

/// A record to be: what, when, by whom.
pub(super) type Planned = (Body, DateTime<FixedOffset>, String);

/// Makes the demo in a directory, or finds it there.
///
/// # Errors
/// [`DemoFault::Occupied`] when the directory holds another store, [`DemoFault::Store`] when it cannot be used.
pub fn build(dir: &Path) -> Result<Built, DemoFault> {
    let told = Story::shipped()?;
    let mut ids = SeededIds::new(told.seed);
    let begins = told.day(0, 8);
    let others = told.others_filled.iter().map(|o| o.responses.len()).sum();
    let (submissions, sessions) = (told.submissions(), told.sessions.len());
    let meetings = Told::shipped()?.count();
    let built = Built { submissions, sessions, meetings, others, fresh: true };
    let options = OpenOptions { community: told.community.clone(), ids: &mut ids, now: begins, page_limit: None };
    let opened = Store::open(dir, options)?;
    let demo = device(&told);
    match opened {
        Opened::ReadOnly { store, .. } if store.device() == demo => Ok(Built { fresh: false, ..built }),
        Opened::ReadOnly { .. } => Err(DemoFault::Occupied { dir: dir.to_path_buf() }),
        Opened::Writable(store) if store.device() != demo => {
            Err(DemoFault::Occupied { dir: store.dir().to_path_buf() })
        }
        Opened::Writable(store) if !store.sessions(true)?.is_empty() => Ok(Built { fresh: false, ..built }),
        Opened::Writable(mut store) => {
            fill(&mut store, &told, &mut ids)?;
            keep_settings(dir, &told);
            Ok(built)
        }
    }
}

/// Writes who works where into the settings, for the header. Without them the demo works too.
fn keep_settings(dir: &Path, story: &Story) {
    let settings = Settings {
        community: Some(story.community.clone()),
        courtyard: Some(story.shown_as.clone()),
        surveyor: story.surveyors.first().cloned(),
        ..Settings::default()
    };
    if let Err(error) = settings.save(dir) {
        tracing::warn!(%error, "settings of the demo");
    }
}

/// The device that the shipped story's seed makes, written out so that no start of the program reads the story.
const DEVICE: DeviceId = DeviceId(uuid::uuid!("0192696c-f000-7ee6-9b35-14d6a96a7ac2"));

/// Whether a store is the demo's: only the demo has its device.
#[must_use]
pub fn is_demo(store: &Store) -> bool {
    store.device() == DEVICE
}

/// The device that the story's seed makes.
fn device(story: &Story) -> DeviceId {
    let ms = u64::try_from(story.day(0, 8).timestamp_millis()).unwrap_or(0);
    DeviceId(SeededIds::new(story.seed).uuid(ms))
}

impl Story {
    /// An hour of the day of a session (from 0).
    fn day(&self, session: usize, hour: u32) -> DateTime<FixedOffset> {
        let date = self.sessions.get(session).map(|s| s.starts.date()).unwrap_or_default();
        self.moment(date.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()))
    }
}

/// Puts everything into an empty store: first what is recorded, in one transaction, then the open draft.
fn fill(store: &mut Store, told: &Story, ids: &mut SeededIds) -> Result<(), DemoFault> {
    let library = SurveyLibrary::shipped();
    let mut people = People {
        story: told,
        library: &library,
        device: store.device().to_string(),
        chance: Chance::new(told.seed.wrapping_add(1)),
        ids,
    };
    let mut planned = people.surveys();
    let sessions = people.sessions(&mut planned);
    let intake = people.submissions(&sessions, &mut planned)?;
    let others = people.other_surveys(&mut planned)?;
    let (head, audit) = people.open_draft(&sessions)?;
    let meetings = hold(&Told::shipped()?, told, &sessions, &mut planned, ids)?;
    let before = Before {
        story: told,
        library: &library,
        intake: &intake,
        others: &others,
        meetings: &meetings.meetings,
        tasks: &meetings.tasks,
    };
    settle(&neighbourhood::Told::shipped()?, &before, &mut planned, ids)?;
    planned.sort_by_key(|(_, at, _)| *at);
    store.append_all(planned, ids)?;
    store.begin_draft(&head)?;
    let cursor = audit.last().and_then(|line| match &line.edit {
        crate::domain::survey::Edit::Set { path, .. } => Some(path.clone()),
        _ => None,
    });
    store.append_edits(head.id, &audit, cursor.as_ref())?;
    Ok(())
}

/// The demo's people at work.
struct People<'a> {
    story: &'a Story,
    library: &'a SurveyLibrary,
    device: String,
    chance: Chance,
    ids: &'a mut SeededIds,
}

/// Milliseconds since 1970 UTC.
pub(super) fn millis(at: DateTime<FixedOffset>) -> u64 {
    u64::try_from(at.timestamp_millis()).unwrap_or(0)
}

impl<'a> People<'a> {
    /// The survey texts, kept before the first response.
    fn surveys(&self) -> Vec<Planned> {
        let at = self.story.day(0, 8);
        let author = self.story.surveyors.first().cloned().unwrap_or_default();
        let kept = |file: &SurveyFile| {
            let reference = file.reference().clone();
            Body::Survey {
                survey: reference.id,
                version: reference.version,
                hash: reference.hash,
                source: file.source.text.clone().into_owned(),
                files: file.files().to_vec(),
            }
        };
        self.library.all().map(|file| (kept(file), at, author.clone())).collect()
    }

    /// The sessions, each noted in the morning of its day.
    fn sessions(&mut self, planned: &mut Vec<Planned>) -> Vec<Session> {
        let mut made = Vec::new();
        for (i, gathering) in self.story.sessions.iter().enumerate() {
            let at = self.story.day(i, 8);
            let id = SessionId(self.ids.uuid(millis(at)));
            let session = Session {
                id,
                kind: gathering.kind,
                title: gathering.title.clone(),
                community: self.story.community.clone(),
                grid: self.story.grid.clone(),
                micro_grid: self.story.micro_grid.clone(),
                building: self.story.courtyard.clone(),
                starts: self.story.moment(gathering.starts),
                facilitator: gathering.facilitator.clone(),
                recorder: gathering.recorder.clone(),
                present: gathering.present,
            };
            planned.push((Body::Session(session.clone()), at, gathering.recorder.clone()));
            made.push(session);
        }
        made
    }

    /// The submissions of the intake, the approvals of the first sessions, and one correction.
    fn submissions(&mut self, sessions: &[Session], planned: &mut Vec<Planned>) -> Result<Vec<Response>, DemoFault> {
        let mut all: Vec<Response> = Vec::new();
        let approved = self.story.approved_sessions;
        let mut approval = self.story.day(approved.saturating_sub(1), 9) + TimeDelta::days(1);
        let chief = self.story.surveyors.last().cloned().unwrap_or_default();
        for (i, submission) in intake(self.story).into_iter().enumerate() {
            let file = self.file("courtyard-intake")?;
            let at = self.story.moment(submission.at);
            let session = sessions.get(submission.session).map(|session| session.id);
            let head = head(self.ids, file, session, submission.door, &submission.surveyor, at);
            let mut filling = Filling::begin(file, head, &self.device, all.last().map(|l| &l.answers))?;
            filling.take(&submission.steps, &mut self.chance)?;
            let response = filling.finish()?;
            if i == self.story.correction.submission {
                planned.push(self.correction(file, &response)?);
            }
            if submission.session < approved {
                approval += TimeDelta::seconds(7);
                planned.push((Body::Approved { response: response.head.id }, approval, chief.clone()));
            }
            planned.push((Body::Response(response.clone()), response.finished, submission.surveyor));
            all.push(response);
        }
        Ok(all)
    }

    fn correction(&self, file: &SurveyFile, done: &Response) -> Result<Planned, DemoFault> {
        let told = &self.story.correction;
        let at = self.story.moment(told.at);
        let mut filling = Filling::correct(file, done, &told.reason, &self.device, at)?;
        filling.take(&[Step::read(&told.question, &told.answer)], &mut Chance::new(0))?;
        let response = filling.finish()?;
        Ok((Body::Response(response), at, done.head.surveyor.clone()))
    }

    /// The responses to the other surveys, which belong to no session.
    fn other_surveys(&mut self, planned: &mut Vec<Planned>) -> Result<Vec<Response>, DemoFault> {
        let mut all = Vec::new();
        for other in &self.story.others_filled {
            let mut last: Option<Response> = None;
            for told in &other.responses {
                let mut filling = self.begin(&other.survey, told, None, last.as_ref())?;
                filling.take(&steps(told), &mut self.chance)?;
                let response = filling.finish()?;
                planned.push((Body::Response(response.clone()), response.finished, told.surveyor.clone()));
                all.push(response.clone());
                last = Some(response);
            }
        }
        Ok(all)
    }

    /// The draft somebody was called away from.
    fn open_draft(&mut self, sessions: &[Session]) -> Result<(DraftHead, Vec<AuditLine>), DemoFault> {
        let mut filling =
            self.begin("courtyard-intake", &self.story.draft, sessions.last().map(|session| session.id), None)?;
        filling.take(&steps(&self.story.draft), &mut self.chance)?;
        Ok(filling.leave())
    }

    fn begin<'l>(
        &mut self,
        survey: &str,
        told: &story::Filled,
        session: Option<SessionId>,
        last: Option<&'l Response>,
    ) -> Result<Filling<'l>, DemoFault> {
        let file = self.file(survey)?;
        let at = self.story.moment(told.at);
        let head = head(self.ids, file, session, told.door(), &told.surveyor, at);
        Filling::begin(file, head, &self.device, last.map(|l| &l.answers))
    }

    fn file(&self, survey: &str) -> Result<&'a SurveyFile, DemoFault> {
        self.library.find(survey).ok_or_else(|| DemoFault::Story(survey.to_owned()))
    }
}

/// The answers of a response that is written out.
fn steps(told: &story::Filled) -> Vec<Step> {
    told.answers.iter().map(|(path, answer)| Step::read(path, answer)).collect()
}

fn head(
    ids: &mut SeededIds,
    file: &SurveyFile,
    session: Option<SessionId>,
    door: Door,
    surveyor: &str,
    at: DateTime<FixedOffset>,
) -> DraftHead {
    DraftHead {
        id: ResponseId(ids.uuid(millis(at))),
        survey: file.reference().clone(),
        session,
        door,
        surveyor: surveyor.to_owned(),
        created: at,
        seed: ids.seed(),
        correction: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_device_written_out_is_the_one_the_story_makes() {
        assert_eq!(device(&Story::shipped().unwrap()), DEVICE);
    }
}
