//! Pledges, claims, funds and actions, typed as at a meeting: the figures of a courtyard's renewal.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;
#[path = "support/meeting.rs"]
mod support_meeting;

use babahui::{
    app::{Ctx, Place},
    domain::{
        Lang, MeetingId, Text,
        meeting::{
            self,
            agenda::{FundKey, FundPlan, ItemKey, ItemKind, MatchBase, MatchRule, Part, PledgeRound},
            attendance::AttendanceCommand,
            ledger::{Ratio, Scope},
            rule::Fraction,
        },
    },
    ui::Driver,
};
use support_meeting as meetings;

/// Words in both languages.
fn both(zh: &str, en: &str) -> Text {
    Text(vec![(Lang::new("zh-CN"), zh.into()), (Lang::new("en"), en.into())])
}

/// The meeting of the story: pledges with a match, parts to claim, a prize fund, tasks.
fn meeting(ctx: &mut Ctx) -> MeetingId {
    let session = support::sessions(ctx)[1];
    let mut agenda = meetings::agenda(60, 1);
    let rule = MatchRule {
        from: both("街道办", "Street office"),
        min: Fraction { num: 3, den: 1 },
        max: Fraction { num: 5, den: 1 },
        cap: None,
        base: MatchBase::Received,
    };
    let part = |key: &str, title: Text, cost| Part { key: key.into(), title, cost };
    let fund = FundPlan {
        key: "prize".into(),
        title: both("奖金", "Prize money"),
        sources: vec![(both("社区奖金", "Community prize"), 2_000_000)],
        allocations: vec![
            (both("铁路墙彩绘", "Painted railway wall"), 1_200_000),
            (both("修球场", "Basketball court"), 800_000),
        ],
    };
    let item = |key: &str, title: Text, kind| {
        let mut item = meetings::item(key, "", kind);
        item.title = title;
        item
    };
    agenda.items.extend([
        item(
            "give",
            both("自筹改造款", "Money for the renewal"),
            ItemKind::Pledge(PledgeRound { target: Some(5_000_000), matching: Some(rule) }),
        ),
        item(
            "parts",
            both("微心愿认领", "Micro-wish: parts to claim"),
            ItemKind::Claim {
                parts: vec![
                    part("seats", both("座椅", "Seats"), Some(600_000)),
                    part("wall", both("文化墙", "Painted wall"), Some(350_000)),
                    part("tree", both("遮阴树", "A shade tree"), None),
                ],
            },
        ),
        item("fund", both("奖金怎么用", "How to use the prize"), ItemKind::Fund { fund }),
        item("tasks", both("分工", "Who does what"), ItemKind::Assign),
    ]);
    let opening = meetings::opening(session, agenda);
    let id = ctx.open_meeting(opening).unwrap();
    for n in 0..3 {
        ctx.ask(id, meeting::Command::Attendance(AttendanceCommand::CheckIn { voter: meetings::key(n) }));
    }
    id
}

fn pledges(meeting: MeetingId) -> Place {
    Place::Pledges { meeting, item: ItemKey::new("give") }
}

/// A program at this place of the meeting.
fn at(lang: &str, size: (u16, u16), place: impl Fn(MeetingId) -> Place) -> (tempfile::TempDir, Driver, MeetingId) {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), lang);
    let id = meeting(&mut ctx);
    let driver = Driver::new(ctx, &place(id), size);
    (dir, driver, id)
}

/// The words on screen without the blanks between them.
fn bare(driver: &Driver) -> String {
    driver.text().split_whitespace().collect()
}

fn shows(driver: &Driver, words: &str) {
    let sought: String = words.split_whitespace().collect();
    assert!(bare(driver).contains(&sought), "{words}\n{}", driver.text());
}

/// Pictures in both languages and sizes.
fn pictures(name: &str, place: impl Fn(MeetingId) -> Place + Copy, keys: &str) {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            let (_dir, mut driver, _) = at(lang, size, place);
            driver.keys(keys).settle();
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), driver.text());
        }
    }
}

const GIVEN: &str = "F8 text:王秀英 Enter text:2万 Enter text:李嬢嬢 Enter text:15000元 Enter \
    F7 Enter text:5000 Enter F8 text:周先生 Tab Tab text:3-1-201 Tab Tab text:2张旧沙发 Enter \
    text:陈老师 Enter text:6小时 Enter";

