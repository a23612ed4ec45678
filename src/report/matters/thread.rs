//! 一件事项: where it came from, what became of it by date, votes, money, who does what, what residents say afterwards.

use chrono::{DateTime, FixedOffset};

use crate::{
    domain::{
        ActionId,
        matter::{Afterwards, Came, Entry, Thread, is_few},
        meeting::{ledger::Action, minutes::public_words},
        survey::Door,
    },
    locale::{
        Locale, afterwards_words, came_words, clean_line, date_short, door, mean_score, money, outcome_words,
        picked_by, programme_words, said_by, step_words,
    },
    report::{Block, Class, Column, Document, KeyFigure, Moment, Opinion, Table, ledger, words::capital},
    tr,
};

/// What the thread of a matter is made of.
#[derive(Debug, Clone)]
pub struct ThreadSheet<'a> {
    /// The thread.
    pub thread: &'a Thread,
    /// What its concern is called; may be empty.
    pub concern: String,
    /// The actions it led to.
    pub actions: Vec<&'a Action>,
    /// Whether what households said stands in it word for word also when it is for everyone.
    pub texts: bool,
    /// Numbers of households under this are not told to everyone.
    pub least: u64,
}

impl ThreadSheet<'_> {
    /// The actions of a thread, each once.
    #[must_use]
    pub fn actions_of(thread: &Thread) -> Vec<ActionId> {
        let mut found = Vec::new();
        for entry in &thread.entries {
            if let Came::Assigned { action, .. } = &entry.what
                && !found.contains(action)
            {
                found.push(*action);
            }
        }
        found
    }
}

/// The thread of a matter as a document.
#[must_use]
pub fn matter_document(locale: &Locale, sheet: &ThreadSheet<'_>, class: Class, now: DateTime<FixedOffset>) -> Document {
    let l = locale;
    let thread = sheet.thread;
    let mut page = Document::new(l, class, told(class, &thread.about.title));
    page.made = Some(now);
    let withheld = about(l, sheet, class, &mut page);
    what_became_of_it(l, thread, class, now, &mut page);
    votes(l, thread, class, &mut page);
    given(l, thread, class, &mut page);
    if !sheet.actions.is_empty() {
        page.heading(1, tr!(l, "report-actions-title"));
        page.table(ledger::actions_table(l, &sheet.actions, class, now.date_naive()));
    }
    let withheld = afterwards(l, sheet, class, &mut page) | withheld;
    suggestions(l, sheet, class, &mut page);
    if withheld {
        let least = sheet.least;
        let words =
            tr!(l, "report-matters-withheld", fewer = tr!(l, "report-households-few", least = least), least = least);
        page.put(Block::Footnotes(vec![("*".to_owned(), words)]));
    }
    page
}

/// What may be read by this class: no phone numbers for everyone.
fn told(class: Class, words: &str) -> String {
    let words = clean_line(words);
    if class == Class::Public { public_words(&words) } else { words.into_owned() }
}

/// What it is about. Whether a number of households was withheld.
fn about(l: &Locale, sheet: &ThreadSheet<'_>, class: Class, page: &mut Document) -> bool {
    let (thread, about) = (sheet.thread, &sheet.thread.about);
    page.fact(tr!(l, "matter-document-step"), capital(&step_words(l, thread.step)));
    if !thread.note.is_empty() {
        page.fact(tr!(l, "matter-document-put"), told(class, &thread.note));
    }
    if !sheet.concern.is_empty() {
        page.fact(tr!(l, "matter-document-concern"), clean_line(&sheet.concern));
    }
    if let Some(programme) = about.programme {
        page.fact(tr!(l, "matter-document-programme"), programme_words(l, programme));
    }
    let place: Vec<&str> = about.place.0.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if !place.is_empty() {
        page.fact(tr!(l, "matter-document-place"), clean_line(&place.join(" ")));
    }
    let public = class == Class::Public;
    let least = if public { sheet.least } else { 0 };
    let few = is_few(thread.households, least);
    if thread.suggestions > 0 {
        // How many suggestions there are says how many households there can be.
        let words = if few {
            tr!(l, "report-thread-from-few", fewer = tr!(l, "report-households-few", least = least))
        } else {
            let (n, raised) = (thread.suggestions, said_by(l, &thread.raised, least).unwrap_or_default());
            tr!(l, "matter-document-from-words", n = n, raised = raised)
        };
        page.fact(tr!(l, "matter-document-from"), words);
    }
    if let Some(picked) = picked_by(l, &thread.raised, &clean_line(&sheet.concern), least) {
        page.fact(tr!(l, "matter-document-picked"), picked);
    }
    let few = few || thread.raised.named.is_some_and(|(named, _)| is_few(named, least));
    if !about.note.is_empty() {
        page.fact(tr!(l, "matter-document-note"), told(class, &about.note));
    }
    few
}

