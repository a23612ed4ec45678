//! What is withheld of all questions of a public summary together: the base of one tells how others were answered.

use std::collections::HashMap;

use super::veil::Veil;
use crate::{
    domain::{
        Privacy,
        tally::{Asked, ColumnId, Columns, Detail, Tally},
    },
    report::Class,
};

/// The veils of the questions that stand on one document.
#[derive(Debug, Clone, Default)]
pub(super) struct Veils {
    veils: HashMap<ColumnId, Veil>,
}

impl Veils {
    /// The veils of these questions. A question that is put because of an answer is asked of as many as gave it: where that
    /// count is withheld, how many were asked is withheld with it, see [`Veil::unsure`].
    pub(super) fn of(columns: &Columns, shown: &[&Tally], class: Class, least: u64) -> Self {
        if class != Class::Public {
            return Self::default();
        }
        let mut veils = Self::default();
        for tally in shown {
            let linked = columns.asked(&tally.name).is_some_and(|asked| !asked.is_free());
            let veil = if linked { Veil::linked(tally, least) } else { Veil::of(tally, least) };
            veils.veils.insert(tally.column, veil);
        }
        // Each round follows the links one step further; veils only grow, so this ends.
        let mut changed = true;
        while changed {
            changed = false;
            for tally in shown {
                let Some(asked) = columns.asked(&tally.name).filter(|asked| !asked.is_free()) else { continue };
                if veils.is_known(columns, asked, shown) {
                    continue;
                }
                if let Some(veil) = veils.veils.get_mut(&tally.column) {
                    let before = veil.clone();
                    veil.unsure(tally, asked.computed);
                    changed |= *veil != before;
                }
            }
        }
        veils
    }

    /// The veil of a question; nothing is withheld of one that has none.
    pub(super) fn get(&self, tally: &Tally) -> Veil {
        self.veils.get(&tally.column).cloned().unwrap_or_else(Veil::none)
    }

    /// Whether everything that decides how many are asked is shown, or none of it is about these questions.
    fn is_known(&self, columns: &Columns, asked: &Asked, shown: &[&Tally]) -> bool {
        // A marked question stands on no public document, and what follows from it tells of it.
        let open = |name: &String| columns.privacy(name) == Privacy::Open || columns.asked(name).is_none();
        if !asked.reads.iter().chain(&asked.given).all(open) {
            return false;
        }
        let answered = |name: &String| {
            let mut veils =
                shown.iter().filter(|tally| tally.name == *name).filter_map(|tally| self.veils.get(&tally.column));
            veils.all(|veil| !veil.given)
        };
        asked.given.iter().all(answered)
            && asked.reads.iter().all(|name| {
                shown.iter().filter(|tally| tally.name == *name).all(|tally| {
                    let Some(veil) = self.veils.get(&tally.column) else { return true };
                    match (&asked.of, &tally.detail) {
                        (Some((question, picks)), Detail::Choices(all) | Detail::Set(all)) if question == name => {
                            !all.iter().enumerate().any(|(at, choice)| picks.contains(&choice.name) && veil.hides(at))
                        }
                        _ => !veil.any(),
                    }
                })
            })
    }
}
