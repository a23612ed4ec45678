//! Reports on visits: the way of a surveyor on paper, and what a round has covered.

mod coverage;
mod route;

pub use coverage::coverage_document;
pub use route::{RouteSheet, route_document};
