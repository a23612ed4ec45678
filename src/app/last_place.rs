//! Where one was, kept while the program runs: after a crash it opens there again. Leaving on purpose forgets it.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use super::Place;
use crate::{domain::meeting::MeetingStage, store::Store};

/// Name of the file in the data directory.
const FILE: &str = "place.ron";

/// Keeps a place. Losing it costs a few key presses, so a failure is only logged.
pub fn keep_place(dir: &Path, place: &Place) {
    let text = ron::to_string(place).unwrap_or_default();
    if let Err(error) = put(&dir.join(FILE), &text) {
        tracing::warn!(%error, "place");
    }
}

/// Writes a text over the one before. Emptying the file first would make some file systems wait for the disk when it is
/// closed, at every question.
fn put(path: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
    file.write_all(text.as_bytes())?;
    file.set_len(text.len() as u64)
}

/// Forgets the place: the program was left on purpose.
pub fn forget_place(dir: &Path) {
    // There may be none.
    let _ = fs::remove_file(dir.join(FILE));
}

/// The place that was kept; nothing when the program was left on purpose, or another version kept it.
#[must_use]
pub fn kept_place(dir: &Path) -> Option<Place> {
    ron::from_str(&fs::read_to_string(dir.join(FILE)).ok()?).ok()
}

/// Whether there is still something at a place. A draft that was finished as the program was killed is no draft any
/// more: nothing is wrong then, and nobody needs to hear of it.
#[must_use]
pub fn still_there(place: &Place, store: &Store) -> bool {
    match place {
        Place::Entry { response, .. } | Place::Review { response } => {
            store.drafts().is_ok_and(|drafts| drafts.iter().any(|draft| draft.head.id == *response))
        }
        place => place.meeting().is_none_or(|id| store.meeting(id).is_ok_and(|row| row.is_some())),
    }
}

/// Where Esc leads from a place the program starts at: out of a vote, or whatever else belongs to a meeting, to the meeting
/// as it is now. Nothing where that is Home.
#[must_use]
pub fn way_back(place: &Place, store: &Store) -> Option<Place> {
    let meeting = place.meeting()?;
    let back = match store.meeting(meeting).ok()??.stage() {
        MeetingStage::SetUp => Place::Lobby { meeting },
        MeetingStage::UnderWay | MeetingStage::Paused => Place::Live { meeting },
        MeetingStage::Closed | MeetingStage::Final => return None,
    };
    (back != *place).then_some(back)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::BrowseFilter,
        domain::{Ids, MeetingId, SeededIds, meeting::agenda::MotionKey},
    };

    #[test]
    fn a_place_is_kept_until_it_is_forgotten() {
        let dir = tempfile::tempdir().unwrap();
        let filter = BrowseFilter { text: "\"张三\"\n".into(), ..BrowseFilter::default() };
        let place = Place::Browse { filter };
        keep_place(dir.path(), &place);
        assert_eq!(kept_place(dir.path()), Some(place));
        forget_place(dir.path());
        assert_eq!(kept_place(dir.path()), None);
        fs::write(dir.path().join(FILE), "Elsewhere").unwrap();
        assert_eq!(kept_place(dir.path()), None);
    }

    #[test]
    fn a_meeting_under_way_opens_where_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let (meeting, motion) = (MeetingId(SeededIds::new(1).uuid(0)), MotionKey::new("facade \"3\""));
        for place in [Place::Live { meeting }, Place::Vote { meeting, motion }, Place::Actions] {
            keep_place(dir.path(), &place);
            assert_eq!(kept_place(dir.path()), Some(place));
        }
    }
}
