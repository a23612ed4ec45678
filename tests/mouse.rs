//! The mouse on every list: a click selects, a click on what is selected opens it, the wheel moves.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;

use babahui::{
    app::{BrowseFilter, Place},
    ui::Driver,
};

/// The row of the screen that holds these words.
fn row(driver: &Driver, words: &str) -> usize {
    let text = driver.text();
    text.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("no {words} in\n{text}"))
}

/// Clicks into the line that holds these words.
fn click(driver: &mut Driver, words: &str) {
    let script = format!("click:10,{}", row(driver, words));
    driver.keys(&script);
}

/// The line the cursor is on.
fn selected(driver: &Driver) -> String {
    driver.text().lines().find(|line| line.trim_start().starts_with('>')).unwrap_or_default().to_owned()
}

fn open(place: &Place) -> (tempfile::TempDir, Driver) {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "en");
    support::sessions(&mut ctx);
    (dir, Driver::new(ctx, place, (80, 24)))
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let (_dir, mut driver) = open(&Place::Sessions);
    click(&mut driver, "第9次院落坝坝会");
    assert!(selected(&driver).contains("第9次院落坝坝会"), "{}", driver.text());
    assert_eq!(driver.place(), Place::Sessions);
    click(&mut driver, "第9次院落坝坝会");
    assert!(matches!(driver.place(), Place::SessionEdit { session: Some(_) }));

    let (_dir, mut driver) = open(&Place::Surveys);
    click(&mut driver, "Micro");
    assert!(selected(&driver).contains("Micro"), "{}", driver.text());
    click(&mut driver, "Micro");
    assert!(matches!(driver.place(), Place::NewResponse { survey: Some(_), .. }));
}

#[test]
fn a_click_in_help_and_palette_does_what_it_hits() {
    let (_dir, mut driver) = open(&Place::Home);
    driver.keys("F1");
    click(&mut driver, "surveys");
    click(&mut driver, "surveys");
    assert_eq!(driver.place(), Place::Surveys);
    driver.keys("C-p text:settings");
    click(&mut driver, "设置");
    assert_eq!(driver.place(), Place::Settings, "{}", driver.text());
}

#[test]
fn a_click_beside_all_rows_does_nothing() {
    let (_dir, mut driver) = open(&Place::Sessions);
    let before = driver.text();
    driver.keys("click:10,20 click:0,0 click:79,23 click:10,20");
    assert_eq!(driver.text(), before);
}

#[test]
fn a_click_goes_to_a_field_and_shows_its_next_value() {
    let (_dir, mut driver) = open(&Place::Settings);
    click(&mut driver, "Lines");
    assert!(selected(&driver).contains("Lines"), "{}", driver.text());
    let before = selected(&driver);
    click(&mut driver, "Lines");
    assert_ne!(selected(&driver), before);
    click(&mut driver, "Surveyor");
    driver.keys("text:李");
    assert!(selected(&driver).contains("张三李"), "{}", driver.text());
}

#[test]
fn the_wheel_moves_in_lists() {
    let (_dir, mut driver) = open(&Place::Home);
    let first = selected(&driver);
    driver.keys("wheel:down");
    assert_ne!(selected(&driver), first);
    driver.keys("wheel:up wheel:up");
    assert_eq!(selected(&driver), first);
}

#[test]
fn a_click_narrows_the_list_of_responses() {
    let (_dir, mut driver) = open(&Place::Browse { filter: BrowseFilter::all() });
    driver.keys("click:4,2");
    assert!(driver.text().contains('<'), "{}", driver.text());
    driver.keys("click:4,2");
    assert!(driver.text().contains("/ "), "the values as a list\n{}", driver.text());
}
