//! The rules that need not be written out: those of the law, and the customs of a courtyard meeting.

use super::{Discussion, Fraction, Matter, Measure, Regime, Rule, Test, Threshold, Voices};
use crate::domain::Text;

const HALF: Fraction = Fraction { num: 1, den: 2 };
const TWO_THIRDS: Fraction = Fraction { num: 2, den: 3 };
const THREE_QUARTERS: Fraction = Fraction { num: 3, den: 4 };
const ALL: Fraction = Fraction { num: 1, den: 1 };
const NONE: Fraction = Fraction { num: 0, den: 1 };

impl Rule {
    /// A courtyard meeting or residents' council, by custom: no quorum; heads decide.
    #[must_use]
    pub fn discussion(discussion: Discussion) -> Self {
        let (part, threshold, whole) = match discussion {
            Discussion::Majority => (Voices::Consenting, Threshold::MoreThan(HALF), Voices::Participating),
            Discussion::TwoThirds => (Voices::Consenting, Threshold::AtLeast(TWO_THIRDS), Voices::Participating),
            Discussion::Consent => (Voices::Objecting, Threshold::AtMost(NONE), Voices::Present),
        };
        let approval = vec![Test { measure: Measure::Heads, part, threshold, whole }];
        Self::of(Regime::Discussion(discussion), Vec::new(), approval)
    }

    /// A residents' meeting (Organic Law of Urban Residents' Committees, art. 9-10): more than half of the entitled present,
    /// more than half of those present for it. Abstaining and not answering count as present.
    #[must_use]
    pub fn residents_meeting() -> Self {
        let threshold = Threshold::MoreThan(HALF);
        let test = |part, whole| vec![Test { measure: Measure::Heads, part, threshold, whole }];
        Self::of(
            Regime::ResidentsMeeting,
            test(Voices::Present, Voices::Entitled),
            test(Voices::Consenting, Voices::Present),
        )
    }

    /// Owners deciding together (Civil Code art. 278): at least two thirds of heads and of area take part; of these more than
    /// half consent, or at least three quarters in special matters.
    #[must_use]
    pub fn owners(matter: Matter) -> Self {
        let threshold = match matter {
            Matter::Ordinary => Threshold::MoreThan(HALF),
            Matter::Special => Threshold::AtLeast(THREE_QUARTERS),
        };
        Self::of(
            Regime::Owners(matter),
            both(Voices::Participating, Threshold::AtLeast(TWO_THIRDS), Voices::Entitled),
            both(Voices::Consenting, threshold, Voices::Participating),
        )
    }

    /// Everyone concerned (Civil Code art. 279): every head and all area on the roll consents.
    #[must_use]
    pub fn unanimous() -> Self {
        let approval = both(Voices::Consenting, Threshold::AtLeast(ALL), Voices::Entitled);
        Self::of(Regime::Unanimous, Vec::new(), approval)
    }

    fn of(regime: Regime, quorum: Vec<Test>, approval: Vec<Test>) -> Self {
        Self { regime, quorum, approval, citation: Text::default() }
    }
}

/// The same of heads and of area.
fn both(part: Voices, threshold: Threshold, whole: Voices) -> Vec<Test> {
    [Measure::Heads, Measure::Area].map(|measure| Test { measure, part, threshold, whole }).to_vec()
}
