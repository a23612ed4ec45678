//! Font files of this computer: its Chinese sans face, a face with a certain character, a file somebody names.

use std::{
    fs, io,
    path::Path,
    sync::{Arc, OnceLock},
};

use fontdb::{Database, FaceInfo, ID, Source, Style, Weight};
use rustybuzz::ttf_parser::{Face, Tag};

/// Characters a Chinese face has.
const CHINESE: [char; 4] = ['院', '议', '签', '，'];

/// Chinese sans families, by how well they look on paper. macOS' `PingFang SC` stands last: newer systems keep it in a form
/// that no other program can embed.
const FAMILIES: &[&str] = &[
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "DengXian",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "SimHei",
    "Droid Sans Fallback",
    "PingFang SC",
];

/// A face that was found: the whole font file, and which face of it.
#[derive(Clone)]
pub struct FoundFace {
    /// The file.
    pub bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Which face of a collection.
    pub index: u32,
}

/// The fonts of this computer. Nothing is looked for before it is asked for, and folders only once.
#[derive(Default)]
pub struct SystemFonts {
    known: OnceLock<Database>,
}

impl SystemFonts {
    fn database(&self) -> &Database {
        self.known.get_or_init(|| {
            let mut database = Database::new();
            database.load_system_fonts();
            database
        })
    }

    /// The Chinese sans face: of the families known to look well the first there is, else any face with Chinese characters.
    #[must_use]
    pub fn chinese(&self) -> Option<FoundFace> {
        let database = self.database();
        let of_family = |family: &&str| {
            let mut faces: Vec<&FaceInfo> = upright(database).filter(|face| is_called(face, family)).collect();
            faces.sort_by_key(|face| order(face));
            faces.into_iter().find(|face| has(database, face.id, &CHINESE)).map(|face| face.id)
        };
        let any = || first(database, &CHINESE);
        read(database, FAMILIES.iter().find_map(of_family).or_else(any)?)
    }

    /// A face with a character.
    #[must_use]
    pub fn with(&self, character: char) -> Option<FoundFace> {
        let database = self.database();
        read(database, first(database, &[character])?)
    }
}

/// The faces of a font file, those with Chinese characters first.
///
/// # Errors
/// When the file cannot be read, or is no font.
pub fn font_file(path: &Path) -> io::Result<Vec<FoundFace>> {
    let bytes = fs::read(path)?;
    let count = rustybuzz::ttf_parser::fonts_in_collection(&bytes).unwrap_or(1);
    let mut found: Vec<(bool, u32)> = (0..count)
        .filter_map(|index| {
            let face = Face::parse(&bytes, index).ok().filter(is_drawn)?;
            Some((!has_all(&face, &CHINESE), index))
        })
        .collect();
    found.sort_unstable();
    if found.is_empty() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(bytes);
    Ok(found.into_iter().map(|(_, index)| FoundFace { bytes: bytes.clone(), index }).collect())
}

fn upright(database: &Database) -> impl Iterator<Item = &FaceInfo> {
    database.faces().filter(|face| face.style == Style::Normal)
}

fn is_called(face: &FaceInfo, family: &str) -> bool {
    face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family))
}

/// Nearest to the usual weight first; then always the same one, in whatever order folders are read.
fn order(face: &FaceInfo) -> (u16, String, u32) {
    let path = match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => path.display().to_string(),
        Source::Binary(_) => String::new(),
    };
    (face.weight.0.abs_diff(Weight::NORMAL.0), path, face.index)
}

fn first(database: &Database, characters: &[char]) -> Option<ID> {
    let mut faces: Vec<&FaceInfo> = upright(database).collect();
    faces.sort_by_cached_key(|face| (face.monospaced, order(face)));
    faces.into_iter().find(|face| has(database, face.id, characters)).map(|face| face.id)
}

fn has(database: &Database, id: ID, characters: &[char]) -> bool {
    let has =
        |bytes: &[u8], index| Face::parse(bytes, index).is_ok_and(|face| is_drawn(&face) && has_all(&face, characters));
    database.with_face_data(id, has).unwrap_or(false)
}

fn has_all(face: &Face<'_>, characters: &[char]) -> bool {
    characters.iter().all(|c| face.glyph_index(*c).is_some_and(|glyph| glyph.0 != 0))
}

/// Whether its glyphs are outlines, which print in any size; pictures do not.
fn is_drawn(face: &Face<'_>) -> bool {
    let tables = face.raw_face();
    [b"glyf", b"CFF ", b"CFF2"].iter().any(|tag| tables.table(Tag::from_bytes(tag)).is_some())
}

fn read(database: &Database, id: ID) -> Option<FoundFace> {
    let (source, index) = database.face_source(id)?;
    let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = match source {
        Source::File(path) => Arc::new(fs::read(path).ok()?),
        Source::SharedFile(_, bytes) | Source::Binary(bytes) => bytes,
    };
    Some(FoundFace { bytes, index })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_font_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("font.ttf");
        assert!(font_file(&path).is_err());
        fs::write(&path, b"not a font").unwrap();
        assert_eq!(font_file(&path).map(|_| ()).map_err(|error| error.kind()), Err(io::ErrorKind::InvalidData));
    }

    #[test]
    fn whatever_fonts_there_are_a_chinese_one_has_chinese_characters() {
        let fonts = SystemFonts::default();
        if let Some(found) = fonts.chinese() {
            let face = Face::parse((*found.bytes).as_ref(), found.index).unwrap();
            assert!(has_all(&face, &CHINESE));
        }
        // No face has a character that is none.
        assert!(fonts.with('\u{10FFFF}').is_none());
    }
}
