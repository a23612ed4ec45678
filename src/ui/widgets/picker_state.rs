//! The choices of a picker, which of them are picked, and where the cursor is.

use std::cell::Cell;

use super::field::FieldState;
use super::grid::Places;
use super::picker_search::Search;
use super::{Click, Spots};
use crate::app::Typing;

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The words of the choice.
    pub label: String,
    /// Words behind it that one may pass over; searched too. May be empty.
    pub note: String,
}

impl Entry {
    /// A choice of these words.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), note: String::new() }
    }

    /// With a note behind it.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// What a digit key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digit {
    /// Named this choice, and no further digit could name another.
    Chose(usize),
    /// The cursor went to this choice; a further digit may name another, Enter takes it.
    Waits(usize),
    /// There is no such choice.
    NoSuch,
}

/// What a picker holds. Indices are those of the entries as they were given.
#[derive(Debug, Default)]
pub struct PickerState {
    entries: Vec<Entry>,
    /// Picked choices in the order they were picked.
    picked: Vec<usize>,
    query: FieldState,
    search: Search,
    /// Row among the shown ones.
    cursor: usize,
    /// Digits typed so far, as a number.
    number: usize,
    /// The first shown row in view, kept while drawing.
    pub(super) top: Cell<usize>,
    spots: Spots,
    /// Where the choices stand beside each other, when they are drawn so.
    pub(super) places: Places,
    /// Whether they were drawn as a list.
    pub(super) stacked: Cell<bool>,
}

