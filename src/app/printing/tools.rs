//! The system's own tools for printers and for showing a file: CUPS on Linux and macOS, PowerShell on Windows.

use std::{
    ffi::{OsStr, OsString},
    io,
    path::Path,
    process::{Command, Output, Stdio},
};

use super::{PaperJob, Printer, PrinterFault, PrinterState, Spool, lpstat::of_cups, printer::in_order};
use crate::{locale::clean_line, report::Paper};

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

/// Characters of a job's name: IPP has room for 255 bytes.
const TITLE: usize = 60;

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

    fn with(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    fn run(&self) -> io::Result<Output> {
        let mut command = Command::new(self.tool);
        command.args(&self.arguments).envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).output()
    }
}

/// What says in words of its own, which are English in this locale, whether the system prints, which printer is the
/// usual one, and which take jobs and print them.
fn states() -> Call {
    Call::new("lpstat", ["-r", "-d", "-a", "-p"]).with("LC_ALL", "C")
}

/// What lists the printers.
fn listing(system: System) -> Call {
    match system {
        // Without the first words names in Chinese come in a code page.
        System::Windows => Call::new(
            "powershell",
            [
                "-NoProfile",
                "-Command",
                "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-CimInstance Win32_Printer | \
                 ForEach-Object { \"$($_.Default)`t$($_.WorkOffline)`t$($_.Name)\" }",
            ],
        ),
        System::Unix => Call::new("lpstat", ["-e"]),
    }
}

/// What sends a file to a printer; the first that the system has.
fn sending(system: System, printer: &str, job: &PaperJob<'_>) -> Vec<Call> {
    match system {
        // The shell's print verb. File and printer go in as variables.
        System::Windows => {
            let verb = "1..$env:BABAHUI_COPIES | ForEach-Object { Start-Process -FilePath $env:BABAHUI_FILE \
                        -Verb PrintTo -ArgumentList ('\"' + $env:BABAHUI_PRINTER + '\"') }";
            let call = Call::new("powershell", ["-NoProfile", "-Command", verb]);
            let call = call.with("BABAHUI_FILE", job.file).with("BABAHUI_PRINTER", printer);
            vec![call.with("BABAHUI_COPIES", job.copies.to_string())]
        }
        System::Unix => {
            let title: String = clean_line(job.title).chars().take(TITLE).collect();
            let call = |tool, to: &str, called: &str, times: &str| {
                let copies = job.copies.to_string();
                Call::new(tool, [to, printer, called, &title, times, &copies])
            };
            // What came before CUPS knows no papers.
            let (mut lp, mut lpr) = (call("lp", "-d", "-t", "-n"), call("lpr", "-P", "-T", "-#"));
            let media = match job.page.paper {
                Paper::A4 => "media=A4",
                Paper::A3 => "media=A3",
                Paper::Letter => "media=Letter",
            };
            lp.arguments.extend(["-o", media].map(Into::into));
            if job.two_sided {
                let edge = if job.page.landscape { "short" } else { "long" };
                lp.arguments.extend(["-o".into(), format!("sides=two-sided-{edge}-edge").into()]);
            }
            for call in [&mut lp, &mut lpr] {
                call.arguments.extend(["--".into(), job.file.into()]);
            }
            vec![lp, lpr]
        }
    }
}

/// The printers in what PowerShell says: whether it is the usual one, whether it is offline, its name.
fn of_windows(lines: &str) -> Vec<Printer> {
    let printer = |line: &str| {
        let mut parts = line.splitn(3, '\t');
        let (usual, offline, name) = (parts.next()?, parts.next()?, parts.next()?.trim());
        let state = if offline.trim() == "True" { PrinterState::Paused } else { PrinterState::Ready };
        (!name.is_empty()).then(|| Printer { name: name.to_owned(), usual: usual.trim() == "True", state })
    };
    in_order(lines.lines().filter_map(printer).collect())
}

/// What a tool said on its way out.
fn said(call: &Call) -> Result<String, PrinterFault> {
    match call.run() {
        Ok(output) => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(PrinterFault::None),
        Err(error) => Err(PrinterFault::Failed(error)),
    }
}

/// The printing of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemSpool;

impl Spool for SystemSpool {
    fn printers(&self) -> Result<Vec<Printer>, PrinterFault> {
        let names = said(&listing(System::HERE))?;
        let printers = match System::HERE {
            System::Windows => of_windows(&names),
            System::Unix => of_cups(&names, &said(&states())?)?,
        };
        if printers.is_empty() { Err(PrinterFault::None) } else { Ok(printers) }
    }

