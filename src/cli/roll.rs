//! `roll import|export|list|erase`: the roll of places and people.

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand, ValueEnum};

use super::{
    CliFault, Desk,
    roll_erase::{Erasing, erase},
    say::say,
};
use crate::{
    app::{self, import_to_undo},
    domain::{
        Privacy,
        place::{
            Command, Household, Place, Roll, places_named,
            sheet::{Mapping, SheetColumn, guess, named_column, plan, written_columns, written_row},
        },
        record::Register,
    },
    import::{HouseholdFile, HouseholdFileFault, read_households},
    locale::{Locale, clean_line, column_name, door, import_kept, import_words, place_path, sheet_fault},
    report::{csv_text, rows_xlsx},
    store::{About, Store},
    tr,
};

/// What to do with the roll.
#[derive(Debug, Args)]
pub struct RollArgs {
    /// Import, export, list, undo or erase
    #[command(subcommand)]
    pub what: RollCommand,
}

/// The subcommands of `roll`.
#[derive(Debug, Subcommand)]
pub enum RollCommand {
    /// Take in households from a table
    Import {
        /// The table
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Only say what would be done
        #[arg(long)]
        dry_run: bool,
        /// Which column is what
        #[arg(long, value_name = "HEADING=COLUMN")]
        map: Vec<String>,
    },
    /// Write the roll as a table
    Export {
        /// File to write; without one, standard output
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// What else to write
        #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
        include: Vec<Include>,
        /// Only this place
        #[arg(long, value_name = "PLACE")]
        place: Option<String>,
        /// As what
        #[arg(long, value_enum, default_value_t = TableFormat::Csv, value_name = "FORMAT")]
        format: TableFormat,
        /// Begin with a byte order mark
        #[arg(long)]
        bom: bool,
    },
    /// List places and households
    List {
        /// Only this place
        #[arg(long, value_name = "PLACE")]
        place: Option<String>,
        /// What else to list
        #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
        include: Vec<Include>,
    },
    /// Take back the last import, from here or on screen, while nothing rests on it
    Undo {
        /// Only say what would be taken back
        #[arg(long)]
        dry_run: bool,
    },
    /// Destroy all records of a household for good
    Erase {
        /// The door
        #[arg(value_name = "DOOR")]
        door: String,
        /// Why
        #[arg(long, value_name = "REASON", default_value = "")]
        reason: String,
        /// In which place
        #[arg(long, value_name = "PLACE")]
        place: Option<String>,
        /// Do not ask twice
        #[arg(long)]
        yes: bool,
        /// Also the responses that only name this door
        #[arg(long)]
        by_door: bool,
        /// Only say what would go
        #[arg(long)]
        dry_run: bool,
    },
}

/// As what the roll is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Text with commas.
    Csv,
    /// A spreadsheet.
    Xlsx,
}

/// What is only written when it is asked for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Include {
    /// Names, phones.
    Personal,
    /// Need, disputes, notes.
    Sensitive,
}

impl From<Include> for Privacy {
    fn from(include: Include) -> Self {
        match include {
            Include::Personal => Self::Personal,
            Include::Sensitive => Self::Sensitive,
        }
    }
}

/// Does it.
///
/// # Errors
/// When a file cannot be read or written, a row is bad, a door or place is not on the roll, or the store fails.
pub fn roll(desk: &mut Desk<'_>, args: &RollArgs, out: &mut impl Write) -> Result<(), CliFault> {
    match &args.what {
        RollCommand::Import { file, dry_run, map } => import(desk, file, *dry_run, map, out),
        RollCommand::Export { output, include, place, format, bom } => {
            export(desk, output.as_deref(), include, place.as_deref(), (*format, *bom), out)
        }
        RollCommand::List { place, include } => list(desk, place.as_deref(), include, out),
        RollCommand::Undo { dry_run } => undo(desk, *dry_run, out),
        RollCommand::Erase { door, reason, place, yes, by_door, dry_run } => {
            let wanted =
                Erasing { door, reason, place: place.as_deref(), yes: *yes, by_door: *by_door, dry_run: *dry_run };
            erase(desk, &wanted, out)
        }
    }
}

pub(super) fn folded(store: &Store) -> Result<Roll, CliFault> {
    Ok(Roll::fold(store.records_about(About::Register(Roll::KIND)).map_err(CliFault::Store)?.0))
}

