//! The line over the minutes: which prints there are, which versions, which is on view.

use ratatui::{Frame, layout::Rect};

use crate::{
    app::Ctx,
    domain::meeting::minutes::Drafting,
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::put,
    },
};

/// Which print is on view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// All of it.
    Facilitator,
    /// What everyone may read.
    Public,
    /// 公示
    Posting,
    /// 签到表
    Sheet,
}

impl Print {
    /// All of them, in the order they are gone through.
    pub const ALL: [Self; 4] = [Self::Facilitator, Self::Public, Self::Posting, Self::Sheet];

    /// The next one.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|print| *print == self).unwrap_or_default();
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

/// Draws the prints and the versions there are, the ones on view marked.
pub fn draw_head(minutes: &Drafting, print: Print, version: Option<u32>, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
    let (l, theme) = (&ctx.locale, Theme::of(ctx));
    let mut x = area.x + 2;
    let mut word = |words: String, here: bool| {
        let style = theme.style(if here { Meaning::Selected } else { Meaning::Muted });
        let words = if here { format!("[{words}]") } else { format!(" {words} ") };
        let row = Rect { x, width: area.right().saturating_sub(x), ..area };
        x += put(frame.buffer_mut(), row, &words, style) + 1;
    };
    for each in Print::ALL {
        let words = match each {
            Print::Facilitator => tr!(l, "minutes-print-facilitator"),
            Print::Public => tr!(l, "minutes-print-public"),
            Print::Posting => tr!(l, "minutes-print-posting"),
            Print::Sheet => tr!(l, "minutes-print-sheet"),
        };
        word(words, each == print);
    }
    for number in minutes.versions().iter().map(|known| known.number) {
        word(tr!(l, "minutes-version", version = number), version == Some(number));
    }
    if minutes.correcting().is_some() {
        word(tr!(l, "minutes-working"), version.is_none());
    }
}
