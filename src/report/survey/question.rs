//! One question of a summary: its base, its chart, its figures.

use super::{
    summary::SummaryPlan,
    veil::{Veil, length, silent, withheld},
};
use crate::{
    domain::{
        Privacy,
        survey::Kind,
        tally::{Columns, Detail, Numbers, Share, Tally},
    },
    locale::{Counted, Locale, count, date_short, decimal, share},
    report::{
        Bar, Block, Chart, Class, Column, Document, Opinion, Table, choice_label, question_label,
        tally_text::{base_words, quotient},
        words::range,
    },
    tr,
};

/// Whether a question has anything a summary of this class shows: what the program reckoned for itself and nobody gave a
/// label does not. What it reckoned out of words, or read off a label, may hold anything: it is not for everyone, nor is
/// what is marked.
pub(super) fn is_shown(columns: &Columns, tally: &Tally, class: Class) -> bool {
    if class == Class::Public && columns.privacy(&tally.name) > Privacy::Open {
        return false;
    }
    if tally.label.is_empty() && matches!(tally.kind, Kind::Calculate | Kind::Hidden) {
        return false;
    }
    let hidden = matches!(tally.kind, Kind::Calculate | Kind::Hidden | Kind::Barcode | Kind::DeviceId | Kind::Username);
    !(class == Class::Public && hidden && matches!(tally.detail, Detail::Texts(_) | Detail::Given))
}

/// Writes a question; whether anything of it was withheld.
pub(super) fn write(
    l: &Locale,
    columns: &Columns,
    tally: &Tally,
    (plan, veil): (&SummaryPlan, &Veil),
    page: &mut Document,
) -> bool {
    page.heading(2, question_label(l, tally));
    let of = base(l, tally, plan, veil);
    let mut chart = Chart { caption: String::new(), of, bars: Vec::new() };
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => {
            let labels = all.iter().map(|choice| choice_label(l, &choice.name, &choice.label));
            chart.bars = bars(l, labels.zip(all.iter().map(|choice| choice.count)), tally, veil);
            put(chart, page, Document::bars);
        }
        Detail::Rank(all) => {
            let labels = all.iter().map(|choice| choice_label(l, &choice.name, &choice.label));
            chart.caption = tr!(l, "report-ranked-first");
            chart.bars = bars(l, labels.zip(all.iter().map(|rank| rank.first.part)), tally, veil);
            put(chart, page, Document::bars);
            let place = |rank: &crate::domain::tally::RankCount| {
                let told =
                    rank.ranked > 0 && !veil.figures && (plan.class != Class::Public || rank.ranked >= plan.least);
                let mean = if told { decimal(quotient(rank.mean), 1) } else { "-".to_owned() };
                vec![choice_label(l, &rank.name, &rank.label), mean]
            };
            let mut table =
                Table::new(vec![Column::words(tr!(l, "report-choice")), Column::number(tr!(l, "report-mean-place"))]);
            table.rows = all.iter().map(place).collect();
            page.table(table);
        }
        Detail::Numbers(Some(numbers)) => {
            let labels = numbers.bins.iter().map(|bin| range(bin.from, bin.to, numbers.whole));
            chart.bars = bars(l, labels.zip(numbers.bins.iter().map(|bin| bin.count)), tally, veil);
            histogram(l, chart, page);
            figures(l, numbers, plan, veil, page);
        }
        Detail::Days(days) => {
            let labels = days.iter().map(|(day, _)| date_short(*day));
            chart.bars = bars(l, labels.zip(days.iter().map(|(_, count)| *count)), tally, veil);
            histogram(l, chart, page);
        }
        Detail::Times { hours, .. } => {
            let used = |count: &u64| *count > 0;
            let first = hours.iter().position(used).unwrap_or(0);
            let last = hours.iter().rposition(used).unwrap_or(0);
            let all = hours.iter().enumerate().map(|(hour, count)| (format!("{hour:02}:00"), *count));
            let mut bars = bars(l, all, tally, veil);
            bars.truncate(last + 1);
            chart.bars = bars.split_off(first.min(bars.len()));
            histogram(l, chart, page);
        }
        Detail::Texts(all) => {
            put(chart, page, Document::bars);
            // As many as are told apart in words are counted.
            if plan.class == Class::Public && (!plan.texts || veil.given) {
                if tally.base.given > 0 {
                    page.note(tr!(l, "report-texts-left-out"));
                }
            } else {
                opinions(l, columns.counted_texts(tally.column, all), page);
            }
        }
        Detail::Numbers(None) | Detail::Given => put(chart, page, Document::bars),
    }
    veil.any()
}

