//! Answering by picking: one choice, several, a ranking, or a plain "yes, done".
//!
//! A digit picks and, where one choice is all, goes on: a form of twenty such questions takes twenty keys. Enter goes on; it
//! picks only where the surveyor moved to a choice or searched for it, so that a question can be passed over blank.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{Look, Step};
use crate::{
    app::{Action, Ctx, Focus, Next, Typing},
    domain::{
        Answer, Value,
        expr::NodeRef,
        survey::{Draft, Kind, Node},
    },
    tr,
    ui::{
        screens::list::moved,
        theme::{Meaning, SELECTED, Theme},
        widgets::{Digit, Entry, Grid, Layout, MOST_IN_GRID, Marks, Picker, PickerState, put},
    },
};

/// From this many choices on, a list is searched by typing instead of picked by number.
const SEARCHED: usize = 10;

/// Steps of the longest scale that stands as a row of marks.
const RATED: usize = 11;
/// Rows of a list that was opened out of a closed one.
const OPENED: u16 = 8;

/// How many may be picked, and what the picks mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    One,
    Many,
    Rank,
    Confirm,
    /// The values of a short scale.
    Scale,
}

/// A list of choices being answered.
#[derive(Debug)]
pub struct Choices {
    how: How,
    list: PickerState,
    values: Vec<Value>,
    look: Look,
    searched: bool,
    /// Whether picking always goes on.
    quick: bool,
    /// Digits typed of a value of a scale that may go on.
    typed: String,
    /// The cursor was moved, or the list searched, since it was opened or answered.
    moved: bool,
}

impl Choices {
    /// The choices a question offers now, with what is picked.
    pub fn open(ctx: &Ctx, draft: &Draft, at: NodeRef) -> Self {
        let node = draft.node(at);
        let how = match node.kind {
            Kind::SelectMultiple => How::Many,
            Kind::Rank => How::Rank,
            Kind::Acknowledge => How::Confirm,
            Kind::Range => How::Scale,
            _ => How::One,
        };
        let (values, labels): (Vec<Value>, Vec<String>) = offered(ctx, draft, at, how).into_iter().unzip();
        let asks_search = node.appears("search") || node.appears("autocomplete");
        let look = Look::of(node, draft.form());
        let beside = matches!(look, Look::Grid(_) | Look::Row) && values.len() <= MOST_IN_GRID;
        let long = values.len() >= SEARCHED && !beside;
        let searched = matches!(how, How::One | How::Many | How::Rank) && (long || asks_search);
        let list = PickerState::new(labels.into_iter().map(Entry::new).collect());
        let quick = node.appears("quick") && how == How::One;
        let mut choices = Self { how, list, values, look, searched, quick, typed: String::new(), moved: false };
        choices.take(draft.answer(at));
        let first = choices.list.picked().next();
        if let Some(first) = first {
            choices.list.go_to_entry(first);
        }
        choices
    }

    /// Whether a question is answered by picking.
    pub fn suits(node: &Node) -> bool {
        let most = if node.appears("rating") { RATED } else { SEARCHED - 1 };
        let short_scale = |scale: &crate::domain::survey::Scale| scale.whole && steps(scale) <= most;
        match node.kind {
            Kind::SelectOne | Kind::SelectMultiple | Kind::Rank | Kind::Acknowledge => true,
            Kind::Range => node.scale.as_ref().is_some_and(short_scale),
            _ => false,
        }
    }

    /// Shows an answer as picked.
    fn take(&mut self, answer: Option<&Answer>) {
        let place = |value: &Value| self.values.iter().position(|v| v == value);
        let choice = |name: &String| place(&Value::Choice(name.clone()));
        let picked: Vec<usize> = match answer.and_then(Answer::value) {
            Some(Value::Choices(names)) => names.iter().filter_map(choice).collect(),
            Some(value) => place(value).into_iter().collect(),
            None => Vec::new(),
        };
        self.list.set_picked(picked);
    }

