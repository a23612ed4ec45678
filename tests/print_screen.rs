//! 打印: from any screen one key opens the reports, the page is looked at, and one key keeps them.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "../src/report/pdf/boxes.rs"]
mod boxes;
mod support;

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex, OnceLock},
};

use babahui::{
    app::{
        BrowseFilter, Place, demo,
        printing::{PaperJob, Printer, PrinterFault, PrinterState, Spool},
    },
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

/// A printing of three printers that keeps what it is sent; nothing of the machine is asked.
#[derive(Default)]
struct Three(Mutex<Vec<String>>);

impl Spool for Three {
    fn printers(&self) -> Result<Vec<Printer>, PrinterFault> {
        let printer = |name: &str, usual, state| Printer { name: name.into(), usual, state };
        Ok(vec![
            printer("Office", true, PrinterState::Ready),
            printer("居委会彩打", false, PrinterState::Paused),
            printer("Street-Office-2nd-floor-copier", false, PrinterState::Refusing),
        ])
    }

    fn send(&self, printer: &str, job: &PaperJob<'_>) -> Result<(), PrinterFault> {
        let whole = fs::read(job.file).is_ok_and(|bytes| bytes.starts_with(b"%PDF"));
        let line = format!("{printer} {} {:?} x{} {whole}", job.title, job.page.paper, job.copies);
        self.0.lock().unwrap().push(line);
        Ok(())
    }
}

/// A computer that cannot print.
struct Without;

impl Spool for Without {
    fn printers(&self) -> Result<Vec<Printer>, PrinterFault> {
        Err(PrinterFault::None)
    }

    fn send(&self, _: &str, _: &PaperJob<'_>) -> Result<(), PrinterFault> {
        Err(PrinterFault::None)
    }
}

#[test]
fn pictures_of_printers() {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            let (_dir, mut driver) = at(lang, size, minutes, "C-x");
            driver.ctx_mut().spool = Arc::new(Three::default());
            driver.keys("F3").settle();
            driver.keys("Down");
            insta::assert_snapshot!(format!("printers-{lang}-{}x{}", size.0, size.1), driver.text());
        }
    }
}

#[test]
fn the_printer_chosen_is_kept_for_next_time_and_gets_as_many_as_asked_for() {
    let (dir, mut driver) = at("zh-CN", (120, 40), minutes, "C-x");
    let spool = Arc::new(Three::default());
    driver.ctx_mut().spool = spool.clone();
    let font = dir.path().join("boxes.ttf");
    let mut characters: Vec<char> = (' '..='~').chain('\u{4e00}'..='\u{9fa5}').collect();
    characters.extend("·—‘’“”…、。《》「」【】！（），：；？￥".chars());
    characters.sort_unstable();
    fs::write(&font, boxes::font(&characters)).unwrap();
    driver.ctx_mut().settings.font = Some(font.display().to_string());
    driver.keys("F4").settle();
    assert!(driver.text().contains("已送打印机 Office：1 份"), "the usual one: {}", driver.text());
    driver.keys("F3").settle();
    driver.keys("Down Enter + + -").settle();
    assert!(driver.text().contains("打印机 居委会彩打"), "{}", driver.text());
    driver.keys("F4").settle();
    assert!(driver.text().contains("它暂停了"), "{}", driver.text());
    driver.keys("F3").settle();
    driver.keys("Down Enter F4").settle();
    assert!(driver.text().contains("现在不收文件"), "{}", driver.text());
    let sent = spool.0.lock().unwrap().clone();
    assert_eq!(
        sent,
        [
            "Office 第四次坝坝会：七件事定下来 会议纪要 A4 x1 true",
            "居委会彩打 第四次坝坝会：七件事定下来 会议纪要 A4 x2 true"
        ]
    );
    let settings = fs::read_to_string(dir.path().join("settings.ron")).unwrap();
    assert!(settings.contains("Street-Office-2nd-floor-copier"), "{settings}");
}

#[test]
fn without_a_printer_the_list_says_what_to_do_and_the_report_stays_in_sight() {
    let (_dir, mut driver) = at("zh-CN", (80, 24), minutes, "C-x");
    driver.ctx_mut().spool = Arc::new(Without);
    driver.keys("F3").settle();
    assert!(driver.text().contains("没有设打印机"), "{}", driver.text());
    driver.keys("Enter Esc").settle();
    assert!(driver.text().contains("七件事定下来") && driver.text().contains("打印机 默认那台"), "{}", driver.text());
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
