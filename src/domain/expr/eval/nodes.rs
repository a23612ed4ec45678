//! Paths: from where an expression stands to the nodes it names, visited one by one without collecting them.

use std::ops::ControlFlow::{self, Break, Continue};

use super::super::{
    InstanceId, NodeId, NodeRef,
    ast::BinaryOp,
    code::{Base, Code, ListCode, Move, PathCode, Plain, Predicate, StartCode},
};
use super::{Env, Items, Val};

/// Takes nodes one by one; `Break` when it has seen enough.
type Visit<'v> = &'v mut dyn FnMut(NodeRef) -> ControlFlow<()>;

impl<'a> Env<'a> {
    /// What a path gives.
    pub(super) fn path(&self, path: &'a PathCode) -> Val<'a> {
        if path.moves.is_empty() {
            match &path.start {
                StartCode::Plain(plain) if plain.descents.is_empty() => {
                    let Some(instance) = self.anchor(plain) else { return Val::nothing() };
                    let at = NodeRef { node: plain.target, instance };
                    if !plain.leaf {
                        return Val::Group(at);
                    }
                    return self.model.value(at).map_or(Val::Blank, Val::Answer);
                }
                StartCode::Item { column } => return self.own_item(column.as_deref()),
                StartCode::List(list) => {
                    let mut rows = Vec::new();
                    let _ = self.rows(list, &mut |row| {
                        rows.push(row);
                        Continue(())
                    });
                    return Val::Items(Items { list: &list.list, column: list.column.as_deref(), rows });
                }
                StartCode::Nodes(code) => return self.eval(code),
                StartCode::Empty => return Val::nothing(),
                StartCode::Plain(_) => {}
            }
        }
        if let (StartCode::Nodes(code), [Move::Filter(predicates)]) = (&path.start, path.moves.as_slice())
            && let Val::Items(items) = self.eval(code)
        {
            return Val::Items(self.filter_items(items, predicates));
        }
        let mut nodes = Vec::new();
        let _ = self.visit(path, &mut |at| {
            nodes.push(at);
            Continue(())
        });
        Val::Nodes(nodes)
    }

    fn own_item(&self, column: Option<&'a str>) -> Val<'a> {
        match self.item {
            Some((list, row)) => Val::Items(Items { list, column, rows: vec![row] }),
            None => Val::nothing(),
        }
    }

    /// Visits every value an argument stands for: each node of a path, or the one value of anything else.
    ///
    /// A set of one blank question is visited as [`Val::Blank`].
    pub(in super::super) fn each(
        &self,
        code: &'a Code,
        take: &mut dyn FnMut(Val<'a>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if let Code::Path(path) = code
            && !matches!(path.start, StartCode::Nodes(_))
        {
            match &path.start {
                StartCode::List(list) if path.moves.is_empty() => {
                    let items = Items { list: &list.list, column: list.column.as_deref(), rows: vec![] };
                    return self.rows(list, &mut |row| take(self.item(&items, row)));
                }
                StartCode::Item { .. } => {}
                _ => return self.visit(path, &mut |at| take(self.node(at))),
            }
        }
        match self.eval(code) {
            Val::Nodes(nodes) => nodes.into_iter().try_for_each(|at| take(self.node(at))),
            Val::Items(items) => items.rows.iter().try_for_each(|row| take(self.item(&items, *row))),
            one => take(one),
        }
    }

    /// How many nodes; nothing when the expression gives no nodes.
    pub(in super::super) fn count(&self, code: &'a Code) -> Option<usize> {
        if let Code::Path(path) = code
            && path.moves.is_empty()
            && let StartCode::Plain(Plain { descents, .. }) = &path.start
            && let StartCode::Plain(plain) = &path.start
        {
            return Some(self.anchor(plain).map_or(0, |instance| self.count_below(instance, descents)));
        }
        match self.eval(code) {
            Val::Nodes(nodes) => Some(nodes.len()),
            Val::Items(items) => Some(items.rows.len()),
            Val::Answer(_) | Val::Blank | Val::Group(_) => Some(1),
            _ => None,
        }
    }

    fn count_below(&self, instance: InstanceId, descents: &[NodeId]) -> usize {
        match descents {
            [] => 1,
            [last] => self.model.instances(*last, instance).len(),
            [next, rest @ ..] => {
                self.model.instances(*next, instance).iter().map(|inner| self.count_below(*inner, rest)).sum()
            }
        }
    }

    /// The first node of a path.
    pub(in super::super) fn first_node(&self, code: &'a Code) -> Option<NodeRef> {
        let mut found = None;
        if let Code::Path(path) = code {
            let _ = self.visit(path, &mut |at| {
                found = Some(at);
                Break(())
            });
        } else if let Val::Nodes(nodes) = self.eval(code) {
            found = nodes.first().copied();
        }
        found
    }

    /// The instance of `repeat` at or around `from`.
    pub(super) fn climb(&self, from: InstanceId, repeat: NodeId) -> Option<InstanceId> {
        if repeat == NodeId::ROOT {
            return Some(InstanceId::ROOT);
        }
        let mut at = from;
        while self.model.repeat_of(at) != repeat {
            at = self.model.parent_instance(at)?;
        }
        Some(at)
    }

    fn anchor(&self, plain: &Plain) -> Option<InstanceId> {
        match plain.base {
            Base::Here => self.climb(self.node.instance, plain.anchor),
            Base::Current => self.climb(self.current.instance, plain.anchor),
            Base::Root => Some(InstanceId::ROOT),
        }
    }

    /// Visits the nodes of a path in the order of the survey.
    pub(in super::super) fn visit(&self, path: &'a PathCode, take: Visit<'_>) -> ControlFlow<()> {
        match &path.start {
            StartCode::Plain(plain) => {
                let Some(instance) = self.anchor(plain) else { return Continue(()) };
                self.from(&path.moves, &mut |next| self.descend(instance, &plain.descents, plain.target, next), take)
            }
            StartCode::Nodes(code) => match self.eval(code) {
                Val::Nodes(nodes) => {
                    self.from(&path.moves, &mut |next| nodes.iter().try_for_each(|at| next(*at)), take)
                }
                Val::Group(at) => self.from(&path.moves, &mut |next| next(at), take),
                _ => match self.first_node(code) {
                    Some(at) => self.from(&path.moves, &mut |next| next(at), take),
                    None => Continue(()),
                },
            },
            StartCode::Item { .. } | StartCode::List(_) | StartCode::Empty => Continue(()),
        }
    }

    fn descend(&self, instance: InstanceId, descents: &[NodeId], target: NodeId, take: Visit<'_>) -> ControlFlow<()> {
        match descents {
            [] => take(NodeRef { node: target, instance }),
            [next, rest @ ..] => self
                .model
                .instances(*next, instance)
                .iter()
                .try_for_each(|inner| self.descend(*inner, rest, target, take)),
        }
    }

    /// Runs the moves on every node `source` hands out.
    fn from(
        &self,
        moves: &'a [Move],
        source: &mut dyn FnMut(Visit<'_>) -> ControlFlow<()>,
        take: Visit<'_>,
    ) -> ControlFlow<()> {
        match moves {
            [] => source(take),
            // A filter counts over all nodes so far, so it collects them.
            [Move::Filter(predicates), rest @ ..] => {
                let mut nodes = Vec::new();
                let _ = source(&mut |at| {
                    nodes.push(at);
                    Continue(())
                });
                let kept = self.filter(nodes, predicates);
                self.from(rest, &mut |next| kept.iter().try_for_each(|at| next(*at)), take)
            }
            // Siblings come one after the other: their parent is taken once.
            [Move::Parent, rest @ ..] => {
                let mut last = None;
                let mut up = |at: NodeRef, next: Visit<'_>| match self.parent(at) {
                    Some(parent) if last != Some(parent) => {
                        last = Some(parent);
                        next(parent)
                    }
                    _ => Continue(()),
                };
                self.from(rest, &mut |next| source(&mut |at| up(at, next)), take)
            }
            [first, rest @ ..] => self.from(rest, &mut |next| source(&mut |at| self.step(at, first, next)), take),
        }
    }

    fn step(&self, at: NodeRef, step: &'a Move, take: Visit<'_>) -> ControlFlow<()> {
        match step {
            Move::Child { node, repeat: false, predicates } => {
                let child = NodeRef { node: *node, instance: at.instance };
                let keeps = predicates.iter().all(|p| self.holds(p, child, 1, 1));
                if keeps { take(child) } else { Continue(()) }
            }
            Move::Child { node, repeat: true, predicates } => {
                let instances = self.model.instances(*node, at.instance);
                let child = |instance: &InstanceId| NodeRef { node: *node, instance: *instance };
                match predicates.as_slice() {
                    [] => instances.iter().map(child).try_for_each(take),
                    [Predicate::Place(n)] => super::env::place(*n)
                        .filter(|_| n.fract() == 0.0)
                        .and_then(|i| instances.get(i))
                        .map_or(Continue(()), |i| take(child(i))),
                    // One predicate needs no list of survivors.
                    [one] => instances.iter().enumerate().try_for_each(|(i, instance)| {
                        let at = child(instance);
                        if self.holds(one, at, i + 1, instances.len()) { take(at) } else { Continue(()) }
                    }),
                    all => self.filter(instances.iter().map(child).collect(), all).into_iter().try_for_each(take),
                }
            }
            Move::Parent | Move::Filter(_) => Continue(()),
        }
    }

    fn filter(&self, mut nodes: Vec<NodeRef>, predicates: &'a [Predicate]) -> Vec<NodeRef> {
        for predicate in predicates {
            let size = nodes.len();
            let mut position = 0;
            nodes.retain(|at| {
                position += 1;
                self.holds(predicate, *at, position, size)
            });
        }
        nodes
    }

    fn filter_items(&self, mut items: Items<'a>, predicates: &'a [Predicate]) -> Items<'a> {
        for predicate in predicates {
            let size = items.rows.len();
            let mut position = 0;
            items.rows.retain(|row| {
                position += 1;
                self.item_holds(predicate, items.list, *row, position, size)
            });
        }
        items
    }

    fn holds(&self, predicate: &'a Predicate, at: NodeRef, position: usize, size: usize) -> bool {
        let env = Self { node: at, item: None, position: Some(position), size, ..*self };
        env.test(predicate, position)
    }

    fn item_holds(&self, predicate: &'a Predicate, list: &'a str, row: usize, position: usize, size: usize) -> bool {
        let env = Self { item: Some((list, row)), position: Some(position), size, ..*self };
        env.test(predicate, position)
    }

    fn test(&self, predicate: &'a Predicate, position: usize) -> bool {
        // Places beyond 2^52 do not exist.
        #[allow(clippy::cast_precision_loss, reason = "a place in memory")]
        let position = position as f64;
        match predicate {
            #[allow(clippy::float_cmp, reason = "whole numbers")]
            Predicate::Place(n) => *n == position,
            Predicate::Test(code) => match self.eval(code) {
                #[allow(clippy::float_cmp, reason = "whole numbers")]
                Val::Number(n) => n == position,
                other => self.boolean_of(&other),
            },
        }
    }

    /// Visits the rows of a list for which its predicates hold.
    fn rows(&self, list: &'a ListCode, take: &mut dyn FnMut(usize) -> ControlFlow<()>) -> ControlFlow<()> {
        let size = self.model.list_len(&list.list);
        let start = match &list.key {
            Some((column, key)) => match self.eval(key) {
                // With these, `=` compares texts, so the first row that can match is the first equal one.
                key @ (Val::Text(_) | Val::Answer(_) | Val::Blank) => {
                    match self.model.list_find(&list.list, column, &self.text_of(key)) {
                        Some(row) => row,
                        None => return Continue(()),
                    }
                }
                _ => 0,
            },
            None => 0,
        };
        match list.predicates.as_slice() {
            [] => (start..size).try_for_each(take),
            [one] => (start..size).try_for_each(|row| {
                if self.item_holds(one, &list.list, row, row + 1, size) { take(row) } else { Continue(()) }
            }),
            all => {
                // Places count what the predicates before left over; the first predicate only skips rows it would drop.
                let items = Items { list: &list.list, column: None, rows: (start..size).collect() };
                let first = self.filter_first(items, &all[0], start, size);
                self.filter_items(first, &all[1..]).rows.into_iter().try_for_each(take)
            }
        }
    }

    fn filter_first(&self, mut items: Items<'a>, first: &'a Predicate, start: usize, size: usize) -> Items<'a> {
        let mut position = start;
        items.rows.retain(|row| {
            position += 1;
            self.item_holds(first, items.list, *row, position, size)
        });
        items
    }

    /// `a | b`: every node once, in the order of the survey.
    pub(super) fn union(&self, first: &'a Code, rest: &'a [(BinaryOp, Code)]) -> Val<'a> {
        let mut nodes: Vec<NodeRef> = Vec::new();
        for code in std::iter::once(first).chain(rest.iter().map(|(_, code)| code)) {
            if let Code::Path(path) = code {
                let _ = self.visit(path, &mut |at| {
                    nodes.push(at);
                    Continue(())
                });
            } else if let Val::Nodes(more) = self.eval(code) {
                nodes.extend(more);
            }
        }
        nodes.sort_by_cached_key(|at| self.place_in_survey(*at));
        nodes.dedup();
        Val::Nodes(nodes)
    }

    /// Node numbers and instance places from the survey down: sorts as the survey reads.
    fn place_in_survey(&self, at: NodeRef) -> Vec<(NodeId, usize)> {
        let mut way = vec![(at.node, 0)];
        let mut instance = at.instance;
        while let Some(outer) = self.model.parent_instance(instance) {
            let repeat = self.model.repeat_of(instance);
            let step = (repeat, self.model.position(instance));
            if at.node == repeat && way.len() == 1 {
                way[0] = step;
            } else {
                way.push(step);
            }
            instance = outer;
        }
        way.reverse();
        way
    }
}
