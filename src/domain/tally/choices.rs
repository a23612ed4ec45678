//! The dictionary of a select question over all versions of its survey.

use std::collections::HashMap;

use crate::domain::Text;

/// Choices by entry number. An entry keeps its number and label for ever, also when newer versions drop it.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    entries: Vec<(String, Text)>,
    by_name: HashMap<String, usize>,
    /// Entries in the order they are shown: the newest version's order, then those only older versions or answers have.
    order: Vec<usize>,
}

impl Choices {
    /// Adds a version's list: new names get new entries, known names the newer label, and the order follows this list.
    pub fn add_list(&mut self, list: &[(String, Text)]) {
        let mut order = Vec::with_capacity(list.len());
        for (name, label) in list {
            let entry = self.entry(name);
            if let Some(known) = self.entries.get_mut(entry)
                && !label.is_empty()
            {
                known.1 = label.clone();
            }
            order.push(entry);
        }
        let mut listed = vec![false; self.entries.len()];
        order.retain(|entry| listed.get_mut(*entry).is_some_and(|seen| !std::mem::replace(seen, true)));
        order.extend(self.order.iter().copied().filter(|entry| !listed.get(*entry).copied().unwrap_or(true)));
        self.order = order;
    }

    /// The entry of a name, made when there is none: an answer is never dropped because no list has it.
    pub fn entry(&mut self, name: &str) -> usize {
        if let Some(entry) = self.by_name.get(name) {
            return *entry;
        }
        let entry = self.entries.len();
        self.entries.push((name.to_owned(), Text::default()));
        self.by_name.insert(name.to_owned(), entry);
        self.order.push(entry);
        entry
    }

    /// The entry of a name, if there is one.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// Name and label of an entry. The label is empty when no version gives one.
    #[must_use]
    pub fn get(&self, entry: usize) -> Option<(&str, &Text)> {
        self.entries.get(entry).map(|(name, label)| (name.as_str(), label))
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Entries in the order they are shown.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// Entries whose name, or label in any language, holds `folded` (already lower case).
    #[must_use]
    pub fn holding(&self, folded: &str) -> Vec<bool> {
        let holds = |text: &str| text.to_lowercase().contains(folded);
        self.entries.iter().map(|(name, label)| holds(name) || label.0.iter().any(|(_, t)| holds(t))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    fn list(names: &[&str]) -> Vec<(String, Text)> {
        names.iter().map(|n| ((*n).to_owned(), Text::one(Lang::new("en"), *n))).collect()
    }

    #[test]
    fn a_choice_keeps_its_entry_when_a_newer_list_drops_or_moves_it() {
        let mut choices = Choices::default();
        choices.add_list(&list(&["a", "b", "c"]));
        choices.add_list(&list(&["c", "d", "a"]));
        assert_eq!(choices.entry("stray"), 4);
        let shown: Vec<_> = choices.order().iter().filter_map(|e| choices.get(*e)).map(|(n, _)| n).collect();
        assert_eq!(shown, ["c", "d", "a", "b", "stray"]);
        assert_eq!((choices.find("b"), choices.find("d")), (Some(1), Some(3)));
        assert_eq!(choices.get(1).unwrap().1, &Text::one(Lang::new("en"), "b"));
    }
}
