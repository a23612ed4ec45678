//! Votes entered through the real screens, each way, with the fewest keys; and the results they are read out from.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/meeting.rs"]
mod meeting;
mod support;
#[path = "support/vote.rs"]
mod vote;

use babahui::{
    app::Place,
    domain::{
        MeetingId, Text,
        meeting::{
            Meeting,
            agenda::{Agenda, MotionKey, Way},
            ledger::Ledger,
            minutes::Minutes,
            motion::{Hands, Motion, Stage, Teller, Vote},
            rule::{Choice, Discussion, Matter, Outcome, Rule, Silent, Taking},
        },
    },
    report::{MinutesStatus, document_text, minutes_document},
    ui::Driver,
};
use tempfile::TempDir;

use vote::{begun, boxes, dots, shed, talk, voting};

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

fn on(lang: &str, agenda: Agenda, present: usize, keys: &str) -> (TempDir, Driver, MeetingId) {
    on_size(lang, agenda, present, keys, (80, 24))
}

fn on_size(lang: &str, agenda: Agenda, present: usize, keys: &str, size: (u16, u16)) -> (TempDir, Driver, MeetingId) {
    let dir = tempfile::tempdir().unwrap();
    let (mut driver, id) = begun(support::ctx(dir.path(), lang), agenda, present, size);
    driver.keys(keys);
    (dir, driver, id)
}

fn held(driver: &Driver, id: MeetingId) -> &Meeting {
    driver.ctx().meeting(id).unwrap()
}

fn motion(driver: &Driver, id: MeetingId) -> &Motion {
    held(driver, id).motions.get(&MotionKey::new("m0")).unwrap()
}

fn vote_of(driver: &Driver, id: MeetingId) -> &Vote {
    motion(driver, id).vote.as_ref().unwrap()
}

fn shows(driver: &Driver, words: &[&str]) {
    // Sentences go on in the next row.
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let text = driver.text();
    for words in words {
        assert!(plain(&text).contains(&plain(words)), "{words}\n{text}");
    }
}

/// Pictures in both languages and sizes.
fn shown(name: &str, agenda: impl Fn() -> Agenda, present: usize, keys: &str) {
    for lang in ["zh-CN", "en"] {
        for size in SIZES {
            let (_dir, driver, _) = on_size(lang, agenda(), present, keys, size);
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
        }
    }
}

/// One digit a door: 33 for, 8 against.
fn shed_called() -> String {
    format!("Enter {} {}", "1 ".repeat(33), "2 ".repeat(8))
}

#[test]
fn a_roll_is_called_with_one_digit_a_door() {
    let (_dir, mut d, id) = on("zh-CN", shed(), 43, &shed_called());
    // The figures of the sketch: 41 of 60 take part, 33 of 41 consent, by area too.
    shows(&d, &["41/60 ✓ >=40", "3 102.40/4 500.00 ㎡ ✓", "33/41 ✓ >=31", "2 511.10/3 102.40 ㎡ ✓", "现在  ✓ 通过"]);
    shows(&d, &["赞成 33", "反对 8", "未表态 19"]);
    // Those not there may hand their ballot in, so it can still turn.
    shows(&d, &["尚未定局"]);
    d.keys("F9");
    assert_eq!(motion(&d, id).outcome(), Some(Outcome::Carried));
    assert!(matches!(d.place(), Place::Result { .. }));
    shows(&d, &["依据民法典第278条 特别事项", "参与 41 户", "赞成 33 户", "通过"]);
}

