//! "Did you mean": the name most like the one written.

/// The likeliest of `names`, when one is near enough to be a misspelling.
pub(super) fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let letters = written.chars().count();
    // One slip in a short name, one in three letters of a longer one.
    let allowed = (letters / 3).max(1);
    let lower = written.to_lowercase();
    names
        .into_iter()
        .filter(|name| name.chars().count().abs_diff(letters) <= allowed)
        .map(|name| (strsim::osa_distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed && *distance < letters)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}
