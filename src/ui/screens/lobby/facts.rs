//! What there is to say of a meeting before it begins, the gravest first.

use chrono::{DateTime, FixedOffset};

use crate::{
    app::Ctx,
    domain::meeting::{
        Lack, Meeting,
        agenda::{MotionKey, Settings},
        course::{NoticeCheck, NoticeStanding},
        roll::AreaSource,
        rule::{Regime, Rule, Silent},
    },
    locale::{
        Counted, area, count, date_weekday,
        meeting::{notice_words, way},
        rule_citation, rule_words, time_short,
    },
    tr,
    ui::{
        theme::{DONE, Meaning, WRONG},
        widgets::Tone,
    },
};

/// One thing to say.
pub struct Fact {
    /// How grave it is.
    pub tone: Tone,
    /// What it is about; empty for a warning.
    pub label: String,
    /// What there is to say.
    pub words: String,
}

impl Fact {
    /// What stands before it.
    pub fn mark(&self) -> &'static str {
        match self.tone {
            Tone::Plain => "",
            Tone::Good => DONE,
            Tone::Warn => "!",
            Tone::Bad => WRONG,
        }
    }

    /// How it looks.
    pub fn meaning(&self) -> Meaning {
        match self.tone {
            Tone::Plain => Meaning::Text,
            Tone::Good => Meaning::Good,
            Tone::Warn => Meaning::Warn,
            Tone::Bad => Meaning::Bad,
        }
    }
}

/// Everything there is to say of a meeting whose session begins then.
pub fn facts(meeting: &Meeting, starts: DateTime<FixedOffset>, ctx: &Ctx) -> Vec<Fact> {
    let l = &ctx.locale;
    let agenda = &meeting.opening.agenda;
    let plain = |label, words| Fact { tone: Tone::Plain, label, words };
    let mut facts: Vec<Fact> = meeting.lacks().iter().map(|lack| lacking(lack, meeting, ctx)).collect();
    facts.push(notice(meeting, starts, ctx));
    facts.push(plain(tr!(l, "lobby-roll"), roll(meeting, ctx)));
    facts.push(plain(tr!(l, "lobby-rule"), rule_words(l, &agenda.rule)));
    facts.extend(others(meeting).into_iter().map(|(rule, motions)| {
        let source = rule_citation(l, rule);
        let source = if source.is_empty() { rule_words(l, rule) } else { source };
        plain(String::new(), tr!(l, "lobby-other-rule", count = motions, source = source))
    }));
    facts.push(plain(tr!(l, "lobby-presiding"), presiding(meeting, starts, ctx)));
    facts.push(plain(tr!(l, "lobby-settings"), settings(&agenda.settings, agenda.rule.regime, ctx)));
    facts.push(plain(tr!(l, "lobby-print"), tr!(l, "lobby-print-list")));
    facts
}

fn lacking(lack: &Lack, meeting: &Meeting, ctx: &Ctx) -> Fact {
    let l = &ctx.locale;
    let motion = |keys: &[MotionKey]| {
        let first = keys.first().and_then(|key| meeting.motions.get(key));
        let text = first.map(|motion| motion.text().get(ctx.lang()).to_owned()).unwrap_or_default();
        let means = first.map(|motion| way(l, &motion.way)).unwrap_or_default();
        (text, means, keys.len())
    };
    let (tone, words) = match lack {
        Lack::Roll => (Tone::Bad, tr!(l, "lobby-lacks-roll")),
        Lack::Area(voters) => {
            let count = *voters;
            (Tone::Warn, tr!(l, "lobby-lacks-area", count = count))
        }
        Lack::Way(keys) => {
            let (text, means, count) = motion(keys);
            (Tone::Bad, tr!(l, "lobby-lacks-way", motion = text, way = means, count = count))
        }
        Lack::Posting(keys) => {
            let (text, _, count) = motion(keys);
            (Tone::Warn, tr!(l, "lobby-lacks-posting", motion = text, count = count))
        }
        Lack::Chair => (Tone::Warn, tr!(l, "lobby-lacks-chair")),
        Lack::NoteTaker => (Tone::Warn, tr!(l, "lobby-lacks-note-taker")),
    };
    Fact { tone, label: String::new(), words }
}

fn notice(meeting: &Meeting, starts: DateTime<FixedOffset>, ctx: &Ctx) -> Fact {
    let agenda = &meeting.opening.agenda;
    let check = NoticeCheck::new(meeting.course.notice(), starts.date_naive(), agenda.settings.notice_days);
    let tone = match check.standing() {
        NoticeStanding::NotAsked => Tone::Plain,
        NoticeStanding::Missing | NoticeStanding::Short => Tone::Bad,
        NoticeStanding::Exact => Tone::Warn,
        NoticeStanding::Ample => Tone::Good,
    };
    let words = notice_words(&ctx.locale, agenda.rule.regime, &check);
    Fact { tone, label: tr!(ctx.locale, "lobby-notice"), words }
}

