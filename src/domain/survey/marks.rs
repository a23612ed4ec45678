//! How far the answers of each question may go: what the author marked, and what follows from it.

use std::collections::HashMap;

use super::{Formula, Question, Survey};
use crate::domain::{
    Privacy,
    expr::{Expr, ast::AstKind},
    place::{PREFILL, prefill_privacy},
};

/// The mark of every question of a survey, by name.
///
/// The mark of a group or repeat holds for everything in it; what stands in it can be marked more strictly, not less. A
/// question without a mark of its own that is computed from a marked one, or asked because of its answer, is marked like
/// it, for it tells of it; so is what is looked up in the roll. `privacy: Open` says that it does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    marked: HashMap<String, Privacy>,
    name: Privacy,
}

impl Marks {
    /// The mark of a question.
    #[must_use]
    pub fn of(&self, question: &str) -> Privacy {
        self.marked.get(question).copied().unwrap_or_default()
    }

    /// The mark of what responses are called by: of the strictest question their name is made of.
    #[must_use]
    pub fn of_name(&self) -> Privacy {
        self.name
    }
}

impl Survey {
    /// The marks of its questions.
    #[must_use]
    pub fn marks(&self) -> Marks {
        let mut entries = Vec::new();
        gather(&self.body, None, &mut entries);
        let mut marked: HashMap<String, Privacy> = HashMap::new();
        // Marks only become stricter, so this ends.
        let mut changed = true;
        while changed {
            changed = false;
            for at in 0..entries.len() {
                let around = entries[at].parent.map(|parent| entries[parent].mark).unwrap_or_default();
                let mark = around.max(entries[at].said.unwrap_or_else(|| entries[at].read.mark(&marked)));
                if mark > entries[at].mark {
                    entries[at].mark = mark;
                    changed = true;
                    for name in entries[at].names() {
                        let known = marked.entry(name).or_default();
                        *known = mark.max(*known);
                    }
                }
            }
        }
        let name = Read::of([self.instance_name.as_ref()]).mark(&marked);
        Marks { marked, name }
    }
}

/// A question, while marks are worked out.
struct Entry<'s> {
    question: &'s Question,
    parent: Option<usize>,
    said: Option<Privacy>,
    read: Read,
    mark: Privacy,
}

impl Entry<'_> {
    /// Its name, and that of the text question that `or_other` adds.
    fn names(&self) -> impl Iterator<Item = String> + use<> {
        let name = self.question.name.value.clone();
        let other = self.question.or_other.then(|| format!("{name}_other"));
        std::iter::once(name).chain(other)
    }
}

fn gather<'s>(body: &'s [Question], parent: Option<usize>, entries: &mut Vec<Entry<'s>>) {
    for question in body {
        let said = question.privacy.as_ref().map(|said| said.value);
        let read = if said.is_some() {
            Read::default()
        } else {
            let Question { calculation, default, relevant, repeat_count, choice_filter, .. } = question;
            Read::of([calculation, default, relevant, repeat_count, choice_filter].map(Option::as_ref))
        };
        entries.push(Entry { question, parent, said, read, mark: Privacy::Open });
        let at = entries.len() - 1;
        gather(&question.body, Some(at), entries);
    }
}

/// What expressions read.
#[derive(Default)]
struct Read {
    questions: Vec<String>,
    /// The strictest of what they look up in the roll.
    roll: Privacy,
}

impl Read {
    fn of<'f>(formulas: impl IntoIterator<Item = Option<&'f Formula>>) -> Self {
        let mut read = Self::default();
        for expr in formulas.into_iter().flatten().filter_map(|formula| Expr::parse(&formula.text).ok()) {
            read.questions.extend(expr.names().into_iter().map(str::to_owned));
            for call in expr.calls("pulldata") {
                let text = |at: usize| match call.args.get(at).map(|arg| &arg.it) {
                    Some(AstKind::Text(text)) => Some(text.as_str()),
                    _ => None,
                };
                // A table or column that is worked out could be any.
                if text(0).is_none_or(|table| table.trim_end_matches(".csv") == PREFILL) {
                    // That a cell is blank also tells of the column it was looked up by.
                    let columns = [text(1), text(2)].map(|column| column.map_or(Privacy::Sensitive, prefill_privacy));
                    read.roll = columns.into_iter().fold(read.roll, Privacy::max);
                }
            }
        }
        read
    }

    fn mark(&self, marked: &HashMap<String, Privacy>) -> Privacy {
        let read = self.questions.iter().filter_map(|name| marked.get(name)).copied();
        read.max().unwrap_or_default().max(self.roll)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(body: &str) -> Marks {
        let text = format!(
            r#"Survey(id: "tea", instance_name: "${{called}}", choices: {{"l": [(name: "x", label: "甲")]}}, body: [{body}])"#
        );
        Survey::read(&text).0.unwrap().marks()
    }

    #[test]
    fn marks_follow_groups_calculations_and_conditions() {
        use Privacy::{Open, Personal, Sensitive};
        let called = r#"Text(name: "called", label: "名", privacy: Personal)"#;
        let rows: [(&str, Privacy); 16] = [
            (r#"Text(name: "q", label: "甲")"#, Open),
            (r#"Text(name: "q", label: "甲", privacy: Sensitive)"#, Sensitive),
            (r#"Text(name: "q", label: "甲", privacy: "personal")"#, Personal),
            (r#"Group(name: "g", privacy: Sensitive, body: [Text(name: "q", label: "甲")])"#, Sensitive),
            (r#"Group(name: "g", privacy: Sensitive, body: [Text(name: "q", label: "甲", privacy: Open)])"#, Sensitive),
            (
                r#"Group(name: "g", privacy: Personal, body: [Text(name: "q", label: "甲", privacy: Sensitive)])"#,
                Sensitive,
            ),
            (r#"Repeat(name: "g", privacy: Personal, body: [Text(name: "q", label: "甲")])"#, Personal),
            (r#"Calculate(name: "q", calculation: "string-length(${called})")"#, Personal),
            (r#"Calculate(name: "q", calculation: "string-length(${called})", privacy: Open)"#, Open),
            (r#"Text(name: "q", label: "甲", relevant: "${called} != ''")"#, Personal),
            (r#"Text(name: "q", label: "甲", default: "${last-saved#called}")"#, Personal),
            (
                r#"Calculate(name: "q", calculation: "${r} + 1"), Calculate(name: "r", calculation: "${s}"),
                Integer(name: "s", label: "乙", privacy: Sensitive)"#,
                Sensitive,
            ),
            (r#"Calculate(name: "q", calculation: "pulldata('roll', 'phone', 'here', 'yes')")"#, Personal),
            (r#"Calculate(name: "q", calculation: "pulldata('roll', 'area', 'here', 'yes')")"#, Open),
            (r#"Calculate(name: "q", calculation: "pulldata('roll', 'area', 'hardship', 'yes')")"#, Sensitive),
            (r#"Calculate(name: "q", calculation: "pulldata('roll', ${column}, 'here', 'yes')")"#, Sensitive),
        ];
        for (body, mark) in rows {
            assert_eq!(marks(&format!("{called}, {body}")).of("q"), mark, "{body}");
        }
        let other = marks(r#"SelectOne(name: "q", label: "甲", choices: "l", or_other: true, privacy: Sensitive)"#);
        assert_eq!((other.of("q_other"), other.of_name()), (Sensitive, Open));
        assert_eq!(marks(called).of_name(), Personal);
    }
}
