//! What is on view as files to take along: text to read, a table for a spreadsheet.

use super::{conditions, sheet::Sheet};
use crate::{
    app::{Ctx, Level, keep_report},
    domain::tally::{Axis, ColumnId},
    report::{csv_text, sections, tally_csv, tally_text},
    tr,
};

/// The summary, or one question of it, or one by groups, as text to read.
pub(super) fn text(sheet: &Sheet, question: Option<ColumnId>, by: Option<Axis>, ctx: &Ctx) -> String {
    let l = &ctx.locale;
    let chosen: Vec<ColumnId> = question.into_iter().collect();
    let text = tally_text(l, &sheet.columns, &sheet.summary, &sections(&sheet.columns, &sheet.summary, &chosen, by));
    let filter = conditions::words(&sheet.summary.filter, sheet, ctx);
    if filter.is_empty() { text } else { format!("{} {filter}\n{text}", tr!(l, "summary-filter")) }
}

/// Writes the summary, or one question of it, or one by groups, into the data directory; a notice says where.
pub(super) fn save(sheet: &Sheet, survey: &str, question: Option<ColumnId>, by: Option<Axis>, ctx: &mut Ctx) {
    let l = &ctx.locale;
    let chosen: Vec<ColumnId> = question.into_iter().collect();
    let sections = sections(&sheet.columns, &sheet.summary, &chosen, by);
    let text = text(sheet, question, by, ctx);
    let rows = tally_csv(l, &sheet.columns, &sections);
    // A survey's id is no path, whatever its author wrote.
    let plain = survey.replace(|c: char| !c.is_alphanumeric() && c != '-', "_");
    let name = format!("{plain}-{}", ctx.now().format("%Y%m%d-%H%M%S"));
    let files = [("txt", text.into_bytes()), ("csv", csv_text(&rows, true))];
    match keep_report(&ctx.dir, &name, &files) {
        Ok(path) => {
            // The folder comes last: it is what a narrow window cuts.
            let folder = path.parent().unwrap_or(&ctx.dir).display().to_string();
            ctx.notice(Level::Done, |l| tr!(l, "summary-saved", name = name, folder = folder));
        }
        Err(error) => {
            tracing::error!(%error, "summary");
            let (dir, why) = (ctx.dir.display().to_string(), error.to_string());
            ctx.notice(Level::Error, |l| tr!(l, "summary-not-saved", dir = dir, why = why));
        }
    }
}
