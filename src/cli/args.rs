//! What can be written on the command line.
//!
//! The words people see stand in the locale files, see `words`.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use clap::{Parser, Subcommand};

use super::{ExportArgs, ImportArgs, MinutesArgs, RollArgs, TallyArgs, VisitsArgs};

/// Courtyard meetings and door-to-door surveys in a terminal, without a network
#[derive(Debug, Parser)]
#[command(
    name = "babahui",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Args {
    /// What may be said beside every command
    #[command(flatten)]
    pub everywhere: Everywhere,
    /// What to do; without one the program itself starts
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The arguments of a start without a command. They are read first, without the table of commands, which takes as long to
/// put together as the screen takes to draw; with a command they do not fit, and [`Args`] is read.
#[derive(Debug, Parser)]
#[command(name = "babahui", disable_help_flag = true, disable_version_flag = true)]
pub struct Start {
    /// All there is then
    #[command(flatten)]
    pub everywhere: Everywhere,
}

/// What may be said beside every command.
#[derive(Debug, Clone, PartialEq, Eq, Default, clap::Args)]
pub struct Everywhere {
    /// Directory the data lives in, instead of the one of this computer's user (also `BABAHUI_DATA`)
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Language of everything printed and shown: zh-CN or en
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the counts of a survey's responses
    Tally(TallyArgs),
    /// Print the minutes of a meeting, its sign-in sheet or its posting
    Minutes(MinutesArgs),
    /// Print rounds of visits and their coverage, a route, or must-visit doors that are due
    Visits(VisitsArgs),
    /// Print the list of matters
    Matters(super::MattersArgs),
    /// Print everything about one matter
    Matter(super::MatterArgs),
    /// Print a report: text, file or paper
    Print(Box<super::PrintArgs>),
    /// Write a survey's responses to files
    Export(ExportArgs),
    /// Take in responses from a file
    Import(ImportArgs),
    /// The roll of places and people
    Roll(RollArgs),
    /// Make the demo, and start the program on it
    Demo {
        /// Make it without starting the program
        #[arg(long)]
        only_build: bool,
    },
    /// Fill a survey line by line, or by a script
    Fill(FillArgs),
    /// Show what an expression gives in a survey
    Eval(EvalArgs),
    /// Print a script that completes commands in a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Check files of surveys and agendas, or the store, and print everything that is wrong with them
    Check {
        /// Files of surveys and agendas, or folders of them
        #[arg(required_unless_present_any = ["store", "terminal"], conflicts_with = "store", value_name = "FILE|DIR")]
        paths: Vec<PathBuf>,
        /// Check the data directory's store instead: every record, the chain, what screens read
        #[arg(long)]
        store: bool,
        /// Make what screens read anew from the records, when these are sound
        #[arg(long, requires = "store")]
        rebuild: bool,
        /// Look at the terminal, the language and the data directory instead
        #[arg(long, conflicts_with_all = ["paths", "store"])]
        terminal: bool,
        /// Draw lines from now on as this terminal shows them well
        #[arg(long, requires = "terminal")]
        keep: bool,
    },
    /// Write a commented file to start from
    New {
        /// What to start
        what: super::NewThing,
        /// Its name, which becomes its id and the name of the file
        name: String,
        /// Folder to write it to, instead of the one you are in
        #[arg(short, long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Print the manual page
    Man,
}

/// Arguments of `fill`.
#[derive(Debug, clap::Args)]
pub struct FillArgs {
    /// Id of a survey, or path of a survey file
    #[arg(value_name = "SURVEY")]
    pub survey: String,
    /// Numbered prompts, line by line
    #[arg(long, conflicts_with = "script")]
    pub plain: bool,
    /// Go on with the draft typed in last
    #[arg(long, requires = "plain")]
    pub resume: bool,
    /// Building, entrance and household
    #[arg(long, value_name = "DOOR")]
    pub door: Option<String>,
    /// The session it belongs to: id, title, or words only one session has; `new:TITLE` makes one
    #[arg(long, value_name = "SESSION", conflicts_with = "resume")]
    pub session: Option<String>,
    /// JSON file of operations
    #[arg(long, value_name = "OPS.json")]
    pub script: Option<PathBuf>,
    /// Store nothing
    #[arg(long, requires = "script")]
    pub dry_run: bool,
    /// Print how every question stands
    #[arg(long, requires = "script", value_name = "json", value_parser = ["json"])]
    pub state: Option<String>,
    /// The moment it is filled
    #[arg(long, requires = "script", value_name = "TIME")]
    pub now: Option<DateTime<FixedOffset>>,
    /// Seed of `random()` and shuffled choices
    #[arg(long, requires = "script", value_name = "N")]
    pub seed: Option<u64>,
}

/// Arguments of `eval`.
#[derive(Debug, clap::Args)]
pub struct EvalArgs {
    /// Id of a survey, or path of a survey file
    #[arg(value_name = "SURVEY")]
    pub survey: String,
    /// The expression
    #[arg(value_name = "EXPR", allow_hyphen_values = true)]
    pub expr: String,
    /// An answer to give first
    #[arg(long, value_name = "NAME=VALUE")]
    pub set: Vec<String>,
    /// The question the expression stands at
    #[arg(long, value_name = "NAME")]
    pub at: Option<String>,
    /// What `now()` gives
    #[arg(long, value_name = "TIME")]
    pub now: Option<DateTime<FixedOffset>>,
    /// Seed of `random()`
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}
