//! 帮助: the key table of the screen below, with search. Enter does what is selected.

use ratatui::{Frame, layout::Rect};

use super::Screen;
use crate::{
    app::{Action, Binding, Ctx, Focus, Next, Place, Scope, keymap},
    locale::{Align, pad},
    tr,
    ui::widgets::{Entry, PickerState},
};

/// Columns of the keys.
const KEY_COLUMNS: usize = 26;

/// The help screen.
pub struct HelpScreen {
    over: Scope,
    rows: Vec<&'static Binding>,
    list: PickerState,
}

impl HelpScreen {
    /// Help for a screen of this scope.
    pub fn open(over: Scope, ctx: &Ctx) -> Self {
        let offered = |row: &&Binding| ctx.offered.is_empty() || ctx.offered.contains(&row.action);
        let rows: Vec<_> = keymap::rows(over).filter(offered).collect();
        let mut screen = Self { over, rows, list: PickerState::default() };
        screen.list = PickerState::new(screen.entries(ctx));
        screen
    }

    fn entries(&self, ctx: &Ctx) -> Vec<Entry> {
        let entry = |row: &&Binding| {
            let keys: Vec<_> = row.keys.iter().map(|key| key.label(&ctx.locale)).collect();
            let keys = pad(&keys.join("  "), KEY_COLUMNS, Align::Left);
            Entry::new(format!("{keys}{}", (row.words)(&ctx.locale)))
        };
        self.rows.iter().map(entry).collect()
    }
}

impl Screen for HelpScreen {
    fn place(&self) -> Place {
        Place::Help { over: self.over }
    }

    fn scope(&self) -> Scope {
        Scope::Help
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "ui-help-title")
    }

    fn focus(&self) -> Focus {
        Focus::Search
    }

    fn update(&mut self, action: Action, _: &mut Ctx) -> Next {
        match action {
            Action::Open => match self.list.current() {
                Some(at) => Next::Do(self.rows[at].action.clone()),
                None => Next::Stay,
            },
            action => super::list::moved(&mut self.list, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        super::list::searched(&self.list, &tr!(ctx.locale, "ui-search-placeholder"), ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let entries = self.entries(ctx);
        self.list.set_entries(entries);
    }
}
