//! The order of computation, and the cycles that leave none.

use std::collections::HashMap;

use super::{
    flatten::Written,
    graph::{Edges, Vertex},
    knots::knots,
};
use crate::domain::{
    Fault, Problem, Span,
    expr::NodeId,
    survey::{
        Form, Kind,
        form::{Prop, RANKS},
    },
};

/// From what is read to what reads it, by number.
pub(super) type Edge = (u32, u32);

/// Ranks by node, and the order within a rank of what is computed instance by instance.
type Ranks = (Vec<[u32; RANKS]>, HashMap<(NodeId, Prop), u32>);

/// A rank for every ranked property, by node: what is read comes before what reads it. Soft edges are followed where they
/// leave an order. Cycles of hard edges are problems that name their members. Where only readings of earlier instances close
/// a cycle, its members share a rank.
pub(super) fn ranks(form: &Form, written: &Written<'_>, edges: &Edges, problems: &mut Vec<Problem>) -> Ranks {
    let count = form.nodes.len() * RANKS;
    let hard = edges.hard.iter().map(numbered);
    let soft = edges.soft.iter().map(numbered);
    let earlier = edges.earlier.iter().map(numbered);
    let strict = hard.clone().chain(earlier.clone());
    let mut sorted = sort(count, strict.clone().chain(soft.clone()));
    if !sorted.stuck.is_empty() && !edges.soft.is_empty() {
        sorted = sort(count, strict.clone());
    }
    if sorted.stuck.is_empty() {
        return (by_node(form, &sorted.order, &[]), HashMap::new());
    }
    let alone = sort(count, hard.clone());
    if !alone.stuck.is_empty() {
        report(form, written, hard, &alone.stuck, problems);
        return (by_node(form, &alone.order, &[]), HashMap::new());
    }
    let knots = knots(count, strict.clone(), &sorted.stuck);
    // Outside the repeat there are no earlier instances to wait for.
    let scope = |vertex: &u32| form.node(node_of(*vertex)).scope;
    let (within, across): (Vec<_>, Vec<_>) = knots.into_iter().partition(|knot| {
        knot.iter().all(|vertex| scope(vertex) == scope(&knot[0]) && form.node(node_of(*vertex)).kind != Kind::Repeat)
    });
    if !across.is_empty() {
        report(form, written, strict, &across.concat(), problems);
        return (by_node(form, &alone.order, &[]), HashMap::new());
    }
    let mut leader: Vec<u32> = (0..).take(count).collect();
    for knot in &within {
        for vertex in knot {
            leader[*vertex as usize] = knot[0];
        }
    }
    let tied = |edges: Edge| (leader[edges.0 as usize], leader[edges.1 as usize]);
    let strict = strict.map(tied).filter(|(from, to)| from != to);
    let mut sorted = sort(count, strict.clone().chain(soft.map(tied).filter(|(from, to)| from != to)));
    if !sorted.stuck.is_empty() {
        sorted = sort(count, strict);
    }
    let mut inner = HashMap::new();
    for (turn, vertex) in (0..).zip(&alone.order) {
        if within.iter().any(|knot| knot.contains(vertex)) {
            inner.insert((node_of(*vertex), prop_of(*vertex)), turn);
        }
    }
    (by_node(form, &sorted.order, &within), inner)
}

/// The ranks of an order; the members of a knot have that of its first.
fn by_node(form: &Form, order: &[u32], knots: &[Vec<u32>]) -> Vec<[u32; RANKS]> {
    let mut ranks = vec![[u32::MAX - 1; RANKS]; form.nodes.len()];
    for (rank, vertex) in (0..).zip(order) {
        ranks[*vertex as usize / RANKS][*vertex as usize % RANKS] = rank;
    }
    for knot in knots {
        let rank = ranks[knot[0] as usize / RANKS][knot[0] as usize % RANKS];
        for vertex in knot {
            ranks[*vertex as usize / RANKS][*vertex as usize % RANKS] = rank;
        }
    }
    ranks
}

fn numbered((from, to): &(Vertex, Vertex)) -> Edge {
    (number(*from), number(*to))
}

fn node_of(vertex: u32) -> NodeId {
    NodeId(vertex / u32::try_from(RANKS).unwrap_or(1))
}

fn prop_of(vertex: u32) -> Prop {
    Prop::COMPUTED[vertex as usize % RANKS]
}

