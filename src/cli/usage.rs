//! A command line that makes no sense, said in the language asked for.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::CliFault;
use crate::{locale::Locale, tr};

/// The sentence for what clap found wrong.
pub(super) fn fault(error: &Error, locale: &Locale) -> CliFault {
    let part = |kind| error.get(kind).map(text).unwrap_or_default();
    let (argument, value) = (part(ContextKind::InvalidArg), part(ContextKind::InvalidValue));
    let said = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            tr!(locale, "cli-fault-command", name = part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => tr!(locale, "cli-fault-argument", name = argument),
        ErrorKind::MissingRequiredArgument => tr!(locale, "cli-fault-missing", name = argument),
        ErrorKind::InvalidValue if value.is_empty() => tr!(locale, "cli-fault-no-value", name = argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            tr!(locale, "cli-fault-value", name = argument, value = value)
        }
        ErrorKind::ArgumentConflict => {
            tr!(locale, "cli-fault-conflict", name = argument, other = part(ContextKind::PriorArg))
        }
        _ => tr!(locale, "cli-fault-other"),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(part)
        .find(|near| !near.is_empty());
    let near = near.map(|near| tr!(locale, "cli-fault-near", near = near)).unwrap_or_default();
    let choices = part(ContextKind::ValidValue);
    let choices = if choices.is_empty() { choices } else { tr!(locale, "cli-fault-choices", choices = choices) };
    let help = tr!(locale, "cli-fault-help");
    let lines: Vec<String> = [said, near, choices, help].into_iter().filter(|line| !line.is_empty()).collect();
    CliFault::Usage(lines.join("\n"))
}

/// The text of one part of an error, without the angle brackets clap puts around names.
fn text(value: &ContextValue) -> String {
    let text = match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(list) => list.join(", "),
        _ => String::new(),
    };
    text.replace(['<', '>'], "")
}
