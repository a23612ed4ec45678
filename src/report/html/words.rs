//! Stored words in a page: cleaned here, escaped by the templates, and each kept from turning its neighbours around.

use maud::{Markup, html};

use crate::locale::{clean_line, clean_text};

/// Words of one line that stand alone in their element.
pub(super) fn alone(words: &str) -> Markup {
    html! { (clean_line(words).trim()) }
}

/// Words of one line that share it with others: in their own direction of writing, which ends where they end.
pub(super) fn apart(words: &str) -> Markup {
    html! { bdi { (clean_line(words).trim()) } }
}

/// Whether there is something to read.
pub(super) fn says(words: &str) -> bool {
    !clean_line(words).trim().is_empty()
}

/// Text of any number of lines: an empty line begins a paragraph.
pub(super) fn paragraphs(text: &str) -> Markup {
    let text = clean_text(text);
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.trim().lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(lines) if !line.is_empty() => lines.push(line),
            Some(lines) if !lines.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    html! {
        @for lines in &paragraphs {
            p { @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } (line) } }
        }
    }
}
