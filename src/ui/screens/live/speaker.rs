//! Who asks to speak: those who are there, found by any part of door or name.

use crate::{
    app::Ctx,
    domain::meeting::{
        Meeting,
        agenda::PersonKey,
        floor::{Speaker, Stance},
    },
    locale::door,
    ui::widgets::{Entry, PickerState},
};

/// Those who are there, to choose from.
pub fn people(meeting: &Meeting, ctx: &Ctx) -> (PickerState, Vec<PersonKey>) {
    let there = meeting.attendance.people().filter(|person| person.there());
    let (entries, keys) = there
        .map(|person| {
            let entry = Entry::new(person.name.clone()).note(door(&ctx.locale, &person.door));
            (entry, person.key.clone())
        })
        .unzip();
    (PickerState::new(entries), keys)
}

/// The speaker under this key.
pub fn known(meeting: &Meeting, key: &PersonKey) -> Option<Speaker> {
    let person = meeting.attendance.person(key)?;
    let building = person.door.building.clone();
    Some(Speaker { person: Some(key.clone()), name: person.name.clone(), building })
}

/// A speaker as typed: `李嬢嬢`, `李嬢嬢 2栋`; a `+` or `-` at the end says where they stand.
pub fn typed(text: &str) -> (Speaker, Option<Stance>) {
    let (text, stance) = stance(text);
    let (name, building) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (Speaker { person: None, name: name.to_owned(), building: building.trim().to_owned() }, stance)
}

/// What was typed without a `+` or `-` at its end, and what that says.
pub fn stance(text: &str) -> (&str, Option<Stance>) {
    let text = text.trim();
    let rest = |signs: [char; 2]| text.strip_suffix(signs).map(str::trim_end);
    match (rest(['+', '＋']), rest(['-', '－'])) {
        (Some(rest), _) => (rest, Some(Stance::For)),
        (_, Some(rest)) => (rest, Some(Stance::Against)),
        (None, None) => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speaker_is_typed_in_one_line() {
        for (text, name, building, at) in [
            ("李嬢嬢", "李嬢嬢", "", None),
            ("李嬢嬢 2栋", "李嬢嬢", "2栋", None),
            ("李嬢嬢 2栋＋", "李嬢嬢", "2栋", Some(Stance::For)),
            (" Mr Wang -", "Mr", "Wang", Some(Stance::Against)),
        ] {
            let (speaker, stance) = typed(text);
            assert_eq!((speaker.name.as_str(), speaker.building.as_str(), stance), (name, building, at), "{text}");
        }
    }
}
