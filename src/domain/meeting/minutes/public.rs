//! What everyone may read of minutes.

use super::{
    ActionEnd, ActionLine, Agreed, ClaimEnd, ClaimLine, Edition, ItemEnd, ItemMinutes, Minutes, MotionEnd,
    MotionMinutes, PledgeLine, SheetLine,
    door::{without_door_names, without_doors},
    phone::without_phones,
};
use crate::domain::{Text, meeting::ledger::Giver, survey::Door};

impl Minutes {
    /// The public's edition: no phone numbers anywhere and of doors only the building, whoever was called by one among them;
    /// no givers who asked not to be named, no reasons why somebody did not come, no timings, no notes of the facilitator,
    /// no list of who voted how. Must-visit kinds never stand in minutes.
    #[must_use]
    pub fn public(&self) -> Self {
        let mut minutes = self.clone();
        minutes.edition = Edition::Public;
        minutes.timing = None;
        let heading = &mut minutes.heading;
        hide([&mut heading.title, &mut heading.place]);
        hide_names([&mut heading.chair, &mut heading.note_taker]);
        hide(heading.reopened.iter_mut().map(|reopening| &mut reopening.reason));
        let turnout = &mut minutes.turnout;
        hide_names(turnout.observers.iter_mut().chain(&mut turnout.staff));
        for absent in turnout.absent.iter_mut().chain(&mut turnout.unresolved) {
            hide_names([&mut absent.name]);
            absent.door = building(&absent.door);
            // Why somebody stays away, an illness perhaps, is theirs to tell.
            absent.reason.clear();
        }
        minutes.items.iter_mut().for_each(item);
        minutes.earlier.iter_mut().for_each(action);
        agreed(&mut minutes.besides);
        hide([&mut minutes.remarks, &mut minutes.next_meeting]);
        minutes.sheet.iter_mut().for_each(line);
        minutes
    }
}

/// What a person said or wrote as everyone may read it: phone numbers covered, and of doors all but the building.
#[must_use]
pub fn public_words(words: &str) -> String {
    without_doors(&without_phones(words))
}

/// Who somebody is, as everyone may read it. People are also called by their door: a short or bare number is one here.
#[must_use]
pub fn public_name(name: &str) -> String {
    without_door_names(&without_phones(name))
}

fn hide<'a>(words: impl IntoIterator<Item = &'a mut String>) {
    for words in words {
        *words = public_words(words);
    }
}

/// The same for who somebody is.
fn hide_names<'a>(names: impl IntoIterator<Item = &'a mut String>) {
    for name in names {
        *name = public_name(name);
    }
}

/// A door but for its entrance and household.
fn building(door: &Door) -> Door {
    Door { building: door.building.clone(), ..Door::default() }
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
        hide_names([&mut point.speaker]);
        hide([&mut point.text]);
    }
    item.motions.iter_mut().for_each(motion);
    agreed(&mut item.agreed);
}

fn motion(motion: &mut MotionMinutes) {
    motion.named.clear();
    for version in &mut motion.texts {
        hide_text(&mut version.text);
        hide_names([&mut version.by]);
    }
    for objection in &mut motion.objections {
        hide_names([&mut objection.by]);
        hide([&mut objection.reason]);
    }
    hide_names(motion.moved_by.iter_mut().chain(&mut motion.seconded_by));
    hide(&mut motion.overridden);
    hide_names(motion.tellers.names_mut());
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
        hide_names([partner]);
        hide([promise]);
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
    hide_names([&mut giver.name]);
    hide(&mut line.withdrawn);
}

fn action(line: &mut ActionLine) {
    hide([&mut line.task.what]);
    hide_names([&mut line.task.who]);
    match &mut line.end {
        ActionEnd::Open => {}
        ActionEnd::Done { by, note } | ActionEnd::Checked { by, note } => {
            hide_names([by]);
            hide([note]);
        }
        ActionEnd::Dropped { reason } => hide([reason]),
    }
}

fn line(line: &mut SheetLine) {
    line.door = building(&line.door);
    hide_names([&mut line.name]);
    hide_names(line.voice.iter_mut().chain(&mut line.by).chain(&mut line.proxy_for));
}
