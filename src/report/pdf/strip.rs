//! A strip of a page: what cannot be cut further, with what is drawn in it.

use std::rc::Rc;

use super::{
    shape::Text,
    tags::NodeId,
    theme::{Shade, Style},
};

/// Something drawn. Places are points from the left edge of the text and the upper edge of the strip.
#[derive(Debug, Clone)]
pub(super) enum Ink {
    /// Glyphs of a text, from one to another, on a base line.
    Words { text: Rc<Text>, from: usize, to: usize, x: f32, y: f32, style: Style },
    /// A filled rectangle.
    Bar { x: f32, y: f32, width: f32, height: f32, shade: Shade },
    /// A line along points; closed ones are a shape's edge.
    Path { points: Vec<(f32, f32)>, closed: bool, thick: f32, shade: Shade, dash: f32 },
    /// A circle around a point.
    Circle { x: f32, y: f32, radius: f32, shade: Shade, filled: bool },
    /// Nothing: the place of an empty cell, which counts for who hears the table.
    Nothing,
}

impl Ink {
    /// A hairline from left to right.
    pub(super) fn hair(from: f32, to: f32, y: f32, thick: f32, shade: Shade) -> Self {
        Self::Path { points: vec![(from, y), (to, y)], closed: false, thick, shade, dash: 0.0 }
    }
}

/// Something drawn, with the piece of the document's structure it belongs to; what belongs to none is only for the eye.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) ink: Ink,
    pub(super) node: Option<NodeId>,
}

/// A strip as wide as the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    pub(super) height: f32,
    /// Empty space over it, which a new page begins without.
    pub(super) before: f32,
    pub(super) marks: Vec<Mark>,
    /// Whether no page ends between it and the next.
    pub(super) keep: bool,
    /// The table whose head is repeated when a page begins with this strip.
    pub(super) table: Option<usize>,
    /// Whether it begins a page.
    pub(super) new_page: bool,
    /// Its entry in the outline: level and words.
    pub(super) outline: Option<(u8, String)>,
}

impl Strip {
    /// An empty strip of a height.
    pub(super) fn tall(height: f32) -> Self {
        Self { height, ..Self::default() }
    }

    /// Draws for the eye alone.
    pub(super) fn adorn(&mut self, ink: Ink) {
        self.marks.push(Mark { ink, node: None });
    }

    /// Draws a part of the document.
    pub(super) fn draw(&mut self, ink: Ink, node: NodeId) {
        self.marks.push(Mark { ink, node: Some(node) });
    }
}
