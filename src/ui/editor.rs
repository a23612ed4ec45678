//! A text in the person's own editor: for long texts, and for rare characters that some terminals drop.

use std::{
    fs, io,
    path::Path,
    process::{Command, ExitStatus},
};

/// The text as it is after editing; nothing when the editor says it was not to be kept (`:cq`).
///
/// The terminal is the editor's while this runs. `folder` is one's own, so that nobody else can read the file.
///
/// # Errors
/// When the file cannot be written or read, or there is no such editor.
pub fn edited(text: &str, folder: &Path) -> io::Result<Option<String>> {
    let file = folder.join("text.txt");
    fs::write(&file, text)?;
    let done = start(&file).and_then(|status| status.success().then(|| fs::read_to_string(&file)).transpose());
    // What is left of it says nothing that is not kept elsewhere.
    let _ = fs::remove_file(&file);
    Ok(done?.map(|text| text.trim_end_matches(['\r', '\n']).to_owned()))
}

/// The command of `$VISUAL`, else of `$EDITOR`, else what every computer has. It may hold arguments.
fn command() -> String {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok());
    let named = named.filter(|command| !command.trim().is_empty());
    named.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned())
}

fn start(file: &Path) -> io::Result<ExitStatus> {
    let command = command();
    if cfg!(windows) {
        let mut words = command.split_whitespace();
        let program = words.next().unwrap_or("notepad");
        return Command::new(program).args(words).arg(file).status();
    }
    // The shell reads the command as it does elsewhere: quotes, arguments, variables.
    let status = Command::new("sh").arg("-c").arg(format!("{command} \"$1\"")).arg("sh").arg(file).status()?;
    // What a shell says when there is no such program.
    if status.code() == Some(127) { Err(io::Error::new(io::ErrorKind::NotFound, command)) } else { Ok(status) }
}
