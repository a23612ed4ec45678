//! One entry of a body: its kind, its properties, and which properties its kind can have.

use super::{
    Kind, Question,
    read_value::{Reading, split},
    words::{REFUSALS, kind, kind_name, near_kind},
};
use crate::domain::{
    Fault, Privacy, Problem, Refusal, Spanned, near,
    reading::{as_fields, head, inside},
    ron::{Expected, Field, Found, Name, Node, Value},
};

/// Properties of a question, in the order the template writes them.
const FIELDS: [&str; 25] = [
    "name",
    "label",
    "hint",
    "guidance_hint",
    "required",
    "required_message",
    "relevant",
    "constraint",
    "constraint_message",
    "warning",
    "warning_message",
    "calculation",
    "default",
    "read_only",
    "trigger",
    "appearance",
    "parameters",
    "choices",
    "choice_filter",
    "or_other",
    "refusals",
    "privacy",
    "disposition",
    "repeat_count",
    "body",
];

/// Properties under the names they have elsewhere.
const OLD_FIELDS: [(&str, &str); 12] = [
    ("type", "name"),
    ("list", "choices"),
    ("list_name", "choices"),
    ("options", "choices"),
    ("children", "body"),
    ("questions", "body"),
    ("title", "label"),
    ("text", "label"),
    ("skip", "relevant"),
    ("formula", "calculation"),
    ("expression", "calculation"),
    ("filter", "choice_filter"),
];

impl Reading {
    /// A body.
    pub fn questions(&mut self, node: &Node<'_>) -> Vec<Question> {
        match &node.value {
            Value::List(items) => {
                let mut questions = Vec::with_capacity(items.len());
                questions.extend(items.iter().filter_map(|item| self.question(item)));
                questions
            }
            Value::Nothing => Vec::new(),
            other => {
                self.wrong(node.span, Expected::Questions, other.found());
                Vec::new()
            }
        }
    }

    fn question(&mut self, node: &Node<'_>) -> Option<Question> {
        let (name, fields) = match &node.value {
            Value::Name(text) => (Some(Name { text, span: node.span }), &[][..]),
            _ => as_fields(node, Expected::Question, self)?,
        };
        let Some(word) = name else {
            self.wrong(head(node), Expected::Question, Found::Fields);
            return None;
        };
        let kind = kind(word.text);
        if kind.is_none() {
            let near = near_kind(word.text).map(ToOwned::to_owned);
            self.problems.push(Problem::error(word.span, Fault::UnknownKind { kind: word.text.to_owned(), near }));
        }
        let holds = fields.iter().any(|f| f.name.text == "body");
        let taken = kind.unwrap_or(if holds { Kind::Group } else { Kind::Text });
        let mut question = Question::new(Spanned { value: taken, span: word.span }, Spanned::default());
        if let Some(field) = fields.iter().find(|f| f.name.text == "name") {
            question.name = self.text(&field.value).unwrap_or(Spanned { value: String::new(), span: field.value.span });
        } else if !fields.iter().any(|f| near(f.name.text, ["name"]).is_some()) {
            self.problems.push(Problem::error(word.span, Fault::MissingField { field: "name" }));
        }
        if question.name.span.end == 0 {
            question.name.span = word.span;
        }
        self.no_field_twice(fields);
        for field in fields {
            self.property(&mut question, field);
        }
        if let Some(kind) = kind {
            self.fits_kind(kind, word, fields);
            if nothing_to_see(&question) && !meant_something(fields) && !self.damaged(node.span) {
                self.problems.push(Problem::error(word.span, Fault::MissingLabel));
            }
        }
        Some(question)
    }

