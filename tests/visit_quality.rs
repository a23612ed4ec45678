//! What makes an organiser look twice: times, answers all the same, doors that answered twice.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/visits.rs"]
mod support;

use std::collections::{BTreeMap, HashMap, HashSet};

use babahui::domain::{
    Answer, Ids, ResponseId, SeededIds, SessionId, Value,
    survey::{AnswerTree, AuditLine, Door, DraftHead, Edit, Entry, NodePath, Response, SurveyRef},
    visit::{
        Disposition, Plan, attempt_of,
        quality::{Questions, paces, repeated, same_runs},
    },
};
use chrono::TimeDelta;
use support::{Log, household, plan, today};

/// A response by somebody at a door; each question with its answer and how many seconds it took.
fn response(n: u64, who: &str, door: &str, answers: &[(&str, &str, i64)]) -> Response {
    let mut at = today();
    let mut audit = Vec::new();
    let mut tree = BTreeMap::new();
    for (name, value, seconds) in answers {
        let answer = Answer::Value(Value::Choice((*value).to_owned()));
        let path: NodePath = format!("/data/page/{name}").parse().unwrap();
        let ended = at + TimeDelta::seconds(*seconds);
        audit.push(AuditLine { started: at, ended, edit: Edit::Set { path, answer: Some(answer.clone()) }, old: None });
        tree.insert((*name).to_owned(), Entry::Answer(answer));
        at = ended;
    }
    let survey = SurveyRef { id: "household-visit".into(), version: "1".into(), hash: "h".into() };
    let head = DraftHead {
        id: ResponseId(SeededIds::new(n).uuid(n)),
        survey,
        session: None::<SessionId>,
        door: Door::read(door),
        surveyor: who.into(),
        created: today(),
        seed: 0,
        correction: None,
    };
    Response { head, finished: at, name: String::new(), answers: AnswerTree(tree), audit }
}

#[test]
fn times_far_from_the_surveyors_own_are_pointed_out() {
    let mut all: Vec<Response> =
        (0..5).map(|n| response(n, "张三", "1-1-1", &[("a", "x", 30), ("b", "x", 60)])).collect();
    all.push(response(5, "张三", "1-1-2", &[("a", "x", 9), ("b", "x", 20)]));
    all.push(response(6, "张三", "1-1-3", &[("a", "x", 10), ("b", "x", 181)]));
    // Somebody else is as slow as they are: four responses make no median.
    all.extend((7..11_u32).map(|n| response(n.into(), "李四", "1-1-4", &[("a", "x", i64::from(n) * 100)])));
    let (paces, far) = paces(&all);
    let paces: Vec<_> = paces.iter().map(|p| (p.surveyor.as_str(), p.responses, p.median)).collect();
    assert_eq!(paces, [("张三", 7, 90_000), ("李四", 4, 800_000)]);
    let far: Vec<_> = far.iter().map(|s| (s.response, s.question.as_deref(), s.took, s.is_quick())).collect();
    let id = |n: usize| all[n].head.id;
    assert_eq!(
        far,
        [
            (id(5), None, 29_000, true),
            (id(5), Some("a"), 9_000, true),
            // Exactly a third is not below it, 181 is above three times 60.
            (id(6), Some("b"), 181_000, false),
        ]
    );
}

#[test]
fn a_run_of_one_choice_is_pointed_out() {
    let names = ["a", "b", "c", "d"];
    let run: Vec<String> = names.map(str::to_owned).to_vec();
    let known = HashMap::from([("h".to_owned(), Questions { asked: run.clone(), runs: vec![run] })]);
    let given = |n, values: [&str; 4]| response(n, "张三", "1-1-1", &[0, 1, 2, 3].map(|i| (names[i], values[i], 1)));
    let all = [given(1, ["x"; 4]), given(2, ["x", "x", "y", "x"]), response(3, "张三", "1-1-1", &[("a", "x", 1)])];
    let found = same_runs(&all, &known);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].response, found[0].answers, found[0].to.as_str()), (all[0].head.id, 4, "d"));
}

#[test]
fn a_door_that_answered_twice_is_pointed_out_unless_it_was_checked_again() {
    let all = [
        response(1, "张三", "1-1-101", &[]),
        response(2, "李四", "1-1-101", &[]),
        response(3, "张三", "1-1-102", &[]),
        response(4, "张三", "", &[]),
        response(5, "张三", "", &[]),
    ];
    let found = repeated(&all, &HashSet::new());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].responses, [all[0].head.id, all[1].head.id]);
    assert_eq!(repeated(&all, &HashSet::from([all[1].head.id])), []);
}

/// What response `n` says when it says nothing else.
fn done(n: u64) -> Disposition {
    Disposition::Done { response: Some(ResponseId(SeededIds::new(n).uuid(n))) }
}

#[test]
fn a_response_is_a_visit_in_the_round_it_belongs_to() {
    let mut log = Log::new(9);
    let one = log.household(household("第一微网格", "1-1-101", &[]));
    let twin = log.household(household("第二微网格", "1-1-101", &[]));
    let other = log.household(household("第二微网格", "1-1-102", &[]));
    let meant = |log: &Log, n, who: &str, door: &str| {
        attempt_of(&log.rounds, &log.roll, &response(n, who, door, &[]), done(n))
            .map(|a| (a.round.unwrap(), a.household))
    };
    assert_eq!(meant(&log, 1, "张三", "1-1-102"), None);
    let round = log.plan(plan(&[one, twin, other]));
    assert_eq!(meant(&log, 1, "张三", "1-1-102"), Some((round, other)));
    // Two doors of that number, and nobody said whose is which.
    assert_eq!(meant(&log, 1, "张三", "1-1-101"), None);
    assert_eq!(meant(&log, 1, "张三", "9-9-999"), None);
    assert_eq!(meant(&log, 1, "张三", ""), None);
    let first = response(1, "张三", "1-1-102", &[]);
    let attempt = attempt_of(&log.rounds, &log.roll, &first, done(1)).unwrap();
    log.attempt(Some(round), other, attempt.disposition, 0);
    let check = log.plan(Plan { checks: Some(round), ..plan(&[other]) });
    // Whoever was there first does not check themself, and one response is one visit.
    assert_eq!(meant(&log, 2, "张三", "1-1-102"), None);
    assert_eq!(meant(&log, 1, "李四", "1-1-102"), None);
    assert_eq!(meant(&log, 3, "李四", "1-1-102"), Some((check, other)));
    let corrected = DraftHead { correction: Some("写错了".into()), ..response(4, "李四", "1-1-102", &[]).head };
    assert_eq!(attempt_of(&log.rounds, &log.roll, &Response { head: corrected, ..first }, done(4)), None);
}
