//! Choice lists: in the file, or in a CSV file beside it.

use super::{Choice, ChoiceList, read_value::Reading};
use crate::domain::{
    Fault, Problem, Spanned, Text,
    reading::{as_fields, head},
    ron::{Expected, Name, Node, Value},
};

/// The file's name in `File("name.csv")` or `(file: "name.csv")`.
fn file_in<'n, 'a>(value: &'n Value<'a>) -> Option<&'n Node<'a>> {
    match value {
        Value::Tuple(Some(Name { text: "File", .. }), items) if items.len() == 1 => items.first(),
        Value::Fields(None | Some(Name { text: "File", .. }), fields) if fields.len() == 1 => {
            fields.first().filter(|f| f.name.text == "file").map(|f| &f.value)
        }
        _ => None,
    }
}

impl Reading {
    /// `choices` of the survey: lists by name.
    pub fn choice_lists(&mut self, node: &Node<'_>) {
        let Value::Map(entries) = &node.value else {
            if node.value != Value::Nothing {
                self.wrong(node.span, Expected::ChoiceLists, node.value.found());
            }
            return;
        };
        for (key, value) in entries {
            let Some(name) = self.text(key) else { continue };
            if let Some(first) = self.own.lists.iter().find(|l| l.name.value == name.value) {
                let fault = Fault::RepeatedField { field: name.value.clone(), first: first.name.span };
                self.problems.push(Problem::error(name.span, fault));
                continue;
            }
            if let Some(list) = self.choice_list(name, value) {
                self.own.lists.push(list);
            }
        }
    }

    fn choice_list(&mut self, name: Spanned<String>, node: &Node<'_>) -> Option<ChoiceList> {
        match &node.value {
            Value::List(items) => {
                let choices = items.iter().filter_map(|item| self.choice(item)).collect();
                Some(ChoiceList { name, choices, file: None })
            }
            Value::Nothing => None,
            other => {
                if let Some(file) = file_in(other) {
                    let file = self.text(file)?;
                    return Some(ChoiceList { name, choices: Vec::new(), file: Some(file) });
                }
                self.wrong(node.span, Expected::ChoiceList, other.found());
                None
            }
        }
    }

    /// `choices` of a question: the name of a list, or a list of its own, which is then called by the question's name or
    /// the file's.
    pub fn choices_of_question(&mut self, node: &Node<'_>, question: &str) -> Option<Spanned<String>> {
        match &node.value {
            Value::Text(_) | Value::Name("None") | Value::Nothing => self.text(node),
            other if matches!(other, Value::List(_)) || file_in(other).is_some() => {
                let name = Spanned { value: question.to_owned(), span: node.span };
                let mut list = self.choice_list(name, node)?;
                if let Some(file) = &list.file {
                    file.value.strip_suffix(".csv").unwrap_or(&file.value).clone_into(&mut list.name.value);
                    if self.own.lists.iter().any(|l| l.name.value == list.name.value && l.file == list.file) {
                        return Some(list.name);
                    }
                }
                while self.own.lists.iter().any(|l| l.name.value == list.name.value) {
                    list.name.value.push('_');
                }
                let name = list.name.clone();
                self.own.lists.push(list);
                Some(name)
            }
            other => {
                self.wrong(node.span, Expected::ChoicesOfQuestion, other.found());
                None
            }
        }
    }

    fn choice(&mut self, node: &Node<'_>) -> Option<Choice> {
        let (_, fields) = as_fields(node, Expected::Choice, self)?;
        self.no_field_twice(fields);
        let mut choice = Choice { name: Spanned::default(), label: Text::default(), extra: Vec::new() };
        for field in fields {
            match field.name.text {
                "name" => {
                    let value = self.cell(&field.value).unwrap_or_default();
                    choice.name = Spanned { value, span: field.value.span };
                }
                "label" => choice.label = self.words(&field.value),
                "image" | "audio" | "video" => {
                    let fault = Fault::NotShown { field: field.name.text.to_owned() };
                    self.problems.push(Problem::warning(field.name.span, fault));
                }
                column => {
                    if let Some(value) = self.cell(&field.value) {
                        choice.extra.push((column.to_owned(), value));
                    }
                }
            }
        }
        if !fields.iter().any(|f| f.name.text == "name") {
            self.problems.push(Problem::error(head(node), Fault::MissingField { field: "name" }));
            return None;
        }
        if choice.label.is_empty() {
            if let Some(meant) = fields.iter().find(|f| crate::domain::near(f.name.text, ["label"]).is_some()) {
                choice.extra.retain(|(column, _)| column != meant.name.text);
                self.unknown_field(meant.name, &["name", "label"], &[]);
            } else {
                self.problems.push(Problem::warning(choice.name.span, Fault::MissingLabel));
            }
        }
        Some(choice)
    }
}
