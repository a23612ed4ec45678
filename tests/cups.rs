//! Reports on the way to paper through a real CUPS, in a server of their own. Where the machine has none, or it cannot be
//! started, these are shown as ignored.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[cfg(unix)]
#[path = "../src/report/pdf/boxes.rs"]
mod boxes;
#[cfg(unix)]
#[path = "support/cups.rs"]
mod cups;
#[cfg(unix)]
#[path = "cups/paper.rs"]
mod paper;
#[cfg(unix)]
#[path = "support/terminal.rs"]
mod terminal;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    let args = Arguments::from_args();
    libtest_mimic::run(&args, trials()).exit_code()
}

#[cfg(unix)]
fn trials() -> Vec<Trial> {
    let missing = cups::Server::start().err();
    if let Some(why) = &missing {
        eprintln!(
            "No printing server of its own on this machine ({why}): nothing is printed, and these tests are ignored."
        );
    }
    let trial = |(name, check): (&'static str, paper::Check)| {
        Trial::test(name, move || check(&cups::Server::start()?)).with_ignored_flag(missing.is_some())
    };
    paper::CHECKS.into_iter().map(trial).collect()
}

#[cfg(not(unix))]
fn trials() -> Vec<Trial> {
    Vec::new()
}
