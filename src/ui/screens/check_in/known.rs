//! Everybody one can check in: the roll, and those who came without being on it.

use crate::{
    domain::{
        meeting::{
            Meeting,
            agenda::{PersonKey, VoterKey},
            roll::Unit,
        },
        survey::Door,
    },
    locale::fold_typed,
    ui::widgets::{Entry, PickerState},
};

/// Rows that are looked through for the one that was meant; those after it match less well.
const NEAR: usize = 60;

/// Somebody in the list.
pub struct Known {
    /// The key they check in by.
    pub key: PersonKey,
    /// Their place on the roll, for those on it.
    pub on_roll: Option<usize>,
}

impl Known {
    /// The voter's key, for one on the roll.
    pub fn voter(&self) -> Option<VoterKey> {
        self.on_roll.map(|_| VoterKey::new(self.key.0.clone()))
    }
}

/// Everybody, with the words each is searched by. Made anew only when somebody comes who was not known.
pub fn everybody(meeting: &Meeting) -> (Vec<Known>, Vec<Entry>) {
    let attendance = &meeting.attendance;
    let roll = attendance.roll().iter().enumerate().map(|(at, voter)| {
        let doors: Vec<Door> = voter.units.iter().map(Unit::door).collect();
        let entry = entry(&voter.name, &doors, &voter.co_owners);
        (Known { key: voter.key.person(), on_roll: Some(at) }, entry)
    });
    let others = attendance.people().filter(|person| attendance.voter(&VoterKey::new(person.key.0.clone())).is_none());
    let others = others.map(|person| {
        let entry = entry(&person.name, std::slice::from_ref(&person.door), &[]);
        (Known { key: person.key.clone(), on_roll: None }, entry)
    });
    roll.chain(others).unzip()
}

/// How many came without being on the roll.
pub fn walk_ins(meeting: &Meeting) -> usize {
    let on_roll = |key: &PersonKey| meeting.attendance.voter(&VoterKey::new(key.0.clone())).is_some();
    meeting.attendance.people().filter(|person| !on_roll(&person.key)).count()
}

/// The words somebody is searched by: `3-2-501 张三`, behind it `32501 501` and the names of co-owners.
fn entry(name: &str, doors: &[Door], others: &[String]) -> Entry {
    let mut note: Vec<String> = Vec::new();
    for (n, door) in doors.iter().enumerate() {
        if n > 0 {
            note.push(dashed(door));
        }
        note.push(parts(door).concat());
        note.push(door.household.trim().to_owned());
    }
    note.extend(others.iter().cloned());
    let first = doors.first().map(dashed).unwrap_or_default();
    let label = if first.is_empty() { name.to_owned() } else { format!("{first} {name}") };
    Entry::new(label).note(note.join(" "))
}

fn parts(door: &Door) -> Vec<&str> {
    let parts = [&door.building, &door.entrance, &door.household].map(|part| part.trim());
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// A door as it is typed, `3-2-501`.
pub fn dashed(door: &Door) -> String {
    parts(door).join("-")
}

/// A door as typed: `3-2-501`, `3 501`, `501`.
pub fn typed_door(text: &str) -> Door {
    let folded = fold_typed(text);
    let parts = folded.split(|c: char| c == '-' || c == '/' || c.is_whitespace()).filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(str::to_owned).collect();
    let (building, entrance, household) = match parts.as_slice() {
        [household] => ("", "", household.as_str()),
        [building, household] => (building.as_str(), "", household.as_str()),
        [building, entrance, rest @ ..] => {
            let household = rest.join("-");
            return Door { building: building.clone(), entrance: entrance.clone(), household };
        }
        [] => ("", "", ""),
    };
    Door { building: building.into(), entrance: entrance.into(), household: household.into() }
}

/// The shown row that was most likely meant: a door or name that is the very word typed, those still to come first; else
/// the first still to come that holds what was typed; else the first.
pub fn likeliest(list: &PickerState, is_there: impl Fn(usize) -> bool) -> usize {
    let query = fold_typed(list.query().text()).trim().to_lowercase();
    if query.is_empty() {
        return list.row();
    }
    let near = || (0..list.len().min(NEAR)).filter_map(|row| Some((row, list.at(row)?)));
    let words = |at: usize| {
        let entry = &list.entries()[at];
        fold_typed(&format!("{} {}", entry.label, entry.note)).to_lowercase()
    };
    let exact = |at: usize| words(at).split_whitespace().any(|word| word == query);
    let exact: Vec<_> = near().filter(|(_, at)| exact(*at)).collect();
    let to_come = |(_, at): &(usize, usize)| !is_there(*at);
    let found = (exact.iter().copied().find(to_come))
        .or_else(|| exact.first().copied())
        .or_else(|| near().filter(|(_, at)| words(*at).contains(&query)).find(to_come));
    found.map_or(0, |(row, _)| row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::Typing;

    fn door(building: &str, entrance: &str, household: &str) -> Door {
        Door { building: building.into(), entrance: entrance.into(), household: household.into() }
    }

    #[test]
    fn doors_are_typed_in_any_way() {
        let rows = [
            ("3-2-501", door("3", "2", "501")),
            ("３－２－５０１", door("3", "2", "501")),
            ("3 501", door("3", "", "501")),
            ("501", door("", "", "501")),
            ("", Door::default()),
            ("1-2-3-4", door("1", "2", "3-4")),
        ];
        for (text, read) in rows {
            assert_eq!(typed_door(text), read, "{text}");
        }
    }

    #[test]
    fn the_one_meant_is_found_by_door_or_name() {
        let people = [
            ("13", "2", "501", "张三"),
            ("3", "2", "501", "李四"),
            ("3", "2", "502", "张三丰"),
            ("3", "1", "501", "王五"),
        ];
        let entries = people.iter().map(|(b, e, h, name)| entry(name, &[door(b, e, h)], &["周六".to_owned()]));
        let mut list = PickerState::new(entries.collect());
        let mut meant = |query: &str, there: &[usize]| {
            list.apply(&Typing::DeleteToStart, 9);
            list.apply(&Typing::Paste(query.into()), 9);
            list.at(likeliest(&list, |at| there.contains(&at)))
        };
        let rows: [(&str, &[usize], Option<usize>); 10] = [
            ("3-2-501", &[], Some(1)),
            ("32501", &[], Some(1)),
            ("３２５０１", &[], Some(1)),
            ("501", &[], Some(0)),
            ("501", &[0], Some(1)),
            ("501", &[0, 1, 3], Some(0)),
            ("张三", &[], Some(0)),
            ("张三", &[0], Some(0)),
            ("三丰", &[0], Some(2)),
            ("赵", &[], None),
        ];
        for (query, there, found) in rows {
            assert_eq!(meant(query, there), found, "{query} {there:?}");
        }
    }
}
