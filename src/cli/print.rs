//! `print REPORT`: a report as text or file, shown in another program or sent to a printer; the list of reports and
//! printers; what was printed for a narrow circle.

use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};

use super::{
    CliFault, Desk, TallyArgs, TallyFormat,
    matters::{named_matter, named_step},
    meeting,
    say::say,
    tally,
    visits::{named_round, records},
};
use crate::{
    app::{
        self, keep_report,
        printing::{
            Gathering, PrintFault, PrintOrder, Writer, class_word, file_name, open_file, printers, send, usual_survey,
            write_whole,
        },
    },
    domain::{
        MatterId, RoundId,
        matter::{Concern, Matters, Step},
        near,
        record::{Body, Printed, Register},
        visit::Rounds,
    },
    locale::{Locale, clean_line, date_time},
    report::{Class, Format, Paper, Report, Topic, missing_words},
    store::{About, Store},
    tr,
};

/// The word for what is printed after a meeting.
const EVENING: &str = "evening";

/// What to print, of what, for whom and where to.
#[derive(Debug, Default, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct PrintArgs {
    /// Which report, see --list; `evening` for what is printed after a meeting
    #[arg(value_name = "REPORT", required_unless_present_any = ["list", "log"])]
    pub report: Option<String>,
    /// The reports and printers there are
    #[arg(long)]
    pub list: bool,
    /// What was printed for a narrow circle, by whom and when
    #[arg(long, conflicts_with_all = ["report", "list"])]
    pub log: bool,
    /// The survey's id, or its file; the one with most responses when left out
    #[arg(long, value_name = "SURVEY")]
    pub survey: Option<String>,
    /// The meeting: its id, title, or words and a date only one meeting has; the latest one when left out
    #[arg(long, value_name = "MEETING")]
    pub meeting: Option<String>,
    /// The response's id
    #[arg(long, value_name = "ID")]
    pub response: Option<uuid::Uuid>,
    /// Only responses of this session; may be given more than once
    #[arg(long, value_name = "SESSION")]
    pub session: Vec<String>,
    /// The round of visits: its id, title, or words only one has; the latest one when left out
    #[arg(long, value_name = "ROUND")]
    pub round: Option<String>,
    /// Only responses of this surveyor; of a route only this surveyor's way; may be given more than once
    #[arg(long, visible_alias = "visitor", value_name = "SURVEYOR")]
    pub surveyor: Vec<String>,
    /// The matter: its id, title, or words only one has
    #[arg(long, value_name = "MATTER")]
    pub matter: Option<String>,
    /// Only matters that stand here, as in `matters`; may be given more than once
    #[arg(long, value_name = "STATE")]
    pub state: Vec<String>,
    /// Only matters under this concern, by its name or label
    #[arg(long, value_name = "CONCERN")]
    pub concern: Option<String>,
    /// Only responses of this kind of session; may be given more than once
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only responses of this building; may be given more than once
    #[arg(long, value_name = "BUILDING")]
    pub building: Vec<String>,
    /// Only responses begun on this day or later
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Only responses begun on this day or earlier
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Only responses with this answer; may be given more than once
    #[arg(long, value_name = "CONDITION")]
    pub filter: Vec<String>,
    /// Only this question; may be given more than once
    #[arg(long, value_name = "QUESTION")]
    pub question: Vec<String>,
    /// By groups, as in `tally`
    #[arg(long, value_name = "QUESTION")]
    pub by: Option<String>,
    /// Answers in words too, also for everyone
    #[arg(long)]
    pub texts: bool,
    /// For whom: public, office or facilitator
    #[arg(long, value_enum, value_name = "CLASS")]
    pub class: Option<ClassWord>,
    /// Do not ask before printing for a narrower circle
    #[arg(long)]
    pub yes: bool,
    /// pdf, html, text, md or xlsx; from the ending of the file when left out
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<FormatWord>,
    /// a4, a3 or letter
    #[arg(long, value_enum, value_name = "PAPER")]
    pub paper: Option<PaperWord>,
    /// Font file to set pages in, before the computer's own
    #[arg(long, value_name = "FILE")]
    pub font: Option<PathBuf>,
    /// File to write; folder for a pack
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Over a file that is there
    #[arg(long, requires = "output")]
    pub replace: bool,
    /// Show it in the program this computer opens such files with
    #[arg(long, conflicts_with = "to")]
    pub open: bool,
    /// Send it to a printer, to the usual one when none is named
    #[arg(long, value_name = "PRINTER", num_args = 0..=1, require_equals = false, default_missing_value = "")]
    pub to: Option<String>,
}

/// For whom, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ClassWord {
    /// Everyone.
    Public,
    /// Who works with it.
    Office,
    /// Who holds the meeting.
    Facilitator,
}

/// A format, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatWord {
    /// Lines of text.
    Text,
    /// Markdown.
    Md,
    /// Pages for the printer.
    Pdf,
    /// One web page.
    Html,
    /// A spreadsheet, a sheet a table.
    Xlsx,
}

