//! 名册: the tree of places with the households of each, one household, the members, tables in and out.

mod book;
mod everybody;
mod export;
mod history;
mod household;
mod import;
mod import_view;
mod member;
mod members;
mod undo;
mod view;

pub use book::RollScreen;
pub use export::RollExportScreen;
pub use household::HouseholdScreen;
pub use import::RollImportScreen;
pub use member::MemberScreen;
pub use members::MembersScreen;
