//! Which text a response was filled with.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// SHA-256 of a survey's text, lower-case hex. CSV files it names are hashed with it, each with its name and length, so
/// that a changed table is another text too.
#[must_use]
pub fn content_hash(source: &str, files: &[(String, String)]) -> String {
    let mut hash = Sha256::new();
    hash.update(source.as_bytes());
    for (name, text) in files {
        hash.update(format!("\0{name}\0{}\0", text.len()).as_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::content_hash;

    #[test]
    fn a_survey_without_tables_hashes_as_its_text() {
        assert_eq!(content_hash("abc", &[]), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let file = |name: &str, text: &str| vec![(name.to_owned(), text.to_owned())];
        assert_ne!(content_hash("abc", &file("a", "b")), content_hash("abc", &file("ab", "")));
    }
}
