//! 签到表: one line for everybody on the roll and everybody who came.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::domain::{
    meeting::{
        agenda::{PersonKey, VoterKey},
        attendance::{Attendance, Capacity, Person},
    },
    survey::Door,
};

/// A line of the sign-in sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetLine {
    /// Name.
    pub name: String,
    /// Door; blank where it is not known.
    pub door: Door,
    /// As what they are there.
    pub capacity: Capacity,
    /// Exclusive area in 0.01 m²; 0 for who is not on the roll.
    pub area: u64,
    /// Who speaks for co-owners, where they named somebody.
    pub voice: Option<String>,
    /// When they came and left, in turns; none for who did not come.
    pub stays: Vec<Stay>,
    /// 受托: for whom they hold a written proxy.
    pub proxy_for: Vec<String>,
    /// 委托: who holds theirs.
    pub by: Option<String>,
}

/// From coming to leaving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// When they came.
    pub came: DateTime<FixedOffset>,
    /// When they left; nothing when they stayed to the end.
    pub left: Option<DateTime<FixedOffset>>,
}

/// The sheet: the roll in its order, then who came without being on it, in the order they came.
pub(super) fn of(attendance: &Attendance) -> Vec<SheetLine> {
    let stays = |person: Option<&Person>| {
        let stays = person.map(|person| person.stays.as_slice()).unwrap_or_default();
        stays.iter().map(|(came, left)| Stay { came: came.wall, left: left.map(|left| left.wall) }).collect()
    };
    let mut held = std::collections::BTreeMap::<&PersonKey, Vec<String>>::new();
    for (principal, holder) in attendance.proxies() {
        let name = attendance.voter(principal).map(|voter| voter.name.clone());
        held.entry(holder).or_default().extend(name);
    }
    let mut proxy_for = |person: &PersonKey| held.remove(person).unwrap_or_default();
    let mut sheet: Vec<SheetLine> = Vec::new();
    for voter in attendance.roll() {
        let key = voter.key.person();
        sheet.push(SheetLine {
            name: voter.name.clone(),
            door: voter.door(),
            capacity: Capacity::Entitled,
            area: attendance.weight(&voter.key).area,
            voice: attendance.voice_of(&voter.key).map(str::to_owned),
            stays: stays(attendance.person(&key)),
            proxy_for: proxy_for(&key),
            by: attendance.holder(&voter.key).map(|holder| name_of(attendance, holder)),
        });
    }
    let off_roll = |person: &&Person| attendance.voter(&VoterKey::new(&*person.key.0)).is_none();
    for person in attendance.people().filter(off_roll) {
        sheet.push(SheetLine {
            name: person.name.clone(),
            door: person.door.clone(),
            capacity: person.capacity,
            area: 0,
            voice: None,
            stays: stays(Some(person)),
            proxy_for: proxy_for(&person.key),
            by: None,
        });
    }
    sheet
}

/// What somebody is called: as they checked in, else as on the roll.
pub(super) fn name_of(attendance: &Attendance, key: &PersonKey) -> String {
    let on_roll = || attendance.voter(&VoterKey::new(&*key.0)).map(|voter| voter.name.clone());
    attendance.person(key).map(|person| person.name.clone()).or_else(on_roll).unwrap_or_default()
}
