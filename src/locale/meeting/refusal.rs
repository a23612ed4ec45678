//! Why a meeting does not do what it was asked: what is the matter, and what to do.

use crate::{
    domain::meeting::{
        Refusal,
        attendance::AttendanceRefusal,
        course::CourseRefusal,
        floor::FloorRefusal,
        minutes::MinutesRefusal,
        motion::MotionRefusal,
        rule::{Measure, Regime},
    },
    locale::{Locale, weight_words},
    tr,
};

/// The sentence of a refusal.
#[must_use]
pub fn meeting_refusal(locale: &Locale, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Closed => tr!(locale, "meeting-refusal-closed"),
        Refusal::Final => tr!(locale, "meeting-refusal-final"),
        Refusal::Attendance(refusal) => attendance(locale, refusal),
        Refusal::Course(refusal) => course(locale, refusal),
        Refusal::Floor(refusal) => floor(locale, *refusal),
        Refusal::Motion(refusal) => motion(locale, *refusal),
        Refusal::Minutes(refusal) => minutes(locale, *refusal),
    }
}

fn minutes(locale: &Locale, refusal: MinutesRefusal) -> String {
    match refusal {
        MinutesRefusal::NoItem => tr!(locale, "meeting-refusal-no-item"),
        MinutesRefusal::EndsEarly => tr!(locale, "meeting-refusal-ends-early"),
        MinutesRefusal::NotClosed => tr!(locale, "meeting-refusal-still-open"),
        MinutesRefusal::NotFinal => tr!(locale, "meeting-refusal-not-final"),
        MinutesRefusal::NoReason => tr!(locale, "meeting-refusal-no-reason"),
        MinutesRefusal::NotWhole => tr!(locale, "meeting-refusal-not-whole"),
    }
}

fn attendance(locale: &Locale, refusal: &AttendanceRefusal) -> String {
    match refusal {
        AttendanceRefusal::NotOnRoll => tr!(locale, "meeting-refusal-not-on-roll"),
        AttendanceRefusal::Unknown => tr!(locale, "meeting-refusal-unknown"),
        AttendanceRefusal::AlreadyThere => tr!(locale, "meeting-refusal-already-there"),
        AttendanceRefusal::NotThere => tr!(locale, "meeting-refusal-not-there"),
        AttendanceRefusal::NoName => tr!(locale, "meeting-refusal-no-name"),
        AttendanceRefusal::NotWritten => tr!(locale, "meeting-refusal-not-written"),
        AttendanceRefusal::PrincipalThere => tr!(locale, "meeting-refusal-principal-there"),
        AttendanceRefusal::TooManyPrincipals { limit } => {
            let limit = *limit;
            tr!(locale, "meeting-refusal-too-many-principals", limit = limit)
        }
        AttendanceRefusal::StaffBarred => tr!(locale, "meeting-refusal-staff-barred"),
        AttendanceRefusal::Oneself => tr!(locale, "meeting-refusal-oneself"),
        AttendanceRefusal::NoProxy => tr!(locale, "meeting-refusal-no-proxy"),
        AttendanceRefusal::NoCoOwners => tr!(locale, "meeting-refusal-no-co-owners"),
        AttendanceRefusal::Empty => tr!(locale, "meeting-refusal-empty"),
    }
}

fn course(locale: &Locale, refusal: &CourseRefusal) -> String {
    match refusal {
        CourseRefusal::NotStarted => tr!(locale, "meeting-refusal-not-started"),
        CourseRefusal::Started => tr!(locale, "meeting-refusal-started"),
        CourseRefusal::NotClosed => tr!(locale, "meeting-refusal-not-closed"),
        CourseRefusal::NoItem => tr!(locale, "meeting-refusal-no-item"),
        CourseRefusal::NoNext => tr!(locale, "meeting-refusal-no-next"),
        CourseRefusal::UnderWay => tr!(locale, "meeting-refusal-under-way"),
        CourseRefusal::Begun => tr!(locale, "meeting-refusal-begun"),
        CourseRefusal::Paused => tr!(locale, "meeting-refusal-paused"),
        CourseRefusal::NotPaused => tr!(locale, "meeting-refusal-not-paused"),
        CourseRefusal::VoteOpen => tr!(locale, "meeting-refusal-vote-open"),
        CourseRefusal::NoReason => tr!(locale, "meeting-refusal-no-reason"),
        CourseRefusal::CheckedIn => tr!(locale, "meeting-refusal-checked-in"),
        CourseRefusal::NoTitle => tr!(locale, "meeting-refusal-no-title"),
    }
}

