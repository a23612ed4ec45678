//! Searching in text: any part of a word, in any language, a few characters or many.
//!
//! Chinese is written without spaces and asked for in two characters, which is less than the trigrams of a full-text
//! index hold, so the folded text of each response is kept and looked through.

use crate::domain::{
    Answer, Value,
    survey::{AnswerTree, Door, DraftHead, Entry},
};

/// Text as it is compared: lower case, full-width letters and digits as half-width, every blank one space.
pub(super) fn fold(text: &str) -> String {
    let narrow = text.chars().map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c if c.is_whitespace() || c.is_control() => ' ',
        c => c,
    });
    narrow.flat_map(char::to_lowercase).collect()
}

/// The words a person asks for; a response is found when it has them all.
pub(super) fn words(query: &str) -> Vec<String> {
    fold(query).split_whitespace().map(str::to_owned).collect()
}

/// All that is looked through for one response.
pub(super) fn text_of(name: &str, door: &Door, surveyor: &str, answers: &AnswerTree) -> String {
    let mut found =
        format!("{name}\n{}-{}-{}\n{}\n{surveyor}", door.building, door.entrance, door.household, door.household);
    collect(answers, &mut found);
    fold_lines(&found)
}

/// All that is looked through for one draft: its door, its surveyor and the texts typed so far.
pub(super) fn text_of_draft(head: &DraftHead, typed: &[String]) -> String {
    let mut found = text_of("", &head.door, &head.surveyor, &AnswerTree::default());
    for text in typed {
        found.push('\n');
        found.push_str(&fold_lines(text));
    }
    found
}

/// Folds each line. The newline keeps a word from being found across two answers; folding would make it a space.
fn fold_lines(text: &str) -> String {
    text.split('\n').map(fold).collect::<Vec<_>>().join("\n")
}

fn collect(answers: &AnswerTree, found: &mut String) {
    for entry in answers.0.values() {
        match entry {
            Entry::Answer(Answer::Value(Value::Text(text))) => {
                found.push('\n');
                found.push_str(text);
            }
            Entry::Repeat(instances) => instances.iter().for_each(|i| collect(i, found)),
            _ => {}
        }
    }
}

/// A door as it is sorted: numbers by size, so that building 10 comes after building 2.
pub(super) fn door_key(door: &Door) -> String {
    let mut key = String::new();
    for part in [&door.building, &door.entrance, &door.household] {
        let mut digits = String::new();
        for c in fold(part).chars().chain(['\u{1}']) {
            if c.is_ascii_digit() {
                digits.push(c);
                continue;
            }
            if !digits.is_empty() {
                let number = digits.trim_start_matches('0');
                key.extend(std::iter::repeat_n('0', 12_usize.saturating_sub(number.len())));
                key.push_str(number);
                digits.clear();
            }
            key.push(c);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_capitals_are_found_as_typed_plain() {
        assert_eq!(fold("ＡＢ　３０１Ｘ"), "ab 301x");
        assert_eq!(words(" 外墙　脱落 "), ["外墙", "脱落"]);
    }

    #[test]
    fn doors_sort_by_number() {
        let door = |b: &str, h: &str| Door { building: b.into(), entrance: "1".into(), household: h.into() };
        let mut doors = [door("10", "101"), door("2", "1001"), door("2", "201"), door("", "9"), door("A2", "1")];
        doors.sort_by_key(door_key);
        let sorted: Vec<_> = doors.iter().map(|d| format!("{}-{}", d.building, d.household)).collect();
        assert_eq!(sorted, ["-9", "2-201", "2-1001", "10-101", "A2-1"]);
    }
}
