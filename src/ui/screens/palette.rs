//! 命令: everything that can be done now, by its name in either language.

use ratatui::{Frame, layout::Rect};

use super::Screen;
use crate::{
    app::{
        Action, BrowseFilter, Ctx, Focus, Next, Place, Scope,
        keymap::{self, Words},
    },
    domain::Lang,
    locale::{Align, LANGUAGES, Locale, date_short, pad, session_kind},
    store::SessionRow,
    tr,
    ui::widgets::{Entry, PickerState},
};

/// Columns of the keys.
const KEY_COLUMNS: usize = 10;

/// Sessions offered by name; older ones are on the page of sessions.
const SESSIONS: usize = 200;

/// The words of a command in a locale's language.
type Named = Box<dyn Fn(&Locale) -> String>;

/// One thing to do, with its words.
struct Command {
    action: Action,
    words: Named,
    key: Option<crate::app::Key>,
}

impl Command {
    fn go(place: Place, words: impl Fn(&Locale) -> String + 'static) -> Self {
        Self { action: Action::Go(place), words: Box::new(words), key: None }
    }
}

/// The palette.
pub struct PaletteScreen {
    over: Scope,
    commands: Vec<Command>,
    /// The languages not on screen, searched too.
    others: Vec<Locale>,
    list: PickerState,
}

impl PaletteScreen {
    /// The palette over a screen of this scope.
    pub fn open(over: Scope, ctx: &Ctx) -> Self {
        let rows = keymap::rows(over).filter(|row| {
            let moves = matches!(row.scope, Scope::List | Scope::Form);
            let here = matches!(row.action, Action::Digit(_) | Action::Palette | Action::Left | Action::Right);
            !moves && !here && (ctx.offered.is_empty() || ctx.offered.contains(&row.action))
        });
        let mut commands: Vec<_> = rows
            .map(|row| Command { action: row.action.clone(), words: Box::new(row.words), key: Some(row.keys[0]) })
            .collect();
        for (place, words) in places() {
            let action = Action::Go(place);
            let named = words(&ctx.locale);
            if !commands.iter().any(|command| command.action == action || (command.words)(&ctx.locale) == named) {
                commands.push(Command { action, words: Box::new(words), key: None });
            }
        }
        commands.extend(surveys(ctx));
        commands.extend(sessions(ctx));
        let mut screen = Self { over, commands, others: Vec::new(), list: PickerState::default() };
        screen.word(ctx);
        screen
    }

    fn word(&mut self, ctx: &Ctx) {
        let others = LANGUAGES.iter().filter(|code| **code != ctx.lang().as_str());
        self.others = others.map(|code| Locale::new(&Lang::new(*code))).collect();
        let entry = |command: &Command| {
            let key = command.key.map(|key| key.label(&ctx.locale)).unwrap_or_default();
            let named = (command.words)(&ctx.locale);
            let words = format!("{}{named}", pad(&key, KEY_COLUMNS, Align::Left));
            let others = self.others.iter().map(|locale| (command.words)(locale));
            let others: Vec<_> = others.filter(|other| *other != named).collect();
            Entry::new(words).note(others.join("  "))
        };
        let entries = self.commands.iter().map(entry).collect();
        self.list.set_entries(entries);
    }
}

/// Places that can be gone to from everywhere.
fn places() -> [(Place, Words); 11] {
    let filter = BrowseFilter::default;
    [
        (Place::Home, |l| tr!(l, "place-home")),
        (Place::Sessions, |l| tr!(l, "key-sessions")),
        (Place::Surveys, |l| tr!(l, "key-surveys")),
        (Place::Browse { filter: filter() }, |l| tr!(l, "key-responses")),
        (Place::Summary { survey: None, filter: filter() }, |l| tr!(l, "key-tally")),
        (Place::Roll { at: crate::domain::place::Place::default() }, |l| tr!(l, "rolls-title")),
        (Place::Members, |l| tr!(l, "rolls-members")),
        (Place::Rounds, |l| tr!(l, "place-rounds")),
        (Place::Due, |l| tr!(l, "key-visit-due")),
        (Place::Settings, |l| tr!(l, "key-settings")),
        (Place::Demo, |l| tr!(l, "place-demo")),
    ]
}

/// What can be done with each survey, by its title in the words' language.
fn surveys(ctx: &Ctx) -> Vec<Command> {
    let mut commands = Vec::new();
    for survey in ctx.library.all() {
        let (id, name) = (survey.id().to_owned(), survey.source.name.clone());
        let title = |words: fn(&Locale, String) -> String| {
            let title = survey.title().clone();
            move |locale: &Locale| words(locale, title.get(locale.lang()).to_owned())
        };
        if survey.form().is_none() {
            commands.push(Command::go(
                Place::Faults { file: name },
                title(|l, title| tr!(l, "palette-faults", title = title)),
            ));
            continue;
        }
        let fill = Place::NewResponse { survey: Some(id.clone()), session: None };
        commands.push(Command::go(fill, title(|l, title| tr!(l, "palette-fill", title = title))));
        let filter = BrowseFilter::default();
        let tally = Place::Summary { survey: Some(id.clone()), filter: filter.clone() };
        commands.push(Command::go(tally, title(|l, title| tr!(l, "palette-tally", title = title))));
        let responses = Place::Browse { filter: BrowseFilter { survey: Some(id), ..filter } };
        commands.push(Command::go(responses, title(|l, title| tr!(l, "palette-responses", title = title))));
    }
    commands
}

/// The latest sessions by day, title and kind.
fn sessions(ctx: &Ctx) -> Vec<Command> {
    let rows = ctx.store.sessions(false).unwrap_or_default();
    let command = |row: SessionRow| {
        let session = row.session;
        let place = Place::SessionEdit { session: Some(session.id) };
        Command::go(place, move |l| {
            let (day, title) = (date_short(session.starts.date_naive()), session.title.clone());
            tr!(l, "palette-session", day = day, title = title, kind = session_kind(l, session.kind))
        })
    };
    rows.into_iter().take(SESSIONS).map(command).collect()
}

impl Screen for PaletteScreen {
    fn place(&self) -> Place {
        Place::Palette { over: self.over }
    }

    fn scope(&self) -> Scope {
        Scope::Palette
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "ui-palette-title")
    }

    fn focus(&self) -> Focus {
        Focus::Search
    }

    fn update(&mut self, action: Action, _: &mut Ctx) -> Next {
        match action {
            Action::Open => match self.list.current() {
                Some(at) => Next::Do(self.commands[at].action.clone()),
                None => Next::Stay,
            },
            action => super::list::moved(&mut self.list, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        super::list::searched(&self.list, &tr!(ctx.locale, "ui-palette-placeholder"), ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.word(ctx);
    }
}
