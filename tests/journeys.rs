//! What people do with the program, as key scripts.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use babahui::{
    app::{Place, Settings, kept_place},
    ui::Driver,
};

const SIZE: (u16, u16) = (80, 24);

#[test]
fn a_session_is_made_in_chinese_found_again_deleted_and_brought_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("F8 Enter 2 Enter text:充电桩放哪里 Enter C-u text:明天 Enter C-u text:晚上7点半 F9");
    assert_eq!(d.place(), Place::Sessions);
    let kept = d.ctx().store.sessions(false).unwrap().remove(0).session;
    assert_eq!(kept.starts.to_rfc3339(), "2024-11-13T19:30:00+08:00");
    assert_eq!((kept.title.as_str(), kept.recorder.as_str()), ("充电桩放哪里", "张三"));
    d.keys("Delete");
    assert!(d.text().contains("已删除：充电桩放哪里"), "{}", d.text());
    assert_eq!(d.ctx().store.sessions(false).unwrap().len(), 0);
    d.keys("C-u");
    assert_eq!(d.ctx().store.sessions(false).unwrap()[0].session, kept);
    d.keys("Esc");
    assert!(d.text().contains("充电桩放哪里"), "{}", d.text());
}

#[test]
fn leaving_a_half_filled_form_keeps_what_was_typed() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("F8 Enter Enter text:王师傅家 F10");
    assert!(d.text().contains("New session: 王师傅家"), "{}", d.text());
    d.keys("Esc");
    assert!(d.text().contains("Saved: 王师傅家"), "{}", d.text());
    assert_eq!(d.ctx().store.sessions(false).unwrap()[0].session.title, "王师傅家");
    d.keys("Enter Esc Enter Esc");
    assert_eq!(d.ctx().store.records(&session_key(&d)).unwrap().len(), 1, "looking at it records nothing");
}

fn session_key(d: &Driver) -> String {
    d.ctx().store.sessions(false).unwrap()[0].session.id.to_string()
}

#[test]
fn an_untouched_new_session_is_not_kept() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("F8 Enter Down*4 Esc");
    assert_eq!(d.ctx().store.sessions(true).unwrap().len(), 0);
    d.keys("Enter F9");
    assert_eq!(d.ctx().store.sessions(true).unwrap()[0].session.title, "院落坝坝会");
}

#[test]
fn a_day_that_is_none_is_asked_for_again() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("F8 Enter Down*2 C-u text:13月1日 Enter Enter F9");
    assert!(matches!(d.place(), Place::SessionEdit { .. }));
    d.keys("C-u text:11-20 F9");
    assert_eq!(d.place(), Place::Sessions);
    assert!(d.text().contains("2024-11-20 15:00"), "{}", d.text());
}

#[test]
fn surveys_and_sessions_are_found_by_their_names_in_either_language() {
    let dir = tempfile::tempdir().unwrap();
    let mut ctx = support::ctx(dir.path(), "zh-CN");
    let sessions = support::sessions(&mut ctx);
    let mut d = Driver::new(ctx, &Place::Home, SIZE);
    d.keys("C-p \"text:new response: micro\" Enter");
    assert!(matches!(d.place(), Place::NewResponse { survey: Some(id), .. } if id == "micro-wish"), "{}", d.text());
    d.keys("Esc C-p text:充电桩放 Enter");
    assert_eq!(d.place(), Place::SessionEdit { session: Some(sessions[0]) });
}

#[test]
fn a_command_is_found_by_its_name_in_either_language() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("C-p text:settings Enter");
    assert_eq!(d.place(), Place::Settings);
    d.keys("Esc C-p text:场次 Enter");
    assert_eq!(d.place(), Place::Sessions);
    d.keys("C-p Esc Esc");
    assert_eq!(d.place(), Place::Home);
    d.keys("F1 text:退出 Enter");
    assert!(d.has_quit());
}

#[test]
fn what_is_set_holds_at_once_and_the_next_day() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("F12 Right Down Down Right Down*2 C-u text:李嬢嬢 C-q");
    assert!(d.has_quit());
    let (kept, faults) = Settings::load(dir.path()).unwrap();
    assert_eq!(faults, []);
    assert_eq!((kept.language.unwrap().as_str(), kept.surveyor.as_deref()), ("en", Some("李嬢嬢")));
    assert_eq!(kept.borders, Some(babahui::app::Borders::Drawn));
}

#[test]
fn the_demo_opens_beside_ones_own_data() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    assert!(d.text().contains("> 先试试"), "{}", d.text());
    d.keys("Enter Enter").settle();
    assert_eq!(d.place(), Place::Home);
    assert!(d.text().contains("12 场"), "{}", d.text());
    d.keys("F8");
    assert!(d.text().contains("12 场"), "{}", d.text());
    d.keys("Esc Home Enter Enter");
    assert_eq!(d.place(), Place::Home);
    assert!(d.text().contains("0 场"), "{}", d.text());
}

