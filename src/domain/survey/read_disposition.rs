//! `disposition`: choices and what came of a visit when one is picked, `{"met": Done, "later": ComeBack(day: "next_day")}`.

use super::{
    outcome::{OUTCOMES, Outcome, Saying},
    read_value::Reading,
};
use crate::domain::{
    Fault, Problem, Span, Spanned, near,
    reading::inside,
    ron::{Expected, Field, Name, Node, Value},
};

/// What an appointment may have.
const APPOINTMENT: [&str; 2] = ["day", "time"];

impl Reading {
    /// The property; choices may stand in quotes, as keys of a map, or without, as fields.
    pub fn disposition(&mut self, node: &Node<'_>) -> Vec<Saying> {
        let Some(node) = inside(node) else { return Vec::new() };
        let mut sayings: Vec<Saying> = Vec::new();
        let mut say = |reading: &mut Self, choice: Spanned<String>, value: &Node<'_>| {
            if let Some(first) = sayings.iter().find(|known| known.choice.value == choice.value) {
                let fault = Fault::RepeatedField { field: choice.value, first: first.choice.span };
                reading.problems.push(Problem::error(choice.span, fault));
            } else {
                // With a word nobody knows the choice was not forgotten, and may be misspelt too.
                let outcome = reading.outcome(value).unwrap_or(Outcome::Done);
                sayings.push(Saying { choice, outcome });
            }
        };
        match &node.value {
            Value::Map(entries) => {
                for (key, value) in entries {
                    if let Some(choice) = self.text(key) {
                        say(self, choice, value);
                    }
                }
            }
            Value::Fields(None, fields) => {
                for Field { name, value } in fields {
                    say(self, Spanned { value: name.text.to_owned(), span: name.span }, value);
                }
            }
            other => self.wrong(node.span, Expected::Disposition, other.found()),
        }
        sayings
    }

    fn outcome(&mut self, node: &Node<'_>) -> Option<Outcome> {
        match &node.value {
            Value::Name(text) => self.outcome_word(Name { text, span: node.span }, &[], node.span),
            Value::Text(literal) => self.outcome_word(Name { text: &literal.text, span: node.span }, &[], node.span),
            Value::Fields(Some(name), fields) => self.outcome_word(*name, fields, node.span),
            Value::Tuple(Some(name), items) if items.is_empty() => self.outcome_word(*name, &[], node.span),
            Value::Nothing => None,
            other => {
                self.wrong(node.span, Expected::Disposition, other.found());
                None
            }
        }
    }

    fn outcome_word(&mut self, word: Name<'_>, fields: &[Field<'_>], whole: Span) -> Option<Outcome> {
        let outcome = match word.text {
            "ComeBack" => return self.come_back(word, fields, whole),
            "Done" => Outcome::Done,
            "NobodyHome" => Outcome::NobodyHome,
            "Refused" => Outcome::Refused,
            "Moved" => Outcome::Moved,
            "Unsafe" => Outcome::Unsafe,
            other => {
                let near = near(other, OUTCOMES).map(ToOwned::to_owned);
                let fault = Fault::UnknownDisposition { word: other.to_owned(), near };
                self.problems.push(Problem::error(word.span, fault));
                return None;
            }
        };
        if let Some(field) = fields.first() {
            self.unknown_field(field.name, &[], &[]);
        }
        Some(outcome)
    }

    /// `ComeBack(day: "next_day", time: "best_time")`
    fn come_back(&mut self, word: Name<'_>, fields: &[Field<'_>], whole: Span) -> Option<Outcome> {
        self.no_field_twice(fields);
        let (mut day, mut time) = (None, None);
        for field in fields {
            match field.name.text {
                "day" => day = self.question_name(&field.value),
                "time" => time = self.question_name(&field.value),
                _ => self.unknown_field(field.name, &APPOINTMENT, &[("date", "day"), ("at", "time")]),
            }
        }
        let tried = fields.iter().any(|field| field.name.text == "day");
        if day.is_none() && !tried && !self.damaged(whole) {
            self.problems.push(Problem::error(word.span, Fault::MissingField { field: "day" }));
        }
        Some(Outcome::ComeBack { day: day?, time })
    }
}
