//! Where the data lives, and in which language to speak.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::{CliFault, Everywhere};
use crate::{app::Settings, domain::Lang};

/// A data directory that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataDir(PathBuf);

impl DataDir {
    /// The directory asked for: `--data`, else `BABAHUI_DATA`, else the user's own.
    ///
    /// # Errors
    /// When nothing was asked for and the computer does not say where its user's files are.
    pub fn chosen(args: &Everywhere, env: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf, CliFault> {
        let from_env = || env("BABAHUI_DATA").filter(|dir| !dir.is_empty()).map(PathBuf::from);
        let own = || directories::ProjectDirs::from("", "", "babahui").map(|dirs| dirs.data_dir().to_path_buf());
        args.data.clone().or_else(from_env).or_else(own).ok_or(CliFault::NoHome)
    }

    /// Makes the directory when it is not there, for its owner alone.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn make(dir: PathBuf) -> Result<Self, CliFault> {
        if !dir.is_dir() {
            let mut builder = std::fs::DirBuilder::new();
            builder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(&dir).map_err(|error| CliFault::File { path: dir.clone(), error })?;
        }
        Ok(Self(dir))
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// The language to speak: `--lang`, else the settings', else that of the system (`LC_ALL`, `LC_MESSAGES`, `LANG`), else
/// Chinese.
#[must_use]
pub fn language(args: &Everywhere, settings: &Settings, env: impl Fn(&str) -> Option<OsString>) -> Lang {
    if let Some(lang) = &args.lang {
        return Lang::new(lang.clone());
    }
    if let Some(lang) = &settings.language {
        return lang.clone();
    }
    let set = |name: &str| env(name).and_then(|value| value.into_string().ok()).filter(|value| !value.is_empty());
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default();
    let code = system.split(['.', '@']).next().unwrap_or_default();
    // `C` and `POSIX` name no language.
    Lang::new(if matches!(code, "" | "C" | "POSIX") { "zh-CN" } else { code })
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::Start;

    #[test]
    fn what_is_asked_for_comes_before_what_was_kept_and_the_system() {
        let spoken = |args: &[&str], kept: Option<&str>, system: &str| {
            let args = Start::parse_from([&["babahui"], args].concat()).everywhere;
            let settings = Settings { language: kept.map(Lang::new), ..Settings::default() };
            language(&args, &settings, |name| (name == "LANG").then(|| system.into())).to_string()
        };
        assert_eq!(spoken(&["--lang", "en"], Some("zh-CN"), "zh_CN.UTF-8"), "en");
        assert_eq!(spoken(&[], Some("zh-CN"), "en_GB.UTF-8"), "zh-CN");
        assert_eq!(spoken(&[], None, "en_GB.UTF-8"), "en_GB");
        assert_eq!(spoken(&[], None, "C.UTF-8"), "zh-CN");
        assert_eq!(spoken(&[], None, ""), "zh-CN");
    }

    #[test]
    fn the_argument_comes_before_the_variable() {
        let env = |name: &str| (name == "BABAHUI_DATA").then(|| "there".into());
        let chosen =
            |args: &[&str]| DataDir::chosen(&Start::parse_from([&["babahui"], args].concat()).everywhere, env).unwrap();
        assert_eq!(chosen(&["--data", "here"]), Path::new("here"));
        assert_eq!(chosen(&[]), Path::new("there"));
    }
}
