//! The steps by which a response comes about. A draft is the list of its edits; the same edits are what a script writes.

use serde::{Deserialize, Serialize};

use crate::domain::Answer;

/// A node of a response by names and 1-based repeat positions: `/data/member[2]/age`. Groups are part of the path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NodePath(pub Vec<PathStep>);

/// One step below `/data`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PathStep {
    /// The node's name.
    pub name: String,
    /// 1-based place among a repeat's instances.
    pub position: Option<usize>,
}

/// One change to a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// An answer given, changed or (with nothing) taken away.
    Set {
        /// The question.
        path: NodePath,
        /// The answer.
        answer: Option<Answer>,
    },
    /// A repeat instance added at the end.
    AddRepeat {
        /// The repeat, without position.
        path: NodePath,
    },
    /// A repeat instance removed.
    RemoveRepeat {
        /// The instance.
        path: NodePath,
    },
    /// A repeat instance moved before or after another.
    MoveRepeat {
        /// The instance.
        path: NodePath,
        /// Its new 1-based place.
        to: usize,
    },
    /// A soft warning passed, with the surveyor's reason.
    PassWarning {
        /// The question.
        path: NodePath,
        /// Why the answer stands.
        reason: String,
    },
    /// A computed value that is kept over reopening: `once()`, `uuid()`, `random()`, start and the like.
    Keep {
        /// The question.
        path: NodePath,
        /// The value, nothing for blank.
        answer: Option<Answer>,
    },
}

impl std::fmt::Display for NodePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("/data")?;
        for step in &self.0 {
            write!(f, "/{}", step.name)?;
            if let Some(n) = step.position {
                write!(f, "[{n}]")?;
            }
        }
        Ok(())
    }
}

impl From<NodePath> for String {
    fn from(path: NodePath) -> Self {
        path.to_string()
    }
}

impl TryFrom<String> for NodePath {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl std::str::FromStr for NodePath {
    type Err = String;

    /// Reads `/data/a/b[2]/c`; the error is the step that could not be read.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.strip_prefix("/data").ok_or_else(|| text.to_owned())?;
        let steps = rest.split('/').skip(1).map(|step| {
            let (name, position) = match step.strip_suffix(']').and_then(|s| s.split_once('[')) {
                Some((name, n)) => (name, Some(n.parse().map_err(|_| step.to_owned())?)),
                None => (step, None),
            };
            if name.is_empty() || position == Some(0) {
                Err(step.to_owned())
            } else {
                Ok(PathStep { name: name.to_owned(), position })
            }
        });
        steps.collect::<Result<_, _>>().map(Self)
    }
}
