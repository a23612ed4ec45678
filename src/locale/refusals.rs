//! Why a register of the community does not take a command, in the words of people.

use super::{Locale, clean_line, date_time};
use crate::{
    domain::{
        matter::MatterRefusal,
        place::{Import, ImportKept, PlaceRefusal},
        service::ServiceRefusal,
        visit::VisitRefusal,
    },
    tr,
};

/// Why the roll does not take something.
#[must_use]
pub fn place_refusal(l: &Locale, refusal: &PlaceRefusal) -> String {
    match refusal {
        PlaceRefusal::Unknown => tr!(l, "place-unknown"),
        PlaceRefusal::Nameless => tr!(l, "place-nameless"),
        PlaceRefusal::DoorTaken { .. } => tr!(l, "place-door-taken"),
        PlaceRefusal::NoReason => tr!(l, "place-no-reason"),
    }
}

/// Why an import of households is not taken back.
#[must_use]
pub fn import_kept(l: &Locale, kept: &ImportKept) -> String {
    match kept {
        ImportKept::Nothing => tr!(l, "place-import-none"),
        ImportKept::Touched(at, n) => {
            let (at, n) = (date_time(*at), *n);
            tr!(l, "place-import-touched", at = at, n = n)
        }
        ImportKept::Visited(at, n) => {
            let (at, n) = (date_time(*at), *n);
            tr!(l, "place-import-visited", at = at, n = n)
        }
    }
}

/// What taking an import of households back does.
#[must_use]
pub fn import_words(l: &Locale, import: &Import) -> String {
    let (at, by) = (date_time(import.at), clean_line(&import.by).into_owned());
    let file = clean_line(&import.file).into_owned();
    let file = if file.is_empty() { tr!(l, "place-import-nameless") } else { file };
    let (new, changed) = (import.new.len(), import.changed.len());
    if by.is_empty() {
        return tr!(l, "place-import-of", file = file, at = at, new = new, changed = changed);
    }
    tr!(l, "place-import-of-by", file = file, by = by, at = at, new = new, changed = changed)
}

/// Why the rounds do not take something.
#[must_use]
pub fn visit_refusal(l: &Locale, refusal: &VisitRefusal) -> String {
    match refusal {
        VisitRefusal::Unknown => tr!(l, "visit-unknown"),
        VisitRefusal::Over => tr!(l, "visit-over"),
        VisitRefusal::Untitled => tr!(l, "visit-untitled"),
        VisitRefusal::NoDoors => tr!(l, "visit-no-doors"),
        VisitRefusal::NotInRound => tr!(l, "visit-not-in-round"),
        VisitRefusal::NoVisitor => tr!(l, "visit-no-visitor"),
    }
}

/// Why the matters do not take something.
#[must_use]
pub fn matter_refusal(l: &Locale, refusal: &MatterRefusal) -> String {
    match refusal {
        MatterRefusal::Unknown => tr!(l, "matter-unknown"),
        MatterRefusal::Exists => tr!(l, "matter-exists"),
        MatterRefusal::Untitled => tr!(l, "matter-untitled"),
        MatterRefusal::Merged => tr!(l, "matter-merged"),
        MatterRefusal::MergedIntoItself => tr!(l, "matter-merged-into-itself"),
        MatterRefusal::NoReason => tr!(l, "matter-no-reason"),
    }
}

/// Why the register of services does not take something.
#[must_use]
pub fn service_refusal(l: &Locale, refusal: &ServiceRefusal) -> String {
    match refusal {
        ServiceRefusal::Unknown => tr!(l, "service-unknown"),
        ServiceRefusal::Nameless => tr!(l, "service-nameless"),
        ServiceRefusal::NoInterval => tr!(l, "service-no-interval"),
        ServiceRefusal::NoReason => tr!(l, "service-no-reason"),
    }
}
