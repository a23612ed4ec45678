//! What matters are looked at with, read from the store once and kept in step with it.

use std::collections::{HashMap, HashSet};

use super::{Ctx, Held, Task, codebooks};
use crate::{
    domain::{
        Lang, MeetingId, Privacy, ResponseId, SessionId,
        exchange::Outgoing,
        matter::{
            CONCERN_LIST, Facts, Heard, Here, Matters, Named, Said, Score, SuggestionKey, concern_questions,
            concerns_picked, scores, text_at,
        },
        meeting::{Meeting, ledger::Ledger},
        record::{Register, StoreError},
        session::Session,
    },
    import::SurveyLibrary,
    store::{About, Store},
};

/// The suggestions that were coded, the sessions, what residents said afterwards.
#[derive(Debug, Default)]
pub struct Gathered {
    /// How many records the store had.
    seen: Option<u64>,
    said: Heard,
    /// The suggestions that are in `said`, or whose responses do not count any more.
    known: HashSet<SuggestionKey>,
    scores: Vec<Score>,
    sessions: HashMap<SessionId, Session>,
    households: HashMap<String, u64>,
    named: Named,
    /// The surveys that ask for concerns, with the questions that do, as `named` was read.
    asking: Vec<(String, Vec<String>)>,
}

impl Gathered {
    /// Reads what is new; the work is that of the changes.
    ///
    /// # Errors
    /// As every read of the store.
    pub fn catch_up(&mut self, store: &Store, library: &SurveyLibrary, matters: &Matters) -> Result<(), StoreError> {
        let now = store.recorded()?;
        if self.seen == Some(now) {
            return Ok(());
        }
        let touched: HashSet<ResponseId> = match self.seen {
            Some(seen) => store.responses_since(seen)?.into_iter().collect(),
            None => HashSet::new(),
        };
        if self.seen.is_none() || !touched.is_empty() {
            self.households = store.households()?;
            self.scores = Self::read_scores(store, library)?;
        }
        self.read_named(store, library, &touched)?;
        self.sessions = store.sessions(true)?.into_iter().map(|row| (row.session.id, row.session)).collect();
        // What was coded since, or must be read again; everything only the first time.
        let mut unread: Vec<SuggestionKey> = match self.seen {
            None => matters.codings().map(|(key, _)| key.clone()).collect(),
            Some(seen) => store.entities_since(seen)?.into_iter().map(SuggestionKey).collect(),
        };
        if !touched.is_empty() {
            let stale = |key: &SuggestionKey| key.response().is_some_and(|response| touched.contains(&response));
            unread.extend(self.known.extract_if(stale));
            self.said.retain(|key| !stale(key));
        }
        let mut missing: HashMap<ResponseId, Vec<&SuggestionKey>> = HashMap::new();
        for key in unread.iter().filter(|key| matters.coding(key).is_some() && !self.known.contains(*key)) {
            if let Some(response) = key.response() {
                missing.entry(response).or_default().push(key);
            }
        }
        if !missing.is_empty() {
            let ids: Vec<ResponseId> = missing.keys().copied().collect();
            let marks = Self::read_marks(store, library)?;
            store.responses_of(&ids, |submission| {
                for key in missing.get(&submission.head.id).into_iter().flatten() {
                    let question = key.path().rsplit('/').next().unwrap_or_default();
                    let survey = &submission.head.survey.id;
                    let privacy = marks.get(survey).map_or(Privacy::Sensitive, |marks| marks.mark_of(question));
                    let Some(text) = text_at(&submission.answers, key.path()) else { continue };
                    self.said.put(Said {
                        key: (*key).clone(),
                        text: text.to_owned(),
                        door: submission.head.door.clone(),
                        privacy,
                        survey: submission.head.survey.id.clone(),
                        session: submission.head.session,
                        at: submission.submitted,
                    });
                }
            })?;
            self.known.extend(missing.into_values().flatten().cloned());
        }
        self.seen = Some(now);
        Ok(())
    }

