//! What is wrong with a file, whatever it defines.

use std::{io, path::Path};

use super::{AgendaFile, SurveyFile, definition::not_utf8};
use crate::domain::{
    Problem, Source, near,
    ron::{self, Value},
};

/// What is wrong with the definition file at a path, and its text. Whether it is a survey or an agenda is said by its first
/// word; `surveys` are the ids of all surveys an agenda may name. Bytes that are not UTF-8 are a problem like any other.
///
/// # Errors
/// When the file cannot be read.
pub fn problems_at(path: &Path, surveys: &[String]) -> io::Result<(Source, Vec<Problem>)> {
    let read = || -> io::Result<_> {
        let agenda = AgendaFile::open(path)?;
        if is_agenda(&agenda.source.text) {
            let problems = agenda.problems_among(surveys);
            return Ok((agenda.source, problems));
        }
        let survey = SurveyFile::open(path)?;
        let problems = survey.problems().to_vec();
        Ok((survey.source, problems))
    };
    match read() {
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            not_utf8(path).map(|(source, problem)| (source, vec![problem]))
        }
        done => done,
    }
}

/// Whether a definition is an agenda: its first word says so, or means to.
fn is_agenda(text: &str) -> bool {
    let root = ron::read(text).root.value;
    let (Value::Fields(Some(name), _) | Value::Tuple(Some(name), _)) = root else { return false };
    name.text == "Agenda" || near(name.text, ["Survey", "Agenda"]) == Some("Agenda")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_says_what_a_file_is() {
        for (text, agenda) in [
            ("Agenda(id: \"a\")", true),
            ("// words\nagenda(\n    id: \"a\"", true),
            ("Survey(id: \"a\")", false),
            ("(id: \"a\")", false),
            ("", false),
        ] {
            assert_eq!(is_agenda(text), agenda, "{text}");
        }
    }
}
