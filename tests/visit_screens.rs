//! Visits on screen: a round walked door by door, its coverage, what is due, what to look at twice.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;
#[path = "support/visits.rs"]
mod visits;

use babahui::{
    app::{Ctx, Place},
    domain::{
        AttemptId, HouseholdId, RoundId,
        place::{self, Household, Member, MustVisit, Resident, Roll},
        visit::{Assignment, Cell, Command, Coverage, Disposition, Event, Plan, Rounds, Stage},
    },
    ui::Driver,
};
use chrono::{NaiveDate, TimeDelta};

const SURVEY: &str = r#"Survey(
    id: "tea", version: "1", default_language: "zh-CN", title: {"zh-CN": "喝茶走访", "en": "Tea visit"},
    choices: {"yn": [(name: "yes", label: {"zh-CN": "愿意", "en": "yes"}), (name: "no", label: {"zh-CN": "不愿意", "en": "no"})]},
    body: [
        SelectOne(name: "come", choices: "yn", label: {"zh-CN": "来喝茶吗？", "en": "Will you come?"}),
        SelectOne(name: "bring", choices: "yn", label: {"zh-CN": "带凳子吗？", "en": "Bring a stool?"}),
    ],
)"#;

/// Six doors at two entrances, a member who answers for them, and the survey.
fn fill(ctx: &mut Ctx) -> Vec<HouseholdId> {
    let folder = ctx.dir.join("surveys");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("tea.ron"), SURVEY).unwrap();
    ctx.reload_library();
    let rows: [(&str, &[MustVisit], &str); 6] = [
        ("1-1-101", &[MustVisit::Hardship, MustVisit::SpecialNeeds], "周婆婆"),
        ("1-1-102", &[], "李明"),
        ("1-1-1001", &[MustVisit::PartyMember], "王建国"),
        ("1-2-101", &[], "陈芳"),
        ("1-2-102", &[MustVisit::Dispute], "何勇"),
        ("2-1-101", &[], "赵敏"),
    ];
    let mut ids = Vec::new();
    let mut events = Vec::new();
    for (door, kinds, name) in rows {
        let id = HouseholdId(ctx.new_id());
        let residents = vec![Resident { name: name.into(), relation: String::new() }];
        let notes = if kinds.len() > 1 { "耳背，敲门重一点".to_owned() } else { String::new() };
        let grid = if door.starts_with('2') { "第二微网格" } else { "第一微网格" };
        let household = Household { residents, notes, ..visits::household(grid, door, kinds) };
        events.push(place::Event::Household { id, household: Box::new(household) });
        ids.push(id);
    }
    let everywhere = place::Place(["游家渡社区", "第二网格", "第一微网格"].map(str::to_owned).to_vec());
    let member = Member { name: "张三".into(), answers_for: vec![everywhere], ..Member::default() };
    events.push(place::Event::Member { id: babahui::domain::MemberId(ctx.new_id()), member });
    ctx.ask_register::<Roll>(place::Command::All(events)).unwrap();
    ids
}

fn round(ctx: &mut Ctx, doors: &[HouseholdId], title: &str, checks: Option<RoundId>) -> RoundId {
    let id = RoundId(ctx.new_id());
    let grid = place::Place(["游家渡社区", "第二网格", "第一微网格"].map(str::to_owned).to_vec());
    let plan = Plan {
        title: title.into(),
        survey: "tea".into(),
        assignments: vec![Assignment { who: "张三".into(), place: grid }],
        until: NaiveDate::from_ymd_opt(2024, 11, 11),
        checks,
        ..visits::plan(doors)
    };
    ctx.ask_register::<Rounds>(Command::Event(Event::Planned { round: id, plan })).unwrap();
    id
}

fn went(ctx: &mut Ctx, round: RoundId, door: HouseholdId, what: Disposition, hours: i64) {
    let id = AttemptId(ctx.new_id());
    let attempt = visits::attempt(Some(round), door, what, hours);
    ctx.ask_register::<Rounds>(Command::Event(Event::Attempted { id, attempt })).unwrap();
}

