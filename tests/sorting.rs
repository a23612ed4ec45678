//! From what households say to a matter with its whole thread, by keys: sorted, merged, split, put on an agenda, voted on.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use babahui::{
    app::{Ctx, Place, SortWhat},
    domain::{
        ActionId, Answer, MatterId, ResponseId, Value,
        matter::Matters,
        meeting::{
            Command,
            agenda::{ItemKey, MotionKey},
            attendance::AttendanceCommand,
            course::CourseCommand,
            ledger::{self, ActionEvent, Origin, Task},
            motion::{Hands, MotionCommand},
        },
        survey::{AnswerTree, Door, DraftHead, Entry, Response, SurveyRef},
    },
    ui::Driver,
};
use chrono::TimeDelta;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// What the demo's households say, one or two of each concern and one of none.
const SAID: [&str; 12] = [
    "墙皮一块一块往下掉，上个月差点砸到娃儿。",
    "电瓶车到处停，楼道口走都走不动。",
    "大门敞起的，哪个都进得来。",
    "安几根板凳嘛，晚饭过后好坐到吹下牛。",
    "花台头杂草比人还高，一涨水就淹。",
    "井盖踩起哐当哐当的，晚上走起心慌。",
    "有些人飞线充电，从六楼吊下来，吓人得很。",
    "车棚要有顶顶，落雨淋起容易坏。",
    "充电要收好多钱一度，先说清楚。",
    "换成不响的井盖，晚上车子一过就醒。",
    "临街那面墙最恼火，路过的人都绕起走。",
    "你们辛苦了，进来喝口水嘛。",
];

fn what() -> Vec<SortWhat> {
    vec![SortWhat { survey: "courtyard-intake".into(), question: "remarks".into() }]
}

fn fill(ctx: &mut Ctx) {
    let session = support::sessions(ctx)[2];
    let survey: SurveyRef = ctx.library.find("courtyard-intake").unwrap().reference().clone();
    let responses = SAID.iter().enumerate().map(|(n, text)| {
        let at = support::now() - TimeDelta::days(20) + TimeDelta::hours(i64::try_from(n).unwrap());
        let door = Door { building: "3".into(), entrance: "2".into(), household: format!("{}01", n + 1) };
        let answers = [("remarks".to_owned(), Entry::Answer(Answer::Value(Value::Text((*text).into()))))];
        Response {
            head: DraftHead {
                id: ResponseId(ctx.new_id()),
                survey: survey.clone(),
                session: Some(session),
                door,
                surveyor: "张三".into(),
                created: at,
                seed: 1,
                correction: None,
            },
            finished: at,
            name: String::new(),
            answers: AnswerTree(answers.into()),
            audit: Vec::new(),
        }
    });
    let responses: Vec<Response> = responses.collect();
    ctx.write(|store, stamp| store.import(responses, stamp)).unwrap();
}

fn driver(dir: &std::path::Path, lang: &str, size: (u16, u16), place: &Place) -> Driver {
    let mut ctx = support::ctx(dir, lang);
    fill(&mut ctx);
    Driver::new(ctx, place, size)
}

fn shown(name: &str, place: &Place, keys: &str) {
    for lang in ["zh-CN", "en"] {
        for size in SIZES {
            let dir = tempfile::tempdir().unwrap();
            let mut driver = driver(dir.path(), lang, size, place);
            driver.keys(keys).settle();
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
        }
    }
}

/// Sorts all twelve: a matter each for the first six, the others to those they belong to, the last set aside.
const SORT: &str = "C-n Enter C-n Enter C-n Enter C-n Enter C-n Enter C-n Enter 1 1 1 1 1 0";

fn sorting() -> Place {
    Place::Sorting { what: what(), blind: false }
}

#[test]
fn where_there_is_much_it_is_read_away_from_the_screen() {
    for (lang, reading, matters) in
        [("zh-CN", "正在读住户说的话", "正在读事项"), ("en", "Reading what was said", "Reading the matters")]
    {
        let dir = tempfile::tempdir().unwrap();
        let mut ctx = support::ctx(dir.path(), lang);
        fill(&mut ctx);
        ctx.at_once = 0;
        let mut d = Driver::new(ctx, &Place::Matters, (80, 24));
        assert!(d.text().contains(matters), "{}", d.text());
        // Away and there again before it is read.
        d.keys("Esc");
        assert_eq!(d.place(), Place::Home);
        d.keys("C-t").settle();
        assert!(!d.text().contains(matters), "{}", d.text());
        drop(d);
        let mut ctx = support::ctx(dir.path(), lang);
        ctx.at_once = 0;
        let mut d = Driver::new(ctx, &Place::Sorting { what: what(), blind: false }, (80, 24));
        assert!(d.text().contains(reading), "{}", d.text());
        // A digit does nothing to what is not there yet.
        d.keys("1").settle();
        assert!(d.text().contains("墙皮"), "{}", d.text());
        let matters = d.ctx().register::<Matters>().unwrap();
        assert_eq!(matters.codings().count(), 0);
        d.keys("1").settle();
        assert_eq!(d.ctx().register::<Matters>().unwrap().codings().count(), 1);
        assert!(!d.text().contains("墙皮"), "{}", d.text());
        d.keys("Esc");
    }
}

