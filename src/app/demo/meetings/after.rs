//! What happened between a meeting of the demo and the next one.

use super::{hall::Hall, told::After};
use crate::{
    app::demo::{DemoFault, Story},
    domain::{
        GrantId,
        meeting::{
            Command,
            agenda::{FundKey, ItemKind},
            ledger::{ActionEvent, ClaimEvent, Event, FundEvent, GrantEvent, GrantTerms, PledgeEvent, Scope, Task},
            minutes::MinutesCommand,
        },
    },
};

impl Hall<'_, '_> {
    /// All of it, in order.
    pub(super) fn after(&mut self, story: &Story) -> Result<(), DemoFault> {
        for told in &self.told.after {
            self.now = story.moment(told.at());
            match told {
                After::Done { task, by, note, .. } => {
                    let event = ActionEvent::Done { by: by.clone(), note: note.clone() };
                    self.happens(task, event)?;
                }
                After::Checked { task, by, note, .. } => {
                    let event = ActionEvent::Checked { by: by.clone(), note: note.clone() };
                    self.happens(task, event)?;
                }
                After::Moved { task, due, .. } => {
                    let known = self.book.ledger.action(self.task(task)?).map(|action| action.task.clone());
                    let known = known.ok_or_else(|| DemoFault::Story(task.clone()))?;
                    self.happens(task, ActionEvent::Changed { task: Task { due: *due, ..known } })?;
                }
                After::Received { .. } => self.receive()?,
                After::Granted { yuan, .. } => self.grant(yuan.saturating_mul(100))?,
                After::Delivered { part, note, .. } => {
                    let claim = self.book.claims.get(part).copied();
                    let claim = claim.ok_or_else(|| DemoFault::Story(part.clone()))?;
                    self.book(Event::Claim { claim, event: ClaimEvent::Delivered { note: note.clone() } })?;
                }
                After::Spent { allocation, yuan, note, .. } => self.spend(*allocation, *yuan, note)?,
                After::Corrected { reason, .. } => {
                    self.ask(Command::Minutes(MinutesCommand::Correct { reason: reason.clone() }))?;
                    self.wait(120, 400);
                    self.finalise()?;
                }
            }
        }
        Ok(())
    }

    fn happens(&mut self, task: &str, event: ActionEvent) -> Result<(), DemoFault> {
        let action = self.task(task)?;
        self.book(Event::Action { action, event })
    }

    /// What was pledged here and had not come in comes in, one after the other.
    fn receive(&mut self) -> Result<(), DemoFault> {
        let pledges = self.book.ledger.pledges(&Scope::Meeting(self.meeting.id));
        let missing: Vec<_> = pledges.into_iter().map(|(id, pledge)| (id, pledge.missing())).collect();
        for (pledge, amount) in missing.into_iter().filter(|(_, amount)| *amount > 0) {
            self.wait(120, 900);
            self.book(Event::Pledge { pledge, event: PledgeEvent::Received { amount } })?;
        }
        Ok(())
    }

    /// The match is granted on what came in.
    fn grant(&mut self, fen: i64) -> Result<(), DemoFault> {
        let mut rounds = self.meeting.course.items().iter().filter_map(|state| match &state.item.kind {
            ItemKind::Pledge(round) => Some((state.item.key.clone(), round.matching.clone()?)),
            _ => None,
        });
        let (item, rule) = rounds.next_back().ok_or_else(|| DemoFault::Story("match".to_owned()))?;
        let own = self.book.ledger.totals(&Scope::Item(self.meeting.id, item.clone())).own.base(rule.base);
        let terms = GrantTerms { from: rule.from, fen, own, base: rule.base };
        let (grant, origin) = (GrantId(self.id()), Some(self.origin(&item, None)));
        self.book(Event::Grant { grant, event: GrantEvent::Granted { terms, origin } })
    }

    /// Some of an allocation is paid out.
    fn spend(&mut self, allocation: usize, yuan: i64, note: &str) -> Result<(), DemoFault> {
        let entry = self.book.allocations.get(allocation).copied();
        let funds = self.book.ledger.funds();
        let fund: Option<FundKey> = funds
            .into_iter()
            .find(|(_, fund)| fund.allocations.iter().any(|known| Some(known.entry) == entry))
            .map(|(key, _)| key.clone());
        let (Some(entry), Some(fund)) = (entry, fund) else { return Err(DemoFault::Story(note.to_owned())) };
        let event = FundEvent::Spent { entry, fen: yuan.saturating_mul(100), note: note.to_owned() };
        self.book(Event::Fund { fund, event })
    }
}
