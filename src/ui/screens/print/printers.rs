//! The printers to choose from, over the page: asked for in the background, the usual one first.

use ratatui::{Frame, layout::Rect};

use crate::{
    app::{
        Ctx, Fate, Task,
        printing::{Printer, PrinterFault, PrinterState},
    },
    locale::{Align, Locale, clean_line, pad, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Columns of a printer's name.
const NAME: usize = 28;

/// What is known of the printers.
enum Listing {
    Asked(Task<Result<Vec<Printer>, PrinterFault>>),
    There(Vec<Printer>),
    Fault(PrinterFault),
}

/// The list one chooses from.
pub(super) struct Printers {
    listing: Listing,
    at: usize,
}

impl Printers {
    /// Asks the system, in the background.
    pub(super) fn ask(ctx: &mut Ctx) -> Self {
        let spool = std::sync::Arc::clone(&ctx.spool);
        Self { listing: Listing::Asked(ctx.worker.start(move |_| spool.printers())), at: 0 }
    }

    /// Takes in what the system said; the one chosen earlier is under the cursor.
    pub(super) fn arrived(&mut self, chosen: Option<&str>) {
        let Listing::Asked(task) = &self.listing else { return };
        self.listing = match task.take() {
            Fate::Waiting => return,
            Fate::Done(Ok(printers)) => {
                let at = printers.iter().position(|printer| Some(printer.name.as_str()) == chosen);
                self.at = at.unwrap_or_default();
                Listing::There(printers)
            }
            Fate::Done(Err(fault)) => Listing::Fault(fault),
            Fate::Lost => Listing::Fault(PrinterFault::None),
        };
    }

    fn all(&self) -> &[Printer] {
        if let Listing::There(printers) = &self.listing { printers } else { &[] }
    }

    /// The one under the cursor.
    pub(super) fn here(&self) -> Option<&Printer> {
        self.all().get(self.at)
    }

    pub(super) fn up(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    pub(super) fn down(&mut self) {
        self.at = (self.at + 1).min(self.all().len().saturating_sub(1));
    }

    pub(super) fn draw(&self, l: &Locale, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
        let words = match &self.listing {
            Listing::Asked(_) => tr!(l, "print-asking-printers"),
            Listing::There(_) => tr!(l, "print-which-printer"),
            Listing::Fault(fault) => fault.words(l),
        };
        let mut y = area.y;
        for line in wrap(&words, usize::from(area.width)) {
            put(frame.buffer_mut(), row(area, y), line, theme.style(Meaning::Text));
            y += 1;
        }
        y += 1;
        let shown = usize::from(area.bottom().saturating_sub(y)).max(1);
        let top = (self.at + 1).saturating_sub(shown);
        for (at, printer) in self.all().iter().enumerate().skip(top).take(shown) {
            let here = at == self.at;
            let style = theme.style(if here { Meaning::Selected } else { Meaning::Text });
            let sign = if here { ">" } else { " " };
            let name = clean_line(&printer.name);
            let line = format!("{sign} {} {}", pad(&name, NAME, Align::Left), about(printer, l));
            put(frame.buffer_mut(), row(area, y), line.trim_end(), style);
            y += 1;
        }
    }
}

/// Whether it is the usual one, and what keeps it from printing.
fn about(printer: &Printer, l: &Locale) -> String {
    let usual = printer.usual.then(|| tr!(l, "print-usual"));
    let state = match printer.state {
        PrinterState::Ready => None,
        PrinterState::Paused => Some(tr!(l, "print-paused")),
        PrinterState::Refusing => Some(tr!(l, "print-takes-nothing")),
    };
    usual.into_iter().chain(state).collect::<Vec<_>>().join(&tr!(l, "minutes-comma"))
}

fn row(area: Rect, y: u16) -> Rect {
    Rect { y, height: u16::from(y < area.bottom()), ..area }
}
