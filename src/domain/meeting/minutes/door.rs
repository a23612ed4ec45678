//! Doors in what people typed: who lives behind them is not for everyone to read.
//!
//! Of a door only the building stays, `2栋3单元401` becomes `2栋*单元***`: as phone numbers are, it is covered where it
//! stands, so that no word of either language has to be put in its place and nobody reads less than was said.

use super::phone::digit;

/// The text with every door that stands in it covered but for its building. A door is what has a household: `2栋3单元401`,
/// `2-3-401`, `401室`, `building 2 room 401`. An entrance or a building alone is a place and stays.
#[must_use]
pub fn without_doors(text: &str) -> String {
    covered(text, false)
}

/// The same for who somebody is: a short or bare number is a door there too, `3-201`, `2-3-41`, `401`.
#[must_use]
pub fn without_door_names(name: &str) -> String {
    covered(name, true)
}

/// What a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Building,
    Entrance,
    Household,
    Unsaid,
}

/// A number of a door, and what is written around it.
#[derive(Debug, Clone, Copy)]
struct Part {
    role: Role,
    /// Where its figures begin and end.
    from: usize,
    to: usize,
    /// Where all of it ends.
    end: usize,
    /// Whether a hyphen, a slash or a # stands between it and the part before.
    joined: bool,
    /// Whether it is a floor.
    floor: bool,
}

/// Words behind a number, the longer before those they begin with.
const BEHIND: [(&str, Role); 15] = [
    ("号楼", Role::Building),
    ("栋", Role::Building),
    ("幢", Role::Building),
    ("座", Role::Building),
    ("#楼", Role::Building),
    ("单元", Role::Entrance),
    ("门栋", Role::Entrance),
    ("楼", Role::Entrance),
    ("层", Role::Entrance),
    ("号房", Role::Household),
    ("房间", Role::Household),
    ("室", Role::Household),
    ("房", Role::Household),
    ("户", Role::Household),
    ("号", Role::Household),
];

/// Words before a number.
const BEFORE: [(&str, Role); 14] = [
    ("building", Role::Building),
    ("bldg", Role::Building),
    ("block", Role::Building),
    ("house", Role::Building),
    ("entrance", Role::Entrance),
    ("staircase", Role::Entrance),
    ("unit", Role::Entrance),
    ("ent", Role::Entrance),
    ("floor", Role::Entrance),
    ("apartment", Role::Household),
    ("apt", Role::Household),
    ("flat", Role::Household),
    ("room", Role::Household),
    ("door", Role::Household),
];

/// What is counted: a number before one of these is no door.
const COUNTED: &str = "元块万人户票平米个年月日点时分次家%％岁天㎡";

fn covered(text: &str, name: bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut hidden = vec![false; chars.len()];
    let mut at = 0;
    while at < chars.len() {
        let (parts, end) = door_at(&chars, at, name);
        for part in cover(&parts) {
            hidden[part.from..part.to].fill(true);
        }
        at = end;
    }
    let shown = |(c, hidden): (&char, &bool)| if *hidden { '*' } else { *c };
    chars.iter().zip(&hidden).map(shown).collect()
}

/// A door that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDoor {
    /// Where, in characters: from its first figure to behind its last word.
    pub range: std::ops::Range<usize>,
    /// Its numbers as plain figures and letters, floors left out: building, entrance and household, as far as they are said.
    pub numbers: Vec<String>,
}

/// Every door that stands in a text, however it is written; a short number is taken for a door too.
#[must_use]
pub fn doors_in(text: &str) -> Vec<FoundDoor> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let (parts, end) = door_at(&chars, at, true);
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            let plain = |part: &Part| -> String {
                let plain = |c: &char| digit(*c).map_or_else(|| c.to_string(), |figure| figure.to_string());
                chars[part.from..part.to].iter().map(plain).collect()
            };
            let numbers = parts.iter().filter(|part| !part.floor).map(plain).collect();
            found.push(FoundDoor { range: first.from..last.end, numbers });
        }
        at = end;
    }
    found
}

