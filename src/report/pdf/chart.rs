//! Bars, sums on their way, and what happened when: figures beside what is drawn of them.

use super::{
    flow::Flow,
    row::{Cell, Standing},
    strip::{Ink, Strip},
    tags::{Kind, NodeId},
    theme::Shade,
};
use crate::{
    locale::Align,
    report::{Chart, Moment, Thermometer},
};

/// Bars that stay on one page, if they can.
const TOGETHER: usize = 16;

impl Flow<'_> {
    pub(super) fn bars(&mut self, chart: &Chart) {
        let figure = self.tags.top(Kind::Figure(chart.spoken()));
        self.caption(&chart.caption, figure);
        self.of(&chart.of, figure);
        let style = self.theme.table();
        let (mut labels, mut figures, mut shares): (f32, f32, f32) = (0.0, 0.0, 0.0);
        for bar in &chart.bars {
            labels = labels.max(self.natural(&bar.label, style.size));
            figures = figures.max(self.natural(&bar.figure, style.size));
            shares = shares.max(self.natural(&bar.share, style.size));
        }
        let width = self.theme.width();
        let gap = self.theme.gap(9.0);
        let labels = labels.min(width * 0.42);
        let figures = figures.min(width * 0.2);
        let shares = shares.min(width * 0.14);
        let after_shares = labels + gap + figures + if shares > 0.0 { gap + shares } else { 0.0 };
        let x = after_shares + gap;
        let longest = width - x;
        for (at, bar) in chart.bars.iter().enumerate() {
            let cell = |words, x, width, align, style| Cell { words, x, width, align, style, node: Some(figure) };
            let cells = [
                cell(bar.label.trim(), 0.0, labels, Align::Left, style),
                cell(bar.figure.trim(), labels + gap, figures, Align::Right, style),
                cell(bar.share.trim(), after_shares - shares, shares, Align::Right, style.grey()),
            ];
            let cells = if shares > 0.0 { &cells[..] } else { &cells[..2] };
            let before = self.theme.gap(if at == 0 { 4.0 } else { 1.0 });
            let pad = self.theme.gap(1.0);
            // The first bar stays with what says what they are, and few bars stay together.
            let keep = at + 1 < chart.bars.len() && (at == 0 || chart.bars.len() <= TOGETHER);
            let standing = Standing { before, over: pad, under: pad, whole: true, keep, ..Standing::default() };
            let strips = self.row(cells, standing);
            let Some(strip) = self.strips.get_mut(strips.start).filter(|_| bar.length.is_some()) else { continue };
            let height = style.size * 0.82;
            let y = pad + (style.lead - height) / 2.0;
            strip.adorn(Ink::Bar { x, y, width: longest, height, shade: Shade::Track });
            let drawn = longest * fraction(chart.on_track(bar));
            strip.draw(Ink::Bar { x, y, width: drawn, height, shade: Shade::Bar }, figure);
        }
    }

    /// Of how many a chart counts.
    pub(super) fn of(&mut self, words: &str, node: NodeId) {
        if !words.trim().is_empty() {
            let cell = self.cell(words, self.theme.small(), node);
            self.row(&[cell], Standing { whole: true, keep: true, ..Standing::default() });
        }
    }

    pub(super) fn thermometer(&mut self, it: &Thermometer) {
        let figure = self.tags.top(Kind::Figure(it.spoken()));
        self.caption(&it.caption, figure);
        let (body, small) = (self.theme.body(), self.theme.small());
        let width = self.theme.width();
        // What is aimed at stands over its tick, as far as there is room beside what there is.
        let have = self.natural(&it.have_words, body.size).min(width / 2.0);
        let aim = self.natural(&it.target_words, body.size).min(width / 2.0 - self.theme.gap(9.0));
        let goal = it.target.map_or(width, |target| width * fraction(it.place(target)));
        let x = (goal - aim / 2.0).clamp((have + self.theme.gap(9.0)).min(width - aim), width - aim);
        let cell = |words, x, width, style| Cell { words, x, width, align: Align::Left, style, node: Some(figure) };
        let cells = [
            cell(it.have_words.trim(), 0.0, have + 1.0, body.bold()),
            cell(it.target_words.trim(), x, aim + 1.0, body.grey()),
        ];
        self.row(&cells, Standing { before: self.theme.gap(4.0), whole: true, keep: true, ..Standing::default() });
        let thick = self.theme.gap(12.0);
        let mut strip = Strip { keep: !it.marks.is_empty(), ..Strip::tall(thick + self.theme.gap(5.0)) };
        strip.adorn(Ink::Bar { x: 0.0, y: 0.0, width, height: thick, shade: Shade::Track });
        let have = width * fraction(it.place(it.have));
        strip.draw(Ink::Bar { x: 0.0, y: 0.0, width: have, height: thick, shade: Shade::Bar }, figure);
        if let Some(target) = it.target {
            let x = width * fraction(it.place(target));
            let over = self.theme.gap(3.0);
            strip.adorn(Ink::Path {
                points: vec![(x, -over), (x, thick + over)],
                closed: false,
                thick: self.theme.gap(1.2),
                shade: Shade::Ink,
                dash: 0.0,
            });
        }
        self.strips.push(strip);
        for (at, mark) in it.marks.iter().enumerate() {
            let (from, to) = (mark.from.min(mark.to), mark.from.max(mark.to));
            let (from, to) = (width * fraction(it.place(from)), width * fraction(it.place(to)));
            let mut strip = Strip { keep: true, ..Strip::tall(self.theme.gap(5.0)) };
            let (y, end) = (self.theme.gap(3.0), self.theme.gap(3.0));
            let points = vec![(from, y - end), (from, y), (to.max(from + 1.0), y), (to.max(from + 1.0), y - end)];
            strip.draw(
                Ink::Path { points, closed: false, thick: self.theme.gap(0.8), shade: Shade::Grey, dash: 0.0 },
                figure,
            );
            self.strips.push(strip);
            // Words stand under their stretch, and never beyond the margin.
            let long = self.natural(&mark.words, small.size).min(width);
            let x = ((from + to - long) / 2.0).clamp(0.0, width - long);
            let cell =
                Cell { words: mark.words.trim(), x, width: long, align: Align::Left, style: small, node: Some(figure) };
            self.row(&[cell], Standing { whole: true, keep: at + 1 < it.marks.len(), ..Standing::default() });
        }
    }

    pub(super) fn timeline(&mut self, moments: &[Moment]) {
        let style = self.theme.body();
        let mut dates: f32 = 0.0;
        for moment in moments {
            dates = dates.max(self.natural(&moment.when, style.size));
        }
        let dates = dates.min(self.theme.width() / 3.0);
        let dot = dates + self.theme.gap(14.0);
        let x = dot + self.theme.gap(14.0);
        let width = self.theme.width() - x;
        let moments_node = self.tags.top(Kind::List);
        // What kind it was stands behind it where there is room for that everywhere, else under it.
        let gap = self.theme.gap(9.0);
        let mut beside = true;
        for Moment { what, kind, .. } in moments {
            beside &= self.natural(what, style.size) + gap + self.natural(kind, self.theme.small().size) <= width;
        }
        for (at, Moment { when, kind, what, ahead }) in moments.iter().enumerate() {
            let entry = self.tags.under(moments_node, Kind::Entry);
            let (lbl, body) = (self.tags.under(entry, Kind::Label), self.tags.under(entry, Kind::Body));
            let words = [what, kind].map(|words| words.trim());
            let (first, second) = if words[0].is_empty() { (words[1], "") } else { (words[0], words[1]) };
            let mut cells = vec![
                Cell { words: when, x: 0.0, width: dates, align: Align::Right, style: style.grey(), node: Some(lbl) },
                Cell { words: first, x, width, align: Align::Left, style, node: Some(body) },
            ];
            if beside && !second.is_empty() {
                let (align, style) = (Align::Right, self.theme.small());
                cells.push(Cell { words: second, x, width, align, style, node: Some(body) });
            }
            let last = at + 1 == moments.len();
            let pad = self.theme.gap(2.0);
            let over = if at == 0 { self.theme.gap(6.0) } else { pad };
            let start = self.strips.len();
            let more = !second.is_empty() && !beside;
            self.row(
                &cells,
                Standing { over, under: if more { 0.0 } else { pad }, whole: true, keep: more, ..Standing::default() },
            );
            if more {
                let cell =
                    Cell { words: second, x, width, align: Align::Left, style: self.theme.small(), node: Some(body) };
                self.row(&[cell], Standing { under: pad, whole: true, ..Standing::default() });
            }
            let middle = over + style.lead / 2.0;
            let (thick, radius) = (self.theme.gap(0.8), self.theme.gap(3.0));
            for (n, strip) in self.strips[start..].iter_mut().enumerate() {
                let from = if at == 0 && n == 0 { middle } else { 0.0 };
                let to = if last && n == 0 { middle } else { strip.height };
                if !(last && n > 0) {
                    strip.adorn(Ink::Path {
                        points: vec![(dot, from), (dot, to)],
                        closed: false,
                        thick,
                        shade: Shade::Hair,
                        dash: 0.0,
                    });
                }
            }
            if let Some(strip) = self.strips.get_mut(start) {
                strip.adorn(Ink::Circle { x: dot, y: middle, radius, shade: Shade::Bar, filled: !ahead });
            }
        }
    }
}

/// A place between 0 and 1 as a measure.
#[allow(clippy::cast_possible_truncation, reason = "only drawn")]
pub(super) fn fraction(place: f64) -> f32 {
    place as f32
}
