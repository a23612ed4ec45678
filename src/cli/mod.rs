//! The command line: one file a subcommand, each prints in the language asked for and gives an exit code.

mod args;
mod check;
mod check_store;
mod check_terminal;
mod condition;
mod data;
mod demo;
mod desk;
mod eval;
mod export;
mod fault;
mod fill;
mod import;
mod manual;
mod new;
mod plain;
mod program;
mod run;
mod say;
mod script;
mod session;
mod survey;
mod tally;
mod usage;
mod words;

pub use args::{Args, Command, EvalArgs, Everywhere, FillArgs, Start};
pub use data::DataDir;
pub use desk::Desk;
pub use export::{ExportArgs, ExportFormat};
pub use fault::CliFault;
pub use import::ImportArgs;
pub use new::NewThing;
pub use run::run;
pub use tally::{TallyArgs, TallyFormat};
pub use words::command;
