//! "Did you mean": the likeliest of the words that would have been right.

/// The candidate nearest to `word`, or nothing when none is near enough to be worth saying.
///
/// The same word in another case or with other separators (`select one`, `select_one`, `SelectOne`) is always near;
/// else at most one slip (a letter missing, added, changed, or two swapped) for every three letters.
///
/// ```
/// use babahui::domain::near;
/// assert_eq!(near("lable", ["label", "hint"]), Some("label"));
/// assert_eq!(near("select one", ["SelectOne", "SelectMultiple"]), Some("SelectOne"));
/// assert_eq!(near("wholly other", ["label", "hint"]), None);
/// ```
#[must_use]
pub fn near<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    let length = folded.chars().count();
    let bound = (length / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = fold(candidate);
        if candidate == word || other.is_empty() || other.chars().count().abs_diff(length) > bound {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&folded, &other);
        // A word of one letter is one slip away from every other: nothing is learnt by saying so.
        if distance <= bound && (distance == 0 || length > 1) && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The letters of a word, in small letters, without what separates its parts.
fn fold(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn nearest_of_several() {
        let names = ["age", "ages", "concerns", "院落", "院子名"];
        for (word, expected) in [
            ("concrens", Some("concerns")),
            ("AGE", Some("age")),
            ("agess", Some("ages")),
            ("院洛", Some("院落")),
            ("x", None),
            ("household", None),
            ("age", Some("ages")),
        ] {
            assert_eq!(near(word, names), expected, "{word}");
        }
    }
}
