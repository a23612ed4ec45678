//! The line at the foot of a vote: texts, names, reasons, and who counts.

use super::{
    VoteScreen,
    line::{Asked, Line, LineKey},
    screen::Part,
};
use crate::{
    app::{Action, Ctx, Next},
    domain::{
        Text,
        meeting::{
            Command,
            motion::{MotionCommand, Teller},
        },
    },
    locale::typed_names,
    tr,
};

impl VoteScreen {
    pub(super) fn on_line(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        match Line::key(&mut self.line, action) {
            LineKey::Enter => self.typed(ctx),
            LineKey::Here => Next::Stay,
            LineKey::Elsewhere => Next::Pass,
        }
    }

    pub(super) fn type_line(&mut self, asked: Asked, text: &str) -> Next {
        self.line = Some(Line::new(asked, text));
        Next::Stay
    }

    /// Takes the line that was typed.
    fn typed(&mut self, ctx: &mut Ctx) -> Next {
        let Some(line) = &mut self.line else { return Next::Stay };
        let Some(text) = line.entered() else { return Next::Stay };
        let (asked, before) = (line.asked, std::mem::take(&mut line.before));
        let motion = self.key();
        let command = match asked {
            Asked::Text => {
                self.line = Some(Line::after(Asked::TextBy, text));
                return Next::Stay;
            }
            Asked::Objector => {
                self.line = Some(Line::after(Asked::Objection, text));
                return Next::Stay;
            }
            Asked::TextBy => {
                let text_of = Text::one(ctx.lang().clone(), before.clone());
                MotionCommand::Amend { motion, text: text_of, by: text }
            }
            Asked::Mover => MotionCommand::Sponsor { motion, by: text },
            Asked::Seconder => MotionCommand::Second { motion, by: text },
            Asked::Teller(teller) => return self.appoint(teller, &text, ctx),
            Asked::Withdrawal => MotionCommand::Withdraw { motion, reason: text },
            Asked::Objection => MotionCommand::Object { motion, by: before.clone(), reason: text },
            Asked::Reopening | Asked::Override(_) => return Next::Stay,
        };
        if ctx.ask(self.meeting, Command::Motion(command)) {
            self.line = None;
            return self.follow(ctx);
        }
        if let Some(line) = &mut self.line {
            line.before = before;
        }
        Next::Stay
    }

    /// Asks who does this, with whoever does it now on the line.
    pub(super) fn ask_teller(&mut self, teller: Teller, ctx: &Ctx) -> Next {
        let names = self.now(ctx).map(|(meeting, motion)| {
            let way = match (&self.part, &motion.vote) {
                (Part::Put(put), _) => put.way(),
                (_, vote) => vote.as_ref().map(|vote| &vote.way),
            };
            let named = meeting.motions.tellers(motion, way.unwrap_or(&motion.way));
            named.of(teller).join(&tr!(ctx.locale, "meeting-names-between"))
        });
        self.type_line(Asked::Teller(teller), &names.unwrap_or_default())
    }

    /// Names who does this and asks for the next.
    fn appoint(&mut self, teller: Teller, typed: &str, ctx: &mut Ctx) -> Next {
        let names = typed_names(typed);
        let known = self.now(ctx).is_some_and(|(_, motion)| motion.tellers.of(teller) == names);
        let command = MotionCommand::Appoint { motion: self.key(), teller, names };
        if !known && !ctx.ask(self.meeting, Command::Motion(command)) {
            return Next::Stay;
        }
        if let Some(next) = teller.next() {
            return self.ask_teller(next, ctx);
        }
        self.line = None;
        self.follow(ctx)
    }
}
