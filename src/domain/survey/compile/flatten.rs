//! The nested questions of a definition as a flat list of nodes, every node with its place.

use super::lists::{OTHER, with_other};
use crate::domain::{
    Span,
    expr::NodeId,
    survey::{
        Form, Formula, Kind, Question, Survey,
        form::{Codes, Keeping, Node, Scale, Scope},
    },
};

/// What stands in the file for each node, by node: nothing for the survey itself and for what `or_other` adds.
pub(super) struct Written<'s> {
    pub questions: Vec<Option<&'s Question>>,
    /// The select question each question added by `or_other` belongs to.
    pub others: Vec<(NodeId, NodeId, Formula)>,
}

/// Fills `form.nodes`, `form.names` and `form.scopes`.
pub(super) fn flatten<'s>(form: &mut Form, survey: &'s Survey) -> Written<'s> {
    let count = count(&survey.body) + 1;
    form.nodes.reserve(count);
    form.names.reserve(count);
    let mut questions = Vec::with_capacity(count);
    questions.push(None);
    let mut flat = Flat { form, written: Written { questions, others: Vec::new() } };
    let mut root = blank(Kind::Group, "data", Span::default());
    root.inner = 0;
    flat.form.nodes.push(root);
    flat.form.scopes.push(Scope { owner: NodeId::ROOT, parent: None, nodes: vec![NodeId::ROOT], repeats: Vec::new() });
    flat.body(&survey.body, Around { parent: NodeId::ROOT, scope: 0, page: None, depth: 0 });
    flat.form.nodes[0].end = u32::try_from(flat.form.scopes[0].nodes.len()).unwrap_or(u32::MAX);
    flat.written
}

/// How many entries a body has, those inside groups and repeats among them.
fn count(body: &[Question]) -> usize {
    body.iter().map(|question| 1 + count(&question.body)).sum()
}

struct Flat<'f, 's> {
    form: &'f mut Form,
    written: Written<'s>,
}

#[derive(Clone, Copy)]
struct Around {
    parent: NodeId,
    scope: u32,
    page: Option<NodeId>,
    depth: u16,
}

impl<'s> Flat<'_, 's> {
    fn body(&mut self, body: &'s [Question], around: Around) {
        for question in body {
            let id = self.question(question, around);
            let node = &self.form.nodes[id.0 as usize];
            let field_list = node.is_field_list();
            match question.kind.value {
                Kind::Group => {
                    let page = around.page.or(field_list.then_some(id));
                    self.body(&question.body, Around { parent: id, page, depth: around.depth + 1, ..around });
                }
                Kind::Repeat => self.repeat(question, id, field_list, around),
                _ => {}
            }
            self.form.nodes[id.0 as usize].end = self.slots(around.scope);
            if question.or_other {
                self.other(question, id, around);
            }
        }
    }

    fn repeat(&mut self, question: &'s Question, id: NodeId, field_list: bool, around: Around) {
        let inner = u32::try_from(self.form.scopes.len()).unwrap_or(u32::MAX);
        let outer = &mut self.form.scopes[around.scope as usize];
        let place = u32::try_from(outer.repeats.len()).unwrap_or(u32::MAX);
        outer.repeats.push(id);
        let scope = Scope { owner: id, parent: Some(around.scope), nodes: vec![id], repeats: Vec::new() };
        self.form.scopes.push(scope);
        let node = &mut self.form.nodes[id.0 as usize];
        (node.inner, node.repeat) = (inner, place);
        let page = field_list.then_some(id);
        self.body(&question.body, Around { parent: id, scope: inner, page, depth: around.depth + 1 });
    }

    fn slots(&self, scope: u32) -> u32 {
        u32::try_from(self.form.scopes[scope as usize].nodes.len()).unwrap_or(u32::MAX)
    }

    fn push(&mut self, mut node: Node, question: Option<&'s Question>, around: Around) -> NodeId {
        let id = NodeId(u32::try_from(self.form.nodes.len()).unwrap_or(u32::MAX));
        node.parent = Some(around.parent);
        node.depth = around.depth;
        node.scope = around.scope;
        node.slot = self.slots(around.scope);
        node.end = node.slot + 1;
        node.page = if node.kind == Kind::Repeat { None } else { around.page };
        self.form.scopes[around.scope as usize].nodes.push(id);
        self.form.nodes[around.parent.0 as usize].children.push(id);
        self.form.names.entry(node.name.clone()).or_insert(id);
        self.form.nodes.push(node);
        self.written.questions.push(question);
        id
    }

    fn question(&mut self, question: &'s Question, around: Around) -> NodeId {
        let mut node = blank(question.kind.value, &question.name.value, question.name.span);
        node.appearance = question.appearance.iter().map(|word| word.value.as_str().into()).collect();
        node.refusals.clone_from(&question.refusals);
        if let Some(list) = &question.choices {
            let other = question.or_other.then(|| self.form.list_names.get(with_other(&list.value).as_str())).flatten();
            node.list = other.or_else(|| self.form.list_names.get(list.value.as_str())).copied();
        }
        let parameter = |name: &str| {
            let found = question.parameters.iter().find(|(key, _)| key.value == name);
            found.map(|(_, value)| value.value.trim())
        };
        if node.kind == Kind::Range {
            node.scale = Some(scale(parameter));
        }
        node.rows = parameter("rows").and_then(|rows| rows.parse().ok());
        node.randomize = parameter("randomize").is_some_and(|value| value.eq_ignore_ascii_case("true"));
        self.push(node, Some(question), around)
    }

    /// The text question `<name>_other`, relevant while `other` is picked.
    fn other(&mut self, question: &'s Question, select: NodeId, around: Around) {
        let name = format!("{}_{OTHER}", question.name.value);
        if self.form.names.contains_key(name.as_str()) {
            return;
        }
        let mut node = blank(Kind::Text, &name, question.name.span);
        node.specifies_other = true;
        let id = self.push(node, None, around);
        let text = format!("selected(${{{}}}, '{OTHER}')", question.name.value);
        self.written.others.push((id, select, Formula { text, span: question.name.span, prefix: None }));
    }
}

fn scale<'p>(parameter: impl Fn(&str) -> Option<&'p str>) -> Scale {
    let number = |name, otherwise: f64| {
        let n = parameter(name).and_then(|value| value.parse::<f64>().ok()).unwrap_or(otherwise);
        if n.is_finite() { n } else { otherwise }
    };
    let (start, end) = (number("start", 0.0), number("end", 10.0));
    let step = number("step", 1.0);
    let step = if step == 0.0 { 1.0 } else { step.abs().copysign(end - start) };
    Scale { start, end, step, whole: start.fract() == 0.0 && step.fract() == 0.0 }
}

fn blank(kind: Kind, name: &str, span: Span) -> Node {
    Node {
        kind,
        name: name.into(),
        parent: None,
        children: Vec::new(),
        depth: 0,
        appearance: Vec::new(),
        refusals: Vec::new(),
        scale: None,
        rows: None,
        specifies_other: false,
        span,
        list: None,
        randomize: false,
        seed: None,
        words: Vec::new(),
        codes: Codes::default(),
        first: None,
        keeping: Keeping::Anew,
        triggered: false,
        scope: 0,
        slot: 0,
        end: 1,
        inner: u32::MAX,
        repeat: u32::MAX,
        page: None,
    }
}
