//! What a household said, as it was read from its response.

use chrono::{DateTime, FixedOffset};

use super::SuggestionKey;
use crate::domain::{
    Answer, Privacy, ResponseId, SessionId, Value,
    survey::{AnswerTree, Door, Entry},
};

/// A suggestion with what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// Which.
    pub key: SuggestionKey,
    /// What was said, in the words of who wrote it down.
    pub text: String,
    /// Where; left out of everything public.
    pub door: Door,
    /// How far it may go: the mark of the question.
    pub privacy: Privacy,
    /// The survey.
    pub survey: String,
    /// The session it was said at.
    pub session: Option<SessionId>,
    /// When the response was finished.
    pub at: DateTime<FixedOffset>,
}

/// How a household scored what was done about a concern, before and after, in the survey's own points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The response.
    pub response: ResponseId,
    /// The concern it is about, by its name.
    pub concern: String,
    /// Before.
    pub before: Option<i64>,
    /// After.
    pub after: Option<i64>,
    /// When the response was finished.
    pub at: DateTime<FixedOffset>,
}

/// The names a second survey asks by: in a repeat, `work` names a concern, `before` and `after` are its scores.
const WORK: &str = "work";
const BEFORE: &str = "before";
const AFTER: &str = "after";

/// The text at a path of a response's answers, `remarks` or `member[2]/wish`; nothing when there is none.
#[must_use]
pub fn text_at<'a>(answers: &'a AnswerTree, path: &str) -> Option<&'a str> {
    let mut tree = answers;
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return match tree.answer(part)? {
                Answer::Value(Value::Text(text)) => Some(text.as_str()).filter(|text| !text.trim().is_empty()),
                _ => None,
            };
        }
        let (name, at) = part.strip_suffix(']')?.split_once('[')?;
        tree = tree.instances(name).get(at.parse::<usize>().ok()?.checked_sub(1)?)?;
    }
    None
}

/// The texts that answer one of these questions, each with its path, also those inside repeats.
#[must_use]
pub fn texts<'a>(answers: &'a AnswerTree, questions: &[String]) -> Vec<(String, &'a str)> {
    let mut found = Vec::new();
    collect(answers, questions, "", &mut found);
    found
}

fn collect<'a>(tree: &'a AnswerTree, questions: &[String], under: &str, found: &mut Vec<(String, &'a str)>) {
    for (name, entry) in &tree.0 {
        match entry {
            Entry::Answer(Answer::Value(Value::Text(text))) if questions.contains(name) && !text.trim().is_empty() => {
                found.push((format!("{under}{name}"), text.as_str()));
            }
            Entry::Repeat(instances) => {
                for (at, instance) in (1..).zip(instances) {
                    collect(instance, questions, &format!("{under}{name}[{at}]/"), found);
                }
            }
            Entry::Answer(_) | Entry::Blank => {}
        }
    }
}

/// The scores of a response to a second survey; none for any other.
#[must_use]
pub fn scores(response: ResponseId, at: DateTime<FixedOffset>, answers: &AnswerTree) -> Vec<Score> {
    let text = |tree: &AnswerTree, name: &str| Some(tree.answer(name)?.value()?.to_text());
    let number = |tree: &AnswerTree, name: &str| text(tree, name)?.parse::<i64>().ok();
    let repeats = answers.0.values().filter_map(|entry| match entry {
        Entry::Repeat(instances) => Some(instances),
        _ => None,
    });
    let found = repeats.flatten().filter_map(|tree| {
        let (before, after) = (number(tree, BEFORE), number(tree, AFTER));
        let concern = text(tree, WORK)?;
        (before.is_some() || after.is_some()).then_some(Score { response, concern, before, after, at })
    });
    found.collect()
}