fn day(at: DateTime<FixedOffset>) -> String {
    date_short(at.date_naive())
}

/// Everything by date. Suggestions that came one after the other are one line: their words stand apart.
fn what_became_of_it(l: &Locale, thread: &Thread, class: Class, now: DateTime<FixedOffset>, page: &mut Document) {
    let mut moments: Vec<Moment> = Vec::new();
    let mut entries = thread.entries.iter().peekable();
    while let Some(entry) = entries.next() {
        let (kind, words) = came_words(l, &entry.what);
        if !matches!(entry.what, Came::Suggested { .. }) {
            let item_ahead = matches!(entry.what, Came::Item { on: false, .. });
            let ahead = entry.at > now && item_ahead;
            moments.push(Moment { when: day(entry.at), kind, what: told(class, &words), ahead });
            continue;
        }
        let (first, mut last, mut n) = (entry.at.date_naive(), entry.at.date_naive(), 1);
        while let Some(next) = entries.next_if(|next| matches!(next.what, Came::Suggested { .. })) {
            (last, n) = (next.at.date_naive(), n + 1);
        }
        // How many came is told once, above, as far as it may be.
        let what = match class {
            Class::Public => tr!(l, "report-thread-suggested"),
            _ => tr!(l, "matters-suggestions", n = n),
        };
        let what =
            if first == last { what } else { tr!(l, "report-thread-until", what = what, day = date_short(last)) };
        moments.push(Moment { when: date_short(first), kind, what, ahead: false });
    }
    if !moments.is_empty() {
        page.heading(1, tr!(l, "matter-document-thread"));
        page.put(Block::Timeline(moments));
    }
}

fn votes(l: &Locale, thread: &Thread, class: Class, page: &mut Document) {
    let mut table = Table::new(vec![
        Column::date(tr!(l, "minutes-date")),
        Column::words(tr!(l, "report-thread-motion")),
        Column::words(tr!(l, "report-thread-result")),
        Column::number(tr!(l, "report-thread-for")),
        Column::number(tr!(l, "report-thread-against")),
        Column::number(tr!(l, "report-thread-abstain")),
    ]);
    for Entry { at, what } in &thread.entries {
        let Came::Voted { text, outcome, counts, .. } = what else { continue };
        let outcome = outcome.map_or_else(|| tr!(l, "matter-vote-none"), |outcome| outcome_words(l, outcome));
        let mut row = vec![day(*at), told(class, text.get(l.lang())), outcome];
        match counts {
            Some((yes, no, abstain)) => row.extend([yes, no, abstain].map(ToString::to_string)),
            None => row.extend(["-", "-", "-"].map(str::to_owned)),
        }
        table.rows.push(row);
    }
    if !table.rows.is_empty() {
        page.heading(1, tr!(l, "report-thread-votes"));
        page.table(table);
    }
}