    fn property(&mut self, q: &mut Question, field: &Field<'_>) {
        let value = &field.value;
        match field.name.text {
            "name" => {}
            "label" => q.label = self.words(value),
            "hint" => q.hint = self.words(value),
            "guidance_hint" => q.guidance_hint = self.words(value),
            "required" => q.required = self.condition(value).filter(|f| f.text != "false()"),
            "required_message" => q.required_message = self.words(value),
            "relevant" => q.relevant = self.condition(value),
            "constraint" => q.constraint = self.condition(value),
            "constraint_message" => q.constraint_message = self.words(value),
            "warning" => q.warning = self.condition(value),
            "warning_message" => q.warning_message = self.words(value),
            "calculation" => q.calculation = self.formula(value, Expected::Formula),
            "default" => q.default = self.first_value(value, q.kind.value),
            "read_only" => q.read_only = self.condition(value).filter(|f| f.text != "false()"),
            "trigger" => q.trigger = self.question_name(value),
            "appearance" => q.appearance = self.word_list(value),
            "parameters" => q.parameters = self.parameters(value),
            "choices" => q.choices = self.choices_of_question(value, &q.name.value),
            "choice_filter" => q.choice_filter = self.condition(value),
            "or_other" => q.or_other = self.truth(value),
            "refusals" => q.refusals = self.refusals(value),
            "privacy" => q.privacy = self.privacy(value),
            "disposition" => q.disposition = self.disposition(value),
            "repeat_count" | "count" => q.repeat_count = self.formula(value, Expected::Formula),
            "body" => q.body = self.questions(value),
            "image" | "audio" | "video" | "big_image" => {
                let fault = Fault::NotShown { field: field.name.text.to_owned() };
                self.problems.push(Problem::warning(field.name.span, fault));
            }
            _ => self.unknown_field(field.name, &FIELDS, &OLD_FIELDS),
        }
    }

    /// The name of another question, which XLSForm writes `${name}`.
    pub(super) fn question_name(&mut self, node: &Node<'_>) -> Option<Spanned<String>> {
        let Spanned { value, span } = self.text(node)?;
        let name = value.trim();
        let name = name.strip_prefix("${").and_then(|n| n.strip_suffix('}')).unwrap_or(name).trim();
        (!name.is_empty()).then(|| Spanned { value: name.to_owned(), span })
    }

    fn refusals(&mut self, node: &Node<'_>) -> Vec<Refusal> {
        let words: Vec<(&str, crate::domain::Span)> = match &node.value {
            Value::List(items) => items
                .iter()
                .filter_map(|item| match &item.value {
                    Value::Name(name) => Some((*name, item.span)),
                    Value::Text(literal) => Some((&*literal.text, item.span)),
                    Value::Nothing => None,
                    other => {
                        self.wrong(item.span, Expected::Refusals, other.found());
                        None
                    }
                })
                .collect(),
            Value::Nothing | Value::Name("None") => Vec::new(),
            other => {
                self.wrong(node.span, Expected::Refusals, other.found());
                Vec::new()
            }
        };
        let mut refusals = Vec::with_capacity(words.len());
        for (word, span) in words {
            // `DontKnow` is what a kind would be written like, `dont_know` what a property is.
            let same = |name: &str| name == word || name.replace('_', "") == word.to_lowercase();
            if let Some((_, refusal)) = REFUSALS.iter().find(|(name, _)| same(name)) {
                refusals.push(*refusal);
            } else {
                let near = near(word, REFUSALS.map(|(name, _)| name)).map(ToOwned::to_owned);
                let fault = Fault::UnknownRefusal { refusal: word.to_owned(), near };
                self.problems.push(Problem::error(span, fault));
            }
        }
        refusals
    }

    /// `privacy: Personal`, which may also be written like a choice, `"personal"`.
    fn privacy(&mut self, node: &Node<'_>) -> Option<Spanned<Privacy>> {
        let node = inside(node)?;
        let word = match &node.value {
            Value::Name(name) => *name,
            Value::Text(literal) => &*literal.text,
            other => {
                self.wrong(node.span, Expected::Privacy, other.found());
                return None;
            }
        };
        let found = Privacy::ALL.into_iter().find(|privacy| word == privacy.word() || word == privacy.name());
        if found.is_none() {
            let near = near(word, Privacy::ALL.map(Privacy::word)).map(ToOwned::to_owned);
            let fault = Fault::UnknownPrivacy { word: word.to_owned(), near };
            self.problems.push(Problem::error(node.span, fault));
        }
        found.map(|value| Spanned { value, span: node.span })
    }

