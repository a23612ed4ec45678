//! How far coders agree: pairs of them, kappa, and where they part.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{Screen, list::moved_in_table};
use crate::{
    app::{Action, Ctx, Next, Place, Scope},
    domain::matter::{Agreement, Kappa, Matters},
    locale::share,
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, TableState, put},
    },
};

/// Where two coders part, at most so many lines.
const PARTED: usize = 6;

/// All pairs of coders.
pub struct AgreementScreen {
    pairs: Vec<(String, String, Agreement)>,
    list: TableState,
}

impl AgreementScreen {
    /// The pairs of those who coded anything.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self { pairs: Vec::new(), list: TableState::default() };
        screen.refresh(ctx);
        screen
    }

    fn label(name: &str, ctx: &Ctx) -> String {
        if name.is_empty() {
            return tr!(ctx.locale, "sorting-set-aside");
        }
        let known = ctx.register::<Matters>().and_then(|matters| matters.concerns().find(|c| c.name == name));
        known.map_or_else(|| name.to_owned(), |concern| concern.label.get(ctx.lang()).to_owned())
    }

    /// The coefficient, and how strong that is commonly called.
    fn kappa(kappa: Kappa, ctx: &Ctx) -> (String, Meaning) {
        let l = &ctx.locale;
        match (kappa, kappa.thousandths()) {
            (_, Some(n)) => {
                let sign = if n < 0 { "-" } else { "" };
                let figure = format!("{sign}{}.{:02}", n.abs() / 1000, (n.abs() % 1000) / 10);
                let meaning = match n {
                    600.. => Meaning::Good,
                    400.. => Meaning::Warn,
                    _ => Meaning::Bad,
                };
                (figure, meaning)
            }
            (Kappa::AllTheSame, None) => (tr!(l, "agreement-all-same"), Meaning::Muted),
            (_, None) => (tr!(l, "agreement-nothing"), Meaning::Muted),
        }
    }
}

impl Screen for AgreementScreen {
    fn place(&self) -> Place {
        Place::Agreement
    }

    fn scope(&self) -> Scope {
        Scope::Agreement
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "agreement-title")
    }

    fn update(&mut self, action: Action, _: &mut Ctx) -> Next {
        moved_in_table(&mut self.list, &action)
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
        put(frame.buffer_mut(), inner, &tr!(l, "agreement-what"), theme.style(Meaning::Muted));
        let columns = [
            Column::growing(tr!(l, "agreement-first"), 10).up_to(18),
            Column::growing(tr!(l, "agreement-second"), 10).up_to(18),
            Column::number(tr!(l, "agreement-both"), 8),
            Column::number(tr!(l, "agreement-same"), 16),
            Column::growing(tr!(l, "agreement-kappa"), 10).up_to(24),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some((first, second, agreement)) = self.pairs.get(at) else { return Vec::new() };
            let (kappa, meaning) = Self::kappa(agreement.kappa(), ctx);
            vec![
                first.as_str().into(),
                second.as_str().into(),
                agreement.both.to_string().into(),
                format!("{} {}", agreement.same, share(agreement.same, agreement.both)).into(),
                TableCell::new(kappa, meaning),
            ]
        };
        let foot = u16::try_from(PARTED + 2).unwrap_or(8);
        let height = area.height.saturating_sub(2 + foot);
        let empty = tr!(l, "agreement-none");
        let table = Table::new(theme, &self.list, &columns, &cells);
        table.empty(&empty).focused(true).render(Rect { y: area.y + 2, height, ..area }, frame.buffer_mut());
        let Some((first, second, agreement)) = self.list.current().and_then(|at| self.pairs.get(at)) else { return };
        let y = area.y + 2 + height;
        let parted: Vec<_> = agreement.pairs.iter().filter(|(said, other, _)| said != other).take(PARTED).collect();
        if !parted.is_empty() {
            put(frame.buffer_mut(), Rect { y, ..inner }, &tr!(l, "agreement-parted"), theme.style(Meaning::Title));
        }
        for (y, (said, other, count)) in (y + 1..).zip(parted) {
            let (count, said, other) = (*count, Self::label(said, ctx), Self::label(other, ctx));
            let (first, second) = (first.clone(), second.clone());
            let words = tr!(l, "agreement-pair", n = count, first = first, a = said, second = second, b = other);
            put(frame.buffer_mut(), Rect { y, ..inner }, &words, theme.style(Meaning::Text));
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let Some(matters) = ctx.hold_register::<Matters>() else { return };
        let coders = matters.coders();
        let mut pairs = Vec::new();
        for (n, first) in coders.iter().enumerate() {
            for second in &coders[n + 1..] {
                let agreement = matters.agreement(first, second);
                pairs.push(((*first).to_owned(), (*second).to_owned(), agreement));
            }
        }
        pairs.retain(|(_, _, agreement)| agreement.both > 0);
        self.pairs = pairs;
        self.list.set_len(self.pairs.len());
    }
}
