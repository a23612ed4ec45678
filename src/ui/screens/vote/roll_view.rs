//! 逐户表决 on screen: doors under each other in columns, and the one the cursor is on in words at the foot.

use ratatui::{Frame, layout::Rect};

use super::{
    lights::choice_look,
    pieces::{Piece, line_of},
    roll::Roll,
};
use crate::{
    app::Ctx,
    domain::meeting::{Meeting, agenda::PersonKey, motion::Vote, roll::Voter, rule::Measure},
    locale::{Align, Locale, area as area_words, choice_words, door, pad, weight_figure, width},
    tr,
    ui::{
        screens::list::searched,
        theme::{Meaning, SELECTED, Theme},
        widgets::put,
    },
};

/// Columns one door needs at least.
const NARROW: u16 = 38;
/// From so many on its proxy and paper stand beside it too.
const WIDE: u16 = 58;

/// Draws the roll, or the search in it.
pub fn draw(roll: &Roll, meeting: &Meeting, vote: &Vote, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let l = &ctx.locale;
    if let Some(search) = &roll.search {
        searched(search, &tr!(l, "vote-search"), ctx, frame, area);
        return;
    }
    let theme = Theme::of(ctx);
    let list = Rect { height: area.height.saturating_sub(1), ..area };
    let foot = Rect { y: list.bottom(), height: area.height.min(1), ..area };
    let columns = (list.width / NARROW).clamp(1, 3).min((list.width / WIDE).max(2));
    let (rows, wide) = (usize::from(list.height), list.width / columns);
    let page = rows * usize::from(columns);
    roll.drawn.set((rows, columns.into()));
    roll.cursor.spots().clear();
    if roll.cursor.is_empty() || page == 0 {
        put(frame.buffer_mut(), list, &tr!(l, "vote-nobody-missing"), theme.style(Meaning::Good));
        return;
    }
    let here = roll.cursor.current().unwrap_or_default();
    let first = here / page * page;
    let look = Look { l, roll, meeting, vote, theme };
    for (row, nth) in (first..roll.cursor.len().min(first + page)).zip(0..page) {
        let Some(voter) = roll.place(row).and_then(|place| meeting.attendance.roll().get(place)) else { continue };
        let (column, y) = (nth / rows, nth % rows);
        let cell = Rect {
            x: list.x + u16::try_from(column).unwrap_or_default() * wide,
            y: list.y + u16::try_from(y).unwrap_or_default(),
            width: wide.saturating_sub(1),
            height: 1,
        };
        look.door(voter, row == here, frame, cell);
        roll.cursor.spots().add(cell, row);
    }
    if let Some(voter) = roll.current().and_then(|place| meeting.attendance.roll().get(place)) {
        line_of(&look.details(voter), theme, frame.buffer_mut(), foot);
    }
}

/// A voter's door as a search finds it, `2-1-501`.
pub fn door_words(voter: &Voter) -> String {
    let door = voter.door();
    let parts = [door.building, door.entrance, door.household];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// A voter's name, with the voice their co-owners named.
pub fn name_words(l: &Locale, meeting: &Meeting, voter: &Voter) -> String {
    match meeting.attendance.voice_of(&voter.key) {
        Some(voice) if voice != voter.name => tr!(l, "vote-voice", name = voter.name.as_str(), voice = voice),
        _ => voter.name.clone(),
    }
}

struct Look<'a> {
    l: &'a Locale,
    roll: &'a Roll,
    meeting: &'a Meeting,
    vote: &'a Vote,
    theme: Theme,
}

