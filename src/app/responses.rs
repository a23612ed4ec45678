//! The responses of a survey out of the store: as columns to tally, and whole to export.

use std::collections::HashMap;

use crate::{
    domain::{
        ResponseId,
        exchange::{Archive, KeptResponse, KeptSurvey},
        record::StoreError,
        session::Session,
        survey::{Response, ResponseState},
        tally::{Codebook, Columns},
    },
    import::SurveyLibrary,
    store::{ResponseFilter, Store},
};

/// The versions of a survey: those the store has kept, oldest first, and the one at hand if it is another. A text that is
/// no survey any more is left out; its responses are tallied all the same.
///
/// # Errors
/// As every read of the store.
pub fn codebooks(store: &Store, library: &SurveyLibrary, survey: &str) -> Result<Vec<Codebook>, StoreError> {
    let sources = store.survey_sources(survey)?;
    let mut versions: Vec<_> = sources.iter().filter_map(|s| Codebook::of_text(&s.source, &s.files, &s.hash)).collect();
    if let Some(file) = library.find(survey)
        && sources.iter().all(|s| s.hash != file.reference().hash)
    {
        versions.extend(Codebook::of_text(&file.source.text, file.files(), &file.reference().hash));
    }
    Ok(versions)
}

/// All responses of a survey as columns, of every state. Filters choose among them.
///
/// # Errors
/// As every read of the store.
pub fn columns(store: &Store, library: &SurveyLibrary, survey: &str) -> Result<Columns, StoreError> {
    columns_told(store, library, survey, |_| ())
}

/// The same, telling after each response how many were read so far.
///
/// # Errors
/// As every read of the store.
pub fn columns_told(
    store: &Store,
    library: &SurveyLibrary,
    survey: &str,
    mut told: impl FnMut(u64),
) -> Result<Columns, StoreError> {
    let mut columns = Columns::default();
    for codebook in codebooks(store, library, survey)? {
        columns.add_version(&codebook);
    }
    for row in store.sessions(true)? {
        columns.set_session(&row.session);
    }
    let states = vec![ResponseState::Final, ResponseState::Returned, ResponseState::Approved, ResponseState::Deleted];
    let filter = ResponseFilter { survey: Some(survey.to_owned()), states, ..ResponseFilter::default() };
    let mut read = 0;
    store.feed(&filter, |submission| {
        columns.push(&submission.head, submission.state, &submission.answers);
        read += 1;
        told(read);
    })?;
    Ok(columns)
}

/// Brings columns up to date that were read when the store had `seen` records, and says how many it has now; nothing when
/// they are to be read anew, because the survey has another text. Costs what changed costs.
///
/// # Errors
/// As every read of the store.
pub fn catch_up(columns: &mut Columns, store: &Store, survey: &str, seen: u64) -> Result<Option<u64>, StoreError> {
    let now = store.recorded()?;
    let changed = store.changed_since(survey, seen, |submission| {
        columns.push(&submission.head, submission.state, &submission.answers);
    })?;
    for response in changed.gone {
        columns.remove(response);
    }
    if changed.sessions {
        for row in store.sessions(true)? {
            columns.set_session(&row.session);
        }
    }
    Ok((!changed.survey).then_some(now))
}

/// The responses of a survey that are not deleted, with the sessions and survey texts they name. How the answers came
/// about stays in the log, see [`with_trails`].
///
/// # Errors
/// As every read of the store.
pub fn archive(store: &Store, survey: &str) -> Result<Archive, StoreError> {
    let mut archive = Archive { survey: survey.to_owned(), ..Archive::default() };
    for kept in store.survey_sources(survey)? {
        let (version, hash, source, files) = (kept.version, kept.hash, kept.source, kept.files);
        archive.versions.push(KeptSurvey { version, hash, source, files });
    }
    each_response(store, survey, |kept, session| {
        if let Some(session) = session
            && !archive.sessions.iter().any(|s| s.id == session.id)
        {
            archive.sessions.push(session.clone());
        }
        archive.responses.push(kept);
    })?;
    Ok(archive)
}

/// Hands each response of a survey that is not deleted to `each`, oldest first, with its session; none is kept.
///
/// # Errors
/// As every read of the store.
pub fn each_response(
    store: &Store,
    survey: &str,
    mut each: impl FnMut(KeptResponse, Option<&Session>),
) -> Result<(), StoreError> {
    let filter = ResponseFilter { survey: Some(survey.to_owned()), ..ResponseFilter::default() };
    store.feed(&filter, |submission| {
        let response = Response {
            head: submission.head,
            finished: submission.submitted,
            name: submission.name,
            answers: submission.answers,
            audit: Vec::new(),
        };
        // The reason of a deletion is not there: deleted ones are left out.
        each(KeptResponse { state: submission.state, comment: submission.comment, response }, submission.session);
    })
}

/// How the answers of an archive came about, put beside them. Each response also comes back whole, as its last revision
/// stands in the log.
///
/// # Errors
/// As every read of the store.
pub fn with_trails(store: &Store, archive: &mut Archive) -> Result<HashMap<ResponseId, Response>, StoreError> {
    let filter = ResponseFilter { survey: Some(archive.survey.clone()), ..ResponseFilter::default() };
    let standing = store.standing(&filter)?;
    for kept in &mut archive.responses {
        if let Some(whole) = standing.get(&kept.response.head.id) {
            kept.response.audit.clone_from(&whole.audit);
        }
    }
    Ok(standing)
}