/// A round half walked, the ids of the first.
fn half_walked(ctx: &mut Ctx) -> RoundId {
    let doors = fill(ctx);
    let id = round(ctx, &doors, "冬季入户", None);
    went(ctx, id, doors[0], Disposition::NobodyHome, -30);
    went(ctx, id, doors[0], Disposition::NobodyHome, -6);
    went(ctx, id, doors[1], Disposition::ComeBack { at: visits::today() + TimeDelta::hours(5) }, -5);
    went(ctx, id, doors[2], Disposition::Done { response: None }, -24 * 40);
    went(ctx, id, doors[3], Disposition::Refused, -4);
    id
}

fn covered(driver: &Driver, round: RoundId) -> Coverage {
    let ctx = driver.ctx();
    let (rounds, roll) = (ctx.register::<Rounds>().unwrap(), ctx.register::<Roll>().unwrap());
    Coverage::of(rounds, round, roll, ctx.now())
}

/// Through the review to the end, however far the last answer went on by itself.
fn finish(driver: &mut Driver) {
    for _ in 0..2 {
        if matches!(driver.place(), Place::Entry { .. } | Place::Review { .. }) {
            driver.keys("F9");
        }
    }
}

fn stage(driver: &Driver, round: RoundId, door: HouseholdId) -> Stage {
    driver.ctx().register::<Rounds>().unwrap().at_door(round, door).stage
}

fn responses(driver: &Driver) -> u64 {
    let filter = babahui::store::ResponseFilter::default();
    driver.ctx().store.responses(&filter, babahui::store::Sort::default(), 0, 9).unwrap().total
}

#[test]
fn a_round_over_two_entrances_door_by_door() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let doors = fill(&mut ctx);
    let id = round(&mut ctx, &doors, "冬季入户", None);
    let mut driver = Driver::new(ctx, &Place::Route { round: id, who: None, door: None }, (80, 24));
    let at = |driver: &Driver| match driver.place() {
        Place::Route { door, .. } => door,
        other => panic!("{other:?}"),
    };
    // By number: 101, 102, 1001, the next entrance, the next building.
    assert_eq!(at(&driver), Some(doors[0]));
    driver.keys("2");
    assert_eq!((stage(&driver, id, doors[0]), at(&driver)), (Stage::NobodyHome, Some(doors[1])));
    driver.keys("F3 text:昨天的明天 Enter");
    assert_eq!(stage(&driver, id, doors[1]), Stage::NotVisited, "{}", driver.text());
    driver.keys("C-u text:19:00 Enter text:先打电话 Enter");
    let seven = visits::today().date_naive().and_hms_opt(19, 0, 0).unwrap();
    let Stage::ComeBack { at: agreed } = stage(&driver, id, doors[1]) else { panic!("{}", driver.text()) };
    assert_eq!(agreed.naive_local(), seven);
    driver.keys("4 F5 F6");
    assert_eq!(stage(&driver, id, doors[2]), Stage::Refused);
    assert_eq!(stage(&driver, id, doors[3]), Stage::Moved);
    assert_eq!(stage(&driver, id, doors[4]), Stage::Unsafe);
    assert_eq!(at(&driver), Some(doors[5]));
    // The survey opens with the door filled in, and ends on the way.
    driver.keys("1");
    assert!(matches!(driver.place(), Place::Entry { .. }), "{:?}", driver.place());
    assert!(driver.text().contains("2栋1单元101"), "{}", driver.text());
    driver.keys("1 2");
    finish(&mut driver);
    assert!(matches!(stage(&driver, id, doors[5]), Stage::Done { response: Some(_) }), "{}", driver.text());
    assert!(matches!(driver.place(), Place::Route { .. }), "{:?}", driver.place());
    let counted = covered(&driver, id);
    let each = Cell::ALL.map(|cell| counted.all.of(cell));
    assert_eq!(each, [1, 1, 1, 1, 1, 1, 0]);
    assert_eq!(counted.all.all(), 6);
    // What was done last is taken back first: the visit that the survey was; then what was said last of a door, and the
    // cursor is at it again.
    driver.keys("C-z");
    assert_eq!(stage(&driver, id, doors[5]), Stage::NotVisited, "{}", driver.text());
    driver.keys("C-z");
    assert_eq!((stage(&driver, id, doors[4]), at(&driver)), (Stage::NotVisited, Some(doors[4])));
    driver.keys("F8 text:有狗 Enter 6");
    let rounds = driver.ctx().register::<Rounds>().unwrap();
    assert_eq!(rounds.last_attempt(id, doors[4]).unwrap().1.note, "有狗");
    // Kept: another start of the program reads the same.
    let before = covered(&driver, id);
    drop(driver);
    let again = Driver::new(support::ctx(dir.path(), "zh-CN"), &Place::Coverage { round: id }, (80, 24));
    assert_eq!(covered(&again, id).all, before.all);
}

