//! The faces in use, read; which face sets which character; and the characters that none has.

use std::{cell::RefCell, collections::HashMap};

use krilla::text::{Font, Tag};
use rustybuzz::{Direction, Script, ShapePlan, UnicodeBuffer, Variation, ttf_parser};

use super::fonts::{FaceData, Fonts};

/// What stands in the place of a character that no face has.
const STAND_IN: char = '?';

/// A face, read twice: to measure with and to embed.
pub(super) struct Face<'a> {
    shaping: rustybuzz::Face<'a>,
    /// For the writer.
    pub(super) font: Font,
    per_em: f32,
    plans: RefCell<HashMap<(Script, bool), ShapePlan>>,
    advances: RefCell<HashMap<char, (u32, f32)>>,
}

impl<'a> Face<'a> {
    fn read(data: &'a FaceData) -> Option<Self> {
        let bytes = (*data.bytes).as_ref();
        let mut shaping = rustybuzz::Face::from_slice(bytes, data.index)?;
        let mut axes = Vec::new();
        // The default of a variable face may be its thinnest.
        if shaping.variation_axes().into_iter().any(|axis| axis.tag == ttf_parser::Tag::from_bytes(b"wght")) {
            shaping.set_variations(&[Variation { tag: ttf_parser::Tag::from_bytes(b"wght"), value: 400.0 }]);
            axes.push((Tag::new(b"wght"), 400.0));
        }
        let font = Font::new_variable(data.bytes.clone().into(), data.index, &axes)?;
        let per_em = f32::from(shaping.as_ref().units_per_em());
        Some(Self { shaping, font, per_em, plans: RefCell::default(), advances: RefCell::default() })
    }

    fn has(&self, c: char) -> bool {
        self.shaping.glyph_index(c).is_some_and(|id| id.0 != 0)
    }

    /// Glyph and advance in em of a character that no rule of a script touches.
    pub(super) fn lone(&self, c: char) -> (u32, f32) {
        *self.advances.borrow_mut().entry(c).or_insert_with(|| {
            let id = self.shaping.glyph_index(c).unwrap_or_default();
            let advance = self.shaping.glyph_hor_advance(id).unwrap_or_default();
            (u32::from(id.0), f32::from(advance) / self.per_em)
        })
    }

    /// Glyphs of a run of one script and direction, in the order they stand on paper: glyph, byte of the run, advance, and
    /// how far it is moved, in em.
    pub(super) fn shape(&self, run: &str, right_to_left: bool) -> Vec<(u32, usize, [f32; 3])> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(run);
        buffer.guess_segment_properties();
        let direction = if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        buffer.set_direction(direction);
        let mut plans = self.plans.borrow_mut();
        let plan = plans
            .entry((buffer.script(), right_to_left))
            .or_insert_with(|| ShapePlan::new(&self.shaping, direction, Some(buffer.script()), None, &[]));
        let shaped = rustybuzz::shape_with_plan(&self.shaping, plan, buffer);
        let em = |units: i32| {
            #[allow(clippy::cast_precision_loss, reason = "units of an em are small")]
            let units = units as f32;
            units / self.per_em
        };
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        glyphs
            .map(|(info, at)| {
                (info.glyph_id, info.cluster as usize, [em(at.x_advance), em(at.x_offset), em(at.y_offset)])
            })
            .collect()
    }
}

/// All faces of a document.
pub(super) struct Faces<'a> {
    faces: Vec<Face<'a>>,
    of: RefCell<HashMap<char, Option<u8>>>,
}

impl<'a> Faces<'a> {
    /// Reads them; a file that is no font is left out. Nothing when none is left.
    pub(super) fn read(data: &'a [FaceData]) -> Option<Self> {
        let faces: Vec<Face<'a>> = data.iter().take(usize::from(u8::MAX)).filter_map(Face::read).collect();
        (!faces.is_empty()).then(|| Self { faces, of: RefCell::default() })
    }

    pub(super) fn get(&self, at: u8) -> &Face<'a> {
        &self.faces[usize::from(at).min(self.faces.len() - 1)]
    }

    /// The first face that has a character.
    pub(super) fn with(&self, c: char) -> Option<u8> {
        *self.of.borrow_mut().entry(c).or_insert_with(|| {
            let at = self.faces.iter().position(|face| face.has(c))?;
            u8::try_from(at).ok()
        })
    }

    /// The face for a grapheme cluster, and whether it has all of it: else only its first character is drawn. The tone of
    /// a skin is never drawn; in black it is a blot.
    pub(super) fn for_cluster(&self, cluster: &str) -> Option<(u8, bool)> {
        let first = cluster.chars().next()?;
        if cluster.chars().nth(1).is_none() {
            return self.with(first).map(|face| (face, true));
        }
        let seen = || cluster.chars().filter(|c| !is_ignorable(*c));
        let whole = self.faces.iter().position(|face| seen().all(|c| face.has(c)));
        let whole = whole.filter(|_| !cluster.chars().any(is_tone)).and_then(|at| u8::try_from(at).ok());
        whole.map(|at| (at, true)).or_else(|| self.with(first).map(|at| (at, false)))
    }

    /// What stands for a cluster that no face has.
    pub(super) fn stand_in(&self) -> (u8, char) {
        let blank = |c| self.with(c).map(|face| (face, c));
        blank(STAND_IN).or_else(|| blank(' ')).unwrap_or((0, STAND_IN))
    }
}

/// The faces a text needs: the first ones, and for what they lack those that more are found for. Beside them the
/// characters that none has, each once, in the order they come.
pub(super) fn gather<'t>(fonts: &Fonts, texts: impl Iterator<Item = &'t str>) -> (Vec<FaceData>, Vec<char>) {
    let mut data = fonts.faces.clone();
    let mut seen = std::collections::HashSet::new();
    let mut wanted: Vec<char> = Vec::new();
    for text in texts {
        wanted.extend(text.chars().filter(|c| is_drawn(*c) && seen.insert(*c)));
    }
    let lacking = |data: &[FaceData], wanted: &[char]| -> Vec<char> {
        let Some(faces) = Faces::read(data) else { return wanted.to_vec() };
        wanted.iter().filter(|c| faces.with(**c).is_none()).copied().collect()
    };
    let mut lacked = lacking(&data, &wanted);
    let Some(more) = &fonts.more else { return (data, lacked) };
    let mut missing = Vec::new();
    while let Some(c) = lacked.first().copied() {
        let found = more.face_with(c);
        let still = found.as_ref().map(|face| lacking(std::slice::from_ref(face), &lacked));
        match (found, still) {
            (Some(face), Some(still)) if still.len() < lacked.len() => {
                data.push(face);
                lacked = still;
            }
            // One that nobody has keeps nothing from the others.
            _ => missing.push(lacked.remove(0)),
        }
    }
    (data, missing)
}

/// Whether something must be drawn for a cluster.
pub(super) fn needs_glyph(cluster: &str) -> bool {
    cluster.chars().any(is_drawn)
}

fn is_drawn(c: char) -> bool {
    !(c.is_whitespace() || c.is_control() || is_ignorable(c) || is_tone(c))
}

/// The tone of a skin, after an emoji.
fn is_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Joiners, variation selectors and marks of direction, which faces need not have.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a character is written in Chinese characters.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
