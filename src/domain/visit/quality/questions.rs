//! What quality needs to know of a survey: which questions are put, and which stand together with one list.

use crate::domain::survey::{Form, Kind};

/// The questions of a survey text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Questions {
    /// Names of the questions that are put outside repeats, in survey order.
    pub asked: Vec<String>,
    /// Runs of questions with one answer out of the same list, one directly after the other: names, in order.
    pub runs: Vec<Vec<String>>,
}

impl Questions {
    /// The questions of a form.
    #[must_use]
    pub fn of(form: &Form) -> Self {
        let (mut asked, mut runs) = (Vec::new(), Vec::new());
        let mut run: Vec<String> = Vec::new();
        let mut list: Option<*const ()> = None;
        for id in form.ids() {
            let node = form.node(id);
            if form.repeat_around(id).0 != 0 || !node.takes_answers() || node.is_calculated() {
                continue;
            }
            let name = node.name.to_string();
            // Lists are told apart by which they are, not by what they say.
            let mine =
                form.list(id).filter(|_| node.kind == Kind::SelectOne).map(|list| std::ptr::from_ref(list).cast());
            if mine.is_none() || mine != list {
                runs.push(std::mem::take(&mut run));
            }
            if mine.is_some() {
                run.push(name.clone());
            }
            list = mine;
            asked.push(name);
        }
        runs.push(run);
        runs.retain(|run| run.len() > 1);
        Self { asked, runs }
    }
}
