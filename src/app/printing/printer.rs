//! Printers: which there are, which one is meant, and what a report asks of it.

use std::{io, path::Path};

use crate::{
    locale::{Locale, clean_line},
    report::Page,
    tr,
};

/// A printer of this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Its name, as the system knows it.
    pub name: String,
    /// Whether the system takes it when none is named.
    pub usual: bool,
    /// Whether it prints.
    pub state: PrinterState,
}

/// Whether a printer prints what it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PrinterState {
    /// It does.
    #[default]
    Ready,
    /// It keeps what it is sent until somebody switches it on again.
    Paused,
    /// It takes nothing.
    Refusing,
}

/// Which printer a report is for, and how often it is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The printer's name; the usual one when nothing is said.
    pub printer: Option<String>,
    /// How many of each, from 1.
    pub copies: u16,
    /// Both sides of a sheet, whatever the printer does by itself.
    pub two_sided: bool,
}

impl Wish {
    /// Most copies that can be asked for.
    pub const MOST: u16 = 99;
}

impl Default for Wish {
    fn default() -> Self {
        Self { printer: None, copies: 1, two_sided: false }
    }
}

/// One report for a printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperJob<'a> {
    /// The file.
    pub file: &'a Path,
    /// What the job is called in the printer's queue.
    pub title: &'a str,
    /// The page it is laid out for.
    pub page: Page,
    /// How many of it.
    pub copies: u16,
    /// Whether on both sides of a sheet.
    pub two_sided: bool,
}

/// The printing of a system.
pub trait Spool: Send + Sync {
    /// The printers there are, the usual one first.
    ///
    /// # Errors
    /// When the system cannot print, or its printing is stopped.
    fn printers(&self) -> Result<Vec<Printer>, PrinterFault>;

    /// Sends a file to a printer.
    ///
    /// # Errors
    /// When the system's tool refuses or cannot be started.
    fn send(&self, printer: &str, job: &PaperJob<'_>) -> Result<(), PrinterFault>;
}

/// Why nothing was printed or opened.
#[derive(Debug)]
pub enum PrinterFault {
    /// The system has no printing tools, or there is no printer.
    None,
    /// The system has printing tools, but what they ask does not answer.
    Stopped,
    /// There is no printer of this name; those there are.
    Unknown(String, Vec<String>),
    /// None was named and none is the usual one; those there are.
    NoUsual(Vec<String>),
    /// The printer takes nothing.
    Refusing(String),
    /// A tool said no: its words.
    Said(String),
    /// A tool could not be started.
    Failed(io::Error),
}

impl PrinterFault {
    /// What happened and what to do, in words.
    #[must_use]
    pub fn words(&self, l: &Locale) -> String {
        let list = |known: &[String]| {
            let names: Vec<String> = known.iter().map(|name| clean_line(name).into_owned()).collect();
            names.join(&tr!(l, "minutes-comma"))
        };
        match self {
            Self::None => tr!(l, "print-no-printer"),
            Self::Stopped => tr!(l, "print-service-stopped"),
            Self::Unknown(name, known) => {
                let (name, known) = (clean_line(name).into_owned(), list(known));
                tr!(l, "print-unknown-printer", name = name, known = known)
            }
            Self::NoUsual(known) => tr!(l, "print-no-usual", known = list(known)),
            Self::Refusing(name) => tr!(l, "print-refusing", name = clean_line(name).into_owned()),
            Self::Said(why) => tr!(l, "print-refused", why = clean_line(why).into_owned()),
            Self::Failed(error) => tr!(l, "print-refused", why = error.to_string()),
        }
    }
}

/// The printer that is meant: the one named, or the usual one, or the only one.
///
/// # Errors
/// When there is none, not that one, several and none of them usual, or it takes nothing.
pub fn chosen(printers: &[Printer], named: Option<&str>) -> Result<Printer, PrinterFault> {
    let known = || printers.iter().map(|printer| printer.name.clone()).collect();
    let found = match (named, printers) {
        (_, []) => return Err(PrinterFault::None),
        (Some(name), all) => {
            let found = all.iter().find(|printer| printer.name == name);
            found.ok_or_else(|| PrinterFault::Unknown(name.to_owned(), known()))?
        }
        (None, [only]) => only,
        (None, all) => all.iter().find(|printer| printer.usual).ok_or_else(|| PrinterFault::NoUsual(known()))?,
    };
    match found.state {
        PrinterState::Refusing => Err(PrinterFault::Refusing(found.name.clone())),
        _ => Ok(found.clone()),
    }
}

/// The usual one first, the rest by name.
pub(super) fn in_order(mut printers: Vec<Printer>) -> Vec<Printer> {
    printers.sort_by(|a, b| b.usual.cmp(&a.usual).then_with(|| a.name.cmp(&b.name)));
    printers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    fn printer(name: &str, usual: bool, state: PrinterState) -> Printer {
        Printer { name: name.to_owned(), usual, state }
    }

    #[test]
    fn the_printer_meant_is_the_one_named_or_the_usual_one_or_the_only_one() {
        use PrinterState::{Paused, Ready, Refusing};
        let (office, hall) = (printer("办公室", false, Ready), printer("hall", true, Paused));
        let (attic, shed) = (printer("attic", false, Refusing), printer("shed", false, Ready));
        let l = Locale::new(&Lang::new("en"));
        let cases: [(&[&Printer], Option<&str>, &str); 9] = [
            (&[], None, "No printer is set up"),
            (&[], Some("hall"), "No printer is set up"),
            (&[&office], None, "办公室"),
            (&[&office, &hall], None, "hall"),
            (&[&office, &hall], Some("办公室"), "办公室"),
            (&[&office, &hall], Some("cellar"), "There is no printer cellar. There are: 办公室, hall"),
            (&[&office, &shed], None, "none is the usual one. Choose one of: 办公室, shed"),
            (&[&attic, &hall], Some("attic"), "The printer attic takes nothing"),
            (&[&attic], None, "The printer attic takes nothing"),
        ];
        for (printers, named, expected) in cases {
            let printers: Vec<Printer> = printers.iter().copied().cloned().collect();
            let said = match chosen(&printers, named) {
                Ok(printer) => printer.name,
                Err(fault) => fault.words(&l),
            };
            assert!(said.contains(expected), "{named:?}: {said}");
        }
    }
}
