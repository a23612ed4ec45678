//! The roll on screen: a table comes in, a household is changed and changed back, members answer for doors, a table leaves.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use std::{fs, path::Path};

use babahui::{
    app::{Beginning, Ctx, Filling, Place},
    domain::{
        HouseholdId, Ids, MemberId, ResponseId, SeededIds,
        place::{self, Address, Command, Event, Household, ImportKept, Member, Role, Roll, sheet},
        record::Body,
        survey::{Door, DraftHead, SurveyRef},
    },
    import::read_households,
    ui::Driver,
};

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

const LIST: &str = "微网格,楼栋,单元,房号,业主,业主编号,面积,四必去,住户,电话,状态\n\
    第一微网格,3,2,501,张三,7,72.40,困难户 特殊人群户,张三、王嬢嬢（母亲）,13800000001,\n\
    第一微网格,3,2,502,李四,8,68.00,,李四,13800000002,\n\
    第一微网格,3,10,101,张三,7,30.05,,,,\n\
    第一微网格,4,1,101,周五,9,55.50,党员户,周五、周小五（儿子）,13800000003,\n\
    第二微网格,10,1,101,,,60.00,,,,未售\n\
    第二微网格,10,1,102,陈六,10,61.00,矛盾纠纷户,陈六,,\n";

/// The roll of the list, and two members.
fn fill(ctx: &mut Ctx) {
    let path = ctx.dir.join("list.csv");
    fs::write(&path, LIST).unwrap();
    let file = read_households(&path).unwrap();
    let mapping = sheet::guess(&file.table.headings);
    let planned = sheet::plan(&file.table, &mapping, ctx.hold_register::<Roll>().unwrap());
    assert_eq!(planned.faults, []);
    let events = planned.events(|| ctx.new_id());
    ctx.ask_register::<Roll>(Command::All(events)).unwrap();
    let places = [vec!["", "", "第一微网格"], vec!["", "", "第一微网格", "", "3"]];
    let who = [("李嬢嬢", Role::MicroGridMember), ("王师傅", Role::BuildingHead)];
    for ((name, role), parts) in who.into_iter().zip(places) {
        let answers_for = vec![place::Place(parts.into_iter().map(str::to_owned).collect())];
        let member =
            Member { name: name.into(), role, teams: vec!["暖心小队".into()], answers_for, ..Member::default() };
        let event = Event::Member { id: MemberId(ctx.new_id()), member };
        ctx.ask_register::<Roll>(Command::Event(event)).unwrap();
    }
}

fn shown(name: &str, at: impl Fn(&Ctx) -> Place, keys: &str, fill: impl Fn(&mut Ctx)) {
    for lang in ["zh-CN", "en"] {
        for size in SIZES {
            let dir = tempfile::tempdir().unwrap();
            let mut ctx = support::ctx(dir.path(), lang);
            fill(&mut ctx);
            let at = at(&ctx);
            let mut driver = Driver::new(ctx, &at, size);
            driver.keys(keys).settle();
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
        }
    }
}

fn all(_: &Ctx) -> Place {
    Place::Roll { at: place::Place::default() }
}

fn first(ctx: &Ctx) -> HouseholdId {
    ctx.register::<Roll>().unwrap().ids_within(&place::Place::default()).next().unwrap()
}

#[test]
fn the_roll_shows_places_and_their_households() {
    shown("roll-empty", all, "", |_| ());
    shown("roll", all, "Down Enter Down Tab", fill);
    shown("roll-search", all, "text:张", fill);
}

#[test]
fn a_household_stands_on_one_page() {
    let at = |ctx: &Ctx| Place::Household { household: Some(first(ctx)), at: place::Place::default() };
    shown("household", at, "Down*5", fill);
    shown("household-erase", at, "F4 text:本人要求 Enter", fill);
}

#[test]
fn members_stand_with_their_doors() {
    shown("members", |_| Place::Members, "", fill);
    shown("member", |_| Place::Member { member: None }, "text:赵姐 Enter Enter text:第二微网格 Enter", fill);
}

/// Types the path of a file at the import's first page and reads it.
fn read_file(d: &mut Driver, path: &Path) {
    d.keys("F9").keys(&format!("text:{}", path.display())).keys("Enter");
    d.settle();
}

