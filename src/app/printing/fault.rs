//! Why a report cannot be made.

use std::{io, path::PathBuf};

use crate::{
    domain::{record::StoreError, tally::FilterFault},
    locale::{Locale, clean_line, filter_fault, store_error},
    report::{PdfError, Report, XlsxFault, pdf_error},
    tr,
};

/// Why a report cannot be made.
#[derive(Debug)]
pub enum PrintFault {
    /// There is no edition of it for so wide a circle.
    NoEdition(Report),
    /// No survey has any responses, or none of that id is at hand.
    NoSurvey,
    /// The survey's file has faults, so that there is no form.
    BadSurvey,
    /// There is no meeting, or not that one.
    NoMeeting,
    /// There is no such response, or none was named.
    NoResponse,
    /// There is no round of visits, or not that one.
    NoRound,
    /// Nobody of this name goes anywhere in the round; who does.
    NoSurveyor(String, Vec<String>),
    /// There is no such matter, or none was named.
    NoMatter,
    /// The filter names what the survey never had.
    Filter(FilterFault),
    /// The question of this name is marked: it is not for everyone.
    Marked(String),
    /// The font file cannot be read.
    Font(PathBuf, io::Error),
    /// The pages cannot be set.
    Pdf(PdfError),
    /// The spreadsheet cannot be made.
    Xlsx(XlsxFault),
    /// The store failed.
    Store(StoreError),
}

impl PrintFault {
    /// What happened and what to do, in words.
    #[must_use]
    pub fn words(&self, l: &Locale) -> String {
        match self {
            Self::NoEdition(report) => tr!(l, "print-no-edition", report = report.name(l)),
            Self::NoSurvey => tr!(l, "print-no-survey"),
            Self::BadSurvey => tr!(l, "print-bad-survey"),
            Self::NoMeeting => tr!(l, "print-no-meeting"),
            Self::NoResponse => tr!(l, "print-no-response"),
            Self::Marked(name) => tr!(l, "print-marked", name = clean_line(name).into_owned()),
            Self::NoRound => tr!(l, "print-no-round"),
            Self::NoSurveyor(name, known) => {
                let (name, known) = (name.clone(), known.join(&tr!(l, "minutes-comma")));
                tr!(l, "print-no-surveyor", name = name, known = known)
            }
            Self::NoMatter => tr!(l, "print-no-matter"),
            Self::Font(path, error) => {
                let (path, why) = (path.display().to_string(), error.to_string());
                tr!(l, "print-bad-font", path = path, why = why)
            }
            Self::Pdf(error) => pdf_error(l, error),
            Self::Xlsx(XlsxFault::Full) => tr!(l, "export-xlsx-full"),
            Self::Xlsx(XlsxFault::File(error)) => tr!(l, "print-bad-sheet", why = error.to_string()),
            Self::Filter(fault) => filter_fault(l, fault),
            Self::Store(error) => store_error(l, error),
        }
    }
}

impl From<StoreError> for PrintFault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<FilterFault> for PrintFault {
    fn from(fault: FilterFault) -> Self {
        Self::Filter(fault)
    }
}
