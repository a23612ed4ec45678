//! Counted figures being typed: raised hands, boxes of ballot papers, stickers. One table of number fields for all three.
//!
//! A row is entered as soon as a field of it is left and its figures agree; figures that do not are kept on screen, and
//! what is wrong with them stands beside the row.

use crate::{
    app::Typing,
    domain::meeting::{
        agenda::Way,
        motion::{BoxCount, Hands, Vote},
        roll::read_area,
        rule::{Counts, Weight},
    },
    ui::widgets::{Accepts, FieldState, Spots},
};

/// What is being counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Raised hands: for, against, abstaining, under each other.
    Hands,
    /// Ballot papers, a row a box: given, found, for, against, abstaining, spoiled.
    Boxes {
        /// Whether the papers' areas are added too.
        area: bool,
    },
    /// Stickers, a row an option.
    Dots,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A figure is no number this can be.
    Unreadable,
    /// More papers found than given out, by so many.
    TooManyPapers(u64),
    /// More marks than papers found, by so many.
    TooManyMarks(u64),
    /// More area on the marks than there is, by so much, 0.01 m².
    TooMuchArea(u64),
    /// More hands, or stickers, than there can be, by so many.
    TooMany(u64),
}

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Raised hands.
    Hands(Hands),
    /// A box.
    Box(BoxCount),
    /// Stickers.
    Dots(u32),
}

/// The fields.
#[derive(Debug)]
pub struct Figures {
    kind: Kind,
    /// Voices present: hands may not be more, and stickers not more than everybody got.
    most: u64,
    rows: Vec<Vec<FieldState>>,
    at: (usize, usize),
    /// Whether the field was just reached: a digit replaces what stands there.
    fresh: bool,
    /// Where the fields were drawn.
    pub spots: Spots,
}

impl Figures {
    /// The figures of an open vote as entered so far.
    pub fn open(vote: &Vote, area: bool) -> Self {
        let heads = vote.presence.weight.heads;
        let (kind, most) = match &vote.way {
            Way::Secret { .. } => (Kind::Boxes { area }, 0),
            Way::Dots { each, .. } => (Kind::Dots, heads.saturating_mul(u64::from(*each))),
            _ => (Kind::Hands, heads),
        };
        let mut figures = Self { kind, most, rows: Vec::new(), at: (0, 0), fresh: true, spots: Spots::default() };
        figures.read(vote);
        figures
    }

    /// Puts what was entered into the fields again.
    pub fn read(&mut self, vote: &Vote) {
        let number = |n: u64| FieldState::new(&n.to_string()).accepts(Accepts::Digits);
        let blank = || FieldState::default().accepts(Accepts::Digits);
        self.rows = match self.kind {
            Kind::Hands => {
                let of = |part: fn(&Hands) -> u32| vote.hands.map_or_else(blank, |hands| number(part(&hands).into()));
                vec![vec![of(|h| h.yes)], vec![of(|h| h.no)], vec![of(|h| h.abstain)]]
            }
            Kind::Dots => {
                vote.dots.iter().map(|dots| vec![dots.map_or_else(blank, |dots| number(dots.into()))]).collect()
            }
            Kind::Boxes { area } => vote.boxes.iter().map(|count| boxed(count.as_ref(), area)).collect(),
        };
        self.fresh = true;
        self.go_to(self.at);
    }

    /// Whether these are the fields of this vote.
    pub fn counts_in(&self, vote: &Vote) -> bool {
        let (kind, rows) = match &vote.way {
            Way::Secret { .. } => (matches!(self.kind, Kind::Boxes { .. }), vote.boxes.len()),
            Way::Dots { .. } => (self.kind == Kind::Dots, vote.dots.len()),
            _ => (self.kind == Kind::Hands, 3),
        };
        kind && rows == self.len()
    }

