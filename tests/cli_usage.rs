//! The command line itself: help, version, completions, the manual page, and arguments that make no sense.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use assert_cmd::Command;
use babahui::{cli, domain::Lang, locale::Locale};
use predicates::prelude::*;

fn babahui(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.args(arguments).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C.UTF-8");
    command
}

#[test]
fn help_is_in_the_language_asked_for() {
    babahui(&["--help"]).assert().success().stdout(predicate::str::contains("用法： babahui [选项] [命令]"));
    let english = babahui(&["--help", "--lang", "en"]).assert().success();
    let english = String::from_utf8(english.get_output().stdout.clone()).unwrap();
    assert!(english.contains("Usage: babahui [options] [command]"));
    assert!(english.is_ascii(), "{english}");
    let chinese = babahui(&["--help"]).assert().success();
    let chinese = String::from_utf8(chinese.get_output().stdout.clone()).unwrap();
    for word in ["Usage", "Options", "Commands", "Print", "possible values", "default"] {
        assert!(!chinese.contains(word), "{word} in\n{chinese}");
    }
}

#[test]
fn the_environment_names_the_language_when_nobody_asks() {
    babahui(&["--help"]).env("LANG", "en_US.UTF-8").assert().success().stdout(predicate::str::contains("Usage:"));
}

#[test]
fn every_command_and_option_has_its_words_in_both_languages() {
    for lang in ["zh-CN", "en"] {
        let command = cli::command(&Locale::new(&Lang::new(lang)));
        let mut verbs = vec![&command];
        let mut at = 0;
        while let Some(verb) = verbs.get(at).copied() {
            verbs.extend(verb.get_subcommands());
            at += 1;
        }
        for verb in verbs {
            let wordless = |text: Option<String>| text.is_none_or(|t| t.is_empty() || t.starts_with("cli-"));
            assert!(!wordless(verb.get_about().map(ToString::to_string)), "{lang}: {} says nothing", verb.get_name());
            for argument in verb.get_arguments() {
                let help = argument.get_help().map(ToString::to_string);
                assert!(!wordless(help), "{lang}: {} {} says nothing", verb.get_name(), argument.get_id());
            }
        }
    }
}

#[test]
fn arguments_are_explained_in_the_order_they_are_typed() {
    let help = babahui(&["eval", "--help", "--lang", "en"]).assert().success();
    let help = String::from_utf8(help.get_output().stdout.clone()).unwrap();
    assert!(help.find("<SURVEY>").unwrap() < help.find("<EXPR>").unwrap(), "{help}");
}

#[test]
fn the_version_is_one_line() {
    let version = concat!("babahui ", env!("CARGO_PKG_VERSION"), "\n");
    babahui(&["--version"]).assert().success().stdout(version);
}

#[test]
fn arguments_that_make_no_sense_are_a_sentence_and_exit_code_2() {
    let cases = [
        (vec!["dance"], "没有 dance 这个命令"),
        (vec!["--lang", "en", "dance"], "There is no command dance."),
        (vec!["--lang", "en", "completion"], "Did you mean completions?"),
        (vec!["--nonsense"], "没有 --nonsense"),
        (vec!["completions"], "还差：SHELL"),
        (vec!["completions", "dos"], "不能填 dos"),
        (vec!["--lang", "en", "man", "--data"], "--data"),
    ];
    for (arguments, sentence) in cases {
        babahui(&arguments).assert().code(2).stdout("").stderr(predicate::str::contains(sentence));
    }
}

#[test]
fn every_shell_gets_completions_and_man_is_roff() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        babahui(&["completions", shell]).assert().success().stdout(predicate::str::contains("babahui"));
    }
    let page = babahui(&["man"]).assert().success();
    let page = String::from_utf8(page.get_output().stdout.clone()).unwrap();
    assert!(page.contains(".TH") && page.contains("completions"), "{page}");
}

#[test]
fn the_terminal_is_looked_at_without_one_too() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().display().to_string();
    let checked =
        babahui(&["check", "--terminal", "--lang", "en", "--data", &data]).env("LANG", "zh_CN.UTF-8").assert();
    checked.success().stdout(predicate::str::contains("There is no terminal").and(predicate::str::contains(&data)));
    babahui(&["check", "--terminal", "--lang", "en", "--data", &data]).env("LC_ALL", "C").assert().code(1);
}
