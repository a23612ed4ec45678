//! The pieces a document is made of.

use serde::{Deserialize, Serialize};

use super::{Chart, Table, Thermometer};
use crate::domain::meeting::agenda::ItemKey;

/// A place where a person's own words belong.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Wanted {
    /// What was presented on an item.
    Presented(ItemKey),
    /// On the whole meeting.
    Remarks,
    /// When and where the next meeting is.
    NextMeeting,
}

/// One piece of a document. Texts may be hostile: whoever writes a format cleans and escapes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the greatest. What follows stands under it, and stays with it on a page.
    Heading(u8, String),
    /// A heading of the first level on a new page.
    Appendix(String),
    /// Words with what they are about before them.
    Facts(Vec<(String, String)>),
    /// One line of text, wrapped where it must be.
    Line(String),
    /// Text of any number of lines.
    Paragraph(String),
    /// A remark in small type: how something was counted, what was held back.
    Note(String),
    /// Lines with a number or a sign before each.
    List(Vec<(String, String)>),
    /// A person's words of any number of lines, with what they are about before them.
    Words {
        /// What they are about.
        label: String,
        /// The words; may be empty.
        text: String,
        /// Where they belong, when a person may change them.
        wanted: Option<Wanted>,
    },
    /// What people said, each with its number.
    Opinions(Vec<Opinion>),
    /// The few figures everything else explains.
    KeyFigures(Vec<KeyFigure>),
    /// A table.
    Table(Table),
    /// Bars that lie, one a label.
    Bars(Chart),
    /// Bars that stand on a scale of numbers or days, in the order of the scale.
    Histogram(Chart),
    /// A sum on its way.
    Thermometer(Thermometer),
    /// What happened when.
    Timeline(Vec<Moment>),
    /// Boxes to tick on paper.
    Ticks(Ticks),
    /// So many empty lines to write on.
    Room(u8),
    /// Where the paper is cut.
    CutLine,
    /// Who signs.
    Signatures(Vec<String>),
    /// Remarks called by a sign in the text.
    Footnotes(Vec<(String, String)>),
    /// What follows begins a page.
    PageBreak,
}

/// A figure in large type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// `135`, `67.2 %`, `¥52 300`.
    pub figure: String,
    /// What it counts.
    pub words: String,
}

/// What a person said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Its number, as it is called by.
    pub number: String,
    /// The words, of any number of lines.
    pub text: String,
    /// Who, where, how often; may be empty.
    pub about: String,
}

/// Something that happened, or is to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The day or time.
    pub when: String,
    /// What kind of thing: a meeting, a vote; may be empty.
    pub kind: String,
    /// What.
    pub what: String,
    /// Whether it is still to come.
    pub ahead: bool,
}

/// Boxes to tick.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ticks {
    /// What stands beside each, and whether it is ticked.
    pub boxes: Vec<(String, bool)>,
    /// Whether only one may be ticked: drawn round on paper.
    pub one: bool,
}
