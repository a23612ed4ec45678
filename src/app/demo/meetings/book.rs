//! Records to be: what meetings and the ledger answer, each with its moment and author.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

use crate::{
    app::demo::{
        DemoFault,
        build::{Planned, millis},
    },
    domain::{
        ActionId, ClaimId, DeviceId, EntryId, Ids, RecordId, SeededIds,
        meeting::ledger::{self, Ledger},
        record::{Body, Record},
    },
};

/// Records to be, and the ledger they add up to.
pub(super) struct Book<'a> {
    pub(super) ledger: Ledger,
    /// Tasks by what the file calls them.
    pub(super) tasks: BTreeMap<String, ActionId>,
    /// Claims by the part they are about.
    pub(super) claims: BTreeMap<String, ClaimId>,
    pub(super) allocations: Vec<EntryId>,
    planned: &'a mut Vec<Planned>,
    ids: &'a mut SeededIds,
    /// How many events the ledger took in.
    taken: u64,
}

impl<'a> Book<'a> {
    pub(super) fn new(planned: &'a mut Vec<Planned>, ids: &'a mut SeededIds) -> Self {
        Self {
            ledger: Ledger::fold(&[]),
            tasks: BTreeMap::new(),
            claims: BTreeMap::new(),
            allocations: Vec::new(),
            planned,
            ids,
            taken: 0,
        }
    }

    /// A fresh id of this moment.
    pub(super) fn id(&mut self, at: DateTime<FixedOffset>) -> Uuid {
        self.ids.uuid(millis(at))
    }

    /// Plans a record.
    pub(super) fn plan(&mut self, body: Body, at: DateTime<FixedOffset>, author: &str) {
        self.planned.push((body, at, author.to_owned()));
    }

    /// Asks the ledger, and plans what it answers.
    pub(super) fn ask(
        &mut self,
        command: ledger::Command,
        at: DateTime<FixedOffset>,
        author: &str,
    ) -> Result<(), DemoFault> {
        let events =
            self.ledger.decide(command).map_err(|refused| DemoFault::Story(format!("{at} ledger {refused:?}")))?;
        for event in events {
            self.taken += 1;
            let entity = event.entity();
            let body = Body::Ledger(event);
            self.ledger.apply(&Record {
                id: RecordId(Uuid::from_u128(self.taken.into())),
                community: String::new(),
                device: DeviceId(Uuid::nil()),
                seq: self.taken,
                hlc: self.taken,
                at,
                author: author.to_owned(),
                entity,
                prev: None,
                body: body.clone(),
                body_hash: [0; 32],
                chain_hash: [0; 32],
            });
            self.plan(body, at, author);
        }
        Ok(())
    }
}
