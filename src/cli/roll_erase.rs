//! `roll erase DOOR`: forgets a household, after saying what goes and what stays, and asking twice.

use std::io::Write;

use super::{
    CliFault, Desk,
    roll::{folded, heard, place_named},
    say::say,
};
use crate::{
    app::Forgetting,
    domain::{HouseholdId, place::Household},
    locale::{Locale, address, door, forget_by_door, forget_goes, forget_stays, typed_door},
    tr,
};

/// Whom to forget, and how.
pub(super) struct Erasing<'a> {
    /// The door.
    pub(super) door: &'a str,
    /// Why, without naming anyone.
    pub(super) reason: &'a str,
    /// In which place, where several have the door.
    pub(super) place: Option<&'a str>,
    /// Whether nobody is asked.
    pub(super) yes: bool,
    /// Whether the responses that only name the door go too.
    pub(super) by_door: bool,
    /// Whether only what would go is said.
    pub(super) dry_run: bool,
}

/// Forgets a household.
pub(super) fn erase(desk: &mut Desk<'_>, wanted: &Erasing<'_>, out: &mut impl Write) -> Result<(), CliFault> {
    let locale = desk.locale;
    let reason = wanted.reason.trim();
    if reason.is_empty() && !wanted.dry_run {
        return Err(CliFault::Usage(tr!(locale, "rolls-cli-reason")));
    }
    let mut store = desk.open()?;
    let roll = folded(&store)?;
    let place = place_named(locale, &roll, wanted.place)?;
    let typed = typed_door(wanted.door);
    let found: Vec<(HouseholdId, &Household)> =
        roll.at_door(&typed).filter(|(_, household)| place.holds(&household.address)).collect();
    let said = door(locale, &typed);
    let (id, household) = match found.as_slice() {
        [one] => *one,
        [] => return Err(CliFault::Usage(tr!(locale, "rolls-cli-no-door", door = said))),
        several => {
            let count = several.len();
            return Err(CliFault::Usage(tr!(locale, "rolls-cli-doors", count = count, door = said)));
        }
    };
    let plan = Forgetting::plan(&store, &roll, id).map_err(CliFault::Store)?;
    let whole = address(locale, &household.address);
    tell(locale, &plan, &whole, wanted.by_door, out)?;
    if wanted.dry_run {
        return Ok(());
    }
    if !wanted.yes {
        say(out, &tr!(locale, "rolls-cli-erase-ask", door = whole.clone()))?;
        out.flush().map_err(CliFault::stdout)?;
        let agreed = heard()?.trim().eq_ignore_ascii_case("yes");
        if agreed {
            say(out, &tr!(locale, "rolls-cli-erase-again", door = wanted.door.to_owned()))?;
            out.flush().map_err(CliFault::stdout)?;
        }
        if !agreed || typed_door(&heard()?) != typed {
            return say(out, &tr!(locale, "rolls-cli-erase-kept"));
        }
    }
    let dir = desk.dir().to_path_buf();
    plan.carry_out(&mut store, &dir, wanted.by_door, reason, desk.stamp()).map_err(CliFault::Store)?;
    say(out, &tr!(locale, "rolls-cli-erased", door = whole))
}

/// Says what goes, what stays, and what only names the door.
fn tell(l: &Locale, plan: &Forgetting, whole: &str, by_door: bool, out: &mut impl Write) -> Result<(), CliFault> {
    say(out, &tr!(l, "forget-goes", door = whole.to_owned()))?;
    for line in forget_goes(l, &plan.counts) {
        say(out, &format!("  {line}"))?;
    }
    if !plan.by_door.is_empty() {
        let count = plan.by_door.len();
        let words = if by_door {
            tr!(l, "forget-by-door-goes", count = count)
        } else {
            tr!(l, "forget-by-door-stays", count = count)
        };
        say(out, &words)?;
        for found in &plan.by_door {
            say(out, &format!("  {}", forget_by_door(l, found)))?;
        }
    }
    say(out, &tr!(l, "forget-stays"))?;
    forget_stays(l, &plan.counts).iter().try_for_each(|line| say(out, &format!("  {line}")))
}
