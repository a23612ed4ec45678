//! The survey as a tree of rows, any window of them.

use super::seek::Sought;
use crate::domain::{
    expr::{InstanceId, NodeRef},
    survey::{
        Draft, Kind, Standing,
        draft::{Lane, difference},
    },
};

/// Which rows the tree has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rows {
    /// Those of relevant questions, groups and repeats.
    #[default]
    Relevant,
    /// All, hidden ones too; instances out of range have none.
    All,
}

/// One row of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The question, group, repeat or repeat instance.
    pub at: NodeRef,
    /// Levels in; an instance stands one further in than its repeat.
    pub depth: usize,
    /// How it stands.
    pub standing: Standing,
    /// What it holds, for a group, repeat or instance.
    pub progress: Option<Progress>,
}

/// How far the questions of a group are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Questions answered, refusals counted.
    pub answered: usize,
    /// Questions put.
    pub asked: usize,
    /// Answers that violate a constraint or raise a warning.
    pub invalid: usize,
    /// What keeps the response from being finalised.
    pub issues: usize,
}

impl Rows {
    fn sought(self) -> Sought {
        Sought::lane(match self {
            Self::Relevant => Lane::Live,
            Self::All => Lane::Row,
        })
    }
}

impl Draft {
    /// How many rows the tree has.
    #[must_use]
    pub fn row_count(&self, rows: Rows) -> usize {
        self.all(rows.sought()) as usize
    }

    /// The rows from the `first` (from 0) on, at most `count`. Costs what the window holds, not what the survey holds.
    #[must_use]
    pub fn rows(&self, rows: Rows, first: usize, count: usize) -> Vec<Row> {
        let Ok(first) = u32::try_from(first) else { return Vec::new() };
        self.walk(rows.sought(), first).take(count).map(|at| self.row(at)).collect()
    }

    /// Which row a node has, from 0; for a node without one, that of the next.
    #[must_use]
    pub fn row_of(&self, rows: Rows, at: NodeRef) -> usize {
        self.before(rows.sought(), at).unwrap_or(0) as usize
    }

    /// One row.
    #[must_use]
    pub fn row(&self, at: NodeRef) -> Row {
        let node = self.node(at);
        let mut depth = usize::from(node.depth);
        let mut id = at.instance;
        while let Some(instance) = self.instance(id).filter(|instance| instance.parent != id) {
            depth += 1;
            id = instance.parent;
        }
        let progress = node.kind.holds_questions().then(|| self.progress(at));
        Row { at, depth, standing: self.standing(at), progress }
    }

    /// How far the questions inside a group, repeat or instance are; of a question, it alone.
    #[must_use]
    pub fn progress(&self, at: NodeRef) -> Progress {
        let Some((place, slot)) = self.place(at) else { return Progress::default() };
        let instance = &self.instances[place];
        let end = if slot == 0 { instance.cells.len() } else { self.node(at).end as usize };
        let weight = difference(&instance.weights.before(end), &instance.weights.before(slot));
        Progress {
            answered: weight[Lane::Answered as usize] as usize,
            asked: weight[Lane::Asked as usize] as usize,
            invalid: weight[Lane::Invalid as usize] as usize,
            issues: weight[Lane::Issue as usize] as usize,
        }
    }

    /// How far the whole response is.
    #[must_use]
    pub fn total_progress(&self) -> Progress {
        self.progress(NodeRef { node: crate::domain::expr::NodeId::ROOT, instance: InstanceId::ROOT })
    }

    /// How many instances of a repeat are in range.
    #[must_use]
    pub fn instance_count(&self, repeat: NodeRef) -> usize {
        if self.node(repeat).kind == Kind::Repeat { self.instances_of(repeat).len() } else { 0 }
    }
}
