//! Why a spreadsheet could not be written.

use std::io;

use rust_xlsxwriter::XlsxError;

/// Why a spreadsheet could not be written.
#[derive(Debug, thiserror::Error)]
pub enum XlsxFault {
    /// More rows or columns than a sheet can have: 1 048 576 and 16 384.
    #[error("more rows or columns than a sheet holds")]
    Full,
    /// The file, or one it is put together from, cannot be written.
    #[error(transparent)]
    File(#[from] io::Error),
}

impl From<XlsxError> for XlsxFault {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => Self::Full,
            XlsxError::IoError(error) => Self::File(error),
            other => Self::File(io::Error::other(other.to_string())),
        }
    }
}
