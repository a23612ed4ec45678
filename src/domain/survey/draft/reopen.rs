//! A finished response as the edits that make it again, for correcting it and for importing answers.

use crate::domain::{
    expr::NodeId,
    survey::{AnswerTree, Edit, Entry, Form, Kind, NodePath, PathStep},
};

impl Form {
    /// The edits that make these answers, for [`Draft::resume`](super::Draft::resume). Names the survey does not have are
    /// passed over; what was not put keeps its literal default.
    #[must_use]
    pub fn edits_of(&self, answers: &AnswerTree) -> Vec<Edit> {
        let mut edits = Vec::new();
        self.edits_in(answers, 0, &[], &mut edits);
        edits
    }

    fn edits_in(&self, answers: &AnswerTree, scope: u32, around: &[PathStep], edits: &mut Vec<Edit>) {
        let shape = &self.scopes[scope as usize];
        for id in &shape.nodes[1..] {
            let node = self.node(*id);
            let Some(entry) = answers.0.get(&*node.name) else { continue };
            let path = self.path_below(*id, shape.owner, around);
            match entry {
                Entry::Repeat(list) if node.kind == Kind::Repeat => {
                    for (place, instance) in list.iter().enumerate() {
                        if !node.is_counted() {
                            edits.push(Edit::AddRepeat { path: path.clone() });
                        }
                        let mut inside = path.0.clone();
                        if let Some(last) = inside.last_mut() {
                            last.position = Some(place + 1);
                        }
                        self.edits_in(instance, node.inner, &inside, edits);
                    }
                }
                Entry::Answer(answer) if node.kind.is_silent() => {
                    edits.push(Edit::Keep { path, answer: Some(answer.clone()) });
                }
                Entry::Answer(answer) => edits.push(Edit::Set { path, answer: Some(answer.clone()) }),
                Entry::Blank if node.kind.is_silent() => edits.push(Edit::Keep { path, answer: None }),
                Entry::Blank => edits.push(Edit::Set { path, answer: None }),
                Entry::Repeat(_) => {}
            }
        }
    }

    /// The path of a node in the instance whose steps are `around`.
    fn path_below(&self, id: NodeId, owner: NodeId, around: &[PathStep]) -> NodePath {
        let mut steps = Vec::new();
        let mut at = id;
        while at != owner {
            let node = self.node(at);
            steps.push(PathStep { name: node.name.to_string(), position: None });
            let Some(parent) = node.parent else { break };
            at = parent;
        }
        NodePath(around.iter().cloned().chain(steps.into_iter().rev()).collect())
    }
}