#[test]
fn forty_thousand_pledged_and_matched_five_times() {
    let (_dir, mut driver, id) = at("zh-CN", (120, 40), pledges);
    driver.keys(GIVEN);
    shows(&driver, "自筹 40 000 元，补助 120 000 元至 200 000 元，合计 160 000 元至 240 000 元");
    driver.keys("F9");
    shows(&driver, "按规则补助 120 000 元至 200 000 元");
    driver.keys("text:20万");
    shows(&driver, "5 倍，在规则之内");
    driver.keys("Enter");
    shows(&driver, "街道办 200 000 元，5 倍，合计 240 000 元");
    shows(&driver, "认捐 40 000 元，到账 40 000 元");
    shows(&driver, "旧沙发 2 张");
    shows(&driver, "出工 6 小时");
    let ledger = driver.ctx().ledger().unwrap();
    let scope = Scope::Item(id, ItemKey::new("give"));
    let totals = ledger.totals(&scope);
    assert_eq!((totals.own.pledged, totals.own.held(), totals.granted), (4_000_000, 4_000_000, 20_000_000));
    assert_eq!(totals.together(MatchBase::Received), 24_000_000);
    assert_eq!(ledger.grants(&scope)[0].1.terms.ratio(), Some(Ratio { num: 5, den: 1 }));
}

#[test]
fn who_asks_not_to_be_named_is_named_nowhere() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), pledges);
    driver.keys("text:赵某某 F7 Enter text:300 Enter");
    shows(&driver, "匿名 300 元");
    assert!(!driver.text().contains("赵某某"), "{}", driver.text());
    // Who changes it sees the name again.
    driver.keys("F2");
    shows(&driver, "赵某某");
}

#[test]
fn what_cannot_be_read_keeps_the_line_and_says_why() {
    let (_dir, mut driver, _) = at("zh-CN", (80, 24), pledges);
    driver.keys("text:王秀英 Enter text:旧沙发 Enter");
    shows(&driver, "请写几件");
    driver.keys("text:3张 Enter");
    shows(&driver, "旧沙发 3 张");
    assert_eq!(driver.ctx().ledger().unwrap().pledges(&Scope::All).len(), 1);
}

#[test]
fn a_pledge_comes_in_goes_back_and_is_taken_back() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), pledges);
    driver.keys("text:王秀英 Enter text:500 Enter F5");
    shows(&driver, "王秀英 500 元 500 元 到账");
    driver.keys("F4 Enter");
    shows(&driver, "已到账 500 元。先退还");
    driver.keys("Esc F6");
    shows(&driver, "退还：王秀英 500 元");
    driver.keys("Enter");
    shows(&driver, "认捐 500 元，到账 500 元，退还 500 元");
    driver.keys("F4 Enter");
    shows(&driver, "已撤回");
    driver.keys("C-z C-z C-z");
    shows(&driver, "王秀英 500 元 未到");
    driver.keys("C-z");
    assert!(driver.ctx().ledger().unwrap().pledges(&Scope::All).is_empty());
    driver.keys("C-z");
    shows(&driver, "0 笔");
}

#[test]
fn part_of_it_comes_in_first() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), pledges);
    driver.keys("text:王秀英 Enter text:500 Enter F3 C-u text:两百 Enter");
    shows(&driver, "200 元 部分到账");
    driver.keys("F5");
    shows(&driver, "500 元 到账");
}

#[test]
fn those_at_the_meeting_are_offered_by_name() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), pledges);
    driver.keys("text:业主2");
    assert!(!driver.text().contains("Tab 填"), "{}", driver.text());
    driver.keys("Backspace");
    shows(&driver, "Tab 填 业主0");
    driver.keys("Tab text:100 Enter");
    shows(&driver, "业主0 100 元");
    shows(&driver, "1栋1单元101");
}

#[test]
fn a_half_typed_pledge_stays_while_something_else_is_asked_and_escape_leaves_last() {
    let (_dir, mut driver, id) = at("zh-CN", (80, 24), pledges);
    driver.keys("text:王秀英 Enter text:500 Enter text:李 F9 Esc");
    shows(&driver, "姓名 李");
    driver.keys("Esc");
    assert_eq!(driver.place(), pledges(id));
    driver.keys("Esc");
    assert_eq!(driver.place(), Place::Lobby { meeting: id }, "as after a crash: to the meeting it belongs to");
}

