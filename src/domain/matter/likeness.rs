//! Likely matters: what a suggestion may be about, by likeness to what was coded before and by hand-made words.
//!
//! Only an offer: it orders a list a person chooses from, and says by which words. Rare characters and words weigh more
//! than common ones, and those said of one matter more than those said of all. Kept up text by text.

use std::collections::{BTreeMap, HashMap};

use super::gram::grams;
use crate::domain::MatterId;

/// What residents say when they mean a concern: a line a concern, `name: word word`.
const WORDS: &str = include_str!("words.txt");

/// What a single character weighs beside a pair or a word.
const CHARACTER: f64 = 0.4;
/// What a hand-made word weighs, and each of its characters on top.
const BY_HAND: f64 = 3.0;
/// At most this many reasons.
const REASONS: usize = 3;

/// What a suggestion can be coded to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A matter. It comes before its concern when both are as likely.
    Matter(MatterId),
    /// A concern, by its name.
    Concern(String),
}

/// What a suggestion may be about, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    /// Which.
    pub target: Target,
    /// How likely beside others; 0 when nothing speaks for it.
    pub weight: f64,
    /// The words that speak for it, the weightiest first.
    pub because: Vec<String>,
}

/// A target as it is compared.
#[derive(Debug, Clone, Default, PartialEq)]
struct Label {
    /// The concern whose words somebody would write for it: its own name, or that of a matter's.
    concern: String,
    /// Its title or label, as it was taken in.
    title: String,
}

/// The texts coded so far, by what they are made of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Likeness {
    texts: u32,
    /// In how many texts a gram occurs, and in how many of each target's.
    grams: HashMap<String, Gram>,
    labels: BTreeMap<Target, Label>,
    /// How many texts were coded to each.
    coded: BTreeMap<Target, u32>,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Gram {
    texts: u32,
    of: BTreeMap<Target, u32>,
}

impl Likeness {
    /// A target there is now, or its new title; `concern` is the name of a matter's concern.
    pub fn name(&mut self, target: &Target, title: &str, concern: &str) {
        let concern = match target {
            Target::Concern(name) => name.as_str(),
            Target::Matter(_) => concern,
        };
        let label = Label { concern: concern.to_owned(), title: title.to_owned() };
        if self.labels.get(target) == Some(&label) {
            return;
        }
        self.forget(target);
        self.tell(title, std::slice::from_ref(target), true);
        self.labels.insert(target.clone(), label);
    }

    /// A target is offered no more.
    pub fn forget(&mut self, target: &Target) {
        if let Some(label) = self.labels.remove(target) {
            self.tell(&label.title, std::slice::from_ref(target), false);
        }
    }

    /// All targets that are offered.
    #[must_use]
    pub fn targets(&self) -> Vec<Target> {
        self.labels.keys().cloned().collect()
    }

    /// A text was coded to these.
    pub fn add(&mut self, text: &str, to: &[Target]) {
        if !to.is_empty() {
            self.tell(text, to, true);
        }
        for target in to {
            *self.coded.entry(target.clone()).or_default() += 1;
        }
    }

    /// A text that was added is not coded to these any more.
    pub fn remove(&mut self, text: &str, to: &[Target]) {
        if !to.is_empty() {
            self.tell(text, to, false);
        }
        for target in to {
            let left = self.coded.get(target).map_or(0, |n| n.saturating_sub(1));
            if left == 0 {
                self.coded.remove(target);
            } else {
                self.coded.insert(target.clone(), left);
            }
        }
    }

    fn tell(&mut self, text: &str, to: &[Target], more: bool) {
        let count = |n: &mut u32| *n = if more { n.saturating_add(1) } else { n.saturating_sub(1) };
        count(&mut self.texts);
        for gram in grams(text) {
            let known = self.grams.entry(gram).or_default();
            count(&mut known.texts);
            for target in to {
                let left = match known.of.get_mut(target) {
                    Some(n) => {
                        count(n);
                        *n
                    }
                    None if more => {
                        known.of.insert(target.clone(), 1);
                        1
                    }
                    None => continue,
                };
                if left == 0 {
                    known.of.remove(target);
                }
            }
        }
    }

