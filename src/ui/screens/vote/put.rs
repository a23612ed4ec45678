//! A motion before it is put: its text, who brings it, its rule, who is there, the way of voting.

use ratatui::{Frame, layout::Rect};

use super::pieces::{below, line_of, lines_of, tellers_line};
use crate::{
    app::Ctx,
    domain::{
        Lang, Text,
        meeting::{
            Command, Meeting, Refusal,
            agenda::Way,
            attendance::Presence,
            motion::{Motion, MotionCommand, Teller, Tellers},
            rule::{Measure, Regime},
        },
    },
    locale::{
        LANGUAGES, Locale,
        meeting::{meeting_refusal, way as way_words},
        rule_words, weight_words,
    },
    tr,
    ui::{
        theme::{Meaning, SELECTED, Theme, WRONG},
        widgets::{Spots, put},
    },
};

/// A motion that can be put.
#[derive(Debug)]
pub struct Put {
    /// The ways there are, the planned one first, each with why it cannot be put so.
    ways: Vec<(Way, Option<Refusal>)>,
    at: usize,
    presence: Presence,
    /// Where the ways were drawn.
    pub spots: Spots,
}

impl Put {
    /// The ways of a motion as things stand: a pass over the roll, so made when something changed and not for a key.
    pub fn open(meeting: &Meeting, motion: &Motion, at: usize) -> Self {
        let refusal = |way: &Way| {
            let command = MotionCommand::Put { motion: motion.key.clone(), way: Some(way.clone()) };
            meeting.decide(Command::Motion(command)).err()
        };
        let ways: Vec<_> =
            ways(meeting, motion).into_iter().map(|way| (refusal(&way), way)).map(|(r, w)| (w, r)).collect();
        Self {
            at: at.min(ways.len().saturating_sub(1)),
            ways,
            presence: meeting.attendance.presence().clone(),
            spots: Spots::default(),
        }
    }

    /// Which way is chosen, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The way chosen.
    pub fn way(&self) -> Option<&Way> {
        self.ways.get(self.at).map(|(way, _)| way)
    }

    /// The next way, or the one before.
    pub fn turn(&mut self, forward: bool) {
        let of = self.ways.len().max(1);
        self.at = (self.at + if forward { 1 } else { of - 1 }) % of;
    }

    /// A way that was clicked.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.ways.len().saturating_sub(1));
    }

    /// Draws it.
    pub fn draw(&self, meeting: &Meeting, motion: &Motion, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let buffer = frame.buffer_mut();
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        let text = motion.text().get(l.lang());
        let mut rest = lines_of(text, Meaning::Title, 4, theme, buffer, below(inner, 1));
        for (words, meaning) in wording(l, meeting, motion) {
            rest = lines_of(&words, meaning, 2, theme, buffer, rest);
        }
        rest = below(rest, 1);
        rest = lines_of(&rule_words(l, &motion.rule), Meaning::Text, 3, theme, buffer, rest);
        rest = lines_of(&self.there(l, meeting, motion), Meaning::Accent, 2, theme, buffer, below(rest, 1));
        // What cannot be put yet says why below, and needs the row.
        if let Some((way, None)) = self.ways.get(self.at).filter(|(way, _)| *way != Way::Consent)
            && let Some((words, meaning)) = counted_by(l, meeting.motions.tellers(motion, way), motion, way)
        {
            rest = lines_of(&words, meaning, 2, theme, buffer, rest);
        }
        rest = line_of(&[(tr!(l, "vote-way"), Meaning::Label)], theme, buffer, below(rest, 1));
        self.spots.clear();
        for (n, (way, refusal)) in self.ways.iter().enumerate() {
            let row = Rect { height: rest.height.min(1), ..rest };
            let selected = n == self.at;
            let look = |meaning| theme.in_row(selected, meaning);
            buffer.set_style(row, look(Meaning::Text));
            let mark = if selected { SELECTED } else { " " };
            let base = if refusal.is_some() { Meaning::Muted } else { Meaning::Text };
            let words = format!("{mark} {}", way_line(l, way));
            let took = put(buffer, row, &words, look(base));
            if refusal.is_some() {
                let place = Rect { x: row.x + took, width: row.width.saturating_sub(took), ..row };
                put(buffer, place, &format!("   {WRONG}"), look(Meaning::Bad));
            }
            self.spots.add(row, n);
            rest = below(rest, 1);
        }
        if let Some((_, Some(refusal))) = self.ways.get(self.at) {
            let why = format!("{WRONG} {}", meeting_refusal(l, refusal));
            lines_of(&why, Meaning::Bad, 3, theme, buffer, below(rest, 1));
        }
    }

    fn there(&self, l: &Locale, meeting: &Meeting, motion: &Motion) -> String {
        let regime = motion.rule.regime;
        let heads = |n| weight_words(l, regime, Measure::Heads, n);
        let (present, entitled) = (self.presence.weight, meeting.attendance.entitled());
        let proxies = u64::from(self.presence.by_proxy);
        if entitled.heads == 0 {
            return tr!(l, "vote-there", present = heads(present.heads));
        }
        let there = present.heads;
        let mut words = tr!(l, "vote-there-of", present = there, entitled = heads(entitled.heads));
        if proxies > 0 {
            words = tr!(l, "vote-there-proxies", words = words, proxies = proxies);
        }
        if !motion.rule.needs(Measure::Area) {
            return words;
        }
        let area = |n| weight_words(l, regime, Measure::Area, n);
        tr!(l, "vote-there-area", words = words, present = area(present.area), entitled = area(entitled.area))
    }
}

