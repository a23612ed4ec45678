//! Several people's names on one line.

/// Names parted by `、` or a comma, full-width or not; between Chinese names a space does too.
///
/// ```
/// use babahui::locale::typed_names;
/// assert_eq!(typed_names("周大爷、李四 王五"), ["周大爷", "李四", "王五"]);
/// assert_eq!(typed_names("Zhou Qiang, Li Na"), ["Zhou Qiang", "Li Na"]);
/// ```
#[must_use]
pub fn typed_names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in text.split(['、', '，', ',', '；', ';', '\n']) {
        // A Latin name has spaces of its own.
        if part.chars().any(|c| c.is_ascii_alphabetic()) {
            names.push(part.split_whitespace().collect::<Vec<_>>().join(" "));
        } else {
            names.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    names.retain(|name| !name.is_empty());
    names
}
