//! What evaluation carries along, and the readings of a value as text, number and boolean.

use std::{borrow::Cow, cell::RefCell};

use super::super::{
    Model, NodeId, NodeRef, Schema, XValue,
    ast::BinaryOp,
    calendar::{day_number, day_share, utc_days},
    code::{Code, IndexedRepeat},
    value::{INVALID_DATE, number_of, number_of_value, text_of},
};
use super::{Items, Val, arithmetic, compare};
use crate::domain::Value;

/// Where an expression stands while it is evaluated.
#[derive(Clone, Copy)]
pub(in super::super) struct Env<'a> {
    pub(in super::super) schema: &'a dyn Schema,
    pub(in super::super) model: &'a dyn Model,
    /// The node looked at: the context, or inside a predicate the node it tests.
    pub(in super::super) node: NodeRef,
    /// The list item looked at, inside a choice filter or a predicate on a list.
    pub(in super::super) item: Option<(&'a str, usize)>,
    /// The node the whole expression belongs to.
    pub(in super::super) current: NodeRef,
    /// 1-based place among the nodes a predicate tests; nothing outside predicates.
    pub(in super::super) position: Option<usize>,
    /// How many nodes the predicate tests.
    pub(in super::super) size: usize,
    /// Values of the shared parts computed so far.
    pub(in super::super) shared: &'a Shared,
}

/// Values of parts that are the same wherever an expression stands, by slot.
#[derive(Debug, Default)]
pub(in super::super) struct Shared(RefCell<Vec<Option<XValue>>>);

impl Shared {
    /// Room for so many parts.
    pub(in super::super) fn with_slots(slots: usize) -> Self {
        Self(RefCell::new(vec![None; slots]))
    }
}

impl<'a> Env<'a> {
    /// The place of a whole expression.
    pub(in super::super) fn new(
        schema: &'a dyn Schema,
        model: &'a dyn Model,
        shared: &'a Shared,
        context: NodeRef,
    ) -> Self {
        Self { schema, model, node: context, item: None, current: context, position: None, size: 1, shared }
    }

    /// What the expression gives.
    pub(in super::super) fn eval(&self, code: &'a Code) -> Val<'a> {
        match code {
            Code::Constant(value) => Val::constant(value),
            Code::Negate(inner) => Val::Number(-self.number(inner)),
            Code::Chain(first, rest) => self.chain(first, rest),
            Code::Call(function, args) => (function.code)(self, args),
            Code::Shared(slot, inner) => self.shared(*slot, inner),
            Code::Path(path) => self.path(path),
            Code::LastSaved(node) => self.model.last_saved(*node).map_or(Val::Blank, Val::Answer),
            Code::Regex(text, pattern) => Val::Boolean(pattern.is_match(&self.text(text))),
            Code::ChoiceName(choice, node) => {
                Val::text(self.model.choice_label(*node, &self.text(choice)).unwrap_or_default())
            }
            Code::IndexedRepeat(indexed) => self.indexed_repeat(indexed),
        }
    }

    /// A shared part: computed the first time it is asked for.
    fn shared(&self, slot: usize, inner: &'a Code) -> Val<'a> {
        let known = self.shared.0.borrow().get(slot).cloned().flatten();
        let value = known.unwrap_or_else(|| {
            let value = self.finish(self.eval(inner));
            if let Some(place) = self.shared.0.borrow_mut().get_mut(slot) {
                *place = Some(value.clone());
            }
            value
        });
        match value {
            XValue::Number(n) => Val::Number(n),
            XValue::Boolean(b) => Val::Boolean(b),
            other => Val::text(other.text()),
        }
    }

    fn chain(&self, first: &'a Code, rest: &'a [(BinaryOp, Code)]) -> Val<'a> {
        match rest.first().map(|(op, _)| *op) {
            Some(BinaryOp::Or) => Val::Boolean(self.boolean(first) || rest.iter().any(|(_, code)| self.boolean(code))),
            Some(BinaryOp::And) => Val::Boolean(self.boolean(first) && rest.iter().all(|(_, code)| self.boolean(code))),
            Some(BinaryOp::Union) => self.union(first, rest),
            _ => rest.iter().fold(self.eval(first), |left, (op, code)| self.binary(*op, &left, code)),
        }
    }

    fn binary(&self, op: BinaryOp, left: &Val<'a>, code: &'a Code) -> Val<'a> {
        let right = self.eval(code);
        match op.precedence() {
            3 | 4 => Val::Boolean(compare(self, op, left, &right)),
            _ => Val::Number(arithmetic(self, op, left, &right)),
        }
    }

