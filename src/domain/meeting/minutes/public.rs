//! What everyone may read of minutes.

use super::{
    ActionEnd, ActionLine, Agreed, ClaimEnd, ClaimLine, Edition, ItemEnd, ItemMinutes, Minutes, MotionEnd,
    MotionMinutes, PledgeLine, SheetLine, phone::without_phones,
};
use crate::domain::{Text, meeting::ledger::Giver};

impl Minutes {
    /// The public's edition: no phone numbers anywhere, no givers who asked not to be named, no timings, no notes of the
    /// facilitator, no list of who voted how. Must-visit kinds never stand in minutes.
    #[must_use]
    pub fn public(&self) -> Self {
        let mut minutes = self.clone();
        minutes.edition = Edition::Public;
        minutes.timing = None;
        let heading = &mut minutes.heading;
        hide([&mut heading.title, &mut heading.place, &mut heading.chair, &mut heading.note_taker]);
        hide(heading.reopened.iter_mut().map(|reopening| &mut reopening.reason));
        let turnout = &mut minutes.turnout;
        hide(turnout.observers.iter_mut().chain(&mut turnout.staff));
        for absent in turnout.absent.iter_mut().chain(&mut turnout.unresolved) {
            hide([&mut absent.name, &mut absent.reason]);
        }
        minutes.items.iter_mut().for_each(item);
        minutes.earlier.iter_mut().for_each(action);
        agreed(&mut minutes.besides);
        hide([&mut minutes.remarks, &mut minutes.next_meeting]);
        minutes.sheet.iter_mut().for_each(line);
        minutes
    }
}

fn hide<'a>(words: impl IntoIterator<Item = &'a mut String>) {
    for words in words {
        *words = without_phones(words);
    }
}

fn hide_text(text: &mut Text) {
    hide(text.0.iter_mut().map(|(_, words)| words));
}

fn item(item: &mut ItemMinutes) {
    item.timing = None;
    item.notes.clear();
    hide_text(&mut item.title);
    hide([&mut item.presented]);
    if let ItemEnd::Skipped { reason } = &mut item.end {
        hide([reason]);
    }
    for point in &mut item.points {
        hide([&mut point.speaker, &mut point.text]);
    }
    item.motions.iter_mut().for_each(motion);
    agreed(&mut item.agreed);
}

fn motion(motion: &mut MotionMinutes) {
    motion.named.clear();
    for version in &mut motion.texts {
        hide_text(&mut version.text);
        hide([&mut version.by]);
    }
    for objection in &mut motion.objections {
        hide([&mut objection.by, &mut objection.reason]);
    }
    hide(motion.moved_by.iter_mut().chain(&mut motion.seconded_by).chain(&mut motion.overridden));
    hide(motion.tellers.names_mut());
    hide(motion.reopened.iter_mut().map(|reopening| &mut reopening.reason));
    if let MotionEnd::Withdrawn { reason } = &mut motion.end {
        hide([reason]);
    }
}

fn agreed(agreed: &mut Agreed) {
    agreed.pledges.iter_mut().for_each(pledge);
    agreed.actions.iter_mut().for_each(action);
    for ClaimLine { part, partner, promise, end } in &mut agreed.claims {
        hide_text(part);
        hide([partner, promise]);
        if let ClaimEnd::Delivered { note: words } | ClaimEnd::Released { reason: words } = end {
            hide([words]);
        }
    }
    for fund in &mut agreed.funds {
        for allocation in &mut fund.allocations {
            hide_text(&mut allocation.purpose);
            hide(&mut allocation.dropped);
        }
    }
}

fn pledge(line: &mut PledgeLine) {
    let giver = &mut line.promise.giver;
    if giver.anonymous {
        *giver = Giver { anonymous: true, ..Giver::default() };
        // A reason may say who it was.
        line.withdrawn.iter_mut().for_each(String::clear);
    }
    hide([&mut giver.name]);
    hide(&mut line.withdrawn);
}

fn action(line: &mut ActionLine) {
    hide([&mut line.task.what, &mut line.task.who]);
    match &mut line.end {
        ActionEnd::Open => {}
        ActionEnd::Done { by, note } | ActionEnd::Checked { by, note } => hide([by, note]),
        ActionEnd::Dropped { reason } => hide([reason]),
    }
}

fn line(line: &mut SheetLine) {
    hide([&mut line.name]);
    hide(line.voice.iter_mut().chain(&mut line.by).chain(&mut line.proxy_for));
}
