//! `export SURVEY`: the responses as tables or JSON.

use std::{
    collections::HashMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};

use super::{CliFault, Desk, export_xlsx};
use crate::{
    app,
    domain::{
        exchange::{Layout, Outgoing, write_tables, write_trail},
        record::{Body, Printed},
        tally::Codebook,
    },
    import::SurveyLibrary,
    locale::{Counted, Locale, clean_line, count},
    report::{codebook_csv, csv_text},
    store::Store,
    tr,
};

/// What to export and where to.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The survey's id, or its file
    #[arg(value_name = "SURVEY")]
    pub survey: String,
    /// csv, json, xlsx or codebook
    #[arg(long, value_enum, default_value = "csv", value_name = "FORMAT")]
    pub format: ExportFormat,
    /// File or directory to write; without one, standard output
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Begin CSV files with a byte order mark, so that spreadsheet programs read Chinese rightly
    #[arg(long)]
    pub bom: bool,
    /// Also how each response came about: in JSON beside its answers, in CSV a file a response
    #[arg(long)]
    pub audit: bool,
    /// What stays here otherwise: personal, sensitive, or a column by name
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub include: Vec<String>,
}

/// How responses are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// A table, and one for every repeat.
    Csv,
    /// Whole, with survey texts and sessions.
    Json,
    /// A spreadsheet: typed cells, a sheet a repeat, counts with charts, and the codebook.
    Xlsx,
    /// What questions and choices are called, as a table.
    Codebook,
}

/// Writes the responses.
///
/// # Errors
/// When the survey is not known, the store fails, or a file cannot be written.
pub fn export(desk: &mut Desk<'_>, args: &ExportArgs, out: &mut impl Write) -> Result<(), CliFault> {
    let mut store = desk.open()?;
    let mut library = desk.library();
    let survey = desk.survey(&store, &mut library, &args.survey)?;
    let versions = app::codebooks(&store, &library, &survey).map_err(CliFault::Store)?;
    let locale = desk.locale;
    let outgoing = Outgoing::asked(&versions, &args.include).map_err(|unknown| {
        let word = unknown.word.as_str();
        CliFault::Usage(match unknown.near {
            Some(near) => tr!(locale, "export-no-column-near", word = word, near = near),
            None => tr!(locale, "export-no-column", word = word),
        })
    })?;
    match args.format {
        ExportFormat::Xlsx => return spreadsheet(desk, &mut store, &library, (&survey, &versions, outgoing), args),
        ExportFormat::Codebook => {
            let target = target(args, &format!("{}-codebook.csv", file_word(&survey)))?;
            return put(target, &csv_text(&codebook_csv(&versions, &outgoing), args.bom), out);
        }
        ExportFormat::Csv | ExportFormat::Json => {}
    }
    let mut archive = app::archive(&store, &survey).map_err(CliFault::Store)?;
    if args.audit && args.format == ExportFormat::Csv && args.output.is_none() {
        return Err(CliFault::Usage(tr!(locale, "export-audit-where")));
    }
    let trails = if args.audit { app::with_trails(&store, &mut archive) } else { Ok(HashMap::new()) };
    let trails = trails.map_err(CliFault::Store)?;
    let extension = if args.format == ExportFormat::Csv { "csv" } else { "json" };
    let target = target(args, &format!("{}.{extension}", file_word(&survey)))?;
    note(desk, &mut store, &survey, args)?;
    let layout = Layout::outgoing(&versions, outgoing, &archive.responses);
    let left_out: Vec<String> = layout.left_out().into_iter().map(str::to_owned).collect();
    let mut repeats = 0;
    let mut files: Vec<(Option<PathBuf>, Vec<u8>)> = Vec::new();
    if args.format == ExportFormat::Json {
        archive.responses.iter_mut().for_each(|kept| layout.goes_out().cut(kept));
        archive.left_out.clone_from(&left_out);
        let json = serde_json::to_string_pretty(&archive).map_err(|e| CliFault::Told(e.to_string()))?;
        files.push((target, (json + "\n").into_bytes()));
    } else {
        for (sheet, rows) in layout.sheets.iter().zip(write_tables(&layout, &archive)) {
            let path = target.as_ref().map(|main| beside(main, &sheet.name));
            files.push((path, csv_text(&rows, args.bom)));
        }
        repeats = files.len() - 1;
        if let Some(main) = target.filter(|_| args.audit) {
            let folder = trail_folder(&main);
            fs::create_dir_all(&folder).map_err(|error| CliFault::File { path: folder.clone(), error })?;
            for kept in &archive.responses {
                let id = kept.response.head.id;
                let rows = write_trail(&layout, trails.get(&id).unwrap_or(&kept.response));
                files.push((Some(folder.join(format!("{id}.csv"))), csv_text(&rows, args.bom)));
            }
        }
    }
    for (path, text) in files {
        let printed = path.is_none();
        put(path, &text, out)?;
        if printed {
            break;
        }
    }
    let mut said = std::io::stderr();
    let written = count(locale, Counted::Responses, archive.responses.len() as u64);
    let _ = writeln!(said, "{}", tr!(locale, "export-done", responses = written));
    if args.output.is_none() && repeats > 0 {
        let _ = writeln!(said, "{}", tr!(locale, "export-repeats-left-out", count = repeats));
    }
    say_left_out(locale, &left_out);
    Ok(())
}

