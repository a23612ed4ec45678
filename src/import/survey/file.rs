//! One survey definition and the CSV files beside it, compiled when first needed.

use std::{
    io,
    path::Path,
    sync::{Arc, OnceLock},
};

use crate::{
    domain::{
        Lang, Problem, Source, Text,
        record::SurveySource,
        survey::{Attachments, Form, Loaded, Survey, SurveyHead, SurveyRef, load},
    },
    import::{
        Origin,
        definition::{Opened, open, stem},
        shipped::SURVEY_TABLES,
    },
};

/// One survey definition.
#[derive(Debug)]
pub struct SurveyFile {
    /// Where it came from.
    pub origin: Origin,
    /// Its name and text.
    pub source: Source,
    files: Beside,
    /// Names of all CSV files in its folder, for "did you mean".
    nearby: Vec<String>,
    head: OnceLock<Head>,
    outcome: OnceLock<Outcome>,
}

/// The CSV files beside a definition: name and text.
#[derive(Debug)]
enum Beside {
    /// As they were read with it.
    Read(Vec<(String, String)>),
    /// Part of the program; looked for when somebody asks, so that starting costs the same however much is shipped.
    Shipped(OnceLock<Vec<(String, String)>>),
}

/// What lists show of a survey. It is read without what follows, so that the program starts at once.
#[derive(Debug)]
struct Head {
    id: String,
    version: String,
    title: Text,
}

/// What reading and compiling gave.
#[derive(Debug)]
struct Outcome {
    reference: SurveyRef,
    form: Option<Arc<Form>>,
    problems: Vec<Problem>,
}

impl SurveyFile {
    /// A definition whose text is known.
    #[must_use]
    pub fn new(origin: Origin, source: Source, files: Vec<(String, String)>) -> Self {
        let files = Beside::Read(files);
        Self { origin, source, files, nearby: Vec::new(), head: OnceLock::new(), outcome: OnceLock::new() }
    }

    /// A definition that is part of the program, as the CSV files are that it names. Nothing of it is read yet.
    pub(super) fn shipped(name: &str, text: &'static str) -> Self {
        let source = Source { name: name.to_owned(), text: text.into() };
        Self { files: Beside::Shipped(OnceLock::new()), ..Self::new(Origin::Shipped, source, Vec::new()) }
    }

    /// The CSV files beside it: name and text.
    #[must_use]
    pub fn files(&self) -> &[(String, String)] {
        match &self.files {
            Beside::Read(files) => files,
            Beside::Shipped(found) => found.get_or_init(|| {
                let named = SURVEY_TABLES.iter().filter(|(name, _)| is_named(&self.source.text, name));
                named.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
            }),
        }
    }

    /// The file at a path, with the CSV files it names from the folder it stands in.
    ///
    /// # Errors
    /// When the file itself cannot be read or is not UTF-8. A CSV file that cannot be read is a problem of the survey.
    pub fn open(path: &Path) -> io::Result<Self> {
        let Opened { source, files, nearby } = open(path, is_named)?;
        Ok(Self { nearby, ..Self::new(Origin::File(path.to_path_buf()), source, files) })
    }

    /// The definition a response was filled with.
    #[must_use]
    pub fn kept(kept: SurveySource) -> Self {
        Self::new(Origin::Kept, Source { name: kept.survey, text: kept.source.into() }, kept.files)
    }

    /// The survey's id; for a file that cannot be read, its name without `.ron`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.head().id
    }

    /// The survey's title; the id when it has none.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.head().title
    }

    /// What a response filled with this text refers to.
    #[must_use]
    pub fn reference(&self) -> &SurveyRef {
        &self.outcome().reference
    }

    /// The compiled survey; nothing while [`SurveyFile::problems`] holds an error.
    #[must_use]
    pub fn form(&self) -> Option<&Arc<Form>> {
        self.outcome().form.as_ref()
    }

    /// Everything wrong with it, in file order; warnings too.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.outcome().problems
    }

    /// How many things are wrong with it: none while it can be filled. A shipped one is not compiled to know that; it is
    /// held to it before it is shipped.
    #[must_use]
    pub fn faults(&self) -> usize {
        if self.origin == Origin::Shipped || self.form().is_some() { 0 } else { self.problems().len().max(1) }
    }

    fn head(&self) -> &Head {
        self.head.get_or_init(|| self.read_head())
    }

    fn outcome(&self) -> &Outcome {
        self.outcome.get_or_init(|| self.compile())
    }

    fn read_head(&self) -> Head {
        let SurveyHead { id, version, title } = Survey::head(&self.source.text);
        let id = if id.trim().is_empty() { stem(&self.source) } else { id };
        let title = if title.is_empty() { Text::one(Lang::new("zh-CN"), id.clone()) } else { title };
        Head { id, version, title }
    }

    fn compile(&self) -> Outcome {
        let tables = self.files().iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let tables = Attachments::new(tables).with_nearby(self.nearby.clone());
        let Loaded { form, problems, .. } = load(&self.source.text, &tables);
        let Head { id, version, .. } = self.head();
        let reference = SurveyRef::of(id, version, &self.source.text, self.files());
        Outcome { reference, form: form.map(Arc::new), problems }
    }
}

/// Whether a definition's text names this CSV file: as `streets.csv`, or without the ending in `pulldata('streets', ..)`.
fn is_named(text: &str, file: &str) -> bool {
    let Some(stem) = file.strip_suffix(".csv") else { return false };
    text.contains(file) || text.contains(&format!("'{stem}'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SurveyFile {
        let source = Source { name: "tea.ron".into(), text: text.to_owned().into() };
        SurveyFile::new(Origin::File("tea.ron".into()), source, Vec::new())
    }

    #[test]
    fn a_file_that_cannot_be_read_has_problems_and_no_form() {
        let bad = file("Survey(id: ");
        assert!(bad.form().is_none() && !bad.problems().is_empty());
        assert_eq!(bad.id(), "tea");
    }

    #[test]
    fn a_good_file_has_a_form_and_a_reference() {
        let good = file(r#"Survey(id: "chat", version: "3", title: "茶", body: [Note(name: "hello", label: "你好")])"#);
        assert!(good.form().is_some(), "{:?}", good.problems());
        assert_eq!((good.id(), good.reference().version.as_str()), ("chat", "3"));
        assert_eq!(good.title().get(&crate::domain::Lang::new("en")), "茶");
    }

    #[test]
    fn csv_files_are_those_the_text_names() {
        let text = "(file: \"streets.csv\") pulldata('shops', 'a', 'b', 'c')";
        for (name, named) in [("streets.csv", true), ("shops.csv", true), ("other.csv", false), ("streets", false)] {
            assert_eq!(is_named(text, name), named, "{name}");
        }
    }
}
