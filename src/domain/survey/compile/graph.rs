//! Who reads whom: the readers of every node, and the order in which things are computed.

use super::{flatten::Written, rank, routes::Routes};
use crate::domain::{
    Problem,
    expr::{NodeId, Program},
    survey::{
        Form, Kind,
        form::{FirstValue, Keeping, Prop, RANKS, Reader},
    },
};

/// A computed property that others may depend on.
pub(super) type Vertex = (NodeId, Prop);

/// Fills `form.readers`; cycles are problems.
pub(super) fn order(form: &mut Form, written: &Written<'_>, problems: &mut Vec<Problem>) {
    let mut graph = Graph {
        form,
        routes: Routes::new(),
        readers: Vec::with_capacity(form.nodes.len()),
        hard: Vec::with_capacity(form.nodes.len() * 3),
        soft: Vec::new(),
        earlier: Vec::new(),
        position: Vec::new(),
        clock: Vec::new(),
        language: Vec::new(),
    };
    for id in graph.form.ids() {
        graph.structure(id);
        graph.node(id, written);
    }
    let Graph { routes, readers, hard, soft, earlier, position, clock, language, .. } = graph;
    let edges = Edges { hard, soft, earlier };
    let (ranks, loops) = rank::ranks(form, written, &edges, problems);
    let mut by_node: Vec<u32> = vec![0; form.nodes.len() + 1];
    for (node, _) in &readers {
        by_node[node.0 as usize + 1] += 1;
    }
    for at in 1..by_node.len() {
        by_node[at] += by_node[at - 1];
    }
    let mut readers = readers;
    readers.sort_by_key(|(node, _)| *node);
    form.readers.starts = by_node;
    form.readers.list = readers.into_iter().map(|(_, reader)| reader).collect();
    form.readers.routes = routes.into_list();
    form.readers.position = position;
    form.readers.clock = clock;
    form.readers.language = language;
    form.readers.ranks = ranks;
    form.readers.loops = loops;
}

/// What is read and what reads it, by what follows from it for the order.
pub(super) struct Edges {
    /// What is read comes first.
    pub(super) hard: Vec<(Vertex, Vertex)>,
    /// It should come first but need not.
    pub(super) soft: Vec<(Vertex, Vertex)>,
    /// It comes first in an earlier instance of the repeat both stand in.
    pub(super) earlier: Vec<(Vertex, Vertex)>,
}

struct Graph<'f> {
    form: &'f Form,
    routes: Routes,
    readers: Vec<(NodeId, Reader)>,
    /// From what is read to what reads it.
    hard: Vec<(Vertex, Vertex)>,
    /// The same for what should be computed first but need not: reads of defaults and of triggered calculations.
    soft: Vec<(Vertex, Vertex)>,
    /// The same for what is read in earlier instances of the reader's own repeat.
    earlier: Vec<(Vertex, Vertex)>,
    position: Vec<(NodeId, Reader)>,
    clock: Vec<(bool, Reader)>,
    language: Vec<Reader>,
}