    /// What is being counted.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The field that has the focus: row and column.
    pub fn at(&self) -> (usize, usize) {
        self.at
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// A field.
    pub fn field(&self, row: usize, column: usize) -> Option<&FieldState> {
        self.rows.get(row)?.get(column)
    }

    /// How many there can be in all; 0 where nobody knows.
    pub fn most(&self) -> u64 {
        self.most
    }

    /// Types into the field that has the focus. Arrows go to the field beside it: figures are too short to walk in.
    pub fn apply(&mut self, typing: &Typing) {
        let (row, column) = self.at;
        match typing {
            Typing::Left => return self.go_to((row, column.saturating_sub(1))),
            Typing::Right => return self.go_to((row, column + 1)),
            _ => {}
        }
        let fresh = std::mem::replace(&mut self.fresh, false);
        let Some(field) = self.rows.get_mut(row).and_then(|row| row.get_mut(column)) else { return };
        match typing {
            Typing::Char(_) | Typing::Paste(_) if fresh => {
                let before = field.text().to_owned();
                field.set("");
                if !field.apply(typing) {
                    field.set(&before);
                    self.fresh = true;
                }
            }
            Typing::Delete => field.set(""),
            typing => {
                field.apply(typing);
            }
        }
    }

    /// To a field, the last there is when there are fewer.
    pub fn go_to(&mut self, (row, column): (usize, usize)) {
        let row = row.min(self.rows.len().saturating_sub(1));
        let column = column.min(self.rows.get(row).map_or(0, |row| row.len().saturating_sub(1)));
        self.fresh |= self.at != (row, column);
        self.at = (row, column);
    }

    /// To the next field, row by row, or the one before. A figure that is left is done: typing begins anew.
    pub fn step(&mut self, forward: bool) {
        self.fresh = true;
        let wide = self.rows.get(self.at.0).map_or(1, Vec::len);
        let flat = self.at.0 * wide + self.at.1;
        let last = (self.rows.len() * wide).saturating_sub(1);
        let to = if forward { (flat + 1).min(last) } else { flat.saturating_sub(1) };
        self.go_to((to / wide.max(1), to % wide.max(1)));
    }

    /// To the row below or above.
    pub fn line(&mut self, down: bool) {
        let row = if down { self.at.0 + 1 } else { self.at.0.saturating_sub(1) };
        self.go_to((row, self.at.1));
    }

    /// Whether nothing was typed in a row; of hands, in all of them.
    fn is_blank(&self, row: usize) -> bool {
        let blank = |row: &Vec<FieldState>| row.iter().all(|field| field.text().trim().is_empty());
        if self.kind == Kind::Hands { self.rows.iter().all(blank) } else { self.rows.get(row).is_none_or(blank) }
    }

    /// The figure in a field, 0 for a blank one; nothing when it cannot be read.
    pub fn figure(&self, row: usize, column: usize) -> Option<u64> {
        let text = self.field(row, column).map_or("", FieldState::text).trim();
        if column >= PAPERS {
            return read_area(text).ok().map(Option::unwrap_or_default);
        }
        if text.is_empty() { Some(0) } else { text.parse::<u32>().ok().map(u64::from) }
    }

    /// What a row holds, and what is wrong with it; nothing while it is blank.
    pub fn row(&self, row: usize) -> Option<Result<Counted, Fault>> {
        if self.is_blank(row) {
            return None;
        }
        let read = || -> Option<Counted> {
            let small = |row, column| self.figure(row, column).and_then(|n| u32::try_from(n).ok());
            Some(match self.kind {
                Kind::Hands => Counted::Hands(Hands { yes: small(0, 0)?, no: small(1, 0)?, abstain: small(2, 0)? }),
                Kind::Dots => Counted::Dots(small(row, 0)?),
                Kind::Boxes { area } => {
                    let weight = |n: usize| -> Option<Weight> {
                        let papers = Weight::counted(self.figure(row, n)?);
                        // Areas stand in the fields after the papers, in the same order, without that of papers found.
                        let nth = PAPERS + n.saturating_sub(usize::from(n > 0));
                        Some(if area { Weight { area: self.figure(row, nth)?, ..papers } } else { papers })
                    };
                    Counted::Box(BoxCount {
                        given: weight(0)?,
                        found: self.figure(row, 1)?,
                        yes: weight(2)?,
                        no: weight(3)?,
                        abstain: weight(4)?,
                        spoiled: weight(5)?,
                    })
                }
            })
        };
        let Some(counted) = read() else { return Some(Err(Fault::Unreadable)) };
        Some(match self.fault(&counted) {
            Some(fault) => Err(fault),
            None => Ok(counted),
        })
    }

    fn fault(&self, counted: &Counted) -> Option<Fault> {
        let over = |n: u64, most: u64| (most > 0 && n > most).then(|| Fault::TooMany(n - most));
        match counted {
            Counted::Hands(hands) => over([hands.yes, hands.no, hands.abstain].map(u64::from).iter().sum(), self.most),
            Counted::Dots(_) => over((0..self.len()).filter_map(|row| self.figure(row, 0)).sum(), self.most),
            Counted::Box(count) => {
                let (marks, found, given) = (count.marks(), count.found, count.given.ballots);
                if given > 0 && found > given {
                    Some(Fault::TooManyPapers(found - given))
                } else if marks > found {
                    Some(Fault::TooManyMarks(marks - found))
                } else {
                    let (area, most) = (count.counted().area, count.given.area);
                    (most > 0 && area > most).then(|| Fault::TooMuchArea(area - most))
                }
            }
        }
    }

    /// The counts with what stands in the fields, as far as it agrees, entered or not.
    pub fn counts(&self, vote: &Vote) -> Counts {
        let blank = Weight::default();
        let mut counts =
            Counts { yes: blank, no: blank, abstain: blank, spoiled: blank, silent: blank, ..vote.counts() };
        let rows = if self.kind == Kind::Hands { 0..1 } else { 0..self.len() };
        for counted in rows.filter_map(|row| self.row(row)?.ok()) {
            match counted {
                Counted::Hands(hands) => {
                    counts.yes = Weight::counted(hands.yes.into());
                    counts.no = Weight::counted(hands.no.into());
                    counts.abstain = Weight::counted(hands.abstain.into());
                }
                Counted::Box(count) => {
                    counts.yes = counts.yes.plus(count.yes);
                    counts.no = counts.no.plus(count.no);
                    counts.abstain = counts.abstain.plus(count.abstain);
                    counts.spoiled = counts.spoiled.plus(count.spoiled);
                    counts.silent = counts.silent.plus(count.given.minus(count.counted()));
                }
                Counted::Dots(_) => {}
            }
        }
        counts
    }

    /// What is to be entered: rows that agree and differ from what was entered before.
    pub fn to_enter(&self, vote: &Vote) -> Vec<(usize, Counted)> {
        let rows = if self.kind == Kind::Hands { 0..1 } else { 0..self.len() };
        let good = rows.filter_map(|row| self.row(row)?.ok().map(|counted| (row, counted)));
        good.filter(|(row, counted)| entered(vote, *row) != Some(*counted)).collect()
    }

    /// Whether the field that has the focus holds something else than what was entered.
    pub fn is_half_typed(&self, vote: &Vote) -> bool {
        match self.row(self.at.0) {
            Some(Ok(counted)) => entered(vote, self.at.0) != Some(counted),
            Some(Err(_)) => true,
            None => entered(vote, self.at.0).is_some(),
        }
    }
}

/// Fields of papers in a box's row; those of areas come after them.
pub const PAPERS: usize = 6;

fn entered(vote: &Vote, row: usize) -> Option<Counted> {
    match &vote.way {
        Way::Secret { .. } => vote.boxes.get(row)?.map(Counted::Box),
        Way::Dots { .. } => vote.dots.get(row)?.map(Counted::Dots),
        _ => vote.hands.map(Counted::Hands),
    }
}

fn boxed(count: Option<&BoxCount>, area: bool) -> Vec<FieldState> {
    let papers = |part: fn(&BoxCount) -> u64| {
        let text = count.map(|count| part(count).to_string()).unwrap_or_default();
        FieldState::new(&text).accepts(Accepts::Digits)
    };
    let square = |part: fn(&BoxCount) -> u64| {
        let text = count.map(part).filter(|area| *area > 0);
        let text = text.map(|area| format!("{}.{:02}", area / 100, area % 100)).unwrap_or_default();
        FieldState::new(&text).accepts(Accepts::Folded)
    };
    let mut fields = vec![
        papers(|c| c.given.ballots),
        papers(|c| c.found),
        papers(|c| c.yes.ballots),
        papers(|c| c.no.ballots),
        papers(|c| c.abstain.ballots),
        papers(|c| c.spoiled.ballots),
    ];
    if area {
        fields.extend([
            square(|c| c.given.area),
            square(|c| c.yes.area),
            square(|c| c.no.area),
            square(|c| c.abstain.area),
            square(|c| c.spoiled.area),
        ]);
    }
    fields
}
