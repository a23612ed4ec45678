//! A real browser without a window, where the machine has one.

#![allow(dead_code, reason = "each test file uses its part")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// What Chromium is called on the machines it is found on.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Longest a page may take, in seconds: the browser has stopped by itself long before.
const PATIENCE: u64 = 120;

/// The path of the first of these programs that the machine has.
pub fn program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let dirs: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| dirs.iter().map(|dir| dir.join(name)).find(|file| file.is_file()))
}

/// A browser that reaches nothing but the files it is given.
pub struct Browser {
    program: PathBuf,
}

impl Browser {
    /// The machine's browser, if it has one.
    pub fn find() -> Option<Self> {
        program(&NAMES).map(|program| Self { program })
    }

    /// What the browser says of a page with these arguments, in a profile of its own.
    pub fn run(&self, dir: &Path, args: &[String], page: &Path) -> Result<String, String> {
        let (told, complained) = (dir.join("told"), dir.join("complained"));
        let file = |path: &Path| fs::File::create(path).map_err(|e| e.to_string());
        let mut command = Command::new(&self.program);
        command
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"])
            .args(["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"])
            .args(["--hide-scrollbars", "--no-pdf-header-footer", "--disable-extensions"])
            .arg(format!("--user-data-dir={}", dir.join("profile").display()))
            .args(args)
            .arg(format!("file://{}", page.display()))
            .stdin(Stdio::null())
            .stdout(file(&told)?)
            .stderr(file(&complained)?);
        let mut child = command.spawn().map_err(|e| e.to_string())?;
        let until = Instant::now() + Duration::from_secs(PATIENCE);
        loop {
            match child.try_wait().map_err(|e| e.to_string())? {
                Some(status) if status.success() => return fs::read_to_string(&told).map_err(|e| e.to_string()),
                Some(status) => {
                    let why = fs::read_to_string(&complained).unwrap_or_default();
                    return Err(format!("{status}: {why}"));
                }
                None if Instant::now() > until => {
                    let _ = child.kill();
                    let _ = child.wait();
                    return Err("the browser did not end".to_owned());
                }
                None => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }
}
