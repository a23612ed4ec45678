//! 表决结果单: counts, rule, margin, boxes, who counted, and who signs for it.

use super::motion;
use crate::{
    domain::meeting::{
        agenda::MotionKey,
        minutes::{Edition, Minutes, MotionEnd},
        motion::Teller,
    },
    locale::{Locale, date_long, meeting::teller},
    report::{Block, Class, Document},
    tr,
};

/// The result sheet of one motion, or of all that were voted on, each on a page of its own. The edition of the minutes
/// decides whether it says who voted how.
#[must_use]
pub fn result_sheet_document(locale: &Locale, minutes: &Minutes, only: Option<&MotionKey>) -> Document {
    let l = locale;
    let class = match minutes.edition {
        Edition::Public => Class::Public,
        Edition::Facilitator => Class::Facilitator,
    };
    let heading = &minutes.heading;
    let mut page = Document::new(l, class, tr!(l, "report-results-title", title = heading.title.clone()));
    if let Some(began) = heading.began {
        page.subtitle(date_long(l, began.date_naive()));
    }
    let motions = minutes.items.iter().flat_map(|item| &item.motions);
    let voted = motions.filter(|motion| matches!(motion.end, MotionEnd::Closed | MotionEnd::Open));
    let mut written = 0;
    for (number, each) in (1..).zip(voted) {
        if only.is_some_and(|only| each.key != *only) {
            continue;
        }
        if written > 0 {
            page.put(Block::PageBreak);
        }
        written += 1;
        motion::write(l, minutes, each, (number, 1), &mut page);
        let signs = Teller::ALL.map(|kind| teller(l, kind));
        page.signatures(signs.into_iter().chain([tr!(l, "minutes-chair"), tr!(l, "minutes-date")]).collect());
    }
    if written == 0 {
        page.line(tr!(l, "posting-nothing"));
    }
    page
}