#[test]
fn a_matter_opened_first_where_there_is_much_is_read_away_from_the_screen() {
    for (lang, reading, missing) in
        [("zh-CN", "正在读事项", "没有这件事项了"), ("en", "Reading the matters", "This matter is not there any more")]
    {
        let dir = tempfile::tempdir().unwrap();
        let mut d = driver(dir.path(), lang, (80, 24), &sorting());
        d.keys(SORT).settle();
        let matters = d.ctx().register::<Matters>().unwrap();
        let (id, title) = matters.matters().map(|(id, matter)| (id, matter.about.title.clone())).next().unwrap();
        let said = matters.suggestions(id).len();
        let place = Place::Matter { matter: id };
        drop(d);
        let opened = |place: &Place| {
            let mut ctx = support::ctx(dir.path(), lang);
            ctx.at_once = 0;
            let (go, wait) = std::sync::mpsc::channel::<()>();
            let first = ctx.worker.start(move |_| wait.recv().is_ok());
            (Driver::new(ctx, place, (80, 24)), go, first)
        };
        let (mut d, go, _first) = opened(&place);
        assert!(d.text().contains(reading), "{}", d.text());
        // Keys are answered while it is read; those of the matter do nothing yet.
        d.keys("F1");
        assert!(matches!(d.place(), Place::Help { .. }));
        d.keys("Esc F2 F4 F6 F7 F8 F9 C-z Enter Down");
        assert!(d.text().contains(reading), "{}", d.text());
        assert_eq!(d.place(), place);
        // It arrives while another screen is on top.
        d.keys("F1");
        go.send(()).unwrap();
        d.settle();
        d.keys("Esc");
        assert!(d.text().contains(&title) && !d.text().contains(reading), "{}", d.text());
        assert_eq!(d.ctx().facts().unwrap().said_of(id).len(), said);
        let whole = d.text();
        // Left before it arrived, and there again.
        let (mut d, go, _first) = opened(&place);
        d.keys("Esc");
        assert_eq!(d.place(), Place::Home);
        go.send(()).unwrap();
        d.settle();
        assert!(!d.text().contains(reading), "{}", d.text());
        drop(d);
        let (mut d, go, _first) = opened(&place);
        go.send(()).unwrap();
        d.settle();
        assert_eq!(d.text(), whole);
        // One that is not there says so.
        let (mut d, go, _first) = opened(&Place::Matter { matter: MatterId(uuid::Uuid::from_u128(1)) });
        go.send(()).unwrap();
        d.settle();
        assert!(d.text().contains(missing), "{}", d.text());
    }
}

#[test]
fn nothing_is_assigned_without_a_key_and_everything_can_be_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = driver(dir.path(), "zh-CN", (80, 24), &sorting());
    assert!(d.text().contains("还有 12 条没归，共 12 条"), "{}", d.text());
    d.keys("Right Right Left");
    assert!(d.text().contains("还有 12 条没归"), "{}", d.text());
    d.keys("1");
    assert!(d.text().contains("还有 11 条没归"), "{}", d.text());
    d.keys("C-z");
    assert!(d.text().contains("还有 12 条没归"), "{}", d.text());
    // Several: two concerns on one suggestion, then on.
    d.keys("Home Space 1 2 Enter");
    let matters = d.ctx().register::<Matters>().unwrap();
    let codes: Vec<usize> = matters.codings().map(|(_, c)| c.code.as_ref().unwrap().concerns.len()).collect();
    assert_eq!(codes, [2]);
}

#[test]
fn the_why_stands_beside_what_is_offered() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = driver(dir.path(), "zh-CN", (80, 24), &sorting());
    d.keys("Right");
    let line = d.text().lines().find(|line| line.contains("非机动车停车、充电")).unwrap().to_owned();
    assert!(line.contains("因为") && line.contains("电瓶车") && line.trim_start().starts_with("> 1"), "{line}");
}

#[test]
fn a_second_coder_sees_nothing_of_the_first_and_their_agreement_is_measured() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = driver(dir.path(), "zh-CN", (80, 24), &sorting());
    d.keys("1 1 1 1 0 1");
    d.ctx_mut().settings.surveyor = Some("李四".into());
    d.keys("F8");
    assert!(d.text().contains("还有 12 条没归"), "{}", d.text());
    d.keys("1 1 1 0 1 1 F7");
    let text = d.text();
    assert!(text.contains("张三") && text.contains("李四") && text.contains("66.7%"), "{text}");
}

