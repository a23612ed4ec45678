//! Who may see a document, and the page it is laid out for.

use serde::{Deserialize, Serialize};

/// Who may see a document. The order is from the widest circle to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Everyone: it may be posted.
    Public,
    /// Who works with it: the community's office, the street office.
    Office,
    /// Who holds the meeting; nobody else. What is not said to be wider is this.
    #[default]
    Facilitator,
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 x 297 mm.
    #[default]
    A4,
    /// 297 x 420 mm.
    A3,
    /// 8.5 x 11 in.
    Letter,
}

impl Paper {
    /// Width and height of the upright sheet in points, 1/72 in.
    #[must_use]
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::A3 => (841.89, 1190.55),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// From how far a page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scale {
    /// In the hand.
    #[default]
    Normal,
    /// On a wall.
    Poster,
}

/// The page a document is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Page {
    /// The sheet.
    pub paper: Paper,
    /// Whether it lies on its long side.
    pub landscape: bool,
    /// From how far it is read.
    pub scale: Scale,
}

impl Page {
    /// A3 to hang on a wall.
    #[must_use]
    pub fn poster() -> Self {
        Self { paper: Paper::A3, landscape: false, scale: Scale::Poster }
    }

    /// Width and height as it lies, in points.
    #[must_use]
    pub fn points(self) -> (f32, f32) {
        let (width, height) = self.paper.points();
        if self.landscape { (height, width) } else { (width, height) }
    }
}
