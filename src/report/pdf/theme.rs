//! Sizes, distances and shades of a page, in points.

use crate::report::{Page, Scale};

/// How dark something is printed. What is told by shade is always told by place or size too: paper may be copied in black
/// and white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shade {
    /// Words that matter.
    Ink,
    /// Labels, remarks, running heads.
    Grey,
    /// Hairlines to write on.
    Rule,
    /// Hairlines between rows.
    Hair,
    /// Bars.
    Bar,
    /// What a bar could fill.
    Track,
}

impl Shade {
    /// Red, green, blue.
    pub(super) fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ink => [26, 26, 26],
            Self::Grey => [104, 104, 104],
            Self::Rule => [140, 140, 140],
            Self::Hair => [208, 208, 208],
            Self::Bar => [47, 84, 124],
            Self::Track => [236, 238, 240],
        }
    }
}

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// Size of type.
    pub(super) size: f32,
    /// From one line to the next.
    pub(super) lead: f32,
    /// How dark.
    pub(super) shade: Shade,
    /// Whether strokes are thickened.
    pub(super) bold: bool,
}

impl Style {
    pub(super) fn grey(self) -> Self {
        Self { shade: Shade::Grey, ..self }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same, smaller.
    pub(super) fn times(self, factor: f32) -> Self {
        Self { size: self.size * factor, lead: self.lead * factor, ..self }
    }
}

/// The measures of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Theme {
    /// What everything is multiplied with.
    pub(super) scale: f32,
    /// Width and height of the sheet.
    pub(super) sheet: (f32, f32),
    /// Left and right of the text.
    pub(super) margin: f32,
    /// Above the text; the running title stands in it.
    pub(super) top: f32,
    /// Below the text; the foot stands in it.
    pub(super) bottom: f32,
}

impl Theme {
    pub(super) fn of(page: Page) -> Self {
        let sheet = page.points();
        match page.scale {
            Scale::Normal => Self { scale: 1.0, sheet, margin: 62.0, top: 64.0, bottom: 66.0 },
            Scale::Poster => Self { scale: sheet.0.min(sheet.1) / 400.0, sheet, margin: 84.0, top: 84.0, bottom: 92.0 },
        }
    }

    /// Width of the text.
    pub(super) fn width(&self) -> f32 {
        self.sheet.0 - 2.0 * self.margin
    }

    /// Height of the text.
    pub(super) fn height(&self) -> f32 {
        self.sheet.1 - self.top - self.bottom
    }

    /// A distance that grows with the scale.
    pub(super) fn gap(&self, points: f32) -> f32 {
        points * self.scale
    }

    fn style(&self, size: f32, lead: f32) -> Style {
        Style { size: size * self.scale, lead: size * lead * self.scale, shade: Shade::Ink, bold: false }
    }

    pub(super) fn body(&self) -> Style {
        self.style(10.5, 1.55)
    }

    pub(super) fn small(&self) -> Style {
        self.style(8.5, 1.5).grey()
    }

    pub(super) fn table(&self) -> Style {
        self.style(9.5, 1.45)
    }

    pub(super) fn title(&self) -> Style {
        self.style(if self.scale > 1.0 { 25.0 } else { 20.0 }, 1.3).bold()
    }

    pub(super) fn figure(&self) -> Style {
        self.style(26.0, 1.2).bold()
    }

    /// A heading of a level, 1 the greatest.
    pub(super) fn heading(&self, level: u8) -> Style {
        match level {
            0 | 1 => self.style(14.0, 1.4).bold(),
            2 => self.style(12.0, 1.4).bold(),
            3 => self.style(10.5, 1.5).bold(),
            _ => self.style(10.5, 1.5).bold().grey(),
        }
    }

    /// What stands over and under the text.
    pub(super) fn running(&self) -> Style {
        let factor = if self.scale > 1.0 { 0.6 } else { 1.0 };
        self.style(8.0, 1.5).grey().times(factor)
    }
}
