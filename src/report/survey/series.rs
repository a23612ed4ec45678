//! A series of sessions: what was held when, by kind, with how many people and responses.

use chrono::{DateTime, FixedOffset};

use super::veil::withheld;
use crate::{
    domain::{
        meeting::minutes::public_words,
        session::{Session, SessionKind},
        tally::{LEAST_SHOWN, withhold_list},
    },
    locale::{Counted, Locale, clean_line, count, date_short, date_weekday, session_kind, time_short},
    report::{Block, Class, Column, Document, KeyFigure, Moment, Table},
    tr,
};

/// A session and how many responses came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesLine {
    /// The session.
    pub session: Session,
    /// Its finished responses.
    pub submissions: u64,
}

/// The series of these sessions, in the order they began.
#[must_use]
pub fn series_document(
    locale: &Locale,
    lines: &[SeriesLine],
    class: Class,
    least: Option<u64>,
    now: DateTime<FixedOffset>,
) -> Document {
    let l = locale;
    let least = least.unwrap_or(LEAST_SHOWN);
    let mut lines: Vec<&SeriesLine> = lines.iter().collect();
    lines.sort_by_key(|line| (line.session.starts, line.session.id));
    let kinds: Vec<SessionKind> =
        SessionKind::ALL.into_iter().filter(|kind| lines.iter().any(|line| line.session.kind == *kind)).collect();
    let responses: u64 = lines.iter().map(|line| line.submissions).sum();
    let (sessions, of_kinds) = (lines.len(), kinds.len());
    let mut page = Document::new(l, class, tr!(l, "report-series-title"));
    page.made = Some(now);
    let said = count(l, Counted::Responses, responses);
    page.subtitle(tr!(l, "report-series-said", sessions = sessions, kinds = of_kinds, responses = said));
    if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
        let day = |line: &SeriesLine| date_short(line.session.starts.date_naive());
        page.based_on(tr!(l, "report-base-days"), tr!(l, "summary-days", from = day(first), to = day(last)));
    }
    let figure = |number: u64, words: String| KeyFigure { figure: number.to_string(), words };
    let mut figures = vec![figure(sessions as u64, tr!(l, "report-key-sessions"))];
    figures.push(figure(of_kinds as u64, tr!(l, "report-key-kinds")));
    figures.push(figure(responses, tr!(l, "report-key-responses")));
    page.put(Block::KeyFigures(figures));
    if lines.is_empty() {
        page.line(tr!(l, "report-series-none"));
        return page;
    }
    let counts: Vec<u64> = lines.iter().map(|line| line.submissions).collect();
    let public = class == Class::Public;
    let hidden = if public { withhold_list(&counts, least).0 } else { vec![false; counts.len()] };
    by_kind(l, &lines, &kinds, hidden.contains(&true), &mut page);
    page.heading(1, tr!(l, "report-series-when"));
    let moment = |(line, hide): (&&SeriesLine, &bool)| {
        let session = &line.session;
        let title = clean_line(&session.title);
        let mut words = vec![if public { public_words(&title) } else { title.into_owned() }];
        if session.present > 0 {
            words.push(count(l, Counted::People, u64::from(session.present)));
        }
        let responses = line.submissions;
        match (*hide, responses) {
            (true, _) => words.push(tr!(l, "report-series-withheld", withheld = withheld(l))),
            (false, 0) => {}
            (false, _) => words.push(count(l, Counted::Responses, responses)),
        }
        Moment {
            when: format!("{} {}", date_weekday(l, session.starts.date_naive()), time_short(session.starts.time())),
            kind: session_kind(l, session.kind),
            what: words.join(&tr!(l, "minutes-comma")),
            ahead: session.starts > now,
        }
    };
    page.put(Block::Timeline(lines.iter().zip(&hidden).map(moment).collect()));
    if hidden.contains(&true) {
        let words = tr!(l, "report-withheld-why", withheld = withheld(l), least = least);
        page.put(Block::Footnotes(vec![("*".to_owned(), words)]));
    }
    page
}

/// Sessions, people and responses by kind. The responses of a kind give those of its only withheld session away, so they
/// are left out as soon as one is.
fn by_kind(l: &Locale, lines: &[&SeriesLine], kinds: &[SessionKind], hides: bool, page: &mut Document) {
    page.heading(1, tr!(l, "report-occasions"));
    let mut columns = vec![
        Column::words(tr!(l, "summary-by-kind")),
        Column::number(tr!(l, "report-sessions")),
        Column::number(tr!(l, "report-people")),
    ];
    columns.extend((!hides).then(|| Column::number(tr!(l, "report-responses"))));
    let mut table = Table::new(columns);
    let row = |name: String, of: &dyn Fn(&SeriesLine) -> bool| {
        let own: Vec<_> = lines.iter().filter(|line| of(line)).collect();
        let people: u64 = own.iter().map(|line| u64::from(line.session.present)).sum();
        let mut row = vec![name, own.len().to_string(), people.to_string()];
        row.extend((!hides).then(|| own.iter().map(|line| line.submissions).sum::<u64>().to_string()));
        row
    };
    table.rows = kinds.iter().map(|kind| row(session_kind(l, *kind), &|line| line.session.kind == *kind)).collect();
    table.totals = Some(row(tr!(l, "tally-total"), &|_| true));
    page.table(table);
}