/// Heads and area, where the areas are from, co-owners, who is there already.
fn roll(meeting: &Meeting, ctx: &Ctx) -> String {
    let l = &ctx.locale;
    let attendance = &meeting.attendance;
    if attendance.roll().is_empty() {
        return tr!(l, "lobby-no-roll");
    }
    let all = attendance.entitled();
    let mut parts = vec![tr!(l, "lobby-entitled", heads = all.heads)];
    if all.area > 0 {
        parts.push(area(l, i64::try_from(all.area).unwrap_or(i64::MAX)));
    }
    let units = || attendance.roll().iter().flat_map(|voter| &voter.units).filter(|unit| unit.area > 0);
    let from = |source| units().filter(|unit| unit.source == source).count();
    let sources = [
        (from(AreaSource::Registry), tr!(l, "lobby-area-registry")),
        (from(AreaSource::Survey), tr!(l, "lobby-area-survey")),
        (from(AreaSource::Contract), tr!(l, "lobby-area-contract")),
    ];
    let sources: Vec<_> = sources.iter().filter(|(n, _)| *n > 0).map(|(n, source)| format!("{source} {n}")).collect();
    if !sources.is_empty() {
        parts.push(tr!(l, "lobby-area-from", sources = sources.join(" + ")));
    }
    let owners = attendance.roll().iter().filter(|voter| !voter.co_owners.is_empty());
    let (mut shared, mut disputed) = (0, 0);
    for voter in owners {
        shared += 1;
        disputed += usize::from(attendance.is_disputed(&voter.key));
    }
    if shared > 0 {
        parts.push(tr!(l, "lobby-co-owned", count = shared));
    }
    if disputed > 0 {
        parts.push(tr!(l, "lobby-disputed", count = disputed));
    }
    let here = attendance.people().filter(|person| person.there()).count() as u64;
    if here > 0 {
        parts.push(tr!(l, "lobby-here", people = count(l, Counted::People, here)));
    }
    parts.join(&tr!(l, "lobby-between"))
}

/// Rules of motions that differ from the agenda's, with how many motions go by each.
fn others(meeting: &Meeting) -> Vec<(&Rule, usize)> {
    let mut found: Vec<(&Rule, usize)> = Vec::new();
    for motion in meeting.motions.all().iter().filter(|motion| motion.rule != meeting.opening.agenda.rule) {
        match found.iter_mut().find(|(rule, _)| **rule == motion.rule) {
            Some((_, motions)) => *motions += 1,
            None => found.push((&motion.rule, 1)),
        }
    }
    found
}

fn presiding(meeting: &Meeting, starts: DateTime<FixedOffset>, ctx: &Ctx) -> String {
    let l = &ctx.locale;
    let opening = &meeting.opening;
    let (chair, notes) = meeting.course.presiding().unwrap_or((&opening.chair, &opening.note_taker));
    let or_nobody = |name: &str| if name.trim().is_empty() { "-".to_owned() } else { name.to_owned() };
    let (chair, notes) = (or_nobody(chair), or_nobody(notes));
    let when = format!("{} {}", date_weekday(l, starts.date_naive()), time_short(starts.time()));
    let place = or_nobody(&opening.place);
    tr!(l, "lobby-presiding-words", chair = chair, notes = notes, when = when, place = place)
}

fn settings(settings: &Settings, regime: Regime, ctx: &Ctx) -> String {
    let l = &ctx.locale;
    let mut parts = Vec::new();
    parts.push(if settings.taking.abstain { tr!(l, "lobby-abstain-in") } else { tr!(l, "lobby-abstain-out") });
    parts.push(if settings.taking.spoiled { tr!(l, "lobby-spoiled-in") } else { tr!(l, "lobby-spoiled-out") });
    match &settings.taking.silent {
        Silent::NotTaking => {}
        Silent::JoinMajority { citation } => {
            let source = citation.get(ctx.lang()).to_owned();
            parts.push(tr!(l, "lobby-silent-joins", source = source));
        }
    }
    if !matches!(regime, Regime::Discussion(_)) {
        parts.push(if settings.parking { tr!(l, "lobby-parking-in") } else { tr!(l, "lobby-parking-out") });
    }
    let limit = settings.max_principals;
    parts.push(tr!(l, "lobby-proxies", limit = limit));
    parts.push(if settings.staff_proxies { tr!(l, "lobby-staff-in") } else { tr!(l, "lobby-staff-out") });
    let (minutes, seconds) = (settings.speaking / 60, settings.speaking % 60);
    let time = format!("{minutes}:{seconds:02}");
    parts.push(tr!(l, "lobby-speaking", time = time));
    if settings.first_time_first {
        parts.push(tr!(l, "lobby-first-time-first"));
    }
    if settings.seconded {
        parts.push(tr!(l, "lobby-seconded"));
    }
    parts.join(&tr!(l, "lobby-between"))
}
