//! From arguments to an exit code.

use std::{ffi::OsString, io::Write, process::ExitCode};

use clap::{CommandFactory, FromArgMatches};

use super::{Args, CliFault, Command, DataDir, data::language, manual, program::program};
use crate::{app::Settings, domain::Lang, locale::Locale};

/// Does what the arguments ask for.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let env = |name: &str| std::env::var_os(name);
    // Help and faults of the arguments themselves are worded before the arguments are read.
    let guess = Args { data: None, lang: asked_language(&arguments), command: None };
    let first = Locale::new(&language(&guess, &Settings::default(), env));
    let parsed = localised(Args::command(), &first)
        .try_get_matches_from(&arguments)
        .and_then(|mut matches| Args::from_arg_matches_mut(&mut matches));
    let args = match parsed {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let dir = DataDir::chosen(&args, env);
    let settings = dir.as_ref().map_or_else(|_| Ok(Default::default()), |dir| Settings::load(dir));
    let kept = settings.as_ref().map(|(settings, _)| settings.clone()).unwrap_or_default();
    let lang = language(&args, &kept, env);
    let locale = Locale::new(&lang);
    let done = match args.command {
        None => dir.and_then(|dir| {
            let path = dir.join("settings.ron");
            let dir = DataDir::make(dir)?;
            let settings = settings.map_err(|error| CliFault::File { path, error })?;
            program(&dir, settings, lang)
        }),
        Some(command) => subcommand(&command, &locale, &lang),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            if let Some(line) = fault.line(&locale) {
                let _ = writeln!(std::io::stderr(), "{line}");
            }
            ExitCode::from(fault.code())
        }
    }
}

fn subcommand(command: &Command, locale: &Locale, _: &Lang) -> Result<(), CliFault> {
    let mut out = std::io::stdout().lock();
    match command {
        Command::Completions { shell } => manual::completions(*shell, localised(Args::command(), locale), &mut out),
        Command::Man => manual::man(localised(Args::command(), locale), &mut out),
    }
}

/// The language named by `--lang` before the arguments are read in full.
fn asked_language(arguments: &[OsString]) -> Option<String> {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next().map(str::to_owned);
        }
        if let Some(lang) = word.strip_prefix("--lang=") {
            return Some(lang.to_owned());
        }
    }
    None
}

/// The command line with its help in a locale's language: message `cli-about` for the whole, `cli-arg-NAME` for the
/// options of all commands, `cli-COMMAND` and `cli-COMMAND-NAME` for a command and its arguments.
fn localised(command: clap::Command, locale: &Locale) -> clap::Command {
    let words = |id: String| locale.loader().has(&id).then(|| locale.loader().get(&id));
    let help = |arg: clap::Arg, prefix: &str| match words(format!("{prefix}-{}", arg.get_id())) {
        Some(text) => arg.help(text),
        None => arg,
    };
    let mut command = command.mut_args(|arg| help(arg, "cli-arg"));
    if let Some(about) = words("cli-about".to_owned()) {
        command = command.about(about);
    }
    command.mut_subcommands(|sub| {
        let name = format!("cli-{}", sub.get_name());
        let sub = sub.mut_args(|arg| help(arg, &name));
        match words(name) {
            Some(about) => sub.about(about),
            None => sub,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Args::command().debug_assert();
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for lang in crate::locale::LANGUAGES {
            let locale = Locale::new(&Lang::new(lang));
            let has = |id: String| assert!(locale.loader().has(&id), "{id} in {lang}");
            let command = Args::command();
            has("cli-about".into());
            for arg in command.get_arguments() {
                has(format!("cli-arg-{}", arg.get_id()));
            }
            for sub in command.get_subcommands() {
                has(format!("cli-{}", sub.get_name()));
                for arg in sub.get_arguments() {
                    has(format!("cli-{}-{}", sub.get_name(), arg.get_id()));
                }
            }
        }
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are_read() {
        let asked = |words: &[&str]| asked_language(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked(&["babahui", "--lang", "en"]).as_deref(), Some("en"));
        assert_eq!(asked(&["babahui", "man", "--lang=zh"]).as_deref(), Some("zh"));
        assert_eq!(asked(&["babahui", "man"]), None);
    }
}