#[test]
fn a_digit_shows_in_the_next_frame_and_goes_to_the_next_who_has_not_spoken() {
    let (_dir, mut d, id) = on("zh-CN", shed(), 43, "Enter Down 1 Up*2 2");
    let said = |d: &Driver, n: usize| vote_of(d, id).choices.get(&meeting::key(n)).copied();
    assert_eq!((said(&d, 0), said(&d, 1)), (Some(Choice::Against), Some(Choice::For)));
    // The second has spoken: the cursor went past it.
    d.keys("4");
    assert_eq!(said(&d, 2), Some(Choice::Spoiled));
    // Wrong key: back, and take it back; with the digit 0 as well as with Delete.
    d.keys("Up 0");
    assert_eq!(said(&d, 2), None);
    d.keys("3 Up Delete");
    assert_eq!(said(&d, 2), None);
    shows(&d, &["赞成 1", "反对 1", "弃权 0", "未表态 58"]);
    // An undo takes the last command back, whatever it was.
    d.keys("C-z");
    assert_eq!(said(&d, 2), Some(Choice::Abstain));
    shows(&d, &["弃权 1", "未表态 57"]);
    // Digits that mean nothing do nothing.
    d.keys("7 9");
    assert_eq!(vote_of(&d, id).choices.len(), 3);
}

#[test]
fn a_roll_is_called_with_a_chinese_input_method_on() {
    let (_dir, mut d, id) = on("zh-CN", shed(), 43, "Enter");
    d.keys("text:１２３");
    let counts = vote_of(&d, id).counts();
    assert_eq!((counts.yes.heads, counts.no.heads, counts.abstain.heads), (1, 1, 1));
    // Looking for a family: Tab, their name, Enter; then the digit is theirs.
    d.keys("Tab text:吴家 Down Enter 1");
    assert_eq!(vote_of(&d, id).choices.get(&meeting::key(15)), Some(&Choice::For), "{}", d.text());
    // By the door's number: digits are the search's there.
    d.keys("F6 text:3-2-501 Enter 2");
    assert_eq!(vote_of(&d, id).choices.get(&meeting::key(58)), Some(&Choice::Against), "{}", d.text());
    assert_eq!(vote_of(&d, id).choices.len(), 5);
    // A key that opens a search by sign opens it full-width too, and Esc leaves it.
    d.keys("text:、 Esc 1");
    assert_eq!(vote_of(&d, id).choices.len(), 6);
}

#[test]
fn who_is_missing_stands_alone_on_view() {
    let (_dir, mut d, id) = on("zh-CN", shed(), 43, &shed_called());
    d.keys("F7");
    shows(&d, &["只看还没表态的"]);
    assert!(!d.text().contains("1-1-101"), "{}", d.text());
    // One that has spoken stays on view until one asks anew.
    d.keys("1");
    shows(&d, &["未表态 18", "✓ 赞成"]);
    d.keys("F7 F7");
    assert!(!d.text().contains("✓ 赞成"), "{}", d.text());
    d.keys("Home");
    d.keys(&"2 ".repeat(18));
    assert_eq!(vote_of(&d, id).choices.len(), 60);
    d.keys("F7 F7");
    shows(&d, &["都表态了"]);
}

#[test]
fn papers_are_handed_out_and_silent_ones_stand_beside_the_strict_result() {
    let mut agenda = voting(6, Rule::owners(Matter::Ordinary), &[Way::RollCall]);
    let citation = vote::both("议事规则第九条", "By-law 9");
    agenda.settings.taking = Taking { silent: Silent::JoinMajority { citation }, ..Taking::default() };
    let (_dir, mut d, id) = on("zh-CN", agenda, 2, "Enter C-d 1 1 1 2");
    assert_eq!(vote_of(&d, id).delivered.len(), 6);
    shows(&d, &["现在  ✓ 通过", "随多数算：通过"]);
    d.keys("F9");
    shows(&d, &["没交回 2 户", "另按议事规则第九条算", "随多数算："]);
}

