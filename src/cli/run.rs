//! From arguments to an exit code.

use std::{ffi::OsString, io::Write, path::PathBuf, process::ExitCode};

use clap::{FromArgMatches, Parser};

use super::{
    Args, CliFault, Command, DataDir, Desk, Everywhere, Start, data::language, export, import, manual,
    program::program, roll, tally, usage, words,
};
use crate::{app::Settings, domain::Lang, locale::Locale};

/// Does what the arguments ask for.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let env = |name: &str| std::env::var_os(name);
    let args = match read(&arguments) {
        Ok(args) => args,
        Err(ending) => return ending,
    };
    let Args { everywhere, command } = args;
    let dir = DataDir::chosen(&everywhere, env);
    let settings = dir.as_ref().map_or_else(|_| Ok(Default::default()), |dir| Settings::load(dir));
    let kept = settings.as_ref().map(|(settings, _)| settings.clone()).unwrap_or_default();
    let lang = language(&everywhere, &kept, env);
    let Some(command) = command else {
        let done = dir.and_then(|dir| {
            let path = dir.join("settings.ron");
            let dir = DataDir::make(dir)?;
            let settings = settings.map_err(|error| CliFault::File { path, error })?;
            program(&dir, settings, lang.clone())
        });
        // The program has words of its own; here they are needed only where something went wrong.
        return if done.is_ok() { ExitCode::SUCCESS } else { end(done, &Locale::new(&lang)) };
    };
    let locale = Locale::new(&lang);
    end(subcommand(&command, everywhere.data, dir, kept, lang, &locale), &locale)
}

/// Reads the arguments. Help, and what is wrong with them, is said here; then there is an exit code instead.
fn read(arguments: &[OsString]) -> Result<Args, ExitCode> {
    if let Ok(Start { everywhere }) = Start::try_parse_from(arguments) {
        return Ok(Args { everywhere, command: None });
    }
    // The words of help are put together only when somebody will read them.
    if let Ok(args) = Args::try_parse_from(arguments) {
        return Ok(args);
    }
    let guess = Everywhere { data: None, lang: asked_language(arguments) };
    let locale = Locale::new(&language(&guess, &Settings::default(), |name| std::env::var_os(name)));
    let parsed = words::command(&locale)
        .try_get_matches_from(arguments)
        .and_then(|mut matches| Args::from_arg_matches_mut(&mut matches));
    parsed.map_err(|error| {
        if error.use_stderr() {
            return end(Err(usage::fault(&error, &locale)), &locale);
        }
        let _ = error.print();
        ExitCode::SUCCESS
    })
}

/// Says on stderr why the work could not be done, and gives the exit code.
fn end(done: Result<(), CliFault>, locale: &Locale) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            if let Some(line) = fault.line(locale) {
                let _ = writeln!(std::io::stderr(), "{line}");
            }
            ExitCode::from(fault.code())
        }
    }
}

fn subcommand(
    command: &Command,
    named: Option<PathBuf>,
    dir: Result<PathBuf, CliFault>,
    settings: Settings,
    lang: Lang,
    locale: &Locale,
) -> Result<(), CliFault> {
    let mut out = std::io::stdout();
    match command {
        Command::Demo { only_build } => super::demo::demo(named, dir, *only_build, lang, locale, &mut out),
        Command::Minutes(args) => super::minutes::minutes(&mut Desk::new(dir?, settings, locale), args, &mut out),
        Command::Visits(args) => super::visits::visits(&mut Desk::new(dir?, settings, locale), args, &mut out),
        Command::Matters(args) => super::matters::matters(&mut Desk::new(dir?, settings, locale), args, &mut out),
        Command::Matter(args) => super::matters::matter(&mut Desk::new(dir?, settings, locale), args, &mut out),
        Command::Print(args) => super::print::print(&mut Desk::new(dir?, settings, locale), args, &mut out),
        Command::Tally(args) => tally::tally(&mut Desk::new(dir?, settings, locale), args, &mut out),
        Command::Export(args) => export::export(&mut Desk::new(dir?, settings, locale), args, &mut out),
        Command::Import(args) => import::import(&mut Desk::new(dir?, settings, locale), args, &mut out),
        Command::Fill(args) => super::fill::fill(args, super::fill::Place { dir, settings, lang, locale }, &mut out),
        Command::Eval(args) => super::eval::eval(args, dir.as_deref().ok(), &lang, locale, &mut out),
        Command::Completions { shell } => manual::completions(*shell, words::command(locale), &mut out),
        Command::Roll(args) => roll::roll(&mut Desk::new(dir?, settings, locale), args, &mut out),
        Command::Check { store: true, rebuild, .. } => {
            let dir = dir?;
            super::check_store::check_store(&dir, &mut Desk::new(dir.clone(), settings, locale), *rebuild, &mut out)
        }
        Command::Check { terminal: true, keep, .. } => {
            let env = |name: &str| std::env::var_os(name);
            super::check_terminal::check_terminal(&dir?, settings, *keep, locale, env, &mut out)
        }
        Command::Check { paths, .. } => super::check::check(paths, dir.as_deref().ok(), locale, &mut out),
        Command::New { what, name, out: dir } => {
            super::new::new_definition(*what, name, dir.as_deref(), locale, &mut out)
        }
        Command::Man => manual::man(words::command(locale), &mut out),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_without_a_command_is_read_as_all_arguments_would_be() {
        for words in [
            &["babahui"][..],
            &["babahui", "--data", "d"],
            &["babahui", "--lang=en", "--data=d"],
            &["babahui", "--data"],
            &["babahui", "man"],
            &["babahui", "--data", "d", "man"],
            &["babahui", "man", "--data", "d"],
            &["babahui", "--help"],
            &["babahui", "--version"],
            &["babahui", "--no-such"],
            &["babahui", "--lang", "en", "--lang", "zh"],
        ] {
            let all = Args::try_parse_from(words).ok().filter(|args| args.command.is_none());
            let start = Start::try_parse_from(words).ok();
            assert_eq!(start.map(|start| start.everywhere), all.map(|args| args.everywhere), "{words:?}");
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