#[test]
fn a_response_finished_elsewhere_is_a_visit_too() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let doors = fill(&mut ctx);
    let id = round(&mut ctx, &doors, "冬季入户", None);
    let start = Place::NewResponse { survey: Some("tea".into()), session: None };
    let mut driver = Driver::new(ctx, &start, (80, 24));
    driver.keys("text:1 Enter text:2 Enter text:102 F9 1");
    finish(&mut driver);
    assert!(matches!(stage(&driver, id, doors[4]), Stage::Done { response: Some(_) }), "{}", driver.text());
    assert_eq!(covered(&driver, id).all.done(), 1);
    assert!(driver.text().contains("冬季入户 里记为已走访"), "{}", driver.text());
    // One key takes the visit back, though a field has the keyboard; the response stays.
    driver.keys("C-u");
    assert_eq!(stage(&driver, id, doors[4]), Stage::NotVisited, "{}", driver.text());
    assert!(driver.text().contains("1栋2单元102 的这次走访不算了"), "{}", driver.text());
    assert_eq!(responses(&driver), 1);
    // Later the key empties the field, as everywhere.
    driver.keys("text:9 C-u");
    assert_eq!(stage(&driver, id, doors[4]), Stage::NotVisited);
}

#[test]
fn a_visit_noted_a_while_ago_is_not_opened_again_by_the_key_that_empties_fields() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let doors = fill(&mut ctx);
    let id = round(&mut ctx, &doors, "冬季入户", None);
    let start = Place::NewResponse { survey: Some("tea".into()), session: None };
    let mut driver = Driver::new(ctx, &start, (80, 24));
    driver.keys("text:1 Enter text:1 Enter text:101 F9 1");
    finish(&mut driver);
    // On to the list of surveys, where no field would take the key.
    driver.keys("Home Up*5 C-u C-u");
    assert!(matches!(stage(&driver, id, doors[0]), Stage::Done { .. }), "{}", driver.text());
}

#[test]
fn a_deleted_response_opens_its_door_again_until_it_is_brought_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let doors = fill(&mut ctx);
    let id = round(&mut ctx, &doors, "冬季入户", None);
    let mut driver = Driver::new(ctx, &Place::Route { round: id, who: None, door: None }, (80, 24));
    driver.keys("2");
    driver.keys("Up 1 1 2");
    finish(&mut driver);
    let done = stage(&driver, id, doors[0]);
    let Stage::Done { response: Some(response) } = done else { panic!("{}", driver.text()) };
    // The round's end changes nothing about what is true of its doors.
    let end = Command::Event(Event::Ended { round: id, reason: String::new() });
    driver.ctx_mut().ask_register::<Rounds>(end).unwrap();
    driver.keys("Esc F5 Enter Delete text:填错人了 Enter");
    assert!(driver.text().contains("这次走访也不算了"), "{}", driver.text());
    assert_eq!(stage(&driver, id, doors[0]), Stage::NobodyHome, "what came of it before");
    assert_eq!(covered(&driver, id).all.done(), 0);
    let dispositions = |driver: &Driver| {
        let rounds = driver.ctx().register::<Rounds>().unwrap();
        rounds.attempts_in(id, doors[0]).map(|attempt| attempt.disposition).collect::<Vec<_>>()
    };
    assert_eq!(dispositions(&driver), [Disposition::NobodyHome, Disposition::ResponseDeleted { response }]);
    let before = covered(&driver, id).all;
    let again = Driver::new(support::ctx(dir.path(), "zh-CN"), &Place::Coverage { round: id }, (80, 24));
    assert_eq!(covered(&again, id).all, before, "another start reads the same");
    drop(again);
    let recorded = driver.ctx().store.recorded().unwrap();
    driver.keys("C-u");
    assert!(driver.text().contains("这次走访又算数了"), "{}", driver.text());
    assert_eq!(stage(&driver, id, doors[0]), done);
    assert_eq!(driver.ctx().store.recorded().unwrap(), recorded + 2, "history keeps both");
    assert_eq!(driver.ctx().store.verify().unwrap(), []);
}