    fn send(&self, printer: &str, job: &PaperJob<'_>) -> Result<(), PrinterFault> {
        for call in sending(System::HERE, printer, job) {
            return match call.run() {
                Ok(output) if output.status.success() => Ok(()),
                Ok(output) => Err(PrinterFault::Said(String::from_utf8_lossy(&output.stderr).trim().to_owned())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => Err(PrinterFault::Failed(error)),
            };
        }
        Err(PrinterFault::None)
    }
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
    use crate::report::Page;

    /// A call as one line: variables, tool, arguments.
    fn line(call: &Call) -> String {
        let variables = call.variables.iter().map(|(name, value)| format!("{name}={}", value.display()));
        let arguments = call.arguments.iter().map(|argument| argument.display().to_string());
        variables.chain([call.tool.to_owned()]).chain(arguments).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_system_is_asked_in_its_own_way() {
        let plain =
            PaperJob {
                file: Path::new("a b.pdf"), title: "纪要", page: Page::default(), copies: 1, two_sided: false
            };
        let hostile =
            PaperJob { file: Path::new("-d.pdf"), title: "-x\n二", page: Page::poster(), copies: 2, ..plain };
        let wide = PaperJob {
            page: Page { paper: Paper::Letter, landscape: true, ..Page::default() },
            two_sided: true,
            ..plain
        };
        let both = PaperJob { two_sided: true, ..plain };
        let table: [(&str, &PaperJob<'_>, &[&str]); 4] = [
            (
                "office",
                &plain,
                &["lp -d office -t 纪要 -n 1 -o media=A4 -- a b.pdf", "lpr -P office -T 纪要 -# 1 -- a b.pdf"],
            ),
            (
                "办公室",
                &hostile,
                &["lp -d 办公室 -t -x 二 -n 2 -o media=A3 -- -d.pdf", "lpr -P 办公室 -T -x 二 -# 2 -- -d.pdf"],
            ),
            (
                "office",
                &both,
                &[
                    "lp -d office -t 纪要 -n 1 -o media=A4 -o sides=two-sided-long-edge -- a b.pdf",
                    "lpr -P office -T 纪要 -# 1 -- a b.pdf",
                ],
            ),
            (
                "office",
                &wide,
                &[
                    "lp -d office -t 纪要 -n 1 -o media=Letter -o sides=two-sided-short-edge -- a b.pdf",
                    "lpr -P office -T 纪要 -# 1 -- a b.pdf",
                ],
            ),
        ];
        for (printer, job, lines) in table {
            let calls: Vec<String> = sending(System::Unix, printer, job).iter().map(line).collect();
            assert_eq!(calls, lines, "{job:?}");
        }
        let evil = PaperJob { file: Path::new("$(calc).pdf"), copies: 3, ..plain };
        let calls: Vec<String> =
            sending(System::Windows, "HP \"; Remove-Item C:\\ #", &evil).iter().map(line).collect();
        assert_eq!(
            calls,
            [
                "BABAHUI_FILE=$(calc).pdf BABAHUI_PRINTER=HP \"; Remove-Item C:\\ # BABAHUI_COPIES=3 powershell -NoProfile \
              -Command 1..$env:BABAHUI_COPIES | ForEach-Object { Start-Process -FilePath $env:BABAHUI_FILE -Verb PrintTo \
              -ArgumentList ('\"' + $env:BABAHUI_PRINTER + '\"') }"
            ]
        );
        assert_eq!(line(&listing(System::Unix)), "lpstat -e");
        assert_eq!(line(&states()), "LC_ALL=C lpstat -r -d -a -p");
        assert!(line(&listing(System::Windows)).contains("OutputEncoding"));
    }

    #[test]
    fn a_job_has_a_name_that_fits() {
        let long = "会".repeat(300);
        let job = PaperJob { file: Path::new("a"), title: &long, page: Page::default(), copies: 1, two_sided: false };
        let title = sending(System::Unix, "p", &job)[0].arguments[3].len();
        assert_eq!(title, 180, "bytes");
    }

    #[test]
    fn names_of_windows_printers_may_be_chinese() {
        let windows = "False\tFalse\tMicrosoft Print to PDF\r\nTrue\tTrue\t惠普 M1136\r\nrubbish\r\n";
        let printers = of_windows(windows);
        let names: Vec<&str> = printers.iter().map(|printer| printer.name.as_str()).collect();
        assert_eq!(names, ["惠普 M1136", "Microsoft Print to PDF"]);
        assert!(printers[0].usual && printers[0].state == PrinterState::Paused);
    }
}
