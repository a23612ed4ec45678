//! What taking in responses would change, found before anything is changed.

use std::collections::BTreeMap;

use super::{KeptResponse, Meta};
use crate::domain::{
    ResponseId,
    survey::{Response, ResponseState},
};

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// Responses that are not here.
    pub new: Vec<KeptResponse>,
    /// Responses that are here just so.
    pub same: u64,
    /// Responses that are here just so, and were approved elsewhere only.
    pub approved: Vec<ResponseId>,
    /// Responses that are here just so, and were sent back elsewhere only, with the comment.
    pub returned: Vec<(ResponseId, String)>,
    /// Responses that are here with another content.
    pub conflicts: Vec<Conflict>,
}

/// A response that is here with another content.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// What comes in.
    pub incoming: KeptResponse,
    /// Where it differs from what is here.
    pub differences: Vec<Difference>,
}

/// One difference of an incoming response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// In what is known besides the answers.
    Meta(Meta),
    /// In the answer, or the instances, under this name.
    Answer(String),
}

/// Sorts incoming responses by what is here under their ids. How answers came about (the audit trail) is not compared,
/// because a table does not hold it.
#[must_use]
pub fn plan(incoming: Vec<KeptResponse>, here: &BTreeMap<ResponseId, KeptResponse>) -> Plan {
    let mut plan = Plan::default();
    for kept in incoming {
        let Some(own) = here.get(&kept.response.head.id) else {
            plan.new.push(kept);
            continue;
        };
        let differences = differences(&own.response, &kept.response);
        if !differences.is_empty() {
            plan.conflicts.push(Conflict { incoming: kept, differences });
            continue;
        }
        plan.same += 1;
        match (own.state, kept.state) {
            (ResponseState::Final, ResponseState::Approved) => plan.approved.push(kept.response.head.id),
            (ResponseState::Final, ResponseState::Returned) => {
                plan.returned.push((kept.response.head.id, kept.comment));
            }
            _ => {}
        }
    }
    plan
}

fn differences(own: &Response, other: &Response) -> Vec<Difference> {
    let (a, b) = (&own.head, &other.head);
    let heads = [
        (Meta::Survey, a.survey.id == b.survey.id),
        (Meta::Hash, a.survey.hash == b.survey.hash),
        (Meta::Session, a.session == b.session),
        (Meta::Building, a.door.building == b.door.building),
        (Meta::Entrance, a.door.entrance == b.door.entrance),
        (Meta::Household, a.door.household == b.door.household),
        (Meta::Surveyor, a.surveyor == b.surveyor),
        (Meta::Created, a.created == b.created),
        (Meta::Finished, own.finished == other.finished),
        (Meta::Seed, a.seed == b.seed),
        (Meta::Name, own.name == other.name),
    ];
    let heads = heads.into_iter().filter(|(_, same)| !same).map(|(meta, _)| Difference::Meta(meta));
    let (a, b) = (&own.answers.0, &other.answers.0);
    let mut names: Vec<&String> = a.keys().chain(b.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let answers = names.into_iter().filter(|name| a.get(*name) != b.get(*name));
    heads.chain(answers.map(|name| Difference::Answer(name.clone()))).collect()
}
