//! Printers: which there are, and sending a file to one, by the tools of the system.

use std::{
    ffi::{OsStr, OsString},
    io,
    path::Path,
    process::{Command, Output, Stdio},
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

/// The system whose tools are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Windows,
    /// Linux and macOS: CUPS and what came before it.
    Unix,
}

impl System {
    const HERE: Self = if cfg!(windows) { Self::Windows } else { Self::Unix };
}

/// A tool as it is called. No shell reads it, and no name in it is ever taken for an option or a command.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Call {
    tool: &'static str,
    arguments: Vec<OsString>,
    /// Variables it reads.
    variables: Vec<(&'static str, OsString)>,
}

impl Call {
    fn new<A: AsRef<OsStr>>(tool: &'static str, arguments: impl IntoIterator<Item = A>) -> Self {
        let arguments = arguments.into_iter().map(|argument| argument.as_ref().to_owned()).collect();
        Self { tool, arguments, variables: Vec::new() }
    }

    fn run(&self) -> io::Result<Output> {
        let mut command = Command::new(self.tool);
        command.args(&self.arguments).envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).output()
    }
}

/// What lists the printers.
fn listing(system: System) -> Call {
    match system {
        System::Windows => Call::new("powershell", ["-NoProfile", "-Command", "(Get-Printer).Name"]),
        System::Unix => Call::new("lpstat", ["-e"]),
    }
}

/// What sends a file to a printer, to the usual one when none is named; the first that the system has.
fn sending(system: System, file: &Path, printer: Option<&str>) -> Vec<Call> {
    match system {
        // The shell's print verb. File and printer go in as variables.
        System::Windows => {
            let verb = match printer {
                Some(_) => {
                    "Start-Process -FilePath $env:BABAHUI_FILE -Verb PrintTo -ArgumentList ('\"' + $env:BABAHUI_PRINTER + '\"')"
                }
                None => "Start-Process -FilePath $env:BABAHUI_FILE -Verb Print",
            };
            let mut call = Call::new("powershell", ["-NoProfile", "-Command", verb]);
            call.variables.push(("BABAHUI_FILE", file.into()));
            call.variables.extend(printer.map(|printer| ("BABAHUI_PRINTER", printer.into())));
            vec![call]
        }
        System::Unix => {
            let call = |tool, option: &str| {
                let to = printer.into_iter().flat_map(|printer| [OsString::from(option), printer.into()]);
                Call::new(tool, to.chain(["--".into(), file.into()]))
            };
            vec![call("lp", "-d"), call("lpr", "-P")]
        }
    }
}

/// The printers there are, by name; none when the system has no printing.
#[must_use]
pub fn printers() -> Vec<String> {
    let Ok(output) = listing(System::HERE).run() else { return Vec::new() };
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
    for call in sending(System::HERE, file, printer) {
        return match call.run() {
            Ok(output) if output.status.success() => Ok(()),
            Ok(output) => Err(PrinterFault::Said(String::from_utf8_lossy(&output.stderr).trim().to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => Err(PrinterFault::Failed(error)),
        };
    }
    Err(PrinterFault::None)
}

/// Shows a file in the program that this computer opens such files with.
///
/// # Errors
/// When there is no such program.
pub fn open_file(file: &Path) -> Result<(), PrinterFault> {
    open::that_detached(file).map_err(PrinterFault::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A call as one line: variables, tool, arguments.
    fn line(call: &Call) -> String {
        let variables = call.variables.iter().map(|(name, value)| format!("{name}={}", value.display()));
        let arguments = call.arguments.iter().map(|argument| argument.display().to_string());
        variables.chain([call.tool.to_owned()]).chain(arguments).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_system_is_asked_in_its_own_way() {
        let table: [(System, &str, Option<&str>, &[&str]); 5] = [
            (System::Unix, "a b.pdf", None, &["lp -- a b.pdf", "lpr -- a b.pdf"]),
            (System::Unix, "-d.pdf", Some("办公室"), &["lp -d 办公室 -- -d.pdf", "lpr -P 办公室 -- -d.pdf"]),
            (
                System::Windows,
                "C:\\纪要 1.pdf",
                None,
                &["BABAHUI_FILE=C:\\纪要 1.pdf powershell -NoProfile -Command \
                   Start-Process -FilePath $env:BABAHUI_FILE -Verb Print"],
            ),
            (
                System::Windows,
                "C:\\a.pdf",
                Some("HP \"; Remove-Item C:\\ #"),
                &["BABAHUI_FILE=C:\\a.pdf BABAHUI_PRINTER=HP \"; Remove-Item C:\\ # powershell -NoProfile -Command \
                   Start-Process -FilePath $env:BABAHUI_FILE -Verb PrintTo \
                   -ArgumentList ('\"' + $env:BABAHUI_PRINTER + '\"')"],
            ),
            (
                System::Windows,
                "$(calc).pdf",
                None,
                &["BABAHUI_FILE=$(calc).pdf powershell -NoProfile -Command \
                   Start-Process -FilePath $env:BABAHUI_FILE -Verb Print"],
            ),
        ];
        for (system, file, printer, lines) in table {
            let calls: Vec<String> = sending(system, Path::new(file), printer).iter().map(line).collect();
            assert_eq!(calls, lines, "{file} to {printer:?}");
        }
        assert_eq!(line(&listing(System::Unix)), "lpstat -e");
        assert_eq!(line(&listing(System::Windows)), "powershell -NoProfile -Command (Get-Printer).Name");
    }
}
