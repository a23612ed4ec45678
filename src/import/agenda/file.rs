//! One agenda file and the CSV files beside it, read when first needed.

use std::{io, path::Path, sync::OnceLock};

use crate::{
    domain::{
        Lang, Problem, Severity, Source, Text,
        meeting::agenda::{Agenda, AgendaHead, Around},
        session::SessionKind,
    },
    import::{
        DefinitionFile, Origin,
        definition::{Opened, open, stem},
        shipped::AGENDAS,
    },
};

/// One agenda.
#[derive(Debug)]
pub struct AgendaFile {
    /// Where it came from.
    pub origin: Origin,
    /// Its name and text.
    pub source: Source,
    /// The CSV files beside it that it names: name and text.
    files: Vec<(String, String)>,
    /// Names of all CSV files in its folder, for "did you mean".
    nearby: Vec<String>,
    head: OnceLock<AgendaHead>,
    read: OnceLock<(Option<Agenda>, Vec<Problem>)>,
}

impl AgendaFile {
    /// An agenda whose text is known.
    #[must_use]
    pub fn new(origin: Origin, source: Source) -> Self {
        Self::of(origin, Opened { source, files: Vec::new(), nearby: Vec::new() })
    }

    fn of(origin: Origin, Opened { source, files, nearby }: Opened) -> Self {
        Self { origin, source, files, nearby, head: OnceLock::new(), read: OnceLock::new() }
    }

    /// The file at a path, with the CSV files it names from the folder it stands in.
    ///
    /// # Errors
    /// When the file itself cannot be read or is not UTF-8. A CSV file that cannot be read is a problem of the agenda.
    pub fn open(path: &Path) -> io::Result<Self> {
        let opened = open(path, |text, file| text.contains(file))?;
        Ok(Self::of(Origin::File(path.to_path_buf()), opened))
    }

    /// The agenda's id; for a file that cannot be read, its name without `.ron`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.head().id
    }

    /// The agenda's title; the id when it has none.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.head().title
    }

    /// Which kind of session it is for.
    #[must_use]
    pub fn kind(&self) -> SessionKind {
        self.head().kind
    }

    /// The agenda; nothing while [`AgendaFile::problems`] holds an error.
    #[must_use]
    pub fn agenda(&self) -> Option<&Agenda> {
        let (agenda, problems) = self.read();
        agenda.as_ref().filter(|_| sound(problems))
    }

    /// Everything wrong with it by itself, in file order; warnings too.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.read().1
    }

    /// Everything wrong with it when these are the ids of all surveys at hand.
    #[must_use]
    pub fn problems_among(&self, surveys: &[String]) -> Vec<Problem> {
        Agenda::read_among(&self.source.text, Around { surveys: Some(surveys), ..self.around() }).1
    }

    /// How many things are wrong with it: none while a meeting can be held by it. A shipped one is not read to know that;
    /// it is held to it before it is shipped.
    #[must_use]
    pub fn faults(&self) -> usize {
        if self.origin == Origin::Shipped || self.agenda().is_some() { 0 } else { self.problems().len().max(1) }
    }

    fn around(&self) -> Around<'_> {
        Around { surveys: None, files: Some(&self.files), nearby: &self.nearby }
    }

    fn head(&self) -> &AgendaHead {
        self.head.get_or_init(|| {
            let mut head = Agenda::head(&self.source.text);
            if head.id.trim().is_empty() {
                head.id = stem(&self.source);
            }
            if head.title.is_empty() {
                head.title = Text::one(Lang::new("zh-CN"), head.id.clone());
            }
            head
        })
    }

    fn read(&self) -> &(Option<Agenda>, Vec<Problem>) {
        self.read.get_or_init(|| Agenda::read_among(&self.source.text, self.around()))
    }
}

impl DefinitionFile for AgendaFile {
    const FOLDER: &'static str = "agendas";

    fn built_in() -> impl Iterator<Item = Self> {
        let source =
            |(name, text): &(&'static str, &'static str)| Source { name: (*name).to_owned(), text: (*text).into() };
        AGENDAS.iter().map(move |file| Self::new(Origin::Shipped, source(file)))
    }

    fn at(path: &Path) -> io::Result<Self> {
        Self::open(path)
    }

    fn id(&self) -> &str {
        Self::id(self)
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }
}

fn sound(problems: &[Problem]) -> bool {
    problems.iter().all(|p| p.severity == Severity::Warning)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::import::Library;

    #[test]
    fn shipped_agendas_are_called_as_their_files_and_have_no_problems() {
        let library = Library::<AgendaFile>::shipped();
        let ids: Vec<_> = library.all().map(|agenda| format!("{}.ron", agenda.id())).collect();
        assert_eq!(ids, AGENDAS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        for file in library.all() {
            assert!(file.agenda().is_some() && file.problems().is_empty(), "{}: {:?}", file.id(), file.problems());
        }
    }

    #[test]
    fn a_bad_file_is_listed_and_the_rest_works() {
        let dir = tempfile::tempdir().unwrap();
        let agendas = dir.path().join("agendas");
        fs::create_dir(&agendas).unwrap();
        let text = |id: &str, roll: &str| {
            format!(
                r#"Agenda(id: "{id}", title: "茶", kind: Other, rule: Owners(Ordinary), roll: {roll},
                   items: [Inform(name: "a", title: "b", minutes: 1)])"#
            )
        };
        fs::write(agendas.join("mine.ron"), text("micro-renewal", "Later")).unwrap();
        fs::write(agendas.join("new.ron"), text("tea", "\"roll.csv\"")).unwrap();
        fs::write(agendas.join("roll.csv"), "业主,房号,面积\n张三,101,60\n").unwrap();
        fs::write(agendas.join("bad.ron"), "Agenda(id: ").unwrap();
        fs::write(agendas.join("worse.ron"), [0xff, 0xfe]).unwrap();
        let library = Library::<AgendaFile>::load(dir.path());
        assert!(matches!(library.find("micro-renewal").unwrap().origin, Origin::File(_)));
        assert_eq!(library.find("tea").unwrap().agenda().unwrap().roll.len(), 1);
        let bad = library.find("bad").unwrap();
        assert!(bad.agenda().is_none() && bad.faults() > 0);
        assert_eq!((library.all().count(), library.unreadable.len()), (AGENDAS.len() + 2, 1));
    }
}
