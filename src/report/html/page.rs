//! The page around the pieces: its head, its style, the sheet it is printed on, the title.

use std::fmt::Write;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    block::{block, facts},
    words::{alone, says},
};
use crate::{
    locale::{clean_line, truncate},
    report::{Document, Page, Paper, Scale},
};

/// How everything looks. The sheet of paper is added for each document.
const STYLE: &str = include_str!("style.css");
/// Columns of a title at the top of later sheets.
const RUNNING: usize = 56;
/// Even what an escape had missed could load nothing and run nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The document as one self-contained HTML file.
#[must_use]
pub fn document_html(document: &Document) -> String {
    let lang = document.language.as_ref().map(ToString::to_string);
    let poster = document.page.scale == Scale::Poster;
    let look = if poster { Some("poster") } else { document.page.landscape.then_some("broad") };
    let whole = html! {
        (DOCTYPE)
        html lang=[lang] {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="format-detection" content="telephone=no";
                @if let Some(made) = document.made { meta name="dcterms.created" content=(made.to_rfc3339()); }
                title { (alone(&document.title)) }
                style { (PreEscaped(STYLE)) (PreEscaped(sheet(document))) }
            }
            (PreEscaped("\n"))
            body class=[look] {
                main { (head(document)) @for piece in &document.blocks { (block(piece)) (PreEscaped("\n")) } }
            }
        }
        (PreEscaped("\n"))
    };
    whole.into_string()
}

fn head(document: &Document) -> Markup {
    html! {
        header {
            h1 { (alone(&document.title)) }
            @for words in document.subtitles.iter().filter(|words| says(words)) { p.subtitle { (alone(words)) } }
            @if says(&document.class_words) { p.class { (alone(&document.class_words)) } }
            @if !document.base.is_empty() { (facts(&document.base)) }
        }
        (PreEscaped("\n"))
    }
}

/// The rule of the sheet: its size, the page's number, and from the second page on the title and who may see it.
fn sheet(document: &Document) -> String {
    let Page { paper, landscape, .. } = document.page;
    let paper = match paper {
        Paper::A4 => "A4",
        Paper::A3 => "A3",
        Paper::Letter => "letter",
    };
    let way = if landscape { "landscape" } else { "portrait" };
    let (title, class) = (quoted(&document.title), quoted(&document.class_words));
    format!("@page{{size:{paper} {way};@top-left{{content:{title}}}@top-right{{content:{class}}}}}\n{FIRST}\n")
}

const FIRST: &str = "@page :first{@top-left{content:none}@top-right{content:none}}";

/// Words as a string of a style sheet: whatever is no letter or digit is written by its number, so that no sign of theirs
/// ends the string, the rule or the style.
fn quoted(words: &str) -> String {
    let words = clean_line(words);
    let mut out = String::from("\"");
    for c in truncate(words.trim(), RUNNING).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out + "\""
}
