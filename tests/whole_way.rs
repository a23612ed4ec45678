//! The whole way from an empty directory by keys alone: a roll comes in, doors are gone to and 135 households answer at twelve
//! sessions of four kinds, what they say is sorted into matters, seven matters become motions and are carried, money and work
//! are found, somebody comes to look again; and the thread of one matter tells all of it on paper.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;
#[path = "support/told.rs"]
mod told;
#[path = "support/yard.rs"]
mod yard;

use std::fmt::Write;

use babahui::{
    app::{Clock, Place},
    domain::{
        HouseholdId, MatterId,
        matter::{Matters, Step},
        place::Roll,
        visit::{Cell, Coverage, Rounds},
    },
};
use chrono::{DateTime, FixedOffset};
use yard::{Yard, receive_all, said, says, sign_in};

/// Kind of session by its digit, what it is called, when, how many households answer on that day.
const SESSIONS: [(u8, &str, &str, usize); 11] = [
    (1, "第一次坝坝会：院子怎么改", "2024-11-13T09:30", 14),
    (2, "龙门阵：院里最恼火的事", "2024-11-14T15:00", 11),
    (3, "邻里对话：外墙掉渣渣", "2024-11-15T10:00", 9),
    (2, "龙门阵：大门要不要管起来", "2024-11-16T15:00", 10),
    (2, "龙门阵：电瓶车停哪里", "2024-11-17T15:00", 12),
    (1, "第二次坝坝会：先办哪几件", "2024-11-18T10:30", 13),
    (4, "微更新：一起清花台", "2024-11-19T09:30", 8),
    (3, "邻里对话：车棚修在哪边", "2024-11-20T10:00", 9),
    (1, "第三次坝坝会：方案拿来看", "2024-11-21T09:30", 15),
    (3, "邻里对话：钱咋个出", "2024-11-22T10:00", 10),
    (4, "微更新：换井盖、刷门卫室", "2024-11-23T09:30", 12),
];
/// Households that answer on the day of the last meeting, before it.
const LAST: usize = 12;

/// A concern by its digit in the survey, what is to be done about it, what households say.
const CONCERNS: [(u8, &str, &[&str]); 6] = [
    (1, "外墙翻新", &["墙皮天天掉，砸到人咋办", "临街那面外墙空鼓了", "一落雨墙就浸水长霉", "外墙的砖掉下来过"]),
    (
        2,
        "电瓶车车棚",
        &["电瓶车到处停，路都走不通", "飞线充电吓人得很", "修个车棚嘛，充电桩安起", "电瓶提回屋头充不安全"],
    ),
    (3, "院门装门禁", &["大门敞起，外头的人随便进", "发传单的天天进院门", "装个门禁要得", "门卫室没得人守"]),
    (4, "换井盖", &["井盖踩起哐当响", "窨井盖烂了，晚上怕踩空", "井盖换成不响的"]),
    (5, "树下安桌椅", &["没得地方坐，站到摆龙门阵", "安几根板凳嘛", "黄桷树下添张桌子喝茶"]),
    (6, "清花台补绿化", &["花台里头杂草比人高", "院子灰扑扑的，种点花", "树子该修枝了"]),
];
/// Nobody named it in the survey; somebody raised it at a meeting.
const ACCOUNTS: &str = "自筹的钱专账管";

/// Doors that give no answer, by their place on the way, and the key that says why.
const SILENT: [(usize, &str); 9] =
    [(5, "4"), (21, "5"), (38, "6"), (52, "4"), (67, "5"), (80, "4"), (99, "6"), (120, "5"), (133, "4")];

/// A table of 144 invented households: four buildings, three entrances, six floors of two.
fn roll() -> String {
    let families = ["王", "李", "张", "刘", "陈", "杨", "黄", "周", "吴", "徐", "何", "罗"];
    let mut rows = String::from("社区,网格,微网格,院落,楼栋,单元,房号,业主,面积,四必去\n");
    let doors =
        (1..=4).flat_map(|b| (1..=3).flat_map(move |e| (1..=6).flat_map(move |f| [(b, e, f, 1), (b, e, f, 2)])));
    for (n, (building, entrance, floor, side)) in doors.enumerate() {
        let family = families[n % families.len()];
        let must = if n % 24 == 3 { "困难户" } else { "" };
        let area = 60 + building * 3 + side;
        writeln!(rows, "游家渡社区,第二网格,14号院微网格,14号院,{building},{entrance},{floor}0{side},{family}家{n},{area}.50,{must}")
            .unwrap();
    }
    rows
}

