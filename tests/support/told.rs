//! What a directory tells of the story: the figures that the demo and the journey by keys must both end with.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use babahui::{
    app::MattersRead,
    domain::{
        matter::{Step, SuggestionKey, text_at},
        meeting::{
            Meeting,
            ledger::{ActionState, Scope},
            rule::Outcome,
        },
        place::Roll,
        record::Register,
        session::SessionKind,
        visit::{Coverage, Rounds},
    },
    store::About,
};

use crate::support;

/// The figures of the story.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// Households on the roll, and doors of the first round that were answered.
    pub doors: (usize, usize),
    /// Gatherings by kind.
    pub gatherings: BTreeMap<&'static str, usize>,
    /// Submissions of the intake, and of how many gatherings they are.
    pub submissions: (usize, usize),
    /// Households that said something in their own words, and how many of these nobody has coded.
    pub suggestions: (usize, usize),
    /// Matters that five households or more raised.
    pub raised_by_many: usize,
    /// Motions carried at the meeting that carried most.
    pub carried: usize,
    /// Yuan that residents pledged and paid, and that were granted on top.
    pub yuan: (i64, i64, i64),
    /// Whether an action was done and looked at.
    pub checked: bool,
    /// Whether residents were asked again, and a matter was checked.
    pub asked_again: (bool, bool),
}

/// The figures as the story has them.
pub fn story() -> Told {
    Told {
        doors: (144, 135),
        gatherings: [("courtyard", 4), ("chat", 3), ("dialogue", 3), ("renewal", 2)].into(),
        submissions: (135, 12),
        suggestions: (135, 0),
        raised_by_many: 6,
        carried: 7,
        yuan: (40_000, 40_000, 200_000),
        checked: true,
        asked_again: (true, true),
    }
}

/// The figures a directory tells.
pub fn told(dir: &Path) -> Told {
    let ctx = support::ctx(dir, "zh-CN");
    let store = &ctx.store;
    let read = MattersRead::new(store, &ctx.library).unwrap();
    let facts = read.facts();

    let rounds = Rounds::fold(store.records_about(About::Register(Rounds::KIND)).unwrap().0);
    let roll = Roll::fold(store.records_about(About::Register(Roll::KIND)).unwrap().0);
    let round = rounds.rounds().next().unwrap().0;
    let answered = Coverage::of(&rounds, round, &roll, ctx.now()).all.done();

    let mut gatherings = BTreeMap::new();
    for row in store.sessions(false).unwrap() {
        let kind = match row.session.kind {
            SessionKind::CourtyardMeeting => "courtyard",
            SessionKind::CommunityChat => "chat",
            SessionKind::NeighboursDialogue => "dialogue",
            SessionKind::MicroRenewal => "renewal",
            _ => continue,
        };
        *gatherings.entry(kind).or_default() += 1;
    }

    let (mut submissions, mut of_sessions, mut said, mut uncoded) = (0, BTreeSet::new(), 0, 0);
    let each = |submission: babahui::store::Submission<'_>| {
        submissions += 1;
        of_sessions.extend(submission.head.session);
        if text_at(&submission.answers, "remarks").is_some() {
            said += 1;
            let coding = read.matters.coding(&SuggestionKey::new(submission.head.id, "remarks"));
            uncoded += usize::from(coding.is_none_or(|coding| coding.code.is_none()));
        }
    };
    store.submissions("courtyard-intake", each).unwrap();

    let carried = |meeting: Meeting| {
        meeting.motions.all().iter().filter(|motion| motion.outcome() == Some(Outcome::Carried)).count()
    };
    let meetings = store.meetings().unwrap().into_iter();
    let folded = meetings.filter_map(|row| Meeting::fold(&store.records_about(About::Meeting(row.id)).unwrap().0));

    let totals = read.ledger.totals(&Scope::All);
    let mut matters = read.matters.matters();
    Told {
        doors: (roll.households().count(), answered),
        gatherings,
        submissions: (submissions, of_sessions.len()),
        suggestions: (said, uncoded),
        raised_by_many: read.matters.matters().filter(|(id, _)| facts.households(*id).0 >= 5).count(),
        carried: folded.map(carried).max().unwrap(),
        yuan: (totals.own.pledged / 100, totals.own.received / 100, totals.granted / 100),
        checked: read.ledger.actions(&Scope::All).iter().any(|(_, a)| matches!(a.state, ActionState::Checked { .. })),
        asked_again: (!facts.scores.is_empty(), matters.any(|(id, _)| facts.step(id) == Step::Checked)),
    }
}
