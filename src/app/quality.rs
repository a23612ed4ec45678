//! What an organiser should look at twice in a round: read from the store in one go, away from the screen.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
    sync::Arc,
};

use chrono::{DateTime, FixedOffset};

use super::{Ctx, SystemIds, Task};
use crate::{
    domain::{
        ResponseId, RoundId,
        record::{Register, StoreError},
        survey::{Door, Form, Response},
        visit::{
            Disposition, Rounds, Stage, disposition_of,
            quality::{BackCheck, Pace, Questions, Repeated, SameRun, Slow, back_check, paces, repeated, same_runs},
        },
    },
    import::SurveyFile,
    store::{About, OpenOptions, ResponseFilter, Store},
};

/// What a response is known by on a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Where it was given.
    pub door: Door,
    /// Who typed it.
    pub surveyor: String,
    /// When it was finished.
    pub finished: DateTime<FixedOffset>,
}

/// What was found in the responses of a round's survey.
#[derive(Debug, Default)]
pub struct Quality {
    /// How many responses were looked at.
    pub responses: usize,
    /// How long each surveyor usually takes.
    pub paces: Vec<Pace>,
    /// What took much less or much more.
    pub slow: Vec<Slow>,
    /// Runs of equal answers.
    pub same: Vec<SameRun>,
    /// Doors that answered more than once.
    pub repeated: Vec<Repeated>,
    /// What the back-check heard; without a back-check it is empty.
    pub check: BackCheck,
    /// What is known of the responses found.
    pub named: HashMap<ResponseId, Named>,
    /// The survey's newest text among the responses, to word questions and answers with.
    pub form: Option<Arc<Form>>,
}

/// Looks at the responses of a round's survey. The back-check is the round itself when it is one, else the newest made of it.
///
/// # Errors
/// As every read of the store.
pub fn quality(store: &Store, round: RoundId) -> Result<Quality, StoreError> {
    let rounds = Rounds::fold(store.records_about(About::Register(Rounds::KIND))?.0);
    let Some(plan) = rounds.round(round).map(|round| &round.plan) else { return Ok(Quality::default()) };
    let filter = ResponseFilter { survey: Some(plan.survey.clone()), ..ResponseFilter::default() };
    let standing = store.standing(&filter)?;
    let (mut forms, mut questions) = (HashMap::new(), HashMap::new());
    for source in store.survey_sources(&plan.survey)? {
        let hash = source.hash.clone();
        if let Some(form) = SurveyFile::kept(source).form() {
            questions.insert(hash.clone(), Questions::of(form));
            forms.insert(hash, Arc::clone(form));
        }
    }
    let check = match plan.checks {
        Some(_) => Some(round),
        None => rounds.rounds().filter(|(_, other)| other.plan.checks == Some(round)).map(|(id, _)| id).last(),
    };
    let checked = check.map(|id| back_check(&rounds, id, &standing, &questions)).unwrap_or_default();
    // Where nobody was asked anything there is nothing to look at twice.
    let asked = |response: &Response| {
        let form: Option<&Arc<Form>> = forms.get(&response.head.survey.hash);
        form.is_none_or(|form| matches!(disposition_of(form, response), Disposition::Done { .. }))
    };
    let mut responses: Vec<Response> = standing.into_values().filter(asked).collect();
    responses.sort_by_key(|response| (response.finished, response.head.id));
    let (paces, slow) = paces(&responses);
    let same = same_runs(&responses, &questions);
    let repeated = repeated(&responses, &answered_again(&rounds));
    let newest = responses.last().and_then(|response| forms.get(&response.head.survey.hash)).cloned();
    let named = responses.iter().map(|response| {
        let (door, surveyor) = (response.head.door.clone(), response.head.surveyor.clone());
        (response.head.id, Named { door, surveyor, finished: response.finished })
    });
    Ok(Quality {
        responses: responses.len(),
        named: named.collect(),
        paces,
        slow,
        same,
        repeated,
        check: checked,
        form: newest,
    })
}

/// The responses given at back-checks.
fn answered_again(rounds: &Rounds) -> HashSet<ResponseId> {
    let checks = rounds.rounds().filter(|(_, round)| round.plan.checks.is_some());
    let doors = checks.flat_map(|(id, round)| round.plan.doors.iter().map(move |door| (id, *door)));
    doors
        .filter_map(|(id, door)| match rounds.at_door(id, door).stage {
            Stage::Done { response } => response,
            _ => None,
        })
        .collect()
}

impl Ctx {
    /// Looks at the responses of a round's survey in the background.
    pub fn look_at_quality(&mut self, round: RoundId) -> Task<Result<Quality, StoreError>> {
        let (dir, now) = (self.dir.clone(), self.now());
        self.worker.start(move |_| read(&dir, now, round))
    }
}

fn read(dir: &Path, now: DateTime<FixedOffset>, round: RoundId) -> Result<Quality, StoreError> {
    let options = OpenOptions { community: String::new(), ids: &mut SystemIds, now, page_limit: None };
    // This program holds the directory, so that the second opening of it only reads.
    quality(&Store::open(dir, options)?.into_store(), round)
}
