//! The functions of the language, one file a family. Each is a row of a table: name, arity, kinds, what it is, code.

mod boolean;
mod date;
mod date_names;
mod digest;
mod geo;
mod nodeset;
mod number;
mod random;
mod repeat;
mod select;
mod string;
mod table;

pub(super) use date::unknown_directive;
pub(super) use digest::{Algorithm, Encoding};
pub(super) use table::{Arg, Effect, Function, find, names};
