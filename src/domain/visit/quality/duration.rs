//! How long responses and questions took, against what the same surveyor usually takes.
//!
//! The time of a question is what its answers took in the audit trail, from coming on screen to the answer; that of a response
//! the sum over its questions. Below a third of the surveyor's own median, or above three times it, a response or question
//! is pointed out, once the median stands on at least five.

use std::collections::HashMap;

use crate::domain::{
    ResponseId,
    survey::{AuditLine, Edit, Response},
};

/// How many a median must stand on.
const LEAST: usize = 5;

/// What took much less or much more than usual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slow {
    /// The response.
    pub response: ResponseId,
    /// Who typed it.
    pub surveyor: String,
    /// The question; nothing for the response as a whole.
    pub question: Option<String>,
    /// How long it took, in milliseconds.
    pub took: i64,
    /// What the surveyor usually takes, in milliseconds.
    pub usual: i64,
}

impl Slow {
    /// Whether it was much quicker than usual, rather than slower.
    #[must_use]
    pub fn is_quick(&self) -> bool {
        self.took < self.usual
    }
}

/// How long a surveyor usually takes for a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// Who.
    pub surveyor: String,
    /// Over so many responses.
    pub responses: usize,
    /// The median, in milliseconds.
    pub median: i64,
}

/// The pace of each surveyor, and what was far from it: whole responses first, then questions, in the order of the responses.
/// A response whose trail is not known counts for nothing.
#[must_use]
pub fn paces(responses: &[Response]) -> (Vec<Pace>, Vec<Slow>) {
    let timed: Vec<(&Response, HashMap<&str, i64>)> =
        responses.iter().map(|response| (response, times(&response.audit))).collect();
    let mut whole: HashMap<&str, Vec<i64>> = HashMap::new();
    let mut single: HashMap<(&str, &str), Vec<i64>> = HashMap::new();
    for (response, times) in &timed {
        let who = response.head.surveyor.as_str();
        if !times.is_empty() {
            whole.entry(who).or_default().push(times.values().sum());
        }
        for (question, took) in times {
            single.entry((who, question)).or_default().push(*took);
        }
    }
    let mut paces: Vec<Pace> = whole
        .into_iter()
        .map(|(who, mut all)| Pace { surveyor: who.to_owned(), responses: all.len(), median: median(&mut all) })
        .collect();
    paces.sort_by(|a, b| a.surveyor.cmp(&b.surveyor));
    let usual: HashMap<&str, (usize, i64)> =
        paces.iter().map(|pace| (pace.surveyor.as_str(), (pace.responses, pace.median))).collect();
    let single: HashMap<(&str, &str), (usize, i64)> =
        single.into_iter().map(|(key, mut all)| (key, (all.len(), median(&mut all)))).collect();
    let (mut far, mut far_questions) = (Vec::new(), Vec::new());
    for (response, times) in &timed {
        let who = response.head.surveyor.as_str();
        let slow = |question: Option<&str>, took: i64, known: Option<&(usize, i64)>| {
            let (count, usual) = *known?;
            let question = question.map(str::to_owned);
            (count >= LEAST && is_far(took, usual)).then(|| Slow {
                response: response.head.id,
                surveyor: who.to_owned(),
                question,
                took,
                usual,
            })
        };
        if !times.is_empty() {
            far.extend(slow(None, times.values().sum(), usual.get(who)));
        }
        let mut questions: Vec<_> = times.iter().collect();
        questions.sort_unstable();
        let found = questions.into_iter().filter_map(|(q, took)| slow(Some(q), *took, single.get(&(who, *q))));
        far_questions.extend(found);
    }
    far.extend(far_questions);
    (paces, far)
}

/// How long each question took.
fn times(audit: &[AuditLine]) -> HashMap<&str, i64> {
    let mut times = HashMap::new();
    for line in audit {
        let Edit::Set { path, .. } = &line.edit else { continue };
        let Some(step) = path.0.last() else { continue };
        let took = (line.ended - line.started).num_milliseconds().max(0);
        *times.entry(step.name.as_str()).or_insert(0) += took;
    }
    times
}

fn is_far(took: i64, usual: i64) -> bool {
    usual > 0 && (took.saturating_mul(3) < usual || took > usual.saturating_mul(3))
}

/// The one in the middle, of two the lower; 0 of none.
fn median(all: &mut [i64]) -> i64 {
    if all.is_empty() {
        return 0;
    }
    let middle = (all.len() - 1) / 2;
    *all.select_nth_unstable(middle).1
}
