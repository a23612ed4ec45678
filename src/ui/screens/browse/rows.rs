//! The responses a filter lets through: drafts, then finished ones, of which only those around the cursor are read.

use chrono::{DateTime, Datelike, FixedOffset};

use crate::{
    app::{BrowseFilter, Ctx},
    domain::{
        ResponseId,
        survey::{DraftHead, ResponseState},
    },
    store::{DraftSummary, Listing, ResponseRow, SearchableDraft, Sort, Store},
};

/// Finished responses read at once; more than any screen is high, on both sides of the cursor.
const WINDOW: usize = 256;

/// The list.
#[derive(Debug, Default)]
pub struct Rows {
    /// All drafts, once they are read.
    known: Option<Vec<SearchableDraft>>,
    /// Those that pass.
    drafts: Vec<DraftSummary>,
    listing: Listing,
    /// Some finished responses one after another, the first of them at `start` among all.
    window: Vec<ResponseRow>,
    start: usize,
    finished: usize,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub enum Row<'a> {
    /// A response under way.
    Draft(&'a DraftSummary),
    /// A finished response.
    Finished(&'a ResponseRow),
}

impl<'a> Row<'a> {
    /// What is known besides the answers.
    pub fn head(self) -> &'a DraftHead {
        match self {
            Self::Draft(draft) => &draft.head,
            Self::Finished(row) => &row.head,
        }
    }

    /// Which response it is, and whether the row is its draft.
    pub fn id(self) -> (ResponseId, bool) {
        (self.head().id, matches!(self, Self::Draft(_)))
    }

    /// When it was first finalised; for a draft, typed in last.
    pub fn at(self) -> DateTime<FixedOffset> {
        match self {
            Self::Draft(draft) => draft.touched,
            Self::Finished(row) => row.submitted,
        }
    }

    /// Where it stands.
    pub fn state(self) -> ResponseState {
        match self {
            Self::Draft(_) => ResponseState::Draft,
            Self::Finished(row) => row.state,
        }
    }
}

impl Rows {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.drafts.len() + self.finished
    }

    /// How many of them are drafts.
    pub fn drafts(&self) -> usize {
        self.drafts.len()
    }

    /// How many of them are finished.
    pub fn finished(&self) -> usize {
        self.finished
    }

    /// Whether a response in the part that is read stands twice at its door.
    pub fn has_duplicates(&self) -> bool {
        self.window.iter().any(|row| row.duplicate)
    }

    /// Whether all that are read are of this year.
    pub fn all_of(&self, year: i32) -> bool {
        let drafts = self.drafts.iter().map(|draft| draft.touched);
        drafts.chain(self.window.iter().map(|row| row.submitted)).all(|moment| moment.year() == year)
    }

    /// The row there, if it is read.
    pub fn get(&self, at: usize) -> Option<Row<'_>> {
        match at.checked_sub(self.drafts.len()) {
            None => self.drafts.get(at).map(Row::Draft),
            Some(at) => self.window.get(at.checked_sub(self.start)?).map(Row::Finished),
        }
    }

    /// Where the row of a response is, among those that are read.
    pub fn position(&self, wanted: (ResponseId, bool)) -> Option<usize> {
        let first = self.drafts.len() + self.start;
        let read = (0..self.drafts.len()).chain(first..first + self.window.len());
        read.into_iter().find(|at| self.get(*at).is_some_and(|row| row.id() == wanted))
    }

    /// Drafts may have changed: the next reading reads them anew.
    pub fn forget_drafts(&mut self) {
        self.known = None;
    }

    /// Reads for a filter, around a row.
    pub fn read(&mut self, filter: &BrowseFilter, around: usize, ctx: &mut Ctx) {
        let known = match self.known.take() {
            Some(known) => known,
            None => ctx.read(Store::drafts_to_search).unwrap_or_default(),
        };
        let wanted = filter.state.is_none_or(|state| state == ResponseState::Draft);
        let passing =
            known.iter().filter(|known| wanted && passes(&known.draft, filter) && known.is_found(&filter.text));
        self.drafts = passing.map(|known| known.draft.clone()).collect();
        self.known = Some(known);
        self.read_window(filter, around, ctx);
        // Fewer rows than before may leave the place asked for behind the end.
        if self.window.is_empty() && self.finished > 0 {
            self.read_window(filter, self.len() - 1, ctx);
        }
    }

    /// Reads on when a row comes near the end of what is read.
    pub fn reach(&mut self, filter: &BrowseFilter, at: usize, ctx: &mut Ctx) {
        let Some(at) = at.checked_sub(self.drafts.len()) else { return };
        let end = self.start + self.window.len();
        let near_start = self.start > 0 && at < self.start + WINDOW / 4;
        let near_end = end < self.finished && at + WINDOW / 4 >= end;
        if near_start || near_end {
            self.read_window(filter, at + self.drafts.len(), ctx);
        }
    }

    fn read_window(&mut self, filter: &BrowseFilter, around: usize, ctx: &mut Ctx) {
        self.start = around.saturating_sub(self.drafts.len() + WINDOW / 2);
        let asked = filter.to_store(*ctx.now().offset());
        let (start, listing) = (self.start as u64, &mut self.listing);
        let page = ctx.read(|store| listing.page(store, &asked, Sort::Newest, start, WINDOW as u64));
        let (rows, total) = page.map(|page| (page.rows, page.total)).unwrap_or_default();
        self.window = rows;
        self.finished = usize::try_from(total).unwrap_or(usize::MAX);
    }
}

/// Whether a draft passes all but the text of a filter.
fn passes(draft: &DraftSummary, filter: &BrowseFilter) -> bool {
    let head = &draft.head;
    let same = |wanted: &str, part: &str| wanted.is_empty() || wanted == part;
    let day = draft.touched.date_naive();
    filter.survey.as_ref().is_none_or(|id| *id == head.survey.id)
        && filter.session.is_none_or(|id| Some(id) == head.session)
        && same(&filter.building, &head.door.building)
        && same(&filter.entrance, &head.door.entrance)
        && filter.surveyor.as_ref().is_none_or(|name| *name == head.surveyor)
        && filter.from.is_none_or(|from| day >= from)
        && filter.until.is_none_or(|until| day <= until)
}
