//! The store as it is used: drafts, responses, sessions, lists, checking, faults, two programs at once, being killed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod checking;
mod drafts;
mod erasing;
mod faults;
mod fold;
mod killed;
mod listing;
#[path = "../support/meeting.rs"]
mod meeting;
mod meetings;
mod responses;
mod schema;
mod support;
mod whatever;
