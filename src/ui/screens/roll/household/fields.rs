//! The fields of a household: filled from it, read back, named.

use super::HouseholdScreen;
use crate::{
    app::Ctx,
    domain::place::{
        self, Household, Standing,
        sheet::{SheetColumn, SheetFaultKind},
    },
    locale::{column_name, sheet_fault_words, standing},
    tr,
    ui::{
        screens::form::{Form, Slot, Words, yes_no},
        widgets::FieldState,
    },
};

/// The fields in the order people fill them.
const FIELDS: [SheetColumn; 22] = [
    SheetColumn::Building,
    SheetColumn::Entrance,
    SheetColumn::Household,
    SheetColumn::Owners,
    SheetColumn::Residents,
    SheetColumn::Phone,
    SheetColumn::Hardship,
    SheetColumn::PartyMember,
    SheetColumn::Dispute,
    SheetColumn::SpecialNeeds,
    SheetColumn::Notes,
    SheetColumn::AreaRegistry,
    SheetColumn::AreaSurvey,
    SheetColumn::AreaContract,
    SheetColumn::Standing,
    SheetColumn::Parking,
    SheetColumn::OwnerIds,
    SheetColumn::Language,
    SheetColumn::Community,
    SheetColumn::Grid,
    SheetColumn::MicroGrid,
    SheetColumn::Courtyard,
];

const STANDINGS: [Standing; 3] = [Standing::Owned, Standing::Unsold, Standing::Undelivered];

impl HouseholdScreen {
    /// The household as typed; a field that cannot be read, with why.
    pub(super) fn typed(&self) -> Result<Household, (usize, SheetFaultKind)> {
        let mut household = self.before.clone();
        for (slot, column) in FIELDS.iter().enumerate() {
            match column {
                SheetColumn::Standing => {
                    household.standing = STANDINGS.get(self.form.choice(slot)).copied().unwrap_or_default();
                }
                column if is_choice(*column) => {
                    let yes = if self.form.choice(slot) == 1 { "yes" } else { "" };
                    household.put_cell(*column, yes).map_err(|kind| (slot, kind))?;
                }
                column => {
                    // What was not touched stays as it is, however it would be read.
                    if self.form.text(slot) != household.cell(*column) {
                        household.put_cell(*column, self.form.text(slot)).map_err(|kind| (slot, kind))?;
                    }
                }
            }
        }
        if household.address.door.household.is_empty() && household != self.before {
            return Err((2, SheetFaultKind::NoDoor));
        }
        Ok(household)
    }

    pub(super) fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let fault = self.typed().err();
        let row = |(slot, column): (usize, &SheetColumn)| {
            let value = match column {
                SheetColumn::Standing => {
                    standing(l, STANDINGS.get(self.form.choice(slot)).copied().unwrap_or_default())
                }
                column if is_choice(*column) => yes_no(ctx, self.form.choice(slot) == 1),
                _ => String::new(),
            };
            let hint = match column {
                SheetColumn::Owners | SheetColumn::OwnerIds => tr!(l, "rolls-hint-owners"),
                SheetColumn::Residents => tr!(l, "rolls-hint-residents"),
                SheetColumn::AreaRegistry | SheetColumn::AreaSurvey | SheetColumn::AreaContract => {
                    tr!(l, "rolls-hint-area")
                }
                SheetColumn::Phone => tr!(l, "rolls-hint-personal"),
                SheetColumn::Notes
                | SheetColumn::Hardship
                | SheetColumn::PartyMember
                | SheetColumn::Dispute
                | SheetColumn::SpecialNeeds => tr!(l, "rolls-hint-sensitive"),
                _ => String::new(),
            };
            let error = match &fault {
                Some((at, kind)) if *at == slot => sheet_fault_words(l, kind),
                _ => String::new(),
            };
            Words { label: column_name(l, *column), value, error, hint }
        };
        FIELDS.iter().enumerate().map(row).collect()
    }
}

fn is_choice(column: SheetColumn) -> bool {
    matches!(
        column,
        SheetColumn::Hardship
            | SheetColumn::PartyMember
            | SheetColumn::Dispute
            | SheetColumn::SpecialNeeds
            | SheetColumn::Standing
            | SheetColumn::Parking
    )
}

/// A new household of a place.
pub(super) fn placed(at: &place::Place) -> Household {
    let part = |n: usize| at.0.get(n).cloned().unwrap_or_default();
    let mut household = Household::default();
    household.address.community = part(0);
    household.address.grid = part(1);
    household.address.micro_grid = part(2);
    household.address.courtyard = part(3);
    household.address.door.building = part(4);
    household.address.door.entrance = part(5);
    household
}

/// The page of a household, the cursor on the first blank of its door.
pub(super) fn filled(household: &Household) -> Form {
    let slot = |column: &SheetColumn| match column {
        SheetColumn::Standing => {
            let at = STANDINGS.iter().position(|known| *known == household.standing).unwrap_or_default();
            Slot::Choice { at, of: STANDINGS.len() }
        }
        column if is_choice(*column) => Slot::Choice { at: usize::from(!household.cell(*column).is_empty()), of: 2 },
        column => Slot::Text(FieldState::new(&household.cell(*column))),
    };
    let mut form = Form::new(FIELDS.iter().map(slot).collect());
    let first_blank = FIELDS.iter().take(3).position(|column| household.cell(*column).is_empty());
    form.go_to(first_blank.unwrap_or(3));
    form
}
