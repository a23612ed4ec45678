//! What can be written on the command line.
//!
//! The words people see stand in the locale files, see `words`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{ExportArgs, ImportArgs, TallyArgs};

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
    /// Directory the data lives in, instead of the one of this computer's user (also `BABAHUI_DATA`)
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Language of everything printed and shown: zh-CN or en
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// What to do; without one the program itself starts
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the counts of a survey's responses
    Tally(TallyArgs),
    /// Write a survey's responses to files
    Export(ExportArgs),
    /// Take in responses from a file
    Import(ImportArgs),
    /// Make the demo, and start the program on it
    Demo {
        /// Make it without starting the program
        #[arg(long)]
        only_build: bool,
    },
    /// Print a script that completes commands in a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Check survey files and print everything that is wrong with them
    Check {
        /// Survey files, or folders of them
        #[arg(required = true, value_name = "FILE|DIR")]
        paths: Vec<PathBuf>,
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
