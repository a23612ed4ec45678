//! Places by the names people type.

use super::{Place, Roll};

impl Place {
    /// Whether these are its names: its own, or with names of places that hold it before it and `/` between.
    #[must_use]
    pub fn is_called(&self, text: &str) -> bool {
        let wanted = parts(text);
        !wanted.is_empty() && self.names().ends_with(&wanted)
    }

    /// The names of its levels that have one, the widest first.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).filter(|name| !name.is_empty()).collect()
    }
}

fn parts(text: &str) -> Vec<&str> {
    text.split(['/', '／']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The places of these names, the last one its own, those before it of places that hold it, with `/` between:
/// `First micro-grid/3`. Several when several places are called so; none when nobody lives in such a place.
#[must_use]
pub fn places_named(roll: &Roll, text: &str) -> Vec<Place> {
    let wanted = parts(text);
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    let mut waiting = vec![Place::default()];
    while let Some(place) = waiting.pop() {
        if place.is_called(text) {
            found.push(place.clone());
        }
        waiting.extend(roll.under(&place).into_iter().rev());
    }
    // Written in full, a place is meant even where another's name ends so.
    let whole = |place: &&Place| place.names() == wanted;
    match found.iter().find(whole) {
        Some(place) if found.len() > 1 => vec![place.clone()],
        _ => found,
    }
}