/// The door that begins here, the longest there is, and where to go on; no parts when none does.
fn door_at(chars: &[char], at: usize, name: bool) -> (Vec<Part>, usize) {
    if !begins(chars, at) {
        return (Vec::new(), at + 1);
    }
    let mut parts = parts(chars, at, name);
    let first = parts.first().map_or(at + 1, |part| part.end);
    // What follows a door can look like a part of it: `2-3-401 5人`.
    while !parts.is_empty() && !is_door(chars, &parts, name) {
        parts.pop();
    }
    let end = parts.last().map_or(first, |part| part.end);
    (parts, end)
}

/// Whether a door can begin here: not in the middle of a number or a word.
fn begins(chars: &[char], at: usize) -> bool {
    let here = chars.get(at).is_some_and(|c| is_figure(*c));
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    here && before.is_none_or(|c| !is_figure(*c) && !matches!(c, '.' | '*' | '-' | '－'))
}

/// The numbers that follow each other from here on, at most four: building, entrance, floor, household.
fn parts(chars: &[char], from: usize, name: bool) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut at = from;
    while found.len() < 4 {
        let mut start = at;
        let mut joined = false;
        while !found.is_empty()
            && let Some(c) = chars.get(start).filter(|c| is_joint(**c))
        {
            joined |= !c.is_whitespace();
            start += 1;
        }
        let Some(part) = part(chars, start, joined, name) else { break };
        // A household ends a door.
        let ends = part.role == Role::Household;
        at = part.end;
        found.push(part);
        if ends {
            break;
        }
    }
    found
}

fn part(chars: &[char], at: usize, joined: bool, name: bool) -> Option<Part> {
    let (before, start) = word_before(chars, at);
    let length = chars[start.min(chars.len())..].iter().take_while(|c| is_figure(**c)).count();
    let to = start + length;
    let figures = &chars[start..to];
    let digits = figures.iter().filter(|c| digit(**c).is_some()).count();
    let (behind, end) = word_behind(chars, to, name);
    // A building can be called by a letter, a household by a number with one.
    let letters = length - digits;
    let fits = match behind.or(before) {
        Some(Role::Building) => length > 0 && digits <= 4 && letters <= 2,
        _ => (1..=4).contains(&digits) && letters <= 1,
    };
    let decimal = chars.get(to) == Some(&'.') && chars.get(to + 1).is_some_and(|c| digit(*c).is_some());
    let floor = to < end && matches!(chars.get(end - 1), Some('楼' | '层')) && behind == Some(Role::Entrance);
    let role = behind.or(before).unwrap_or(Role::Unsaid);
    (fits && !decimal).then_some(Part { role, from: start, to, end, joined, floor })
}

fn word_before(chars: &[char], at: usize) -> (Option<Role>, usize) {
    for (word, role) in BEFORE {
        let length = word.len();
        let same = chars.len() > at + length
            && word.chars().zip(&chars[at..]).all(|(a, b)| a == b.to_ascii_lowercase())
            && chars.get(at + length).is_some_and(|c| matches!(c, ' ' | '.' | '#'));
        if same {
            let gap = chars[at + length..].iter().take_while(|c| matches!(c, ' ' | '.' | '#')).count();
            return (Some(role), at + length + gap);
        }
    }
    (None, at)
}

fn word_behind(chars: &[char], at: usize, name: bool) -> (Option<Role>, usize) {
    let gap = chars[at..].iter().take_while(|c| **c == ' ').count();
    let from = at + gap;
    let role = BEHIND.iter().find(|(word, _)| {
        let length = word.chars().count();
        chars.len() >= from + length && word.chars().zip(&chars[from..]).all(|(a, b)| a == *b)
    });
    match role {
        // Said of many, `2栋48户`, it counts them.
        Some(("户", _)) if !name => (None, at),
        Some((word, role)) => (Some(*role), from + word.chars().count()),
        None => (None, at),
    }
}

