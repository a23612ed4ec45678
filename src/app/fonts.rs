//! The faces reports are set in: those of this computer, or a file the person names.

use std::{io, path::Path, sync::Arc};

use crate::{
    import::{FoundFace, SystemFonts, font_file},
    report::{FaceData, Fonts, MoreFaces},
};

struct OfSystem(SystemFonts);

impl MoreFaces for OfSystem {
    fn face_with(&self, character: char) -> Option<FaceData> {
        self.0.with(character).map(face)
    }
}

fn face(found: FoundFace) -> FaceData {
    FaceData { bytes: found.bytes, index: found.index }
}

/// The faces of this computer, the Chinese one first; with a file, its faces before them. Folders are read when a
/// character is asked for that the file lacks, or at once without one.
///
/// # Errors
/// When the file cannot be read or is no font.
pub fn fonts(file: Option<&Path>) -> io::Result<Fonts> {
    let system = SystemFonts::default();
    let faces = match file {
        Some(path) => font_file(path)?,
        None => system.chinese().into_iter().collect(),
    };
    Ok(Fonts { faces: faces.into_iter().map(face).collect(), more: Some(Arc::new(OfSystem(system))) })
}
