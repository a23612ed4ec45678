//! 走访路线: door after door by building and entrance; one digit says what came of it and goes on to the next.
//!
//! `visit` is what is recorded at a door, `drawing` how the route stands; `screen` is what keys do.

mod drawing;
mod screen;
mod visit;

pub use screen::RouteScreen;
use visit::Asked;
