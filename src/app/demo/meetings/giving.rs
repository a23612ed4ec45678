//! What residents pledge at a meeting of the demo: the money they spoke of at the door, things and hours.

use super::{crowd::Household, hall::Hall, told::Given};
use crate::{
    app::demo::DemoFault,
    domain::{
        PledgeId,
        meeting::{
            agenda::ItemKey,
            ledger::{Command, Event, Gift, Giver, PledgeEvent, Promise},
        },
    },
};

impl Hall<'_, '_> {
    /// Everybody who gives something is written down.
    pub(super) fn pledges(&mut self, item: &ItemKey, all: &[Household]) -> Result<(), DemoFault> {
        if self.told.money {
            let giving: Vec<Household> = all.iter().filter(|household| household.yuan.is_some()).cloned().collect();
            for household in giving {
                let Some(yuan) = household.yuan else { continue };
                let fen = yuan.saturating_mul(100);
                // Who is not there sends the money with a neighbour, or brings it in the days after.
                let there = self.there.iter().any(|(_, present)| present.door == household.door);
                let in_hand = there && self.chance.percent(70);
                self.pledge(item, &household, Gift::Money { fen }, in_hand)?;
            }
        }
        for given in &self.told.gifts {
            let Some((_, household)) = self.chance.pick(&self.there).cloned() else { break };
            let gift = match given {
                Given::Goods(what, quantity, unit) => {
                    Gift::Goods { what: what.clone(), quantity: *quantity, unit: unit.clone() }
                }
                Given::Hours(hours) => Gift::Labour { hours: *hours },
            };
            self.pledge(item, &household, gift, false)?;
        }
        Ok(())
    }

    fn pledge(&mut self, item: &ItemKey, household: &Household, gift: Gift, in_hand: bool) -> Result<(), DemoFault> {
        self.wait(6, 16);
        let anonymous = household.called.is_none() || self.chance.percent(10);
        let giver =
            Giver { name: household.called.clone().unwrap_or_default(), door: household.door.clone(), anonymous };
        let (promise, origin) = (Promise { giver, gift }, Some(self.origin(item, None)));
        let pledge = PledgeId(self.id());
        self.book(if in_hand {
            Command::PledgeInHand { pledge, promise, origin }
        } else {
            Command::Event(Event::Pledge { pledge, event: PledgeEvent::Pledged { promise, origin } })
        })
    }
}
