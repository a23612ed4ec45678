//! The choices somebody means: by number, by name, or by part of the label.

use super::heard::folded;
use crate::domain::survey::Options;

/// Why a text picks no choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoPick {
    /// Nothing fits.
    Nothing(String),
    /// Several fit: their places, from 1.
    Several(Vec<usize>),
}

/// The one choice meant; its name.
pub(super) fn one(options: &Options<'_>, text: &str) -> Result<String, NoPick> {
    let choices: Vec<(&str, &str)> = options.iter().map(|o| (o.name, o.label)).collect();
    find(&choices, text)
}

/// The choices meant, parted by spaces or commas, in the order typed and each once.
pub(super) fn several(options: &Options<'_>, text: &str) -> Result<Vec<String>, NoPick> {
    let choices: Vec<(&str, &str)> = options.iter().map(|o| (o.name, o.label)).collect();
    // A whole label may have a comma of its own.
    if let Ok(name) = find(&choices, text) {
        return Ok(vec![name]);
    }
    let mut picked = Vec::new();
    for part in text.split([' ', ',', '，', '、', '　', ';', '；']).filter(|part| !part.is_empty()) {
        let name = find(&choices, part)?;
        if !picked.contains(&name) {
            picked.push(name);
        }
    }
    Ok(picked)
}

/// By number from 1, else by exact name or label, else by the only label that holds the text.
fn find(choices: &[(&str, &str)], text: &str) -> Result<String, NoPick> {
    let wanted = folded(text.trim());
    let name_at = |at: usize| choices[at].0.to_owned();
    if let Some(at) = wanted.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|at| *at < choices.len()) {
        return Ok(name_at(at));
    }
    let exact = choices.iter().position(|(name, label)| folded(name) == wanted || folded(label) == wanted);
    if let Some(at) = exact {
        return Ok(name_at(at));
    }
    let holds = |label: &str| !wanted.is_empty() && folded(label).contains(&wanted);
    let fitting: Vec<usize> = (0..choices.len()).filter(|at| holds(choices[*at].1)).collect();
    match fitting.as_slice() {
        [] => Err(NoPick::Nothing(text.trim().to_owned())),
        [at] => Ok(name_at(*at)),
        several => Err(NoPick::Several(several.iter().map(|at| at + 1).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHOICES: &[(&str, &str)] =
        &[("facade", "外墙脱落"), ("ebike", "非机动车停车、充电"), ("look", "院落面貌差"), ("two", "2 号楼")];

    #[test]
    fn finds_by_number_name_and_part_of_the_label() {
        for (text, name) in [
            ("1", "facade"),
            ("２", "ebike"),
            ("LOOK", "look"),
            ("外墙", "facade"),
            ("院落面貌差", "look"),
            ("4", "two"),
        ] {
            assert_eq!(find(CHOICES, text), Ok(name.to_owned()), "{text}");
        }
    }

    #[test]
    fn says_when_nothing_or_too_much_fits() {
        assert_eq!(find(CHOICES, "楼梯"), Err(NoPick::Nothing("楼梯".into())));
        assert_eq!(find(CHOICES, "落"), Err(NoPick::Several(vec![1, 3])));
        assert_eq!(find(CHOICES, "9"), Err(NoPick::Nothing("9".into())));
        assert_eq!(find(CHOICES, " "), Err(NoPick::Nothing(String::new())));
    }
}