fn floor(locale: &Locale, refusal: FloorRefusal) -> String {
    match refusal {
        FloorRefusal::NoItem => tr!(locale, "meeting-refusal-no-item-under-way"),
        FloorRefusal::NoName => tr!(locale, "meeting-refusal-no-speaker"),
        FloorRefusal::Waits => tr!(locale, "meeting-refusal-waits"),
        FloorRefusal::NoTurn => tr!(locale, "meeting-refusal-no-turn"),
        FloorRefusal::NobodyWaits => tr!(locale, "meeting-refusal-nobody-waits"),
        FloorRefusal::NobodySpeaks => tr!(locale, "meeting-refusal-nobody-speaks"),
        FloorRefusal::Empty => tr!(locale, "meeting-refusal-empty"),
        FloorRefusal::NoOpinion => tr!(locale, "meeting-refusal-no-opinion"),
    }
}

fn motion(locale: &Locale, refusal: MotionRefusal) -> String {
    match refusal {
        MotionRefusal::NoMotion => tr!(locale, "meeting-refusal-no-motion"),
        MotionRefusal::NoItem => tr!(locale, "meeting-refusal-no-item"),
        MotionRefusal::NoText => tr!(locale, "meeting-refusal-no-text"),
        MotionRefusal::NotSeconded => tr!(locale, "meeting-refusal-not-seconded"),
        MotionRefusal::OwnSecond => tr!(locale, "meeting-refusal-own-second"),
        MotionRefusal::NotStarted => tr!(locale, "meeting-refusal-not-started"),
        MotionRefusal::OtherOpen => tr!(locale, "meeting-refusal-other-open"),
        MotionRefusal::Open => tr!(locale, "meeting-refusal-open"),
        MotionRefusal::NotOpen => tr!(locale, "meeting-refusal-not-open"),
        MotionRefusal::Closed => tr!(locale, "meeting-refusal-vote-closed"),
        MotionRefusal::Withdrawn => tr!(locale, "meeting-refusal-withdrawn"),
        MotionRefusal::NeedsArea => tr!(locale, "meeting-refusal-needs-area"),
        MotionRefusal::OtherWay => tr!(locale, "meeting-refusal-other-way"),
        MotionRefusal::NotOnRoll => tr!(locale, "meeting-refusal-no-voter"),
        MotionRefusal::NoRoll => tr!(locale, "meeting-refusal-no-roll"),
        MotionRefusal::NotThere => tr!(locale, "meeting-refusal-not-there-then"),
        MotionRefusal::Disputed => tr!(locale, "meeting-refusal-disputed"),
        MotionRefusal::TooManyHands { hands, present } => {
            tr!(locale, "meeting-refusal-too-many-hands", hands = hands, present = present)
        }
        MotionRefusal::TooManyMarks { marks, found } => {
            tr!(locale, "meeting-refusal-too-many-marks", marks = marks, found = found)
        }
        MotionRefusal::TooManyPapers { found, given } => {
            tr!(locale, "meeting-refusal-too-many-papers", found = found, given = given)
        }
        MotionRefusal::MarksMissing { marks, found } => {
            tr!(locale, "meeting-refusal-marks-missing", marks = marks, found = found)
        }
        MotionRefusal::AreaMissing { number } => tr!(locale, "meeting-refusal-area-missing", number = number),
        MotionRefusal::TooMuchArea { counted, most } => {
            let area = |area| weight_words(locale, Regime::Unanimous, Measure::Area, area);
            let (counted, most) = (area(counted), area(most));
            tr!(locale, "meeting-refusal-too-much-area", counted = counted, most = most)
        }
        MotionRefusal::NoSuchLine => tr!(locale, "meeting-refusal-no-such-line"),
        MotionRefusal::NothingCounted => tr!(locale, "meeting-refusal-nothing-counted"),
        MotionRefusal::NoOutcome => tr!(locale, "meeting-refusal-no-outcome"),
        MotionRefusal::NoReason => tr!(locale, "meeting-refusal-no-reason"),
        MotionRefusal::NoName => tr!(locale, "meeting-refusal-no-mover"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{domain::Lang, locale::LANGUAGES};

    fn refusals() -> Vec<Refusal> {
        use AttendanceRefusal as A;
        use CourseRefusal as C;
        use FloorRefusal as F;
        use MinutesRefusal as N;
        use MotionRefusal as M;
        let attendance = [
            A::NotOnRoll,
            A::Unknown,
            A::AlreadyThere,
            A::NotThere,
            A::NoName,
            A::NotWritten,
            A::PrincipalThere,
            A::TooManyPrincipals { limit: 3 },
            A::StaffBarred,
            A::Oneself,
            A::NoProxy,
            A::NoCoOwners,
            A::Empty,
        ];
        let course = [
            C::NotStarted,
            C::Started,
            C::NotClosed,
            C::NoItem,
            C::NoNext,
            C::UnderWay,
            C::Begun,
            C::Paused,
            C::NotPaused,
            C::VoteOpen,
            C::NoReason,
            C::NoTitle,
            C::CheckedIn,
        ];
        let floor = [F::NoItem, F::NoName, F::Waits, F::NoTurn, F::NobodyWaits, F::NobodySpeaks, F::NoOpinion];
        let motion = [
            M::NoMotion,
            M::NoText,
            M::NotSeconded,
            M::OwnSecond,
            M::OtherOpen,
            M::Open,
            M::NotOpen,
            M::Closed,
            M::Withdrawn,
            M::NeedsArea,
            M::OtherWay,
            M::NotOnRoll,
            M::NoRoll,
            M::NotThere,
            M::Disputed,
            M::TooManyHands { hands: 31, present: 30 },
            M::TooManyMarks { marks: 31, found: 30 },
            M::TooManyPapers { found: 31, given: 30 },
            M::MarksMissing { marks: 30, found: 31 },
            M::AreaMissing { number: 2 },
            M::TooMuchArea { counted: 450_001, most: 450_000 },
            M::NoSuchLine,
            M::NothingCounted,
            M::NoOutcome,
            M::NoName,
        ];
        let minutes = [N::EndsEarly, N::NotClosed, N::NotFinal, N::NotWhole];
        let mut all = vec![Refusal::Closed, Refusal::Final];
        all.extend(minutes.map(Refusal::Minutes));
        all.extend(attendance.map(Refusal::Attendance));
        all.extend(course.map(Refusal::Course));
        all.extend(floor.map(Refusal::Floor));
        all.extend(motion.map(Refusal::Motion));
        all
    }

    #[test]
    fn every_refusal_has_a_sentence_of_its_own_in_both_languages() {
        for code in LANGUAGES {
            let locale = Locale::new(&Lang::new(code));
            let mut seen = BTreeSet::new();
            for refusal in refusals() {
                let said = meeting_refusal(&locale, &refusal);
                assert!(said.ends_with(['。', '.']), "{code}: {said}");
                assert!(seen.insert(said), "{code}: {refusal:?} says what another says");
            }
            let figures =
                meeting_refusal(&locale, &Refusal::Attendance(AttendanceRefusal::TooManyPrincipals { limit: 3 }));
            assert!(figures.contains('3'), "{figures}");
        }
    }
}
