//! What the hall sees now: one question and one large figure.

use chrono::TimeDelta;

use crate::{
    app::Ctx,
    domain::meeting::{
        Meeting, Moment,
        agenda::{Item, ItemKind, PledgeRound, Way},
        course::ItemState,
        ledger::{Ledger, Scope as Of},
        motion::{Motion, Stage, Vote},
        rule::Outcome,
    },
    locale::{duration, grouped, lead, meeting::item_kind, money, outcome_words},
    tr,
    ui::theme::Meaning,
};

/// What the hall sees.
pub struct Sight {
    /// What it is about: at most two lines.
    pub question: String,
    /// The figure, large; empty where words say all.
    pub figure: String,
    /// How the figure is to be taken.
    pub meaning: Meaning,
    /// The words under it.
    pub words: String,
    /// How full a target is, in thousandths; nothing where there is no target.
    pub full: Option<u16>,
}

/// What the hall sees of a meeting now.
pub fn sight(meeting: &Meeting, ledger: Option<&Ledger>, ctx: &Ctx) -> Sight {
    let l = &ctx.locale;
    let now = meeting.moment(ctx.now());
    if let Some((began, None)) = meeting.course.pauses().last() {
        let figure = duration(now.since(*began).num_seconds());
        return plain(tr!(l, "hall-break"), figure, meeting.opening.title.clone());
    }
    let Some(current) = meeting.course.current() else { return before_or_after(meeting, ctx) };
    if let Some(motion) = meeting.motions.open().or_else(|| last_result(meeting, current)) {
        return of_motion(meeting, motion, ctx);
    }
    match &current.item.kind {
        ItemKind::Pledge(round) => of_pledges(meeting, &current.item, round, ledger, ctx),
        _ => of_item(meeting, current, now, ctx),
    }
}

fn plain(question: String, figure: String, words: String) -> Sight {
    Sight { question, figure, meaning: Meaning::Accent, words, full: None }
}

/// Before the meeting and after it: who is there.
fn before_or_after(meeting: &Meeting, ctx: &Ctx) -> Sight {
    let l = &ctx.locale;
    let (there, entitled) = (meeting.presence().weight.heads, meeting.attendance.entitled().heads);
    let question = meeting.opening.title.clone();
    if meeting.course.closed().is_some() {
        return plain(question, String::new(), tr!(l, "hall-closed"));
    }
    let figure = if entitled > 0 { format!("{there}/{entitled}") } else { there.to_string() };
    let words = if entitled > 0 { tr!(l, "hall-present-of") } else { tr!(l, "hall-present") };
    plain(question, figure, words)
}

/// The result read out last on the item under way; the next motion put takes its place.
fn last_result<'a>(meeting: &'a Meeting, current: &'a ItemState) -> Option<&'a Motion> {
    let closed = meeting.motions.on(&current.item.key).filter(|motion| motion.stage == Stage::Closed);
    closed.max_by_key(|motion| motion.vote.as_ref().and_then(|vote| vote.closed))
}

fn of_motion(meeting: &Meeting, motion: &Motion, ctx: &Ctx) -> Sight {
    let l = &ctx.locale;
    let question = motion.text().get(ctx.lang()).to_owned();
    let Some(vote) = &motion.vote else { return plain(question, String::new(), String::new()) };
    if motion.stage == Stage::Open && !meeting.opening.agenda.settings.live_counts {
        return plain(question, String::new(), tr!(l, "hall-voting"));
    }
    // An obvious majority has no figures, and stickers are no votes: neither may look like a count.
    let counted = vote.clear.is_none() && !matches!(vote.way, Way::Dots { .. });
    let figure = if counted { figures(vote) } else { String::new() };
    match motion.outcome() {
        Some(outcome) => {
            let meaning = if outcome == Outcome::Carried { Meaning::Good } else { Meaning::Bad };
            let said = outcome_words(l, outcome);
            let words = if counted { tr!(l, "hall-for-against", outcome = said) } else { said };
            Sight { question, figure, meaning, words, full: None }
        }
        None => plain(question, figure, tr!(l, "hall-so-far")),
    }
}

fn figures(vote: &Vote) -> String {
    let counts = vote.counts();
    format!("{}:{}", counts.yes.heads, counts.no.heads)
}

/// What was pledged here, with the target as a thermometer.
fn of_pledges(meeting: &Meeting, item: &Item, round: &PledgeRound, ledger: Option<&Ledger>, ctx: &Ctx) -> Sight {
    let l = &ctx.locale;
    let scope = Of::Item(meeting.id, item.key.clone());
    let fen = ledger.map_or(0, |ledger| ledger.totals(&scope).own.pledged);
    let question = item.title.get(ctx.lang()).to_owned();
    let figure = grouped(fen / 100);
    let Some(target) = round.target.filter(|target| *target > 0) else {
        return plain(question, figure, tr!(l, "hall-pledged"));
    };
    let full = (i128::from(fen.max(0)) * 1000 / i128::from(target)).min(1000);
    let target = money(l, target);
    let words = tr!(l, "hall-pledged-of", target = target);
    Sight { question, figure, meaning: Meaning::Good, words, full: u16::try_from(full).ok() }
}

/// The clock of who speaks, else of the item.
fn of_item(meeting: &Meeting, current: &ItemState, now: Moment, ctx: &Ctx) -> Sight {
    let kind = item_kind(&ctx.locale, &current.item.kind);
    let question = format!("{kind}  {}", current.item.title.get(ctx.lang()));
    if let Some(turn) = meeting.floor.speaker() {
        let left = meeting.floor.allowed(&meeting.course, turn) - meeting.floor.spoken_for(&meeting.course, turn, now);
        return clock(question, left, turn.speaker.name.clone());
    }
    let Some(spent) = meeting.course.spent(&current.item.key, now) else {
        return plain(question, String::new(), String::new());
    };
    if spent.planned == TimeDelta::zero() {
        return plain(question, duration(spent.spent.num_seconds()), String::new());
    }
    clock(question, spent.planned - spent.spent, String::new())
}

/// Time that is left, or by how much it is over, `+00:30`.
fn clock(question: String, left: TimeDelta, words: String) -> Sight {
    let over = left < TimeDelta::zero();
    let seconds = left.num_seconds();
    let figure = if over { lead(seconds.abs()) } else { duration(seconds) };
    Sight { question, figure, meaning: if over { Meaning::Warn } else { Meaning::Accent }, words, full: None }
}