#[test]
fn a_narrow_coverage_shows_every_column_that_adds_up() {
    for (lang, heads) in [
        ("zh-CN", ["已走访", "拒绝", "搬走", "不安全", "改天", "没人", "未走"]),
        ("en", ["done", "refused", "moved", "unsafe", "back", "nobody", "not yet"]),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let mut ctx = support::ctx(dir.path(), lang);
        let doors = fill(&mut ctx);
        let id = round(&mut ctx, &doors, "冬季入户", None);
        let back = Disposition::ComeBack { at: visits::today() + TimeDelta::hours(5) };
        let came = [Disposition::Refused, Disposition::Moved, Disposition::Unsafe, back, Disposition::NobodyHome];
        for (door, what) in doors.iter().zip(came) {
            went(&mut ctx, id, *door, what, -4);
        }
        went(&mut ctx, id, doors[0], Disposition::Done { response: None }, -2);
        went(&mut ctx, id, doors[5], Disposition::Refused, -2);
        let mut driver = Driver::new(ctx, &Place::Coverage { round: id }, (80, 24));
        driver.keys("Tab");
        let text = driver.text();
        let line = text.lines().rev().find(|line| heads[..6].iter().all(|head| line.contains(head)));
        assert!(line.is_some(), "{text}");
        // One courtyard needs no name of its own in every row.
        assert!(!text.lines().skip(8).any(|line| line.contains("14号院")), "{text}");
    }
}

#[test]
fn rounds_are_found_by_either_word_in_either_language() {
    for typed in ["visits", "rounds", "走访", "轮次"] {
        for lang in ["zh-CN", "en"] {
            let dir = tempfile::tempdir().unwrap();
            let mut driver = Driver::new(support::ctx(dir.path(), lang), &Place::Home, (80, 24));
            driver.keys(&format!("C-p text:{typed} Enter"));
            assert_eq!(driver.place(), Place::Rounds, "{typed} {lang}: {}", driver.text());
        }
    }
}

#[test]
fn a_round_is_planned_by_typing_where_and_who() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let doors = fill(&mut ctx);
    let mut driver = Driver::new(ctx, &Place::Rounds, (80, 24));
    driver.keys("C-n C-u text:一号楼 Enter Enter text:九栋 Enter");
    assert!(driver.text().contains("九栋"), "{}", driver.text());
    driver.keys("Up C-u text:1栋 F9");
    let ctx = driver.ctx();
    let (_, found) = ctx.register::<Rounds>().unwrap().rounds().next().unwrap();
    assert_eq!(found.plan.title, "一号楼");
    assert_eq!(found.plan.doors, doors[..5]);
    // Nobody typed who goes: the roll says who answers for these doors.
    assert_eq!(found.plan.surveyors(), ["张三"]);
    assert!(matches!(driver.place(), Place::Coverage { .. }));
    driver.keys("Esc Delete");
    assert!(driver.text().contains("已结束"), "{}", driver.text());
    driver.keys("C-z");
    assert!(driver.ctx().register::<Rounds>().unwrap().rounds().all(|(_, round)| round.ended.is_none()));
}

