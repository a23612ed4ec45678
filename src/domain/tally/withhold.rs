//! Which counts of a public table are withheld, so that nobody can be found in it.
//!
//! A count under the least is withheld, as statistical offices do with small cells. A withheld count could still be
//! worked out from the sums beside it, so others are withheld with it until each of them could be another number: the
//! counts and sums are the flows of a network, and a flow can be another exactly when there is a round trip through it
//! along which one can be moved without any count falling below zero.

use std::{cmp::Reverse, collections::BinaryHeap};

/// Fewest in a count that is shown to everybody.
pub const LEAST_SHOWN: u64 = 5;

/// Which counts of a table are withheld.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Withheld {
    /// Of each row, its counts.
    pub cells: Vec<Vec<bool>>,
    /// Sums of rows.
    pub rows: Vec<bool>,
    /// Sums of columns.
    pub columns: Vec<bool>,
    /// The sum of all.
    pub total: bool,
}

impl Withheld {
    /// Whether anything is.
    #[must_use]
    pub fn any(&self) -> bool {
        self.total || self.cells.iter().flatten().chain(&self.rows).chain(&self.columns).any(|withheld| *withheld)
    }
}

/// Which of some counts that add up to a total are withheld; the last answer is for the total.
///
/// ```
/// use babahui::domain::tally::withhold_list;
/// // Two answered something rare: with the total known, one more count has to go.
/// assert_eq!(withhold_list(&[40, 2, 9, 30], 5), (vec![false, true, true, false], false));
/// ```
#[must_use]
pub fn withhold_list(counts: &[u64], least: u64) -> (Vec<bool>, bool) {
    let total: u64 = counts.iter().sum();
    let mut arcs: Vec<Arc> = counts.iter().map(|count| Arc::new(0, 1, *count)).collect();
    arcs.push(Arc { dear: true, ..Arc::new(1, 0, total) });
    withhold_arcs(&mut arcs, 2, least);
    let total = arcs.pop().is_some_and(|arc| arc.withheld);
    (arcs.iter().map(|arc| arc.withheld).collect(), total)
}

/// Which counts of a table are withheld whose rows and columns are printed with their sums. Rows are of one length.
#[must_use]
pub fn withhold_table(counts: &[Vec<u64>], least: u64) -> Withheld {
    let columns = counts.first().map_or(0, Vec::len);
    let (source, sink) = (counts.len() + columns, counts.len() + columns + 1);
    let mut arcs = Vec::with_capacity((counts.len() + 1) * (columns + 1));
    for (at, row) in counts.iter().enumerate() {
        arcs.extend(row.iter().enumerate().map(|(to, count)| Arc::new(at, counts.len() + to, *count)));
        arcs.push(Arc::new(source, at, row.iter().sum()));
    }
    for at in 0..columns {
        let sum = counts.iter().filter_map(|row| row.get(at)).sum();
        arcs.push(Arc::new(counts.len() + at, sink, sum));
    }
    arcs.push(Arc { dear: true, ..Arc::new(sink, source, counts.iter().flatten().sum()) });
    withhold_arcs(&mut arcs, sink + 1, least);
    let mut withheld = arcs.iter().map(|arc| arc.withheld);
    let mut found = Withheld::default();
    for _ in counts {
        found.cells.push(withheld.by_ref().take(columns).collect());
        found.rows.extend(withheld.next());
    }
    found.columns = withheld.by_ref().take(columns).collect();
    found.total = withheld.next().unwrap_or_default();
    found
}

/// Counts that add up to a sum which is printed with them.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The counts.
    pub counts: &'a [u64],
    /// Whether nobody can be found in them however small they are: how many gave no answer.
    pub open: bool,
}

