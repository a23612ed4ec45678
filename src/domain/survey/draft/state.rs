//! The draft itself: what it holds, and how it begins.

use std::{
    cell::{Cell as Slot, RefCell},
    cmp::Reverse,
    collections::{BinaryHeap, HashMap},
    sync::Arc,
};

use chrono::{DateTime, FixedOffset};

use super::{
    Changes, Env,
    cell::Cell,
    instance::{Instance, Kids},
};
use crate::domain::{
    Answer, Lang, Value,
    expr::{InstanceId, NodeId, NodeRef},
    survey::{AnswerTree, Form, Table, form::Prop},
};

/// The answers of one response under way, and all that follows from them.
///
/// ```
/// use babahui::domain::{Lang, Value, survey::{Attachments, Draft, Env, Form, Survey}};
/// let text = r#"Survey(id: "home", version: "1", default_language: "en", title: "Home", body: [
///     Integer(name: "people", label: "How many live here?", constraint: ". > 0"),
///     Text(name: "names", label: "Who are the ${people}?", relevant: "${people} > 1"),
/// ])"#;
/// let survey = Survey::read(text).0.expect("a survey");
/// let form = Form::compile(&survey, &Attachments::default()).expect("a form");
/// let now = "2024-11-12T19:30:00+08:00".parse().expect("a time");
/// let env = Env { now, lang: Lang::new("en"), device: String::new(), username: String::new(), seed: 1, last_saved: None, roll: None };
///
/// let (mut draft, _) = Draft::new(form.into(), &env);
/// let people = draft.named("people").expect("a question");
/// let names = draft.named("names").expect("a question");
/// assert!(!draft.relevant(names));
///
/// let changes = draft.set(people, Some(Value::Integer(3).into()), &env).expect("an integer");
/// assert!(changes.nodes.contains(&names));
/// assert!(draft.relevant(names));
/// assert_eq!(draft.label(names), "Who are the 3?");
/// ```
#[derive(Debug)]
pub struct Draft {
    pub(super) form: Arc<Form>,
    pub(in super::super) instances: Vec<Instance>,
    pub(super) now: DateTime<FixedOffset>,
    pub(super) lang: Lang,
    pub(super) device: String,
    pub(super) username: String,
    pub(super) seed: u64,
    /// State of the response's own random sequence.
    pub(super) random: Slot<u64>,
    pub(super) last_saved: HashMap<NodeId, Value>,
    pub(super) roll: Option<Table>,
    /// Instances alive, the response itself included.
    pub(super) alive: usize,
    /// Reasons given for passing warnings.
    pub(super) passed: HashMap<NodeRef, String>,
    /// Rows offered, for the questions that were looked at.
    pub(super) offered: RefCell<HashMap<NodeRef, Arc<[u32]>>>,
    /// The node whose value is being computed: it may read its own value whatever its relevance.
    pub(super) computing: Slot<Option<NodeRef>>,
    /// Replaying: what was kept is not computed again.
    pub(super) replaying: bool,
    pub(super) pass: Pass,
}

/// A property to be computed: by turn, then by node and instance so that the order is always the same.
pub(super) type Waiting = ((u32, u64), NodeId, Prop, InstanceId);

/// What one change has set in motion.
#[derive(Debug, Default)]
pub(super) struct Pass {
    pub queue: BinaryHeap<Reverse<Waiting>>,
    /// Checks, which nothing else depends on.
    pub checks: Vec<(NodeRef, Prop)>,
    /// Instances made.
    pub fresh: Vec<InstanceId>,
    /// Instances that came into range or left it.
    pub flipped: Vec<InstanceId>,
    /// Cells whose computed value is to be kept.
    pub keeps: Vec<NodeRef>,
    pub changes: Changes,
    /// How many properties were computed since the draft began.
    #[cfg(test)]
    pub computed: usize,
}

impl Draft {
    /// A new response: defaults applied, everything computed. The returned changes hold the values to keep.
    pub fn new(form: Arc<Form>, env: &Env<'_>) -> (Self, Changes) {
        let mut draft = Self::empty(form, env);
        draft.create(0, InstanceId::ROOT, 0, true);
        let changes = draft.settle();
        (draft, changes)
    }