#[test]
fn the_cursor_stays_in_the_line() {
    let (_dir, mut driver, _) = at("zh-CN", (80, 24), pledges);
    driver.keys("text:王秀英");
    let at = driver.cursor().unwrap();
    driver.keys("Down Up F5 F8");
    assert_eq!(driver.cursor(), Some(at));
}

#[test]
fn pledges_as_pictures() {
    pictures("pledges-none", pledges, "");
    pictures("pledges", pledges, &format!("{GIVEN} F9 text:20万 Enter Down"));
    pictures("pledges-grant", pledges, &format!("{GIVEN} F9 text:300000"));
    pictures("pledges-refund", pledges, &format!("{GIVEN} Down*2 F6"));
}

fn parts(meeting: MeetingId) -> Place {
    Place::Claims { meeting, item: ItemKey::new("parts") }
}

const CLAIMED: &str =
    "Enter text:物业公司 Enter text:月底前装好 Enter Down Enter text:幼儿园 Enter text:孩子们来画 Enter";

#[test]
fn the_property_company_takes_the_seats_and_the_kindergarten_the_wall() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), parts);
    shows(&driver, "认领 微心愿认领");
    shows(&driver, "遮阴树 待认领");
    driver.keys(CLAIMED);
    shows(&driver, "3 项 已认领 2 已完成 0");
    shows(&driver, "座椅 物业公司 已认领 月底前装好 6 000 元");
    shows(&driver, "文化墙 幼儿园 已认领 孩子们来画 3 500 元");
    driver.keys("F5 Up F5");
    shows(&driver, "3 项 已认领 2 已完成 2");
    driver.keys("C-z");
    shows(&driver, "3 项 已认领 2 已完成 1");
}

#[test]
fn a_part_taken_twice_is_pointed_out_and_one_released_is_on_offer_again() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), parts);
    driver.keys("Enter text:物业公司 Enter Enter Enter text:小卖部 Enter text:出一半 Enter");
    shows(&driver, "物业公司 已经认领了这一部分，现在算一起做");
    shows(&driver, "2 家一起");
    driver.keys("F4 text:资金不够 Enter");
    assert!(!driver.text().contains("2 家一起"), "{}", driver.text());
    driver.keys("Home F4 Enter");
    shows(&driver, "座椅 待认领");
    assert_eq!(driver.ctx().ledger().unwrap().claims(&Scope::All).len(), 2);
}

#[test]
fn a_part_nobody_had_planned_is_claimed_too() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), parts);
    driver.keys("C-n text:花架 Enter text:业 Tab text:周末搭好 Enter");
    shows(&driver, "花架 业主0 已认领");
    driver.keys("F2 C-u text:王师傅 Enter Enter");
    shows(&driver, "花架 王师傅 已认领");
    driver.keys("C-n text:没人 Enter Enter Enter");
    shows(&driver, "请写谁认领");
    driver.keys("Esc");
    shows(&driver, "4 项 已认领 1");
}

#[test]
fn claims_as_pictures() {
    pictures("claims", parts, &format!("{CLAIMED} F5 Home Enter text:小卖部 Enter text:出一半的钱 Enter"));
    pictures("claims-asked", parts, &format!("{CLAIMED} Down Enter text:热心居民"));
}

fn prize(meeting: MeetingId) -> Place {
    Place::Fund { fund: FundKey::new("prize"), at: Some((meeting, ItemKey::new("fund"))) }
}

#[test]
fn the_prize_is_set_up_as_planned_and_set_aside_in_two_parts() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), prize);
    shows(&driver, "总额 20 000 元，已安排 0 元，还可安排 20 000 元");
    driver.keys("Enter Enter");
    shows(&driver, "已安排 20 000 元，还可安排 0 元");
    let fund = driver.ctx().ledger().unwrap().fund(&FundKey::new("prize")).unwrap();
    let parts: Vec<i64> = fund.allocations.iter().map(|a| a.fen).collect();
    assert_eq!(parts, [1_200_000, 800_000]);
    assert!(fund.allocations.iter().all(|a| a.origin.is_some()));
    driver.keys("C-n text:铁皮花架 Enter text:500 Enter");
    shows(&driver, "资金不够，只剩 0 元");
    driver.keys("Esc C-z C-z");
    shows(&driver, "还可安排 20 000 元");
}

