//! Who was there, in heads and area.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::{
    meeting::{
        Meeting,
        agenda::VoterKey,
        attendance::{Attendance, Capacity},
        roll::Voter,
        rule::Weight,
    },
    survey::Door,
};

/// Who was there. Each vote keeps its own count of who was there when it opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turnout {
    /// Whether there is a roll of the entitled.
    pub roll: bool,
    /// 应到: all on the roll.
    pub entitled: Weight,
    /// 实到: who came at any time, or was spoken for by somebody who did; where there is no roll, the heads there.
    pub present: Weight,
    /// 委托: how many of these were spoken for.
    pub by_proxy: u32,
    /// Who came without being on the roll and without being an observer, such as tenants. Where there is no roll they
    /// are among the present.
    pub residents: u32,
    /// 列席
    pub observers: Vec<String>,
    /// 物业工作人员
    pub staff: Vec<String>,
    /// Absent with a reason.
    pub absent: Vec<Absent>,
    /// How many on the roll neither came nor were spoken for, with and without a reason.
    pub absent_heads: u64,
    /// Co-owners who named no voice: not counted among the present.
    pub unresolved: Vec<Absent>,
}

/// Somebody on the roll who did not take part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// Name.
    pub name: String,
    /// Door.
    pub door: Door,
    /// Why; empty when nobody said.
    pub reason: String,
}

impl Turnout {
    pub(super) fn of(meeting: &Meeting) -> Self {
        let attendance = &meeting.attendance;
        let named = |capacity| attendance.people().filter(move |p| p.capacity == capacity).map(|p| p.name.clone());
        let excused: std::collections::BTreeMap<_, _> = attendance.excused().collect();
        let voted = spoken_for(meeting);
        let mut turnout = Self {
            roll: !attendance.roll().is_empty(),
            entitled: attendance.entitled(),
            present: Weight::default(),
            by_proxy: 0,
            residents: u32::try_from(named(Capacity::Resident).count()).unwrap_or(u32::MAX),
            observers: named(Capacity::Observer).collect(),
            staff: named(Capacity::Staff).collect(),
            absent: Vec::new(),
            absent_heads: 0,
            unresolved: Vec::new(),
        };
        for voter in attendance.roll() {
            let line =
                |reason: &str| Absent { name: voter.name.clone(), door: voter.door(), reason: reason.to_owned() };
            if attendance.is_disputed(&voter.key) {
                turnout.unresolved.push(line(""));
                continue;
            }
            let came = came(attendance, voter);
            if came || voted.contains(&voter.key) {
                turnout.present = turnout.present.plus(attendance.weight(&voter.key));
                turnout.by_proxy += u32::from(!came);
                continue;
            }
            turnout.absent_heads += 1;
            turnout.absent.extend(excused.get(&voter.key).map(|reason| line(reason)));
        }
        if !turnout.roll {
            let heads = u64::from(attendance.counted().unwrap_or(0)).max(u64::from(turnout.residents));
            turnout.present = Weight::counted(heads);
        }
        turnout
    }
}

/// Whether a voter was there themselves at any time.
pub(super) fn came(attendance: &Attendance, voter: &Voter) -> bool {
    attendance.person(&voter.key.person()).is_some_and(|person| !person.stays.is_empty())
}

/// Voters for whom somebody there spoke: proxies that stand, and those that stood when a vote opened.
fn spoken_for(meeting: &Meeting) -> BTreeSet<&VoterKey> {
    let attendance = &meeting.attendance;
    let holds = |holder| attendance.person(holder).is_some_and(|person| !person.stays.is_empty());
    let now = attendance.proxies().filter(|(_, holder)| holds(holder)).map(|(principal, _)| principal);
    let votes = meeting.motions.all().iter().filter_map(|motion| motion.vote.as_ref());
    now.chain(votes.flat_map(|vote| vote.presence.voices.iter().map(|voice| &voice.voter))).collect()
}
