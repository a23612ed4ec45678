//! What somebody does to a response, written as text: the answers of the demo before they meet a form.

use crate::domain::Refusal;

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