/// A paper, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperWord {
    /// 210 x 297 mm.
    A4,
    /// 297 x 420 mm.
    A3,
    /// 8.5 x 11 in.
    Letter,
}

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
    let orders = orders(args, &store, desk)?;
    let mut library = desk.library();
    let mut orders = orders;
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
    let (now, least) = (desk.now(), desk.least_shown());
    let writer = Writer::new(args.font.clone().or_else(|| desk.font()));
    let mut done = Vec::new();
    {
        let mut gathering = Gathering::new(&store, &library, now, least);
        if let Some((survey, columns)) = columns {
            gathering.put_columns(survey, std::sync::Arc::new(columns));
        }
        for order in &orders {
            let document = told(l, gathering.document(order, l))?;
            let written = told(l, writer.written(&document, format))?;
            if let Some(words) = missing_words(l, &written.missing) {
                let _ = writeln!(std::io::stderr(), "{words}");
            }
            done.push((order, written.bytes, document.title));
        }
    }
    let bodies: Vec<Body> = done
        .iter()
        .filter(|(order, ..)| order.tells_more())
        .map(|(order, _, title)| {
            Body::Printed(Printed::new(order.report.word(), class_word(order.class), format.ending(), title))
        })
        .collect();
    if !bodies.is_empty() {
        store.append_events(bodies, desk.stamp()).map_err(CliFault::Store)?;
    }
    let pack = done.len() > 1;
    for (order, bytes, title) in &done {
        deliver(desk, args, (order, title), (bytes, format, pack), out)?;
    }
    out.flush().map_err(CliFault::stdout)
}

fn told<T>(l: &Locale, done: Result<T, PrintFault>) -> Result<T, CliFault> {
    done.map_err(|fault| usage(l, &fault))
}

fn usage(l: &Locale, fault: &PrintFault) -> CliFault {
    CliFault::Usage(fault.words(l))
}

/// The reports that were asked for.
fn orders(args: &PrintArgs, store: &Store, desk: &Desk<'_>) -> Result<Vec<PrintOrder>, CliFault> {
    let l = desk.locale;
    let given = args.report.as_deref().unwrap_or_default();
    let reports: Vec<Report> = if given == EVENING {
        Report::EVENING.to_vec()
    } else {
        let words = Report::ALL.iter().map(|report| report.word());
        let found = Report::ALL.iter().find(|report| report.word() == given || report.name(l) == given);
        vec![*found.ok_or_else(|| {
            let near = near(given, words.clone().chain([EVENING])).map(str::to_owned);
            let known = words.chain([EVENING]).collect::<Vec<_>>().join(", ");
            CliFault::Usage(match near {
                Some(near) => tr!(l, "print-unknown-near", name = given, near = near),
                None => tr!(l, "print-unknown", name = given, known = known),
            })
        })?]
    };
    let needs = given == EVENING || args.meeting.is_some() || reports.iter().any(|r| r.topic() == Topic::Meeting);
    let meeting = if needs { Some(meeting::named(args.meeting.as_deref(), store, desk.now(), l)?) } else { None };
    let registers = Registers::named(args, store, l)?;
    reports
        .into_iter()
        .map(|report| {
            let class = match args.class {
                None => report.default_class(),
                Some(class) if given == EVENING => report.class_of(class.class()).unwrap_or(report.default_class()),
                Some(class) => {
                    report.class_of(class.class()).ok_or_else(|| usage(l, &PrintFault::NoEdition(report)))?
                }
            };
            Ok(PrintOrder {
                class,
                questions: args.question.clone(),
                by: args.by.clone(),
                texts: args.texts,
                meeting,
                response: args.response.map(crate::domain::ResponseId),
                round: registers.round,
                surveyors: args.surveyor.clone(),
                matter: registers.matter,
                steps: registers.steps.clone(),
                concern: registers.concern.clone(),
                paper: args.paper.map(PaperWord::paper),
                ..PrintOrder::new(report)
            })
        })
        .collect()
}

/// What is named of visits and matters.
#[derive(Default)]
struct Registers {
    round: Option<RoundId>,
    matter: Option<MatterId>,
    steps: Vec<Step>,
    concern: Option<String>,
}

impl Registers {
    fn named(args: &PrintArgs, store: &Store, l: &Locale) -> Result<Self, CliFault> {
        let steps: Result<Vec<Step>, CliFault> = args.state.iter().map(|name| named_step(name, l)).collect();
        let mut found = Self { steps: steps?, ..Self::default() };
        if let Some(given) = &args.round {
            found.round = Some(named_round(given, &Rounds::fold(records::<Rounds>(store)?), l)?);
        }
        if args.matter.is_none() && args.concern.is_none() {
            return Ok(found);
        }
        let matters = Matters::fold(records::<Matters>(store)?);
        if let Some(given) = &args.matter {
            found.matter = Some(named_matter(given, &matters, l)?);
        }
        if let Some(given) = &args.concern {
            let is = |concern: &&Concern| concern.name == *given || concern.label.get(l.lang()) == given;
            let name = matters.concerns().find(is).map(|concern| concern.name.clone());
            found.concern = Some(name.ok_or_else(|| {
                let known: Vec<&str> = matters.concerns().map(|concern| concern.name.as_str()).collect();
                CliFault::Usage(tr!(l, "print-no-concern", name = given.as_str(), known = known.join(", ")))
            })?);
        }
        Ok(found)
    }
}

