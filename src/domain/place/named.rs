//! Places by the names people type.

use super::{Place, Roll};

/// The places of these names, the last one its own, those before it of places that hold it, with `/` between:
/// `First micro-grid/3`. Several when several places are called so; none when nobody lives in such a place.
#[must_use]
pub fn places_named(roll: &Roll, text: &str) -> Vec<Place> {
    let wanted: Vec<&str> = text.split(['/', '／']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    let mut waiting = vec![Place::default()];
    while let Some(place) = waiting.pop() {
        let names: Vec<&str> = place.0.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        if names.ends_with(&wanted) {
            found.push(place.clone());
        }
        waiting.extend(roll.under(&place).into_iter().rev());
    }
    // Written in full, a place is meant even where another's name ends so.
    let whole = |place: &&Place| place.0.iter().filter(|name| !name.is_empty()).eq(wanted.iter());
    match found.iter().find(whole) {
        Some(place) if found.len() > 1 => vec![place.clone()],
        _ => found,
    }
}
