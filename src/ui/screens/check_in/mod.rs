//! 签到: who comes and leaves, found by any part of door or name; proxies, excuses, co-owners, walk-ins.

mod asking;
mod known;
mod look;
mod screen;
mod top;

pub use screen::CheckInScreen;
