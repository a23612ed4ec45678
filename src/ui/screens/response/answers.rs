//! The answers of one revision, or of two side by side, as rows in the order of the survey.

use super::super::sheet::{Cell, Item};
use crate::{
    app::Ctx,
    domain::{
        Answer,
        expr::{NodeId, Schema},
        survey::{AnswerTree, Draft, Entry, Form, Kind, NodePath, PathStep, Wording},
    },
    locale::{Locale, answer_words},
    tr,
};

/// A revision looked at.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// Its answers; nothing inside a repeat instance it does not have.
    pub answers: Option<&'a AnswerTree>,
    /// Its survey.
    pub form: &'a Form,
}

/// The rows of one or two revisions. Labels are those of the last one, with its answers filled in by `opened`.
pub fn items(sides: &[Side<'_>], opened: &Draft, ctx: &Ctx) -> Vec<Item> {
    let mut walk = Walk { form: opened.form(), opened, locale: &ctx.locale, items: Vec::new() };
    walk.children(NodeId::ROOT, &mut Vec::new(), 0, sides);
    walk.strangers(sides);
    walk.items
}

/// The rows of revisions whose survey is not known: the names that are stored, without order or labels.
pub fn bare_items(sides: &[Option<&AnswerTree>], l: &Locale) -> Vec<Item> {
    let mut items = Vec::new();
    bare(sides, 0, l, &mut items);
    items
}

fn bare(sides: &[Option<&AnswerTree>], depth: usize, l: &Locale, items: &mut Vec<Item>) {
    let mut names: Vec<&String> = sides.iter().flatten().flat_map(|tree| tree.0.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let entries: Vec<_> = sides.iter().map(|tree| tree.and_then(|tree| tree.0.get(name))).collect();
        let most =
            entries.iter().filter_map(|e| if let Some(Entry::Repeat(list)) = e { Some(list.len()) } else { None });
        if let Some(most) = most.max() {
            for n in 0..most {
                items.push(Item { depth, label: format!("{name} {}", n + 1), cells: Vec::new() });
                let inside: Vec<_> = entries.iter().map(|entry| instance(*entry, n)).collect();
                bare(&inside, depth + 1, l, items);
            }
            continue;
        }
        let words = |answer: &Answer| match answer {
            Answer::Value(value) => value.to_text(),
            Answer::Refusal(refusal) => crate::locale::refusal_words(l, *refusal),
        };
        let cells = entries.iter().map(|entry| cell(*entry, words)).collect();
        items.push(Item { depth, label: name.clone(), cells });
    }
}

fn instance(entry: Option<&Entry>, n: usize) -> Option<&AnswerTree> {
    match entry {
        Some(Entry::Repeat(list)) => list.get(n),
        _ => None,
    }
}

fn cell(entry: Option<&Entry>, words: impl Fn(&Answer) -> String) -> Cell {
    match entry {
        Some(Entry::Answer(answer)) => Cell::Words(words(answer)),
        Some(Entry::Blank) => Cell::Blank,
        Some(Entry::Repeat(_)) | None => Cell::Absent,
    }
}

/// A walk through the survey.
struct Walk<'a> {
    form: &'a Form,
    opened: &'a Draft,
    locale: &'a Locale,
    items: Vec<Item>,
}