/// Takes the households in, all or none.
fn import(
    desk: &mut Desk<'_>,
    path: &Path,
    dry_run: bool,
    map: &[String],
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let locale = desk.locale;
    let mut store = desk.open()?;
    let roll = folded(&store)?;
    let file = read_households(path).map_err(|fault| file_fault(locale, path, fault))?;
    let mapping = mapped(locale, &file, map)?;
    let mut planned = plan(&file.table, &mapping, &roll);
    file.bar(&mapping, &mut planned);
    for (heading, column) in file.table.headings.iter().zip(&mapping) {
        let name = column.map_or_else(|| "-".to_owned(), |column| column_name(locale, column));
        if dry_run {
            say(out, &format!("{} = {name}", clean_line(heading)))?;
        }
    }
    if !planned.is_sound() {
        let mut said = io::stderr();
        for fault in &planned.faults {
            let _ = writeln!(said, "{}", clean_line(&sheet_fault(locale, fault)));
        }
        let _ = writeln!(said, "{}", tr!(locale, "rolls-cli-faults", count = planned.faults.len()));
        return Err(CliFault::Found);
    }
    let (new, changed, same) = (planned.new, planned.changed, planned.same);
    if dry_run {
        return say(out, &tr!(locale, "rolls-cli-would", new = new, changed = changed, same = same));
    }
    if !planned.changes_nothing() {
        let ms = u64::try_from(desk.now().timestamp_millis()).unwrap_or_default();
        let mut stamp = desk.stamp();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let events = planned.import(&name, || stamp.ids.uuid(ms));
        let bodies = roll
            .decide(Command::All(events))
            .map_err(|refusal| CliFault::Told(crate::locale::place_refusal(locale, &refusal)))?;
        stamp = desk.stamp();
        store.append_events(bodies, stamp).map_err(CliFault::Store)?;
    }
    say(out, &tr!(locale, "rolls-cli-plan", new = new, changed = changed, same = same))
}

/// Takes the last import back.
fn undo(desk: &mut Desk<'_>, dry_run: bool, out: &mut impl Write) -> Result<(), CliFault> {
    let locale = desk.locale;
    let mut store = desk.open()?;
    let found = import_to_undo(&store).map_err(CliFault::Store)?;
    let import = found.map_err(|kept| CliFault::Told(import_kept(locale, &kept)))?;
    let what = import_words(locale, &import);
    if dry_run {
        return say(out, &tr!(locale, "rolls-cli-would-undo", what = what));
    }
    store.retract_all(&import.records, desk.stamp()).map_err(CliFault::Store)?;
    say(out, &tr!(locale, "rolls-cli-undone", what = what))
}

/// The columns as guessed, and as said.
fn mapped(locale: &Locale, file: &HouseholdFile, map: &[String]) -> Result<Mapping, CliFault> {
    let headings = &file.table.headings;
    let mut mapping = guess(headings);
    for said in map {
        let names = || SheetColumn::ALL.iter().map(|column| column.name()).collect::<Vec<_>>().join(", ");
        let wrong = || CliFault::Usage(tr!(locale, "rolls-cli-map", map = said.clone(), names = names()));
        let (heading, name) = said.rsplit_once('=').ok_or_else(wrong)?;
        let column = if matches!(name.trim(), "-" | "") { None } else { Some(named_column(name).ok_or_else(wrong)?) };
        let Some(at) = headings.iter().position(|known| known.trim() == heading.trim()) else {
            let heading = heading.to_owned();
            let headings = headings.join(", ");
            return Err(CliFault::Usage(tr!(
                locale,
                "rolls-cli-map-heading",
                heading = heading,
                headings = clean_line(&headings).into_owned()
            )));
        };
        // What is said comes before what was guessed of another column.
        for guessed in mapping.iter_mut().filter(|guessed| column.is_some() && **guessed == column) {
            *guessed = None;
        }
        if let Some(place) = mapping.get_mut(at) {
            *place = column;
        }
    }
    Ok(mapping)
}

fn file_fault(locale: &Locale, path: &Path, fault: HouseholdFileFault) -> CliFault {
    match fault {
        HouseholdFileFault::Io(error) => CliFault::File { path: path.to_path_buf(), error },
        other => CliFault::Told(app::household_file_fault(locale, &path.display().to_string(), &other)),
    }
}

