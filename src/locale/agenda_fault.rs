//! What is wrong with an agenda, as sentences.

use super::{
    Locale, money,
    problem::{Told, quote},
};
use crate::{
    domain::meeting::agenda::{AgendaFault, Amount, FractionFault, Named, Unfit, Vocabulary},
    tr,
};

/// A fault of an agenda in words.
pub(super) fn told(l: &Locale, fault: &AgendaFault) -> Told {
    match fault {
        AgendaFault::UnknownWord { which, word, near, known } => {
            Told::new(unknown(l, *which, quote(word))).near(near.as_deref()).expected(known.join(", "))
        }
        AgendaFault::TakenName { named, name, first } => {
            let name = quote(name);
            let what = match named {
                Named::Item => tr!(l, "fault-agenda-item-twice", name = name),
                Named::Motion => tr!(l, "fault-agenda-motion-twice", name = name),
                Named::Part => tr!(l, "fault-agenda-part-twice", name = name),
            };
            Told::new(what).also(*first, tr!(l, "fault-first-here"))
        }
        AgendaFault::BadAmount { amount, value } => bad_amount(l, *amount, quote(value)),
        AgendaFault::BadFraction { value, why } => bad_fraction(l, quote(value), *why),
        AgendaFault::SameVoices => Told::new(tr!(l, "fault-agenda-same-voices")),
        AgendaFault::NoItems => Told::new(tr!(l, "fault-agenda-no-items")),
        AgendaFault::NoMotions => Told::new(tr!(l, "fault-agenda-no-motions")),
        AgendaFault::NoParts => Told::new(tr!(l, "fault-agenda-no-parts")),
        AgendaFault::FewOptions => Told::new(tr!(l, "fault-agenda-few-options")),
        AgendaFault::NestedItems => Told::new(tr!(l, "fault-agenda-nested-items")),
        AgendaFault::NoMinutes => Told::new(tr!(l, "fault-agenda-no-minutes")).expected("minutes: 10"),
        AgendaFault::UnknownSurvey { survey, near } => {
            Told::new(tr!(l, "fault-agenda-unknown-survey", survey = quote(survey))).near(near.as_deref())
        }
        AgendaFault::WayUnfit { way, why, fit } => {
            let way = (*way).to_owned();
            let what = match why {
                Unfit::Area => tr!(l, "fault-agenda-way-area", way = way),
                Unfit::Statute => tr!(l, "fault-agenda-way-statute", way = way),
                Unfit::Counted => tr!(l, "fault-agenda-way-counted", way = way),
            };
            Told::new(what).expected(fit.join(", "))
        }
        AgendaFault::MatchOrder => Told::new(tr!(l, "fault-agenda-match-order")),
        AgendaFault::OverAllocated { by } => Told::new(tr!(l, "fault-agenda-over-allocated", by = money(l, *by))),
        AgendaFault::NoRoll => Told::new(tr!(l, "fault-agenda-no-roll")).expected("roll: \"roll.csv\", roll: Later"),
        AgendaFault::ShortNotice { days } => {
            Told::new(tr!(l, "fault-agenda-short-notice", days = days.to_string())).expected("15")
        }
        AgendaFault::NoCitation => Told::new(tr!(l, "fault-agenda-no-citation")).expected("citation: \"..\""),
    }
}

fn unknown(l: &Locale, which: Vocabulary, word: String) -> String {
    match which {
        Vocabulary::Item => tr!(l, "fault-agenda-unknown-item", word = word),
        Vocabulary::Session => tr!(l, "fault-agenda-unknown-session", word = word),
        Vocabulary::Rule => tr!(l, "fault-agenda-unknown-rule", word = word),
        Vocabulary::Matter => tr!(l, "fault-agenda-unknown-matter", word = word),
        Vocabulary::Test => tr!(l, "fault-agenda-unknown-test", word = word),
        Vocabulary::Measure => tr!(l, "fault-agenda-unknown-measure", word = word),
        Vocabulary::Voices => tr!(l, "fault-agenda-unknown-voices", word = word),
        Vocabulary::Way => tr!(l, "fault-agenda-unknown-way", word = word),
        Vocabulary::Taking => tr!(l, "fault-agenda-unknown-taking", word = word),
        Vocabulary::Silent => tr!(l, "fault-agenda-unknown-silent", word = word),
        Vocabulary::Base => tr!(l, "fault-agenda-unknown-base", word = word),
        Vocabulary::Voter => tr!(l, "fault-agenda-unknown-voter", word = word),
    }
}

/// One of the words that name this, as it is written in a file.
pub(super) fn example(which: Vocabulary) -> &'static str {
    match which {
        Vocabulary::Item => "Discuss",
        Vocabulary::Session => "CourtyardMeeting, CommunityChat, NeighboursDialogue, MicroRenewal, Other",
        Vocabulary::Rule => "Discussion",
        Vocabulary::Matter => "Majority, TwoThirds, Consent, Ordinary, Special",
        Vocabulary::Test => "MoreThan, AtLeast, AtMost",
        Vocabulary::Measure => "Heads, Area, Ballots",
        Vocabulary::Voices => "Consenting, Objecting, Participating, Valid, Present, Entitled",
        Vocabulary::Way => "RollCall",
        Vocabulary::Taking => "TakesPart, DoesNotTakePart",
        Vocabulary::Silent => "NotTaking, JoinMajority(citation: \"..\")",
        Vocabulary::Base => "Received, Pledged",
        Vocabulary::Voter => "Owner, Developer, Resident",
    }
}

fn bad_amount(l: &Locale, amount: Amount, value: String) -> Told {
    match amount {
        Amount::Money => Told::new(tr!(l, "fault-agenda-bad-money", value = value)).expected("\"60000\", \"1280.50\""),
        Amount::Ratio => {
            Told::new(tr!(l, "fault-agenda-bad-ratio", value = value)).expected("\"3\", \"2.5\", \"10/3\"")
        }
        Amount::Duration => Told::new(tr!(l, "fault-agenda-bad-duration", value = value)).expected("\"3:00\""),
        Amount::Count => Told::new(tr!(l, "fault-agenda-bad-count", value = value)).expected("0, 1, 2, .."),
        Amount::Some => Told::new(tr!(l, "fault-agenda-bad-count", value = value)).expected("1, 2, 3, .."),
        Amount::Id => Told::new(tr!(l, "fault-agenda-bad-id", value = value)),
        Amount::Door => Told::new(tr!(l, "fault-agenda-bad-door", value = value)).expected("\"1-1-101\""),
    }
}

fn bad_fraction(l: &Locale, value: String, why: FractionFault) -> Told {
    let what = match why {
        FractionFault::Notation => tr!(l, "fault-agenda-fraction-notation", value = value),
        FractionFault::ByZero => tr!(l, "fault-agenda-fraction-by-zero", value = value),
        FractionFault::Zero => tr!(l, "fault-agenda-fraction-zero", value = value),
        FractionFault::OverOne => tr!(l, "fault-agenda-fraction-over-one", value = value),
        FractionFault::MoreThanAll => tr!(l, "fault-agenda-fraction-more-than-all"),
    };
    Told::new(what).expected("\"1/2\", \"2/3\", \"3/4\"")
}
