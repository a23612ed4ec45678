//! Looking through the responses as an organiser does: finding, reading, correcting, returning, approving, deleting.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;

use std::{path::Path, sync::Arc};

use babahui::{
    app::{Beginning, BrowseFilter, Ctx, Filling, FixedClock, Place, Step},
    domain::{
        ResponseId, SessionId,
        record::ResponseHistory,
        survey::{Door, ResponseState},
    },
    import::SurveyFile,
    ui::Driver,
};
use chrono::TimeDelta;

/// A store with responses, and the ids to speak of them.
struct World {
    dir: tempfile::TempDir,
    clock: Arc<FixedClock>,
    ids: Vec<ResponseId>,
}

/// The answers of the first response.
const FIRST: &[(&str, &str)] = &[
    ("called", "张嬢嬢"),
    ("home/people", "2"),
    ("+home/member", ""),
    ("home/member[1]/who", "老伴"),
    ("home/member[1]/age", "71"),
    ("+home/member", ""),
    ("home/member[2]/who", "孙女"),
    ("concerns", "facade ebike"),
    ("why", "充电桩离远点"),
    ("phone", "!refused"),
];

impl World {
    /// Two at the same door, one elsewhere, one for another survey and no session, one under way.
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut world = Self { dir, clock: Arc::new(FixedClock::new(support::now())), ids: Vec::new() };
        let mut ctx = world.ctx("zh-CN");
        world.clock.advance(-TimeDelta::days(2));
        let sessions = support::sessions(&mut ctx);
        let (chat, meeting) = (Some(sessions[0]), Some(sessions[1]));
        world.fill(&mut ctx, "door", meeting, "3-2-501", "张三", FIRST, true);
        let second = [("called", "张大爷"), ("home/people", "3"), ("concerns", "facade")];
        world.fill(&mut ctx, "door", meeting, "3-2-501", "李四", &second, true);
        world.fill(&mut ctx, "door", chat, "10-1-101", "李四", &[("called", "王师傅"), ("phone", "8401")], true);
        world.fill(&mut ctx, "twenty", None, "2-1-202", "张三", &[("q01", "yes")], true);
        world.fill(&mut ctx, "door", meeting, "3-1-102", "张三", &[("called", "周先生")], false);
        drop(ctx);
        world
    }

    fn ctx(&self, lang: &str) -> Ctx {
        let mut ctx = support::ctx(self.dir.path(), lang);
        ctx.clock = Box::new(Arc::clone(&self.clock));
        for file in ["door", "twenty"] {
            let path = format!("{}/tests/definitions/{file}.ron", env!("CARGO_MANIFEST_DIR"));
            ctx.library.put(SurveyFile::open(Path::new(&path)).unwrap());
        }
        ctx
    }

    /// Fills a response, an hour after the one before, a minute an answer.
    #[allow(clippy::too_many_arguments, reason = "a row of a table")]
    fn fill(
        &mut self,
        ctx: &mut Ctx,
        survey: &str,
        session: Option<SessionId>,
        door: &str,
        surveyor: &str,
        answers: &[(&str, &str)],
        to_the_end: bool,
    ) {
        self.clock.advance(TimeDelta::hours(1));
        let mut parts = door.split('-').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        let door = Door { building: part(), entrance: part(), household: part() };
        let (survey, form) = ctx.survey_to_fill(survey).unwrap();
        let begin = Beginning { survey, form, session, door, surveyor: surveyor.into() };
        let mut filling = Filling::begin(ctx, begin).unwrap();
        for (path, answer) in answers {
            self.clock.advance(TimeDelta::minutes(1));
            let edit = Step::read(path, answer).edit(filling.draft()).unwrap();
            let _changes = filling.edit(ctx, edit).unwrap();
        }
        self.ids.push(filling.head().id);
        if to_the_end {
            filling.finalise(ctx).unwrap();
        }
    }

    fn driver(&self, lang: &str, place: &Place, size: (u16, u16)) -> Driver {
        Driver::new(self.ctx(lang), place, size)
    }

    fn browse(&self) -> Driver {
        self.driver("zh-CN", &Place::Browse { filter: BrowseFilter::all() }, (100, 24))
    }

    fn response(&self, at: usize) -> Driver {
        self.driver("zh-CN", &Place::Response { response: self.ids[at] }, (100, 30))
    }

    fn history(&self, driver: &Driver, at: usize) -> ResponseHistory {
        driver.ctx().store.response(self.ids[at]).unwrap().unwrap()
    }
}

