//! Before a meeting begins: setting it up, its lobby, checking people in, as key scripts and as pictures in words.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/meeting.rs"]
mod meeting;
mod support;

use std::{fs, path::Path};

use babahui::{
    app::{Ctx, Place},
    domain::{
        MeetingId,
        meeting::{Command, Meeting, attendance::AttendanceCommand, course::CourseCommand},
    },
    ui::Driver,
};

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

const ROLL: &str = "\
业主,楼栋,单元,房号,登记面积,合同面积,共有人
周建国,1,1,101,72.40,,
李秀英,1,1,102,68.00,,
王大勇、陈小红,2,1,101,68.00,,
张三,3,2,501,,90.50,
张四,3,2,502,88.00,,
";

/// Pictures of a place after some keys, with what `fill` did before; the place is what it gives.
fn shown(name: &str, keys: &str, fill: impl Fn(&mut Ctx, &Path) -> Place) {
    for lang in ["zh-CN", "en"] {
        for size in SIZES {
            let dir = tempfile::tempdir().unwrap();
            let mut ctx = support::ctx(dir.path(), lang);
            let place = fill(&mut ctx, dir.path());
            let mut driver = Driver::new(ctx, &place, size);
            driver.keys(keys).settle();
            let text = driver.text().replace(&dir.path().display().to_string(), "[dir]");
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), text);
        }
    }
}

fn new_meeting(agenda: &str) -> Place {
    Place::NewMeeting { agenda: Some(agenda.into()), session: None }
}

/// The meeting the driver is at.
fn held(d: &Driver) -> &Meeting {
    d.ctx().meeting(d.place().meeting().unwrap()).unwrap()
}

#[test]
fn a_meeting_is_set_up_with_enter_alone() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZES[0]);
    d.keys("F3 Enter Enter*11");
    let meeting = held(&d);
    assert_eq!(meeting.opening.agenda.id, "courtyard-meeting");
    assert_eq!((meeting.opening.place.as_str(), meeting.opening.note_taker.as_str()), ("14号院", "张三"));
    assert!(meeting.attendance.roll().is_empty());
    let session = d.ctx().store.session(meeting.opening.session).unwrap().unwrap().session;
    assert_eq!((session.kind, session.title.as_str()), (meeting.opening.agenda.kind, "院落坝坝会"));
    d.keys("Esc");
    assert_eq!(d.place(), Place::Meetings);
    d.keys("Esc");
    assert!(d.text().contains("继续开会"), "{}", d.text());
}

#[test]
fn a_session_of_today_gives_what_it_knows() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let session = support::sessions(&mut ctx)[2];
    let place = Place::NewMeeting { agenda: None, session: Some(session) };
    let mut d = Driver::new(ctx, &place, SIZES[0]);
    d.keys("F9");
    let opening = &held(&d).opening;
    assert_eq!((opening.session, opening.title.as_str(), opening.chair.as_str()), (session, "入户走访", "李嬢嬢"));
}

#[test]
fn a_roll_comes_from_a_table_whole_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("bad.csv"), ROLL.replace("68.00,,\n", "大,,\n")).unwrap();
    fs::write(dir.path().join("roll.csv"), ROLL).unwrap();
    let ctx = support::ctx(dir.path(), "zh-CN");
    let mut d = Driver::new(ctx, &new_meeting("owners-special"), SIZES[0]);
    d.keys("F9");
    assert!(d.text().contains("请写 CSV 文件在哪里"), "{}", d.text());
    d.keys("text:bad.csv F9");
    assert!(d.text().contains("2 行有错，一行也没有导入"), "{}", d.text());
    assert_eq!(d.ctx().store.meetings().unwrap().len(), 0);
    d.keys("F7");
    assert!(d.text().contains("第 3 行：「大」不是面积"), "{}", d.text());
    fs::write(dir.path().join("bad.csv"), ROLL).unwrap();
    d.keys("C-r");
    assert!(d.text().contains("CSV 文件，5 户 386.90"), "{}", d.text());
    d.keys("C-u text:nowhere.csv Enter");
    assert!(d.text().contains("打不开"), "{}", d.text());
    d.keys("C-u text:roll.csv Enter");
    let meeting = held(&d);
    assert_eq!((meeting.attendance.entitled().heads, meeting.attendance.entitled().area), (5, 38_690));
}

