//! What of a survey's answers goes out: all but what is marked personal or sensitive, and that when it is asked for by name.

use std::collections::{BTreeSet, HashMap};

use super::{KeptResponse, META, Meta};
use crate::domain::{
    Privacy, near,
    survey::{AnswerTree, AuditLine, Edit, Entry, Kind},
    tally::{Codebook, Item},
};

/// What of the answers of a survey goes out.
///
/// Over the versions of a survey the strictest mark of a question holds: what was given under a promise stays under it,
/// and a mark that came later covers what was given before. What no version knows is kept back like sensitive answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outgoing {
    /// Nothing is kept back.
    all: bool,
    marks: HashMap<String, Privacy>,
    name: Privacy,
    asked: BTreeSet<Privacy>,
    /// Questions and repeats, by name: whether they go out.
    takes: HashMap<String, bool>,
    /// Headings asked for by name.
    metas: BTreeSet<&'static str>,
    /// Questions kept back, in survey order.
    kept_back: Vec<String>,
}

/// A word that names neither a mark nor a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownColumn {
    /// As given.
    pub word: String,
    /// The likeliest meant.
    pub near: Option<String>,
}

impl Outgoing {
    /// Everything, whatever its mark: for what stays in the house.
    #[must_use]
    pub fn everything() -> Self {
        Self { all: true, ..Self::default() }
    }

    /// What is open.
    #[must_use]
    pub fn open(versions: &[Codebook]) -> Self {
        Self::of(versions, &BTreeSet::new(), &[])
    }

    /// What is open, and what is personal: for who works with one response.
    #[must_use]
    pub fn personal(versions: &[Codebook]) -> Self {
        Self::of(versions, &BTreeSet::from([Privacy::Personal]), &[])
    }

    /// What is open, and what of the rest was asked for: `personal`, `sensitive`, questions, repeats and headings by name.
    ///
    /// # Errors
    /// The first word that is none of these.
    pub fn asked(versions: &[Codebook], words: &[String]) -> Result<Self, UnknownColumn> {
        let mut marks = BTreeSet::new();
        let mut named = Vec::new();
        for word in words {
            match Privacy::ALL.into_iter().find(|mark| mark.name() == word) {
                Some(mark) => drop(marks.insert(mark)),
                None => named.push(word.as_str()),
            }
        }
        let outgoing = Self::of(versions, &marks, &named);
        let known = |word: &str| outgoing.knows(word) || META.into_iter().any(|meta| meta.heading() == word);
        match named.into_iter().find(|word| !known(word)) {
            None => Ok(outgoing),
            Some(word) => {
                let words = Privacy::ALL.map(Privacy::name).into_iter().chain(META.map(Meta::heading));
                let near = near(word, words.chain(outgoing.marks.keys().map(String::as_str))).map(str::to_owned);
                Err(UnknownColumn { word: word.to_owned(), near })
            }
        }
    }

    /// What is open, what has one of these marks, and what has one of these names.
    fn of(versions: &[Codebook], marks: &BTreeSet<Privacy>, named: &[&str]) -> Self {
        let mut outgoing = Self { asked: marks.clone(), ..Self::default() };
        for version in versions {
            outgoing.name = outgoing.name.max(version.name_privacy);
            outgoing.mark(&version.items);
        }
        let headings = META.into_iter().map(Meta::heading).filter(|heading| named.contains(heading));
        outgoing.metas = headings.collect();
        for version in versions.iter().rev() {
            outgoing.choose(&version.items, named, false);
        }
        let takes = &outgoing.takes;
        outgoing.kept_back.retain(|name| takes.get(name) == Some(&false));
        outgoing
    }

    fn mark(&mut self, items: &[Item]) {
        for item in items {
            let mark = self.marks.entry(item.name.clone()).or_default();
            *mark = item.privacy.max(*mark);
            self.mark(&item.body);
        }
    }

    /// Notes which items go out; whether one of these does.
    fn choose(&mut self, items: &[Item], named: &[&str], around: bool) -> bool {
        let mut any = false;
        for item in items {
            let by_name = around || named.contains(&item.name.as_str());
            let mark = self.mark_of(&item.name);
            let inside = self.choose(&item.body, named, by_name);
            let taken = by_name || inside || mark == Privacy::Open || self.asked.contains(&mark);
            if !self.takes.contains_key(&item.name) && item.kind != Kind::Repeat {
                self.kept_back.push(item.name.clone());
            }
            *self.takes.entry(item.name.clone()).or_default() |= taken;
            any |= taken;
        }
        any
    }

    /// The strictest mark a question has in any version.
    #[must_use]
    pub fn mark_of(&self, question: &str) -> Privacy {
        if self.all { Privacy::Open } else { self.marks.get(question).copied().unwrap_or(Privacy::Sensitive) }
    }

    /// Whether the answers to a question go out; of a repeat, whether anything in it does.
    #[must_use]
    pub fn takes(&self, question: &str) -> bool {
        let unknown = || self.asked.contains(&Privacy::Sensitive);
        self.all || self.takes.get(question).copied().unwrap_or_else(unknown)
    }

