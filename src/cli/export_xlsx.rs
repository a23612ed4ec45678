//! `export --format xlsx`: the responses as a spreadsheet, written as they are read, so that none stays in memory.

use std::path::Path;

use super::{CliFault, Desk};
use crate::{
    app,
    domain::{
        exchange::{Layout, Outgoing},
        tally::{Codebook, Filter, Summary},
    },
    import::SurveyLibrary,
    locale::{Locale, filter_fault},
    report::{ResponsesBook, XlsxFault},
    store::Store,
    tr,
};

/// How much was written.
pub(super) struct Written {
    /// Responses.
    pub(super) responses: u64,
    /// Texts too long for a cell.
    pub(super) cut: u64,
    /// Headings of what was left out.
    pub(super) left_out: Vec<String>,
}

/// Writes the spreadsheet of a survey to a file.
pub(super) fn write(
    desk: &Desk<'_>,
    store: &Store,
    library: &SurveyLibrary,
    (survey, versions, outgoing): (&str, &[Codebook], Outgoing),
    path: &Path,
) -> Result<Written, CliFault> {
    let locale = desk.locale;
    let fault = |fault: XlsxFault| told(locale, fault, path);
    let mut layout = Layout::outgoing(versions, outgoing, &[]);
    app::each_response(store, survey, |kept, _| layout.add_response(&kept.response.answers))
        .map_err(CliFault::Store)?;
    let mut book = ResponsesBook::begin(locale, &layout, versions).map_err(fault)?;
    let mut responses = 0;
    let mut stopped = None;
    app::each_response(store, survey, |kept, session| {
        if stopped.is_none() {
            stopped = book.response(&kept, session).err();
            responses += 1;
        }
    })
    .map_err(CliFault::Store)?;
    if let Some(stopped) = stopped {
        return Err(fault(stopped));
    }
    let columns = app::columns(store, library, survey).map_err(CliFault::Store)?;
    let summary = Summary::new(&columns, &Filter::default());
    let summary = summary.map_err(|wrong| CliFault::Usage(filter_fault(locale, &wrong)))?;
    book.counts(&summary).map_err(fault)?;
    book.codebook(versions).map_err(fault)?;
    let cut = book.save(path).map_err(fault)?;
    let left_out = layout.left_out().into_iter().map(str::to_owned).collect();
    Ok(Written { responses, cut, left_out })
}

fn told(locale: &Locale, fault: XlsxFault, path: &Path) -> CliFault {
    match fault {
        XlsxFault::Full => CliFault::Told(tr!(locale, "export-xlsx-full")),
        XlsxFault::File(error) => CliFault::File { path: path.to_path_buf(), error },
    }
}
