//! What texts are compared by: Chinese characters and pairs of them, words of other scripts in small letters.

/// Whether a character is a Chinese one.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The grams of a text, each once, in the order of their bytes. Words of one letter say nothing and are left out.
#[must_use]
pub fn grams(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    let mut word = String::new();
    for c in text.chars().chain(std::iter::once(' ')) {
        if is_han(c) {
            found.push(c.to_string());
            if let Some(before) = before {
                found.push([before, c].iter().collect());
            }
        }
        before = is_han(c).then_some(c);
        if c.is_alphanumeric() && !is_han(c) {
            word.extend(c.to_lowercase());
        } else if word.chars().nth(1).is_some() {
            found.push(std::mem::take(&mut word));
        } else {
            word.clear();
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::grams;

    #[test]
    fn characters_pairs_and_words() {
        assert_eq!(grams("井盖，e-Bike Shed 3"), ["bike", "shed", "井", "井盖", "盖"]);
        assert_eq!(grams("  "), Vec::<String>::new());
    }
}
