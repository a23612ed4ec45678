//! Which letters of a line were typed to find it.

use crate::locale::{clusters, fold_typed};

/// Columns and widths of the clusters of `line` that `query` names: one run when it is there as a whole, else its letters
/// in order.
pub(super) fn hits(line: &str, query: &str) -> Vec<(usize, usize)> {
    let fold = |text: &str| fold_typed(text).to_lowercase();
    let wanted: Vec<String> = clusters(query.trim()).map(|(cluster, _)| fold(cluster)).collect();
    let mut column = 0;
    let parts: Vec<(String, usize, usize)> = clusters(line)
        .map(|(cluster, wide)| {
            column += wide;
            (fold(cluster), column - wide, wide)
        })
        .collect();
    let run = parts.windows(wanted.len().max(1)).find(|run| run.iter().map(|part| &part.0).eq(wanted.iter()));
    if let Some(run) = run {
        return run.iter().map(|(_, column, wide)| (*column, *wide)).collect();
    }
    let mut letters = wanted.iter().filter(|letter| !letter.trim().is_empty()).peekable();
    let mut found = Vec::new();
    for (part, column, wide) in &parts {
        if letters.peek().is_some_and(|letter| *letter == part) {
            letters.next();
            found.push((*column, *wide));
        }
    }
    if letters.peek().is_some() { Vec::new() } else { found }
}
