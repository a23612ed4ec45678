//! RON text to an agenda: every piece that can be read is, and every fault is kept with its place.

use super::{
    Agenda, AgendaFault, Around, Settings, Vocabulary,
    read_roll::Roll,
    read_word::{Kept, Reading},
    words::SESSIONS,
};
use crate::domain::{
    Problem, Text,
    meeting::rule::{Discussion, Regime, Rule, Voices},
    reading::{as_fields, default_language, head},
    ron::{self, Expected, Field, Node},
    session::SessionKind,
};

/// Fields of an agenda, in the order the template writes them.
const FIELDS: [&str; 11] =
    ["id", "version", "title", "default_language", "languages", "kind", "rule", "settings", "roll", "script", "items"];

/// What people mean by other names.
const MEANT: [(&str, &str); 5] =
    [("name", "id"), ("language", "default_language"), ("regime", "rule"), ("voters", "roll"), ("body", "items")];

impl Agenda {
    /// Reads an agenda by itself: what it names outside, surveys and files, is not looked for.
    ///
    /// ```
    /// use babahui::domain::meeting::agenda::Agenda;
    /// let text = r#"Agenda(
    ///     id: "tea", title: "茶", kind: CommunityChat, rule: Discussion(Majority),
    ///     items: [Discuss(name: "talk", title: "摆龙门阵", minutes: 20)],
    /// )"#;
    /// let (agenda, problems) = Agenda::read(text);
    /// assert!(problems.is_empty());
    /// assert_eq!(agenda.unwrap().items[0].minutes, 20);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> (Option<Self>, Vec<Problem>) {
        Self::read_among(text, Around::default())
    }

    /// Reads an agenda with what stands around it. All faults come out of one call, in file order, with whatever could
    /// be read in spite of them; an agenda with an error is fit for its id and title only.
    #[must_use]
    pub fn read_among(text: &str, around: Around<'_>) -> (Option<Self>, Vec<Problem>) {
        let document = ron::read(text);
        let own = Kept::new(around, Rule::discussion(Discussion::Majority));
        let mut reading = Reading::new(document.problems, own);
        let agenda = read_agenda(&document.root, &mut reading);
        let mut problems = reading.problems;
        problems.sort_by_key(|p| p.span);
        (agenda, problems)
    }
}

fn read_agenda(root: &Node<'_>, reading: &mut Reading<'_>) -> Option<Agenda> {
    let (name, fields) = as_fields(root, Expected::Agenda, reading)?;
    if let Some(name) = name
        && name.text != "Agenda"
    {
        reading.wrong(name.span, Expected::Agenda, ron::Found::Name);
    }
    reading.default_language = default_language(fields);
    reading.no_field_twice(fields);
    let mut agenda = Agenda {
        id: String::new(),
        version: String::new(),
        title: Text::default(),
        default_language: reading.default_language.clone(),
        kind: SessionKind::Other,
        rule: reading.own.rule.clone(),
        settings: Settings::of(Regime::Written),
        roll: Vec::new(),
        script: Vec::new(),
        items: Vec::new(),
    };
    let mut complete = None;
    // What motions and the roll are judged by comes first, wherever it stands.
    if let Some(rule) = value(fields, "rule").and_then(|node| reading.rule(node)) {
        reading.own.rule = rule.clone();
        agenda.rule = rule;
    }
    agenda.settings = match value(fields, "settings") {
        Some(node) => reading.settings(node, agenda.rule.regime),
        None => Settings::of(agenda.rule.regime),
    };
    for field in fields {
        let value = &field.value;
        match field.name.text {
            "id" => agenda.id = reading.text(value).unwrap_or_default().value,
            "version" => agenda.version = reading.cell(value).unwrap_or_default(),
            "title" => agenda.title = reading.words(value),
            "default_language" => drop(reading.text(value)),
            "languages" => complete = Some(reading.language_codes(value)),
            "kind" => agenda.kind = reading.word(value, Vocabulary::Session, &SESSIONS).unwrap_or(agenda.kind),
            "script" => agenda.script = reading.texts(value),
            "items" => {
                agenda.items = reading.items(value);
                let nothing = matches!(&value.value, ron::Value::List(items) if items.is_empty());
                if nothing {
                    reading.error(field.name.span, AgendaFault::NoItems);
                } else if !agenda.items.is_empty()
                    && agenda.all_items().all(|item| item.minutes == 0)
                    && !reading.damaged(value.span)
                {
                    reading.warning(field.name.span, AgendaFault::NoMinutes);
                }
            }
            "rule" | "settings" | "roll" => {}
            _ => reading.unknown_field(field.name, &FIELDS, &MEANT),
        }
    }
    read_the_roll(&mut agenda, fields, reading);
    reading.need(head(root), fields, &["id", "title", "kind", "rule", "items"]);
    reading.check_languages(complete.as_deref());
    Some(agenda)
}

fn read_the_roll(agenda: &mut Agenda, fields: &[Field<'_>], reading: &mut Reading<'_>) {
    if let Some(node) = value(fields, "roll") {
        match reading.roll(node, agenda.settings.parking) {
            Some(Roll::Voters(voters)) => agenda.roll = voters,
            Some(Roll::Later) | None => {}
        }
    } else if let Some(rule) = fields.iter().find(|f| f.name.text == "rule")
        && counts_the_entitled(&agenda.rule)
    {
        reading.warning(rule.name.span, AgendaFault::NoRoll);
    }
}

/// Whether a rule asks for a share of all who are entitled.
fn counts_the_entitled(rule: &Rule) -> bool {
    rule.quorum.iter().chain(&rule.approval).any(|test| test.whole == Voices::Entitled)
}

fn value<'n, 'a>(fields: &'n [Field<'a>], name: &str) -> Option<&'n Node<'a>> {
    fields.iter().find(|field| field.name.text == name).map(|field| &field.value)
}