    /// How far the answers to each survey may go.
    fn read_marks(store: &Store, library: &SurveyLibrary) -> Result<HashMap<String, Outgoing>, StoreError> {
        let mut marks = HashMap::new();
        for (survey, _) in store.survey_counts()? {
            let versions = codebooks(store, library, &survey)?;
            marks.insert(survey, Outgoing::open(&versions));
        }
        Ok(marks)
    }

    /// Which concerns households picked: all of them at first and when other surveys ask, else of what changed.
    fn read_named(
        &mut self,
        store: &Store,
        library: &SurveyLibrary,
        touched: &HashSet<ResponseId>,
    ) -> Result<(), StoreError> {
        let has_list = format!("\"{CONCERN_LIST}\"");
        let mut asking: Vec<(String, Vec<String>)> = Vec::new();
        for survey in library.all().filter(|survey| survey.source.text.contains(&has_list)) {
            let mut questions = survey.form().map(|form| concern_questions(form)).unwrap_or_default();
            if !questions.is_empty() {
                // What was picked where the author marked the question is nobody's figure.
                let marks = Outgoing::open(&codebooks(store, library, survey.id())?);
                questions.retain(|question| marks.mark_of(question) == Privacy::Open);
            }
            if !questions.is_empty() {
                asking.push((survey.id().to_owned(), questions));
            }
        }
        if self.seen.is_none() || self.asking != asking {
            self.named = Named::default();
            for (survey, questions) in &asking {
                store.submissions(survey, |said| {
                    self.named.put(said.head.id, &said.head.door, concerns_picked(&said.answers, questions));
                })?;
            }
        } else if touched.is_empty() {
            return Ok(());
        } else {
            let ids: Vec<ResponseId> = touched.iter().copied().collect();
            for id in &ids {
                self.named.remove(*id);
            }
            store.responses_of(&ids, |said| {
                if let Some((_, questions)) = asking.iter().find(|(survey, _)| *survey == said.head.survey.id) {
                    self.named.put(said.head.id, &said.head.door, concerns_picked(&said.answers, questions));
                }
            })?;
        }
        self.named.count();
        self.asking = asking;
        Ok(())
    }

    /// What second surveys asked: those with a repeat of scores before and after.
    fn read_scores(store: &Store, library: &SurveyLibrary) -> Result<Vec<Score>, StoreError> {
        let mut found = Vec::new();
        let asks = |text: &str| ["\"work\"", "\"before\"", "\"after\""].iter().all(|name| text.contains(name));
        for survey in library.all().filter(|survey| asks(&survey.source.text)) {
            store.submissions(survey.id(), |submission| {
                found.extend(scores(submission.head.id, submission.submitted, &submission.answers));
            })?;
        }
        Ok(found)
    }

    /// The facts, with the meetings matters are linked to.
    #[must_use]
    pub fn facts<'a>(
        &'a self,
        matters: &'a Matters,
        ledger: &'a Ledger,
        meetings: HashMap<MeetingId, &'a Meeting>,
    ) -> Facts<'a> {
        let (sessions, said, here) = (&self.sessions, &self.said, Here::by_item(ledger));
        Facts {
            matters,
            ledger,
            here,
            meetings,
            sessions,
            said,
            scores: &self.scores,
            households: &self.households,
            named: &self.named,
        }
    }
}

/// The matters of a store with everything they are looked at with, read at once.
pub struct MattersRead {
    /// The matters.
    pub matters: Matters,
    /// Actions, pledges, grants, claims, funds.
    pub ledger: Ledger,
    meetings: Vec<Meeting>,
    gathered: Gathered,
}

impl MattersRead {
    /// Reads them.
    ///
    /// # Errors
    /// As every read of the store.
    pub fn new(store: &Store, library: &SurveyLibrary) -> Result<Self, StoreError> {
        let matters = Matters::fold(store.records_about(About::Register(Matters::KIND))?.0);
        let ledger = <Ledger as Register>::fold(store.records_about(About::Register(Ledger::KIND))?.0);
        let mut meetings = Vec::new();
        for id in matters.meetings() {
            meetings.extend(Meeting::fold(&store.records_about(About::Meeting(id))?.0));
        }
        let mut gathered = Gathered::default();
        gathered.catch_up(store, library, &matters)?;
        Ok(Self { matters, ledger, meetings, gathered })
    }

