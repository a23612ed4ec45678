//! The roll: places at the left, the households of the place at the right, search by door or name.

use std::collections::BTreeSet;

use ratatui::{Frame, layout::Rect};

use super::super::{
    Screen,
    list::{moved, moved_in_table},
};
use super::everybody::{Everybody, entries};
use crate::{
    app::{Action, Ctx, Focus, Next, Place, Scope, Typing},
    domain::{
        HouseholdId,
        place::{self, Roll},
    },
    locale::place_path,
    tr,
    ui::widgets::{PickerState, TableState},
};

/// Which side the keys move in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Places,
    Households,
}

/// Places and households.
pub struct RollScreen {
    /// The places in view, each with how deep it lies.
    pub(super) places: Vec<(place::Place, usize)>,
    /// Places whose own places are in view too.
    unfolded: BTreeSet<place::Place>,
    pub(super) tree: TableState,
    pub(super) households: Vec<HouseholdId>,
    pub(super) list: TableState,
    pub(super) side: Side,
    /// Everybody, while somebody is looked for.
    pub(super) found: Option<(Vec<HouseholdId>, PickerState)>,
    /// Everybody, to look for somebody at the next letter typed.
    ready: Everybody,
}

impl RollScreen {
    /// The roll at a place.
    pub fn open(at: &place::Place, ctx: &mut Ctx) -> Self {
        let mut screen = Self {
            places: Vec::new(),
            unfolded: BTreeSet::new(),
            tree: TableState::default(),
            households: Vec::new(),
            list: TableState::default(),
            side: Side::Places,
            found: None,
            ready: Everybody::default(),
        };
        screen.ready.prepare(ctx);
        screen.unfolded.extend((0..=at.0.len()).map(|n| place::Place(at.0.iter().take(n).cloned().collect())));
        screen.read(at, ctx);
        screen
    }

    /// The place the cursor is on; everywhere when there is none.
    pub(super) fn at(&self) -> place::Place {
        let at = self.tree.current().and_then(|at| self.places.get(at));
        at.map(|(place, _)| place.clone()).unwrap_or_default()
    }

    /// Reads the places in view; the cursor goes to this one, or the nearest that holds it.
    fn read(&mut self, at: &place::Place, ctx: &mut Ctx) {
        let Some(roll) = ctx.hold_register::<Roll>() else { return };
        self.places.clear();
        let mut waiting = vec![(place::Place::default(), 0)];
        while let Some((place, depth)) = waiting.pop() {
            if self.unfolded.contains(&place) {
                waiting.extend(roll.under(&place).into_iter().rev().map(|under| (under, depth + 1)));
            }
            self.places.push((place, depth));
        }
        self.tree.set_len(self.places.len());
        let nearest = self.places.iter().enumerate().filter(|(_, (place, _))| place.contains(at));
        self.tree.go_to(nearest.max_by_key(|(_, (place, _))| place.0.len()).map_or(0, |(n, _)| n));
        self.read_households(ctx);
    }

    fn read_households(&mut self, ctx: &Ctx) {
        let at = self.at();
        let selected = self.list.current().and_then(|row| self.households.get(row).copied());
        self.households = ctx.register::<Roll>().map(|roll| roll.ids_within(&at).collect()).unwrap_or_default();
        self.list.set_len(self.households.len());
        let row = selected.and_then(|id| self.households.iter().position(|known| *known == id));
        self.list.go_to(row.unwrap_or_default());
    }

    /// The household the cursor is on.
    pub(super) fn selected(&self) -> Option<HouseholdId> {
        match (&self.found, self.side) {
            (Some((ids, picker)), _) => ids.get(picker.current()?).copied(),
            (None, Side::Households) => self.households.get(self.list.current()?).copied(),
            (None, Side::Places) => None,
        }
    }

    /// Folds a place up or unfolds it. Whether there was anything to do.
    fn fold(&mut self, unfold: bool, ctx: &mut Ctx) -> bool {
        let at = self.at();
        let has_places = ctx.register::<Roll>().is_some_and(|roll| !roll.under(&at).is_empty());
        if unfold {
            if !has_places || !self.unfolded.insert(at.clone()) {
                return false;
            }
            self.read(&at, ctx);
            return true;
        }
        if self.unfolded.remove(&at) {
            self.read(&at, ctx);
            return true;
        }
        let above = self.places.iter().filter(|(place, _)| place.contains(&at) && *place != at);
        let Some((above, _)) = above.max_by_key(|(place, _)| place.0.len()).cloned() else { return false };
        self.unfolded.remove(&above);
        self.read(&above, ctx);
        true
    }

