//! Which counts of a public table are withheld whose rows stand in groups, each group with its own sums.
//!
//! Buildings belong to micro-grids: the table of the ones gives away what that of the others withholds unless both are
//! looked at together. They are one network of counts and sums, see [`super::withhold`].

use super::withhold::{Arc, withhold_arcs};

/// Which counts of a table of groups are withheld.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WithheldGroups {
    /// Of each group, of each of its rows, the counts.
    pub cells: Vec<Vec<Vec<bool>>>,
    /// Of each group, the sums of its rows.
    pub rows: Vec<Vec<bool>>,
    /// Of each group, the sums of its columns.
    pub group_cells: Vec<Vec<bool>>,
    /// The sums of groups.
    pub groups: Vec<bool>,
    /// The sums of columns over all groups.
    pub columns: Vec<bool>,
    /// The sum of all.
    pub total: bool,
}

impl WithheldGroups {
    /// Whether anything is.
    #[must_use]
    pub fn any(&self) -> bool {
        let cells = self.cells.iter().flatten().flatten();
        let sums = self.rows.iter().chain(&self.group_cells).flatten().chain(&self.groups).chain(&self.columns);
        self.total || cells.chain(sums).any(|withheld| *withheld)
    }
}

/// Which counts are withheld of groups of rows that are printed with the sums of rows, of groups and of all. Rows are of one
/// length.
#[must_use]
pub fn withhold_groups(groups: &[Vec<Vec<u64>>], least: u64) -> WithheldGroups {
    let columns = groups.iter().flatten().map(Vec::len).next().unwrap_or_default();
    let (source, sink, first) = (0, 1, 2);
    let column = |at: usize| first + at;
    let mut next = first + columns;
    let mut arcs = Vec::new();
    let sum_of = |rows: &[Vec<u64>], at: usize| rows.iter().filter_map(|row| row.get(at)).sum::<u64>();
    for rows in groups {
        let group = next;
        let group_column = |at: usize| group + 1 + at;
        next += 1 + columns;
        for row in rows {
            let node = next;
            next += 1;
            arcs.extend(row.iter().enumerate().map(|(at, count)| Arc::new(node, group_column(at), *count)));
            arcs.push(Arc::new(group, node, row.iter().sum()));
        }
        arcs.extend((0..columns).map(|at| Arc::new(group_column(at), column(at), sum_of(rows, at))));
        arcs.push(Arc::new(source, group, rows.iter().flatten().sum()));
    }
    arcs.extend((0..columns).map(|at| Arc::new(column(at), sink, groups.iter().map(|rows| sum_of(rows, at)).sum())));
    let mut all = Arc::new(sink, source, groups.iter().flatten().flatten().sum());
    all.dear = true;
    arcs.push(all);
    withhold_arcs(&mut arcs, next, least);
    let mut withheld = arcs.iter().map(|arc| arc.withheld);
    let mut found = WithheldGroups::default();
    for rows in groups {
        let (mut cells, mut sums) = (Vec::new(), Vec::new());
        for _ in rows {
            cells.push(withheld.by_ref().take(columns).collect());
            sums.extend(withheld.next());
        }
        found.cells.push(cells);
        found.rows.push(sums);
        found.group_cells.push(withheld.by_ref().take(columns).collect());
        found.groups.extend(withheld.next());
    }
    found.columns = withheld.by_ref().take(columns).collect();
    found.total = withheld.next().unwrap_or_default();
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every figure that is printed, in one order: cells, then the sums.
    fn figures(groups: &[Vec<Vec<u64>>]) -> Vec<u64> {
        let columns = groups[0][0].len();
        let sum = |rows: &[Vec<u64>], at: usize| rows.iter().map(|row| row[at]).sum::<u64>();
        let mut all: Vec<u64> = groups.iter().flatten().flatten().copied().collect();
        all.extend(groups.iter().flatten().map(|row| row.iter().sum::<u64>()));
        all.extend(groups.iter().flat_map(|rows| (0..columns).map(|at| sum(rows, at))));
        all.extend(groups.iter().map(|rows| rows.iter().flatten().sum::<u64>()));
        all.extend((0..columns).map(|at| groups.iter().map(|rows| sum(rows, at)).sum::<u64>()));
        all.push(groups.iter().flatten().flatten().sum());
        all
    }

    fn hidden(found: &WithheldGroups) -> Vec<bool> {
        let mut all: Vec<bool> = found.cells.iter().flatten().flatten().copied().collect();
        all.extend(found.rows.iter().flatten());
        all.extend(found.group_cells.iter().flatten());
        all.extend(&found.groups);
        all.extend(&found.columns);
        all.push(found.total);
        all
    }

    /// Every table that agrees with all that is shown, as its figures.
    fn fillings(groups: &[Vec<Vec<u64>>], hidden: &[bool]) -> Vec<Vec<u64>> {
        let shown = figures(groups);
        let cells: usize = groups.iter().flatten().map(Vec::len).sum();
        let most = shown[..cells].iter().max().copied().unwrap_or_default() + 1;
        let mut tables = vec![Vec::new()];
        for at in 0..cells {
            let choices: Vec<u64> = if hidden[at] { (0..=most).collect() } else { vec![shown[at]] };
            tables = tables
                .iter()
                .flat_map(|begun: &Vec<u64>| {
                    choices.iter().map(move |choice| begun.iter().copied().chain([*choice]).collect())
                })
                .collect();
        }
        let shape = |flat: &[u64]| {
            let mut left = flat.iter().copied();
            let mut row = |like: &Vec<u64>| left.by_ref().take(like.len()).collect::<Vec<_>>();
            groups.iter().map(|rows| rows.iter().map(&mut row).collect()).collect::<Vec<Vec<Vec<u64>>>>()
        };
        let agrees = |all: &Vec<u64>| all.iter().zip(&shown).zip(hidden).all(|((a, b), hidden)| *hidden || a == b);
        tables.iter().map(|flat| figures(&shape(flat))).filter(agrees).collect()
    }

    #[test]
    fn what_a_building_withholds_its_micro_grid_does_not_give_away() {
        // The only building of its micro-grid: what it withholds stands in the row of the micro-grid again.
        let found = withhold_groups(&[vec![vec![20, 3]], vec![vec![30, 12], vec![25, 9]]], 5);
        assert_eq!(found.cells[0], [[true, true]]);
        assert_eq!(found.group_cells[0], [true, true]);
        // The sums under both, or the other micro-grid, keep it from being worked out.
        let beside = found.columns.iter().chain(&found.group_cells[1]);
        assert_eq!(beside.filter(|withheld| **withheld).count(), 2, "{found:?}");
        assert!(!found.total);
        assert!(!withhold_groups(&[vec![vec![20, 9]], vec![vec![30, 12]]], 5).any());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

        #[test]
        fn no_withheld_figure_can_be_worked_out(cells in prop::collection::vec(0u64..4, 6)) {
            let groups = vec![vec![cells[..2].to_vec(), cells[2..4].to_vec()], vec![cells[4..].to_vec()]];
            let hidden = hidden(&withhold_groups(&groups, 2));
            let shown = figures(&groups);
            let possible = fillings(&groups, &hidden);
            for (at, hidden) in hidden.iter().enumerate() {
                let small = shown[at] == 1;
                prop_assert!(!small || *hidden, "a small figure is shown");
                let several = possible.iter().any(|filling| filling[at] != shown[at]);
                prop_assert!(!hidden || several, "{at} of {groups:?}");
            }
        }
    }
}
