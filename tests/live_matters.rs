//! What is put in on the spot is about a matter: the matter's thread tells what came of it, and the log tells who said so.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "support/meeting.rs"]
mod build;
mod support;

use babahui::{
    app::{Ctx, Place},
    domain::{
        MatterId, MeetingId,
        matter::{About, Came, Event, Link, Matters, Step, Thread},
        meeting::{Event as Happened, course::CourseEvent, rule::Outcome},
        record::Body,
    },
    store::About as Of,
    ui::Driver,
};

/// The matters of the test: two are open, the lamps are repaired already.
const TITLES: [&str; 3] = ["电瓶车车棚", "换井盖", "修路灯"];

fn raise(ctx: &mut Ctx) -> Vec<MatterId> {
    let mut raised = Vec::new();
    for title in TITLES {
        let matter = MatterId(ctx.new_id());
        let about = About { title: title.into(), ..About::default() };
        ctx.ask_register::<Matters>(Event::Raised { matter, about, split_from: None }.into()).unwrap();
        raised.push(matter);
    }
    let done = Event::Put { matter: raised[2], step: Step::Done, note: "灯亮了".into() };
    ctx.ask_register::<Matters>(done.into()).unwrap();
    raised
}

fn live(lang: &str, size: (u16, u16), keys: &str) -> (tempfile::TempDir, Driver, MeetingId, Vec<MatterId>) {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), lang);
    let matters = raise(&mut ctx);
    let session = support::sessions(&mut ctx)[0];
    let id = ctx.open_meeting(build::opening(session, build::agenda(0, 1))).unwrap();
    let mut driver = Driver::new(ctx, &Place::Live { meeting: id }, size);
    driver.keys(keys).settle();
    (dir, driver, id, matters)
}

fn thread(d: &mut Driver, matter: MatterId) -> Thread {
    assert!(d.ctx_mut().gather());
    Thread::of(&d.ctx().facts().unwrap(), matter, false).unwrap()
}

fn step(d: &mut Driver, matter: MatterId) -> Step {
    thread(d, matter).step
}

fn links(d: &mut Driver, matter: MatterId) -> usize {
    d.ctx_mut().hold_register::<Matters>().unwrap().links(matter).len()
}

#[test]
fn what_is_put_in_for_a_matter_is_told_in_its_thread() {
    let (_dir, mut d, id, matters) = live("zh-CN", (80, 24), "Right");
    let shed = matters[0];
    assert_eq!(step(&mut d, shed), Step::Raised);
    d.keys("F7 End Insert text:车棚先修哪边 Tab text:车棚");
    assert!(!d.text().contains("修路灯"), "only open matters are offered");
    d.keys("Enter");
    assert!(d.text().contains("归到事项“电瓶车车棚”"), "{}", d.text());
    assert_eq!(step(&mut d, shed), Step::Raised, "an item to come is nothing talked over yet");
    d.keys("Esc F7");
    let new = d.ctx().meeting(id).unwrap().course.items().iter().position(|item| !item.posted).unwrap();
    d.keys(&format!("Home Down*{new} Enter"));
    assert!(d.text().contains("事项  电瓶车车棚"), "the item says what it is about\n{}", d.text());
    assert_eq!(step(&mut d, shed), Step::Discussed);

    // A motion on the item is the matter's too, without a key: none is offered first.
    d.keys("C-n text:车棚修在东门 Enter Enter text:30 Enter text:2 Enter F9");
    assert_eq!(step(&mut d, shed), Step::Decided, "{}", d.text());
    d.keys("Esc");
    assert_eq!(d.place(), Place::Live { meeting: id }, "{}", d.text());
    d.keys("F8 text:找三家报价 Enter text:何老师 Enter text:12-01 Enter");
    assert_eq!(step(&mut d, shed), Step::UnderWay, "{}", d.text());
    d.keys("F6 text:王秀英 Enter text:500 Enter Esc");

    let thread = thread(&mut d, shed);
    let told = |what: &dyn Fn(&Came) -> bool| thread.entries.iter().filter(|entry| what(&entry.what)).count();
    assert_eq!(told(&|what| matches!(what, Came::Item { on: true, .. })), 1);
    let carried = |what: &Came| match what {
        Came::Voted { text, outcome, counts, .. } => {
            text.0[0].1 == "车棚修在东门" && *outcome == Some(Outcome::Carried) && *counts == Some((30, 2, 0))
        }
        _ => false,
    };
    assert_eq!(told(&carried), 1, "{:?}", thread.entries);
    assert_eq!(told(&|what| matches!(what, Came::Pledged { fen: 50_000, .. })), 1, "{:?}", thread.entries);
    assert_eq!(told(&|what| matches!(what, Came::Assigned { who, .. } if who == "何老师")), 1);
    assert_eq!(step(&mut d, matters[1]), Step::Raised, "the other matter has nothing of it");
    d.keys(&format!("Esc Esc C-t text:{} Enter", TITLES[0])).settle();
    assert!(d.text().contains("车棚修在东门"), "{}", d.text());
}

