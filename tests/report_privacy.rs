//! What everyone may read of a survey: no figure that is withheld can be worked out from those that are printed.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod tally_data;

use babahui::{
    domain::{
        Lang, Value,
        survey::{Entry, Response, ResponseState},
        tally::{Axis, Codebook, Columns, Filter, Summary},
    },
    locale::Locale,
    report::{Block, Chart, Class, Document, SummaryPlan, Table, document_text, poster_document, summary_document},
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
            let n = base(chart, "answered ");
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

/// A question, and one that is put only because of an answer to it.
#[derive(Debug, Clone)]
struct Linked {
    /// How often each choice of the first was picked, and how often none.
    first: [u64; 4],
    /// The condition of the second, and the choices of the first under which it holds.
    relevant: &'static str,
    under: &'static [usize],
    /// Of those asked: how often each choice of the second was picked, the rest gave no answer.
    second: [u64; 2],
    /// Whether nobody can leave the second without an answer.
    required: bool,
}

/// What a reader may take for the truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct World {
    first: [u64; 4],
    second: [u64; 2],
}

const CONDITIONS: [(&str, &[usize]); 6] = [
    ("${first} = 'a'", &[0]),
    ("selected(${first}, 'a') or ${first} = 'b'", &[0, 1]),
    ("${first} != 'c' and ${first} != ''", &[0, 1]),
    ("${first} != 'c'", &[0, 1, 3]),
    ("${counted} > 0", &[0]),
    ("${first} != ''", &[0, 1, 2]),
];

impl Linked {
    fn asked(&self, world: &World) -> u64 {
        self.under.iter().map(|at| world.first[*at]).sum()
    }

    fn columns(&self) -> Columns {
        let required = if self.required { "true" } else { "false" };
        let text = format!(
            r#"Survey(id: "intake", version: "1", title: {{"en": "Intake"}}, choices: {{
                "l": [(name: "a", label: {{"en": "A"}}), (name: "b", label: {{"en": "B"}}), (name: "c", label: {{"en": "C"}})],
                "m": [(name: "x", label: {{"en": "X"}}), (name: "y", label: {{"en": "Y"}})],
            }}, body: [
                SelectOne(name: "first", choices: "l", label: {{"en": "First"}}),
                Calculate(name: "counted", calculation: "if(${{first}} = 'a', 1, 0)"),
                SelectOne(name: "second", choices: "m", label: {{"en": "Second"}}, relevant: "{}", required: {required}),
            ])"#,
            self.relevant
        );
        let mut columns = Columns::default();
        columns.add_version(&Codebook::of_text(&text, &[], "v1").unwrap());
        let mut second =
            [vec!["x"; usize::try_from(self.second[0]).unwrap()], vec!["y"; usize::try_from(self.second[1]).unwrap()]]
                .concat()
                .into_iter();
        let mut number = 0;
        for (at, count) in self.first.iter().enumerate() {
            for _ in 0..*count {
                let pick = ["a", "b", "c"].get(at).map_or(Entry::Blank, |pick| choice(pick));
                let mut entries = vec![("first", pick)];
                if self.under.contains(&at) {
                    entries.push(("second", second.next().map_or(Entry::Blank, choice)));
                }
                let response = response(number, tree(entries));
                columns.push(&response.head, ResponseState::Final, &response.answers);
                number += 1;
            }
        }
        columns
    }

    /// Every world that a reader of the printed page, who knows the survey, cannot rule out.
    fn worlds(&self, total: u64, printed: &[Printed; 2]) -> Vec<World> {
        let mut worlds = Vec::new();
        for a in 0..=total {
            for b in 0..=total - a {
                for c in 0..=total - a - b {
                    let first = [a, b, c, total - a - b - c];
                    if !printed[0].agrees(&first[..3], first[3], 0) {
                        continue;
                    }
                    let asked = self.asked(&World { first, second: [0, 0] });
                    for x in 0..=asked {
                        let least = if self.required { asked - x } else { 0 };
                        for y in least..=asked - x {
                            if printed[1].agrees(&[x, y], asked - x - y, total - asked) {
                                worlds.push(World { first, second: [x, y] });
                            }
                        }
                    }
                }
            }
        }
        worlds
    }
}

