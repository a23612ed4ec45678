//! How an import looks, stage by stage.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{
    super::form::Words,
    import::{RollImportScreen, Stage},
};
use crate::{
    app::Ctx,
    domain::place::sheet::{SheetColumn, SheetPlan},
    locale::{Locale, clean_line, column_name, sheet_fault},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Page, PageState, put},
    },
};

/// Every bad row with its reason, or what would change.
pub(super) fn faults(l: &Locale, plan: &SheetPlan) -> PageState {
    let (new, changed, same, count) = (plan.new, plan.changed, plan.same, plan.faults.len());
    let mut lines = Vec::new();
    if plan.is_sound() {
        lines.push((Meaning::Title, tr!(l, "rolls-import-would", new = new, changed = changed, same = same)));
        let next = if plan.changes_nothing() { tr!(l, "rolls-import-nothing") } else { tr!(l, "rolls-import-next") };
        lines.push((Meaning::Muted, next));
    } else {
        lines.push((Meaning::Bad, tr!(l, "rolls-import-faults", count = count)));
        lines.push((Meaning::Text, String::new()));
        lines.extend(plan.faults.iter().map(|fault| (Meaning::Text, clean_line(&sheet_fault(l, fault)).into_owned())));
    }
    PageState::of(lines)
}

impl RollImportScreen {
    pub(super) fn draw(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        match &self.stage {
            Stage::File => {
                let words = Words {
                    label: tr!(l, "rolls-import-which"),
                    error: self.wrong.clone(),
                    hint: tr!(l, "rolls-import-which-hint"),
                    ..Words::default()
                };
                self.file_form.view(ctx, frame, area, &[words]);
            }
            Stage::Map => self.map_form.view(ctx, frame, area, &self.map_words(ctx)),
            Stage::Checked { plan, .. } if self.saving.is_some() => {
                let words = tr!(l, "rolls-import-saving", rows = plan.rows.len());
                let line = Rect { y: inner.y + 1, height: 1, ..inner };
                put(frame.buffer_mut(), line, &words, Theme::of(ctx).style(Meaning::Accent));
            }
            Stage::Checked { page, .. } => Page::new(Theme::of(ctx), page).render(inner, frame.buffer_mut()),
            Stage::Done { figures: (new, changed), undone, .. } => {
                let (new, changed) = (*new, *changed);
                let words = if self.undoing {
                    tr!(l, "rolls-import-undoing")
                } else if *undone {
                    tr!(l, "rolls-import-undone")
                } else {
                    tr!(l, "rolls-import-did", new = new, changed = changed)
                };
                let line = Rect { y: inner.y + 1, height: 1, ..inner };
                put(frame.buffer_mut(), line, &words, Theme::of(ctx).style(Meaning::Good));
            }
        }
    }

    /// Each heading, what it is taken for, and what stands below it in the first row.
    fn map_words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let Some(file) = &self.file else { return Vec::new() };
        let mapping = self.mapping();
        let has_doors = [SheetColumn::Household, SheetColumn::Door].iter().any(|door| mapping.contains(&Some(*door)));
        let row = |(at, heading): (usize, &String)| {
            let column = mapping.get(at).copied().flatten();
            let first = file.table.rows.iter().find_map(|(_, cells)| cells.get(at).filter(|cell| !cell.is_empty()));
            let first = first.map(|cell| clean_line(cell).into_owned()).unwrap_or_default();
            let twice = column.is_some() && mapping.iter().take(at).any(|before| *before == column);
            let error = match column {
                Some(_) if twice => tr!(l, "rolls-import-twice"),
                None if !has_doors && at == 0 => tr!(l, "households-fault-no-doors"),
                _ => String::new(),
            };
            Words {
                label: clean_line(heading).into_owned(),
                value: column.map_or_else(|| tr!(l, "rolls-import-passed"), |column| column_name(l, column)),
                error,
                hint: tr!(l, "rolls-import-map-hint", first = first),
            }
        };
        file.table.headings.iter().enumerate().map(row).collect()
    }
}
