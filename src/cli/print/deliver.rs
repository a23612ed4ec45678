//! Brings a report where it was asked to: a file, another program, a printer, or the terminal.

use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
};

use super::PrintArgs;
use crate::{
    app::{
        keep_report,
        printing::{
            PaperJob, PrintOrder, Printer, PrinterFault, PrinterState, Spool, SystemSpool, chosen, file_name,
            open_file, write_whole,
        },
    },
    cli::{CliFault, Desk, say::say},
    locale::{Locale, clean_line},
    report::{Format, Page},
    tr,
};

/// A report that was made.
pub(super) struct Ready<'a> {
    pub(super) order: &'a PrintOrder,
    pub(super) bytes: Vec<u8>,
    pub(super) title: String,
    pub(super) page: Page,
}

/// Brings reports where they were asked to. The printer is looked for once.
pub(super) fn deliver_all(
    desk: &Desk<'_>,
    args: &PrintArgs,
    reports: &[Ready<'_>],
    format: Format,
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let mut printer = None;
    for ready in reports {
        let Some(path) = kept(desk, args, ready, format, reports.len() > 1)? else {
            out.write_all(&ready.bytes).map_err(CliFault::stdout)?;
            continue;
        };
        let l = desk.locale;
        let shown = path.display().to_string();
        let kept_though = |fault: &PrinterFault| {
            let (path, why) = (shown.clone(), fault.words(l));
            CliFault::Told(tr!(l, "print-kept-though", path = path, why = why))
        };
        if args.open {
            open_file(&path).map_err(|fault| kept_though(&fault))?;
        }
        if args.to.is_none() {
            say(out, &tr!(l, "print-written", path = shown))?;
            continue;
        }
        let to = match &printer {
            Some(to) => to,
            None => &*printer.insert(named(desk, args).map_err(|fault| kept_though(&fault))?),
        };
        let (copies, two_sided) = (args.copies, args.two_sided);
        let job = PaperJob { file: &path, title: &ready.title, page: ready.page, copies, two_sided };
        SystemSpool.send(&to.name, &job).map_err(|fault| kept_though(&fault))?;
        say(out, &sent(l, to, &shown))?;
    }
    Ok(())
}

/// The printer that was named, else the one chosen last, else the usual one.
fn named(desk: &Desk<'_>, args: &PrintArgs) -> Result<Printer, PrinterFault> {
    let named = args.to.clone().filter(|name| !name.is_empty()).or_else(|| desk.printer());
    chosen(&SystemSpool.printers()?, named.as_deref())
}

fn sent(l: &Locale, printer: &Printer, path: &str) -> String {
    let (name, path) = (clean_line(&printer.name).into_owned(), path.to_owned());
    match printer.state {
        PrinterState::Paused => tr!(l, "print-sent-waits", printer = name, path = path),
        _ => tr!(l, "print-sent", printer = name, path = path),
    }
}

/// Where a report is kept; nothing when it is for the terminal.
fn kept(
    desk: &Desk<'_>,
    args: &PrintArgs,
    ready: &Ready<'_>,
    format: Format,
    pack: bool,
) -> Result<Option<PathBuf>, CliFault> {
    let l = desk.locale;
    let day = desk.now().format("%Y%m%d");
    let name = file_name(&format!("{}-{}-{day}", ready.order.report.word(), clean_line(&ready.title)));
    Ok(Some(match &args.output {
        Some(path) => {
            let path = if pack { path.join(format!("{name}.{}", format.ending())) } else { path.clone() };
            write_at(l, &path, &ready.bytes, (args.replace, pack))?;
            path
        }
        None if args.open || args.to.is_some() => {
            let kept = keep_report(desk.dir(), &name, &[(format.ending(), ready.bytes.clone())]);
            let kept = kept.map_err(|error| CliFault::File { path: desk.dir().to_path_buf(), error })?;
            // The name may hold a dot of its own.
            let mut kept = kept.into_os_string();
            kept.push(format!(".{}", format.ending()));
            kept.into()
        }
        None if !format.is_text() && std::io::stdout().is_terminal() => {
            return Err(CliFault::Usage(tr!(l, "print-say-where")));
        }
        None => return Ok(None),
    }))
}

fn write_at(l: &Locale, path: &Path, bytes: &[u8], (replace, pack): (bool, bool)) -> Result<(), CliFault> {
    if pack && let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| CliFault::File { path: folder.to_path_buf(), error })?;
    }
    write_whole(path, bytes, replace).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            let path = path.display().to_string();
            CliFault::Usage(tr!(l, "print-there-already", path = path))
        }
        _ => CliFault::File { path: path.to_path_buf(), error },
    })
}
