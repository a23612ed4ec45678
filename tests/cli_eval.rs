//! `babahui eval`: what an expression gives, as string, number and boolean.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use assert_cmd::Command;
use predicates::{prelude::*, str::contains};

fn eval(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.arg("eval").args(arguments).args(["--lang", "en"]).env("BABAHUI_DATA", "/nonexistent/babahui");
    command
}

#[test]
fn gives_string_number_and_boolean() {
    let now = ["--now", "2024-11-12T14:00:00+08:00"];
    let cases: &[(&[&str], [&str; 3])] = &[
        (&["courtyard-intake", "${people} + 1", "--set", "people=3"], ["4", "4", "true"]),
        (&["courtyard-intake", "${people} + 1"], ["NaN", "NaN", "false"]),
        (&["courtyard-intake", "${picked}", "--set", "concerns=facade ebike"], ["2", "2", "true"]),
        (&["courtyard-intake", "-1"], ["-1", "-1", "true"]),
        (&["courtyard-intake", "format-date(today(), '%Y-%m')"], ["2024-11", "NaN", "true"]),
        (&["courtyard-intake", ". > 2", "--at", "people", "--set", "people=3"], ["true", "1", "true"]),
    ];
    for (arguments, [string, number, boolean]) in cases {
        let expected = format!("string   {string}\nnumber   {number}\nboolean  {boolean}\n");
        eval(arguments).args(now).assert().success().stdout(expected);
    }
}

#[test]
fn answers_inside_repeats_are_set_by_path() {
    eval(&["courtyard-intake", "${elders}"])
        .args(["--set", "people=2", "--set", "list_members=yes", "--set", "/data/member[2]/age=70", "--json"])
        .assert()
        .success()
        .stdout("{\"boolean\":true,\"number\":1,\"string\":\"1\"}\n");
}

#[test]
fn a_fault_shows_the_expression_with_a_caret() {
    let said = eval(&["courtyard-intake", "${peopel} + 1"]).assert().code(1).stdout("");
    said.stderr(contains("^^^").and(contains("people")));
}

#[test]
fn says_what_does_not_fit() {
    for (arguments, sentence) in [
        (["courtyard-intak", "1", "--set", "people=1"], "Did you mean courtyard-intake"),
        (["courtyard-intake", "1", "--set", "people"], "NAME=VALUE"),
        (["courtyard-intake", "1", "--set", "nobody=1"], "no question nobody"),
        (["courtyard-intake", "1", "--set", "people=many"], "people=many"),
    ] {
        eval(&arguments).assert().code(2).stdout("").stderr(contains(sentence));
    }
}