    /// `{"start": 1, "end": 10}`, `(start: 1, end: 10)` or `"start=1 end=10"`, also separated by `;` or `,`.
    fn parameters(&mut self, node: &Node<'_>) -> Vec<(Spanned<String>, Spanned<String>)> {
        match &node.value {
            Value::Map(entries) => {
                entries.iter().filter_map(|(key, value)| Some((self.text(key)?, self.parameter(value)?))).collect()
            }
            Value::Fields(None, fields) => fields
                .iter()
                .filter_map(|f| {
                    let name = Spanned { value: f.name.text.to_owned(), span: f.name.span };
                    Some((name, self.parameter(&f.value)?))
                })
                .collect(),
            Value::Text(literal) => {
                // A separator of one byte becomes a space of one byte: places in the file stay right.
                let mut spaced = literal.clone();
                if spaced.text.contains([';', ',']) {
                    spaced.text = spaced.text.replace([';', ','], " ").into();
                }
                split(&spaced, node.span).iter().filter_map(|word| self.assignment(word)).collect()
            }
            Value::Nothing | Value::Name("None") => Vec::new(),
            other => {
                self.wrong(node.span, Expected::Parameters, other.found());
                Vec::new()
            }
        }
    }

    fn parameter(&mut self, node: &Node<'_>) -> Option<Spanned<String>> {
        Some(Spanned { value: self.cell(node)?, span: node.span })
    }

    /// `start=1`
    fn assignment(&mut self, word: &Spanned<String>) -> Option<(Spanned<String>, Spanned<String>)> {
        let Some((name, value)) = word.value.split_once('=') else {
            self.wrong(word.span, Expected::Parameters, Found::Text);
            return None;
        };
        let spanned = |text: &str| Spanned { value: text.to_owned(), span: word.span };
        Some((spanned(name), spanned(value)))
    }

    /// Properties the kind must have, and those it cannot have.
    fn fits_kind(&mut self, kind: Kind, word: Name<'_>, fields: &[Field<'_>]) {
        let has = |name: &str| fields.iter().any(|f| f.name.text == name);
        let mut missing = |field: &'static str| {
            self.problems.push(Problem::error(word.span, Fault::MissingField { field }));
        };
        if kind.picks_choices() && !has("choices") {
            missing("choices");
        }
        if kind == Kind::Calculate && !has("calculation") && !has("default") {
            missing("calculation");
        }
        for field in fields {
            if let Some(severe) = misplaced(kind, field.name.text)
                && let Some(name) = canonical(field.name.text)
            {
                let fault = Fault::Misplaced { field: name, kind };
                let make = if severe { Problem::error } else { Problem::warning };
                self.problems.push(make(field.name.span, fault));
            }
        }
    }
}

/// Whether people would see a question without any words.
fn nothing_to_see(q: &Question) -> bool {
    let kind = q.kind.value;
    let shown = !kind.is_silent() && !kind.holds_questions() && q.calculation.is_none();
    let hidden = || q.appearance.iter().any(|word| word.value == "hidden");
    shown && q.label.is_empty() && q.hint.is_empty() && !hidden()
}

/// Whether the author of a question without words wrote something that could have been meant as its label.
fn meant_something(fields: &[Field<'_>]) -> bool {
    let tried = |f: &Field<'_>| !matches!(f.value.value, Value::Text(_)) || canonical(f.name.text).is_none();
    fields.iter().any(|f| (f.name.text == "label" || near(f.name.text, ["label"]).is_some()) && tried(f))
}

fn canonical(field: &str) -> Option<&'static str> {
    let field = if field == "count" { "repeat_count" } else { field };
    FIELDS.iter().find(|name| **name == field).copied()
}

/// Whether a property means nothing on a kind: true when the question cannot be what its author thinks it is, false when
/// the property is simply passed over.
fn misplaced(kind: Kind, field: &str) -> Option<bool> {
    let holds = kind.holds_questions();
    let metadata = kind.is_silent() && !matches!(kind, Kind::Calculate | Kind::Hidden);
    match field {
        "body" if !holds => Some(true),
        "repeat_count" | "count" if kind != Kind::Repeat => Some(true),
        "choices" | "choice_filter" if !kind.picks_choices() => Some(true),
        "disposition" if kind != Kind::SelectOne => Some(true),
        "or_other" if !matches!(kind, Kind::SelectOne | Kind::SelectMultiple) => Some(true),
        "calculation" | "default" if holds || metadata => Some(true),
        "required" | "required_message" | "constraint" | "constraint_message" | "warning" | "warning_message"
        | "refusals"
            if holds || kind.is_silent() || kind == Kind::Note =>
        {
            Some(false)
        }
        "trigger" if holds || metadata => Some(false),
        "privacy" if kind == Kind::Note => Some(false),
        "read_only" if holds || kind.is_silent() => Some(false),
        _ => None,
    }
}

impl Question {
    /// The kind's name in a definition, `SelectOne`.
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        kind_name(self.kind.value)
    }
}
