//! The names of what meetings are made of, as the field calls them.

use crate::{
    domain::meeting::{
        MeetingStage,
        agenda::{ItemKind, Way},
        attendance::Capacity,
        floor::{Ordering, Stance},
        motion::{Teller, Tellers},
    },
    locale::Locale,
    tr,
};

/// What a kind of item is called, `讨论`.
#[must_use]
pub fn item_kind(locale: &Locale, kind: &ItemKind) -> String {
    match kind {
        ItemKind::Inform => tr!(locale, "meeting-inform"),
        ItemKind::Hear => tr!(locale, "meeting-hear"),
        ItemKind::Discuss => tr!(locale, "meeting-discuss"),
        ItemKind::Decide { .. } => tr!(locale, "meeting-decide"),
        ItemKind::Pledge(_) => tr!(locale, "meeting-pledge"),
        ItemKind::Claim { .. } => tr!(locale, "meeting-claim"),
        ItemKind::Assign => tr!(locale, "meeting-assign"),
        ItemKind::FollowUp => tr!(locale, "meeting-follow-up"),
        ItemKind::Survey { .. } => tr!(locale, "meeting-survey"),
        ItemKind::Fund { .. } => tr!(locale, "meeting-fund"),
        ItemKind::Pause => tr!(locale, "meeting-pause"),
    }
}

/// What a way of voting is called, `举手`.
#[must_use]
pub fn way(locale: &Locale, way: &Way) -> String {
    match way {
        Way::ShowOfHands => tr!(locale, "meeting-show-of-hands"),
        Way::RollCall => tr!(locale, "meeting-roll-call"),
        Way::Secret { .. } => tr!(locale, "meeting-secret"),
        Way::Consent => tr!(locale, "meeting-consent"),
        Way::Dots { .. } => tr!(locale, "meeting-dots"),
    }
}

/// Where a speaker stands, `赞成`.
#[must_use]
pub fn stance(locale: &Locale, stance: Stance) -> String {
    match stance {
        Stance::For => tr!(locale, "verdict-for"),
        Stance::Against => tr!(locale, "verdict-against"),
    }
}

/// What somebody does while votes are counted, `监票人`.
#[must_use]
pub fn teller(locale: &Locale, teller: Teller) -> String {
    match teller {
        Teller::Scrutineer => tr!(locale, "meeting-scrutineer"),
        Teller::Caller => tr!(locale, "meeting-caller"),
        Teller::Counter => tr!(locale, "meeting-counter"),
    }
}

/// Who counts a vote: what each does, with the names. Nothing for what nobody does.
#[must_use]
pub fn tellers(locale: &Locale, tellers: &Tellers) -> Vec<(String, String)> {
    let named = Teller::ALL.into_iter().filter(|kind| !tellers.of(*kind).is_empty());
    named.map(|kind| (teller(locale, kind), tellers.of(kind).join(&tr!(locale, "meeting-names-between")))).collect()
}

/// As what somebody is there, `列席`.
#[must_use]
pub fn capacity(locale: &Locale, capacity: Capacity) -> String {
    match capacity {
        Capacity::Entitled => tr!(locale, "meeting-entitled"),
        Capacity::Resident => tr!(locale, "meeting-resident"),
        Capacity::Observer => tr!(locale, "meeting-observer"),
        Capacity::Staff => tr!(locale, "meeting-staff"),
    }
}

/// In which order those waiting speak, `首次发言的先讲`.
#[must_use]
pub fn ordering(locale: &Locale, ordering: Ordering) -> String {
    match ordering {
        Ordering::Asked => tr!(locale, "meeting-order-asked"),
        Ordering::FirstTimeFirst => tr!(locale, "meeting-order-first-time"),
        Ordering::ByBuilding => tr!(locale, "meeting-order-building"),
    }
}

/// How far a meeting has come, `进行中`.
#[must_use]
pub fn stage(locale: &Locale, stage: MeetingStage) -> String {
    match stage {
        MeetingStage::SetUp => tr!(locale, "meetings-set-up"),
        MeetingStage::UnderWay => tr!(locale, "meetings-under-way"),
        MeetingStage::Paused => tr!(locale, "meetings-paused"),
        MeetingStage::Closed => tr!(locale, "meetings-closed"),
        MeetingStage::Final => tr!(locale, "meetings-final"),
    }
}
