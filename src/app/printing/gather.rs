//! Gathers from the store what a report is made of, and has it made.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, FixedOffset};

use super::{PrintFault, PrintOrder};
use crate::{
    app::{MattersRead, codebooks, columns},
    domain::{
        MeetingId, Privacy,
        exchange::Outgoing,
        meeting::{
            Meeting,
            agenda::{ItemKind, PledgeRound},
            ledger::{Action, Ledger, Scope},
            minutes::Minutes,
        },
        place::Roll,
        record::Register,
        survey::Survey,
        tally::{Axis, Columns, LEAST_SHOWN, Summary, columns_named},
        visit::Rounds,
    },
    import::{SurveyFile, SurveyLibrary},
    locale::Locale,
    report::{
        BallotPlan, Class, Document, FundSheet, MinutesStatus, Report, SeriesLine, SheetForm, SummaryPlan,
        actions_document, ballots_document, form_document, fund_document, minutes_document, poster_document,
        posting_document, response_document, result_sheet_document, series_document, sheet_document, summary_document,
    },
    store::{About, Store},
};

/// Where reports are gathered from. What several reports of a pack need is read once.
pub struct Gathering<'a> {
    pub(super) store: &'a Store,
    pub(super) library: &'a SurveyLibrary,
    pub(super) now: DateTime<FixedOffset>,
    pub(super) least: u64,
    columns: HashMap<String, Arc<Columns>>,
    ledger: Option<Ledger>,
    pub(super) visits: Option<(Rounds, Roll)>,
    pub(super) matters: Option<MattersRead>,
}

impl<'a> Gathering<'a> {
    /// From this store, now. Counts under `least` are withheld from everyone.
    #[must_use]
    pub fn new(store: &'a Store, library: &'a SurveyLibrary, now: DateTime<FixedOffset>, least: Option<u64>) -> Self {
        let least = least.unwrap_or(LEAST_SHOWN);
        Self { store, library, now, least, columns: HashMap::new(), ledger: None, visits: None, matters: None }
    }

    /// Takes columns of a survey that were read already.
    pub fn put_columns(&mut self, survey: String, columns: Arc<Columns>) {
        self.columns.insert(survey, columns);
    }

    /// The document that was ordered, in this language.
    ///
    /// # Errors
    /// When what it is about is not there, or the store fails.
    pub fn document(&mut self, order: &PrintOrder, l: &Locale) -> Result<Document, PrintFault> {
        let report = order.report;
        let class = report.class_of(order.class).ok_or(PrintFault::NoEdition(report))?;
        let mut page = match report {
            Report::Summary | Report::Poster => self.summary(order, class, l)?,
            Report::PaperForm => self.form(order, l)?,
            Report::Response => self.response(order, class, l)?,
            Report::Series => self.series(order, class, l)?,
            Report::Fund => self.fund(order, class, l)?,
            Report::Actions => self.actions(order, class, l)?,
            Report::Route => self.route(order, class, l)?,
            Report::Coverage => self.coverage(order, class, l)?,
            Report::Matters => self.matter_list(order, class, l)?,
            Report::Matter => self.matter(order, class, l)?,
            _ => self.of_meeting(order, class, l)?,
        };
        page.page = report.page(order.paper);
        page.made.get_or_insert(self.now);
        Ok(page)
    }

    fn survey(&self, order: &PrintOrder) -> Result<String, PrintFault> {
        let named = order.survey.clone();
        named.map_or_else(|| usual_survey(self.store, self.library)?.ok_or(PrintFault::NoSurvey), Ok)
    }

    fn columns(&mut self, survey: &str) -> Result<&Columns, PrintFault> {
        if !self.columns.contains_key(survey) {
            let read = columns(self.store, self.library, survey)?;
            self.columns.insert(survey.to_owned(), Arc::new(read));
        }
        self.columns.get(survey).map(Arc::as_ref).ok_or(PrintFault::NoSurvey)
    }

    fn summary(&mut self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let (survey, now, least) = (self.survey(order)?, self.now, self.least);
        let columns = self.columns(&survey)?;
        if class == Class::Public
            && let Some(marked) = marked(columns, order)
        {
            return Err(PrintFault::Marked(marked));
        }
        let summary = Summary::new(columns, &order.filter)?;
        let mut plan = SummaryPlan { least, texts: order.texts, ..SummaryPlan::new(class) };
        for name in &order.questions {
            plan.questions.extend(columns_named(columns, name)?);
        }
        plan.by = order.by.as_deref().map(|by| Axis::named(by, columns)).transpose()?;
        Ok(match order.report {
            Report::Poster => poster_document(l, columns, &summary, &plan, now),
            _ => summary_document(l, columns, &summary, &plan, now),
        })
    }

    fn form(&self, order: &PrintOrder, l: &Locale) -> Result<Document, PrintFault> {
        let id = self.survey(order)?;
        let kept;
        let file = if let Some(file) = self.library.find(&id) {
            file
        } else {
            let newest = self.store.survey_sources(&id)?.into_iter().next_back().ok_or(PrintFault::NoSurvey)?;
            kept = SurveyFile::kept(newest);
            &kept
        };
        let form = file.form().ok_or(PrintFault::BadSurvey)?;
        let survey = Survey::read(&file.source.text).0.ok_or(PrintFault::BadSurvey)?;
        Ok(form_document(l, &survey, form))
    }

