//! What was done on a screen of the ledger, step by step, so that it can be taken back.

use crate::{
    app::{Ctx, Level},
    domain::{
        ActionId, ClaimId, GrantId, PledgeId, RecordId,
        meeting::{
            agenda::FundKey,
            ledger::{Command, Event, Ledger, Trace},
        },
    },
    locale::ledger_remark,
    tr,
};

/// One thing the ledger keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An action.
    Action(ActionId),
    /// A pledge.
    Pledge(PledgeId),
    /// A grant.
    Grant(GrantId),
    /// A claim.
    Claim(ClaimId),
    /// A fund.
    Fund(FundKey),
}

impl Subject {
    /// What a command is about.
    fn of(command: &Command) -> Self {
        match command {
            Command::Event(event) => match event {
                Event::Action { action, .. } => Self::Action(*action),
                Event::Pledge { pledge, .. } => Self::Pledge(*pledge),
                Event::Grant { grant, .. } => Self::Grant(*grant),
                Event::Claim { claim, .. } => Self::Claim(*claim),
                Event::Fund { fund, .. } => Self::Fund(fund.clone()),
            },
            Command::PledgeInHand { pledge, .. } => Self::Pledge(*pledge),
            Command::OpenFund { fund, .. } => Self::Fund(fund.clone()),
        }
    }

    /// The records of what happened to it, oldest first.
    fn records(&self, ledger: &Ledger) -> Vec<RecordId> {
        fn of<E>(trail: &[Trace<E>]) -> Vec<RecordId> {
            trail.iter().map(|trace| trace.mark.record).collect()
        }
        let found = match self {
            Self::Action(id) => ledger.action(*id).map(|thing| of(&thing.trail)),
            Self::Pledge(id) => ledger.pledge(*id).map(|thing| of(&thing.trail)),
            Self::Grant(id) => ledger.grant(*id).map(|thing| of(&thing.trail)),
            Self::Claim(id) => ledger.claim(*id).map(|thing| of(&thing.trail)),
            Self::Fund(key) => ledger.fund(key).map(|thing| of(&thing.trail)),
        };
        found.unwrap_or_default()
    }
}

/// The steps taken since the screen was opened, with what they were called.
#[derive(Debug, Default)]
pub struct Steps(Vec<Step>);

/// Something done: to what, by which records, and what it was called.
type Step = (Subject, Vec<RecordId>, String);

impl Steps {
    /// Asks something of the ledger, and keeps how to take it back under this name. Whether it was done and saved; what
    /// is worth saying about it is said in a notice.
    pub fn ask(&mut self, ctx: &mut Ctx, command: Command, what: String) -> bool {
        let subject = Subject::of(&command);
        let today = ctx.now().date_naive();
        let Some(ledger) = ctx.hold_ledger() else { return false };
        let before = subject.records(ledger);
        let remarks = ledger.remarks(&command, today);
        if !ctx.ask_ledger(command) {
            return false;
        }
        for remark in remarks {
            ctx.notice(Level::Warning, |l| ledger_remark(l, &remark));
        }
        let after = ctx.ledger().map(|ledger| subject.records(ledger)).unwrap_or_default();
        let made: Vec<RecordId> = after.into_iter().filter(|record| !before.contains(record)).collect();
        if !made.is_empty() {
            self.0.push((subject, made, what));
        }
        true
    }

    /// Takes back the last step done here; when there is none, the last thing that happened to `selected`. What that was
    /// about; nothing when nothing was taken back.
    pub fn undo(&mut self, ctx: &mut Ctx, selected: Option<(Subject, String)>) -> Option<Subject> {
        let own = self.0.pop();
        let last = || {
            let (subject, what) = selected?;
            let record = subject.records(ctx.ledger()?).pop()?;
            Some((subject, vec![record], what))
        };
        let Some((subject, records, what)) = own.clone().or_else(last) else {
            ctx.notice(Level::Info, |l| tr!(l, "followup-nothing-to-undo"));
            return None;
        };
        if !ctx.undo_ledger(&records) {
            // It can be tried again when the disk is better.
            self.0.extend(own);
            return None;
        }
        ctx.notice(Level::Done, |l| tr!(l, "followup-undone", what = what));
        Some(subject)
    }
}
