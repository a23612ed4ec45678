//! What everyone may read of a survey: no figure that is withheld can be worked out from those that are printed.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod tally_data;

use babahui::{
    domain::{
        Lang, Value,
        survey::Response,
        tally::{Axis, Columns, Filter, Summary},
    },
    locale::Locale,
    report::{Block, Chart, Class, Document, SummaryPlan, Table, document_text, summary_document},
};
use proptest::prelude::*;
use tally_data::{at, choice, columns, response, responses, tree, value};

const LEAST: u64 = 4;
const HIDDEN: &str = "not shown";

fn plan(class: Class) -> SummaryPlan {
    SummaryPlan { least: LEAST, ..SummaryPlan::new(class) }
}

fn made(columns: &Columns, plan: &SummaryPlan) -> (Summary, Document) {
    let summary = Summary::new(columns, &Filter::default()).unwrap();
    let document = summary_document(&Locale::new(&Lang::new("en")), columns, &summary, plan, at(9));
    (summary, document)
}

/// The charts of a document with what stands over them.
fn charts(document: &Document) -> impl Iterator<Item = &Chart> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Bars(chart) | Block::Histogram(chart) => Some(chart),
        _ => None,
    })
}

/// The number after a word of a chart's base; nothing when it is withheld, 0 when it is not there.
fn base(chart: &Chart, word: &str) -> Option<u64> {
    let Some((_, after)) = chart.of.split_once(word) else { return Some(0) };
    after.split_whitespace().next()?.parse().ok()
}

/// How many values a withheld count can have so that it adds up with what is shown: none withheld may have one only.
fn is_open(shown: &[Option<u64>], n: Option<u64>, rows: u64, others: &[Option<u64>]) -> bool {
    let hidden = shown.iter().filter(|count| count.is_none()).count();
    let sum: u64 = shown.iter().flatten().sum();
    match n {
        _ if hidden == 0 => n.is_some() || others.contains(&None) || sum == 0 || sum == rows,
        // One alone is what is missing of n; several share what is missing, unless that is nothing.
        Some(n) => hidden > 1 && n > sum,
        None => {
            let left = others.iter().flatten().sum::<u64>() + sum;
            hidden + others.iter().filter(|other| other.is_none()).count() > 1 && rows > left
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_withheld_can_be_worked_out(all in responses()) {
        let columns = columns(&all);
        let (summary, document) = made(&columns, &plan(Class::Public));
        if summary.submissions < LEAST {
            prop_assert!(charts(&document).next().is_none(), "too few responses tell nothing");
            prop_assert!(!document_text(&document, 80).contains('%'));
            return Ok(());
        }
        for chart in charts(&document) {
            let shown: Vec<Option<u64>> = chart.bars.iter().map(|bar| bar.figure.parse().ok()).collect();
            for (bar, count) in chart.bars.iter().zip(&shown) {
                prop_assert!(count.is_some() || bar.figure == HIDDEN);
                prop_assert!(count.is_none_or(|count| count == 0 || count >= LEAST), "a small count: {bar:?}");
                prop_assert!(count.is_some() || (bar.share.is_empty() && bar.length.is_none()), "{bar:?}");
            }
            let n = base(chart, "n = ");
            prop_assert!(n.is_some() || chart.bars.iter().all(|bar| bar.share.is_empty()), "a share gives n away");
            if chart.of.contains("any number") {
                for count in shown.iter().flatten().filter(|_| n.is_some()) {
                    let rest = n.unwrap_or_default() - count;
                    prop_assert!(rest == 0 || rest >= LEAST, "who did not pick it: {chart:?}");
                }
                continue;
            }
            let others = [base(chart, "no answer "), base(chart, "not asked ")];
            if shown.contains(&None) {
                prop_assert!(is_open(&shown, n, u64::MAX / 4, &others), "{chart:?}");
            }
        }
    }

    #[test]
    fn means_go_with_the_counts_they_would_give_away(ages in prop::collection::vec(0_i64..9, 0..20)) {
        let all: Vec<Response> = (0..).zip(&ages).map(|(n, age)| {
            response(n, tree([("people", value(Value::Integer(*age)))]))
        }).collect();
        let columns = columns(&all);
        let (_, document) = made(&columns, &plan(Class::Public));
        let text = document_text(&document, 80);
        let hidden = charts(&document).any(|chart| chart.bars.iter().any(|bar| bar.figure == HIDDEN));
        prop_assert!(!(hidden && text.contains("mean")), "{}", text);
        prop_assert!(!text.contains("least and greatest"), "who is the oldest is one person: {}", text);
    }

    #[test]
    fn rows_and_columns_of_groups_do_not_give_a_count_away(all in responses()) {
        let columns = columns(&all);
        let (first, _) = columns.named("first").next().unwrap();
        let by = SummaryPlan { questions: vec![first], by: Some(Axis::Kind), ..plan(Class::Public) };
        let (summary, document) = made(&columns, &by);
        let tables: Vec<&Table> = document.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        }).collect();
        prop_assert!(summary.submissions >= LEAST || tables.is_empty());
        // Many groups go on in another table, which says the sums again.
        let mut rows: Vec<Vec<String>> = Vec::new();
        for row in tables.iter().filter(|_| summary.submissions >= LEAST).flat_map(|table| &table.rows) {
            match rows.iter_mut().find(|known| known[0] == row[0]) {
                Some(known) => known.extend_from_slice(&row[2..]),
                None => rows.push(row.clone()),
            }
        }
        for row in &rows {
            let counts: Vec<Option<u64>> =
                row[1..].iter().map(|cell| cell.split_whitespace().next().and_then(|n| n.parse().ok())).collect();
            prop_assert!(counts.iter().flatten().all(|count| *count == 0 || *count >= LEAST), "{row:?}");
            if counts[0].is_some() {
                let hidden = counts[1..].iter().filter(|count| count.is_none()).count();
                prop_assert!(hidden != 1, "what is missing of the sum: {row:?}");
            }
        }
    }
}

