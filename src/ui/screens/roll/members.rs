//! Members: who they are, their teams, and the doors they answer for.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::super::{Screen, list::moved_in_table};
use crate::{
    app::{Action, Ctx, Next, Place, Scope},
    domain::{
        MemberId,
        place::{self, Roll},
    },
    locale::{place_within, role},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, TableState},
    },
};

/// The list of members.
pub struct MembersScreen {
    rows: Vec<MemberId>,
    table: TableState,
    /// How many levels of the places answered for are the same for all, and need not be said.
    shared: usize,
}

impl MembersScreen {
    /// All members, by role, then name.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self { rows: Vec::new(), table: TableState::default(), shared: 0 };
        screen.refresh(ctx);
        screen
    }
}

/// How many levels all these places have in common.
fn shared<'a>(mut places: impl Iterator<Item = &'a place::Place>) -> usize {
    let Some(first) = places.next() else { return 0 };
    let common =
        |n: usize, place: &place::Place| first.0.iter().zip(&place.0).take(n).take_while(|(a, b)| a == b).count();
    places.fold(first.0.len(), common)
}

impl Screen for MembersScreen {
    fn place(&self) -> Place {
        Place::Members
    }

    fn scope(&self) -> Scope {
        Scope::Members
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "rolls-members")
    }

    fn status(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "rolls-members-count", count = self.rows.len())
    }

    fn allows(&self, action: &Action) -> bool {
        *action != Action::Open || !self.rows.is_empty()
    }

    fn update(&mut self, action: Action, _: &mut Ctx) -> Next {
        match action {
            Action::Open => match self.table.current().and_then(|at| self.rows.get(at)) {
                Some(member) => Next::Go(Place::Member { member: Some(*member) }),
                None => Next::Stay,
            },
            Action::New => Next::Go(Place::Member { member: None }),
            action => moved_in_table(&mut self.table, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let Some(roll) = ctx.register::<Roll>() else { return };
        let columns = [
            Column::growing(tr!(l, "rolls-name"), 8).up_to(14),
            Column::growing(tr!(l, "rolls-role"), 10).up_to(18),
            Column::growing(tr!(l, "rolls-answers-for"), 16).up_to(40),
            Column::number(tr!(l, "rolls-households"), 10),
            Column::growing(tr!(l, "rolls-teams"), 10).up_to(24),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(member) = self.rows.get(at).and_then(|id| roll.member(*id)) else { return Vec::new() };
            let places = member
                .answers_for
                .iter()
                .map(|place| place_within(l, place, self.shared))
                .collect::<Vec<_>>()
                .join("、");
            let doors: u32 = member.answers_for.iter().map(|place| roll.count(place).households).sum();
            vec![
                member.name.as_str().into(),
                role(l, member.role).into(),
                places.into(),
                if doors == 0 { String::new() } else { doors.to_string() }.into(),
                TableCell::new(member.teams.join("、"), Meaning::Muted),
            ]
        };
        let empty = tr!(l, "rolls-no-members");
        let inner = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let table = Table::new(Theme::of(ctx), &self.table, &columns, &cells);
        table.empty(&empty).focused(true).render(inner, frame.buffer_mut());
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let at = self.table.current().and_then(|at| self.rows.get(at).copied());
        let Some(roll) = ctx.hold_register::<Roll>() else { return };
        let mut rows: Vec<_> = roll.members().map(|(id, member)| (member.role, member.name.clone(), id)).collect();
        rows.sort();
        self.rows = rows.into_iter().map(|(_, _, id)| id).collect();
        self.shared = shared(roll.members().flat_map(|(_, member)| &member.answers_for));
        self.table.set_len(self.rows.len());
        self.table.go_to(self.rows.iter().position(|id| Some(*id) == at).unwrap_or_default());
    }
}
