//! 走访: rounds, the way from door to door, what is covered, what is due, what to look at twice.

mod at_door;
mod coverage;
mod due;
mod new_round;
mod pieces;
mod places;
mod quality;
mod rounds;
mod route;

pub use coverage::CoverageScreen;
pub use due::DueScreen;
pub use new_round::NewRoundScreen;
pub use quality::QualityScreen;
pub use rounds::RoundsScreen;
pub use route::RouteScreen;
