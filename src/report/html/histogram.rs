//! Bars that stand, while their labels fit under them; else they lie.

use maud::{Markup, html};

use super::{
    chart::{bars, figure},
    words::says,
};
use crate::{
    locale::{clean_line, width},
    report::{Bar, Chart},
};

/// Room for all bars, the height of the longest, and of the line of figures over and of labels under them. Units of the
/// drawing, which are pixels of a screen at its full size.
const ROOM: usize = 720;
const TALL: f64 = 140.0;
const OVER: f64 = 20.0;
const UNDER: f64 = 22.0;
/// Narrowest and widest a bar with its gap is.
const NARROW: usize = 14;
const BROAD: usize = 84;
/// Width of a column of text.
const COLUMN: usize = 7;
/// Longest label, in columns, that is left out under some bars rather than laid down.
const SHORT: usize = 12;

/// The histogram.
pub(super) fn histogram(chart: &Chart) -> Markup {
    let count = chart.bars.len();
    let widest = |words: &dyn Fn(&Bar) -> &str| {
        chart.bars.iter().map(|bar| width(clean_line(words(bar)).trim())).max().unwrap_or(0)
    };
    let (label, figures) = (widest(&|bar| &bar.label), widest(&|bar| &bar.figure));
    let slot = (ROOM / count.max(1)).min(BROAD);
    let under = label * COLUMN + COLUMN;
    // A label under every so many bars.
    let every = under.div_ceil(slot.max(1)).max(1);
    if count == 0 || slot < NARROW || (every > 1 && label > SHORT) || figures * COLUMN > slot * 2 {
        return bars(chart);
    }
    let beside = figures * COLUMN <= slot;
    let wide = slot * count;
    let at = |n: usize| n * slot + slot / 2;
    // The first and the last label may be broader than their bars.
    let beyond = under.saturating_sub(slot) / 2;
    let whole = wide + beyond * 2;
    let tall = units(OVER + TALL + UNDER);
    let drawing = html! {
        div.scroll {
            svg.histogram role="img" viewBox=(format!("-{beyond} 0 {whole} {tall}")) style=(format!("--wide:{whole}px")) {
                title { (clean_line(&chart.spoken())) }
                @for (n, bar) in chart.bars.iter().enumerate() {
                    @let tall = chart.fraction(bar) * TALL;
                    g {
                        title { (hover(bar)) }
                        @if bar.length.is_some() {
                            rect x=(n * slot + slot / 8) y=(units(OVER + TALL - tall)) width=(slot - slot / 8 * 2) height=(units(tall)) {}
                        }
                        @if beside || bar.length.is_none() {
                            text.n x=(at(n)) y=(units(OVER + TALL - tall - 6.0)) { (clean_line(&bar.figure).trim()) }
                        }
                        @if n.is_multiple_of(every) { text x=(at(n)) y=(units(OVER + TALL + 16.0)) { (clean_line(&bar.label).trim()) } }
                    }
                }
                line.axis x1="0" x2=(wide) y1=(units(OVER + TALL)) y2=(units(OVER + TALL)) {}
            }
        }
    };
    figure(&chart.caption, &chart.of, false, &drawing)
}

fn hover(bar: &Bar) -> String {
    let words = [&bar.label, &bar.figure, &bar.share].map(|words| clean_line(words));
    words.iter().map(|words| words.trim()).filter(|words| says(words)).collect::<Vec<_>>().join(" ")
}

fn units(length: f64) -> String {
    let text = format!("{length:.1}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