fn as_tally(args: &PrintArgs, survey: &str) -> TallyArgs {
    TallyArgs {
        survey: survey.to_owned(),
        by: None,
        question: Vec::new(),
        session: args.session.clone(),
        kind: args.kind.clone(),
        building: args.building.clone(),
        surveyor: args.surveyor.clone(),
        from: args.from.clone(),
        to: args.until.clone(),
        conditions: args.filter.clone(),
        format: TallyFormat::Text,
    }
}

impl ClassWord {
    fn class(self) -> Class {
        match self {
            Self::Public => Class::Public,
            Self::Office => Class::Office,
            Self::Facilitator => Class::Facilitator,
        }
    }
}

impl PaperWord {
    fn paper(self) -> Paper {
        match self {
            Self::A4 => Paper::A4,
            Self::A3 => Paper::A3,
            Self::Letter => Paper::Letter,
        }
    }
}

fn format(args: &PrintArgs) -> Format {
    let ending = args.output.as_deref().and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    let of_file = || Format::ALL.into_iter().find(|format| Some(format.ending()) == ending.as_deref());
    match args.format {
        Some(FormatWord::Text) => Format::Text,
        Some(FormatWord::Md) => Format::Markdown,
        Some(FormatWord::Pdf) => Format::Pdf,
        Some(FormatWord::Html) => Format::Html,
        Some(FormatWord::Xlsx) => Format::Xlsx,
        None if args.open || args.to.is_some() || args.report.as_deref() == Some(EVENING) => {
            of_file().unwrap_or(Format::Pdf)
        }
        None => of_file().unwrap_or(Format::Text),
    }
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

/// Brings a report where it was asked to.
fn deliver(
    desk: &Desk<'_>,
    args: &PrintArgs,
    (order, title): (&PrintOrder, &str),
    (bytes, format, pack): (&[u8], Format, bool),
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let l = desk.locale;
    let day = desk.now().format("%Y%m%d");
    let name = file_name(&format!("{}-{}-{day}", order.report.word(), clean_line(title)));
    let path = match &args.output {
        Some(path) => {
            let path = if pack { path.join(format!("{name}.{}", format.ending())) } else { path.clone() };
            if pack && let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)
                    .map_err(|error| CliFault::File { path: folder.to_path_buf(), error })?;
            }
            write_whole(&path, bytes, args.replace).map_err(|error| match error.kind() {
                std::io::ErrorKind::AlreadyExists => {
                    let path = path.display().to_string();
                    CliFault::Usage(tr!(l, "print-there-already", path = path))
                }
                _ => CliFault::File { path: path.clone(), error },
            })?;
            path
        }
        None if args.open || args.to.is_some() => {
            let kept = keep_report(desk.dir(), &name, &[(format.ending(), bytes.to_vec())]);
            let kept = kept.map_err(|error| CliFault::File { path: desk.dir().to_path_buf(), error })?;
            // The name may hold a dot of its own.
            let mut kept = kept.into_os_string();
            kept.push(format!(".{}", format.ending()));
            kept.into()
        }
        None if !format.is_text() && std::io::stdout().is_terminal() => {
            return Err(CliFault::Usage(tr!(l, "print-say-where")));
        }
        None => return out.write_all(bytes).map_err(CliFault::stdout),
    };
    let shown = path.display().to_string();
    if args.open {
        open_file(&path).map_err(|fault| CliFault::Told(fault.words(l)))?;
    }
    if let Some(printer) = &args.to {
        let printer = Some(printer.as_str()).filter(|name| !name.is_empty());
        send(&path, printer).map_err(|fault| CliFault::Told(fault.words(l)))?;
        return say(out, &tr!(l, "print-sent", path = shown));
    }
    say(out, &tr!(l, "print-written", path = shown))
}

fn list(l: &Locale, out: &mut impl Write) -> Result<(), CliFault> {
    use crate::locale::{Align, pad};
    say(out, &tr!(l, "print-reports"))?;
    for report in Report::ALL {
        let classes: Vec<&str> = report.classes().iter().map(|class| class_word(*class)).collect();
        let (word, name) = (pad(report.word(), 16, Align::Left), pad(&report.name(l), 30, Align::Left));
        say(out, &format!("  {word}{name}{}", classes.join(", ")))?;
    }
    say(out, &format!("  {}{}", pad(EVENING, 16, Align::Left), tr!(l, "print-evening")))?;
    let printers = printers();
    if printers.is_empty() {
        return say(out, &tr!(l, "print-no-printer"));
    }
    say(out, &tr!(l, "print-printers"))?;
    printers.iter().try_for_each(|printer| say(out, &format!("  {}", clean_line(printer))))
}

fn log(store: &Store, l: &Locale, out: &mut impl Write) -> Result<(), CliFault> {
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
