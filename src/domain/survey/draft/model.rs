//! What expressions see of a draft.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};

use super::Draft;
use crate::domain::{
    Answer, Lang, Value,
    expr::{InstanceId, Model, NodeId, NodeRef},
    place::PREFILL,
    survey::Table,
};

impl Draft {
    /// The household it is about, where no file of the survey has this name.
    fn roll_named(&self, list: &str) -> Option<&Table> {
        self.roll.as_ref().filter(|_| list == PREFILL)
    }
}

impl Model for Draft {
    fn parent_instance(&self, instance: InstanceId) -> Option<InstanceId> {
        let parent = self.instance(instance)?.parent;
        (parent != instance).then_some(parent)
    }

    fn repeat_of(&self, instance: InstanceId) -> NodeId {
        self.instance(instance).map_or(NodeId::ROOT, |instance| instance.repeat)
    }

    fn instances(&self, repeat: NodeId, within: InstanceId) -> &[InstanceId] {
        self.instances_of(NodeRef { node: repeat, instance: within })
    }

    fn position(&self, instance: InstanceId) -> usize {
        self.instance(instance).map_or(1, |instance| instance.place + 1)
    }

    fn value(&self, node: NodeRef) -> Option<&Value> {
        let cell = self.cell(node)?;
        if self.computing.get() == Some(node) {
            return cell.answer.as_ref().and_then(Answer::value);
        }
        cell.reading()
    }

    fn choice_label(&self, node: NodeId, choice: &str) -> Option<&str> {
        let list = self.form.list(node)?;
        list.row_of(choice).map(|row| list.label(row, &self.lang))
    }

    fn list_cell(&self, list: &str, row: usize, column: &str) -> Option<&str> {
        match self.form.list_named(list) {
            Some(list) => list.cell(row, column),
            None => self.roll_named(list)?.cell(row, column),
        }
    }

    fn list_len(&self, list: &str) -> usize {
        match self.form.list_named(list) {
            Some(list) => list.len(),
            None => self.roll_named(list).map_or(0, Table::len),
        }
    }

    fn list_find(&self, list: &str, key_column: &str, key: &str) -> Option<usize> {
        match self.form.list_named(list) {
            Some(list) => list.find(key_column, key),
            None => self.roll_named(list)?.find(key_column, key),
        }
    }

    fn last_saved(&self, node: NodeId) -> Option<&Value> {
        self.last_saved.get(&node)
    }

    fn itext(&self, id: &str) -> Option<Cow<'_, str>> {
        // pyxform names the texts of a question by its path: `/data/age:label`, `/data/age:hint`.
        let (path, which) = id.split_once(':')?;
        let node = self.form.names.get(path.rsplit('/').next()?)?;
        let wording = match which {
            "label" => crate::domain::survey::Wording::Label,
            "hint" => crate::domain::survey::Wording::Hint,
            _ => return None,
        };
        Some(Cow::Borrowed(self.form.node(*node).wording(wording).text().get(&self.lang)))
    }

    fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    fn lang(&self) -> &Lang {
        &self.lang
    }

    fn random(&self) -> u64 {
        // SplitMix64 (Steele, Lea, Flood 2014).
        let state = self.random.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.random.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