/// What there is to say of the wording: versions, mover and seconder, not posted.
fn wording(l: &Locale, meeting: &Meeting, motion: &Motion) -> Vec<(String, Meaning)> {
    let mut said = Vec::new();
    if let [.., before, last] = motion.versions.as_slice() {
        let number = motion.versions.len();
        let by = if last.by.is_empty() {
            tr!(l, "vote-version", number = number)
        } else {
            tr!(l, "vote-version-by", number = number, by = last.by.as_str())
        };
        said.push((by, Meaning::Label));
        said.push((tr!(l, "vote-version-before", text = before.text.get(l.lang())), Meaning::Muted));
    }
    let asked = meeting.motions.must_be_seconded();
    let mover = motion.moved_by.as_deref().filter(|name| !name.is_empty());
    let seconder = motion.seconded_by.as_deref();
    if asked || mover.is_some() || seconder.is_some() {
        let nobody = tr!(l, "vote-nobody-yet");
        let words =
            tr!(l, "vote-moved-seconded", mover = mover.unwrap_or(&nobody), seconder = seconder.unwrap_or(&nobody));
        let open = asked && (mover.is_none() || seconder.is_none());
        said.push((words, if open { Meaning::Warn } else { Meaning::Label }));
    }
    if !motion.posted {
        said.push((format!("! {}", tr!(l, "vote-not-posted")), Meaning::Warn));
    }
    said
}

/// Who counts the vote, where papers are counted or somebody is named. Owners hear who watches the count before papers are handed out.
fn counted_by(l: &Locale, named: &Tellers, motion: &Motion, way: &Way) -> Option<(String, Meaning)> {
    let owners = matches!(motion.rule.regime, Regime::Owners(_) | Regime::Unanimous);
    let papers = matches!(way, Way::Secret { .. });
    if named.of(Teller::Scrutineer).is_empty() && owners && papers {
        return Some((format!("! {}", tr!(l, "vote-no-scrutineer")), Meaning::Warn));
    }
    (papers || !named.is_empty()).then(|| (tellers_line(l, named), Meaning::Label))
}

/// A way with what it takes.
fn way_line(l: &Locale, way: &Way) -> String {
    let name = way_words(l, way);
    match way {
        Way::Secret { boxes } => tr!(l, "vote-way-boxes", way = name, count = boxes.len().max(1)),
        Way::Dots { options, .. } => tr!(l, "vote-way-dots", way = name, count = options.len()),
        _ => name,
    }
}

/// The ways to choose from: the planned one, then the others; options of dots only where the agenda has them.
fn ways(meeting: &Meeting, motion: &Motion) -> Vec<Way> {
    let mut ways = vec![motion.way.clone()];
    let secret = Way::Secret { boxes: buildings(meeting) };
    for way in [Way::ShowOfHands, Way::RollCall, secret, Way::Consent] {
        let same = |known: &Way| std::mem::discriminant(known) == std::mem::discriminant(&way);
        if !ways.iter().any(same) {
            ways.push(way);
        }
    }
    ways
}

/// One box for each building of the roll, in its order; none where there is no roll or one building only.
fn buildings(meeting: &Meeting) -> Vec<Text> {
    let mut seen: Vec<&str> = Vec::new();
    for unit in meeting.attendance.roll().iter().filter_map(|voter| voter.units.first()) {
        if !unit.building.is_empty() && !seen.contains(&unit.building.as_str()) {
            seen.push(&unit.building);
        }
    }
    if seen.len() < 2 {
        return Vec::new();
    }
    let name = |building: &&str| {
        let in_lang = |code: &&str| {
            let lang = Lang::new(*code);
            let (locale, building) = (Locale::new(&lang), *building);
            let words = tr!(locale, "vote-building", building = building);
            (lang, words)
        };
        Text(LANGUAGES.iter().map(in_lang).collect())
    };
    seen.iter().map(name).collect()
}
