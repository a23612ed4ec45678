//! The merge rule: what records add up to does not depend on the order they arrive in.

use babahui::domain::{
    DeviceId, Ids, RecordId, ResponseId, SeededIds,
    record::{Body, Header, Record, ResponseHistory, SessionHistory, effective, tick},
    survey::ResponseState,
};
use proptest::{prelude::*, test_runner::RngSeed};

use crate::support::{head, noon, response};

/// One thing that happens to one response on one of three laptops.
#[derive(Debug, Clone)]
enum Step {
    Finalise(u8),
    Return(u8),
    Approve,
    Delete,
    Discard,
    /// Takes back one of the records so far.
    Retract(prop::sample::Index),
    Erase(prop::sample::Index),
}

fn step() -> impl Strategy<Value = (u8, u16, Step)> {
    let what = prop_oneof![
        4 => any::<u8>().prop_map(Step::Finalise),
        2 => any::<u8>().prop_map(Step::Return),
        2 => Just(Step::Approve),
        2 => Just(Step::Delete),
        1 => Just(Step::Discard),
        4 => any::<prop::sample::Index>().prop_map(Step::Retract),
        1 => any::<prop::sample::Index>().prop_map(Step::Erase),
    ];
    (0..3_u8, 0..3_u16, what)
}

/// The records of those steps; `late` is how far a laptop's clock lags behind what it knows of.
fn records(steps: &[(u8, u16, Step)]) -> Vec<Record> {
    let mut ids = SeededIds::new(1);
    let devices: Vec<DeviceId> = (0..3).map(|_| DeviceId(ids.uuid(0))).collect();
    let head = head(&mut ids, noon(), "intake", "3-2-501");
    let mut seq = [0_u64; 3];
    let mut clock = 1_u64;
    let mut all: Vec<Record> = Vec::new();
    for (device, gap, step) in steps {
        let d = usize::from(*device);
        let target = |index: &prop::sample::Index| (!all.is_empty()).then(|| index.get(&all).id);
        let id = head.id;
        let body = match step {
            Step::Finalise(n) => Body::Response(response(head.clone(), noon(), &n.to_string())),
            Step::Return(n) => Body::Returned { response: id, comment: n.to_string() },
            Step::Approve => Body::Approved { response: id },
            Step::Delete => Body::Deleted { response: id, reason: String::new() },
            Step::Discard => Body::Discarded { head: head.clone(), edits: vec![], cursor: None },
            Step::Retract(index) => match target(index) {
                Some(record) => Body::Retracted { record },
                None => continue,
            },
            Step::Erase(index) => match target(index) {
                Some(record) => Body::Erased { record, reason: String::new(), instead: None },
                None => continue,
            },
        };
        // A gap of 0 gives two laptops the same clock value: they did not know of each other.
        clock += u64::from(*gap);
        seq[d] += 1;
        let header = Header {
            id: RecordId(ids.uuid(0)),
            community: String::new(),
            device: devices[d],
            seq: seq[d],
            hlc: clock,
            at: noon(),
            author: String::new(),
            entity: id.to_string(),
            prev: all.last().map(|r| r.id),
        };
        all.push(Record::seal(header, body, &[0; 32]).unwrap().0);
    }
    all
}

fn shuffled(mut records: Vec<Record>, seed: u64) -> Vec<Record> {
    let mut random = SeededIds::new(seed);
    for i in (1..records.len()).rev() {
        let j = usize::try_from(random.seed() % (i as u64 + 1)).unwrap();
        records.swap(i, j);
    }
    records
}

