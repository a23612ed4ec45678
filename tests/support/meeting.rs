//! A meeting to hold: an agenda with a roll of any length, one item to talk about and one with motions to vote on.

#![allow(dead_code, reason = "each test file uses its part")]

use babahui::domain::{
    Lang, SessionId, Text,
    meeting::{
        Opening,
        agenda::{Agenda, Item, ItemKey, ItemKind, MotionKey, MotionPlan, Settings, VoterKey, Way},
        roll::{AreaSource, Unit, Voter, VoterKind},
        rule::{Discussion, Regime, Rule},
    },
    session::SessionKind,
};

/// Chinese words.
pub fn text(words: &str) -> Text {
    Text::one(Lang::new("zh-CN"), words)
}

/// The key of the voter of this number.
pub fn key(n: usize) -> VoterKey {
    VoterKey::new(format!("v{n}"))
}

/// Buildings of two entrances of ten doors each; everybody owns one flat.
pub fn voter(n: usize) -> Voter {
    let unit = Unit {
        building: (n / 20 + 1).to_string(),
        entrance: (n % 20 / 10 + 1).to_string(),
        household: (n % 10 / 2 * 100 + 101 + n % 2).to_string(),
        area: 6_000 + 37 * (n % 50) as u64,
        source: AreaSource::Registry,
        parking: false,
    };
    let (units, kind) = (vec![unit], VoterKind::Owner);
    Voter { key: key(n), name: format!("业主{n}"), units, kind, co_owners: Vec::new() }
}

/// An item.
pub fn item(name: &str, title: &str, kind: ItemKind) -> Item {
    let (key, title) = (ItemKey::new(name), text(title));
    Item { key, kind, title, minutes: 5, script: Vec::new(), speaking: None, matters: Vec::new(), items: Vec::new() }
}

/// An agenda whose motions m0, m1 .. are voted on by roll call.
pub fn agenda(households: usize, motions: usize) -> Agenda {
    let rule = Rule {
        regime: Regime::Discussion(Discussion::Majority),
        quorum: Vec::new(),
        approval: Vec::new(),
        citation: Text::default(),
    };
    let motion = |n: usize| MotionPlan {
        key: MotionKey::new(format!("m{n}")),
        text: text(&format!("第{n}项议案")),
        rule: None,
        way: Way::RollCall,
        matters: Vec::new(),
    };
    let motions = (0..motions).map(motion).collect();
    Agenda {
        id: "courtyard".into(),
        version: "1".into(),
        title: text("院落坝坝会"),
        default_language: Lang::new("zh-CN"),
        kind: SessionKind::CourtyardMeeting,
        settings: Settings::of(rule.regime),
        rule,
        roll: (0..households).map(voter).collect(),
        script: Vec::new(),
        items: vec![
            item("talk", "充电桩放在哪里", ItemKind::Discuss),
            item("vote", "表决", ItemKind::Decide { motions }),
        ],
    }
}

/// What such a meeting is set up with.
pub fn opening(session: SessionId, agenda: Agenda) -> Opening {
    Opening {
        session,
        title: "第9次院落坝坝会".into(),
        place: "14号院".into(),
        chair: "李嬢嬢".into(),
        note_taker: "王师傅".into(),
        agenda,
        notice: None,
    }
}
