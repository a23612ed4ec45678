//! Matters and suggestions: whatever is asked, recorded or taken back, in whatever order, they add up; merging and splitting
//! lose nothing; the right concern is among the first three offered.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};

use babahui::domain::{
    DeviceId, Ids, MatterId, MeetingId, RecordId, SeededIds, SessionId,
    matter::{About, Code, Command, Event, Likeness, Link, MatterRefusal, Matters, Step, SuggestionKey, Target},
    meeting::agenda::ItemKey,
    record::{Body, Header, Record, Register, tick},
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use proptest::prelude::*;
use uuid::Uuid;

/// A log, and the matters kept beside it record by record.
struct Book {
    matters: Matters,
    records: Vec<Record>,
    now: DateTime<FixedOffset>,
}

impl Book {
    fn new() -> Self {
        let now = DateTime::parse_from_rfc3339("2024-10-08T19:30:00+08:00").unwrap();
        Self { matters: Matters::default(), records: Vec::new(), now }
    }

    fn ask(&mut self, command: impl Into<Command>) -> Result<Vec<RecordId>, MatterRefusal> {
        let bodies = self.matters.decide(command.into())?;
        Ok(bodies.into_iter().map(|body| self.append(body.entity().unwrap(), body, "赵敏")).collect())
    }

    fn retract(&mut self, at: usize) {
        let Some(target) = self.records.get(at % self.records.len().max(1)) else { return };
        let (entity, record) = (target.entity.clone(), target.id);
        self.append(entity, Body::Retracted { record }, "赵敏");
    }

    fn append(&mut self, entity: String, body: Body, author: &str) -> RecordId {
        self.now += TimeDelta::minutes(1);
        let ms = u64::try_from(self.now.timestamp_millis()).unwrap();
        let seq = self.records.len() as u64 + 1;
        let header = Header {
            id: RecordId(SeededIds::new(seq).uuid(ms)),
            community: "光华社区".into(),
            device: DeviceId(Uuid::nil()),
            seq,
            hlc: tick(self.records.last().map_or(0, |r| r.hlc), ms),
            at: self.now,
            author: author.into(),
            entity,
            prev: None,
        };
        let record = Record::seal(header, body, &[0; 32]).unwrap().0;
        self.matters.apply(record.clone());
        self.records.push(record);
        self.records.last().unwrap().id
    }
}

fn matter(n: u64) -> MatterId {
    MatterId(SeededIds::new(n).uuid(n))
}

fn suggestion(n: u64) -> SuggestionKey {
    SuggestionKey(format!("{}/remarks", SeededIds::new(100 + n).uuid(0)))
}

fn about(title: &str) -> About {
    About { title: title.into(), ..About::default() }
}

fn raised(n: u64, title: &str) -> Event {
    Event::Raised { matter: matter(n), about: about(title), split_from: None }
}

fn coded(n: u64, to: &[u64]) -> Event {
    let code = Code { concerns: Vec::new(), matters: to.iter().map(|m| matter(*m)).collect() };
    Event::Coded { suggestion: suggestion(n), code, blind: false }
}

/// What is done.
#[derive(Debug, Clone)]
enum Deed {
    Ask(Event),
    Record(Event),
    Split(u64, u64, Vec<u64>),
    Retract(usize),
}

fn any_event() -> BoxedStrategy<Event> {
    let id = || 0u64..5;
    let link = prop_oneof![
        id().prop_map(|n| Link::Session(SessionId(SeededIds::new(n).uuid(0)))),
        id().prop_map(|n| Link::Item { meeting: MeetingId(SeededIds::new(n).uuid(0)), item: ItemKey::new("a") }),
    ];
    let step = prop_oneof![Just(Step::Dropped), Just(Step::Checked), Just(Step::Discussed)];
    prop_oneof![
        4 => (id(), "[ab]?").prop_map(|(n, title)| raised(n, &title)),
        1 => (id(), "[ab]?").prop_map(|(n, title)| Event::Changed { matter: matter(n), about: about(&title) }),
        1 => (id(), step, "[ab]?").prop_map(|(n, step, note)| Event::Put { matter: matter(n), step, note }),
        3 => (id(), id()).prop_map(|(a, b)| Event::Merged { matter: matter(a), into: matter(b) }),
        2 => (id(), link.clone()).prop_map(|(n, link)| Event::Linked { matter: matter(n), link }),
        1 => (id(), link).prop_map(|(n, link)| Event::Unlinked { matter: matter(n), link }),
        6 => (0u64..6, proptest::collection::vec(id(), 0..3)).prop_map(|(n, to)| coded(n, &to)),
    ]
    .boxed()
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        8 => any_event().prop_map(Deed::Ask),
        3 => any_event().prop_map(Deed::Record),
        2 => (0u64..5, 5u64..8, proptest::collection::vec(0u64..6, 0..4)).prop_map(|(a, b, c)| Deed::Split(a, b, c)),
        2 => any::<usize>().prop_map(Deed::Retract),
    ]
}

