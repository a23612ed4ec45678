//! What a printer gets is what was asked for, on the paper it was laid out for, under its name.

use std::{fs, sync::OnceLock};

use assert_cmd::{Command, assert::Assert};
use babahui::app::demo;
use libtest_mimic::Failed;
use lopdf::Document;
use predicates::{prelude::*, str::contains};

use crate::{
    boxes,
    cups::{Paper, Server},
    terminal::Terminal,
};

pub type Check = fn(&Server) -> Result<(), Failed>;

pub const CHECKS: [(&str, Check); 5] = [
    ("printers_are_listed_as_they_stand", listed),
    ("a_report_comes_out_whole_on_its_paper", comes_out_whole),
    ("a_printer_that_is_paused_or_takes_nothing_is_told_apart", paused_and_refusing),
    ("a_stopped_service_is_not_a_missing_printer", stopped),
    ("the_printer_chosen_on_screen_is_remembered", chosen_on_screen),
];

/// The demo in a folder of its own, with a font that has a box for every character of it.
fn desk() -> Result<tempfile::TempDir, Failed> {
    static BUILT: OnceLock<tempfile::TempDir> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        demo::build(dir.path()).unwrap();
        let mut characters: Vec<char> = (' '..='~').chain('\u{4e00}'..='\u{9fa5}').collect();
        characters.extend("·—‘’“”…、。《》「」【】！（），：；？￥".chars());
        characters.sort_unstable();
        fs::write(dir.path().join("boxes.ttf"), boxes::font(&characters)).unwrap();
        dir
    });
    let dir = tempfile::tempdir()?;
    for entry in fs::read_dir(built.path())?.flatten().filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), dir.path().join(entry.file_name()))?;
    }
    let font = dir.path().join("boxes.ttf").display().to_string();
    fs::write(dir.path().join("settings.ron"), format!("(language: \"zh-CN\", font: {font:?})"))?;
    Ok(dir)
}

fn print(server: &Server, desk: &tempfile::TempDir, arguments: &[&str]) -> Result<Assert, Failed> {
    let mut command = Command::cargo_bin("babahui")?;
    command.envs(server.variables()).env_remove("LPDEST").env_remove("PRINTER");
    Ok(command.arg("--data").arg(desk.path()).arg("print").args(arguments).assert())
}

/// The sheets of a paper, in points.
fn sheets(paper: &Paper) -> Result<Vec<(i64, i64)>, Failed> {
    let file = Document::load_mem(&paper.bytes)?;
    let pages = file.get_pages();
    let mut sheets = Vec::new();
    for id in pages.values() {
        let mut object = file.get_dictionary(*id)?;
        while object.get(b"MediaBox").is_err() {
            object = file.get_dictionary(object.get(b"Parent")?.as_reference()?)?;
        }
        let array = file.dereference(object.get(b"MediaBox")?)?.1.as_array()?;
        let side = |at: usize| -> Result<f32, Failed> { Ok(array[at].as_float()?) };
        #[allow(clippy::cast_possible_truncation, reason = "sides of a sheet")]
        sheets.push(((side(2)? - side(0)?).round() as i64, (side(3)? - side(1)?).round() as i64));
    }
    Ok(sheets)
}

fn listed(server: &Server) -> Result<(), Failed> {
    let desk = desk()?;
    server.asked("cupsreject", &["办公室"])?;
    let said = print(server, &desk, &["--list"])?.success();
    let said = String::from_utf8(said.get_output().stdout.clone())?;
    let (_, printers) = said.split_once("打印机：\n").ok_or(said.clone())?;
    let words: Vec<Vec<&str>> = printers.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(words, [vec!["Hall", "默认"], vec!["办公室", "不收文件"]]);
    Ok(())
}