#[test]
fn only_those_there_speak_in_a_discussion_and_a_proxy_counts_while_its_holder_is_there() {
    use babahui::domain::meeting::{Command, attendance::AttendanceCommand};
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let opening = meeting::opening(babahui::domain::SessionId(uuid::Uuid::nil()), talk(&[Way::RollCall]));
    let id = ctx.open_meeting(opening).unwrap();
    let proxy = |principal: usize, holder: usize| {
        Command::Attendance(AttendanceCommand::GiveProxy {
            principal: meeting::key(principal),
            holder: meeting::key(holder).person(),
            written: true,
        })
    };
    for n in 0..2 {
        assert!(ctx.ask(id, Command::Attendance(AttendanceCommand::CheckIn { voter: meeting::key(n) })));
    }
    assert!(ctx.ask(id, proxy(2, 1)));
    assert!(ctx.ask(id, Command::Course(babahui::domain::meeting::course::CourseCommand::Start)));
    let mut d = Driver::new(ctx, &Place::Vote { meeting: id, motion: MotionKey::new("m0") }, (120, 40));
    d.keys("Enter");
    shows(&d, &["未表态 3", "不在场", "李家代"]);
    d.keys("1 1 1 Down");
    assert_eq!(vote_of(&d, id).counts().yes.heads, 3);
    // Who was not there is refused, in words; nothing changes.
    d.keys("1");
    assert_eq!(vote_of(&d, id).choices.len(), 3);
    shows(&d, &["!"]);
}

#[test]
fn hands_are_three_figures_checked_against_who_is_there() {
    let (_dir, mut d, id) = on("zh-CN", talk(&[Way::ShowOfHands]), 43, "Enter");
    d.keys("text:33 Enter text:９ Enter text:2");
    // Typed, not yet entered: seen in the lights, and that it cannot be.
    shows(&d, &["多出 1 人，请重数"]);
    d.keys("Up text:8");
    d.keys("Down");
    assert_eq!(vote_of(&d, id).hands, Some(Hands { yes: 33, no: 8, abstain: 2 }));
    shows(&d, &["共举手 43 人，在场 43 人，没举手 0 人", "33/43 ✓ >=22"]);
    d.keys("F9");
    assert_eq!(motion(&d, id).outcome(), Some(Outcome::Carried));
    let text = d.text();
    shows(&d, &["不是法定决定", "商议结果"]);
    assert!(!text.contains("依据") && !text.contains("民法典"), "{text}");
}

#[test]
fn figures_that_do_not_agree_are_not_closed_over() {
    let (_dir, mut d, id) = on("zh-CN", talk(&[Way::ShowOfHands]), 43, "Enter text:99 F9");
    assert_eq!(motion(&d, id).stage, Stage::Open);
    shows(&d, &["请重数"]);
    // What was typed is taken back first, then what was done.
    d.keys("C-z");
    assert!(!d.text().contains("99"), "{}", d.text());
    d.keys("C-z");
    assert_eq!(motion(&d, id).stage, Stage::Ahead);
}

#[test]
fn an_obvious_majority_has_no_numbers() {
    let (_dir, d, id) = on("zh-CN", talk(&[Way::ShowOfHands]), 43, "Enter F6");
    assert_eq!(motion(&d, id).outcome(), Some(Outcome::Carried));
    let text = d.text();
    shows(&d, &["明显多数赞成，没有逐个点数", "通过"]);
    assert!(!text.contains('%') && !text.contains("##"), "{text}");
    let (_dir, d, id) = on("en", talk(&[Way::ShowOfHands]), 43, "Enter F7");
    assert_eq!(motion(&d, id).outcome(), Some(Outcome::Lost));
    shows(&d, &["obvious majority against"]);
}

#[test]
fn boxes_are_counted_one_after_the_other_with_checks_beside_them() {
    let (_dir, mut d, id) = on("zh-CN", talk(&[boxes()]), 43, "Enter");
    d.keys("text:20 Enter text:18 Enter text:12 Enter text:4 Enter text:1 Enter");
    // 18 found, 17 marks so far.
    shows(&d, &["少计 1 张"]);
    d.keys("text:1 Enter");
    assert_eq!(vote_of(&d, id).boxes[0].unwrap().marks(), 18);
    // The second box: more found than given.
    d.keys("text:10 Enter text:11");
    shows(&d, &["多收 1 张"]);
    assert_eq!(vote_of(&d, id).boxes[1].unwrap().found, 0);
    d.keys("text:10 Left Right text:9 Right text:9 Down*1");
    // The third was not used.
    d.keys("Left*5 text:0 Enter");
    shows(&d, &["合计", "30"]);
    d.keys("F9");
    assert_eq!(motion(&d, id).outcome(), Some(Outcome::Carried), "{}", d.text());
    shows(&d, &["赞成 21 票", "反对 4 票", "无效 1 票", "没交回 3 票"]);
}

