//! 选票: paper ballots to cut, so many on a page.

use crate::{
    domain::meeting::{
        agenda::{MotionKey, Way},
        attendance::Capacity,
        minutes::{Minutes, MotionEnd, MotionMinutes, SheetLine},
        rule::{Choice, Measure, Regime},
    },
    locale::{Locale, choice_words, date_long, door, weight_figure},
    report::{Block, Class, Document, Ticks, blank},
    tr,
};

/// Columns to write a name in.
const NAME: usize = 20;

/// Which ballots are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotPlan {
    /// The motion; all that are still to be voted on in writing when nothing is said.
    pub motion: Option<MotionKey>,
    /// How many without a name; as many as are entitled when nothing is said.
    pub count: Option<usize>,
    /// How many on a page; 0 is 1.
    pub per_page: usize,
}

impl Default for BallotPlan {
    fn default() -> Self {
        Self { motion: None, count: None, per_page: 3 }
    }
}

/// The ballots of a meeting. In an owners' decision they name the owner, door and area of everyone on the roll; elsewhere
/// they are without a name.
#[must_use]
pub fn ballots_document(locale: &Locale, minutes: &Minutes, plan: &BallotPlan) -> Document {
    let l = locale;
    let named = matches!(minutes.heading.rule.regime, Regime::Owners(_));
    let class = if named { Class::Office } else { Class::Public };
    let mut page = Document::new(l, class, tr!(l, "report-ballots-title", title = minutes.heading.title.clone()));
    let motions = put(minutes, plan.motion.as_ref());
    if motions.is_empty() {
        page.line(tr!(l, "report-ballots-none"));
        return page;
    }
    let on_roll = || minutes.sheet.iter().filter(|line| line.capacity == Capacity::Entitled);
    let voters: Vec<Option<&SheetLine>> = if named && plan.count.is_none() {
        on_roll().map(Some).collect()
    } else {
        vec![None; plan.count.unwrap_or_else(|| on_roll().count().max(1))]
    };
    for (at, voter) in voters.iter().enumerate() {
        if at > 0 {
            page.put(if at % plan.per_page.max(1) == 0 { Block::PageBreak } else { Block::CutLine });
        }
        ballot(l, minutes, &motions, (named, *voter), &mut page);
    }
    page
}

/// The motions that are voted on in writing: of those still ahead, else of all. Dots are drawn on paper where that motion
/// is asked for.
fn put<'a>(minutes: &'a Minutes, only: Option<&MotionKey>) -> Vec<&'a MotionMinutes> {
    let every = || minutes.items.iter().flat_map(|item| &item.motions);
    if let Some(only) = only {
        return every().filter(|motion| motion.key == *only).collect();
    }
    let all = || every().filter(|motion| !matches!(motion.way, Way::Dots { .. }));
    let ahead = || all().filter(|motion| matches!(motion.end, MotionEnd::NotPut | MotionEnd::Open));
    let written = |motion: &&MotionMinutes| matches!(motion.way, Way::Secret { .. } | Way::RollCall);
    let tries: [Vec<_>; 3] = [ahead().filter(written).collect(), ahead().collect(), all().filter(written).collect()];
    tries.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

fn ballot(
    l: &Locale,
    minutes: &Minutes,
    motions: &[&MotionMinutes],
    (named, voter): (bool, Option<&SheetLine>),
    page: &mut Document,
) {
    let heading = &minutes.heading;
    page.heading(2, tr!(l, "report-ballot", title = heading.title.clone()));
    let day = heading.began.or(heading.planned).map(|at| date_long(l, at.date_naive()));
    page.fact(tr!(l, "report-ballot-day"), day.unwrap_or_else(|| blank(NAME)));
    if named {
        let room = || blank(NAME);
        let name = voter.map_or_else(room, |line| line.name.clone());
        page.fact(tr!(l, "minutes-name"), name);
        let at = voter.map(|line| door(l, &line.door)).filter(|door| !door.is_empty());
        page.fact(tr!(l, "minutes-door"), at.unwrap_or_else(room));
        let area = voter.filter(|line| line.area > 0).map(|line| weight_figure(Measure::Area, line.area));
        page.fact(tr!(l, "minutes-area"), area.unwrap_or_else(room));
    }
    for (at, motion) in motions.iter().enumerate() {
        let (number, text) = (at + 1, motion.text().get(l.lang()).trim().to_owned());
        page.line(tr!(l, "posting-matter", number = number, text = text));
        let (words, one) = match &motion.way {
            Way::Dots { options, .. } => {
                (options.iter().map(|option| option.get(l.lang()).to_owned()).collect(), false)
            }
            _ => ([Choice::For, Choice::Against, Choice::Abstain].map(|choice| choice_words(l, choice)).to_vec(), true),
        };
        let words: Vec<String> = words;
        page.put(Block::Ticks(Ticks { boxes: words.into_iter().map(|words| (words, false)).collect(), one }));
    }
    let dots = motions.iter().find_map(|motion| match motion.way {
        Way::Dots { each, .. } => Some(each),
        _ => None,
    });
    if let Some(each) = dots {
        page.note(tr!(l, "report-ballot-dots", each = each));
    }
    if named {
        page.signatures(vec![tr!(l, "minutes-signature"), tr!(l, "minutes-proxy-signature"), tr!(l, "minutes-date")]);
    } else if dots.is_some() {
        page.note(tr!(l, "report-ballot-no-name"));
    } else {
        page.note(tr!(l, "report-ballot-secret"));
    }
}