    /// `indexed-repeat()`: goes down from the survey, at each repeat to the instance given, else to the one around.
    fn indexed_repeat(&self, indexed: &'a IndexedRepeat) -> Val<'a> {
        let mut instance = super::super::InstanceId::ROOT;
        for (repeat, index) in &indexed.levels {
            let all = self.model.instances(*repeat, instance);
            let chosen = match index {
                Some(code) => place(self.number(code)).and_then(|i| all.get(i)),
                None => self
                    .climb(self.current.instance, *repeat)
                    .and_then(|own| all.iter().find(|i| **i == own))
                    .or(all.first()),
            };
            let Some(chosen) = chosen else { return Val::nothing() };
            instance = *chosen;
        }
        self.node(NodeRef { node: indexed.target, instance })
    }

    /// One node: its answer, blank, or the group.
    pub(in super::super) fn node(&self, at: NodeRef) -> Val<'a> {
        if self.schema.kind(at.node).holds_questions() {
            Val::Group(at)
        } else {
            self.model.value(at).map_or(Val::Blank, Val::Answer)
        }
    }

    /// One item of a list: the column's text, or the item's name.
    pub(in super::super) fn item(&self, items: &Items<'a>, row: usize) -> Val<'a> {
        Val::text(self.model.list_cell(items.list, row, items.column.unwrap_or("name")).unwrap_or_default())
    }

    /// The first of several nodes; the value itself when it is no set.
    pub(in super::super) fn first(&self, value: Val<'a>) -> Val<'a> {
        match value {
            Val::Nodes(nodes) => nodes.first().map_or(Val::Text(Cow::Borrowed("")), |at| self.node(*at)),
            Val::Items(items) => items.rows.first().map_or(Val::Text(Cow::Borrowed("")), |row| self.item(&items, *row)),
            other => other,
        }
    }

    /// The expression's value as text.
    pub(in super::super) fn text(&self, code: &'a Code) -> Cow<'a, str> {
        self.text_of(self.eval(code))
    }

    /// The expression's value as a number.
    pub(in super::super) fn number(&self, code: &'a Code) -> f64 {
        self.number_of(&self.eval(code))
    }

    /// The expression's value as true or false.
    pub(in super::super) fn boolean(&self, code: &'a Code) -> bool {
        self.boolean_of(&self.eval(code))
    }

    /// A value as text.
    pub(in super::super) fn text_of(&self, value: Val<'a>) -> Cow<'a, str> {
        match value {
            Val::Number(n) => Cow::Owned(text_of(n)),
            Val::Boolean(true) => Cow::Borrowed("true"),
            Val::Boolean(false) => Cow::Borrowed("false"),
            Val::Text(t) => t,
            Val::Date(d) => Cow::Owned(Value::Date(d).to_text()),
            Val::Time(t) => Cow::Owned(Value::Time(t).to_text()),
            Val::DateTime(t) => Cow::Owned(Value::DateTime(t).to_text()),
            Val::BadDate => Cow::Borrowed(INVALID_DATE),
            Val::Answer(Value::Text(t) | Value::Choice(t)) => Cow::Borrowed(t),
            Val::Answer(v) => Cow::Owned(v.to_text()),
            Val::Blank => Cow::Borrowed(""),
            Val::Group(at) => {
                let mut text = String::new();
                self.group_text(at, &mut text);
                Cow::Owned(text)
            }
            set @ (Val::Nodes(_) | Val::Items(_)) => self.text_of(self.first(set)),
        }
    }

    /// A group's text: that of everything in it, one after the other (`XPath` 1.0, 5.2).
    fn group_text(&self, at: NodeRef, out: &mut String) {
        for &child in self.schema.children(at.node) {
            let kind = self.schema.kind(child);
            if kind == crate::domain::survey::Kind::Repeat {
                for &instance in self.model.instances(child, at.instance) {
                    self.group_text(NodeRef { node: child, instance }, out);
                }
            } else if kind.holds_questions() {
                self.group_text(NodeRef { node: child, instance: at.instance }, out);
            } else {
                match self.model.value(NodeRef { node: child, instance: at.instance }) {
                    Some(Value::Text(t) | Value::Choice(t)) => out.push_str(t),
                    Some(v) => out.push_str(&v.to_text()),
                    None => {}
                }
            }
        }
    }

    /// A value as a number.
    pub(in super::super) fn number_of(&self, value: &Val<'a>) -> f64 {
        match value {
            Val::Number(n) => *n,
            Val::Boolean(b) => f64::from(u8::from(*b)),
            Val::Text(t) => number_of(t),
            Val::Date(d) => day_number(*d),
            Val::Time(t) => day_share(*t),
            Val::DateTime(t) => utc_days(*t),
            Val::Answer(v) => number_of_value(v),
            Val::BadDate | Val::Blank => f64::NAN,
            Val::Group(_) => number_of(&self.text_of(value.clone())),
            Val::Nodes(nodes) => nodes.first().map_or(f64::NAN, |at| self.number_of(&self.node(*at))),
            Val::Items(items) => items.rows.first().map_or(f64::NAN, |row| self.number_of(&self.item(items, *row))),
        }
    }

    /// A value as true or false. Any node is true (`XPath` 1.0, 4.3).
    #[allow(clippy::unused_self, reason = "reads like its siblings")]
    pub(in super::super) fn boolean_of(&self, value: &Val<'a>) -> bool {
        match value {
            Val::Number(n) => !n.is_nan() && *n != 0.0,
            Val::Boolean(b) => *b,
            Val::Text(t) => !t.is_empty(),
            Val::Nodes(nodes) => !nodes.is_empty(),
            Val::Items(items) => !items.rows.is_empty(),
            Val::Date(_) | Val::Time(_) | Val::DateTime(_) | Val::Answer(_) | Val::Blank | Val::Group(_) => true,
            Val::BadDate => false,
        }
    }

    /// Whether a value is blank: its text is empty.
    pub(in super::super) fn is_blank(&self, value: &Val<'a>) -> bool {
        match value {
            Val::Text(t) => t.is_empty(),
            Val::Answer(Value::Text(t) | Value::Choice(t)) => t.is_empty(),
            Val::Answer(Value::Choices(names)) => names.is_empty(),
            Val::Blank => true,
            Val::Number(n) => n.is_nan(),
            Val::Group(_) | Val::Nodes(_) | Val::Items(_) => self.text_of(value.clone()).is_empty(),
            Val::Boolean(_) | Val::Date(_) | Val::Time(_) | Val::DateTime(_) | Val::BadDate | Val::Answer(_) => false,
        }
    }

    /// The value cut loose from the answers.
    pub(in super::super) fn finish(&self, value: Val<'a>) -> XValue {
        match value {
            Val::Number(n) => XValue::Number(n),
            Val::Boolean(b) => XValue::Boolean(b),
            Val::Text(t) => XValue::Text(t.into_owned()),
            Val::Date(d) => XValue::Date(d),
            Val::Time(t) => XValue::Time(t),
            Val::DateTime(t) => XValue::DateTime(t),
            Val::BadDate => XValue::BadDate,
            Val::Answer(v) => XValue::Answer(v.clone()),
            Val::Blank => XValue::Blank,
            Val::Nodes(ref nodes) if nodes.is_empty() => XValue::Nothing,
            Val::Items(ref items) if items.rows.is_empty() => XValue::Nothing,
            Val::Nodes(_) => self.finish(self.first(value)),
            Val::Group(_) | Val::Items(_) => XValue::Answer(Value::Text(self.text_of(value).into_owned())),
        }
    }

    /// The template node of a single-node value's kind.
    pub(in super::super) fn parent(&self, at: NodeRef) -> Option<NodeRef> {
        let node: NodeId = self.schema.parent(at.node)?;
        let own = self.schema.kind(at.node) == crate::domain::survey::Kind::Repeat
            && self.model.repeat_of(at.instance) == at.node;
        let instance = if own { self.model.parent_instance(at.instance)? } else { at.instance };
        Some(NodeRef { node, instance })
    }
}

/// A 1-based place as an index.
pub(in super::super) fn place(number: f64) -> Option<usize> {
    // Beyond any list, and exact as a double.
    const LIMIT: f64 = 4_294_967_296.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by the condition")]
    (1.0..LIMIT).contains(&number).then(|| number.floor() as usize - 1)
}
