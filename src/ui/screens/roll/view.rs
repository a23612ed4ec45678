//! How the roll looks: the tree with its figures, the households, and what is known of the selected one.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::list::searched,
    book::{RollScreen, Side},
};
use crate::{
    app::Ctx,
    domain::place::{Household, MustVisit, Roll},
    locale::{address, area as area_words, door, must_visit, must_visit_all, place_name, role, standing},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Field, FieldState, Table, TableCell, put},
    },
};

/// Rows below for the place or the household the cursor is on.
const FOOT: u16 = 3;

impl RollScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let list = Rect { height: area.height.saturating_sub(FOOT), ..inner };
        if let Some((_, picker)) = &self.found {
            searched(picker, &tr!(l, "rolls-search"), ctx, frame, list);
        } else {
            let (blank, hint) = (FieldState::default(), tr!(l, "rolls-search"));
            let line = Rect { height: 1, width: inner.width.min(60), ..inner };
            let field = Field::new(Theme::of(ctx), &blank).placeholder(&hint).focused(true);
            field.render(line, frame.buffer_mut());
            if let Some(at) = field.cursor(line) {
                frame.set_cursor_position(at);
            }
            let rows = Rect { y: list.y + 2, height: list.height.saturating_sub(2), ..area };
            let left = (area.width * 2 / 5).clamp(24, 48);
            self.draw_places(ctx, frame, Rect { width: left, ..rows });
            let right = Rect { x: rows.x + left + 1, width: rows.width.saturating_sub(left + 1), ..rows };
            self.draw_households(ctx, frame, right);
        }
        self.draw_foot(ctx, frame, Rect { y: area.bottom().saturating_sub(FOOT), height: FOOT, ..inner });
    }

    fn draw_places(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let Some(roll) = ctx.register::<Roll>() else { return };
        let columns = [
            Column::growing(tr!(l, "rolls-place"), 10),
            Column::number(tr!(l, "rolls-households"), 6),
            Column::number(tr!(l, "rolls-must"), 6),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some((place, depth)) = self.places.get(at) else { return Vec::new() };
            let count = roll.count(place);
            vec![
                format!("{:depth$}{}", "", place_name(l, place)).into(),
                count.households.to_string().into(),
                TableCell::new(if count.must == 0 { String::new() } else { count.must.to_string() }, Meaning::Warn),
            ]
        };
        let table = Table::new(Theme::of(ctx), &self.tree, &columns, &cells);
        table.focused(self.side == Side::Places).render(area, frame.buffer_mut());
    }

    fn draw_households(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let Some(roll) = ctx.register::<Roll>() else { return };
        let columns = [
            Column::growing(tr!(l, "households-door"), 14).up_to(26),
            Column::growing(tr!(l, "households-owners"), 8).up_to(20),
            Column::growing(tr!(l, "households-must-visit"), 8).up_to(36),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(household) = self.households.get(at).and_then(|id| roll.household(*id)) else {
                return Vec::new();
            };
            vec![
                door(l, &household.address.door).into(),
                TableCell::new(owners(l, household), Meaning::Text),
                TableCell::new(must_visit_all(l, household), Meaning::Warn),
            ]
        };
        let empty = tr!(l, "rolls-nobody");
        let table = Table::new(Theme::of(ctx), &self.list, &columns, &cells);
        table.empty(&empty).focused(self.side == Side::Households).render(area, frame.buffer_mut());
    }

    /// What is known of the household the cursor is on, else the figures of the place.
    fn draw_foot(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let Some(roll) = ctx.register::<Roll>() else { return };
        let theme = Theme::of(ctx);
        let line = |n| Rect { y: area.y + n, height: 1, ..area };
        let selected = self.selected().and_then(|id| roll.household(id));
        let (first, second) = if let Some(household) = selected {
            let area = household.areas.best().map(|area| area_words(l, i64::try_from(area).unwrap_or(i64::MAX)));
            let parking = if household.parking { tr!(l, "households-parking") } else { String::new() };
            let facts = [
                address(l, &household.address),
                owners(l, household),
                must_visit_all(l, household),
                area.unwrap_or_default(),
                parking,
                household.phone.clone(),
            ];
            let answering = roll.answering(&household.address);
            let names = answering.iter().map(|(_, member)| format!("{} {}", role(l, member.role), member.name));
            (joined(&facts), names.collect::<Vec<_>>().join("  "))
        } else {
            let count = roll.count(&self.at());
            let kinds = MustVisit::ALL.iter().zip(count.kinds).filter(|(_, n)| *n > 0);
            let kinds: Vec<String> = kinds.map(|(kind, n)| format!("{} {n}", must_visit(l, *kind))).collect();
            let (households, parking) = (count.households, count.parking);
            let all = tr!(l, "rolls-place-figures", households = households, parking = parking);
            if households == 0 && parking == 0 {
                put(frame.buffer_mut(), line(2), &tr!(l, "rolls-nobody-hint"), theme.style(Meaning::Accent));
            }
            (joined(&[all, kinds.join("  ")]), String::new())
        };
        put(frame.buffer_mut(), line(1), &first, theme.style(Meaning::Text));
        if !second.is_empty() {
            let words = tr!(l, "rolls-answering", names = second);
            put(frame.buffer_mut(), line(2), &words, theme.style(Meaning::Muted));
        }
    }
}

/// Who owns it, or that nobody does yet.
fn owners(l: &crate::locale::Locale, household: &Household) -> String {
    let names: Vec<&str> = household.owners.iter().map(|owner| owner.name.as_str()).collect();
    match household.standing {
        crate::domain::place::Standing::Owned => names.join("、"),
        unsold => standing(l, unsold),
    }
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("  ")
}