fn at(time: &str) -> DateTime<FixedOffset> {
    format!("{time}:00+08:00").parse().unwrap()
}

fn concern(n: usize) -> &'static (u8, &'static str, &'static [&'static str]) {
    // Some concerns are heard more often than others.
    &CONCERNS[[0, 1, 0, 2, 1, 4, 1, 5, 0, 3, 1, 2][n % 12]]
}

/// The way to one's matters, doors and papers, kept short.
struct Story {
    yard: Yard,
    /// Households that answered so far.
    heard: usize,
}

impl Story {
    fn wait_for(&mut self, time: &str) {
        let now = Clock::now(&self.yard.clock);
        let until = at(time) - now;
        assert!(until >= chrono::TimeDelta::zero(), "{time} is over");
        self.yard.clock.advance(until);
    }

    /// The table of households is read, checked and taken in.
    fn take_the_roll_in(&mut self) {
        let path = self.yard.dir.path().join("list.csv");
        std::fs::write(&path, roll()).unwrap();
        self.yard.keys("C-p text:名册 Enter");
        assert!(matches!(self.yard.d.place(), Place::Roll { .. }), "{}", self.yard.d.text());
        self.yard.keys("F9").keys(&format!("text:{} Enter", path.display())).keys("F9");
        self.yard.shows("会新增 144 户，改动 0 户，0 户不变").keys("F9").shows("新增 144 户").home();
    }

    /// A round over all doors; whoever answers belongs to the session of the day.
    fn plan_the_round(&mut self) {
        self.yard.keys("C-p text:走访 Enter C-n C-u text:逐户走访 Enter");
        self.yard.until("Right", "院落改造意见征集");
        self.yard.keys("Down*6 Right").shows("当天开的那场").keys("F9").shows("144").home();
    }

    /// One day: a session is noted, then doors are gone to until so many households have answered.
    fn day(&mut self, kind: u8, title: &str, time: &str, households: usize) {
        self.wait_for(time);
        self.yard.keys(&format!("F8 C-n {kind} Enter C-u text:{title} F9"));
        assert_eq!(self.yard.d.place(), Place::Sessions, "{}", self.yard.d.text());
        self.yard.home();
        self.go_from_door_to_door(households);
    }

    fn go_from_door_to_door(&mut self, households: usize) {
        self.yard.keys("C-p text:走访 Enter Enter");
        let until = self.heard + households;
        while self.heard < until {
            let place = self.yard.d.place();
            let Place::Route { door: Some(door), .. } = place else { panic!("{place:?}\n{}", self.yard.d.text()) };
            match SILENT.iter().find(|(n, _)| self.nth(door) == *n) {
                Some((_, key)) => self.yard.keys(key),
                None => self.answer(),
            };
        }
        self.yard.home();
    }

    /// Where a door stands on the way.
    fn nth(&self, door: HouseholdId) -> usize {
        let roll = self.yard.d.ctx().register::<Roll>().unwrap();
        let (_, round) = self.yard.d.ctx().register::<Rounds>().unwrap().rounds().next().unwrap();
        round.plan.route(roll, None).iter().position(|id| *id == door).unwrap()
    }

    /// One household answers: a concern, where it is worst, and what they say.
    fn answer(&mut self) -> &mut Yard {
        let (digit, _, words) = concern(self.heard);
        let words = words[self.heard / 12 % words.len()];
        let keys = format!("1 1 text:住户 Enter 2 1 text:3 Enter {digit} Enter 1 Enter 4 Enter 3 2 text:{words} F9 F9");
        self.yard.d.keys(&keys);
        self.heard += 1;
        assert!(matches!(self.yard.d.place(), Place::Route { .. }), "{}", self.yard.d.text());
        &mut self.yard
    }

