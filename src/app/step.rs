//! What somebody does to a response, written as text: the answers of the demo, of scripts and of tests.

use crate::domain::{
    Answer, Refusal, Value,
    survey::{Draft, Edit, EditRefusal, Env, NodePath},
};

/// One step of filling a response. Paths are below `/data`, as `member[2]/age`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// An answer in its text form.
    Set(String, String),
    /// A refusal.
    Refuse(String, Refusal),
    /// A soft warning passed, with its reason.
    PassWarning(String, String),
    /// A repeat instance added at the end.
    Add(String),
}

impl Step {
    /// Reads the short form of the story file: `+repeat` adds an instance, an answer `!refused`, `!dont_know` or
    /// `!not_applicable` is a refusal.
    #[must_use]
    pub fn read(path: &str, answer: &str) -> Self {
        let refusal = match answer {
            "!refused" => Some(Refusal::Refused),
            "!dont_know" => Some(Refusal::DontKnow),
            "!not_applicable" => Some(Refusal::NotApplicable),
            _ => None,
        };
        match (path.strip_prefix('+'), refusal) {
            (Some(repeat), _) => Self::Add(repeat.to_owned()),
            (None, Some(refusal)) => Self::Refuse(path.to_owned(), refusal),
            (None, None) => Self::Set(path.to_owned(), answer.to_owned()),
        }
    }

    /// The path it is about.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Set(path, _) | Self::Refuse(path, _) | Self::PassWarning(path, _) | Self::Add(path) => path,
        }
    }

    /// The edit it stands for in a draft, which says of which kind an answer must be.
    ///
    /// # Errors
    /// The path names nothing, or the text is no answer to that question.
    pub fn edit(&self, draft: &Draft) -> Result<Edit, EditRefusal> {
        let path: NodePath = format!("/data/{}", self.path()).parse().map_err(|_| EditRefusal::NoSuchNode)?;
        Ok(match self {
            Self::Add(_) => Edit::AddRepeat { path },
            Self::PassWarning(_, reason) => Edit::PassWarning { path, reason: reason.clone() },
            Self::Refuse(_, refusal) => Edit::Set { path, answer: Some(Answer::Refusal(*refusal)) },
            Self::Set(_, text) => {
                let at = draft.resolve(&path).ok_or(EditRefusal::NoSuchNode)?;
                let answer = Value::parse(draft.node(at).kind, text)?.map(Answer::Value);
                Edit::Set { path, answer }
            }
        })
    }

    /// Takes the step, and gives every edit to store: its own, then computed values that are kept.
    ///
    /// # Errors
    /// The draft does not allow it; the draft is as it was.
    pub fn take(&self, draft: &mut Draft, env: &Env<'_>) -> Result<Vec<Edit>, EditRefusal> {
        let edit = self.edit(draft)?;
        let changes = draft.apply(&edit, env)?;
        Ok(std::iter::once(edit).chain(changes.keeps).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_form_of_the_story_file() {
        assert_eq!(Step::read("+need", ""), Step::Add("need".into()));
        assert_eq!(Step::read("a/b", "!dont_know"), Step::Refuse("a/b".into(), Refusal::DontKnow));
        assert_eq!(Step::read("a/b", "x y"), Step::Set("a/b".into(), "x y".into()));
    }
}