#[test]
fn words_doors_and_names_are_for_who_works_with_them() {
    let note = |n: u128, text: &str| {
        let mut response = response(n, tree([("note", value(Value::Text(text.to_owned())))]));
        response.head.surveyor = "Zhou".into();
        response
    };
    let all: Vec<Response> = (0..6).map(|n| note(n, &format!("call 1380013800{n}"))).collect();
    let columns = columns(&all);
    let filter = Filter { surveyors: vec!["Zhou".into()], ..Filter::default() };
    let summary = Summary::new(&columns, &filter).unwrap();
    let text = |plan: &SummaryPlan| {
        let locale = Locale::new(&Lang::new("en"));
        document_text(&summary_document(&locale, &columns, &summary, plan, at(9)), 80)
    };
    let public = text(&plan(Class::Public));
    assert!(!public.contains("138") && !public.contains("Zhou"), "{public}");
    let office = text(&plan(Class::Office));
    assert!(office.contains("138") && office.contains("Zhou"), "{office}");
    let asked = text(&SummaryPlan { texts: true, ..plan(Class::Public) });
    assert!(asked.contains("138") && !asked.contains("Zhou"), "{asked}");
}

#[test]
fn a_few_rare_answers_are_withheld_with_the_next_smallest() {
    let picks: Vec<&str> = [vec!["facade"; 20], vec!["parking"; 9], vec!["entry"; 1]].concat();
    let all: Vec<Response> = (0..).zip(picks).map(|(n, pick)| response(n, tree([("first", choice(pick))]))).collect();
    let (_, document) = made(&columns(&all), &plan(Class::Public));
    let chart = charts(&document).next().unwrap();
    let figures: Vec<&str> = chart.bars.iter().map(|bar| bar.figure.as_str()).collect();
    assert_eq!(figures, ["20", HIDDEN, HIDDEN, "0"]);
    assert!(document.blocks.iter().any(|block| matches!(block, Block::Footnotes(_))), "a footnote says why");
    let (_, whole) = made(&columns(&all), &plan(Class::Office));
    assert_eq!(charts(&whole).next().unwrap().bars[2].figure, "1");
}