#[test]
fn a_large_table_is_taken_in_away_from_the_screen_whole_or_not_at_all() {
    for lang in ["zh-CN", "en"] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("list.csv");
        fs::write(&path, LIST).unwrap();
        let mut ctx = support::ctx(dir.path(), lang);
        ctx.at_once = 2;
        let mut d = Driver::new(ctx, &Place::Roll { at: place::Place::default() }, (100, 30));
        let households = |d: &Driver| d.ctx().register::<Roll>().unwrap().households().count();
        read_file(&mut d, &path);
        d.keys("F9").settle();
        // Something is under way before it, so that it can be stopped in time.
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let first = d.ctx_mut().worker.start(move |_| wait.recv().is_ok());
        d.keys("F9");
        let says = if lang == "en" { "Importing: 6 rows" } else { "正在读入 6 户" };
        assert!(d.text().contains(says), "{}", d.text());
        d.keys("Esc");
        go.send(()).unwrap();
        d.settle();
        drop(first);
        assert_eq!(households(&d), 0, "{}", d.text());
        assert_eq!(d.ctx().store.recorded().unwrap(), 0);
        // The plan still stands there and is taken in now.
        d.keys("F9").settle();
        let says = if lang == "en" { "6" } else { "新增 6 户" };
        assert!(d.text().contains(says), "{}", d.text());
        assert_eq!(households(&d), 6);
        assert_eq!(d.ctx().store.verify().unwrap(), []);
        d.keys("C-z").settle();
        assert_eq!(households(&d), 0, "one undo takes the whole import back");
    }
}

/// A large table taken in, with something under way in the background that goes on until it is told to end.
fn taken_in(dir: &Path, lang: &str) -> (Driver, std::sync::mpsc::Sender<()>, impl Sized) {
    let path = dir.join("list.csv");
    fs::write(&path, LIST).unwrap();
    let mut ctx = support::ctx(dir, lang);
    ctx.at_once = 2;
    let mut d = Driver::new(ctx, &Place::Roll { at: place::Place::default() }, (100, 30));
    read_file(&mut d, &path);
    d.keys("F9").settle();
    d.keys("F9").settle();
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let first = d.ctx_mut().worker.start(move |_| wait.recv().is_ok());
    (d, go, first)
}

#[test]
fn a_large_import_is_taken_back_away_from_the_screen_wherever_one_goes_meanwhile() {
    for (lang, undoing, undone, said) in [
        ("zh-CN", "正在整批撤销", "整批已撤销", "已撤销。"),
        ("en", "Undoing the whole import", "The whole import is undone", "Undone."),
    ] {
        let households = |d: &Driver| d.ctx().register::<Roll>().unwrap().households().count();
        for leaves in [false, true] {
            let dir = tempfile::tempdir().unwrap();
            let (mut d, go, _first) = taken_in(dir.path(), lang);
            assert_eq!(households(&d), 6);
            d.keys("C-z");
            assert!(d.text().contains(undoing), "{}", d.text());
            // Keys are answered meanwhile; a second undo is none.
            d.keys("F1");
            assert!(matches!(d.place(), Place::Help { .. }));
            d.keys("Esc C-z");
            assert!(d.text().contains(undoing), "{}", d.text());
            assert_eq!(households(&d), 6);
            if leaves {
                d.keys("Esc");
                assert!(matches!(d.place(), Place::Roll { .. }), "{:?}", d.place());
                assert!(d.text().contains("李四"), "{}", d.text());
            }
            go.send(()).unwrap();
            d.settle();
            assert!(d.text().contains(said), "{}", d.text());
            assert_eq!(households(&d), 0);
            assert_eq!(d.text().contains(undone), !leaves, "{}", d.text());
            assert!(!d.text().contains("李四"), "{}", d.text());
            assert_eq!(d.ctx().store.verify().unwrap(), []);
            assert!(matches!(d.ctx_mut().read(babahui::app::import_to_undo), Some(Err(ImportKept::Nothing))));
        }
    }
}

#[test]
fn a_large_import_that_something_rests_on_stays_and_the_screen_says_why() {
    let dir = tempfile::tempdir().unwrap();
    let (mut d, go, _first) = taken_in(dir.path(), "zh-CN");
    let id = first(d.ctx());
    let now = d.ctx().register::<Roll>().unwrap().household(id).unwrap().clone();
    let household = Box::new(Household { phone: "13900000009".into(), ..now });
    d.ctx_mut().ask_register::<Roll>(Command::Event(Event::Household { id, household })).unwrap();
    go.send(()).unwrap();
    d.keys("C-z").settle();
    assert!(d.text().contains("新增 6 户") && d.text().contains("的导入没有撤销：其中 1 户"), "{}", d.text());
    assert_eq!(d.ctx().register::<Roll>().unwrap().households().count(), 6);
}