    fn response(&self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let id = order.response.ok_or(PrintFault::NoResponse)?;
        let history = self.store.response(id)?.ok_or(PrintFault::NoResponse)?;
        let response = &history.revisions.last().ok_or(PrintFault::NoResponse)?.response;
        let source = self.store.survey_source(&response.head.survey.hash)?.ok_or(PrintFault::NoSurvey)?;
        let file = SurveyFile::kept(source);
        let form = file.form().ok_or(PrintFault::BadSurvey)?;
        let session = match response.head.session {
            Some(id) => self.store.session(id)?,
            None => None,
        };
        // What is sensitive is in the edition that is asked for and logged.
        let outgoing = if class == Class::Facilitator {
            Outgoing::everything()
        } else {
            Outgoing::personal(&codebooks(self.store, self.library, &response.head.survey.id)?)
        };
        Ok(response_document(l, form, response, session.as_ref().map(|row| &row.session), class, &outgoing))
    }

    /// All sessions; those that responses of a survey come from when one is named.
    fn series(&mut self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let rows = self.store.sessions(false)?;
        let counts: Option<HashMap<_, _>> = match &order.survey {
            None => None,
            Some(survey) => {
                let summary = Summary::new(self.columns(survey)?, &order.filter)?;
                Some(summary.sessions.iter().map(|s| (s.session.id, s.submissions)).collect())
            }
        };
        let lines = rows.into_iter().filter_map(|row| {
            let submissions = match &counts {
                None => row.counts.submissions(),
                Some(counts) => *counts.get(&row.session.id)?,
            };
            Some(SeriesLine { session: row.session, submissions })
        });
        Ok(series_document(l, &lines.collect::<Vec<_>>(), class, Some(self.least), self.now))
    }

    fn ledger(&mut self) -> Result<&Ledger, PrintFault> {
        if self.ledger.is_none() {
            let (records, _) = self.store.records_about(About::Register(Ledger::KIND))?;
            self.ledger = Some(<Ledger as Register>::fold(records));
        }
        self.ledger.as_ref().ok_or(PrintFault::NoMeeting)
    }

    fn meeting(&self, order: &PrintOrder) -> Result<Meeting, PrintFault> {
        let id = match order.meeting {
            Some(id) => id,
            None => self.store.meetings()?.first().ok_or(PrintFault::NoMeeting)?.id,
        };
        self.folded(id)
    }

    fn folded(&self, id: MeetingId) -> Result<Meeting, PrintFault> {
        let (records, _) = self.store.records_about(About::Meeting(id))?;
        Meeting::fold(&records).ok_or(PrintFault::NoMeeting)
    }

    fn of_meeting(&mut self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let meeting = self.meeting(order)?;
        let drafting = &meeting.minutes;
        let session = self.store.session(meeting.opening.session)?;
        let (whole, status) = if let Some(version) = drafting.standing() {
            (version.minutes.as_ref().clone(), MinutesStatus::Final(version))
        } else {
            let session = session.as_ref().map(|row| &row.session);
            (Minutes::of(&meeting, self.ledger()?, session), MinutesStatus::of(drafting))
        };
        let minutes = if class == Class::Public { whole.public() } else { whole.clone() };
        Ok(match order.report {
            Report::Posting => posting_document(l, &whole, drafting.posting()),
            Report::SignInBlank => sheet_document(l, &whole, SheetForm::Blank),
            Report::SignInFilled => sheet_document(l, &whole, SheetForm::Filled),
            Report::Ballots => {
                let plan = BallotPlan { motion: order.motion.clone(), ..BallotPlan::default() };
                ballots_document(l, &whole, &plan)
            }
            Report::ResultSheet => result_sheet_document(l, &minutes, order.motion.as_ref()),
            _ => minutes_document(l, &minutes, status),
        })
    }

    fn fund(&mut self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let meeting = order.meeting.map(|id| self.folded(id)).transpose()?;
        let now = self.now;
        let title = meeting.as_ref().map(|meeting| meeting.opening.title.clone()).unwrap_or_default();
        let scope = order.meeting.map_or(Scope::All, Scope::Meeting);
        let round = meeting.as_ref().and_then(only_round);
        let sheet = FundSheet { title, scope, round, fund: None };
        Ok(fund_document(l, self.ledger()?, &sheet, class, now))
    }

    fn actions(&mut self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let now = self.now;
        let ledger = self.ledger()?;
        let actions = match order.meeting {
            Some(id) => ledger.actions(&Scope::Meeting(id)),
            None => ledger.open_actions(),
        };
        let actions: Vec<&Action> = actions.into_iter().map(|(_, action)| action).collect();
        Ok(actions_document(l, &actions, class, now))
    }
}

/// The round of pledges of a meeting that has one only: sums of several rounds have no one target.
fn only_round(meeting: &Meeting) -> Option<&PledgeRound> {
    let mut rounds = meeting.opening.agenda.all_items().filter_map(|item| match &item.kind {
        ItemKind::Pledge(round) => Some(round),
        _ => None,
    });
    rounds.next().filter(|_| rounds.next().is_none())
}

/// A question that is marked and that the order is about by name: a filter or groups by it tell of people as much as its
/// own answers do.
fn marked(columns: &Columns, order: &PrintOrder) -> Option<String> {
    let filtered = order.filter.answers.iter().map(|answer| &answer.question);
    let mut named = order.questions.iter().chain(&order.by).chain(filtered);
    named.find(|name| columns.asked(name).is_some() && columns.privacy(name) > Privacy::Open).cloned()
}

/// The survey with most responses, else the first at hand.
///
/// # Errors
/// As every read of the store.
pub fn usual_survey(store: &Store, library: &SurveyLibrary) -> Result<Option<String>, PrintFault> {
    let counts = store.survey_counts()?;
    let most = counts.into_iter().max_by_key(|(_, counts)| counts.submissions()).map(|(id, _)| id);
    Ok(most.or_else(|| library.all().next().map(|file| file.id().to_owned())))
}
