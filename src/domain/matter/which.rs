//! Which matters are listed, on screen, on paper and on the command line.

use serde::{Deserialize, Serialize};

use super::{Line, Programme, Step};
use crate::domain::place::Place;

/// What matters must have to be listed; the default takes all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Which {
    /// Only those that stand here; anywhere when empty.
    pub steps: Vec<Step>,
    /// Only those under this concern, by its name.
    pub concern: Option<String>,
    /// Only those of this programme.
    pub programme: Option<Programme>,
    /// Only those in this place or in one that lies in it; everywhere when it has no parts.
    pub place: Place,
}

impl Which {
    /// Whether a matter is listed.
    #[must_use]
    pub fn takes(&self, line: &Line) -> bool {
        (self.steps.is_empty() || self.steps.contains(&line.step))
            && self.concern.as_ref().is_none_or(|name| *name == line.about.concern)
            && self.programme.is_none_or(|programme| line.about.programme == Some(programme))
            && self.place.contains(&line.about.place)
    }
}

/// These places of matters, with all places that hold them, each once and behind the one that holds it, and how many
/// matters lie in it.
#[must_use]
pub fn places_of<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<(Place, usize)> {
    let mut counts = std::collections::BTreeMap::<Place, usize>::new();
    for Place(parts) in places {
        for n in (1..=parts.len()).filter(|n| !parts[n - 1].is_empty()) {
            *counts.entry(Place(parts[..n].to_vec())).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        MatterId,
        matter::{About, Raised},
    };

    fn line(n: u128, place: &str, step: Step, concern: &str, programme: Option<Programme>) -> Line {
        let place = Place(place.split('/').filter(|_| !place.is_empty()).map(str::to_owned).collect());
        Line {
            matter: MatterId(uuid::Uuid::from_u128(n)),
            about: About { title: n.to_string(), concern: concern.into(), programme, place, note: String::new() },
            step,
            raised: Raised::default(),
            suggestions: 0,
            since: chrono::DateTime::default(),
        }
    }

    fn lines() -> Vec<Line> {
        let venture = Some(Programme::Venture);
        vec![
            line(1, "Y/G/A/14/3", Step::Raised, "ebike", venture),
            line(2, "Y/G/A/14/3/2", Step::Decided, "ebike", None),
            line(3, "Y/G/A/14/30", Step::Raised, "facade", venture),
            line(4, "Y/G/B", Step::Done, "ebike", None),
            line(5, "", Step::Raised, "", None),
        ]
    }

    fn place(text: &str) -> Place {
        Place(text.split('/').map(str::to_owned).collect())
    }

    #[test]
    fn each_part_narrows_and_nothing_asked_takes_all() {
        let concern = |name: &str| Which { concern: Some(name.into()), ..Which::default() };
        let at = |text: &str| Which { place: place(text), ..Which::default() };
        for (which, wanted) in [
            (Which::default(), &[1, 2, 3, 4, 5][..]),
            (Which { steps: vec![Step::Raised, Step::Done], ..Which::default() }, &[1, 3, 4, 5]),
            (concern("ebike"), &[1, 2, 4]),
            (Which { programme: Some(Programme::Venture), ..Which::default() }, &[1, 3]),
            (at("Y"), &[1, 2, 3, 4]),
            (at("Y/G/A"), &[1, 2, 3]),
            (at("Y/G/A/14/3"), &[1, 2]),
            (at("Y/G/A/14/3/2"), &[2]),
            (at("Y/G/C"), &[]),
            (Which { steps: vec![Step::Raised], place: place("Y/G/A/14/3"), ..concern("ebike") }, &[1]),
        ] {
            let lines = lines();
            let taken = lines.iter().filter(|line| which.takes(line)).map(|line| line.about.title.parse::<u32>());
            assert_eq!(taken.collect::<Result<Vec<_>, _>>().unwrap(), wanted, "{which:?}");
        }
    }

    #[test]
    fn a_place_counts_for_all_that_hold_it() {
        let counts: Vec<(String, usize)> = places_of(lines().iter().map(|line| &line.about.place))
            .into_iter()
            .map(|(place, n)| (place.0.join("/"), n))
            .collect();
        let counts: Vec<(&str, usize)> = counts.iter().map(|(place, n)| (place.as_str(), *n)).collect();
        assert_eq!(
            counts,
            [
                ("Y", 4),
                ("Y/G", 4),
                ("Y/G/A", 3),
                ("Y/G/A/14", 3),
                ("Y/G/A/14/3", 2),
                ("Y/G/A/14/3/2", 1),
                ("Y/G/A/14/30", 1),
                ("Y/G/B", 1)
            ]
        );
    }
}
