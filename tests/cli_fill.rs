//! `babahui fill`: by a script, and line by line.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::path::Path;

use assert_cmd::Command;
use babahui::{
    app::SystemIds,
    store::{OpenOptions, ResponseFilter, Sort, Store},
};
use predicates::{prelude::*, str::contains};
use serde_json::{Value as Json, json};

fn fill(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.arg("fill").args(arguments).env("BABAHUI_DATA", data).env("LANG", "C.UTF-8");
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command
}

fn open(data: &Path) -> Store {
    let now = "2026-01-01T08:00:00+08:00".parse().unwrap();
    let options = OpenOptions { community: String::new(), ids: &mut SystemIds, now, page_limit: None };
    Store::open(data, options).unwrap().into_store()
}

/// Plays operations without storing anything, and gives the report.
fn played(survey: &str, ops: &Json) -> Json {
    let data = tempfile::tempdir().unwrap();
    let script = data.path().join("ops.json");
    std::fs::write(&script, ops.to_string()).unwrap();
    let arguments = [survey, "--script", script.to_str().unwrap(), "--dry-run", "--state", "json"];
    let run = fill(data.path(), &arguments).args(["--now", "2024-11-12T14:00:00+08:00"]).output().unwrap();
    assert!(!data.path().join("babahui.db").exists(), "a dry run stores nothing");
    serde_json::from_slice(&run.stdout).unwrap()
}

/// One node of a list of nodes.
fn node<'j>(nodes: &'j Json, path: &str) -> &'j Json {
    nodes.as_array().unwrap().iter().find(|n| n["ref"] == path).unwrap_or(&Json::Null)
}

#[test]
fn a_script_shows_how_every_question_stands() {
    let report = played(
        "courtyard-intake",
        &json!([
            {"set": "/data/home/people", "value": 2},
            {"set": "/data/concern_group/concerns", "value": "facade ebike access look"},
            {"snapshot": "four"},
            {"set": "/data/concern_group/concerns", "value": ["ebike", "facade"]},
            {"set": "/data/home/tenure", "refusal": "refused"},
            {"set": "/data/list_members", "value": "yes"},
            {"language": "en"},
            {"snapshot": "two"},
        ]),
    );
    let [four, two] = &report["snapshots"].as_array().unwrap()[..] else { unreachable!() };
    assert_eq!((&four["label"], &two["label"]), (&json!("four"), &json!("two")));
    let concerns = node(&four["nodes"], "/data/concern_group/concerns");
    assert_eq!(concerns["violation"], "constraint");
    assert_eq!(concerns["message"], "选了 4 项，最多三项");
    assert_eq!(concerns["kind"], "select_multiple");
    let concerns = node(&two["nodes"], "/data/concern_group/concerns");
    assert_eq!((&concerns["violation"], &concerns["value"]), (&Json::Null, &json!("facade ebike")));
    let most = node(&two["nodes"], "/data/concern_group/most");
    assert_eq!(
        most["options"],
        json!([{"value": "facade", "label": "Facade peeling"}, {"value": "ebike", "label": "E-bike parking and charging"}])
    );
    assert_eq!(node(&two["nodes"], "/data/home/tenure")["refusal"], "refused");
    assert_eq!(node(&two["nodes"], "/data/member[2]")["kind"], "repeat_instance");
    let relation = node(&two["nodes"], "/data/member[2]/relation");
    assert_eq!((&relation["required"], &relation["violation"]), (&json!(true), &json!("required")));
    assert_eq!(relation["label"], "Who is it to you?");
    let hidden = node(&two["nodes"], "/data/give_group/money");
    assert_eq!((&hidden["relevant"], &hidden["value"]), (&json!(false), &json!("")));
    assert_eq!(report["end"]["nodes"], two["nodes"]);
    assert_eq!(report["refused"], json!([]));
}

#[test]
fn a_script_adds_and_removes_repeat_entries_counting_from_0() {
    let report = played(
        "household-visit",
        &json!([
            {"set": "/data/arrival/door", "value": "met"},
            {"add_repeat": "/data/need"},
            {"set": "/data/need[1]/need_kind", "value": "meal"},
            {"add_repeat": "/data/need"},
            {"set": "/data/need[2]/need_kind", "value": "doctor"},
            {"remove_repeat": "/data/need", "index": 0},
        ]),
    );
    let nodes = &report["end"]["nodes"];
    assert_eq!(node(nodes, "/data/need[1]/need_kind")["value"], "doctor");
    assert_eq!(node(nodes, "/data/need[2]"), &Json::Null);
}