#[test]
fn notice_is_checked_while_it_is_typed() {
    let dir = tempfile::tempdir().unwrap();
    let ctx = support::ctx(dir.path(), "zh-CN");
    let mut d = Driver::new(ctx, &new_meeting("owners-ordinary"), SIZES[0]);
    d.keys("Enter C-u text:11-30 Enter*5 text:11-14");
    assert!(d.text().contains("到开会 16 天，够了"), "{}", d.text());
    d.keys("C-u text:11-15");
    assert!(d.text().contains("到开会 15 天，刚好够"), "{}", d.text());
    d.keys("C-u text:11-16");
    assert!(d.text().contains("不够") && d.text().contains("2024-11-14 就要贴出"), "{}", d.text());
    d.keys("C-u text:13月1日 F9");
    assert_eq!(d.place().meeting(), None);
}

#[test]
fn bad_agendas_are_listed_as_bad() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("agendas")).unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZES[0]);
    d.keys("F3");
    fs::write(dir.path().join("agendas/tea.ron"), "Agenda(id: \"tea\"").unwrap();
    d.keys("C-r");
    assert!(d.text().contains("tea.ron"), "{}", d.text());
    d.keys("F7");
    assert!(matches!(d.place(), Place::Faults { file } if file.ends_with("tea.ron")));
}

/// A meeting of six households, set up.
fn set_up(ctx: &mut Ctx) -> MeetingId {
    let session = support::sessions(ctx)[1];
    ctx.open_meeting(meeting::opening(session, meeting::agenda(6, 2))).unwrap()
}

#[test]
fn pictures_of_meetings() {
    shown("meetings-none", "", |_, _| Place::Meetings);
    shown("meeting-at-home", "", |ctx, _| {
        let meeting = set_up(ctx);
        assert!(ctx.ask(meeting, Command::Course(CourseCommand::Start)));
        Place::Home
    });
    shown("meetings", "", |ctx, dir| {
        set_up(ctx);
        fs::create_dir(dir.join("agendas")).unwrap();
        fs::write(dir.join("agendas/tea.ron"), "Agenda(id: \"tea\"").unwrap();
        Place::Meetings
    });
}

#[test]
fn pictures_of_a_new_meeting() {
    shown("new-meeting", "", |_, _| Place::NewMeeting { agenda: None, session: None });
    shown("new-meeting-owners", "Enter C-u text:11-30 Enter*5 text:11-15 Enter*2 text:roll.csv Up", |_, dir| {
        fs::write(dir.join("roll.csv"), ROLL).unwrap();
        new_meeting("owners-special")
    });
    shown("new-meeting-faults", "Enter*8 text:roll.csv F7", |_, dir| {
        fs::write(dir.join("roll.csv"), ROLL.replace("68.00", "大").replace("张四", "张三")).unwrap();
        new_meeting("owners-special")
    });
}