fn done(deeds: &[Deed]) -> Book {
    let mut book = Book::new();
    for deed in deeds {
        match deed {
            Deed::Ask(event) => drop(book.ask(event.clone())),
            Deed::Record(event) => {
                let body = Body::Matter(event.clone());
                book.append(body.entity().unwrap(), body, "老何");
            }
            Deed::Split(from, new, chosen) => {
                let chosen: Vec<SuggestionKey> = chosen.iter().map(|n| suggestion(*n)).collect();
                let command = book.matters.split(matter(*from), matter(*new), about("分出来"), &chosen);
                drop(book.ask(command));
            }
            Deed::Retract(at) => book.retract(*at),
        }
    }
    book
}

/// Where each suggestion counts, and how often anything came up.
fn everything(matters: &Matters) -> (BTreeMap<SuggestionKey, usize>, usize) {
    let coded = matters.codings().filter_map(|(key, coding)| {
        let to = matters.matters_of(coding.code.as_ref()?);
        (!to.is_empty()).then(|| (key.clone(), to.len()))
    });
    let mut links: Vec<&Link> = matters.matters().flat_map(|(id, _)| matters.all_links(id)).collect();
    links.sort_by_key(|link| format!("{link:?}"));
    links.dedup();
    (coded.collect(), links.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn record_by_record_is_the_same_as_all_at_once_in_any_order(
        deeds in proptest::collection::vec(any_deed(), 0..40), seed in any::<u64>(),
    ) {
        let book = done(&deeds);
        prop_assert_eq!(&Matters::fold(book.records.clone()), &book.matters);
        let mut shuffled = book.records.clone();
        let mut ids = SeededIds::new(seed);
        shuffled.sort_by_cached_key(|_| ids.seed());
        prop_assert_eq!(&Matters::fold(shuffled.clone()), &book.matters);
        let mut one_by_one = Matters::default();
        for record in shuffled {
            one_by_one.apply(record);
        }
        prop_assert_eq!(&one_by_one, &book.matters);
    }

    #[test]
    fn every_suggestion_coded_to_a_matter_is_found_at_the_matter_it_counts_for(
        deeds in proptest::collection::vec(any_deed(), 0..40),
    ) {
        let matters = done(&deeds).matters;
        for (key, coding) in matters.codings() {
            for id in coding.code.iter().flat_map(|code| matters.matters_of(code)) {
                prop_assert_eq!(matters.stands_for(id), id);
                prop_assert!(matters.matters().any(|(known, _)| known == id));
                prop_assert!(matters.suggestions(id).contains(&key));
            }
        }
    }

    #[test]
    fn what_came_up_at_a_meeting_is_what_the_links_of_all_matters_say(
        deeds in proptest::collection::vec(any_deed(), 0..40),
    ) {
        let matters = done(&deeds).matters;
        let meetings = |id| matters.all_links(id).into_iter().filter_map(Link::meeting).collect::<BTreeSet<_>>();
        let said: BTreeSet<(MeetingId, MatterId)> =
            matters.matters().flat_map(|(id, _)| meetings(id).into_iter().map(move |meeting| (meeting, id))).collect();
        let mut found = BTreeSet::new();
        for meeting in matters.meetings() {
            let here = matters.at_meeting(meeting);
            prop_assert!(!here.is_empty(), "a meeting is named where nothing came up");
            found.extend(here.into_iter().map(|id| (meeting, id)));
        }
        prop_assert_eq!(said, found);
    }

    #[test]
    fn merging_and_splitting_lose_no_suggestion_and_no_link(
        deeds in proptest::collection::vec(any_deed(), 0..40), from in 0u64..5, into in 0u64..5,
        chosen in proptest::collection::vec(0u64..6, 0..4),
    ) {
        let mut book = done(&deeds);
        let (before, links) = everything(&book.matters);
        if book.ask(Event::Merged { matter: matter(from), into: matter(into) }).is_ok() {
            let (after, links_after) = everything(&book.matters);
            prop_assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
            prop_assert_eq!(links, links_after);
            prop_assert_eq!(book.matters.stands_for(matter(from)), matter(into));
        }
        let (before, links) = everything(&book.matters);
        let chosen: Vec<SuggestionKey> = chosen.iter().map(|n| suggestion(*n)).collect();
        let split = book.matters.split(matter(into), matter(9), about("分出来"), &chosen);
        if book.ask(split).is_ok() {
            let (after, links_after) = everything(&book.matters);
            prop_assert_eq!(before, after);
            prop_assert_eq!(links, links_after);
        }
    }
}

#[test]
fn a_merge_taken_back_is_as_if_it_never_was() {
    let mut book = Book::new();
    book.ask(raised(0, "车棚")).unwrap();
    book.ask(raised(1, "充电桩")).unwrap();
    book.ask(coded(0, &[0])).unwrap();
    let merged = book.ask(Event::Merged { matter: matter(0), into: matter(1) }).unwrap();
    assert_eq!(book.matters.suggestions(matter(1)), [&suggestion(0)]);
    assert_eq!(book.matters.members(matter(1)).collect::<Vec<_>>(), [matter(1), matter(0)]);
    let refused = book.ask(Event::Changed { matter: matter(0), about: about("棚") });
    assert_eq!(refused, Err(MatterRefusal::Merged));
    let at = book.records.iter().position(|record| record.id == merged[0]).unwrap();
    book.retract(at);
    assert_eq!(book.matters.suggestions(matter(1)), Vec::<&SuggestionKey>::new());
    assert_eq!(book.matters.suggestions(matter(0)), [&suggestion(0)]);
}

/// The demo's remarks with the concern each is about; those about none left out.
fn remarks() -> Vec<(String, String)> {
    let story = include_str!("../demo/courtyard-14.ron");
    let told = story.split_once("remarks: [").unwrap().1.split_once("draft: (").unwrap().0;
    let mut about = "";
    let mut found = Vec::new();
    for line in told.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("(about: \"") {
            about = rest.split('"').next().unwrap();
        } else if let (Some(words), false) = (line.strip_prefix('"'), about.is_empty()) {
            found.push((about.to_owned(), words.trim_end_matches("\",").to_owned()));
        }
    }
    found
}

