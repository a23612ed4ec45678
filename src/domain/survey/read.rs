//! RON text to a survey: every piece that can be read is, and every fault is kept with its place.

use super::{
    Formula, Kind, Question, Survey,
    read_value::{Kept, Reading},
};
use crate::domain::{
    Fault, Problem, Spanned, Text,
    reading::{as_fields, default_language, head, wrong_already},
    ron::{self, Expected, Node},
};

/// Fields of a survey, in the order the template writes them.
const FIELDS: [&str; 9] =
    ["id", "version", "title", "default_language", "languages", "style", "instance_name", "choices", "body"];

/// What people mean by other names.
const MEANT: [(&str, &str); 3] = [("name", "id"), ("questions", "body"), ("language", "default_language")];

impl Survey {
    /// Reads a survey definition. Faults of notation and of single fields come with whatever could be read in spite of
    /// them; how the pieces fit together is for [`super::check()`] and the form. Problems are in file order.
    ///
    /// ```
    /// use babahui::domain::survey::Survey;
    /// let (survey, problems) = Survey::read(r#"Survey(id: "tea", body: [Note(name: "hello", label: "你好")])"#);
    /// assert!(problems.is_empty());
    /// assert_eq!(survey.unwrap().body[0].name.value, "hello");
    /// ```
    #[must_use]
    pub fn read(text: &str) -> (Option<Self>, Vec<Problem>) {
        let document = ron::read(text);
        let mut reading = Reading::new(document.problems, Kept::default());
        let survey = read_survey(&document.root, &mut reading);
        let mut problems = reading.problems;
        problems.sort_by_key(|p| p.span);
        (survey, problems)
    }
}

fn read_survey(root: &Node<'_>, reading: &mut Reading) -> Option<Survey> {
    let (name, fields) = as_fields(root, Expected::Survey, reading)?;
    if let Some(name) = name
        && name.text != "Survey"
    {
        reading.wrong(name.span, Expected::Survey, ron::Found::Name);
    }
    reading.default_language = default_language(fields);
    let mut survey = Survey {
        id: Spanned::default(),
        version: String::new(),
        title: Text::default(),
        default_language: reading.default_language.clone(),
        languages: Vec::new(),
        style: Vec::new(),
        instance_name: None,
        choices: Vec::new(),
        body: Vec::new(),
    };
    let mut complete = None;
    let mut has_body = false;
    reading.no_field_twice(fields);
    for field in fields {
        let value = &field.value;
        match field.name.text {
            "id" | "form_id" => survey.id = reading.text(value).unwrap_or_default(),
            "version" => survey.version = reading.cell(value).unwrap_or_default(),
            "title" | "form_title" => survey.title = reading.words(value),
            "default_language" => drop(reading.text(value)),
            "languages" => complete = Some(reading.language_codes(value)),
            "style" => survey.style = reading.word_list(value).into_iter().map(|w| w.value).collect(),
            "instance_name" => survey.instance_name = reading.formula(value, Expected::Formula),
            "choices" => reading.choice_lists(value),
            "body" => {
                has_body = true;
                survey.body = reading.questions(value);
            }
            _ => reading.unknown_field(field.name, &FIELDS, &MEANT),
        }
    }
    let head = head(root);
    if survey.id.value.trim().is_empty() && !fields.iter().any(|f| wrong_already(f, &["id", "form_id"])) {
        reading.problems.push(Problem::error(head, Fault::MissingField { field: "id" }));
    }
    if survey.title.is_empty() {
        survey.title = Text::one(survey.default_language.clone(), survey.id.value.clone());
    }
    if !has_body {
        reading.problems.push(Problem::error(head, Fault::MissingField { field: "body" }));
    } else if survey.body.is_empty() && reading.problems.is_empty() {
        reading.problems.push(Problem::error(head, Fault::EmptySurvey));
    }
    survey.choices = std::mem::take(&mut reading.own.lists);
    survey.languages = reading.check_languages(complete.as_deref());
    reading.check_references(&survey.body);
    Some(survey)
}

impl Question {
    /// A question of that kind and name with nothing else set.
    #[must_use]
    pub fn new(kind: Spanned<Kind>, name: Spanned<String>) -> Self {
        Self {
            kind,
            name,
            label: Text::default(),
            hint: Text::default(),
            guidance_hint: Text::default(),
            required: None,
            required_message: Text::default(),
            relevant: None,
            constraint: None,
            constraint_message: Text::default(),
            warning: None,
            warning_message: Text::default(),
            calculation: None,
            trigger: None,
            default: None,
            read_only: None,
            appearance: Vec::new(),
            choices: None,
            or_other: false,
            choice_filter: None,
            repeat_count: None,
            parameters: Vec::new(),
            refusals: Vec::new(),
            privacy: None,
            disposition: Vec::new(),
            body: Vec::new(),
        }
    }
}

impl Formula {
    /// Where a part of the expression stands in the file; the whole literal when it was written with escapes.
    #[must_use]
    pub fn place(&self, part: crate::domain::Span) -> crate::domain::Span {
        self.prefix.map_or(self.span, |prefix| {
            let start = self.span.start.saturating_add(prefix);
            crate::domain::Span { start: start.saturating_add(part.start), end: start.saturating_add(part.end) }
        })
    }
}
