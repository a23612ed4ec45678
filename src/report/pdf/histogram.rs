//! Bars that stand on a scale.

use super::{
    chart::fraction,
    flow::Flow,
    row::to_f32,
    strip::{Ink, Strip},
    tags::Kind,
    theme::Shade,
};
use crate::report::Chart;

/// Narrowest a standing bar is drawn, in points.
const NARROW: f32 = 13.0;

impl Flow<'_> {
    /// A histogram; with more bins than have room side by side its bars lie.
    pub(super) fn histogram(&mut self, chart: &Chart) {
        let width = self.theme.width();
        let slot = width / to_f32(chart.bars.len().max(1));
        let style = self.theme.small().times(0.9);
        let mut widest: f32 = 0.0;
        for bar in &chart.bars {
            widest = widest.max(self.natural(&bar.figure, style.size));
        }
        let slot = slot.min(self.theme.gap(64.0));
        if slot < self.theme.gap(NARROW) || widest > slot || chart.bars.is_empty() {
            return self.bars(chart);
        }
        let mut labels: f32 = 0.0;
        for bar in &chart.bars {
            labels = labels.max(self.natural(&bar.label, style.size));
        }
        // Labels that would run into each other are written at every second bin, third, ...
        let step = (1..6).find(|n| slot * to_f32(*n) >= labels + self.theme.gap(3.0));
        let Some(step) = step else { return self.bars(chart) };
        let figure = self.tags.top(Kind::Figure(chart.spoken()));
        self.caption(&chart.caption, figure);
        self.of(&chart.of, figure);
        let (tall, top) = (self.theme.gap(92.0), style.lead);
        let mut strip =
            Strip { before: self.theme.gap(6.0), ..Strip::tall(top + tall + style.lead + self.theme.gap(6.0)) };
        for (at, bar) in chart.bars.iter().enumerate() {
            let x = slot * to_f32(at);
            let height = tall * fraction(chart.fraction(bar));
            let gap = self.theme.gap(1.0);
            let ink =
                Ink::Bar { x: x + gap, y: top + tall - height, width: slot - 2.0 * gap, height, shade: Shade::Bar };
            strip.draw(ink, figure);
            let (y_label, y_figure) = (top + tall + style.lead * 0.8, top + tall - height - self.theme.gap(3.0));
            let mut words = vec![(bar.figure.trim(), y_figure)];
            if at % step == 0 {
                words.push((bar.label.trim(), y_label));
            }
            for (words, y) in words {
                for (text, line) in self.broken(words, f32::MAX, style.size).into_iter().take(1) {
                    let x = x + (slot - line.width * style.size) / 2.0;
                    strip.draw(Ink::Words { text, from: line.from, to: line.to, x, y, style }, figure);
                }
            }
        }
        let end = slot * to_f32(chart.bars.len());
        strip.adorn(Ink::hair(0.0, end, top + tall, self.theme.gap(0.6), Shade::Rule));
        self.strips.push(strip);
    }
}