fn number((node, prop): Vertex) -> u32 {
    node.0 * u32::try_from(RANKS).unwrap_or(0) + prop as u32
}

struct Sorted {
    order: Vec<u32>,
    /// Vertices in or behind a cycle.
    stuck: Vec<u32>,
}

/// Kahn's algorithm; edges by source in one list.
fn sort(count: usize, edges: impl Iterator<Item = Edge> + Clone) -> Sorted {
    let (starts, targets) = by_source(count, edges);
    let mut waiting = vec![0u32; count];
    for target in &targets {
        waiting[*target as usize] += 1;
    }
    let mut order: Vec<u32> = (0..).take(count).filter(|v| waiting[*v as usize] == 0).collect();
    let mut next = 0;
    while let Some(&vertex) = order.get(next) {
        next += 1;
        let (from, to) = (starts[vertex as usize] as usize, starts[vertex as usize + 1] as usize);
        for &target in &targets[from..to] {
            waiting[target as usize] -= 1;
            if waiting[target as usize] == 0 {
                order.push(target);
            }
        }
    }
    let stuck = (0..).take(count).filter(|v| waiting[*v as usize] > 0).collect();
    Sorted { order, stuck }
}

pub(super) fn by_source(count: usize, edges: impl Iterator<Item = Edge> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; count + 1];
    for (source, _) in edges.clone() {
        starts[source as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut fill = starts.clone();
    let mut targets = vec![0u32; starts.last().copied().unwrap_or(0) as usize];
    for (source, target) in edges {
        let at = &mut fill[source as usize];
        targets[*at as usize] = target;
        *at += 1;
    }
    (starts, targets)
}

/// One problem for each knot of vertices that wait for each other.
fn report(
    form: &Form,
    written: &Written<'_>,
    edges: impl Iterator<Item = Edge> + Clone,
    stuck: &[u32],
    problems: &mut Vec<Problem>,
) {
    let count = form.nodes.len() * RANKS;
    let (starts, targets) = by_source(count, edges);
    let mut open = vec![false; count];
    for vertex in stuck {
        open[*vertex as usize] = true;
    }
    for &first in stuck {
        if !open[first as usize] {
            continue;
        }
        let Some(cycle) = way_back(first, &starts, &targets, &open) else { continue };
        for vertex in &cycle {
            open[*vertex as usize] = false;
        }
        let mut members: Vec<NodeId> = Vec::new();
        for vertex in &cycle {
            let node = node_of(*vertex);
            if !members.contains(&node) {
                members.push(node);
            }
        }
        let vertex = cycle.iter().find_map(|vertex| span(written, *vertex));
        let names = members.iter().map(|id| form.node(*id).name.to_string()).collect();
        let span = vertex.unwrap_or(form.node(members[0]).span);
        let in_repeat = members.iter().any(|id| form.node(*id).scope != 0);
        problems.push(Problem::error(span, Fault::Cycle { in_repeat, members: names }));
    }
}

/// The shortest way from a vertex back to itself through open vertices, breadth first.
fn way_back(first: u32, starts: &[u32], targets: &[u32], open: &[bool]) -> Option<Vec<u32>> {
    let mut before: std::collections::HashMap<u32, u32> = std::collections::HashMap::new();
    let mut queue = std::collections::VecDeque::from([first]);
    while let Some(vertex) = queue.pop_front() {
        for &target in &targets[starts[vertex as usize] as usize..starts[vertex as usize + 1] as usize] {
            if target == first {
                let mut cycle = vec![vertex];
                let mut at = vertex;
                while at != first {
                    at = before[&at];
                    cycle.push(at);
                }
                cycle.reverse();
                return Some(cycle);
            }
            if open[target as usize] && !before.contains_key(&target) {
                before.insert(target, vertex);
                queue.push_back(target);
            }
        }
    }
    None
}

/// Where the expression of a vertex stands.
fn span(written: &Written<'_>, vertex: u32) -> Option<Span> {
    let question = (*written.questions.get(vertex as usize / RANKS)?)?;
    let formula = match vertex as usize % RANKS {
        at if at == Prop::Relevant as usize => question.relevant.as_ref(),
        at if at == Prop::Offer as usize => question.choice_filter.as_ref(),
        _ => question.calculation.as_ref().or(question.repeat_count.as_ref()),
    };
    formula.map(|formula| formula.span)
}