impl PickerState {
    /// These choices, none picked, the cursor on the first.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        Self { entries, ..Self::default() }
    }

    /// Prepares what the first letter typed searches in, for long lists that are made away from the screen.
    pub fn make_ready(&mut self) {
        self.search.make_ready(&self.entries);
    }

    /// Other words for the choices, as when the language changes, or other choices: what was typed is searched again.
    /// What is picked stays when there are as many as before, else nothing is picked.
    pub fn set_entries(&mut self, entries: Vec<Entry>) {
        if entries.len() != self.entries.len() {
            self.picked.clear();
        }
        self.entries = entries;
        self.search.forget();
        self.search.search(self.query.text(), &self.entries);
        self.cursor = self.cursor.min(self.len().saturating_sub(1));
    }

    /// The choices.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many choices show.
    #[must_use]
    pub fn len(&self) -> usize {
        self.search.matches().map_or(self.entries.len(), <[u32]>::len)
    }

    /// Whether no choice shows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The choice in a shown row.
    #[must_use]
    pub fn at(&self, row: usize) -> Option<usize> {
        match self.search.matches() {
            Some(matches) => matches.get(row).map(|index| *index as usize),
            None => (row < self.entries.len()).then_some(row),
        }
    }

    /// The choice the cursor is on.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        self.at(self.cursor)
    }

    /// The shown row the cursor is on.
    #[must_use]
    pub fn row(&self) -> usize {
        self.cursor
    }

    /// Puts the cursor on a shown row, the last one when there are fewer.
    pub fn go_to(&mut self, row: usize) {
        self.cursor = row.min(self.len().saturating_sub(1));
        self.number = 0;
    }

    /// Puts the cursor on a choice, if it shows.
    pub fn go_to_entry(&mut self, index: usize) {
        let row = match self.search.matches() {
            Some(matches) => matches.iter().position(|at| *at as usize == index),
            None => Some(index),
        };
        if let Some(row) = row {
            self.go_to(row);
        }
    }

    /// Where the shown rows stood when they were drawn last.
    #[must_use]
    pub fn spots(&self) -> &Spots {
        &self.spots
    }

    /// A click at this column and row of the terminal.
    pub fn click(&mut self, column: u16, row: u16) -> Click {
        match self.spots.at(column, row).filter(|at| *at < self.len()) {
            None => Click::Nowhere,
            Some(at) if at == self.cursor => Click::Again,
            Some(at) => {
                self.go_to(at);
                Click::Moved
            }
        }
    }

    /// Moves to the line above or below: a row of a list, or in a grid the choice nearest to where one is. Says whether
    /// there is one.
    pub fn go_line(&mut self, down: bool) -> bool {
        let to = if self.places.is_grid() {
            self.places.beside(self.cursor, down)
        } else if down {
            Some(self.cursor + 1)
        } else {
            self.cursor.checked_sub(1)
        };
        let to = to.filter(|to| *to < self.len());
        if let Some(to) = to {
            self.go_to(to);
        }
        to.is_some()
    }

    /// The choices are about to be drawn beside each other by another widget than those here: where they are is said in
    /// [`PickerState::spots`].
    pub fn draw_beside(&self) {
        self.stacked.set(false);
        self.places.clear();
        self.spots.clear();
    }

    /// Whether the choices were drawn under each other.
    #[must_use]
    pub fn is_stacked(&self) -> bool {
        self.stacked.get()
    }

    /// Whether a choice is picked.
    #[must_use]
    pub fn is_picked(&self, index: usize) -> bool {
        self.picked.contains(&index)
    }

    /// Which one a choice was picked as, from 1, for lists that are ranked.
    #[must_use]
    pub fn rank(&self, index: usize) -> Option<usize> {
        self.picked.iter().position(|picked| *picked == index).map(|rank| rank + 1)
    }

    /// The picked choices in list order.
    pub fn picked(&self) -> impl Iterator<Item = usize> + '_ {
        let mut picked = self.picked.clone();
        picked.sort_unstable();
        picked.into_iter()
    }

    /// The picked choices in the order they were picked.
    #[must_use]
    pub fn ranked(&self) -> &[usize] {
        &self.picked
    }

    /// Picks exactly these choices, in this order.
    pub fn set_picked(&mut self, indices: impl IntoIterator<Item = usize>) {
        let mut known = vec![true; self.entries.len()];
        let first = |index: &usize| known.get_mut(*index).is_some_and(std::mem::take);
        self.picked = indices.into_iter().filter(first).collect();
    }

    /// Picks a choice, or lets it go; says whether it is picked now.
    pub fn toggle(&mut self, index: usize) -> bool {
        if let Some(at) = self.picked.iter().position(|picked| *picked == index) {
            self.picked.remove(at);
            return false;
        }
        let known = index < self.entries.len();
        if known {
            self.picked.push(index);
        }
        known
    }

    /// Moves a picked choice up in the order they were picked, or down; says whether it moved.
    pub fn shift(&mut self, index: usize, up: bool) -> bool {
        let Some(at) = self.picked.iter().position(|picked| *picked == index) else { return false };
        let to = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < self.picked.len()) };
        if let Some(to) = to {
            self.picked.swap(at, to);
        }
        to.is_some()
    }

    /// A digit key, outside a search: the number before a choice, of as many digits as the list needs.
    pub fn digit(&mut self, digit: u8) -> Digit {
        let count = self.entries.len();
        let longer = self.number * 10 + usize::from(digit);
        let number = if (1..=count).contains(&longer) { longer } else { usize::from(digit) };
        if number == 0 || number > count {
            self.number = 0;
            return Digit::NoSuch;
        }
        self.go_to_entry(number - 1);
        if number * 10 > count {
            self.number = 0;
            Digit::Chose(number - 1)
        } else {
            self.number = number;
            Digit::Waits(number - 1)
        }
    }

    /// What is searched for.
    #[must_use]
    pub fn query(&self) -> &FieldState {
        &self.query
    }

    /// Shows all choices again, the cursor on the one it was on.
    pub fn clear_query(&mut self) {
        let current = self.current();
        self.query = FieldState::default();
        self.search.clear();
        self.go_to_entry(current.unwrap_or_default());
    }

    /// Moves the cursor, or changes what is searched for; says whether the shown choices changed.
    ///
    /// `page` is the number of rows a page key moves.
    pub fn apply(&mut self, typing: &Typing, page: usize) -> bool {
        match typing {
            Typing::Up => self.go_to(self.cursor.saturating_sub(1)),
            Typing::Down => self.go_to(self.cursor + 1),
            Typing::PageUp => self.go_to(self.cursor.saturating_sub(page)),
            Typing::PageDown => self.go_to(self.cursor.saturating_add(page)),
            Typing::Home if self.query.is_empty() => self.go_to(0),
            Typing::End if self.query.is_empty() => self.go_to(usize::MAX),
            _ => {
                if self.query.apply(typing) {
                    self.search.search(self.query.text(), &self.entries);
                    self.go_to(0);
                    return true;
                }
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn concerns() -> PickerState {
        let labels =
            ["外墙脱落", "非机动车停车、充电", "外来人员进出管理", "窨井盖破损", "没有公共休闲设施", "院落面貌差"];
        PickerState::new(labels.into_iter().map(Entry::new).collect())
    }

    fn shown(state: &PickerState) -> Vec<usize> {
        (0..state.len()).filter_map(|row| state.at(row)).collect()
    }

    #[test]
    fn typing_narrows_and_taking_back_widens() {
        let mut state = concerns();
        for (letter, left) in [('外', vec![0, 2]), ('管', vec![2])] {
            state.apply(&Typing::Char(letter), 5);
            assert_eq!(shown(&state), left);
        }
        state.apply(&Typing::Char('q'), 5);
        assert!(state.is_empty());
        assert_eq!(state.current(), None);
        state.apply(&Typing::Backspace, 5);
        assert_eq!(shown(&state), [2]);
        assert_eq!(state.current(), Some(2));
        state.clear_query();
        assert_eq!((state.len(), state.current()), (6, Some(2)));
    }

    #[test]
    fn what_begins_with_the_query_comes_first_then_what_holds_it() {
        let labels = ["Big Tree", "Tree", "The red elm, even", "3栋 Treehouse"];
        let mut state = PickerState::new(labels.into_iter().map(Entry::new).collect());
        state.apply(&Typing::Paste("tree".into()), 5);
        assert_eq!(shown(&state), [1, 0, 3, 2]);
        state.apply(&Typing::DeleteToStart, 5);
        state.apply(&Typing::Paste("３".into()), 5);
        assert_eq!(shown(&state), [3]);
    }

    #[test]
    fn digits_name_choices() {
        let mut state = concerns();
        assert_eq!(state.digit(3), Digit::Chose(2));
        assert_eq!(state.current(), Some(2));
        assert_eq!(state.digit(0), Digit::NoSuch);
        assert_eq!(state.digit(7), Digit::NoSuch);
        let mut many = PickerState::new((1..=25).map(|n| Entry::new(format!("{n}栋"))).collect());
        assert_eq!(many.digit(1), Digit::Waits(0));
        assert_eq!(many.digit(2), Digit::Chose(11));
        assert_eq!(many.digit(3), Digit::Chose(2));
        assert_eq!(many.digit(2), Digit::Waits(1));
        assert_eq!(many.digit(9), Digit::Chose(8));
        many.digit(2);
        many.apply(&Typing::Down, 5);
        assert_eq!(many.digit(1), Digit::Waits(0), "moving the cursor ends a number");
    }

    #[test]
    fn picks_stay_while_searching_and_when_words_change() {
        let mut state = concerns();
        assert!(state.toggle(0));
        assert!(state.toggle(3));
        state.apply(&Typing::Char('井'), 5);
        assert!(!state.toggle(3));
        assert!(state.toggle(3));
        state.set_entries((0..6).map(|n| Entry::new(format!("concern {n}"))).collect());
        assert_eq!(state.picked().collect::<Vec<_>>(), [0, 3]);
        assert!(state.is_empty(), "the query is searched again");
        state.set_picked([5, 99]);
        assert_eq!(state.picked().collect::<Vec<_>>(), [5]);
        assert!(!state.toggle(99));
    }

    #[test]
    fn picks_keep_the_order_they_were_made_in() {
        let mut state = concerns();
        for index in [3, 0, 5] {
            state.toggle(index);
        }
        assert_eq!(state.ranked(), [3, 0, 5]);
        assert_eq!((state.rank(0), state.rank(1)), (Some(2), None));
        assert!(state.shift(5, true));
        assert!(!state.shift(3, true));
        assert!(!state.shift(0, false));
        assert!(!state.shift(1, false));
        assert_eq!(state.ranked(), [3, 5, 0]);
        assert_eq!(state.picked().collect::<Vec<_>>(), [0, 3, 5]);
        state.toggle(3);
        assert_eq!(state.rank(5), Some(1));
        state.set_picked([2, 2, 1]);
        assert_eq!(state.ranked(), [2, 1]);
    }

    proptest! {
        #[test]
        fn narrowing_step_by_step_finds_what_searching_at_once_finds(
            labels in prop::collection::vec("[abAB外墙 ]{0,8}", 0..30),
            letters in "[abAB外墙 ]{0,5}",
            taken_back in 0usize..3,
        ) {
            let entries: Vec<Entry> = labels.into_iter().map(Entry::new).collect();
            let mut stepwise = PickerState::new(entries.clone());
            for c in letters.chars() {
                stepwise.apply(&Typing::Char(c), 5);
            }
            for _ in 0..taken_back {
                stepwise.apply(&Typing::Backspace, 5);
            }
            let mut at_once = PickerState::new(entries);
            at_once.apply(&Typing::Paste(stepwise.query().text().to_owned()), 5);
            prop_assert_eq!(shown(&stepwise), shown(&at_once));
        }
    }
}
