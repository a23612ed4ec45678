//! Events as they are recorded: without the spaces around what was typed.

use super::{ActionEvent, ClaimEvent, Event, FundEvent, Gift, GrantEvent, PledgeEvent};
use crate::domain::Text;

impl Event {
    /// The same event without spaces around what was typed.
    #[must_use]
    pub(super) fn tidied(mut self) -> Self {
        match &mut self {
            Self::Action { event, .. } => action(event),
            Self::Pledge { event, .. } => pledge(event),
            Self::Grant { event, .. } => match event {
                GrantEvent::Granted { terms, .. } | GrantEvent::Changed { terms } => text(&mut terms.from),
                GrantEvent::Withdrawn { reason } => line(reason),
            },
            Self::Claim { event, .. } => claim(event),
            Self::Fund { event, .. } => match event {
                FundEvent::Opened { title, .. } => text(title),
                FundEvent::SourceAdded { from, .. } => text(from),
                FundEvent::Allocated { purpose, .. } | FundEvent::AllocationChanged { purpose, .. } => text(purpose),
                FundEvent::AllocationDropped { reason, .. } => line(reason),
                FundEvent::Spent { note, .. } => line(note),
            },
        }
        self
    }
}

fn action(event: &mut ActionEvent) {
    match event {
        ActionEvent::Assigned { task, .. } | ActionEvent::Changed { task } => {
            line(&mut task.what);
            line(&mut task.who);
        }
        ActionEvent::Done { by, note } | ActionEvent::Checked { by, note } => {
            line(by);
            line(note);
        }
        ActionEvent::Reopened { reason } | ActionEvent::Dropped { reason } => line(reason),
    }
}

fn pledge(event: &mut PledgeEvent) {
    match event {
        PledgeEvent::Pledged { promise, .. } | PledgeEvent::Changed { promise } => {
            let giver = &mut promise.giver;
            let door = &mut giver.door;
            for part in [&mut giver.name, &mut door.building, &mut door.entrance, &mut door.household] {
                line(part);
            }
            if let Gift::Goods { what, unit, .. } = &mut promise.gift {
                line(what);
                line(unit);
            }
        }
        PledgeEvent::Received { .. } => {}
        PledgeEvent::Refunded { reason, .. } | PledgeEvent::Withdrawn { reason } => line(reason),
    }
}

fn claim(event: &mut ClaimEvent) {
    match event {
        ClaimEvent::Claimed { undertaking, .. } | ClaimEvent::Changed { undertaking } => {
            text(&mut undertaking.part.title);
            line(&mut undertaking.partner);
            line(&mut undertaking.promise);
        }
        ClaimEvent::Delivered { note } => line(note),
        ClaimEvent::Released { reason } => line(reason),
    }
}

fn text(text: &mut Text) {
    text.0.iter_mut().for_each(|(_, said)| line(said));
}

fn line(typed: &mut String) {
    let trimmed = typed.trim();
    if trimmed.len() < typed.len() {
        *typed = trimmed.to_owned();
    }
}