fn concerns() -> Vec<(Target, &'static str)> {
    let labels = [
        ("facade", "外墙脱落"),
        ("ebike", "非机动车停车、充电"),
        ("access", "外来人员随便进出"),
        ("manhole", "窨井盖破损"),
        ("leisure", "没有公共休闲的地方"),
        ("look", "院落面貌差"),
    ];
    labels.map(|(name, label)| (Target::Concern(name.into()), label)).into()
}

#[test]
fn the_right_concern_is_among_the_first_three_for_eight_of_ten_of_the_demos_remarks() {
    let remarks = remarks();
    assert!(remarks.len() > 40, "{}", remarks.len());
    let mut likeness = Likeness::default();
    for (target, label) in concerns() {
        likeness.name(&target, label, "");
    }
    for (about, text) in &remarks {
        likeness.add(text, &[Target::Concern(about.clone())]);
    }
    // Each in turn as if it had not been coded yet.
    let mut right = 0;
    for (about, text) in &remarks {
        let target = Target::Concern(about.clone());
        likeness.remove(text, std::slice::from_ref(&target));
        right += usize::from(likeness.rank(text).iter().take(3).any(|likely| likely.target == target));
        likeness.add(text, &[target]);
    }
    assert!(right * 10 >= remarks.len() * 8, "{right} of {}", remarks.len());
}

#[test]
fn the_right_matter_is_among_the_first_three_of_twelve_for_eight_of_ten() {
    // Two matters a concern: the first has the remarks coded to it, the second is only named.
    let mut likeness = Likeness::default();
    let mut of = BTreeMap::new();
    for (n, (target, label)) in (0u64..).zip(concerns()) {
        let Target::Concern(name) = target else { continue };
        likeness.name(&Target::Matter(matter(n)), label, &name);
        likeness.name(&Target::Matter(matter(n + 10)), "别的事", "");
        of.insert(name, Target::Matter(matter(n)));
    }
    let remarks = remarks();
    for (about, text) in &remarks {
        likeness.add(text, &[of[about].clone()]);
    }
    let mut right = 0;
    for (about, text) in &remarks {
        let target = &of[about];
        likeness.remove(text, std::slice::from_ref(target));
        right += usize::from(likeness.rank(text).iter().take(3).any(|likely| likely.target == *target));
        likeness.add(text, std::slice::from_ref(target));
    }
    assert!(right * 10 >= remarks.len() * 8, "{right} of {}", remarks.len());
}
