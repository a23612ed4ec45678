//! What a person chose once and wants kept: `settings.ron` in the data directory. Every field may be left out.

use std::{fmt, io, path::Path};

use ron::value::RawValue;
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, MapAccess, Visitor},
};

use crate::domain::Lang;

/// Name of the file in the data directory.
pub const FILE: &str = "settings.ron";

/// Which colours to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// The terminal's own sixteen colours: right on any background.
    #[default]
    Sixteen,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// No colour at all: weight, reverse and signs.
    Mono,
}

impl ThemeChoice {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Sixteen, Self::Dark, Self::Light, Self::Mono];
}

/// What lines and bars are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Borders {
    /// `-`, `|`, `+` and `#`: right in every terminal, also one that draws box characters two columns wide.
    #[default]
    Ascii,
    /// Box characters.
    Drawn,
}

/// What was chosen; nothing where the default holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Settings {
    /// Language on screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// Colours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeChoice>,
    /// Lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub borders: Option<Borders>,
    /// Whether the mouse works; it then no longer selects text in most terminals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mouse: Option<bool>,
    /// Who types on this laptop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surveyor: Option<String>,
    /// The survey filled last, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survey: Option<String>,
    /// The community the laptop works for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<String>,
    /// The courtyard one is usually at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub courtyard: Option<String>,
    /// After how many days without a visit a must-visit door is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_days: Option<u32>,
    /// Fewest in a count that a public report shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_shown: Option<u64>,
    /// The font file pages are set in before the computer's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<String>,
    /// The printer chosen last, by name; the system's usual one when none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printer: Option<String>,
}

/// What is wrong with a settings file. The rest of it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsFault {
    /// It cannot be read as a whole; line and column from 1.
    Syntax {
        /// Line.
        line: usize,
        /// Column, in characters.
        column: usize,
    },
    /// A field nobody knows.
    UnknownField {
        /// As written.
        name: String,
        /// The likeliest field meant.
        near: Option<&'static str>,
    },
    /// A value the field cannot have.
    BadValue {
        /// The field.
        field: String,
    },
}

const FIELDS: [&str; 12] = [
    "language",
    "theme",
    "borders",
    "mouse",
    "surveyor",
    "survey",
    "community",
    "courtyard",
    "due_days",
    "least_shown",
    "font",
    "printer",
];

impl Settings {
    /// Reads a settings text; what cannot be used is told and left out.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<SettingsFault>) {
        if text.trim().is_empty() {
            return (Self::default(), Vec::new());
        }
        match options().from_str::<Lenient>(text) {
            Ok(Lenient { settings, faults }) => (settings, faults),
            Err(error) => {
                let at = error.span.start;
                (Self::default(), vec![SettingsFault::Syntax { line: at.line, column: at.col }])
            }
        }
    }

    /// Reads the settings of a data directory; none when there is no file.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn load(dir: &Path) -> io::Result<(Self, Vec<SettingsFault>)> {
        match std::fs::read_to_string(dir.join(FILE)) {
            Ok(text) => Ok(Self::read(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((Self::default(), Vec::new())),
            Err(error) => Err(error),
        }
    }

    /// Writes the settings to a data directory. A file that could not be read in full is kept beside it as
    /// `settings.ron.old`.
    ///
    /// # Errors
    /// When the directory cannot be written to.
    pub fn save(&self, dir: &Path) -> io::Result<()> {
        let path = dir.join(FILE);
        if std::fs::read_to_string(&path).is_ok_and(|old| !Self::read(&old).1.is_empty()) {
            std::fs::copy(&path, dir.join("settings.ron.old"))?;
        }
        let fresh = dir.join("settings.ron.new");
        std::fs::write(&fresh, self.to_text())?;
        std::fs::rename(fresh, path)
    }

    /// The text of a settings file that says this.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = options().to_string_pretty(self, ron::ser::PrettyConfig::default()).unwrap_or_default();
        text.push('\n');
        text
    }

    fn set(&mut self, field: &str, raw: &RawValue) -> bool {
        fn read<T: DeserializeOwned>(slot: &mut Option<T>, raw: &RawValue) -> bool {
            match options().from_str(raw.get_ron()) {
                Ok(value) => *slot = value,
                Err(_) => return false,
            }
            true
        }
        match field {
            "language" => read(&mut self.language, raw),
            "theme" => read(&mut self.theme, raw),
            "borders" => read(&mut self.borders, raw),
            "mouse" => read(&mut self.mouse, raw),
            "surveyor" => read(&mut self.surveyor, raw),
            "community" => read(&mut self.community, raw),
            "survey" => read(&mut self.survey, raw),
            "courtyard" => read(&mut self.courtyard, raw),
            "due_days" => read(&mut self.due_days, raw),
            "least_shown" => read(&mut self.least_shown, raw),
            "font" => read(&mut self.font, raw),
            "printer" => read(&mut self.printer, raw),
            _ => false,
        }
    }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Settings read field by field, so that one bad field spoils no other.
