//! The words of the command line, put to clap's arguments by their names.
//!
//! Message `cli-about` for the whole, `cli-arg-NAME` for the options of all commands, `cli-COMMAND` and
//! `cli-COMMAND-NAME` for a command and its arguments, `cli-COMMAND-after` for what stands below its options.

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::Args;
use crate::{locale::Locale, tr};

/// The command line with every word in the locale's language.
#[must_use]
pub fn command(locale: &Locale) -> Command {
    let help = Arg::new("help").long("help").short('h').action(ArgAction::Help).global(true);
    let version = Arg::new("version").long("version").short('V').action(ArgAction::Version);
    let whole = Args::command().arg(help).arg(version).subcommand_help_heading(tr!(locale, "cli-heading-commands"));
    let names: Vec<String> = whole.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let whole = worded(whole, locale, "");
    names.into_iter().fold(whole, |whole, name| {
        whole.mut_subcommand(&name, |verb| {
            let under: Vec<String> = verb.get_subcommands().map(|c| c.get_name().to_owned()).collect();
            let verb = worded(verb, locale, &name).subcommand_help_heading(tr!(locale, "cli-heading-commands"));
            under
                .into_iter()
                .fold(verb, |verb, of| verb.mut_subcommand(&of, |one| worded(one, locale, &format!("{name} {of}"))))
        })
    })
}

fn worded(command: Command, locale: &Locale, name: &str) -> Command {
    let heading = tr!(locale, "cli-heading-usage");
    let template = format!("{{about}}\n\n{heading} {{usage}}\n\n{{all-args}}{{after-help}}");
    let usage = usage(&command, locale, name);
    let whole = name.is_empty();
    let name = name.replace(' ', "-");
    let about = if whole { tr!(locale, "cli-about") } else { word(locale, &format!("cli-{name}")) };
    let prefix = if whole { "cli-arg".to_owned() } else { format!("cli-{name}") };
    let after = known(locale, &format!("{prefix}-after"));
    let mut place = 0;
    let command = command.about(about).help_template(template).override_usage(usage).mut_args(|arg| {
        place += 1;
        let heading =
            if arg.is_positional() { tr!(locale, "cli-heading-arguments") } else { tr!(locale, "cli-heading-options") };
        let id = arg.get_id().as_str().replace('_', "-");
        let of_all = ["help", "version", "lang", "data"].contains(&id.as_str());
        let words = word(locale, &if of_all { format!("cli-arg-{id}") } else { format!("{prefix}-{id}") });
        let takes_value = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
        // Left alone, clap puts them in the order of the alphabet.
        let arg = arg.help(words).help_heading(heading).display_order(place);
        // What clap would add stands in English; our own words say it where it matters.
        if takes_value { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
    });
    match after {
        Some(after) => command.after_help(after),
        None => command,
    }
}

fn known(locale: &Locale, id: &str) -> Option<String> {
    let loader = locale.loader(id);
    loader.is_known().then(|| loader.get(id))
}

/// A message by its id; the id itself when there is none, which `tests/cli_usage.rs` keeps from being released.
fn word(locale: &Locale, id: &str) -> String {
    known(locale, id).unwrap_or_else(|| id.to_owned())
}

/// `babahui fill [options] SURVEY`, without clap's English words.
fn usage(command: &Command, locale: &Locale, name: &str) -> String {
    let mut usage = vec!["babahui".to_owned()];
    if !name.is_empty() {
        usage.push(name.to_owned());
    }
    usage.push(format!("[{}]", tr!(locale, "cli-usage-options")));
    for arg in command.get_positionals() {
        let names = arg.get_value_names().unwrap_or_default();
        let name = names.iter().map(clap::builder::Str::as_str).collect::<Vec<_>>().join(" ");
        let many = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
        usage.push(if arg.is_required_set() { format!("{name}{many}") } else { format!("[{name}]{many}") });
    }
    if command.has_subcommands() {
        usage.push(format!("[{}]", tr!(locale, "cli-usage-command")));
    }
    usage.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::Lang, locale::LANGUAGES};

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        for lang in LANGUAGES {
            command(&Locale::new(&Lang::new(lang))).debug_assert();
        }
    }
}