    /// All that was said and is not sorted yet: the number of the matter it belongs to, or a new one.
    fn sort(&mut self) -> usize {
        self.yard.keys("C-t F6");
        if self.yard.d.text().contains("整理哪些题的意见") {
            // What has room for more than a line, and was answered, comes first.
            let list = self.yard.d.text();
            assert!(list.lines().any(|line| line.contains('>') && line.contains("还有什么想说的")), "{list}");
            self.yard.keys("Enter");
        }
        let mut among_three = 0;
        for _ in 0..200 {
            let text = self.yard.d.text();
            if text.contains("条都归好了") {
                break;
            }
            let (_, title, _) = CONCERNS
                .iter()
                .find(|(_, _, all)| all.iter().any(|words| text.contains(words)))
                .unwrap_or_else(|| panic!("{text}"));
            let offered = text.lines().find(|line| line.contains("事项") && line.contains(title));
            match offered.and_then(|line| line.trim_start().trim_start_matches(['>', ' ']).chars().next()) {
                Some(digit) if digit.is_ascii_digit() => {
                    among_three += usize::from(('1'..='3').contains(&digit));
                    self.yard.keys(&digit.to_string());
                }
                _ => {
                    self.yard.keys(&format!("C-n C-u text:{title} Enter"));
                }
            }
        }
        self.yard.shows("条都归好了").home();
        among_three
    }

    /// Every door is counted once.
    fn adds_up(&mut self) {
        let ctx = self.yard.d.ctx_mut();
        let (rounds, roll) = (ctx.register::<Rounds>().unwrap(), ctx.register::<Roll>().unwrap());
        let round = rounds.rounds().next().unwrap().0;
        let doors = Coverage::of(rounds, round, roll, ctx.now()).all;
        let each = Cell::ALL.map(|cell| doors.of(cell));
        assert_eq!((doors.all(), each.iter().sum::<usize>(), doors.done()), (144, 144, 135), "{each:?}");
    }

    /// One more matter is raised, all seven are picked, and an agenda and its meeting are made of them.
    fn agenda_of_seven(&mut self) -> Place {
        self.yard.keys(&format!("C-t C-n text:{ACCOUNTS} Enter Home")).keys(&"Space ".repeat(7)).keys("F9");
        let place = self.yard.d.place();
        assert!(matches!(place, Place::Lobby { .. }), "{}", self.yard.d.text());
        self.yard.home();
        place
    }

    fn hold(&mut self, meeting: &Place) {
        self.wait_for("2024-11-24T19:25");
        self.yard.keys("F3 Enter");
        assert_eq!(&self.yard.d.place(), meeting, "{}", self.yard.d.text());
        sign_in(&mut self.yard, &[("李嬢嬢", "2-1-101"), ("王师傅", "3-2-501")], 52);
        self.yard.pass(2).keys("Enter").until("Right", "签到");
        self.yard.next_item("follow-up", 5);
        for n in 1..=7 {
            self.yard.next_item(&format!("matter-{n}"), 6);
            if self.on_now() == CONCERNS[1].1 {
                self.yard.keys("F8 text:找三家报价 Enter text:何老师 Enter text:12-01 Enter");
            }
        }
        self.yard.next_item("vote", 10).keys("F5");
        for _ in 0..7 {
            self.yard.keys("Enter").pass(1).keys("text:52 F9").shows("通过").keys("Enter");
        }
        self.yard.next_item("pledges", 3).keys("F6");
        self.yard.keys("text:王秀英 Enter text:2万 Enter F8 text:李嬢嬢 Enter text:15000元 Enter");
        self.yard.keys("F8 text:赵家 F7 Enter text:5000 Enter");
        receive_all(&mut self.yard);
        self.yard.keys("F9 text:街道办 Enter text:20万 Enter");
        self.yard.keys("Esc");
        self.yard.next_item("tasks", 9).pass(4).keys("Right C-s F9 F9").shows("第 1 版").home();
    }

    /// What the item under way is called.
    fn on_now(&self) -> String {
        self.yard.meeting().course.current().unwrap().item.title.get(self.yard.d.ctx().lang()).to_owned()
    }