#[test]
fn boxes_add_areas_where_the_rule_weighs_them() {
    let agenda = voting(60, Rule::owners(Matter::Ordinary), &[boxes()]);
    let (_dir, mut d, id) = on("zh-CN", agenda, 43, "Enter");
    d.keys("text:60 Tab text:41 Tab text:33 Tab text:8 Tab text:0 Tab text:0 Tab");
    d.keys("text:4500 Tab text:2511.10 Tab text:591.3 Tab text:0 Tab text:0 Tab");
    let count = vote_of(&d, id).boxes[0].unwrap();
    assert_eq!((count.given.area, count.yes.area, count.no.area), (450_000, 251_110, 59_130));
    shows(&d, &["3 102.40/4 500.00 ㎡ ✓", "2 511.10/3 102.40 ㎡ ✓"]);
    // The papers of the second box have no areas yet: they would count for heads only.
    d.keys("text:0 Tab text:2 Tab text:2 Tab Tab Tab Tab Tab Tab Tab Tab Tab text:0 Enter");
    shows(&d, &["面积没填"]);
    d.keys("F9");
    assert_eq!(motion(&d, id).stage, Stage::Open);
    shows(&d, &["第 2 个票箱有票没算面积"]);
}

#[test]
fn who_counts_is_named_once_and_stands_on_screen_result_and_minutes() {
    let agenda = voting(60, Rule::owners(Matter::Ordinary), &[boxes(), boxes()]);
    let (_dir, mut d, id) = on("zh-CN", agenda, 43, "");
    shows(&d, &["还没有定监票人"]);
    d.keys("F4 text:周大爷、李四 Enter text:王嬢嬢 Enter Enter");
    shows(&d, &["监票人：周大爷、李四", "唱票人：王嬢嬢"]);
    d.keys("C-z");
    assert!(motion(&d, id).tellers.of(Teller::Caller).is_empty());
    d.keys("F4 Enter text:王嬢嬢 Enter text:赵六 Enter Enter");
    let papers = "text:41 Tab text:41 Tab text:33 Tab text:8 Tab text:0 Tab text:0 Tab";
    let areas = "text:3102.4 Tab text:2511.10 Tab text:591.3 Tab text:0 Tab text:0 Tab";
    // While the papers are counted they stand above the figures.
    d.keys(papers);
    shows(&d, &["监票人：周大爷、李四", "计票人：赵六"]);
    d.keys(areas);
    d.keys(&format!("{} {} F9", "text:0 Tab ".repeat(11), "text:0 Tab ".repeat(11)));
    shows(&d, &["赞成"]);
    assert_eq!(motion(&d, id).stage, Stage::Closed, "{}", d.text());
    let minutes = Minutes::of(held(&d, id), &Ledger::default(), None);
    for minutes in [minutes.public(), minutes] {
        let paper = document_text(&minutes_document(&d.ctx().locale, &minutes, MinutesStatus::Draft), 80);
        let paper: String = paper.split_whitespace().collect();
        for words in ["监票人周大爷、李四", "唱票人王嬢嬢", "计票人赵六"] {
            assert!(paper.contains(words), "{paper}");
        }
    }
    d.keys("PgDn");
    shows(&d, &["监票人：周大爷、李四"]);
    // The next vote by paper is counted by the same people.
    d.keys("Enter");
    shows(&d, &["监票人：周大爷、李四"]);
}

#[test]
fn consent_is_one_key_and_an_objection_is_kept_with_its_reason() {
    let agenda = || voting(60, Rule::discussion(Discussion::Consent), &[Way::Consent]);
    let (_dir, mut d, id) = on("zh-CN", agenda(), 43, "Enter");
    shows(&d, &["有没有人坚决反对？"]);
    d.keys("Enter");
    assert_eq!(motion(&d, id).outcome(), Some(Outcome::Carried));
    shows(&d, &["问了有没有人坚决反对，没有"]);
    let (_dir, mut d, id) = on("zh-CN", agenda(), 43, "Enter F6 Enter");
    shows(&d, &["不能空着"]);
    d.keys("text:王嬢嬢 Enter text:离窗户太近 Enter");
    shows(&d, &["1. 王嬢嬢：离窗户太近", "现在  ✗ 未通过"]);
    d.keys("Enter");
    assert_eq!(motion(&d, id).outcome(), Some(Outcome::Lost));
}

