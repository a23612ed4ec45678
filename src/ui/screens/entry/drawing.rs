//! How the survey being answered is drawn: its tree, the question or the page of them, the refusals at the foot.

use ratatui::{Frame, layout::Rect};

use super::{EntryScreen, Item, ItemView, TableRow, tree};
use crate::{
    app::{Action, Ctx},
    domain::survey::NodePath,
    locale::refusal_words,
    ui::{
        screens::Screen,
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Columns of the tree, where the window is wide enough for it.
const TREE: u16 = 24;
/// Narrower windows show the question alone.
const WITH_TREE: u16 = 72;

impl EntryScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.branches.clear();
        let wide = area.width >= WITH_TREE;
        let side = if wide { TREE + (area.width - WITH_TREE) / 4 } else { 0 };
        let gap = if wide { 2 } else { 0 };
        if wide {
            tree(ctx, self.filling.draft(), self.at(), &self.branches, frame, Rect { width: side, ..area });
        }
        let right = Rect { x: area.x + side + gap, width: area.width - side - gap, ..area };
        let around = self.around();
        let above = u16::from(!around.is_empty());
        put(frame.buffer_mut(), right, &around, Theme::of(ctx).style(Meaning::Accent));
        let body = Rect { y: right.y + above, height: right.height.saturating_sub(1 + above), ..right };
        self.items(ctx, frame, body);
        self.refusals(ctx, frame, Rect { y: right.bottom() - 1, height: 1, ..right });
    }

    /// The instances around the question, outermost first: at which household member one is.
    fn around(&self) -> String {
        let draft = self.filling.draft();
        let Some(path) = draft.path_of(self.at()) else { return String::new() };
        let instances = path.0.iter().enumerate().filter_map(|(n, step)| {
            let place = step.position?;
            let label = draft.label(draft.resolve(&NodePath(path.0[..=n].to_vec()))?);
            Some(format!("{place} {}", label.lines().next().unwrap_or_default()))
        });
        instances.collect::<Vec<_>>().join("  > ")
    }

    /// Draws the items from the first that lets the focused one be seen whole.
    fn items(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let listed = self.items.len() > 1;
        let draft = self.filling.draft();
        let heads: Vec<_> = self.items.iter().map(Item::heads).collect();
        let follows = |place: usize| {
            place > 0 && place < heads.len() && heads[place].is_some() && heads[place] == heads[place - 1]
        };
        let view = |place: usize| ItemView {
            item: &self.items[place],
            draft,
            focused: place == self.here,
            listed,
            table: TableRow { begins: !follows(place), goes_on: follows(place + 1) },
            guidance: self.guidance,
            scrolled: if place == self.here { self.scrolled } else { 0 },
        };
        self.below.set(self.item().map_or(0, |_| view(self.here).overhang(ctx, area)).saturating_sub(self.scrolled));
        let heights: Vec<u16> = (0..self.items.len()).map(|i| view(i).height(ctx, area.width, area.height)).collect();
        let mut first = 0;
        while first < self.here && heights[first..=self.here].iter().sum::<u16>() > area.height {
            first += 1;
        }
        let mut y = area.y;
        self.spots.clear();
        for (place, height) in heights.iter().enumerate().skip(first) {
            let left = area.bottom().saturating_sub(y);
            if left == 0 {
                break;
            }
            let item = Rect { y, height: (*height).min(left), ..area };
            view(place).view(ctx, frame, item);
            self.spots.add(item, place);
            y += height;
        }
    }

    /// The line of refusals that may be noted here, with their keys.
    fn refusals(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let draft = self.filling.draft();
        let offered = &draft.node(self.at()).refusals;
        let keys = crate::app::keymap::rows(self.scope()).filter_map(|row| match &row.action {
            Action::Refuse(refusal) if offered.contains(refusal) => {
                Some(format!("{} {}", row.keys[0].label(&ctx.locale), refusal_words(&ctx.locale, *refusal)))
            }
            _ => None,
        });
        let line = keys.collect::<Vec<_>>().join("   ");
        put(frame.buffer_mut(), area, &line, Theme::of(ctx).style(Meaning::Muted));
    }
}
