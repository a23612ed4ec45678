//! Printing what was asked for.

use std::io::{ErrorKind, Write};

use super::CliFault;

/// Prints a line. A reader that has read enough (`| head`) is no fault.
///
/// # Errors
/// When it cannot be written.
pub(super) fn say(out: &mut impl Write, line: &str) -> Result<(), CliFault> {
    match writeln!(out, "{line}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(CliFault::File { path: "stdout".into(), error }),
        _ => Ok(()),
    }
}
