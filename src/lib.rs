//! babahui (坝坝会): courtyard meetings and door-to-door surveys in a terminal, without a network.
//!
//! The house is built in layers, and a file's folder says what it may know:
//!
//! ```text
//! domain  <-  locale  <-  report, import
//! domain  <-  store
//! all of these  <-  app  <-  ui/widgets  <-  ui/screens  <-  ui  <-  cli  <-  main
//! ```
//!
//! Each uses only what stands to its left; `tests/architecture.rs` keeps it so.

pub mod app;
pub mod cli;
pub mod domain;
pub mod import;
pub mod locale;
pub mod report;
pub mod store;
pub mod ui;
