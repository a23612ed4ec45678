//! Items of an agenda.

use super::{
    AgendaFault, Item, ItemKey, ItemKind, Named, PledgeRound, Vocabulary, read_word::Reading, words, words::ITEMS,
};
use crate::domain::{
    Spanned, Text, near,
    reading::as_fields,
    ron::{Expected, Field, Found, Name, Node, Value},
};

/// Fields every item may have, in the order the template writes them.
const FIELDS: [&str; 7] = ["name", "title", "minutes", "script", "speaking", "matters", "items"];

/// What people mean by other names.
const MEANT: [(&str, &str); 7] = [
    ("id", "name"),
    ("label", "title"),
    ("text", "title"),
    ("time", "minutes"),
    ("duration", "minutes"),
    ("notes", "script"),
    ("body", "items"),
];

/// The fields only this kind has, and those of them it must have.
fn own_fields(kind: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match kind {
        "Decide" => (&["motions"], &["motions"]),
        "Pledge" => (&["target", "match"], &[]),
        "Claim" => (&["parts"], &["parts"]),
        "Survey" => (&["survey"], &["survey"]),
        "Fund" => (&["fund"], &["fund"]),
        _ => (&[], &[]),
    }
}

impl Reading<'_> {
    /// `items: [..]` of the agenda.
    pub fn items(&mut self, node: &Node<'_>) -> Vec<Item> {
        self.list(node, Expected::Items).iter().filter_map(|item| self.item(item, true)).collect()
    }

    fn item(&mut self, node: &Node<'_>, top: bool) -> Option<Item> {
        let (name, fields) = match &node.value {
            Value::Name(text) => (Some(Name { text, span: node.span }), &[][..]),
            _ => as_fields(node, Expected::Item, self)?,
        };
        let Some(word) = name else {
            self.wrong(crate::domain::reading::head(node), Expected::Item, Found::Fields);
            return None;
        };
        let known = ITEMS.contains(&word.text);
        let taken = if known {
            word.text.to_owned()
        } else {
            self.unknown_word(Vocabulary::Item, word, &ITEMS);
            // Its fields are judged as those of the kind that was likely meant.
            words::near(Vocabulary::Item, word.text, &ITEMS).unwrap_or_else(|| guessed(fields).to_owned())
        };
        let mut item = Item {
            key: ItemKey::new(""),
            kind: ItemKind::Inform,
            title: Text::default(),
            minutes: 0,
            script: Vec::new(),
            speaking: None,
            matters: Vec::new(),
            items: Vec::new(),
        };
        self.no_field_twice(fields);
        if let Some(field) = fields.iter().find(|f| f.name.text == "name") {
            item.key = ItemKey::new(self.key(Named::Item, &field.value));
        } else if taken == "Pause" {
            item.key = self.key_of_pause(word);
        }
        item.kind = self.kind(&taken, word, fields);
        for field in fields {
            self.item_field(&mut item, field, &taken, top);
        }
        let (_, must) = own_fields(&taken);
        let must = if known { must } else { &[] };
        self.need(word.span, fields, must);
        if taken != "Pause" {
            self.need(word.span, fields, &["name", "title"]);
        }
        Some(item)
    }

    fn item_field(&mut self, item: &mut Item, field: &Field<'_>, kind: &str, top: bool) {
        let value = &field.value;
        match field.name.text {
            "name" => {}
            "title" => item.title = self.words(value),
            "minutes" => item.minutes = self.count(value).unwrap_or_default(),
            "script" => item.script = self.texts(value),
            "speaking" => item.speaking = self.duration(value),
            "matters" => item.matters = self.ids(value),
            "items" if top => {
                let items = self.list(value, Expected::Items);
                item.items = items.iter().filter_map(|item| self.item(item, false)).collect();
            }
            "items" => self.error(field.name.span, AgendaFault::NestedItems),
            name => {
                let (own, _) = own_fields(kind);
                if !own.contains(&name) {
                    let known: Vec<&'static str> = FIELDS.iter().chain(own).copied().collect();
                    self.unknown_field(field.name, &known, &MEANT);
                }
            }
        }
    }

    /// What the item is for, with the fields only its kind has.
    fn kind(&mut self, kind: &str, word: Name<'_>, fields: &[Field<'_>]) -> ItemKind {
        let value = |name: &str| fields.iter().find(|f| f.name.text == name).map(|f| &f.value);
        match kind {
            "Hear" => ItemKind::Hear,
            "Discuss" => ItemKind::Discuss,
            "Decide" => {
                let motions = value("motions").map(|node| (self.motions(node), holds_nothing(node)));
                if let Some((_, true)) = motions {
                    self.error(word.span, AgendaFault::NoMotions);
                }
                ItemKind::Decide { motions: motions.map(|(motions, _)| motions).unwrap_or_default() }
            }
            "Pledge" => ItemKind::Pledge(PledgeRound {
                target: value("target").and_then(|node| self.money(node)),
                matching: value("match").and_then(|node| self.match_rule(node)),
            }),
            "Claim" => {
                let parts = value("parts").map(|node| (self.parts(node), holds_nothing(node)));
                if let Some((_, true)) = parts {
                    self.error(word.span, AgendaFault::NoParts);
                }
                ItemKind::Claim { parts: parts.map(|(parts, _)| parts).unwrap_or_default() }
            }
            "Assign" => ItemKind::Assign,
            "FollowUp" => ItemKind::FollowUp,
            "Survey" => {
                let survey = value("survey").and_then(|node| self.text(node));
                if let Some(survey) = &survey {
                    self.known_survey(survey);
                }
                ItemKind::Survey { survey: survey.unwrap_or_default().value }
            }
            "Fund" => {
                value("fund").and_then(|node| self.fund(node)).map_or(ItemKind::Inform, |fund| ItemKind::Fund { fund })
            }
            "Pause" => ItemKind::Pause,
            _ => ItemKind::Inform,
        }
    }

    fn known_survey(&mut self, survey: &Spanned<String>) {
        let Some(known) = self.own.around.surveys else { return };
        if !known.contains(&survey.value) {
            let near = near(&survey.value, known.iter().map(String::as_str)).map(ToOwned::to_owned);
            self.error(survey.span, AgendaFault::UnknownSurvey { survey: survey.value.clone(), near });
        }
    }

    /// A name nobody gave: a pause needs none.
    fn key_of_pause(&mut self, word: Name<'_>) -> ItemKey {
        let mut name = "pause".to_owned();
        let mut count = 1;
        while self.is_taken(Named::Item, &name) {
            count += 1;
            name = format!("pause-{count}");
        }
        self.take_name(Named::Item, &Spanned { value: name.clone(), span: word.span });
        ItemKey::new(name)
    }
}

/// Whether a list was written without anything in it.
fn holds_nothing(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::List(items) if items.is_empty())
}

/// The kind an item of an unknown kind is read as: the one that has its fields.
fn guessed(fields: &[Field<'_>]) -> &'static str {
    let has = |kind: &&&str| fields.iter().any(|f| own_fields(kind).0.contains(&f.name.text));
    ITEMS.iter().find(has).copied().unwrap_or("Inform")
}