fn comes_out_whole(server: &Server) -> Result<(), Failed> {
    let desk = desk()?;
    print(server, &desk, &["posting", "--to"])?.success().stdout(contains("已送打印机 Hall"));
    print(server, &desk, &["poster", "--to", "办公室", "--copies", "2"])?.success();
    print(server, &desk, &["route", "--to", "Hall", "--two-sided"])?.success();
    print(server, &desk, &["actions", "--to", "Hall", "--paper", "letter", "--two-sided"])?.success();
    let papers = server.papers(4)?;
    let [posting, poster, route, actions] = papers.as_slice() else { return Err("four papers".into()) };
    assert_eq!((posting.title.as_str(), posting.copies.as_str()), ("第四次坝坝会：七件事定下来 表决结果公示", "1"));
    let all =
        |paper: &Paper, sheet: (i64, i64)| -> Result<bool, Failed> { Ok(sheets(paper)?.iter().all(|s| *s == sheet)) };
    assert!(all(posting, (595, 842))?);
    let words = server.words(posting)?;
    let asked = print(server, &desk, &["posting"])?.success();
    let asked = String::from_utf8(asked.get_output().stdout.clone())?;
    let mut missing = Vec::new();
    for line in asked.lines() {
        // What is set side by side stands apart on paper.
        for piece in line.split(char::is_whitespace).filter(|piece| !piece.contains("__") && !piece.is_empty()) {
            if !words.contains(piece) {
                missing.push(piece);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?} of\n{words}");
    assert!(all(poster, (842, 1191))?);
    assert_eq!(poster.copies, "2");
    assert!(!posting.options.contains("sides="), "as the printer does by itself: {}", posting.options);
    assert!(route.options.contains("sides=two-sided-short-edge"), "{}", route.options);
    assert!(actions.options.contains("sides=two-sided-long-edge"), "{}", actions.options);
    assert!(all(actions, (612, 792))?);
    Ok(())
}

fn paused_and_refusing(server: &Server) -> Result<(), Failed> {
    let desk = desk()?;
    server.asked("cupsdisable", &["Hall"])?;
    print(server, &desk, &["actions", "--to"])?.success().stdout(contains("暂停"));
    server.asked("cupsreject", &["办公室"])?;
    let refused = print(server, &desk, &["fund", "--to", "办公室"])?.failure();
    refused.stderr(contains("打印机 办公室 现在不收文件").and(contains("文件在")));
    let unknown = print(server, &desk, &["fund", "--to", "阁楼"])?.failure();
    unknown.stderr(contains("没有叫 阁楼 的打印机").and(contains("Hall、办公室")));
    server.asked("cupsenable", &["Hall"])?;
    let papers = server.papers(1)?;
    assert_eq!(papers.len(), 1, "the one that waited, and nothing else");
    assert!(papers[0].bytes.starts_with(b"%PDF"));
    Ok(())
}

fn stopped(server: &Server) -> Result<(), Failed> {
    let desk = desk()?;
    let mut command = Command::cargo_bin("babahui")?;
    command.envs(server.variables()).env_remove("LPDEST").env_remove("PRINTER");
    command.env("CUPS_SERVER", desk.path().join("nobody")).arg("--data").arg(desk.path());
    let said = command.args(["print", "actions", "--to"]).assert().failure();
    said.stderr(contains("打印服务没有响应").and(contains("文件在")));
    Ok(())
}

fn chosen_on_screen(server: &Server) -> Result<(), Failed> {
    let desk = desk()?;
    let mut command = Terminal::command(desk.path());
    for (name, value) in server.variables().into_iter().filter(|(_, value)| !value.is_empty()) {
        command.env(name, value);
    }
    let mut terminal = Terminal::start(command);
    terminal.wait_for("场次");
    terminal.keys("\x18");
    terminal.wait_for("默认那台");
    // F3, one down, taken; two copies; F4.
    terminal.keys("\x1bOR");
    terminal.wait_for("> Hall");
    terminal.keys("\x1b[B");
    terminal.wait_for("> 办公室");
    terminal.keys("\r+");
    terminal.wait_for("份数 2");
    terminal.keys("\x1bOS");
    terminal.wait_for("已送打印机 办公室");
    let papers = server.papers(1)?;
    assert_eq!(papers[0].copies, "2");
    let words = server.words(&papers[0])?;
    assert!(words.contains("院落改造意见征集"), "{words}");
    assert!(fs::read_to_string(desk.path().join("settings.ron"))?.contains("办公室"), "kept for next time");
    Ok(())
}
