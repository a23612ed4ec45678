//! Printers: which there are, and sending a file to one, by the tools of the system.

use std::{
    io,
    path::Path,
    process::{Command, Stdio},
};

use crate::{locale::Locale, tr};

/// Why nothing was printed or opened.
#[derive(Debug)]
pub enum PrinterFault {
    /// The system has no printing tools, or there is no printer.
    None,
    /// There is no printer of this name; those there are.
    Unknown(String, Vec<String>),
    /// A tool said no: its words.
    Said(String),
    /// A tool could not be started.
    Failed(io::Error),
}

impl PrinterFault {
    /// What happened and what to do, in words.
    #[must_use]
    pub fn words(&self, l: &Locale) -> String {
        match self {
            Self::None => tr!(l, "print-no-printer"),
            Self::Unknown(name, known) => {
                let (name, known) = (name.clone(), known.join(", "));
                tr!(l, "print-unknown-printer", name = name, known = known)
            }
            Self::Said(why) => {
                let why = why.clone();
                tr!(l, "print-refused", why = why)
            }
            Self::Failed(error) => {
                let why = error.to_string();
                tr!(l, "print-refused", why = why)
            }
        }
    }
}

/// The printers there are, by name; none when the system has no printing.
#[must_use]
pub fn printers() -> Vec<String> {
    let listed = if cfg!(windows) {
        Command::new("powershell").args(["-NoProfile", "-Command", "(Get-Printer).Name"]).stdin(Stdio::null()).output()
    } else {
        Command::new("lpstat").arg("-e").stdin(Stdio::null()).output()
    };
    let Ok(output) = listed else { return Vec::new() };
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Sends a file to a printer; to the usual one when none is named.
///
/// # Errors
/// When there is no printer, not that one, or the system's tool refuses.
pub fn send(file: &Path, printer: Option<&str>) -> Result<(), PrinterFault> {
    let known = printers();
    if known.is_empty() {
        return Err(PrinterFault::None);
    }
    if let Some(name) = printer
        && !known.iter().any(|known| known == name)
    {
        return Err(PrinterFault::Unknown(name.to_owned(), known));
    }
    let mut command = if cfg!(windows) { by_verb(file, printer) } else { by_lp(file, printer) };
    match command.stdin(Stdio::null()).output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(PrinterFault::Said(String::from_utf8_lossy(&output.stderr).trim().to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(PrinterFault::None),
        Err(error) => Err(PrinterFault::Failed(error)),
    }
}

fn by_lp(file: &Path, printer: Option<&str>) -> Command {
    let mut command = Command::new("lp");
    if let Some(printer) = printer {
        command.args(["-d", printer]);
    }
    command.arg("--").arg(file);
    command
}

/// The shell's print verb. File and printer go in as variables: no name is ever read as a command.
fn by_verb(file: &Path, printer: Option<&str>) -> Command {
    let mut command = Command::new("powershell");
    let verb = match printer {
        Some(printer) => {
            command.env("BABAHUI_PRINTER", printer);
            "Start-Process -FilePath $env:BABAHUI_FILE -Verb PrintTo -ArgumentList ('\"' + $env:BABAHUI_PRINTER + '\"')"
        }
        None => "Start-Process -FilePath $env:BABAHUI_FILE -Verb Print",
    };
    command.env("BABAHUI_FILE", file).args(["-NoProfile", "-Command", verb]);
    command
}

/// Shows a file in the program that this computer opens such files with.
///
/// # Errors
/// When there is no such program.
pub fn open_file(file: &Path) -> Result<(), PrinterFault> {
    open::that_detached(file).map_err(PrinterFault::Failed)
}