#[test]
fn no_screen_waits_for_a_long_roll_that_nobody_read_yet() {
    for (lang, reading) in [("zh-CN", "正在读取这里的资料"), ("en", "Reading what is kept here")] {
        let dir = tempfile::tempdir().unwrap();
        let mut ctx = support::ctx(dir.path(), lang);
        fill(&mut ctx);
        let household = Some(first(&ctx));
        drop(ctx);
        let opened = |place: &Place, at_once: usize| {
            let mut ctx = support::ctx(dir.path(), lang);
            ctx.at_once = at_once;
            let (go, wait) = std::sync::mpsc::channel::<()>();
            let first = ctx.worker.start(move |_| wait.recv().is_ok());
            (Driver::new(ctx, place, (100, 30)), go, first)
        };
        let at = place::Place::default;
        for place in [
            Place::Roll { at: at() },
            Place::Household { household, at: at() },
            Place::Members,
            Place::Rounds,
            Place::Due,
            Place::RollImport { file: "list.csv".into() },
        ] {
            let (mut d, go, _first) = opened(&place, 1_000);
            go.send(()).unwrap();
            d.settle();
            let at_once = d.text();
            let (mut d, go, _first) = opened(&place, 0);
            assert!(d.text().contains(reading), "{}", d.text());
            assert_eq!(d.place(), place);
            // Keys are answered, and it arrives while another screen is on top.
            d.keys("F1");
            assert!(matches!(d.place(), Place::Help { .. }));
            go.send(()).unwrap();
            d.settle();
            d.keys("Esc").settle();
            assert_eq!(d.place(), place);
            assert_eq!(d.text(), at_once);
            // Left before it arrived, and back again.
            let (mut d, go, _first) = opened(&place, 0);
            d.keys("Esc");
            assert_eq!(d.place(), Place::Home);
            go.send(()).unwrap();
            d.settle();
            assert!(!d.text().contains(reading), "{}", d.text());
        }
        // A household that is not there says so, and one can go back.
        let nobody = Place::Household { household: Some(HouseholdId(uuid::Uuid::from_u128(1))), at: at() };
        let (mut d, go, _first) = opened(&nobody, 0);
        go.send(()).unwrap();
        d.settle();
        assert!(!d.text().contains(reading), "{}", d.text());
        d.keys("Esc Esc").settle();
        assert_eq!(d.place(), Place::Home);
    }
}

#[test]
fn a_long_roll_is_made_ready_to_be_searched_in_before_the_first_letter() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("list.csv");
    fs::write(&path, LIST).unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    ctx.at_once = 2;
    let mut d = Driver::new(ctx, &Place::Roll { at: place::Place::default() }, (100, 30));
    read_file(&mut d, &path);
    d.keys("F9").settle();
    d.keys("F9").settle();
    d.keys("Esc").settle();
    let first = |d: &mut Driver| {
        let text = d.text();
        d.keys("Esc").settle();
        text
    };
    // Ready, again after leaving the search, and also when a letter is faster than the worker.
    for _ in 0..2 {
        d.keys("text:502");
        assert!(first(&mut d).contains("502"));
    }
    d.keys("text:502 Enter Down*2 C-u text:13900000009 F9");
    d.keys("Enter");
    assert!(d.text().contains("13900000009"), "{}", d.text());
}

