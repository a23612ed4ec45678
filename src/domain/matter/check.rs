//! Which events make sense now.

use super::{Event, MatterRefusal, Matters, Step};
use crate::domain::MatterId;

impl Matters {
    /// Whether an event makes sense now, after some matters were raised with it, and changes anything.
    pub(super) fn check(&self, event: &Event, raised: &[MatterId]) -> Result<bool, MatterRefusal> {
        let known = |id: &MatterId| raised.contains(id) || self.matter(*id).is_some();
        let open = |id: &MatterId| match self.matter(*id) {
            Some(_) if self.stands_for(*id) != *id => Err(MatterRefusal::Merged),
            Some(_) => Ok(()),
            None if raised.contains(id) => Ok(()),
            None => Err(MatterRefusal::Unknown),
        };
        match event {
            Event::Concern(concern) => Ok(!self.concerns().any(|known| known == concern)),
            Event::Raised { matter, about, split_from } => {
                titled(&about.title)?;
                if let Some(from) = split_from {
                    open(from)?;
                }
                if known(matter) { Err(MatterRefusal::Exists) } else { Ok(true) }
            }
            Event::Changed { matter, about } => {
                open(matter)?;
                titled(&about.title)?;
                Ok(self.matter(*matter).is_none_or(|known| known.about != *about))
            }
            Event::Put { matter, step, note } => {
                open(matter)?;
                if *step == Step::Dropped && note.trim().is_empty() {
                    return Err(MatterRefusal::NoReason);
                }
                Ok(true)
            }
            Event::Merged { matter, into } => {
                open(matter)?;
                open(into)?;
                if matter == into { Err(MatterRefusal::MergedIntoItself) } else { Ok(true) }
            }
            Event::Linked { matter, link } => {
                open(matter)?;
                Ok(!self.links(*matter).contains(link))
            }
            Event::Unlinked { matter, link } => {
                if known(matter) {
                    Ok(self.links(*matter).contains(link))
                } else {
                    Err(MatterRefusal::Unknown)
                }
            }
            Event::Coded { code, suggestion, blind } => {
                if !code.matters.iter().all(known) {
                    return Err(MatterRefusal::Unknown);
                }
                Ok(*blind || self.coding(suggestion).is_none_or(|coding| coding.code.as_ref() != Some(code)))
            }
        }
    }
}

fn titled(title: &str) -> Result<(), MatterRefusal> {
    if title.trim().is_empty() { Err(MatterRefusal::Untitled) } else { Ok(()) }
}
