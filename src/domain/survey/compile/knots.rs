//! Knots: properties each of which waits, in the end, for every other of the knot.

use super::rank::{Edge, by_source};

/// The knots among `stuck` vertices, those an order could not take in. Vertices that only wait for a knot are in none.
pub(super) fn knots(count: usize, edges: impl Iterator<Item = Edge> + Clone, stuck: &[u32]) -> Vec<Vec<u32>> {
    let forward = by_source(count, edges.clone());
    let backward = by_source(count, edges.map(|(from, to)| (to, from)));
    let mut open = vec![false; count];
    for vertex in stuck {
        open[*vertex as usize] = true;
    }
    trim(&mut open, stuck, &forward, &backward);
    let mut knots = Vec::new();
    for &first in stuck {
        if !open[first as usize] {
            continue;
        }
        let ahead = reached(first, &forward, &open);
        let behind = reached(first, &backward, &open);
        let mut knot: Vec<u32> = ahead.into_iter().filter(|vertex| behind.binary_search(vertex).is_ok()).collect();
        if !knot.contains(&first) {
            // It lies between two knots.
            open[first as usize] = false;
            continue;
        }
        for vertex in &knot {
            open[*vertex as usize] = false;
        }
        knot.sort_unstable();
        knots.push(knot);
    }
    knots
}

type Adjacent = (Vec<u32>, Vec<u32>);

fn of((starts, targets): &Adjacent, vertex: u32) -> &[u32] {
    &targets[starts[vertex as usize] as usize..starts[vertex as usize + 1] as usize]
}

/// Takes away what nothing open waits for, again and again.
fn trim(open: &mut [bool], stuck: &[u32], forward: &Adjacent, backward: &Adjacent) {
    let mut waited: Vec<usize> = vec![0; open.len()];
    let mut done: Vec<u32> = Vec::new();
    for &vertex in stuck {
        waited[vertex as usize] = of(forward, vertex).iter().filter(|next| open[**next as usize]).count();
        if waited[vertex as usize] == 0 {
            done.push(vertex);
        }
    }
    while let Some(vertex) = done.pop() {
        open[vertex as usize] = false;
        for &before in of(backward, vertex) {
            if open[before as usize] {
                waited[before as usize] -= 1;
                if waited[before as usize] == 0 {
                    done.push(before);
                }
            }
        }
    }
}

/// What is reached from a vertex in one step or more, sorted.
fn reached(first: u32, adjacent: &Adjacent, open: &[bool]) -> Vec<u32> {
    let mut found = std::collections::BTreeSet::new();
    let mut next = vec![first];
    while let Some(vertex) = next.pop() {
        for &other in of(adjacent, vertex) {
            if open[other as usize] && found.insert(other) {
                next.push(other);
            }
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knots_are_found_apart_from_what_waits_for_them() {
        let cases: [(&[Edge], &[&[u32]]); 5] = [
            (&[(0, 0), (0, 1)], &[&[0]]),
            (&[(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)], &[&[0, 1, 2]]),
            (&[(0, 1), (1, 0), (1, 2), (2, 3), (3, 4), (4, 3)], &[&[0, 1], &[3, 4]]),
            (&[(0, 1), (1, 0), (1, 2), (2, 1)], &[&[0, 1, 2]]),
            (&[(0, 1), (1, 2)], &[]),
        ];
        for (edges, expected) in cases {
            let stuck: Vec<u32> = (0..5).collect();
            assert_eq!(knots(5, edges.iter().copied(), &stuck), expected, "{edges:?}");
        }
    }
}
