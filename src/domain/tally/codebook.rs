//! What a tally must know of one version of a survey: its questions, their kinds, labels and choices.

use std::collections::BTreeSet;

use super::{Asked, asked::Computed};
use crate::domain::{
    Privacy, Text,
    survey::{Attachments, Choice, Formula, Kind, Marks, Question, Survey},
};

/// One version of a survey, as far as tallies and exports read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Codebook {
    /// The survey's `id`.
    pub survey: String,
    /// Its `version`, as shown to people.
    pub version: String,
    /// SHA-256 of the definition file: what responses name their version by.
    pub hash: String,
    /// `title`.
    pub title: Text,
    /// How far the names of its responses may go.
    pub name_privacy: Privacy,
    /// Questions in survey order, groups opened up, repeats as items with a body.
    pub items: Vec<Item>,
}

/// A question or repeat.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Unique in the survey.
    pub name: String,
    /// What it asks for; never a group or a note.
    pub kind: Kind,
    /// What is asked.
    pub label: Text,
    /// Names and labels of the choices, in list order.
    pub choices: Vec<(String, Text)>,
    /// What its choices say came of a visit: a choice's name and the word of a definition, [`crate::domain::survey::Outcome::word`].
    pub outcomes: Vec<(String, &'static str)>,
    /// How far its answers may go, with what follows from other questions.
    pub privacy: Privacy,
    /// On what it hangs whether it is put.
    pub asked: Asked,
    /// A repeat's questions.
    pub body: Vec<Item>,
}

impl Codebook {
    /// The codebook of a definition whose file has that hash.
    ///
    /// `choices` gives the choices of a list: those in the definition, or those of the CSV file that the list names.
    #[must_use]
    pub fn new(survey: &Survey, hash: &str, choices: &dyn Fn(&str) -> Vec<Choice>) -> Self {
        let mut items = Vec::new();
        let marks = survey.marks();
        let around = Around { choices, marks: &marks, computed: &Computed::of(&survey.body) };
        collect(&survey.body, &around, &[], &mut items);
        Self {
            survey: survey.id.value.clone(),
            version: survey.version.clone(),
            hash: hash.to_owned(),
            title: survey.title.clone(),
            name_privacy: marks.of_name(),
            items,
        }
    }

    /// The codebook of a definition's text and the CSV files beside it, by name and text. What cannot be read of the text
    /// is left out; nothing when it is no survey at all.
    #[must_use]
    pub fn of_text(text: &str, files: &[(String, String)], hash: &str) -> Option<Self> {
        let survey = Survey::read(text).0?;
        let attachments = Attachments::new(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let choices = |name: &str| -> Vec<Choice> {
            let Some(list) = survey.choices.iter().find(|list| list.name.value == name) else { return Vec::new() };
            let table = list.file.as_ref().and_then(|file| attachments.table(&file.value));
            table.map_or_else(|| list.choices.clone(), |table| table.choices(&survey.default_language))
        };
        Some(Self::new(&survey, hash, &choices))
    }

    /// The item of that name, also inside repeats.
    #[must_use]
    pub fn item(&self, name: &str) -> Option<&Item> {
        fn find<'a>(items: &'a [Item], name: &str) -> Option<&'a Item> {
            items.iter().find_map(|i| if i.name == name { Some(i) } else { find(&i.body, name) })
        }
        find(&self.items, name)
    }
}

/// What all questions of a survey are read with.
struct Around<'s> {
    choices: &'s dyn Fn(&str) -> Vec<Choice>,
    marks: &'s Marks,
    computed: &'s Computed<'s>,
}

/// Adds the questions of a body that stands under these conditions.
fn collect<'s>(body: &'s [Question], around: &Around<'s>, conditions: &[&'s Formula], items: &mut Vec<Item>) {
    for question in body {
        let own: Vec<&Formula> = conditions.iter().copied().chain(&question.relevant).collect();
        match question.kind.value {
            Kind::Group => collect(&question.body, around, &own, items),
            Kind::Note => {}
            kind => {
                let mut inner = Vec::new();
                // How many instances a repeat has is a condition of each.
                let counted: Vec<&Formula> = own.iter().copied().chain(&question.repeat_count).collect();
                collect(&question.body, around, &counted, &mut inner);
                let mut item = item(question, kind, around.choices, inner);
                item.privacy = around.marks.of(&item.name);
                item.asked = around.computed.asked(question, &own);
                let other = question.or_other.then(|| or_other(&item));
                items.push(item);
                items.extend(other);
            }
        }
    }
}

fn item(question: &Question, kind: Kind, choices: &dyn Fn(&str) -> Vec<Choice>, body: Vec<Item>) -> Item {
    let list = question.choices.as_ref().map(|name| choices(&name.value)).unwrap_or_default();
    let mut choices: Vec<_> = list.into_iter().map(|c| (c.name.value, c.label)).collect();
    if question.or_other && !choices.iter().any(|(name, _)| name == OTHER) {
        choices.push((OTHER.to_owned(), Text::default()));
    }
    let (name, label) = (question.name.value.clone(), question.label.clone());
    let said = question.disposition.iter();
    let outcomes = said.map(|saying| (saying.choice.value.clone(), saying.outcome.word())).collect();
    Item { name, kind, label, choices, outcomes, privacy: Privacy::Open, asked: Asked::default(), body }
}

/// The choice that `or_other` adds.
const OTHER: &str = "other";

/// The text question that `or_other` adds after a select.
fn or_other(item: &Item) -> Item {
    Item {
        name: format!("{}_{OTHER}", item.name),
        kind: Kind::Text,
        label: item.label.clone(),
        choices: Vec::new(),
        outcomes: Vec::new(),
        privacy: item.privacy,
        asked: Asked {
            reads: item.asked.reads.iter().chain([&item.name]).cloned().collect(),
            of: Some((item.name.clone(), BTreeSet::from([OTHER.to_owned()]))),
            given: item.asked.given.clone(),
            computed: false,
        },
        body: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_opened_notes_left_out_and_lists_read_from_files() {
        let text = r#"Survey(id: "tea", version: "1", choices: {"street": File("streets.csv")}, body: [
            Note(name: "hello", label: "你好"),
            Group(name: "home", label: "家", body: [
                SelectOne(name: "street", label: "街", choices: "street", or_other: true),
                Repeat(name: "member", label: "人", body: [Integer(name: "age", label: "岁")]),
            ]),
        ])"#;
        let files = [("streets.csv".to_owned(), "name,label\nn,North\ns,South\n".to_owned())];
        let codebook = Codebook::of_text(text, &files, "hash").unwrap();
        let names: Vec<_> = codebook.items.iter().map(|i| (i.name.as_str(), i.kind)).collect();
        assert_eq!(names, [("street", Kind::SelectOne), ("street_other", Kind::Text), ("member", Kind::Repeat)],);
        let choices: Vec<_> = codebook.items[0].choices.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(choices, ["n", "s", "other"]);
        assert_eq!(codebook.item("age").unwrap().kind, Kind::Integer);
        assert!(Codebook::of_text("nothing", &[], "").is_none());
    }
}
