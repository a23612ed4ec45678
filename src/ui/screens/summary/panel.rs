//! Lists one picks from over the summary: the conditions to filter by, and what to cross a question with.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    block::from,
    condition::Condition,
    conditions::offered,
    cross::{axes, axis_words},
    sheet::Sheet,
};
use crate::{
    app::{Action, Ctx, Next},
    domain::tally::{Axis, ColumnId},
    locale::{Counted, count, date_weekday, truncate, typed_days},
    tr,
    ui::{
        screens::list::moved,
        theme::{Meaning, SELECTED, Theme},
        widgets::{Entry, Marks, Picker, PickerState, put},
    },
};

/// Columns of a question's words before an answer.
const QUESTION: usize = 30;

/// A list over the summary.
pub(super) enum Panel {
    /// Conditions; those in force are ticked.
    Filter {
        /// What the rows stand for.
        conditions: Vec<(Condition, Option<u64>)>,
        /// The rows.
        list: PickerState,
        /// Days, when what was typed says some, and whether the cursor is on them.
        days: Option<(Condition, bool)>,
    },
    /// What a question may be crossed with.
    Axes {
        /// The question.
        question: ColumnId,
        /// What the rows stand for.
        axes: Vec<Axis>,
        /// The rows.
        list: PickerState,
    },
}

/// What was picked.
pub(super) enum Picked {
    /// Nothing yet.
    Nothing(Next),
    /// This condition in or out, and the list stays or not.
    Condition(Condition, bool),
    /// This question by these groups.
    Axis(ColumnId, Axis),
}

impl Panel {
    /// The conditions there are.
    pub fn filter(sheet: &Sheet, ctx: &Ctx) -> Self {
        let mut panel = Self::Filter { conditions: offered(sheet), list: PickerState::default(), days: None };
        panel.word(sheet, ctx);
        panel
    }

    /// What a question may be crossed with.
    pub fn axes(question: ColumnId, sheet: &Sheet, ctx: &Ctx) -> Self {
        let mut panel = Self::Axes { question, axes: axes(sheet, question), list: PickerState::default() };
        panel.word(sheet, ctx);
        panel
    }

    /// Words the rows, as when the language or the filter changed.
    pub fn word(&mut self, sheet: &Sheet, ctx: &Ctx) {
        let l = &ctx.locale;
        match self {
            Self::Filter { conditions, list, .. } => {
                let entry = |(condition, responses): &(Condition, Option<u64>)| {
                    let (what, value) = condition.words(sheet, ctx);
                    let label = format!("{}  {value}", truncate(&what, QUESTION));
                    let note = responses.map(|n| count(l, Counted::Responses, n)).unwrap_or_default();
                    Entry::new(label).note(note)
                };
                list.set_entries(conditions.iter().map(entry).collect());
                let filter = &sheet.summary.filter;
                let held = conditions.iter().enumerate().filter(|(_, (condition, _))| condition.is_in(filter));
                list.set_picked(held.map(|(at, _)| at));
            }
            Self::Axes { axes, list, .. } => {
                list.set_entries(axes.iter().map(|axis| Entry::new(axis_words(l, *axis, sheet))).collect());
            }
        }
    }

    /// Moves, searches, picks.
    pub fn update(&mut self, action: &Action, ctx: &Ctx) -> Picked {
        match self {
            Self::Axes { question, axes, list } => match action {
                Action::Open => match list.current().and_then(|at| axes.get(at)) {
                    Some(axis) => Picked::Axis(*question, *axis),
                    None => Picked::Nothing(Next::Stay),
                },
                action => Picked::Nothing(moved(list, action)),
            },
            Self::Filter { conditions, list, days } => match (action, days.as_mut()) {
                (Action::Open | Action::Toggle, Some((condition, true))) => {
                    Picked::Condition(condition.clone(), *action == Action::Toggle)
                }
                (Action::Open | Action::Toggle, _) => match list.current().and_then(|at| conditions.get(at)) {
                    Some((condition, _)) => Picked::Condition(condition.clone(), *action == Action::Toggle),
                    None => Picked::Nothing(Next::Stay),
                },
                (Action::Down | Action::PageDown, Some((_, on))) if *on && !list.is_empty() => {
                    *on = false;
                    Picked::Nothing(Next::Stay)
                }
                (Action::Up, Some((_, on))) if !*on && list.row() == 0 => {
                    *on = true;
                    Picked::Nothing(Next::Stay)
                }
                (action, days_of) => {
                    if let (Action::Click(..), Some((_, on))) = (action, days_of) {
                        *on = false;
                    }
                    let next = moved(list, action);
                    if matches!(action, Action::Input(_)) {
                        let typed = typed_days(list.query().text(), ctx.now().date_naive());
                        *days = typed.map(|(from, to)| (Condition::Days(from, to), true));
                    }
                    Picked::Nothing(next)
                }
            },
        }
    }

    /// Draws the list.
    pub fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let (l, theme) = (&ctx.locale, Theme::of(ctx));
        let empty = tr!(l, "ui-nothing-found");
        let (title, placeholder, list, marks) = match self {
            Self::Filter { list, .. } => {
                (tr!(l, "summary-pick-filter"), tr!(l, "summary-search-filter"), list, Marks::Many)
            }
            Self::Axes { list, .. } => (tr!(l, "summary-pick-axis"), tr!(l, "summary-search-axis"), list, Marks::None),
        };
        put(frame.buffer_mut(), Rect { height: 1.min(area.height), ..area }, &title, theme.style(Meaning::Title));
        let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let picker = Picker::new(theme, list).marks(marks).empty(&empty);
        let search = picker.clone().search(&placeholder).focused(true);
        if let Some(at) = search.cursor(rest) {
            frame.set_cursor_position(at);
        }
        let Self::Filter { days: Some((Condition::Days(since, until), on)), .. } = self else {
            search.render(rest, frame.buffer_mut());
            return;
        };
        // What was typed says days: they stand first, and what else matches below them.
        search.render(Rect { height: 1.min(rest.height), ..rest }, frame.buffer_mut());
        let row = Rect { y: rest.y + 1, height: 1.min(rest.height.saturating_sub(1)), ..rest };
        let look = |meaning| theme.in_row(*on, meaning);
        frame.buffer_mut().set_style(row, look(Meaning::Text));
        if *on {
            put(frame.buffer_mut(), row, SELECTED, look(Meaning::Text));
        }
        let day = |day: &Option<chrono::NaiveDate>| day.map_or_else(|| "..".to_owned(), |day| date_weekday(l, day));
        let words =
            if since == until { day(since) } else { tr!(l, "summary-days", from = day(since), to = day(until)) };
        let words = format!("{}  {words}", tr!(l, "summary-by-day"));
        put(frame.buffer_mut(), from(row, 2), &words, look(Meaning::Text));
        let below = Rect { y: rest.y + 2, height: rest.height.saturating_sub(2), ..rest };
        picker.empty("").focused(!on).render(below, frame.buffer_mut());
    }
}
