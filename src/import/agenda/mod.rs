//! Agendas: those that come with the program and those in the data directory.

mod file;

pub use file::AgendaFile;
