//! One property of one node, computed.

use super::{
    Draft,
    cell::{Bit, Mask, is_blank},
};
use crate::domain::{
    Answer, Value,
    expr::{NodeRef, Program, XValue},
    survey::{
        Form, Kind,
        form::{FirstValue, Keeping, Prop},
    },
};

impl Draft {
    pub(super) fn compute(&mut self, form: &Form, at: NodeRef, prop: Prop) {
        match prop {
            Prop::Relevant => self.relevance(form, at),
            Prop::Inner => self.range(form, at),
            Prop::Offer if self.relevant(at) => self.offer(form, at),
            Prop::Value if form.node(at.node).kind == Kind::Repeat => self.count(form, at),
            Prop::Value => self.value_of(form, at),
            _ => self.wait(at, prop),
        }
    }

    /// Puts a property aside until its node is relevant.
    fn wait(&mut self, at: NodeRef, prop: Prop) {
        if let Some(cell) = self.cell_mut(at) {
            cell.dirty |= prop.bit();
        }
    }

    fn eval(&self, form: &Form, program: &Program, at: NodeRef) -> XValue {
        program.eval(form, self, at)
    }

    /// Its own condition, and whether what holds it is relevant.
    fn relevance(&mut self, form: &Form, at: NodeRef) {
        let node = form.node(at.node);
        let above = node.parent.map(|parent| NodeRef { node: parent, instance: at.instance });
        let held = above.is_none_or(|above| self.relevant(above));
        let relevant = held && node.codes.relevant.as_ref().is_none_or(|code| code.holds(form, self, at));
        self.set_relevance(form, at, relevant);
    }

    /// Whether a repeat instance is in range; the response itself always is.
    fn range(&mut self, form: &Form, at: NodeRef) {
        let Some(instance) = self.instance(at.instance) else { return };
        let (place, parent) = (instance.place, instance.parent);
        let within = parent == at.instance || self.kids(at.node, parent).is_some_and(|kids| place < kids.visible);
        self.set_relevance(form, at, within);
        self.pass.flipped.push(at.instance);
    }

    fn set_relevance(&mut self, form: &Form, at: NodeRef, relevant: bool) {
        let Some(cell) = self.cell_mut(at) else { return };
        if !cell.set(Bit::Relevant, relevant) {
            return;
        }
        let answered = cell.answer.is_some();
        let node = form.node(at.node);
        let inner = self.instances[at.instance.0 as usize].repeat == at.node;
        self.touch(at);
        if node.kind == Kind::Repeat && !inner {
            self.mark(form, at, Prop::Value);
        } else {
            for child in &node.children {
                self.mark(form, NodeRef { node: *child, instance: at.instance }, Prop::Relevant);
            }
        }
        if answered {
            self.spread(form, at, true);
        }
        if relevant {
            self.wake(form, at);
        }
    }

    /// The number of instances a repeat has in range.
    fn count(&mut self, form: &Form, at: NodeRef) {
        let relevant = self.relevant(at);
        let wanted = match &form.node(at.node).codes.value {
            Some(code) if relevant => {
                let n = self.eval(form, code, at).number();
                Some(whole(n).min(Self::MOST_INSTANCES))
            }
            Some(_) => self.kids(at.node, at.instance).and_then(|kids| kids.wanted),
            None => None,
        };
        self.resize(form, at, wanted, relevant);
    }

    /// The first value, where there is one to come, then the calculation.
    fn value_of(&mut self, form: &Form, at: NodeRef) {
        let node = form.node(at.node);
        let Some(cell) = self.cell_mut(at) else { return };
        let new = cell.set(Bit::New, false);
        let fired = cell.set(Bit::Fired, false);
        let relevant = cell.is(Bit::Relevant);
        let blank = cell.answer.is_none();
        if new {
            self.first_value(form, at);
        }
        let Some(code) = &node.codes.value else { return };
        if node.triggered && !fired {
            return;
        }
        if !relevant && node.keeping != Keeping::Eager {
            return self.wait(at, Prop::Value);
        }
        if node.keeping == Keeping::Once && !blank && self.replaying {
            return;
        }
        self.computing.set(Some(at));
        let value = self.eval(form, code, at).into_value(node.kind);
        self.computing.set(None);
        let value = value.map(|value| self.in_order(form, at, value));
        self.store(form, at, value.map(Answer::Value), true);
    }