#[test]
fn a_motion_from_the_floor_is_for_its_matter_alone() {
    let (_dir, mut d, id, matters) = live("en", (80, 24), "Right C-n Tab text:换井");
    assert!(d.text().contains("换井盖"), "{}", d.text());
    // No words typed: those of the matter are put to the vote.
    d.keys("Enter");
    let Place::Vote { motion, .. } = d.place() else { panic!("{:?}\n{}", d.place(), d.text()) };
    assert_eq!(d.ctx().meeting(id).unwrap().motions.get(&motion).unwrap().text().0[0].1, "换井盖");
    let known = d.ctx_mut().hold_register::<Matters>().unwrap().links(matters[1]).to_vec();
    assert_eq!(known, [Link::Motion { meeting: id, motion }]);
    d.keys("Enter text:12 Enter F9");
    assert_eq!(step(&mut d, matters[1]), Step::Decided);
    assert_eq!((links(&mut d, matters[0]), step(&mut d, matters[0])), (0, Step::Raised));
}

#[test]
fn escape_leaves_the_matters_and_puts_in_for_none() {
    let (_dir, mut d, id, matters) = live("zh-CN", (80, 24), "Right F7 End Insert text:散会前说两句 Tab text:车棚 Esc");
    assert!(d.text().contains("不归到哪件事项"), "{}", d.text());
    d.keys("Enter");
    let item = d.ctx().meeting(id).unwrap().course.items().iter().find(|item| !item.posted).unwrap().item.clone();
    assert_eq!((item.title.0[0].1.as_str(), item.matters.as_slice()), ("散会前说两句", &[][..]));
    assert_eq!(links(&mut d, matters[0]), 0);
}

#[test]
fn an_item_is_given_its_matter_afterwards_and_it_is_taken_away_again() {
    let (_dir, mut d, id, matters) = live("zh-CN", (80, 24), "Right");
    let shed = matters[0];
    d.keys("F7 C-t text:车棚 Enter");
    assert!(d.text().contains("已归到事项“电瓶车车棚”"), "{}", d.text());
    assert_eq!((links(&mut d, shed), step(&mut d, shed)), (1, Step::Discussed));
    let about = |d: &Driver| d.ctx().meeting(id).unwrap().course.items()[0].item.matters.clone();
    assert_eq!(about(&d), [shed]);

    // One more, marked beside the first; then the first is taken away.
    d.keys("C-t text:井盖 Enter C-t");
    assert!(d.text().contains("☑ 电瓶车车棚") && d.text().contains("☑ 换井盖"), "{}", d.text());
    d.keys("text:车棚 Enter");
    assert!(d.text().contains("不再归到事项“电瓶车车棚”"), "{}", d.text());
    assert_eq!((links(&mut d, shed), step(&mut d, shed)), (0, Step::Raised));
    assert_eq!((links(&mut d, matters[1]), about(&d)), (1, vec![matters[1]]));

    // Undo takes back one after the other, the meeting's word and the link together.
    d.keys("Esc C-z");
    assert_eq!((links(&mut d, shed), about(&d)), (1, vec![shed, matters[1]]));
    d.keys("C-z");
    assert_eq!((links(&mut d, matters[1]), about(&d)), (0, vec![shed]));
    d.keys("C-z");
    assert_eq!((links(&mut d, shed), about(&d)), (0, Vec::new()));
    assert_eq!(step(&mut d, shed), Step::Raised);

    let (records, _) = d.ctx_mut().read(|store| store.records_about(Of::Meeting(id))).unwrap();
    let said = |record: &&babahui::domain::record::Record| {
        matches!(&record.body, Body::Meeting { event: Happened::Course(CourseEvent::Concerns { .. }), .. })
    };
    let said: Vec<_> = records.iter().filter(said).collect();
    assert_eq!(said.len(), 3, "each is a record");
    assert!(said.iter().all(|record| record.author == "张三"));
}