    /// Actions are done and looked at, the matter is put to done and checked.
    fn do_what_was_agreed(&mut self) {
        self.wait_for("2024-12-20T10:00");
        self.yard.keys("F7").shows("找三家报价").keys("Home F5 Enter text:选了最近那家 Enter");
        self.yard.keys("F8 text:小陈 Enter Enter");
        self.yard.home();
        let ebike = self.matter(CONCERNS[1].1);
        assert_eq!(self.step(ebike), Step::UnderWay);
        self.yard.keys(&format!("C-t text:{} Enter F8 Home Down*6 Enter text:车棚修好了 Enter", CONCERNS[1].1));
        assert_eq!(self.step(ebike), Step::Done, "{}", self.yard.d.text());
        self.yard.keys("F8 Home Down*7 Enter text:都说停得下了 Enter");
        assert_eq!(self.step(ebike), Step::Checked, "{}", self.yard.d.text());
        self.yard.home();
    }

    /// The second wave: four households are asked how it was before and how it is now.
    fn ask_again(&mut self) {
        self.wait_for("2024-12-28T10:00");
        // Building and entrance stand from the household before.
        for door in ["text:1 Enter text:1 Enter text:101", "text:102", "text:201", "text:202"] {
            self.yard.keys("C-p text:新答卷：改造后回访 Enter").keys(&format!("{door} Enter"));
            self.yard.keys("text:王家 Enter 2 Enter 2 5 Enter 1 F9 F9").shows("已完成：1栋1单元");
            self.yard.home();
        }
    }

    fn matter(&self, title: &str) -> MatterId {
        let matters = self.yard.d.ctx().register::<Matters>().unwrap();
        matters.matters().find(|(_, matter)| matter.about.title == title).unwrap().0
    }

    fn step(&mut self, matter: MatterId) -> Step {
        self.yard.d.ctx_mut().gather();
        self.yard.d.ctx().facts().unwrap().step(matter)
    }
}

#[test]
fn from_an_empty_directory_to_the_thread_of_a_matter() {
    let mut story = Story { yard: Yard::begin(), heard: 0 };
    story.take_the_roll_in();
    story.plan_the_round();
    for (kind, title, time, households) in SESSIONS {
        story.day(kind, title, time, households);
    }
    // Some words say nothing that was said before: what is meant by them is anybody's guess.
    let among_three = story.sort();
    assert!(among_three * 10 >= (123 - CONCERNS.len()) * 8, "{among_three}: what was meant is among the first three");
    let meeting = story.agenda_of_seven();
    story.wait_for("2024-11-24T14:00");
    story.go_from_door_to_door(LAST);
    assert_eq!(story.sort(), LAST);
    story.hold(&meeting);
    story.do_what_was_agreed();
    story.ask_again();
    story.adds_up();
    let dir = story.yard.left();
    assert_eq!(told::told(dir.path()), told::story(), "what the demo tells too");
    let ebike = CONCERNS[1].1;
    let chinese = said(dir.path(), "zh-CN", &["matter", ebike]);
    says(
        &chinese,
        &["进展 已回访", "意见 45 条；135 户中 45 户在意见里提出", "2024-11-13 住户说 意见 37 条，到 2024-11-22"],
    );
    says(&chinese, &["会上商议 院门装门禁等 7 件事：电瓶车车棚", "分工 何老师：找三家报价，2024-12-01 前"]);
    says(
        &chinese,
        &["通过，赞成 52、反对 0、弃权 0", "认捐 40 000 元", "街道办", "200 000 元", "车棚修好了", "都说停得下了"],
    );
    says(&chinese, &["改造后 4 户打分：改造前 2.0，现在 5.0；4 户说好了，0 户说差了"]);
    let english = said(dir.path(), "en", &["matter", ebike]);
    says(
        &english,
        &["Stands at Checked", "45 suggestions; 45 of 135 households raised this", "carried, 52 for, 0 against"],
    );
    says(&english, &["3 pledges · 40 000 yuan pledged, 40 000 yuan received", "grant 200 000 yuan from 街道办"]);
    says(&english, &["4 households scored it: 2.0 before, 5.0 now; 4 better, 0 worse"]);
    let tally = said(dir.path(), "zh-CN", &["tally", "courtyard-intake", "--question", "concerns"]);
    says(&tally, &["135 份答卷", "12 场", "院落坝坝会 4", "社区龙门阵 3", "邻里对话 3", "微更新改造 2"]);
}