    fn first_value(&mut self, form: &Form, at: NodeRef) {
        let node = form.node(at.node);
        let value = match &node.first {
            Some(FirstValue::Dynamic(code)) => self.eval(form, code, at).into_value(node.kind),
            Some(FirstValue::World) => match node.kind {
                Kind::Start => Some(Value::DateTime(self.now)),
                Kind::Today => Some(Value::Date(self.now.date_naive())),
                Kind::DeviceId => Some(Value::Text(self.device.clone())),
                _ => Some(Value::Text(self.username.clone())),
            },
            _ => return,
        };
        let value = value.filter(|value| !is_blank(value)).map(|value| self.in_order(form, at, value));
        self.keep(at);
        self.store(form, at, value.map(Answer::Value), false);
    }

    /// Puts an answer in place; its readers follow if it reads differently now.
    pub(super) fn store(&mut self, form: &Form, at: NodeRef, answer: Option<Answer>, by_hand: bool) {
        let Some(cell) = self.cell_mut(at) else { return };
        if cell.answer == answer {
            return;
        }
        let before = cell.reading().cloned();
        cell.answer = answer;
        let kept = form.node(at.node).keeping != Keeping::Anew;
        if kept {
            self.keep(at);
        }
        self.passed.remove(&at);
        if form.node(at.node).codes.offer.is_some() {
            self.remask(form, at);
        }
        let Some(cell) = self.cell_mut(at) else { return };
        cell.set(Bit::Passed, false);
        if cell.reading() == before.as_ref() {
            self.touch(at);
        } else {
            self.spread(form, at, by_hand);
        }
    }

    /// The value is to be stored beside the edits.
    pub(super) fn keep(&mut self, at: NodeRef) {
        if self.replaying {
            return;
        }
        if let Some(cell) = self.cell_mut(at)
            && cell.set(Bit::Keep, true)
        {
            self.pass.keeps.push(at);
        }
    }

    fn offer(&mut self, form: &Form, at: NodeRef) {
        let Some(before) = self.cell(at).map(|cell| cell.reading().cloned()) else { return };
        self.remask(form, at);
        if self.cell(at).is_some_and(|cell| cell.reading() != before.as_ref()) {
            self.spread(form, at, true);
        }
    }

    /// Finds out which of the picked choices are offered: only those are looked at, however long the list.
    fn remask(&mut self, form: &Form, at: NodeRef) {
        let Some(cell) = self.cell(at) else { return };
        let mask = match &cell.answer {
            Some(Answer::Value(Value::Choice(name))) if !self.admits(form, at, name) => Mask::None,
            Some(Answer::Value(Value::Choices(names))) => {
                let offered: Vec<String> = names.iter().filter(|name| self.admits(form, at, name)).cloned().collect();
                match offered.len() {
                    0 => Mask::None,
                    n if n == names.len() => Mask::Whole,
                    _ => Mask::Part(Box::new(Answer::Value(Value::Choices(offered)))),
                }
            }
            _ => Mask::Whole,
        };
        if let Some(cell) = self.cell_mut(at) {
            cell.mask = mask;
        }
    }

    /// A property that nothing depends on: required, read only, constraint, warning.
    pub(super) fn check(&mut self, form: &Form, at: NodeRef, prop: Prop) {
        let Some(cell) = self.cell(at) else { return };
        if !cell.is(Bit::Relevant) {
            return self.wait(at, prop);
        }
        let blank = cell.reading().is_none_or(is_blank);
        let Some(code) = form.node(at.node).codes.get(prop) else { return };
        let (bit, on) = match prop {
            Prop::Required => (Bit::Required, code.holds(form, self, at)),
            Prop::ReadOnly => (Bit::ReadOnly, code.holds(form, self, at)),
            Prop::Constraint => (Bit::Violated, !blank && !code.holds(form, self, at)),
            Prop::Warning => (Bit::Warned, !blank && !code.holds(form, self, at)),
            _ => return,
        };
        if self.cell_mut(at).is_some_and(|cell| cell.set(bit, on)) {
            self.touch(at);
        }
    }
}

/// A count from a number: blank and negative are none, fractions are cut.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both saturate, which is what is wanted")]
fn whole(n: f64) -> usize {
    if n.is_nan() { 0 } else { n as usize }
}
