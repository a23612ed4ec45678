//! Matters in words: how far they have come, what happened to them.

use super::{Locale, date_short, door, money, outcome_words, session_kind};
use crate::{
    domain::{
        Text,
        matter::{Afterwards, Came, Programme, Raised, Step, is_few},
    },
    tr,
};

/// How far a matter has come.
#[must_use]
pub fn step_words(l: &Locale, step: Step) -> String {
    match step {
        Step::Raised => tr!(l, "matter-step-raised"),
        Step::Sorted => tr!(l, "matter-step-sorted"),
        Step::Discussed => tr!(l, "matter-step-discussed"),
        Step::Decided => tr!(l, "matter-step-decided"),
        Step::Funded => tr!(l, "matter-step-funded"),
        Step::UnderWay => tr!(l, "matter-step-under-way"),
        Step::Done => tr!(l, "matter-step-done"),
        Step::Checked => tr!(l, "matter-step-checked"),
        Step::Dropped => tr!(l, "matter-step-dropped"),
    }
}

/// A programme.
#[must_use]
pub fn programme_words(l: &Locale, programme: Programme) -> String {
    match programme {
        Programme::Charity => tr!(l, "matter-programme-charity"),
        Programme::Venture => tr!(l, "matter-programme-venture"),
        Programme::Service => tr!(l, "matter-programme-service"),
        Programme::SelfGovernance => tr!(l, "matter-programme-self-governance"),
        Programme::Culture => tr!(l, "matter-programme-culture"),
    }
}

/// How many households want a matter, and what is counted: those that said so in their own words, and those that picked
/// its concern. `concern` is what that is called. Empty when nobody was heard.
#[must_use]
pub fn raised_words(l: &Locale, raised: &Raised, concern: &str) -> String {
    let said = said_by(l, raised, 0);
    let picked = picked_by(l, raised, concern, 0);
    match (said, picked) {
        (Some(said), Some(picked)) => tr!(l, "matter-raised-and-picked", said = said, picked = picked),
        (said, picked) => said.or(picked).unwrap_or_default(),
    }
}

/// How many households said in their own words that they want a matter, a number under `least` not told; nothing when nobody
/// was heard.
#[must_use]
pub fn said_by(l: &Locale, raised: &Raised, least: u64) -> Option<String> {
    let (n, of) = (told_number(l, raised.households, least), raised.heard);
    (of > 0).then(|| tr!(l, "matter-said-by", n = n, of = of))
}

/// How many households picked the concern of a matter, a number under `least` not told; nothing when nobody was asked.
#[must_use]
pub fn picked_by(l: &Locale, raised: &Raised, concern: &str, least: u64) -> Option<String> {
    raised.named.map(|(n, of)| tr!(l, "matter-picked-by", n = told_number(l, n, least), of = of, concern = concern))
}

fn told_number(l: &Locale, n: u64, least: u64) -> String {
    if is_few(n, least) { tr!(l, "report-households-few", least = least) } else { n.to_string() }
}