impl Graph<'_> {
    /// What holds for every node: relevance comes down from what holds it, and before its value.
    fn structure(&mut self, id: NodeId) {
        let node = self.form.node(id);
        if let Some(parent) = node.parent {
            let above = if self.form.node(parent).kind == Kind::Repeat { Prop::Inner } else { Prop::Relevant };
            self.hard.push(((parent, above), (id, Prop::Relevant)));
        }
        if node.codes.offer.is_some() {
            self.hard.push(((id, Prop::Relevant), (id, Prop::Offer)));
            self.hard.push(((id, Prop::Offer), (id, Prop::Value)));
        } else {
            self.hard.push(((id, Prop::Relevant), (id, Prop::Value)));
        }
        if node.kind == Kind::Repeat {
            self.hard.push(((id, Prop::Value), (id, Prop::Inner)));
        }
    }

    fn node(&mut self, id: NodeId, written: &Written<'_>) {
        let form = self.form;
        let node = form.node(id);
        for prop in [Prop::Relevant, Prop::Offer, Prop::Required, Prop::ReadOnly, Prop::Constraint, Prop::Warning] {
            if let Some(program) = node.codes.get(prop) {
                self.program(id, prop, &[program]);
            }
        }
        if let Some(seed) = &node.seed {
            self.program(id, Prop::Offer, &[seed]);
        }
        let words: Vec<&Program> = node.words.iter().flat_map(|(_, words)| words.programs()).collect();
        if !words.is_empty() {
            self.program(id, Prop::Words, &words);
        }
        if let Some(FirstValue::Dynamic(program)) = &node.first {
            self.soft(id, program);
        }
        if let Some(program) = &node.codes.value {
            if node.triggered {
                self.soft(id, program);
                let question = written.questions.get(id.0 as usize).copied().flatten();
                let name = question.and_then(|q| q.trigger.as_ref()).map(|t| trigger_name(&t.value));
                if let Some(trigger) = name.and_then(|name| form.names.get(name)) {
                    self.reads(id, Prop::Value, *trigger, &[], true);
                }
            } else {
                self.program(id, Prop::Value, &[program]);
            }
        }
    }

    fn soft(&mut self, id: NodeId, program: &Program) {
        for read in program.reads() {
            if *read != id {
                self.soft.push(((*read, Prop::Value), (id, Prop::Value)));
            }
        }
    }

    fn program(&mut self, id: NodeId, prop: Prop, programs: &[&Program]) {
        let form = self.form;
        let mut reads: Vec<NodeId> = programs.iter().flat_map(|program| program.reads()).copied().collect();
        reads.sort_unstable();
        reads.dedup();
        let crossed: Vec<NodeId> = reads.iter().copied().filter(|id| form.node(*id).kind == Kind::Repeat).collect();
        // A value inside a repeat that does not hold the reader also goes away with its instance.
        let around = repeats_around(form, id);
        for read in reads.clone() {
            for repeat in repeats_around(form, read) {
                if !around.contains(&repeat) && !reads.contains(&repeat) {
                    reads.push(repeat);
                }
            }
        }
        for read in reads {
            if let Some(back) = back_only(programs, read) {
                self.reads_earlier(id, prop, read, back);
                continue;
            }
            // What checks an answer reads the answer by itself; `once()` reads its own value before it is computed.
            let checks = matches!(prop, Prop::Constraint | Prop::Warning | Prop::Words);
            let itself = read == id && (checks || programs.iter().any(|p| p.keeps_first()));
            if !itself {
                self.reads(id, prop, read, &crossed, false);
            }
        }
        let scope = form.node(id).scope;
        if programs.iter().any(|program| program.reads_position()) {
            for repeat in &around {
                let route = self.routes.between(form, form.node(*repeat).inner, scope, &[]);
                self.position.push((*repeat, Reader { node: id, prop, route, trigger: false, earlier: None }));
            }
        }
        // What is kept (drawn by lot, typed over, set off by a trigger, once) stays although time goes on.
        let goes_with_time = prop != Prop::Value || form.node(id).keeping == Keeping::Anew;
        if goes_with_time && programs.iter().any(|program| program.reads_clock()) {
            let moment = programs.iter().any(|program| program.reads_moment());
            let route = self.routes.between(form, 0, scope, &[]);
            self.clock.push((moment, Reader { node: id, prop, route, trigger: false, earlier: None }));
        }
        if programs.iter().any(|program| program.reads_language()) {
            let route = self.routes.between(form, 0, scope, &[]);
            self.language.push(Reader { node: id, prop, route, trigger: false, earlier: None });
        }
    }

    fn reads_earlier(&mut self, id: NodeId, prop: Prop, read: NodeId, back: u32) {
        self.readers.push((read, Reader { node: id, prop, route: 0, trigger: false, earlier: Some(back) }));
        if (prop as usize) < RANKS {
            self.earlier.push(((read, Prop::Value), (id, prop)));
        }
    }

    fn reads(&mut self, id: NodeId, prop: Prop, read: NodeId, crossed: &[NodeId], trigger: bool) {
        let form = self.form;
        let route = self.routes.between(form, form.node(read).scope, form.node(id).scope, crossed);
        self.readers.push((read, Reader { node: id, prop, route, trigger, earlier: None }));
        if (prop as usize) < RANKS {
            self.hard.push(((read, Prop::Value), (id, prop)));
        }
    }
}

/// How far back a question is read, when all programs that read it do so in earlier instances only.
fn back_only(programs: &[&Program], read: NodeId) -> Option<u32> {
    let mut back = None;
    for program in programs.iter().filter(|program| program.reads().binary_search(&read).is_ok()) {
        let (_, own) = program.reads_earlier().iter().find(|(node, _)| *node == read)?;
        back = Some(if back.is_none_or(|back| back == *own) { *own } else { 0 });
    }
    back
}

/// The repeats a node stands in, itself left out.
fn repeats_around(form: &Form, id: NodeId) -> Vec<NodeId> {
    let mut repeats = Vec::new();
    let mut scope = form.node(id).scope;
    while let Some(parent) = form.scopes[scope as usize].parent {
        repeats.push(form.scopes[scope as usize].owner);
        scope = parent;
    }
    repeats
}

/// `${name}` or `name`.
fn trigger_name(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix("${").and_then(|t| t.strip_suffix('}')).unwrap_or(text).trim()
}
