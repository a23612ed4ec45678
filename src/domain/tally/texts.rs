//! What was answered in words: each text once, so that equal ones are counted without being compared.

use std::{collections::HashMap, sync::Arc};

/// The texts of a column, by the number of each answer.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// The row of each answer, ascending.
    rows: Vec<usize>,
    /// Which of the different texts it is.
    entries: Vec<u32>,
    different: Vec<Arc<str>>,
    index: HashMap<Arc<str>, u32>,
}

impl Texts {
    /// Adds the answer of a row after those before.
    pub(super) fn push(&mut self, row: usize, text: &str) {
        let entry = if let Some(known) = self.index.get(text) {
            *known
        } else {
            // There are fewer texts than numbers.
            let entry = u32::try_from(self.different.len()).unwrap_or(u32::MAX);
            let text: Arc<str> = text.into();
            self.different.push(Arc::clone(&text));
            self.index.insert(text, entry);
            entry
        };
        self.rows.push(row);
        self.entries.push(entry);
    }

    /// Whether nobody answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows that have an answer, ascending.
    #[must_use]
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// An answer by its number, with its row.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<(usize, &str)> {
        Some((*self.rows.get(number)?, self.different.get(*self.entries.get(number)? as usize)?))
    }

    /// The numbers and rows of the answers that hold `folded`, which is in small letters, ascending.
    pub(super) fn holding(&self, folded: &str) -> impl Iterator<Item = (usize, usize)> {
        let holds: Vec<bool> = self.different.iter().map(|text| text.to_lowercase().contains(folded)).collect();
        let entries = self.entries.iter().map(move |entry| holds.get(*entry as usize).is_some_and(|holds| *holds));
        self.rows.iter().zip(entries).enumerate().filter(|(_, (_, holds))| *holds).map(|(at, (row, _))| (at, *row))
    }

    /// Equal answers among these numbers once, with how often they were given: the most frequent first, then in the order
    /// they came.
    pub(super) fn counted(&self, numbers: &[usize]) -> Vec<(&str, usize)> {
        let mut counts = vec![0usize; self.different.len()];
        let mut found = Vec::new();
        for entry in numbers.iter().filter_map(|number| self.entries.get(*number)).map(|entry| *entry as usize) {
            if counts[entry] == 0 {
                found.push(entry);
            }
            counts[entry] += 1;
        }
        found.sort_by_key(|entry| std::cmp::Reverse(counts[*entry]));
        found.into_iter().map(|entry| (&*self.different[entry], counts[entry])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;

    #[test]
    fn equal_answers_are_counted_in_the_order_they_came_among_those_asked_for() {
        let mut texts = Texts::default();
        for (row, text) in [(0, "灯"), (2, "树"), (3, "灯"), (7, "Lift"), (9, "树")] {
            texts.push(row, text);
        }
        assert_eq!(texts.counted(&[0, 1, 2, 3, 4]), [("灯", 2), ("树", 2), ("Lift", 1)]);
        assert_eq!(texts.counted(&[1, 2, 3]), [("树", 1), ("灯", 1), ("Lift", 1)]);
        assert_eq!(texts.counted(&[]), []);
        assert_eq!(texts.holding("lift").collect::<Vec<_>>(), [(3, 7)]);
        assert_eq!(texts.get(4), Some((9, "树")));
        assert_eq!(texts.get(5), None);
    }
}
