//! 打印: from any screen one key opens the reports, the page is looked at, and one key keeps them.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use std::{fs, path::Path, sync::OnceLock};

use babahui::{
    app::{BrowseFilter, Place, demo},
    domain::{MeetingId, matter::Matters, visit::Rounds},
    ui::Driver,
};

/// The demo in a copy of its own, at a place.
fn at(lang: &str, size: (u16, u16), place: impl Fn(MeetingId) -> Place, keys: &str) -> (tempfile::TempDir, Driver) {
    static BUILT: OnceLock<tempfile::TempDir> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        demo::build(dir.path()).unwrap();
        dir
    });
    let dir = tempfile::tempdir().unwrap();
    copy(built.path(), dir.path());
    let ctx = support::ctx(dir.path(), lang);
    let meeting = ctx.store.meetings().unwrap().iter().find(|row| row.title.contains("第四次")).unwrap().id;
    let mut driver = Driver::new(ctx, &place(meeting), size);
    driver.settle();
    driver.keys(keys).settle();
    (dir, driver)
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

fn summary(_: MeetingId) -> Place {
    Place::Summary { survey: Some("courtyard-intake".into()), filter: BrowseFilter::all() }
}

fn minutes(meeting: MeetingId) -> Place {
    Place::Minutes { meeting }
}

fn kept(dir: &tempfile::TempDir) -> Vec<String> {
    let Ok(files) = fs::read_dir(dir.path().join("reports")) else { return Vec::new() };
    let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn pictures() {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            for (name, place, keys) in [
                ("summary", summary as fn(MeetingId) -> Place, "C-x"),
                ("evening", minutes, "C-x Up*9"),
                ("narrower", minutes, "C-x F6 F9"),
            ] {
                let (_dir, driver) = at(lang, size, place, keys);
                insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
            }
        }
    }
}

#[test]
fn the_evening_pack_is_kept_with_one_key_after_the_meeting() {
    let (dir, mut driver) = at("zh-CN", (80, 24), minutes, "C-x Up*9");
    assert!(driver.text().contains("> 散会一套"), "{}", driver.text());
    driver.keys("F9").settle();
    assert!(driver.text().contains("4 份已保存到"), "{}", driver.text());
    let names = kept(&dir);
    let words: Vec<&str> = names.iter().filter_map(|name| name.split('-').next()).collect();
    assert_eq!(words, ["actions", "fund", "minutes", "posting"]);
    assert!(names.iter().all(|name| !name.contains(".part")));
    driver.keys("Esc");
    assert!(driver.text().contains("会议纪要"), "the way back leads where one came from: {}", driver.text());
}

#[test]
fn a_narrower_circle_takes_a_second_press_once() {
    let (dir, mut driver) = at("en", (120, 40), minutes, "C-x F6 F9");
    assert!(driver.text().contains("printing it is logged"), "{}", driver.text());
    assert!(kept(&dir).is_empty(), "asked first");
    driver.keys("F9").settle();
    assert_eq!(kept(&dir).len(), 1);
    driver.keys("F9").settle();
    assert_eq!(kept(&dir).len(), 2, "agreed to once");
}

#[test]
fn what_is_filtered_on_screen_is_what_is_printed() {
    let (_dir, mut driver) = at("zh-CN", (120, 40), summary, "F6 text:坝坝会 Enter C-x");
    driver.settle();
    let text = driver.text();
    assert!(text.contains("院落坝坝会") && text.contains("54 份答卷"), "{text}");
}

/// The reports offered at a place, the one chosen first.
fn offered(place: impl Fn(&mut babahui::app::Ctx) -> Place) -> String {
    let (dir, _) = at("zh-CN", (120, 40), minutes, "");
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let place = place(&mut ctx);
    let mut driver = Driver::new(ctx, &place, (120, 40));
    driver.settle();
    driver.keys("C-x").settle();
    driver.text()
}

#[test]
fn visits_and_matters_offer_their_own_reports_first() {
    let round =
        |ctx: &mut babahui::app::Ctx| ctx.hold_register::<Rounds>().unwrap().rounds().next().map(|(id, _)| id).unwrap();
    let matter = |ctx: &mut babahui::app::Ctx| {
        let matters = ctx.hold_register::<Matters>().unwrap();
        matters.matters().find(|(_, matter)| matter.about.title.contains("车棚")).map(|(id, _)| id).unwrap()
    };
    let route = offered(|ctx| Place::Route { round: round(ctx), who: None, door: None });
    assert!(route.contains("> 走访路线") && route.contains("内部使用"), "{route}");
    let coverage = offered(|ctx| Place::Coverage { round: round(ctx) });
    assert!(coverage.contains("> 走访进度") && coverage.contains("按微网格"), "{coverage}");
    let first = offered(|_| Place::Rounds);
    assert!(first.contains("> 走访进度") && first.contains("回访抽查"), "the round of the cursor: {first}");
    let thread = offered(|ctx| Place::Matter { matter: matter(ctx) });
    assert!(thread.contains("> 事项全过程") && thread.contains("来龙去脉"), "{thread}");
    let list = offered(|_| Place::Matters);
    assert!(list.contains("> 事项清单") && list.contains("没办完"), "{list}");
    assert!(!list.contains("不办了（"), "what is not on view is not printed: {list}");
}
