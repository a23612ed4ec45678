//! Pledges, matches, claims and funds of an agenda.

use super::{AgendaFault, FundPlan, MatchBase, MatchRule, Named, Part, Vocabulary, read_word::Reading};
use crate::domain::{
    Span, Text,
    meeting::Fraction,
    reading::as_fields,
    ron::{Expected, Field, Node},
};

/// What a match is taken of.
const BASES: [(&str, MatchBase); 2] = [("Received", MatchBase::Received), ("Pledged", MatchBase::Pledged)];

const MATCH_FIELDS: [&str; 5] = ["from", "min", "max", "cap", "base"];
const PART_FIELDS: [&str; 3] = ["name", "title", "cost"];
const FUND_FIELDS: [&str; 4] = ["name", "title", "sources", "allocations"];

impl Reading<'_> {
    /// `match: Match(from: .., min: "3", max: "5", cap: "200000", base: Received)`
    pub fn match_rule(&mut self, node: &Node<'_>) -> Option<MatchRule> {
        let (_, fields) = as_fields(node, Expected::Match, self)?;
        let (mut from, mut min, mut max) = (Text::default(), None, None);
        let (mut cap, mut base) = (None, MatchBase::Received);
        self.no_field_twice(fields);
        for field in fields {
            let value = &field.value;
            match field.name.text {
                "from" => from = self.words(value),
                "min" => min = self.ratio(value),
                "max" => max = self.ratio(value),
                "cap" => cap = self.money(value),
                "base" => base = self.word(value, Vocabulary::Base, &BASES).unwrap_or(base),
                _ => self.unknown_field(field.name, &MATCH_FIELDS, &[("by", "from"), ("limit", "cap"), ("of", "base")]),
            }
        }
        self.need(crate::domain::reading::head(node), fields, &["from", "min"]);
        let min = min?;
        // A match of one ratio has that one as its greatest too.
        let given = fields.iter().any(|f| f.name.text == "max");
        let max = if given { max? } else { min };
        if more(min, max) {
            let at = fields.iter().find(|f| f.name.text == "min").map_or(node.span, |f| f.value.span);
            self.error(at, AgendaFault::MatchOrder);
        }
        Some(MatchRule { from, min, max, cap, base })
    }

    /// `parts: [Part(name: "seats", title: .., cost: "8000"), ..]`
    pub fn parts(&mut self, node: &Node<'_>) -> Vec<Part> {
        self.forget_names(Named::Part);
        self.list(node, Expected::Parts).iter().filter_map(|part| self.part(part)).collect()
    }

    fn part(&mut self, node: &Node<'_>) -> Option<Part> {
        let (_, fields) = as_fields(node, Expected::Part, self)?;
        let mut part = Part { key: String::new(), title: Text::default(), cost: None };
        self.no_field_twice(fields);
        for field in fields {
            match field.name.text {
                "name" => part.key = self.key(Named::Part, &field.value),
                "title" => part.title = self.words(&field.value),
                "cost" => part.cost = self.money(&field.value),
                _ => self.unknown_field(field.name, &PART_FIELDS, &[("text", "title"), ("amount", "cost")]),
            }
        }
        self.need(crate::domain::reading::head(node), fields, &["name", "title"]);
        Some(part)
    }

    /// `fund: (name: "prize", title: .., sources: [..], allocations: [..])`
    pub fn fund(&mut self, node: &Node<'_>) -> Option<FundPlan> {
        let (_, fields) = as_fields(node, Expected::Fund, self)?;
        let mut fund =
            FundPlan { key: String::new(), title: Text::default(), sources: Vec::new(), allocations: Vec::new() };
        let mut allocated = node.span;
        self.no_field_twice(fields);
        for field in fields {
            let value = &field.value;
            match field.name.text {
                "name" => fund.key = self.text(value).unwrap_or_default().value,
                "title" => fund.title = self.words(value),
                "sources" => fund.sources = self.sums(value, "from", Expected::Sources),
                "allocations" => {
                    fund.allocations = self.sums(value, "for", Expected::Allocations);
                    allocated = field.name.span;
                }
                _ => self.unknown_field(field.name, &FUND_FIELDS, &[]),
            }
        }
        self.need(crate::domain::reading::head(node), fields, &["name", "title"]);
        let sum = |sums: &[(Text, i64)]| sums.iter().fold(0_i64, |sum, (_, fen)| sum.saturating_add(*fen));
        let by = sum(&fund.allocations).saturating_sub(sum(&fund.sources));
        if by > 0 && !self.damaged(node.span) {
            self.error(allocated, AgendaFault::OverAllocated { by });
        }
        Some(fund)
    }

    /// `[(from: .., amount: "20000"), ..]`, or with `for`.
    fn sums(&mut self, node: &Node<'_>, whose: &'static str, expected: Expected) -> Vec<(Text, i64)> {
        self.list(node, expected).iter().filter_map(|sum| self.sum(sum, whose, expected)).collect()
    }

    fn sum(&mut self, node: &Node<'_>, whose: &'static str, expected: Expected) -> Option<(Text, i64)> {
        let (_, fields) = as_fields(node, expected, self)?;
        let (mut text, mut amount) = (Text::default(), None);
        self.no_field_twice(fields);
        for field in fields {
            match field.name.text {
                name if name == whose => text = self.words(&field.value),
                "amount" => amount = self.money(&field.value),
                _ => self.unknown_field(field.name, &[whose, "amount"], &[("cost", "amount"), ("money", "amount")]),
            }
        }
        self.need(crate::domain::reading::head(node), fields, &[whose, "amount"]);
        Some((text, amount?))
    }

    /// A fault for each of these fields that is not there.
    pub fn need(&mut self, head: Span, fields: &[Field<'_>], names: &[&'static str]) {
        for name in names {
            let given = fields.iter().find(|field| field.name.text == *name);
            let meant = || fields.iter().any(|f| crate::domain::near(f.name.text, [*name]).is_some());
            if given.is_none() && !meant() {
                self.missing(head, name);
            }
        }
    }
}

/// Whether one ratio is greater than another.
fn more(a: Fraction, b: Fraction) -> bool {
    u64::from(a.num) * u64::from(b.den) > u64::from(b.num) * u64::from(a.den)
}
