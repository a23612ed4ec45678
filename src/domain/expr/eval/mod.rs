//! Evaluation: resolved expression + answers -> value. Never fails and never panics; what makes no sense is blank or NaN.

mod compare;
mod env;
mod nodes;
mod val;

pub(super) use compare::{arithmetic, compare};
pub(super) use env::{Env, Shared};
pub(super) use val::{Items, Val};
