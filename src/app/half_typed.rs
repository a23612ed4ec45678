//! What was typed into a draft and is no answer yet: kept beside the store, so that it outlives a crash.
//!
//! A small file a draft, `typed/<response>.ron` in the data directory, written as one types and gone once every text in it is
//! an answer. Writing it with every key, and waiting for the disk only when the hands rest or the question is left
//! ([`HalfTyped::settle`]), keeps typing light: a killed program loses nothing, a power cut the words of the last moment.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::domain::{ResponseId, survey::NodePath};

/// Name of the folder in the data directory.
pub(super) const FOLDER: &str = "typed";

/// The texts of one draft that are no answers yet.
#[derive(Debug, Default)]
pub struct HalfTyped {
    file: PathBuf,
    texts: Vec<(NodePath, String)>,
    /// Whether the file was written since the disk was waited for.
    unsettled: bool,
}

impl HalfTyped {
    /// Those of a draft; none when there is no file, or it cannot be read.
    #[must_use]
    pub fn open(dir: &Path, response: ResponseId) -> Self {
        let file = dir.join(FOLDER).join(format!("{response}.ron"));
        let texts = fs::read_to_string(&file).ok().and_then(|text| ron::from_str(&text).ok()).unwrap_or_default();
        Self { file, texts, unsettled: false }
    }

    /// What was typed at a question.
    #[must_use]
    pub fn at(&self, path: &NodePath) -> Option<&str> {
        self.texts.iter().find(|(at, _)| at == path).map(|(_, text)| text.as_str())
    }

    /// Keeps what is typed at a question; nothing once it is an answer.
    pub fn keep(&mut self, path: &NodePath, text: Option<String>) {
        if self.at(path) == text.as_deref() {
            return;
        }
        self.texts.retain(|(at, _)| at != path);
        self.texts.extend(text.map(|text| (path.clone(), text)));
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

    /// Forgets all of it: the response is finished.
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

    #[test]
    fn texts_stay_until_they_are_answers() {
        let dir = tempfile::tempdir().unwrap();
        let id = ResponseId(uuid::Uuid::nil());
        let (a, b): (NodePath, NodePath) = ("/data/a".parse().unwrap(), "/data/m[2]/b".parse().unwrap());
        let mut typed = HalfTyped::open(dir.path(), id);
        typed.keep(&a, Some("张\"三\n".into()));
        typed.keep(&b, Some("11-".into()));
        let mut again = HalfTyped::open(dir.path(), id);
        assert_eq!((again.at(&a), again.at(&b)), (Some("张\"三\n"), Some("11-")));
        typed.settle();
        assert!(!typed.unsettled);
        again.keep(&a, None);
        assert_eq!(HalfTyped::open(dir.path(), id).at(&a), None);
        again.keep(&b, None);
        assert_eq!(fs::read_dir(dir.path().join(FOLDER)).unwrap().count(), 0);
        fs::write(dir.path().join(FOLDER).join(format!("{id}.ron")), "(").unwrap();
        assert_eq!(HalfTyped::open(dir.path(), id).at(&b), None);
    }
}
