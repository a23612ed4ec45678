//! The neighbourhood of the demo: its people, the round from door to door, and what became of the suggestions.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;

use babahui::{
    app::demo,
    domain::{
        SeededIds,
        matter::{Link, Matters, Programme},
        place::{Level, MustVisit, Roll},
        record::Register,
        service::Services,
        visit::{Disposition, Rounds},
    },
    store::{About, OpenOptions, Store},
};
use chrono::{DateTime, FixedOffset};

struct Town {
    roll: Roll,
    rounds: Rounds,
    matters: Matters,
    services: Services,
    store: Store,
    _dir: tempfile::TempDir,
}

fn town() -> Town {
    let dir = tempfile::tempdir().unwrap();
    demo::build(dir.path()).unwrap();
    let now: DateTime<FixedOffset> = "2024-11-21T08:00:00+08:00".parse().unwrap();
    let mut ids = SeededIds::new(9);
    let options = OpenOptions { community: String::new(), ids: &mut ids, now, page_limit: None };
    let store = Store::open(dir.path(), options).unwrap().into_store();
    let records = |kind| store.records_about(About::Register(kind)).unwrap().0;
    let (roll, rounds) = (Roll::fold(records(Roll::KIND)), Rounds::fold(records(Rounds::KIND)));
    let (matters, services) = (Matters::fold(records(Matters::KIND)), Services::fold(records(Services::KIND)));
    Town { roll, rounds, matters, services, store, _dir: dir }
}

#[test]
fn everybody_the_story_names_is_on_the_roll() {
    let town = town();
    assert_eq!(town.roll.households().count(), 144);
    let team = |name: &str| town.roll.members().filter(|(_, member)| member.teams.iter().any(|t| t == name)).count();
    assert_eq!((team("微力量核心小组"), team("暖心小队")), (13, 12));
    for kind in MustVisit::ALL {
        assert!(town.roll.households().any(|(_, household)| household.must_visit.contains(&kind)), "{kind:?}");
    }
    let answered = |address| town.roll.members().any(|(_, member)| member.answers_for.iter().any(|p| p.holds(address)));
    assert!(town.roll.households().all(|(_, household)| answered(&household.address)), "every door has somebody");
    let entrances = town.roll.households().map(|(_, household)| household.address.place(Level::Entrance));
    assert_eq!(entrances.collect::<std::collections::BTreeSet<_>>().len(), 12);
}

#[test]
fn every_submission_is_a_visit_and_every_door_has_one_end() {
    let town = town();
    let (id, round) = town.rounds.rounds().find(|(_, round)| round.plan.checks.is_none()).unwrap();
    let last = |door| town.rounds.attempts(door).rfind(|attempt| attempt.round == Some(id)).map(|a| a.disposition);
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    for door in &round.plan.doors {
        let end = match last(*door) {
            Some(Disposition::Done { response }) => {
                let response = response.unwrap();
                let head = town.store.response(response).unwrap().unwrap().head;
                let household = town.roll.household(*door).unwrap();
                assert_eq!(head.door, household.address.door);
                "done"
            }
            Some(Disposition::NobodyHome) => "nobody",
            Some(Disposition::Refused) => "refused",
            Some(Disposition::ComeBack { .. }) => "come back",
            Some(Disposition::Moved) => "moved",
            Some(Disposition::Unsafe) => "unsafe",
            Some(Disposition::ResponseDeleted { .. }) => "deleted",
            None => "not yet",
        };
        *ends.entry(end).or_default() += 1;
    }
    let ends: Vec<_> = ends.into_iter().collect();
    let told =
        [("come back", 1), ("done", 135), ("moved", 1), ("nobody", 2), ("not yet", 2), ("refused", 2), ("unsafe", 1)];
    assert_eq!(ends, told);
    let check = town.rounds.rounds().find(|(_, round)| round.plan.checks == Some(id)).unwrap().1;
    assert_eq!(check.plan.doors.len(), 10);
}

#[test]
fn every_suggestion_of_the_intake_is_sorted() {
    let town = town();
    assert_eq!(town.matters.concerns().count(), 7, "the six concerns and other");
    let matters: Vec<_> = town.matters.matters().collect();
    let motions =
        matters.iter().filter(|(id, _)| town.matters.links(*id).iter().any(|link| matches!(link, Link::Motion { .. })));
    assert_eq!((matters.len(), motions.count()), (15, 7));
    for programme in [Programme::Charity, Programme::Service, Programme::SelfGovernance, Programme::Culture] {
        assert!(matters.iter().any(|(_, matter)| matter.about.programme == Some(programme)), "{programme:?}");
    }
    let coded = town.matters.codings().filter(|(_, coding)| coding.code.is_some()).count();
    let mut said = 0;
    town.store
        .changed_since("courtyard-intake", 0, |submission| {
            let own = ["remarks", "concern_other"];
            said += own.iter().filter(|name| submission.answers.answer(name).is_some()).count();
        })
        .unwrap();
    assert_eq!(coded, said);
    for (id, matter) in matters.iter().filter(|(_, matter)| !matter.about.concern.is_empty()) {
        assert!(!town.matters.coded_to(*id).is_empty(), "{}", matter.about.title);
    }
    assert!(town.matters.codings().any(|(_, coding)| coding.by_coder.len() == 2), "some were coded twice");
}

#[test]
fn offers_meet_requests_and_duties_are_kept() {
    let town = town();
    let given = town.services.given();
    let (asked, team): (Vec<_>, Vec<_>) = given.partition(|(_, service)| service.request.is_some());
    assert_eq!((asked.len(), team.len()), (3, 4));
    for (_, service) in &asked {
        assert_eq!(town.services.offer_for(service.request.unwrap()), service.offer);
    }
    let hours: u32 = team.iter().map(|(_, service)| service.minutes * u32::try_from(service.by.len()).unwrap()).sum();
    assert_eq!(hours, (2 * 120) + (7 * 150) + 90 + (4 * 180));
    let due: Vec<_> = town.services.duties().filter_map(|(_, kept)| Some(kept.due()?.to_string())).collect();
    assert_eq!(due, ["2024-11-23", "2024-12-09", "2024-11-25"]);
}

#[test]
fn the_log_of_the_demo_verifies() {
    assert_eq!(town().store.verify().unwrap(), []);
}
