//! What leaves the summary on view: a file, paper, the list of its responses.

use super::{SummaryScreen, conditions::to_list, save::save, screen::View, sheet::Sheet};
use crate::{
    app::{Ctx, Level, Next, Place, printing::PrintOrder},
    domain::tally::{Axis, ColumnId},
    report::Report,
    tr,
};

impl SummaryScreen {
    /// What is on view as a report has it: the question, if one, and what it is split by.
    pub(super) fn reported(&self, sheet: &Sheet) -> (Option<ColumnId>, Option<Axis>) {
        match &self.view {
            View::All => (None, None),
            View::Question(_) => (sheet.tally(self.questions.at()).map(|tally| tally.column), None),
            View::Cross(cross, _) => (Some(cross.cross().total.column), Some(cross.cross().axis)),
        }
    }

    pub(super) fn save(&self, ctx: &mut Ctx) {
        let Some(sheet) = &self.sheet else { return };
        let (question, by) = self.reported(sheet);
        save(sheet, &self.survey, question, by, ctx);
    }

    /// What is on view, to be printed.
    pub(super) fn print(&self) -> Next {
        let Some(sheet) = &self.sheet else { return Next::Pass };
        let (question, by) = self.reported(sheet);
        let name = |id| sheet.columns.get(id).map(|column| column.name.clone());
        let by = by.and_then(|axis| match axis {
            Axis::Question(id) => name(id),
            Axis::Session => Some("session".to_owned()),
            Axis::Kind => Some("kind".to_owned()),
            Axis::Building => Some("building".to_owned()),
            Axis::Entrance => Some("entrance".to_owned()),
            Axis::Surveyor => Some("surveyor".to_owned()),
            Axis::Day => Some("day".to_owned()),
            Axis::State => Some("state".to_owned()),
            Axis::Version => Some("version".to_owned()),
        });
        let order = PrintOrder {
            survey: Some(self.survey.clone()),
            filter: self.filter.clone(),
            questions: question.and_then(name).into_iter().collect(),
            by,
            ..PrintOrder::new(Report::Summary)
        };
        Next::Go(Place::Print { order: Box::new(order) })
    }

    pub(super) fn responses(&self, ctx: &mut Ctx) -> Next {
        let (filter, all) = to_list(&self.survey, &self.filter);
        if !all {
            ctx.notice(Level::Warning, |l| tr!(l, "summary-not-in-list"));
        }
        Next::Go(Place::Browse { filter })
    }
}
