//! What is on view of a survey's responses: the columns, and the summary under the filter in force.

use std::sync::Arc;

use crate::domain::tally::{Columns, Filter, FilterFault, Summary, Tally, VersionNote};

/// Columns and their summary, computed when the filter changes and never while drawing.
pub(super) struct Sheet {
    pub columns: Arc<Columns>,
    pub summary: Summary,
    /// Which tallies are shown: all about the household, by place in [`Summary::tallies`].
    shown: Vec<usize>,
}

impl Sheet {
    /// The summary of columns under a filter, or of all responses with what keeps the filter from being applied.
    pub fn new(columns: Arc<Columns>, filter: &Filter) -> (Option<Self>, Option<FilterFault>) {
        let (summary, fault) = match Summary::new(&columns, filter) {
            Ok(summary) => (Some(summary), None),
            Err(fault) => (Summary::new(&columns, &Filter::default()).ok(), Some(fault)),
        };
        let sheet = summary.map(|summary| Self { shown: shown(&summary), columns, summary });
        (sheet, fault)
    }

    /// Computes the summary under another filter; nothing changes when that cannot be applied.
    pub fn refilter(&mut self, filter: &Filter) -> Result<(), FilterFault> {
        self.summary = Summary::new(&self.columns, filter)?;
        Ok(())
    }

    /// How many questions are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// A shown question's tally.
    pub fn tally(&self, at: usize) -> Option<&Tally> {
        self.shown.get(at).and_then(|at| self.summary.tallies.get(*at))
    }

    /// Shown tallies in survey order.
    pub fn tallies(&self) -> impl Iterator<Item = &Tally> {
        self.shown.iter().filter_map(|at| self.summary.tallies.get(*at))
    }

    /// Where versions of the survey differ in a question.
    pub fn notes<'a>(&'a self, question: &'a str) -> impl Iterator<Item = &'a VersionNote> {
        self.summary.notes.iter().filter(move |note| note.question == question)
    }
}

/// What is about the household, in survey order; what was computed and has no words of its own comes last.
fn shown(summary: &Summary) -> Vec<usize> {
    let of_household = summary.tallies.iter().enumerate().filter(|(_, tally)| !tally.is_of_filling());
    let (named, computed): (Vec<_>, Vec<_>) = of_household.partition(|(_, tally)| !tally.label.is_empty());
    named.into_iter().chain(computed).map(|(at, _)| at).collect()
}
