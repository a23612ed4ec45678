//! The command line: one file a subcommand, each prints in the language asked for and gives an exit code.

mod args;
mod data;
mod fault;
mod manual;
mod program;
mod run;
mod usage;
mod words;

pub use args::{Args, Command};
pub use data::DataDir;
pub use fault::CliFault;
pub use run::run;
pub use words::command;
