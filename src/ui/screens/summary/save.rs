//! What is on view as files to take along: text to read, a table for a spreadsheet.

use super::{conditions, sheet::Sheet};
use crate::{
    app::{Ctx, Level, keep_report},
    domain::{
        Privacy,
        record::{Body, Printed},
        tally::{Axis, ColumnId},
    },
    report::{Section, csv_text, sections, tally_csv, tally_text},
    tr,
};

/// The summary, or one question of it, or one by groups, as text to read.
pub(super) fn text(sheet: &Sheet, question: Option<ColumnId>, by: Option<Axis>, ctx: &Ctx) -> String {
    let chosen: Vec<ColumnId> = question.into_iter().collect();
    text_of(sheet, &sections(&sheet.columns, &sheet.summary, &chosen, by), ctx)
}

fn text_of(sheet: &Sheet, sections: &[Section], ctx: &Ctx) -> String {
    let l = &ctx.locale;
    let text = tally_text(l, &sheet.columns, &sheet.summary, sections);
    let filter = conditions::words(&sheet.summary.filter, sheet, ctx);
    if filter.is_empty() { text } else { format!("{} {filter}\n{text}", tr!(l, "summary-filter")) }
}

/// Writes the summary, or one question of it, or one by groups, into the data directory; a notice says where. Questions
/// that are marked leave only when one asks for them by being at one, which is put on record.
pub(super) fn save(sheet: &Sheet, survey: &str, question: Option<ColumnId>, by: Option<Axis>, ctx: &mut Ctx) {
    let chosen: Vec<ColumnId> = question.into_iter().collect();
    let mut sections = sections(&sheet.columns, &sheet.summary, &chosen, by);
    let is_marked = |section: &Section| sheet.columns.privacy(&section.total().name) > Privacy::Open;
    let all = sections.len();
    if question.is_none() {
        sections.retain(|section| !is_marked(section));
    }
    let left_out = all - sections.len();
    let marked: Vec<&str> =
        sections.iter().filter(|section| is_marked(section)).map(|section| section.total().name.as_str()).collect();
    if !marked.is_empty() {
        let printed = Printed::new(Printed::EXPORT, &marked.join(" "), "csv", survey);
        if ctx.write(|store, stamp| store.append_events(vec![Body::Printed(printed)], stamp)).is_none() {
            return;
        }
    }
    let l = &ctx.locale;
    let text = text_of(sheet, &sections, ctx);
    let rows = tally_csv(l, &sheet.columns, &sections);
    // A survey's id is no path, whatever its author wrote.
    let plain = survey.replace(|c: char| !c.is_alphanumeric() && c != '-', "_");
    let name = format!("{plain}-{}", ctx.now().format("%Y%m%d-%H%M%S"));
    let files = [("txt", text.into_bytes()), ("csv", csv_text(&rows, true))];
    match keep_report(&ctx.dir, &name, &files) {
        Ok(path) => {
            // The folder comes last: it is what a narrow window cuts.
            let folder = path.parent().unwrap_or(&ctx.dir).display().to_string();
            ctx.notice(Level::Done, |l| match left_out {
                0 => tr!(l, "summary-saved", name = name, folder = folder),
                count => tr!(l, "summary-saved-without", count = count, name = name, folder = folder),
            });
        }
        Err(error) => {
            tracing::error!(%error, "summary");
            let (dir, why) = (ctx.dir.display().to_string(), error.to_string());
            ctx.notice(Level::Error, |l| tr!(l, "summary-not-saved", dir = dir, why = why));
        }
    }
}
