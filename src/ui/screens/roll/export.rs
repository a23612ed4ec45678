//! The roll as a table for other programs; what is personal or sensitive leaves only when it is said here.

use ratatui::{Frame, layout::Rect};

use super::super::{
    Screen,
    form::{Did, Form, Slot, Words, yes_no},
};
use crate::{
    app::{Action, Ctx, Focus, Level, Next, Place, Scope, keep_report},
    domain::{
        Privacy,
        place::{
            self, Roll,
            sheet::{written_columns, written_row},
        },
    },
    locale::{date_short, place_path},
    report::csv_text,
    tr,
};

const PERSONAL: usize = 0;
const SENSITIVE: usize = 1;

/// What to export.
pub struct RollExportScreen {
    at: place::Place,
    form: Form,
}

impl RollExportScreen {
    /// The questions before an export of a place.
    pub fn open(at: &place::Place, ctx: &mut Ctx) -> Self {
        ctx.hold_register::<Roll>();
        Self { at: at.clone(), form: Form::new(vec![Slot::Choice { at: 0, of: 2 }, Slot::Choice { at: 0, of: 2 }]) }
    }

    fn export(&self, ctx: &mut Ctx) -> Next {
        let Some(roll) = ctx.hold_register::<Roll>() else { return Next::Stay };
        let asked = [(PERSONAL, Privacy::Personal), (SENSITIVE, Privacy::Sensitive)];
        let include: Vec<Privacy> =
            asked.into_iter().filter(|(slot, _)| self.form.choice(*slot) == 1).map(|(_, privacy)| privacy).collect();
        let columns = written_columns(&include);
        let mut rows = vec![columns.iter().map(|column| column.name().to_owned()).collect::<Vec<_>>()];
        rows.extend(roll.within(&self.at).map(|(_, household)| written_row(household, &columns)));
        let count = rows.len() - 1;
        let name = tr!(ctx.locale, "rolls-file-name", date = date_short(ctx.now().date_naive()));
        match keep_report(&ctx.dir, &name, &[("csv", csv_text(&rows, true))]) {
            Ok(path) => {
                let file = path.with_extension("csv").display().to_string();
                ctx.notice(Level::Done, |l| tr!(l, "rolls-exported", count = count, file = file));
                Next::Back
            }
            Err(error) => {
                ctx.notice(Level::Error, |l| tr!(l, "rolls-not-exported", why = error.to_string()));
                Next::Stay
            }
        }
    }

    fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let row = |slot, label, hint| Words {
            label,
            value: yes_no(ctx, self.form.choice(slot) == 1),
            error: String::new(),
            hint,
        };
        vec![
            row(PERSONAL, tr!(l, "rolls-export-personal"), tr!(l, "rolls-export-hint")),
            row(SENSITIVE, tr!(l, "rolls-export-sensitive"), tr!(l, "rolls-export-hint")),
        ]
    }
}

impl Screen for RollExportScreen {
    fn place(&self) -> Place {
        Place::RollExport { at: self.at.clone() }
    }

    fn scope(&self) -> Scope {
        Scope::RollExport
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "rolls-export", place = place_path(&ctx.locale, &self.at))
    }

    fn focus(&self) -> Focus {
        self.form.focus()
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Save {
            return self.export(ctx);
        }
        match self.form.update(&action) {
            Did::Nothing => Next::Pass,
            Did::Ended => self.export(ctx),
            Did::Left(_) | Did::Changed(_) | Did::Done => Next::Stay,
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.form.view(ctx, frame, area, &self.words(ctx));
    }
}