/// Sorted by keys, an agenda made of the e-bike matter and another one, the meeting held, everything linked by itself.
#[test]
fn from_suggestions_to_a_vote_the_thread_says_it_all() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = driver(dir.path(), "zh-CN", (120, 40), &sorting());
    d.keys(SORT);
    assert!(d.text().contains("12 条都归好了"), "{}", d.text());
    let matters = d.ctx().register::<Matters>().unwrap();
    assert_eq!((matters.matters().count(), matters.codings().count()), (6, 12));
    let ebike = matters.matters().find(|(_, m)| m.about.concern == "ebike").map(|(id, _)| id).unwrap();
    let before = matters.suggestions(ebike).len();
    assert!(before >= 3, "{before}");

    // One merged into the e-bike matter, then split off again under another name.
    d.keys("C-t End");
    let other = match d.keys("Enter").place() {
        Place::Matter { matter } => matter,
        place => panic!("{place:?}"),
    };
    assert_ne!(other, ebike);
    let moved = d.ctx().register::<Matters>().unwrap().suggestions(other).len();
    let title = d.ctx().register::<Matters>().unwrap().matter(ebike).unwrap().about.title.clone();
    d.keys(&format!("F6 text:\"{title}\" Enter"));
    assert_eq!(d.ctx().register::<Matters>().unwrap().suggestions(ebike).len(), before + moved, "{}", d.text());
    d.keys("F7 Space Enter text:楼道充电 Enter");
    let matters = d.ctx().register::<Matters>().unwrap();
    assert_eq!(matters.suggestions(ebike).len(), before + moved - 1, "{}", d.text());
    assert!(d.text().contains("拆出“楼道充电”") && d.text().contains("合并"), "{}", d.text());
    let everything: usize = matters.matters().map(|(id, _)| matters.suggestions(id).len()).sum();
    assert_eq!(everything, 11);

    // Its note is written and written anew; the thread keeps both.
    d.keys("F4 text:物业量过地方 Enter F4 C-u text:物业量过两回 Enter");
    assert!(d.text().contains("物业量过地方（") && d.text().contains("物业量过两回（"), "{}", d.text());
    assert_eq!(d.ctx().register::<Matters>().unwrap().matter(ebike).unwrap().about.note, "物业量过两回");
    d.keys("C-z");
    assert_eq!(d.ctx().register::<Matters>().unwrap().matter(ebike).unwrap().about.note, "物业量过地方");

    // The agenda and its meeting in one key; a file that is sound.
    let meeting = match d.keys("F9").place() {
        Place::Lobby { meeting } => meeting,
        place => panic!("{place:?}\n{}", d.text()),
    };
    let file = std::fs::read_dir(dir.path().join("agendas")).unwrap().next().unwrap().unwrap().path();
    let agenda = babahui::import::AgendaFile::open(&file).unwrap();
    assert_eq!(agenda.problems(), []);
    assert!(agenda.source.text.contains("12 户中 4 户在意见里提出；12 户中"), "{}", agenda.source.text);
    assert!(agenda.source.text.contains("of 12 households raised this in their own words; "), "{}", agenda.source.text);

    let ctx = d.ctx_mut();
    let motion = MotionKey::new("motion-1");
    let item = ItemKey::new("vote");
    for command in [
        Command::Course(CourseCommand::Start),
        Command::Attendance(AttendanceCommand::Count { present: 30 }),
        Command::Course(CourseCommand::Go { item: ItemKey::new("matter-1") }),
        Command::Course(CourseCommand::Go { item: item.clone() }),
        Command::Motion(MotionCommand::Put { motion: motion.clone(), way: None }),
        Command::Motion(MotionCommand::Count { motion: motion.clone(), hands: Hands { yes: 30, no: 0, abstain: 0 } }),
        Command::Motion(MotionCommand::Close { motion: motion.clone() }),
    ] {
        assert!(ctx.ask(meeting, command.clone()), "{command:?}");
    }
    let task = Task { what: "找人量尺寸".into(), who: "李嬢嬢".into(), due: None };
    let origin = Some(Origin { meeting, item: ItemKey::new("tasks"), motion: None });
    let action = ActionId(ctx.new_id());
    let event = ActionEvent::Assigned { task, origin };
    assert!(ctx.ask_ledger(ledger::Event::Action { action, event }.into()));

    // The screens below come back with what happened meanwhile.
    d.keys("Esc");
    assert_eq!(d.place(), Place::Matter { matter: ebike });
    let text = d.text();
    for words in ["实施中", "住户说", "会上商议", "同意办理", "通过，赞成 30", "找人量尺寸"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    // The last is what the agenda still holds; the first leads to the response it came from.
    assert_eq!(d.keys("End Enter").place(), Place::Lobby { meeting });
    assert!(matches!(d.keys("Esc Home Enter").place(), Place::Response { .. }), "{}", d.text());
}

#[test]
fn sorting_in_both_languages() {
    shown("sorting", &sorting(), "");
    shown("sorting-several", &sorting(), "Right Space 1 2");
    shown("sorting-new", &sorting(), "Right C-n");
}

#[test]
fn matters_in_both_languages() {
    shown("sorting-done", &sorting(), SORT);
    shown("matters", &sorting(), &format!("{SORT} C-t"));
    shown("matters-board", &sorting(), &format!("{SORT} C-t F8"));
    shown("matter", &sorting(), &format!("{SORT} C-t Down Enter End"));
    shown("matter-split", &sorting(), &format!("{SORT} C-t Down Enter F7 Space"));
    shown("agreement", &Place::Agreement, "");
}
