//! Bars that lie, thermometers and timelines. What is drawn is drawn in SVG; the words and figures stand beside it as text,
//! where they wrap, are searched and are read aloud.

use maud::{Markup, html};

use super::words::{alone, apart, says};
use crate::{
    locale::clean_line,
    report::{Chart, Mark, Moment, Thermometer},
};

/// Bars from which a chart may go on to another sheet.
const LONG: usize = 20;

/// A figure with what it shows over it.
pub(super) fn figure(caption: &str, of: &str, long: bool, drawing: &Markup) -> Markup {
    html! {
        figure class=[long.then_some("long")] {
            @if says(caption) || says(of) {
                figcaption { @if says(caption) { strong { (apart(caption)) } } @if says(of) { " " span.of { (apart(of)) } } }
            }
            (drawing)
        }
    }
}

/// Bars that lie, each after its label and before its figures.
pub(super) fn bars(chart: &Chart) -> Markup {
    let shares = chart.bars.iter().any(|bar| says(&bar.share));
    let drawing = html! {
        ul.bars.shares[shares] {
            @for bar in &chart.bars {
                li {
                    span.label { (alone(&bar.label)) }
                    @if bar.length.is_some() {
                        svg.bar aria-hidden="true" { rect width={ (percent(chart.on_track(bar))) "%" } height="100%" {} }
                    } @else {
                        svg.bar aria-hidden="true" { line.untold x1="0" x2="100%" y1="50%" y2="50%" {} }
                    }
                    span.n { (alone(&bar.figure)) }
                    @if shares { span.n { (alone(&bar.share)) } }
                }
            }
        }
    };
    figure(&chart.caption, &chart.of, chart.bars.len() > LONG, &drawing)
}

/// A sum on its way, with a line for each stretch of the scale.
pub(super) fn thermometer(it: &Thermometer) -> Markup {
    let place = |amount: u64| percent(it.place(amount));
    let stretch = |mark: &Mark| {
        let (from, to) = (mark.from.min(mark.to), mark.from.max(mark.to));
        (place(from), percent(it.place(to) - it.place(from)))
    };
    let drawing = html! {
        p.sums {
            @if says(&it.have_words) { strong.have { (apart(&it.have_words)) } }
            @if says(&it.target_words) { " " span.target { (apart(&it.target_words)) } }
        }
        svg.thermometer role="img" {
            title { (clean_line(&it.spoken())) }
            rect.scale width="100%" height="100%" rx="7" {}
            @if it.have > 0 { rect.have width={ (place(it.have)) "%" } height="100%" rx="7" {} }
            @if let Some(target) = it.target {
                line.target x1={ (place(target)) "%" } x2={ (place(target)) "%" } y1="0" y2="100%" {}
            }
        }
        @if !it.marks.is_empty() {
            ul.marks {
                @for mark in &it.marks {
                    @let (from, long) = stretch(mark);
                    li {
                        svg.mark aria-hidden="true" { rect x={ (from) "%" } width={ "max(3px," (long) "%)" } height="100%" {} }
                        (apart(&mark.words))
                    }
                }
            }
        }
    };
    figure(&it.caption, "", false, &drawing)
}

/// What happened when; what is still to come is hollow.
pub(super) fn timeline(moments: &[Moment]) -> Markup {
    html! {
        ol.timeline {
            @for Moment { when, kind, what, ahead } in moments {
                li class=[ahead.then_some("ahead")] {
                    svg aria-hidden="true" viewBox="0 0 12 12" { circle cx="6" cy="6" r="4.5" {} }
                    span.when { (alone(when)) }
                    span { @if says(kind) { span.kind { (apart(kind)) } " " } (apart(what)) }
                }
            }
        }
    }
}

/// A part of 1 in percent with at most two decimals: the same on every machine.
pub(super) fn percent(part: f64) -> String {
    let text = format!("{:.2}", part * 100.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
