//! What the questions of a survey and their choices are called: one row a question or choice, over all versions.

use std::collections::HashMap;

use crate::domain::{
    Lang, Privacy, Text,
    exchange::{Outgoing, safe_cell},
    tally::{Codebook, Item},
};

/// A question, or one choice of it.
struct Line<'a> {
    question: &'a str,
    repeat: &'a str,
    kind: String,
    choice: &'a str,
    privacy: Privacy,
    /// What the choice says came of a visit.
    disposition: &'static str,
    label: &'a Text,
    versions: Vec<&'a str>,
}

/// The rows of a codebook, headings first, every question among them, whether it goes out or not; in survey order; versions come oldest first, words are the newest's. Cells are as
/// they are written, a spreadsheet may take one for a formula.
#[must_use]
pub fn codebook_rows(versions: &[Codebook], outgoing: &Outgoing) -> Vec<Vec<String>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut known = HashMap::new();
    for version in versions.iter().rev() {
        add(version, &version.items, "", &mut lines, &mut known);
    }
    let mut languages: Vec<&Lang> = Vec::new();
    for (lang, _) in lines.iter().flat_map(|line| &line.label.0) {
        if !languages.contains(&lang) {
            languages.push(lang);
        }
    }
    let heading =
        ["question", "repeat", "kind", "choice", "privacy", "disposition", "left_out", "versions"].map(str::to_owned);
    let labels = languages.iter().map(|lang| format!("label:{lang}"));
    let mut rows = vec![heading.into_iter().chain(labels).collect::<Vec<_>>()];
    for line in &lines {
        let versions = line.versions.iter().rev().copied().collect::<Vec<_>>().join(" ");
        let left_out = if outgoing.takes(line.question) { "" } else { "yes" };
        let privacy = line.privacy.name();
        let own = [line.question, line.repeat, &line.kind, line.choice, privacy, line.disposition, left_out, &versions]
            .map(str::to_owned);
        let label = |lang: &&Lang| if line.label.has(lang) { line.label.get(lang).to_owned() } else { String::new() };
        rows.push(own.into_iter().chain(languages.iter().map(label)).collect());
    }
    rows
}

/// The same for a CSV file: no spreadsheet computes a cell of it.
#[must_use]
pub fn codebook_csv(versions: &[Codebook], outgoing: &Outgoing) -> Vec<Vec<String>> {
    codebook_rows(versions, outgoing).iter().map(|row| row.iter().map(|cell| safe_cell(cell)).collect()).collect()
}

type Known<'a> = HashMap<(&'a str, &'a str, &'a str), usize>;

fn add<'a>(
    version: &'a Codebook,
    items: &'a [Item],
    repeat: &'a str,
    lines: &mut Vec<Line<'a>>,
    known: &mut Known<'a>,
) {
    for item in items {
        let mut line = |choice: &'a str, label: &'a Text| {
            let at = *known.entry((repeat, item.name.as_str(), choice)).or_insert_with(|| {
                // The kind as definition files write it.
                let kind = if choice.is_empty() { format!("{:?}", item.kind) } else { String::new() };
                let question = item.name.as_str();
                let said = item.outcomes.iter().find(|(name, _)| name == choice);
                let disposition = said.map_or("", |(_, word)| word);
                let (privacy, versions) = (item.privacy, Vec::new());
                lines.push(Line { question, repeat, kind, choice, privacy, disposition, label, versions });
                lines.len() - 1
            });
            if let Some(line) = lines.get_mut(at) {
                // A question is as private as in its strictest version.
                line.privacy = line.privacy.max(item.privacy);
                if line.versions.last() != Some(&version.version.as_str()) {
                    line.versions.push(&version.version);
                }
            }
        };
        line("", &item.label);
        for (name, label) in &item.choices {
            line(name, label);
        }
        add(version, &item.body, &item.name, lines, known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_and_choice_has_a_row_with_its_words_in_every_language() {
        let text = |version: &str, extra: &str| {
            format!(
                r#"Survey(id: "tea", version: "{version}", languages: ["zh-CN", "en"],
                choices: {{"cup": [(name: "big", label: {{"zh-CN": "大碗", "en": "=Big"}}){extra}]}}, body: [
                SelectOne(name: "cup", label: {{"zh-CN": "哪种碗", "en": "Which cup"}}, choices: "cup", disposition: {{"big": Done, "old": Moved}}),
                Repeat(name: "member", label: "人", body: [Integer(name: "age", label: "岁", privacy: Personal)]),
            ])"#
            )
        };
        let book = |version: &str, extra: &str| Codebook::of_text(&text(version, extra), &[], version).unwrap();
        let versions = [book("1", ", (name: \"old\", label: \"旧\")"), book("2", "")];
        let rows = codebook_csv(&versions, &Outgoing::asked(&versions, &[]).unwrap());
        let rows: Vec<String> = rows.iter().map(|row| row.join("|")).collect();
        let expected = [
            "question|repeat|kind|choice|privacy|disposition|left_out|versions|label:zh-CN|label:en",
            "cup||SelectOne||open|||1 2|哪种碗|Which cup",
            "cup|||big|open|Done||1 2|大碗|'=Big",
            "member||Repeat||open|||1 2|人|",
            "age|member|Integer||personal||yes|1 2|岁|",
            "cup|||old|open|Moved||1|旧|",
        ];
        assert_eq!(rows, expected);
        assert_eq!(codebook_rows(&[], &Outgoing::everything()).len(), 1);
    }
}