#[test]
fn dots_are_a_number_an_option_and_decide_nothing() {
    let (_dir, mut d, id) = on("zh-CN", talk(&[dots()]), 43, "Enter text:40 Enter text:50 Enter");
    shows(&d, &["请重数"]);
    d.keys("text:30 Enter");
    assert_eq!(vote_of(&d, id).dots, [Some(40), Some(30)]);
    d.keys("F9");
    assert_eq!(motion(&d, id).outcome(), None);
    shows(&d, &["东门：40 点", "贴点只是看看大家的意向"]);
}

#[test]
fn a_rule_that_weighs_area_is_not_decided_by_hands() {
    let (_dir, mut d, id) = on("zh-CN", shed(), 43, "Right");
    shows(&d, &["✗"]);
    d.keys("Enter");
    assert_eq!(motion(&d, id).stage, Stage::Ahead);
    d.keys("Left Enter");
    assert_eq!(motion(&d, id).stage, Stage::Open);
}

#[test]
fn a_motion_is_amended_moved_and_seconded_before_it_is_put() {
    let mut agenda = talk(&[Way::ShowOfHands]);
    agenda.settings.seconded = true;
    let (_dir, mut d, id) = on("zh-CN", agenda, 43, "Enter");
    assert_eq!(motion(&d, id).stage, Stage::Ahead);
    d.keys("F7 text:李嬢嬢 Enter F8 text:李嬢嬢 Enter");
    assert_eq!(motion(&d, id).seconded_by, None, "nobody seconds their own motion");
    d.keys("C-u text:王师傅 Enter");
    shows(&d, &["提出人：李嬢嬢   附议人：王师傅"]);
    d.keys("F6 text:，离住户十米 Enter text:陈老师 Enter");
    assert_eq!(
        motion(&d, id).text(),
        &Text::one(babahui::domain::Lang::new("zh-CN"), "在东门边增设非机动车充电棚，离住户十米")
    );
    shows(&d, &["第 2 版，陈老师提议修改", "原来：在东门边增设非机动车充电棚"]);
    // The editor changes the line too; Esc lets it be.
    d.keys("F6");
    assert!(d.edit(|text| format!("{text}。")));
    d.keys("Esc Enter");
    assert_eq!((motion(&d, id).versions.len(), &motion(&d, id).stage), (2, &Stage::Open));
}

#[test]
fn a_motion_is_withdrawn_with_or_without_a_reason_and_comes_back_by_undo() {
    let (_dir, mut d, id) = on("zh-CN", talk(&[Way::ShowOfHands]), 43, "Delete text:再商量 Enter");
    shows(&d, &["这项议题已撤回：再商量"]);
    d.keys("C-z");
    assert_eq!(motion(&d, id).stage, Stage::Ahead);
    d.keys("Enter");
    assert_eq!(motion(&d, id).stage, Stage::Open);
}

#[test]
fn a_closed_vote_is_undone_reopened_and_set_by_hand_with_a_trace() {
    let (_dir, mut d, id) = on("zh-CN", shed(), 43, &format!("{} F9", shed_called()));
    // Closing is taken back like anything else.
    d.keys("C-z");
    assert!(matches!(d.place(), Place::Vote { .. }));
    d.keys("F9 F7 Enter");
    shows(&d, &["不能空着"]);
    d.keys("text:漏了一户 Enter");
    assert_eq!(motion(&d, id).stage, Stage::Open);
    d.keys("1 F9");
    shows(&d, &["赞成 34 户", "往下看"]);
    d.keys("PgDn");
    shows(&d, &["重新表决过，原因：漏了一户"]);
    d.keys("F8 Down Up text:以唱票单为准 Enter");
    assert_eq!(motion(&d, id).outcome(), Some(Outcome::Lost));
    assert_eq!(motion(&d, id).computed(), Some(Outcome::Carried));
    shows(&d, &["人工改定，按票数算是“通过”"]);
    d.keys("PgDn");
    shows(&d, &["理由：以唱票单为准"]);
    d.keys("C-z");
    assert_eq!(motion(&d, id).outcome(), Some(Outcome::Carried));
    // On to the next motion of the item.
    d.keys("Enter");
    assert_eq!(d.place(), Place::Vote { meeting: id, motion: MotionKey::new("m1") });
}

