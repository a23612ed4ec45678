//! `matters` and `matter`: the list of matters, and the whole thread of one, as text or JSON.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::{CliFault, Desk, roll::place_named, visits::records};
use crate::{
    app::MattersRead,
    domain::{
        MatterId,
        matter::{Came, Concern, Matters, Programme, Step, Thread, Which, is_few, places_of},
        place::Roll,
        record::Register,
        tally::LEAST_SHOWN,
    },
    locale::{Align, Locale, clean_line, columns, date_short, programme_words, step_words},
    report::{Class, ThreadSheet, document_text, matter_document},
    store::Store,
    tr,
};

/// Columns of a cell at most.
const MOST: usize = 48;

/// Which matters to print.
#[derive(Debug, Args)]
pub struct MattersArgs {
    /// Which
    #[command(flatten)]
    pub which: WhichArgs,
    /// text or json
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: MatterFormat,
}

/// What matters must have to be listed.
#[derive(Debug, Default, Args)]
pub struct WhichArgs {
    /// Only matters that stand here: raised, sorted, discussed, decided, funded, `under_way`, done, checked, dropped; may be given more than once
    #[arg(long, value_name = "STATE")]
    pub state: Vec<String>,
    /// Only matters under this concern, by its name or label
    #[arg(long, value_name = "CONCERN")]
    pub concern: Option<String>,
    /// Only matters of this programme: charity, venture, service, `self_governance`, culture
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
    /// Only matters in this place or in one that lies in it; `microgrid/building` where several are called so
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
}

impl WhichArgs {
    /// What is meant by the words.
    pub(super) fn which(&self, store: &Store, l: &Locale) -> Result<Which, CliFault> {
        let steps = self.state.iter().map(|name| named_step(name, l)).collect::<Result<_, _>>()?;
        let programme = self.programme.as_deref().map(|name| named_programme(name, l)).transpose()?;
        let mut which = Which { steps, programme, ..Which::default() };
        if self.concern.is_none() && self.place.is_none() {
            return Ok(which);
        }
        let matters = Matters::fold(records::<Matters>(store)?);
        if let Some(given) = &self.concern {
            let is = |concern: &&Concern| concern.name == *given || concern.label.get(l.lang()) == given;
            let name = matters.concerns().find(is).map(|concern| concern.name.clone());
            which.concern = Some(name.ok_or_else(|| {
                let known: Vec<&str> = matters.concerns().map(|concern| concern.name.as_str()).collect();
                CliFault::Usage(tr!(l, "print-no-concern", name = given.as_str(), known = known.join(", ")))
            })?);
        }
        if let Some(given) = &self.place {
            // Places of matters first: somebody may have typed one that nobody lives in.
            let own = places_of(matters.matters().map(|(_, matter)| &matter.about.place));
            let mut own = own.into_iter().map(|(place, _)| place).filter(|place| place.is_called(given));
            which.place = match (own.next(), own.next()) {
                (Some(place), None) => place,
                _ => place_named(l, &Roll::fold(records::<Roll>(store)?), Some(given))?,
            };
        }
        Ok(which)
    }
}

/// Which matter to print.
#[derive(Debug, Args)]
pub struct MatterArgs {
    /// The matter: its id, title, or words only one matter has
    #[arg(value_name = "MATTER")]
    pub matter: String,
    /// Without doors, to be shown to anybody
    #[arg(long)]
    pub public: bool,
    /// text or json
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: MatterFormat,
}

/// How matters are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MatterFormat {
    /// Lines of text.
    Text,
    /// For programs.
    Json,
}

/// Prints the matters, open ones first, those open longest first.
///
/// # Errors
/// When the state is none, or the store fails.
pub fn matters(desk: &mut Desk<'_>, args: &MattersArgs, out: &mut impl Write) -> Result<(), CliFault> {
    let locale = desk.locale;
    let store = desk.open()?;
    let which = args.which.which(&store, locale)?;
    let read = MattersRead::new(&store, &desk.library()).map_err(CliFault::Store)?;
    let concern = |name: &str| read.concern(name, locale.lang());
    let mut lines = read.facts().lines();
    lines.retain(|line| which.takes(line));
    let text = match args.format {
        MatterFormat::Json => {
            let rows = lines.iter().map(|line| {
                serde_json::json!({
                    "matter": line.matter, "about": line.about, "step": line.step,
                    "households": line.raised.households, "heard": line.raised.heard,
                    "picked": line.raised.named.map(|(n, _)| n), "asked": line.raised.named.map(|(_, of)| of),
                    "suggestions": line.suggestions,
                })
            });
            pretty(&serde_json::Value::Array(rows.collect()))?
        }
        MatterFormat::Text => {
            let of = |(n, of): (u64, u64)| if of == 0 { String::new() } else { format!("{n}/{of}") };
            let rows = lines.iter().map(|line| {
                vec![
                    step_words(locale, line.step),
                    clean_line(&line.about.title).into_owned(),
                    clean_line(&concern(&line.about.concern)).into_owned(),
                    of((line.raised.households, line.raised.heard)),
                    of(line.raised.named.unwrap_or_default()),
                    date_short(line.since.date_naive()),
                ]
            });
            table(locale, rows.collect())
        }
    };
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(CliFault::stdout)
}