/// Which counts are withheld of parts that are printed each with its sum, and all with their total: of a question how
/// often each choice was picked, how many gave no answer, how many were not asked. In the answer a row is a part.
///
/// Counts that are withheld also do not add up to fewer than the least, as far as others can be withheld with them.
///
/// ```
/// use babahui::domain::tally::{Part, withhold_parts};
/// let answers = Part { counts: &[40, 2, 1, 30, 9], open: false };
/// let silent = Part { counts: &[3], open: true };
/// let found = withhold_parts(&[answers, silent], 5);
/// assert_eq!(found.cells, [vec![false, true, true, false, true], vec![false]]);
/// ```
#[must_use]
pub fn withhold_parts(parts: &[Part<'_>], least: u64) -> Withheld {
    let (source, sink) = (parts.len(), parts.len() + 1);
    let mut arcs = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let arc = |from, to, count| Arc { open: part.open, ..Arc::new(from, to, count) };
        arcs.extend(part.counts.iter().map(|count| arc(at, sink, *count)));
        arcs.push(arc(source, at, part.counts.iter().sum()));
    }
    let total = parts.iter().flat_map(|part| part.counts).sum();
    arcs.push(Arc { dear: true, ..Arc::new(sink, source, total) });
    loop {
        withhold_arcs(&mut arcs, sink + 1, least);
        let Some(more) = too_few(&arcs, parts, least) else { break };
        arcs[more].withheld = true;
    }
    let mut withheld = arcs.iter().map(|arc| arc.withheld);
    let mut found = Withheld::default();
    for part in parts {
        found.cells.push(withheld.by_ref().take(part.counts.len()).collect());
        found.rows.extend(withheld.next());
    }
    found.total = withheld.next().unwrap_or_default();
    found
}