#[test]
fn after_a_crash_the_vote_opens_where_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let (mut d, id) = begun(support::ctx(dir.path(), "zh-CN"), shed(), 43, (80, 24));
    d.keys("Enter 1 1 2");
    let place = d.place();
    drop(d);
    let d = Driver::new(support::ctx(dir.path(), "en"), &place, (80, 24));
    assert_eq!(vote_of(&d, id).choices.len(), 3);
    shows(&d, &["for 2", "against 1", "not yet 57"]);
}

#[test]
fn a_roll_of_two_thousand_is_walked_page_by_page() {
    let agenda = voting(2_000, Rule::owners(Matter::Ordinary), &[Way::RollCall]);
    let (_dir, mut d, id) = on("zh-CN", agenda, 3, "Enter End 1");
    assert_eq!(vote_of(&d, id).choices.get(&meeting::key(1_999)), Some(&Choice::For));
    // After the last comes the first who has not spoken.
    d.keys("1 PgDn 2 Right 2 Left 3");
    assert_eq!(vote_of(&d, id).choices.len(), 5);
    shows(&d, &["未表态 1995"]);
}

#[test]
fn pictures_before_a_motion_is_put() {
    shown("vote-put", shed, 43, "Right");
    let seconded = || {
        let mut agenda = talk(&[boxes()]);
        agenda.settings.seconded = true;
        agenda
    };
    shown("vote-amended", seconded, 43, "F7 text:李嬢嬢 Enter F6 text:（东侧） Enter text:陈老师 Enter F8");
}

#[test]
fn pictures_of_a_roll_call() {
    shown("vote-roll", shed, 43, &shed_called());
    shown("vote-search", shed, 43, "Enter 1 Tab text:李");
}

#[test]
fn pictures_of_counted_figures() {
    shown("vote-hands", || talk(&[Way::ShowOfHands]), 43, "Enter text:30 Enter text:15 Enter");
    let counted = "Enter text:20 Enter text:18 Enter text:12 Enter text:4 Enter text:1 Enter text:1 Enter \
                   text:20 Enter text:21 Enter";
    shown("vote-boxes", || talk(&[boxes()]), 43, counted);
    let areas = "Enter text:60 Tab text:41 Tab text:33 Tab text:8 Tab text:0 Tab text:0 Tab text:4500 Tab \
                 text:2511.10 Tab text:591.3 Tab";
    shown("vote-boxes-area", || voting(60, Rule::owners(Matter::Special), &[boxes()]), 43, areas);
    shown("vote-dots", || talk(&[dots()]), 43, "Enter text:40 Enter");
}

#[test]
fn pictures_of_objections() {
    let agenda = || voting(60, Rule::discussion(Discussion::Consent), &[Way::Consent]);
    shown("vote-consent", agenda, 43, "Enter");
    shown("vote-objection", agenda, 43, "Enter F6 text:王嬢嬢 Enter text:离窗户太近 Enter F6 text:周先生 Enter");
}

