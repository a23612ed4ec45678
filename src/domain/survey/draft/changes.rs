//! What a change did.

use crate::domain::{expr::NodeRef, survey::Edit};

/// What a change did.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "the edits in `keeps` are to be stored with the change that made them"]
pub struct Changes {
    /// Questions, groups and repeats whose answer, state or text may look different now. Each once.
    pub nodes: Vec<NodeRef>,
    /// Repeats that have other instances now, or the same in another order.
    pub repeats: Vec<NodeRef>,
    /// Everything may look different: the language changed.
    pub all: bool,
    /// Computed values to store together with the change, in this order.
    pub keeps: Vec<Edit>,
}

impl Changes {
    /// Whether nothing looks different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.all && self.nodes.is_empty() && self.repeats.is_empty()
    }

    /// Adds what a later change did.
    pub fn extend(&mut self, later: Self) {
        for at in later.nodes {
            if !self.nodes.contains(&at) {
                self.nodes.push(at);
            }
        }
        for at in later.repeats {
            if !self.repeats.contains(&at) {
                self.repeats.push(at);
            }
        }
        self.all |= later.all;
        self.keeps.extend(later.keeps);
    }
}