/// Whether what was found has a household.
fn is_door(chars: &[char], parts: &[Part], name: bool) -> bool {
    let Some((last, before)) = parts.split_last() else { return false };
    let digits = chars[last.from..last.to].iter().filter(|c| digit(**c).is_some()).count();
    let counted = chars.get(last.end).is_some_and(|c| COUNTED.contains(*c));
    let placed = before.iter().any(|part| part.role != Role::Unsaid);
    let long = digits >= if name { 2 } else { 3 };
    let whole = last.end == chars.len() && parts.first().is_some_and(|first| first.from == 0);
    match (last.role, before.len()) {
        _ if counted && !name => false,
        (Role::Household, _) => long || placed,
        (Role::Building | Role::Entrance, _) => false,
        (Role::Unsaid, 0) => name && whole && digits >= 2,
        (Role::Unsaid, _) if placed => long,
        (Role::Unsaid, 1) => name && long && last.joined,
        (Role::Unsaid, _) => long && parts[1..].iter().all(|part| part.joined),
    }
}

/// The parts that are covered: all but the building.
fn cover(parts: &[Part]) -> impl Iterator<Item = &Part> {
    let first_is_building =
        parts.len() > 1 && parts.first().is_some_and(|part| matches!(part.role, Role::Building | Role::Unsaid));
    parts
        .iter()
        .enumerate()
        .filter(move |(at, part)| part.role != Role::Building && !(*at == 0 && first_is_building))
        .map(|(_, part)| part)
}

fn is_figure(c: char) -> bool {
    digit(c).is_some() || c.is_ascii_alphabetic()
}

fn is_joint(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '-' | '－' | '–' | '/' | '#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_door_only_the_building_stays() {
        let rows = [
            ("2栋3单元401", "2栋*单元***"),
            ("2栋3单元401室", "2栋*单元***室"),
            ("2-3-401", "2-*-***"),
            ("２－３－４０１", "２－*－***"),
            ("2/3/401", "2/*/***"),
            ("2 栋 3 单元 401", "2 栋 * 单元 ***"),
            ("3号楼2单元501室", "3号楼*单元***室"),
            ("A座1203", "A座****"),
            ("2栋4楼401", "2栋*楼***"),
            ("12栋1单元4楼18号", "12栋*单元*楼**号"),
            ("3单元401的王嬢嬢", "*单元***的王嬢嬢"),
            ("401室", "***室"),
            ("2-3-401、2-3-402", "2-*-***、2-*-***"),
            ("2-3-401 5人", "2-*-*** 5人"),
            ("5 2-3-401", "5 2-*-***"),
            ("第3次 2栋3单元401，2栋1单元", "第3次 2栋*单元***，2栋1单元"),
            ("王嬢嬢（2栋3单元401）", "王嬢嬢（2栋*单元***）"),
            ("building 2 entrance 3 room 401", "building 2 entrance * room ***"),
            ("Bldg 3 501", "Bldg 3 ***"),
            ("2栋3单元门口", "2栋3单元门口"),
            ("2栋", "2栋"),
            ("2栋48户同意", "2栋48户同意"),
            ("3单元120人", "3单元120人"),
            ("40000元 2024-11-12 72.40", "40000元 2024-11-12 72.40"),
            ("2024-11-12 19:30", "2024-11-12 19:30"),
            ("3-5天", "3-5天"),
            ("5-200元", "5-200元"),
            ("李老师", "李老师"),
            ("***********", "***********"),
            ("", ""),
        ];
        for (typed, shown) in rows {
            assert_eq!(without_doors(typed), shown, "{typed}");
        }
    }

    #[test]
    fn in_place_of_a_name_a_bare_number_is_a_door_too() {
        let rows = [
            ("2栋3单元401", "2栋*单元***"),
            ("2-3-401", "2-*-***"),
            ("2-3-41", "2-*-**"),
            ("3-201", "3-***"),
            ("401", "***"),
            ("2栋401户", "2栋***户"),
            ("12栋1单元4楼18号", "12栋*单元*楼**号"),
            ("2栋", "2栋"),
            ("张三", "张三"),
            ("李嬢嬢3-201", "李嬢嬢3-***"),
            ("3组", "3组"),
        ];
        for (typed, shown) in rows {
            assert_eq!(without_door_names(typed), shown, "{typed}");
        }
    }
}
