//! Tree -> code: names become nodes, and what cannot be right is reported with its place.

mod calls;
mod earlier;
mod fold;
mod key;
mod operators;
mod paths;
mod resolver;
mod walk;

pub(super) use resolver::{Rigour, resolve};