#[test]
fn a_table_comes_in_is_changed_undone_and_comes_in_again() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("list.csv");
    fs::write(&path, LIST).unwrap();
    let ctx = support::ctx(dir.path(), "zh-CN");
    let mut d = Driver::new(ctx, &all(&support::ctx(tempfile::tempdir().unwrap().path(), "en")), (100, 30));
    let households = |d: &Driver| d.ctx().register::<Roll>().unwrap().households().count();
    read_file(&mut d, &path);
    assert!(d.text().contains("房号") && d.text().contains("试读"), "{}", d.text());
    d.keys("F9").settle();
    assert!(d.text().contains("会新增 6 户，改动 0 户，0 户不变"), "{}", d.text());
    d.keys("F9").settle();
    assert!(d.text().contains("新增 6 户"), "{}", d.text());
    assert_eq!(households(&d), 6);
    d.keys("C-z").settle();
    assert_eq!(households(&d), 0, "one undo takes the whole import back");
    d.keys("Esc").settle();
    read_file(&mut d, &path);
    d.keys("F9").settle();
    d.keys("F9").settle();
    d.keys("Esc").settle();
    assert_eq!(households(&d), 6);
    // One household gets another phone, and its old one back.
    d.keys("text:502 Enter Down*2 C-u text:13900000009 F9").settle();
    let phone = |d: &Driver| {
        let roll = d.ctx().register::<Roll>().unwrap();
        let found = roll.households().find(|(_, household)| household.address.door.household == "502");
        found.unwrap().1.phone.clone()
    };
    assert_eq!(phone(&d), "13900000009");
    let import = |d: &mut Driver| d.ctx_mut().read(babahui::app::import_to_undo).unwrap();
    let touched = import(&mut d);
    assert!(matches!(&touched, Err(ImportKept::Touched(_, 1))), "{touched:?}");
    d.keys("Enter F6").settle();
    assert!(d.text().contains("13800000002 → 13900000009"), "{}", d.text());
    d.keys("Esc C-z").settle();
    assert_eq!(phone(&d), "13800000002");
    let whole = import(&mut d).unwrap();
    assert_eq!((whole.file.as_str(), whole.new.len(), whole.changed.len()), ("list.csv", 6, 0));
    d.keys("Esc Esc").settle();
    // What leaves comes back as it was; what is personal leaves when it is said.
    d.keys("C-s Right Down Right F9").settle();
    let report = dir.path().join("reports/名册-2024-11-12.csv");
    let text = fs::read_to_string(&report).unwrap();
    assert!(text.contains("13800000001") && text.contains("hardship"), "{text}");
    read_file(&mut d, &report);
    d.keys("F9").settle();
    assert!(d.text().contains("会新增 0 户，改动 0 户，6 户不变"), "{}", d.text());
    d.keys("Esc Esc Esc C-s F9").settle();
    let open = fs::read_to_string(dir.path().join("reports/名册-2024-11-12-2.csv")).unwrap();
    assert!(!open.contains("13800000001") && !open.contains("张三") && !open.contains("hardship"), "{open}");
}

#[test]
fn bad_rows_are_listed_and_nothing_comes_in() {
    let at = |_: &Ctx| Place::RollImport { file: "bad.csv".into() };
    let bad = |ctx: &mut Ctx| {
        let rows = "第二微网格,10,1,102,赵六,,,,,,\n第二微网格,10,1,103,,,大,,,,\n第二微网格,10,1,104,,,,困南户,,,\n";
        fs::write(ctx.dir.join("bad.csv"), format!("{LIST}{rows}")).unwrap();
    };
    for lang in ["zh-CN", "en"] {
        for size in SIZES {
            let dir = tempfile::tempdir().unwrap();
            let mut ctx = support::ctx(dir.path(), lang);
            bad(&mut ctx);
            let at = at(&ctx);
            let mut driver = Driver::new(ctx, &at, size);
            driver.keys("F9").settle();
            insta::assert_snapshot!(format!("roll-map-{lang}-{}x{}", size.0, size.1), driver.text());
            driver.keys("F9").settle();
            insta::assert_snapshot!(format!("roll-faults-{lang}-{}x{}", size.0, size.1), driver.text());
            driver.keys("F9").settle();
            assert_eq!(driver.ctx().register::<Roll>().unwrap().households().count(), 0);
        }
    }
}

#[test]
fn an_erased_household_leaves_nothing_behind() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    fill(&mut ctx);
    let household = first(&ctx);
    let at = Place::Household { household: Some(household), at: place::Place::default() };
    let mut d = Driver::new(ctx, &at, (100, 30));
    d.keys("F4 text:本人要求 Enter text:3-2-502 Enter").settle();
    assert!(d.ctx().register::<Roll>().unwrap().household(household).is_some(), "another door erases nothing");
    d.keys("C-u text:3-2-501 Enter").settle();
    let roll = d.ctx().register::<Roll>().unwrap();
    assert!(roll.household(household).is_none());
    assert!(roll.household_records(household).iter().all(|record| !record.body.is_about_a_person()));
    assert_eq!(d.ctx().store.verify().unwrap(), []);
}

