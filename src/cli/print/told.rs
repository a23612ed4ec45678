//! What `print` tells: reports and printers, and what was printed for a narrow circle.

use std::io::Write;

use super::orders::EVENING;
use crate::{
    app::printing::{PrinterState, Spool, SystemSpool, class_word},
    cli::{CliFault, say::say},
    domain::record::{Body, Printed},
    locale::{Align, Locale, clean_line, date_time, pad},
    report::Report,
    store::{About, Store},
    tr,
};

/// The reports and printers there are.
pub(super) fn list(l: &Locale, out: &mut impl Write) -> Result<(), CliFault> {
    say(out, &tr!(l, "print-reports"))?;
    for report in Report::ALL {
        let classes: Vec<&str> = report.classes().iter().map(|class| class_word(*class)).collect();
        let (word, name) = (pad(report.word(), 16, Align::Left), pad(&report.name(l), 30, Align::Left));
        say(out, &format!("  {word}{name}{}", classes.join(", ")))?;
    }
    say(out, &format!("  {}{}", pad(EVENING, 16, Align::Left), tr!(l, "print-evening")))?;
    let printers = match SystemSpool.printers() {
        Ok(printers) => printers,
        Err(fault) => return say(out, &fault.words(l)),
    };
    say(out, &tr!(l, "print-printers"))?;
    printers.iter().try_for_each(|printer| {
        let usual = printer.usual.then(|| tr!(l, "print-usual"));
        let state = match printer.state {
            PrinterState::Ready => None,
            PrinterState::Paused => Some(tr!(l, "print-paused")),
            PrinterState::Refusing => Some(tr!(l, "print-takes-nothing")),
        };
        let more: Vec<String> = usual.into_iter().chain(state).collect();
        let name = clean_line(&printer.name);
        let line = format!("  {}{}", pad(&name, 30, Align::Left), more.join(&tr!(l, "minutes-comma")));
        say(out, line.trim_end())
    })
}

/// What was printed for a narrow circle, by whom and when.
pub(super) fn log(store: &Store, l: &Locale, out: &mut impl Write) -> Result<(), CliFault> {
    let (records, _) = store.records_about(About::Register(Printed::KIND)).map_err(CliFault::Store)?;
    for record in &records {
        if let Body::Printed(printed) = &record.body {
            let by = clean_line(&record.author);
            let Printed { report, class, format, title } = printed;
            let line = format!("{}  {by}  {report}  {class}  {format}  {}", date_time(record.at), clean_line(title));
            say(out, &line)?;
        }
    }
    if records.is_empty() { say(out, &tr!(l, "print-log-empty")) } else { Ok(()) }
}
