//! The names of kinds and states, as the field calls them.

use super::Locale;
use crate::{
    domain::{
        session::SessionKind,
        survey::{Door, ResponseState},
    },
    tr,
};

/// What a kind of session is called.
#[must_use]
pub fn session_kind(locale: &Locale, kind: SessionKind) -> String {
    match kind {
        SessionKind::CourtyardMeeting => tr!(locale, "term-courtyard-meeting"),
        SessionKind::CommunityChat => tr!(locale, "term-community-chat"),
        SessionKind::NeighboursDialogue => tr!(locale, "term-neighbours-dialogue"),
        SessionKind::MicroRenewal => tr!(locale, "term-micro-renewal"),
        SessionKind::DoorToDoor => tr!(locale, "term-door-to-door"),
        SessionKind::Other => tr!(locale, "term-other-session"),
    }
}

/// What the state of a response is called.
#[must_use]
pub fn response_state(locale: &Locale, state: ResponseState) -> String {
    match state {
        ResponseState::Draft => tr!(locale, "term-draft"),
        ResponseState::Final => tr!(locale, "term-final"),
        ResponseState::Returned => tr!(locale, "term-returned"),
        ResponseState::Approved => tr!(locale, "term-approved"),
        ResponseState::Deleted => tr!(locale, "term-deleted"),
    }
}

/// A door, `3栋2单元501`; empty when nothing of it is known. Parts typed with their own words stay as they are.
#[must_use]
pub fn door(locale: &Locale, door: &Door) -> String {
    let bare = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric());
    let building = door.building.trim().to_owned();
    let building = if bare(&building) { tr!(locale, "term-building", n = building) } else { building };
    let entrance = door.entrance.trim().to_owned();
    let entrance = if bare(&entrance) { tr!(locale, "term-entrance", n = entrance) } else { entrance };
    let household = door.household.trim().to_owned();
    let all = tr!(locale, "term-door", building = building, entrance = entrance, household = household);
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    #[test]
    fn a_door_reads_as_people_say_it() {
        let said = |lang, building: &str, entrance: &str, household: &str| {
            let at = Door { building: building.into(), entrance: entrance.into(), household: household.into() };
            door(&Locale::new(&Lang::new(lang)), &at)
        };
        assert_eq!(said("zh-CN", "3", "2", "501"), "3栋2单元501");
        assert_eq!(said("zh-CN", "东楼", "", "501"), "东楼501");
        assert_eq!(said("zh-CN", "", "", ""), "");
        assert_eq!(said("en", "3", "", "501"), "bldg 3 501");
    }
}