#[test]
fn what_only_names_the_door_goes_when_somebody_says_that_it_is_theirs() {
    for (answer, goes) in [("text:是 ", true), ("", false)] {
        let dir = tempfile::tempdir().unwrap();
        let mut ctx = support::ctx(dir.path(), "zh-CN");
        fill(&mut ctx);
        let head = DraftHead {
            id: ResponseId(uuid::Uuid::from_u128(7)),
            survey: SurveyRef::of("micro-wish", "1", "", &[]),
            session: None,
            door: Door::read("3-2-501"),
            surveyor: String::new(),
            created: ctx.now(),
            seed: 0,
            correction: None,
        };
        ctx.store.begin_draft(&head).unwrap();
        let at = Place::Household { household: Some(first(&ctx)), at: place::Place::default() };
        let mut d = Driver::new(ctx, &at, (100, 30));
        d.keys("F4 text:本人要求 Enter").settle();
        assert!(d.text().contains("micro-wish") && d.text().contains("还没填完"), "{}", d.text());
        d.keys(&format!("{answer}Enter")).settle();
        let told = if goes {
            "只写了这个门牌的答卷：1 份"
        } else {
            "只写了这个门牌的答卷留着：1 份"
        };
        assert!(d.text().contains(told) && d.text().contains("会留下的有"), "{}", d.text());
        d.keys("text:3-2-501 Enter").settle();
        assert_eq!(d.ctx().store.draft(head.id).unwrap().is_none(), goes);
        assert_eq!(d.ctx().store.verify().unwrap(), []);
    }
}

#[test]
fn a_meeting_takes_its_voters_from_the_roll() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    fill(&mut ctx);
    let at = Place::NewMeeting { agenda: Some("owners-ordinary".into()), session: None };
    let mut d = Driver::new(ctx, &at, (100, 30));
    d.settle();
    assert!(d.text().contains("名册：5 人"), "{}", d.text());
}

#[test]
fn a_response_begun_at_a_door_knows_its_household() {
    let dir = tempfile::tempdir().unwrap();
    let survey = r#"Survey(id: "visit-home", version: "1", default_language: "en", title: "Visit", body: [
        Text(name: "owner", label: "Owner", default: "pulldata('roll', 'owner', 'here', 'yes')"),
        Calculate(name: "people", calculation: "coalesce(pulldata('roll', 'people', 'here', 'yes'), 'nobody')"),
        Calculate(name: "kind", calculation: "pulldata('roll', 'must_visit', 'here', 'yes')"),
    ])"#;
    fs::create_dir_all(dir.path().join("surveys")).unwrap();
    fs::write(dir.path().join("surveys/visit-home.ron"), survey).unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    fill(&mut ctx);
    let known = |household: &str, ctx: &mut Ctx| {
        let (survey, form) = ctx.survey_to_fill("visit-home").unwrap();
        let door = Door { building: "3".into(), entrance: "2".into(), household: household.into() };
        let with = Beginning { survey, form, session: None, door, surveyor: "张三".into() };
        let filling = Filling::begin(ctx, with).unwrap();
        ["owner", "people", "kind"].map(|name| {
            let at = filling.draft().named(name).unwrap();
            filling.draft().value_at(at).map(babahui::domain::Value::to_text).unwrap_or_default()
        })
    };
    assert_eq!(known("501", &mut ctx), ["张三", "2", "hardship special_needs"]);
    assert_eq!(known("999", &mut ctx), ["", "nobody", ""], "a survey works without the roll too");
}

#[test]
fn no_key_at_home_waits_for_a_long_roll() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let mut ids = SeededIds::new(3);
    let bodies = (0..5_001).map(|n: u32| {
        let door = Door { building: (n / 100).to_string(), entrance: "1".into(), household: (n % 100).to_string() };
        let household = Household { address: Address { door, ..Address::default() }, ..Household::default() };
        let event = Event::Household { id: HouseholdId(ids.uuid(0)), household: Box::new(household) };
        (Body::Place(event), support::now(), String::new())
    });
    let bodies = bodies.collect();
    ctx.store.append_all(bodies, &mut SeededIds::new(4)).unwrap();
    let mut d = Driver::new(ctx, &Place::Home, (80, 24));
    d.keys("Down");
    assert!(!d.text().contains("5001 户"), "{}", d.text());
    d.settle();
    assert!(d.text().contains("5001 户"), "{}", d.text());
}
