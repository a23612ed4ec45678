//! The courtyard of the stories: the program on a directory of its own, a clock moved by hand, keys pressed and words looked for.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{path::Path, sync::Arc};

use assert_cmd::Command;
use babahui::{
    app::{Ctx, FixedClock, Parts, Place, Settings},
    domain::{Lang, SeededIds, meeting::Meeting},
    store::{OpenOptions, Store},
    ui::Driver,
};
use chrono::TimeDelta;

use crate::support;

/// The program on a directory, with a clock that is moved by hand.
pub struct Yard {
    pub dir: tempfile::TempDir,
    pub clock: Arc<FixedClock>,
    pub d: Driver,
}

/// What screens work with. Every start has ids of its own, as the system's are.
pub fn ctx(dir: &Path, clock: &Arc<FixedClock>, seed: u64) -> Ctx {
    let mut ids = SeededIds::new(seed);
    let now = babahui::app::Clock::now(clock);
    let options = OpenOptions { community: String::new(), ids: &mut ids, now, page_limit: None };
    let store = Store::open(dir, options).unwrap().into_store();
    let settings = Settings {
        surveyor: Some("小陈".into()),
        community: Some("游家渡社区".into()),
        courtyard: Some("14号院".into()),
        ..Settings::default()
    };
    Ctx::new(Parts {
        dir: dir.to_path_buf(),
        lang: Lang::new("zh-CN"),
        no_color: false,
        settings,
        clock: Box::new(Arc::clone(clock)),
        ids: Box::new(ids),
        store,
    })
}

impl Yard {
    pub fn begin() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::new(support::now()));
        let d = Driver::new(ctx(dir.path(), &clock, 1), &Place::Home, (120, 40));
        Self { dir, clock, d }
    }

    pub fn keys(&mut self, script: &str) -> &mut Self {
        self.d.keys(script).settle();
        self
    }

    /// Time goes by.
    pub fn pass(&mut self, minutes: i64) -> &mut Self {
        self.clock.advance(TimeDelta::minutes(minutes));
        self
    }

    /// Presses a key until these words are on screen.
    pub fn until(&mut self, key: &str, words: &str) -> &mut Self {
        for _ in 0..20 {
            if self.d.text().contains(words) {
                break;
            }
            self.d.keys(key);
        }
        self.shows(words)
    }

    /// These words are on screen, wherever lines are broken.
    pub fn shows(&mut self, words: &str) -> &mut Self {
        assert!(bare(&self.d.text()).contains(&bare(words)), "{words}\n{}", self.d.text());
        self
    }

    /// Back to the first screen.
    pub fn home(&mut self) -> &mut Self {
        for _ in 0..6 {
            if self.d.place() == Place::Home {
                break;
            }
            self.d.keys("Esc");
        }
        assert_eq!(self.d.place(), Place::Home);
        self
    }

    pub fn meeting(&self) -> &Meeting {
        let id = self.d.place().meeting().unwrap();
        self.d.ctx().meeting(id).unwrap()
    }

    /// On to the next item, which is this one, some minutes later.
    pub fn next_item(&mut self, key: &str, after: i64) -> &mut Self {
        self.pass(after).keys("Right");
        assert_eq!(self.meeting().course.current().unwrap().item.key.0, key, "{}", self.d.text());
        self
    }

    /// The program is left; its data stay.
    pub fn left(self) -> tempfile::TempDir {
        drop(self.d);
        self.dir
    }
}

/// The minutes as the command line prints them, without the blanks between words: lines are broken anywhere.
pub fn printed(dir: &Path, lang: &str, arguments: &[&str]) -> String {
    said(dir, lang, &[&["minutes"], arguments].concat())
}

/// What a command of ours prints, without the blanks between words.
pub fn said(dir: &Path, lang: &str, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("babahui").unwrap();
    command.arg("--data").arg(dir).args(["--lang", lang]).args(arguments);
    let text = String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap();
    bare(&text)
}

pub fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

pub fn says(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(&bare(words)), "{words}\n{text}");
    }
}

/// Set up from the shipped agenda, on the page before a meeting.
pub fn set_up(yard: &mut Yard, agenda: &str, title: &str, more: &str) {
    yard.keys("F3 C-n").until("Right", agenda);
    yard.keys(&format!("Enter*2 C-u text:{title} Enter*2 C-u text:14:05 Enter C-u text:黄桷树下 Enter"));
    yard.keys(&format!("C-u text:何老师 Enter C-u text:小陈 Enter {more} F9"));
    assert!(matches!(yard.d.place(), Place::Lobby { .. }), "{}", yard.d.text());
}

/// Neighbours sign in: some by name and door, somebody of the street office, the others as heads counted.
pub fn sign_in(yard: &mut Yard, neighbours: &[(&str, &str)], heads: u32) {
    yard.keys("F4");
    for (name, door) in neighbours {
        yard.keys(&format!("text:{name} Enter Enter text:{door} Enter"));
    }
    yard.keys("text:街道办小吴 Enter Right Enter Enter");
    yard.keys(&format!("F9 text:{heads} Enter Esc"));
    assert!(matches!(yard.d.place(), Place::Lobby { .. }), "{}", yard.d.text());
    assert_eq!(yard.meeting().attendance.presence().weight.heads, u64::from(heads), "{}", yard.d.text());
}

/// Everything that was promised and has not come in comes in.
pub fn receive_all(yard: &mut Yard) {
    yard.keys("Home");
    for _ in 0..5 {
        yard.keys("F5 Down");
    }
}
