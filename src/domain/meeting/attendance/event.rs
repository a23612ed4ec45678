//! Who came and went.

use serde::{Deserialize, Serialize};

use crate::domain::{
    meeting::agenda::{PersonKey, VoterKey},
    survey::Door,
};

/// In which capacity somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// 应到: on the roll.
    Entitled,
    /// 居民: not on the roll, such as a tenant: speaks, has no weight without a written proxy. Where there is no roll, one head.
    Resident,
    /// 列席
    Observer,
    /// 物业工作人员: barred as a proxy unless the settings allow it.
    Staff,
}

/// Something that happened to who is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceEvent {
    /// Checked in, again after leaving too.
    Arrived {
        /// Who: the voter's key for one on the roll.
        person: PersonKey,
        /// Name on the sign-in sheet.
        name: String,
        /// Their door, where it is known.
        door: Door,
        /// As what.
        capacity: Capacity,
    },
    /// Checked out.
    Left {
        /// Who.
        person: PersonKey,
    },
    /// How many are there in all, where nobody checks in by name.
    Counted {
        /// So many.
        present: u32,
    },
    /// A written proxy was handed in.
    ProxyGiven {
        /// For whom.
        principal: VoterKey,
        /// By whom; counts only while they are there.
        holder: PersonKey,
    },
    /// A proxy was taken back or ran out.
    ProxyEnded {
        /// For whom.
        principal: VoterKey,
    },
    /// Absent with a reason.
    Excused {
        /// Who.
        voter: VoterKey,
        /// Why.
        reason: String,
    },
    /// Co-owners disagree: the unit does not take part until one voice is named.
    VoiceDisputed {
        /// Which voter.
        voter: VoterKey,
    },
    /// Co-owners named one voice.
    VoiceNamed {
        /// Which voter.
        voter: VoterKey,
        /// Who speaks for them.
        name: String,
    },
}

/// What can be asked about who is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttendanceCommand {
    /// Check in one on the roll.
    CheckIn {
        /// Who.
        voter: VoterKey,
    },
    /// Check in somebody not on the roll.
    WalkIn {
        /// A fresh key.
        person: PersonKey,
        /// Name.
        name: String,
        /// Their door, where it is known.
        door: Door,
        /// As what; not `Entitled`.
        capacity: Capacity,
    },
    /// Check in again somebody who left.
    Back {
        /// Who.
        person: PersonKey,
    },
    /// Check out.
    CheckOut {
        /// Who.
        person: PersonKey,
    },
    /// Count heads where nobody checks in by name.
    Count {
        /// So many.
        present: u32,
    },
    /// Note a proxy.
    GiveProxy {
        /// For whom.
        principal: VoterKey,
        /// By whom.
        holder: PersonKey,
        /// Whether it is written.
        written: bool,
    },
    /// Take a proxy back.
    EndProxy {
        /// For whom.
        principal: VoterKey,
    },
    /// Note a reason for being absent.
    Excuse {
        /// Who.
        voter: VoterKey,
        /// Why; empty takes the note back.
        reason: String,
    },
    /// Note that co-owners disagree.
    Dispute {
        /// Which voter.
        voter: VoterKey,
    },
    /// Name the one voice of co-owners.
    NameVoice {
        /// Which voter.
        voter: VoterKey,
        /// Who.
        name: String,
    },
}

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttendanceRefusal {
    /// Nobody of this key on the roll.
    NotOnRoll,
    /// Nobody of this key is known here.
    Unknown,
    /// Is there already.
    AlreadyThere,
    /// Is not there.
    NotThere,
    /// A walk-in needs a name.
    NoName,
    /// A proxy must be written.
    NotWritten,
    /// A principal who is there speaks for themselves.
    PrincipalThere,
    /// Holds as many proxies as one may.
    TooManyPrincipals {
        /// How many one may.
        limit: u32,
    },
    /// Property staff may not stand for owners.
    StaffBarred,
    /// Nobody stands for themselves.
    Oneself,
    /// There is no such proxy.
    NoProxy,
    /// They are not co-owners.
    NoCoOwners,
    /// A reason or name is asked for.
    Empty,
}