#[test]
fn the_agenda_is_reordered_items_put_in_and_left_out_before_it_begins() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let meeting = set_up(&mut ctx);
    let mut d = Driver::new(ctx, &Place::Lobby { meeting }, SIZES[0]);
    let titles = |d: &Driver| {
        let items = held(d).course.items();
        items
            .iter()
            .map(|item| item.item.title.get(&babahui::domain::Lang::new("zh-CN")).to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    d.keys("C-Down");
    assert_eq!(titles(&d), "表决 充电桩放在哪里");
    d.keys("C-Up C-Up Insert text:修长椅 F9");
    assert_eq!(titles(&d), "充电桩放在哪里 修长椅 表决");
    assert!(d.text().contains("临时加的"), "{}", d.text());
    d.keys("Down*2 Delete");
    assert!(d.text().contains("不议"), "{}", d.text());
    d.keys("C-z C-z");
    assert_eq!(titles(&d), "充电桩放在哪里 表决");
    d.keys("F6 C-u text:周老师 Enter*2 text:10-20 F9");
    assert!(d.text().contains("周老师") && d.text().contains("2024-10-20 贴出"), "{}", d.text());
}

#[test]
fn enter_begins_the_meeting() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let meeting = set_up(&mut ctx);
    let mut d = Driver::new(ctx, &Place::Lobby { meeting }, SIZES[0]);
    d.keys("Enter");
    assert!(d.ctx().meeting(meeting).unwrap().course.started().is_some());
}

/// A meeting of owners by this agenda with the roll of five, notice on that day.
fn owners(agenda: &str, notice: &str, ctx: &mut Ctx, dir: &Path) -> MeetingId {
    fs::write(dir.join("roll.csv"), ROLL).unwrap();
    let mut agenda = ctx.agendas().find(agenda).unwrap().agenda().unwrap().clone();
    agenda.roll = babahui::import::read_roll(&dir.join("roll.csv"), true).unwrap().voters;
    let session = support::sessions(ctx)[2];
    let mut opening = ctx.opening(&agenda, session).unwrap();
    opening.title = "业主大会".into();
    opening.notice = Some(babahui::domain::meeting::agenda::Notice { on: notice.parse().unwrap() });
    ctx.open_meeting(opening).unwrap()
}

#[test]
fn what_was_set_up_is_changed_until_the_meeting_begins_and_the_roll_until_somebody_comes() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let id = owners("owners-special", "2024-10-31", &mut ctx, dir.path());
    fs::write(dir.path().join("small.csv"), ROLL.lines().take(3).collect::<Vec<_>>().join("\n")).unwrap();
    fs::write(dir.path().join("bad.csv"), ROLL.replace("68.00,,\n", "大,,\n")).unwrap();
    let mut d = Driver::new(ctx, &Place::Lobby { meeting: id }, SIZES[0]);
    let fields = "C-u Enter C-u text:第二次业主大会 Enter C-u text:小广场 Enter";
    // A roll with a fault is not taken, and what was typed stays.
    d.keys(&format!("F6 Enter Enter {fields} Enter text:bad.csv F9"));
    assert!(d.text().contains("名册没有换"), "{}", d.text());
    assert_eq!(held(&d).opening.agenda.roll.len(), 5);
    d.keys("C-u text:small.csv F9");
    let meeting = held(&d);
    assert_eq!((meeting.opening.title.as_str(), meeting.opening.place.as_str()), ("第二次业主大会", "小广场"));
    assert_eq!((meeting.course.notice(), meeting.attendance.roll().len()), (None, 2));
    assert_eq!(meeting.attendance.entitled().heads, 2);
    let row = d.ctx().store.meeting(id).unwrap().unwrap();
    assert_eq!((row.title.as_str(), row.place.as_str()), ("第二次业主大会", "小广场"), "lists say the same");
    // Each was a step of its own and is taken back.
    d.keys("C-z");
    assert_eq!((held(&d).attendance.roll().len(), held(&d).opening.title.as_str()), (5, "第二次业主大会"));
    d.keys("C-z C-z");
    assert_eq!(held(&d).opening.title, "业主大会");
    assert!(held(&d).course.notice().is_some());
    assert_eq!(d.ctx().store.meeting(id).unwrap().unwrap().title, "业主大会");
    // Once somebody has come, the roll is settled; once it has begun, title and place are.
    let someone = held(&d).attendance.roll()[0].key.clone();
    let asked = |d: &mut Driver, command| d.ctx_mut().ask(id, command);
    assert!(asked(&mut d, Command::Attendance(AttendanceCommand::CheckIn { voter: someone })));
    assert!(!asked(&mut d, Command::Course(CourseCommand::Enrol { roll: Vec::new() })));
    d.keys("F6");
    assert!(d.text().contains("不能换了：已有 1 人签到") && d.text().contains("地点"), "{}", d.text());
    d.keys("Esc Enter");
    let name = CourseCommand::Name { title: "茶话会".into(), place: String::new() };
    assert!(!asked(&mut d, Command::Course(name)));
    assert_eq!(d.ctx().meeting(id).unwrap().opening.title, "业主大会");
}