/// The next count to withhold because those withheld add up to fewer than the least: in a part whose sum is shown, or in
/// all parts together.
fn too_few(arcs: &[Arc], parts: &[Part<'_>], least: u64) -> Option<usize> {
    let mut from = 0;
    let mut all = Vec::new();
    let next = |of: &[usize]| {
        let hidden: u64 = of.iter().map(|at| &arcs[*at]).filter(|arc| arc.withheld).map(|arc| arc.count).sum();
        let shown = of.iter().copied().filter(|at| !arcs[*at].withheld && arcs[*at].count > 0);
        (hidden > 0 && hidden < least).then(|| shown.min_by_key(|at| arcs[*at].count)).flatten()
    };
    for part in parts {
        let own: Vec<usize> = (from..from + part.counts.len()).collect();
        from += own.len() + 1;
        if !part.open
            && !arcs[from - 1].withheld
            && let Some(more) = next(&own)
        {
            return Some(more);
        }
        all.extend(own);
    }
    next(&all)
}

/// A count, as what flows from one sum into another.
#[derive(Debug, Clone)]
pub(super) struct Arc {
    from: usize,
    to: usize,
    count: u64,
    pub withheld: bool,
    /// Shown however small it is.
    open: bool,
    /// Withheld only when nothing else helps.
    pub dear: bool,
}

impl Arc {
    pub fn new(from: usize, to: usize, count: u64) -> Self {
        Self { from, to, count, withheld: false, open: false, dear: false }
    }
}

pub(super) fn withhold_arcs(arcs: &mut [Arc], nodes: usize, least: u64) {
    for arc in arcs.iter_mut() {
        arc.withheld |= !arc.open && arc.count > 0 && arc.count < least;
    }
    let dear: u64 = arcs.iter().map(|arc| arc.count).fold(1, u64::saturating_add);
    let mut at = 0;
    while at < arcs.len() {
        if arcs[at].withheld
            && !can_be_another(arcs, nodes, at)
            && let Some(trip) = way(arcs, nodes, (arcs[at].to, arcs[at].from), at, Some(dear))
        {
            for taken in trip {
                arcs[taken].withheld = true;
            }
        }
        at += 1;
    }
    // A count withheld on another's account may stand before it and is not looked at again: it lies on the round trip that
    // took it, so it could be another number as well.
}

/// Whether a withheld count could be one more or one less, as far as what is shown tells.
fn can_be_another(arcs: &[Arc], nodes: usize, at: usize) -> bool {
    let arc = &arcs[at];
    let more = || way(arcs, nodes, (arc.to, arc.from), at, None).is_some();
    let less = || arc.count > 0 && way(arcs, nodes, (arc.from, arc.to), at, None).is_some();
    more() || less()
}

/// The cheapest way from one sum to another along which one can be moved, without the count at `but`: the counts it
/// takes. Counts that are shown are taken for their size, `dear` for the dear ones; without that none is.
fn way(arcs: &[Arc], nodes: usize, (from, to): (usize, usize), but: usize, dear: Option<u64>) -> Option<Vec<usize>> {
    let mut beside: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    for (at, arc) in arcs.iter().enumerate() {
        if at != but && (arc.withheld || dear.is_some()) {
            beside[arc.from].push(at);
            beside[arc.to].push(at);
        }
    }
    let price = |arc: &Arc| match (arc.withheld, arc.dear, dear) {
        (true, ..) => 0,
        (false, true, Some(dear)) => dear.saturating_mul(nodes as u64 + 1),
        (false, ..) => arc.count.saturating_add(1),
    };
    let mut best: Vec<Option<(u64, usize)>> = vec![None; nodes];
    let mut open = BinaryHeap::from([Reverse((0, from))]);
    let mut reached = vec![u64::MAX; nodes];
    reached[from] = 0;
    while let Some(Reverse((spent, node))) = open.pop() {
        if node == to {
            break;
        }
        if spent > reached[node] {
            continue;
        }
        for at in &beside[node] {
            let arc = &arcs[*at];
            let next = match (arc.from == node, arc.to == node) {
                (true, _) => arc.to,
                (_, true) if arc.count > 0 => arc.from,
                _ => continue,
            };
            let sum = spent.saturating_add(price(arc));
            if sum < reached[next] {
                reached[next] = sum;
                best[next] = Some((sum, *at));
                open.push(Reverse((sum, next)));
            }
        }
    }
    let mut trip = Vec::new();
    let mut node = to;
    while node != from {
        let (_, at) = best[node]?;
        trip.push(at);
        node = if arcs[at].to == node { arcs[at].from } else { arcs[at].to };
    }
    Some(trip)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every way to fill what is withheld of a table so that all that is shown stays true: cells by row.
    fn fillings(counts: &[Vec<u64>], withheld: &Withheld) -> Vec<Vec<Vec<u64>>> {
        let columns = counts[0].len();
        let total: u64 = counts.iter().flatten().sum();
        let most = if withheld.total { total + 2 } else { total };
        let mut tables = vec![Vec::new()];
        for (row, shown) in counts.iter().zip(&withheld.cells) {
            let mut rows = vec![Vec::new()];
            for (count, hidden) in row.iter().zip(shown) {
                let choices: Vec<u64> = if *hidden { (0..=most).collect() } else { vec![*count] };
                rows = extended(&rows, &choices);
            }
            let at = tables[0].len();
            rows.retain(|filled: &Vec<u64>| withheld.rows[at] || filled.iter().sum::<u64>() == row.iter().sum::<u64>());
            tables = extended(&tables, &rows);
        }
        tables.retain(|filled: &Vec<Vec<u64>>| {
            let sum = |at: usize, table: &[Vec<u64>]| table.iter().map(|row| row[at]).sum::<u64>();
            (0..columns).all(|at| withheld.columns[at] || sum(at, filled) == sum(at, counts))
                && (withheld.total || filled.iter().flatten().sum::<u64>() == total)
        });
        tables
    }

    fn extended<T: Clone>(begun: &[Vec<T>], choices: &[T]) -> Vec<Vec<T>> {
        let longer = |begun: &Vec<T>, choice: &T| begun.iter().cloned().chain([choice.clone()]).collect();
        begun.iter().flat_map(|begun| choices.iter().map(move |choice| longer(begun, choice))).collect()
    }

    #[test]
    fn a_small_count_takes_the_next_smallest_with_it() {
        let rows: [(&[u64], &[bool], bool); 6] = [
            (&[40, 20, 9], &[false, false, false], false),
            (&[40, 0, 9], &[false, false, false], false),
            (&[40, 2, 9], &[false, true, true], false),
            (&[40, 2, 3], &[false, true, true], false),
            (&[3], &[true], true),
            (&[], &[], false),
        ];
        for (counts, withheld, total) in rows {
            assert_eq!(withhold_list(counts, 5), (withheld.to_vec(), total), "{counts:?}");
        }
    }

    #[test]
    fn a_count_alone_in_its_row_takes_one_there_and_a_pair_in_another_row() {
        let found = withhold_table(&[vec![20, 3, 15], vec![30, 18, 9], vec![12, 25, 40]], 5);
        let hidden: Vec<usize> = found.cells.iter().map(|row| row.iter().filter(|cell| **cell).count()).collect();
        assert_eq!(hidden, [2, 2, 0]);
        assert!(!found.total && !found.rows.contains(&true) && !found.columns.contains(&true));
    }

    #[test]
    fn a_small_sum_is_withheld_too() {
        let found = withhold_table(&[vec![2, 1], vec![30, 18]], 5);
        assert!(found.rows[0] && found.rows[1] && found.cells[0] == [true, true], "{found:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_withheld_count_can_be_worked_out(counts in prop::collection::vec(prop::collection::vec(0_u64..4, 2..=3), 2..=3)) {
            let columns = counts.iter().map(Vec::len).min().unwrap_or(0);
            let counts: Vec<Vec<u64>> = counts.into_iter().map(|row| row[..columns].to_vec()).collect();
            let found = withhold_table(&counts, 3);
            let fillings = fillings(&counts, &found);
            prop_assume!(fillings.len() < 60_000);
            for (at, row) in found.cells.iter().enumerate() {
                for (to, hidden) in row.iter().enumerate() {
                    let other = fillings.iter().any(|table| table[at][to] != counts[at][to]);
                    prop_assert_eq!(*hidden, other, "row {} column {} of {:?}: {:?}", at, to, &counts, &found);
                }
                if found.rows[at] {
                    let sum: u64 = counts[at].iter().sum();
                    prop_assert!(fillings.iter().any(|table| table[at].iter().sum::<u64>() != sum));
                }
            }
        }

        #[test]
        fn no_withheld_count_of_a_part_can_be_worked_out(
            answers in prop::collection::vec(0_u64..5, 1..4),
            silent in 0_u64..4,
            unasked in 0_u64..4,
        ) {
            let (silent, unasked) = ([silent], [unasked]);
            let parts = [
                Part { counts: &answers, open: false },
                Part { counts: &silent, open: true },
                Part { counts: &unasked, open: false },
            ];
            let found = withhold_parts(&parts, 3);
            let counts = [answers.as_slice(), &silent, &unasked].concat();
            let hidden = found.cells.concat();
            let total: u64 = counts.iter().sum();
            let mut fillings = vec![Vec::new()];
            for (count, hidden) in counts.iter().zip(&hidden) {
                let most = if found.total { total + 2 } else { total };
                let choices: Vec<u64> = if *hidden { (0..=most).collect() } else { vec![*count] };
                fillings = extended(&fillings, &choices);
            }
            let n = answers.len();
            fillings.retain(|filled: &Vec<u64>| {
                let sums = [filled[..n].iter().sum::<u64>(), filled[n], filled[n + 1]];
                let own = [answers.iter().sum::<u64>(), silent[0], unasked[0]];
                (found.total || filled.iter().sum::<u64>() == total)
                    && sums.iter().zip(own).zip(&found.rows).all(|((sum, own), hidden)| *hidden || *sum == own)
            });
            for (at, hidden) in hidden.iter().enumerate() {
                let other = fillings.iter().any(|filled| filled[at] != counts[at]);
                prop_assert_eq!(*hidden, other, "{} of {:?}: {:?}", at, &counts, &found);
            }
        }

        #[test]
        fn what_is_shown_is_not_small(counts in prop::collection::vec(0_u64..90, 0..9)) {
            let (withheld, total) = withhold_list(&counts, LEAST_SHOWN);
            for (count, hidden) in counts.iter().zip(&withheld) {
                prop_assert!(*hidden || *count == 0 || *count >= LEAST_SHOWN);
            }
            let hidden = withheld.iter().filter(|hidden| **hidden).count();
            prop_assert!(hidden != 1 || total, "{counts:?}");
        }
    }
}
