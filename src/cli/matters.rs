//! `matters` and `matter`: the list of matters, and the whole thread of one, as text or JSON.

use std::{collections::HashMap, io::Write};

use clap::{Args, ValueEnum};

use super::{CliFault, Desk};
use crate::{
    app::{Gathered, linked_meetings},
    domain::{
        MatterId,
        matter::{Facts, Matters, Step, Thread},
        meeting::{Meeting, ledger::Ledger},
        record::Register,
    },
    import::SurveyLibrary,
    locale::{Locale, clean_line, date_short, step_words},
    report::{document_text, matter_document, matters_document},
    store::{About, Store},
    tr,
};

/// Which matters to print.
#[derive(Debug, Args)]
pub struct MattersArgs {
    /// Only those that stand here: raised, sorted, discussed, decided, funded, `under_way`, done, checked, dropped
    #[arg(long, value_name = "STATE")]
    pub state: Option<String>,
    /// Only those under this concern, by its name or label
    #[arg(long, value_name = "CONCERN")]
    pub concern: Option<String>,
    /// text or json
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: MatterFormat,
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

/// Everything read from the store at once.
struct Read {
    matters: Matters,
    ledger: Ledger,
    meetings: Vec<Meeting>,
    gathered: Gathered,
}

impl Read {
    fn new(store: &Store, library: &SurveyLibrary) -> Result<Self, CliFault> {
        let (records, _) = store.records_about(About::Register(Matters::KIND)).map_err(CliFault::Store)?;
        let matters = Matters::fold(records);
        let (records, _) = store.records_about(About::Register(Ledger::KIND)).map_err(CliFault::Store)?;
        let ledger = <Ledger as Register>::fold(records);
        let mut meetings = Vec::new();
        for id in linked_meetings(&matters) {
            let (records, _) = store.records_about(About::Meeting(id)).map_err(CliFault::Store)?;
            meetings.extend(Meeting::fold(&records));
        }
        let mut gathered = Gathered::default();
        gathered.catch_up(store, library, &matters).map_err(CliFault::Store)?;
        Ok(Self { matters, ledger, meetings, gathered })
    }

    fn facts(&self) -> Facts<'_> {
        let meetings: HashMap<_, _> = self.meetings.iter().map(|meeting| (meeting.id, meeting)).collect();
        self.gathered.facts(&self.matters, &self.ledger, meetings)
    }

    fn concern(&self, name: &str, locale: &Locale) -> String {
        let known = self.matters.concerns().find(|concern| concern.name == name);
        known.map_or_else(|| name.to_owned(), |concern| concern.label.get(locale.lang()).to_owned())
    }
}

/// Prints the matters, open ones first, those open longest first.
///
/// # Errors
/// When the state is none, or the store fails.
pub fn matters(desk: &mut Desk<'_>, args: &MattersArgs, out: &mut impl Write) -> Result<(), CliFault> {
    let locale = desk.locale;
    let wanted = args.state.as_deref().map(|name| named_step(name, locale)).transpose()?;
    let store = desk.open()?;
    let read = Read::new(&store, &desk.library())?;
    let facts = read.facts();
    let mut threads: Vec<(Step, MatterId)> = read.matters.matters().map(|(id, _)| (facts.step(id), id)).collect();
    threads.retain(|(step, id)| {
        let concern = read.matters.matter(*id).map(|matter| matter.about.concern.clone()).unwrap_or_default();
        wanted.is_none_or(|wanted| wanted == *step)
            && args.concern.as_ref().is_none_or(|asked| *asked == concern || *asked == read.concern(&concern, locale))
    });
    threads.sort_by_key(|(step, id)| (*step >= Step::Done, *id));
    let text = match args.format {
        MatterFormat::Json => {
            let rows: Vec<serde_json::Value> = threads
                .iter()
                .filter_map(|(step, id)| {
                    let about = &read.matters.matter(*id)?.about;
                    let (households, heard) = facts.households(*id);
                    let suggestions = read.matters.suggestions(*id).len();
                    Some(serde_json::json!({
                        "matter": id, "about": about, "step": step,
                        "households": households, "heard": heard, "suggestions": suggestions,
                    }))
                })
                .collect();
            pretty(&serde_json::Value::Array(rows))?
        }
        MatterFormat::Text => {
            let rows = threads.iter().filter_map(|(step, id)| {
                let about = &read.matters.matter(*id)?.about;
                let (households, heard) = facts.households(*id);
                let since = read.matters.history(*id).first().map(|record| date_short(record.at.date_naive()));
                Some(vec![
                    step_words(locale, *step),
                    clean_line(&about.title).into_owned(),
                    read.concern(&about.concern, locale),
                    if heard == 0 { String::new() } else { format!("{households}/{heard}") },
                    since.unwrap_or_default(),
                ])
            });
            document_text(&matters_document(locale, rows.collect()), 100)
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
    let read = Read::new(&store, &desk.library())?;
    let id = named(&args.matter, &read.matters, locale)?;
    let Some(thread) = Thread::of(&read.facts(), id, args.public) else {
        return Err(CliFault::Usage(tr!(locale, "matters-unknown", name = args.matter.clone())));
    };
    let text = match args.format {
        MatterFormat::Json => {
            pretty(&serde_json::to_value(&thread).map_err(|error| CliFault::Told(error.to_string()))?)?
        }
        MatterFormat::Text => {
            let concern = read.concern(&thread.about.concern, locale);
            document_text(&matter_document(locale, &thread, &concern), 100)
        }
    };
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(CliFault::stdout)
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

/// The matter that answers to the words: by id, by title, else the only one whose title has them.
fn named(given: &str, matters: &Matters, locale: &Locale) -> Result<MatterId, CliFault> {
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
