//! `check --terminal`: what the program finds around it, for when something looks wrong on screen.

use std::{ffi::OsString, io::Write, path::Path};

use super::CliFault;
use crate::{
    app::{Borders, Settings},
    locale::Locale,
    tr,
    ui::{PROBED, Probed, SMALLEST, probe},
};

/// Prints what the program finds: version, data directory, language, colours, the terminal's size and widths, the editor.
/// With `keep`, lines are drawn from now on as the terminal shows them well.
///
/// # Errors
/// [`CliFault::Found`] when something would look wrong; [`CliFault::File`] when nothing can be printed, or the setting cannot
/// be kept.
pub fn check_terminal(
    dir: &Path,
    mut settings: Settings,
    keep: bool,
    locale: &Locale,
    env: impl Fn(&str) -> Option<OsString>,
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let text = |name: &str| env(name).and_then(|value| value.into_string().ok()).filter(|value| !value.is_empty());
    let probed = probe();
    if let Some(probed) = probed.filter(|_| keep) {
        settings.borders = Some(if probed.draws_lines() { Borders::Drawn } else { Borders::Ascii });
        std::fs::create_dir_all(dir)
            .and_then(|()| settings.save(dir))
            .map_err(|error| CliFault::File { path: dir.to_path_buf(), error })?;
    }
    let (mut lines, good) = report(dir, &settings, locale, text, probed);
    if probed.is_some() && keep {
        let drawn = settings.borders == Some(Borders::Drawn);
        lines.push(if drawn { tr!(locale, "doctor-kept-drawn") } else { tr!(locale, "doctor-kept-plain") });
    }
    for line in lines {
        writeln!(out, "{line}").map_err(CliFault::stdout)?;
    }
    if good { Ok(()) } else { Err(CliFault::Found) }
}

fn report(
    dir: &Path,
    settings: &Settings,
    l: &Locale,
    env: impl Fn(&str) -> Option<String>,
    probed: Option<Probed>,
) -> (Vec<String>, bool) {
    let mut good = true;
    let data = dir.display().to_string();
    let writable = std::fs::metadata(dir).map_or(true, |found| found.is_dir() && !found.permissions().readonly());
    let mut lines = vec![
        format!("babahui {}", env!("CARGO_PKG_VERSION")),
        match (dir.is_dir(), writable) {
            (true, true) => tr!(l, "doctor-data", dir = data),
            (false, true) => tr!(l, "doctor-data-new", dir = data),
            (_, false) => {
                good = false;
                tr!(l, "doctor-data-locked", dir = data)
            }
        },
    ];
    let system = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&env).unwrap_or_else(|| "-".to_owned());
    let utf8 = system.to_lowercase().replace('-', "").contains("utf8") || cfg!(any(windows, target_os = "macos"));
    good &= utf8;
    let spoken = l.lang().as_str().to_owned();
    lines.push(if utf8 {
        tr!(l, "doctor-language", lang = spoken, system = system)
    } else {
        tr!(l, "doctor-language-bytes", lang = spoken, system = system)
    });
    let term = env("TERM").unwrap_or_else(|| "-".to_owned());
    lines.push(if env("NO_COLOR").is_some() {
        tr!(l, "doctor-no-colour", term = term)
    } else {
        tr!(l, "doctor-colour", term = term)
    });
    let Some(Probed { size: (columns, rows), widths }) = probed else {
        lines.push(tr!(l, "doctor-no-terminal"));
        return (lines, good);
    };
    let small = columns < SMALLEST.0 || rows < SMALLEST.1;
    good &= !small;
    lines.push(if small {
        tr!(l, "doctor-small", columns = columns, rows = rows, least = SMALLEST.0, least_rows = SMALLEST.1)
    } else {
        tr!(l, "doctor-size", columns = columns, rows = rows)
    });
    let measured: Vec<String> = PROBED.iter().zip(widths).map(|(sign, wide)| format!("{sign} {wide}")).collect();
    lines.push(tr!(l, "doctor-widths", widths = measured.join("   ")));
    let drawn = settings.borders == Some(Borders::Drawn);
    let wide = !Probed { size: (columns, rows), widths }.draws_lines();
    if widths[2] != 2 {
        good = false;
        lines.push(tr!(l, "doctor-narrow"));
    }
    if wide && drawn {
        good = false;
        lines.push(tr!(l, "doctor-lines-shift"));
    } else if !wide && !drawn {
        lines.push(tr!(l, "doctor-lines-fit"));
    }
    let editor = env("VISUAL").or_else(|| env("EDITOR"));
    lines.push(match editor {
        Some(editor) => tr!(l, "doctor-editor", editor = editor),
        None => tr!(l, "doctor-no-editor"),
    });
    (lines, good)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    fn told(settings: &Settings, lang: &str, probed: Option<Probed>) -> (String, bool) {
        let dir = tempfile::tempdir().unwrap();
        let env = |name: &str| (name == "LANG").then(|| "zh_CN.UTF-8".to_owned());
        let (lines, good) = report(dir.path(), settings, &Locale::new(&Lang::new(lang)), env, probed);
        (lines.join("\n"), good)
    }

    #[test]
    fn a_terminal_that_draws_as_meant_is_good() {
        let (said, good) = told(&Settings::default(), "en", Some(Probed { size: (80, 24), widths: [1, 1, 2] }));
        assert!(good && said.contains("80 x 24") && said.contains("drawn lines"), "{said}");
    }

    #[test]
    fn what_would_look_wrong_is_said() {
        let drawn = Settings { borders: Some(Borders::Drawn), ..Settings::default() };
        for (probed, settings, word) in [
            (Probed { size: (80, 24), widths: [2, 2, 2] }, &drawn, "plain characters"),
            (Probed { size: (50, 12), widths: [1, 1, 2] }, &Settings::default(), "50 x 12"),
            (Probed { size: (80, 24), widths: [1, 1, 1] }, &Settings::default(), "one column"),
        ] {
            let (said, good) = told(settings, "en", Some(probed));
            assert!(!good && said.contains(word), "{said}");
        }
        assert!(told(&Settings::default(), "zh-CN", None).0.contains("没有终端"));
    }
}
