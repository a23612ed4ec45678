//! Why a file is no table of households, as a sentence.

use crate::{import::HouseholdFileFault, locale::Locale, tr};

/// What is wrong with the file of this name, and what to do.
#[must_use]
pub fn household_file_fault(l: &Locale, file: &str, fault: &HouseholdFileFault) -> String {
    let file = file.to_owned();
    match fault {
        HouseholdFileFault::Io(error) => tr!(l, "households-file-io", file = file, why = error.to_string()),
        HouseholdFileFault::Encoding => tr!(l, "households-file-encoding", file = file),
        HouseholdFileFault::OldWorkbook => tr!(l, "households-file-old", file = file),
        HouseholdFileFault::Workbook(why) => tr!(l, "households-file-workbook", file = file, why = why.clone()),
        HouseholdFileFault::TooLarge => tr!(l, "households-file-large", file = file),
        HouseholdFileFault::Empty => tr!(l, "households-file-empty", file = file),
    }
}