#[test]
fn a_back_check_says_what_was_answered_otherwise() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let doors = fill(&mut ctx);
    let first = round(&mut ctx, &doors[..1], "冬季入户", None);
    let mut driver = Driver::new(ctx, &Place::Route { round: first, who: None, door: None }, (80, 24));
    driver.keys("1 1 1");
    finish(&mut driver);
    drop(driver);
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    ctx.settings.surveyor = Some("李四".into());
    let check = round(&mut ctx, &doors[..1], "复访", Some(first));
    let mut driver = Driver::new(ctx, &Place::Route { round: check, who: None, door: None }, (120, 40));
    driver.keys("1 1 2");
    finish(&mut driver);
    assert!(matches!(stage(&driver, check, doors[0]), Stage::Done { .. }), "{}", driver.text());
    drop(driver);
    let quality = Place::Quality { round: check };
    let mut driver = Driver::new(support::ctx(dir.path(), "zh-CN"), &quality, (120, 40));
    driver.settle();
    driver.keys("BackTab BackTab");
    let text = driver.text();
    assert!(text.contains("带凳子吗") && text.contains("张三 / 李四"), "{text}");
    driver.keys("Tab");
    assert!(driver.text().contains("50.0%"), "{}", driver.text());
}

#[test]
fn the_command_prints_what_may_be_printed() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    half_walked(&mut ctx);
    drop(ctx);
    let printed = |words: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("babahui").unwrap();
        let done = command.args(["--lang", "zh-CN", "--data"]).arg(dir.path()).arg("visits").args(words).assert();
        String::from_utf8(done.success().get_output().stdout.clone()).unwrap()
    };
    assert!(printed(&[]).contains("冬季入户"));
    let json: serde_json::Value = serde_json::from_str(&printed(&["冬季", "--format", "json"])).unwrap();
    assert_eq!((json["doors"]["all"].as_u64(), json["doors"]["refused"].as_u64()), (Some(6), Some(1)));
    assert_eq!(json["micro_grids"].as_array().unwrap().len(), 2);
    let route = printed(&["冬季入户", "--route", "张三"]);
    assert!(route.contains("1栋1单元1001") && !route.contains("2栋1单元101"), "{route}");
    // Which doors must be visited, why, and what is noted there stays here unless it is asked for by name.
    let due = printed(&["--due", "30"]);
    for text in [&route, &due, &json.to_string()] {
        assert!(!text.contains("困难户") && !text.contains("耳背"), "{text}");
    }
    assert!(!due.contains("1单元"), "{due}");
    let all = printed(&["冬季入户", "--route", "张三", "--include", "sensitive"]);
    assert!(all.contains("困难户") && all.contains("耳背"), "{all}");
    assert!(printed(&["--due", "--include", "sensitive"]).contains("1栋1单元101"));
}

fn shown(name: &str, keys: &str, place: impl Fn(RoundId) -> Place) {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            let dir = tempfile::tempdir().unwrap();
            let mut ctx = support::ctx(dir.path(), lang);
            let id = half_walked(&mut ctx);
            let mut driver = Driver::new(ctx, &place(id), size);
            driver.settle();
            driver.keys(keys).settle();
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
        }
    }
}

#[test]
fn rounds() {
    shown("visits-rounds", "", |_| Place::Rounds);
}

#[test]
fn new_round() {
    shown("visits-new", "Down Down text:1-1 Enter Right", |_| Place::NewRound { checks: None, due: false });
}

#[test]
fn route() {
    shown("visits-route", "", |round| Place::Route { round, who: None, door: None });
}

#[test]
fn route_asking_when_to_come_back() {
    shown("visits-route-ask", "3 text:昨天 Enter", |round| Place::Route { round, who: None, door: None });
}

#[test]
fn coverage() {
    shown("visits-coverage", "Tab", |round| Place::Coverage { round });
}

#[test]
fn due() {
    shown("visits-due", "", |_| Place::Due);
}

#[test]
fn quality() {
    shown("visits-quality", "", |round| Place::Quality { round });
}