    /// Whether some version has a question or repeat of this name.
    #[must_use]
    pub fn knows(&self, question: &str) -> bool {
        self.marks.contains_key(question)
    }

    /// Whether what is known of a response besides its answers goes out.
    #[must_use]
    pub fn takes_meta(&self, meta: Meta) -> bool {
        let mark = if meta == Meta::Name { self.name } else { meta.privacy() };
        self.all || mark == Privacy::Open || self.asked.contains(&mark) || self.metas.contains(meta.heading())
    }

    /// The names of all that is kept back of what the versions know: headings first, then questions in survey order.
    pub fn kept_back(&self) -> impl Iterator<Item = &str> {
        let metas = META.into_iter().filter(|meta| !self.takes_meta(*meta)).map(|meta| -> &str { meta.heading() });
        metas.chain(self.kept_back.iter().map(String::as_str))
    }

    /// Takes out of a response what is kept back.
    pub fn cut(&self, kept: &mut KeptResponse) {
        if self.all {
            return;
        }
        self.cut_tree(&mut kept.response.answers);
        kept.response.audit.retain(|line| self.takes_step(line));
        let (response, head) = (&mut kept.response, |meta| self.takes_meta(meta));
        if !head(Meta::Household) {
            response.head.door.household.clear();
        }
        if !head(Meta::Name) {
            response.name.clear();
        }
        if !head(Meta::Correction) && response.head.correction.is_some() {
            // That it was corrected may be known, why may not.
            response.head.correction = Some(String::new());
        }
        if !head(Meta::Comment) {
            kept.comment.clear();
        }
    }

    fn cut_tree(&self, tree: &mut AnswerTree) {
        tree.0.retain(|name, entry| {
            let taken = self.takes(name);
            if let (true, Entry::Repeat(instances)) = (taken, entry) {
                for instance in instances {
                    self.cut_tree(instance);
                }
            }
            taken
        });
    }

    /// Whether a step by which a response came about goes out: one that is about what goes out.
    #[must_use]
    pub fn takes_step(&self, line: &AuditLine) -> bool {
        let (Edit::Set { path, .. }
        | Edit::Keep { path, .. }
        | Edit::AddRepeat { path }
        | Edit::RemoveRepeat { path }
        | Edit::MoveRepeat { path, .. }
        | Edit::PassWarning { path, .. }) = &line.edit;
        path.0.last().is_some_and(|step| self.takes(&step.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SURVEY: &str = r#"Survey(id: "tea", version: "1", instance_name: "${called}", body: [
        Text(name: "called", label: "名", privacy: Personal),
        Text(name: "wish", label: "愿"),
        Repeat(name: "member", label: "人", privacy: Personal, body: [
            Integer(name: "age", label: "岁"),
            Text(name: "care", label: "顾", privacy: Sensitive),
        ]),
    ])"#;

    fn book(text: &str, hash: &str) -> Codebook {
        Codebook::of_text(text, &[], hash).unwrap()
    }

    fn asked(versions: &[Codebook], words: &[&str]) -> Outgoing {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        Outgoing::asked(versions, &words).unwrap()
    }

    #[test]
    fn what_is_marked_goes_out_when_it_is_asked_for_by_name() {
        let heads = "meta/comment meta/household meta/correction meta/name";
        let rows: [(&[&str], &str); 7] = [
            (&[], &format!("{heads} called age care")),
            (&["personal"], "care"),
            (&["sensitive"], &format!("{heads} called age")),
            (&["personal", "sensitive"], ""),
            (&["care"], &format!("{heads} called age")),
            (&["member"], &format!("{heads} called")),
            (&["meta/name", "called"], "meta/comment meta/household meta/correction age care"),
        ];
        for (words, left) in rows {
            let outgoing = asked(&[book(SURVEY, "1")], words);
            assert_eq!(outgoing.kept_back().collect::<Vec<_>>().join(" "), left, "{words:?}");
        }
        assert!(
            !asked(&[book(SURVEY, "1")], &[]).takes("member"),
            "how many there are is told by the rows of a repeat"
        );
        assert!(asked(&[book(SURVEY, "1")], &["age"]).takes("member"));
    }

    #[test]
    fn a_word_that_names_nothing_is_told() {
        let words = ["calld".to_owned()];
        let unknown = UnknownColumn { word: "calld".into(), near: Some("called".into()) };
        assert_eq!(Outgoing::asked(&[book(SURVEY, "1")], &words), Err(unknown));
    }

    #[test]
    fn the_strictest_mark_of_all_versions_holds_and_what_nobody_knows_stays() {
        let before = book(&SURVEY.replace(", privacy: Personal", "").replace(", privacy: Sensitive", ""), "0");
        for versions in [[before.clone(), book(SURVEY, "1")], [book(SURVEY, "1"), before]] {
            let outgoing = asked(&versions, &[]);
            assert!(!outgoing.takes("called") && !outgoing.takes("age") && outgoing.takes("wish"));
            assert!(!outgoing.takes("gone") && asked(&versions, &["sensitive"]).takes("gone"));
        }
        assert!(Outgoing::everything().takes("gone"));
    }
}