/// Four homes of two owners, one unsold, one of another courtyard, in the roll of places.
const HOMES: &str = "微网格,楼栋,单元,房号,业主,业主编号,面积,是否售出\n\
    一号微网格,3,1,101,张三,7,72.40,\n\
    一号微网格,3,1,102,张三,7,30.00,\n\
    一号微网格,3,2,101,李四,8,68.00,\n\
    一号微网格,3,2,102,,,68.00,未售\n\
    二号微网格,4,1,101,王五,9,55.50,\n";

fn people(ctx: &mut Ctx, dir: &Path) {
    use babahui::domain::place::{Command, Roll, sheet};
    fs::write(dir.join("homes.csv"), HOMES).unwrap();
    let file = babahui::import::read_households(&dir.join("homes.csv")).unwrap();
    let planned = sheet::plan(&file.table, &sheet::guess(&file.table.headings), ctx.hold_register::<Roll>().unwrap());
    assert!(planned.is_sound(), "{:?}", planned.faults);
    let events = planned.events(|| ctx.new_id());
    ctx.ask_register::<Roll>(Command::All(events)).unwrap();
}

#[test]
fn the_roll_of_places_takes_the_place_of_a_meetings_roll_after_set_up() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    people(&mut ctx, dir.path());
    let id = owners("owners-ordinary", "2024-10-31", &mut ctx, dir.path());
    let absent = ctx.meeting(id).unwrap().attendance.roll()[1].key.clone();
    let excuse = AttendanceCommand::Excuse { voter: absent, reason: "出差".into() };
    assert!(ctx.ask(id, Command::Attendance(excuse)));
    let mut d = Driver::new(ctx, &Place::Lobby { meeting: id }, SIZES[0]);

    // A place that is not there is said, and the roll stays.
    d.keys("F6 Enter*5 Right Enter text:九号院 F9");
    assert!(d.text().contains("名册里没有「九号院」"), "{}", d.text());
    assert_eq!(held(&d).attendance.roll().len(), 5);
    d.keys("C-u text:一号微网格 F9");
    assert!(d.text().contains("名册换成 3 户。1 份委托或请假的人不在新名册上"), "{}", d.text());
    let heads: Vec<(String, usize, u64)> = held(&d)
        .attendance
        .roll()
        .iter()
        .map(|voter| (voter.name.clone(), voter.units.len(), voter.weight(true).area))
        .collect();
    let one = |name: &str, units, area| (name.to_owned(), units, area);
    assert_eq!(heads[..2], [one("张三", 2, 10_240), one("李四", 1, 6_800)], "one owner of two homes is one head");
    assert_eq!(heads.len(), 3, "what is unsold is the developer's: {heads:?}");
    assert_eq!(held(&d).attendance.entitled().heads, 3);

    // One step, and it is taken back whole.
    d.keys("C-z");
    assert_eq!((held(&d).attendance.roll().len(), held(&d).attendance.excused().count()), (5, 1));

    // Somebody comes: the roll is settled, which is said before anything is typed, and nobody is lost.
    let someone = held(&d).attendance.roll()[0].key.clone();
    assert!(d.ctx_mut().ask(id, Command::Attendance(AttendanceCommand::CheckIn { voter: someone })));
    d.keys("F6");
    assert!(d.text().contains("不能换了：已有 1 人签到"), "{}", d.text());
    d.keys("Up Right Right F9");
    assert_eq!((held(&d).attendance.roll().len(), held(&d).attendance.people().count()), (5, 1), "{}", d.text());
}

