//! Doors as people write them: building, entrance, household.

use super::fold_typed;
use crate::domain::survey::Door;

/// A door: `3-1-201`, `3栋1单元201`, `3-201`, `201`. What has no parts stands as the household.
///
/// ```
/// use babahui::locale::{door_form, typed_door};
/// assert_eq!(door_form(&typed_door("3栋1单元201室")), "3-1-201");
/// ```
#[must_use]
pub fn typed_door(text: &str) -> Door {
    let mut plain = fold_typed(text.trim()).replace(['/', ' ', '#'], "-");
    for word in ["号楼", "栋", "幢", "单元", "门", "号", "室", "户"] {
        plain = parted(&plain, word);
    }
    let parts: Vec<&str> = plain.split('-').map(str::trim).filter(|part| !part.is_empty()).collect();
    let door = |building: &str, entrance: &str, household: &str| Door {
        building: building.to_owned(),
        entrance: entrance.to_owned(),
        household: household.to_owned(),
    };
    match parts.as_slice() {
        [building, entrance, household] => door(building, entrance, household),
        [building, household] => door(building, "", household),
        [] => Door::default(),
        [household] => door("", "", household),
        _ => door("", "", text.trim()),
    }
}

/// A word after a number parts the numbers; elsewhere it belongs to a name.
fn parted(text: &str, word: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(word) {
        out.push_str(&rest[..at]);
        let after_number = out.ends_with(|c: char| c.is_ascii_alphanumeric());
        out.push_str(if after_number { "-" } else { word });
        rest = &rest[at + word.len()..];
    }
    out.push_str(rest);
    out
}

/// A door as a person would type it: what a field holds when one comes back to it.
#[must_use]
pub fn door_form(door: &Door) -> String {
    let parts = [&door.building, &door.entrance, &door.household];
    parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doors_are_read_as_they_are_written() {
        for (typed, (building, entrance, household)) in [
            ("3-1-201", ("3", "1", "201")),
            ("３－１－２０１", ("3", "1", "201")),
            ("3栋1单元201", ("3", "1", "201")),
            ("3号楼2单元501室", ("3", "2", "501")),
            ("3-201", ("3", "", "201")),
            ("东楼-201", ("东楼", "", "201")),
            ("201", ("", "", "201")),
            ("门卫室", ("", "", "门卫室")),
            ("", ("", "", "")),
            ("1-2-3-4", ("", "", "1-2-3-4")),
        ] {
            let door = typed_door(typed);
            assert_eq!(
                (&*door.building, &*door.entrance, &*door.household),
                (building, entrance, household),
                "{typed}"
            );
        }
    }
}
