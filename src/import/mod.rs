//! Files that come in: definitions people write, tables of responses, fonts.

mod agenda;
mod check;
mod definition;
mod fonts;
mod households;
mod library;
mod origin;
mod roll;
mod shipped;
mod survey;
mod table;

pub use agenda::AgendaFile;
pub use check::problems_at;
pub use fonts::{FoundFace, SystemFonts, font_file};
pub use households::{HouseholdFile, HouseholdFileFault, read_households};
pub use library::{DefinitionFile, Library};
pub use origin::Origin;
pub use roll::{RollFile, RollFileFault, read_roll};
pub use survey::SurveyFile;
pub use table::{FileFault, read_table};

/// All surveys at hand.
pub type SurveyLibrary = Library<SurveyFile>;

/// All agendas at hand.
pub type AgendaLibrary = Library<AgendaFile>;
