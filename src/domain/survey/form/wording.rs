//! Texts of a question, with answers filled into them.

use std::borrow::Cow;

use crate::domain::{
    Lang, Text,
    expr::{Model, NodeRef, Program, Schema},
};

/// Which of a question's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wording {
    /// What is asked.
    Label,
    /// Small print below.
    Hint,
    /// Longer guidance, shown on demand.
    Guidance,
    /// Shown when a required answer is blank.
    Required,
    /// Shown when the constraint is not fulfilled.
    Constraint,
    /// Shown when the soft check fails.
    Warning,
}

impl Wording {
    /// How many there are.
    pub const COUNT: usize = 6;
    /// All of them.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Label, Self::Hint, Self::Guidance, Self::Required, Self::Constraint, Self::Warning];
}

/// A text in several languages that may hold `${name}`.
#[derive(Debug, Default)]
pub struct Template {
    text: Text,
    /// What stands between `${` and `}`, and the program that reads it; each once, whatever the language.
    holes: Vec<(Box<str>, Program)>,
}

impl Template {
    pub(in super::super) fn new(text: Text, holes: Vec<(Box<str>, Program)>) -> Self {
        Self { text, holes }
    }

    pub(super) const fn blank() -> Self {
        Self { text: Text(Vec::new()), holes: Vec::new() }
    }

    /// The text as written.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Whether nothing is written in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(in super::super) fn programs(&self) -> impl Iterator<Item = &Program> {
        self.holes.iter().map(|(_, program)| program)
    }

    /// The text in a language, answers filled in.
    pub(in super::super) fn fill(
        &self,
        schema: &dyn Schema,
        model: &dyn Model,
        at: NodeRef,
        lang: &Lang,
    ) -> Cow<'_, str> {
        let text = self.text.get(lang);
        if self.holes.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some((before, name, after)) = hole(rest) {
            out.push_str(before);
            match self.holes.iter().find(|(hole, _)| &**hole == name) {
                Some((_, program)) => out.push_str(&program.eval(schema, model, at).text()),
                None => out.push_str(&rest[before.len()..rest.len() - after.len()]),
            }
            rest = after;
        }
        out.push_str(rest);
        Cow::Owned(out)
    }
}

/// The first `${name}` of a text: what stands before it, the name, what stands after it.
pub(in super::super) fn hole(text: &str) -> Option<(&str, &str, &str)> {
    let start = hole_start(text)?;
    let length = text[start + 2..].find('}')?;
    let name = &text[start + 2..start + 2 + length];
    Some((&text[..start], name, &text[start + 3 + length..]))
}

/// Where the first `${` of a text stands. Most texts have none, and looking for one byte is what is quickest.
pub(in super::super) fn hole_start(text: &str) -> Option<usize> {
    text.match_indices('$').map(|(at, _)| at).find(|at| text.as_bytes().get(at + 1) == Some(&b'{'))
}

#[cfg(test)]
mod tests {
    use super::hole;

    #[test]
    fn finds_the_first_hole() {
        for (text, found) in [
            ("${a}", Some(("", "a", ""))),
            ("家里${people}口人", Some(("家里", "people", "口人"))),
            ("no holes $ { }", None),
            ("open ${a", None),
        ] {
            assert_eq!(hole(text), found, "{text}");
        }
    }
}