/// Puts it on record that marked answers are exported, before they are.
fn note(desk: &mut Desk<'_>, store: &mut Store, survey: &str, args: &ExportArgs) -> Result<(), CliFault> {
    if args.include.is_empty() {
        return Ok(());
    }
    let format = args.format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let printed = Printed::new(Printed::EXPORT, &args.include.join(" "), &format, survey);
    store.append_events(vec![Body::Printed(printed)], desk.stamp()).map_err(CliFault::Store)?;
    Ok(())
}

/// Says what was left out and how to ask for it.
fn say_left_out(locale: &Locale, left_out: &[String]) {
    if !left_out.is_empty() {
        let (count, names) = (left_out.len(), clean_line(&left_out.join(", ")).into_owned());
        let _ = writeln!(std::io::stderr(), "{}", tr!(locale, "export-left-out", count = count, names = names));
    }
}

/// The file to write: the one asked for, or one of this name in the folder asked for, which is made when there is none.
fn target(args: &ExportArgs, name: &str) -> Result<Option<PathBuf>, CliFault> {
    let Some(path) = &args.output else { return Ok(None) };
    if path.to_string_lossy().ends_with(std::path::is_separator) {
        fs::create_dir_all(path).map_err(|error| CliFault::File { path: path.clone(), error })?;
    }
    Ok(Some(if path.is_dir() { path.join(name) } else { path.clone() }))
}

/// Writes a file, or prints it where none was asked for.
fn put(path: Option<PathBuf>, text: &[u8], out: &mut impl Write) -> Result<(), CliFault> {
    match path {
        None => out.write_all(text).map_err(CliFault::stdout),
        Some(path) => fs::write(&path, text).map_err(|error| CliFault::File { path, error }),
    }
}

fn spreadsheet(
    desk: &mut Desk<'_>,
    store: &mut Store,
    library: &SurveyLibrary,
    (survey, versions, outgoing): (&str, &[Codebook], Outgoing),
    args: &ExportArgs,
) -> Result<(), CliFault> {
    let locale = desk.locale;
    if args.audit {
        return Err(CliFault::Usage(tr!(locale, "export-xlsx-audit")));
    }
    let Some(path) = target(args, &format!("{}.xlsx", file_word(survey)))? else {
        return Err(CliFault::Usage(tr!(locale, "export-xlsx-where")));
    };
    note(desk, store, survey, args)?;
    let written = export_xlsx::write(desk, store, library, (survey, versions, outgoing), &path)?;
    let mut said = std::io::stderr();
    let responses = count(locale, Counted::Responses, written.responses);
    let _ = writeln!(said, "{}", tr!(locale, "export-done", responses = responses));
    if written.cut > 0 {
        let _ = writeln!(said, "{}", tr!(locale, "export-xlsx-cut", count = written.cut));
    }
    say_left_out(locale, &written.left_out);
    Ok(())
}

/// The file of a repeat beside the file of the responses: `intake.csv`, `intake-member.csv`.
pub(super) fn beside(main: &Path, repeat: &str) -> PathBuf {
    if repeat.is_empty() {
        return main.to_path_buf();
    }
    let stem = main.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let extension = main.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    main.with_file_name(format!("{stem}-{}{extension}", file_word(repeat)))
}

/// The folder of the trails beside the file of the responses: `intake.csv`, `intake-audit/`.
fn trail_folder(main: &Path) -> PathBuf {
    let stem = main.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    main.with_file_name(format!("{stem}-audit"))
}

/// A name as a part of a file's name: nothing in it leads into another directory.
fn file_word(name: &str) -> String {
    let word: String =
        name.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' }).collect();
    match word.trim_start_matches('.') {
        "" => "_".to_owned(),
        word => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_repeats_stand_beside_the_file_of_the_responses() {
        let cases = [
            ("out/intake.csv", "", "out/intake.csv"),
            ("out/intake.csv", "member", "out/intake-member.csv"),
            ("out/intake.csv", "家庭成员", "out/intake-家庭成员.csv"),
            ("intake.csv", "../../etc/x", "intake-_.._etc_x.csv"),
        ];
        for (main, repeat, expected) in cases {
            assert_eq!(beside(Path::new(main), repeat), Path::new(expected));
        }
    }
}
