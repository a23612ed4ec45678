//! 签到表: to sign on paper, or as filled at check-in.

use crate::{
    domain::meeting::{
        attendance::Capacity,
        minutes::{Minutes, SheetLine},
        rule::Measure,
    },
    locale::{Locale, date_long, door, meeting::capacity, time_short, weight_figure},
    report::{Class, Column, Document, Table, blank},
    tr,
};

/// Lines left for who is not on the roll.
const SPARE: usize = 10;
/// Lines where there is no roll: as many as fill a sheet of A4 under a title of two lines.
const EMPTY: usize = 21;
/// Columns to sign in.
const SIGN: usize = 14;

/// Which sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetForm {
    /// The roll, with room to sign and lines for others.
    Blank,
    /// Who came and left when, and who stood for whom.
    Filled,
}

impl SheetForm {
    /// To sign until somebody came, filled from then on.
    #[must_use]
    pub fn of(minutes: &Minutes) -> Self {
        if minutes.sheet.iter().any(|line| !line.stays.is_empty()) { Self::Filled } else { Self::Blank }
    }
}

/// The sign-in sheet.
#[must_use]
pub fn sheet_document(locale: &Locale, minutes: &Minutes, form: SheetForm) -> Document {
    let l = locale;
    let heading = &minutes.heading;
    let mut page = Document::new(l, Class::Office, tr!(l, "minutes-sheet-title", title = heading.title.clone()));
    let day = heading.began.or(heading.planned).map(|at| date_long(l, at.date_naive()));
    let under = [day.unwrap_or_default(), heading.place.clone()].join("  ");
    page.subtitle(under.trim());
    page.table(match form {
        SheetForm::Blank => to_sign(l, minutes),
        SheetForm::Filled => signed(l, minutes),
    });
    page
}

fn area(line: &SheetLine) -> String {
    if line.area == 0 { String::new() } else { weight_figure(Measure::Area, line.area) }
}

/// The columns that are the same on both sheets.
fn start(l: &Locale, with_area: bool) -> Vec<Column> {
    let (number, name, door) = (tr!(l, "minutes-number"), tr!(l, "minutes-name"), tr!(l, "minutes-door"));
    let mut columns = vec![Column::number(number), Column::words(name), Column::words(door)];
    columns.extend(with_area.then(|| Column::number(tr!(l, "minutes-area"))));
    columns
}

fn to_sign(l: &Locale, minutes: &Minutes) -> Table {
    let with_area = minutes.turnout.entitled.area > 0;
    let mut table = Table::new(start(l, with_area));
    table.columns.extend([tr!(l, "minutes-signature"), tr!(l, "minutes-proxy-signature")].map(Column::words));
    let on_roll: Vec<&SheetLine> = minutes.sheet.iter().filter(|line| line.capacity == Capacity::Entitled).collect();
    let sign = || blank(SIGN);
    for line in &on_roll {
        let mut row = vec![(table.rows.len() + 1).to_string(), name(l, line), door(l, &line.door)];
        row.extend(with_area.then(|| area(line)));
        row.extend([sign(), sign()]);
        table.rows.push(row);
    }
    for _ in 0..if on_roll.is_empty() { EMPTY } else { SPARE } {
        let mut row = vec![(table.rows.len() + 1).to_string(), blank(8), blank(8)];
        row.extend(with_area.then(String::new));
        row.push(sign());
        table.rows.push(row);
    }
    table
}

fn signed(l: &Locale, minutes: &Minutes) -> Table {
    let with_area = minutes.turnout.entitled.area > 0;
    let mut table = Table::new(start(l, with_area));
    let (came, left) = (Column::date(tr!(l, "minutes-came")), Column::date(tr!(l, "minutes-left-at")));
    table.columns.extend([
        Column::words(tr!(l, "minutes-capacity")),
        came,
        left,
        Column::words(tr!(l, "minutes-proxies")),
    ]);
    for line in &minutes.sheet {
        let mut row = vec![(table.rows.len() + 1).to_string(), name(l, line), door(l, &line.door)];
        row.extend(with_area.then(|| area(line)));
        let stays = line.stays.iter();
        let came: Vec<String> = stays.clone().map(|stay| time_short(stay.came.time())).collect();
        let left: Vec<String> = stays.filter_map(|stay| stay.left).map(|left| time_short(left.time())).collect();
        row.extend([capacity_word(l, line), came.join(" "), left.join(" "), proxies(l, line)]);
        table.rows.push(row);
    }
    table
}

fn capacity_word(l: &Locale, line: &SheetLine) -> String {
    match line.capacity {
        Capacity::Entitled => tr!(l, "minutes-on-roll"),
        other => capacity(l, other),
    }
}

fn name(l: &Locale, line: &SheetLine) -> String {
    match &line.voice {
        None => line.name.clone(),
        Some(voice) => tr!(l, "minutes-voice", name = line.name.clone(), voice = voice.clone()),
    }
}

fn proxies(l: &Locale, line: &SheetLine) -> String {
    let mut words = Vec::new();
    if let Some(by) = &line.by {
        words.push(tr!(l, "minutes-stood-by", name = by.clone()));
    }
    if !line.proxy_for.is_empty() {
        words.push(tr!(l, "minutes-stands-for", names = line.proxy_for.join(&tr!(l, "minutes-comma"))));
    }
    words.join(&tr!(l, "minutes-semicolon"))
}
