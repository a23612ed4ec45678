//! Whom the meeting takes as entitled: the agenda's roll, the households of a place, a file, or nobody.

use super::{
    super::{
        form::Slot,
        roll_file::{fault_page, fault_words, is_peopled, typed_households, typed_path, typed_place},
    },
    NewMeetingScreen,
    screen::{FILE, ROLL},
};
use crate::{
    app::{Ctx, Level},
    domain::{
        meeting::{
            agenda::Agenda,
            roll::{Voter, entitled},
            rule::Regime,
        },
        place::{Roll, voters_of},
    },
    import::read_roll,
    locale::area as area_words,
    tr,
};

/// Where the roll comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RollFrom {
    /// The households of the roll, those of a place when one is named.
    Households,
    Agenda,
    File,
    Nowhere,
}

impl NewMeetingScreen {
    /// The rolls one can choose from, the likeliest first.
    fn rolls(&self, ctx: &Ctx) -> &'static [RollFrom] {
        use RollFrom::{Agenda as Listed, File, Households, Nowhere};
        let peopled = is_peopled(ctx);
        match self.agenda(ctx) {
            Some(agenda) if peopled && !agenda.roll.is_empty() => &[Listed, Households, File, Nowhere],
            Some(agenda) if peopled && matches!(agenda.rule.regime, Regime::Discussion(_)) => {
                &[Nowhere, Households, File]
            }
            _ if peopled => &[Households, File, Nowhere],
            Some(agenda) if !agenda.roll.is_empty() => &[RollFrom::Agenda, RollFrom::File, RollFrom::Nowhere],
            Some(agenda) if matches!(agenda.rule.regime, Regime::Discussion(_)) => &[RollFrom::Nowhere, RollFrom::File],
            _ => &[RollFrom::File, RollFrom::Nowhere],
        }
    }

    pub(super) fn offer_rolls(&mut self, ctx: &Ctx) {
        let of = self.rolls(ctx).len();
        self.form.set(ROLL, Slot::Choice { at: 0, of });
    }

    pub(super) fn roll_from(&self, ctx: &Ctx) -> RollFrom {
        self.rolls(ctx).get(self.form.choice(ROLL)).copied().unwrap_or(RollFrom::Nowhere)
    }

    /// Reads the file that was typed.
    pub(super) fn read_file(&mut self, ctx: &Ctx) {
        let parking = self.agenda(ctx).is_none_or(|agenda| agenda.settings.parking);
        self.file = typed_path(self.form.text(FILE), ctx).map(|path| {
            let read = read_roll(&path, parking);
            (path, read)
        });
    }

    /// The households of the roll as voters, as far as there are any in the place that is typed.
    pub(super) fn households(&self, ctx: &Ctx) -> Option<Vec<Voter>> {
        let place = typed_place(self.form.text(FILE), ctx)?;
        Some(voters_of(ctx.register::<Roll>()?, &place, self.agenda(ctx)?))
    }

    /// A file was named: it is read, and the roll comes from it.
    pub(super) fn left_file(&mut self, ctx: &Ctx) {
        if self.roll_from(ctx) == RollFrom::Households && typed_place(self.form.text(FILE), ctx).is_some() {
            self.file = None;
            return;
        }
        self.read_file(ctx);
        if self.file.is_some()
            && let Some(at) = self.rolls(ctx).iter().position(|from| *from == RollFrom::File)
        {
            let of = self.rolls(ctx).len();
            self.form.set(ROLL, Slot::Choice { at, of });
        }
    }

    /// The roll to hold the meeting with; nothing when it cannot be had, and then the file's line has the focus.
    pub(super) fn roll(&mut self, agenda: &Agenda, ctx: &mut Ctx) -> Option<Vec<Voter>> {
        match self.roll_from(ctx) {
            RollFrom::Agenda => return Some(agenda.roll.clone()),
            RollFrom::Households => {
                let found = typed_households(self.form.text(FILE), agenda, ctx);
                return found
                    .map_err(|why| {
                        ctx.notice(Level::Warning, |_| why);
                        self.form.go_to(FILE);
                    })
                    .ok();
            }
            RollFrom::Nowhere => return Some(Vec::new()),
            RollFrom::File => self.read_file(ctx),
        }
        if let Some((_, Ok(file))) = &self.file
            && file.is_sound()
        {
            return Some(file.voters.clone());
        }
        let why = self.file_fault(ctx).unwrap_or_else(|| tr!(ctx.locale, "newmeeting-file-missing"));
        ctx.notice(Level::Warning, |_| why);
        self.form.go_to(FILE);
        None
    }

    /// Why the file cannot be taken.
    pub(super) fn file_fault(&self, ctx: &Ctx) -> Option<String> {
        fault_words(&ctx.locale, &self.file.as_ref()?.1)
    }

    /// Shows every fault of the file.
    pub(super) fn show_faults(&mut self, ctx: &Ctx) {
        if let Some((_, Ok(file))) = &self.file {
            self.faults = Some(fault_page(&ctx.locale, file));
        }
    }

    pub(super) fn has_faults(&self) -> bool {
        matches!(&self.file, Some((_, Ok(file))) if !file.faults.is_empty())
    }

    pub(super) fn weighed(&self, voters: &[Voter], ctx: &Ctx) -> (u64, String) {
        let parking = self.agenda(ctx).is_none_or(|agenda| agenda.settings.parking);
        let all = entitled(voters, parking);
        (all.heads, area_words(&ctx.locale, i64::try_from(all.area).unwrap_or(i64::MAX)))
    }
}
