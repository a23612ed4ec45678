//! Breaks a shaped text into lines, and puts the glyphs of a line in the order they stand on paper.

use super::shape::{Glyph, Text};

/// A line of a text: which glyphs, and how wide without the spaces at its end, in em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) width: f32,
}

/// The lines of a text in so many em. Lines break where Unicode allows (UAX 14), and inside a word only when it alone is
/// wider than a line. An empty text is one empty line.
pub(super) fn break_lines(text: &Text, room: f32) -> Vec<Line> {
    let glyphs = &text.glyphs;
    // Sums of advances are not exact: what fits by a hair fits.
    let room = room + 0.001;
    let mut lines = Vec::new();
    let mut breaks = text.breaks.iter().copied().peekable();
    let (mut start, mut last, mut used, mut since) = (0, 0, 0.0_f32, 0.0_f32);
    for (at, glyph) in glyphs.iter().enumerate() {
        let mut may_break = false;
        while let Some(place) = breaks.next_if(|place| *place <= glyph.from) {
            may_break |= place == glyph.from && at > start;
        }
        if may_break {
            (last, since) = (at, 0.0);
        }
        if !glyph.space && used + glyph.advance > room && at > start {
            let inside = glyphs.get(at - 1).is_some_and(|before| before.from == glyph.from);
            if last > start {
                lines.push(line(text, start, last));
                (start, used) = (last, since);
            } else if !inside {
                lines.push(line(text, start, at));
                (start, last, used, since) = (at, at, 0.0, 0.0);
            }
        }
        used += glyph.advance;
        since += glyph.advance;
    }
    lines.push(line(text, start, glyphs.len()));
    lines
}

/// The spaces at its end stay in it, so that who takes the text out finds words apart; but where directions mix, they would
/// come to stand in the line.
fn line(text: &Text, from: usize, to: usize) -> Line {
    let all = &text.glyphs[from..to];
    let kept = all.len() - all.iter().rev().take_while(|glyph| glyph.space).count();
    let width = all[..kept].iter().map(|glyph| glyph.advance).sum();
    Line { from, to: if text.mixed { from + kept } else { to }, width }
}

/// The glyphs of a line from left to right (UAX 9, L2).
pub(super) fn visual(text: &Text, from: usize, to: usize) -> Vec<Glyph> {
    let mut glyphs = text.glyphs.get(from..to).unwrap_or_default().to_vec();
    if !text.mixed {
        return glyphs;
    }
    let deepest = glyphs.iter().map(|glyph| glyph.level).max().unwrap_or(0);
    for level in (1..=deepest).rev() {
        let mut at = 0;
        while at < glyphs.len() {
            let run = glyphs[at..].iter().take_while(|glyph| glyph.level >= level).count();
            glyphs[at..at + run].reverse();
            at += run.max(1);
        }
    }
    glyphs
}