    /// The answer as picked.
    fn answer(&self) -> Option<Answer> {
        let name = |index: usize| match self.values.get(index) {
            Some(Value::Choice(name)) => Some(name.clone()),
            _ => None,
        };
        let value = match self.how {
            How::Many => Value::Choices(self.list.picked().filter_map(name).collect()),
            How::Rank => Value::Choices(self.list.ranked().iter().filter_map(|index| name(*index)).collect()),
            How::One | How::Confirm | How::Scale => {
                return self.list.picked().next().map(|i| self.values[i].clone().into());
            }
        };
        match &value {
            Value::Choices(names) if names.is_empty() => None,
            _ => Some(value.into()),
        }
    }

    /// Picks a choice, or where several may be picked, lets it go again.
    fn pick(&mut self, index: usize) {
        match self.how {
            How::Many | How::Rank => {
                self.list.toggle(index);
            }
            How::One | How::Confirm | How::Scale => self.list.set_picked([index]),
        }
        self.moved = false;
        self.close();
        if !self.list.query().is_empty() {
            self.list.clear_query();
        }
    }

    /// Picks a choice that was named: by its number, the mouse, or Enter.
    fn picked(&mut self, index: usize) -> Step {
        self.pick(index);
        if self.only_one() { Step::AnswerAndGo(self.answer()) } else { Step::Answer(self.answer()) }
    }

    /// The choice before or after the one the cursor is on.
    fn sideways(&mut self, forward: bool) -> Step {
        let row = self.list.row();
        self.list.go_to(if forward { row + 1 } else { row.saturating_sub(1) });
        self.moved = true;
        Step::Stay
    }

    /// Whether Left and Right move from choice to choice.
    pub fn goes_sideways(&self) -> bool {
        matches!(self.look, Look::Grid(_) | Look::Row)
    }

    /// Whether the choices stand on one line, which Up and Down leave.
    fn is_line(&self) -> bool {
        matches!(self.look, Look::Row | Look::Grid(Layout::Scale | Layout::Rating)) && !self.list.is_stacked()
    }

    /// Closes a list that was opened.
    fn close(&mut self) {
        if self.look == Look::Opened {
            self.look = Look::Closed;
        }
    }

    fn only_one(&self) -> bool {
        matches!(self.how, How::One | How::Confirm | How::Scale)
    }

    /// What a list does with an action.
    pub fn update(&mut self, action: &Action) -> Step {
        // In a list that is searched, these keys type; before anything is typed they can mean what they mean elsewhere.
        let action = match action {
            Action::Input(Typing::Char(' ')) if self.list.query().is_empty() => &Action::Toggle,
            Action::Input(Typing::Delete) if self.list.query().is_empty() => return Step::Pass,
            action => action,
        };
        if self.look == Look::Closed {
            match action {
                Action::Toggle | Action::Right | Action::Click(..) => {
                    self.look = Look::Opened;
                    return Step::Stay;
                }
                Action::Input(Typing::Char(_) | Typing::Paste(_)) => self.look = Look::Opened,
                Action::Digit(_) => {}
                Action::NextField => return Step::Go,
                _ => return Step::Pass,
            }
        }
        match action {
            Action::Back if self.look == Look::Opened => {
                self.close();
                Step::Stay
            }
            Action::Click(column, row) => match self.list.spots().at(*column, *row).and_then(|row| self.list.at(row)) {
                Some(index) => {
                    self.list.go_to_entry(index);
                    self.picked(index)
                }
                None => Step::Stay,
            },
            Action::Wheel { down } => {
                self.list.go_line(*down);
                Step::Stay
            }
            Action::Left | Action::Right if self.goes_sideways() => self.sideways(*action == Action::Right),
            Action::Input(Typing::Left | Typing::Right) if self.goes_sideways() && self.list.query().is_empty() => {
                self.sideways(*action == Action::Input(Typing::Right))
            }
            Action::Up | Action::Down if self.is_line() => Step::Pass,
            Action::Up | Action::Down if matches!(self.look, Look::Grid(_)) => {
                if self.list.go_line(*action == Action::Down) {
                    self.moved = true;
                    Step::Stay
                } else {
                    Step::Pass
                }
            }
            Action::MoveUp | Action::MoveDown if self.how == How::Rank => match self.list.current() {
                Some(index) if self.list.shift(index, *action == Action::MoveUp) => Step::Answer(self.answer()),
                _ => Step::Stay,
            },
            Action::Digit(digit) if !self.searched => match self.digit(*digit) {
                Some(index) => self.picked(index),
                None => Step::Stay,
            },
            Action::Toggle => match self.list.current() {
                Some(index) if self.quick => self.picked(index),
                Some(index) => {
                    self.pick(index);
                    Step::Answer(self.answer())
                }
                None => Step::Stay,
            },
            Action::NextField => match self.list.current() {
                Some(index) if self.how == How::Confirm => {
                    self.pick(index);
                    Step::AnswerAndGo(self.answer())
                }
                Some(index) if self.moved && !self.list.is_picked(index) => self.picked(index),
                _ => Step::Go,
            },
            Action::Up if self.list.row() == 0 => Step::Pass,
            Action::Down if self.list.row() + 1 >= self.list.len() => Step::Pass,
            Action::PageUp | Action::PageDown if self.list.len() < SEARCHED || self.goes_sideways() => Step::Pass,
            Action::Input(_) if !self.searched => Step::Pass,
            action if moved(&mut self.list, action) == Next::Pass => Step::Pass,
            _ => {
                self.moved = true;
                Step::Stay
            }
        }
    }