/// The place named: its own name, or its names from some level down with `/` between them.
pub(super) fn place_named(locale: &Locale, roll: &Roll, named: Option<&str>) -> Result<Place, CliFault> {
    let Some(named) = named else { return Ok(Place::default()) };
    let found = places_named(roll, named);
    match found.as_slice() {
        [place] => Ok(place.clone()),
        [] => {
            let known = roll.under(&Place::default());
            let known = known.iter().map(|place| place_path(locale, place)).collect::<Vec<_>>().join(", ");
            let (place, places) = (named.to_owned(), known);
            Err(CliFault::Usage(tr!(locale, "rolls-cli-no-place", place = place, places = places)))
        }
        several => {
            let places = several.iter().map(|place| place.0.join("/")).collect::<Vec<_>>().join(", ");
            Err(CliFault::Usage(tr!(locale, "rolls-cli-places", place = named.to_owned(), places = places)))
        }
    }
}

fn privacies(include: &[Include]) -> Vec<Privacy> {
    include.iter().map(|include| Privacy::from(*include)).collect()
}

fn export(
    desk: &mut Desk<'_>,
    output: Option<&Path>,
    include: &[Include],
    place: Option<&str>,
    (format, bom): (TableFormat, bool),
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let locale = desk.locale;
    let roll = folded(&desk.open()?)?;
    let place = place_named(locale, &roll, place)?;
    let columns = written_columns(&privacies(include));
    let mut rows = vec![columns.iter().map(|column| column.name().to_owned()).collect::<Vec<_>>()];
    rows.extend(roll.within(&place).map(|(_, household)| written_row(household, &columns)));
    let count = rows.len() - 1;
    let table = match format {
        TableFormat::Csv => csv_text(&rows, bom),
        TableFormat::Xlsx => rows_xlsx(&tr!(locale, "rolls-title"), &rows).map_err(|fault| CliFault::File {
            path: output.unwrap_or(Path::new("stdout")).to_path_buf(),
            error: io::Error::other(fault),
        })?,
    };
    match output {
        None => out.write_all(&table).and_then(|()| out.flush()).map_err(CliFault::stdout)?,
        Some(path) => fs::write(path, table).map_err(|error| CliFault::File { path: path.to_path_buf(), error })?,
    }
    let _ = writeln!(io::stderr(), "{}", tr!(locale, "rolls-cli-exported", count = count));
    Ok(())
}

/// Places as a tree with their figures; the households of a place that is named.
fn list(desk: &mut Desk<'_>, place: Option<&str>, include: &[Include], out: &mut impl Write) -> Result<(), CliFault> {
    let locale = desk.locale;
    let roll = folded(&desk.open()?)?;
    let at = place_named(locale, &roll, place)?;
    let mut waiting = vec![(at.clone(), 0)];
    while let Some((place, depth)) = waiting.pop() {
        let count = roll.count(&place);
        let name = clean_line(&if depth == 0 {
            place_path(locale, &place)
        } else {
            crate::locale::place_name(locale, &place)
        })
        .into_owned();
        let (households, must) = (count.households, count.must);
        let line = tr!(locale, "rolls-cli-place-line", place = name, households = households, must = must);
        say(out, &format!("{:width$}{line}", "", width = depth * 2))?;
        waiting.extend(roll.under(&place).into_iter().rev().map(|under| (under, depth + 1)));
    }
    if place.is_some() {
        let columns: Vec<SheetColumn> = written_columns(&privacies(include))
            .into_iter()
            .filter(|column| *column > SheetColumn::Door && *column != SheetColumn::OwnerIds)
            .collect();
        for (_, household) in roll.within(&at) {
            say(out, &clean_line(&line(locale, household, &columns)))?;
        }
    }
    Ok(())
}

fn line(locale: &Locale, household: &Household, columns: &[SheetColumn]) -> String {
    let cells = columns.iter().map(|column| match column {
        SheetColumn::MustVisit => crate::locale::must_visit_all(locale, household),
        SheetColumn::Parking if household.parking => column_name(locale, *column),
        SheetColumn::Standing if household.cell(*column).is_empty() => String::new(),
        SheetColumn::Standing => crate::locale::standing(locale, household.standing),
        column => household.cell(*column),
    });
    let cells = cells.filter(|cell| !cell.is_empty());
    std::iter::once(door(locale, &household.address.door)).chain(cells).collect::<Vec<_>>().join("  ")
}

/// A line somebody typed.
pub(super) fn heard() -> Result<String, CliFault> {
    let mut line = String::new();
    let read = io::stdin().read_line(&mut line);
    read.map_err(|error| CliFault::File { path: "stdin".into(), error })?;
    Ok(line)
}
