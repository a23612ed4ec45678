//! What was typed and is not entered yet: kept beside the store, so that it outlives a crash.
//!
//! A small file a draft or a meeting's minutes, `typed/<id>.ron` in the data directory, written as one types and gone once
//! every text in it is entered. Writing it with every key, and waiting for the disk only when the hands rest or the question is left
//! ([`HalfTyped::settle`]), keeps typing light: a killed program loses nothing, a power cut the words of the last moment.

use std::{
    fmt::Display,
    fs,
    path::{Path, PathBuf},
};

use serde::{Serialize, de::DeserializeOwned};

use crate::domain::survey::NodePath;

/// Name of the folder in the data directory.
pub(super) const FOLDER: &str = "typed";

/// The texts of one draft that are no answers yet; or of something else, by what each is for.
#[derive(Debug)]
pub struct HalfTyped<K = NodePath> {
    file: PathBuf,
    texts: Vec<(K, String)>,
    /// Whether the file was written since the disk was waited for.
    unsettled: bool,
}

impl<K: Clone + PartialEq + Serialize + DeserializeOwned> HalfTyped<K> {
    /// Those of what has this id; none when there is no file, or it cannot be read.
    #[must_use]
    pub fn open(dir: &Path, id: impl Display) -> Self {
        let file = dir.join(FOLDER).join(format!("{id}.ron"));
        let texts = fs::read_to_string(&file).ok().and_then(|text| ron::from_str(&text).ok()).unwrap_or_default();
        Self { file, texts, unsettled: false }
    }

    /// What was typed last of what is not entered, and where.
    #[must_use]
    pub fn last(&self) -> Option<(&K, &str)> {
        self.texts.last().map(|(at, text)| (at, text.as_str()))
    }

    /// What was typed at a place.
    #[must_use]
    pub fn at(&self, place: &K) -> Option<&str> {
        self.texts.iter().find(|(at, _)| at == place).map(|(_, text)| text.as_str())
    }

    /// Keeps what is typed at a place; nothing once it is entered.
    pub fn keep(&mut self, place: &K, text: Option<String>) {
        if self.at(place) == text.as_deref() {
            return;
        }
        self.texts.retain(|(at, _)| at != place);
        self.texts.extend(text.map(|text| (place.clone(), text)));
        if let Err(error) = self.write() {
            tracing::warn!(%error, "half typed");
        }
    }

    /// Waits until what is kept has reached the disk; at once when it has already.
    pub fn settle(&mut self) {
        if !std::mem::take(&mut self.unsettled) {
            return;
        }
        let sync = |path: &Path| fs::File::open(path).and_then(|file| file.sync_all());
        // On a system that does not open folders the name may be lost with the power, as with any new file there.
        let synced = sync(&self.file).map(|()| self.file.parent().map(sync));
        if let Err(error) = synced {
            tracing::warn!(%error, "half typed");
        }
    }

    /// Forgets all of it: what it was typed into is finished.
    pub fn forget(&mut self) {
        self.texts.clear();
        self.unsettled = false;
        // There may be none.
        let _ = fs::remove_file(&self.file);
    }

    fn write(&mut self) -> std::io::Result<()> {
        self.unsettled = !self.texts.is_empty();
        if self.texts.is_empty() {
            let _ = fs::remove_file(&self.file);
            return Ok(());
        }
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        // Written beside and moved, so that a kill in the middle leaves the text from before.
        let fresh = self.file.with_extension("new");
        fs::write(&fresh, ron::to_string(&self.texts).unwrap_or_default())?;
        fs::rename(fresh, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ResponseId;

    #[test]
    fn texts_stay_until_they_are_answers() {
        let dir = tempfile::tempdir().unwrap();
        let id = ResponseId(uuid::Uuid::nil());
        let (a, b): (NodePath, NodePath) = ("/data/a".parse().unwrap(), "/data/m[2]/b".parse().unwrap());
        let mut typed = HalfTyped::<NodePath>::open(dir.path(), id);
        typed.keep(&a, Some("张\"三\n".into()));
        typed.keep(&b, Some("11-".into()));
        let mut again = HalfTyped::<NodePath>::open(dir.path(), id);
        assert_eq!((again.at(&a), again.at(&b)), (Some("张\"三\n"), Some("11-")));
        typed.settle();
        assert!(!typed.unsettled);
        again.keep(&a, None);
        assert_eq!(HalfTyped::<NodePath>::open(dir.path(), id).at(&a), None);
        again.keep(&b, None);
        assert_eq!(fs::read_dir(dir.path().join(FOLDER)).unwrap().count(), 0);
        fs::write(dir.path().join(FOLDER).join(format!("{id}.ron")), "(").unwrap();
        assert_eq!(HalfTyped::<NodePath>::open(dir.path(), id).at(&b), None);
    }
}
