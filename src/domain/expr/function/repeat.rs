//! Functions of repeats.

use super::super::{Shape, eval::Val};
use super::table::{Arg, Function, between, row};

pub(super) static ROWS: &[Function] = &[
    // Written here for its arity; resolving puts code of its own in its place.
    // A question in the repeat instances with these 1-based indexes.
    row("indexed-repeat", between(3, 7), &[Arg::Any], Shape::Any, |_, _| Val::text("")),
];
