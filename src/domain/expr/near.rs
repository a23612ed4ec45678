//! "Did you mean": the name most like the one written.

/// The likeliest of `names`, when one is near enough to be a misspelling.
pub(super) fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let letters = written.chars().count();
    let lower = written.to_lowercase();
    names
        .into_iter()
        .filter(|name| name.chars().count().abs_diff(letters) <= letters / 3 + 1)
        .map(|name| (strsim::osa_distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= letters / 3 + 1 && *distance < letters.max(2))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}
