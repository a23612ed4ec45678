//! What is on view as files to take along.

use crate::{
    app::{Ctx, Level, keep_report},
    report::{Document, document_markdown, document_text},
    tr,
};

/// Columns of a line in a file.
const PAGE: usize = 80;

/// Writes a document into the data directory, as text and as Markdown; a notice says where.
pub(super) fn save(document: &Document, title: &str, ctx: &mut Ctx) {
    // A title is no path, whatever somebody called the meeting.
    let plain: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).take(40).collect();
    let name = format!("{plain}-{}", ctx.now().format("%Y%m%d-%H%M%S"));
    let files = [("txt", document_text(document, PAGE).into_bytes()), ("md", document_markdown(document).into_bytes())];
    match keep_report(&ctx.dir, &name, &files) {
        Ok(path) => {
            let path = path.display().to_string();
            ctx.notice(Level::Done, |l| tr!(l, "minutes-saved", path = path));
        }
        Err(error) => {
            tracing::error!(%error, "minutes");
            let (dir, why) = (ctx.dir.display().to_string(), error.to_string());
            ctx.notice(Level::Error, |l| tr!(l, "minutes-not-saved", dir = dir, why = why));
        }
    }
}