    /// The choice a digit names; where a further digit could name another, the cursor waits on it.
    fn digit(&mut self, digit: u8) -> Option<usize> {
        if self.how == How::Scale {
            return self.value(digit);
        }
        match self.list.digit(digit) {
            Digit::Chose(index) => Some(index),
            Digit::Waits(_) => {
                self.moved = true;
                None
            }
            Digit::NoSuch => None,
        }
    }

    /// The value of a scale a digit names; a scale is answered by its values, not by their places: 0 to 5 has 0 on the
    /// key 0. Where a further digit could name another, as 10 after 1, the cursor waits.
    fn value(&mut self, digit: u8) -> Option<usize> {
        let place = |text: &str| self.values.iter().position(|value| value.to_text() == text);
        let longer = format!("{}{digit}", self.typed);
        let text = if place(&longer).is_some() { longer } else { digit.to_string() };
        let index = place(&text)?;
        let goes_on = self.values.iter().map(Value::to_text).any(|other| other != text && other.starts_with(&text));
        self.list.go_to_entry(index);
        self.moved = true;
        self.typed = if goes_on { text } else { String::new() };
        (!goes_on).then_some(index)
    }

    /// Whether the picks have an order.
    pub fn is_ranking(&self) -> bool {
        self.how == How::Rank
    }

    /// What the keyboard types into.
    pub fn focus(&self) -> Focus {
        if self.searched { Focus::Search } else { Focus::None }
    }

    /// The names of the choices, where they are a row of a table.
    pub fn heads(&self) -> Option<Vec<String>> {
        let labels = || self.list.entries().iter().map(|entry| entry.label.clone()).collect();
        (self.look == Look::Row && !self.searched).then(labels)
    }

    /// The choices.
    pub fn list(&self) -> &PickerState {
        &self.list
    }

    /// What stands before the choices.
    pub fn marks(&self) -> Marks {
        match self.how {
            How::One | How::Scale => Marks::One,
            How::Many | How::Confirm => Marks::Many,
            How::Rank => Marks::Ranked,
        }
    }

    /// Rows it takes, at most `most`.
    pub fn height(&self, ctx: &Ctx, width: u16, most: u16) -> u16 {
        let top = u16::from(self.searched);
        if self.look == Look::Closed {
            return 1.min(most);
        }
        if let Some(grid) = self.grid(ctx, true).filter(|grid| grid.fits(width)) {
            return (grid.height(width) + top).min(most);
        }
        let most = if self.look == Look::Opened { most.min(OPENED) } else { most };
        let empty = tr!(ctx.locale, "entry-no-choices");
        self.picker(ctx, &empty, "", true).height(width, most)
    }

