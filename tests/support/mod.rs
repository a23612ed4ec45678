//! What tests of screens share: a program in a temporary directory, on a day that stands still.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{path::Path, sync::Arc};

use babahui::{
    app::{Ctx, FixedClock, Parts, Place, Settings},
    domain::{
        Lang, SeededIds, SessionId,
        session::{Session, SessionKind},
    },
    store::{OpenOptions, Store},
    ui::Driver,
};
use chrono::{DateTime, FixedOffset, TimeDelta};

/// The day of the story: Tuesday 12 November 2024, two in the afternoon in Chengdu.
pub fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-12T14:03:21+08:00").unwrap()
}

/// What screens work with, in this directory and language.
pub fn ctx(dir: &Path, lang: &str) -> Ctx {
    let mut ids = SeededIds::new(1);
    let options = OpenOptions { community: String::new(), ids: &mut ids, now: now(), page_limit: None };
    let store = Store::open(dir, options).unwrap().into_store();
    let settings = Settings {
        surveyor: Some("张三".into()),
        community: Some("游家渡社区".into()),
        courtyard: Some("14号院".into()),
        ..Settings::default()
    };
    Ctx::new(Parts {
        dir: dir.to_path_buf(),
        lang: Lang::new(lang),
        no_color: false,
        settings,
        clock: Box::new(Arc::new(FixedClock::new(now()))),
        ids: Box::new(ids),
        store,
    })
}

/// The program at Home, in this directory.
pub fn driver(dir: &Path, lang: &str, size: (u16, u16)) -> Driver {
    Driver::new(ctx(dir, lang), &Place::Home, size)
}

/// Three sessions of the story.
pub fn sessions(ctx: &mut Ctx) -> Vec<SessionId> {
    let rows = [
        (SessionKind::CommunityChat, "龙门阵: 充电桩放哪里", 23, 18),
        (SessionKind::CourtyardMeeting, "第9次院落坝坝会", 2, 43),
        (SessionKind::DoorToDoor, "入户走访", -3, 0),
    ];
    let session = |(kind, title, days, present): (SessionKind, &str, i64, u32), ctx: &mut Ctx| {
        let id = SessionId(ctx.new_id());
        let session = Session {
            id,
            kind,
            title: title.into(),
            community: "游家渡社区".into(),
            grid: "第二网格".into(),
            micro_grid: String::new(),
            building: "14号院".into(),
            starts: now() - TimeDelta::days(days),
            facilitator: "李嬢嬢".into(),
            recorder: "张三".into(),
            present,
        };
        ctx.write(|store, stamp| store.save_session(&session, stamp)).unwrap();
        id
    };
    rows.map(|row| session(row, ctx)).to_vec()
}
