//! One line from the person: an answer, or a command that begins with a colon.

use std::io::{self, BufRead};

use crate::{
    domain::Refusal,
    locale::{Locale, clean_line, fold_typed},
    tr,
};

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heard {
    /// An answer; empty for Enter alone.
    Text(String),
    /// Back to the question before.
    Back,
    /// On to the next question, whatever this one says.
    Skip,
    /// Take the answer away.
    Clear,
    /// A refusal.
    Refuse(Refusal),
    /// All answers.
    Review,
    /// What can be typed.
    Help,
    /// Leave; the draft stays.
    Leave,
    /// A command nobody knows.
    Unknown(String),
    /// Nothing more comes.
    End,
}

/// The commands: every name each is known by.
const COMMANDS: &[(&[&str], Heard)] = &[
    (&["b", "back"], Heard::Back),
    (&["s", "skip"], Heard::Skip),
    (&["x", "clear"], Heard::Clear),
    (&["r", "refused"], Heard::Refuse(Refusal::Refused)),
    (&["d", "dontknow"], Heard::Refuse(Refusal::DontKnow)),
    (&["n", "notapplicable"], Heard::Refuse(Refusal::NotApplicable)),
    (&["v", "review"], Heard::Review),
    (&["h", "help", "?"], Heard::Help),
    (&["q", "quit"], Heard::Leave),
];

/// Reads one line. What is no UTF-8 is replaced, what is no letter or sign is left out.
pub(super) fn hear(from: &mut dyn BufRead) -> io::Result<Heard> {
    let mut line = Vec::new();
    if from.read_until(b'\n', &mut line)? == 0 {
        return Ok(Heard::End);
    }
    Ok(meant(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n'])))
}

/// A text as it is compared: width and case do not matter.
pub(super) fn folded(text: &str) -> String {
    fold_typed(text.trim()).to_lowercase()
}

/// Whether a text says yes: `y` or one of the words of the language.
pub(super) fn says_yes(locale: &Locale, text: &str) -> bool {
    let said = folded(text);
    ["y", "ok"].contains(&said.as_str()) || tr!(locale, "plain-yes").split(' ').any(|word| word == said)
}

/// What a line means.
fn meant(line: &str) -> Heard {
    let folded = fold_typed(line.trim());
    let Some(command) = folded.strip_prefix(':') else { return Heard::Text(clean_line(line).into_owned()) };
    let command = command.trim().to_lowercase();
    let known = COMMANDS.iter().find(|(names, _)| names.contains(&command.as_str()));
    known.map_or(Heard::Unknown(command), |(_, heard)| heard.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_begins_a_command_also_a_full_width_one() {
        for (line, heard) in [
            ("", Heard::Text(String::new())),
            (" 张嬢嬢", Heard::Text(" 张嬢嬢".into())),
            (":b", Heard::Back),
            ("：ｂ", Heard::Back),
            (" :REVIEW ", Heard::Review),
            (":d", Heard::Refuse(Refusal::DontKnow)),
            (":dance", Heard::Unknown("dance".into())),
            ("12:30", Heard::Text("12:30".into())),
        ] {
            assert_eq!(meant(line), heard, "{line:?}");
        }
    }

    #[test]
    fn reads_lines_until_nothing_more_comes() {
        let mut input: &[u8] = b"one\r\n\xff\n:q";
        let mut next = || hear(&mut input).unwrap();
        assert_eq!(next(), Heard::Text("one".into()));
        assert!(matches!(next(), Heard::Text(_)));
        assert_eq!(next(), Heard::Leave);
        assert_eq!(next(), Heard::End);
    }
}
