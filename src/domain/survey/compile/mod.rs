//! From a definition to a form: questions flattened, names resolved, expressions parsed, dependencies put in order.
//!
//! All faults are reported at once. What can be said of a definition without resolving names (duplicate names, missing
//! lists and languages, misplaced properties) is `check`'s and not repeated here.

mod first;
mod flatten;
mod formulas;
mod graph;
mod into_form;
mod knots;
mod lists;
mod rank;
mod reach;
mod routes;

pub(super) use into_form::Compiled;
