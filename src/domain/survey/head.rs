//! What stands at the head of a survey file, read without what follows: lists of surveys need no more.

use super::Survey;
use crate::domain::{Text, reading::head_alone};

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
        let head = head_alone(text, &["id", "version", "title", "default_language"], &["choices:", "body:"]);
        Self::read(head.as_deref().unwrap_or(text)).0.map(Self::into_head).unwrap_or_default()
    }

    fn into_head(self) -> SurveyHead {
        SurveyHead { id: self.id.value, version: self.version, title: self.title }
    }
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