    /// Everybody with door and names, to search in.
    fn search(&mut self, ctx: &Ctx) {
        let Some((ids, entries)) = ctx.register::<Roll>().map(entries) else { return };
        match &mut self.found {
            // What was typed is searched again.
            Some((known, picker)) => {
                *known = ids;
                picker.set_entries(entries);
            }
            None => self.found = Some((ids, PickerState::new(entries))),
        }
    }

    fn open_selected(&mut self, ctx: &mut Ctx) -> Next {
        if let Some(household) = self.selected() {
            return Next::Go(Place::Household { household: Some(household), at: self.at() });
        }
        if self.side == Side::Places && !self.fold(true, ctx) && !self.households.is_empty() {
            self.side = Side::Households;
        }
        Next::Stay
    }

    fn moved(&mut self, action: &Action, ctx: &Ctx) -> Next {
        if let Action::Click(column, row) = action {
            // A click tells which side it is on.
            let on_tree = self.tree.spots().at(*column, *row).is_some();
            let on_list = self.list.spots().at(*column, *row).is_some();
            let side = if on_tree { Side::Places } else { Side::Households };
            if (on_tree || on_list) && self.side != side {
                self.side = side;
            }
        }
        match self.side {
            Side::Places => {
                let before = self.tree.current();
                let next = moved_in_table(&mut self.tree, action);
                if before != self.tree.current() {
                    self.read_households(ctx);
                }
                next
            }
            Side::Households => moved_in_table(&mut self.list, action),
        }
    }
}

impl Screen for RollScreen {
    fn place(&self) -> Place {
        Place::Roll { at: self.at() }
    }

    fn scope(&self) -> Scope {
        Scope::Roll
    }

    fn title(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self.at() {
            everywhere if everywhere.0.is_empty() => tr!(l, "rolls-title"),
            at => tr!(l, "rolls-title-at", place = place_path(l, &at)),
        }
    }

    fn status(&self, ctx: &Ctx) -> String {
        let Some(roll) = ctx.register::<Roll>() else { return String::new() };
        let count = roll.count(&place::Place::default());
        let (households, must) = (count.households, count.must);
        tr!(ctx.locale, "rolls-status", households = households, must = must)
    }

    fn focus(&self) -> Focus {
        Focus::Search
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Open => self.selected().is_some() || self.found.is_none(),
            Action::NextField => self.found.is_none(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            // The roll was changed in the background, such as by the undo of a large import.
            Action::Arrived if self.ready.is_old(ctx) => self.refresh(ctx),
            Action::Arrived => {}
            Action::Open => return self.open_selected(ctx),
            Action::New => return Next::Go(Place::Household { household: None, at: self.at() }),
            Action::Go(Place::RollExport { .. }) => return Next::Go(Place::RollExport { at: self.at() }),
            Action::Back if self.found.is_some() => self.found = None,
            Action::Back if self.side == Side::Households => self.side = Side::Places,
            action if self.found.is_some() => {
                let Some((_, picker)) = &mut self.found else { return Next::Pass };
                let next = moved(picker, &action);
                if picker.query().is_empty() {
                    self.ready.keep(self.found.take());
                }
                return next;
            }
            Action::NextField => {
                self.side = if self.side == Side::Places { Side::Households } else { Side::Places };
            }
            Action::Input(Typing::Left) if self.side == Side::Households => self.side = Side::Places,
            Action::Input(Typing::Left) => {
                self.fold(false, ctx);
            }
            Action::Input(Typing::Right) => {
                if self.side == Side::Places && !self.fold(true, ctx) && !self.households.is_empty() {
                    self.side = Side::Households;
                }
            }
            Action::Input(typing @ (Typing::Char(_) | Typing::Paste(_))) => {
                self.found = self.ready.take(ctx);
                if self.found.is_none() {
                    self.search(ctx);
                }
                if let Some((_, picker)) = &mut self.found {
                    picker.apply(&typing, 1);
                }
            }
            action => return self.moved(&action, ctx),
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.draw(ctx, frame, area);
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let at = self.at();
        self.read(&at, ctx);
        if self.ready.is_old(ctx) {
            if self.found.is_some() {
                self.search(ctx);
            }
            self.ready.prepare(ctx);
        }
    }
}
