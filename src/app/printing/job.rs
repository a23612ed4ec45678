//! Making reports in the background: one to look at, or a pack to keep, open or print. Each file of a pack is whole; when
//! a pack is stopped, those made until then stay and are named.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, FixedOffset};

use super::{
    Gathering, PaperJob, PrintFault, PrintOrder, Printer, PrinterFault, Spool, Wish, Writer, chosen, file_name,
    open_file, write_whole,
};
use crate::{
    app::{Ctx, Level, Progress, SystemIds, Task},
    domain::{
        Lang,
        record::{Body, Printed},
        tally::Columns,
    },
    import::SurveyLibrary,
    locale::{Locale, clean_line},
    report::{Class, Document, Format, missing_words},
    store::{OpenOptions, Store},
    tr,
};

/// The folder of reports in the data directory.
const DIR: &str = "reports";
/// As many new records as columns that were kept are brought up to date with before a key press is felt.
const AT_ONCE: u64 = 1000;

/// What becomes of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// They are kept.
    Save,
    /// Kept and shown in the program this computer opens them with.
    Open,
    /// Kept as pages and sent to a printer: it knows no other format, and few know Chinese as plain text.
    Print(Wish),
}

impl Goal {
    fn format(&self, asked: Format) -> Format {
        if matches!(self, Self::Print(_)) { Format::Pdf } else { asked }
    }
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Made {
    /// The files, in the order they were asked for.
    pub paths: Vec<PathBuf>,
    /// The printer they were sent to.
    pub printer: Option<Printer>,
}

/// Why reports were not made.
#[derive(Debug)]
pub enum JobFault {
    /// One of them cannot be.
    Report(PrintFault),
    /// A file or folder cannot be written.
    File(PathBuf, io::Error),
    /// The files are there, but they were not printed or shown.
    Printer(PathBuf, PrinterFault),
    /// Somebody stopped it: what was made until then, of how many.
    Stopped {
        /// The files that are there, whole.
        made: Vec<PathBuf>,
        /// How many were asked for.
        of: usize,
    },
}

impl JobFault {
    /// What happened and what to do, in words.
    #[must_use]
    pub fn words(&self, l: &Locale) -> String {
        match self {
            Self::Report(fault) => fault.words(l),
            Self::File(path, error) => {
                let (path, why) = (path.display().to_string(), error.to_string());
                tr!(l, "print-not-written", path = path, why = why)
            }
            Self::Printer(path, fault) => {
                let (path, why) = (path.display().to_string(), fault.words(l));
                tr!(l, "print-kept-though", path = path, why = why)
            }
            Self::Stopped { made, .. } if made.is_empty() => tr!(l, "print-stopped"),
            Self::Stopped { made, of } => {
                let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let (n, of) = (made.len(), *of);
                let names = made.iter().map(name).collect::<Vec<_>>().join(&tr!(l, "minutes-comma"));
                tr!(l, "print-stopped-at", n = n, of = of, names = names)
            }
        }
    }
}

/// Reports being made and kept.
pub type PrintTask = Task<Result<Made, JobFault>>;

/// Everything the background needs.
struct Order {
    dir: PathBuf,
    lang: Lang,
    now: DateTime<FixedOffset>,
    least: Option<u64>,
    font: Option<PathBuf>,
    columns: Option<(String, Arc<Columns>)>,
}

impl Order {
    fn made<T>(&self, work: impl FnOnce(&mut Gathering<'_>) -> Result<T, JobFault>) -> Result<T, JobFault> {
        let options = OpenOptions { community: String::new(), ids: &mut SystemIds, now: self.now, page_limit: None };
        // This program holds the directory, so that the second opening of it only reads.
        let opened = Store::open(&self.dir, options).map_err(|error| JobFault::Report(PrintFault::Store(error)))?;
        let (store, library) = (opened.into_store(), SurveyLibrary::load(&self.dir));
        let mut gathering = Gathering::new(&store, &library, self.now, self.least);
        if let Some((survey, columns)) = &self.columns {
            gathering.put_columns(survey.clone(), Arc::clone(columns));
        }
        work(&mut gathering)
    }

    fn document(&self, gathering: &mut Gathering<'_>, order: &PrintOrder) -> Result<Document, JobFault> {
        let locale = Locale::new(order.language.as_ref().unwrap_or(&self.lang));
        gathering.document(order, &locale).map_err(JobFault::Report)
    }
}

impl Ctx {
    fn order(&mut self, orders: &[PrintOrder]) -> Order {
        let survey = orders.iter().find_map(|order| order.survey.clone());
        let columns = survey.and_then(|survey| Some((survey.clone(), self.tallied(&survey, AT_ONCE)?)));
        let least = self.settings.least_shown;
        let font = self.settings.font.clone().map(PathBuf::from);
        Order { dir: self.dir.clone(), lang: self.lang().clone(), now: self.now(), least, font, columns }
    }

    /// Makes a report to look at, in the background.
    pub fn preview(&mut self, order: &PrintOrder) -> Task<Result<Document, JobFault>> {
        let (with, order) = (self.order(std::slice::from_ref(order)), order.clone());
        self.worker.start(move |_| with.made(|gathering| with.document(gathering, &order)))
    }

