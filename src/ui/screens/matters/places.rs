//! The places matters lie in, to choose one from: with all places that hold them, found by typing.

use ratatui::{Frame, layout::Rect};

use super::super::list::{moved, searched};
use crate::{
    app::{Action, Ctx, Next},
    domain::{
        matter::{Line, places_of},
        place::Place,
    },
    locale::{clean_line, place_name, place_path},
    tr,
    ui::widgets::{Entry, PickerState},
};

/// Everywhere first, then the places of matters, each behind the one that holds it.
pub(super) struct Places {
    places: Vec<Place>,
    list: PickerState,
}

impl Places {
    /// The cursor on the place that narrows the list now.
    pub fn of(matters: &[Line], now: &Place, ctx: &Ctx) -> Self {
        let l = &ctx.locale;
        let all = matters.len();
        let everywhere = Entry::new(tr!(l, "matters-everywhere")).note(tr!(l, "matters-here", n = all));
        let (mut places, mut entries) = (vec![Place::default()], vec![everywhere]);
        for (place, n) in places_of(matters.iter().map(|line| &line.about.place)) {
            let deep = place.0.len() * 2;
            let name = clean_line(&place_name(l, &place)).into_owned();
            // What holds it is searched too: a building by its courtyard.
            let above = Place(place.0[..place.0.len() - 1].to_vec());
            let above = above.level().map(|_| clean_line(&place_path(l, &above)).into_owned()).unwrap_or_default();
            let note = [tr!(l, "matters-here", n = n), above].join("  ");
            entries.push(Entry::new(format!("{:deep$}{name}", "")).note(note.trim_end().to_owned()));
            places.push(place);
        }
        let mut list = PickerState::new(entries);
        list.go_to_entry(places.iter().position(|place| place == now).unwrap_or_default());
        Self { places, list }
    }

    /// The place the cursor is on.
    pub fn current(&self) -> Option<Place> {
        self.places.get(self.list.current()?).cloned()
    }

    /// Moves in the list or changes what it searches for; passes other actions on.
    pub fn update(&mut self, action: &Action) -> Next {
        moved(&mut self.list, action)
    }

    /// Draws the list with its search line.
    pub fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        searched(&self.list, &tr!(ctx.locale, "matters-place-hint"), ctx, frame, area);
    }
}
