//! Colours and characters by what they mean, so that no widget names a colour.
//!
//! Colour never carries a meaning alone: what is selected is also marked `>`, what is wrong also `✗`.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

use crate::app::{Borders, Ctx, ThemeChoice};

/// What a piece of text is, for choosing its look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Plain words.
    Text,
    /// The name of the screen or of a part of it.
    Title,
    /// Heads of columns and labels beside values.
    Label,
    /// Words one may pass over: hints, placeholders, units.
    Muted,
    /// Where typing goes.
    Focus,
    /// The row the keys act on.
    Selected,
    /// Done, answered, saved, carried.
    Good,
    /// Look at this: a soft check, an overrun clock.
    Warn,
    /// Wrong, missing, refused.
    Bad,
    /// A figure that matters.
    Accent,
    /// A key to press.
    Key,
    /// A choice that is picked.
    Picked,
    /// Letters that match what was typed.
    Match,
    /// Bars of charts.
    Bar,
    /// Lines around and between things.
    Border,
}

/// Which colours the terminal has and stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Palette {
    /// 256 colours on a dark background.
    Dark,
    /// 256 colours on a light background.
    Light,
    /// The terminal's own sixteen colours, on any background.
    #[default]
    Sixteen,
    /// No colour at all: weight, underline and reverse only.
    Mono,
}

impl Palette {
    /// All palettes, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::Sixteen, Self::Mono];
}

/// Which characters lines and bars are drawn with. Terminals in a Chinese setup may draw `─` and `█` two columns wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lines {
    /// `+` `-` `|` and `#`: right everywhere.
    #[default]
    Ascii,
    /// `┌` `─` `│` and `█`: for terminals that draw them one column wide.
    Drawn,
}

/// How everything looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Theme {
    /// The colours.
    pub palette: Palette,
    /// The lines and bars.
    pub lines: Lines,
}

impl Theme {
    /// The theme of the settings; `no_color` (the `NO_COLOR` variable is set and not empty) overrules the palette.
    #[must_use]
    pub fn new(palette: Palette, lines: Lines, no_color: bool) -> Self {
        Self { palette: if no_color { Palette::Mono } else { palette }, lines }
    }

    /// The theme a person chose.
    #[must_use]
    pub fn of(ctx: &Ctx) -> Self {
        let palette = match ctx.settings.theme.unwrap_or_default() {
            ThemeChoice::Sixteen => Palette::Sixteen,
            ThemeChoice::Dark => Palette::Dark,
            ThemeChoice::Light => Palette::Light,
            ThemeChoice::Mono => Palette::Mono,
        };
        let lines = match ctx.settings.borders.unwrap_or_default() {
            Borders::Ascii => Lines::Ascii,
            Borders::Drawn => Lines::Drawn,
        };
        Self::new(palette, lines, ctx.no_color)
    }

    /// The look of a meaning.
    #[must_use]
    pub fn style(self, meaning: Meaning) -> Style {
        let plain = Style::new().add_modifier(weight(meaning));
        let colour = match self.palette {
            Palette::Mono => None,
            Palette::Sixteen => sixteen(meaning),
            Palette::Dark => dark(meaning),
            Palette::Light => light(meaning),
        };
        match (colour, meaning) {
            (None, Meaning::Selected) => plain.add_modifier(Modifier::REVERSED),
            (None, _) => plain,
            (Some(colour), Meaning::Selected) => plain.bg(colour),
            (Some(colour), _) => plain.fg(colour),
        }
    }

    /// The look of a meaning in a row that may be the selected one. A reversed row takes weight only: a colour would
    /// turn into a block of background.
    #[must_use]
    pub fn in_row(self, selected: bool, meaning: Meaning) -> Style {
        if !selected {
            return self.style(meaning);
        }
        let row = self.style(Meaning::Selected);
        if row.bg.is_some() { row.patch(self.style(meaning)) } else { row.add_modifier(weight(meaning)) }
    }

    /// The character a bar is made of, one column wide.
    #[must_use]
    pub fn bar(self) -> &'static str {
        match self.lines {
            Lines::Ascii => "#",
            Lines::Drawn => "█",
        }
    }

    /// The character a level line is made of, one column wide.
    #[must_use]
    pub fn rule(self) -> &'static str {
        match self.lines {
            Lines::Ascii => "-",
            Lines::Drawn => "─",
        }
    }

    /// The characters of a box.
    #[must_use]
    pub fn border(self) -> border::Set<'static> {
        match self.lines {
            Lines::Ascii => border::Set {
                top_left: "+",
                top_right: "+",
                bottom_left: "+",
                bottom_right: "+",
                vertical_left: "|",
                vertical_right: "|",
                horizontal_top: "-",
                horizontal_bottom: "-",
            },
            Lines::Drawn => border::PLAIN,
        }
    }
}

