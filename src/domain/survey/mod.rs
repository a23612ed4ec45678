//! Surveys: the definition an author writes, the form it compiles to, the draft a surveyor fills, the response that is kept.

mod answers;
mod definition;
mod edit;
mod response;
mod table;

pub use answers::{AnswerTree, Entry};
pub use definition::{Choice, ChoiceList, Formula, Kind, Question, Survey};
pub use edit::{Edit, NodePath, PathStep};
pub use response::{AuditLine, Door, DraftHead, Response, ResponseState, SurveyRef};
pub use table::{Attachments, Table};
