//! How the pieces of a survey fit together: names, labels, groups, counts. Expressions are the form's part.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet, hash_map::Entry},
};

use super::{
    Attachments, Kind, Question, Survey, check_choices, check_disposition, check_parameters,
    words::{APPEARANCES, known_appearance},
};
use crate::domain::{Fault, Problem, Span, near};

/// Every structural fault of a survey at once, in file order.
///
/// What single fields say was judged when they were read; what expressions say is judged by the form.
#[must_use]
pub fn check(survey: &Survey, attachments: &Attachments) -> Vec<Problem> {
    let mut check = Check { survey, attachments, names: HashMap::new(), meant: HashSet::new(), problems: Vec::new() };
    check.names_of(&survey.body);
    check.body(&survey.body);
    check_choices::lists(&mut check);
    check_disposition::all(&mut check);
    check.problems.sort_by_key(|p| p.span);
    check.problems
}

/// A survey while it is checked.
pub(super) struct Check<'a> {
    pub survey: &'a Survey,
    pub attachments: &'a Attachments,
    /// Where each name stands first.
    names: HashMap<Cow<'a, str>, Span>,
    /// Lists some question misspelt.
    pub meant: HashSet<String>,
    problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    pub fn error(&mut self, span: Span, fault: Fault) {
        self.problems.push(Problem::error(span, fault));
    }

    pub fn warning(&mut self, span: Span, fault: Fault) {
        self.problems.push(Problem::warning(span, fault));
    }

    fn names_of(&mut self, body: &'a [Question]) {
        for q in body {
            self.name(Cow::Borrowed(&q.name.value), q.name.span);
            if q.or_other {
                self.name(format!("{}_other", q.name.value).into(), q.name.span);
            }
            self.names_of(&q.body);
        }
    }

    fn name(&mut self, name: Cow<'a, str>, span: Span) {
        if name.is_empty() {
            return;
        }
        if !is_name(&name) {
            let near = Some(as_name(&name)).filter(|n| is_name(n));
            self.error(span, Fault::BadName { name: name.to_string(), near });
        }
        match self.names.entry(name) {
            Entry::Vacant(place) => {
                place.insert(span);
            }
            Entry::Occupied(first) => {
                let fault = Fault::DuplicateName { name: first.key().to_string(), first: *first.get() };
                self.error(span, fault);
            }
        }
    }

    fn body(&mut self, body: &'a [Question]) {
        for q in body {
            self.question(q);
            self.body(&q.body);
        }
    }

    fn question(&mut self, q: &'a Question) {
        let kind = q.kind.value;
        if kind.holds_questions() && q.body.is_empty() {
            self.error(q.kind.span, Fault::EmptyGroup);
        }
        for word in &q.appearance {
            if !known_appearance(&word.value) {
                let near = near(&word.value, APPEARANCES).map(ToOwned::to_owned);
                self.warning(word.span, Fault::UnknownAppearance { word: word.value.clone(), near });
            }
        }
        if let Some(count) = &q.repeat_count
            && kind == Kind::Repeat
            && let Ok(n) = count.text.trim().parse::<f64>()
            && (n < 0.0 || n.fract() != 0.0 || !n.is_finite())
        {
            self.error(count.span, Fault::BadCount { value: count.text.clone() });
        }
        if let Some(trigger) = &q.trigger
            && !self.names.contains_key(trigger.value.as_str())
        {
            let near = near(&trigger.value, self.names.keys().map(|name| &**name)).map(ToOwned::to_owned);
            self.error(trigger.span, Fault::UnknownTrigger { name: trigger.value.clone(), near });
        }
        check_parameters::parameters(self, q);
        check_choices::of_question(self, q);
    }
}

/// Whether a name can stand in an expression and in a path: a letter or `_`, then letters, figures, `_`, `-`, `.`.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c == '_' || c.is_alphabetic())
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// The name with everything replaced that cannot stand in one.
fn as_name(name: &str) -> String {
    let kept = |c: char| if c.is_alphanumeric() || matches!(c, '_' | '-' | '.') { c } else { '_' };
    let mut fitting: String = name.trim().chars().map(kept).collect();
    if !fitting.starts_with(|c: char| c == '_' || c.is_alphabetic()) {
        fitting.insert(0, '_');
    }
    fitting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_can_stand_in_an_expression() {
        for (name, good, fitting) in [
            ("age", true, "age"),
            ("院落", true, "院落"),
            ("_a-b.c2", true, "_a-b.c2"),
            ("2nd", false, "_2nd"),
            ("first name", false, "first_name"),
            ("a/b", false, "a_b"),
            ("姓名（户主）", false, "姓名_户主_"),
        ] {
            assert_eq!(is_name(name), good, "{name}");
            assert_eq!(as_name(name), fitting, "{name}");
        }
    }
}