/// Money, goods and hands. No sum of it all: what a fund pays may have come from pledges and grants.
fn given(l: &Locale, thread: &Thread, class: Class, page: &mut Document) {
    let mut table = Table::new(vec![
        Column::date(tr!(l, "minutes-date")),
        Column::words(""),
        Column::words(tr!(l, "report-thread-what")),
        Column::money(tr!(l, "report-fund-sum")),
        Column::money(tr!(l, "report-thread-received")),
    ]);
    for Entry { at, what } in &thread.entries {
        let sums = match what {
            Came::Pledged { fen, received, .. } => [Some(*fen), Some(*received)],
            Came::Granted { fen, .. } | Came::Allocated { fen, .. } => [Some(*fen), None],
            Came::Claimed { .. } => [None, None],
            _ => continue,
        };
        let (kind, words) = (came_words(l, what).0, given_words(l, what));
        let mut row = vec![day(*at), kind, told(class, &words)];
        row.extend(sums.map(|sum| sum.filter(|sum| *sum > 0).map(|sum| money(l, sum)).unwrap_or_default()));
        table.rows.push(row);
    }
    if !table.rows.is_empty() {
        page.heading(1, tr!(l, "report-thread-given"));
        page.table(table);
    }
}

/// From whom and for what, without the sum: it has a column of its own.
fn given_words(l: &Locale, came: &Came) -> String {
    match came {
        Came::Pledged { pledges, hours, goods, .. } => {
            let (n, hours, goods) = (*pledges, *hours, *goods);
            let mut words = vec![tr!(l, "matter-pledges", n = n)];
            words.extend((hours > 0).then(|| tr!(l, "matter-pledges-hours", hours = hours)));
            words.extend((goods > 0).then(|| tr!(l, "matter-pledges-goods", n = goods)));
            words.join(&tr!(l, "minutes-comma"))
        }
        Came::Granted { from, .. } => from.get(l.lang()).to_owned(),
        Came::Allocated { title, purpose, .. } => {
            let (fund, purpose) = (title.get(l.lang()).to_owned(), purpose.get(l.lang()).to_owned());
            if purpose.is_empty() { fund } else { tr!(l, "report-thread-fund", fund = fund, purpose = purpose) }
        }
        _ => came_words(l, came).1,
    }
}

/// What residents say afterwards. Whether it was withheld.
fn afterwards(l: &Locale, sheet: &ThreadSheet<'_>, class: Class, page: &mut Document) -> bool {
    let Some(after) = &sheet.thread.afterwards else { return false };
    page.heading(1, tr!(l, "matter-document-afterwards"));
    let Afterwards { households, better, worse, .. } = *after;
    let same = households.saturating_sub(better + worse);
    if class == Class::Public && after.is_withheld(sheet.least) {
        // Two means and one count give the others away.
        page.line(tr!(l, "report-thread-after-few", fewer = tr!(l, "report-households-few", least = sheet.least)));
        return true;
    }
    let figure = |figure: String, words: String| KeyFigure { figure, words };
    page.put(Block::KeyFigures(vec![
        figure(mean_score(after.before, households), tr!(l, "report-thread-before")),
        figure(mean_score(after.after, households), tr!(l, "report-thread-after")),
        figure(better.to_string(), tr!(l, "report-thread-better")),
        figure(same.to_string(), tr!(l, "report-thread-same")),
        figure(worse.to_string(), tr!(l, "report-thread-worse")),
    ]));
    page.line(afterwards_words(l, after));
    false
}

fn suggestions(l: &Locale, sheet: &ThreadSheet<'_>, class: Class, page: &mut Document) {
    let said = |entry: &Entry| match &entry.what {
        Came::Suggested { text, door: at, .. } => Some((entry.at, text.clone(), at.clone())),
        _ => None,
    };
    let all: Vec<_> = sheet.thread.entries.iter().filter_map(said).collect();
    if all.is_empty() {
        return;
    }
    if class == Class::Public && !sheet.texts {
        page.put(Block::Footnotes(vec![("*".to_owned(), tr!(l, "report-thread-words-left-out"))]));
        return;
    }
    page.heading(1, tr!(l, "report-thread-words"));
    let opinion = |(n, (at, text, place)): (usize, (DateTime<FixedOffset>, String, Option<Door>))| {
        let place = place.map(|place| door(l, &place)).unwrap_or_default();
        Opinion {
            number: n.to_string(),
            text: if class == Class::Public { public_words(&text) } else { text },
            about: format!("{}  {place}", day(at)).trim_end().to_owned(),
        }
    };
    page.put(Block::Opinions((1..).zip(all).map(opinion).collect()));
}