fn add(records: &[Record], body: Body) -> Vec<Record> {
    let last = records.iter().map(|r| r.hlc).max().unwrap_or(0);
    let mut ids = SeededIds::new(last.wrapping_add(records.len() as u64) ^ 0xabc);
    let header = Header {
        id: RecordId(ids.uuid(0)),
        community: String::new(),
        device: records[0].device,
        seq: 1000 + records.len() as u64,
        hlc: last + 1,
        at: noon(),
        author: String::new(),
        entity: records[0].entity.clone(),
        prev: None,
    };
    [records, &[Record::seal(header, body, &[0; 32]).unwrap().0]].concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn order_of_arrival_and_arriving_twice_do_not_matter(
        steps in prop::collection::vec(step(), 0..20), seed in any::<u64>(), cut in any::<prop::sample::Index>(),
    ) {
        let records = records(&steps);
        let wanted = ResponseHistory::fold(&records);
        prop_assert_eq!(&ResponseHistory::fold(&shuffled(records.clone(), seed)), &wanted);
        // Two laptops that each have a part, some of it the same, and put both together.
        let cut = if records.is_empty() { 0 } else { cut.index(records.len()) };
        let union = [&records[cut..], &records[..], &records[..cut]].concat();
        prop_assert_eq!(&ResponseHistory::fold(&shuffled(union, seed ^ 1)), &wanted);
        prop_assert_eq!(SessionHistory::fold(&records), None);
    }

    #[test]
    fn taking_back_is_as_if_it_had_never_been_and_taking_that_back_as_if_it_had(
        steps in prop::collection::vec(step(), 1..20), pick in any::<prop::sample::Index>(),
    ) {
        let records = records(&steps);
        prop_assume!(!records.is_empty());
        let target = pick.get(&records).clone();
        prop_assume!(!matches!(target.body, Body::Erased { .. }));
        let undone = add(&records, Body::Retracted { record: target.id });
        let without: Vec<_> = records.iter().filter(|r| r.id != target.id).cloned().collect();
        prop_assert_eq!(ResponseHistory::fold(&undone), ResponseHistory::fold(&without));
        let undo = undone.last().unwrap().id;
        let redone = add(&undone, Body::Retracted { record: undo });
        prop_assert_eq!(ResponseHistory::fold(&redone), ResponseHistory::fold(&records));
    }

    #[test]
    fn an_erased_record_never_counts_again(
        steps in prop::collection::vec(step(), 1..20), pick in any::<prop::sample::Index>(),
    ) {
        let records = records(&steps);
        prop_assume!(!records.is_empty());
        let target = pick.get(&records).id;
        let mut all = add(&records, Body::Erased { record: target, reason: String::new(), instead: None });
        all = add(&all, Body::Retracted { record: all.last().unwrap().id });
        prop_assert!(effective(&all).iter().all(|r| r.id != target));
    }

    #[test]
    fn the_clock_only_runs_forward(times in prop::collection::vec(0_u64..1 << 47, 1..50)) {
        let mut last = 0;
        for now in times {
            let next = tick(last, now);
            prop_assert!(next > last && next >= now << 16);
            last = next;
        }
    }

    #[test]
    fn sealing_the_same_twice_gives_the_same_and_any_other_header_another(
        n in any::<u8>(), seq in 1_u64..1 << 40, author in ".{0,8}", other in ".{0,8}",
    ) {
        prop_assume!(author != other);
        let mut ids = SeededIds::new(7);
        let head = head(&mut ids, noon(), "intake", "3-2-501");
        let header = |author: &str| Header {
            id: RecordId(uuid::Uuid::nil()), community: String::new(), device: DeviceId(uuid::Uuid::nil()), seq,
            hlc: seq << 16, at: noon(), author: author.to_owned(), entity: head.id.to_string(), prev: None,
        };
        let body = || Body::Response(response(head.clone(), noon(), &n.to_string()));
        let (first, json) = Record::seal(header(&author), body(), &[0; 32]).unwrap();
        let (same, again) = Record::seal(header(&author), body(), &[0; 32]).unwrap();
        let (moved, _) = Record::seal(header(&author), body(), &[1; 32]).unwrap();
        let (renamed, _) = Record::seal(header(&other), body(), &[0; 32]).unwrap();
        prop_assert_eq!((&first, &json), (&same, &again));
        prop_assert_ne!(first.chain_hash, moved.chain_hash);
        prop_assert_ne!(first.chain_hash, renamed.chain_hash);
        let read: Body = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read, first.body);
    }
}

#[test]
fn of_two_corrections_made_apart_the_later_stands_and_both_are_kept() {
    let steps =
        [(0, 1, Step::Finalise(1)), (1, 5, Step::Finalise(2)), (2, 3, Step::Finalise(3)), (0, 0, Step::Approve)];
    let mut all = records(&steps);
    all.reverse();
    let now = ResponseHistory::fold(&all).unwrap();
    assert_eq!(now.revisions.len(), 3);
    assert!(matches!(now.state, ResponseState::Approved | ResponseState::Final));
    assert_eq!(now.submitted, noon());
    assert_eq!(now.head.id, all[0].entity.parse::<ResponseId>().unwrap());
}