#[test]
fn under_the_rules_of_a_talk_each_household_has_one_voice() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    people(&mut ctx, dir.path());
    let agenda = ctx.agendas().find("courtyard-meeting").unwrap().agenda().unwrap().clone();
    let session = support::sessions(&mut ctx)[1];
    let opening = ctx.opening(&agenda, session).unwrap();
    let id = ctx.open_meeting(opening).unwrap();
    let mut d = Driver::new(ctx, &Place::Lobby { meeting: id }, SIZES[0]);
    d.keys("F6 Enter*5 Right F9");
    let names: Vec<String> = held(&d).attendance.roll().iter().map(|voter| voter.name.clone()).collect();
    assert_eq!(names, ["张三", "张三", "李四", "王五"], "{}", d.text());
}

#[test]
fn pictures_of_the_lobby() {
    shown("lobby-owners", "", |ctx, dir| {
        let meeting = owners("owners-special", "2024-10-31", ctx, dir);
        Place::Lobby { meeting }
    });
    shown("lobby-lacking", "", |ctx, _| {
        let agenda = ctx.agendas().find("owners-ordinary").unwrap().agenda().unwrap().clone();
        let session = support::sessions(ctx)[1];
        let mut opening = ctx.opening(&agenda, session).unwrap();
        opening.chair.clear();
        let meeting = ctx.open_meeting(opening).unwrap();
        Place::Lobby { meeting }
    });
    shown("lobby-courtyard", "", |ctx, _| {
        let agenda = ctx.agendas().find("courtyard-meeting").unwrap().agenda().unwrap().clone();
        let session = support::sessions(ctx)[1];
        let opening = ctx.opening(&agenda, session).unwrap();
        let meeting = ctx.open_meeting(opening).unwrap();
        Place::Lobby { meeting }
    });
    shown("lobby-changed", "F6", |ctx, _| Place::Lobby { meeting: set_up(ctx) });
    shown("lobby-item", "Insert text:修长椅", |ctx, _| Place::Lobby { meeting: set_up(ctx) });
}

/// At the check-in of an owners' meeting of five, by this agenda.
fn checking_in(dir: &Path, lang: &str) -> Driver {
    let mut ctx = support::ctx(dir, lang);
    let meeting = owners("owners-ordinary", "2024-10-20", &mut ctx, dir);
    Driver::new(ctx, &Place::CheckIn { meeting }, SIZES[0])
}

/// Names of those who are there.
fn there(d: &Driver) -> String {
    let people = held(d).attendance.people().filter(|person| person.there());
    people.map(|person| person.name.clone()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_door_or_a_name_and_enter_check_in() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = checking_in(dir.path(), "zh-CN");
    d.keys("text:32501 Enter");
    assert_eq!(there(&d), "张三");
    d.keys("text:３－２－５０２ Enter text:102 Enter");
    assert_eq!(there(&d), "张三 张四 李秀英");
    d.keys("text:建 Enter");
    assert_eq!(there(&d), "张三 张四 李秀英 周建国");
    assert!(d.text().contains("✓ 参与表决的人数 4 / 5 户"), "{}", d.text());
    d.keys("text:张三 Enter");
    assert!(d.text().contains("已经签到了"), "{}", d.text());
    d.keys("C-d");
    assert_eq!(there(&d), "张四 李秀英 周建国");
    d.keys("C-z C-z");
    assert_eq!(there(&d), "张三 张四 李秀英");
}

#[test]
fn the_field_keeps_the_cursor_and_is_empty_after_each() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = checking_in(dir.path(), "zh-CN");
    let at = d.cursor().unwrap();
    d.keys("text:张 Enter");
    assert_eq!(d.cursor(), Some(at));
    d.keys("text:张");
    assert_ne!(d.cursor(), Some(at));
    d.keys("Enter");
    assert_eq!(there(&d), "张三 张四", "of those who match the next one still to come is meant");
}

