//! A document as the bytes of a file.

use std::{cell::OnceCell, path::PathBuf};

use super::PrintFault;
use crate::{
    app::fonts,
    report::{Document, Fonts, Format, document_html, document_markdown, document_pdf, document_text, document_xlsx},
};

/// Columns of a line of text: what a printer sets on A4.
const COLUMNS: usize = 80;

/// Writes documents down in a format. Fonts are looked for once, when the first page is set.
#[derive(Debug, Default)]
pub struct Writer {
    font: Option<PathBuf>,
    fonts: OnceCell<Fonts>,
}

/// A document written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that no face has.
    pub missing: Vec<char>,
}

impl Writer {
    /// Sets pages in this font before those of the computer.
    #[must_use]
    pub fn new(font: Option<PathBuf>) -> Self {
        Self { font, fonts: OnceCell::new() }
    }

    /// The document in a format.
    ///
    /// # Errors
    /// When a page cannot be set because the font cannot be read or there is none; when a table is too large for a sheet.
    pub fn written(&self, document: &Document, format: Format) -> Result<Written, PrintFault> {
        let plain = |text: String| Written { bytes: text.into_bytes(), missing: Vec::new() };
        Ok(match format {
            Format::Html => plain(document_html(document)),
            Format::Text => plain(document_text(document, COLUMNS)),
            Format::Markdown => plain(document_markdown(document)),
            Format::Xlsx => Written { bytes: document_xlsx(document).map_err(PrintFault::Xlsx)?, missing: Vec::new() },
            Format::Pdf => {
                let pdf = document_pdf(document, self.fonts()?).map_err(PrintFault::Pdf)?;
                Written { bytes: pdf.bytes, missing: pdf.missing }
            }
        })
    }

    fn fonts(&self) -> Result<&Fonts, PrintFault> {
        if let Some(known) = self.fonts.get() {
            return Ok(known);
        }
        let found = fonts(self.font.as_deref()).map_err(|error| {
            let path = self.font.clone().unwrap_or_default();
            PrintFault::Font(path, error)
        })?;
        Ok(self.fonts.get_or_init(|| found))
    }
}
