//! A roll and rounds of visits with their log, without a store.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use babahui::domain::{
    AttemptId, DeviceId, HouseholdId, Ids, RecordId, RoundId, SeededIds,
    place::{self, Address, Household, MustVisit, Roll},
    record::{Body, Header, Record, Register, tick},
    survey::Door,
    visit::{Attempt, Command, Disposition, Event, Plan, Rounds, VisitRefusal},
};
use chrono::{DateTime, FixedOffset, TimeDelta};

/// The day of the story: Tuesday 12 November 2024, two in the afternoon in Chengdu.
pub fn today() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-12T14:03:21+08:00").unwrap()
}

/// Registers with the records they were fed.
pub struct Log {
    pub roll: Roll,
    pub rounds: Rounds,
    pub records: Vec<Record>,
    pub ids: SeededIds,
}

impl Log {
    pub fn new(seed: u64) -> Self {
        Self { roll: Roll::default(), rounds: Rounds::default(), records: Vec::new(), ids: SeededIds::new(seed) }
    }

    pub fn ask(&mut self, event: Event) -> Result<Vec<RecordId>, VisitRefusal> {
        self.command(Command::Event(event))
    }

    pub fn command(&mut self, command: Command) -> Result<Vec<RecordId>, VisitRefusal> {
        let bodies = self.rounds.decide(command)?;
        Ok(bodies.into_iter().map(|body| self.append(None, body)).collect())
    }

    pub fn plan(&mut self, plan: Plan) -> RoundId {
        let round = RoundId(self.ids.uuid(0));
        self.ask(Event::Planned { round, plan }).unwrap();
        round
    }

    pub fn household(&mut self, household: Household) -> HouseholdId {
        let id = HouseholdId(self.ids.uuid(0));
        self.append(None, Body::Place(place::Event::Household { id, household: Box::new(household) }));
        id
    }

    pub fn attempt(&mut self, round: Option<RoundId>, door: HouseholdId, what: Disposition, hours: i64) -> RecordId {
        let id = AttemptId(self.ids.uuid(0));
        let attempt = attempt(round, door, what, hours);
        self.ask(Event::Attempted { id, attempt }).unwrap()[0]
    }

    pub fn retract(&mut self, record: RecordId) -> RecordId {
        let entity = self.records.iter().find(|r| r.id == record).unwrap().entity.clone();
        self.append(Some(entity), Body::Retracted { record })
    }

    pub fn append(&mut self, entity: Option<String>, body: Body) -> RecordId {
        let ms = u64::try_from(today().timestamp_millis()).unwrap() + self.records.len() as u64;
        let header = Header {
            id: RecordId(self.ids.uuid(ms)),
            community: "游家渡社区".into(),
            device: DeviceId(uuid::Uuid::nil()),
            seq: self.records.len() as u64 + 1,
            hlc: tick(self.records.last().map_or(0, |r| r.hlc), ms),
            at: today(),
            author: "张三".into(),
            entity: entity.or_else(|| body.entity()).unwrap(),
            prev: None,
        };
        let record = Record::seal(header, body, &[0; 32]).unwrap().0;
        let id = record.id;
        if record.body.kind() == Roll::KIND {
            self.roll.apply(record.clone());
        } else {
            self.rounds.apply(record.clone());
        }
        self.records.push(record);
        id
    }
}

/// Somebody went so many hours after now.
pub fn attempt(round: Option<RoundId>, household: HouseholdId, disposition: Disposition, hours: i64) -> Attempt {
    let at = today() + TimeDelta::hours(hours);
    Attempt { round, household, disposition, visitor: "张三".into(), at, note: String::new(), said_in: None }
}

/// A household at `building-entrance-door` of a micro-grid.
pub fn household(micro_grid: &str, door: &str, kinds: &[MustVisit]) -> Household {
    let address = Address {
        community: "游家渡社区".into(),
        grid: "第二网格".into(),
        micro_grid: micro_grid.into(),
        courtyard: "14号院".into(),
        door: Door::read(door),
    };
    Household { address, must_visit: kinds.iter().copied().collect(), ..Household::default() }
}

/// A round over these doors, nobody assigned.
pub fn plan(doors: &[HouseholdId]) -> Plan {
    Plan {
        title: "冬季入户".into(),
        survey: "household-visit".into(),
        session: None,
        doors: doors.to_vec(),
        assignments: Vec::new(),
        until: None,
        checks: None,
    }
}
