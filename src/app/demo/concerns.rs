//! Which household names which concerns: exactly as many as the story says, more of them where the weights are higher.

use super::{chance::Chance, story::Concern};

/// At most this many concerns a household, as the survey asks.
const MOST: usize = 3;

/// The concerns of each household, as places in `concerns`; `buildings` says where each household lives, from 0.
///
/// Every household names one at least, as long as there are enough for all.
pub(super) fn share_out(concerns: &[Concern], buildings: &[usize], chance: &mut Chance) -> Vec<Vec<usize>> {
    let mut named: Vec<Vec<usize>> = vec![Vec::new(); buildings.len()];
    for (concern, told) in concerns.iter().enumerate() {
        let free = |named: &Vec<Vec<usize>>| (0..named.len()).filter(|h| named[*h].len() < MOST).collect::<Vec<_>>();
        let mut candidates = free(&named);
        for _ in 0..told.households.min(candidates.len()) {
            let weights: Vec<usize> = candidates.iter().map(|h| told.weights[buildings[*h]]).collect();
            let household = candidates.swap_remove(chance.weighted(&weights));
            named[household].push(concern);
        }
    }
    while let Some(empty) = named.iter().position(Vec::is_empty) {
        let Some(full) = (0..named.len()).filter(|h| named[*h].len() > 1).max_by_key(|h| named[*h].len()) else {
            break;
        };
        let moved = named[full].remove(0);
        named[empty].push(moved);
    }
    named
}

#[cfg(test)]
mod tests {
    use super::{super::Story, *};

    #[test]
    fn each_concern_is_named_as_often_as_told_and_nobody_names_more_than_three() {
        let story = Story::shipped().unwrap();
        let buildings: Vec<usize> = (0..131).map(|h| h % 4).collect();
        for seed in 0..20 {
            let named = share_out(&story.concerns, &buildings, &mut Chance::new(seed));
            assert!(named.iter().all(|n| (1..=3).contains(&n.len())));
            for (i, concern) in story.concerns.iter().enumerate() {
                let households = named.iter().filter(|n| n.contains(&i)).count();
                assert_eq!(households, concern.households, "{} with seed {seed}", concern.name);
            }
        }
    }

    #[test]
    fn where_the_weight_is_higher_more_households_name_it() {
        let story = Story::shipped().unwrap();
        let buildings: Vec<usize> = (0..131).map(|h| h % 4).collect();
        let named = share_out(&story.concerns, &buildings, &mut Chance::new(14));
        let facade = |building| (0..131).filter(|h| buildings[*h] == building && named[*h].contains(&0)).count();
        assert!(facade(0) < facade(3) && facade(3) <= facade(2), "{:?}", [0, 1, 2, 3].map(facade));
    }
}
