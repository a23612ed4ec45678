//! Prints what was ordered: gathers, asks where it is for a narrow circle, logs, writes and delivers.

use std::{
    io::{IsTerminal, Write},
    sync::Arc,
};

use super::{
    PrintArgs,
    args::format,
    deliver::{Ready, deliver_all},
    orders::{as_tally, orders},
    told::{list, log},
};
use crate::{
    app::{
        self,
        printing::{Gathering, PrintFault, PrintOrder, Writer, class_word, usual_survey},
    },
    cli::{CliFault, Desk, tally},
    domain::record::{Body, Printed},
    locale::Locale,
    report::{Format, Report, Topic, missing_words},
    tr,
};

/// Prints it.
///
/// # Errors
/// When there is no such report, or what it is about is not there; when a narrower circle was not agreed to; when a file
/// is there already or cannot be written; when there is no printer; when the store fails.
pub fn print(desk: &mut Desk<'_>, args: &PrintArgs, out: &mut impl Write) -> Result<(), CliFault> {
    let l = desk.locale;
    if args.list {
        return list(l, out);
    }
    let mut store = desk.open()?;
    if args.log {
        return log(&store, l, out);
    }
    let mut orders = orders(args, &store, desk)?;
    let mut library = desk.library();
    let mut columns = None;
    if orders.iter().any(|order| order.report.topic() == Topic::Survey) || args.survey.is_some() {
        let survey = match &args.survey {
            Some(given) => desk.survey(&store, &mut library, given)?,
            None => told(l, usual_survey(&store, &library))?.ok_or_else(|| usage(l, &PrintFault::NoSurvey))?,
        };
        let read = app::columns(&store, &library, &survey).map_err(CliFault::Store)?;
        let filter = tally::filter(desk, &as_tally(args, &survey), &read)?;
        for order in &mut orders {
            order.filter = filter.clone();
            if order.report != Report::Series || args.survey.is_some() {
                order.survey = Some(survey.clone());
            }
        }
        columns = Some((survey, read));
    }
    let narrow: Vec<&PrintOrder> = orders.iter().filter(|order| order.tells_more()).collect();
    if !narrow.is_empty() && !args.yes {
        agreed(l, &narrow, out)?;
    }
    let format = format(args);
    if args.to.is_some() && !matches!(format, Format::Pdf | Format::Text) {
        return Err(CliFault::Usage(tr!(l, "print-not-for-printers")));
    }
    let (now, least) = (desk.now(), desk.least_shown());
    let writer = Writer::new(args.font.clone().or_else(|| desk.font()));
    let mut done = Vec::new();
    {
        let mut gathering = Gathering::new(&store, &library, now, least);
        if let Some((survey, columns)) = columns {
            gathering.put_columns(survey, Arc::new(columns));
        }
        for order in &orders {
            let document = told(l, gathering.document(order, l))?;
            let written = told(l, writer.written(&document, format))?;
            if let Some(words) = missing_words(l, &written.missing) {
                let _ = writeln!(std::io::stderr(), "{words}");
            }
            done.push(Ready { order, bytes: written.bytes, title: document.title, page: document.page });
        }
    }
    let bodies: Vec<Body> = done
        .iter()
        .filter(|ready| ready.order.tells_more())
        .map(|Ready { order, title, .. }| {
            Body::Printed(Printed::new(order.report.word(), class_word(order.class), format.ending(), title))
        })
        .collect();
    if !bodies.is_empty() {
        store.append_events(bodies, desk.stamp()).map_err(CliFault::Store)?;
    }
    deliver_all(desk, args, &done, format, out)?;
    out.flush().map_err(CliFault::stdout)
}

fn told<T>(l: &Locale, done: Result<T, PrintFault>) -> Result<T, CliFault> {
    done.map_err(|fault| usage(l, &fault))
}

pub(super) fn usage(l: &Locale, fault: &PrintFault) -> CliFault {
    CliFault::Usage(fault.words(l))
}

/// Asks once whether to print for a narrower circle.
fn agreed(l: &Locale, narrow: &[&PrintOrder], out: &mut impl Write) -> Result<(), CliFault> {
    let names = narrow.iter().map(|order| order.report.name(l)).collect::<Vec<_>>().join(", ");
    if !std::io::stdin().is_terminal() {
        return Err(CliFault::Usage(tr!(l, "print-say-yes", reports = names)));
    }
    write!(out, "{} ", tr!(l, "print-ask", reports = names)).and_then(|()| out.flush()).map_err(CliFault::stdout)?;
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line);
    // Whoever types with an English layout answers in English.
    let (said, words) = (line.trim().to_lowercase(), format!("y yes {}", tr!(l, "print-yes-words")));
    let yes = words.split_whitespace().any(|word| word == said);
    if read.is_ok() && yes { Ok(()) } else { Err(CliFault::Usage(tr!(l, "print-not-printed"))) }
}
