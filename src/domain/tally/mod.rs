//! Tallies: answers of one survey as columns, counted, crossed and filtered.

mod asked;
mod bits;
mod choices;
mod codebook;
pub mod codes;
mod column;
mod columns;
mod count;
mod cross;
mod dimension;
mod filter;
mod index;
mod numbers;
mod share;
mod summary;
mod texts;
mod version;
mod withhold;

pub use asked::Asked;
pub use bits::Bits;
pub use choices::Choices;
pub use codebook::{Codebook, Item};
pub use codes::Codes;
pub use column::{Class, Column, ColumnId, Data, Dictionary};
pub use columns::{Columns, Table};
pub use count::{Base, ChoiceCount, Detail, RankCount, Tally};
pub use cross::{Axis, Cross, Group, GroupName};
pub use dimension::{Dimensions, Names, Occasion};
pub use filter::{AnswerFilter, Filter, FilterFault, Selection, Wanted, columns_named};
pub use numbers::{Bin, Limits, Numbers, Spread};
pub use share::Share;
pub use summary::{KindCount, SessionCount, Summary};
pub use texts::Texts;
pub use version::{Change, VersionNote, differences};
pub use withhold::{LEAST_SHOWN, Part, Withheld, withhold_list, withhold_parts, withhold_table};
