//! What stands at the head of an agenda file, read without what follows: lists of agendas need no more.

use super::Agenda;
use crate::domain::{Text, reading::head_alone, session::SessionKind};

/// What lists show of an agenda. Texts may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaHead {
    /// Its `id`.
    pub id: String,
    /// Its `version`.
    pub version: String,
    /// Its title.
    pub title: Text,
    /// Its `kind`; another one when the file does not say.
    pub kind: SessionKind,
}

impl Agenda {
    /// The head of an agenda file: the same that [`Agenda::read`] finds in a file without faults. Where its fields stand
    /// before rule, settings, roll, script and items, as the template has them, these are not read.
    #[must_use]
    pub fn head(text: &str) -> AgendaHead {
        let fields = ["id", "version", "title", "default_language", "kind"];
        let rest = ["rule:", "settings:", "roll:", "script:", "items:"];
        let head = head_alone(text, &fields, &rest);
        let agenda = Self::read(head.as_deref().unwrap_or(text)).0;
        agenda.map_or_else(
            || AgendaHead {
                id: String::new(),
                version: String::new(),
                title: Text::default(),
                kind: SessionKind::Other,
            },
            |Self { id, version, title, kind, .. }| AgendaHead { id, version, title, kind },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_is_what_reading_the_whole_file_finds() {
        let all = r#"id: "tea", version: "3", default_language: "en", title: {"zh-CN": "茶", "en": "Tea"}, kind: CommunityChat,"#;
        let rest = r#"rule: ResidentsMeeting, items: [Assign(name: "a", title: "b")])"#;
        for text in [
            format!("Agenda({all}\n{rest}"),
            format!("Agenda(\n{rest}"),
            format!("Agenda(id: \"tea\", script: [\"\nrule: x\"],{}\n{rest}", &all[10..]),
            String::from("Agenda(id: "),
            String::new(),
        ] {
            let whole = Agenda::read(&text).0.map(|a| (a.id, a.version, a.title, a.kind));
            let head = Agenda::head(&text);
            let whole = whole.unwrap_or((String::new(), String::new(), Text::default(), SessionKind::Other));
            assert_eq!((head.id, head.version, head.title, head.kind), whole, "{text}");
        }
    }
}
