//! What a vote looks like above and around what is entered.

use ratatui::{Frame, layout::Rect};

use super::{
    VoteScreen,
    lights::Standing,
    pieces::{below, line_of, lines_of, tellers_line},
    screen::Part,
};
use crate::{
    app::Ctx,
    domain::meeting::{
        Meeting,
        agenda::Way,
        motion::{Motion, Stage, Vote},
    },
    locale::rule_citation,
    tr,
    ui::theme::{Meaning, Theme},
};

impl VoteScreen {
    /// Rule and figures above what is entered; gives what is left.
    pub(super) fn head(
        &self,
        meeting: &Meeting,
        motion: &Motion,
        vote: &Vote,
        ctx: &Ctx,
        frame: &mut Frame<'_>,
        area: Rect,
    ) -> Rect {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let buffer = frame.buffer_mut();
        let mut rest = lines_of(motion.text().get(l.lang()), Meaning::Title, 2, theme, buffer, area);
        if let Way::Dots { each, .. } = &vote.way {
            let each = *each;
            let words = tr!(l, "vote-dots-each", each = each);
            return below(lines_of(&words, Meaning::Muted, 1, theme, buffer, rest), 1);
        }
        rest = lines_of(&rule_citation(l, &motion.rule), Meaning::Muted, 1, theme, buffer, rest);
        let taking = meeting.motions.taking();
        let standing = match &self.part {
            Part::Figures(figures) => Standing::with(&motion.rule, vote, figures.counts(vote), taking),
            _ => Standing::of(motion, vote, taking),
        };
        for lights in standing.lights(l, motion, rest.width) {
            rest = line_of(&lights, theme, buffer, rest);
        }
        let waiting = if let Part::Roll(roll) = &self.part { Some(roll) } else { None };
        if vote.way != Way::Consent {
            rest = line_of(&standing.said(l, waiting.map(|roll| roll.missing())), theme, buffer, rest);
        }
        rest = line_of(&standing.now(l, motion), theme, buffer, rest);
        if !motion.tellers.is_empty() {
            rest = lines_of(&tellers_line(l, &motion.tellers), Meaning::Label, 1, theme, buffer, rest);
        }
        if waiting.is_some_and(|roll| roll.is_narrowed()) {
            rest = line_of(&[(tr!(l, "vote-narrowed"), Meaning::Warn)], theme, buffer, rest);
        }
        if rest.height > 10 || waiting.is_none() { below(rest, 1) } else { rest }
    }

    pub(super) fn consent(vote: &Vote, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let buffer = frame.buffer_mut();
        let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        let mut rest = lines_of(&tr!(l, "vote-any-objection"), Meaning::Accent, 2, theme, buffer, area);
        rest = below(rest, 1);
        if vote.objections.is_empty() {
            lines_of(&tr!(l, "vote-no-objection"), Meaning::Muted, 2, theme, buffer, rest);
        }
        for (number, objection) in (1..).zip(&vote.objections) {
            let number: u32 = number;
            let who = if objection.by.is_empty() { tr!(l, "vote-somebody") } else { objection.by.clone() };
            let words = tr!(l, "vote-objection", number = number, who = who, reason = objection.reason.as_str());
            rest = lines_of(&words, Meaning::Text, 3, theme, buffer, rest);
        }
    }

    pub(super) fn over(motion: &Motion, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let buffer = frame.buffer_mut();
        let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        let rest = lines_of(motion.text().get(l.lang()), Meaning::Title, 4, theme, buffer, below(area, 1));
        let words = match &motion.stage {
            Stage::Withdrawn { reason } if reason.is_empty() => tr!(l, "vote-withdrawn"),
            Stage::Withdrawn { reason } => tr!(l, "vote-withdrawn-because", reason = reason.as_str()),
            _ => tr!(l, "vote-closed"),
        };
        lines_of(&words, Meaning::Warn, 3, theme, buffer, below(rest, 1));
    }
}