/// What a page tells of a question; nothing where it is withheld.
#[derive(Debug)]
struct Printed {
    counts: Vec<Option<u64>>,
    n: Option<u64>,
    silent: Option<u64>,
    not_asked: Option<u64>,
}

impl Printed {
    fn of(chart: &Chart) -> Self {
        let counts = chart.bars.iter().map(|bar| bar.figure.parse().ok()).collect();
        let of = |word| base(chart, word);
        Self { counts, n: of("answered "), silent: of("no answer "), not_asked: of("not asked ") }
    }

    fn agrees(&self, counts: &[u64], silent: u64, not_asked: u64) -> bool {
        let same = |printed: Option<u64>, count: u64| printed.is_none_or(|printed| printed == count);
        self.counts.iter().zip(counts).all(|(printed, count)| same(*printed, *count))
            && same(self.n, counts.iter().sum())
            && same(self.silent, silent)
            && same(self.not_asked, not_asked)
    }
}

fn linked() -> impl Strategy<Value = Linked> {
    let count = || prop_oneof![2 => 0_u64..4, 1 => 4_u64..8];
    let first = [count().boxed(), count().boxed(), count().boxed(), (0_u64..3).boxed()];
    (first, prop::sample::select(CONDITIONS.to_vec()), (0_u64..=100, 0_u64..=100), any::<bool>()).prop_map(
        |(first, (relevant, under), (x, y), required)| {
            let asked: u64 = under.iter().map(|at| first[*at]).sum();
            let given = if required { asked } else { asked * y / 100 };
            let x = given * x / 100;
            Linked { first, relevant, under, second: [x, given - x], required }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_base_of_a_question_does_not_give_away_what_it_hangs_on(linked in linked()) {
        let total: u64 = linked.first.iter().sum();
        let (_, document) = made(&linked.columns(), &plan(Class::Public));
        if total < LEAST {
            prop_assert!(charts(&document).next().is_none());
            return Ok(());
        }
        let printed: Vec<Printed> = charts(&document).map(Printed::of).collect();
        let printed: [Printed; 2] = printed.try_into().unwrap();
        let truth = World { first: linked.first, second: linked.second };
        let worlds = linked.worlds(total, &printed);
        prop_assert!(worlds.contains(&truth), "what is printed is true: {:?}", printed);
        for (at, count) in printed[0].counts.iter().enumerate() {
            let other = worlds.iter().any(|world| world.first[at] != truth.first[at]);
            prop_assert!(count.is_some() || other, "choice {} of the first: {:?}", at, printed);
        }
        for (at, count) in printed[1].counts.iter().enumerate() {
            let small = (1..LEAST).contains(&truth.second[at]);
            prop_assert!(!small || count.is_none(), "a small count: {:?}", printed);
            let other = worlds.iter().any(|world| world.second[at] != truth.second[at]);
            prop_assert!(!small || other, "choice {} of the second: {:?}", at, printed);
        }
    }
}

#[test]
fn a_base_that_tells_nothing_new_is_printed() {
    let linked =
        Linked { first: [12, 9, 8, 0], relevant: "${first} = 'a'", under: &[0], second: [7, 5], required: true };
    let (_, document) = made(&linked.columns(), &plan(Class::Public));
    let text = document_text(&document, 80);
    assert!(text.contains("answered 12") && text.contains("not asked 17"), "{text}");
    let linked = Linked { first: [12, 9, 2, 0], ..linked };
    let (_, document) = made(&linked.columns(), &plan(Class::Public));
    let shown: Vec<Printed> = charts(&document).map(Printed::of).collect();
    // Two of the first and the next smallest are withheld; how many took the first choice is not, so neither is the base.
    assert_eq!((&shown[0].counts[..], shown[1].n), (&[Some(12), None, None][..], Some(12)));
    let linked = Linked { first: [6, 9, 2, 0], second: [6, 0], ..linked };
    let (_, document) = made(&linked.columns(), &plan(Class::Public));
    let shown: Vec<Printed> = charts(&document).map(Printed::of).collect();
    assert_eq!(shown[0].counts, [None, Some(9), None]);
    assert_eq!((shown[1].n, shown[1].not_asked, &shown[1].counts[..]), (None, None, &[None, Some(0)][..]));
}

#[test]
fn what_is_marked_is_not_for_everyone() {
    let text = r#"Survey(id: "intake", version: "1", title: {"en": "Intake"}, choices: {"l": [(name: "a", label: {"en": "A"})]}, body: [
        SelectOne(name: "first", choices: "l", label: {"en": "Illness"}, privacy: Sensitive),
        Integer(name: "people", label: {"en": "Visits of the doctor"}, relevant: "${first} = 'a'"),
        Integer(name: "area", label: {"en": "Balconies"}),
        Text(name: "note", label: {"en": "Called"}, privacy: Personal),
    ])"#;
    let mut columns = Columns::default();
    columns.add_version(&Codebook::of_text(text, &[], "v1").unwrap());
    for number in 0..9 {
        let (people, area) = (value(Value::Integer(3)), value(Value::Integer(7)));
        let note = value(Value::Text(format!("Zhang {number}")));
        let response =
            response(number, tree([("first", choice("a")), ("people", people), ("area", area), ("note", note)]));
        columns.push(&response.head, ResponseState::Final, &response.answers);
    }
    let told = |plan: &SummaryPlan| document_text(&made(&columns, plan).1, 80);
    for (texts, by) in [(false, None), (true, None), (true, Some(Axis::Kind))] {
        let public = told(&SummaryPlan { texts, by, ..plan(Class::Public) });
        assert!(public.contains("Balconies") && public.contains("left out: 3"), "{public}");
        assert!(!["Illness", "doctor", "Called", "Zhang"].iter().any(|word| public.contains(word)), "{public}");
        let office = told(&SummaryPlan { texts, by, ..plan(Class::Office) });
        assert!(office.contains("Illness") && office.contains("doctor") && !office.contains("left out"), "{office}");
    }
}