    /// All targets, the likeliest for this text first; of those as likely as each other the one more texts were coded to, then in
    /// the order of their ids.
    #[must_use]
    pub fn rank(&self, text: &str) -> Vec<Likely> {
        let mut told: HashMap<&Target, Vec<(f64, &str)>> = HashMap::new();
        let said = grams(text);
        for gram in &said {
            let Some(known) = self.grams.get(gram) else { continue };
            let rare = (f64::from(self.texts + 1) / f64::from(known.texts.max(1))).ln();
            let single = gram.chars().nth(1).is_none();
            let weight = rare * if single { CHARACTER } else { 1.0 } / f64::from(known.texts.max(1));
            for (target, n) in &known.of {
                told.entry(target).or_default().push((weight * f64::from(*n), gram));
            }
        }
        let small = text.to_lowercase();
        // Many matters are of one concern, whose words are looked for once.
        let mut by_hand: HashMap<&str, Vec<(f64, &str)>> = HashMap::new();
        let mut all: Vec<Likely> = self
            .labels
            .iter()
            .map(|(target, label)| {
                let mut why = told.remove(target).unwrap_or_default();
                why.extend_from_slice(by_hand.entry(&label.concern).or_insert_with_key(|name| heard(name, &small)));
                let weight = why.iter().map(|(weight, _)| weight).sum();
                Likely { target: target.clone(), weight, because: reasons(why) }
            })
            .collect();
        let coded = |likely: &Likely| self.coded.get(&likely.target).copied().unwrap_or_default();
        all.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| coded(b).cmp(&coded(a))));
        all
    }
}

/// The words that weigh most: none that is part of one said already.
fn reasons(mut why: Vec<(f64, &str)>) -> Vec<String> {
    why.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| b.1.len().cmp(&a.1.len())));
    let mut found: Vec<String> = Vec::new();
    for (_, word) in why.into_iter().filter(|(_, word)| word.chars().nth(1).is_some()) {
        if found.len() < REASONS && !found.iter().any(|said| said.contains(word) || word.contains(said.as_str())) {
            found.push(word.to_owned());
        }
    }
    found
}

/// The hand-made words of a concern that are in a text in small letters, and what they weigh.
fn heard(concern: &str, small: &str) -> Vec<(f64, &'static str)> {
    let lines = WORDS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'));
    let words = lines.filter(|(name, _)| *name == concern).flat_map(|(_, words)| words.split_whitespace());
    let weight = |word: &str| BY_HAND + f64::from(u32::try_from(word.chars().count().min(4)).unwrap_or(4));
    words.filter(|word| small.contains(*word)).map(|word| (weight(word), word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concern(name: &str) -> Target {
        Target::Concern(name.into())
    }

    #[test]
    fn what_was_coded_before_and_words_by_hand_speak_for_a_concern() {
        let mut likeness = Likeness::default();
        likeness.name(&concern("ebike"), "非机动车停车、充电", "");
        likeness.name(&concern("canteen"), "社区食堂", "");
        let first = &likeness.rank("电瓶车到处停，充电没得地方")[0];
        assert_eq!(first.target, concern("ebike"));
        assert!(
            first.because.contains(&"电瓶车".to_owned()) && first.because.contains(&"充电".to_owned()),
            "{first:?}"
        );
        assert!(likeness.rank("老年人吃饭恼火")[0].weight < 0.01);
        likeness.add("老年人一个人，吃饭要自己煮", &[concern("canteen")]);
        assert_eq!(likeness.rank("老年人吃饭恼火")[0].target, concern("canteen"));
    }

    #[test]
    fn of_those_as_likely_the_one_more_was_coded_to_comes_first() {
        let mut likeness = Likeness::default();
        likeness.name(&concern("access"), "进出", "");
        likeness.name(&concern("look"), "面貌", "");
        let first = |likeness: &Likeness| likeness.rank("zzz")[0].target.clone();
        assert_eq!(first(&likeness), concern("access"));
        likeness.add("花台", &[concern("look")]);
        assert_eq!(first(&likeness), concern("look"));
        likeness.remove("花台", &[concern("look")]);
        assert_eq!(first(&likeness), concern("access"));
    }

    #[test]
    fn what_is_taken_out_leaves_nothing_behind() {
        let mut likeness = Likeness::default();
        likeness.name(&concern("look"), "院落面貌差", "");
        let before = likeness.rank("花台头杂草比人还高");
        likeness.add("花台头杂草比人还高", &[concern("look")]);
        assert_ne!(likeness.rank("花台头杂草比人还高"), before);
        likeness.remove("花台头杂草比人还高", &[concern("look")]);
        assert_eq!(likeness.rank("花台头杂草比人还高"), before);
    }
}
