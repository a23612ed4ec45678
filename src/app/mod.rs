//! What the running program is made of besides its terminal: settings, clock, keys, places, notices, the worker.

mod action;
mod clock;
mod ctx;
pub mod demo;
mod focus;
mod ids;
mod key;
pub mod keymap;
mod library;
mod log;
mod next;
mod notice;
mod place;
mod responses;
mod settings;
mod step;
mod typing;
mod worker;

pub use action::Action;
pub use clock::{Clock, FixedClock, SystemClock};
pub use ctx::{Ctx, Parts};
pub use focus::Focus;
pub use ids::{SeededIds, SystemIds};
pub use key::{Code, Key};
pub use keymap::{Binding, Scope};
pub use library::{Library, Origin, SurveyFile};
pub use log::{LOG_FILE, start_log};
pub use next::Next;
pub use notice::{Level, Notice, Notices};
pub use place::{BrowseFilter, Place};
pub use responses::{archive, codebooks, columns};
pub use settings::{Borders, Settings, SettingsFault, ThemeChoice};
pub use step::Step;
pub use typing::Typing;
pub use worker::{Fate, News, Progress, Task, Worker};
