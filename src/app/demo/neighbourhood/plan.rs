//! The neighbourhood's records to be, each asked of its register as on screen.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use uuid::Uuid;

use super::Told;
use crate::{
    app::demo::{
        DemoFault, Story,
        build::{Planned, millis},
        chance::Chance,
    },
    domain::{
        ActionId, DeviceId, Ids, MeetingId, RecordId, SeededIds,
        record::{Body, Record, Register},
        survey::Response,
    },
    import::SurveyLibrary,
};

/// What was planned before: what the neighbourhood's records are about.
pub(in crate::app::demo) struct Before<'a> {
    pub(in crate::app::demo) story: &'a Story,
    /// The surveys the responses were filled with.
    pub(in crate::app::demo) library: &'a SurveyLibrary,
    /// The responses of the intake as first given, in their order.
    pub(in crate::app::demo) intake: &'a [Response],
    /// The responses to the other surveys, in the order of the file.
    pub(in crate::app::demo) others: &'a [Response],
    /// The meetings, in the order of their file.
    pub(in crate::app::demo) meetings: &'a [MeetingId],
    /// The tasks of the meetings, by what their file calls them.
    pub(in crate::app::demo) tasks: &'a BTreeMap<String, ActionId>,
}

/// Plans the records of the neighbourhood.
pub(in crate::app::demo) fn settle(
    told: &Told,
    before: &Before<'_>,
    planned: &mut Vec<Planned>,
    ids: &mut SeededIds,
) -> Result<(), DemoFault> {
    let chance = Chance::new(before.story.seed.wrapping_add(2));
    let mut town = Town { told, before, planned, ids, chance, taken: 0 };
    let homes = town.homes()?;
    town.rounds(&homes)?;
    town.sorting()?;
    town.services()
}

/// The neighbourhood while its records are planned.
pub(super) struct Town<'a> {
    pub(super) told: &'a Told,
    pub(super) before: &'a Before<'a>,
    planned: &'a mut Vec<Planned>,
    ids: &'a mut SeededIds,
    pub(super) chance: Chance,
    /// How many events registers took in.
    taken: u64,
}

impl Town<'_> {
    /// A local time of the story.
    pub(super) fn at(&self, local: NaiveDateTime) -> DateTime<FixedOffset> {
        self.before.story.moment(local)
    }

    /// A fresh id of this moment.
    pub(super) fn id(&mut self, at: DateTime<FixedOffset>) -> Uuid {
        self.ids.uuid(millis(at))
    }

    /// Asks something of a register, and plans what it answers.
    pub(super) fn ask<R: Register>(
        &mut self,
        register: &mut R,
        command: R::Command,
        at: DateTime<FixedOffset>,
        author: &str,
    ) -> Result<(), DemoFault>
    where
        R::Refusal: std::fmt::Debug,
    {
        let bodies = register.decide(command);
        let bodies = bodies.map_err(|refused| DemoFault::Story(format!("{at} {} {refused:?}", R::KIND)))?;
        for body in bodies {
            self.taken += 1;
            register.apply(Record {
                id: RecordId(Uuid::from_u128(self.taken.into())),
                community: String::new(),
                device: DeviceId(Uuid::nil()),
                seq: self.taken,
                hlc: self.taken,
                at,
                author: author.to_owned(),
                entity: body.entity().unwrap_or_default(),
                prev: None,
                body: body.clone(),
                body_hash: [0; 32],
                chain_hash: [0; 32],
            });
            self.plan(body, at, author);
        }
        Ok(())
    }

    fn plan(&mut self, body: Body, at: DateTime<FixedOffset>, author: &str) {
        self.planned.push((body, at, author.to_owned()));
    }
}
