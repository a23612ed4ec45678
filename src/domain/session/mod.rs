//! Sessions: the occasions at which responses are collected.

mod kind;

pub use kind::{Session, SessionKind};
