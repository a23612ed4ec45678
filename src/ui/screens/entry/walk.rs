//! Moving through the survey: from question to question, page to page, in and out of repeats.

use super::{Editor, EntryScreen, Item, Wish};
use crate::{
    app::{Ctx, Next, Place},
    domain::{
        expr::NodeRef,
        survey::{Edit, Page, Rows},
    },
};

impl EntryScreen {
    /// Shows a page, at this question or the first of it that takes an answer.
    pub(super) fn show(&mut self, ctx: &mut Ctx, page: Page, at: Option<NodeRef>) {
        self.page = page;
        self.scrolled = 0;
        self.reload(ctx);
        let wanted = at.and_then(|at| self.items.iter().position(|item| item.at == at && item.takes_focus()));
        self.here = wanted.or_else(|| self.items.iter().position(Item::takes_focus)).unwrap_or_default();
        let at = self.at();
        self.filling.moved(ctx, at);
    }

    /// Makes the page's items anew from the draft.
    pub(super) fn reload(&mut self, ctx: &Ctx) {
        let nodes = self.filling.draft().page_items(self.page);
        self.items = nodes.into_iter().map(|at| self.opened(ctx, at)).collect();
    }

    /// A question as it stands, with what was typed there and is no answer yet.
    fn opened(&self, ctx: &Ctx, at: NodeRef) -> Item {
        let draft = self.filling.draft();
        let mut item = Item::open(ctx, draft, at);
        if let Some(text) = self.filling.typed(at) {
            item.take_up(text, ctx, draft);
        }
        item
    }

    /// After a change: items that came or went on this page, and texts and choices of those that look different now.
    pub(super) fn settle(&mut self, ctx: &Ctx) {
        let at = self.at();
        let mut before = std::mem::take(&mut self.items);
        let mut items = Vec::new();
        for node in self.filling.draft().page_items(self.page) {
            let kept = before.iter().position(|item| item.at == node && node == at);
            items.push(kept.map_or_else(|| self.opened(ctx, node), |place| before.swap_remove(place)));
        }
        self.items = items;
        self.here = self.items.iter().position(|item| item.at == at).unwrap_or_default();
    }

    /// To the next question, whatever stands in this one.
    pub(super) fn forward(&mut self, ctx: &mut Ctx) -> Next {
        self.settle(ctx);
        let next = self.items.iter().skip(self.here + 1).position(Item::takes_focus);
        if let Some(next) = next {
            self.stop_at(ctx, self.here + 1 + next);
            return Next::Stay;
        }
        self.next_page(ctx)
    }

    pub(super) fn next_page(&mut self, ctx: &mut Ctx) -> Next {
        let Some(page) = self.filling.draft().next_page(self.page) else { return self.review() };
        self.show(ctx, page, None);
        Next::Stay
    }

    pub(super) fn back_one(&mut self, ctx: &mut Ctx) -> Next {
        if let Some(before) = self.items.iter().take(self.here).rposition(Item::takes_focus) {
            self.stop_at(ctx, before);
        } else if let Some(page) = self.filling.draft().previous_page(self.page) {
            self.show(ctx, page, None);
            if let Some(last) = self.items.iter().rposition(Item::takes_focus) {
                self.stop_at(ctx, last);
            }
        }
        Next::Stay
    }

    pub(super) fn stop_at(&mut self, ctx: &mut Ctx, place: usize) {
        let at = self.items.get(place).map(|item| item.at);
        self.here = place;
        if let Some(at) = at {
            // The editor is made anew, so that it shows the answer as it counts now.
            self.items[place] = self.opened(ctx, at);
            self.filling.moved(ctx, at);
        }
    }

    pub(super) fn jump(&mut self, ctx: &mut Ctx, at: Option<NodeRef>) -> Next {
        let Some(at) = at else { return self.review() };
        let Some(page) = self.filling.draft().page_of(at) else { return Next::Stay };
        self.show(ctx, page, Some(at));
        Next::Stay
    }

    /// A click: on a row of the tree it goes there, on another question of the page too; on a choice it picks that.
    /// Nothing when it is for the question the keys go to.
    pub(super) fn clicked(&mut self, ctx: &mut Ctx, column: u16, row: u16) -> Option<Next> {
        if let Some(branch) = self.branches.at(column, row) {
            self.commit(ctx);
            let at = self.filling.draft().rows(Rows::Relevant, branch, 1).first().map(|row| row.at);
            return Some(at.map_or(Next::Stay, |at| self.jump(ctx, Some(at))));
        }
        let place = self.spots.at(column, row)?;
        if place == self.here {
            return None;
        }
        let item = self.items.get(place)?;
        if !item.takes_focus() {
            return Some(Next::Stay);
        }
        let is_row = item.heads().is_some();
        self.commit(ctx);
        if is_row {
            // Its choices are on screen already, and one of them may be what was clicked on.
            self.here = place;
            let at = self.at();
            self.filling.moved(ctx, at);
            return None;
        }
        self.stop_at(ctx, place);
        Some(Next::Stay)
    }

    pub(super) fn review(&self) -> Next {
        Next::Become(Place::Review { response: self.filling.head().id })
    }

    pub(super) fn repeat(&mut self, ctx: &mut Ctx, wish: Wish) -> Next {
        // On a page of several questions the repeat is one of them.
        let repeat = self.at();
        let draft = self.filling.draft();
        let (edit, place) = match wish {
            Wish::Stay => return Next::Stay,
            Wish::Pass => return Next::Pass,
            Wish::GoOn => return self.forward(ctx),
            Wish::Open(instance) => return self.open_instance(ctx, instance),
            Wish::Add => (draft.path_of(repeat).map(|path| Edit::AddRepeat { path }), None),
            Wish::Remove(at) => (draft.path_of(at).map(|path| Edit::RemoveRepeat { path }), None),
            Wish::Move(at, to) => (draft.path_of(at).map(|path| Edit::MoveRepeat { path, to }), Some(to)),
        };
        let Some(edit) = edit else { return Next::Stay };
        let done = self.filling.edit(ctx, edit);
        if !self.told(ctx, done.map(|_| ())) {
            return Next::Stay;
        }
        if wish == Wish::Add {
            let added =
                self.filling.draft().instances_of(repeat).last().map(|id| self.filling.draft().instance_ref(*id));
            return added.map_or(Next::Stay, |instance| self.open_instance(ctx, instance));
        }
        self.reload(ctx);
        self.here = self.items.iter().position(|item| item.at == repeat).unwrap_or_default();
        let here = self.here;
        if let (Some(to), Some(Item { editor: Editor::Instances(list), .. })) = (place, self.items.get_mut(here)) {
            list.go_to(to);
        }
        Next::Stay
    }

    /// The first question inside an instance.
    pub(super) fn open_instance(&mut self, ctx: &mut Ctx, instance: NodeRef) -> Next {
        if let Some(page) = self.filling.draft().page_of(instance) {
            self.show(ctx, page, None);
        }
        Next::Stay
    }
}
