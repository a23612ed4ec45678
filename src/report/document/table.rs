//! Tables: what their columns hold decides how they stand and how wide they may become.

use crate::locale::Align;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ColumnKind {
    /// Words; they wrap.
    #[default]
    Words,
    /// Counts, areas, hours.
    Number,
    /// Sums of money.
    Money,
    /// Shares.
    Share,
    /// Days and times.
    Date,
}

impl ColumnKind {
    /// On which side its cells stand.
    #[must_use]
    pub fn align(self) -> Align {
        match self {
            Self::Words | Self::Date => Align::Left,
            Self::Number | Self::Money | Self::Share => Align::Right,
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// The words over it; may be empty.
    pub head: String,
    /// What it holds.
    pub kind: ColumnKind,
}

impl Column {
    /// A column of this kind under these words.
    #[must_use]
    pub fn new(head: impl Into<String>, kind: ColumnKind) -> Self {
        Self { head: head.into(), kind }
    }

    /// A column of words.
    #[must_use]
    pub fn words(head: impl Into<String>) -> Self {
        Self::new(head, ColumnKind::Words)
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(head: impl Into<String>) -> Self {
        Self::new(head, ColumnKind::Number)
    }

    /// A column of sums of money.
    #[must_use]
    pub fn money(head: impl Into<String>) -> Self {
        Self::new(head, ColumnKind::Money)
    }

    /// A column of shares.
    #[must_use]
    pub fn share(head: impl Into<String>) -> Self {
        Self::new(head, ColumnKind::Share)
    }

    /// A column of days.
    #[must_use]
    pub fn date(head: impl Into<String>) -> Self {
        Self::new(head, ColumnKind::Date)
    }
}

/// A table; its heads are repeated on every page it goes on to. Rows may be shorter than there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows; may be empty.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows. A cell that [`is_blank`] is room to write in, one that [`is_tick`] a box to tick.
    pub rows: Vec<Vec<String>>,
    /// The sums under the rows.
    pub totals: Option<Vec<String>>,
}

impl Table {
    /// A table of these columns without rows.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, ..Self::default() }
    }

    /// The rows and, last, the totals.
    pub fn all_rows(&self) -> impl Iterator<Item = &Vec<String>> {
        self.rows.iter().chain(&self.totals)
    }

    /// On which side a column stands.
    #[must_use]
    pub fn align(&self, column: usize) -> Align {
        self.columns.get(column).map(|column| column.kind.align()).unwrap_or_default()
    }
}

/// Room to write by hand, as wide as so many columns of a terminal.
#[must_use]
pub fn blank(columns: usize) -> String {
    "_".repeat(columns)
}

/// Whether a text is nothing but room to write by hand.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.len() > 3 && text.bytes().all(|byte| byte == b'_')
}

/// A cell with a box to tick by hand.
pub const TICK: &str = "[ ]";

/// Whether a text is nothing but a box to tick by hand.
#[must_use]
pub fn is_tick(text: &str) -> bool {
    text == TICK
}
