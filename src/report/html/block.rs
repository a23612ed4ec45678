//! The pieces of a document as elements of a page.

use maud::{Markup, html};

use super::{
    chart::{bars, thermometer, timeline},
    histogram::histogram,
    table::table,
    words::{alone, apart, paragraphs, says},
};
use crate::report::{Block, KeyFigure, Opinion, Ticks};

/// One piece.
pub(super) fn block(block: &Block) -> Markup {
    match block {
        Block::Heading(level, words) => heading(*level, words),
        Block::Appendix(words) => html! { h2.appendix { (alone(words)) } },
        Block::Line(words) => html! { p { (alone(words)) } },
        Block::Paragraph(words) => paragraphs(words),
        Block::Note(words) => html! { @if says(words) { p.note { (alone(words)) } } },
        Block::Facts(list) => facts(list),
        Block::List(entries) => list(entries),
        Block::Words { label, text, .. } => words(label, text),
        Block::Opinions(all) => opinions(all),
        Block::KeyFigures(figures) => key_figures(figures),
        Block::Table(it) => table(it),
        Block::Bars(chart) => bars(chart),
        Block::Histogram(chart) => histogram(chart),
        Block::Thermometer(it) => thermometer(it),
        Block::Timeline(moments) => timeline(moments),
        Block::Ticks(it) => ticks(it),
        Block::Room(lines) => html! { div.room aria-hidden="true" { @for _ in 0..*lines { span {} } } },
        Block::CutLine => html! { hr.cut; },
        Block::Signatures(names) => {
            html! { ul.signatures { @for name in names { li { (apart(name)) span {} } } } }
        }
        Block::Footnotes(notes) => footnotes(notes),
        Block::PageBreak => html! { hr.page; },
    }
}

fn heading(level: u8, words: &str) -> Markup {
    if !says(words) {
        return Markup::default();
    }
    // The title is the page's only heading of the first level.
    match level {
        0 | 1 => html! { h2 { (alone(words)) } },
        2 => html! { h3 { (alone(words)) } },
        3 => html! { h4 { (alone(words)) } },
        4 => html! { h5 { (alone(words)) } },
        _ => html! { h6 { (alone(words)) } },
    }
}

/// Words with what they are about before them.
pub(super) fn facts(facts: &[(String, String)]) -> Markup {
    html! { dl.facts { @for (label, words) in facts { dt { (alone(label)) } dd { (alone(words)) } } } }
}

fn list(entries: &[(String, String)]) -> Markup {
    let plain = entries.iter().all(|(sign, _)| matches!(sign.trim(), "" | "-"));
    html! {
        @if plain { ul { @for (_, words) in entries { li { (alone(words)) } } } }
        @else { ul.signed { @for (sign, words) in entries { li { span.sign { (apart(sign)) } " " span { (apart(words)) } } } } }
    }
}

fn words(label: &str, text: &str) -> Markup {
    html! {
        @if says(text) {
            div.words { @if says(label) { p.label { (alone(label)) } } blockquote { (paragraphs(text)) } }
        }
    }
}

fn opinions(opinions: &[Opinion]) -> Markup {
    html! {
        ul.signed.opinions {
            @for Opinion { number, text, about } in opinions {
                li {
                    span.sign { (apart(number)) } " "
                    div { (paragraphs(text)) @if says(about) { p.note { (alone(about)) } } }
                }
            }
        }
    }
}

fn key_figures(figures: &[KeyFigure]) -> Markup {
    html! {
        dl.figures { @for KeyFigure { figure, words } in figures { div { dt { (alone(words)) } dd { (alone(figure)) } } } }
    }
}

fn ticks(ticks: &Ticks) -> Markup {
    let kind = if ticks.one { "radio" } else { "checkbox" };
    html! {
        ul.ticks {
            @for (words, ticked) in &ticks.boxes {
                li { label { input type=(kind) checked[*ticked] disabled; span { (apart(words)) } } }
            }
        }
    }
}

fn footnotes(notes: &[(String, String)]) -> Markup {
    html! {
        section.footnotes {
            ul.signed { @for (sign, words) in notes { li { span.sign { (apart(sign)) } " " span { (apart(words)) } } } }
        }
    }
}
