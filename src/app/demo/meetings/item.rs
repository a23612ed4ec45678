//! What happens on one item of a meeting of the demo.

use chrono::TimeDelta;

use super::{
    crowd::{Household, Remarks},
    hall::Hall,
};
use crate::{
    app::demo::DemoFault,
    domain::{
        ActionId, ClaimId, EntryId, OpinionId, TurnId,
        meeting::{
            Command,
            agenda::{FundKey, FundPlan, Item, ItemKey, ItemKind, Part},
            floor::{FloorCommand, Stance},
            ledger::{self, ActionEvent, ClaimEvent, ClaimedPart, Event, FundEvent, Task, Undertaking},
        },
    },
};

impl Hall<'_, '_> {
    /// Everything on the item under way, until its time is over.
    pub(super) fn take(&mut self, item: &Item, remarks: &mut Remarks, all: &[Household]) -> Result<(), DemoFault> {
        let begun = self.now;
        self.wait(10, 30);
        self.points(&item.key, remarks)?;
        match &item.kind {
            ItemKind::Decide { .. } => self.votes(&item.key)?,
            ItemKind::Pledge(_) => self.pledges(&item.key, all)?,
            ItemKind::Claim { parts } => self.claims(&item.key, parts)?,
            ItemKind::Assign => self.tasks(&item.key)?,
            ItemKind::FollowUp => self.follow_up()?,
            ItemKind::Fund { fund } => self.fund(&item.key, fund)?,
            _ => {}
        }
        for (_, text) in self.told.notes.iter().filter(|(name, _)| *name == item.key.0) {
            self.ask(Command::Floor(FloorCommand::Note { item: item.key.clone(), text: text.clone() }))?;
        }
        // Nobody keeps to the minute: most items take a little less than planned or more.
        let percent = 75 + self.chance.below(50);
        let planned = usize::try_from(item.minutes).unwrap_or(0) * 60 * percent / 100;
        self.now = self.now.max(begun + TimeDelta::seconds(i64::try_from(planned.max(20)).unwrap_or(20)));
        Ok(())
    }

    /// People ask to speak, and each point is written down while they do.
    fn points(&mut self, item: &ItemKey, remarks: &mut Remarks) -> Result<(), DemoFault> {
        let told = self.told;
        let count = told.points.iter().filter(|(name, _)| *name == item.0).map(|(_, count)| *count).sum();
        let mut texts: Vec<String> = (0..count).map_while(|_| remarks.next(&told.about)).collect();
        texts.extend(told.said.iter().filter(|(name, _)| *name == item.0).map(|(_, text)| text.clone()));
        let speakers = self.speakers();
        for speaker in speakers.into_iter().take(texts.len()) {
            let turn = TurnId(self.id());
            let stance = self.chance.percent(30).then_some(Stance::For);
            self.ask(Command::Floor(FloorCommand::Queue { turn, speaker, stance }))?;
            self.wait(3, 12);
        }
        for text in texts {
            self.ask(Command::Floor(FloorCommand::NextSpeaker))?;
            self.wait(25, 140);
            let opinion = OpinionId(self.id());
            self.ask(Command::Floor(FloorCommand::Raise { opinion, speaker: None, text }))?;
            self.wait(5, 25);
        }
        if self.meeting.floor.speaker().is_some() {
            self.ask(Command::Floor(FloorCommand::End))?;
        }
        Ok(())
    }

    /// Partners take parts over.
    fn claims(&mut self, item: &ItemKey, parts: &[Part]) -> Result<(), DemoFault> {
        for (key, partner, promise) in &self.told.claims {
            let part = parts.iter().find(|part| part.key == *key).ok_or_else(|| DemoFault::Story(key.clone()))?;
            self.wait(40, 120);
            let claim = ClaimId(self.id());
            let part = ClaimedPart { key: key.clone(), title: part.title.clone() };
            let undertaking = Undertaking { part, partner: partner.clone(), promise: promise.clone() };
            let event = ClaimEvent::Claimed { undertaking, origin: Some(self.origin(item, None)) };
            self.book(Event::Claim { claim, event })?;
            self.book.claims.insert(key.clone(), claim);
        }
        Ok(())
    }

    /// Somebody is asked to do each thing.
    fn tasks(&mut self, item: &ItemKey) -> Result<(), DemoFault> {
        for told in &self.told.tasks {
            self.wait(30, 80);
            let action = ActionId(self.id());
            let task = Task { what: told.what.clone(), who: told.who.clone(), due: told.due };
            let event = ActionEvent::Assigned { task, origin: Some(self.origin(item, None)) };
            self.book(Event::Action { action, event })?;
            self.book.tasks.insert(told.name.clone(), action);
        }
        Ok(())
    }

    /// What was done since the last meeting is looked at by everybody.
    fn follow_up(&mut self) -> Result<(), DemoFault> {
        for (task, note) in &self.told.checked {
            self.wait(30, 60);
            let event = ActionEvent::Checked { by: self.session.facilitator.clone(), note: note.clone() };
            let action = self.task(task)?;
            self.book(Event::Action { action, event })?;
        }
        Ok(())
    }

    /// The task the file calls so.
    pub(super) fn task(&self, name: &str) -> Result<ActionId, DemoFault> {
        self.book.tasks.get(name).copied().ok_or_else(|| DemoFault::Story(name.to_owned()))
    }

    /// A fund is set up and set aside as the agenda proposes.
    fn fund(&mut self, item: &ItemKey, plan: &FundPlan) -> Result<(), DemoFault> {
        let (fund, origin) = (FundKey::new(plan.key.as_str()), self.origin(item, None));
        let sources = plan.sources.iter().map(|(from, fen)| (EntryId(self.book.id(self.now)), from.clone(), *fen));
        let sources = sources.collect();
        let (title, from) = (plan.title.clone(), Some(origin.clone()));
        self.book(ledger::Command::OpenFund { fund: fund.clone(), title, origin: from, sources })?;
        for (purpose, fen) in &plan.allocations {
            self.wait(60, 150);
            let entry = EntryId(self.id());
            let (purpose, origin) = (purpose.clone(), Some(origin.clone()));
            let event = FundEvent::Allocated { entry, purpose, fen: *fen, origin };
            self.book(Event::Fund { fund: fund.clone(), event })?;
            self.book.allocations.push(entry);
        }
        Ok(())
    }
}