    /// Draws it.
    pub fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, focused: bool) {
        if self.look == Look::Closed {
            self.closed(ctx, frame, area, focused);
            return;
        }
        let empty = tr!(ctx.locale, "entry-no-choices");
        let search = tr!(ctx.locale, "entry-search");
        let picker = self.picker(ctx, &empty, &search, focused);
        if focused && let Some(cursor) = picker.cursor(area) {
            frame.set_cursor_position(cursor);
        }
        match self.grid(ctx, focused).filter(|grid| grid.fits(area.width)) {
            Some(grid) if self.searched => {
                let line = 1.min(area.height);
                picker.render(Rect { height: line, ..area }, frame.buffer_mut());
                grid.render(Rect { y: area.y + line, height: area.height - line, ..area }, frame.buffer_mut());
            }
            Some(grid) => grid.render(area, frame.buffer_mut()),
            None => picker.render(area, frame.buffer_mut()),
        }
    }

    /// What is picked, and how to see the others.
    fn closed(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, focused: bool) {
        let theme = Theme::of(ctx);
        let named = |index: usize| self.list.entries().get(index).map(|entry| entry.label.as_str());
        let picked: Vec<&str> = self.list.picked().filter_map(named).collect();
        let words = if picked.is_empty() { tr!(ctx.locale, "entry-none-picked") } else { picked.join(", ") };
        let more = tr!(ctx.locale, "entry-open-list", count = self.list.entries().len());
        let base = theme.in_row(focused, if picked.is_empty() { Meaning::Muted } else { Meaning::Picked });
        let pointer = if focused { SELECTED } else { " " };
        let taken = put(frame.buffer_mut(), area, &format!("{pointer} [ {words} ]"), base);
        let rest = Rect { x: area.x + taken, width: area.width - taken, ..area };
        put(frame.buffer_mut(), rest, &format!("  {more}"), theme.style(Meaning::Muted));
        self.list.spots().clear();
    }

    fn numbers(&self) -> bool {
        !self.searched && self.how != How::Scale
    }

    fn grid(&self, ctx: &Ctx, focused: bool) -> Option<Grid<'_>> {
        let Look::Grid(layout) = self.look else { return None };
        let grid = Grid::new(Theme::of(ctx), &self.list, layout);
        Some(grid.marks(self.marks()).numbers(self.numbers()).focused(focused))
    }

    fn picker<'a>(&'a self, ctx: &Ctx, empty: &'a str, search: &'a str, focused: bool) -> Picker<'a> {
        let picker = Picker::new(Theme::of(ctx), &self.list);
        let picker = picker.marks(self.marks()).numbers(self.numbers()).focused(focused).empty(empty);
        if self.searched { picker.search(search) } else { picker }
    }
}

/// What is stored for each choice and how it is called, in the order shown.
fn offered(ctx: &Ctx, draft: &Draft, at: NodeRef, how: How) -> Vec<(Value, String)> {
    match how {
        How::Confirm => vec![(Value::Choice("OK".to_owned()), tr!(ctx.locale, "answer-acknowledged"))],
        How::Scale => {
            let Some(scale) = draft.node(at).scale else { return Vec::new() };
            #[allow(clippy::cast_precision_loss, reason = "a short scale")]
            let nth = |n: usize| scale.start + scale.step * n as f64;
            #[allow(clippy::cast_possible_truncation, reason = "a scale of whole numbers")]
            let value = |n: usize| Value::Integer(nth(n).round() as i64);
            (0..=steps(&scale)).map(|n| (value(n), value(n).to_text())).collect()
        }
        How::One | How::Many | How::Rank => {
            let options = draft.options(at);
            let offered = options.iter().flat_map(crate::domain::survey::Options::iter);
            offered.map(|o| (Value::Choice(o.name.to_owned()), o.label.to_owned())).collect()
        }
    }
}

/// Steps from the first value of a scale to the last.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded, not negative")]
fn steps(scale: &crate::domain::survey::Scale) -> usize {
    ((scale.end - scale.start) / scale.step).round().max(0.0) as usize
}