#[test]
fn a_written_proxy_counts_while_its_holder_is_there() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = checking_in(dir.path(), "zh-CN");
    d.keys("text:张三 F6 text:张四 Enter");
    assert_eq!(held(&d).presence().by_proxy, 0);
    assert!(d.text().contains("委托 张四"), "{}", d.text());
    d.keys("text:张四 Enter");
    assert_eq!(held(&d).presence().by_proxy, 1);
    assert!(d.text().contains("由 张四 代"), "{}", d.text());
    d.keys("text:32501 Enter");
    assert_eq!(held(&d).presence().by_proxy, 0, "a principal who comes takes the vote back");
    d.keys("text:101 F6 Esc text:周 F6 text:周 Enter");
    assert!(d.text().contains("不能委托给自己"), "{}", d.text());
    d.keys("Esc Esc");
}

#[test]
fn staff_hold_no_proxies() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = checking_in(dir.path(), "zh-CN");
    d.keys("text:物业小刘 Enter Left Enter Enter");
    assert!(d.text().contains("物业人员"), "{}", d.text());
    d.keys("text:周建国 F6 text:小刘 Enter");
    assert!(d.text().contains("物业人员不能代业主"), "{}", d.text());
    assert_eq!(held(&d).attendance.proxies().count(), 0);
}

#[test]
fn who_is_absent_and_why_and_who_speaks_for_co_owners() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = checking_in(dir.path(), "zh-CN");
    d.keys("text:李秀英 F7 text:出差 Enter");
    assert!(d.text().contains("请假：出差"), "{}", d.text());
    d.keys("text:陈小红 Enter");
    assert_eq!(held(&d).presence().weight.heads, 1);
    d.keys("text:陈小红 F8");
    assert_eq!(held(&d).presence().weight.heads, 0);
    assert!(d.text().contains("意见不一"), "{}", d.text());
    d.keys("text:陈小红 F8 C-u text:陈小红 Enter");
    assert_eq!(held(&d).presence().weight.heads, 1);
    assert!(d.text().contains("陈小红 说了算"), "{}", d.text());
}

#[test]
fn without_a_roll_people_are_noted_by_name_or_counted() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let session = support::sessions(&mut ctx)[1];
    let meeting = ctx.open_meeting(meeting::opening(session, meeting::agenda(0, 1))).unwrap();
    let mut d = Driver::new(ctx, &Place::CheckIn { meeting }, SIZES[0]);
    d.keys("text:李嬢嬢 Enter Enter text:2-1-101 Enter");
    assert_eq!(there(&d), "李嬢嬢");
    assert_eq!(held(&d).attendance.people().next().unwrap().door.building, "2");
    d.keys("F9 text:30 Enter");
    assert_eq!(held(&d).presence().weight.heads, 30);
    assert!(d.text().contains("到场 30 人"), "{}", d.text());
}

#[test]
fn two_thousand_are_searched_letter_by_letter() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let session = support::sessions(&mut ctx)[1];
    let meeting = ctx.open_meeting(meeting::opening(session, meeting::agenda(2_000, 1))).unwrap();
    let mut d = Driver::new(ctx, &Place::CheckIn { meeting }, SIZES[0]);
    d.keys("text:业主1999 Enter text:57-1-101 Enter");
    assert_eq!(there(&d), "业主1999 业主1120");
}

#[test]
fn pictures_of_checking_in() {
    let place =
        |ctx: &mut Ctx, dir: &Path| Place::CheckIn { meeting: owners("owners-ordinary", "2024-10-20", ctx, dir) };
    shown("checkin", "text:32501 Enter text:周 F6 text:张三 Enter text:李 F7 text:出差 Enter text:王 F8 text:1", place);
    shown("checkin-holder", "text:周 F6 text:张", place);
    shown("checkin-walk-in", "text:物业小刘 Enter Right", place);
    shown("checkin-nobody", "text:赵六", place);
}
