//! What may be done with the agenda.

use super::{Course, CourseCommand, CourseEvent, CourseRefusal, ItemState, Stage};
use crate::domain::meeting::{
    Meeting, Refusal,
    agenda::{Item, ItemKey},
};

impl Course {
    /// What happens when this is asked for.
    pub(in crate::domain::meeting) fn decide(
        &self,
        meeting: &Meeting,
        command: CourseCommand,
    ) -> Result<Vec<CourseEvent>, Refusal> {
        let afterwards = matches!(command, CourseCommand::Reopen { .. } | CourseCommand::Concern { .. });
        if self.closed().is_some() && !afterwards {
            return Err(Refusal::Closed);
        }
        self.answer(meeting, command).map_err(Refusal::Course)
    }

    fn answer(&self, meeting: &Meeting, command: CourseCommand) -> Result<Vec<CourseEvent>, CourseRefusal> {
        let event = match command {
            CourseCommand::Start => {
                if self.started().is_some() {
                    return Err(CourseRefusal::Started);
                }
                let first = self.next().map(|item| CourseEvent::Began { item: item.item.key.clone() });
                return Ok(std::iter::once(CourseEvent::Started).chain(first).collect());
            }
            CourseCommand::Next => {
                self.leave(meeting)?;
                let next = self.next().map(|item| CourseEvent::Began { item: item.item.key.clone() });
                let end = || self.current().map(|item| CourseEvent::Done { item: item.item.key.clone() });
                next.or_else(end).ok_or(CourseRefusal::NoNext)?
            }
            CourseCommand::Go { item } => {
                self.leave(meeting)?;
                if self.known(&item)?.stage == Stage::UnderWay {
                    return Err(CourseRefusal::UnderWay);
                }
                CourseEvent::Began { item }
            }
            CourseCommand::Skip { item, reason } => {
                let known = self.known(&item)?;
                match known.stage {
                    Stage::UnderWay => self.leave(meeting)?,
                    Stage::Done | Stage::Skipped { .. } => return Err(CourseRefusal::Begun),
                    Stage::Ahead => {}
                }
                CourseEvent::Skipped { item, reason: reason.trim().to_owned() }
            }
            CourseCommand::Move { item, before } => {
                if self.known(&item)?.stage != Stage::Ahead {
                    return Err(CourseRefusal::Begun);
                }
                if let Some(before) = &before {
                    let (moved, target) = (self.known(&item)?.sub, self.known(before)?.sub);
                    if moved != target || item == *before {
                        return Err(CourseRefusal::NoItem);
                    }
                }
                CourseEvent::Moved { item, before }
            }
            CourseCommand::Insert { item, before } => self.insertion(item, before)?,
            CourseCommand::Concern { item, matters } => {
                self.known(&item)?;
                CourseEvent::Concerns { item, matters }
            }
            CourseCommand::Pause => {
                self.begun()?;
                if self.is_paused() {
                    return Err(CourseRefusal::Paused);
                }
                CourseEvent::Paused
            }
            CourseCommand::Resume => {
                if !self.is_paused() {
                    return Err(CourseRefusal::NotPaused);
                }
                CourseEvent::Resumed
            }
            CourseCommand::Close => {
                self.leave(meeting)?;
                CourseEvent::Closed
            }
            CourseCommand::Reopen { reason } => {
                if self.closed().is_none() {
                    return Err(CourseRefusal::NotClosed);
                }
                if reason.trim().is_empty() {
                    return Err(CourseRefusal::NoReason);
                }
                CourseEvent::Reopened { reason: reason.trim().to_owned() }
            }
            CourseCommand::Notice(notice) => CourseEvent::Noticed(notice),
            CourseCommand::Unnotice => CourseEvent::Unnoticed,
            CourseCommand::Name { title, place } => {
                self.not_begun()?;
                let (title, place) = (title.trim().to_owned(), place.trim().to_owned());
                if title.is_empty() {
                    return Err(CourseRefusal::NoTitle);
                }
                CourseEvent::Named { title, place }
            }
            CourseCommand::Enrol { roll } => {
                self.not_begun()?;
                if meeting.attendance.anybody_came() {
                    return Err(CourseRefusal::CheckedIn);
                }
                CourseEvent::Enrolled { roll }
            }
            CourseCommand::Preside { chair, note_taker } => CourseEvent::Presiding { chair, note_taker },
        };
        Ok(vec![event])
    }

    fn insertion(&self, item: Box<Item>, before: Option<ItemKey>) -> Result<CourseEvent, CourseRefusal> {
        if item.title.is_empty() {
            return Err(CourseRefusal::NoTitle);
        }
        if let Some(before) = &before {
            self.known(before)?;
        }
        if self.item(&item.key).is_some() {
            return Err(CourseRefusal::Begun);
        }
        Ok(CourseEvent::Inserted { item, before })
    }

    fn not_begun(&self) -> Result<(), CourseRefusal> {
        if self.started().is_some() { Err(CourseRefusal::Started) } else { Ok(()) }
    }

    fn begun(&self) -> Result<(), CourseRefusal> {
        self.started().map(drop).ok_or(CourseRefusal::NotStarted)
    }

    /// An item is left only when no vote is open on it.
    fn leave(&self, meeting: &Meeting) -> Result<(), CourseRefusal> {
        self.begun()?;
        if meeting.motions.open().is_some() { Err(CourseRefusal::VoteOpen) } else { Ok(()) }
    }

    fn known(&self, key: &ItemKey) -> Result<&ItemState, CourseRefusal> {
        self.item(key).ok_or(CourseRefusal::NoItem)
    }
}
