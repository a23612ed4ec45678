//! The way from a document to a PDF file.

use super::{
    faces::{Faces, gather, is_han},
    flow::Flow,
    fonts::Fonts,
    pages::paginate,
    paint::Painter,
    shape::Shaper,
    theme::Theme,
};
use crate::{
    locale::{Locale, clean_text},
    report::Document,
    tr,
};

/// Missing characters that are named one by one.
const NAMED: usize = 12;
/// Characters that every Chinese font has.
const COMMON: [char; 3] = ['一', '的', '人'];
/// What stands on pages beside the words of the document.
const ALWAYS: &str = "0123456789 /?-";

/// A PDF file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that no face has, each once, in the order they come. A `?` is printed in the place of each.
    pub missing: Vec<char>,
    /// How many pages it has.
    pub pages: usize,
}

/// Why no PDF could be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// No face at all.
    #[error("no font")]
    NoFont,
    /// None of the faces has Chinese characters, and the document needs some.
    #[error("no Chinese font")]
    NoChinese,
    /// The writer refused; its own words.
    #[error("{0}")]
    Writer(String),
}

/// The document as a PDF file, set in these faces. Equal documents and faces make equal files.
///
/// # Errors
/// [`PdfError`]; a character that no face has is none, see [`Pdf::missing`].
pub fn document_pdf(document: &Document, fonts: &Fonts) -> Result<Pdf, PdfError> {
    written(document, fonts, false)
}

/// The same; when `strict`, what PDF/UA-1 does not allow is an error.
pub(super) fn written(document: &Document, fonts: &Fonts, strict: bool) -> Result<Pdf, PdfError> {
    let clean: Vec<_> = document.texts().map(clean_text).collect();
    let texts = || clean.iter().map(|text| &**text).chain([ALWAYS]);
    let (data, missing) = gather(fonts, texts());
    let mut han = texts().flat_map(str::chars).filter(|c| is_han(*c)).peekable();
    let chinese = han.peek().is_some();
    let faces = Faces::read(&data).ok_or(if chinese { PdfError::NoChinese } else { PdfError::NoFont })?;
    // A Chinese font that lacks the one rare character of a document is a Chinese font.
    let lacks = |c: char| faces.with(c).is_none();
    if chinese && COMMON.into_iter().all(lacks) && han.all(lacks) {
        return Err(PdfError::NoChinese);
    }
    let theme = Theme::of(document.page);
    let mut flow = Flow::new(theme, Shaper::new(&faces));
    flow.document(document);
    let Flow { strips, heads, tags, mut shaper, .. } = flow;
    let pages = paginate(strips, &heads, theme.height());
    let painter = Painter { theme, document, faces: &faces, strict };
    let bytes = painter.write(&pages, &tags, &mut shaper).map_err(PdfError::Writer)?;
    Ok(Pdf { bytes, missing, pages: pages.len() })
}

/// Why no PDF could be made, and what to do about it.
#[must_use]
pub fn pdf_error(locale: &Locale, error: &PdfError) -> String {
    match error {
        PdfError::NoFont => tr!(locale, "pdf-no-font"),
        PdfError::NoChinese => tr!(locale, "pdf-no-chinese-font"),
        PdfError::Writer(words) => tr!(locale, "pdf-not-written", words = words.clone()),
    }
}

/// Which characters were printed as `?`; nothing when none was.
#[must_use]
pub fn missing_words(locale: &Locale, missing: &[char]) -> Option<String> {
    if missing.is_empty() {
        return None;
    }
    let named = missing.iter().take(NAMED).map(|c| format!("{c} (U+{:04X})", u32::from(*c)));
    let named = named.collect::<Vec<_>>().join("  ");
    Some(match missing.len().saturating_sub(NAMED) {
        0 => tr!(locale, "pdf-missing", characters = named),
        more => tr!(locale, "pdf-missing-more", characters = named, more = more),
    })
}
