//! What may be done about who is there.

use super::{Attendance, AttendanceCommand, AttendanceEvent, AttendanceRefusal, Capacity};
use crate::domain::meeting::{
    Refusal,
    agenda::{PersonKey, VoterKey},
    roll::Voter,
};

impl Attendance {
    /// What happens when this is asked for.
    pub(in crate::domain::meeting) fn decide(
        &self,
        command: AttendanceCommand,
    ) -> Result<Vec<AttendanceEvent>, Refusal> {
        self.answer(command).map_err(Refusal::Attendance)
    }

    fn answer(&self, command: AttendanceCommand) -> Result<Vec<AttendanceEvent>, AttendanceRefusal> {
        let event = match command {
            AttendanceCommand::CheckIn { voter } => self.arrived(self.on_roll(&voter)?)?,
            AttendanceCommand::WalkIn { person, name, door, capacity } => {
                if name.trim().is_empty() {
                    return Err(AttendanceRefusal::NoName);
                }
                if self.person(&person).is_some() || capacity == Capacity::Entitled {
                    return Err(AttendanceRefusal::AlreadyThere);
                }
                AttendanceEvent::Arrived { person, name, door, capacity }
            }
            AttendanceCommand::Back { person } => {
                let known = self.person(&person).ok_or(AttendanceRefusal::Unknown)?;
                if known.there() {
                    return Err(AttendanceRefusal::AlreadyThere);
                }
                let (name, door, capacity) = (known.name.clone(), known.door.clone(), known.capacity);
                AttendanceEvent::Arrived { person, name, door, capacity }
            }
            AttendanceCommand::CheckOut { person } => {
                if !self.is_there(&person) {
                    return Err(AttendanceRefusal::NotThere);
                }
                AttendanceEvent::Left { person }
            }
            AttendanceCommand::Count { present } => AttendanceEvent::Counted { present },
            AttendanceCommand::GiveProxy { principal, holder, written } => {
                self.may_stand(&principal, &holder, written)?;
                AttendanceEvent::ProxyGiven { principal, holder }
            }
            AttendanceCommand::EndProxy { principal } => {
                self.holder(&principal).ok_or(AttendanceRefusal::NoProxy)?;
                AttendanceEvent::ProxyEnded { principal }
            }
            AttendanceCommand::Excuse { voter, reason } => {
                self.on_roll(&voter)?;
                AttendanceEvent::Excused { voter, reason: reason.trim().to_owned() }
            }
            AttendanceCommand::Dispute { voter } => {
                if self.on_roll(&voter)?.co_owners.is_empty() {
                    return Err(AttendanceRefusal::NoCoOwners);
                }
                AttendanceEvent::VoiceDisputed { voter }
            }
            AttendanceCommand::NameVoice { voter, name } => {
                if self.on_roll(&voter)?.co_owners.is_empty() {
                    return Err(AttendanceRefusal::NoCoOwners);
                }
                if name.trim().is_empty() {
                    return Err(AttendanceRefusal::Empty);
                }
                AttendanceEvent::VoiceNamed { voter, name: name.trim().to_owned() }
            }
        };
        Ok(vec![event])
    }

    fn arrived(&self, voter: &Voter) -> Result<AttendanceEvent, AttendanceRefusal> {
        let person = voter.key.person();
        if self.is_there(&person) {
            return Err(AttendanceRefusal::AlreadyThere);
        }
        let (name, door) = (voter.name.clone(), voter.door());
        Ok(AttendanceEvent::Arrived { person, name, door, capacity: Capacity::Entitled })
    }

    fn on_roll(&self, key: &VoterKey) -> Result<&Voter, AttendanceRefusal> {
        self.voter(key).ok_or(AttendanceRefusal::NotOnRoll)
    }

    /// Whether `holder` may stand for `principal`: written, not oneself, no more principals than the settings allow, no
    /// property staff. A principal who is there votes themselves; the proxy sleeps until they leave.
    fn may_stand(&self, principal: &VoterKey, holder: &PersonKey, written: bool) -> Result<(), AttendanceRefusal> {
        self.on_roll(principal)?;
        if *holder == principal.person() {
            return Err(AttendanceRefusal::Oneself);
        }
        let capacity = match self.person(holder) {
            Some(person) => person.capacity,
            None if self.voter(&VoterKey::new(&*holder.0)).is_some() => Capacity::Entitled,
            None => return Err(AttendanceRefusal::Unknown),
        };
        if !written {
            return Err(AttendanceRefusal::NotWritten);
        }
        if self.is_there(&principal.person()) {
            return Err(AttendanceRefusal::PrincipalThere);
        }
        if capacity == Capacity::Staff && !self.staff_proxies() {
            return Err(AttendanceRefusal::StaffBarred);
        }
        let held = self.principals(holder) - usize::from(self.holder(principal) == Some(holder));
        if held >= self.limit() as usize {
            return Err(AttendanceRefusal::TooManyPrincipals { limit: self.limit() });
        }
        Ok(())
    }
}
