//! The log: what may be recorded, what every record carries, how it is sealed, and what an entity's records add up to.

mod body;
mod clock;
mod error;
mod finding;
mod fold;
mod history;
mod printed;
mod register;
mod seal;
mod shelf;

pub use body::{Body, Record};
pub use clock::{tick, tick_apart};
pub use error::{Holder, StoreError};
pub use finding::{Finding, Flaw, Place};
pub use fold::{effective, order};
pub use history::{ResponseHistory, Revision, SessionHistory, SurveySource};
pub use printed::Printed;
pub use register::Register;
pub use seal::{Header, HeaderText, body_hash, canonical, chain_hash};
pub use shelf::{Shelf, Thing};