#[test]
fn an_operation_that_is_not_taken_is_reported_and_the_rest_goes_on() {
    let data = tempfile::tempdir().unwrap();
    let script = data.path().join("ops.json");
    let ops = json!([{"set": "/data/home/people", "value": "many"}, {"set": "/data/home/area", "value": "gate"}]);
    std::fs::write(&script, ops.to_string()).unwrap();
    let arguments = ["courtyard-intake", "--script", script.to_str().unwrap(), "--dry-run", "--state", "json"];
    let run = fill(data.path(), &arguments).assert().code(1);
    let report: Json = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(report["refused"][0]["op"], 1);
    assert_eq!(node(&report["end"]["nodes"], "/data/home/area")["value"], "gate");
}

#[test]
fn a_script_that_makes_no_sense_is_a_sentence() {
    let data = tempfile::tempdir().unwrap();
    for (text, sentence) in [("[", "JSON"), ("{}", "operations"), ("[{\"jump\":1}]", "operation 1")] {
        let script = data.path().join("ops.json");
        std::fs::write(&script, text).unwrap();
        let arguments = ["courtyard-intake", "--script", script.to_str().unwrap(), "--dry-run", "--lang", "en"];
        fill(data.path(), &arguments).assert().code(2).stdout("").stderr(contains(sentence));
    }
}

#[test]
fn a_script_stores_what_it_did_final_or_as_a_draft() {
    let data = tempfile::tempdir().unwrap();
    let store_by = |ops: Json| {
        let script = data.path().join("ops.json");
        std::fs::write(&script, ops.to_string()).unwrap();
        let arguments = ["service-offer", "--script", script.to_str().unwrap(), "--state", "json", "--door", "3 2 501"];
        let run = fill(data.path(), &arguments).assert().success();
        let report: Json = serde_json::from_slice(&run.get_output().stdout).unwrap();
        report["response"]["state"].clone()
    };
    let side = json!({"set": "/data/side", "value": "request"});
    assert_eq!(store_by(json!([side])), "draft");
    let whole = json!([
        side,
        {"set": "/data/what/category", "value": "food"},
        {"set": "/data/what/needed", "value": "meal"},
        {"set": "/data/request/asker", "value": "王婆婆"},
        {"set": "/data/contact", "refusal": "refused"},
    ]);
    assert_eq!(store_by(whole), "final");
    let store = open(data.path());
    let page = store.responses(&ResponseFilter::default(), Sort::Newest, 0, 10).unwrap();
    assert_eq!((page.total, page.rows[0].head.door.household.as_str()), (1, "501"));
    assert_eq!(store.drafts().unwrap().len(), 1);
}

#[test]
fn a_response_belongs_to_the_session_that_is_named() {
    let data = tempfile::tempdir().unwrap();
    let script = data.path().join("ops.json");
    std::fs::write(&script, json!([{"set": "/data/side", "value": "request"}]).to_string()).unwrap();
    let ops = script.to_str().unwrap();
    let by_script = |session: &str, now: &str| {
        let mut run = fill(data.path(), &["service-offer", "--script", ops, "--session", session, "--now", now]);
        run.args(["--lang", "en"]).assert()
    };
    let (monday, later) = ("2024-11-11T14:00:00+08:00", "2024-11-18T14:00:00+08:00");
    by_script("Tea", monday).code(2).stderr(contains("no session yet"));
    by_script("new: ", monday).code(2).stderr(contains("title"));
    by_script("new:Tea in the yard", monday).success();
    by_script("new:Tea in the yard", monday).success();
    by_script("new:Tea in the yard", later).success();
    by_script("tea", later).code(2).stderr(contains("More than one").and(contains("2024-11-11")));
    by_script("toa 11-18", later).code(2).stderr(contains("No session"));
    by_script("tea 11-18", later).success();
    fill(data.path(), &["service-offer", "--plain", "--session", "11-18"]).write_stdin("2\n").assert().success();
    let store = open(data.path());
    let sessions = store.sessions(false).unwrap();
    let [second, first] = &sessions[..] else { panic!("{sessions:?}") };
    let of = |id| store.drafts().unwrap().iter().filter(|draft| draft.head.session == Some(id)).count();
    assert_eq!((of(first.session.id), of(second.session.id)), (2, 3));
    assert!(first.session.starts < second.session.starts);
}

/// What a shopper types, line by line.
fn typed(lines: &[&str]) -> String {
    lines.join("\n") + "\n"
}

