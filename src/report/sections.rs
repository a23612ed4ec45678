//! What a tally report goes through: a tally or a cross-table for every question asked for.

use crate::domain::tally::{Axis, ColumnId, Columns, Cross, Summary, Tally};

/// The part of a report about one question.
#[derive(Debug, Clone, PartialEq)]
pub enum Section {
    /// Over all chosen responses.
    Tally(Tally),
    /// By groups of them.
    Cross(Cross),
}

impl Section {
    /// The question over all chosen responses.
    #[must_use]
    pub fn total(&self) -> &Tally {
        match self {
            Self::Tally(tally) => tally,
            Self::Cross(cross) => &cross.total,
        }
    }
}

/// The sections of a summary: of the questions named, in that order, or of all about the households; by groups where an
/// axis is given.
#[must_use]
pub fn sections(columns: &Columns, summary: &Summary, questions: &[ColumnId], by: Option<Axis>) -> Vec<Section> {
    let wanted: Vec<&Tally> = if questions.is_empty() {
        // A question by itself says nothing.
        let says = |tally: &&Tally| by != Some(Axis::Question(tally.column)) && !tally.is_of_filling();
        summary.tallies.iter().filter(says).collect()
    } else {
        let of = |id: &ColumnId| summary.tallies.iter().find(|tally| tally.column == *id);
        questions.iter().filter_map(of).collect()
    };
    let section = |tally: &Tally| match by {
        Some(axis) => columns.cross(tally.column, axis, &summary.selection).map(Section::Cross),
        None => Some(Section::Tally(tally.clone())),
    };
    wanted.into_iter().filter_map(section).collect()
}