#[test]
fn a_full_width_question_mark_opens_help_and_a_field_takes_it_as_typed() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("？");
    assert!(matches!(d.place(), Place::Help { .. }));
    d.keys("Esc F8 Enter Down ？");
    assert!(d.text().contains("新建场次：？"), "{}", d.text());
}

#[test]
fn the_real_cursor_follows_wide_characters() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    assert_eq!(d.cursor(), None);
    d.keys("F8 Enter Down");
    let before = d.cursor().unwrap();
    d.keys("text:张三");
    assert_eq!(d.cursor().unwrap().x, before.x + 4);
}

#[test]
fn after_a_crash_it_opens_where_one_was() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("F8 F1");
    drop(d);
    assert_eq!(kept_place(dir.path()), Some(Place::Sessions));
    let mut d = Driver::new(support::ctx(dir.path(), "zh-CN"), &kept_place(dir.path()).unwrap(), SIZE);
    assert!(d.text().contains("还没有场次"), "{}", d.text());
    d.keys("Esc");
    assert_eq!(d.place(), Place::Home);
    d.keys("C-q");
    assert_eq!(kept_place(dir.path()), None);
}

#[test]
fn leaving_while_the_demo_is_made_stays_with_ones_own_data() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("Enter Enter F8 Enter Down text:自己的一场").settle();
    d.keys("F9");
    assert_eq!(d.ctx().dir, dir.path());
    assert_eq!(d.ctx().store.sessions(false).unwrap().len(), 1);
}

#[test]
fn lines_of_forms_can_be_changed_in_an_editor() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("F8 Enter");
    assert!(!d.edit(str::to_owned), "the kind of a session is no text");
    d.keys("Enter");
    assert!(d.edit(|_| "充电桩𠮷".to_owned()));
    d.keys("F9");
    assert_eq!(d.ctx().store.sessions(false).unwrap()[0].session.title, "充电桩𠮷");
    d.keys("F12 Down*5");
    assert!(d.edit(|text| format!("{text}一")));
    d.keys("Esc");
    assert_eq!(d.ctx().settings.community.as_deref(), Some("游家渡社区一"));
}

#[test]
fn a_draft_is_thrown_away_wherever_it_stands_and_brought_back_whole() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    let drafts = |d: &Driver| d.ctx().store.drafts().unwrap();
    // A response begun and an answer given.
    d.keys("F2 F9");
    assert!(matches!(d.place(), Place::Entry { .. }), "{}", d.text());
    d.keys("1");
    let kept = drafts(&d);
    assert_eq!(kept.len(), 1, "{}", d.text());
    let whole = d.ctx().store.draft(kept[0].head.id).unwrap();
    // While filling it.
    d.keys("C-d");
    assert!(drafts(&d).is_empty(), "{}", d.text());
    assert_eq!(d.place(), Place::Home);
    assert!(d.text().contains("按 Ctrl-U 找回"), "{}", d.text());
    d.keys("C-u");
    let back = d.ctx().store.draft(kept[0].head.id).unwrap();
    assert_eq!(back, whole);
    assert!(d.text().contains("草稿已找回"), "{}", d.text());
    // On Home, and again at the first key.
    d.keys("Home Delete");
    assert!(drafts(&d).is_empty(), "{}", d.text());
    d.keys("Down Up C-u");
    assert_eq!(drafts(&d), kept);
    // In the list of responses, where letters go into the search line.
    d.keys("F5 Delete");
    assert!(drafts(&d).is_empty(), "{}", d.text());
    d.keys("C-u");
    assert_eq!(drafts(&d), kept);
    assert_eq!(d.text().matches("草稿").count(), 4, "{}", d.text());
    // On the page of all its answers.
    d.keys("Enter F9 C-d");
    assert!(drafts(&d).is_empty(), "{}", d.text());
    assert!(matches!(d.place(), Place::Browse { .. }));
    d.keys("C-u");
    assert_eq!(d.ctx().store.draft(kept[0].head.id).unwrap(), whole);
}

#[test]
fn emptying_the_search_line_with_the_key_held_down_throws_no_draft_away() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("F2 F9 Esc F5 text:张 C-a Delete*3");
    assert_eq!(d.ctx().store.drafts().unwrap().len(), 1, "{}", d.text());
    d.keys("Down Delete");
    assert!(d.ctx().store.drafts().unwrap().is_empty(), "{}", d.text());
}

#[test]
fn a_draft_thrown_away_on_top_of_its_own_screen_is_not_gone_back_to() {
    let dir = tempfile::tempdir().unwrap();
    let mut d = support::driver(dir.path(), "zh-CN", SIZE);
    d.keys("F2 F9 F5 Delete");
    assert!(d.ctx().store.drafts().unwrap().is_empty(), "{}", d.text());
    d.keys("Esc");
    assert_eq!(d.place(), Place::Home);
}