struct Lenient {
    settings: Settings,
    faults: Vec<SettingsFault>,
}

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Settings", &FIELDS, Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Lenient;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("settings")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Lenient, A::Error> {
        let mut read = Lenient { settings: Settings::default(), faults: Vec::new() };
        while let Some(FieldName(name)) = map.next_key::<FieldName>()? {
            let raw: Box<RawValue> = map.next_value()?;
            if !FIELDS.contains(&name.as_str()) {
                let near = FIELDS.into_iter().find(|field| strsim::osa_distance(field, &name) <= 2);
                read.faults.push(SettingsFault::UnknownField { name, near });
            } else if !read.settings.set(&name, &raw) {
                read.faults.push(SettingsFault::BadValue { field: name });
            }
        }
        Ok(read)
    }
}

/// A field's name: RON gives it as an identifier, not as a string.
struct FieldName(String);

impl<'de> Deserialize<'de> for FieldName {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = FieldName;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("identifier")
            }
            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<FieldName, E> {
                Ok(FieldName(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(Name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_may_be_left_out() {
        assert_eq!(Settings::read(""), (Settings::default(), vec![]));
        assert_eq!(Settings::read("()"), (Settings::default(), vec![]));
        let (settings, faults) = Settings::read("(theme: mono, surveyor: \"张三\")");
        assert_eq!(faults, []);
        assert_eq!((settings.theme, settings.surveyor.as_deref()), (Some(ThemeChoice::Mono), Some("张三")));
    }

    #[test]
    fn a_bad_field_spoils_no_other() {
        let (settings, faults) = Settings::read(
            "(langauge: \"en\", theme: purple, mouse: true, hall: (size: [1, 2]), community: \"游家渡\")",
        );
        assert_eq!(
            faults,
            [
                SettingsFault::UnknownField { name: "langauge".into(), near: Some("language") },
                SettingsFault::BadValue { field: "theme".into() },
                SettingsFault::UnknownField { name: "hall".into(), near: None },
            ]
        );
        assert_eq!((settings.mouse, settings.community.as_deref()), (Some(true), Some("游家渡")));
    }

    #[test]
    fn a_broken_file_says_where() {
        let (settings, faults) = Settings::read("(\n  mouse: true,\n  theme = mono)");
        assert_eq!(settings, Settings::default());
        assert!(matches!(faults[..], [SettingsFault::Syntax { line: 3, .. }]), "{faults:?}");
    }

    #[test]
    fn what_is_written_reads_the_same() {
        let settings = Settings {
            language: Some(Lang::new("en")),
            theme: Some(ThemeChoice::Light),
            borders: Some(Borders::Drawn),
            mouse: Some(false),
            surveyor: Some("李\"嬢嬢\"\n".into()),
            community: None,
            survey: Some("micro-wish".into()),
            courtyard: Some("14".into()),
            due_days: Some(45),
            least_shown: Some(3),
            font: Some("kai.ttf".into()),
            printer: Some("办公室".into()),
        };
        assert_eq!(Settings::read(&settings.to_text()), (settings, vec![]));
    }

    #[test]
    fn a_file_that_was_not_understood_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join(FILE), "(mose: true)").unwrap();
        let (settings, _) = Settings::load(dir.path()).unwrap();
        settings.save(dir.path()).unwrap();
        assert_eq!(std::fs::read_to_string(dir.path().join("settings.ron.old")).unwrap(), "(mose: true)");
        assert_eq!(Settings::load(dir.path()).unwrap(), (settings, vec![]));
    }
}
