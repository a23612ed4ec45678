//! Spreadsheets opened by `LibreOffice`, where the machine has it; else these are shown as ignored.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/browser.rs"]
mod browser;
#[path = "support/printed.rs"]
mod printed;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
};

use babahui::report::{Document, document_xlsx};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let args = Arguments::from_args();
    let office = browser::program(&["soffice", "libreoffice", "localc"]);
    if office.is_none() {
        eprintln!("No LibreOffice on this machine: spreadsheets are not opened by it, and their tests are ignored.");
    }
    let trial = |name: &str, document: fn() -> Document, words: &'static [&'static str]| {
        let office = office.clone();
        let trial = Trial::test(name, move || opens(&office.ok_or("no LibreOffice")?, &document(), words));
        trial.with_ignored_flag(browser::program(&["soffice", "libreoffice", "localc"]).is_none())
    };
    let trials = vec![
        trial(
            "a_summary_opens_with_its_tables",
            printed::summary,
            &["各栋答卷", "最近一次走访", "52,300.00", "2024-11-24"],
        ),
        trial("hostile_words_open_as_words", printed::hostile, &["<script>alert(1)</script>", "300 选选"]),
    ];
    libtest_mimic::run(&args, trials).exit_code()
}

/// Has the spreadsheet written again as one page of tables, in which these words then stand.
fn opens(office: &Path, document: &Document, words: &[&str]) -> Result<(), Failed> {
    let dir = tempfile::tempdir()?;
    let file: PathBuf = dir.path().join("book.xlsx");
    fs::write(&file, document_xlsx(document)?)?;
    let mut command = Command::new(office);
    command
        .arg(format!("-env:UserInstallation=file://{}", dir.path().join("profile").display()))
        .args(["--headless", "--norestore", "--convert-to", "html:HTML (StarCalc)", "--outdir"])
        .arg(dir.path())
        .arg(&file)
        .stdin(Stdio::null());
    let done = command.output()?;
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let page = fs::read_to_string(dir.path().join("book.html"))?;
    let text = page.replace("&lt;", "<").replace("&gt;", ">");
    for word in words {
        assert!(text.contains(word), "{word} in {} characters", text.len());
    }
    assert!(!text.contains("Err:") && !text.contains("#NAME?"));
    Ok(())
}