    /// The facts their steps and threads follow from.
    #[must_use]
    pub fn facts(&self) -> Facts<'_> {
        let meetings = self.meetings.iter().map(|meeting| (meeting.id, meeting)).collect();
        self.gathered.facts(&self.matters, &self.ledger, meetings)
    }

    /// What a concern is called; its name when nobody said.
    #[must_use]
    pub fn concern(&self, name: &str, lang: &Lang) -> String {
        let known = self.matters.concerns().find(|concern| concern.name == name);
        known.map_or_else(|| name.to_owned(), |concern| concern.label.get(lang).to_owned())
    }
}

/// Everything matters are looked at with, read in the background for the first time.
#[derive(Debug)]
pub struct FetchedMatters {
    matters: Held<Matters>,
    ledger: Held<Ledger>,
    gathered: Gathered,
}

impl Ctx {
    /// Whether [`Ctx::gather`] has only to catch up, or little to read.
    pub fn gathers_at_once(&mut self) -> bool {
        self.gathered.seen.is_some() || self.is_small()
    }

    /// Reads what matters are looked at with in the background, for [`Ctx::put_matters`] when it arrives.
    pub fn fetch_matters(&mut self) -> Task<Result<FetchedMatters, StoreError>> {
        let dir = self.dir.clone();
        self.beside(move |store, _| {
            let (matters, ledger) = (Held::<Matters>::read(store)?, Held::<Ledger>::read(store)?);
            let mut gathered = Gathered::default();
            gathered.catch_up(store, &SurveyLibrary::load(&dir), matters.register())?;
            Ok(FetchedMatters { matters, ledger, gathered })
        })
    }

    /// Holds what was read in the background; what is held already and newer stays.
    pub fn put_matters(&mut self, read: FetchedMatters) {
        self.put_newer(read.matters);
        self.put_newer(read.ledger);
        if self.gathered.seen < read.gathered.seen {
            self.gathered = read.gathered;
        }
    }

    /// Brings everything matters are looked at with up to date. Whether that was possible; a notice says why not. Screens
    /// ask so when they open and refresh, then use [`Ctx::facts`].
    pub fn gather(&mut self) -> bool {
        if self.hold_register::<Matters>().is_none() || self.hold_register::<Ledger>().is_none() {
            return false;
        }
        let mut gathered = std::mem::take(&mut self.gathered);
        let read = match self.register::<Matters>() {
            Some(matters) => gathered.catch_up(&self.store, &self.library, matters),
            None => Ok(()),
        };
        let meetings = self.register::<Matters>().map(|matters| matters.meetings().collect()).unwrap_or_default();
        self.gathered = gathered;
        self.hold_linked(meetings);
        self.read(|_| read).is_some()
    }

    /// Holds the matters, the ledger and the meetings matters are linked to: what their steps follow from.
    pub fn hold_matters(&mut self) {
        self.hold_ledger();
        let meetings = self.hold_register::<Matters>().map(|matters| matters.meetings().collect()).unwrap_or_default();
        self.hold_linked(meetings);
    }

    fn hold_linked(&mut self, meetings: Vec<MeetingId>) {
        if meetings.is_empty() {
            return;
        }
        let known: HashSet<MeetingId> =
            self.read(Store::meetings).unwrap_or_default().into_iter().map(|row| row.id).collect();
        for meeting in meetings.into_iter().filter(|meeting| known.contains(meeting)) {
            self.hold(meeting);
        }
    }

    /// Everything matters are looked at with, as it was last gathered.
    #[must_use]
    pub fn facts(&self) -> Option<Facts<'_>> {
        let matters = self.register::<Matters>()?;
        let meetings = matters.meetings().filter_map(|id| Some((id, self.meeting(id)?))).collect();
        Some(self.gathered.facts(matters, self.register::<Ledger>()?, meetings))
    }
}
