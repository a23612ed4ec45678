//! The rule of an agenda or of one motion.

use super::{
    AgendaFault, FractionFault, Vocabulary, amount,
    read_word::{Reading, Variant},
    words::{Compare, DISCUSSIONS, MATTERS, MEASURES, RULES, TESTS, VOICES},
};
use crate::domain::{
    Span, Text,
    meeting::{
        Threshold,
        rule::{Regime, Rule, Test},
    },
    ron::{Expected, Found, Node, Value},
};

/// Fields of a rule written out.
const FIELDS: [&str; 3] = ["quorum", "approval", "citation"];

impl Reading<'_> {
    /// `Discussion(Majority)`, `Owners(Special)`, `Rule(quorum: [..], approval: [..], citation: ..)`.
    pub fn rule(&mut self, node: &Node<'_>) -> Option<Rule> {
        let variant = self.variant(node, Expected::Rule)?;
        match variant.name.text {
            "Discussion" => self.matter(node, &variant, &DISCUSSIONS).map(Rule::discussion),
            "Owners" => self.matter(node, &variant, &MATTERS).map(Rule::owners),
            "ResidentsMeeting" => Some(Rule::residents_meeting()),
            "Unanimous" => Some(Rule::unanimous()),
            "Rule" => Some(self.written(&variant)),
            _ => {
                self.unknown_word(Vocabulary::Rule, variant.name, &RULES);
                None
            }
        }
    }

    /// What stands in the brackets of `Owners(..)`.
    fn matter<T: Copy>(
        &mut self,
        node: &Node<'_>,
        variant: &Variant<'_, '_>,
        known: &[(&'static str, T)],
    ) -> Option<T> {
        if let [matter] = variant.items {
            return self.word(matter, Vocabulary::Matter, known);
        }
        self.wrong(node.span, Expected::Rule, if variant.fields.is_empty() { Found::Name } else { Found::Fields });
        None
    }

    fn written(&mut self, variant: &Variant<'_, '_>) -> Rule {
        let mut rule =
            Rule { regime: Regime::Written, quorum: Vec::new(), approval: Vec::new(), citation: Text::default() };
        self.no_field_twice(variant.fields);
        let mut tried = false;
        for field in variant.fields {
            match field.name.text {
                "quorum" => rule.quorum = self.tests(&field.value),
                "approval" => {
                    tried = !matches!(&field.value.value, Value::List(tests) if tests.is_empty());
                    rule.approval = self.tests(&field.value);
                }
                "citation" => rule.citation = self.words(&field.value),
                _ => self.unknown_field(field.name, &FIELDS, &[("source", "citation"), ("law", "citation")]),
            }
        }
        if !tried {
            self.missing(variant.name.span, "approval");
        }
        self.cited(variant.name.span, &rule.citation);
        rule
    }

    /// A fault when a rule of somebody's own does not say where it is from.
    pub fn cited(&mut self, span: Span, citation: &Text) {
        if citation.is_empty() {
            self.warning(span, AgendaFault::NoCitation);
        }
    }

    fn tests(&mut self, node: &Node<'_>) -> Vec<Test> {
        self.list(node, Expected::Tests).iter().filter_map(|test| self.test(test)).collect()
    }

    /// `AtLeast("2/3", Heads, Participating, Entitled)`.
    fn test(&mut self, node: &Node<'_>) -> Option<Test> {
        let variant = self.variant(node, Expected::Test)?;
        let compare = self.known_word(variant.name, Vocabulary::Test, &TESTS);
        let [share, measure, part, whole] = variant.items else {
            self.wrong(node.span, Expected::Test, node.value.found());
            return None;
        };
        let threshold = self.threshold(share, compare.unwrap_or(Threshold::AtLeast));
        let measure = self.word(measure, Vocabulary::Measure, &MEASURES);
        let part = self.word(part, Vocabulary::Voices, &VOICES);
        let whole_voices = self.word(whole, Vocabulary::Voices, &VOICES);
        if part.is_some() && part == whole_voices {
            self.error(whole.span, AgendaFault::SameVoices);
        }
        compare?;
        Some(Test { measure: measure?, part: part?, threshold: threshold?, whole: whole_voices? })
    }

    /// A share that makes sense with this comparison: at most none of the voices does, at least none of them does not.
    fn threshold(&mut self, node: &Node<'_>, compare: Compare) -> Option<Threshold> {
        let value = self.cell(node)?;
        let threshold = amount::share(&value).map(compare).and_then(|threshold| match threshold {
            Threshold::MoreThan(f) if f.num == f.den => Err(FractionFault::MoreThanAll),
            Threshold::MoreThan(f) | Threshold::AtLeast(f) if f.num == 0 => Err(FractionFault::Zero),
            threshold => Ok(threshold),
        });
        threshold.map_err(|why| self.error(node.span, AgendaFault::BadFraction { value, why })).ok()
    }
}
