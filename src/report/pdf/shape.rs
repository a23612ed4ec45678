//! Words to glyphs: runs of one face, direction and script are shaped; Chinese characters, which no rule of a script
//! touches, are looked up. Every text is shaped once a document.

use std::{collections::HashMap, rc::Rc};

use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;

use super::faces::{Faces, is_han, needs_glyph};
use crate::locale::tears_figure;

/// A glyph of a text. Distances are in em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) face: u8,
    pub(super) id: u32,
    pub(super) advance: f32,
    pub(super) dx: f32,
    pub(super) dy: f32,
    /// The bytes of the text it stands for.
    pub(super) from: usize,
    pub(super) to: usize,
    /// How deep in text of the other direction; odd is right to left.
    pub(super) level: u8,
    pub(super) space: bool,
}

/// A text of one line, shaped: its glyphs in the order they are read.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) words: String,
    pub(super) glyphs: Vec<Glyph>,
    /// Bytes before which a line may break.
    pub(super) breaks: Vec<usize>,
    /// Whether any of it runs right to left.
    pub(super) mixed: bool,
}

impl Text {
    /// Width on one line, in em.
    pub(super) fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    /// Width of the widest piece that no break goes through, in em.
    pub(super) fn widest_word(&self) -> f32 {
        let mut breaks = self.breaks.iter().copied().peekable();
        let (mut widest, mut here): (f32, f32) = (0.0, 0.0);
        for glyph in &self.glyphs {
            while breaks.next_if(|at| *at <= glyph.from).is_some() {
                widest = widest.max(here);
                here = 0.0;
            }
            here += if glyph.space { 0.0 } else { glyph.advance };
        }
        widest.max(here)
    }
}

/// Shapes texts and remembers them.
pub(super) struct Shaper<'a> {
    pub(super) faces: &'a Faces<'a>,
    known: HashMap<String, Rc<Text>>,
}

impl<'a> Shaper<'a> {
    pub(super) fn new(faces: &'a Faces<'a>) -> Self {
        Self { faces, known: HashMap::new() }
    }

    /// A clean text of one line, shaped.
    pub(super) fn text(&mut self, words: &str) -> Rc<Text> {
        if let Some(text) = self.known.get(words) {
            return text.clone();
        }
        let text = Rc::new(self.shape(words));
        self.known.insert(words.to_owned(), text.clone());
        text
    }

    fn shape(&self, words: &str) -> Text {
        let mut text = Text { words: words.to_owned(), ..Text::default() };
        if words.is_empty() {
            return text;
        }
        let breaks = unicode_linebreak::linebreaks(words).map(|(at, _)| at);
        text.breaks = breaks.filter(|at| !tears_figure(words, *at)).collect();
        let levels = if words.is_ascii() || words.chars().all(runs_left_to_right) {
            None
        } else {
            let levels = BidiInfo::new(words, Some(Level::ltr())).levels;
            levels.iter().any(Level::is_rtl).then_some(levels)
        };
        text.mixed = levels.is_some();
        let level = |at: usize| levels.as_ref().and_then(|levels| levels.get(at)).map_or(0, Level::number);
        // The run under way: where it began, its face, its level.
        let mut run: Option<(usize, u8, u8)> = None;
        for (at, cluster) in words.grapheme_indices(true) {
            let first = cluster.chars().next().unwrap_or(' ');
            let alone = cluster.len() == first.len_utf8();
            let deep = level(at);
            let found = if needs_glyph(cluster) { self.faces.for_cluster(cluster) } else { None };
            let (face, whole) = (found.map(|(face, _)| face), found.is_none_or(|(_, whole)| whole));
            let looked_up = !whole || (alone && face.is_some() && deep.is_multiple_of(2) && is_plain(first));
            let next = match face {
                Some(face) if !looked_up => Some((at, face, deep)),
                // A space stays in the run it stands in, so that nothing is broken at it.
                None if alone && first == ' ' => run.filter(|run| run.2 == deep),
                _ => None,
            };
            if run.is_some_and(|run| next.is_none_or(|next| (run.1, run.2) != (next.1, next.2))) {
                self.finish(words, run.take(), at, &mut text.glyphs);
            }
            match (next, face) {
                (Some(next), _) => run = run.or(Some(next)),
                (None, Some(face)) => text.glyphs.push(self.single(face, first, at, at + cluster.len(), deep)),
                (None, None) if needs_glyph(cluster) => {
                    let (face, stand_in) = self.faces.stand_in();
                    text.glyphs.push(self.single(face, stand_in, at, at + cluster.len(), deep));
                }
                (None, None) if first.is_whitespace() => {
                    let face = self.faces.with(' ').unwrap_or(0);
                    let mut glyph = self.single(face, ' ', at, at + cluster.len(), deep);
                    if first == '\u{3000}' {
                        glyph.advance = 1.0;
                    }
                    text.glyphs.push(Glyph { space: true, ..glyph });
                }
                (None, None) => {}
            }
        }
        self.finish(words, run, words.len(), &mut text.glyphs);
        text
    }

    fn single(&self, face: u8, c: char, from: usize, to: usize, level: u8) -> Glyph {
        let (id, advance) = self.faces.get(face).lone(c);
        Glyph { face, id, advance, dx: 0.0, dy: 0.0, from, to, level, space: false }
    }

    /// Shapes a run and adds its glyphs.
    fn finish(&self, words: &str, run: Option<(usize, u8, u8)>, end: usize, glyphs: &mut Vec<Glyph>) {
        let Some((start, face, level)) = run else { return };
        let piece = &words[start..end];
        let backwards = !level.is_multiple_of(2);
        let mut shaped = self.faces.get(face).shape(piece, backwards);
        if backwards {
            shaped.reverse();
        }
        for (at, (id, from, [advance, dx, dy])) in shaped.iter().copied().enumerate() {
            let next = shaped[at..].iter().map(|other| other.1).find(|other| *other > from);
            let to = start + next.unwrap_or(piece.len());
            let space = piece[from..].starts_with(' ');
            glyphs.push(Glyph { face, id, advance, dx, dy, from: start + from, to, level, space });
        }
    }
}

/// Chinese characters and punctuation, full-width signs.
fn is_plain(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3001}'..='\u{3020}' | '\u{FF01}'..='\u{FF60}')
}

/// Characters that need no look at directions; most text is of nothing else.
fn runs_left_to_right(c: char) -> bool {
    c < '\u{0590}' || is_plain(c) || matches!(c, '\u{2010}'..='\u{2027}' | '\u{20A0}'..='\u{2BFF}')
}
