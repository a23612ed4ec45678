//! What an editor makes of an action.

use crate::domain::Answer;

/// What an editor makes of an action.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Dealt with: something moved, nothing was answered.
    Stay,
    /// Not the editor's.
    Pass,
    /// An answer, or with nothing its taking away; the question stays on screen.
    Answer(Option<Answer>),
    /// An answer, and on to the next question.
    AnswerAndGo(Option<Answer>),
    /// On to the next question, the answer as it is.
    Go,
    /// What was typed is no answer: why.
    Wrong(String),
}
