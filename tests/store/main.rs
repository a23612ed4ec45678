//! The store as it is used: drafts, responses, sessions, lists, checking, faults, two programs at once, being killed.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod drafts;
mod responses;
mod support;
