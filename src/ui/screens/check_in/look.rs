//! How the list of those who may come looks: what was typed, and one row each.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    CheckInScreen,
    asking::Asking,
    known::{Known, dashed},
};
use crate::{
    app::Ctx,
    domain::meeting::{
        Meeting, Moment,
        agenda::{PersonKey, VoterKey},
        roll::Voter,
    },
    locale::{hundredths, meeting::capacity, time_short, width},
    tr,
    ui::{
        theme::{DONE, Meaning, Theme},
        widgets::{Column, Field, Table, TableCell, put},
    },
};

/// Before one whose proxy is there.
const BY_PROXY: &str = "»";

impl CheckInScreen {
    /// What stands in the row of somebody.
    fn cells(&self, row: usize, ctx: &Ctx) -> Vec<TableCell<'static>> {
        let Some((known, meeting)) = self.list.at(row).and_then(|at| self.known.get(at)).zip(self.meeting(ctx)) else {
            return Vec::new();
        };
        let (mark, meaning, state) = state(known, meeting, ctx);
        let attendance = &meeting.attendance;
        let (door, name, weight) = match known.on_roll.and_then(|at| attendance.roll().get(at)) {
            Some(voter) => {
                let weight = attendance.weight(&voter.key).area;
                let names = std::iter::once(&voter.name).chain(&voter.co_owners).map(String::as_str);
                (doors(voter), names.collect::<Vec<_>>().join(" "), weight)
            }
            None => match attendance.person(&known.key) {
                Some(person) => (dashed(&person.door), person.name.clone(), 0),
                None => return Vec::new(),
            },
        };
        let area = if weight == 0 { String::new() } else { hundredths(i64::try_from(weight).unwrap_or(i64::MAX)) };
        vec![
            TableCell::new(mark, meaning),
            door.into(),
            name.into(),
            TableCell::new(state, meaning),
            TableCell::new(area, Meaning::Muted),
        ]
    }

    pub(super) fn draw_search(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let theme = Theme::of(ctx);
        let input = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
        put(frame.buffer_mut(), area, "/", theme.style(Meaning::Key));
        let empty = self.meeting(ctx).is_none_or(|meeting| meeting.attendance.roll().is_empty());
        let hint = if empty { tr!(ctx.locale, "checkin-search-plain") } else { tr!(ctx.locale, "checkin-search") };
        let state = match &self.asking {
            Some(Asking::Line { field, .. }) => field,
            _ => self.list.query(),
        };
        let hint = if matches!(self.asking, Some(Asking::Line { .. })) { "" } else { hint.as_str() };
        let field = Field::new(theme, state).placeholder(hint).focused(true);
        field.render(input, frame.buffer_mut());
        if let Some(at) = field.cursor(input) {
            frame.set_cursor_position(at);
        }
    }

    pub(super) fn draw_list(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let mut columns = vec![
            Column::new(String::new(), 1),
            Column::new(tr!(l, "checkin-door"), 12),
            Column::growing(tr!(l, "checkin-name"), 12),
            Column::growing(tr!(l, "checkin-state"), 18),
        ];
        // A roll without areas has nothing to say in that column.
        if self.meeting(ctx).is_some_and(|meeting| meeting.attendance.entitled().area > 0) {
            let wide = u16::try_from(width(&tr!(l, "checkin-area"))).unwrap_or(8).max(9);
            columns.push(Column::number(tr!(l, "checkin-area"), wide));
        }
        let cells = |row: usize| self.cells(row, ctx);
        let typed = !self.list.query().is_empty();
        let empty = if typed { tr!(l, "checkin-nobody") } else { tr!(l, "checkin-nobody-known") };
        let focused = !matches!(self.asking, Some(Asking::Line { .. }));
        Table::new(Theme::of(ctx), &self.table, &columns, &cells)
            .focused(focused)
            .empty(&empty)
            .render(area, frame.buffer_mut());
    }
}

/// Mark and words of how somebody stands: there, by proxy, excused, disputed.
fn state(known: &Known, meeting: &Meeting, ctx: &Ctx) -> (&'static str, Meaning, String) {
    let l = &ctx.locale;
    let attendance = &meeting.attendance;
    let person = attendance.person(&known.key);
    let name = |key: &PersonKey| match attendance.person(key) {
        Some(person) => person.name.clone(),
        None => attendance.voter(&VoterKey::new(key.0.clone())).map(|voter| voter.name.clone()).unwrap_or_default(),
    };
    let mut words = Vec::new();
    let (mut mark, mut meaning) = ("", Meaning::Text);
    if let Some(person) = person {
        let last = person.stays.last();
        let time = |at: Moment| time_short(at.wall.time());
        match last {
            Some((came, None)) => {
                (mark, meaning) = (DONE, Meaning::Good);
                words.push(tr!(l, "checkin-came", time = time(*came)));
            }
            Some((_, Some(left))) => words.push(tr!(l, "checkin-left", time = time(*left))),
            None => {}
        }
        if known.on_roll.is_none() {
            words.insert(0, capacity(l, person.capacity));
        }
    }
    if let Some(voter) = known.voter() {
        if let Some(holder) = attendance.holder(&voter) {
            let who = name(holder);
            if mark.is_empty() && attendance.is_there(holder) {
                (mark, meaning) = (BY_PROXY, Meaning::Good);
                words.push(tr!(l, "checkin-by", who = who));
            } else {
                words.push(tr!(l, "checkin-by-absent", who = who));
            }
        }
        if let Some((_, reason)) = attendance.excused().find(|(key, _)| **key == voter).filter(|_| mark.is_empty()) {
            let reason = reason.to_owned();
            words.push(tr!(l, "checkin-excused", reason = reason));
        }
        if attendance.is_disputed(&voter) {
            (mark, meaning) = ("!", Meaning::Warn);
            words.insert(0, tr!(l, "checkin-disputed"));
        } else if let Some(who) = attendance.voice_of(&voter) {
            let who = who.to_owned();
            words.push(tr!(l, "checkin-voice", who = who));
        }
    }
    (mark, meaning, words.join("  "))
}

/// A voter's first door, and how many more there are.
fn doors(voter: &Voter) -> String {
    match voter.units.as_slice() {
        [] => String::new(),
        [one] => dashed(&one.door()),
        [first, more @ ..] => format!("{} +{}", dashed(&first.door()), more.len()),
    }
}