/// Prints the thread of a matter.
///
/// # Errors
/// When no matter or more than one answers to the words, or the store fails.
pub fn matter(desk: &mut Desk<'_>, args: &MatterArgs, out: &mut impl Write) -> Result<(), CliFault> {
    let locale = desk.locale;
    let store = desk.open()?;
    let read = MattersRead::new(&store, &desk.library()).map_err(CliFault::Store)?;
    let id = named_matter(&args.matter, &read.matters, locale)?;
    let Some(thread) = Thread::of(&read.facts(), id, args.public) else {
        return Err(CliFault::Usage(tr!(locale, "matters-unknown", name = args.matter.clone())));
    };
    let text = match args.format {
        MatterFormat::Json => {
            let least = if args.public { desk.least_shown().unwrap_or(LEAST_SHOWN) } else { 0 };
            pretty(&told(&thread, least)?)?
        }
        MatterFormat::Text => {
            let class = if args.public { Class::Public } else { Class::Office };
            let actions = ThreadSheet::actions_of(&thread).into_iter().filter_map(|id| read.ledger.action(id));
            let sheet = ThreadSheet {
                thread: &thread,
                concern: read.concern(&thread.about.concern, locale.lang()),
                actions: actions.collect(),
                texts: false,
                least: desk.least_shown().unwrap_or(LEAST_SHOWN),
            };
            document_text(&matter_document(locale, &sheet, class, desk.now()), 100)
        }
    };
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(CliFault::stdout)
}

/// The thread for programs; numbers of households under `least` are not told, nor what would give them away.
fn told(thread: &Thread, least: u64) -> Result<serde_json::Value, CliFault> {
    let fault = |error: serde_json::Error| CliFault::Told(error.to_string());
    let few = is_few(thread.households, least);
    let mut thread = thread.clone();
    if few {
        thread.entries.retain(|entry| !matches!(entry.what, Came::Suggested { .. }));
    }
    thread.afterwards = thread.afterwards.filter(|after| !after.is_withheld(least));
    let named = thread.raised.named;
    let hidden = named.is_some_and(|(n, _)| is_few(n, least));
    let mut value = serde_json::to_value(&thread).map_err(fault)?;
    if few {
        value["households"] = serde_json::Value::Null;
        value["suggestions"] = serde_json::Value::Null;
    }
    value["picked"] = named.filter(|_| !hidden).map(|(n, _)| n).into();
    value["asked"] = named.map(|(_, of)| of).into();
    if least > 0 {
        value["withheld_under"] = least.into();
    }
    Ok(value)
}

/// The list as lines; a sentence when there is nothing to list.
fn table(l: &Locale, rows: Vec<Vec<String>>) -> String {
    if rows.is_empty() {
        return tr!(l, "matters-none-stored") + "\n";
    }
    let mut all = vec![vec![
        tr!(l, "matters-column-step"),
        tr!(l, "matters-column-title"),
        tr!(l, "matters-column-concern"),
        tr!(l, "report-matters-said"),
        tr!(l, "report-matters-picked"),
        tr!(l, "matters-column-since"),
    ]];
    all.extend(rows);
    let aligns = [Align::Left, Align::Left, Align::Left, Align::Right, Align::Right];
    columns(&all, &aligns, MOST).into_iter().map(|line| line + "\n").collect()
}

fn pretty(value: &serde_json::Value) -> Result<String, CliFault> {
    let text = serde_json::to_string_pretty(value).map_err(|error| CliFault::Told(error.to_string()))?;
    Ok(text + "\n")
}

/// A step by its word in JSON or in the language on screen.
fn named_step(name: &str, locale: &Locale) -> Result<Step, CliFault> {
    let word = |step: &Step| serde_json::to_value(step).ok().and_then(|v| v.as_str().map(str::to_owned));
    let found = Step::ALL.iter().find(|step| {
        word(step).is_some_and(|word| word == name.replace('-', "_")) || step_words(locale, **step) == name
    });
    found.copied().ok_or_else(|| {
        let known = Step::ALL.iter().filter_map(word).collect::<Vec<_>>().join(", ");
        CliFault::Usage(tr!(locale, "matters-unknown-step", name = name.to_owned(), known = known))
    })
}

/// A programme by its word in JSON or in the language on screen.
fn named_programme(name: &str, locale: &Locale) -> Result<Programme, CliFault> {
    let word = |programme: &Programme| serde_json::to_value(programme).ok().and_then(|v| v.as_str().map(str::to_owned));
    let found = Programme::ALL.iter().find(|programme| {
        word(programme).is_some_and(|word| word == name.replace('-', "_"))
            || programme_words(locale, **programme) == name
    });
    found.copied().ok_or_else(|| {
        let known = Programme::ALL.iter().filter_map(word).collect::<Vec<_>>().join(", ");
        CliFault::Usage(tr!(locale, "matters-unknown-programme", name = name.to_owned(), known = known))
    })
}

/// The matter that answers to the words: by id, by title, else the only one whose title has them.
pub(super) fn named_matter(given: &str, matters: &Matters, locale: &Locale) -> Result<MatterId, CliFault> {
    if let Some(id) = given.parse::<MatterId>().ok().filter(|id| matters.matter(*id).is_some()) {
        return Ok(matters.stands_for(id));
    }
    let all: Vec<(MatterId, &str)> = matters.matters().map(|(id, matter)| (id, matter.about.title.as_str())).collect();
    let exact: Vec<_> = all.iter().filter(|(_, title)| *title == given).collect();
    let found = if exact.is_empty() { all.iter().filter(|(_, title)| title.contains(given)).collect() } else { exact };
    match found[..] {
        [(id, _)] => Ok(*id),
        [] => Err(CliFault::Usage(tr!(locale, "matters-unknown", name = given.to_owned()))),
        _ => {
            let titles: Vec<String> = found.iter().map(|(id, title)| format!("{} ({id})", clean_line(title))).collect();
            let (name, found) = (given.to_owned(), titles.join(", "));
            Err(CliFault::Usage(tr!(locale, "matters-several", name = name, found = found)))
        }
    }
}