#[test]
fn a_fund_is_spent_and_never_beyond_what_is_set_aside() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), prize);
    driver.keys("Enter Up F5 C-u text:5000 Enter text:颜料 Enter");
    shows(&driver, "已支出 5 000 元，账上 15 000 元");
    driver.keys("F5 C-u text:9000 Enter Enter");
    shows(&driver, "这项只剩 7 000 元");
    driver.keys("Esc F4 Enter");
    shows(&driver, "这项已经支出 5 000 元");
    driver.keys("Esc F2 C-u text:五千 Enter");
    shows(&driver, "已安排 5 000 元，还可安排 15 000 元");
    driver.keys("F3 text:爱心人士 Enter text:1千 Enter");
    shows(&driver, "总额 21 000 元");
}

#[test]
fn funds_as_pictures() {
    pictures("fund-planned", prize, "");
    pictures("fund", prize, "Enter Enter Up F5 C-u text:5000 Enter text:颜料 Enter F5");
}

/// Something to do, each agreed at the meeting or not, some of it long ago.
const TASKS: &str = "C-n text:联系施工队 Enter text:李嬢嬢 Enter text:11-10 Enter \
    C-n text:量充电棚的尺寸 Enter text:张三 Enter text:今天 Enter \
    C-n text:打印公示 Enter text:王师傅 Enter Enter \
    C-n text:修好东门的灯 Enter text:王师傅 Enter text:2024-10-20 Enter";

fn actions(_: MeetingId) -> Place {
    Place::Actions
}

#[test]
fn what_is_longest_overdue_stands_first_until_somebody_looked() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), actions);
    driver.keys(TASKS);
    shows(&driver, "待办 4 逾期 2");
    shows(&driver, "2024-10-20 ! 逾期 23 天 王师傅 修好东门的灯");
    driver.keys("Home F8");
    shows(&driver, "这件事还没办");
    driver.keys("F5 Enter text:换了灯泡 Enter");
    shows(&driver, "王师傅 办好 换了灯泡");
    shows(&driver, "待办 4 逾期 1");
    driver.keys("F8 text:陈老师 Enter Enter");
    shows(&driver, "待办 3 逾期 1");
    assert!(!driver.text().contains("2024-10-20"), "{}", driver.text());
    driver.keys("C-z");
    shows(&driver, "待办 4");
    driver.keys("F7 Enter");
    shows(&driver, "待办 4 逾期 2");
}

#[test]
fn actions_are_found_by_typing_a_name_and_narrowed_to_mine() {
    let (_dir, mut driver, _) = at("zh-CN", (120, 40), actions);
    driver.keys(TASKS).keys("text:王师傅");
    assert!(driver.text().contains("打印公示") && !driver.text().contains("施工队"), "{}", driver.text());
    driver.keys("Esc Tab");
    assert!(driver.text().contains("量充电棚") && !driver.text().contains("打印公示"), "{}", driver.text());
    driver.keys("Tab");
    shows(&driver, "分工 全部");
    driver.keys("Home F4 text:不修了 Enter End");
    shows(&driver, "不办了：不修了");
}

#[test]
fn a_day_that_cannot_be_read_keeps_the_line() {
    let (_dir, mut driver, _) = at("zh-CN", (80, 24), actions);
    driver.keys("C-n text:扫雪 Enter text:大家 Enter text:下雪天 Enter");
    shows(&driver, "看不懂这个日期");
    driver.keys("C-u Enter");
    shows(&driver, "大家 扫雪 待办");
}

#[test]
fn the_actions_are_one_key_from_home() {
    let (_dir, mut driver, _) = at("zh-CN", (80, 24), |_| Place::Home);
    assert!(driver.text().contains("会上定下的事"), "{}", driver.text());
    driver.keys("F7");
    assert_eq!(driver.place(), Place::Actions);
    driver.keys(TASKS).keys("Esc");
    shows(&driver, "分工 4 件待办 2 件逾期 F7");
}

#[test]
fn actions_as_pictures() {
    pictures("actions", actions, &format!("{TASKS} Home F5 Enter text:换了灯泡 Enter"));
    pictures("actions-asked", actions, &format!("{TASKS} C-n text:买水泥 Enter text:王 "));
}
