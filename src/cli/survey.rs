//! The survey somebody named on the command line.

use std::path::Path;

use super::CliFault;
use crate::{
    domain::{near, survey::Form},
    import::{SurveyFile, SurveyLibrary},
    locale::{Locale, printed},
    tr,
};

/// The survey of that id, shipped or in the folder `surveys` of the data directory; or the file of that path.
///
/// # Errors
/// When there is none, or the file cannot be read.
pub(super) fn named(given: &str, data: Option<&Path>, locale: &Locale) -> Result<SurveyFile, CliFault> {
    let path = Path::new(given);
    if path.is_file() || path.extension().is_some_and(|e| e == "ron") {
        return SurveyFile::open(path).map_err(|error| CliFault::File { path: path.to_path_buf(), error });
    }
    let library = data.map_or_else(SurveyLibrary::shipped, SurveyLibrary::load);
    let ids: Vec<String> = library.all().map(|s| s.id().to_owned()).collect();
    library.take(given).ok_or_else(|| {
        CliFault::Usage(match near(given, ids.iter().map(String::as_str)) {
            Some(near) => tr!(locale, "survey-none-near", name = given, near = near),
            None => tr!(locale, "survey-none", name = given, known = ids.join(", ")),
        })
    })
}

/// The compiled survey; when it has none, its problems go to stderr.
///
/// # Errors
/// [`CliFault::Found`] when the file has an error.
pub(super) fn form<'f>(file: &'f SurveyFile, locale: &Locale) -> Result<&'f std::sync::Arc<Form>, CliFault> {
    file.form().ok_or_else(|| {
        for problem in file.problems() {
            eprintln!("{}\n", printed(locale, &file.source, problem));
        }
        CliFault::Found
    })
}