fn filter(driver: &Driver) -> BrowseFilter {
    match driver.place() {
        Place::Browse { filter } => filter,
        other => panic!("{other:?}"),
    }
}

/// Whether the list shows exactly these doors, in this order.
fn shows(driver: &Driver, doors: &[&str]) {
    let text = driver.text();
    let all = ["3-2-501", "10-1-101", "2-1-202", "3-1-102"];
    let found: Vec<_> = text.split_whitespace().filter(|word| all.contains(word)).collect();
    assert_eq!(found, doors, "{text}");
}

#[test]
fn all_responses_stand_newest_first_drafts_before_them() {
    let world = World::new();
    let driver = world.browse();
    shows(&driver, &["3-1-102", "2-1-202", "10-1-101", "3-2-501", "3-2-501"]);
    let text = driver.text();
    for words in ["1 份草稿", "4 份答卷", "草稿", "已完成", "重复", "王师傅", "李四", "上门问一问", "第9次院落坝"]
    {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert_eq!(text.matches("重复").count(), 2, "{text}");
}

#[test]
fn the_list_is_narrowed_by_each_of_its_facets() {
    let world = World::new();
    let mut driver = world.browse();
    // Survey: the first of them, then any again.
    driver.keys("Tab Right");
    assert_eq!(filter(&driver).survey.as_deref(), Some("door"));
    shows(&driver, &["3-1-102", "10-1-101", "3-2-501", "3-2-501"]);
    driver.keys("Delete");
    assert_eq!(filter(&driver), BrowseFilter::all());
    // Session: chosen from a list by its words.
    driver.keys("Tab Enter text:充电 Enter");
    assert!(filter(&driver).session.is_some(), "{}", driver.text());
    shows(&driver, &["10-1-101"]);
    assert!(driver.text().contains("龙门阵"), "{}", driver.text());
    driver.keys("F5");
    // State.
    driver.keys("Tab*3 Right");
    assert_eq!(filter(&driver).state, Some(ResponseState::Draft));
    shows(&driver, &["3-1-102"]);
    driver.keys("Right");
    shows(&driver, &["2-1-202", "10-1-101", "3-2-501", "3-2-501"]);
    driver.keys("F5");
    // Place: buildings in the order of their numbers, each before its entrances.
    driver.keys("Tab*4 Left");
    assert_eq!((filter(&driver).building.as_str(), filter(&driver).entrance.as_str()), ("10", "1"));
    shows(&driver, &["10-1-101"]);
    driver.keys("Left*3");
    assert_eq!((filter(&driver).building.as_str(), filter(&driver).entrance.as_str()), ("3", ""));
    shows(&driver, &["3-1-102", "3-2-501", "3-2-501"]);
    driver.keys("F5");
    // Surveyor, going backwards.
    driver.keys("BackTab*2 Enter text:李 Enter");
    assert_eq!(filter(&driver).surveyor.as_deref(), Some("李四"));
    shows(&driver, &["10-1-101", "3-2-501"]);
    driver.keys("F5");
    // Days, typed.
    driver.keys("BackTab Enter text:\"11-11 11-12\" Enter");
    shows(&driver, &[]);
    assert!(driver.text().contains("没有对得上的答卷"), "{}", driver.text());
    driver.keys("BackTab Enter text:11-10 Enter");
    shows(&driver, &["3-1-102", "2-1-202", "10-1-101", "3-2-501", "3-2-501"]);
}

#[test]
fn typing_searches_doors_names_and_answers_and_the_place_keeps_it() {
    let world = World::new();
    let mut driver = world.browse();
    driver.keys("text:充电桩");
    shows(&driver, &["3-2-501"]);
    assert_eq!(filter(&driver).text, "充电桩");
    assert!(driver.text().contains("1 份答卷"), "{}", driver.text());
    driver.keys("C-u text:10-1");
    shows(&driver, &["10-1-101"]);
    // Opened again as after a crash.
    let place = driver.place();
    drop(driver);
    let again = world.driver("zh-CN", &place, (100, 24));
    shows(&again, &["10-1-101"]);
    assert!(again.text().contains("10-1"), "{}", again.text());
}

#[test]
fn a_draft_is_found_by_what_was_typed_into_it() {
    let world = World::new();
    let mut driver = world.browse();
    driver.keys("text:周先");
    shows(&driver, &["3-1-102"]);
    assert!(driver.text().contains("1 份草稿"), "{}", driver.text());
    driver.keys("text:生 paste:\" 102\"");
    shows(&driver, &["3-1-102"]);
    driver.keys("C-u text:王师傅");
    shows(&driver, &["10-1-101"]);
    // Typed over, the old words find it no more.
    drop(driver);
    let mut ctx = world.ctx("zh-CN");
    let (mut filling, _) = ctx.open_draft(world.ids[4]).unwrap();
    let edit = Step::read("called", "周老师").edit(filling.draft()).unwrap();
    let _changes = filling.edit(&mut ctx, edit).unwrap();
    let drafts = ctx.store.drafts_to_search().unwrap();
    assert_eq!(["周先生", "周老师 3-1-102", "张三"].map(|words| drafts[0].is_found(words)), [false, true, true]);
}

#[test]
fn a_draft_opens_to_be_filled_and_a_finished_response_to_be_read() {
    let world = World::new();
    let mut driver = world.browse();
    driver.keys("Enter");
    assert!(matches!(driver.place(), Place::Entry { response, .. } if response == world.ids[4]), "{}", driver.text());
    driver.keys("Esc Down*2 Enter");
    assert_eq!(driver.place(), Place::Response { response: world.ids[2] });
    driver.keys("Esc");
    assert_eq!(driver.place(), Place::Browse { filter: BrowseFilter::all() });
}

#[test]
fn a_response_shows_its_answers_in_the_words_of_its_survey() {
    let world = World::new();
    let mut driver = world.response(0);
    let text = driver.text();
    for words in [
        "答卷  3栋2单元501",
        "上门问一问",
        "版本 3",
        "第9次院落坝坝会",
        "张嬢嬢家住几个人？",
        "家庭成员 2",
        "孙女",
        "多大岁数？",
        "外墙脱落、非机动车停车、充电",
        "拒答",
        "未答",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    // In the other language at once.
    driver.keys("F10");
    let text = driver.text();
    for words in ["How many live with 张嬢嬢?", "Member 2", "Facade peeling", "no answer"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn the_other_at_the_same_door_is_named_and_one_key_away() {
    let world = World::new();
    let mut driver = world.response(0);
    assert!(driver.text().contains("同一户、同一场还有 1 份答卷（李四"), "{}", driver.text());
    driver.keys("Enter");
    assert_eq!(driver.place(), Place::Response { response: world.ids[1] });
    let alone = world.response(2);
    assert!(!alone.text().contains("同一户"), "{}", alone.text());
}

#[test]
fn a_response_that_came_in_without_its_trail_is_corrected_from_its_answers() {
    let world = World::new();
    let mut ctx = world.ctx("en");
    let mut response = ctx.store.response(world.ids[0]).unwrap().unwrap().current().unwrap().response.clone();
    response.head.id = ResponseId(ctx.new_id());
    response.audit.clear();
    let (id, answers) = (response.head.id, response.answers.clone());
    ctx.write(|store, stamp| store.import(vec![response], stamp)).unwrap();
    ctx.begin_correction(id, "misheard").unwrap();
    let (mut filling, _) = ctx.open_draft(id).unwrap();
    filling.finalise(&mut ctx).unwrap();
    let history = ctx.store.response(id).unwrap().unwrap();
    assert_eq!(history.revisions.len(), 2);
    assert_eq!(history.current().unwrap().response.answers, answers);
}

#[test]
fn a_correction_needs_a_reason_and_makes_a_second_revision_beside_the_first() {
    let world = World::new();
    let mut driver = world.response(2);
    driver.keys("F6 Enter");
    assert!(driver.text().contains("写一句原因"), "{}", driver.text());
    driver.keys("text:电话写错了 Enter");
    assert!(matches!(driver.place(), Place::Entry { .. }), "{}", driver.text());
    // Left and gone on with later: the reason is not asked again.
    driver.keys("Esc");
    drop(driver);
    let mut driver = world.response(2);
    assert!(driver.text().contains("更正做到一半"), "{}", driver.text());
    driver.keys("F6 F9");
    assert!(matches!(driver.place(), Place::Review { .. }), "{}", driver.text());
    driver.keys("End Up Enter C-u text:8402 Enter F9 C-s");
    assert_eq!(driver.place(), Place::Response { response: world.ids[2] }, "{}", driver.text());
    let text = driver.text();
    assert!(text.contains("第 2 版") && text.contains("电话写错了") && text.contains("8402"), "{text}");

    let history = world.history(&driver, 2);
    assert_eq!(history.revisions.len(), 2);
    assert_eq!(history.revisions[1].response.head.correction.as_deref(), Some("电话写错了"));
    assert_eq!(history.state, ResponseState::Final);

    driver.keys("F9");
    let text = driver.text();
    let phone = text.lines().find(|line| line.contains("电话") && line.contains("8401")).unwrap_or_default();
    assert!(phone.starts_with(" *") && phone.contains("8402"), "{text}");
    assert!(text.contains("改了 1 处") && text.contains("王师傅"), "{text}");
    driver.keys("Space");
    let text = driver.text();
    assert!(text.contains("8402") && !text.contains("怎么称呼您"), "only what changed\n{text}");
    // The first revision is still there to be read.
    driver.keys("Tab*2 Left");
    assert!(driver.text().contains("8401") && !driver.text().contains("8402"), "{}", driver.text());
}

#[test]
fn returning_and_approving_can_be_taken_back() {
    let world = World::new();
    let mut driver = world.response(1);
    driver.keys("F7 text:人数再核一下 Enter");
    let text = driver.text();
    assert!(text.contains("已退回") && text.contains("张三") && text.contains("人数再核一下"), "{text}");
    assert_eq!(world.history(&driver, 1).comment, "人数再核一下");
    driver.keys("C-u");
    assert_eq!(world.history(&driver, 1).state, ResponseState::Final);
    driver.keys("F8");
    assert!(driver.text().contains("审核通过"), "{}", driver.text());
    assert_eq!(world.history(&driver, 1).state, ResponseState::Approved);
    driver.keys("C-u");
    assert_eq!(world.history(&driver, 1).state, ResponseState::Final);
    // Nothing was decided any more: there is nothing to take back.
    driver.keys("C-u");
    assert_eq!(world.history(&driver, 1).state, ResponseState::Final);
}

#[test]
fn deleting_needs_a_reason_leaves_the_list_and_can_be_undone() {
    let world = World::new();
    let mut driver = world.browse();
    driver.keys("Down*3 Enter Delete text:填重了 Enter");
    let text = driver.text();
    assert!(text.contains("已删除") && text.contains("填重了"), "{text}");
    driver.keys("F6 F8");
    assert_eq!(world.history(&driver, 1).state, ResponseState::Deleted, "a deleted one is only looked at");
    driver.keys("Esc");
    shows(&driver, &["3-1-102", "2-1-202", "10-1-101", "3-2-501"]);
    assert!(!driver.text().contains("重复"), "{}", driver.text());
    driver.keys("Tab*3 Left");
    shows(&driver, &["3-2-501"]);
    driver.keys("Tab*4 Enter C-u");
    assert_eq!(world.history(&driver, 1).state, ResponseState::Final);
    driver.keys("Esc F5");
    shows(&driver, &["3-1-102", "2-1-202", "10-1-101", "3-2-501", "3-2-501"]);
}

#[test]
fn escape_leaves_a_reason_without_doing_anything() {
    let world = World::new();
    let mut driver = world.response(0);
    driver.keys("Delete text:手误 Esc");
    assert_eq!(driver.place(), Place::Response { response: world.ids[0] });
    assert_eq!(world.history(&driver, 0).state, ResponseState::Final);
}

#[test]
fn the_trail_tells_who_answered_what_when() {
    let world = World::new();
    let mut driver = world.response(0);
    driver.keys("C-t");
    let text = driver.text();
    for words in ["2024-11-10", "15:03:21", "15:04:21", "怎么称呼您？", "张嬢嬢", "2 是谁？", "加了一个", "拒答"]
    {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn a_store_that_another_program_holds_is_only_looked_at() {
    let world = World::new();
    let writer = world.ctx("zh-CN");
    let mut driver = world.response(0);
    let text = driver.text();
    assert!(text.contains("这里只能看") && !text.contains("更正"), "{text}");
    driver.keys("F6 text:x F7 Delete F8");
    assert_eq!(driver.place(), Place::Response { response: world.ids[0] });
    assert_eq!(writer.store.response(world.ids[0]).unwrap().unwrap().state, ResponseState::Final);
}

#[test]
fn a_long_list_is_read_a_window_at_a_time() {
    let mut world = World::new();
    let mut ctx = world.ctx("zh-CN");
    for n in 0..600 {
        world.fill(&mut ctx, "twenty", None, &format!("5-1-{n}"), "王五", &[], true);
    }
    drop(ctx);
    let mut driver = world.browse();
    driver.keys("text:5-1- PgDn*20");
    assert!(driver.text().contains("> ") && driver.text().contains("5-1-399"), "{}", driver.text());
    driver.keys("End");
    assert!(driver.text().contains("5-1-0 "), "{}", driver.text());
    driver.keys("Up*300");
    assert!(driver.text().contains("5-1-300"), "{}", driver.text());
    driver.keys("Home Enter");
    assert_eq!(driver.place(), Place::Response { response: *world.ids.last().unwrap() });
}

#[test]
fn pictures() {
    let mut world = World::new();
    let mut driver = world.driver("zh-CN", &Place::Response { response: world.ids[0] }, (80, 24));
    driver.keys("F6 text:电话写错了 Enter F9 End Up Enter text:13800000000 Enter F9 C-s");
    assert_eq!(world.history(&driver, 0).revisions.len(), 2, "{}", driver.text());
    drop(driver);
    world.clock.advance(TimeDelta::hours(3));
    let list = Place::Browse { filter: BrowseFilter::all() };
    let one = Place::Response { response: world.ids.remove(0) };
    for (name, place, keys) in [
        ("browse", &list, "Down*2"),
        ("browse-found", &list, "text:嬢嬢"),
        ("browse-narrow", &list, "Tab*2 Right"),
        ("browse-choose", &list, "Tab*6 Enter"),
        ("browse-none", &list, "text:没有这个"),
        ("response", &one, ""),
        ("response-compare", &one, "F9"),
        ("response-changes", &one, "F9 Space"),
        ("response-trail", &one, "C-t Down*3"),
        ("response-reason", &one, "F7 text:电话"),
    ] {
        for lang in ["zh-CN", "en"] {
            for size in [(80, 24), (120, 40)] {
                let mut driver = world.driver(lang, place, size);
                driver.keys(keys);
                insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
            }
        }
    }
}
