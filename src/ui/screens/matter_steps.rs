//! What was done to matters on a screen, step by step, so that it can be taken back.

use crate::{
    app::{Ctx, Level},
    domain::{
        RecordId,
        matter::{Command, Matters},
    },
    tr,
};

/// The steps taken since the screen was opened.
#[derive(Debug, Default)]
pub struct MatterSteps(Vec<Vec<RecordId>>);

impl MatterSteps {
    /// Asks something of the matters. Whether it was done and saved; a notice says why not.
    pub fn ask(&mut self, command: Command, ctx: &mut Ctx) -> bool {
        let Some(made) = ctx.ask_register::<Matters>(command) else { return false };
        if !made.is_empty() {
            self.0.push(made);
        }
        true
    }

    /// Takes the last step back, and says so. Whether anything changed.
    pub fn undo(&mut self, ctx: &mut Ctx) -> bool {
        match self.0.pop() {
            Some(made) if ctx.undo_register::<Matters>(&made).is_some() => {
                ctx.notice(Level::Done, |l| tr!(l, "sorting-undone"));
                return true;
            }
            Some(made) => self.0.push(made),
            None => ctx.notice(Level::Info, |l| tr!(l, "followup-nothing-to-undo")),
        }
        false
    }
}
