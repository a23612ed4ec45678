//! The way through a survey: pages, what is still to answer, the tree.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "form/script.rs"]
mod script;

use babahui::domain::survey::{IssueKind, Page, Progress, Rows, Standing};
use script::{Script, env, form};

const BODY: &str = r#"
    Note(name: "hello", label: "h"),
    Integer(name: "people", label: "p", required: true),
    Group(name: "home", label: "g", appearance: "field-list", body: [
        Integer(name: "rooms", label: "r", constraint: ". < 20"),
        Group(name: "more", label: "m", body: [Integer(name: "floor", label: "f", relevant: "${rooms} > 1")]),
        Calculate(name: "sum", calculation: "${rooms} + 1"),
    ]),
    Group(name: "late", label: "l", relevant: "${people} > 1", body: [Text(name: "why", label: "w"), Text(name: "who", label: "w")]),
    Repeat(name: "pet", label: "pet", body: [Text(name: "kind", label: "k"), Integer(name: "legs", label: "l", required: true)]),
    Repeat(name: "person", label: "m", count: "${people}", appearance: "field-list", body: [Text(name: "name", label: "n"), Integer(name: "age", label: "a")]),
    Text(name: "end", label: "e"),
"#;

fn walk(script: &Script<'_>) -> Vec<String> {
    let mut pages = Vec::new();
    let mut next = script.draft.first_page();
    while let Some(page) = next {
        let path = script.draft.path_of(page.at()).unwrap().to_string();
        pages.push(path.trim_start_matches("/data/").to_owned());
        next = script.draft.next_page(page);
    }
    pages
}

#[test]
fn pages_follow_the_answers() {
    let mut script = Script::new(form("", BODY), env());
    assert_eq!(walk(&script), ["hello", "people", "home", "pet", "end"]);
    script.run("people = 2");
    assert_eq!(
        walk(&script),
        ["hello", "people", "home", "late/why", "late/who", "pet", "person[1]", "person[2]", "end"]
    );
    script.run("+ pet");
    assert_eq!(walk(&script)[4..8], ["late/who", "pet[1]/kind", "pet[1]/legs", "pet"]);
    script.run("people = 1");
    assert_eq!(walk(&script)[2..6], ["home", "pet[1]/kind", "pet[1]/legs", "pet"]);
}

#[test]
fn a_page_that_vanished_still_has_neighbours() {
    let mut script = Script::new(form("", BODY), env());
    script.run("people = 2");
    let gone = Page::Question(script.at("late/why"));
    script.run("people = 1");
    assert_eq!(script.draft.next_page(gone), Some(Page::Repeat(script.at("pet"))));
    assert_eq!(script.draft.previous_page(gone), Some(Page::FieldList(script.at("home"))));
    assert_eq!(script.draft.page_of(gone.at()), Some(Page::Repeat(script.at("pet"))));
}

#[test]
fn a_field_list_shows_what_is_relevant_in_it() {
    let mut script = Script::new(form("", BODY), env());
    let page = Page::FieldList(script.at("home"));
    assert_eq!(script.draft.page_items(page), ["home/rooms", "home/more"].map(|path| script.at(path)));
    script.run("home/rooms = 3");
    assert_eq!(
        script.draft.page_items(page),
        ["home/rooms", "home/more", "home/more/floor"].map(|path| script.at(path))
    );
    assert_eq!(script.draft.page_of(script.at("home/more/floor")), Some(page));
    script.run("people = 1");
    let person = script.at("person[1]");
    assert_eq!(script.draft.page_of(script.at("person[1]/age")), Some(Page::FieldList(person)));
}

#[test]
fn what_is_open_is_found_from_anywhere() {
    let mut script = Script::new(form("", BODY), env());
    let at = |script: &Script<'_>, path: &str| script.at(path);
    assert_eq!(script.draft.next_unanswered(at(&script, "hello")), Some(at(&script, "people")));
    assert_eq!(script.draft.next_unanswered(at(&script, "people")), Some(at(&script, "home/rooms")));
    assert_eq!(script.draft.next_unanswered(at(&script, "end")), Some(at(&script, "people")));
    assert_eq!(script.draft.next_invalid(at(&script, "hello")), None);
    script.run(
        "home/rooms = 30
         + pet",
    );
    assert_eq!(script.draft.next_invalid(at(&script, "end")), Some(at(&script, "home/rooms")));
    let issues: Vec<_> = script.draft.open_issues().map(|issue| (issue.at, issue.kind)).collect();
    assert_eq!(
        issues,
        [
            (at(&script, "people"), IssueKind::Blank),
            (at(&script, "home/rooms"), IssueKind::Violation),
            (at(&script, "pet[1]/legs"), IssueKind::Blank),
        ]
    );
    assert_eq!(script.draft.next_issue(at(&script, "home/rooms")), Some(at(&script, "pet[1]/legs")));
}

#[test]
fn the_tree_counts_as_answers_come() {
    let mut script = Script::new(form("", BODY), env());
    let home = script.at("home");
    assert_eq!(script.draft.progress(home), Progress { answered: 0, asked: 1, invalid: 0, issues: 0 });
    script.run(
        "home/rooms = 4
         home/more/floor = 6
         + pet
         + pet
         pet[2]/legs = 4",
    );
    assert_eq!(script.draft.progress(home), Progress { answered: 2, asked: 2, invalid: 0, issues: 0 });
    assert_eq!(script.draft.progress(script.at("pet")), Progress { answered: 1, asked: 4, invalid: 0, issues: 1 });
    assert_eq!(script.draft.progress(script.at("pet[2]")), Progress { answered: 1, asked: 2, invalid: 0, issues: 0 });
    assert_eq!(script.draft.question_number(script.at("pet[1]/kind")), (4, 8));
    let rows = script.draft.rows(Rows::All, 0, 9);
    let shape: Vec<(String, usize, Standing)> =
        rows.iter().map(|row| (script.draft.node(row.at).name.to_string(), row.depth, row.standing)).collect();
    let expected = [
        ("hello", 0, Standing::Blank),
        ("people", 0, Standing::Blank),
        ("home", 0, Standing::Blank),
        ("rooms", 1, Standing::Answered),
        ("more", 1, Standing::Blank),
        ("floor", 2, Standing::Answered),
        ("late", 0, Standing::Hidden),
        ("why", 1, Standing::Hidden),
        ("who", 1, Standing::Hidden),
    ];
    assert_eq!(shape, expected.map(|(name, depth, standing)| (name.to_owned(), depth, standing)));
    let pets = script.draft.row_of(Rows::Relevant, script.at("pet"));
    let depths: Vec<usize> = script.draft.rows(Rows::Relevant, pets, 4).iter().map(|row| row.depth).collect();
    assert_eq!(depths, [0, 1, 2, 2]);
}
