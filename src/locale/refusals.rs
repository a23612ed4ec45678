//! Why a register of the community does not take a command, in the words of people.

use super::Locale;
use crate::{
    domain::{matter::MatterRefusal, place::PlaceRefusal, service::ServiceRefusal, visit::VisitRefusal},
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