#[test]
fn pictures_of_results() {
    shown("result-roll", shed, 43, &format!("{} F9", shed_called()));
    shown("result-not-valid", shed, 43, "Enter 1 1 2 F9 F8 text:以唱票单为准 Enter");
    shown("result-hands", || talk(&[Way::ShowOfHands]), 43, "Enter text:30 Enter text:12 Enter F9");
    shown("result-clear", || talk(&[Way::ShowOfHands]), 43, "Enter F6");
    shown("result-dots", || talk(&[dots()]), 43, "Enter text:40 Enter text:30 Enter F9");
    let agenda = || voting(60, Rule::discussion(Discussion::Consent), &[Way::Consent]);
    shown("result-consent", agenda, 43, "Enter Enter");
    let silent = || {
        let mut agenda = voting(60, Rule::owners(Matter::Ordinary), &[Way::RollCall]);
        let citation = vote::both("议事规则第九条", "By-law 9");
        agenda.settings.taking = Taking { silent: Silent::JoinMajority { citation }, ..Taking::default() };
        agenda
    };
    shown("result-silent", silent, 43, &format!("Enter C-d {} F9", "1 ".repeat(30)));
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

#[test]
fn keys_at_random_lose_nothing_and_miss_nobody() {
    const STEPS: &str = "1 2 3 4 0 9 １ Delete Backspace Enter Enter Enter Enter Tab BackTab Up Down Left Right PgUp PgDn \
                         Home End F6 F7 F8 F9 C-s C-z C-z C-d Space / Esc size:60x16 size:80x24 size:120x40 text:王 \
                         text:12.5 text:x paste:李家 C-e C-y C-l F10 click:20,12 click:60,14 click:5,9 wheel:down";
    let steps: Vec<&str> = STEPS.split_whitespace().collect();
    let shed = || {
        let mut agenda = shed();
        agenda.settings.seconded = true;
        agenda
    };
    let agendas: [&dyn Fn() -> Agenda; 5] = [
        &shed,
        &|| talk(&[Way::RollCall, boxes(), dots()]),
        &|| talk(&[Way::ShowOfHands, Way::Consent]),
        &|| voting(60, Rule::owners(Matter::Ordinary), &[boxes(), Way::RollCall]),
        &|| voting(0, Rule::discussion(Discussion::Consent), &[Way::Consent, Way::RollCall, dots()]),
    ];
    for (seed, agenda) in (1..).zip(agendas) {
        let dir = tempfile::tempdir().unwrap();
        let (mut d, id) = begun(support::ctx(dir.path(), "zh-CN"), agenda(), 43.min(agenda().roll.len()), (80, 24));
        let mut chance = Chance(seed);
        let mut last = d.place();
        for _ in 0..400 {
            d.keys(steps[chance.below(steps.len())]);
            if d.has_quit() || d.place().meeting() != Some(id) {
                // Left: the program opens where one was.
                drop(d);
                d = Driver::new(support::ctx(dir.path(), "zh-CN"), &last, (80, 24));
            }
            last = d.place();
            nobody_is_missed(&d, id, &last);
        }
        let records = d.ctx().store.records_about(babahui::store::About::Meeting(id)).unwrap().0;
        assert_eq!(Meeting::fold(&records).as_ref(), d.ctx().meeting(id), "seed {seed}");
    }
}

/// The number of those who have not spoken, kept key by key, is what a count of the roll gives.
fn nobody_is_missed(d: &Driver, id: MeetingId, place: &Place) {
    let (Place::Vote { motion, .. }, meeting) = (place, held(d, id)) else { return };
    let Some(Motion { stage: Stage::Open, vote: Some(vote), .. }) = meeting.motions.get(motion) else { return };
    if vote.way != Way::RollCall {
        return;
    }
    let roll = meeting.attendance.roll().iter().map(|voter| &voter.key);
    let missing = roll.filter(|key| vote.may_speak(key) && !vote.choices.contains_key(*key)).count();
    let text = d.text();
    let words = if text.contains("zh-CN") { format!("未表态 {missing}") } else { format!("not yet {missing}") };
    assert!(text.contains(&words), "{words}\n{text}");
}

#[test]
fn out_of_a_vote_the_program_started_at_one_comes_to_the_meeting() {
    let (_dir, mut d, id) = on("zh-CN", shed(), 43, "Enter 1");
    d.keys("Esc");
    assert_eq!(d.place(), Place::Live { meeting: id });
    d.keys("F5");
    assert_eq!(vote_of(&d, id).choices.len(), 1);
    assert!(matches!(d.place(), Place::Vote { .. }));
    d.keys("Esc Esc");
    assert_eq!(d.place(), Place::Home);
}
