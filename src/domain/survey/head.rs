//! What stands at the head of a survey file, read without what follows: lists of surveys need no more.

use super::Survey;
use crate::domain::{Text, ron};

/// What lists show of a survey. All of it may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SurveyHead {
    /// Its `id`.
    pub id: String,
    /// Its `version`.
    pub version: String,
    /// Its title.
    pub title: Text,
}

impl Survey {
    /// The head of a survey file: the same that [`Survey::read`] finds in a file without faults. Where the four head fields stand before choices and
    /// questions, as the template has them, these are not read.
    #[must_use]
    pub fn head(text: &str) -> SurveyHead {
        before_the_rest(text).unwrap_or_else(|| {
            let survey = Self::read(text).0;
            survey.map(Self::into_head).unwrap_or_default()
        })
    }

    fn into_head(self) -> SurveyHead {
        SurveyHead { id: self.id.value, version: self.version, title: self.title }
    }
}

/// The head when it is complete and without fault before the first line that begins choices or questions.
fn before_the_rest(text: &str) -> Option<SurveyHead> {
    let mut at = 0;
    let begins_rest = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("choices:") || line.starts_with("body:")
    };
    for line in text.split_inclusive('\n').take_while(|line| !begins_rest(line)) {
        at += line.len();
    }
    let head = format!("{})", text.get(..at)?);
    let document = ron::read(&head);
    let ron::Value::Fields(_, fields) = &document.root.value else { return None };
    let given = |name: &str| fields.iter().filter(|field| field.name.text == name).count() == 1;
    let complete = ["id", "version", "title", "default_language"].into_iter().all(given);
    if !complete || !document.problems.is_empty() {
        return None;
    }
    Survey::read(&head).0.map(Survey::into_head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_is_what_reading_the_whole_file_finds() {
        let all = r#"id: "tea", version: "3", default_language: "en", title: {"zh-CN": "茶", "en": "Tea"},"#;
        let body = r#"body: [Note(name: "a", label: "b")])"#;
        let texts = [
            format!("Survey({all}\n{body}"),
            format!("Survey({all}\n  choices: {{ }},\n{body}"),
            format!("Survey(\n{body}"),
            // A head that goes on after the questions.
            format!(
                "Survey(id: \"tea\", title: \"Tea\", version: \"3\",\n{}, default_language: \"en\")",
                &body[..body.len() - 1]
            ),
            // A text that looks like the end of the head.
            format!("Survey(instance_name: \"\nbody: x\", {all}\n{body}"),
            format!("Survey({} title: \"\nbody: x\", \n{body}", all.replace("title:", "style:")),
            String::from("Survey(id: "),
            String::from("Survey(version: 3"),
            String::new(),
        ];
        for text in texts {
            let whole = Survey::read(&text).0.map(Survey::into_head).unwrap_or_default();
            assert_eq!(Survey::head(&text), whole, "{text}");
        }
    }
}