    /// Makes reports in the background and keeps them in the data directory. What tells more than its report does when
    /// nothing is asked for is logged first; nothing when that cannot be, and a notice says why.
    pub fn print(&mut self, orders: &[PrintOrder], format: Format, goal: &Goal) -> Option<PrintTask> {
        let format = goal.format(format);
        let narrow: Vec<Body> = orders
            .iter()
            .filter(|order| order.tells_more())
            .map(|order| {
                let (report, class) = (order.report, class_word(order.class));
                Body::Printed(Printed::new(report.word(), class, format.ending(), &report.name(&self.locale)))
            })
            .collect();
        if !narrow.is_empty() {
            self.write(|store, stamp| store.append_events(narrow, stamp))?;
        }
        let (with, orders) = (self.order(orders), orders.to_vec());
        let to = To { format, goal: goal.clone(), spool: Arc::clone(&self.spool) };
        Some(self.worker.start(move |progress| with.made(|gathering| run(&with, gathering, &orders, &to, progress))))
    }
}

/// The word of a class in the log and on the command line.
#[must_use]
pub fn class_word(class: Class) -> &'static str {
    match class {
        Class::Public => "public",
        Class::Office => "office",
        Class::Facilitator => "facilitator",
    }
}

/// What becomes of reports, and where to.
struct To {
    format: Format,
    goal: Goal,
    spool: Arc<dyn Spool>,
}

impl To {
    /// Brings a file where it is wanted. The printer is looked for once.
    fn bring(&self, path: &Path, document: &Document, printer: &mut Option<Printer>) -> Result<(), PrinterFault> {
        match &self.goal {
            Goal::Save => Ok(()),
            Goal::Open => open_file(path),
            Goal::Print(wish) => {
                let to = match printer {
                    Some(to) => to,
                    None => printer.insert(chosen(&self.spool.printers()?, wish.printer.as_deref())?),
                };
                let Wish { copies, two_sided, .. } = *wish;
                let (title, page) = (&document.title, document.page);
                self.spool.send(&to.name, &PaperJob { file: path, title, page, copies, two_sided })
            }
        }
    }
}

/// Makes one report after the other: its file is whole before the next is begun.
fn run(
    with: &Order,
    gathering: &mut Gathering<'_>,
    orders: &[PrintOrder],
    to: &To,
    progress: &Progress,
) -> Result<Made, JobFault> {
    let (mut missing, mut printer) = (Vec::new(), None);
    let format = to.format;
    let writer = Writer::new(with.font.clone());
    let folder = with.dir.join(DIR);
    fs::create_dir_all(&folder).map_err(|error| JobFault::File(folder.clone(), error))?;
    let stamp = with.now.format("%Y%m%d-%H%M%S").to_string();
    let done = one_by_one(orders, progress, |order| {
        let document = with.document(gathering, order)?;
        let name = file_name(&format!("{}-{}", order.report.word(), clean_line(&document.title)));
        let mut written = writer.written(&document, format).map_err(JobFault::Report)?;
        missing.append(&mut written.missing);
        // Nothing is written any more once somebody has said stop.
        if progress.nobody_waits() {
            return Ok(None);
        }
        let path = write_new(&folder, &format!("{name}-{stamp}"), format, &written.bytes)?;
        to.bring(&path, &document, &mut printer).map_err(|fault| JobFault::Printer(path.clone(), fault))?;
        Ok(Some(path))
    });
    missing.sort_unstable();
    missing.dedup();
    if let Some(words) = missing_words(&Locale::new(&with.lang), &missing) {
        progress.notice(Level::Warning, words);
    }
    done.map(|paths| Made { paths, printer })
}

/// Makes the reports in order until somebody says stop, and says how far it is.
fn one_by_one(
    orders: &[PrintOrder],
    progress: &Progress,
    mut print: impl FnMut(&PrintOrder) -> Result<Option<PathBuf>, JobFault>,
) -> Result<Vec<PathBuf>, JobFault> {
    let (mut made, of) = (Vec::new(), orders.len());
    for (at, order) in (0..).zip(orders) {
        let path = if progress.nobody_waits() {
            None
        } else {
            progress.done(at, of as u64);
            print(order)?
        };
        match path {
            Some(path) => made.push(path),
            None => return Err(JobFault::Stopped { made, of }),
        }
    }
    Ok(made)
}

/// Writes a file under the first name that is free.
fn write_new(folder: &Path, name: &str, format: Format, bytes: &[u8]) -> Result<PathBuf, JobFault> {
    let mut number = 1;
    loop {
        let ending = format.ending();
        let file = if number == 1 { format!("{name}.{ending}") } else { format!("{name}-{number}.{ending}") };
        let path = folder.join(file);
        match write_whole(&path, bytes, false) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(JobFault::File(path, error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{
        app::{Fate, Worker},
        report::Report,
    };

    #[test]
    fn a_pack_that_is_stopped_keeps_what_was_made_and_says_so() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().to_path_buf();
        let (begun, begins) = std::sync::mpsc::channel();
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let orders: Vec<PrintOrder> = Report::EVENING.iter().map(|report| PrintOrder::new(*report)).collect();
        let mut worker = Worker::default();
        let task = worker.start(move |progress| {
            one_by_one(&orders, progress, |order| {
                let path = write_new(&folder, order.report.word(), Format::Text, b"whole")?;
                if order.report == Report::Posting {
                    // Somebody says stop while the second of four is made.
                    begun.send(()).unwrap();
                    wait.recv().unwrap();
                }
                Ok(Some(path))
            })
        });
        begins.recv().unwrap();
        task.stop();
        go.send(()).unwrap();
        while worker.busy() {
            worker.wait(Duration::from_mins(1));
        }
        let Fate::Done(Err(fault)) = task.take() else { panic!("it was stopped") };
        let words = fault.words(&Locale::new(&Lang::new("en")));
        assert_eq!(words, "Stopped. 2 of 4 were made and stay: minutes.txt, posting.txt");
        let mut names: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["minutes.txt", "posting.txt"]);
        assert!(names.iter().all(|name| fs::read(dir.path().join(name)).unwrap() == b"whole"));
    }
}
