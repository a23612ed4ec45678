//! Figures drawn large from blocks, for people three metres away or a chair who reads out.
//!
//! A stroke is two columns wide and one row high, about as thick both ways in a terminal's tall cells.

use ratatui::{buffer::Buffer, layout::Rect, style::Style, widgets::Widget};

use super::draw::put;
use crate::ui::theme::{Meaning, Theme};

/// Rows of a figure at its smallest.
pub const DIGIT_ROWS: u16 = 5;
/// Columns between two characters.
const GAP: u16 = 2;

/// A figure such as `41/60`, `+04:10` or `68%` in large type. Characters without a large shape stand as a gap.
#[derive(Debug, Clone)]
pub struct Digits<'a> {
    text: &'a str,
    theme: Theme,
    meaning: Meaning,
    scale: u16,
}

impl<'a> Digits<'a> {
    /// The figure at its smallest.
    #[must_use]
    pub fn new(theme: Theme, text: &'a str) -> Self {
        Self { text, theme, meaning: Meaning::Accent, scale: 1 }
    }

    /// What the figure means.
    #[must_use]
    pub fn meaning(mut self, meaning: Meaning) -> Self {
        self.meaning = meaning;
        self
    }

    /// So many times as large, at least once.
    #[must_use]
    pub fn scale(mut self, times: u16) -> Self {
        self.scale = times.max(1);
        self
    }

    /// As large as it can be in so many columns and rows; the smallest where even that does not fit.
    #[must_use]
    pub fn fitting(self, columns: u16, rows: u16) -> Self {
        let (wide, high) = (self.clone().scale(1).width().max(1), DIGIT_ROWS);
        self.scale((columns / wide).min(rows / high))
    }

    /// Columns it takes.
    #[must_use]
    pub fn width(&self) -> u16 {
        let shapes = self.text.chars().map(|c| columns_of(shape(c)));
        let wide = shapes.reduce(|sum, next| sum.saturating_add(GAP).saturating_add(next)).unwrap_or_default();
        wide.saturating_mul(self.scale)
    }

    /// Rows it takes.
    #[must_use]
    pub fn height(&self) -> u16 {
        DIGIT_ROWS.saturating_mul(self.scale)
    }

    /// Whether it can be read in an area so large.
    #[must_use]
    pub fn fits(&self, area: Rect) -> bool {
        self.width() <= area.width && self.height() <= area.height
    }

    fn draw(&self, shape: Shape, area: Rect, buffer: &mut Buffer, style: Style) {
        let times = usize::from(self.scale);
        for (y, line) in (0..area.height).zip(shape.iter().flat_map(|line| std::iter::repeat_n(*line, times))) {
            let block = |c: char| if c == ' ' { " " } else { self.theme.bar() };
            let drawn: String = line.chars().map(|c| block(c).repeat(times)).collect();
            let row = Rect { y: area.y + y, height: 1, ..area };
            put(buffer, row, &drawn, style);
        }
    }
}

impl Widget for &Digits<'_> {
    /// Draws it at the area's upper left; in a narrower area it stands as plain text, never cut to another figure.
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        let style = self.theme.style(self.meaning);
        if !self.fits(area) {
            let middle = Rect { y: area.y + area.height.saturating_sub(1) / 2, ..area };
            put(buffer, middle, self.text, style);
            return;
        }
        let mut x = area.x;
        for c in self.text.chars() {
            let shape = shape(c);
            let width = columns_of(shape) * self.scale;
            self.draw(shape, Rect { x, y: area.y, width, height: self.height() }, buffer, style);
            x += width + GAP * self.scale;
        }
    }
}

type Shape = &'static [&'static str; 5];

fn columns_of(shape: Shape) -> u16 {
    u16::try_from(shape[0].len()).unwrap_or_default()
}

