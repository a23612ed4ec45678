//! How sorting looks: what was said, large; what it is coded as; what it may be about, numbered.

use ratatui::{Frame, layout::Rect};

use super::{
    super::ledger::{Foot, Said as Words},
    screen::SortingScreen,
};
use crate::{
    app::Ctx,
    domain::matter::{Code, Likely, Matters, Target},
    locale::{date_short, door, width, wrap},
    tr,
    ui::{
        theme::{DONE, Meaning, SELECTED, Theme},
        widgets::put,
    },
};

/// Rows of a suggestion at most, in a low window.
const MOST: usize = 5;
/// Columns of a line of a suggestion at most: longer lines are hard to read.
const WIDE: u16 = 72;

impl SortingScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        let row = |y: u16| Rect { y, height: 1.min(area.bottom().saturating_sub(y)), ..inner };
        let Some(said) = self.said.get(self.at).filter(|_| self.reading.is_none()) else {
            let none = if self.reading.is_some() { tr!(l, "sorting-reading") } else { tr!(l, "sorting-nothing") };
            put(frame.buffer_mut(), row(inner.y), &none, theme.style(Meaning::Muted));
            return;
        };
        let (open, all) = (self.uncoded.len(), self.said.len());
        let (count, meaning) = match open {
            0 => (tr!(l, "sorting-all-done", all = all), Meaning::Good),
            open => (tr!(l, "sorting-uncoded", open = open, all = all), Meaning::Accent),
        };
        put(frame.buffer_mut(), row(inner.y), &count, theme.style(meaning));
        let mut y = inner.y + 2;
        let lines = wrap(&said.text, usize::from(inner.width.min(WIDE)));
        let most = if area.height > 24 { MOST * 2 } else { MOST };
        for line in lines.iter().take(most) {
            put(frame.buffer_mut(), row(y), line, theme.style(Meaning::Title));
            y += 1;
        }
        let at = [door(l, &said.door), date_short(said.at.date_naive()), ctx.survey_title(&said.survey).to_owned()];
        let at = at.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        put(frame.buffer_mut(), row(y), &at, theme.style(Meaning::Muted));
        y += 2;
        let code = self.code_here(ctx);
        let (words, meaning) = match &code {
            None => (tr!(l, "sorting-not-yet"), Meaning::Muted),
            Some(code) if code.sets_aside() => (format!("{DONE} {}", tr!(l, "sorting-set-aside")), Meaning::Good),
            Some(code) => (format!("{DONE} {}", self.names(code, ctx).join(" · ")), Meaning::Good),
        };
        let taken = put(frame.buffer_mut(), row(y), &words, theme.style(meaning));
        if self.several {
            let beside = Rect { x: inner.x + taken + 3, width: inner.width.saturating_sub(taken + 3), ..row(y) };
            put(frame.buffer_mut(), beside, &tr!(l, "sorting-several"), theme.style(Meaning::Warn));
        }
        y += 2;
        let foot = if self.line.is_some() { 4 } else { 0 };
        let rows = usize::from(area.bottom().saturating_sub(y + foot));
        self.draw_list(code.as_ref(), ctx, frame, Rect { y, height: u16::try_from(rows).unwrap_or(0), ..area });
        if let Some(line) = &self.line {
            let area = Rect { y: area.bottom().saturating_sub(3), height: 3, ..inner };
            let concern = self.concern_label(&self.likely_concern(), ctx);
            let hint = if concern.is_empty() {
                tr!(l, "sorting-new-hint")
            } else {
                tr!(l, "sorting-new-under", concern = concern)
            };
            let title = tr!(l, "sorting-new");
            let foot = Foot { title: &title, hint: &hint, wrong: &self.wrong };
            line.draw(ctx, frame, area, &[Words::new(tr!(l, "sorting-new-title"), String::new())], &foot);
        }
    }

    fn draw_list(&self, code: Option<&Code>, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let shown = usize::from(area.height);
        let cursor = self.list.current().unwrap_or_default();
        let top = (cursor + 1).saturating_sub(shown);
        let names: Vec<usize> =
            self.ranked.iter().skip(top).take(shown).map(|likely| width(&self.name(likely, ctx))).collect();
        let columns = u16::try_from(names.iter().copied().max().unwrap_or_default()).unwrap_or(0).clamp(12, 36);
        for (n, likely) in self.ranked.iter().enumerate().skip(top).take(shown) {
            let y = area.y + u16::try_from(n - top).unwrap_or(0);
            self.draw_target(n, likely, code, columns, ctx, frame, Rect { y, height: 1, ..area });
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a row is drawn from what the list knows")]
    fn draw_target(
        &self,
        n: usize,
        likely: &Likely,
        code: Option<&Code>,
        columns: u16,
        ctx: &Ctx,
        frame: &mut Frame<'_>,
        row: Rect,
    ) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let selected = self.list.current() == Some(n);
        let style = |meaning| theme.in_row(selected, meaning);
        if selected {
            frame.buffer_mut().set_style(row, theme.style(Meaning::Selected));
            put(frame.buffer_mut(), row, SELECTED, style(Meaning::Text));
        }
        let part = |x: u16, width: u16| Rect { x: row.x + x, width: width.min(row.width.saturating_sub(x)), ..row };
        let number = if n < 9 { (n + 1).to_string() } else { String::new() };
        put(frame.buffer_mut(), part(2, 1), &number, style(Meaning::Key));
        let holds = code.is_some_and(|code| Self::holds(code, &likely.target, ctx));
        if holds {
            put(frame.buffer_mut(), part(4, 1), DONE, style(Meaning::Good));
        }
        let kind = match likely.target {
            Target::Matter(_) => tr!(l, "sorting-matter"),
            Target::Concern(_) => tr!(l, "sorting-concern"),
        };
        put(frame.buffer_mut(), part(6, 8), &kind, style(Meaning::Muted));
        put(frame.buffer_mut(), part(15, columns), &self.name(likely, ctx), style(Meaning::Text));
        if !likely.because.is_empty() {
            let words = likely.because.join(&tr!(l, "sorting-comma"));
            let because = tr!(l, "sorting-because", words = words);
            put(frame.buffer_mut(), part(15 + columns + 2, row.width), &because, style(Meaning::Muted));
        }
    }

    fn holds(code: &Code, target: &Target, ctx: &Ctx) -> bool {
        match target {
            Target::Concern(name) => code.concerns.contains(name),
            Target::Matter(id) => {
                ctx.register::<Matters>().is_some_and(|matters| matters.matters_of(code).contains(id))
            }
        }
    }

    fn name(&self, likely: &Likely, ctx: &Ctx) -> String {
        match &likely.target {
            Target::Concern(name) => self.concern_label(name, ctx),
            Target::Matter(id) => {
                let found = ctx.register::<Matters>().and_then(|matters| matters.matter(*id));
                found.map(|matter| matter.about.title.clone()).unwrap_or_default()
            }
        }
    }

    pub(super) fn concern_label(&self, name: &str, ctx: &Ctx) -> String {
        let known = self.concerns.iter().find(|concern| concern.name == name);
        known.map_or_else(|| name.to_owned(), |concern| concern.label.get(ctx.lang()).to_owned())
    }

    /// What a code says, in words.
    fn names(&self, code: &Code, ctx: &Ctx) -> Vec<String> {
        let Some(matters) = ctx.register::<Matters>() else { return Vec::new() };
        let titles = matters.matters_of(code).into_iter().filter_map(|id| matters.matter(id));
        let titles = titles.map(|matter| matter.about.title.clone());
        titles.chain(code.concerns.iter().map(|name| self.concern_label(name, ctx))).collect()
    }
}
