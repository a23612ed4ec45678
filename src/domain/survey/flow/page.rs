//! Pages: one question, a whole `field-list` group, or a repeat that asks for one more.

use super::seek::Sought;
use crate::domain::{
    expr::NodeRef,
    survey::{Draft, Kind, draft::Lane},
};

/// What is on screen at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// One question.
    Question(NodeRef),
    /// All questions of a `field-list` group, or of one instance of a `field-list` repeat.
    FieldList(NodeRef),
    /// A repeat whose number the surveyor sets: its instances as a list, and one more to add. It comes after the pages of
    /// its instances.
    Repeat(NodeRef),
}

const PAGES: fn() -> Sought = || Sought::lane(Lane::Page);

impl Page {
    /// The question, group or repeat.
    #[must_use]
    pub fn at(self) -> NodeRef {
        match self {
            Self::Question(at) | Self::FieldList(at) | Self::Repeat(at) => at,
        }
    }
}

impl Draft {
    fn page(&self, at: NodeRef) -> Page {
        match self.node(at).kind {
            Kind::Repeat if !self.is_instance(at) => Page::Repeat(at),
            Kind::Group | Kind::Repeat => Page::FieldList(at),
            _ => Page::Question(at),
        }
    }

    /// The first page; nothing when no question is relevant.
    #[must_use]
    pub fn first_page(&self) -> Option<Page> {
        self.nth(PAGES(), 0).map(|at| self.page(at))
    }

    /// The last page.
    #[must_use]
    pub fn last_page(&self) -> Option<Page> {
        self.nth(PAGES(), self.all(PAGES()).checked_sub(1)?).map(|at| self.page(at))
    }

    /// The page after this one, also when this one is no longer relevant; nothing after the last.
    #[must_use]
    pub fn next_page(&self, page: Page) -> Option<Page> {
        let here = self.before(PAGES(), page.at())?;
        self.nth(PAGES(), here + self.own(PAGES(), page.at())).map(|at| self.page(at))
    }

    /// The page before this one, also when this one is no longer relevant; nothing before the first.
    #[must_use]
    pub fn previous_page(&self, page: Page) -> Option<Page> {
        let here = self.before(PAGES(), page.at())?;
        self.nth(PAGES(), here.checked_sub(1)?).map(|at| self.page(at))
    }

    /// The page on which a node is shown. For a group, a repeat the survey counts, or what is hidden: the next there is,
    /// else the last.
    #[must_use]
    pub fn page_of(&self, at: NodeRef) -> Option<Page> {
        if let Some(list) = self.node(at).page
            && self.cell(at).is_some_and(|cell| cell.lanes & Lane::Listed.bit() != 0)
        {
            return Some(self.page(NodeRef { node: list, instance: at.instance }));
        }
        if self.own(PAGES(), at) > 0 {
            return Some(self.page(at));
        }
        let here = self.before(PAGES(), at)?;
        self.nth(PAGES(), here).map(|at| self.page(at)).or_else(|| self.last_page())
    }

    /// What a page shows, in order: relevant questions and notes, and the groups of a `field-list` as headings.
    #[must_use]
    pub fn page_items(&self, page: Page) -> Vec<NodeRef> {
        let Page::FieldList(at) = page else { return vec![page.at()] };
        let Some((place, slot)) = self.place(at) else { return Vec::new() };
        let instance = &self.instances[place];
        let end = if slot == 0 { instance.cells.len() } else { self.node(at).end as usize };
        let nodes = &self.form().scopes[instance.scope as usize].nodes;
        let shown = (slot + 1..end).filter_map(|slot| {
            let node = self.form().node(nodes[slot]);
            let cell = instance.cells.get(slot)?;
            let heading = node.kind == Kind::Group && node.page == Some(at.node) && cell.lanes & Lane::Live.bit() != 0;
            let shown = heading || cell.lanes & Lane::Listed.bit() != 0;
            shown.then_some(NodeRef { node: nodes[slot], instance: at.instance })
        });
        shown.collect()
    }

    /// Which page this is, from 1, and how many there are: "page 7 of 20".
    #[must_use]
    pub fn page_number(&self, page: Page) -> (usize, usize) {
        let here = self.before(PAGES(), page.at()).unwrap_or(0) as usize;
        let count = self.all(PAGES()) as usize;
        ((here + 1).min(count), count)
    }

    /// Which question this is, from 1, and how many are put at present: "question 7 of 20". For what is no question, the
    /// next one.
    #[must_use]
    pub fn question_number(&self, at: NodeRef) -> (usize, usize) {
        let asked = Sought::lane(Lane::Asked);
        let (here, count) = (self.before(asked, at).unwrap_or(0) as usize, self.all(asked) as usize);
        ((here + 1).min(count), count)
    }

    /// The first question after here that is put and not answered; from the start again after the last. Nothing when no
    /// other is open.
    #[must_use]
    pub fn next_unanswered(&self, at: NodeRef) -> Option<NodeRef> {
        self.after(Sought::OPEN, at)
    }

    /// The first answer after here that violates a constraint or raises a warning; from the start again after the last.
    #[must_use]
    pub fn next_invalid(&self, at: NodeRef) -> Option<NodeRef> {
        self.after(Sought::lane(Lane::Invalid), at)
    }

    /// The first question after here that keeps the response from being finalised; from the start again after the last.
    #[must_use]
    pub fn next_issue(&self, at: NodeRef) -> Option<NodeRef> {
        self.after(Sought::lane(Lane::Issue), at)
    }
}
