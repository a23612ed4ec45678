//! The words of `print` on the command line.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, value_parser};

use super::orders::EVENING;
use crate::{
    app::printing::Wish,
    cli::matters::WhichArgs,
    report::{Class, Format, Paper},
};

/// What to print, of what, for whom and where to.
#[derive(Debug, Args)]
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
    /// Which matters
    #[command(flatten)]
    pub matters: WhichArgs,
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
    /// How many of each
    #[arg(long, value_name = "N", requires = "to", default_value_t = 1, value_parser = value_parser!(u16).range(1..=i64::from(Wish::MOST)))]
    pub copies: u16,
    /// On both sides of a sheet
    #[arg(long, requires = "to")]
    pub two_sided: bool,
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

impl ClassWord {
    pub(super) fn class(self) -> Class {
        match self {
            Self::Public => Class::Public,
            Self::Office => Class::Office,
            Self::Facilitator => Class::Facilitator,
        }
    }
}

impl PaperWord {
    pub(super) fn paper(self) -> Paper {
        match self {
            Self::A4 => Paper::A4,
            Self::A3 => Paper::A3,
            Self::Letter => Paper::Letter,
        }
    }
}

/// The format that was asked for, by its name, the file's ending or where it goes.
pub(super) fn format(args: &PrintArgs) -> Format {
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
