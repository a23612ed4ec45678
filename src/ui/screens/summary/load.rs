//! Getting the columns of a survey: at once when there are few responses, by the worker when there are many.

use std::sync::Arc;

use crate::{
    app::{self, Ctx, SystemIds, Task},
    domain::{record::StoreError, tally::Columns},
    import::SurveyLibrary,
    store::{OpenOptions, Store},
};

/// As many responses as are read before a key press is felt.
const AT_ONCE: u64 = 1000;

/// The columns, now or later.
pub(super) enum Loaded {
    /// Here.
    Now(Arc<Columns>),
    /// Being read, from a store that has at least so many records.
    Later(u64, Task<Result<Columns, StoreError>>),
}

/// Reads the columns of a survey, or what changed since they were read last; nothing when that failed, and a notice says why.
pub(super) fn load(survey: &str, ctx: &mut Ctx) -> Option<Loaded> {
    if let Some(columns) = ctx.tallied(survey, AT_ONCE) {
        return Some(Loaded::Now(columns));
    }
    let seen = ctx.read(Store::recorded)?;
    let responses = count(survey, ctx)?;
    if responses <= AT_ONCE {
        let columns = app::columns(&ctx.store, &ctx.library, survey);
        let columns = ctx.read(|_| columns)?;
        return Some(Loaded::Now(ctx.keep_tallied(survey, seen, columns)));
    }
    let (dir, survey, now) = (ctx.dir.clone(), survey.to_owned(), ctx.now());
    let task = ctx.worker.start(move |progress| {
        let options = OpenOptions { community: String::new(), ids: &mut SystemIds, now, page_limit: None };
        // This program holds the directory, so that the second opening of it only reads.
        let store = Store::open(&dir, options)?.into_store();
        progress.done(0, responses);
        app::columns_told(&store, &SurveyLibrary::load(&dir), &survey, |done| {
            if done % AT_ONCE == 0 {
                progress.done(done, responses);
            }
        })
    });
    Some(Loaded::Later(seen, task))
}

/// All responses of a survey, of every state.
fn count(survey: &str, ctx: &mut Ctx) -> Option<u64> {
    let counts = ctx.read(Store::survey_counts)?;
    let of = counts.iter().find(|(id, _)| id == survey).map(|(_, counts)| counts);
    Some(of.map_or(0, |c| c.submissions() + c.returned + c.deleted))
}