impl Walk<'_> {
    fn children(&mut self, of: NodeId, path: &mut Vec<PathStep>, depth: usize, sides: &[Side<'_>]) {
        let form = self.form;
        for id in &form.node(of).children {
            let node = form.node(*id);
            path.push(PathStep { name: node.name.to_string(), position: None });
            match node.kind {
                Kind::Group => self.group(*id, path, depth, sides),
                Kind::Repeat => self.repeat(*id, path, depth, sides),
                _ => self.question(*id, path, depth, sides),
            }
            path.pop();
        }
    }

    /// A group shows when something in it was put; one without a name does not set its questions apart.
    fn group(&mut self, id: NodeId, path: &mut Vec<PathStep>, depth: usize, sides: &[Side<'_>]) {
        let label = self.label(id, path);
        if label.is_empty() {
            self.children(id, path, depth, sides);
            return;
        }
        let at = self.items.len();
        self.items.push(Item { depth, label, cells: Vec::new() });
        self.children(id, path, depth + 1, sides);
        if self.items.len() == at + 1 {
            self.items.pop();
        }
    }

    fn repeat(&mut self, id: NodeId, path: &mut Vec<PathStep>, depth: usize, sides: &[Side<'_>]) {
        let name = &*self.form.node(id).name;
        let entries: Vec<_> = sides.iter().map(|side| side.answers.and_then(|tree| tree.0.get(name))).collect();
        let lengths: Vec<_> =
            entries.iter().map(|e| if let Some(Entry::Repeat(list)) = e { Some(list.len()) } else { None }).collect();
        let Some(most) = lengths.iter().flatten().max().copied() else { return };
        let label = self.label(id, path);
        let label = if label.is_empty() { name.to_owned() } else { label };
        let cells = lengths.iter().map(|length| match length {
            Some(count) => {
                let count = *count;
                Cell::Words(tr!(self.locale, "response-instances", count = count))
            }
            None => Cell::Absent,
        });
        self.items.push(Item { depth, label: label.clone(), cells: cells.collect() });
        for n in 0..most {
            if let Some(last) = path.last_mut() {
                last.position = Some(n + 1);
            }
            let inside: Vec<_> = sides
                .iter()
                .zip(&entries)
                .map(|(side, entry)| Side { answers: instance(*entry, n), ..*side })
                .collect();
            let number = n + 1;
            let label = tr!(self.locale, "response-instance", what = label.as_str(), number = number);
            self.items.push(Item { depth: depth + 1, label, cells: Vec::new() });
            self.children(id, path, depth + 2, &inside);
        }
        if let Some(last) = path.last_mut() {
            last.position = None;
        }
    }

    fn question(&mut self, id: NodeId, path: &[PathStep], depth: usize, sides: &[Side<'_>]) {
        let node = self.form.node(id);
        let entries: Vec<_> = sides.iter().map(|side| side.answers.and_then(|tree| tree.0.get(&*node.name))).collect();
        let label = self.label(id, path);
        // What the program reckons for itself has no label, and nobody answered it.
        if entries.iter().all(Option::is_none) || (node.kind.is_silent() && label.is_empty()) {
            return;
        }
        let label = match label.as_str() {
            "" if node.specifies_other => tr!(self.locale, "entry-specify-other"),
            "" => node.name.to_string(),
            _ => label,
        };
        let cells = sides.iter().zip(&entries).map(|(side, entry)| {
            let own = side.form.by_name(&node.name);
            cell(*entry, |answer| match own {
                Some(own) => answer_words(self.locale, side.form, own, answer),
                None => answer_words(self.locale, self.form, id, answer),
            })
        });
        self.items.push(Item { depth, label, cells: cells.collect() });
    }

    /// Answers to questions the survey, as it was for the last revision, does not have.
    fn strangers(&mut self, sides: &[Side<'_>]) {
        let unknown = |tree: &AnswerTree| {
            let strangers = tree.0.iter().filter(|(name, _)| self.form.by_name(name).is_none());
            AnswerTree(strangers.map(|(name, entry)| (name.clone(), entry.clone())).collect())
        };
        let trees: Vec<_> = sides.iter().map(|side| side.answers.map(&unknown)).collect();
        if trees.iter().flatten().all(|tree| tree.0.is_empty()) {
            return;
        }
        let label = tr!(self.locale, "response-other-version");
        self.items.push(Item { depth: 0, label, cells: Vec::new() });
        let trees: Vec<_> = trees.iter().map(Option::as_ref).collect();
        bare(&trees, 1, self.locale, &mut self.items);
    }

    /// The label of a node as it stood for the surveyor; for one that the last revision does not have, as it was written.
    fn label(&self, id: NodeId, path: &[PathStep]) -> String {
        let text = match self.opened.resolve(&NodePath(path.to_vec())) {
            Some(at) => self.opened.label(at).into_owned(),
            None => self.form.node(id).wording(Wording::Label).text().get(self.locale.lang()).to_owned(),
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
