//! 首页: what is under way, the surveys, the sessions, today's figures.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::Screen;
use crate::{
    app::{Action, BrowseFilter, Ctx, Next, Place, Scope},
    tr,
    ui::{
        theme::Theme,
        widgets::{Entry, Picker, PickerState},
    },
};

/// The screen below all others.
pub struct HomeScreen {
    places: Vec<Place>,
    list: PickerState,
}

impl HomeScreen {
    /// Home as the store stands now.
    pub fn open(ctx: &mut Ctx) -> Self {
        let filter = BrowseFilter::default;
        let places = vec![
            Place::NewResponse { survey: None, session: None },
            Place::Sessions,
            Place::Browse { filter: filter() },
            Place::Summary { survey: None, filter: filter() },
            Place::Settings,
        ];
        let mut screen = Self { places, list: PickerState::default() };
        screen.refresh(ctx);
        screen
    }

    fn entry(place: &Place, ctx: &Ctx) -> Entry {
        let l = &ctx.locale;
        Entry::new(match place {
            Place::NewResponse { .. } => tr!(l, "key-new-response"),
            Place::Sessions => tr!(l, "key-sessions"),
            Place::Browse { .. } => tr!(l, "key-responses"),
            Place::Summary { .. } => tr!(l, "key-tally"),
            _ => tr!(l, "key-settings"),
        })
    }
}

impl Screen for HomeScreen {
    fn place(&self) -> Place {
        Place::Home
    }

    fn scope(&self) -> Scope {
        Scope::Home
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "home-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        ctx.now().format("%Y-%m-%d").to_string()
    }

    fn allows(&self, action: &Action) -> bool {
        *action != Action::Back
    }

    fn update(&mut self, action: Action, _: &mut Ctx) -> Next {
        match action {
            Action::Open => self.list.current().map_or(Next::Stay, |at| Next::Go(self.places[at].clone())),
            action => super::list::moved(&mut self.list, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        Picker::new(Theme::of(ctx), &self.list).numbers(true).focused(true).render(area, frame.buffer_mut());
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let entries = self.places.iter().map(|place| Self::entry(place, ctx)).collect();
        self.list.set_entries(entries);
    }
}
