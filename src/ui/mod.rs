//! The terminal: what is drawn and what is typed. The only folder that knows ratatui and crossterm.
//!
//! [`run()`] is the one event loop, [`Shell`] its core without a terminal, [`Driver`] the same core for tests.

mod chrome;
mod driver;
mod editor;
mod guard;
mod input;
mod probe;
mod run;
pub mod screens;
mod shell;
mod signals;
pub mod theme;
pub mod widgets;

pub use driver::Driver;
pub use guard::{PanicLine, TerminalGuard};
pub use input::Event;
pub use probe::{PROBED, Probed, probe};
pub use run::{End, run};
pub use shell::{SMALLEST, Shell, Want};
