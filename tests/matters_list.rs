//! The list of matters narrowed by state, concern, programme and place: on screen by keys, on the command line by flags.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;

use assert_cmd::Command;
use babahui::{
    app::{Ctx, Place},
    domain::{
        Lang, MatterId, Text,
        matter::{About, Concern, Event, Matters, Programme, Step, Which},
        place,
    },
    ui::Driver,
};

/// Title, concern, programme, where below the community, whether it is done.
const MATTERS: [(&str, &str, Option<Programme>, &str, bool); 6] = [
    ("电瓶车车棚", "ebike", Some(Programme::Venture), "第二网格/14号院微网格/14号院", false),
    ("三栋楼道堆物", "ebike", None, "第二网格/14号院微网格/14号院/3", false),
    ("三栋二单元感应灯", "light", Some(Programme::Service), "第二网格/14号院微网格/14号院/3/2", false),
    ("外墙翻新", "facade", Some(Programme::Venture), "第二网格/14号院微网格/14号院/4", false),
    ("茶铺门口井盖", "facade", None, "第二网格/茶铺微网格", true),
    ("自筹的钱专账管", "", Some(Programme::SelfGovernance), "", false),
];

fn fill(ctx: &mut Ctx) {
    for (name, label) in [("ebike", "非机动车停车、充电"), ("light", "照明"), ("facade", "外墙脱落")] {
        let label = Text::one(Lang::new("zh-CN"), label);
        ctx.ask_register::<Matters>(Event::Concern(Concern { name: name.into(), label }).into()).unwrap();
    }
    for (title, concern, programme, at, done) in MATTERS {
        let matter = MatterId(ctx.new_id());
        let parts = at.split('/').filter(|part| !part.is_empty()).map(str::to_owned);
        let parts = std::iter::once("游家渡社区".to_owned()).filter(|_| !at.is_empty()).chain(parts);
        let (place, concern) = (place::Place(parts.collect()), concern.to_owned());
        let about = About { title: title.into(), concern, programme, place, note: String::new() };
        ctx.ask_register::<Matters>(Event::Raised { matter, about, split_from: None }.into()).unwrap();
        if done {
            ctx.ask_register::<Matters>(Event::Put { matter, step: Step::Done, note: String::new() }.into()).unwrap();
        }
    }
}

fn matters(lang: &str, size: (u16, u16), keys: &str) -> (tempfile::TempDir, Driver) {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), lang);
    fill(&mut ctx);
    let mut driver = Driver::new(ctx, &Place::Matters, size);
    driver.keys(keys).settle();
    (dir, driver)
}

/// The titles on view, in the order of [`MATTERS`].
fn shown(d: &Driver) -> Vec<usize> {
    let text = d.text();
    // The selected one stands below the table once more.
    let body = text.lines().take(20).collect::<Vec<_>>().join("\n");
    (0..MATTERS.len()).filter(|n| body.contains(MATTERS[*n].0)).collect()
}

#[test]
fn each_key_narrows_and_one_clears_all() {
    let (_dir, mut d) = matters("zh-CN", (120, 40), "");
    assert_eq!(shown(&d), [0, 1, 2, 3, 5], "open ones");
    assert!(!d.text().contains("取消筛选"), "nothing to clear yet\n{}", d.text());
    d.keys("F4 text:3栋 Enter");
    assert_eq!(shown(&d), [1, 2], "the building and what lies in it\n{}", d.text());
    assert!(d.text().contains("没办完的 · 3栋"), "{}", d.text());
    d.keys("F4 text:14号院微网格 Enter");
    assert_eq!(shown(&d), [0, 1, 2, 3]);
    d.keys("F2 F2");
    assert_eq!(shown(&d), [0, 3], "and of a programme");
    d.keys("Right");
    assert_eq!(shown(&d), [0], "and under a concern\n{}", d.text());
    d.keys("Tab text:车");
    assert_eq!(shown(&d), [0]);
    assert!(d.text().contains("取消筛选"), "{}", d.text());
    d.keys("F5");
    assert_eq!(shown(&d), [0, 1, 2, 3, 5], "as the list opens\n{}", d.text());
    d.keys("Tab F4 text:茶铺 Enter");
    assert_eq!(shown(&d), [4], "all states, one micro-grid");
    // The board shows the same.
    d.keys("F8");
    assert_eq!(shown(&d), [4], "{}", d.text());
    d.keys("F5");
    assert!(d.text().contains("电瓶车车棚") && !d.text().contains("茶铺门口"), "{}", d.text());
    // What the list is narrowed by is not lost on the way to a matter and back, nor by Esc in the places.
    d.keys("F8 F4 text:3栋 Enter Enter Esc F4 Esc");
    assert_eq!(shown(&d), [1, 2], "{}", d.text());
}

#[test]
fn where_nothing_fits_the_way_out_is_said() {
    let (_dir, mut d) = matters("zh-CN", (80, 24), "F4 text:茶铺 Enter");
    assert!(d.text().contains("没有符合条件的。按 F5 取消筛选。"), "{}", d.text());
    d.keys("F5");
    assert_eq!(shown(&d), [0, 1, 2, 3, 5]);
}

#[test]
fn what_is_on_view_is_what_is_printed() {
    let (_dir, mut d) = matters("zh-CN", (80, 24), "F4 text:3栋 Enter Tab C-x");
    let Place::Print { order } = d.place() else { panic!("{:?}", d.place()) };
    let at = ["游家渡社区", "第二网格", "14号院微网格", "14号院", "3"].map(str::to_owned);
    assert_eq!(order.matters, Which { place: place::Place(at.to_vec()), ..Which::default() });
    d.keys("F9").settle();
    assert!(!d.text().is_empty());
}

