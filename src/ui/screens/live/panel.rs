//! Moving in the agenda: which item another changes places with.

use crate::domain::meeting::{
    agenda::ItemKey,
    course::{Course, Stage},
};

/// Where an item goes.
pub enum To {
    /// Before this one.
    Before(ItemKey),
    /// To the end of the agenda.
    End,
}

impl To {
    /// Which item it comes before; nothing for the end.
    pub fn before(self) -> Option<ItemKey> {
        match self {
            Self::Before(item) => Some(item),
            Self::End => None,
        }
    }
}

/// Where `item` goes to stand one place higher or lower among those of its level that are still to come; nothing when
/// there is no such place.
pub fn neighbour(course: &Course, item: &ItemKey, up: bool) -> Option<To> {
    let sub = course.item(item)?.sub;
    let level: Vec<_> = course.items().iter().filter(|other| other.sub == sub).collect();
    let at = level.iter().position(|other| other.item.key == *item)?;
    if up {
        let above = at.checked_sub(1).map(|at| level[at]).filter(|above| above.stage == Stage::Ahead)?;
        return Some(To::Before(above.item.key.clone()));
    }
    level.get(at + 1)?;
    match level.get(at + 2) {
        Some(below) => Some(To::Before(below.item.key.clone())),
        // A sub-item cannot stand behind the last one of all: nothing says whose it would be.
        None => (!sub).then_some(To::End),
    }
}
