//! Rows of cells as the text of a CSV file.

/// The text of a CSV file (RFC 4180), with a byte order mark in front when a spreadsheet program is to know that it is
/// UTF-8. The cells are already safe to open in one.
#[must_use]
pub fn csv_text(rows: &[Vec<String>], mark: bool) -> Vec<u8> {
    let mut text = Vec::new();
    if mark {
        text.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(text);
    for row in rows {
        if let Err(error) = writer.write_record(row) {
            tracing::error!(%error, "csv row");
        }
    }
    writer.into_inner().unwrap_or_else(|error| {
        tracing::error!(%error, "csv text");
        Vec::new()
    })
}
