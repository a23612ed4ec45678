//! The choices a question offers at present.

use std::sync::Arc;

use super::Draft;
use crate::domain::{
    Lang,
    expr::NodeRef,
    survey::{
        Form,
        choices::{List, shuffle},
    },
};

/// The choices a question offers at present, in the order they are shown.
#[derive(Debug, Clone)]
pub struct Options<'d> {
    list: &'d List,
    lang: &'d Lang,
    rows: Arc<[u32]>,
}

/// One choice that is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered<'d> {
    /// What is stored when it is picked.
    pub name: &'d str,
    /// What is shown; the name when the list has no label for it.
    pub label: &'d str,
    /// Its row in the list, from 0.
    pub row: usize,
}

impl<'d> Options<'d> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing is offered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// One of them, from 0.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<Offered<'d>> {
        let row = *self.rows.get(at)? as usize;
        Some(Offered { name: self.list.choice(row), label: self.list.label(row, self.lang), row })
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Offered<'d>> + '_ {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// The list they come from.
    #[must_use]
    pub fn list(&self) -> &'d List {
        self.list
    }
}

impl Draft {
    /// The choices a question offers at present; nothing for a question without a list. Filtered and shuffled once, then
    /// remembered until something the filter reads changes.
    #[must_use]
    pub fn options(&self, at: NodeRef) -> Option<Options<'_>> {
        self.place(at)?;
        let list = self.form.list(at.node)?;
        let known = self.offered.borrow().get(&at).cloned();
        let rows = known.unwrap_or_else(|| {
            let rows: Arc<[u32]> = self.offered_rows(&self.form, at, list).into();
            self.offered.borrow_mut().insert(at, Arc::clone(&rows));
            rows
        });
        Some(Options { list, lang: &self.lang, rows })
    }

    fn offered_rows(&self, form: &Form, at: NodeRef, list: &List) -> Vec<u32> {
        let node = form.node(at.node);
        let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
        let mut rows: Vec<u32> =
            if node.randomize { shuffle(count, self.shuffle_seed(form, at)) } else { (0..count).collect() };
        if let Some(filter) = &node.codes.offer {
            rows.retain(|row| filter.admits(form, self, at, list.name(), *row as usize));
        }
        rows
    }

    /// The author's seed, else one of this response's own for this question.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "any number makes a seed")]
    fn shuffle_seed(&self, form: &Form, at: NodeRef) -> u64 {
        let written = form.node(at.node).seed.as_ref().map(|seed| seed.eval(form, self, at).number());
        match written {
            Some(n) if n.is_finite() => n.abs() as u64,
            _ => self.seed ^ (u64::from(at.node.0) << 20) ^ 1,
        }
    }

    /// Whether a choice is in the question's list and passes its filter.
    pub(super) fn admits(&self, form: &Form, at: NodeRef, choice: &str) -> bool {
        let Some(list) = form.list(at.node) else { return true };
        let Some(row) = list.row_of(choice) else { return false };
        form.node(at.node).codes.offer.as_ref().is_none_or(|filter| filter.admits(form, self, at, list.name(), row))
    }
}