#[test]
fn prompts_lead_through_a_survey_to_a_stored_response() {
    let data = tempfile::tempdir().unwrap();
    let lines = [
        "2",  // needs a service
        "吃", // the category, by part of its label
        "1",  // meals
        "王婆婆",
        "",     // for whom: as it is
        "二十", // how many
        "明天 11:30",
        "8",
        "少盐",
        ":r", // would rather not leave a number
        "y",
    ];
    fill(data.path(), &["service-offer", "--plain", "--door", "1-1-101"])
        .write_stdin(typed(&lines))
        .assert()
        .success()
        .stdout(contains("已提交").and(contains("王婆婆")).and(contains("拒答")));
    let store = open(data.path());
    let page = store.responses(&ResponseFilter::default(), Sort::Newest, 0, 10).unwrap();
    assert_eq!(page.total, 1);
    let history = store.response(page.rows[0].head.id).unwrap().unwrap();
    let answers = &history.revisions[0].response.answers;
    let text = |name: &str| answers.answer(name).and_then(|a| a.value()).unwrap().to_text();
    assert_eq!((text("needed"), text("amount"), text("asker")), ("meal".into(), "20".into(), "王婆婆".into()));
    assert!(store.drafts().unwrap().is_empty());
}

#[test]
fn what_is_typed_before_the_input_ends_is_a_draft_to_go_on_with() {
    let data = tempfile::tempdir().unwrap();
    let first = fill(data.path(), &["service-offer", "--plain"]).write_stdin(typed(&["2", "1"])).assert().success();
    first.stdout(contains("已存成草稿").and(contains("--resume")));
    let second = fill(data.path(), &["service-offer", "--plain", "--resume"])
        .write_stdin(typed(&["家电维修", "向大姐", ":v", "", "13900000301", "y"]))
        .assert()
        .success();
    second.stdout(contains("向大姐").and(contains("还有 1 处")).and(contains("已提交")));
    let none = fill(data.path(), &["service-offer", "--plain", "--resume"]).write_stdin("").assert();
    none.code(2).stderr(contains("没有草稿"));
}

#[test]
fn wrong_answers_are_asked_again_and_one_can_go_back() {
    let data = tempfile::tempdir().unwrap();
    let lines = ["9", "zzz", "1", ":b", "2", ":dance", ":h", ":q"];
    let run = fill(data.path(), &["service-offer", "--plain"]).write_stdin(typed(&lines)).assert().success();
    let said = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert_eq!(said.matches("没有选项对得上").count(), 2, "{said}");
    assert!(said.contains("现在是：我能提供服务"), "the answer given is shown on the way back: {said}");
    assert!(said.contains("没有 `:dance` 这个命令"), "{said}");
    assert_eq!(open(data.path()).drafts().unwrap().len(), 1);
}

#[test]
fn only_a_yes_finalises() {
    let data = tempfile::tempdir().unwrap();
    let lines = ["2", "1", "1", "王婆婆", "", "", "", "", "", "13900000101", "1", ":q"];
    let run = fill(data.path(), &["service-offer", "--plain"]).write_stdin(typed(&lines)).assert().success();
    run.stdout(contains("都填好了").and(contains("已存成草稿")));
    assert_eq!(open(data.path()).drafts().unwrap().len(), 1);
}

#[test]
fn an_unusual_answer_stands_with_a_reason() {
    let data = tempfile::tempdir().unwrap();
    let lines = ["y", "", "1", "", "12", "三代人住一起", ":q"];
    let run = fill(data.path(), &["courtyard-intake", "--plain"]).write_stdin(typed(&lines)).assert().success();
    run.stdout(contains("超过 8 个人").and(contains("院子里哪些问题")));
}

#[test]
fn repeat_entries_are_offered_one_by_one() {
    let data = tempfile::tempdir().unwrap();
    let lines = [
        "14号院",
        "",
        "",
        "1", // arrival: somebody was met
        "何老师",
        "", // no must-visit kind
        "y",
        "1",
        "软和点",
        "1", // one need
        "",  // no more
        "",
        "2",
        "", // no hazard noted, no follow-up, no notes
        "y",
    ];
    let run = fill(data.path(), &["household-visit", "--plain"]).write_stdin(typed(&lines)).assert().success();
    run.stdout(contains("需求：已有 0 条").and(contains("需求：已有 1 条")).and(contains("已提交")));
}

#[test]
fn nothing_typed_reaches_the_terminal_raw() {
    let data = tempfile::tempdir().unwrap();
    let run = fill(data.path(), &["courtyard-intake", "--plain"])
        .write_stdin("y\nab\u{1b}[31mc\u{202e}\n:v\n")
        .assert()
        .success();
    let said = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
}

#[test]
fn says_how_when_neither_way_is_asked_for() {
    let data = tempfile::tempdir().unwrap();
    fill(data.path(), &["courtyard-intake", "--lang", "en"]).assert().code(2).stderr(contains("--plain"));
}
