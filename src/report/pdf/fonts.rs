//! The faces a document may be set in, as values: whoever has a file system hands them in.

use std::{fmt, sync::Arc};

/// The bytes of a font file.
pub type FaceBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// One face of a font file.
#[derive(Clone)]
pub struct FaceData {
    /// The file.
    pub bytes: FaceBytes,
    /// Which face of a collection; 0 in a file of one.
    pub index: u32,
}

impl fmt::Debug for FaceData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FaceData").field("bytes", &(*self.bytes).as_ref().len()).field("index", &self.index).finish()
    }
}

/// Where more faces are found for characters that the first ones lack.
pub trait MoreFaces: Send + Sync {
    /// A face with this character.
    fn face_with(&self, character: char) -> Option<FaceData>;
}

/// The faces a document may be set in.
#[derive(Clone, Default)]
pub struct Fonts {
    /// Faces in the order they are tried; the first sets everything it has.
    pub faces: Vec<FaceData>,
    /// Where more are found.
    pub more: Option<Arc<dyn MoreFaces>>,
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fonts").field("faces", &self.faces).field("more", &self.more.is_some()).finish()
    }
}

impl Fonts {
    /// One face sets everything.
    #[must_use]
    pub fn of(face: FaceData) -> Self {
        Self { faces: vec![face], more: None }
    }
}