impl Look<'_> {
    /// One door: cursor, door, name, area, what was said; where there is room who speaks for it and its paper.
    fn door(&self, voter: &Voter, selected: bool, frame: &mut Frame<'_>, cell: Rect) {
        let buffer = frame.buffer_mut();
        let look = |meaning| self.theme.in_row(selected, meaning);
        let base = if self.may_speak(voter) { Meaning::Text } else { Meaning::Muted };
        buffer.set_style(cell, look(base));
        let said = self.said(voter);
        let said_columns = 10;
        let extra = if cell.width + 1 >= WIDE { cell.width - NARROW.min(cell.width) } else { 0 };
        let name = usize::from(cell.width.saturating_sub(extra)).saturating_sub(2 + 9 + 9 + said_columns + 1);
        // A roll without areas has nothing to say in that column.
        let area = match self.meeting.attendance.entitled().area {
            0 => String::new(),
            _ => weight_figure(Measure::Area, self.meeting.attendance.weight(&voter.key).area),
        };
        let pieces: [(String, usize, Align, Meaning); 5] = [
            (if selected { SELECTED } else { "" }.to_owned(), 2, Align::Left, base),
            (door_words(voter), 9, Align::Left, base),
            (name_words(self.l, self.meeting, voter), name, Align::Left, base),
            (area, 9, Align::Right, base),
            (said.0, said_columns, Align::Left, said.1),
        ];
        let mut x = cell.x;
        for (n, (words, columns, align, meaning)) in pieces.into_iter().enumerate() {
            // A column free before what was said, and one after names.
            let gap = u16::from(n >= 3);
            let columns = u16::try_from(columns).unwrap_or_default();
            let place = Rect { x: x + gap, width: columns.saturating_sub(gap), ..cell }.intersection(cell);
            let cut = crate::locale::truncate(&words, place.width.into()).into_owned();
            put(buffer, place, &pad(&cut, place.width.into(), align), look(meaning));
            x += columns + u16::from(n == 4);
        }
        if extra > 0 {
            let place = Rect { x, width: cell.right().saturating_sub(x), ..cell };
            put(buffer, place, &self.beside(voter), look(Meaning::Muted));
        }
    }

    fn may_speak(&self, voter: &Voter) -> bool {
        self.vote.may_speak(&voter.key) && !self.meeting.attendance.is_disputed(&voter.key)
    }

    /// What a voter said, else why they do not.
    fn said(&self, voter: &Voter) -> (String, Meaning) {
        let l = self.l;
        match self.vote.choices.get(&voter.key) {
            Some(choice) => {
                let (mark, meaning) = choice_look(*choice);
                (format!("{mark} {}", choice_words(l, *choice)), meaning)
            }
            None if self.meeting.attendance.is_disputed(&voter.key) => (tr!(l, "vote-disputed"), Meaning::Warn),
            None if !self.vote.may_speak(&voter.key) => (tr!(l, "vote-not-there"), Meaning::Muted),
            None => ("_".to_owned(), Meaning::Muted),
        }
    }

    /// Who spoke for a voter when the vote opened.
    fn proxy(&self, voter: &Voter) -> Option<String> {
        let place = self.meeting.attendance.place(&voter.key)?;
        self.roll.proxy(place).map(|holder| self.person(holder))
    }

    /// Who holds the proxy of a voter whom nobody spoke for: it rests while its holder is away.
    fn absent_proxy(&self, voter: &Voter) -> Option<String> {
        let away = !self.vote.was_there(&voter.key);
        self.meeting.attendance.holder(&voter.key).filter(|_| away).map(|holder| self.person(holder))
    }

    fn person(&self, key: &PersonKey) -> String {
        self.meeting.attendance.person(key).map(|person| person.name.clone()).unwrap_or_default()
    }

    /// Proxy and paper, short.
    fn beside(&self, voter: &Voter) -> String {
        let l = self.l;
        let proxy = self.proxy(voter).map(|name| tr!(l, "vote-by-proxy", name = name));
        let paper = self.vote.delivered.contains(&voter.key).then(|| tr!(l, "vote-delivered"));
        proxy.into_iter().chain(paper).collect::<Vec<_>>().join(" ")
    }

    /// Everything about a voter on one line.
    fn details(&self, voter: &Voter) -> Vec<Piece> {
        let l = self.l;
        let mut facts = vec![door(l, &voter.door()), name_words(l, self.meeting, voter)];
        let weight = self.meeting.attendance.weight(&voter.key);
        if self.meeting.attendance.entitled().area > 0 {
            facts.push(area_words(l, i64::try_from(weight.area).unwrap_or(i64::MAX)));
        }
        if voter.units.len() > 1 {
            facts.push(tr!(l, "vote-units", count = voter.units.len()));
        }
        if !voter.co_owners.is_empty() {
            facts.push(tr!(l, "vote-co-owners", names = voter.co_owners.join(" ")));
        }
        facts.push(self.there(voter));
        if self.vote.delivered.contains(&voter.key) {
            facts.push(tr!(l, "vote-delivered"));
        }
        facts.retain(|fact| width(fact) > 0);
        vec![(facts.join("  "), Meaning::Label)]
    }

    /// Whether a voter was there when the vote opened, and through whom.
    fn there(&self, voter: &Voter) -> String {
        let l = self.l;
        if self.meeting.attendance.is_disputed(&voter.key) {
            return tr!(l, "vote-disputed-long");
        }
        let was_there = self.vote.was_there(&voter.key);
        match (self.proxy(voter), self.absent_proxy(voter)) {
            (Some(name), _) => tr!(l, "vote-by-proxy-there", name = name),
            (_, Some(name)) => tr!(l, "vote-by-proxy-away", name = name),
            _ if was_there => tr!(l, "vote-was-there"),
            _ if self.vote.may_speak(&voter.key) => tr!(l, "vote-not-there-may"),
            _ => tr!(l, "vote-not-there-long"),
        }
    }
}
