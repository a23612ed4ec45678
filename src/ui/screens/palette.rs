//! 命令: everything that can be done now, by its name in either language.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::Screen;
use crate::{
    app::{
        Action, BrowseFilter, Ctx, Focus, Next, Place, Scope,
        keymap::{self, Words},
    },
    domain::Lang,
    locale::{Align, LANGUAGES, Locale, pad},
    tr,
    ui::{
        theme::Theme,
        widgets::{Entry, Picker, PickerState},
    },
};

/// Columns of the keys.
const KEY_COLUMNS: usize = 10;

/// One thing to do, with its words.
struct Command {
    action: Action,
    words: Words,
    key: Option<crate::app::Key>,
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
        let mut commands: Vec<_> =
            rows.map(|row| Command { action: row.action.clone(), words: row.words, key: Some(row.keys[0]) }).collect();
        for (place, words) in places() {
            let action = Action::Go(place);
            let named = words(&ctx.locale);
            if !commands.iter().any(|command| command.action == action || (command.words)(&ctx.locale) == named) {
                commands.push(Command { action, words, key: None });
            }
        }
        let mut screen = Self { over, commands, others: Vec::new(), list: PickerState::default() };
        screen.word(ctx);
        screen
    }

    fn word(&mut self, ctx: &Ctx) {
        let others = LANGUAGES.iter().filter(|code| **code != ctx.lang().as_str());
        self.others = others.map(|code| Locale::new(&Lang::new(*code))).collect();
        let entry = |command: &Command| {
            let key = command.key.map(|key| key.label(&ctx.locale)).unwrap_or_default();
            let words = format!("{}{}", pad(&key, KEY_COLUMNS, Align::Left), (command.words)(&ctx.locale));
            let others: Vec<_> = self.others.iter().map(|locale| (command.words)(locale)).collect();
            Entry::new(words).note(others.join("  "))
        };
        let entries = self.commands.iter().map(entry).collect();
        self.list.set_entries(entries);
    }
}

/// Places that can be gone to from everywhere.
fn places() -> [(Place, Words); 6] {
    let filter = BrowseFilter::default;
    [
        (Place::Home, |l| tr!(l, "place-home")),
        (Place::Sessions, |l| tr!(l, "key-sessions")),
        (Place::Browse { filter: filter() }, |l| tr!(l, "key-responses")),
        (Place::Summary { survey: None, filter: filter() }, |l| tr!(l, "key-tally")),
        (Place::Settings, |l| tr!(l, "key-settings")),
        (Place::Demo, |l| tr!(l, "place-demo")),
    ]
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
        let placeholder = tr!(ctx.locale, "ui-palette-placeholder");
        let empty = tr!(ctx.locale, "ui-nothing-found");
        let picker = Picker::new(Theme::of(ctx), &self.list).search(&placeholder).empty(&empty).focused(true);
        picker.render(area, frame.buffer_mut());
        if let Some(at) = picker.cursor(area) {
            frame.set_cursor_position(at);
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.word(ctx);
    }
}