#[test]
fn the_matter_of_the_item_under_way_is_a_key_away_and_the_meeting_waits() {
    let (_dir, mut d, id, matters) = live("zh-CN", (80, 24), "Right");
    d.keys("C-k").settle();
    assert_eq!(d.place(), Place::Matters, "the item is about none");
    d.keys("Esc F7 C-t text:车棚 Enter Esc C-k").settle();
    assert_eq!(d.place(), Place::Matter { matter: matters[0] });
    d.keys("Esc");
    assert_eq!(d.place(), Place::Live { meeting: id });
    d.keys("F7 C-t text:井盖 Enter Esc C-k").settle();
    assert_eq!(d.place(), Place::Matters, "it is about two");
}

#[test]
fn undo_takes_an_item_back_with_its_link_and_redo_brings_both() {
    let (_dir, mut d, id, matters) = live("zh-CN", (80, 24), "Right F7 End Insert Tab text:车棚 Enter Esc");
    let count = |d: &Driver| d.ctx().meeting(id).unwrap().course.items().len();
    assert_eq!((count(&d), links(&mut d, matters[0])), (3, 1));
    d.keys("C-z");
    assert_eq!((count(&d), links(&mut d, matters[0])), (2, 0));
    assert!(d.ctx_mut().redo_meeting(id).is_some());
    assert_eq!((count(&d), links(&mut d, matters[0])), (3, 1));
    // What is read anew from the log is what is held.
    let read = d.ctx_mut().read(|store| store.records_about(Of::Register("matter"))).unwrap().0;
    let anew = <Matters as babahui::domain::record::Register>::fold(read);
    assert_eq!(anew.links(matters[0]).len(), 1);
}

#[test]
fn a_matter_can_be_given_after_the_meeting_too() {
    let (_dir, mut d, id, matters) = live("zh-CN", (80, 24), "Right Right Right C-s");
    assert_eq!(d.place(), Place::Minutes { meeting: id });
    let item = d.ctx().meeting(id).unwrap().course.items()[0].item.key.clone();
    let concern = babahui::domain::meeting::course::CourseCommand::Concern { item, matters: vec![matters[0]] };
    assert!(d.ctx_mut().ask(id, babahui::domain::meeting::Command::Course(concern)));
    assert_eq!(step(&mut d, matters[0]), Step::Discussed);
}

#[test]
fn where_no_matter_is_open_nothing_is_offered() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let session = support::sessions(&mut ctx)[0];
    let id = ctx.open_meeting(build::opening(session, build::agenda(0, 1))).unwrap();
    let mut d = Driver::new(ctx, &Place::Live { meeting: id }, (80, 24));
    d.keys("Right F7 C-t");
    assert!(d.text().contains("没有还在办的事项"), "{}", d.text());
    d.keys("Insert text:加一项");
    assert!(!d.text().contains("不归到哪件事项"), "{}", d.text());
    d.keys("Tab text:说说 Enter");
    assert!(d.text().contains("加一项说说"), "{}", d.text());
}

#[test]
fn how_it_looks() {
    for (name, keys) in [
        ("item", "Right F7 End Insert text:车棚先修哪边"),
        ("item-matters", "Right F7 End Insert text:车棚先修哪边 Tab"),
        ("motion", "Right C-n text:车棚修在东门"),
        ("motion-matters", "Right C-n text:车棚修在东门 Tab text:车"),
        ("given", "Right F7 C-t Enter C-t"),
        ("head", "Right F7 C-t Enter Esc"),
    ] {
        for lang in ["zh-CN", "en"] {
            for size in [(80, 24), (120, 40)] {
                let (_dir, driver, _, _) = live(lang, size, keys);
                insta::assert_snapshot!(format!("live-matters-{name}-{lang}-{}x{}", size.0, size.1), driver.text());
            }
        }
    }
}