    pub(super) fn empty(form: Arc<Form>, env: &Env<'_>) -> Self {
        let last_saved = env.last_saved.map(|tree| saved(&form, tree)).unwrap_or_default();
        Self {
            form,
            instances: Vec::new(),
            now: env.now,
            lang: env.lang.clone(),
            device: env.device.clone(),
            username: env.username.clone(),
            seed: env.seed,
            random: Slot::new(env.seed),
            last_saved,
            roll: env.roll.cloned(),
            alive: 0,
            passed: HashMap::new(),
            offered: RefCell::default(),
            computing: Slot::new(None),
            replaying: false,
            pass: Pass::default(),
        }
    }

    /// Takes over the moment and the language of a change. What reads them is computed in the pass that follows.
    pub(super) fn begin(&mut self, env: &Env<'_>) {
        if self.now != env.now {
            let midnight = self.now.date_naive() != env.now.date_naive();
            self.now = env.now;
            let form = Arc::clone(&self.form);
            for (_, reader) in form.readers.clock.iter().filter(|(moment, _)| *moment || midnight) {
                self.mark_reader(&form, reader, InstanceId::ROOT);
            }
        }
        if self.lang != env.lang {
            self.lang = env.lang.clone();
            self.pass.changes.all = true;
            let form = Arc::clone(&self.form);
            for reader in &form.readers.language {
                self.mark_reader(&form, reader, InstanceId::ROOT);
            }
        }
    }

    /// Shows the draft in another language, or at another moment. Answers stay as they are.
    pub fn refresh(&mut self, env: &Env<'_>) -> Changes {
        self.begin(env);
        self.settle()
    }

    /// The compiled survey.
    #[must_use]
    pub fn form(&self) -> &Arc<Form> {
        &self.form
    }

    /// The language on screen.
    #[must_use]
    pub fn language(&self) -> &Lang {
        &self.lang
    }

    /// Where the cell of a node lies: its instance and slot. Nothing when the instance is gone or is not one the node
    /// stands in.
    pub(in super::super) fn place(&self, at: NodeRef) -> Option<(usize, usize)> {
        let place = at.instance.0 as usize;
        let instance = self.instances.get(place).filter(|instance| instance.alive)?;
        if instance.repeat == at.node {
            return Some((place, 0));
        }
        let node = self.form.nodes.get(at.node.0 as usize)?;
        (instance.scope == node.scope).then_some((place, node.slot as usize))
    }

    pub(in super::super) fn cell(&self, at: NodeRef) -> Option<&Cell> {
        self.place(at).and_then(|(instance, slot)| self.instances[instance].cells.get(slot))
    }

    pub(super) fn cell_mut(&mut self, at: NodeRef) -> Option<&mut Cell> {
        self.place(at).and_then(|(instance, slot)| self.instances[instance].cells.get_mut(slot))
    }

    pub(in super::super) fn instance(&self, id: InstanceId) -> Option<&Instance> {
        self.instances.get(id.0 as usize).filter(|instance| instance.alive)
    }

    /// The instances of a repeat inside the instance it stands in.
    pub(in super::super) fn kids(&self, repeat: NodeId, within: InstanceId) -> Option<&Kids> {
        let node = self.form.nodes.get(repeat.0 as usize)?;
        let instance = self.instance(within).filter(|instance| instance.scope == node.scope)?;
        instance.kids.get(node.repeat as usize)
    }

    pub(super) fn kids_mut(&mut self, repeat: NodeId, within: InstanceId) -> Option<&mut Kids> {
        let node = self.form.nodes.get(repeat.0 as usize)?;
        let instance = self.instances.get_mut(within.0 as usize).filter(|i| i.alive && i.scope == node.scope)?;
        instance.kids.get_mut(node.repeat as usize)
    }

    /// Makes an instance, with everything in it to be computed.
    pub(super) fn create(&mut self, scope: u32, parent: InstanceId, place: usize, dynamic: bool) -> InstanceId {
        let id = InstanceId(u32::try_from(self.instances.len()).unwrap_or(u32::MAX));
        let form = Arc::clone(&self.form);
        let instance = Instance::new(&form, scope, parent, place, dynamic);
        self.instances.push(instance);
        self.alive += 1;
        self.pass.fresh.push(id);
        self.queue_fresh(&form, id);
        id
    }
}

/// The answers of the response saved last, by question; only those outside repeats can be asked for.
fn saved(form: &Form, tree: &AnswerTree) -> HashMap<NodeId, Value> {
    let answers = form.ids().filter_map(|id| {
        let node = form.node(id);
        let value = tree.answer(&node.name).and_then(Answer::value)?;
        (node.scope == 0).then(|| (id, value.clone()))
    });
    answers.collect()
}
