//! Throwing a draft away, and bringing it back; and taking back the visit that a finished response was noted as, which is
//! asked for with the same key.
//!
//! The record of a draft thrown away keeps its edits and the question that was on screen. What goes with them lies beside the
//! store: what was half typed (`typed/`) and the files given as answers (`files/`). Both stay as long as the record can be
//! taken back, so that undo brings the draft back whole; that is until its body is erased because a person is to be
//! forgotten. What erasing left behind goes with the next draft thrown away ([`sweep`]).

use std::{fs, path::Path};

use super::{Ctx, Level, attach, half_typed};
use crate::{
    domain::{RecordId, ResponseId, record::StoreError, survey::DraftHead, visit::Rounds},
    locale::door,
    store::Store,
    tr,
};

/// The drafts thrown away and the visits noted by themselves since the program started, for undo.
#[derive(Debug, Default)]
pub struct Discards {
    /// What was done, the last at the end.
    done: Vec<Discard>,
    /// Whether that was the last thing done: then the key of undo means this, also where a field would take it.
    fresh: bool,
}

/// What the key of undo takes back on every screen.
#[derive(Debug, Clone)]
enum Discard {
    /// A draft was thrown away with this record.
    Draft(RecordId, Box<DraftHead>),
    /// A finished response was noted as a visit with these records, at the door of these words.
    Visit(Vec<RecordId>, String),
}

impl Discards {
    /// Whether there is anything to bring back.
    #[must_use]
    pub fn any(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether something was thrown away or noted just before this key. With the key after it, a visit that was noted stays:
    /// the key that empties a field must not open doors again that were gone to an hour ago.
    pub fn is_fresh_for_one_key(&mut self, key_is_undo: bool) -> bool {
        let fresh = std::mem::take(&mut self.fresh);
        if !(fresh && key_is_undo) {
            self.done.retain(|done| matches!(done, Discard::Draft(..)));
        }
        fresh
    }

    /// A finished response was noted as a visit.
    pub(super) fn visit_noted(&mut self, records: Vec<RecordId>, door: String) {
        self.done.push(Discard::Visit(records, door));
        self.fresh = true;
    }
}

impl Ctx {
    /// Throws a draft away and says how to bring it back. Whether that was possible: if not, a notice says why.
    pub fn discard(&mut self, head: &DraftHead) -> bool {
        let id = head.id;
        let Some(record) = self.write(|store, stamp| store.discard_draft(id, stamp)) else { return false };
        self.discards.done.push(Discard::Draft(record, Box::new(head.clone())));
        self.discards.fresh = true;
        if let Err(error) = sweep(&self.dir, &self.store) {
            tracing::warn!(?error, "files left over");
        }
        let draft = self.draft_words(head);
        self.notice(Level::Done, |l| tr!(l, "discard-done", draft = draft));
        true
    }

    /// Brings the draft thrown away last back, or takes the visit noted last back, whichever came later. Whether anything
    /// changed. When the response has been begun anew since, what was typed since stays, and a notice says so.
    pub fn take_discard_back(&mut self) -> bool {
        let done = match self.discards.done.last().cloned() {
            None => return false,
            Some(Discard::Draft(record, head)) => self.bring_back(record, &head),
            Some(Discard::Visit(records, door)) => self.undo_register::<Rounds>(&records).map(|_| {
                self.notice(Level::Done, |l| tr!(l, "discard-visit-undone", door = door));
                true
            }),
        };
        if done.is_some() {
            self.discards.done.pop();
        }
        done.unwrap_or_default()
    }

    /// Brings a draft back. Whether it was away; nothing when the store does not say or do.
    fn bring_back(&mut self, record: RecordId, head: &DraftHead) -> Option<bool> {
        let draft = self.draft_words(head);
        if self.read(|store| store.draft(head.id))?.is_some() {
            self.notice(Level::Info, |l| tr!(l, "discard-begun-anew", draft = draft));
            return Some(false);
        }
        self.write(|store, stamp| store.retract(record, stamp))?;
        self.notice(Level::Done, |l| tr!(l, "discard-undone", draft = draft));
        Some(true)
    }

    /// A draft by its door; one without a door goes by its survey.
    fn draft_words(&self, head: &DraftHead) -> String {
        let door = door(&self.locale, &head.door);
        if door.is_empty() { self.survey_title(&head.survey.id).to_owned() } else { door }
    }
}

/// Removes what is half typed, and files given as answers, of responses of which nothing is left but erased records. What
/// belongs to a response the store never heard of is left alone: it may have been put there before an import.
///
/// # Errors
/// As every read of the store. What cannot be removed stays until the next time.
pub fn sweep(dir: &Path, store: &Store) -> Result<(), StoreError> {
    for (folder, ending) in [(half_typed::FOLDER, ".ron"), (attach::FOLDER, "")] {
        for entry in fs::read_dir(dir.join(folder)).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(id) = name.strip_suffix(ending).and_then(|id| id.parse::<ResponseId>().ok()) else { continue };
            if store.is_erased(id)? {
                let path = entry.path();
                let gone = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
                if let Err(error) = gone {
                    tracing::warn!(%error, "file left over");
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{SeededIds, survey::SurveyRef},
        store::{OpenOptions, Stamp},
    };

    #[test]
    fn what_lies_beside_a_draft_stays_until_its_record_is_erased() {
        let dir = tempfile::tempdir().unwrap();
        let now = chrono::DateTime::parse_from_rfc3339("2024-11-12T14:03:21+08:00").unwrap();
        let mut ids = SeededIds::new(3);
        let options = OpenOptions { community: String::new(), ids: &mut ids, now, page_limit: None };
        let mut store = Store::open(dir.path(), options).unwrap().into_store();
        let head = |n| DraftHead {
            id: ResponseId(uuid::Uuid::from_u128(n)),
            survey: SurveyRef { id: "s".into(), version: "1".into(), hash: "00".into() },
            session: None,
            door: crate::domain::survey::Door::default(),
            surveyor: String::new(),
            created: now,
            seed: 0,
            correction: None,
        };
        let beside = |n: u128| {
            let id = ResponseId(uuid::Uuid::from_u128(n)).to_string();
            [dir.path().join("typed").join(format!("{id}.ron")), dir.path().join("files").join(id).join("院.jpg")]
        };
        // 1 under way, 2 thrown away, 3 thrown away and erased, 4 unknown.
        for n in 1..=4 {
            for path in beside(n) {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, "x").unwrap();
            }
        }
        for n in 1..=3 {
            store.begin_draft(&head(n)).unwrap();
        }
        let mut discard =
            |store: &mut Store, n| store.discard_draft(head(n).id, Stamp { ids: &mut ids, now, author: "" }).unwrap();
        discard(&mut store, 2);
        let record = discard(&mut store, 3);
        sweep(dir.path(), &store).unwrap();
        assert!((1..=4).flat_map(beside).all(|path| path.exists()));
        store.erase(record, "", Stamp { ids: &mut SeededIds::new(90), now, author: "" }).unwrap();
        sweep(dir.path(), &store).unwrap();
        let left: Vec<u128> = (1..=4).filter(|n| beside(*n).iter().any(|path| path.exists())).collect();
        assert_eq!(left, [1, 2, 4]);
    }
}