/// The mean of so many scores that add up to a sum, with one decimal place.
#[must_use]
pub fn mean_score(sum: i64, scores: u64) -> String {
    let of = i64::try_from(scores).unwrap_or(i64::MAX).max(1);
    let tenths = sum.saturating_mul(10).saturating_add(of / 2) / of;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What residents say afterwards, means with one decimal place.
#[must_use]
pub fn afterwards_words(l: &Locale, after: &Afterwards) -> String {
    let (n, better, worse) = (after.households, after.better, after.worse);
    tr!(
        l,
        "matter-afterwards",
        n = n,
        before = mean_score(after.before, n),
        after = mean_score(after.after, n),
        better = better,
        worse = worse
    )
}

/// What kind of step it is, and what happened.
#[must_use]
pub fn came_words(l: &Locale, came: &Came) -> (String, String) {
    match came {
        Came::Raised { .. }
        | Came::Noted { .. }
        | Came::Changed { .. }
        | Came::Merged { .. }
        | Came::Split { .. }
        | Came::Put { .. } => own(l, came),
        Came::Suggested { text, door: at, .. } => {
            let kind = tr!(l, "matter-came-suggested");
            let (text, at) = (text.clone(), at.as_ref().map(|at| door(l, at)).unwrap_or_default());
            let words = if at.is_empty() { text } else { tr!(l, "matter-said-at", text = text, door = at) };
            (kind, words)
        }
        Came::TalkedOver { kind, title, .. } => {
            let kind = kind.map(|kind| session_kind(l, kind)).unwrap_or_default();
            (tr!(l, "matter-came-talked"), format!("{kind} {title}").trim().to_owned())
        }
        Came::Item { meeting_title, title, on, points, .. } => {
            let kind = if *on { tr!(l, "matter-came-discussed") } else { tr!(l, "matter-came-item") };
            let (item, meeting) = (said(l, title), clause(meeting_title).to_owned());
            let points = *points;
            let words = match points {
                0 => tr!(l, "matter-item-of", item = item, meeting = meeting),
                points => tr!(l, "matter-item-points", item = item, meeting = meeting, n = points),
            };
            (kind, words)
        }
        Came::Voted { text, outcome, counts, .. } => {
            let outcome = outcome.map_or_else(|| tr!(l, "matter-vote-none"), |outcome| outcome_words(l, outcome));
            let text = clause(&said(l, text)).to_owned();
            let words = match *counts {
                Some((yes, no, abstain)) => {
                    tr!(l, "matter-vote-counts", text = text, outcome = outcome, yes = yes, no = no, abstain = abstain)
                }
                None => tr!(l, "matter-vote", text = text, outcome = outcome),
            };
            (tr!(l, "matter-came-voted"), words)
        }
        Came::Pledged { .. } | Came::Granted { .. } | Came::Claimed { .. } | Came::Allocated { .. } => given(l, came),
        Came::Assigned { what, who, due, .. } => {
            let (what, who) = (clause(what).to_owned(), clause(who).to_owned());
            let words = match due.map(date_short) {
                Some(due) => tr!(l, "matter-task-due", what = what, who = who, due = due),
                None => tr!(l, "matter-task", what = what, who = who),
            };
            (tr!(l, "matter-came-assigned"), words)
        }
        Came::Done { what, by, note, .. } => (tr!(l, "matter-came-done"), told(l, what, by, note)),
        Came::Checked { what, by, note, .. } => (tr!(l, "matter-came-checked"), told(l, what, by, note)),
    }
}

/// What the matter's own records say.
fn own(l: &Locale, came: &Came) -> (String, String) {
    match came {
        Came::Changed { by, title } => {
            let (who, title) = (by.clone(), title.clone());
            (tr!(l, "matter-came-changed"), tr!(l, "matter-now-called", who = who, title = title))
        }
        Came::Noted { by, note } => {
            let (who, note) = (by.clone(), note.clone());
            let words = if note.is_empty() {
                tr!(l, "matter-note-gone", who = who)
            } else {
                tr!(l, "matter-noted", who = who, note = note)
            };
            (tr!(l, "matter-document-note"), words)
        }
        Came::Merged { by, title } => {
            let (who, title) = (by.clone(), title.clone());
            (tr!(l, "matter-came-merged"), tr!(l, "matter-merged-in", who = who, title = title))
        }
        Came::Split { title, .. } => {
            let title = title.clone();
            (tr!(l, "matter-came-split"), tr!(l, "matter-split-into", title = title))
        }
        Came::Put { by, step, note } => {
            let (who, step, note) = (by.clone(), step_words(l, *step), clause(note).to_owned());
            let words = if note.is_empty() {
                tr!(l, "matter-put-to", who = who, step = step)
            } else {
                tr!(l, "matter-put-because", who = who, step = step, note = note)
            };
            (tr!(l, "matter-came-put"), words)
        }
        Came::Raised { by, from: Some(from) } => {
            let (who, title) = (by.clone(), from.clone());
            (tr!(l, "matter-came-raised"), tr!(l, "matter-split-from", who = who, title = title))
        }
        Came::Raised { by, from: None } => {
            let who = by.clone();
            (tr!(l, "matter-came-raised"), tr!(l, "matter-by", who = who))
        }
        _ => (String::new(), String::new()),
    }
}

/// What was given or set aside.
fn given(l: &Locale, came: &Came) -> (String, String) {
    match came {
        Came::Pledged { pledges, fen, received, hours, goods, .. } => {
            let (n, hours, goods) = (*pledges, *hours, *goods);
            let mut words = vec![tr!(l, "matter-pledges", n = n)];
            if *fen > 0 {
                let (fen, received) = (money(l, *fen), money(l, *received));
                words.push(tr!(l, "matter-pledges-money", fen = fen, received = received));
            }
            if hours > 0 {
                words.push(tr!(l, "matter-pledges-hours", hours = hours));
            }
            if goods > 0 {
                words.push(tr!(l, "matter-pledges-goods", n = goods));
            }
            (tr!(l, "matter-came-pledged"), words.join(" · "))
        }
        Came::Granted { from, fen, .. } => {
            let (from, fen) = (said(l, from), money(l, *fen));
            (tr!(l, "matter-came-granted"), tr!(l, "matter-grant", from = from, fen = fen))
        }
        Came::Claimed { partner, part, delivered, .. } => {
            let (partner, part) = (clause(partner).to_owned(), clause(&said(l, part)).to_owned());
            let words = if *delivered {
                tr!(l, "matter-claim-delivered", partner = partner, part = part)
            } else {
                tr!(l, "matter-claim", partner = partner, part = part)
            };
            (tr!(l, "matter-came-claimed"), words)
        }
        Came::Allocated { title, purpose, fen, .. } => {
            let (fund, purpose, fen) = (said(l, title), said(l, purpose), money(l, *fen));
            let words = if purpose.is_empty() {
                tr!(l, "matter-fund", fund = fund, fen = fen)
            } else {
                tr!(l, "matter-fund-for", fund = fund, purpose = purpose, fen = fen)
            };
            (tr!(l, "matter-came-allocated"), words)
        }
        _ => (String::new(), String::new()),
    }
}

fn told(l: &Locale, what: &str, by: &str, note: &str) -> String {
    let (what, who) = (what.to_owned(), clause(by).to_owned());
    let words = tr!(l, "matter-task-by", what = what, who = who);
    let note = note.to_owned();
    if note.is_empty() { words } else { tr!(l, "matter-task-noted", words = words, note = note) }
}

/// A sentence as part of another: without the stop at its end, so that a colon or comma can follow.
fn clause(text: &str) -> &str {
    text.trim_end().trim_end_matches(['。', '．', '.', '；', ';', '，', ','])
}

fn said(l: &Locale, text: &Text) -> String {
    text.get(l.lang()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Lang, MeetingId,
        meeting::{agenda::MotionKey, rule::Outcome},
    };

    #[test]
    fn no_sentence_ends_before_a_colon() {
        let voted = |text: &str| Came::Voted {
            meeting: MeetingId(uuid::Uuid::nil()),
            motion: MotionKey::new("m".to_owned()),
            text: Text::one(Lang::new("zh-CN"), text),
            outcome: Some(Outcome::Carried),
            counts: Some((43, 0, 0)),
        };
        let words = |lang: &str, came: &Came| came_words(&Locale::new(&Lang::new(lang)), came).1;
        let said = words("zh-CN", &voted("修停车棚。"));
        assert!(said.starts_with("修停车棚：") && !said.contains("。"), "{said}");
        let said = words("en", &voted("A shelter is built."));
        assert!(said.starts_with("A shelter is built: "), "{said}");
        let said = words("zh-CN", &voted("修不修？"));
        assert!(said.starts_with("修不修？"), "a question stays one: {said}");
        let put = Came::Put { by: "李嬢嬢".into(), step: Step::Dropped, note: "钱不够。".into() };
        assert!(words("zh-CN", &put).contains("钱不够，"), "{}", words("zh-CN", &put));
    }
}