/// Adds a histogram; where none of its counts may be told, that instead of a row of nothing.
fn histogram(l: &Locale, chart: Chart, page: &mut Document) {
    let told = chart.bars.iter().any(|bar| bar.length.is_some());
    if told || chart.bars.is_empty() {
        put(chart, page, Document::histogram);
    } else {
        page.note(chart.of);
        page.note(tr!(l, "report-counts-left-out"));
    }
}

/// Adds a chart, or what stands over it when it has no bars.
fn put(chart: Chart, page: &mut Document, add: impl Fn(&mut Document, Chart)) {
    if chart.bars.is_empty() { page.note(chart.of) } else { add(page, chart) }
}

/// n, and how many have no value for which reason; for everyone in fewer words.
pub(super) fn base(l: &Locale, tally: &Tally, plan: &SummaryPlan, veil: &Veil) -> String {
    let base = &tally.base;
    let mut words = if plan.class == Class::Public {
        let figure = |hidden: bool, n: u64| if hidden { withheld(l) } else { n.to_string() };
        let mut words = vec![tr!(l, "report-answered", count = figure(veil.given, base.given))];
        // Where something is withheld, that there is none of it is, too.
        if silent(base) > 0 || veil.silent {
            words.push(tr!(l, "report-silent", count = figure(veil.silent, silent(base))));
        }
        if base.not_asked > 0 || veil.not_asked {
            words.push(tr!(l, "report-not-asked", count = figure(veil.not_asked, base.not_asked)));
        }
        words.join("  ")
    } else {
        base_words(l, base)
    };
    if matches!(tally.detail, Detail::Set(_)) {
        words = format!("{words}  {}", tr!(l, "summary-several"));
    }
    let told = plan.class != Class::Public || !veil.any();
    if told && !tally.repeat.is_empty() {
        let households = count(l, Counted::Households, base.households);
        words = format!("{words}  {}", tr!(l, "tally-in-households", households = households));
    }
    words
}

fn bars(l: &Locale, rows: impl Iterator<Item = (String, u64)>, tally: &Tally, veil: &Veil) -> Vec<Bar> {
    let rows: Vec<(String, u64)> = rows.collect();
    let shown = rows.iter().enumerate().filter(|(at, _)| !veil.hides(*at)).map(|(_, (_, count))| *count);
    let longest = shown.max().unwrap_or(0);
    let n = (!veil.given).then_some(tally.base.given);
    let bar = |(at, (label, count)): (usize, (String, u64))| {
        if veil.hides(at) {
            return Bar::held_back(label, withheld(l));
        }
        let share = n.map(|n| share(count, n)).unwrap_or_default();
        Bar { label, figure: count.to_string(), share, length: Some(length(count, n, longest)) }
    };
    rows.into_iter().enumerate().map(bar).collect()
}

/// Mean, median, and for who works with it the ends and the sum.
fn figures(l: &Locale, numbers: &Numbers, plan: &SummaryPlan, veil: &Veil, page: &mut Document) {
    let figure = |number: f64| decimal(number, 2);
    if plan.class == Class::Public {
        if !veil.figures {
            page.fact(tr!(l, "tally-mean"), figure(numbers.mean));
            page.fact(tr!(l, "tally-median"), figure(numbers.median));
        }
        return;
    }
    page.fact(tr!(l, "tally-mean"), figure(numbers.mean));
    page.fact(tr!(l, "tally-median"), figure(numbers.median));
    page.fact(tr!(l, "report-least-greatest"), format!("{} - {}", figure(numbers.min), figure(numbers.max)));
    page.fact(tr!(l, "tally-sum"), figure(numbers.sum));
}

fn opinions(l: &Locale, texts: Vec<(&str, usize)>, page: &mut Document) {
    if texts.is_empty() {
        return;
    }
    let opinion = |(at, (text, times)): (usize, (&str, usize))| Opinion {
        number: (at + 1).to_string(),
        text: text.to_owned(),
        about: if times > 1 { tr!(l, "report-said-times", times = times) } else { String::new() },
    };
    page.put(Block::Opinions(texts.into_iter().enumerate().map(opinion).collect()));
}

/// A share as words, nothing where there is none.
pub(super) fn part_words(part: Share) -> String {
    if part.whole == 0 { String::new() } else { share(part.part, part.whole) }
}
