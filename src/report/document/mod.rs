//! A document to read or to print, before it has a format: what it is for, on which page, and its pieces in order.
//!
//! A document is data, and its words are already in its language: what knows no language yet (minutes, a summary, a
//! ledger) stands in `domain/`, and a builder of `report/` turns it into a document of one language. A format knows neither
//! the domain nor the language: it only lays out, cleans and escapes. Any text in a document may be hostile.

mod beside;
mod block;
mod chart;
#[allow(clippy::module_inception, reason = "a file is named after the type in it")]
mod document;
mod page;
#[cfg(test)]
pub(crate) mod sample;
mod table;
mod texts;

pub use beside::{BesideLine, documents_beside};
pub use block::{Block, KeyFigure, Moment, Opinion, Ticks, Wanted};
pub use chart::{Bar, Chart, Mark, Thermometer};
pub use document::Document;
pub use page::{Class, Page, Paper, Scale};
pub use table::{Column, ColumnKind, TICK, Table, blank, is_blank, is_tick};
