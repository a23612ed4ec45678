//! What came of a visit, as answers of a survey say it: which choice of which question stands for what.

use super::{AnswerTree, Survey, definition::Question};
use crate::domain::{Answer, Refusal, Spanned, Value};

/// What came of a visit, in the words of a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody was met and asked: the door is done.
    Done,
    /// Nobody was at home: the door stays open.
    NobodyHome,
    /// Somebody said to come again: the door stays open until then.
    ComeBack {
        /// The `Date` or `DateTime` question whose answer says when.
        day: Spanned<String>,
        /// The `Time` question whose answer says at what time, when there is one.
        time: Option<Spanned<String>>,
    },
    /// They do not want to.
    Refused,
    /// They moved, or nobody lives there.
    Moved,
    /// It is not safe there.
    Unsafe,
}

/// What one choice of a question stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The choice's name.
    pub choice: Spanned<String>,
    /// What came of a visit when it is picked.
    pub outcome: Outcome,
}

/// A question whose answer says what came of the visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// Its name.
    pub question: String,
    /// What its choices stand for.
    pub sayings: Vec<Saying>,
}

/// The words a definition may use.
pub const OUTCOMES: [&str; 6] = ["Done", "NobodyHome", "ComeBack", "Refused", "Moved", "Unsafe"];

impl Outcome {
    /// Its word in a definition.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Done => "Done",
            Self::NobodyHome => "NobodyHome",
            Self::ComeBack { .. } => "ComeBack",
            Self::Refused => "Refused",
            Self::Moved => "Moved",
            Self::Unsafe => "Unsafe",
        }
    }
}

impl Survey {
    /// The questions that say what came of a visit, in survey order; none inside repeats.
    #[must_use]
    pub fn tellings(&self) -> Vec<Telling> {
        let mut found = Vec::new();
        gather(&self.body, &mut found);
        found
    }
}

fn gather(body: &[Question], found: &mut Vec<Telling>) {
    for question in body {
        if !question.disposition.is_empty() {
            found.push(Telling { question: question.name.value.clone(), sayings: question.disposition.clone() });
        }
        if question.kind.value != super::Kind::Repeat {
            gather(&question.body, found);
        }
    }
}

/// What these answers say came of the visit: the first of the questions, in survey order, that says anything else than
/// `Done`. A refusal where the question offers one counts as refused; a blank, a choice that stands for nothing and a
/// question that was not put say nothing.
#[must_use]
pub fn outcome(tellings: &[Telling], answers: &AnswerTree) -> Outcome {
    let said = |telling: &Telling| match answers.answer(&telling.question)? {
        Answer::Value(Value::Choice(picked)) => {
            let saying = telling.sayings.iter().find(|saying| saying.choice.value == *picked)?;
            Some(saying.outcome.clone()).filter(|outcome| *outcome != Outcome::Done)
        }
        Answer::Refusal(Refusal::Refused) => Some(Outcome::Refused),
        Answer::Value(_) | Answer::Refusal(_) => None,
    };
    tellings.iter().find_map(said).unwrap_or(Outcome::Done)
}
