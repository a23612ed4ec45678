//! The order in which those waiting speak.

use std::collections::{HashMap, HashSet};

use super::{Ordering, Turn};

/// Puts waiting turns, given as they asked, into the order they will speak in.
pub(super) fn arrange<'a>(
    mut waiting: Vec<&'a Turn>,
    ordering: Ordering,
    spoken: &[Turn],
    current: Option<&Turn>,
) -> Vec<&'a Turn> {
    match ordering {
        Ordering::Asked => {}
        Ordering::FirstTimeFirst => {
            let before: HashSet<_> = spoken.iter().chain(current).map(|turn| turn.speaker.who()).collect();
            waiting.sort_by_key(|turn| before.contains(&turn.speaker.who()));
        }
        Ordering::ByBuilding => {
            // The nth of a building speaks after the (n-1)th of every other.
            let mut heard: HashMap<&str, usize> = HashMap::new();
            for turn in spoken.iter().chain(current).filter(|turn| waiting.iter().any(|w| w.item == turn.item)) {
                *heard.entry(&turn.speaker.building).or_default() += 1;
            }
            let mut rounds = Vec::with_capacity(waiting.len());
            for turn in waiting {
                let round = heard.entry(&turn.speaker.building).or_default();
                rounds.push((*round, turn));
                *round += 1;
            }
            rounds.sort_by_key(|(round, _)| *round);
            waiting = rounds.into_iter().map(|(_, turn)| turn).collect();
        }
    }
    waiting
}