#[test]
fn changing_a_title_leaves_the_place_where_it_was() {
    let (_dir, mut d) = matters("zh-CN", (80, 24), "text:感应灯 Enter F2 C-u text:二单元的灯 Enter Enter Enter Enter");
    let about = |d: &Driver, title: &str| {
        let matters = d.ctx().register::<Matters>().unwrap();
        matters.matters().find(|(_, matter)| matter.about.title == title).map(|(_, m)| m.about.clone()).unwrap()
    };
    assert_eq!(about(&d, "二单元的灯").place.0.len(), 6);
    d.keys("F2 Tab Tab Tab C-u text:东门 Enter");
    assert_eq!(about(&d, "二单元的灯").place.0, ["东门"], "a place nobody lives in is kept as typed");
}

fn cli(dir: &std::path::Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.arg("--data").arg(dir).args(["--lang", "zh-CN", "matters"]).args(arguments).assert()
}

#[test]
fn the_command_line_narrows_by_the_same() {
    let (dir, d) = matters("zh-CN", (80, 24), "");
    drop(d);
    for (arguments, wanted) in [
        (&[][..], &[0, 1, 2, 3, 4, 5][..]),
        (&["--state", "done"], &[4]),
        (&["--state", "done", "--state", "raised"], &[4]),
        (&["--state", "已归类", "--concern", "照明"], &[2]),
        (&["--programme", "venture"], &[0, 3]),
        (&["--programme", "微自治"], &[5]),
        (&["--place", "14号院微网格"], &[0, 1, 2, 3]),
        (&["--place", "14号院/3"], &[1, 2]),
        (&["--place", "3", "--concern", "ebike"], &[1]),
    ] {
        let said = cli(dir.path(), arguments).success();
        let text = String::from_utf8(said.get_output().stdout.clone()).unwrap();
        let found: Vec<usize> = (0..MATTERS.len()).filter(|n| text.contains(MATTERS[*n].0)).collect();
        assert_eq!(found, wanted, "{arguments:?}\n{text}");
        let json = cli(dir.path(), &[arguments, &["--format", "json"]].concat()).success();
        let rows: serde_json::Value = serde_json::from_slice(&json.get_output().stdout).unwrap();
        let titles: Vec<&str> = rows.as_array().unwrap().iter().filter_map(|r| r["about"]["title"].as_str()).collect();
        let mut found: Vec<usize> =
            titles.iter().filter_map(|title| MATTERS.iter().position(|known| known.0 == *title)).collect();
        found.sort_unstable();
        assert_eq!(found, wanted, "{arguments:?}");
    }
    for (arguments, why) in [
        (["--programme", "charitee"], "有：charity, venture"),
        (["--place", "九号院"], "九号院"),
        (["--state", "somewhere"], "under_way"),
        (["--concern", "nothing"], "ebike"),
    ] {
        cli(dir.path(), &arguments).code(2).stderr(predicates::str::contains(why));
    }
}

#[test]
fn how_it_looks() {
    for (name, keys) in
        [("places", "F4"), ("narrowed", "F4 Down*5 Enter Right"), ("board", "Tab F8"), ("none", "F4 text:茶铺 Enter")]
    {
        for lang in ["zh-CN", "en"] {
            for size in [(80, 24), (120, 40)] {
                let (_dir, driver) = matters(lang, size, keys);
                insta::assert_snapshot!(format!("matters-{name}-{lang}-{}x{}", size.0, size.1), driver.text());
            }
        }
    }
}

/// More codes than Home folds before a key is answered.
#[test]
fn home_says_how_matters_stand_also_where_there_are_very_many_codes() {
    use babahui::domain::{
        ResponseId, SeededIds,
        matter::{Code, SuggestionKey},
        record::Body,
        survey::{AnswerTree, Door, DraftHead, Response},
    };
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    fill(&mut ctx);
    let code = Code { concerns: vec!["ebike".into()], matters: Vec::new() };
    let bodies = (0..5_001_u128).map(|n| {
        let suggestion = SuggestionKey::new(ResponseId(uuid::Uuid::from_u128(n + 1)), "remarks");
        let event = Event::Coded { suggestion, code: code.clone(), blind: false };
        (Body::Matter(event), support::now(), String::new())
    });
    let bodies = bodies.collect();
    ctx.store.append_all(bodies, &mut SeededIds::new(4)).unwrap();
    let response = Response {
        head: DraftHead {
            id: ResponseId(ctx.new_id()),
            survey: ctx.library.find("courtyard-intake").unwrap().reference().clone(),
            session: None,
            door: Door::default(),
            surveyor: "张三".into(),
            created: support::now(),
            seed: 1,
            correction: None,
        },
        finished: support::now(),
        name: String::new(),
        answers: AnswerTree::default(),
        audit: Vec::new(),
    };
    ctx.write(|store, stamp| store.import(vec![response], stamp)).unwrap();
    // As after a start: nothing is held yet.
    drop(ctx);
    let mut d = Driver::new(support::ctx(dir.path(), "zh-CN"), &Place::Home, (100, 40));
    d.keys("Down");
    assert!(d.text().contains("事项") && !d.text().contains("6 件"), "no key waits for it\n{}", d.text());
    d.settle();
    assert!(d.text().contains("6 件"), "{}", d.text());
    // The next look at them finds all of it read.
    d.keys("C-t");
    assert!(d.text().contains("电瓶车车棚"), "{}", d.text());
}
