//! The printers in what `lpstat` says.

use super::{Printer, PrinterFault, PrinterState, printer::in_order};

/// The printers in what it says: their names, and of each what it says where it says something.
///
/// # Errors
/// When there is none because the service does not answer.
pub(super) fn of_cups(names: &str, states: &str) -> Result<Vec<Printer>, PrinterFault> {
    let mut printers: Vec<Printer> = names
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|name| Printer { name: name.to_owned(), usual: false, state: PrinterState::Ready })
        .collect();
    if printers.is_empty() && states.lines().any(|line| line.trim() == "scheduler is not running") {
        return Err(PrinterFault::Stopped);
    }
    for line in states.lines() {
        let mut of = |name: &str, change: &dyn Fn(&mut Printer)| {
            printers.iter_mut().filter(|printer| printer.name == name).for_each(change);
        };
        if let Some(name) = line.strip_prefix("system default destination: ") {
            of(name.trim(), &|printer| printer.usual = true);
        } else if let Some((name, _)) = line.split_once(" not accepting requests since") {
            of(name, &|printer| printer.state = PrinterState::Refusing);
        } else if let Some((name, _)) =
            line.strip_prefix("printer ").and_then(|rest| rest.split_once(" disabled since"))
        {
            of(name, &|printer| {
                if printer.state == PrinterState::Ready {
                    printer.state = PrinterState::Paused;
                }
            });
        }
    }
    Ok(in_order(printers))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(printers: &[Printer]) -> Vec<String> {
        printers.iter().map(|p| format!("{}{} {:?}", if p.usual { "*" } else { "" }, p.name, p.state)).collect()
    }

    #[test]
    fn printers_are_read_with_the_usual_one_first() {
        let names = "Hall\n办公室\nOffice\n\nAttic\n";
        let states = "scheduler is running\nsystem default destination: Office\n\
                      办公室 not accepting requests since Tue Nov 24 03:16:58 2026 -\n\tRejecting Jobs\n\
                      Hall accepting requests since Tue Nov 24 03:17:30 2026\n\
                      printer 办公室 disabled since Tue Nov 24 03:16:58 2026 -\n\
                      printer Hall disabled since Tue Nov 24 03:17:30 2026 -\n\tPaused\n\
                      printer Office is idle.  enabled since Tue Nov 24 03:17:30 2026\n";
        let printers = of_cups(names, states).unwrap();
        assert_eq!(told(&printers), ["*Office Ready", "Attic Ready", "Hall Paused", "办公室 Refusing"]);
        assert_eq!(told(&of_cups("a\n", "no system default destination\n").unwrap()), ["a Ready"]);
        assert!(matches!(of_cups("", "scheduler is not running\n"), Err(PrinterFault::Stopped)));
        assert!(of_cups("", "scheduler is running\nlpstat: No destinations added.\n").unwrap().is_empty());
    }
}
