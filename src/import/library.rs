//! All definitions of one kind at hand, by id.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{Origin, definition::own_definitions};

/// A file that defines something: a survey, an agenda.
pub trait DefinitionFile: Sized + 'static {
    /// The folder of the data directory in which people keep their own.
    const FOLDER: &'static str;

    /// Those that are part of the program, in the order they are offered. Nothing of them is read yet.
    fn built_in() -> impl Iterator<Item = Self>;

    /// The file at a path.
    ///
    /// # Errors
    /// When it cannot be read or is not UTF-8.
    fn at(path: &Path) -> io::Result<Self>;

    /// Its id; for a file that cannot be read, its name without `.ron`.
    fn id(&self) -> &str;

    /// Where it came from.
    fn origin(&self) -> &Origin;
}

/// All definitions of one kind at hand. A bad file stays among them with its problems, and the rest works.
#[derive(Debug)]
pub struct Library<F> {
    files: Vec<F>,
    /// Files in the data directory that could not be read.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

impl<F> Default for Library<F> {
    fn default() -> Self {
        Self { files: Vec::new(), unreadable: Vec::new() }
    }
}

impl<F: DefinitionFile> Library<F> {
    /// Those that are part of the program.
    #[must_use]
    pub fn shipped() -> Self {
        Self { files: F::built_in().collect(), unreadable: Vec::new() }
    }

    /// The shipped ones and those of a data directory. One of somebody's own stands in place of a shipped one with the
    /// same id.
    #[must_use]
    pub fn load(dir: &Path) -> Self {
        let mut library = Self::shipped();
        for path in own_definitions(&dir.join(F::FOLDER)) {
            match F::at(&path) {
                Ok(own) => library.put(own),
                Err(error) => library.unreadable.push((path, error)),
            }
        }
        library
    }

    /// Adds one, in place of a shipped one with its id.
    pub fn put(&mut self, own: F) {
        let same = self.files.iter().position(|f| *f.origin() == Origin::Shipped && f.id() == own.id());
        match same {
            Some(at) => self.files[at] = own,
            None => self.files.push(own),
        }
    }

    /// Adds one named by hand, in place of any with its id.
    pub fn put_first(&mut self, own: F) {
        self.files.retain(|f| f.id() != own.id());
        self.files.insert(0, own);
    }

    /// The one with that id, taken out.
    #[must_use]
    pub fn take(self, id: &str) -> Option<F> {
        self.files.into_iter().find(|f| f.id() == id)
    }

    /// All of them, in the order they are offered.
    pub fn all(&self) -> impl Iterator<Item = &F> {
        self.files.iter()
    }

    /// The one with that id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&F> {
        self.files.iter().find(|f| f.id() == id)
    }
}
