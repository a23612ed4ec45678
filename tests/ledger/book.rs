//! A ledger with its log: what is decided is recorded, as the program does it.

use babahui::domain::{
    DeviceId, Ids, RecordId, SeededIds,
    meeting::ledger::{Command, Event, Ledger, LedgerRefusal},
    record::{Body, Header, Record, tick},
};
use chrono::{DateTime, FixedOffset, TimeDelta};

/// A log, the ledger kept beside it record by record, and a clock that is a minute further with each record.
pub struct Book {
    pub ledger: Ledger,
    pub records: Vec<Record>,
    pub ids: SeededIds,
    pub now: DateTime<FixedOffset>,
}

impl Book {
    pub fn new() -> Self {
        let now = DateTime::parse_from_rfc3339("2024-03-02T09:00:00+08:00").unwrap();
        Self { ledger: Ledger::default(), records: Vec::new(), ids: SeededIds::new(1), now }
    }

    /// Asks the ledger and records its answer.
    pub fn ask(&mut self, command: impl Into<Command>) -> Result<Vec<RecordId>, LedgerRefusal> {
        let events = self.ledger.decide(command.into())?;
        Ok(events.into_iter().map(|event| self.record(event)).collect())
    }

    /// Records an event without asking, as another laptop may have.
    pub fn record(&mut self, event: Event) -> RecordId {
        self.append(event.entity(), Body::Ledger(event))
    }

    /// Takes a record back.
    pub fn retract(&mut self, record: RecordId) -> RecordId {
        let entity = self.records.iter().find(|r| r.id == record).unwrap().entity.clone();
        self.append(entity, Body::Retracted { record })
    }

    fn append(&mut self, entity: String, body: Body) -> RecordId {
        self.now += TimeDelta::minutes(1);
        let ms = u64::try_from(self.now.timestamp_millis()).unwrap();
        let header = Header {
            id: RecordId(self.ids.uuid(ms)),
            community: "光华社区".into(),
            device: DeviceId(uuid::Uuid::nil()),
            seq: self.records.len() as u64 + 1,
            hlc: tick(self.records.last().map_or(0, |r| r.hlc), ms),
            at: self.now,
            author: "赵敏".into(),
            entity,
            prev: None,
        };
        let record = Record::seal(header, body, &[0; 32]).unwrap().0;
        self.ledger.apply(&record);
        self.records.push(record);
        self.records.last().unwrap().id
    }
}
