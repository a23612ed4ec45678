//! The terminal: what is drawn and what is typed. The only folder that knows ratatui and crossterm.

pub mod theme;
pub mod widgets;