/// What stands before a row the keys act on.
pub const SELECTED: &str = ">";
/// Before what is done or right.
pub const DONE: &str = "✓";
/// Before what is wrong or missing.
pub const WRONG: &str = "✗";
/// Box of a choice that is picked, where many may be.
pub const CHECKED: &str = "☑";
/// Box of a choice that is not picked, where many may be.
pub const UNCHECKED: &str = "☐";
/// Mark of the choice that is picked, where one may be.
pub const PICKED: &str = "(*)";
/// Mark of a choice that is not picked, where one may be.
pub const UNPICKED: &str = "( )";

/// Weight carries the meaning where colour is missing.
fn weight(meaning: Meaning) -> Modifier {
    match meaning {
        Meaning::Title | Meaning::Key | Meaning::Accent | Meaning::Bad | Meaning::Selected | Meaning::Picked => {
            Modifier::BOLD
        }
        Meaning::Focus | Meaning::Match => Modifier::UNDERLINED,
        _ => Modifier::empty(),
    }
}

fn sixteen(meaning: Meaning) -> Option<Color> {
    match meaning {
        Meaning::Title | Meaning::Key | Meaning::Bar | Meaning::Accent => Some(Color::Cyan),
        Meaning::Good | Meaning::Picked => Some(Color::Green),
        Meaning::Warn | Meaning::Match => Some(Color::Yellow),
        Meaning::Bad => Some(Color::Red),
        Meaning::Text | Meaning::Label | Meaning::Muted | Meaning::Focus | Meaning::Selected | Meaning::Border => None,
    }
}

fn dark(meaning: Meaning) -> Option<Color> {
    let index = match meaning {
        Meaning::Text | Meaning::Focus => return None,
        Meaning::Title | Meaning::Key => 80,
        Meaning::Label => 152,
        Meaning::Muted => 248,
        Meaning::Selected => 24,
        Meaning::Good | Meaning::Picked => 114,
        Meaning::Warn | Meaning::Match => 221,
        Meaning::Bad => 210,
        Meaning::Accent => 123,
        Meaning::Bar => 73,
        Meaning::Border => 244,
    };
    Some(Color::Indexed(index))
}

fn light(meaning: Meaning) -> Option<Color> {
    let index = match meaning {
        Meaning::Text | Meaning::Focus => return None,
        Meaning::Title | Meaning::Key => 24,
        Meaning::Label => 23,
        Meaning::Muted => 240,
        Meaning::Selected => 153,
        Meaning::Good | Meaning::Picked => 22,
        Meaning::Warn | Meaning::Match => 94,
        Meaning::Bad => 124,
        Meaning::Accent => 18,
        Meaning::Bar => 31,
        Meaning::Border => 245,
    };
    Some(Color::Indexed(index))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{spare, width};

    const MEANINGS: [Meaning; 15] = [
        Meaning::Picked,
        Meaning::Text,
        Meaning::Title,
        Meaning::Label,
        Meaning::Muted,
        Meaning::Focus,
        Meaning::Selected,
        Meaning::Good,
        Meaning::Warn,
        Meaning::Bad,
        Meaning::Accent,
        Meaning::Key,
        Meaning::Match,
        Meaning::Bar,
        Meaning::Border,
    ];

    #[test]
    fn mono_sets_no_colour_and_no_color_means_mono() {
        for palette in Palette::ALL {
            let theme = Theme::new(palette, Lines::Ascii, true);
            for meaning in MEANINGS {
                let style = theme.style(meaning);
                assert_eq!((style.fg, style.bg), (None, None), "{meaning:?}");
            }
        }
    }

    #[test]
    fn a_reversed_row_takes_no_colour() {
        for palette in [Palette::Sixteen, Palette::Mono] {
            for meaning in MEANINGS {
                let style = Theme::new(palette, Lines::Ascii, false).in_row(true, meaning);
                assert_eq!((style.fg, style.bg), (None, None), "{meaning:?}");
            }
        }
        let dark = Theme::new(Palette::Dark, Lines::Ascii, false);
        assert_eq!(dark.in_row(true, Meaning::Key).bg, dark.style(Meaning::Selected).bg);
        assert_eq!(dark.in_row(true, Meaning::Key).fg, dark.style(Meaning::Key).fg);
        assert_eq!(dark.in_row(false, Meaning::Key), dark.style(Meaning::Key));
    }

    #[test]
    fn what_is_selected_shows_in_every_palette() {
        for palette in Palette::ALL {
            let theme = Theme::new(palette, Lines::Ascii, false);
            let selected = theme.style(Meaning::Selected);
            assert!(selected.bg.is_some() || selected.add_modifier.contains(Modifier::REVERSED), "{palette:?}");
        }
    }

    #[test]
    fn marks_have_one_width_on_every_terminal() {
        for mark in [SELECTED, DONE, WRONG, CHECKED, UNCHECKED, PICKED, UNPICKED] {
            assert_eq!(spare(mark), 0, "{mark}");
        }
        let ascii = Theme::default();
        for line in [ascii.bar(), ascii.rule(), ascii.border().top_left, ascii.border().vertical_left] {
            assert_eq!((width(line), spare(line)), (1, 0));
        }
    }
}