#[rustfmt::skip]
fn shape(c: char) -> Shape {
    match c {
        '0' => &["######", "##  ##", "##  ##", "##  ##", "######"],
        '1' => &["####  ", "  ##  ", "  ##  ", "  ##  ", "######"],
        '2' => &["######", "    ##", "######", "##    ", "######"],
        '3' => &["######", "    ##", " #####", "    ##", "######"],
        '4' => &["##  ##", "##  ##", "######", "    ##", "    ##"],
        '5' => &["######", "##    ", "######", "    ##", "######"],
        '6' => &["######", "##    ", "######", "##  ##", "######"],
        '7' => &["######", "    ##", "   ## ", "  ##  ", "  ##  "],
        '8' => &["######", "##  ##", "######", "##  ##", "######"],
        '9' => &["######", "##  ##", "######", "    ##", "######"],
        ':' => &["  ", "##", "  ", "##", "  "],
        '.' => &["  ", "  ", "  ", "  ", "##"],
        '+' => &["      ", "  ##  ", "######", "  ##  ", "      "],
        '-' => &["      ", "      ", "######", "      ", "      "],
        '%' => &["##   ##", "    ## ", "   ##  ", "  ##   ", "##   ##"],
        '/' => &["     ##", "    ## ", "   ##  ", "  ##   ", "##     "],
        _ => &["   "; 5],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{theme::Lines, widgets::screen_text};

    fn drawn(digits: &Digits<'_>, width: u16, height: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        digits.render(buffer.area, &mut buffer);
        screen_text(&buffer)
    }

    #[test]
    fn figures_are_drawn_from_blocks() {
        let digits = Digits::new(Theme::default(), "41/60");
        assert_eq!((digits.width(), digits.height()), (39, 5));
        insta::assert_snapshot!(drawn(&digits, 40, 5), @r"
        ##  ##  ####         ##  ######  ######
        ##  ##    ##        ##   ##      ##  ##
        ######    ##       ##    ######  ##  ##
            ##    ##      ##     ##  ##  ##  ##
            ##  ######  ##       ######  ######
        ");
        insta::assert_snapshot!(drawn(&Digits::new(Theme::default(), "+04:10"), 50, 5), @r"
                ######  ##  ##      ####    ######
          ##    ##  ##  ##  ##  ##    ##    ##  ##
        ######  ##  ##  ######        ##    ##  ##
          ##    ##  ##      ##  ##    ##    ##  ##
                ######      ##      ######  ######
        ");
        insta::assert_snapshot!(drawn(&Digits::new(Theme::default(), "-72 358%"), 70, 5), @r"
                ######  ######       ######  ######  ######  ##   ##
                    ##      ##           ##  ##      ##  ##      ##
        ######     ##   ######        #####  ######  ######     ##
                  ##    ##               ##      ##  ##  ##    ##
                  ##    ######       ######  ######  ######  ##   ##
        ");
        assert!(drawn(&Digits::new(Theme::default(), "9.9"), 20, 5).ends_with("######  ##  ######\n"));
    }

    #[test]
    fn blocks_are_the_theme_s_own() {
        let theme = Theme { lines: Lines::Drawn, ..Theme::default() };
        assert_eq!(drawn(&Digits::new(theme, "1"), 6, 5).lines().next(), Some("████"));
    }

    #[test]
    fn a_figure_grows_with_its_area_and_is_never_cut() {
        let digits = Digits::new(Theme::default(), "12");
        assert_eq!(digits.clone().fitting(30, 10).scale, 2);
        assert_eq!(digits.clone().fitting(60, 14).scale, 2);
        assert_eq!(digits.clone().fitting(3, 1).scale, 1);
        let twice = drawn(&digits.clone().scale(2), 28, 10);
        assert_eq!(twice.lines().next(), Some("########        ############"));
        assert_eq!(twice.lines().nth(2), Some("    ####                ####"));
        assert_eq!(drawn(&digits, 13, 5), "\n\n12\n\n\n");
        for (width, height) in [(0, 0), (1, 1), (14, 4)] {
            drawn(&digits, width, height);
        }
    }
}