#[test]
fn a_poster_begins_with_what_was_answered_and_not_with_whether_anybody_was_asked() {
    let text = r#"Survey(id: "intake", version: "1", title: {"en": "Intake"}, choices: {
            "l": [(name: "a", label: {"en": "A"}), (name: "b", label: {"en": "B"})],
        }, body: [
        Acknowledge(name: "told", label: {"en": "Told them"}),
        SelectOne(name: "door", choices: "l", label: {"en": "Opened"}),
        Group(name: "inside", relevant: "${door} = 'a'", body: [
            SelectOne(name: "first", choices: "l", label: {"en": "First"}),
            SelectOne(name: "second", choices: "l", label: {"en": "Second"}, relevant: "${first} = 'a'"),
            SelectOne(name: "third", choices: "l", label: {"en": "Third"}),
        ]),
    ])"#;
    let mut columns = Columns::default();
    columns.add_version(&Codebook::of_text(text, &[], "v1").unwrap());
    for number in 0..9 {
        let picks = [("first", choice("a")), ("second", choice("b")), ("third", choice("a"))];
        let entries = [("told", choice("OK")), ("door", choice("a"))].into_iter().chain(picks);
        let response = response(number, tree(entries));
        columns.push(&response.head, ResponseState::Final, &response.answers);
    }
    let summary = Summary::new(&columns, &Filter::default()).unwrap();
    let l = Locale::new(&Lang::new("en"));
    let headings = |plan: &SummaryPlan| -> Vec<String> {
        let poster = poster_document(&l, &columns, &summary, plan, at(9));
        let heading = |block: &Block| match block {
            Block::Heading(2, words) => Some(words.clone()),
            _ => None,
        };
        poster.blocks.iter().filter_map(heading).collect()
    };
    assert_eq!(headings(&plan(Class::Public)), ["First", "Second", "Third"]);
    let door = babahui::domain::tally::columns_named(&columns, "door").unwrap();
    let asked = SummaryPlan { questions: door, ..plan(Class::Public) };
    assert_eq!(headings(&asked), ["Opened"], "what is asked for by name stands there");
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
