//! Surveys: the definition an author writes, the form it compiles to, the draft a surveyor fills, the response that is kept.

mod answers;
mod check;
mod check_choices;
mod check_parameters;
mod choices;
mod compile;
mod definition;
mod draft;
mod edit;
mod flow;
mod form;
mod hash;
mod head;
mod load;
mod read;
mod read_choices;
mod read_default;
mod read_question;
mod read_value;
mod response;
mod table;
mod words;

pub use answers::{AnswerTree, Entry};
pub use check::check;
pub use choices::List;
pub use definition::{Choice, ChoiceList, Formula, Kind, Question, Survey};
pub use draft::{Changes, Draft, EditRefusal, Env, Issue, IssueKind, Offered, Options, Standing, Warned};
pub use edit::{Edit, NodePath, PathStep};
pub use flow::{Page, Progress, Row, Rows};
pub use form::{Form, Node, Scale, Template, Wording};
pub use hash::content_hash;
pub use head::SurveyHead;
pub use load::{Loaded, load};
pub use response::{AuditLine, Door, DraftHead, Response, ResponseState, SurveyRef};
pub use table::{Attachments, Table};
pub use words::{APPEARANCES, KINDS, kind_name};
