//! 逐户表决: whose turn it is. The order is that of the roll; who has not spoken is kept key by key.

use std::collections::{BTreeSet, HashMap};

use crate::{
    app::{Action, Typing},
    domain::meeting::{Meeting, agenda::PersonKey, motion::Vote, roll::Voter},
    locale::Locale,
    ui::{
        screens::list::step,
        widgets::{Click, Entry, PickerState, TableState},
    },
};

/// Where one is on the roll.
#[derive(Debug, Default)]
pub struct Roll {
    /// Places of those who may speak and have not.
    waiting: BTreeSet<usize>,
    /// Who spoke for whom when the vote opened, by place.
    proxies: HashMap<usize, PersonKey>,
    /// The places on view while only those missing are, as they stood when asked for: one that has spoken stays on view,
    /// so that a slip can be put right.
    only: Option<Vec<usize>>,
    /// Cursor over what is on view.
    pub cursor: TableState,
    /// Rows and columns the roll was drawn in.
    pub drawn: std::cell::Cell<(usize, usize)>,
    /// The voter being looked for.
    pub search: Option<PickerState>,
}

impl Roll {
    /// The roll of an open vote, the cursor on the first who has not spoken.
    pub fn open(meeting: &Meeting, vote: &Vote) -> Self {
        let mut roll = Self::default();
        roll.count(meeting, vote);
        roll.cursor = TableState::new(meeting.attendance.roll().len());
        roll.cursor.go_to(roll.waiting.first().copied().unwrap_or_default());
        roll
    }

    /// Looks anew at who has not spoken, after something was taken back. A pass over the roll.
    pub fn count(&mut self, meeting: &Meeting, vote: &Vote) {
        let roll = meeting.attendance.roll().iter().enumerate();
        let waits =
            |key| vote.may_speak(key) && !vote.choices.contains_key(key) && !meeting.attendance.is_disputed(key);
        let proxies = vote
            .presence
            .voices
            .iter()
            .filter_map(|voice| Some((meeting.attendance.place(&voice.voter)?, voice.proxy.clone()?)));
        self.proxies = proxies.collect();
        self.waiting = roll.filter(|(_, voter)| waits(&voter.key)).map(|(place, _)| place).collect();
    }

    /// Who spoke for the one at this place when the vote opened.
    pub fn proxy(&self, place: usize) -> Option<&PersonKey> {
        self.proxies.get(&place)
    }

    /// How many have not spoken.
    pub fn missing(&self) -> usize {
        self.waiting.len()
    }

    /// The place on the roll in a row on view.
    pub fn place(&self, row: usize) -> Option<usize> {
        match &self.only {
            Some(only) => only.get(row).copied(),
            None => (row < self.cursor.len()).then_some(row),
        }
    }

    /// The place the cursor is on.
    pub fn current(&self) -> Option<usize> {
        self.cursor.current().and_then(|row| self.place(row))
    }

    /// Whether only those missing are on view.
    pub fn is_narrowed(&self) -> bool {
        self.only.is_some()
    }

    /// Somebody spoke, or took it back.
    pub fn spoke(&mut self, place: usize, said: bool) {
        if said {
            self.waiting.remove(&place);
        } else {
            self.waiting.insert(place);
        }
    }

    /// To the next who has not spoken, from the beginning after the last.
    pub fn next(&mut self) {
        let Some(here) = self.current() else { return };
        let next = self.waiting.range(here + 1..).next().or_else(|| self.waiting.first());
        if let Some(next) = next.copied() {
            self.go_to(next);
        }
    }

    /// Puts the cursor on a place of the roll.
    pub fn go_to(&mut self, place: usize) {
        let row = match &self.only {
            Some(only) => only.binary_search(&place).ok(),
            None => Some(place),
        };
        if let Some(row) = row {
            self.cursor.go_to(row);
        }
    }

    /// Only those missing, or all again.
    pub fn narrow(&mut self, whole: usize) {
        let here = self.current();
        self.only = if self.only.is_some() { None } else { Some(self.waiting.iter().copied().collect()) };
        self.cursor.set_len(self.only.as_ref().map_or(whole, Vec::len));
        match (here, &self.only) {
            (Some(here), Some(only)) => {
                self.cursor.go_to(only.partition_point(|place| *place < here));
            }
            (Some(here), None) => self.cursor.go_to(here),
            (None, _) => self.next(),
        }
    }

    /// Looks for a voter by door or name.
    pub fn look_for(&mut self, meeting: &Meeting, l: &Locale) {
        let entry = |voter: &Voter| {
            Entry::new(super::roll_view::door_words(voter)).note(super::roll_view::name_words(l, meeting, voter))
        };
        self.search = Some(PickerState::new(meeting.attendance.roll().iter().map(entry).collect()));
    }

    /// Takes the voter found.
    pub fn found(&mut self, whole: usize) {
        let Some(place) = self.search.take().and_then(|search| search.current()) else { return };
        if self.only.as_ref().is_some_and(|only| only.binary_search(&place).is_err()) {
            self.only = None;
            self.cursor.set_len(whole);
        }
        self.go_to(place);
    }

    /// Moves the cursor; whether the action was one that moves it.
    pub fn moved(&mut self, action: &Action) -> bool {
        let (rows, columns) = self.drawn.get();
        let by = |cursor: &mut TableState, forward: bool, steps: usize| {
            let at = cursor.current().unwrap_or_default();
            let to = if forward { at.saturating_add(steps) } else { at.saturating_sub(steps) };
            cursor.go_to(to);
        };
        match (action, step(action)) {
            (Action::Left | Action::Right, _) if columns > 1 => by(&mut self.cursor, *action == Action::Right, rows),
            (Action::Left | Action::Right, _) => {}
            (Action::Click(column, row), _) => return self.cursor.click(*column, *row) != Click::Nowhere,
            (_, Some(typing @ (Typing::Up | Typing::Down | Typing::Home | Typing::End))) => {
                self.cursor.apply(&typing, 1);
            }
            (_, Some(typing @ (Typing::PageUp | Typing::PageDown))) => {
                self.cursor.apply(&typing, (rows * columns).max(1));
            }
            _ => return false,
        }
        true
    }
}
